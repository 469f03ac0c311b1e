"""Delegations as a graph."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from regionstyrning.errors import UnknownId
from regionstyrning.graphs.projection import add_edge, add_node, empty_graph, held_on
from regionstyrning.model.delegation import Together
from regionstyrning.model.organisation import Organ, Position

if TYPE_CHECKING:
    from collections.abc import Container

    import networkx as nx

    from regionstyrning.model.delegation import Delegation, Receiver
    from regionstyrning.model.steering_model import SteeringModel


def delegation_graph(model: SteeringModel, on: date | None = None, matter: str | None = None) -> nx.MultiDiGraph[str]:
    """
    Draw who has given whom the right to decide, as it is written: no law is applied.

    Args:
        model: Any model.
        on: The day; the model's own if left out.
        matter: Only delegations of this matter or of a wider one, not excepting it.

    Returns:
        Nodes are ids of organs and posts that give or receive, and the words of statutes and
        offices, with ``kind`` (the organ's or post's kind in Swedish, ``statute``, ``office``,
        ``organ`` or ``position`` for one no longer in force, ``unknown`` for an id that leads to
        neither), ``title`` and ``in_force``. What a scheme does not state is ``"?"``.
        Edges go from the giver to the receiver, keyed by the delegation's id, with ``kind``
        (the nature of the act), ``delegation``, ``matters`` and ``except_matters`` (tuples of
        ids), ``limits`` (tuple of texts such as ``"500000 kronor"``), ``together`` where it is
        not each alone, ``may_pass_on`` where it is stated, ``urgent_only`` and ``builds_on`` where there is one.
        Graph attributes: ``model``, ``on``, ``kind``. Delegations are added in order of id.

    Raises:
        UnknownId: if no matter has the id.
    """
    held = held_on(model, on)
    graph = empty_graph(held, "delegations")
    wider = None if matter is None else _wider(held, matter)
    for each in sorted(held.delegations, key=lambda delegation: delegation.id):
        if wider is None or (_any(each.matters, wider) and not _any(each.except_matters, wider)):
            _add(graph, each, held)
    return graph


def _any(ids: tuple[str, ...], among: Container[str]) -> bool:
    return any(id in among for id in ids)


def _wider(held: SteeringModel, matter: str) -> set[str]:
    parents = {each.id: each.part_of for each in held.matters}
    if matter not in parents:
        kind = "Matter"
        raise UnknownId(kind, matter, parents)
    met: set[str] = set()
    step: str | None = matter
    while step is not None and step not in met:
        met.add(step)
        step = parents.get(step)
    return met


def _add(graph: nx.MultiDiGraph[str], delegation: Delegation, held: SteeringModel) -> None:
    giver = delegation.giver
    if giver is not None:
        _add_body(graph, giver, held)
    else:
        giver = delegation.statute or "?"
        add_node(graph, giver, "statute", giver)
    for receiver in delegation.receivers:
        end = _receiver(graph, receiver, held)
        add_edge(
            graph,
            (giver, end),
            delegation.nature.value,
            held,
            key=delegation.id,
            delegation=delegation.id,
            matters=delegation.matters,
            except_matters=delegation.except_matters,
            limits=tuple(f"{limit.value:f} {limit.unit.value}" for limit in delegation.limits),
            together=None if delegation.together is Together.EACH else delegation.together.value,
            may_pass_on=delegation.may_pass_on,
            urgent_only=delegation.urgent_only,
            builds_on=delegation.builds_on,
        )


def _receiver(graph: nx.MultiDiGraph[str], receiver: Receiver, held: SteeringModel) -> str:
    id = receiver.position or receiver.organ
    if id is not None:
        _add_body(graph, id, held)
        return id
    office = receiver.office or "?"
    add_node(graph, office, "office", office)
    return office


def _add_body(graph: nx.MultiDiGraph[str], id: str, held: SteeringModel) -> None:
    body = held.by_id.get(id)
    if isinstance(body, Organ | Position):
        add_node(graph, id, body.kind.value, body.title)
