"""Days of the year in words."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

from regionstyrning.model.dates import DECEMBER, JANUARY
from regionstyrning.text.months import month_name
from regionstyrning.text.sentences import Sentence, listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from regionstyrning.text.sentences import Language

_DATED = Sentence("{day} {month}", "{day} {month}")
_IN = Sentence("i {months}", "in {months}")
_EACH = Sentence("varje månad", "every month")
_ON_THE = Sentence("den {day} i varje månad", "on day {day} of every month")
_ON_THE_LAST = Sentence("den sista i varje månad", "on the last of every month")


def day_words(day: date, lang: Language) -> str:
    """
    A day of the year in words.

    >>> day_words(date(2026, 3, 31), "sv")
    '31 mars'
    """
    return _DATED.say(lang, day=day.day, month=month_name(day.month, lang))


def days_words(first: date, last: date, lang: Language) -> str:
    """
    A day of the year, or several from a first to a last, in words.

    >>> days_words(date(2026, 4, 28), date(2026, 4, 29), "sv"), days_words(date(2026, 6, 30), date(2026, 7, 1), "en")
    ('28–29 april', '30 June – 1 July')
    """
    if first == last:
        return day_words(last, lang)
    if first.month == last.month:
        return _DATED.say(lang, day=f"{first.day}–{last.day}", month=month_name(last.month, lang))
    return f"{day_words(first, lang)} – {day_words(last, lang)}"


def count_words(days: int, lang: Language) -> str:
    """
    A number of days, without its sign.

    >>> count_words(-1, "sv"), count_words(15, "en")
    ('1 dag', '15 days')
    """
    one, many = ("dag", "dagar") if lang == "sv" else ("day", "days")
    return f"{abs(days)} {one if abs(days) == 1 else many}"


def recurring_words(days: Sequence[date], lang: Language, *, exact: bool) -> str:
    """
    The days on which something recurs in words: the day of each month, or each day by itself.

    Args:
        days: In order, at least one.
        lang: Swedish or English.
        exact: Whether the days are stated, not only their months.

    >>> recurring_words([date(2026, month, 15) for month in range(2, 12)], "sv", exact=True)
    'den 15 i varje månad, februari–november'
    >>> recurring_words([date(2026, 3, 31), date(2026, 6, 30)], "sv", exact=False)
    'i mars och juni'
    """
    first, last = days[0], days[-1]
    wide = first.year != last.year
    order = [day.year * DECEMBER + day.month for day in days]
    if len(days) == 1 or order != list(range(order[0], order[0] + len(order))):
        return _each(days, lang, exact=exact, wide=wide)
    same = _of_each_month(days, lang) if exact else _EACH.say(lang)
    if same is None:
        return _each(days, lang, exact=exact, wide=wide)
    if (first.month, last.month) == (JANUARY, DECEMBER) and not wide:
        return same
    return f"{same}, {'–'.join(_month_words(day, lang, wide=wide) for day in (first, last))}"


def _each(days: Sequence[date], lang: Language, *, exact: bool, wide: bool) -> str:
    """Each day by itself, or each month."""
    if exact:
        return listed((f"{day_words(day, lang)} {day.year}" if wide else day_words(day, lang) for day in days), lang)
    return _IN.say(lang, months=listed((_month_words(day, lang, wide=wide) for day in days), lang))


def _month_words(day: date, lang: Language, *, wide: bool) -> str:
    return f"{month_name(day.month, lang)} {day.year}" if wide else month_name(day.month, lang)


def _of_each_month(days: Sequence[date], lang: Language) -> str | None:
    """The day of the month that they all have, or the last of a month that is too short; None if they differ."""
    number = max(day.day for day in days)
    lasts = {day: monthrange(day.year, day.month)[1] for day in days}
    if all(day.day == last for day, last in lasts.items()):
        return _ON_THE_LAST.say(lang)
    same = all(day.day == min(number, last) for day, last in lasts.items())
    return _ON_THE.say(lang, day=number) if same else None
