"""Organs, posts and ownership as a graph."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from regionstyrning.graphs.projection import add_edge, add_node, empty_graph, held_on

if TYPE_CHECKING:
    import networkx as nx

    from regionstyrning.model.organisation import Organ, Position
    from regionstyrning.model.steering_model import SteeringModel


def organisation_graph(model: SteeringModel, on: date | None = None) -> nx.MultiDiGraph[str]:
    """
    Draw which body belongs to which, who serves, oversees and owns whom.

    Args:
        model: Any model.
        on: The day; the model's own if left out.

    Returns:
        Nodes are ids of organs and posts, with ``kind`` (the organ's or the post's kind, in
        Swedish; ``organ`` or ``position`` for one no longer in force, ``unknown`` for an id that
        leads to neither), ``title``, ``in_force`` and, where known, ``position`` (whether it is a
        post), ``legal_form`` and ``short``.
        Edges go from the part to the whole (``part_of``; ``sits_in`` for a post), from a
        förvaltning to the nämnd it serves (``serves``), from a post to what it heads (``heads``)
        and to the post above it (``answers_to``), from the one who oversees to the overseen
        (``oversees``: no power to decide), from the owner to the owned (``owns``, ``member_of``,
        ``founded``, with ``share_percent`` where known) and from a successor to what it follows (``succeeds``).
        Graph attributes: ``model``, ``on``, ``kind``. Organs come first, then posts, each in order of id.
    """
    held = held_on(model, on)
    graph = empty_graph(held, "organisation")
    organs = sorted(held.organs, key=lambda organ: organ.id)
    positions = sorted(held.positions, key=lambda position: position.id)
    for organ in organs:
        form = None if organ.legal_form is None else organ.legal_form.value
        add_node(graph, organ.id, organ.kind.value, organ.title, position=False, legal_form=form, short=organ.short)
    for position in positions:
        add_node(graph, position.id, position.kind.value, position.title, position=True)
    for organ in organs:
        _tie_organ(graph, organ, held)
    for position in positions:
        _tie_position(graph, position, held)
    for each in sorted(held.ownerships, key=lambda ownership: ownership.id):
        kind = _OWNERSHIP[each.kind.name]
        add_edge(graph, (each.owner, each.owned), kind, held, id=each.id, share_percent=each.share_percent)
    return graph


_OWNERSHIP = {"OWNS": "owns", "MEMBER": "member_of", "FOUNDER": "founded"}


def _tie_organ(graph: nx.MultiDiGraph[str], organ: Organ, held: SteeringModel) -> None:
    if organ.part_of is not None:
        add_edge(graph, (organ.id, organ.part_of), "part_of", held)
    for kind in ("serves", "oversees", "succeeds"):
        for other in getattr(organ, kind):
            add_edge(graph, (organ.id, other), kind, held)


def _tie_position(graph: nx.MultiDiGraph[str], position: Position, held: SteeringModel) -> None:
    add_edge(graph, (position.id, position.organ), "sits_in", held)
    for other in position.heads:
        add_edge(graph, (position.id, other), "heads", held)
    if position.superior is not None:
        add_edge(graph, (position.id, position.superior), "answers_to", held)
