"""
Questions of a whole graph, on nodes that are numbers.

`regionstyrning.questions.numbering` reads off the records once what is linked to what; after that nothing
but lists of whole numbers is looked at. `regionstyrning.questions.numbered_arrays` answers the same with arrays.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeVar

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

NOWHERE = -1
"""What stands for no node."""

Key = TypeVar("Key", bound="Hashable")


@frozen(kw_only=True, eq=False)
class Numbered:
    """
    Nodes by number and what is linked to what, without the links that work against.

    Attributes:
        ids: The id of each node, in order.
        up: For each node the numbers of what it contributes to, lowest first.
        down: For each node the numbers of what contributes to it, lowest first.
    """

    ids: Sequence[str]
    up: Sequence[Sequence[int]]
    down: Sequence[Sequence[int]]


def numbered_of(ids: Iterable[str], links: Iterable[tuple[str, str]]) -> Numbered:
    """
    Number nodes in order of id; links said twice count once.

    Args:
        ids: The id of each node.
        links: Lower and upper of each link.
    """
    ordered = sorted(ids)
    number = {id: place for place, id in enumerate(ordered)}
    return of_pairs(len(ordered), ((number[lower], number[upper]) for lower, upper in links), ordered)


def of_pairs(count: int, links: Iterable[tuple[int, int]], ids: Sequence[str] = ()) -> Numbered:
    """
    What is linked to what, for nodes that are numbers already.

    Args:
        count: How many nodes there are.
        links: Lower and upper of each link.
        ids: Their ids, if they have some.
    """
    up: list[list[int]] = [[] for _ in range(count)]
    down: list[list[int]] = [[] for _ in range(count)]
    for lower, upper in links:
        up[lower].append(upper)
    for lower, row in enumerate(up):
        if len(row) > 1:
            row[:] = sorted(set(row))
        for upper in row:
            down[upper].append(lower)
    return Numbered(ids=ids, up=up, down=down)


def reached(graph: Numbered, tops: Iterable[int]) -> bytearray:
    """
    Mark what hangs on some nodes, directly or through others.

    Args:
        graph: Nodes and links.
        tops: The nodes to begin from; they are marked too.

    Returns:
        1 for each node that is reached, else 0; what has lost its thread is left at 0.
    """
    down, met = graph.down, bytearray(len(graph.down))
    queue = list(tops)
    for node in queue:
        met[node] = 1
    for node in queue:
        for lower in down[node]:
            if not met[lower]:
                met[lower] = 1
                queue.append(lower)
    return met


def under(graph: Numbered, top: int) -> list[int]:
    """
    What hangs on a node, directly or through others, the node itself first.

    Args:
        graph: Nodes and links.
        top: The node.
    """
    down, met, queue = graph.down, bytearray(len(graph.down)), [top]
    met[top] = 1
    for node in queue:
        for lower in down[node]:
            if not met[lower]:
                met[lower] = 1
                queue.append(lower)
    return queue


def beside(graph: Numbered, kinds: Sequence[int]) -> tuple[list[int], list[int]]:
    """
    Which kinds of node stand right above each node, and which right below.

    Args:
        graph: Nodes and links.
        kinds: The kind of each node, numbered from 0.

    Returns:
        For each node a number whose bits are the kinds above, and one whose bits are those below.
    """
    bits = [1 << kind for kind in kinds]
    above, below = [0] * len(bits), [0] * len(bits)
    for node, uppers in enumerate(graph.up):
        own, seen = bits[node], 0
        for upper in uppers:
            seen |= bits[upper]
            below[upper] |= own
        above[node] = seen
    return above, below


def ways_up(graph: Numbered, tops: Iterable[int]) -> list[int]:
    """
    The next step of a shortest way up from each node to any of some nodes.

    Args:
        graph: Nodes and links.
        tops: Where ways end.

    Returns:
        For each node the number of the next, of several the lowest; itself where the way ends, `NOWHERE` where
        there is none.
    """
    down, ahead = graph.down, [NOWHERE] * len(graph.down)
    row = sorted(set(tops))
    for node in row:
        ahead[node] = node
    while row:
        following: list[int] = []
        for node in row:
            for lower in down[node]:
                if ahead[lower] == NOWHERE:
                    ahead[lower] = node
                    following.append(lower)
        following.sort()
        row = following
    return ahead


def way_from(ahead: Sequence[int], node: int) -> tuple[int, ...]:
    """
    The way from a node to where it ends; empty if there is none.

    Args:
        ahead: What `ways_up` gave.
        node: Where the way begins.
    """
    if ahead[node] == NOWHERE:
        return ()
    way = [node]
    while ahead[node] != node:
        node = int(ahead[node])
        way.append(node)
    return tuple(way)


def carried(graph: Numbered, keys: Sequence[Key | None]) -> Counter[Key]:
    """
    Count the nodes that have something under them, by key.

    Args:
        graph: Nodes and links.
        keys: The key of each node; those with None are not counted.
    """
    return Counter(key for key, lower in zip(keys, graph.down, strict=True) if lower and key is not None)


def upwards(graph: Numbered) -> list[int]:
    """
    Every node after all that is under it.

    Args:
        graph: Nodes and links.

    Returns:
        Numbers of nodes. What goes round, and what stands above that, is left out: as many as there
        are nodes means that nothing goes round.
    """
    up = graph.up
    waits = list(map(len, graph.down))
    order = [node for node, count in enumerate(waits) if not count]
    for node in order:
        for upper in up[node]:
            waits[upper] -= 1
            if not waits[upper]:
                order.append(upper)
    return order


def rolled_up(
    graph: Numbered,
    values: Sequence[float | None],
    weights: Sequence[Sequence[float]] | None = None,
    order: Sequence[int] | None = None,
) -> list[float | None]:
    """
    The weighted mean of what is under each node, from below.

    Args:
        graph: Nodes and links.
        values: The value of each node with nothing under it, None if it is not known; such are left out.
        weights: The weight of each link, for each node in the order of its ``down``; all alike if left out.
        order: What `upwards` gave, if it is known.

    Returns:
        A value for each node; None where nothing under it is known, or it weighs nothing. What goes
        round, and what stands above that, keeps the value it was given.
    """
    found = list(values)
    for node in upwards(graph) if order is None else order:
        lower = graph.down[node]
        if lower:
            found[node] = _mean([found[each] for each in lower], None if weights is None else weights[node])
    return found


def _mean(values: Sequence[float | None], weights: Sequence[float] | None) -> float | None:
    if weights is None:
        known = [value for value in values if value is not None]
        return sum(known) / len(known) if known else None
    total = weight_known = 0.0
    for value, weight in zip(values, weights, strict=True):
        if value is not None:
            total += value * weight
            weight_known += weight
    return total / weight_known if weight_known else None
