"""The financial profile tells a place among named peers, and never that a goal is met."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

import regionstyrning as rs
from regionstyrning.errors import InvalidValue
from regionstyrning.evaluators import Aspect, Peer, Profile, ProfileRatio, Status
from tests.evaluators.small import model as nobody
from tests.printed_accounts import R, printed

YEAR = 2025
AS_OF = date(2026, 6, 1)
RESULT = Aspect(id="resultat", title="Resultat", ratios=[ProfileRatio(ratio="resultatandel")])
DEBT = Aspect(id="skuld", title="Skuld", ratios=[ProfileRatio(ratio="resultatandel", more_is_stronger=False)])
MODEL = printed({YEAR: {R: "30", "skatteintakter": "800", "generella-statsbidrag-och-utjamning": "200"}})
"""A region whose result is three per cent of taxes and grants."""


def peers(*values: str) -> list[Peer]:
    """Constructed peers, each with a result of its own."""
    return [Peer(title=f"Region {place}", values=[("resultatandel", Decimal(v))]) for place, v in enumerate(values)]


def test_as_an_evaluator_it_judges_nothing() -> None:
    """A place is no attainment."""
    verdict = Profile(peers=peers("1", "4"), aspects=[RESULT])(MODEL, as_of=AS_OF, year=YEAR)
    assert {each.status for each in verdict.everything()} == {Status.NOT_JUDGED}
    assert [reason.text() for reason in verdict.reasons] == [
        "Jämförs med Region 0 och Region 1.",
        "Poängen säger plats bland andra, inte om något mål är nått.",
    ]
    assert [reason.text() for part in verdict.parts for reason in part.reasons] == ["I snitt 3,0 poäng av 5."]
    assert verdict.settings == (("peers", "Region 0, Region 1"),)


def test_it_is_found_by_its_name_and_ships_no_peers() -> None:
    """Without any it cannot tell a place."""
    verdict = rs.evaluate(MODEL, as_of=AS_OF, evaluators="profile")["profile"]
    assert (verdict.status, verdict.year) == (Status.CANNOT_BE_ASSESSED, YEAR)
    assert verdict.reasons[0].missing
    assert "Snittet går inte att räkna ut" in verdict.explain()


def test_the_last_year_that_has_ended_is_told() -> None:
    """Where no year is named."""
    assert Profile()(MODEL, as_of=AS_OF).year == YEAR


def test_whose_accounts_they_are_must_be_known() -> None:
    """A model without a legal person has none."""
    verdict = Profile(peers=peers("1"))(nobody(), as_of=AS_OF, year=YEAR)
    assert verdict.status is Status.CANNOT_BE_ASSESSED
    assert "no legal person" in verdict.reasons[0].text()


def test_peers_must_be_peers() -> None:
    """A name is none."""
    with pytest.raises(InvalidValue, match="expected Peer"):
        Profile(peers=["Halland"])


def test_it_never_mixes_with_attainment() -> None:
    """It counts no goal, so how firm a verdict is does not rest on it."""
    model = rs.load_region("exempel")
    firm = rs.firmness(model, "resultat-2025", as_of=model.as_of, year=YEAR)
    assert {"profile", "geh"} & {name for name, _ in firm.verdicts} == set()
