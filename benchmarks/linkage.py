"""A goal graph of a million numbered nodes, and its questions put plainly to networkx and to numpy."""

from __future__ import annotations

from collections import Counter
from itertools import accumulate, pairwise
from random import Random
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Iterator

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

ROWS = (1, 8, 150, 1_600, 3_003)
"""One component: a vision, overarching goals, goals of boards and of units, and indicators."""

_CUT_LOOSE = 0.02
_PERSPECTIVES = 4
TO_GOALS, TO_VISIONS = -1, -2
"""Nodes that networkx is given above all overarching goals and above all visions, to search from."""


@frozen(kw_only=True, eq=False)
class Workload:
    """
    A graph of numbered nodes, with what is asked of it.

    Attributes:
        count: How many nodes there are.
        lower: The lower of each link.
        upper: The upper of each link.
        weight: The weight of each link.
        visions: The nodes at the top.
        overarching: The goals right under them.
        values: The value of each indicator, NaN for what is no indicator or not known.
        keys: The component and perspective of each goal, -1 for indicators.
    """

    count: int
    lower: Ints
    upper: Ints
    weight: Floats
    visions: list[int]
    overarching: list[int]
    values: Floats
    keys: Ints
    plain: nx.DiGraph[int] = field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "plain", graph_of(self))


def workload(components: int, seed: int = 5) -> Workload:
    """
    Make a graph.

    Args:
        components: How many regions and years it holds, 4,762 nodes each.
        seed: What the random numbers begin from.
    """
    random = Random(seed)  # noqa: S311 - a made-up graph, no secret
    size = sum(ROWS)
    links: list[tuple[int, int]] = []
    values = np.full(components * size, np.nan)
    keys = np.full(components * size, -1)
    begins = list(accumulate((0, *ROWS)))
    for component in range(components):
        first = component * size
        rows = [range(first + begin, first + end) for begin, end in pairwise(begins)]
        for depth in range(1, len(rows)):
            for node in rows[depth]:
                links += [(node, upper) for upper in _uppers(random, rows, depth)]
        for node in rows[-1]:
            values[node] = np.nan if random.random() < _CUT_LOOSE else random.random()
        for node in range(first, rows[-1][0]):
            keys[node] = component * _PERSPECTIVES + random.randrange(_PERSPECTIVES)
    pairs = np.array(sorted(set(links)))
    return Workload(
        count=components * size,
        lower=pairs[:, 0].copy(),
        upper=pairs[:, 1].copy(),
        weight=np.array([random.uniform(0.1, 1.1) for _ in range(len(pairs))]),
        visions=[component * size for component in range(components)],
        overarching=[component * size + place for component in range(components) for place in range(1, 1 + ROWS[1])],
        values=values,
        keys=keys,
    )


def _uppers(random: Random, rows: list[range], depth: int) -> Iterator[int]:
    if 1 < depth < len(rows) - 1 and random.random() < _CUT_LOOSE:
        return
    yield random.choice(rows[depth - 1])
    if depth > 1:
        yield random.choice(rows[depth - random.choice((1, 2))])


def graph_of(asked: Workload) -> nx.DiGraph[int]:
    """The same as a graph, with a node above all overarching goals and one above all visions."""
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(range(asked.count))
    graph.add_weighted_edges_from(zip(asked.lower.tolist(), asked.upper.tolist(), asked.weight.tolist(), strict=True))
    graph.add_edges_from((node, TO_GOALS) for node in asked.overarching)
    graph.add_edges_from((node, TO_VISIONS) for node in asked.visions)
    return graph


def plain_orphans(asked: Workload) -> int:
    """How many nodes reach no overarching goal."""
    return asked.count - len(nx.ancestors(asked.plain, TO_GOALS) - {TO_VISIONS})


def plain_ways(asked: Workload) -> dict[int, int]:
    """The next step of a shortest way to a vision, for each node that has one."""
    return dict(nx.bfs_predecessors(asked.plain.reverse(copy=False), TO_VISIONS))


def plain_coverage(asked: Workload) -> Counter[int]:
    """How many goals have something under them, by component and perspective."""
    keys = asked.keys.tolist()
    return Counter(keys[node] for node in range(asked.count) if keys[node] >= 0 and asked.plain.in_degree(node))


def plain_roll_up(asked: Workload) -> dict[int, float]:
    """The weighted mean of what is under each node."""
    graph = asked.plain
    found = {node: value for node, value in enumerate(asked.values.tolist()) if value == value}  # noqa: PLR0124 - NaN is not itself
    for node in nx.topological_sort(graph):
        if node < 0:
            continue
        total = weighed = 0.0
        for lower, _, link in graph.in_edges(node, data=True):
            if lower in found:
                total += found[lower] * link["weight"]
                weighed += link["weight"]
        if weighed:
            found[node] = total / weighed
    return found


def plain_cycles(asked: Workload) -> bool:
    """Whether nothing goes round."""
    return bool(nx.is_directed_acyclic_graph(asked.plain))


@frozen(kw_only=True, eq=False)
class ByHand:
    """
    The same with numpy, written for nothing but this.

    Attributes:
        starts: Where each node's lower ones begin.
        lowers: What is under each node.
        weights: The weight of each of those links.
        layers: Node numbers, places of their links and where each node's begin, from below.
        settled: How many nodes are in a layer, or have nothing under them.
    """

    starts: Ints
    lowers: Ints
    weights: Floats
    layers: list[tuple[Ints, Ints, Ints]]
    settled: int


def by_hand(asked: Workload) -> ByHand:
    """Build the arrays."""
    order = np.lexsort((asked.lower, asked.upper))
    lowers, weights = asked.lower[order], asked.weight[order]
    starts = np.concatenate(([0], np.cumsum(np.bincount(asked.upper, minlength=asked.count))))
    depth = np.zeros(asked.count, np.int64)
    while True:
        deeper = np.zeros(asked.count, np.int64)
        np.maximum.at(deeper, asked.upper, depth[asked.lower] + 1)
        if (deeper == depth).all():
            break
        depth = deeper
    layers = []
    for level in range(1, int(depth.max()) + 1):
        nodes = np.flatnonzero(depth == level)
        counts = starts[nodes + 1] - starts[nodes]
        first = np.cumsum(counts) - counts
        layers.append((nodes, np.repeat(starts[nodes] - first, counts) + np.arange(counts.sum()), first))
    return ByHand(starts=starts, lowers=lowers, weights=weights, layers=layers, settled=asked.count)


def _step(arrays: ByHand, row: Ints) -> tuple[Ints, Ints]:
    counts = arrays.starts[row + 1] - arrays.starts[row]
    first = np.cumsum(counts) - counts
    return arrays.lowers[np.repeat(arrays.starts[row] - first, counts) + np.arange(counts.sum())], np.repeat(
        row, counts
    )


def _once(nodes: Ints, count: int) -> Ints:
    there = np.zeros(count, bool)
    there[nodes] = True
    return np.flatnonzero(there)


def hand_orphans(arrays: ByHand, asked: Workload) -> int:
    """How many nodes reach no overarching goal."""
    met = np.zeros(asked.count, bool)
    row = np.array(asked.overarching)
    while len(row):
        met[row] = True
        ends, _ = _step(arrays, row)
        row = _once(ends[~met[ends]], asked.count)
    return asked.count - int(met.sum())


def hand_ways(arrays: ByHand, asked: Workload) -> Ints:
    """The next step of a shortest way to a vision."""
    ahead = np.full(asked.count, -1, np.int64)
    row = np.array(asked.visions)
    ahead[row] = row
    while len(row):
        ends, befores = _step(arrays, row)
        new = ahead[ends] < 0
        ahead[ends[new]] = befores[new]
        row = _once(ends[new], asked.count)
    return ahead


def hand_coverage(arrays: ByHand, asked: Workload) -> Ints:
    """How many goals have something under them, by component and perspective."""
    return np.bincount(asked.keys[(np.diff(arrays.starts) > 0) & (asked.keys >= 0)])


def hand_roll_up(arrays: ByHand, asked: Workload) -> Floats:
    """The weighted mean of what is under each node."""
    found = asked.values.copy()
    for nodes, links, first in arrays.layers:
        under, share = found[arrays.lowers[links]], arrays.weights[links]
        known = under == under  # noqa: PLR0124 - NaN is not itself
        total = np.add.reduceat(np.where(known, under * share, 0), first)
        weighed = np.add.reduceat(np.where(known, share, 0), first)
        with np.errstate(invalid="ignore"):
            found[nodes] = total / weighed
    return found
