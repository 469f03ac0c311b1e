"""The same questions of a whole graph with arrays, for graphs of hundreds of thousands of nodes; needs numpy."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from regionstyrning.questions.numbered import NOWHERE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from regionstyrning.questions.numbered import Numbered

Numbers = NDArray[np.int64]
Marks = NDArray[np.bool_]
Values = NDArray[np.float64]


@frozen(kw_only=True, eq=False)
class Layer:
    """
    Nodes that can be reckoned at the same time, since all under them have been (skikt).

    Attributes:
        nodes: Their numbers.
        lowers: What is under them, node by node.
        links: The place of each of those links in ``Arrays.lowers``.
        starts: Where each node's begin.
    """

    nodes: Numbers
    lowers: Numbers
    links: Numbers
    starts: Numbers


@frozen(kw_only=True, eq=False)
class Arrays:
    """
    What is linked to what, and in which order it can be reckoned.

    Attributes:
        starts: Where each node's lower ones begin in ``lowers``, and last where they end.
        lowers: What is under each node, node by node, lowest first.
        layers: The nodes with something under them, from below.
        settled: How many nodes can be reckoned; all of them, if nothing goes round.
    """

    starts: Numbers
    lowers: Numbers
    layers: tuple[Layer, ...]
    settled: int


def arrays(graph: Numbered) -> Arrays:
    """
    The links of a graph as arrays.

    Args:
        graph: Nodes and links.
    """
    counts = np.fromiter(map(len, graph.down), np.int64, len(graph.down))
    lowers = np.fromiter(chain.from_iterable(graph.down), np.int64, int(counts.sum()))
    return of_arrays(len(graph.down), lowers, np.repeat(np.arange(len(counts)), counts))


def of_arrays(count: int, lower: Numbers, upper: Numbers) -> Arrays:
    """
    The same, for links that are arrays already, each said once.

    Args:
        count: How many nodes there are.
        lower: The lower of each link.
        upper: The upper of each link.
    """
    starts, lowers = _sorted_links(count, upper, lower)
    above, uppers = _sorted_links(count, lower, upper)
    waits = np.diff(starts)
    row = np.flatnonzero(waits == 0)
    settled, layers = len(row), []
    while len(row):
        ends = _under(above, uppers, row)
        np.subtract.at(waits, ends, 1)
        ready = np.zeros(count, bool)
        ready[ends] = True
        row = np.flatnonzero(ready & (waits == 0))
        settled += len(row)
        if len(row):
            layers.append(_layer(starts, lowers, row))
    return Arrays(starts=starts, lowers=lowers, layers=tuple(layers), settled=settled)


def reached(graph: Arrays, tops: Iterable[int]) -> Marks:
    """
    Mark what hangs on some nodes, directly or through others.

    Args:
        graph: Links.
        tops: The nodes to begin from; they are marked too.
    """
    met = np.zeros(len(graph.starts) - 1, bool)
    row = np.fromiter(tops, np.int64)
    while len(row):
        met[row] = True
        ends = _under(graph.starts, graph.lowers, row)
        row = _once(ends[~met[ends]], len(met))
    return met


def under(graph: Arrays, top: int) -> Numbers:
    """
    What hangs on a node, directly or through others, the node itself too; lowest first.

    Args:
        graph: Links.
        top: The node.
    """
    return np.flatnonzero(reached(graph, [top]))


def beside(graph: Arrays, kinds: Numbers) -> tuple[Numbers, Numbers]:
    """
    Which kinds of node stand right above each node, and which right below.

    Args:
        graph: Links.
        kinds: The kind of each node, numbered from 0 to at most 62.

    Returns:
        For each node a number whose bits are the kinds above, and one whose bits are those below.
    """
    bits, counts = np.left_shift(1, kinds), np.diff(graph.starts)
    above, below = np.zeros(len(kinds), np.int64), np.zeros(len(kinds), np.int64)
    np.bitwise_or.at(above, graph.lowers, np.repeat(bits, counts))
    there = counts > 0
    below[there] = np.bitwise_or.reduceat(bits[graph.lowers], graph.starts[:-1][there]) if there.any() else 0
    return above, below


def ways_up(graph: Arrays, tops: Iterable[int]) -> Numbers:
    """
    The next step of a shortest way up from each node to any of some nodes.

    Args:
        graph: Links.
        tops: Where ways end.

    Returns:
        For each node the number of the next, of several the lowest; itself where the way ends, `NOWHERE` where
        there is none.
    """
    ahead = np.full(len(graph.starts) - 1, NOWHERE, np.int64)
    row = np.unique(np.fromiter(tops, np.int64))
    ahead[row] = row
    while len(row):
        ends = _under(graph.starts, graph.lowers, row)
        befores = np.repeat(row, graph.starts[row + 1] - graph.starts[row])
        new = ahead[ends] == NOWHERE
        ends, befores = ends[new], befores[new]
        ahead[ends[::-1]] = befores[::-1]  # of several the last that is written stays: the lowest
        row = _once(ends, len(ahead))
    return ahead


def carried(graph: Arrays, keys: Numbers) -> Counter[int]:
    """
    Count the nodes that have something under them, by key.

    Args:
        graph: Links.
        keys: The key of each node, 0 or more; those with `NOWHERE` are not counted.
    """
    counts = np.bincount(keys[(np.diff(graph.starts) > 0) & (keys != NOWHERE)])
    return Counter({key: int(count) for key, count in enumerate(counts) if count})


def rolled_up(graph: Arrays, values: Values, weights: Values | None = None) -> Values:
    """
    The weighted mean of what is under each node, from below.

    Args:
        graph: Links.
        values: The value of each node with nothing under it, NaN if it is not known; such are left out.
        weights: The weight of each link in the order of ``graph.lowers``; all alike if left out.

    Returns:
        A value for each node; NaN where nothing under it is known, or it weighs nothing. What goes
        round, and what stands above that, keeps the value it was given.
    """
    found = values.copy()
    for layer in graph.layers:
        under = found[layer.lowers]
        share = np.ones(len(under)) if weights is None else weights[layer.links]
        known = ~np.isnan(under)
        share = np.where(known, share, 0.0)
        total = np.add.reduceat(np.where(known, under, 0.0) * share, layer.starts)
        weight = np.add.reduceat(share, layer.starts)
        found[layer.nodes] = np.divide(total, weight, out=np.full(len(total), np.nan), where=weight != 0)
    return found


def link_weights(weights: Sequence[Sequence[float]]) -> Values:
    """The weights that `regionstyrning.questions.numbered.rolled_up` takes, in one row."""
    return np.fromiter(chain.from_iterable(weights), np.float64)


def _sorted_links(count: int, ends: Numbers, others: Numbers) -> tuple[Numbers, Numbers]:
    """Where the links of each node begin, and the other end of each, lowest first."""
    order = np.lexsort((others, ends))
    starts = np.zeros(count + 1, np.int64)
    np.cumsum(np.bincount(ends, minlength=count), out=starts[1:])
    return starts, others[order]


def _places(starts: Numbers, nodes: Numbers) -> tuple[Numbers, Numbers]:
    """The places of the links of some nodes, and where each node's begin among them."""
    counts = starts[nodes + 1] - starts[nodes]
    first = np.cumsum(counts) - counts
    return np.repeat(starts[nodes] - first, counts) + np.arange(int(counts.sum())), first


def _under(starts: Numbers, others: Numbers, nodes: Numbers) -> Numbers:
    return others[_places(starts, nodes)[0]]


def _layer(starts: Numbers, lowers: Numbers, nodes: Numbers) -> Layer:
    links, first = _places(starts, nodes)
    return Layer(nodes=nodes, lowers=lowers[links], links=links, starts=first)


def _once(nodes: Numbers, count: int) -> Numbers:
    """Each node once, in order."""
    there = np.zeros(count, bool)
    there[nodes] = True
    return np.flatnonzero(there)
