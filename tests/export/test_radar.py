"""The financial profile is drawn as a picture that is read without colours."""

from __future__ import annotations

from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve

from regionstyrning import load_region
from regionstyrning.evaluators import Aspect, FinancialProfile, Peer, ProfileRatio, financial_profile
from regionstyrning.evaluators.ways.profile import ASPECTS
from regionstyrning.export import radar

MODEL = load_region("exempel")
VALUES = [(each.ratio, Decimal(place)) for aspect in ASPECTS for place, each in enumerate(aspect.ratios, 2)]


def profile(*peers: Peer, aspects: tuple[Aspect, ...] = ASPECTS) -> FinancialProfile:
    """The profile of the fictional region."""
    return financial_profile(MODEL, peers, as_of=MODEL.as_of, year=2025, aspects=aspects)


WHOLE = profile(Peer(title="Norrsund & Söderby", values=VALUES))


def words(drawn: str) -> list[str]:
    """All that is written in a drawing."""
    return [each.text or "" for each in ET.fromstring(drawn).iter() if each.text and each.text.strip()]  # noqa: S314 - as above


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_a_profile_is_drawn(lang: str, snapshot: object) -> None:
    """Title, what it says to those who do not see it, rings, aspects, spokes and whom it is compared with."""
    assert radar(WHOLE, "sv" if lang == "sv" else "en") == snapshot


def test_a_name_is_made_harmless() -> None:
    """It is text and no markup."""
    told = words(radar(WHOLE))
    assert any(each.startswith("Jämförs med Norrsund & Söderby.") for each in told)


def test_every_ratio_is_told_to_those_who_do_not_see_it() -> None:
    """With its points."""
    description = words(radar(WHOLE))[1]
    assert all(mark.title in description for mark in WHOLE.marks)


def test_a_ratio_without_points_breaks_the_line() -> None:
    """No shape is filled, and the ratio is said to be unknown."""
    drawn = radar(profile(Peer(title="Norrsund", values=VALUES[1:])))
    assert ("fill-opacity" in drawn, drawn.count("<circle")) == (False, 7)
    assert "Soliditet med alla pensionsåtaganden: okänt" in words(drawn)[1]
    assert "Långsiktig handlingsberedskap: går inte att säga" in words(drawn)


def test_nothing_is_drawn_where_nothing_is_known() -> None:
    """Rings and names only."""
    drawn = radar(profile())
    assert drawn.count("<circle") == 0


def test_a_profile_of_nothing() -> None:
    """Is an empty drawing, not a fault."""
    assert "<polygon" in radar(evolve(WHOLE, marks=()))


def test_more_aspects_than_corners() -> None:
    """Their names stand under one another."""
    many = tuple(
        Aspect(id=f"a{place}", title=f"Sida {place}", ratios=[ProfileRatio(ratio="soliditet")]) for place in range(8)
    )
    told = words(radar(profile(Peer(title="Norrsund", values=[("soliditet", Decimal(1))]), aspects=many)))
    assert [f"Sida {place}: 5,0 av 5" in told for place in range(8)] == [True] * 8
