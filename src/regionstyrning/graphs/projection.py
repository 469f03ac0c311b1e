"""What every projection is made with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import networkx as nx

from regionstyrning.model.catalogues import Name

if TYPE_CHECKING:
    from datetime import date

    from regionstyrning.model.steering_model import SteeringModel


def held_on(model: SteeringModel, on: date | None) -> SteeringModel:
    """The model as it held on the day, or on its own."""
    return model.at(model.as_of if on is None else on)


def empty_graph(held: SteeringModel, kind: str) -> nx.MultiDiGraph[str]:
    """A graph that knows what it shows: ``model``, ``on`` (ISO day) and ``kind``."""
    return nx.MultiDiGraph(model=held.id, on=held.as_of.isoformat(), kind=kind)


def add_node(graph: nx.MultiDiGraph[str], id: str, kind: str, title: str, **more: Any) -> None:  # noqa: ANN401 - plain values
    """Add a node with its kind and title, in force; attributes that are None are left out."""
    graph.add_node(id, kind=kind, title=title, in_force=True, **_known(more))


def add_edge(graph: nx.MultiDiGraph[str], ends: tuple[str, str], kind: str, held: SteeringModel, **more: Any) -> None:  # noqa: ANN401 - plain values
    """
    Add an edge with its kind; attributes that are None are left out.

    An end that no node has yet becomes one that is not in force: a name has the kind of record
    that it was (``goal``, ``organ`` …), anything else is ``unknown``.
    """
    for end in ends:
        if end not in graph:
            record = held.by_id.get(end)
            was = record.catalogue.removesuffix("s") if isinstance(record, Name) else "unknown"
            graph.add_node(end, kind=was, title=getattr(record, "title", None) or end, in_force=False)
    graph.add_edge(*ends, kind=kind, **_known(more))


def _known(attributes: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in attributes.items() if value is not None}
