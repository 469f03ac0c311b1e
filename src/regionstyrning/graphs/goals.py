"""Goals, indicators and perspectives as a graph."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from regionstyrning.graphs.projection import add_edge, add_node, empty_graph, held_on

if TYPE_CHECKING:
    import networkx as nx

    from regionstyrning.model.steering_model import SteeringModel


def goal_graph(model: SteeringModel, on: date | None = None) -> nx.MultiDiGraph[str]:
    """
    Draw what contributes to what.

    Args:
        model: Any model.
        on: The day; the model's own if left out.

    Returns:
        Nodes are ids of goals, indicators and perspectives, with ``kind`` (``goal``,
        ``indicator``, ``perspective``, or ``unknown`` for an id that leads to none of these),
        ``title``, ``in_force`` and, where known, ``level``, ``document`` and ``label``.
        Edges go from the lower to the upper, with ``kind`` (the contribution's, in Swedish),
        ``id`` and, where known, ``document`` and ``weight`` (`Decimal`, the last one that holds on the day).
        Graph attributes: ``model``, ``on``, ``kind``. Perspectives come first, as printed, then
        goals and indicators in order of id; links are added in order of id.

    >>> goal_graph(model).graph["kind"]
    'goals'
    """
    held = held_on(model, on)
    graph = empty_graph(held, "goals")
    structure = held.structure_on(held.as_of)
    for perspective in () if structure is None else structure.perspectives:
        add_node(graph, perspective.id, "perspective", perspective.title, level=perspective.level)
    for goal in sorted(held.goals, key=lambda goal: goal.id):
        add_node(graph, goal.id, "goal", goal.title, level=goal.level, document=goal.document, label=goal.label)
    for each in sorted(held.indicators, key=lambda indicator: indicator.id):
        add_node(graph, each.id, "indicator", each.title, document=each.document, label=each.label)
    for link in sorted(held.contributions, key=lambda link: link.id):
        weights = [each.value for each in link.weights if each.validity is None or each.validity.covers(held.as_of)]
        weight = weights[-1] if weights else None
        ends = (link.lower, link.upper)
        add_edge(graph, ends, link.kind.value, held, id=link.id, document=link.document, weight=weight)
    return graph
