"""What holds of graphs whatever the model."""

from __future__ import annotations

from datetime import date
from typing import Any

import networkx as nx
import pytest
from attrs import evolve
from hypothesis import given

from regionstyrning import delegation_graph, document_graph, goal_graph, organisation_graph
from regionstyrning.model import SteeringModel
from tests.strategies import models
from tests.tangles import days, tangles, tangles_in_two_orders

DRAWN = (goal_graph, organisation_graph, document_graph, delegation_graph)


def shown(graph: nx.MultiDiGraph[str]) -> dict[str, Any]:
    """All that a graph holds, in its order."""
    return {
        "graph": graph.graph,
        "nodes": [(id, dict(graph.nodes[id])) for id in graph],
        "edges": [(*ends, dict(graph.edges[ends])) for ends in graph.edges(keys=True)],
    }


@pytest.mark.full
@given(tangles(), days)
def test_the_model_of_a_day_is_drawn_as_the_whole_is(model: SteeringModel, day: date) -> None:
    """On that day, with nothing remembered from the whole."""
    held = evolve(model.at(day))
    assert [shown(draw(held)) for draw in DRAWN] == [shown(draw(model, on=day)) for draw in DRAWN]


@pytest.mark.full
@given(tangles_in_two_orders())
def test_the_order_of_records_changes_no_graph(both: tuple[SteeringModel, SteeringModel]) -> None:
    """Each catalogue in any order."""
    one, other = both
    assert [shown(draw(one)) for draw in DRAWN] == [shown(draw(other)) for draw in DRAWN]


@given(tangles())
def test_a_matter_draws_some_of_all_delegations(model: SteeringModel) -> None:
    """Never one that is not drawn without it."""
    every = set(delegation_graph(model).edges(keys=True))
    of_a_matter = [set(delegation_graph(model, matter=matter.id).edges(keys=True)) for matter in model.matters]
    assert [edges for edges in of_a_matter if not edges <= every] == []


@given(models())
def test_any_model_is_drawn(model: SteeringModel) -> None:
    """A flawed one as well; every edge says of which kind it is."""
    drawn = [edge for draw in DRAWN for edge in shown(draw(model))["edges"]]
    assert [edge for edge in drawn if "kind" not in edge[3]] == []
