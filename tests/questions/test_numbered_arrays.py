"""Arrays give what lists give."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from regionstyrning.questions import numbered as lists
from regionstyrning.questions import numbered_arrays as lane

if TYPE_CHECKING:
    from random import Random

COUNT = 8
nodes = st.integers(0, COUNT - 1)
links = st.lists(st.tuples(nodes, nodes), max_size=14)
tops = st.sets(nodes, max_size=3)
values = st.lists(st.one_of(st.none(), st.integers(0, 9)), min_size=COUNT, max_size=COUNT)


@given(links, tops)
def test_the_same_is_reached(pairs: list[tuple[int, int]], starts: set[int]) -> None:
    """Node by node."""
    graph = lists.of_pairs(COUNT, pairs)
    assert list(lists.reached(graph, starts)) == lane.reached(lane.arrays(graph), starts).astype(int).tolist()


@given(links, nodes)
def test_the_same_hangs_on_a_node(pairs: list[tuple[int, int]], top: int) -> None:
    """In order of number."""
    graph = lists.of_pairs(COUNT, pairs)
    assert sorted(lists.under(graph, top)) == lane.under(lane.arrays(graph), top).tolist()


@given(links, st.lists(st.integers(0, 62), min_size=COUNT, max_size=COUNT))
def test_the_same_kinds_stand_beside(pairs: list[tuple[int, int]], kinds: list[int]) -> None:
    """Above and below, as many kinds as there is room for."""
    graph = lists.of_pairs(COUNT, pairs)
    found = lane.beside(lane.arrays(graph), np.array(kinds))
    assert list(lists.beside(graph, kinds)) == [row.tolist() for row in found]


@given(links, tops)
def test_the_same_ways_are_found(pairs: list[tuple[int, int]], starts: set[int]) -> None:
    """Also where several are as short."""
    graph = lists.of_pairs(COUNT, pairs)
    assert lists.ways_up(graph, starts) == lane.ways_up(lane.arrays(graph), starts).tolist()


@given(links)
def test_the_same_is_counted(pairs: list[tuple[int, int]]) -> None:
    """Nothing is said of a key that nobody has."""
    graph = lists.of_pairs(COUNT, pairs)
    keys = [0, 2, None, 0, 2, None, 0, 2]
    with_numbers = np.array([lists.NOWHERE if key is None else key for key in keys])
    assert lists.carried(graph, keys) == lane.carried(lane.arrays(graph), with_numbers)


@given(links)
def test_the_same_nodes_can_be_reckoned(pairs: list[tuple[int, int]]) -> None:
    """All of them, unless something goes round."""
    graph = lists.of_pairs(COUNT, pairs)
    assert len(lists.upwards(graph)) == lane.arrays(graph).settled


@given(links, values, st.booleans(), st.randoms(use_true_random=False))
def test_the_same_is_rolled_up(
    pairs: list[tuple[int, int]], held: list[int | None], weighted: bool, random: Random
) -> None:
    """With weights and without."""
    graph = lists.of_pairs(COUNT, pairs)
    weights = [[float(random.randrange(3)) for _ in lower] for lower in graph.down] if weighted else None
    row = None if weights is None else lane.link_weights(weights)
    with_nan = np.array([math.nan if value is None else float(value) for value in held])
    found = lane.rolled_up(lane.arrays(graph), with_nan, row).tolist()
    expected = lists.rolled_up(graph, held, weights)
    assert [math.nan if value is None else value for value in expected] == pytest.approx(found, nan_ok=True)
