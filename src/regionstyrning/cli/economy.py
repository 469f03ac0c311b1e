"""``regionstyrning economy``: the balance statement of a year, with ledger and key ratios (balanskravet)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from regionstyrning.cli.geh import TITLE as GEH
from regionstyrning.cli.geh import geh_lines
from regionstyrning.cli.models import model_at, place_of
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
from regionstyrning.cli.output import plain, plot, width, write, write_json
from regionstyrning.cli.policies import policy_option
from regionstyrning.cli.sections import Page
from regionstyrning.cli.verdicts import plain_verdict
from regionstyrning.errors import InvalidValue
from regionstyrning.evaluators import Geh
from regionstyrning.evaluators.ways.geh.results import STAGES
from regionstyrning.export import waterfall
from regionstyrning.model.economy import AmountStage
from regionstyrning.model.indicators import Stage
from regionstyrning.questions.economy import accounts, balance_statement, ratios, restoration_plan
from regionstyrning.text.sentences import Sentence
from regionstyrning.text.widths import folded

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from regionstyrning.evaluators import Verdict
    from regionstyrning.law import Policies
    from regionstyrning.questions.economy import BalanceStatement, RatioValue, RestorationPlan
    from regionstyrning.text.sentences import Language

_RATIOS = Sentence("Nyckeltal", "Key ratios")
_PLAN = Sentence("Återställning", "Restoration")


STAGES_ASKED = (*STAGES.values(), AmountStage.PLAN)
_FIRM: Mapping[AmountStage, Stage] = {
    AmountStage.PLAN: Stage.PLAN,
    **{amounts: stage for stage, amounts in STAGES.items()},
}


@click.command()
@model_argument
@click.option("--year", type=click.IntRange(1, 9999), help="The fiscal year.  [default: the last that has ended]")
@click.option(
    "--accounts", "whole", is_flag=True, help="Show the accounts of the year too, with sums that do not close."
)
@click.option(
    "--stage",
    type=click.Choice([each.value for each in STAGES_ASKED]),
    help="Which figures of the year.  [default: the firmest that there are]",
)
@policy_option
@plot_option
@on_option
@language_option
@format_option(TEXT, JSON)
def economy(  # noqa: PLR0913, PLR0917 - click passes each by name
    model: str,
    year: int | None,
    whole: bool,
    stage: str | None,
    policies: Policies,
    plot_: Path | None,
    on: date | None,
    language: Language,
    format: str,
) -> None:
    """
    Show the balance statement of a year (balanskravsutredning) and whether god ekonomisk hushållning holds.

    Every line with its rule in that year's wording; what may be reserved and used, the ledger of deficits, what
    the coming years must bring, key ratios, and the verdict by the region's own rule with its reasons. What
    cannot be computed or judged says what is missing.
    """
    loaded = model_at(place_of(model))
    held = loaded if on is None else loaded.at(on)
    asked = held.as_of.year - 1 if year is None else year
    figures = None if stage is None else AmountStage(stage)
    try:
        statement = balance_statement(held, asked, stage=figures, policies=policies)
        plan = restoration_plan(held, asked, policies=policies)
    except InvalidValue as error:
        raise Refused(str(error)) from None
    values = ratios(held, asked, stage=figures)
    way = Geh(stage=None if figures is None else _FIRM[figures], policies=policies)
    verdict = way(loaded, as_of=held.as_of, year=asked)
    plot(plot_, lambda: waterfall(statement, language))
    if format == JSON:
        write_json(_plain(statement, plan, values, verdict, language))
        return
    told = [accounts(held, asked, figures).text(language, width=width()), "", ""] if whole else []
    told += [statement.explain(language, width=width()), "", _PLAN.say(language), ""]
    told += [plan.text(language, width=width()), "", _RATIOS.say(language), "", *_told(values, language)]
    told += ["", GEH.say(language), "", *geh_lines(verdict, language, width())]
    write("\n".join(told))


def _told(values: tuple[RatioValue, ...], language: Language) -> list[str]:
    return [line for each in values for line in folded(each.text(language), width(), "- ", "  ")]


def _plain(
    statement: BalanceStatement,
    plan: RestorationPlan,
    values: tuple[RatioValue, ...],
    verdict: Verdict,
    language: Language,
) -> dict[str, Any]:
    answer = {
        "about": statement.about,
        "year": statement.year,
        "stage": statement.stage.value,
        "text": statement.text(language),
        "balance_result": statement.balance_result,
        "complete": statement.complete,
        "missing": list(statement.what_is_missing(language)),
        "lines": statement.to_records(),
        "limits": [row for most in (statement.most_reserved, *statement.most_used) for row in most.to_records()],
        "deficits": [row for deficit in statement.ledger.deficits for row in deficit.to_records()],
        "restoration": plan.to_records(),
        "ratios": [row for each in values for row in each.to_records()],
        "geh": plain_verdict(verdict, verdict.about, Page(lang=language)),
    }
    return {key: plain(value) for key, value in answer.items()}
