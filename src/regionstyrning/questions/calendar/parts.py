"""Which report of several of one kind and year something was done with: the parts of a year that they cover."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date
from typing import TYPE_CHECKING

from regionstyrning.law.deadlines import StatutoryDuty, interim_months, interim_period_is_lawful
from regionstyrning.model.dates import DECEMBER, JANUARY, Part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from regionstyrning.law import Law
    from regionstyrning.questions.calendar.deeds import Deed

_INTERIM = frozenset({StatutoryDuty.INTERIM_HANDED, StatutoryDuty.INTERIM_TREATED})


def of_part(found: Sequence[Deed], about: int, part: Part | None, last: date | None) -> tuple[Deed, ...]:
    """
    What was done with the report that a step is about.

    Args:
        found: What was done with reports of one kind and year.
        about: That year.
        part: The part of the year that the step is about; None if neither it nor what it waits for says one.
        last: The last day of the step.

    Returns:
        Where the part is known, what was done with that report: not what says another part, nor what was done
        before the part had ended. Where it is not known, what was done with the report whose part ended last
        before the step's last day, if there are several.
    """
    if not MINYEAR <= about <= MAXYEAR:  # the year beside the calendar's last
        return tuple(found)
    asked = part or _ended_last(found, about, last)
    return tuple(deed for deed in found if asked is None or _may_be_of(deed, asked, about))


def of_duty_in_law(law: Law, duty: StatutoryDuty, found: Sequence[Deed]) -> tuple[Deed, ...]:
    """
    What was done with the interim report that the law asks for; of another duty all.

    A report of January to April is none that LKBR 13:1 knows of, and what was done before the shortest period
    had ended was done with another.
    """
    return tuple(deed for deed in found if duty not in _INTERIM or _may_be_lawful(law, deed))


def _ended_last(found: Sequence[Deed], about: int, last: date | None) -> Part | None:
    """The part that ended last before a day, of those that are known; None where they are not several."""
    known = {deed.period for deed in found if deed.period is not None}
    ended = [part for part in known if last is not None and _end(part, about) < last]
    return max(ended, key=lambda part: part.last_month) if ended and len(known) > 1 else None


def _may_be_of(deed: Deed, part: Part, about: int) -> bool:
    if deed.period is not None:
        return deed.period == part
    return deed.on is None or deed.on >= _end(part, about)


def _may_be_lawful(law: Law, deed: Deed) -> bool:
    months = None if deed.about is None else interim_months(law, deed.about)
    if deed.about is None or months is None:
        return True
    if deed.period is not None:
        return interim_period_is_lawful(law, deed.about, deed.period) is not False
    return deed.on is None or deed.on >= _end(Part(first_month=JANUARY, last_month=months[0]), deed.about)


def _end(part: Part, year: int) -> date:
    """The day on which a part of a year ends."""
    return part.days(year).last or date(year, DECEMBER, 31)
