"""``regionstyrning economy``: the balance statement of a year, with ledger and key ratios (balanskravet)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click
from attrs import frozen

from regionstyrning.cli.figures import RATIOS, Figures
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
from regionstyrning.errors import UnknownId
from regionstyrning.evaluators import Geh
from regionstyrning.evaluators.ways.geh.results import STAGES
from regionstyrning.export import waterfall
from regionstyrning.law import STANDARD
from regionstyrning.model.economy import AmountStage
from regionstyrning.model.indicators import Stage
from regionstyrning.questions.economy import balance_statement, restoration_plan
from regionstyrning.questions.economy.books import HAPPENED
from regionstyrning.questions.economy.ratio_lines import ratio_lines
from regionstyrning.text.sentences import Sentence
from regionstyrning.text.widths import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from regionstyrning.evaluators import Verdict
    from regionstyrning.law import Policies
    from regionstyrning.model import SteeringModel
    from regionstyrning.questions.economy import BalanceStatement, RatioValue, RestorationPlan
    from regionstyrning.text.sentences import Language

_HEAD = Sentence("{title} {year}, som känt {on}", "{title} {year}, as known on {on}")
_PLAN = Sentence("Återställning", "Restoration")
_NOT_ENDED = Sentence(
    "Året {year} är inte slut den {day}. Räkenskaperna nedan är de som modellen har utan den dag då de blev kända; "
    "balanskravet avgörs först när året är slut.",
    "The year {year} has not ended on {day}. The accounts below are those that the model has without the day when "
    "they came to be known; the balance requirement is decided when the year has ended.",
)

STAGES_ASKED = (*STAGES.values(), AmountStage.PLAN)
_FIRM: Mapping[AmountStage, Stage] = {
    AmountStage.PLAN: Stage.PLAN,
    **{amounts: stage for stage, amounts in STAGES.items()},
}


@click.command()
@model_argument
@click.option(
    "--year",
    type=click.IntRange(1, 9999),
    help="The fiscal year.  [default: the year before the day asked, also on 31 December, when the accounts of that "
    "year are not closed]",
)
@click.option(
    "--accounts",
    "whole",
    is_flag=True,
    help="Show all accounts of the year too, of its parts and at every stage, with sums that do not close.",
)
@click.option("--organ", metavar="ID", help="Show the accounts, budget and frame of an organ instead.")
@click.option("--group", is_flag=True, help="Show the accounts of the whole group (koncernen) instead.")
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
    organ: str | None,
    group: bool,
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
    cannot be computed or judged says what is missing. With --organ or --group the figures of an organ or of the
    group are shown, at every stage that there is; the balance requirement is not tried for them.

    Exit status: 1 if no figure of the year is known; which there are is told.
    """
    loaded = model_at(place_of(model), language)
    held = loaded if on is None else loaded.at(on)
    asked = held.as_of.year - 1 if year is None else year
    figures = _figures(held, asked, stage, organ, group=group)
    if figures.of_another:
        _only_of_the_person(policies, plot_)
        text, answer = figures.text(language, width()), figures.to_plain(language)
    else:
        told = _economy(loaded, figures, policies)
        if figures.there:
            plot(plot_, lambda: waterfall(told.statement, language, region=held.title))
        elif plot_ is not None:
            raise Refused(" ".join(figures.nothing("en")))
        text, answer = told.text(language, whole=whole), told.to_plain(language, whole=whole)
    if format == JSON:
        write_json({key: plain(value) for key, value in answer.items()})
    else:
        write(text)
    raise click.exceptions.Exit(int(not (figures.views if figures.of_another else figures.there)))


def _figures(held: SteeringModel, year: int, stage: str | None, organ: str | None, *, group: bool) -> Figures:
    """
    What figures are asked for.

    Raises:
        Refused: if no organ has the id, or none is named and the model says of no legal person.
    """
    known = {each.id for each in held.organs}
    if organ is not None and organ not in known:
        raise Refused(str(UnknownId("organ", organ, known)))
    whose = organ or held.legal_person
    if whose is None:
        message = "the model names no legal person. Name the organ"
        raise Refused(message)
    return Figures(model=held, year=year, organ=whose, stage=None if stage is None else AmountStage(stage), group=group)


def _only_of_the_person(policies: Policies, place: Path | None) -> None:
    """
    Refuse what is only about the legal person.

    Raises:
        Refused: for a picture of the balance statement, or another way to read the law on it.
    """
    for option, given in (("--plot", place is not None), ("--policy", policies != STANDARD)):
        if given:
            message = f"{option} is about the balance statement, which no organ and no group has"
            raise Refused(message)


@frozen(kw_only=True)
class _Economy:
    """What there is to tell of the legal person's economy in a year."""

    figures: Figures
    statement: BalanceStatement
    plan: RestorationPlan
    ratios: tuple[RatioValue, ...]
    verdict: Verdict

    def text(self, lang: Language, *, whole: bool) -> str:
        """The statement, or that there is none; what must be restored, ratios, and the verdict."""
        figures = self.figures
        shown = figures.accounts_text(lang, width(), self.statement.accounts) if whole else []
        if figures.there:
            said = {*self.statement.what_is_missing(lang), *self.statement.ledger.what_is_missing(lang)}
            head = _HEAD.say(lang, title=figures.model.title, year=figures.year, on=figures.model.as_of.isoformat())
            early = [line for each in self.too_early(lang) for line in (*folded(each, width()), "")]
            told = [head, "", *early, *shown, self.statement.explain(lang, width=width()), "", _PLAN.say(lang), ""]
            told += [self.plan.text(lang, width=width(), told_already=said), "", RATIOS.say(lang), ""]
            told += [line for each in ratio_lines(self.ratios, lang) for line in folded(each, width(), "- ", "  ")]
        else:
            told = [line for each in figures.nothing(lang) for line in folded(each, width())]
            told += ["", *shown, _PLAN.say(lang), "", self.plan.text(lang, width=width())]
        return "\n".join([*told, "", GEH.say(lang), "", *geh_lines(self.verdict, lang, width())])

    def too_early(self, lang: Language) -> Iterator[str]:
        """That the year has not ended, where the figures are told as an outcome of it."""
        if self.statement.stage in HAPPENED and self.figures.model.as_of < self.statement.on:
            yield _NOT_ENDED.say(lang, year=self.statement.year, day=self.figures.model.as_of)

    def to_plain(self, lang: Language, *, whole: bool) -> dict[str, Any]:
        """The same as values for a program."""
        statement = self.statement
        nothing = self.too_early(lang) if self.figures.there else self.figures.nothing(lang)
        limits = (statement.most_reserved, *statement.most_used)
        return {
            "about": statement.about,
            "year": statement.year,
            "stage": statement.stage.value,
            "text": statement.text(lang),
            "balance_result": statement.balance_result,
            "complete": statement.complete,
            "missing": [*nothing, *statement.what_is_missing(lang)],
            **(self.figures.accounts_plain(lang) if whole else {}),
            "lines": statement.to_records(),
            "limits": [row for most in limits for row in most.to_records()],
            "deficits": [row for deficit in statement.ledger.deficits for row in deficit.to_records()],
            "decisions": [row for each in self.plan.ledger.decided for row in each.to_records()],
            "restoration": self.plan.to_records(),
            "ratios": [row for each in self.ratios for row in each.to_records()],
            "geh": plain_verdict(self.verdict, self.verdict.about, Page(lang=lang)),
        }


def _economy(loaded: SteeringModel, figures: Figures, policies: Policies) -> _Economy:
    """The economy of the legal person."""
    held, year, stage = figures.model, figures.year, figures.stage
    way = Geh(stage=None if stage is None else _FIRM[stage], policies=policies)
    return _Economy(
        figures=figures,
        statement=balance_statement(held, year, stage=stage, policies=policies),
        plan=restoration_plan(held, year, policies=policies),
        ratios=figures.ratios(),
        verdict=way(loaded, as_of=held.as_of, year=year),
    )
