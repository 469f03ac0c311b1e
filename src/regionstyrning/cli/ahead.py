"""What the commands about the years ahead share: their options, and how they end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from regionstyrning.alternatives.drivers import MEANINGS, Form
from regionstyrning.cli.assumed import DRIVERS
from regionstyrning.cli.models import model_at, place_of
from regionstyrning.cli.output import plot
from regionstyrning.text.escaping import one_line

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from regionstyrning.alternatives import Projection, ProjectionComparison, Simulation
    from regionstyrning.model import SteeringModel
    from regionstyrning.text.sentences import Language


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

compare_option = click.option(
    "--compare",
    "others",
    multiple=True,
    metavar="'TITLE: NAME=VALUE …'",
    help=(
        "Reckon with something else too, and show both side by side: a title, a colon, and what is assumed otherwise, "
        "written as for --assume with a space between ('dyrare: costs=3.9 savings=2027:60,2028:120')."
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


def reckoned(answer: Projection | ProjectionComparison | Simulation) -> int:
    """The status that an answer ends with: nothing if there is a year to tell of."""
    return 0 if answer.years else NO_YEAR


def draw(answer: Projection | ProjectionComparison | Simulation, place: Path | None, drawn: Callable[[], str]) -> None:
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


def asked_model(model: str, on: date | None, lang: Language) -> SteeringModel:
    """The model, as it held on a day if one is asked for."""
    loaded = model_at(place_of(model), lang)
    return loaded if on is None else loaded.at(on)
