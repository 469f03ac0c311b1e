"""Estimates as a person reads them: rounded, and only here."""

from __future__ import annotations

from decimal import Decimal

from regionstyrning.text.numbers import number

NOTHING = "–"

_MOST_DECIMALS = 7

_POINT, _POINTS = ("percentage point", "procentenhet"), ("percentage points", "procentenheter")
"""In English and in Swedish."""


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


def beside(value: float, limit: Decimal, lang: str = "sv") -> str:
    """
    An estimate with as many decimals as it takes to see on which side of a limit it is.

    >>> beside(1.96, Decimal(2)), beside(1.5, Decimal(2)), beside(2, Decimal(2))
    ('1,96', '1,5', '2,0')
    """
    for decimals in range(1, _MOST_DECIMALS):
        if round(Decimal(value), decimals) != limit:
            return estimate(value, lang, decimals)
    return estimate(value, lang)


def points(value: Decimal, lang: str = "sv") -> str:
    """
    What so many percentage points are called.

    >>> points(Decimal(1)), points(Decimal("1.5")), points(Decimal(1), "en")
    ('procentenhet', 'procentenheter', 'percentage point')
    """
    one, many = _POINT[lang == "sv"], _POINTS[lang == "sv"]
    return one if value == 1 else many


def share(value: float | None, lang: str = "sv") -> str:
    r"""
    A probability in percent.

    >>> share(0.5), share(None)
    ('50,0\xa0%', '–')
    """
    return NOTHING if value is None else f"{estimate(100 * value, lang)}\N{NO-BREAK SPACE}%"
