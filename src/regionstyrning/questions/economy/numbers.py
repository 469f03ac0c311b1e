"""The kinds of number that the rules of the balance requirement can be counted in."""

from __future__ import annotations

from decimal import Decimal
from math import isfinite
from typing import Protocol, Self, TypeVar


class Value(Protocol):
    """What can be added, taken away, multiplied and divided: a `Decimal`, a float, an array of floats."""

    def __add__(self, other: Self, /) -> Self:
        """The sum."""

    def __sub__(self, other: Self, /) -> Self:
        """The difference."""

    def __mul__(self, other: Self, /) -> Self:
        """The product."""

    def __truediv__(self, other: Self, /) -> Self:
        """The quotient."""


N = TypeVar("N", bound=Value)


class Numbers(Protocol[N]):
    """
    How a kind of number is made, compared and chosen between.

    The rules are written once over this, so that printed accounts can be counted exactly, and
    estimates as floats or as whole arrays of them.
    """

    @property
    def nothing(self) -> N:
        """The number zero."""

    def exact(self, value: Decimal) -> N:
        """A number of this kind."""

    def minimum(self, first: N, second: N, /) -> N:
        """The smaller of two."""

    def maximum(self, first: N, second: N, /) -> N:
        """The larger of two."""

    def below(self, first: N, second: N, /) -> object:
        """Whether the first is below the second, each by each for arrays."""

    def where(self, truth: object, then: N, otherwise: N, /) -> N:
        """The one where something is true, the other where it is not."""

    def unknown(self, value: N, /) -> object:
        """Whether it is no finite number, each by each for arrays; False if all are."""


class Decimals:
    """Exact decimals, for printed accounts."""

    nothing = Decimal(0)
    """The number zero."""

    def exact(self, value: Decimal) -> Decimal:
        """The number itself."""
        return value

    def minimum(self, first: Decimal, second: Decimal, /) -> Decimal:
        """The smaller of two."""
        return min(first, second)

    def maximum(self, first: Decimal, second: Decimal, /) -> Decimal:
        """The larger of two."""
        return max(first, second)

    def below(self, first: Decimal, second: Decimal, /) -> bool:
        """Whether the first is below the second."""
        return first < second

    def where(self, truth: object, then: Decimal, otherwise: Decimal, /) -> Decimal:
        """The one if it is true, else the other."""
        return then if truth else otherwise

    def unknown(self, value: Decimal, /) -> bool:
        """Whether it is no finite number."""
        return not value.is_finite()


class Floats:
    """Floats of 64 bits, for estimates."""

    nothing = 0.0
    """The number zero."""

    def exact(self, value: Decimal) -> float:
        """The nearest float."""
        return float(value)

    def minimum(self, first: float, second: float, /) -> float:
        """The smaller of two."""
        return min(first, second)

    def maximum(self, first: float, second: float, /) -> float:
        """The larger of two."""
        return max(first, second)

    def below(self, first: float, second: float, /) -> bool:
        """Whether the first is below the second."""
        return first < second

    def where(self, truth: object, then: float, otherwise: float, /) -> float:
        """The one if it is true, else the other."""
        return then if truth else otherwise

    def unknown(self, value: float, /) -> bool:
        """Whether it is no finite number."""
        return not isfinite(value)


DECIMALS = Decimals()

FLOATS = Floats()
