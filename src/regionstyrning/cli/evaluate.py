"""``regionstyrning evaluate``: how far goals are met, what is missing and why (måluppfyllelse)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click
from attrs import frozen

from regionstyrning.cli.models import model_at, place_of
from regionstyrning.cli.options import (
    JSON,
    TEXT,
    Refused,
    as_of_option,
    format_option,
    language_option,
    model_argument,
)
from regionstyrning.cli.output import tell, width, write, write_json
from regionstyrning.cli.sections import Page
from regionstyrning.cli.verdicts import Judged, folded_text, plain_verdict, verdict_text
from regionstyrning.cli.ways import chosen_ways
from regionstyrning.cli.ways_told import explained
from regionstyrning.errors import FailedPlugin, InvalidValue, UnknownId
from regionstyrning.evaluators import Attainment, Status, next_measurement
from regionstyrning.evaluators import evaluate as evaluated
from regionstyrning.evaluators import firmness as firm
from regionstyrning.evaluators import needed as needs
from regionstyrning.evaluators.measures.indicators import INDICATOR
from regionstyrning.evaluators.occasions.plans import year_ended
from regionstyrning.evaluators.ways.named import EVALUATORS, PLUGINS
from regionstyrning.evaluators.wholes.goals import GOAL
from regionstyrning.files.plugins import plugins

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from regionstyrning.evaluators import Evaluator, Firmness, Needed, NextMeasurement
    from regionstyrning.model import SteeringModel
    from regionstyrning.text.sentences import Language

CLEAN, NOT_MET = 0, 1

_NAMES = ", ".join(EVALUATORS)

_ASKED = frozenset({GOAL, INDICATOR})
"""What the exit status speaks of."""


@click.command()
@model_argument
@as_of_option
@click.option(
    "--year",
    type=click.IntRange(1, 9999),
    help="The year judged.  [default: the last that had ended; on 31 December that year itself, whose targets are due]",
)
@click.option(
    "--evaluator",
    "names",
    metavar="NAME",
    multiple=True,
    help=f"A way of judging: {_NAMES} or a plugin's. May be given several times; geh judges god ekonomisk "
    "hushållning by the region's own rule and its accounts.  [default: attainment, and egen where the region says how "
    "it judges]",
)
@click.option(
    "--set",
    "settings",
    metavar="NAME=VALUE",
    multiple=True,
    help="A setting of the evaluators that have it, as partly_share=80 or join=sämsta. May be given several times.",
)
@click.option("--explain", metavar="ID", help="The whole tree of a goal, an indicator, a perspective or the region.")
@click.option("--firmness", metavar="ID", help="Whether the verdict on it hangs on the way of judging.")
@click.option("--needed", metavar="ID", help="What must improve for it, or for the region, to be met.")
@click.option("--next", "next_", is_flag=True, help="The unknown whose knowledge would settle most.")
@language_option
@format_option(TEXT, JSON)
def evaluate(  # noqa: PLR0913, PLR0917 - click passes each by name
    model: str,
    as_of: date | None,
    year: int | None,
    names: tuple[str, ...],
    settings: tuple[str, ...],
    explain: str | None,
    firmness: str | None,
    needed: str | None,
    next_: bool,
    language: Language,
    format: str,
) -> None:
    """
    Judge how far goals are met, and tell what is missing and why.

    Exit status: 1 if a goal or an indicator that was asked about is not met, by any of the evaluators.
    What cannot be assessed and what is judged later is no fault.
    """
    if sum(bool(asked) for asked in (explain, firmness, needed, next_)) > 1:
        message = "--explain, --firmness, --needed and --next are questions of their own: ask one at a time"
        raise click.UsageError(message)
    tell(plugins(PLUGINS).findings)
    loaded = model_at(place_of(model), language)
    day = loaded.as_of if as_of is None else as_of
    try:
        case = _Case(
            model=loaded, day=day, year=year_ended(day) if year is None else year, ways=chosen_ways(names, settings)
        )
        if firmness or needed or next_:
            answer, statuses = _answered(case, firmness, needed)
            text = answer.text(language)
            told, plain = folded_text(text, width()), {"text": text, "rows": answer.to_records()}
        else:
            told, plain, statuses = _judged(case, explain, Page(width=width(), lang=language))
    except (UnknownId, InvalidValue, FailedPlugin) as error:
        raise Refused(str(error)) from None
    if format == JSON:
        write_json({"model": loaded.id, "as_of": day.isoformat(), "year": case.year, **plain})
    else:
        write(told)
    raise click.exceptions.Exit(NOT_MET if Status.NOT_MET in statuses else CLEAN)


@frozen(kw_only=True)
class _Case:
    """What is asked about."""

    model: SteeringModel
    day: date
    year: int
    ways: Mapping[str, Evaluator] | None


def _judged(case: _Case, explain: str | None, page: Page) -> tuple[str, dict[str, Any], set[Status]]:
    found = evaluated(case.model, as_of=case.day, year=case.year, evaluators=case.ways)
    judged = Judged(day=case.day, verdicts=found)
    about = explain or case.model.id
    told = verdict_text(judged, page) if explain is None else explained(judged, explain, page)
    under = [each for whole in found.values() for each in whole[about].everything()]
    statuses = {each.status for each in under if each.kind in _ASKED}
    return told, {"evaluators": {name: plain_verdict(whole, about, page) for name, whole in found.items()}}, statuses


def _answered(
    case: _Case, about: str | None, wanted: str | None
) -> tuple[Firmness | Needed | NextMeasurement, set[Status]]:
    """The answer to a question of its own, and the statuses that it tells."""
    when: dict[str, Any] = {"as_of": case.day, "year": case.year}
    if about is not None:
        found = firm(case.model, about, evaluators=case.ways, **when)
        return found, {verdict.status for _, verdict in found.verdicts}
    way = _attainment(case.ways)
    if wanted is not None:
        answer = needs(case.model, wanted, settings=way, **when)
        return answer, {answer.before.status}
    return next_measurement(case.model, settings=way, **when), set()


def _attainment(ways: Mapping[str, Evaluator] | None) -> Attainment | None:
    """The settings of the one evaluator that these questions know."""
    if ways is None:
        return None
    (way, *more) = ways.values()
    if more or not isinstance(way, Attainment):
        message = "--needed and --next judge by one of attainment and egen"
        raise Refused(message)
    return way
