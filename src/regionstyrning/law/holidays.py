"""Which days are holidays in Sweden, and when a time that ends on one may be kept instead."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SATURDAY = 5
SUNDAY = 6

NATIONAL_DAY_FROM = 2005
"""The year from which Sveriges nationaldag is a holiday; annandag pingst was one until then."""

_DAY = timedelta(days=1)


@cache
def holidays(year: int) -> Mapping[date, str]:
    """
    The holidays of a year that have a name (allmänna helgdagar), in order.

    Sundays are holidays too, and stand here only if they have a name of their own.

    Args:
        year: The calendar year.

    Source:
        Lag (1989:253) om allmänna helgdagar.

    >>> holidays(2026)[date(2026, 6, 20)]
    'midsommardagen'
    """
    from dateutil.easter import easter  # noqa: PLC0415 - loaded when first used

    sunday = easter(year)
    named = {
        date(year, 1, 1): "nyårsdagen",
        date(year, 1, 6): "trettondedag jul",
        sunday - 2 * _DAY: "långfredagen",
        sunday: "påskdagen",
        sunday + _DAY: "annandag påsk",
        sunday + 39 * _DAY: "Kristi himmelsfärdsdag",
        sunday + 49 * _DAY: "pingstdagen",
        _saturday_from(date(year, 6, 20)): "midsommardagen",
        _saturday_from(date(year, 10, 31)): "alla helgons dag",
        date(year, 12, 25): "juldagen",
        date(year, 12, 26): "annandag jul",
    }
    if year < NATIONAL_DAY_FROM:
        named[sunday + 50 * _DAY] = "annandag pingst"
    else:
        named[date(year, 6, 6)] = "Sveriges nationaldag"
    named[date(year, 5, 1)] = "första maj"  # last, so that it keeps its name if Ascension Day falls on it
    return MappingProxyType(dict(sorted(named.items())))


@cache
def eves(year: int) -> Mapping[date, str]:
    """
    The eves that count as holidays when a time ends on them, in order.

    Args:
        year: The calendar year.

    Source:
        Lag (1930:173) 2 §.
    """
    midsummer = _saturday_from(date(year, 6, 20)) - _DAY
    named = {midsummer: "midsommarafton", date(year, 12, 24): "julafton", date(year, 12, 31): "nyårsafton"}
    return MappingProxyType(named)


def day_off(day: date) -> str | None:
    """
    Why a time that ends on the day may be kept later: the holiday's or the eve's name, or the weekday's.

    Returns:
        None for a day on which a time ends as any other.

    Source:
        Lag (1930:173) 2 §.
    """
    name = holidays(day.year).get(day) or eves(day.year).get(day)
    return name or {SATURDAY: "lördag", SUNDAY: "söndag"}.get(day.weekday())


def next_working_day(day: date) -> date:
    """
    The day itself, or the next one on which a time ends as any other (nästa vardag).

    The last day of the calendar stays where it is: there is no later one.

    Source:
        Lag (1930:173) 2 §; RÅ 1999 not 181.

    >>> next_working_day(date(2026, 12, 24))
    datetime.date(2026, 12, 28)
    """
    while day < date.max and day_off(day) is not None:
        day += _DAY
    return day


def _saturday_from(day: date) -> date:
    return day + (SATURDAY - day.weekday()) % 7 * _DAY
