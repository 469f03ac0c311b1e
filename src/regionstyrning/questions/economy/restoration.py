"""What each coming year must bring for deficits to be restored in time."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import field, frozen

from regionstyrning.law import STANDARD, Policies
from regionstyrning.model.documents import DecisionKind
from regionstyrning.model.economy import AmountStage
from regionstyrning.model.records import as_tuple
from regionstyrning.questions.answers import Answer, Step, told_below
from regionstyrning.questions.economy import times
from regionstyrning.questions.economy.action_plans import adopts_plan_of_action
from regionstyrning.questions.economy.books import Ledger, ledger, statement_of
from regionstyrning.questions.economy.deciders import decided_by_another
from regionstyrning.questions.economy.deficits import concerns
from regionstyrning.questions.economy.telling import shown, tidy
from regionstyrning.text.numbers import number
from regionstyrning.text.sentences import Sentence, listed
from regionstyrning.text.tables import text_table
from regionstyrning.text.widths import folded

if TYPE_CHECKING:
    from regionstyrning.model.documents import Decision
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.text.sentences import Language

_TOLD = {
    "nothing": Sentence("Inget känt underskott är kvar att återställa.", "No known deficit is left to restore."),
    "head": Sentence(
        "{left} mnkr är kvar att återställa efter {year}.", "{left} mnkr are left to restore after {year}."
    ),
    "untold": Sentence(
        "Om något är kvar att återställa efter {year} går inte att säga: balanskravsresultatet är inte känt för alla "
        "år.",
        "Whether anything is left to restore after {year} cannot be told: the balance result is not known for all "
        "years.",
    ),
    "at-least": Sentence(
        "{left} mnkr av kända underskott är kvar att återställa efter {year}; de år vars balanskravsresultat inte är "
        "känt kan ha fler.",
        "{left} mnkr of known deficits are left to restore after {year}; the years whose balance result is not known "
        "may have more.",
    ),
    "overdue": Sentence(
        "{left} mnkr skulle ha återställts senast {years}.", "{left} mnkr should have been restored by {years}."
    ),
    "may-be-overdue": Sentence(
        "{left} mnkr skulle ha återställts senast {years}, om tiden inte går till {longest}.",
        "{left} mnkr should have been restored by {years}, unless the time runs to {longest}.",
    ),
    "no-time": Sentence(
        "För underskottet {year} hålls inte lagen, så ingen sista dag är känd.",
        "For the deficit of {year} the law is not held, so no last day is known.",
    ),
    "since": Sentence("Beslut efter {year} är med, till och med {on}.", "Decisions after {year} are counted, to {on}."),
    "no-older-plan": Sentence(
        "Ingen åtgärdsplan för äldre underskott, från {year} eller tidigare, är känd.",
        "No plan of action for older deficits, of {year} or before, is known.",
    ),
    "no-plan": Sentence(
        "Ingen åtgärdsplan för underskottet {year} är känd.", "No plan of action for the deficit of {year} is known."
    ),
}

_HEADERS = {
    "year": Sentence("År", "Year"),
    "due": Sentence("Senast detta år", "At the latest this year"),
    "even": Sentence("Jämnt fördelat", "Spread evenly"),
    "planned": Sentence("Planerat balanskravsresultat", "Planned balance result"),
}

_STEP = Sentence("{title}", "{title}")


@frozen(kw_only=True)
class PlanYear:
    """
    What one year must bring (år i återställningsplanen).

    Attributes:
        year: The year.
        due: What must be restored by its end, from and to, in mnkr; earlier years' share not counted in.
        even: What it brings if each deficit is spread evenly over the years that are left, at worst.
        planned: The balance result of its budget or plan; None if it cannot be computed.
    """

    year: int
    due: tuple[Decimal, Decimal]
    even: Decimal
    planned: Decimal | None


@frozen(kw_only=True, eq=False)
class RestorationPlan(Answer):
    """
    What each coming year must bring (återställningsplan).

    Attributes:
        about: Id of the legal person.
        on: The day up to which decisions are known.
        year: The last year that is accounted for.
        ledger: Deficits at its end, with what has been decided since.
        years: The coming years to the last in which something is due.
        overdue: What should have been restored already, from and to.
        decisions: Those on the deficits that are left: plans of action, what is waived or prolonged.
            What is decided on all deficits, restored or not, is told by the ledger.
    """

    _read: ClassVar[str] = "years"

    year: int
    ledger: Ledger
    years: tuple[PlanYear, ...] = field(converter=as_tuple)
    overdue: tuple[Decimal, Decimal]
    decisions: tuple[Decision, ...] = field(converter=as_tuple)

    def text(self, lang: Language = "sv", *, width: int = 80, told_already: Collection[str] = ()) -> str:
        """
        What is left, and the years as a table.

        Args:
            lang: Swedish or English.
            width: Longest line.
            told_already: Sentences on what is missing that need not be said again.
        """
        left, untold = self.ledger.outstanding, self.ledger.untold
        key = ("at-least" if untold else "head") if any(left) else "untold" if untold else "nothing"
        told = folded(_TOLD[key].say(lang, left=_span(left, lang), year=self.year), width)
        dated = ((each.decision.on, each) for each in self.ledger.decided)
        since = [each for on, each in dated if on is not None and on.year > self.year]
        if since:
            told.append(_TOLD["since"].say(lang, year=self.year, on=self.on.isoformat()))
        if any(self.overdue):
            years = listed(
                sorted({each for deficit in self.ledger.deficits for each in times.late_years(deficit)}), lang
            )
            # What has run out of time by one reading may have more by another.
            longest = max((each.last_years[-1] for each in times.may_be_late(self.ledger)), default=None)
            key = "overdue" if longest is None else "may-be-overdue"
            told.append(_TOLD[key].say(lang, left=_span(self.overdue, lang), years=years, longest=longest or ""))
        told += [line for each in since for line in folded(each.text(lang), width, "- ", "  ")]
        if self.years:
            headers = [each.say(lang) for each in _HEADERS.values()]
            told += ["", text_table(headers, [_row(each, lang) for each in self.years], width)]
        missing = (each for each in self.what_is_missing(lang) if each not in told_already)
        return "\n".join([*told, *told_below(missing, width)])

    def to_records(self) -> list[dict[str, Any]]:
        """One row a year: year, due from and to, spread evenly, planned."""
        return [
            {
                "year": each.year,
                "due_low": each.due[0],
                "due_high": each.due[1],
                "even": each.even,
                "planned": each.planned,
            }
            for each in self.years
        ]

    @property
    def steps(self) -> tuple[Step, ...]:
        """The decisions that it rests on."""
        return tuple(
            Step(
                record=each.id,
                law="KL 11 kap. 12–13 §§",
                source=next(iter(each.sources), None),
                sentence=_STEP,
                words=(("title", each.title),),
            )
            for each in self.decisions
        )

    def what_is_missing(self, lang: Language = "sv") -> Iterator[str]:
        """What is not known, each in a sentence."""
        plans = [each for each in self.decisions if each.kind is DecisionKind.ADOPTS]
        for deficit in self.ledger.deficits:
            if deficit.outstanding[1]:
                if any(each.last_year is None for each in deficit.worst):
                    yield _TOLD["no-time"].say(lang, year=deficit.year)
                if not any(concerns(each, deficit) for each in plans):
                    yield _TOLD["no-older-plan" if deficit.older else "no-plan"].say(lang, year=deficit.year)
        yield from self.ledger.what_is_missing(lang)


def restoration_plan(model: SteeringModel, year: int, *, policies: Policies = STANDARD) -> RestorationPlan:
    """
    Tell what each coming year must bring for deficits to be restored in time.

    Args:
        model: The model; decisions up to its ``as_of`` count.
        year: The last year that is accounted for.
        policies: How the law is read where it leaves that open.

    Returns:
        The years after it, to the last in which something is due.

    Raises:
        InvalidValue: if the calendar has no such year, or the model says of no legal person.

    Source:
        KL 11:12–13.
    """
    view, _ = statement_of(model, year, policies)
    until = max(model.as_of, view.on)
    held = ledger(model, year, policies, until=until)
    left = [each for each in held.deficits if each.outstanding[1]]
    about = [each for each in model.decisions if any(concerns(each, deficit) for deficit in left)]
    asked = [each for each in about if _is_followed(model, each)]
    return RestorationPlan(
        about=view.about,
        on=until,
        year=year,
        ledger=held,
        years=_years(model, held, policies),
        overdue=times.overdue(held),
        decisions=sorted((each for each in asked if each.on is None or each.on <= until), key=lambda each: each.id),
    )


def _years(model: SteeringModel, held: Ledger, policies: Policies) -> Iterator[PlanYear]:
    for coming in range(held.year + 1, times.last_due(held) + 1):
        yield PlanYear(
            year=coming,
            due=times.due_in(held, coming),
            even=times.spread_in(held, coming),
            planned=_planned(model, coming, policies),
        )


def _is_followed(model: SteeringModel, decision: Decision) -> bool:
    """Whether fullmäktige waived or prolonged, or adopted a plan of action."""
    if decision.kind in {DecisionKind.WAIVES, DecisionKind.PROLONGS}:
        return decided_by_another(model, decision) is None
    return adopts_plan_of_action(model, decision)


def _planned(model: SteeringModel, year: int, policies: Policies) -> Decimal | None:
    """The balance result of the year's forecast, budget or plan, the nearest that there is."""
    for stage in (AmountStage.FORECAST, AmountStage.BUDGET, AmountStage.PLAN):
        _, done = statement_of(model, year, policies, stage)
        if done.balance.value is not None:
            return done.balance.value
    return None


def _row(each: PlanYear, lang: Language) -> list[str]:
    return [str(each.year), _span(each.due, lang), number(tidy(round(each.even, 1)), lang), shown(each.planned, lang)]


def _span(span: tuple[Decimal, Decimal], lang: Language) -> str:
    low, high = sorted(span)
    return number(high, lang) if low == high else f"{number(low, lang)}–{number(high, lang)}"
