"""Pictures of the economy say what the answers say."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

import regionstyrning as rs
from regionstyrning.alternatives import Driver, growth_shock, missed_budgets, planned
from regionstyrning.errors import InvalidValue
from regionstyrning.export import fan, waterfall, years_ahead
from regionstyrning.export.charts import scale
from tests.alternatives.small import assumed, region
from tests.printed_accounts import printed

if TYPE_CHECKING:
    from regionstyrning.model import SteeringModel

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def exempel() -> SteeringModel:
    """The fictional region."""
    return rs.load_region("exempel")


def _words(picture: str) -> list[str]:
    return [each.text or "" for each in ET.fromstring(picture).iter(f"{SVG}text")]  # noqa: S314 - our own


def test_a_waterfall(exempel: SteeringModel, snapshot: object) -> None:
    """Each counted line of the statement, from the result to the balance result."""
    picture = waterfall(rs.balance_statement(exempel, 2025), region=exempel.title)
    assert picture == snapshot
    words = _words(picture)
    assert words.index("245,0") < words.index("−60,0") < words.index("160,0")


def test_a_waterfall_below_zero_in_english(exempel: SteeringModel) -> None:
    """A year with a deficit falls to the left of zero."""
    picture = waterfall(rs.balance_statement(exempel, 2023), "en", region=exempel.title)
    assert _words(picture)[0] == "Region Exempel: balance statement 2023, outcome, mnkr"
    assert "−320.0" in _words(picture)


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


def test_years_ahead(exempel: SteeringModel, snapshot: object) -> None:
    """Results as bars and equity as a line, and every figure for who does not see it."""
    picture = years_ahead(rs.project(exempel, planned(exempel), 5), region=exempel.title)
    assert picture == snapshot
    assert "2027: resultat 240,0" in picture
    assert "Balanskravsresultat &lt; 0" not in picture


def test_a_year_with_a_deficit_has_a_colour_of_its_own() -> None:
    """A balance result below zero is told apart."""
    picture = years_ahead(rs.project(region(), assumed({Driver.COSTS: "7"}), 3), "en")
    assert [each for each in _words(picture) if each[0].isalpha()][1:] == [
        "Result of the year",
        "Balance result",
        "Balance result < 0",
        "Equity",
    ]


def test_many_years_are_not_all_named() -> None:
    """Of forty years every third has its number below."""
    words = _words(years_ahead(rs.project(region(), assumed(), 40)))
    assert words.count("2026") == 2
    assert "2027" not in words
    assert words.count("2029") == 2


def test_a_fan(exempel: SteeringModel, snapshot: object) -> None:
    """How the result spreads, year by year."""
    some = planned(exempel, shocks=missed_budgets(exempel))
    assert fan(rs.simulate(exempel, some, 5, 2_000, 1), region=exempel.title) == snapshot


def test_a_fan_of_equity_in_english() -> None:
    """Any line whose spread is told can be drawn."""
    picture = fan(rs.simulate(region(), assumed(shocks=[growth_shock(1)]), 3, 500, 1), "eget-kapital", "en")
    assert _words(picture)[0] == "region: equity 2026–2028, 500 paths, mnkr"


def test_nothing_to_draw() -> None:
    """Where no year could be reckoned there is no picture."""
    none = printed({})
    with pytest.raises(InvalidValue, match="no year to draw"):
        years_ahead(rs.project(none, assumed(), 1))
    with pytest.raises(InvalidValue, match="no year to draw"):
        fan(rs.simulate(none, assumed(shocks=[growth_shock(1)]), 1, 10, 1))


def test_a_line_whose_spread_is_not_told() -> None:
    """The lines that can be drawn are named."""
    simulation = rs.simulate(region(), assumed(shocks=[growth_shock(1)]), 1, 10, 1)
    with pytest.raises(InvalidValue, match="expected one of 'arets-resultat', 'balanskravsresultat', 'eget-kapital'"):
        fan(simulation, "skatteintakter")


@pytest.mark.parametrize(
    ("amounts", "ends", "ticks"),
    [
        ((245.0, 160.0), (0, 250), (0, 50, 100, 150, 200, 250)),
        ((-370.0, -410.0), (-500, 0), (-500, -400, -300, -200, -100, 0)),
        ((), (0, 1), (0, 0.2, 0.4, 0.6, 0.8, 1)),
        ((0.0, 0.0), (0, 1), (0, 0.2, 0.4, 0.6, 0.8, 1)),
    ],
)
def test_scales_end_at_round_amounts(
    amounts: tuple[float, ...], ends: tuple[float, float], ticks: tuple[float, ...]
) -> None:
    """A scale holds zero and every amount, with about five round steps."""
    found = scale(amounts, 0, 100)
    assert (found.low, found.high) == ends
    assert found.ticks == pytest.approx(ticks)
    assert (found(ends[0]), found(ends[1])) == (0, 100)
