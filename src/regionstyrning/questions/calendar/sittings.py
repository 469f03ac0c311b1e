"""When an organ meets in a year: the days that are known, and what its cycle says of the other months."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from attrs import evolve

from regionstyrning.model.cycle import Action
from regionstyrning.questions.calendar.recurrence import Occasion, belongs, occasions
from regionstyrning.questions.meetings import meetings_seen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.model.organisation import OrganKind
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
    known = sorted({day for day in _days(model, kind) if day.year == year})
    found = [Occasion(first=day, on=day, exact=True) for day in known]
    months = {day.month for day in known}
    for step in structure.cycle:
        if step.action is Action.MEETS and kind in step.by and step.at_meeting_of is None:
            planned = occasions(step, year) if belongs(step, election=election) else None
            found += [each for each in planned or () if each.on.month not in months]
            months.update(each.on.month for each in planned or ())
    return tuple(sorted(found, key=lambda each: each.on))


def later(sitting: Occasion, days: int) -> Occasion | None:
    """Some days after a meeting, or before; None past the last day of all."""
    if (date.max - sitting.on).days < days:
        return None
    first = None if sitting.exact or sitting.first is None else sitting.first + timedelta(days=days)
    return evolve(sitting, on=sitting.on + timedelta(days=days), first=first)


def _days(model: SteeringModel, kind: OrganKind) -> Iterator[date]:
    for organ in model.organs:
        if organ.kind is kind:
            yield from meetings_seen(model, organ.id)
