"""Where the keys and elements of a JSON text stand."""

from __future__ import annotations

import re
from json.decoder import JSONDecoder, scanstring  # type: ignore[attr-defined]  # typeshed leaves it out
from operator import itemgetter
from typing import TYPE_CHECKING

from attrs import define, field

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from regionstyrning.files.authored import Path

_NO_SPACE = re.compile(r"[^ \t\r\n]|\Z")
_SIGN = re.compile(r'"(?:\\.|[^"\\])*+"|[{}\[\],]')
_scan_once = JSONDecoder().scan_once  # type: ignore[attr-defined]  # typeshed leaves it out


def json_lines(text: str, paths: Iterable[Path]) -> dict[Path, int]:
    """
    The lines of some places in a JSON text.

    Args:
        text: A text that json has accepted.
        paths: The places that are looked for; what leads to none of them is passed over.

    Returns:
        Lines from 1 by path: of a key of an object, of an element of a list. What is not there is left out.
    """
    wanted = {path[:length] for path in paths for length in range(len(path) + 1)}
    offsets: dict[Path, int] = {(): _space(text, 0)}
    _look(text, offsets[()], (), wanted, offsets)
    lines: dict[Path, int] = {}
    line, counted_to = 1, 0
    for path, offset in sorted(offsets.items(), key=itemgetter(1)):
        line += text.count("\n", counted_to, offset)
        counted_to = offset
        lines[path] = line
    return lines


def _look(text: str, position: int, path: Path, wanted: set[Path], offsets: dict[Path, int]) -> int:
    """Go past a value, noting what is wanted in it."""
    if path not in wanted or text[position] not in "{[":
        return int(_scan_once(text, position)[1])
    index = 0
    is_object = text[position] == "{"
    position = _space(text, position + 1)
    while text[position] not in "}]":
        start = position
        if is_object:
            key, position = scanstring(text, position + 1)
            inside: Path = (*path, key)
            position = _space(text, _space(text, position) + 1)
        else:
            inside = (*path, index)
            index += 1
        if inside in wanted:
            offsets[inside] = start
        position = _space(text, _look(text, position, inside, wanted, offsets))
        if text[position] == ",":
            position = _space(text, position + 1)
    return position + 1


def _space(text: str, position: int) -> int:
    match = _NO_SPACE.search(text, position)
    return position if match is None else match.start()


@define
class _Open:
    """An object or list that is being gone through: its path, its keys so far and the place in it."""

    path: Path
    is_object: bool
    at: str | int = 0
    keys: set[str] = field(factory=set)


def doubled_keys(text: str) -> Iterator[tuple[Path, str, int]]:
    """
    Keys that an object of a JSON text has more than once.

    Args:
        text: A text that json has accepted.

    Yields:
        Path of the object, key and line of each that comes again.
    """
    opened: list[_Open] = []
    is_key = False
    for match in _SIGN.finditer(text):
        sign = match[0]
        if sign in "{[":
            path = (*opened[-1].path, opened[-1].at) if opened else ()
            is_key = sign == "{"
            opened.append(_Open(path, is_key))
        elif sign in "}]":
            opened.pop()
            is_key = False
        elif sign == ",":
            is_key = opened[-1].is_object
            opened[-1].at = 0 if is_key else opened[-1].at + 1  # type: ignore[operator]  # a list's place is a number
        elif is_key:
            is_key = False
            key, _ = scanstring(sign, 1)
            if key in opened[-1].keys:
                yield opened[-1].path, key, text.count("\n", 0, match.start()) + 1
            opened[-1].keys.add(key)
            opened[-1].at = key
