"""Questions of a whole graph are answered on numbers, as networkx answers them."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import regionstyrning as rs
from regionstyrning.questions.numbered import (
    NOWHERE,
    beside,
    carried,
    numbered_of,
    of_pairs,
    reached,
    rolled_up,
    under,
    upwards,
    way_from,
    ways_up,
)
from regionstyrning.questions.numbering import number_of, numbered

if TYPE_CHECKING:
    from collections.abc import Iterable

COUNT = 8
nodes = st.integers(0, COUNT - 1)
links = st.lists(st.tuples(nodes, nodes), max_size=14)
tops = st.sets(nodes, max_size=3)


def plain(pairs: Iterable[tuple[int, int]]) -> nx.DiGraph[int]:
    """The same as a graph, from lower to upper."""
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(range(COUNT))
    graph.add_edges_from(pairs)
    return graph


def falling(pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Links that go round nowhere: from the higher number to the lower."""
    return [(max(pair), min(pair)) for pair in pairs if pair[0] != pair[1]]


@given(links, tops)
def test_what_hangs_on_something_is_reached(pairs: list[tuple[int, int]], starts: set[int]) -> None:
    """The rest has lost its thread."""
    expected = starts.union(*(nx.ancestors(plain(pairs), top) for top in starts))
    assert expected == {node for node, met in enumerate(reached(of_pairs(COUNT, pairs), starts)) if met}


@given(links, nodes)
def test_what_hangs_on_a_node_is_listed(pairs: list[tuple[int, int]], top: int) -> None:
    """Each once, the node itself first."""
    found = under(of_pairs(COUNT, pairs), top)
    assert found[0] == top
    assert sorted(found) == sorted(nx.ancestors(plain(pairs), top) | {top})


@given(links, st.lists(st.integers(0, 3), min_size=COUNT, max_size=COUNT))
def test_the_kinds_above_and_below_are_told(pairs: list[tuple[int, int]], kinds: list[int]) -> None:
    """Of those that a link leads to or comes from, and of no others."""
    graph = plain(pairs)
    expected = [
        [sum(1 << kind for kind in {kinds[each] for each in near(node)}) for node in range(COUNT)]
        for near in (graph.successors, graph.predecessors)
    ]
    assert expected == list(beside(of_pairs(COUNT, pairs), kinds))


@given(links, tops)
def test_ways_up_are_shortest(pairs: list[tuple[int, int]], starts: set[int]) -> None:
    """None is longer than networkx finds, and each step is a link."""
    graph = plain(pairs)
    ahead = ways_up(of_pairs(COUNT, pairs), starts)
    for node in range(COUNT):
        lengths = [nx.shortest_path_length(graph, node, top) for top in starts if nx.has_path(graph, node, top)]
        way = way_from(ahead, node)
        assert len(way) == (min(lengths) + 1 if lengths else 0)
        assert all(graph.has_edge(*step) for step in pairwise(way))


def test_of_several_ways_the_lowest_is_taken() -> None:
    """So that the order of links never shows."""
    assert ways_up(of_pairs(4, [(3, 2), (3, 1), (2, 0), (1, 0)]), [0]) == [0, 0, 0, 1]
    assert ways_up(of_pairs(2, []), [1]) == [NOWHERE, 1]


@given(links)
def test_what_carries_something_is_counted(pairs: list[tuple[int, int]]) -> None:
    """By key; what has none is left out."""
    keys = ["a", "b", None, "a", "b", None, "a", "b"]
    graph = plain(pairs)
    expected = Counter(key for node, key in enumerate(keys) if graph.in_degree(node) and key is not None)
    assert expected == carried(of_pairs(COUNT, pairs), keys)


@given(links)
def test_an_order_tells_whether_something_goes_round(pairs: list[tuple[int, int]]) -> None:
    """Every node comes after what is under it, or nothing says when it comes."""
    graph = plain(pairs)
    order = upwards(of_pairs(COUNT, pairs))
    place = {node: at for at, node in enumerate(order)}
    assert (len(order) == COUNT) == nx.is_directed_acyclic_graph(graph)
    assert all(place[lower] < place[upper] for lower, upper in graph.edges if upper in place)


@given(links.map(falling), st.lists(st.one_of(st.none(), st.integers(0, 9)), min_size=COUNT, max_size=COUNT))
def test_values_are_rolled_up(pairs: list[tuple[int, int]], values: list[int | None]) -> None:
    """As the mean of what is known under each."""
    graph = plain(pairs)
    expected: dict[int, float | None] = dict(enumerate(values))
    for node in nx.topological_sort(graph):
        below = [value for lower in graph.predecessors(node) if (value := expected[lower]) is not None]
        if graph.in_degree(node):
            expected[node] = sum(below) / len(below) if below else None
    assert rolled_up(of_pairs(COUNT, pairs), values) == pytest.approx(list(expected.values()))


def test_weights_count() -> None:
    """Of what is known only; what weighs nothing says nothing."""
    graph = of_pairs(5, [(1, 0), (2, 0), (3, 0), (3, 4)])
    assert rolled_up(graph, [None, 10, 20, None, None], [[3, 1, 5], [], [], [], [1]]) == [12.5, 10, 20, None, None]
    assert rolled_up(graph, [None, 10, 20, 30, None], [[0, 0, 0], [], [], [], [1]])[0] is None


def test_what_goes_round_keeps_its_value() -> None:
    """And what stands above it."""
    graph = of_pairs(3, [(1, 2), (2, 1), (1, 0)])
    assert rolled_up(graph, [5, 6, None], order=upwards(graph)) == [5, 6, None]


def test_nodes_are_numbered_in_order_of_id() -> None:
    """However they are said."""
    graph = numbered_of(["b", "a", "c"], [("c", "a"), ("b", "a"), ("c", "a")])
    assert (graph.ids, graph.up, graph.down) == (["a", "b", "c"], [[], [0], [0]], [[1, 2], [], []])


def test_a_model_is_numbered_once() -> None:
    """With the links that serve."""
    model = rs.load_region("exempel")
    graph = numbered(model)
    assert numbered(model) is graph
    assert [number_of(graph, id) for id in graph.ids] == list(range(len(graph.ids)))
    column = rs.coverage(model).columns[0]
    met = reached(graph, [graph.ids.index(column)])
    under = {id for id, there in zip(graph.ids, met, strict=True) if there}
    carried_goals = {goal for cell in rs.coverage(model).cells if cell.column == column for goal in cell.goals}
    assert carried_goals < under
