"""Where the keys, tables and elements of a TOML text stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from regionstyrning.files.form.authored import Path

_SKIPPED = re.compile(r"(?:[ \t\r\n]++|#[^\n]*+)*+")
_SIMPLE_STRING = r'"(?:\\.|[^"\\])*+"|\'[^\']*+\''
_SCALAR = re.compile(
    r'"""(?:\\.|[^\\])*?"""(?:"{0,2})'
    r"|'''.*?'''(?:'{0,2})"
    rf"|{_SIMPLE_STRING}"
    r"|[^,\]}#\n]++",
    re.DOTALL,
)
_KEY_PART = re.compile(rf"[ \t]*+({_SIMPLE_STRING}|[A-Za-z0-9_-]++)[ \t]*+(\.?)")


def toml_lines(text: str) -> dict[Path, int]:
    """
    The line of everything in a TOML text.

    Args:
        text: A text that tomllib has accepted.

    Returns:
        Lines from 1 by path: of a key, of the header that first opens a table, of an element of a list.
    """
    scan = _Scan(text)
    scan.document()
    return scan.lines


class _Scan:
    def __init__(self, text: str) -> None:
        self.text = text
        self.lines: dict[Path, int] = {(): 1}
        self._counts: dict[Path, int] = {}
        self._line = 1
        self._counted_to = 0

    def document(self) -> None:
        """Go through the text once."""
        table: Path = ()
        position = self._skip(0)
        while position < len(self.text):
            if self.text[position] == "[":
                table, position = self._header(position)
            else:
                path, position = self._key(position, table)
                position = self._value(position, path)
            position = self._skip(position)

    def _header(self, position: int) -> tuple[Path, int]:
        brackets = 2 if self.text.startswith("[[", position) else 1
        self._mark_line(position)
        parts, after = self._parts(position + brackets)
        path: Path = ()
        for part in parts[:-1]:
            path = self._latest((*path, part))
            self._mark(path)
        path = (*path, parts[-1])
        if brackets == 1:
            path = self._latest(path)
        else:
            self._mark(path)
            count = self._counts[path] = self._counts.get(path, 0) + 1
            path = (*path, count - 1)
        self._mark(path)
        return path, after + brackets

    def _latest(self, path: Path) -> Path:
        """The last table of an array of tables, which a header means that goes on from its name."""
        count = self._counts.get(path)
        return path if count is None else (*path, count - 1)

    def _key(self, position: int, table: Path) -> tuple[Path, int]:
        """Mark a dotted key; give its path and where its value begins."""
        self._mark_line(position)
        parts, after = self._parts(position)
        path = table
        for part in parts:
            path = (*path, part)
            self._mark(path)
        return path, self._skip(after + 1)

    def _value(self, position: int, path: Path) -> int:
        """Go past a value and all in it. Open lists are told by the place of their next element."""
        opened: list[tuple[Path, int | None]] = []
        while True:
            sign = self.text[position]
            if sign in "[{":
                opened.append((path, 0 if sign == "[" else None))
                position += 1
            else:
                position = self._after(_SCALAR, position)
            position = self._closing(position, opened)
            if not opened:
                return position
            holder, index = opened[-1]
            if index is None:
                path, position = self._key(position, holder)
            else:
                self._mark_line(position)
                path = (*holder, index)
                self._mark(path)

    def _closing(self, position: int, opened: list[tuple[Path, int | None]]) -> int:
        """Go past commas and closing brackets to the next element, or to the end of the value."""
        while opened:
            position = self._skip(position)
            holder, index = opened[-1]
            if self.text[position] in "]}":
                opened.pop()
            elif self.text[position] == ",":
                opened[-1] = (holder, None if index is None else index + 1)
            else:
                break
            position += 1
        return position

    def _parts(self, position: int) -> tuple[list[str], int]:
        parts: list[str] = []
        while True:
            match = _KEY_PART.match(self.text, position)
            assert match is not None, "tomllib has accepted the text"  # noqa: S101 - a fault of ours
            parts.append(_unquoted(match[1]))
            position = match.end()
            if not match[2]:
                return parts, position

    def _skip(self, position: int) -> int:
        return self._after(_SKIPPED, position)

    def _after(self, pattern: re.Pattern[str], position: int) -> int:
        match = pattern.match(self.text, position)
        assert match is not None, "tomllib has accepted the text"  # noqa: S101 - a fault of ours
        return match.end()

    def _mark_line(self, position: int) -> None:
        self._line += self.text.count("\n", self._counted_to, position)
        self._counted_to = position

    def _mark(self, path: Path) -> None:
        self.lines.setdefault(path, self._line)


def _unquoted(part: str) -> str:
    if part[0] not in "\"'":
        return part
    import tomllib  # noqa: PLC0415 - quoted keys are rare

    (key,) = tomllib.loads(f"{part} = 0")
    return key
