"""When an organ meets in a year: the days that are known, and what its cycle says of the other months."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from attrs import evolve

from regionstyrning.model.cycle import Action
from regionstyrning.questions.calendar.recurrence import Occasion, belongs, occasions
from regionstyrning.questions.meetings import meetings_seen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from regionstyrning.model.organisation import Meeting, OrganKind
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.model.structure import Structure


def sittings(
    model: SteeringModel, structure: Structure, kind: OrganKind, year: int, *, election: bool
) -> tuple[Occasion, ...]:
    """
    The meetings of a kind of organ in a year, in order.

    Args:
        model: Any model.
        structure: The structure whose cycle may say in which months the organ meets.
        kind: The kind of organ.
        year: The calendar year.
        election: Whether it is a year of election.

    Returns:
        The days that are known, and the month where a step of the cycle says that the organ meets then
        and no day of it is known.
    """
    known = [each for each in _meetings(model, kind) if each.last.year == year]
    found = [Occasion(first=each.on, on=each.last, exact=True, meeting=each) for each in known]
    months = {day.month for each in known for day in (each.on, each.last)}
    for step in structure.cycle:
        if step.action is Action.MEETS and kind in step.by and step.at_meeting_of is None:
            planned = occasions(step, year) if belongs(step, election=election) else None
            found += [each for each in planned or () if each.on.month not in months]
            months.update(each.on.month for each in planned or ())
    return tuple(sorted(found, key=lambda each: each.on))


def later(sitting: Occasion, days: int) -> Occasion | None:
    """Some days after a meeting's last day, or before its first; None past the last day of all."""
    if (date.max - sitting.on).days < days:
        return None
    start = sitting.on if sitting.meeting is None or days >= 0 else sitting.meeting.on
    first = None if sitting.exact or sitting.first is None else sitting.first + timedelta(days=days)
    return evolve(sitting, on=start + timedelta(days=days), first=first)


def _meetings(model: SteeringModel, kind: OrganKind) -> Iterable[Meeting]:
    """The meetings of the organs of a kind, one where several sit on the same days."""
    organs = (organ.id for organ in model.organs if organ.kind is kind)
    return {(each.on, each.last): each for id in organs for each in meetings_seen(model, id)}.values()
