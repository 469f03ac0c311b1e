"""Which goals count for god ekonomisk hushållning, on which side, and which of them are conditions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.model.goals import ContributionKind, GoalKind
from regionstyrning.model.structure import LevelKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from regionstyrning.model.goals import Goal
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.model.structure import Level
    from regionstyrning.questions.threads import Threads

_OF_GOALS = frozenset({LevelKind.GOAL, LevelKind.FINANCIAL})
_FROM_BELOW = frozenset({ContributionKind.BREAKS_DOWN, ContributionKind.CONTRIBUTES})


def goal_levels(found: Threads) -> tuple[Level, ...]:
    """The levels that goals stand on; visions and work are none."""
    levels = () if found.structure is None else found.structure.levels
    return tuple(level for level in levels if level.kind in _OF_GOALS)


def goals_that_count(held: SteeringModel, found: Threads) -> tuple[Goal, ...]:
    """
    The goals that count for god ekonomisk hushållning, by id.

    They count by their level, by a perspective above them, or by a mark of their own. A goal that is
    marked as none of them does not count.

    Args:
        held: What ``model.at(day)`` gave.
        found: Its links.
    """
    levels = goal_levels(found)
    whole = {level.id for level in levels if level.geh}
    perspectives = () if found.structure is None else found.structure.perspectives
    marked = (perspective.id for perspective in perspectives if perspective.geh)
    under = {id for perspective in marked for id in found.reached(perspective, "down", serving=True)}
    on_a_level = {level.id for level in levels}
    counted = (
        goal
        for goal in held.goals
        if goal.geh or goal.level in whole or (goal.id in under and goal.level in on_a_level)
    )
    return tuple(sorted((goal for goal in counted if goal.geh is not False), key=_id))


def judged_apart(goals: Sequence[Goal], found: Threads) -> tuple[Goal, ...]:
    """
    The goals that count by themselves: not those that count only as a part of another that does.

    A goal under a perspective that counts, and under a goal there too, is judged through that goal. The
    reading is ours.

    Args:
        goals: The goals that count.
        found: The links of the model.
    """
    counted = {goal.id for goal in goals}
    levels = {level.id for level in goal_levels(found) if level.geh}

    def is_part(goal: Goal) -> bool:
        above = (link.upper for link in found.links(goal.id, "up") if link.kind in _FROM_BELOW)
        return not goal.geh and goal.level not in levels and any(id in counted for id in above if id != goal.id)

    return tuple(goal for goal in goals if not is_part(goal))


def side_of(goal: Goal, found: Threads) -> GoalKind | None:
    """The side that a goal is on: as it says itself, or by its level; None if nobody says."""
    if goal.kind is not None:
        return goal.kind
    financial = {level.id for level in goal_levels(found) if level.kind is LevelKind.FINANCIAL}
    return GoalKind.FINANCIAL if goal.level in financial else None


def conditions_for(goals: Iterable[Goal], found: Threads) -> Mapping[str, Sequence[str]]:
    """
    The goals that are a condition for others, by each of the goals that they are a condition for.

    A condition for a perspective is one for every goal under it.

    Args:
        goals: The goals among which conditions are looked for.
        found: The links of the model.

    Returns:
        Ids in order; a goal without a condition has no place.
    """
    counted = {goal.id: goal for goal in goals}
    gates: dict[str, set[str]] = {}
    for id in counted:
        for link in found.links(id, "up"):
            if link.kind is ContributionKind.CONDITION:
                above = found.reached(link.upper, "down", serving=True) if link.upper not in counted else [link.upper]
                for other in above:
                    if other in counted and other != id:
                        gates.setdefault(other, set()).add(id)
    return {id: sorted(found_gates) for id, found_gates in sorted(gates.items())}


def _id(goal: Goal) -> str:
    return goal.id
