"""What a target asks, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.model.conditions import ConditionKind
from regionstyrning.text.numbers import number
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from regionstyrning.model.conditions import Condition
    from regionstyrning.model.limits import ValueReference
    from regionstyrning.text.sentences import Language

_OR = Sentence(" eller ", " or ")
_AND = Sentence(" och ", " and ")
_OF = Sentence("{share} % av {what}", "{share} % of {what}")
_MORE = Sentence("öka med {value}", "increase by {value}")
_LESS = Sentence("minska med {value}", "decrease by {value}")
_BACK = Sentence("{what}, {count} år tidigare", "{what}, {count} years before")


def asked_words(condition: Condition, lang: Language = "sv") -> str:
    """
    What a condition asks: its own wording, or its kind and limits.

    >>> from regionstyrning.model.conditions import between
    >>> asked_words(between(1, 3))
    'mellan 1 och 3'
    """
    if condition.text is not None:
        return condition.text
    if condition.kind is ConditionKind.CHANGE_BY and condition.value is not None:
        return _changed(condition.value, lang)
    return " ".join(filter(None, (condition.kind.value, ", ".join(_limits(condition, lang)))))


def _changed(value: Decimal, lang: Language) -> str:
    """A change of a size with its direction."""
    return (_MORE if value >= 0 else _LESS).say(lang, value=number(abs(value), lang))


def _limits(condition: Condition, lang: Language) -> Iterator[str]:
    ends = [number(end, lang) for end in (condition.low, condition.high) if end is not None]
    if ends:
        yield _AND.say(lang).join(ends)
    if condition.value is not None:
        yield number(condition.value, lang)
    yield from (f"{each.year}: {number(each.value, lang)}" for each in condition.by_year)
    if condition.reference is not None:
        yield _referred(condition.reference, lang)
    if condition.grade is not None:
        yield condition.grade
    if condition.parts:
        joined = _AND if condition.kind is ConditionKind.ALL_OF else _OR
        yield joined.say(lang).join(asked_words(part, lang) for part in condition.parts)


def _referred(reference: ValueReference, lang: Language) -> str:
    named = " + ".join((*reference.indicators, *reference.lines))
    what = reference.text or ", ".join(filter(None, (named, reference.stage, reference.scope)))
    said = reference.text or ""
    if reference.share_percent is not None and number(reference.share_percent, "sv") not in said:
        what = _OF.say(lang, share=number(reference.share_percent, lang), what=what)
    if reference.years_back is not None and not said:  # the region's own words say which year
        what = _BACK.say(lang, what=what, count=reference.years_back)
    return what


def asked_of_year(condition: Condition, year: int, lang: Language = "sv") -> str:
    """
    What a condition asks of one year: its row of limits gives the one of that year.

    Args:
        condition: What is asked.
        year: The calendar year.
        lang: Swedish or English.
    """
    limits = [each.value for each in condition.by_year if each.year == year]
    if not limits:
        return asked_words(condition, lang)
    if condition.kind is ConditionKind.CHANGE_BY:
        return _changed(limits[0], lang)
    return f"{condition.kind.value} {number(limits[0], lang)}"
