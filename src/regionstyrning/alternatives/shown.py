"""Estimates as a person reads them: rounded, and only here."""

from __future__ import annotations

from decimal import Decimal

from regionstyrning.text.numbers import number

NOTHING = "–"


def estimate(value: float | None, lang: str = "sv", decimals: int = 1) -> str:
    r"""
    An estimate rounded to some decimals; what is rounded to nothing has no sign.

    >>> estimate(-1234.56), estimate(-0.01), estimate(None)
    ('−1\xa0234,6', '0,0', '–')
    """
    if value is None:
        return NOTHING
    shown = round(Decimal(value), decimals)
    return number(shown or abs(shown), lang)


def share(value: float | None, lang: str = "sv") -> str:
    r"""
    A probability in percent.

    >>> share(0.5), share(None)
    ('50,0\xa0%', '–')
    """
    return NOTHING if value is None else f"{estimate(100 * value, lang)}\N{NO-BREAK SPACE}%"
