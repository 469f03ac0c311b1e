"""
How horizons lie to one another (planeringshorisonternas algebra).

A horizon spans its days, both ends included; an end that is not stated is no bound.
"""

from __future__ import annotations

from datetime import MAXYEAR, date, timedelta
from typing import TypeAlias

from regionstyrning.model.dates import HorizonKind, PlanningHorizon, Validity, years_after

Time: TypeAlias = Validity | PlanningHorizon
"""A horizon, or the days of one."""

_DAY = timedelta(days=1)
_ROLLING = {HorizonKind.ROLLING, HorizonKind.BUDGET_YEAR}
_ONE_AFTER_ANOTHER = {HorizonKind.CALENDAR_YEAR, HorizonKind.YEARS}
_MANDATE_YEARS = 4


def days_of(time: Time) -> Validity:
    """The days that it spans."""
    return time if isinstance(time, Validity) else time.days


def contains(outer: Time, inner: Time) -> bool:
    """Tell whether every day of the inner belongs to the outer."""
    return days_of(outer).contains(days_of(inner))


def nested_in(inner: Time, outer: Time) -> bool:
    """Tell whether the inner lies within the outer: the other way of asking `contains`."""
    return contains(outer, inner)


def overlaps(one: Time, other: Time) -> bool:
    """Tell whether some day belongs to both."""
    return days_of(one).overlaps(days_of(other))


def shared(one: Time, other: Time) -> Validity | None:
    """The days that belong to both, or None."""
    first, second = days_of(one), days_of(other)
    if not first.overlaps(second):
        return None
    firsts = [day for day in (first.first, second.first) if day is not None]
    lasts = [day for day in (first.last, second.last) if day is not None]
    return Validity(first=max(firsts, default=None), last=min(lasts, default=None))


def gap(one: Time, other: Time) -> Validity | None:
    """
    The days between two that have some between them, whichever comes first, or None.

    >>> from regionstyrning.model.dates import years
    >>> gap(years(2015, 2017), years(2020, 2022)) == years(2018, 2019)
    True
    """
    first, second = days_of(one), days_of(other)
    if first.overlaps(second):
        return None
    # Of two that do not overlap each states the end that is turned to the other.
    ends = [day for day in (first.last, second.last) if day is not None]
    begins = [day for day in (first.first, second.first) if day is not None]
    start, end = min(ends) + _DAY, max(begins) - _DAY
    return Validity(first=start, last=end) if start <= end else None


def remaining(time: Time, *, on: date) -> Validity | None:
    """
    What is left of it on a day, that day included, or None if it has ended.

    Of what has not begun all is left.
    """
    return shared(time, Validity(first=on))


def length_days(time: Time) -> int | None:
    """How many days it spans, or None if it does not state both ends."""
    days = days_of(time)
    return None if days.first is None or days.last is None else (days.last - days.first).days + 1


def following(horizon: PlanningHorizon) -> PlanningHorizon | None:
    """
    The next in the chain of editions: what the same kind of plan looks ahead when it is made again.

    A rolling plan, or a budget with plan years, moves on by a year; a calendar year, or a span of
    years, is followed by as many; a mandate period by the next one.

    Returns:
        Without text and phases, which are of the edition. None for a horizon that is not made again
        (an open start, a far aim, a shifting one), that does not state what it takes, or that ends
        with the calendar.

    >>> following(PlanningHorizon(kind=HorizonKind.ROLLING, first_year=2024, last_year=2026)).days.last
    datetime.date(2027, 12, 31)
    """
    if horizon.kind is HorizonKind.MANDATE_PERIOD:
        return _next_mandate_period(horizon)
    steps = 1 if horizon.kind in _ROLLING else horizon.span_years
    days = horizon.days
    if horizon.kind not in _ROLLING | _ONE_AFTER_ANOTHER or steps is None or days.first is None:
        return None
    last = None if days.last is None else days.last.year + steps
    first = days.first.year + steps
    if max(first, last or first) > MAXYEAR:
        return None
    return PlanningHorizon(kind=horizon.kind, first_year=first, last_year=last, plan_years=horizon.plan_years)


def follows(later: PlanningHorizon, earlier: PlanningHorizon) -> bool:
    """Tell whether the later is the next in the chain after the earlier."""
    expected = following(earlier)
    return expected is not None and later.kind is earlier.kind and later.days == expected.days


def _next_mandate_period(horizon: PlanningHorizon) -> PlanningHorizon | None:
    """From the day after the last, for four years more."""
    last = horizon.days.last
    ends = None if last is None else years_after(last, _MANDATE_YEARS)
    if last is None or ends is None:
        return None
    return PlanningHorizon(kind=horizon.kind, first=last + _DAY, last=ends)
