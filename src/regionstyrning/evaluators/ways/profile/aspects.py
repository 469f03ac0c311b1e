"""Whom a financial profile compares a region with, and by what: eight ratios under four aspects."""

from __future__ import annotations

from decimal import Decimal

from attrs import field, frozen

from regionstyrning.model.records import as_tuple


@frozen(kw_only=True)
class Peer:
    """
    Someone that a region is compared with (jämförd part).

    Attributes:
        title: Its name.
        values: The value of each ratio, by the ratio's id; what is left out is not known.
    """

    title: str
    values: tuple[tuple[str, Decimal], ...] = field(default=(), converter=as_tuple)


@frozen(kw_only=True)
class ProfileRatio:
    """
    A ratio in a profile (nyckeltal i profil).

    Attributes:
        ratio: Its id.
        more_is_stronger: Whether a higher value is the stronger.
    """

    ratio: str
    more_is_stronger: bool = True


@frozen(kw_only=True)
class Aspect:
    """
    A side of the finances (finansiellt perspektiv).

    Attributes:
        id: Unique in the profile.
        title: Its name.
        ratios: What it is seen by.
    """

    id: str
    title: str
    ratios: tuple[ProfileRatio, ...] = field(converter=as_tuple)


def _aspect(id: str, title: str, *ratios: tuple[str, bool]) -> Aspect:
    return Aspect(id=id, title=title, ratios=[ProfileRatio(ratio=name, more_is_stronger=up) for name, up in ratios])


ASPECTS = (
    _aspect(
        "lang-sikt",
        "Långsiktig handlingsberedskap",
        ("soliditet-inklusive-pensioner", True),
        ("sjalvfinansieringsgrad", True),
    ),
    _aspect("kort-sikt", "Kortsiktig handlingsberedskap", ("kassalikviditet", True), ("resultatandel", True)),
    _aspect(
        "risk",
        "Riskförhållande",
        ("skuld-och-avsattningsgrad", False),
        ("nettokostnadsandel-med-finansnetto", False),
    ),
    _aspect("kontroll", "Kontroll", ("budgetfoljsamhet", False), ("nettokostnadsutveckling", False)),
)
"""
Four aspects with two ratios each.

Source:
    The four aspects, a scale from 1 to 5 and the place among others: Kommunforskning i Väst, Finansiell
    profil. Which ratios stand under which aspect, and points that rise evenly with the place, are ours.
"""
