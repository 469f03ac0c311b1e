"""Where the keys and elements of a JSON text stand."""

from __future__ import annotations

import re
from json.decoder import JSONDecoder, scanstring  # type: ignore[attr-defined]  # typeshed leaves it out
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from attrs import define, field

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from regionstyrning.files.form.authored import Path

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
    offsets: dict[Path, int] = {(): _space(text, 0)}
    _look(text, offsets[()], (), _wanted(paths), offsets)
    lines: dict[Path, int] = {}
    line, counted_to = 1, 0
    for path, offset in sorted(offsets.items(), key=itemgetter(1)):
        line += text.count("\n", counted_to, offset)
        counted_to = offset
        lines[path] = line
    return lines


def _wanted(paths: Iterable[Path]) -> dict[Path, int]:
    """The ways to all places, each with the greatest place of a list that is wanted right below it."""
    wanted: dict[Path, int] = {(): -1}
    for path in paths:
        for length, step in enumerate(path):
            wanted.setdefault(path[: length + 1], -1)
            if isinstance(step, int):
                wanted[path[:length]] = max(wanted[path[:length]], step)
    return wanted


def _look(text: str, position: int, path: Path, wanted: dict[Path, int], offsets: dict[Path, int]) -> int:
    """Go past a value, noting what is wanted in it."""
    if path in wanted and text[position] == "{":
        return _look_in_object(text, position, path, wanted, offsets)
    if path in wanted and text[position] == "[":
        _look_in_list(text, position, path, wanted, offsets)
    return int(_scan_once(text, position)[1])


def _look_in_object(text: str, position: int, path: Path, wanted: dict[Path, int], offsets: dict[Path, int]) -> int:
    """Go past an object to its end: of a key that it has twice, the last is meant."""
    position = _space(text, position + 1)
    while text[position] != "}":
        start = position
        key, position = scanstring(text, position + 1)
        inside = (*path, key)
        if inside in wanted:
            offsets[inside] = start
        position = _space(text, _space(text, position) + 1)
        position = _after_comma(text, _look(text, position, inside, wanted, offsets))
    return position + 1


def _look_in_list(text: str, position: int, path: Path, wanted: dict[Path, int], offsets: dict[Path, int]) -> None:
    """Go into a list only as far as anything is wanted: it may have millions of elements."""
    position = _space(text, position + 1)
    for index in range(wanted[path] + 1):
        if text[position] == "]":
            break
        inside = (*path, index)
        if inside in wanted:
            offsets[inside] = position
        position = _after_comma(text, _look(text, position, inside, wanted, offsets))


def _after_comma(text: str, position: int) -> int:
    position = _space(text, position)
    return _space(text, position + 1) if text[position] == "," else position


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
    if not _has_doubled_keys(text):
        return
    opened: list[_Open] = []
    is_key = False
    line, counted_to = 1, 0
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
                line += text.count("\n", counted_to, match.start())
                counted_to = match.start()
                yield opened[-1].path, key, line
            opened[-1].keys.add(key)
            opened[-1].at = key


def _has_doubled_keys(text: str) -> bool:
    """Whether any object has a key more than once: the question that is soonest answered."""
    found = False

    def look(pairs: list[tuple[str, Any]]) -> None:
        nonlocal found
        found = found or len(dict(pairs)) < len(pairs)

    JSONDecoder(object_pairs_hook=look).decode(text)
    return found
