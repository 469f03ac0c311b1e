"""Names of the months, and of parts of a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from regionstyrning.text.sentences import Language

MONTHS: dict[Language, str] = {
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "en": "January February March April May June July August September October November December",
}
"""Names of the months, in order."""

_TERTIAL = Sentence("tertial {number}", "third {number} of the year")
_HALF = Sentence("första halvåret", "the first half-year")
_QUARTER = Sentence("kvartal {number}", "quarter {number}")
_YEAR = Sentence("hela året", "the whole year")


def month_name(month: int, lang: Language = "sv") -> str:
    """
    The name of a month.

    >>> month_name(3), month_name(3, "en")
    ('mars', 'March')
    """
    return MONTHS[lang].split()[month - 1]


def months_words(first: int, last: int, lang: Language = "sv") -> str:
    """
    Whole months of a year in words, as one says them of reports.

    Args:
        first: The first month.
        last: The last.
        lang: Swedish or English.

    >>> [months_words(first, last) for first, last in ((1, 1), (4, 6), (5, 8), (1, 6), (1, 8), (1, 12))]
    ['januari', 'kvartal 2', 'tertial 2', 'första halvåret', 'januari–augusti', 'hela året']
    """
    if (first, last) == (1, 12):
        return _YEAR.say(lang)
    if (first, last) == (1, 6):
        return _HALF.say(lang)
    for length, sentence in ((4, _TERTIAL), (3, _QUARTER)):
        if last - first + 1 == length and last % length == 0:
            return sentence.say(lang, number=last // length)
    return "–".join(dict.fromkeys((month_name(first, lang), month_name(last, lang))))


def months_of(year: int, first: int, last: int, lang: Language = "sv") -> str:
    """
    Months of a year by their names, with the year.

    Args:
        year: The year.
        first: The first month.
        last: The last.
        lang: Swedish or English.

    >>> months_of(2025, 1, 4), months_of(2025, 3, 3, "en")
    ('januari–april 2025', 'March 2025')
    """
    return f"{'–'.join(dict.fromkeys((month_name(first, lang), month_name(last, lang))))} {year}"
