"""What the rules on horizons look at: a document's or a name's days, and years in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.model.catalogues import Name
from regionstyrning.model.documents import SteeringDocument
from regionstyrning.model.goals import Goal

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


def has_year(days: Validity, year: int) -> bool:
    """Whether some day of a year is one of them; the year may be one that the calendar does not have."""
    first, last = days.first, days.last
    return (first is None or first.year <= year) and (last is None or year <= last.year)


def years_text(days: Validity) -> str:
    """
    The years of some days, open where an end is not known.

    >>> from regionstyrning.model.dates import years
    >>> years_text(years(2024, 2026)), years_text(years(2024, 2024)), years_text(years(None, 2030))
    ('2024–2026', '2024', '–2030')
    """
    first, last = (None if day is None else day.year for day in (days.first, days.last))
    return str(first or "") if first == last else f"{first or ''}–{last or ''}"
