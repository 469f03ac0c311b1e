"""Graphs are written as GraphML, and can be read back."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import networkx as nx
import pytest

import regionstyrning as rs
from regionstyrning.export.drawing import GRAPHS, graph_of
from regionstyrning.export.graphml import attribute, graphml
from regionstyrning.model import Ownership, OwnershipKind
from tests.model.small import document, goal, link, model, organ


def read(text: str) -> Any:  # noqa: ANN401 - a graph of whatever is in the file
    """The graph that another program reads."""
    return nx.parse_graphml(text, force_multigraph=True)


@pytest.mark.parametrize("graph", GRAPHS)
@pytest.mark.parametrize("region", rs.regions())
def test_a_graph_is_read_back(region: str, graph: str) -> None:
    """With the nodes and edges of the library's own, and every attribute of them."""
    held = rs.load_region(region)
    drawn, found = graph_of(held, graph, None), read(graphml(held, graph=graph))
    nodes = {id: {name: attribute(value) for name, value in node.items()} for id, node in drawn.nodes(data=True)}
    assert dict(found.nodes(data=True)) == nodes
    assert _edges(found) == _edges(drawn)


def _edges(graph: Any) -> list[str]:  # noqa: ANN401 - as above
    """Ends and attributes of each edge, in any order of edges."""
    return sorted(
        repr(
            (first, last, sorted(("record" if name == "id" else name, attribute(value)) for name, value in tie.items()))
        )
        for first, last, tie in graph.edges(data=True)
    )


def test_edges_have_ids_of_their_own() -> None:
    """The id of a link is its attribute ``record``."""
    held = model(goals=[goal("a"), goal("b")], contributions=[link("a", "b")])
    ((_, _, key, tie),) = read(graphml(held)).edges(keys=True, data=True)
    assert (key, tie["record"]) == ("e0", "contribution/a/b/bidrar till")


def test_the_graph_says_what_it_shows() -> None:
    """Model, day and kind."""
    assert read(graphml(model())).graph.items() >= {"model": "liten", "on": "2025-06-01", "kind": "goals"}.items()


def test_what_is_missing_is_left_out() -> None:
    """No attribute says None."""
    held = model(documents=[document("a")])
    assert read(graphml(held, graph="documents")).nodes["a"] == {
        "kind": "document",
        "title": "A",
        "in_force": True,
        "status": held.documents[0].status.value,
    }


def test_a_share_is_a_number() -> None:
    """Other programs know no decimals."""
    held = model(
        organs=[organ("region"), organ("bolag")],
        ownerships=[
            Ownership(owner="region", owned="bolag", kind=OwnershipKind.OWNS, share_percent=Decimal("33.3"), id="o")
        ],
    )
    ((_, _, tie),) = read(graphml(held, graph="organisation")).edges(data=True)
    assert tie["share_percent"] == 33.3


def test_a_title_does_nothing_in_the_file() -> None:
    """It is escaped, and what no XML may hold is replaced."""
    text = graphml(model(goals=[goal("a", title="<b>&\x00\ufffe")]))
    assert read(text).nodes["a"]["title"] == "<b>&\ufffd\ufffd"


def test_order_of_records_changes_nothing() -> None:
    """The same model gives the same bytes."""
    goals, links = [goal("a"), goal("b"), goal("c")], [link("a", "b"), link("c", "b")]
    one = model(goals=goals, contributions=links)
    other = model(goals=goals[::-1], contributions=links[::-1])
    assert graphml(one) == graphml(other)
