"""What is assumed of the years ahead, as it is written on the command line."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from regionstyrning.alternatives import (
    Assumption,
    Assumptions,
    Driver,
    Shock,
    cost_shock,
    growth_shock,
    inflation_shock,
    pension_shock,
    planned,
)
from regionstyrning.alternatives.drivers import MEANINGS, Form, written
from regionstyrning.cli.options import Refused
from regionstyrning.errors import SteeringError, hint

if TYPE_CHECKING:
    from collections.abc import Callable

    from regionstyrning.model import SteeringModel

DRIVERS = {written(driver): driver for driver in Driver}
"""What is assumed, by the name that the command line calls it."""

MOST_PERCENT = {Form.GROWTH: 300, Form.SHARE: 100}
"""More than so is likely an amount in mnkr."""

SHOCKS: dict[str, Callable[[Decimal], Shock]] = {
    "growth": growth_shock,
    "inflation": inflation_shock,
    "costs": cost_shock,
    "pension": pension_shock,
}


def assumptions_of(  # noqa: PLR0913 - each is an option
    model: SteeringModel,
    *,
    assumed: tuple[str, ...],
    openings: tuple[str, ...],
    goals_met: str | None,
    last_targets: bool,
    fill_reserves: str | None,
    use_reserves: str | None,
    shocks: tuple[Shock, ...] = (),
    first: int,
) -> Assumptions:
    """
    What budget and plan imply, with what the caller assumes in place of some of it.

    Raises:
        Refused: for what cannot be read; it names the nearest.
    """
    items = [_assumption(each, first) for each in assumed]
    opening = dict(_pair(each, "--opening", "LINE=MNKR") for each in openings)
    try:
        return planned(model, shocks=shocks).with_(
            *items,
            opening={line: _number(value, "--opening") for line, value in opening.items()},
            goals_of_activity_met=_answer(goals_met),
            fills_reserves=_answer(fill_reserves),
            uses_reserves=_answer(use_reserves),
            last_targets_go_on=last_targets,
        )
    except SteeringError as error:
        raise Refused(str(error)) from None


def _answer(said: str | None) -> bool | None:
    return None if said is None else said == "yes"


def with_others(name: str, base: Assumptions, written: tuple[str, ...], first: int) -> dict[str, Assumptions]:
    """
    What is assumed, and what is assumed otherwise, each by its title.

    Args:
        name: The title of what is assumed.
        base: What is assumed; of the others too, as far as they say nothing else.
        written: What is assumed otherwise: a title, a colon, and names with values.
        first: The first year ahead.

    Raises:
        Refused: for what has no title or nothing to assume, two of one title, or what cannot be read.
    """
    found = {name: base}
    for each in written:
        title, _, items = (part.strip() for part in each.partition(": "))
        if not (title and items):
            message = f"--compare: expected 'TITLE: NAME=VALUE …', found {each!r}"
            raise Refused(message)
        if title in found:
            message = f"--compare: {title!r} stands more than once"
            raise Refused(message)
        try:
            found[title] = base.with_(*(_assumption(item, first) for item in items.split()))
        except SteeringError as error:
            raise Refused(str(error)) from None
    return found


def shock_of(written: str) -> Shock:
    """
    A shock as it is written: its name and its size.

    Raises:
        Refused: if there is none of the name, or the size is no number of zero or more.
    """
    name, size = _pair(written, "--shock", "NAME=SIZE")
    if name not in SHOCKS:
        message = f"no shock is called {name!r}, expected one of {', '.join(SHOCKS)}{hint(name, SHOCKS)}"
        raise Refused(message)
    try:
        return SHOCKS[name](_number(size, "--shock"))
    except SteeringError as error:
        raise Refused(str(error)) from None


def _assumption(written: str, first: int) -> Assumption:
    name, values = _pair(written, "--assume", "NAME=VALUE")
    if name not in DRIVERS:
        known = ", ".join(DRIVERS)
        message = f"nothing that can be assumed is called {name!r}, expected one of {known}{hint(name, DRIVERS)}"
        raise Refused(message)
    parts = values.split(",")
    by_year: dict[int, Decimal] = {}
    for each in parts:
        year = _year_of(each, first, alone=len(parts) == 1)
        if year in by_year:
            message = f"--assume: {name} has two values for {year}"
            raise Refused(message)
        by_year[year] = _plausible(name, _number(each.rpartition(":")[2], "--assume"))
    try:
        return Assumption(driver=DRIVERS[name], values=by_year)
    except SteeringError as error:
        raise Refused(str(error)) from None


def _year_of(part: str, first: int, *, alone: bool) -> int:
    """
    The year that a value holds from: the first ahead if it is alone and none is written.

    Raises:
        Refused: if it is no year, or one of several values has none, as where a comma is meant as decimal point.
    """
    year, colon, _ = part.rpartition(":")
    if not colon and alone:
        return first
    if not colon:
        message = f"--assume: {part!r} has no year; write YEAR:VALUE for each of several, and decimals with a point"
        raise Refused(message)
    if not (year.isascii() and year.isdigit()):
        message = f"--assume: {year!r} is no year"
        raise Refused(message)
    return int(year)


def _plausible(name: str, value: Decimal) -> Decimal:
    """
    What is assumed, if it can be meant.

    Raises:
        Refused: for a percentage that is likely an amount or has the wrong sign.
    """
    meaning = MEANINGS[DRIVERS[name]]
    least = 0 if meaning.positive else -100
    most = MOST_PERCENT.get(meaning.form)
    if most is not None and not least <= value <= most:
        told = meaning.told.say("en").lower()
        message = f"--assume: {name} is in percent ({told}), expected {least} to {most}, found {value}"
        raise Refused(message)
    return value


def _pair(written: str, option: str, form: str) -> tuple[str, str]:
    name, equals, value = written.partition("=")
    if not equals:
        message = f"{option}: expected {form}, found {written!r}"
        raise Refused(message)
    return name, value


def _number(written: str, option: str) -> Decimal:
    try:
        value = Decimal(written)
    except InvalidOperation:
        value = Decimal("nan")
    if not value.is_finite():
        message = f"{option}: {written!r} is no number, expected one with a decimal point"
        raise Refused(message)
    return value
