"""Days of the year in words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from regionstyrning.text.months import month_name
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from regionstyrning.text.sentences import Language

_DATED = Sentence("{day} {month}", "{day} {month}")


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
