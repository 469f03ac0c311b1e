"""Which goals count for god ekonomisk hushållning, on which side, and which are conditions."""

from __future__ import annotations

from regionstyrning import load_region
from regionstyrning.model import GoalKind
from regionstyrning.questions.geh import conditions_for, goal_levels, goals_that_count, judged_apart, side_of
from regionstyrning.questions.threads import threads

HELD = load_region("exempel")
THREADS = threads(HELD.at(HELD.as_of))
COUNTED = goals_that_count(HELD.at(HELD.as_of), THREADS)


def test_goals_count_by_mark_by_level_and_by_perspective() -> None:
    """The marked goals, all financial ones, and what stands under the perspective that counts."""
    assert {goal.level for goal in COUNTED} == {"fullmaktigemal", "finansiellt-mal", "namndmal"}


def test_visions_and_work_are_no_goals() -> None:
    """They stand on levels of their own."""
    assert "uppdrag" not in {level.id for level in goal_levels(THREADS)}


def test_a_goal_that_counts_only_as_a_part_of_another_is_judged_through_it() -> None:
    """No nämndmål is marked."""
    assert {goal.level for goal in judged_apart(COUNTED, THREADS)} == {"fullmaktigemal", "finansiellt-mal"}


def test_a_financial_goal_is_so_by_its_level() -> None:
    """Or by its own word."""
    sides = {goal.level: side_of(goal, THREADS) for goal in COUNTED}
    assert sides["finansiellt-mal"] is GoalKind.FINANCIAL
    assert sides["fullmaktigemal"] is GoalKind.OPERATIONAL


def test_conditions_stand_by_what_they_are_conditions_for() -> None:
    """The result comes before the use of common resources."""
    assert conditions_for(COUNTED, THREADS)["effektiv-anvandning-2026"] == ["resultat-2026"]
