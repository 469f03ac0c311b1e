"""What the commands about the years ahead share: what is assumed, as it is written on the command line."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

import click

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
from regionstyrning.cli.models import model_at, place_of
from regionstyrning.cli.options import Refused
from regionstyrning.cli.output import plot
from regionstyrning.errors import SteeringError, hint
from regionstyrning.text.escaping import one_line

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from regionstyrning.alternatives import Projection, Simulation
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


def _names(form: Form) -> str:
    return ", ".join(name for name, driver in DRIVERS.items() if MEANINGS[driver].form is form)


years_option = click.option(
    "--years", type=click.IntRange(1, 200), default=15, show_default=True, help="How many years ahead."
)

assume_option = click.option(
    "--assume",
    "assumed",
    multiple=True,
    metavar="NAME=VALUE",
    help=(
        "Assume something else than budget and plan imply: for all years (costs=3.5) or from some on "
        "(costs=2026:3.5,2027:3.1), with budget and plan before that. NAME is, as growth in percent, one of "
        f"{_names(Form.GROWTH)}; as a share in percent of assets, liabilities or costs, {_names(Form.SHARE)}; in "
        f"mnkr, {_names(Form.AMOUNT)}."
    ),
)

opening_option = click.option(
    "--opening",
    "openings",
    multiple=True,
    metavar="LINE=MNKR",
    help="Begin with a figure of your own on a line, where the accounts have none or another.",
)

goals_option = click.option(
    "--goals-met",
    type=click.Choice(["yes", "no"]),
    help="Take the goals of the activities to be met or not.  [default: not known]",
)

reserves_option = click.option(
    "--fill-reserves",
    type=click.Choice(["yes", "no"]),
    help="Reserve each year as much as the law permits, or nothing.  [default: only if own guidelines are known]",
)

use_option = click.option(
    "--use-reserves",
    type=click.Choice(["yes", "no"]),
    help="Cover negative results by reserves, or leave them.  [default: only those with own guidelines known]",
)

targets_option = click.option(
    "--last-targets",
    is_flag=True,
    help="Let the last financial targets go on in the years that none is set for.  [default: nothing is asked then]",
)


NO_YEAR = 1
"""The status when no year can be reckoned, as of whatever cannot be told."""


def reckoned(answer: Projection | Simulation) -> int:
    """The status that an answer ends with: nothing if there is a year to tell of."""
    return 0 if answer.years else NO_YEAR


def draw(answer: Projection | Simulation, place: Path | None, drawn: Callable[[], str]) -> None:
    """
    Draw the years into a file, if one is asked for; without a year tell that no picture is written.

    Raises:
        Refused: if the file cannot be written.
    """
    if answer.years:
        plot(place, drawn)
    elif place is not None:
        said = one_line(f"warning: there is no year to draw, so no picture is written to {str(place)!r}")
        click.echo(said, err=True)


def asked_model(model: str, on: date | None) -> SteeringModel:
    """The model, as it held on a day if one is asked for."""
    loaded = model_at(place_of(model))
    return loaded if on is None else loaded.at(on)


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
