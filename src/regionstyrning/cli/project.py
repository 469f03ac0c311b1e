"""``regionstyrning project``: accounts of the years ahead under stated assumptions (framskrivning)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from regionstyrning.alternatives import Projection, ProjectionComparison, compare_projections
from regionstyrning.alternatives import project as ahead
from regionstyrning.alternatives.opening import last_accounted
from regionstyrning.cli.ahead import (
    asked_model,
    assume_option,
    compare_option,
    draw,
    goals_option,
    opening_option,
    reckoned,
    reserves_option,
    targets_option,
    use_option,
    years_option,
)
from regionstyrning.cli.assumed import assumptions_of, with_others
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
from regionstyrning.export import compared_ahead, years_ahead
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from regionstyrning.law import Policies
    from regionstyrning.text.sentences import Language

_PLANNED = Sentence("budget och plan", "budget and plan")
_OWN = Sentence("budget och plan, ändrade", "budget and plan, changed")
"""What is compared with, by whether something else is assumed or begun with."""


@click.command()
@model_argument
@years_option
@assume_option
@compare_option
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
    others: tuple[str, ...],
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
    if explain and others:
        message = "--explain tells one projection, and --compare several; leave one of them out"
        raise Refused(message)
    held = asked_model(model, on, language)
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
    base = (_OWN if assumed or openings else _PLANNED).say(language)
    try:
        found = {
            name: ahead(held, each, years, policies=policies)
            for name, each in with_others(base, assumptions, others, first).items()
        }
        answer = compare_projections(found) if others else found[base]
        draw(answer, plot_, lambda: _drawn(answer, language, held.title))
    except InvalidValue as error:
        raise Refused(str(error)) from None
    if format == JSON:
        write_json(plain(_plain(answer, language)))
    else:
        parts = [assumptions.text(language, width=width()), "", ""] if whole else []
        told = answer.explain if explain and isinstance(answer, Projection) else answer.text
        write("\n".join([*parts, told(language, width=width())]))
    raise click.exceptions.Exit(reckoned(answer))


def _drawn(answer: Projection | ProjectionComparison, lang: Language, region: str) -> str:
    if isinstance(answer, Projection):
        return years_ahead(answer, lang, region=region)
    return compared_ahead(answer, lang, region=region)


def _plain(answer: Projection | ProjectionComparison, lang: Language) -> dict[str, Any]:
    """The answer as values for a program."""
    missing = list(answer.what_is_missing(lang))
    told = {"text": answer.text(lang), "complete": not missing, "missing": missing}
    if not isinstance(answer, Projection):
        rows = [
            {"alternative": name, **row} for name, each in answer.projections for row in each.assumptions.to_records()
        ]
        return {"about": answer.projections[0][1].about, **told, "assumptions": rows, "years": answer.to_records()}
    return {
        "about": answer.about,
        **told,
        "assumptions": answer.assumptions.to_records(),
        "years": answer.to_records(),
        "verdicts": [
            {"year": year.year, "asked": each.name, "status": each.status.value, "value": each.value}
            for year in answer.years
            for each in year.verdicts
        ],
    }
