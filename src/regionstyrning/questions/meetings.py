"""On which days an organ is known to meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.model.documents import DecisionKind

if TYPE_CHECKING:
    from datetime import date

    from regionstyrning.model.steering_model import SteeringModel

OF_MINUTES = frozenset({DecisionKind.APPROVES_MINUTES, DecisionKind.ANNOUNCES})
"""What is done with the minutes between the meetings."""


def meetings_of(model: SteeringModel, organ: str) -> tuple[date, ...]:
    """
    The days on which an organ is known to meet, in order.

    Those that are stated, and those of its decisions; not the days when minutes are approved or
    announced, and none that is only the last possible one. There may be others that nobody read of.

    Args:
        model: Any model.
        organ: Id of an organ or post.
    """
    found: dict[str, tuple[date, ...]] | None = model.memo.get("meetings")
    if found is None:
        days: dict[str, set[date]] = {each.id: {one.on for one in each.meetings} for each in model.organs}
        for decision in model.decisions:
            if decision.on is not None and decision.on_text is None and decision.kind not in OF_MINUTES:
                days.setdefault(decision.by, set()).add(decision.on)
        found = model.memo["meetings"] = {id: tuple(sorted(each)) for id, each in days.items()}
    return found.get(organ, ())


def meetings_seen(model: SteeringModel, organ: str) -> tuple[date, ...]:
    """
    Those of the days that are known on the model's own day: of a later one only if it is stated ahead.

    Args:
        model: Any model.
        organ: Id of an organ or post.
    """
    found: dict[str, tuple[date, ...]] | None = model.memo.get("meetings seen")
    if found is None:
        stated = {each.id: {one.on for one in each.meetings} for each in model.organs}
        found = model.memo["meetings seen"] = {
            id: tuple(day for day in meetings_of(model, id) if day <= model.as_of or day in days)
            for id, days in stated.items()
        }
    return found.get(organ, ())
