"""Whether deficits, goals and the whole are followed up: the family *geh*, its second part."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from regionstyrning.law import STANDARD
from regionstyrning.model.contents import Content
from regionstyrning.model.economy import AmountStage
from regionstyrning.model.findings import Severity
from regionstyrning.model.judgements import Capacity, Form, Side
from regionstyrning.questions.economy.action_plans import adopts_plan_of_action
from regionstyrning.questions.economy.books import ledger
from regionstyrning.questions.economy.deficits import DeficitState
from regionstyrning.questions.economy.layout import BALANCE
from regionstyrning.questions.geh import side_of
from regionstyrning.questions.threads import title_of
from regionstyrning.rules.economy.looked_at import statements
from regionstyrning.rules.geh.looked_at import HALVES, counted, is_law, reports_of
from regionstyrning.rules.rule import Held, Hit, Rule, rule
from regionstyrning.text.numbers import number
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from regionstyrning.model.documents import SteeringDocument
    from regionstyrning.model.goals import GoalKind
    from regionstyrning.model.judgements import Judgement
    from regionstyrning.questions.economy.statement import BalanceStatement

GEH = "god ekonomisk hushållning"
OWN = frozenset({Capacity.OWN})
_EVALUATED = ("lkbr/11-8",)
_ACTION = ("kl/11-12-2",)

_HALF = Sentence(
    "{title} utvärderar inte de {half} som räknas till god ekonomisk hushållning, så vitt modellen säger.",
    "{title} does not evaluate the {half_en} that count for god ekonomisk hushållning, as far as the model says.",
)


@rule(
    "geh.a-deficit-has-an-action-plan",
    severity=Severity.WARNING,
    lawful=True,
    source="KL 11 kap. 12 § andra stycket; lagen anger ingen dag, så regeln frågar från det andra året efter.",
    sentence=Sentence(
        "Balanskravsresultatet {year} är {value} mnkr, och ingen antagen åtgärdsplan för det är känd.",
        "The balance result of {year} is {value} mnkr, and no adopted plan of action for it is known.",
    ),
    mending=Sentence(
        "Lägg in fullmäktiges beslut som antar planen, med underskottets år (year).",
        "Add fullmäktige's decision that adopts the plan, with the year of the deficit (year).",
    ),
)
def a_deficit_has_an_action_plan(held: Held) -> Iterator[Hit]:
    """
    A negative balance result must have a plan of action, unless it is restored or not to be restored.

    What was decided after the last accounts counts too.
    """
    made = {statement.year: statement for statement in statements(held)}
    planned = {each.year for each in held.model.decisions if adopts_plan_of_action(held.known, each)}
    for year in list(made)[-1:]:
        for deficit in ledger(held.model, year, STANDARD, until=held.model.as_of).deficits:
            settled = deficit.state in {DeficitState.RESTORED, DeficitState.WAIVED} or deficit.older
            early = held.model.as_of.year <= deficit.year + 1
            if settled or early or deficit.year in planned or not is_law(held, deficit.year, _ACTION):
                continue
            words = {"year": str(deficit.year), "value": number(-deficit.amount)}
            yield Hit(_balance_of(made.get(deficit.year)) or (made[year].about,), words)


@rule(
    "geh.the-annual-report-evaluates-the-goals",
    severity=Severity.WARNING,
    lawful=True,
    source="LKBR 11 kap. 8 §.",
    sentence=Sentence(
        "{title} utvärderar inte målen för god ekonomisk hushållning, så vitt modellen säger.",
        "{title} does not evaluate the goals for god ekonomisk hushållning, as far as the model says.",
    ),
    mending=Sentence(
        "Lägg in omdömena eller utfallen för året, om källan har dem.",
        "Add the judgements or outcomes of the year, if the source has them.",
    ),
)
def the_annual_report_evaluates_the_goals(held: Held) -> Iterator[Hit]:
    """
    The last annual report must evaluate whether the goals for god ekonomisk hushållning have been reached.

    What the auditors say of it is their own judgement, and no evaluation of the region's.
    """
    reports = {document.id: _year_of(held, document) for document in reports_of(held, Content.ANNUAL_REPORT)}
    last = max((year for year in reports.values() if year is not None), default=0)
    goals = counted(held)
    if not goals or not is_law(held, last, _EVALUATED):
        return
    if any(each.capacity is Capacity.OWN for each in _published_wholes(held, last)):
        return
    sides = {side_of(goal, held.threads) for goal in goals}
    evaluated = [kind for kind in HALVES if _judged(held, kind, last, by=OWN) or _followed_up(held, kind, last)]
    lacking = [kind for kind in HALVES if kind in sides and kind not in evaluated]
    for id in (id for id, year in reports.items() if year == last):
        if not evaluated:
            yield Hit((id,), {"title": title_of(held.known, id)})
        for kind in lacking if evaluated else ():
            _, swedish, english = HALVES[kind]
            yield Hit((id,), {"title": title_of(held.known, id), "half": swedish, "half_en": english}, sentence=_HALF)


@rule(
    "geh.a-published-whole-has-both-halves",
    severity=Severity.WARNING,
    source="SKR, Bedömning delårsrapport med kommentarer (2019): finansiella mål och verksamhetsmål bedöms för sig.",
    sentence=Sentence(
        "Helheten för {year} är bedömd ({words}), men ingen har bedömt eller följt upp dess {half}. Vilar på modellens "
        "egna omdömen och utfall.",
        "The whole of {year} has been judged ({words}), but nobody has judged or followed up its {half_en}. Rests on "
        "the model's own judgements and outcomes.",
    ),
    mending=Sentence(
        "Lägg in vad som är sagt eller mätt av den halvan, om källan har det.",
        "Add what is said or measured of that half, if the source has it.",
    ),
)
def a_published_whole_has_both_halves(held: Held) -> Iterator[Hit]:
    """A published judgement of the whole must have both its halves judged or followed up."""
    years = {each.year for each in held.model.judgements if each.year is not None}
    for year in sorted(years):
        lacking = [kind for kind in HALVES if not _judged(held, kind, year) and not _followed_up(held, kind, year)]
        for judgement in _published_wholes(held, year):
            for kind in lacking:
                _, swedish, english = HALVES[kind]
                words = {"year": str(year), "words": judgement.words.rstrip("."), "half": swedish}
                yield Hit((judgement.id,), {**words, "half_en": english})


def _balance_of(statement: BalanceStatement | None) -> tuple[str, ...]:
    """The record of the balance result, if it is printed."""
    entry = None if statement is None else statement.accounts.entries.get(BALANCE)
    return () if entry is None else (entry.figures[0].amount.id,)


def _year_of(held: Held, document: SteeringDocument) -> int | None:
    """The fiscal year of an annual report: that of the decision to approve it, or of the figures it prints."""
    decided = [each.year for each in held.model.decisions if each.about == document.id and each.year is not None]
    printed = [
        each.year
        for each in held.model.amounts
        if each.document == document.id and each.stage is AmountStage.OUTCOME and each.part is None
    ]
    return max((*decided, *printed), default=None)


def _published_wholes(held: Held, year: int) -> list[Judgement]:
    """What the region itself or its auditors have said of god ekonomisk hushållning as a whole."""
    reports = {each.id for each in reports_of(held, Content.ANNUAL_REPORT)}
    found = [
        each
        for each in held.model.judgements
        if each.year == year and each.side is Side.WHOLE and each.form is Form.OPINION and each.part is None
        if each.capacity in {Capacity.OWN, Capacity.AUDITORS}
        if reports & set(each.about) or (held.model.legal_person in each.about and _is_of_geh(each))
    ]
    return sorted(found, key=lambda each: each.id)


def _is_of_geh(judgement: Judgement) -> bool:
    return GEH in (judgement.subject or "").casefold()


def _judged(held: Held, kind: GoalKind, year: int, *, by: frozenset[Capacity] = frozenset(Capacity)) -> bool:
    """Whether anyone of some capacities has judged a half as such."""
    side = HALVES[kind][0]
    opinions = (each for each in held.model.judgements if each.form is Form.OPINION and each.capacity in by)
    return any(each.side is side and each.year == year for each in opinions)


def _followed_up(held: Held, kind: GoalKind, year: int) -> bool:
    """Whether a goal of the half, or one that it continues, has been judged or measured for the year."""
    goals = [goal for goal in counted(held) if side_of(goal, held.threads) is kind]
    ids = {goal.id for goal in goals}.union(*(goal.continues for goal in goals))
    measured = {link.lower for goal in goals for link in held.threads.links(goal.id, "down")}
    # A goal of an earlier plan is only a name now, and which half it was of cannot be told.
    ids.update(name.id for name in held.model.names if name.catalogue == "goals")
    said = any(ids & set(each.about) and each.year == year for each in held.model.judgements)
    return said or any(each.indicator in measured and each.year == year for each in held.model.outcomes)


RULES: tuple[Rule, ...] = (
    a_deficit_has_an_action_plan,
    the_annual_report_evaluates_the_goals,
    a_published_whole_has_both_halves,
)
