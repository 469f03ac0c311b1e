"""``regionstyrning project``: accounts of the years ahead under stated assumptions (framskrivning)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from regionstyrning.alternatives import project as ahead
from regionstyrning.alternatives.opening import last_accounted
from regionstyrning.cli.ahead import (
    asked_model,
    assume_option,
    assumptions_of,
    draw,
    goals_option,
    opening_option,
    reckoned,
    reserves_option,
    targets_option,
    use_option,
    years_option,
)
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
from regionstyrning.errors import InvalidValue
from regionstyrning.export import years_ahead

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from regionstyrning.law import Policies
    from regionstyrning.text.sentences import Language


@click.command()
@model_argument
@years_option
@assume_option
@opening_option
@goals_option
@reserves_option
@use_option
@targets_option
@policy_option
@click.option("--explain", is_flag=True, help="Show how every figure of every year is come to.")
@click.option("--assumptions", "whole", is_flag=True, help="Show what is assumed too, and where it is said.")
@plot_option
@on_option
@language_option
@format_option(TEXT, JSON)
def project(  # noqa: PLR0913, PLR0917 - click passes each by name
    model: str,
    years: int,
    assumed: tuple[str, ...],
    openings: tuple[str, ...],
    goals_met: str | None,
    fill_reserves: str | None,
    use_reserves: str | None,
    last_targets: bool,
    policies: Policies,
    explain: bool,
    whole: bool,
    plot_: Path | None,
    on: date | None,
    language: Language,
    format: str,
) -> None:
    """
    Reckon the accounts of the years ahead (framskrivning).

    Assumptions follow from the region's own budget and plan, and go on as in its last plan year, unless something
    else is assumed. Balance, reserves, deficits, key ratios and financial goals are told for every year.
    """
    held = asked_model(model, on)
    first = (last_accounted(held) or held.as_of.year - 1) + 1
    assumptions = assumptions_of(
        held,
        assumed=assumed,
        openings=openings,
        goals_met=goals_met,
        fill_reserves=fill_reserves,
        use_reserves=use_reserves,
        last_targets=last_targets,
        first=first,
    )
    try:
        answer = ahead(held, assumptions, years, policies=policies)
    except InvalidValue as error:
        raise Refused(str(error)) from None
    draw(answer, plot_, lambda: years_ahead(answer, language, region=held.title))
    if format == JSON:
        told = {
            "about": answer.about,
            "text": answer.text(language),
            "complete": answer.complete,
            "missing": list(answer.what_is_missing(language)),
            "assumptions": assumptions.to_records(),
            "years": answer.to_records(),
            "verdicts": [
                {"year": year.year, "asked": each.name, "status": each.status.value, "value": each.value}
                for year in answer.years
                for each in year.verdicts
            ],
        }
        write_json(plain(told))
        raise click.exceptions.Exit(reckoned(answer))
    parts = [assumptions.text(language, width=width()), "", ""] if whole else []
    write("\n".join([*parts, (answer.explain if explain else answer.text)(language, width=width())]))
    raise click.exceptions.Exit(reckoned(answer))
