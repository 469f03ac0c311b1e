"""Where links go round."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from regionstyrning.questions.rounds import rounds

LINKS = st.dictionaries(st.sampled_from("abcdef"), st.sets(st.sampled_from("abcdef")))


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        ({}, []),
        ({"a": ["b"], "b": []}, []),
        ({"a": ["a"]}, [("a",)]),
        ({"b": ["c"], "c": ["a"], "a": ["b"]}, [("a", "b", "c")]),
        ({"a": ["b"], "b": ["a"], "c": ["d"], "d": ["c"]}, [("a", "b"), ("c", "d")]),
        ({"a": ["b", "c"], "b": ["a"], "c": ["a"]}, [("a", "b")]),
        ({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []}, []),
        ({"a": ["nowhere"]}, []),
    ],
)
def test_rounds_are_found(links: dict[str, list[str]], expected: list[tuple[str, ...]]) -> None:
    """From their first id, each place once."""
    assert list(rounds(links)) == expected


@given(LINKS)
def test_a_round_is_found_where_no_order_exists(links: dict[str, set[str]]) -> None:
    """As the sorter of the standard library sees it."""
    try:
        TopologicalSorter(links).prepare()
    except CycleError:
        exists = True
    else:
        exists = False
    assert (next(rounds(links), None) is not None) == exists


@given(LINKS)
def test_every_round_is_one(links: dict[str, set[str]]) -> None:
    """Each of its ids leads to the next, and the last to the first."""
    steps = [(id, end) for found in rounds(links) for id, end in zip(found, (*found[1:], found[0]), strict=True)]
    assert [step for step in steps if step[1] not in links[step[0]]] == []


@given(LINKS)
def test_each_place_where_links_go_round_is_told(links: dict[str, set[str]]) -> None:
    """Places are as networkx finds them: what is reached from one another, and what leads to itself."""
    graph: nx.DiGraph[str] = nx.DiGraph((id, end) for id, ends in links.items() for end in ends)
    places = [
        place
        for place in nx.strongly_connected_components(graph)
        if nx.is_directed_acyclic_graph(graph.subgraph(place)) is False
    ]
    told = [set(found) for found in rounds(links)]
    assert [place for place in places if not any(found <= place for found in told)] == []


def test_a_long_round_is_found() -> None:
    """No recursion: it may be longer than Python's stack."""
    ids = [f"{number:05}" for number in range(20_000)]
    links = dict(zip(ids, ([end] for end in (*ids[1:], ids[0])), strict=True))
    assert list(rounds(links)) == [tuple(ids)]
