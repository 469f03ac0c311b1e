"""How wide text stands in a terminal, and how it is folded to a width."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


_FIRST_MARK = "\u0300"
"""The first sign that may take no column, or two: all before it take one."""

_PLAIN = re.compile("[\0-\u02ff\u2010-\u2027\u2212]*")
"""Signs that take one column each: those before the first mark, dashes, quotation marks, dots and the minus."""


def width_of(text: str) -> int:
    r"""
    Count the columns that a line of text takes.

    A mark that combines with the letter before it takes none, a wide sign takes two.

    >>> width_of("mål"), width_of("ma\u030al"), width_of("目標")
    (3, 3, 4)
    """
    return len(text) if not text or max(text) < _FIRST_MARK else sum(map(_width, text))


def padded(text: str, width: int) -> str:
    """Fill a line with spaces to a width."""
    return text + " " * (width - width_of(text))


def folded(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """
    Fold a line at its spaces; a word that is longer than a line is broken.

    Args:
        text: One line. No-break spaces hold together what they stand in.
        width: Longest line in columns, with what stands before it.
        first: What stands before the first line, one column a character.
        rest: What stands before the others, as above.

    Returns:
        At least one line, none with spaces at its end.

    >>> folded("God och nära vård", 12, "- ", "  ")
    ['- God och', '  nära vård']
    """
    rooms = width - len(first), width - len(rest)
    words = text.split(" ")
    if all(words) and len(max(words, key=len)) <= min(rooms) and _PLAIN.fullmatch(text):
        lines = list(_cut(text, *rooms))
    else:
        lines = _folded(words, rooms)
    return [f"{rest if index else first}{line}".rstrip(" ") for index, line in enumerate(lines)]


def _cut(text: str, first: int, rest: int) -> Iterator[str]:
    """Lines of words that all find room, one space between them and each sign one column wide."""
    begun, room = 0, first
    while len(text) - begun > room:
        end = text.rfind(" ", begun, begun + room + 1)
        yield text[begun:end]
        begun, room = end + 1, rest
    yield text[begun:]


def _folded(words: list[str], rooms: tuple[int, int]) -> list[str]:
    """Lines of any words, of signs of any width."""
    lines, taken = [""], 0
    for word in words:
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        more = width_of(word) + bool(lines[-1])
        if taken + more <= rooms[len(lines) > 1]:
            lines[-1], taken = joined, taken + more
        else:
            lines[len(lines) - (not lines[-1]) :] = _broken(word, min(rooms))
            taken = width_of(lines[-1])
    return lines


def _broken(word: str, room: int) -> Iterator[str]:
    piece, taken = "", 0
    for char in word:
        taken += _width(char)
        if piece and taken > room:
            yield piece
            piece, taken = "", _width(char)
        piece += char
    yield piece


@lru_cache(maxsize=4096)  # a text has few signs, and each many times
def _width(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1
