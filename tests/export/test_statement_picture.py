"""The balance statement as a picture says what the statement says."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

import regionstyrning as rs
from regionstyrning.export import waterfall
from tests.drawings import SVG, words
from tests.printed_accounts import printed

if TYPE_CHECKING:
    from regionstyrning.model import SteeringModel


@pytest.fixture(scope="module")
def exempel() -> SteeringModel:
    """The fictional region."""
    return rs.load_region("exempel")


def test_a_waterfall(exempel: SteeringModel, snapshot: object) -> None:
    """Each counted line of the statement, from the result to the balance result."""
    picture = waterfall(rs.balance_statement(exempel, 2025), region=exempel.title)
    assert picture == snapshot
    told = words(picture)
    assert told.index("245,0") < told.index("−60,0") < told.index("160,0")


def test_a_waterfall_below_zero_in_english(exempel: SteeringModel) -> None:
    """A year with a deficit falls to the left of zero."""
    picture = waterfall(rs.balance_statement(exempel, 2023), "en", region=exempel.title)
    assert words(picture)[0] == "Region Exempel: balance statement 2023, outcome, mnkr"
    assert "−320.0" in words(picture)


def test_a_waterfall_of_nothing() -> None:
    """Where nothing is known nothing is drawn, and that is said to who does not see it."""
    picture = waterfall(rs.balance_statement(printed({}), 2025))
    assert "inget känt belopp" in picture
    assert len(ET.fromstring(picture).findall(f"{SVG}rect")) == 4  # noqa: S314 - our own


def test_titles_are_made_harmless() -> None:
    """What a region calls a line cannot end the drawing."""
    model = printed({2025: {"arets-resultat": "10"}})
    amounts = [rs.proposed(each, title="<script>&") for each in model.amounts]
    added = rs.proposed(amounts[0], line="realisationsvinster", title='"><script>', value=amounts[0].value)
    picture = waterfall(rs.balance_statement(model.with_(added), 2025))
    assert "<script>" not in picture
    ET.fromstring(picture)  # noqa: S314 - our own
