"""
Rules followed once with numbers that are not drawn yet, so that they can be done for any number of paths.

A number that is awaited notes what is made of it. What is known beforehand is settled then and there, what is
made twice is made once, and what nobody asks for is never made. What is left is a list of steps over arrays,
which write into memory that is used again as soon as nothing more is made of what is in it.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from math import isfinite
from typing import Any

import numpy as np
from attrs import frozen

from regionstyrning.alternatives.joined_ahead import both, either
from regionstyrning.questions.economy.numbers import FLOATS

Operation = Callable[..., Any]

Number = Any
"""What is known, which is the same for all paths, or what is awaited of each; when a step is done, arrays of it."""


class Awaited:
    """A number or a truth that is not known yet, different from path to path: what is made of it is noted."""

    __slots__ = ("notes", "place")

    def __init__(self, notes: Notes, place: int) -> None:
        self.notes, self.place = notes, place

    def __bool__(self) -> bool:
        """A rule that asks Python what holds would hold for no path but one: it has to choose with `Notes.where`."""
        message = "what is awaited is neither true nor false yet, as it differs from path to path"
        raise TypeError(message)

    def __add__(self, other: object) -> Awaited:
        return self.notes.made(np.add, self, other)

    def __radd__(self, other: object) -> Awaited:
        return self.notes.made(np.add, other, self)

    def __sub__(self, other: object) -> Awaited:
        return self.notes.made(np.subtract, self, other)

    def __rsub__(self, other: object) -> Awaited:
        return self.notes.made(np.subtract, other, self)

    def __mul__(self, other: object) -> Awaited:
        return self.notes.made(np.multiply, self, other)

    def __rmul__(self, other: object) -> Awaited:
        return self.notes.made(np.multiply, other, self)

    def __truediv__(self, other: object) -> Awaited:
        return self.notes.made(np.divide, self, other)

    def __rtruediv__(self, other: object) -> Awaited:
        return self.notes.made(np.divide, other, self)

    def __or__(self, other: object) -> Awaited:
        return self.notes.made(_either, self, other)

    __ror__ = __or__

    def __and__(self, other: object) -> Awaited:
        return self.notes.made(_both, self, other)

    __rand__ = __and__

    def __xor__(self, other: object) -> Awaited:
        return self.notes.made(_unlike, self, other)

    __rxor__ = __xor__

    def __gt__(self, other: object) -> Awaited:
        return self.notes.made(np.less, other, self)


@frozen
class Row:
    """
    What is the same for all paths, to be had for each of them (rad).

    Attributes:
        value: The number.
    """

    value: float


@frozen(kw_only=True, eq=False)
class Step:
    """
    What is made of up to three others (steg).

    Attributes:
        place: Its place.
        operation: What makes it. Of two numbers it makes a third, where it is told by its last argument; of
            anything else it makes something new.
        of: The places of what it is made of.
        writes: Whether it is written where it is told.
        shares: The places of what it may be the same as, and not a copy of.
    """

    place: int
    operation: Operation
    of: tuple[int, ...]
    writes: bool
    shares: tuple[int, ...]


class Notes:
    """A kind of number that notes what is made of what is awaited; what is known is reckoned in single floats."""

    nothing: Number = 0.0
    """The number zero."""

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self.known: dict[int, object] = {}
        self.done: dict[tuple[object, ...], Any] = {}
        self.places = 0

    def awaited(self) -> Awaited:
        """Something more to wait for."""
        self.places += 1
        return Awaited(self, self.places - 1)

    def made(self, operation: Operation, *of: object) -> Awaited:
        """What is made of some, at least one of them awaited; another time it is the same."""
        places = tuple([each.place if isinstance(each, Awaited) else self.place_of(each) for each in of])
        found: Awaited | None = self.done.get((operation, places))
        if found is None:
            found = self.done[operation, places] = self.awaited()
            shares = places[1:] if operation is _chosen else ()
            writes = operation in _WRITING
            self.steps.append(Step(place=found.place, operation=operation, of=places, writes=writes, shares=shares))
        return found

    def place_of(self, value: object) -> int:
        """The place of something, awaited or known."""
        if isinstance(value, Awaited):
            return value.place
        # A truth is no number here, nor one zero the other.
        key = (type(value), repr(value))
        if key not in self.done:
            self.done[key] = self.awaited().place
            self.known[self.done[key]] = value
        place: int = self.done[key]
        return place

    def exact(self, value: Decimal) -> Number:
        """The nearest float, which holds for all paths."""
        return float(value)

    def minimum(self, first: Number, second: Number, /) -> Number:
        """The smaller of two."""
        if _known(first, second):
            return FLOATS.minimum(first, second)
        return self.made(_minimum, *map(_row, (first, second)))

    def maximum(self, first: Number, second: Number, /) -> Number:
        """The larger of two."""
        if _known(first, second):
            return FLOATS.maximum(first, second)
        return self.made(_maximum, *map(_row, (first, second)))

    def below(self, first: Number, second: Number, /) -> object:
        """Whether the first is below the second."""
        return FLOATS.below(first, second) if _known(first, second) else self.made(np.less, first, second)

    def where(self, truth: object, then: Number, otherwise: Number, /) -> Number:
        """The one where something is true, the other where it is not."""
        if _known(truth):
            return then if truth else otherwise
        return self.made(_chosen, truth, then, otherwise)

    def unknown(self, value: Number, /) -> object:
        """Whether it is no finite number."""
        return FLOATS.unknown(value) if _known(value) else self.made(_unknown, value)


def _known(*values: object) -> bool:
    return not any(isinstance(each, Awaited) for each in values)


def _row(value: object) -> object:
    """Numpy compares an array with a single number at half the speed."""
    return Row(value) if isinstance(value, float) else value


def _minimum(first: Number, second: Number, into: Number) -> Number:
    return np.minimum(first, second, out=into)


def _maximum(first: Number, second: Number, into: Number) -> Number:
    return np.maximum(first, second, out=into)


def _either(first: Any, second: Any, _: None) -> Any:  # noqa: ANN401 - truths, single or in arrays
    return either(first, second)


def _both(first: Any, second: Any, _: None) -> Any:  # noqa: ANN401 - as above
    return both(first, second)


def _unlike(first: Any, second: Any, _: None) -> Any:  # noqa: ANN401 - as above
    return first if second is False else first ^ second


def _chosen(truth: Number, then: Number, otherwise: Number) -> Number:
    # Whether it is true of no path, or of all, is told in a tenth of the time that choosing takes.
    true = np.count_nonzero(truth)
    if not true:
        return otherwise
    return then if true == np.size(truth) else np.where(truth, then, otherwise)


def _unknown(value: Number, _: None, __: None) -> object:
    # The sum of all is finite only if each of them is.
    return False if isfinite(np.add.reduce(value, axis=None)) else ~np.isfinite(value)


_WRITING = frozenset({np.add, np.subtract, np.multiply, np.divide, _minimum, _maximum})
