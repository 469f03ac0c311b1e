"""
How the goals of a year ahead are joined, followed once before anything is known of the year.

A truth that is awaited notes what is made of it. What is known beforehand is thus settled once for all
paths, what several goals have in common is joined once, and a run only does what is left.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from regionstyrning.alternatives.ahead import IN_BALANCE, IN_TIME
from regionstyrning.alternatives.geh_ahead import FINANCIAL, GEH
from regionstyrning.alternatives.goals_counted import BALANCE_HELD
from regionstyrning.alternatives.joined_ahead import LATER, Truths, both, either
from regionstyrning.model.records import as_tuple

if TYPE_CHECKING:
    from regionstyrning.alternatives.goal_ahead import GoalAhead
    from regionstyrning.alternatives.goals_counted import GoalRule

_LIMITS = ("missed", "doubtful", "lost", "unsure")
_BALANCE = ((IN_BALANCE, "missed"), (IN_TIME, "missed"))

_Leaf = tuple[str, str]
"""What was asked, and which of its truths."""

_Step = tuple[Callable[[Any, Any], Any], int, int | None, object]
"""What is done with the value of one place, and with that of another or with what is given."""


class _Awaited:
    """A truth that is not known yet, or what is counted of such: what is made of it is noted."""

    __slots__ = ("notes", "place")

    def __init__(self, notes: _Notes, place: int) -> None:
        self.notes, self.place = notes, place

    def __or__(self, other: object) -> _Awaited:
        return self.notes.made(either, self, other)

    def __and__(self, other: object) -> _Awaited:
        return self.notes.made(both, self, other)

    def __xor__(self, other: object) -> _Awaited:
        return self.notes.made(operator.xor, self, other)

    def __mul__(self, other: object) -> _Awaited:
        return self.notes.made(operator.mul, self, other)

    def __add__(self, other: object) -> _Awaited:
        return self.notes.made(operator.add, self, other)

    def __gt__(self, other: object) -> _Awaited:
        return self.notes.made(operator.gt, self, other)


@frozen(kw_only=True, eq=False)
class Workings:
    """
    What is left to do when all is settled that is known beforehand (uträkning).

    Attributes:
        leaves: What is looked up of the year, by its place: what was asked, and which of its truths.
        steps: What is done with it, by the place of what it gives, in order.
        financial: What all financial goals together come to, known or awaited.
        whole: What the whole comes to.
        partly: Names of what may be partly met.
    """

    leaves: tuple[tuple[int, _Leaf], ...] = field(converter=as_tuple)
    steps: tuple[tuple[int, _Step], ...] = field(converter=as_tuple)
    financial: tuple[object, ...]
    whole: tuple[object, ...]
    partly: frozenset[str]

    def of(self, asked: Mapping[str, Truths]) -> tuple[Truths, Truths]:
        """
        What all financial goals together, and the whole, come to in a year.

        Args:
            asked: What is known of each goal and of the balance.
        """
        values = {place: getattr(asked[name], limit) for place, (name, limit) in self.leaves}
        for place, (operation, first, second, given) in self.steps:
            values[place] = operation(values[first], given if second is None else values[second])
        financial, whole = (
            Truths(*[values[each.place] if isinstance(each, _Awaited) else each for each in end])
            for end in (self.financial, self.whole)
        )
        return financial, whole


class _Notes:
    """What is made of truths that are awaited, the same thing only once."""

    def __init__(self, goals: Iterable[GoalAhead]) -> None:
        leaves = [*((each.name, limit) for each in goals for limit in _LIMITS), *_BALANCE]
        self.awaited = {leaf: _Awaited(self, place) for place, leaf in enumerate(dict.fromkeys(leaves))}
        self.steps: dict[_Step, _Awaited] = {}

    def made(self, operation: Callable[[Any, Any], Any], first: _Awaited, other: object) -> _Awaited:
        """What an operation gives, which another time is the same."""
        second, given = (other.place, None) if isinstance(other, _Awaited) else (None, other)
        step = (operation, first.place, second, given)
        if step not in self.steps:
            self.steps[step] = _Awaited(self, len(self.awaited) + len(self.steps))
        return self.steps[step]

    def wanted(self, ends: Iterable[object]) -> set[int]:
        """The places of all that something is made of."""
        found = {each.place for each in ends if isinstance(each, _Awaited)}
        for (_, first, second, _), each in reversed(self.steps.items()):
            if each.place in found:
                found |= {first} if second is None else {first, second}
        return found

    def goal(self, goal: GoalAhead) -> Truths:
        """What is awaited of a goal; where it never is partly met, both limits are one."""
        missed, doubtful = self.awaited[goal.name, "missed"], self.awaited[goal.name, "doubtful"]
        if not goal.may_be_partly:
            return Truths(missed, doubtful, missed, doubtful)
        return Truths(missed, doubtful, self.awaited[goal.name, "lost"], self.awaited[goal.name, "unsure"])


def workings(rule: GoalRule, goals: Sequence[GoalAhead], waiting: Iterable[str], *, unseen: bool) -> Workings:
    """
    Follow how the goals of a year are joined as far as can be before the year.

    Args:
        rule: How they are joined.
        goals: The goals that are judged.
        waiting: Names of those that are decided in a later year.
        unseen: Whether deficits of earlier years may be left that are in no accounts.
    """
    notes = _Notes(goals)
    known = {each.name: notes.goal(each) for each in goals} | dict.fromkeys(waiting, LATER)
    if rule.balance:
        unbalanced = either(*(notes.awaited[leaf] for leaf in _BALANCE))
        may = either(unbalanced, unseen)
        known[BALANCE_HELD] = Truths(unbalanced, may, unbalanced, may)
    found: list[Truths] = []
    for step in rule.steps:
        found.append(step.of(found, known))
    financial, whole = found[rule.financial], found[rule.whole]
    ends = {FINANCIAL: financial, GEH: whole}
    wanted = notes.wanted([*financial.all, *whole.all])
    return Workings(
        leaves=[(each.place, leaf) for leaf, each in notes.awaited.items() if each.place in wanted],
        steps=[(each.place, step) for step, each in notes.steps.items() if each.place in wanted],
        financial=financial.all,
        whole=whole.all,
        partly=frozenset(
            [each.name for each in goals if each.may_be_partly]
            + [name for name, truths in ends.items() if truths.may_be_partly]
        ),
    )
