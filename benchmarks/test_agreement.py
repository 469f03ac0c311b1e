"""Generators and peers agree with the library, on regions small enough to compare every answer."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

import pytest

import regionstyrning as rs
from benchmarks import decision_peers, decisions, plain_networkx, plain_rules
from benchmarks.flawed_scheme import flawed_scheme
from benchmarks.goal_dag import TINY, goal_dag
from benchmarks.large_region import SHARES, WHOLE, large_region
from benchmarks.large_scheme import large_scheme
from benchmarks.plain_converters import bare_msgspec, plain_cattrs, pydantic_models
from benchmarks.references import unknown_references
from regionstyrning.model.catalogues import CATALOGUES

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.plain_networkx import PlainLink
    from regionstyrning.questions import ChainLink

SMALL = 1_000

LATE = "reporting.urgent-decisions-come-to-the-next-meeting"
"""What no row of the flawed scheme breaks."""


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small region as saved."""
    path = tmp_path_factory.mktemp("small") / "region.json"
    rs.save(large_region(SMALL), path)
    return path


def test_shares_make_a_whole() -> None:
    """The proportions are given for as many records as they say."""
    assert sum(SHARES.values()) == WHOLE


def test_every_reference_leads_to_a_record() -> None:
    """The generated region names nothing that it does not have."""
    assert unknown_references(large_region(SMALL)) == set()


def test_a_reference_to_nothing_is_found() -> None:
    """Without a record that others name, its id is left over."""
    assert unknown_references(large_region(SMALL).without("publications-0")) == {"publications-0"}


def test_regions_are_the_same_each_time() -> None:
    """The generators draw the same records each time."""
    assert (large_region(SMALL), goal_dag(1, TINY)) == (large_region(SMALL), goal_dag(1, TINY))


def test_plain_cattrs_reads_the_same(document: Path) -> None:
    """The plain converter gives an equal model."""
    assert plain_cattrs()(document.read_bytes()) == rs.load(document)


def test_bare_msgspec_reads_the_same(document: Path) -> None:
    """Bare msgspec gives equal records."""
    model, bare = rs.load(document), bare_msgspec()(document.read_bytes())
    assert {name: getattr(bare, name) for name in CATALOGUES} == model.catalogues()


def test_pydantic_reads_the_same(document: Path) -> None:
    """The models of pydantic hold what the file does."""
    held = json.loads(document.read_bytes())
    del held["format"]
    assert pydantic_models()(document.read_bytes()).model_dump(mode="json") == held


def test_paths_are_the_same() -> None:
    """A search by networkx finds the same paths with the same links."""
    model = goal_dag(3 * TINY.nodes, TINY)
    graph = plain_networkx.graph_of(model)
    for indicator in model.indicators:
        ours = sorted(tuple(map(_plain, path)) for path in rs.goal_chain(model, indicator.id).upward)
        assert sorted(plain_networkx.paths_up(graph, indicator.id)) == ours


def test_loose_ends_are_the_same() -> None:
    """A walk over the graph finds the same loose ends."""
    model = goal_dag(3 * TINY.nodes, TINY)
    ours = {(gap.record, gap.level[0]) for gap in rs.loose_ends(model).ends}
    assert plain_networkx.loose_ends(plain_networkx.graph_of(model), model.structures[0]) == ours != set()


def test_coverage_is_the_same() -> None:
    """A search from each goal fills the same cells."""
    model = goal_dag(3 * TINY.nodes, TINY)
    ours = {(cell.organ, cell.column): list(cell.goals) for cell in rs.coverage(model).cells}
    assert plain_networkx.coverage(plain_networkx.graph_of(model), model.structures[0]) == ours


def test_rules_find_the_same() -> None:
    """A plain loop for each rule counts as many as the rule finds, and each finds some or is known to find none."""
    model = flawed_scheme(5 * SMALL)
    model = model.at(model.as_of)
    found = Counter(finding.rule for finding in rs.check(model, rules="strang"))
    counted = plain_rules.counts(model)
    assert {id: found[id] for id in counted} == counted
    assert {id for id, count in counted.items() if not count} == {LATE}
    families = {"delegation", "reporting"}
    assert {id for id in found if id.split(".")[0] in families} == counted.keys() - {LATE}


def test_schemes_are_the_same_each_time() -> None:
    """The generators draw the same rows each time."""
    assert (flawed_scheme(SMALL), large_scheme(SMALL)) == (flawed_scheme(SMALL), large_scheme(SMALL))


def test_deciders_are_the_same() -> None:
    """A bare dict, SQLite and a search allow what the library does."""
    large = large_scheme(SMALL)
    ours = [decisions.ask(large, question) for question in large.questions]
    for peer in (decision_peers.bare_dict, decision_peers.by_sqlite, decision_peers.network):
        assert list(map(peer(large), large.questions)) == ours


def _plain(link: ChainLink) -> PlainLink:
    return link.lower, link.upper, link.kind.value, link.document, link.owners
