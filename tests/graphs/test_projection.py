"""What every graph has in common."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import networkx as nx
import pytest

from regionstyrning import delegation_graph, document_graph, goal_graph, organisation_graph
from regionstyrning.graphs.projection import add_edge, add_node, empty_graph, held_on
from regionstyrning.model import Validity
from tests.threaded import DAY, bare, goal, link, region

Draw = Callable[..., "nx.MultiDiGraph[str]"]

DRAWN: dict[str, Draw] = {
    "goals": goal_graph,
    "organisation": organisation_graph,
    "documents": document_graph,
    "delegations": delegation_graph,
}


@pytest.mark.parametrize("kind", DRAWN)
def test_a_graph_says_what_it_shows(kind: str) -> None:
    """Of which model, on which day and what."""
    graph = DRAWN[kind](region(), on=date(2026, 2, 1))
    assert graph.graph == {"model": "trad", "on": "2026-02-01", "kind": kind}


@pytest.mark.parametrize("kind", DRAWN)
def test_without_a_day_the_models_own_is_meant(kind: str) -> None:
    """Never today."""
    assert DRAWN[kind](region()).graph["on"] == "2026-03-01"


@pytest.mark.parametrize("kind", DRAWN)
def test_a_graph_has_directed_edges_of_several_kinds(kind: str) -> None:
    """More than one may go between two nodes."""
    graph = DRAWN[kind](region())
    assert (graph.is_directed(), graph.is_multigraph()) == (True, True)


@pytest.mark.parametrize("kind", DRAWN)
def test_a_region_without_records_has_an_empty_graph(kind: str) -> None:
    """Nothing is made up."""
    assert len(DRAWN[kind](bare(structures=()))) == 0


@pytest.mark.parametrize("kind", DRAWN)
def test_every_node_has_kind_title_and_whether_it_is_in_force(kind: str) -> None:
    """Whatever graph it stands in."""
    nodes: list[dict[str, Any]] = [data for _, data in DRAWN[kind](region()).nodes(data=True)]
    assert [node for node in nodes if not {"kind", "title", "in_force"} <= node.keys()] == []


def test_a_node_is_in_force_and_has_no_empty_attributes() -> None:
    """What is not known is left out."""
    graph = empty_graph(region(), "goals")
    add_node(graph, "a", "goal", "A", label=None, level="mal")
    assert dict(graph.nodes["a"]) == {"kind": "goal", "title": "A", "in_force": True, "level": "mal"}


def test_an_edge_has_no_empty_attributes() -> None:
    """What is not known is left out."""
    graph = empty_graph(region(), "goals")
    add_edge(graph, ("a", "b"), "mäter", region(), document=None, weight=1)
    assert list(graph.edges(data=True)) == [("a", "b", {"kind": "mäter", "weight": 1})]


def test_an_end_that_leads_nowhere_is_unknown() -> None:
    """It is drawn all the same, and not in force."""
    graph = goal_graph(bare(goal("a"), link("a", "nowhere")))
    assert dict(graph.nodes["nowhere"]) == {"kind": "unknown", "title": "nowhere", "in_force": False}


def test_an_end_that_is_another_kind_of_record_is_unknown() -> None:
    """A goal cannot serve an organ."""
    graph = goal_graph(region().with_(link("vardkoer", "hsn")))
    assert dict(graph.nodes["hsn"]) == {
        "kind": "unknown",
        "title": "Hälso- och sjukvårdsnämnden",
        "in_force": False,
    }


def test_an_end_that_is_no_longer_in_force_keeps_its_kind_and_title() -> None:
    """Only its name is left."""
    ended = goal("b", title="Gammalt mål", validity=Validity(last=date(2025, 12, 31)))
    graph = goal_graph(bare(goal("a"), ended, link("a", "b")))
    assert dict(graph.nodes["b"]) == {"kind": "goal", "title": "Gammalt mål", "in_force": False}


def test_a_day_decides_what_is_held() -> None:
    """The model's own if none is given."""
    model = region()
    assert (held_on(model, None).as_of, held_on(model, date(2026, 2, 1)).as_of) == (DAY, date(2026, 2, 1))
