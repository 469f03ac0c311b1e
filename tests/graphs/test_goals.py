"""Goals, indicators and perspectives as a graph."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve

from regionstyrning import goal_graph
from regionstyrning.model import Validity, Weight
from tests.threaded import AGAINST, MEASURES, STRUCTURE, bare, goal, indicator, link, region


def test_nodes_are_goals_indicators_and_perspectives() -> None:
    """Perspectives first, then goals and indicators, each in order of id."""
    assert list(goal_graph(region())) == ["vard", "rekrytera", "tillganglighet", "vardkoer", "vision", "vantetid"]


def test_a_goal_has_level_document_and_label() -> None:
    """Beside kind and title."""
    graph = goal_graph(bare(goal("a", title="Mål A", document="planen", label="1.1")))
    assert dict(graph.nodes["a"]) == {
        "kind": "goal",
        "title": "Mål A",
        "in_force": True,
        "level": "mal",
        "document": "planen",
        "label": "1.1",
    }


def test_an_indicator_has_document_and_label() -> None:
    """But no level of the structure."""
    graph = goal_graph(bare(indicator("i", document="planen", label="A3")))
    assert dict(graph.nodes["i"]) == {
        "kind": "indicator",
        "title": "I",
        "in_force": True,
        "document": "planen",
        "label": "A3",
    }


def test_a_perspective_has_its_level() -> None:
    """And neither document nor label."""
    assert dict(goal_graph(bare()).nodes["vard"]) == {
        "kind": "perspective",
        "title": "God vård",
        "in_force": True,
        "level": "malomrade",
    }


def test_edges_go_from_the_lower_to_the_upper() -> None:
    """In order of the links' ids."""
    assert list(goal_graph(region()).edges()) == [
        ("vard", "vision"),
        ("rekrytera", "vardkoer"),
        ("tillganglighet", "vard"),
        ("vardkoer", "tillganglighet"),
        ("vantetid", "vardkoer"),
    ]


def test_an_edge_has_kind_id_and_document() -> None:
    """The kind in Swedish."""
    only = link("i", "a", MEASURES, document="planen")
    graph = goal_graph(bare(goal("a"), indicator("i"), only))
    assert list(graph.edges(data=True)) == [("i", "a", {"kind": "mäter", "id": only.id, "document": "planen"})]


def test_an_edge_without_a_document_has_none() -> None:
    """Nor a weight."""
    graph = goal_graph(bare(goal("a"), goal("b"), link("a", "b", AGAINST)))
    assert list(graph.edges["a", "b", 0]) == ["kind", "id"]


@pytest.mark.parametrize(
    ("day", "expected"),
    [(date(2023, 1, 1), Decimal(1)), (date(2024, 6, 1), Decimal(2)), (date(2025, 6, 1), Decimal(3))],
)
def test_the_weight_is_the_last_that_holds_on_the_day(day: date, expected: Decimal) -> None:
    """One without days always holds."""
    weights = [
        Weight(value=Decimal(1)),
        Weight(value=Decimal(2), validity=Validity(first=date(2024, 1, 1))),
        Weight(value=Decimal(3), validity=Validity(first=date(2025, 1, 1))),
    ]
    graph = goal_graph(bare(goal("a"), goal("b"), link("a", "b", weights=weights)), on=day)
    assert graph.edges["a", "b", 0]["weight"] == expected


def test_a_weight_that_does_not_hold_yet_is_left_out() -> None:
    """There is none on that day."""
    weights = [Weight(value=Decimal(2), validity=Validity(first=date(2027, 1, 1)))]
    graph = goal_graph(bare(goal("a"), goal("b"), link("a", "b", weights=weights)))
    assert "weight" not in graph.edges["a", "b", 0]


def test_two_links_between_the_same_ends_are_two_edges() -> None:
    """Each with its kind."""
    graph = goal_graph(bare(goal("a"), goal("b"), link("a", "b"), link("a", "b", AGAINST)))
    assert [data["kind"] for _, _, data in graph.edges(data=True)] == ["bidrar till", "motverkar"]


def test_a_perspective_of_a_former_structure_is_not_in_force() -> None:
    """A link to it still stands."""
    former = evolve(STRUCTURE, id="forra", validity=Validity(last=date(2025, 12, 31)))
    current = evolve(STRUCTURE, perspectives=(), validity=Validity(first=date(2026, 1, 1)))
    graph = goal_graph(bare(goal("a"), link("a", "vard"), structures=[former, current]))
    assert dict(graph.nodes["vard"]) == {"kind": "perspective", "title": "God vård", "in_force": False}


def test_without_a_structure_there_are_no_perspectives() -> None:
    """What links to them leads nowhere."""
    graph = goal_graph(bare(goal("a"), link("a", "vard"), structures=()))
    assert dict(graph.nodes["vard"]) == {"kind": "unknown", "title": "vard", "in_force": False}


def test_what_is_no_longer_in_force_is_not_drawn() -> None:
    """If nothing refers to it."""
    assert list(goal_graph(bare(goal("a", validity=Validity(last=date(2025, 1, 1)))))) == ["vard"]
