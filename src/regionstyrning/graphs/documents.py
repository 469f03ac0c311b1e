"""Steering documents as a graph."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from regionstyrning.graphs.projection import add_edge, add_node, empty_graph, held_on

if TYPE_CHECKING:
    import networkx as nx

    from regionstyrning.model.steering_model import SteeringModel

_TIES = ("based_on", "replaces", "amends", "supplements", "outranks")


def document_graph(model: SteeringModel, on: date | None = None) -> nx.MultiDiGraph[str]:
    """
    Draw which document builds on, replaces or changes which.

    Args:
        model: Any model.
        on: The day; the model's own if left out.

    Returns:
        Nodes are ids of documents, with ``kind`` (the structure's id of the kind of document;
        ``document`` for one without a kind or no longer in force, ``unknown`` for an id that leads
        to none), ``title``, ``in_force`` and, where known, ``status``, ``adopted_by``,
        ``adopted_on`` (ISO day), ``first_year`` and ``last_year``.
        Edges go from a document to what it is tied to, with ``kind``: ``based_on``, ``replaces``,
        ``amends``, ``supplements``, ``outranks`` or ``part_of``.
        Graph attributes: ``model``, ``on``, ``kind``. Documents are added in order of id.
    """
    held = held_on(model, on)
    graph = empty_graph(held, "documents")
    documents = sorted(held.documents, key=lambda document: document.id)
    for each in documents:
        adopted, horizon = each.adopted, each.horizon
        add_node(
            graph,
            each.id,
            each.kind or "document",
            each.title,
            status=each.status.value,
            adopted_by=None if adopted is None else adopted.organ,
            adopted_on=None if adopted is None or adopted.on is None else adopted.on.isoformat(),
            first_year=None if horizon is None else horizon.first_year,
            last_year=None if horizon is None else horizon.last_year,
        )
    for each in documents:
        for tie in _TIES:
            for other in getattr(each, tie):
                add_edge(graph, (each.id, other), tie, held)
        if each.part_of is not None:
            add_edge(graph, (each.id, each.part_of), "part_of", held)
    return graph
