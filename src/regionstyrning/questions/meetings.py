"""On which days an organ is known to meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from regionstyrning.model.documents import DecisionKind
from regionstyrning.model.organisation import Meeting

if TYPE_CHECKING:
    from collections.abc import Iterable

    from regionstyrning.model.steering_model import SteeringModel

OF_MINUTES = frozenset({DecisionKind.APPROVES_MINUTES, DecisionKind.ANNOUNCES})
"""What is done with the minutes between the meetings."""


def meetings_of(model: SteeringModel, organ: str) -> tuple[Meeting, ...]:
    """
    The meetings that an organ is known to hold, in order, each with its first day and its last.

    Those that are stated, and those on the days of its decisions; not the days when minutes are approved or
    announced, and none that is only the last possible one. What is decided on one of the days of a stated meeting
    is decided at that meeting. There may be others that nobody read of.

    Args:
        model: Any model.
        organ: Id of an organ or post.
    """
    found: dict[str, tuple[Meeting, ...]] | None = model.memo.get("meetings")
    if found is None:
        days: dict[str, list[Meeting]] = {each.id: [*each.meetings] for each in model.organs}
        for decision in model.decisions:
            if decision.on is not None and decision.on_text is None and decision.kind not in OF_MINUTES:
                days.setdefault(decision.by, []).append(Meeting(on=decision.on))
        found = model.memo["meetings"] = {id: tuple(_apart(each)) for id, each in days.items()}
    return found.get(organ, ())


def meetings_seen(model: SteeringModel, organ: str) -> tuple[Meeting, ...]:
    """
    Those of the meetings that are known on the model's own day: of a later one only if it is stated ahead.

    Args:
        model: Any model.
        organ: Id of an organ or post.
    """
    found: dict[str, tuple[Meeting, ...]] | None = model.memo.get("meetings seen")
    if found is None:
        stated = {each.id: {one.on for one in each.meetings} for each in model.organs}
        found = model.memo["meetings seen"] = {
            id: tuple(each for each in meetings_of(model, id) if each.on <= model.as_of or each.on in days)
            for id, days in stated.items()
        }
    return found.get(organ, ())


def _apart(meetings: Iterable[Meeting]) -> list[Meeting]:
    """Meetings in order of day, those that share a day as one."""
    apart: list[Meeting] = []
    for each in sorted(meetings, key=lambda meeting: meeting.on):  # a stated one before a decision of the same day
        if apart and apart[-1].last >= each.on:
            if each.last > apart[-1].last:
                apart[-1] = evolve(apart[-1], until=each.last)
        else:
            apart.append(each)
    return apart
