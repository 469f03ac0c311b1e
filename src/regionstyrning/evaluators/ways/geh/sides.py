"""Financial and operational goals that count, each side judged apart; a goal that is a condition is a gate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from regionstyrning.evaluators.verdicts.bounds import MET, NOT_MET, Bounds, worst
from regionstyrning.evaluators.verdicts.composing import (
    NOT_JOINED,
    Joining,
    Whole,
    composed,
    coverage,
    may_be_anything,
    stage,
    unknown,
)
from regionstyrning.evaluators.verdicts.rollups import bounds_of
from regionstyrning.evaluators.verdicts.saying import because
from regionstyrning.evaluators.verdicts.statuses import Status
from regionstyrning.evaluators.verdicts.verdict import Verdict
from regionstyrning.evaluators.ways.geh import saying as told
from regionstyrning.model.geh import GehPart, GehRule
from regionstyrning.model.goals import GoalKind
from regionstyrning.model.joins import Join, JoinKind
from regionstyrning.model.records import as_tuple
from regionstyrning.questions.geh import conditions_for, goals_that_count, judged_apart, side_of
from regionstyrning.questions.threads import threads

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from regionstyrning.evaluators.occasions.occasion import Occasion
    from regionstyrning.evaluators.verdicts.verdict import Reason
    from regionstyrning.model.goals import Goal

SIDE = "sida"
"""What a verdict on one side of god ekonomisk hushållning is called."""

_SIDES = ((GehPart.FINANCIAL, GoalKind.FINANCIAL), (GehPart.OPERATIONAL, GoalKind.OPERATIONAL))
TITLES = {GehPart.FINANCIAL: told.FINANCIAL, GehPart.OPERATIONAL: told.OPERATIONAL, GehPart.BALANCE: told.BALANCE}

_ALL = Join(kind=JoinKind.ALL, text="alla villkor ska vara uppfyllda")


@frozen(kw_only=True)
class Counting:
    """
    The goals that count, judged (bedömda hushållningsmål).

    Attributes:
        goals: They, by id.
        verdicts: The verdict on each; one that a condition holds back is bounded by it.
        conditions: Ids of those that are a condition for others, or stand on a level that comes first.
        sides: The side of each; None where nobody says.
    """

    goals: tuple[Goal, ...] = field(converter=as_tuple)
    verdicts: Mapping[str, Verdict]
    conditions: frozenset[str]
    sides: Mapping[str, GoalKind | None]

    def of(self, kind: GoalKind | None) -> list[Verdict]:
        """The verdicts on one side."""
        return [self.verdicts[goal.id] for goal in self.goals if self.sides[goal.id] is kind]

    def parted(self, verdicts: Sequence[Verdict]) -> tuple[list[Verdict], list[Verdict]]:
        """Conditions, and the others."""
        gates = [each for each in verdicts if each.about in self.conditions]
        return gates, [each for each in verdicts if each.about not in self.conditions]


def counting(occasion: Occasion, judged: Mapping[str, Verdict], rule: GehRule | None) -> Counting:
    """
    The goals that count, with conditions between them.

    Args:
        occasion: When and by what they are judged.
        judged: Verdicts on all goals, by id.
        rule: The region's own rule.
    """
    found = threads(occasion.plan)
    goals = judged_apart(goals_that_count(occasion.plan, found), found)
    first = set() if rule is None else set(rule.conditions)
    gates = conditions_for(goals, found)
    held = {goal.id: judged[goal.id] for goal in goals}
    return Counting(
        goals=goals,
        verdicts={id: _held_back(each, [held[gate] for gate in gates.get(id, ())]) for id, each in held.items()},
        conditions=frozenset({goal.id for goal in goals if goal.level in first}.union(*gates.values())),
        sides={goal.id: side_of(goal, found) for goal in goals},
    )


def _held_back(verdict: Verdict, gates: Sequence[Verdict]) -> Verdict:
    """A goal counts as met only if what is a condition for it is."""
    for gate in gates:
        held = bounds_of(gate)
        if held == MET or verdict.due is not None or verdict.status is Status.NOT_JUDGED:
            continue
        fails = held.high is not Status.MET
        sentence = told.HELD_BACK if fails else told.MAY_BE_HELD_BACK
        reason = because(gate.about, sentence, title=gate.title, status=gate.status)
        found = worst([bounds_of(verdict), NOT_MET if fails else Bounds(Status.NOT_MET, Status.MET)])
        reasons = [*verdict.reasons, reason]
        verdict = evolve(verdict, status=found.status, low=found.low, high=found.high, reasons=reasons)
    return verdict


def side_verdicts(occasion: Occasion, found: Counting, rule: GehRule | None) -> dict[GehPart, Verdict]:
    """The verdicts on financial and operational goals, each side apart from the other."""
    own = {} if rule is None else {each.part: each for each in rule.parts}
    sides = {}
    for part, kind in _SIDES:
        verdicts = found.of(kind)
        join = own[part].join if part in own else _joins_alone(found, kind, rule)
        sides[part] = _side(occasion, part, verdicts, _joined(occasion, part, found, verdicts, join))
    return sides


def unlabelled(occasion: Occasion, found: Counting) -> Verdict | None:
    """The goals that count and that nobody calls financial or operational; None if there are none."""
    verdicts = found.of(None)
    if not verdicts:
        return None
    about = f"{occasion.model.id}/{told.UNLABELLED.lower()}"
    whole = composed(about, verdicts)
    missing = because(about, told.NO_LABEL, missing=True)
    return _made(about, told.UNLABELLED, verdicts, evolve(whole, reasons=[missing, *whole.reasons]), occasion.year)


def _joins_alone(found: Counting, kind: GoalKind, rule: GehRule | None) -> Join | None:
    """The rule for the whole, where what it joins all stands on this side."""
    if rule is None or rule.join is None or rule.parts:
        return None
    _, terms = found.parted([found.verdicts[goal.id] for goal in found.goals])
    return rule.join if terms and all(found.sides[each.about] is kind for each in terms) else None


def _joined(
    occasion: Occasion, part: GehPart, found: Counting, verdicts: Sequence[Verdict], join: Join | None
) -> Whole:
    about = about_of(occasion, part)
    if not verdicts:
        return unknown(because(about, told.NO_GOALS, missing=True))
    gates, terms = found.parted(verdicts)
    rule = Joining(join=join, partly_points=occasion.settings.partly_points)
    return gated(about, gates, terms, rule)


def _side(occasion: Occasion, part: GehPart, verdicts: Sequence[Verdict], whole: Whole) -> Verdict:
    return _made(about_of(occasion, part), TITLES[part], verdicts, whole, occasion.year)


def about_of(occasion: Occasion, part: GehPart) -> str:
    """What a verdict on a part is about."""
    return f"{occasion.model.id}/{part.value}"


def _made(about: str, title: str, verdicts: Sequence[Verdict], whole: Whole, year: int) -> Verdict:
    return Verdict(
        about=about,
        title=title,
        status=whole.status,
        low=whole.low,
        high=whole.high,
        reasons=whole.reasons,
        parts=verdicts,
        coverage=coverage(verdicts),
        due=whole.due,
        stage=stage(verdicts),
        year=year,
        kind=SIDE,
    )


def gated(about: str, gates: Sequence[Verdict], terms: Sequence[Verdict], rule: Joining = NOT_JOINED) -> Whole:
    """
    What parts come to where some are conditions: those must all be met, and the others are joined by the rule.

    A condition is no term: it neither helps a majority nor weighs in a mean. What waits may fall out in
    any way; the whole waits too, unless it comes to the same however that is.

    Args:
        about: Id of the whole.
        gates: The conditions.
        terms: The others.
        rule: How the others are joined.
    """
    waiting = [each.due for each in (*gates, *terms) if each.status is Status.NOT_DUE and each.due is not None]
    whole = _parted(about, gates, terms, rule)
    if not waiting:
        return whole
    # A majority of those that have fallen due is no majority of all.
    settled = _parted(about, [*map(may_be_anything, gates)], [*map(may_be_anything, terms)], rule)
    if settled.low == settled.high:
        return evolve(settled, reasons=whole.reasons)
    return Whole(status=Status.NOT_DUE, due=min(waiting), reasons=whole.reasons)


def _parted(about: str, gates: Sequence[Verdict], terms: Sequence[Verdict], rule: Joining) -> Whole:
    """Conditions and the others together, where what waits is left aside."""
    first = composed(about, gates, Joining(join=_ALL))
    rest = composed(about, terms, rule)
    fails = any(bounds_of(gate).high is not Status.MET for gate in gates)
    reasons = [*(_gate(each) for each in gates if terms), *(rest if terms else first).reasons]
    if not gates or not terms:
        return evolve(rest if terms else first, reasons=reasons)
    if fails:
        status = Status.NOT_MET
        return Whole(status=status, low=status, high=status, reasons=reasons)
    if first.status is Status.MET:
        return evolve(rest, reasons=reasons)
    high = _high(rest)
    status = Status.NOT_MET if high is Status.NOT_MET else Status.CANNOT_BE_ASSESSED
    return Whole(status=status, low=Status.NOT_MET, high=high, reasons=reasons)


def _high(whole: Whole) -> Status:
    """The best that a whole can be; anything where it is counted or does not say."""
    return whole.high if isinstance(whole.high, Status) else Status.MET


def _gate(gate: Verdict) -> Reason:
    held = bounds_of(gate)
    met, fails = held == MET, held.high is not Status.MET
    sentence = told.CONDITION_MET if met else told.CONDITION_FAILS if fails else told.CONDITION_OPEN
    return because(gate.about, sentence, title=gate.title, status=gate.status)
