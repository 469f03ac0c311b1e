"""What a plain value of a file must be, exactly: nothing is coerced."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import Any, Literal

Hook = Callable[[Any], Any]
"""A function that takes a value as a file holds it and gives it as a record holds it, or raises `Refused`."""

Dialect = Literal["toml", "json"]

LEAST_INTEGER = -(2**63)
GREATEST_INTEGER = 2**64 - 1
MOST_DIGITS = 60

_DAY_LENGTH = len("YYYY-MM-DD")
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?").fullmatch


class Refused(ValueError):
    """
    A value is not what its field holds.

    Args:
        expected: The class that was expected.
        found: What was found.

    Attributes:
        path: The way to it, where that is told.
    """

    def __init__(self, expected: object, found: object) -> None:
        self.expected = expected
        self.found = found
        self.path: tuple[str | int, ...] = ()
        super().__init__(expected, found)


def text(value: Any) -> str:  # noqa: ANN401 - whatever the file holds
    """A text."""
    if type(value) is str:
        return value
    raise Refused(str, value)


def integer(value: Any) -> int:  # noqa: ANN401 - whatever the file holds
    """A whole number of 64 bits; true and false are none."""
    if type(value) is int and LEAST_INTEGER <= value <= GREATEST_INTEGER:
        return value
    raise Refused(int, value)


def truth(value: Any) -> bool:  # noqa: ANN401 - whatever the file holds
    """True or false; 0 and 1 are neither."""
    if type(value) is bool:
        return value
    raise Refused(bool, value)


def toml_day(value: Any) -> date:  # noqa: ANN401 - whatever the file holds
    """A TOML date; a date with a time is none."""
    if type(value) is date:
        return value
    raise Refused(date, value)


def json_day(value: Any) -> date:  # noqa: ANN401 - whatever the file holds
    """A text of exactly the form YYYY-MM-DD."""
    if type(value) is str and len(value) == _DAY_LENGTH and value[4] == value[7] == "-":
        try:
            return _day(value)
        except ValueError:
            pass
    raise Refused(date, value)


@lru_cache(maxsize=4096)
def _day(text: str) -> date:
    """The same days come again and again, and are the same objects then."""
    return date.fromisoformat(text)


def toml_decimal(value: Any) -> Decimal:  # noqa: ANN401 - whatever the file holds
    """A TOML number, not ``nan`` or ``inf``."""
    if type(value) is int:
        value = Decimal(value)
    if type(value) is Decimal and is_plain(value):
        return value
    raise Refused(Decimal, value)


def json_decimal(value: Any) -> Decimal:  # noqa: ANN401 - whatever the file holds
    """A text of digits with at most one point, written in its only way: ``"80"``, ``"-0.50"``."""
    if type(value) is str and is_decimal(value):
        return Decimal(value)
    raise Refused(Decimal, value)


def is_decimal(text: str) -> bool:
    """Whether a text is a decimal as a JSON document writes it, of no more signs than it may have."""
    return len(text) <= MOST_DIGITS and _DECIMAL(text) is not None


def is_plain(value: Decimal) -> bool:
    """Whether a decimal is finite and its digits can be written out, no more than a file may hold."""
    return value.is_finite() and abs(value.adjusted()) <= MOST_DIGITS and len(format(value, "f")) <= MOST_DIGITS


def is_whole(value: str) -> bool:
    """Whether a text has no half of a character, which no UTF-8 can hold."""
    return value.isascii() or not _HALF_CHARACTER.search(value)


def enumeration(cls: type[Enum]) -> Hook:
    """A member of an enumeration by its value."""
    return cls._value2member_map_.__getitem__


_EITHER: dict[type, Hook] = {str: text, int: integer, bool: truth}
PLAIN: dict[Dialect, dict[type, Hook]] = {
    "toml": {**_EITHER, date: toml_day, Decimal: toml_decimal},
    "json": {**_EITHER, date: json_day, Decimal: json_decimal},
}
"""The hooks for plain values, by dialect and class."""
