"""Numbers, years and texts as they stand in the sentences of a verdict."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from regionstyrning.model.dates import period_named
from regionstyrning.text.numbers import number
from regionstyrning.text.sentences import LANGUAGES, Sentence

if TYPE_CHECKING:
    from regionstyrning.model.dates import Part
    from regionstyrning.text.sentences import Language

MOST_DECIMALS = 4


def shown(value: Decimal | None) -> Decimal | Sentence | None:
    """A number as it is told: as it is, or rounded to two decimals, and marked so, where it is a long one."""
    if value is None or value == round(value, MOST_DECIMALS):
        return value
    rounded = round(value, 2)
    return Sentence(f"cirka {number(rounded)}", f"about {number(rounded, 'en')}")


def between(low: Decimal | int, high: Decimal | int) -> Sentence:
    """
    A number, or two where they differ.

    >>> between(2, 3).say("en"), between(2, 2).say("en")
    ('2 to 3', '2')
    """
    if low == high:
        return Sentence(number(low), number(low, "en"))
    return Sentence(f"{number(low)} till {number(high)}", f"{number(low, 'en')} to {number(high, 'en')}")


def clause(text: str) -> str:
    """A text to stand inside a sentence: without the stop that it ends with."""
    return text.rstrip(". ")


Words = str | Sentence
"""What is the same in both languages, or is not."""


def when(year: int, part: Part | None = None) -> Words:
    """A year, or the months of a part of it by their names."""
    return str(year) if part is None else Sentence(*(period_named(year, part, lang) for lang in LANGUAGES))


def from_to(earlier: Words, later: Words) -> Words:
    """Two years with a dash between them, or two parts of years with a word."""
    if isinstance(earlier, str) and isinstance(later, str):
        return f"{earlier}–{later}"
    ends = [(written(earlier, lang), written(later, lang)) for lang in LANGUAGES]
    return Sentence(" till ".join(ends[0]), " to ".join(ends[1]))


def written(words: Words, lang: Language = "sv") -> str:
    """Words in one of the languages."""
    return words if isinstance(words, str) else words.say(lang)
