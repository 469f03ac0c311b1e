"""``regionstyrning simulate``: how likely balance and goals are in the years ahead (simulering)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from regionstyrning.alternatives import missed_budgets
from regionstyrning.alternatives import simulate as simulated
from regionstyrning.alternatives.opening import last_accounted
from regionstyrning.cli.ahead import (
    asked_model,
    assume_option,
    draw,
    goals_option,
    opening_option,
    reckoned,
    reserves_option,
    targets_option,
    use_option,
    years_option,
)
from regionstyrning.cli.assumed import SHOCKS, assumptions_of, shock_of
from regionstyrning.cli.options import (
    JSON,
    TEXT,
    Refused,
    format_option,
    language_option,
    model_argument,
    on_option,
    plot_option,
)
from regionstyrning.cli.output import plain, width, write, write_json
from regionstyrning.cli.policies import policy_option
from regionstyrning.errors import InvalidValue, MissingExtra
from regionstyrning.export import fan

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from regionstyrning.law import Policies
    from regionstyrning.text.sentences import Language

LINES = {"result": "arets-resultat", "balance": "balanskravsresultat", "equity": "eget-kapital"}
"""The lines whose spread can be drawn, by the name that the command line calls them."""


@click.command()
@model_argument
@years_option
@click.option("--paths", type=click.IntRange(1), default=10_000, show_default=True, help="How many paths.")
@click.option("--seed", type=click.IntRange(0), default=1, show_default=True, help="What the shocks are drawn from.")
@click.option(
    "--shock",
    "shocks",
    multiple=True,
    metavar="NAME=SIZE",
    help=(
        f"What may turn out otherwise, with its standard deviation in percentage points: {', '.join(SHOCKS)}.  "
        "[default: how far the region's outcomes have been from its budgets]"
    ),
)
@assume_option
@opening_option
@goals_option
@reserves_option
@use_option
@targets_option
@policy_option
@plot_option
@click.option("--line", type=click.Choice(list(LINES)), default="result", show_default=True, help="The line to draw.")
@on_option
@language_option
@format_option(TEXT, JSON)
def simulate(  # noqa: PLR0913, PLR0917 - click passes each by name
    model: str,
    years: int,
    paths: int,
    seed: int,
    shocks: tuple[str, ...],
    assumed: tuple[str, ...],
    openings: tuple[str, ...],
    goals_met: str | None,
    fill_reserves: str | None,
    use_reserves: str | None,
    last_targets: bool,
    policies: Policies,
    plot_: Path | None,
    line: str,
    on: date | None,
    language: Language,
    format: str,
) -> None:
    """
    Tell how likely balance and goals are in the years ahead (simulering).

    Many paths are reckoned by the same rules as `project`, each with shocks of its own. The same seed gives the same.
    """
    held = asked_model(model, on, language)
    felt = tuple(map(shock_of, shocks)) or missed_budgets(held)
    if not felt:
        message = "no size of a shock can be derived from the region's budgets. Give one by --shock NAME=SIZE"
        raise Refused(message)
    first = (last_accounted(held) or held.as_of.year - 1) + 1
    assumptions = assumptions_of(
        held,
        assumed=assumed,
        openings=openings,
        goals_met=goals_met,
        fill_reserves=fill_reserves,
        use_reserves=use_reserves,
        last_targets=last_targets,
        shocks=felt,
        first=first,
    )
    try:
        answer = simulated(held, assumptions, years, paths, seed, policies=policies)
    except (InvalidValue, MissingExtra) as error:
        raise Refused(str(error)) from None
    draw(answer, plot_, lambda: fan(answer, LINES[line], language, region=held.title))
    if format == JSON:
        told = {
            "about": answer.about,
            "text": answer.text(language),
            "paths": paths,
            "seed": seed,
            "missing": list(answer.what_is_missing(language)),
            "assumptions": assumptions.to_records(),
            "odds": answer.to_records(),
            "fans": [
                {"year": year.year, "line": name, "percentiles": list(values)}
                for year in answer.years
                for name, values in year.fan.items()
            ],
        }
        write_json(plain(told))
        raise click.exceptions.Exit(reckoned(answer))
    write(answer.text(language, width=width()))
    raise click.exceptions.Exit(reckoned(answer))
