"""Which goals count in a year ahead and how they are joined, read from the structure as of a year that has been."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from attrs import field, frozen

from regionstyrning.alternatives.joined_ahead import LATER, MEANS, MET, NOT_MET, OPEN, Joining, Truths
from regionstyrning.evaluators.wholes.goals import attained, deciding, from_below, lower_goals, measures
from regionstyrning.model.geh import GehPart
from regionstyrning.model.goals import GoalKind
from regionstyrning.model.joins import JoinKind
from regionstyrning.model.records import as_tuple
from regionstyrning.model.structure import Ground
from regionstyrning.questions.geh import conditions_for, goals_that_count, judged_apart, side_of
from regionstyrning.questions.threads import threads

if TYPE_CHECKING:
    from regionstyrning.model.geh import GehRule
    from regionstyrning.model.goals import Goal
    from regionstyrning.model.indicators import Indicator
    from regionstyrning.model.joins import Join
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.questions.threads import Threads

BALANCE_HELD = "balanskrav"
"""What the balance requirement is called among what the year came to."""

NO_GOALS, NO_MEASURE, OVERALL, NO_SIDE, NOT_JUDGED = "nothing", "no-measure", "overall", "no-side", "not-judged"
"""Why a goal that counts cannot be judged ahead."""


@frozen(kw_only=True)
class Part:
    """
    What a goal or a measure comes to (del).

    Attributes:
        place: The place of its step.
        dated: Whether it is for the year; what has no target is for no time.
        waits: Whether it is decided later.
        judged: Whether it is judged at all.
    """

    place: int
    dated: bool = True
    waits: bool = False
    judged: bool = True


class Steps:
    """The steps to the whole, each after those it is made of."""

    def __init__(self) -> None:
        self.made: list[Joining] = []

    def known(self, truths: Truths) -> int:
        """The place of what is known."""
        return self._add(Joining(known=truths))

    def named(self, name: str) -> int:
        """The place of what is looked up."""
        return self._add(Joining(name=name))

    def joined(self, parts: Sequence[int], join: Join | None = None, gates: Sequence[int] = ()) -> int:
        """The place of what is joined."""
        return self._add(Joining(parts=parts, gates=gates, join=join))

    def _add(self, step: Joining) -> int:
        self.made.append(step)
        return len(self.made) - 1

    def open(self, *, dated: bool = True) -> Part:
        """What nobody can tell."""
        return Part(place=self.known(OPEN), dated=dated)

    def later(self) -> Part:
        """What is decided in a later year."""
        return Part(place=self.known(LATER), waits=True)

    def not_judged(self) -> Part:
        """What is not judged; where it has to be, nobody can tell."""
        return Part(place=self.known(OPEN), judged=False)

    def composed(self, parts: Sequence[Part], join: Join | None = None) -> Part:
        """What has fallen due joined; what waits is left aside, and decides only that nothing has."""
        judged = [each for each in parts if each.judged]
        if not judged:
            return self.not_judged()
        now = [each for each in judged if not each.waits]
        dated = any(each.dated for each in now)
        if len(now) < len(judged) and not dated:
            return self.later()
        if join is not None and join.kind in MEANS:
            return self.open(dated=dated)  # points are no verdict, and say nothing to what is above
        if len(now) == 1 and (join is None or join.kind is not JoinKind.COUNT):
            return now[0]
        return Part(place=self.joined([each.place for each in now], join), dated=dated)


@frozen(kw_only=True, eq=False)
class GoalRule:
    """
    How the financial goals of a year ahead, and the whole, are come to (hushållning framåt).

    Attributes:
        steps: The steps, each after those it is made of.
        financial: The place of all financial goals together.
        whole: The place of god ekonomisk hushållning.
        stated: Whether the region states a rule for the whole.
        balance: Whether the balance requirement is a part of it.
        of_activity: Whether goals of its activities are.
        unjoined: Whether goals, or measures of a goal, stand together without a rule that joins them.
        goals: The financial goals that count.
    """

    steps: tuple[Joining, ...] = field(converter=as_tuple)
    financial: int
    whole: int
    stated: bool
    balance: bool
    of_activity: bool
    unjoined: bool
    goals: tuple[Goal, ...] = field(converter=as_tuple)

    def waits(self, place: int) -> bool:
        """Whether something is decided later that a step is made of."""
        waiting: list[bool] = []
        for step in self.steps:
            waiting.append(step.known is LATER or any(waiting[each] for each in (*step.parts, *step.gates)))
        return waiting[place]


Measured = Callable[["Indicator", Steps], Part]
Noted = Callable[[str, str], None]


def counts_any(plan: SteeringModel) -> bool:
    """Whether any financial goal counts in a plan."""
    found = threads(plan)
    return any(side_of(each, found) is GoalKind.FINANCIAL for each in goals_that_count(plan, found))


def goal_rule(plan: SteeringModel, measured: Measured, noted: Noted, *, of_activity: bool | None) -> GoalRule:
    """
    How the goals that count in a plan are joined.

    Args:
        plan: The plan of the year.
        measured: What gives the part of an indicator.
        noted: What is told why a goal cannot be judged, and its title.
        of_activity: Whether the goals of the activities are taken to be met; None for not known.
    """
    return _Counting(plan, measured, noted, of_activity=of_activity).rule()


class _Counting:
    """The goals that count in a plan, as steps."""

    def __init__(self, plan: SteeringModel, measured: Measured, noted: Noted, *, of_activity: bool | None) -> None:
        self.found: Threads = threads(plan)
        self.measured, self.noted = measured, noted
        self.steps, self.done = Steps(), dict[str, Part]()
        self.unjoined = False
        structure = self.found.structure
        self.stands: GehRule | None = None if structure is None else structure.geh
        self.goals = judged_apart(goals_that_count(plan, self.found), self.found)
        self.sides = {goal.id: side_of(goal, self.found) for goal in self.goals}
        self.activity = OPEN if of_activity is None else MET if of_activity else NOT_MET

    def rule(self) -> GoalRule:
        """The whole."""
        gates = conditions_for(self.goals, self.found)
        first = set() if self.stands is None else set(self.stands.conditions)
        self.conditions = {goal.id for goal in self.goals if goal.level in first}.union(*gates.values())
        alone = {goal.id: self._counted(goal) for goal in self.goals}
        self.parts = {
            id: self._held_back(each, [alone[gate] for gate in gates.get(id, ())]) for id, each in alone.items()
        }
        own = {} if self.stands is None else {each.part: each for each in self.stands.parts}
        money = [goal for goal in self.goals if self.sides[goal.id] is GoalKind.FINANCIAL]
        join = own[GehPart.FINANCIAL].join if GehPart.FINANCIAL in own else self._joins_alone()
        shown, upward = self._gated(money, join)
        if not money:
            self.noted(NO_GOALS, "")
        whole = self._whole(upward)
        stated = self.stands is not None and self.stands.is_stated
        return GoalRule(
            steps=self.steps.made,
            financial=shown,
            whole=whole,
            stated=stated,
            balance=GehPart.BALANCE in own,
            of_activity=GehPart.OPERATIONAL in own
            or (stated and not own and any(each is GoalKind.OPERATIONAL for each in self.sides.values())),
            unjoined=self.unjoined,
            goals=money,
        )

    def _counted(self, goal: Goal) -> Part:
        side = self.sides[goal.id]
        if side is GoalKind.FINANCIAL:
            part = self._goal(goal)
            if not part.judged:
                self.noted(NOT_JUDGED, goal.title)
            return part
        by_goals = self.stands is not None and self.stands.is_stated and not self.stands.parts
        if side is None and by_goals:
            self.noted(NO_SIDE, goal.title)
        return Part(place=self.steps.known(OPEN if side is None else self.activity))

    def _goal(self, goal: Goal) -> Part:
        """A goal, after those under it."""
        for each in from_below(goal, self.found, self.done):
            self.done[each.id] = self._one(each)
        return self.done[goal.id]

    def _one(self, goal: Goal) -> Part:
        level = None if self.found.structure is None else self.found.structure.level(goal.level)
        if level is None or not attained(level):
            return self.steps.not_judged()
        if Ground.OVERALL in level.judged_by:
            self.noted(OVERALL, goal.title)
            return self.steps.open()
        grounds = level.judged_by or (Ground.MEASURES, Ground.LEVEL_UNDER)
        parts: list[Part] = []
        if Ground.MEASURES in grounds:
            parts += [self.measured(each, self.steps) for _, each in deciding(measures(goal, self.found))]
        if Ground.LEVEL_UNDER in grounds:
            parts += [self.done.get(each.id) or self.steps.open() for _, each in lower_goals(goal, self.found)]
        if not parts:
            self.noted(NO_MEASURE, goal.title)
            return self.steps.open(dated=False)
        self._unjoined(parts, level.join)
        return self.steps.composed(parts, level.join)

    def _unjoined(self, parts: Sequence[Part], join: Join | None) -> None:
        together = sum(each.judged and not each.waits for each in parts) > 1
        settles = join is not None and join.kind not in MEANS and (join.kind is not JoinKind.COUNT or join.at_least)
        self.unjoined |= together and not settles

    def _held_back(self, part: Part, gates: Sequence[Part]) -> Part:
        """A goal counts as met only if what is a condition for it is."""
        if not gates or part.waits or not part.judged:
            return part
        # What is a condition is not waited for here: until it is decided, it only leaves the goal open.
        held = [self.steps.known(OPEN) if each.waits else each.place for each in gates]
        return Part(place=self.steps.joined([part.place], None, held), dated=part.dated)

    def _joins_alone(self) -> Join | None:
        """The rule for the whole, where what it joins all is financial."""
        if self.stands is None or self.stands.parts:
            return None
        terms = [self.sides[goal.id] for goal in self.goals if goal.id not in self.conditions]
        return self.stands.join if terms and all(each is GoalKind.FINANCIAL for each in terms) else None

    def _gated(self, goals: Sequence[Goal], join: Join | None) -> tuple[int, int]:
        """The places of what goals come to, as it is shown and as it goes into what is above."""
        gates = [self.parts[goal.id] for goal in goals if goal.id in self.conditions]
        terms = [self.parts[goal.id] for goal in goals if goal.id not in self.conditions]
        if not goals:
            place = self.steps.known(OPEN)
            return place, place
        self._unjoined(terms, join)
        first, rest = self._places(gates), self._places(terms)
        shown = self.steps.joined(rest, join, first)
        if not terms or join is None or join.kind not in MEANS:
            return shown, shown
        inner = LATER if any(each.waits for each in terms) else OPEN
        return shown, self.steps.joined([self.steps.known(inner)], None, first)

    def _places(self, parts: Sequence[Part]) -> list[int]:
        """What is judged of some; where nothing is, nobody can tell."""
        found = [each.place for each in parts if each.judged]
        return found if found or not parts else [parts[0].place]

    def _whole(self, financial: int) -> int:
        rule = self.stands
        if rule is None or not rule.is_stated:
            return self.steps.known(OPEN)
        if not rule.parts:
            return self._gated(self.goals, rule.join)[0]
        places = {
            each.part: financial
            if each.part is GehPart.FINANCIAL
            else self.steps.named(BALANCE_HELD)
            if each.part is GehPart.BALANCE
            else self.steps.known(self.activity)
            for each in rule.parts
        }
        gates = [places[each.part] for each in rule.parts if each.condition]
        terms = [places[each.part] for each in rule.parts if not each.condition]
        return self.steps.joined(terms, rule.join, gates)
