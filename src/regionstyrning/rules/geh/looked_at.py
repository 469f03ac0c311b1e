"""What the rules of god ekonomisk hushållning look at: provisions of a year, kinds of document, goals that count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.law import law_for
from regionstyrning.model.goals import GoalKind
from regionstyrning.model.judgements import Side
from regionstyrning.questions.calendar.deeds import kinds_of
from regionstyrning.questions.geh import goals_that_count

if TYPE_CHECKING:
    from regionstyrning.model.contents import Content
    from regionstyrning.model.documents import SteeringDocument
    from regionstyrning.model.goals import Goal
    from regionstyrning.rules.rule import Held

HALVES = {
    GoalKind.FINANCIAL: (Side.FINANCIAL, "finansiella mål", "financial goals"),
    GoalKind.OPERATIONAL: (Side.OPERATIONAL, "mål för verksamheten", "goals for the activity"),
}
"""Both halves of god ekonomisk hushållning: the side that it is judged by, and its name in both languages."""


def is_law(held: Held, year: int, ids: tuple[str, ...]) -> bool:
    """Whether one of the provisions is applied to a fiscal year."""
    return any(each.id in ids for each in law_for(held.model).of_year(year))


def reports_of(held: Held, content: Content) -> list[SteeringDocument]:
    """The reports of the kinds that hold something, by id, also of years that are over, and of earlier kinds."""
    ids = {kind.id for kind in kinds_of(held.known, None).values() if content in kind.contains}
    return sorted((each for each in held.known.documents if each.kind in ids), key=lambda each: each.id)


def counted(held: Held) -> tuple[Goal, ...]:
    """The goals that count, by id."""
    return goals_that_count(held.model, held.threads)


def speaks_of_geh(held: Held) -> bool:
    """Whether the structure says what god ekonomisk hushållning is, or some goal counts for it."""
    structure = held.threads.structure
    return structure is not None and (structure.geh is not None or bool(counted(held)))
