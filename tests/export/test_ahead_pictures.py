"""Pictures of the years ahead say what the answers say."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

import regionstyrning as rs
from regionstyrning.alternatives import (
    Driver,
    ProjectionComparison,
    compare_projections,
    growth_shock,
    missed_budgets,
    planned,
)
from regionstyrning.errors import InvalidValue
from regionstyrning.export import compared_ahead, fan, years_ahead
from regionstyrning.text.numbers import SPACE
from tests.alternatives.small import assumed, region
from tests.drawings import SVG, words
from tests.printed_accounts import printed

if TYPE_CHECKING:
    from regionstyrning.model import SteeringModel


@pytest.fixture(scope="module")
def exempel() -> SteeringModel:
    """The fictional region."""
    return rs.load_region("exempel")


def test_years_ahead(exempel: SteeringModel, snapshot: object) -> None:
    """Results as bars and equity as a line, and every figure for who does not see it."""
    picture = years_ahead(rs.project(exempel, planned(exempel), 5), region=exempel.title)
    assert picture == snapshot
    assert "2027: resultat 240,0" in picture
    assert "Balanskravsresultat &lt; 0" not in picture


def test_a_year_with_a_deficit_has_a_colour_of_its_own() -> None:
    """A balance result below zero is told apart."""
    picture = years_ahead(rs.project(region(), assumed({Driver.COSTS: "7"}), 3), "en")
    assert [each for each in words(picture) if each[0].isalpha()][1:5] == [
        "Result of the year",
        "Balance result",
        "Balance result < 0",
        "Equity",
    ]


def test_many_years_are_not_all_named() -> None:
    """Of forty years every third has its number below."""
    told = words(years_ahead(rs.project(region(), assumed(), 40)))
    assert told.count("2026") == 2
    assert "2027" not in told
    assert told.count("2029") == 2


def test_a_fan(exempel: SteeringModel, snapshot: object) -> None:
    """How the result spreads, year by year."""
    some = planned(exempel, shocks=missed_budgets(exempel))
    assert fan(rs.simulate(exempel, some, 5, 2_000, 1), region=exempel.title) == snapshot


def test_a_fan_of_equity_in_english() -> None:
    """Any line whose spread is told can be drawn."""
    picture = fan(rs.simulate(region(), assumed(shocks=[growth_shock(1)]), 3, 500, 1), "eget-kapital", "en")
    assert words(picture)[0] == "region: equity 2026–2028, 500 paths, mnkr"


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


def test_pictures_say_what_is_assumed() -> None:
    """Below all else, every row inside the drawing."""
    some = assumed({Driver.COSTS: "3.6"}, shocks=[growth_shock("1.2")], fills_reserves=True)
    for picture in (years_ahead(rs.project(region(), some, 3)), fan(rs.simulate(region(), some, 3, 500, 1))):
        told = words(picture)
        first = next(place for place, each in enumerate(told) if each.startswith("Antaget: "))
        assert " ".join(told[first:]) == f"Antaget: {some.in_short()}."
        root = ET.fromstring(picture)  # noqa: S314 - our own
        assert max(float(each.attrib["y"]) for each in root.iter(f"{SVG}text")) < float(root.attrib["height"]) - 4


def _compared(*costs: str) -> ProjectionComparison:
    some = {f"kostnader {each}": assumed({Driver.COSTS: each}) for each in costs}
    return compare_projections({name: rs.project(region(), each, 3) for name, each in some.items()})


def test_projections_compared(snapshot: object) -> None:
    """A line for each projection in each panel, every figure for who does not see it, and what differs below."""
    picture = compared_ahead(_compared("3.1", "3.6"), region="Region Påhitt")
    assert picture == snapshot
    assert picture.count("<polyline") == 2 + 3 * 2
    told = words(picture)
    assert told[0] == "Region Påhitt: jämförelse 2026–2028, mnkr"
    assert told[-1].replace(SPACE, " ") == (
        "Kostnadernas ökning av löner och priser: kostnader 3.1: +3,1 % från 2026; kostnader 3.6: +3,6 % från 2026."
    )
    root = ET.fromstring(picture)  # noqa: S314 - our own
    assert max(float(each.attrib["y"]) for each in root.iter(f"{SVG}text")) < float(root.attrib["height"]) - 4


def test_more_than_three_projections_are_told_apart() -> None:
    """The fourth has the colour of the first, and is dashed."""
    picture = compared_ahead(_compared("3", "3.2", "3.4", "3.6"), "en")
    assert words(picture)[0] == "region: comparison 2026–2028, mnkr"
    assert picture.count("stroke-dasharray") == 1 + 3
    assert "2026, kostnader 3.6: result " in picture


def test_what_cannot_be_compared_in_a_picture() -> None:
    """More lines than can be told apart, and no year."""
    with pytest.raises(InvalidValue, match="expected at most 6 projections in a picture, found 7"):
        compared_ahead(_compared(*map(str, range(7))))
    none = rs.project(printed({}), assumed(), 1)
    with pytest.raises(InvalidValue, match="no year to draw"):
        compared_ahead(compare_projections({"a": none, "b": none}))
