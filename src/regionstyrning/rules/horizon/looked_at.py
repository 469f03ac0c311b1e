"""What the rules on horizons look at: the days of what is in force, and of what is only referred to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.model.catalogues import Name
from regionstyrning.model.documents import SteeringDocument
from regionstyrning.model.goals import Goal
from regionstyrning.questions.calendar.deeds import deeds

if TYPE_CHECKING:
    from regionstyrning.model.dates import Validity
    from regionstyrning.rules.rule import Held


def days_by_id(held: Held, id: str) -> Validity | None:
    """The days of the horizon of a document or goal, in force or only referred to; None if it has none."""
    record = held.model.by_id.get(id)
    if isinstance(record, Name):
        return record.days
    if isinstance(record, SteeringDocument | Goal) and record.horizon is not None:
        return record.horizon.days
    return None


def years_done(held: Held) -> tuple[int, ...]:
    """The years that something that was done concerns, or was done in."""
    found = {year for deed in deeds(held.model) for year in (deed.about, deed.on.year if deed.on else None)}
    return tuple(sorted(year for year in found if year is not None))
