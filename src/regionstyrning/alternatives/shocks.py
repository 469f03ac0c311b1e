"""What may turn out otherwise than assumed: named shocks, and how they go together."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from math import sqrt
from typing import TYPE_CHECKING

from attrs import field, frozen

from regionstyrning.alternatives.drivers import Driver
from regionstyrning.errors import InvalidValue
from regionstyrning.model.records import Source, as_tuple

if TYPE_CHECKING:
    from collections.abc import Sequence

ONE = Decimal(1)


def _size(value: Decimal | int | str) -> Decimal:
    size = value if isinstance(value, Decimal) else Decimal(value)
    if not size.is_finite() or size < 0:
        message = f"expected a standard deviation of zero or more, found {size!r}"
        raise InvalidValue("size", message)
    return size


@frozen(kw_only=True)
class Shock:
    """
    Something that turns out otherwise than assumed, each year anew (störning).

    Attributes:
        name: What it is called; the same name draws the same numbers in every alternative.
        size: Its standard deviation, in percentage points or mnkr as the driver is.
        drivers: What it moves, each with how many times.
        only_up: Whether only what is above zero counts; costs that may come but are never given back.
        source: Where the size is said; None for one that is the caller's own.
        text: How the size was come to.

    Raises:
        InvalidValue: if the size is below zero or no number, or nothing is moved.
    """

    name: str
    size: Decimal = field(converter=_size)
    drivers: tuple[tuple[Driver, Decimal], ...] = field(converter=as_tuple)
    only_up: bool = False
    source: Source | None = None
    text: str | None = None

    def __attrs_post_init__(self) -> None:
        if not self.drivers:
            message = f"the shock {self.name!r} moves nothing, expected one driver or more"
            raise InvalidValue("drivers", message)


def growth_shock(size: Decimal | int | str, *, source: Source | None = None, text: str | None = None) -> Shock:
    """
    Tax income that grows more or less than assumed.

    Args:
        size: Standard deviation in percentage points of a year's growth. No usual one is known.
        source: Where it is said.
        text: How it was come to.
    """
    return Shock(name="tillväxt", size=size, drivers=[(Driver.TAX_BASE, ONE)], source=source, text=text)


def inflation_shock(size: Decimal | int | str, *, source: Source | None = None, text: str | None = None) -> Shock:
    """
    Pay and prices that rise more or less than assumed: costs and the income that follows prices.

    Args:
        size: Standard deviation in percentage points of a year's growth. No usual one is known.
        source: Where it is said.
        text: How it was come to.
    """
    moved = [(Driver.COSTS, ONE), (Driver.INCOME, ONE)]
    return Shock(name="inflation", size=size, drivers=moved, source=source, text=text)


def cost_shock(size: Decimal | int | str, *, source: Source | None = None, text: str | None = None) -> Shock:
    """
    Costs that grow more or less than assumed, prices apart.

    Args:
        size: Standard deviation in percentage points of a year's growth. No usual one is known.
        source: Where it is said.
        text: How it was come to.
    """
    return Shock(name="kostnader", size=size, drivers=[(Driver.COSTS, ONE)], source=source, text=text)


def pension_shock(size: Decimal | int | str, *, source: Source | None = None, text: str | None = None) -> Shock:
    """
    Pension costs that come in a single year, and are never negative.

    Args:
        size: Standard deviation in percent of the costs of activities, of which what is above zero
            counts. No usual one is known.
        source: Where it is said.
        text: How it was come to.
    """
    moved = [(Driver.ONE_OFF, ONE)]
    return Shock(name="pensionschock", size=size, drivers=moved, only_up=True, source=source, text=text)


@frozen(kw_only=True)
class Correlation:
    """
    How two shocks go together (samvariation).

    Attributes:
        first: Name of one of them.
        second: Name of the other.
        value: −1 to 1.
        source: Where it is said; None for one that is the caller's own.

    Raises:
        InvalidValue: if the value is no correlation.
    """

    first: str
    second: str
    value: Decimal
    source: Source | None = None

    def __attrs_post_init__(self) -> None:
        if not (self.value.is_finite() and abs(self.value) <= 1):
            message = f"expected a correlation from -1 to 1, found {self.value!r}"
            raise InvalidValue("value", message)


def mixing(shocks: Sequence[Shock], correlations: Iterable[Correlation]) -> tuple[tuple[float, ...], ...]:
    """
    How numbers drawn apart are mixed to go together: a row of weights for each shock.

    Args:
        shocks: The shocks, in order.
        correlations: How they go together; those that are not named do not.

    Raises:
        InvalidValue: for a shock that is not there, or correlations that contradict one another.
    """
    places = {each.name: place for place, each in enumerate(shocks)}
    wanted = [[float(row == column) for column in places.values()] for row in places.values()]
    for each in correlations:
        for name in (each.first, each.second):
            if name not in places:
                message = f"no shock is named {name!r}, expected one of {', '.join(map(repr, places))}"
                raise InvalidValue("correlations", message)
        first, second = places[each.first], places[each.second]
        wanted[first][second] = wanted[second][first] = float(each.value) if first != second else 1.0
    return tuple(_rows(wanted))


def _rows(wanted: list[list[float]]) -> list[tuple[float, ...]]:
    """The lower triangle whose rows multiplied with one another are what is wanted."""
    rows: list[list[float]] = []
    for place, row in enumerate(wanted):
        made: list[float] = []
        for column in range(place):
            rest = row[column] - sum(made[each] * rows[column][each] for each in range(column))
            made.append(_quotient(rest, rows[column][column]))
        left = row[place] - sum(each * each for each in made)
        if left < -_ROUNDING:
            raise InvalidValue("correlations", _CONTRADICTION)
        made.append(sqrt(max(left, 0.0)))
        rows.append(made)
    return [tuple(made) for made in rows]


def _quotient(rest: float, pivot: float) -> float:
    if pivot > _ROUNDING:
        return rest / pivot
    if abs(rest) > _ROUNDING:
        raise InvalidValue("correlations", _CONTRADICTION)
    return 0.0


_ROUNDING = 1e-9
_CONTRADICTION = "the correlations contradict one another: no numbers go together so"
