"""Whether targets and goals look as far as the plan that they stand in."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from regionstyrning.law import law_for, mandate_period
from regionstyrning.model.dates import HorizonKind
from regionstyrning.model.documents import SteeringDocument
from regionstyrning.model.findings import Severity
from regionstyrning.model.organisation import OrganKind
from regionstyrning.questions.editions import has_year, years_text
from regionstyrning.questions.threads import title_of
from regionstyrning.rules.horizon.looked_at import days_by_id
from regionstyrning.rules.rule import Held, Hit, Rule, rule
from regionstyrning.text.sentences import Sentence, listed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from regionstyrning.model.conditions import Condition
    from regionstyrning.model.goals import Goal
    from regionstyrning.model.indicators import Target

_NAMED = 3
"""How many measures a finding names; the rest it counts."""

_SAME_END = Sentence(
    "{title} siktar på {end} liksom i den förra planen, medan {plan} räcker till {last}: målets tid krymper.",
    "{title} aims at {end} as in the plan before, while {plan} reaches to {last}: the goal's time shrinks.",
)


@rule(
    "horizon.has-targets-for-its-last-year",
    severity=Severity.NOTE,
    source="Bibliotekets läsning: en plan för flera år säger vart den vill ha nått när den är slut.",
    sentence=Sentence(
        "{title} har målvärden men inget för sitt sista år, {last}, för {measures}.",
        "{title} has targets but none for its last year, {last}, for {measures_en}.",
    ),
    mending=Sentence("Ange målvärden för det sista året.", "Set targets for the last year."),
)
def has_targets_for_its_last_year(held: Held) -> Iterator[Hit]:
    """A plan for several years that sets targets for a measure should set one for its last year."""
    by_plan: defaultdict[str, list[Target]] = defaultdict(list)
    for target in held.model.targets:
        by_plan[_document_of(target, held) or ""].append(target)
    for id, targets in sorted(by_plan.items()):
        days = days_by_id(held, id)
        if days is None or days.first is None or days.last is None or days.first.year == days.last.year:
            continue
        last = days.last.year
        asked = {target.indicator for target in targets if _asks_of(target, last)}
        without = sorted({target.indicator for target in targets} - asked)
        if without:
            words = {"title": title_of(held.model, id), "last": str(last), **_some(held, without)}
            yield Hit((id, *without), words)


@rule(
    "horizon.target-years-are-inside-the-plan",
    severity=Severity.NOTE,
    source="Bibliotekets läsning: ett målvärde för ett år som planen inte omfattar hör hemma i en annan plan.",
    each="targets",
    sentence=Sentence(
        "Målvärdet för {measure} gäller {years}, utanför {plan} ({span}).",
        "The target for {measure} is for {years}, outside {plan} ({span}).",
    ),
    mending=Sentence(
        "Rätta året, eller säg vilken tid målvärdet har.", "Correct the year, or say which time the target has."
    ),
)
def target_years_are_inside_the_plan(target: Target, held: Held) -> Iterator[Hit]:
    """A target's year should be one of its plan's; one with a horizon of its own says that it looks elsewhere."""
    document = _document_of(target, held)
    days = None if document is None else days_by_id(held, document)
    if document is None or days is None or target.horizon is not None:
        return
    outside = [year for year in sorted(_years_of(target)) if not has_year(days, year)]
    if outside:
        words = {
            "measure": title_of(held.model, target.indicator),
            "years": ", ".join(map(str, outside)),
            "plan": title_of(held.model, document),
            "span": years_text(days),
        }
        yield Hit((target.id, document), words)


@rule(
    "horizon.the-time-of-a-goal-does-not-shrink",
    severity=Severity.NOTE,
    source="Bibliotekets läsning: i en plan som flyttas fram varje år ska målens tid inte bli kortare.",
    each="goals",
    sentence=Sentence(
        "{title} gäller mandatperioden, till {end}, men {plan} räcker till {last}: {left} dagar är kvar av målets tid.",
        "{title} is for the mandate period, until {end}, but {plan} reaches to {last}: {left} days are left of it.",
    ),
    mending=Sentence("Pröva målet på nytt när planen flyttas fram.", "Try the goal anew when the plan moves on."),
)
def the_time_of_a_goal_does_not_shrink(goal: Goal, held: Held) -> Iterator[Hit]:
    """A goal in a plan that moves on every year should move on with it, not shrink through the mandate period."""
    plan = held.model.by_id.get(goal.document or "")
    if not isinstance(plan, SteeringDocument) or plan.horizon is None or goal.horizon is None:
        return
    last, end = plan.horizon.days.last, _end_of(goal, plan, held)
    if last is None or end is None or end >= last:
        return
    words = {"title": goal.title, "plan": plan.title, "end": str(end), "last": str(last)}
    if goal.horizon.kind is HorizonKind.MANDATE_PERIOD:
        left = max((end - held.model.as_of).days + 1, 0)
        yield Hit((goal.id, plan.id), {**words, "left": str(left)})
    elif any(getattr(days_by_id(held, id), "last", None) == end for id in goal.continues if id != goal.id):
        yield Hit((goal.id, plan.id), words, sentence=_SAME_END)


def _end_of(goal: Goal, plan: SteeringDocument, held: Held) -> date | None:
    """The last day of a goal's time; of one for the mandate period without days the law's."""
    horizon = goal.horizon
    if horizon is None or horizon.days.last is not None or horizon.kind is not HorizonKind.MANDATE_PERIOD:
        return None if horizon is None else horizon.days.last
    begins = plan.begins or held.model.as_of
    period = mandate_period(law_for(held.model), OrganKind.ASSEMBLY, on=begins)
    return None if period is None else period.days.last


def _document_of(target: Target, held: Held) -> str | None:
    """Id of the document that sets a target: its own, or that of its indicator."""
    indicator = held.model.by_id.get(target.indicator)
    return target.document or getattr(indicator, "document", None)


def _years_of(target: Target) -> set[int]:
    """The years that a target names."""
    own = () if target.year is None else (target.year,)
    return {*own, *_years_in(target.condition)}


def _years_in(condition: Condition) -> Iterator[int]:
    yield from (each.year for each in condition.by_year)
    for part in condition.parts:
        yield from _years_in(part)


def _asks_of(target: Target, year: int) -> bool:
    """Whether it asks something of a year: one that names no year asks the same of all that its time spans."""
    named = _years_of(target)
    if named:
        return year in named
    return target.horizon is None or has_year(target.horizon.days, year)


def _some(held: Held, measures: list[str]) -> dict[str, str]:
    """The first of the measures by title, and how many more there are, in both languages."""
    named = [title_of(held.model, id).rstrip(".") for id in measures[:_NAMED]]
    more = len(measures) - _NAMED
    swedish, english = ([f"{more} till"], [f"{more} more"]) if more > 0 else ([], [])
    return {"measures": listed([*named, *swedish]), "measures_en": listed([*named, *english], "en")}


RULES: tuple[Rule, ...] = (
    has_targets_for_its_last_year,
    target_years_are_inside_the_plan,
    the_time_of_a_goal_does_not_shrink,
)
