"""The questions as one would write them plainly with networkx: a graph, and a search from each node."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import networkx as nx

from regionstyrning.model.structure import INDICATORS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.model import SteeringModel, Structure

PlainLink = tuple[str, str, str, str | None, tuple[str, ...]]
"""Lower, upper, kind, document and owners of a link."""

Cells = dict[tuple[str | None, str | None], list[str]]
"""Ids of goals by organ and perspective."""


def graph_of(model: SteeringModel) -> nx.DiGraph[str]:
    """Goals, indicators and perspectives with their links, from lower to upper."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    for perspective in model.structures[0].perspectives:
        graph.add_node(perspective.id, level=perspective.level, owners=(), document=None)
    for goal in model.goals:
        owners = tuple(owner.organ for owner in goal.owners)
        graph.add_node(goal.id, level=goal.level, owners=owners, document=goal.document)
    for indicator in model.indicators:
        graph.add_node(indicator.id, level=INDICATORS, owners=(), document=indicator.document)
    for link in model.contributions:
        graph.add_edge(link.lower, link.upper, kind=link.kind.value, document=link.document)
    return graph


def paths_up(graph: nx.DiGraph[str], id: str) -> list[tuple[PlainLink, ...]]:
    """Every path from a node to where the links end above, its links told."""
    ends = [above for above in nx.descendants(graph, id) if not graph.out_degree(above)]
    return [tuple(_told(graph, *edge) for edge in path) for path in nx.all_simple_edge_paths(graph, id, ends)]


def _told(graph: nx.DiGraph[str], lower: str, upper: str) -> PlainLink:
    link, node = graph.edges[lower, upper], graph.nodes[lower]
    return lower, upper, link["kind"], link["document"] or node["document"], node["owners"]


def loose_ends(graph: nx.DiGraph[str], structure: Structure) -> set[tuple[str, str]]:
    """Each node that lacks a link which the structure requires, with the level that is missing."""
    return set(_loose(graph, structure))


def _loose(graph: nx.DiGraph[str], structure: Structure) -> Iterator[tuple[str, str]]:
    for id, node in graph.nodes(data=True):
        above = {graph.nodes[upper]["level"] for upper in graph.successors(id)}
        below = {graph.nodes[lower]["level"] for lower in graph.predecessors(id)}
        for rule in structure.links:
            if rule.required and rule.lower == node["level"] and above.isdisjoint(rule.upper):
                yield id, rule.upper[0]
            if rule.required_under and node["level"] in rule.upper and rule.lower not in below:
                yield id, rule.lower


def coverage(graph: nx.DiGraph[str], structure: Structure) -> Cells:
    """Which goals each organ carries under each perspective; None for nobody, and for no perspective."""
    perspectives = {perspective.id for perspective in structure.perspectives}
    kinds = {level.id: level.kind.value for level in structure.levels}
    cells: defaultdict[tuple[str | None, str | None], list[str]] = defaultdict(list)
    for id, node in graph.nodes(data=True):
        if kinds.get(node["level"]) == "mål":
            above: set[str] = nx.descendants(graph, id)
            columns: set[str | None] = {*perspectives & above}
            for organ in node["owners"] or (None,):
                for column in columns or {None}:
                    cells[organ, column].append(id)
    return {key: sorted(ids) for key, ids in cells.items()}
