"""On which days a step of the cycle falls in a year."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date, datetime, time
from functools import cache
from typing import TYPE_CHECKING

from attrs import frozen

from regionstyrning.model.cycle import ElectionYear, Recurrence
from regionstyrning.model.dates import DECEMBER, JANUARY

if TYPE_CHECKING:
    from collections.abc import Iterable

    from regionstyrning.model.cycle import CycleStep
    from regionstyrning.model.organisation import Meeting

_MONTHS = range(1, 13)
_QUARTER = 3
_SHORTEST_MONTH = 28

MANY = frozenset({Recurrence.MONTHLY, Recurrence.QUARTERLY})
"""What recurs within a year."""


@frozen(kw_only=True)
class Occasion:
    """
    One time that a step is done (tillfälle).

    Attributes:
        first: The first day of the month that it begins in; None if only its last day is stated.
        on: Its last day: the organ's own, or the last of the month.
        exact: Whether the day is stated, not only the month.
        meeting: The meeting that it is or hangs on, if its days are known.
    """

    first: date | None
    on: date
    exact: bool
    meeting: Meeting | None = None

    @property
    def earliest(self) -> date:
        """The first day on which it can be: the day that is stated, or the first of its month."""
        return self.on if self.exact or self.first is None else self.first


def occasions(step: CycleStep, year: int) -> tuple[Occasion, ...] | None:
    """
    The times that a step is done in a calendar year, in order.

    Args:
        step: A step of the cycle. Whether it belongs to election years is for `belongs`.
        year: The calendar year.

    Returns:
        None for a step of which no month is stated, that goes on all the time, or that recurs by
        mandate period, every so many years or once without saying in which.
    """
    if not MINYEAR <= year <= MAXYEAR:  # the year beside one of the calendar's ends
        return ()
    months = _months(step)
    interval = 1
    if step.recurs is Recurrence.EVERY_N_YEARS:
        anchor = None if step.validity is None or step.validity.first is None else step.validity.first.year
        if anchor is None or step.every_years is None:
            return None
        interval = (year - anchor) % step.every_years
        if interval:
            return ()
    elif (step.recurs is Recurrence.ONCE and (step.validity is None or step.validity.first is None)) or (
        step.recurs is Recurrence.MANDATE_PERIOD and step.election_year is not ElectionYear.ONLY
    ):
        return None
    if not months:
        return None
    day = None if step.last is None else step.last.day
    days = _last_days(tuple(months), day, year)
    found = (Occasion(first=_first(step, last), on=last, exact=day is not None) for last in days)
    held = tuple(each for each in found if step.validity is None or step.validity.covers(each.on))
    return () if _has_been(step, tuple(months), day, year) else held


def _has_been(step: CycleStep, months: tuple[int, ...], day: int | None, year: int) -> bool:
    """Whether a step that is done once, from some day on, was done in an earlier year."""
    first = None if step.validity is None else step.validity.first
    if step.recurs is not Recurrence.ONCE or first is None or year <= first.year:
        return False
    return year > first.year + 1 or any(each >= first for each in _last_days(months, day, first.year))


def belongs(step: CycleStep, *, election: bool) -> bool:
    """Tell whether a step is done in a year of election, or in one without."""
    return step.election_year is ElectionYear.ALSO or (step.election_year is ElectionYear.ONLY) is election


def has_no_first_year(step: CycleStep) -> bool:
    """Whether a step of every so many years says nothing of in which, so that no year is told to be without it."""
    unbounded = step.validity is None or step.validity.first is None
    return step.recurs is Recurrence.EVERY_N_YEARS and (step.every_years is None or unbounded)


def _months(step: CycleStep) -> Iterable[int]:
    """The months that it ends in."""
    last = step.first_month if step.last is None else step.last.month
    if step.recurs is Recurrence.CONTINUOUS:
        return ()
    if step.recurs is Recurrence.MONTHLY:
        begins, ends = step.first_month or JANUARY, DECEMBER if step.last is None else step.last.month
        return [
            month for month in _MONTHS if (begins <= month <= ends or (ends < begins and not ends < month < begins))
        ]
    if step.recurs is Recurrence.QUARTERLY:
        return range(_QUARTER if last is None else (last - 1) % _QUARTER + 1, 13, _QUARTER)
    return () if last is None else (last,)


@cache
def _last_days(months: tuple[int, ...], day: int | None, year: int) -> tuple[date, ...]:
    """The day in each of the months, or the last where it is shorter or no day is stated."""
    from dateutil.rrule import MONTHLY, rrule  # noqa: PLC0415 - loaded when first used

    end = datetime.combine(date(year, 12, 31), time.min)
    wanted: tuple[int, ...] = (-1,)
    if day is not None:  # the latest of those that the month has
        wanted = (day,) if day <= _SHORTEST_MONTH else tuple(range(_SHORTEST_MONTH, day + 1))
    found = rrule(
        MONTHLY,
        dtstart=datetime.combine(date(year, 1, 1), time.min),
        until=end,
        bymonth=months,
        bymonthday=wanted,
        bysetpos=-1,
    )
    return tuple(each.date() for each in found)


def _first(step: CycleStep, last: date) -> date | None:
    """The first day of the month that it begins in, in the year before where that month is later."""
    if step.first_month is None or step.recurs in MANY:
        whole = step.last is None or step.last.day is None
        return last.replace(day=1) if whole else None
    year = last.year - (step.first_month > last.month)
    return date(max(year, 1), step.first_month, 1) if year < MAXYEAR + 1 else None
