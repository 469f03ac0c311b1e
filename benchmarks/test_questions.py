"""The questions on many goals and indicators, against plain searches with networkx."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import networkx as nx
import pytest

import regionstyrning as rs
from benchmarks import plain_networkx
from benchmarks.goal_dag import goal_dag
from benchmarks.rows import Row, at_least, at_most, beside
from benchmarks.turns import Ratio, seconds, take_turns
from regionstyrning.model import SteeringModel

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

    from benchmarks.conftest import Report
    from benchmarks.turns import Turns, Work

NODES = 100_000
TENFOLD = 10 * NODES
ROUNDS = 5
FEW_ROUNDS = 3
MOST_KEPT = 3

Ask = Callable[[SteeringModel], object]

_WHAT = f"{NODES:,} goals and indicators"
_NETWORKX = "networkx"


@pytest.fixture(scope="module")
def model() -> SteeringModel:
    """The generated region."""
    return goal_dag(NODES)


@pytest.fixture(scope="module")
def tenfold() -> SteeringModel:
    """Ten times as much."""
    return goal_dag(TENFOLD)


@pytest.fixture(scope="module")
def graph(model: SteeringModel) -> nx.DiGraph[str]:
    """The same as a graph."""
    return plain_networkx.graph_of(model)


def ask_chains(model: SteeringModel) -> None:
    """Ask for the chain of every indicator and leave it unread."""
    for indicator in model.indicators:
        rs.goal_chain(model, indicator.id)


def read_paths(model: SteeringModel) -> int:
    """Read every path of every indicator and count them."""
    return sum(len(rs.goal_chain(model, indicator.id).paths) for indicator in model.indicators)


def read_gaps(model: SteeringModel) -> int:
    """Read what is missing on the way of every indicator and count it."""
    return sum(len(rs.goal_chain(model, indicator.id).gaps) for indicator in model.indicators)


def ask_everything(model: SteeringModel) -> tuple[int, int, int]:
    """Begin anew, and read every path, every loose end and every cell."""
    model.memo.clear()
    return read_paths(model), len(rs.loose_ends(model).ends), len(rs.coverage(model).cells)


def search_everything(model: SteeringModel) -> tuple[int, int, int]:
    """The same by networkx, its graph made first."""
    graph, structure = plain_networkx.graph_of(model), model.structures[0]
    paths = sum(len(plain_networkx.paths_up(graph, indicator.id)) for indicator in model.indicators)
    return paths, len(plain_networkx.loose_ends(graph, structure)), len(plain_networkx.coverage(graph, structure))


def test_everything(benchmark: BenchmarkFixture, report: Report, model: SteeringModel) -> None:
    """Every path of every indicator, every loose end and every cell are found faster than by plain searches."""
    assert search_everything(model) == ask_everything(model)
    peers = {_NETWORKX: lambda: search_everything(model)}
    turns = take_turns(benchmark, lambda: ask_everything(model), peers, rounds=ROUNDS)
    what = "all three below from the first, every path read"
    report(at_least(3, _WHAT, f"{what}: times faster than networkx", turns.times_faster_than(_NETWORKX)))


def test_chains_asked(
    benchmark: BenchmarkFixture, report: Report, model: SteeringModel, graph: nx.DiGraph[str]
) -> None:
    """A chain costs little until it is read."""

    def search() -> None:
        for indicator in model.indicators:
            nx.descendants(graph, indicator.id)

    turns = _against(benchmark, lambda: ask_chains(model), search)
    what = "`goal_chain` of every indicator, unread: times faster than a search up"
    report(beside(_WHAT, what, turns.times_faster_than(_NETWORKX)))


def test_chains_read(benchmark: BenchmarkFixture, report: Report, model: SteeringModel, graph: nx.DiGraph[str]) -> None:
    """Every path of every indicator is found, with owner, document and kind of each link."""

    def search() -> None:
        for indicator in model.indicators:
            plain_networkx.paths_up(graph, indicator.id)

    turns = _against(benchmark, lambda: read_paths(model), search)
    what = "`goal_chain` of every indicator, `paths` read: times faster than networkx"
    report(beside(_WHAT, what, turns.times_faster_than(_NETWORKX)))


def test_loose_ends(benchmark: BenchmarkFixture, report: Report, model: SteeringModel, graph: nx.DiGraph[str]) -> None:
    """What hangs loose is found."""
    structure = model.structures[0]

    def ours() -> object:
        model.memo.pop("gaps", None)
        return rs.loose_ends(model).ends

    turns = _against(benchmark, ours, lambda: plain_networkx.loose_ends(graph, structure))
    report(beside(_WHAT, "`loose_ends`: times faster than networkx", turns.times_faster_than(_NETWORKX)))


def test_coverage(benchmark: BenchmarkFixture, report: Report, model: SteeringModel, graph: nx.DiGraph[str]) -> None:
    """Who carries what is counted."""
    structure = model.structures[0]
    turns = _against(benchmark, lambda: rs.coverage(model).cells, lambda: plain_networkx.coverage(graph, structure))
    report(beside(_WHAT, "`coverage`: times faster than networkx", turns.times_faster_than(_NETWORKX)))


def test_memory(report: Report) -> None:
    """What the questions keep is no more than a few times the records."""
    tracemalloc.start()
    try:
        model = goal_dag(NODES)
        records, _ = tracemalloc.get_traced_memory()
        ask_everything(model)
        with_indexes, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    share = (with_indexes - records) / records
    measured = f"{share:.2f} ({(with_indexes - records) / 2**20:.0f} MiB of {records / 2**20:.0f})"
    compared = "memory of all indexes, share of that of the records"
    holds = share <= MOST_KEPT
    report(Row(workload=_WHAT, compared=compared, target=f"≤ {MOST_KEPT}", measured=measured, holds=holds))


@pytest.mark.parametrize(
    ("what", "ask"),
    [
        ("the three questions from the first", ask_everything),
        ("`goal_chain` of every indicator, `gaps` read", read_gaps),
    ],
)
def test_tenfold(report: Report, model: SteeringModel, tenfold: SteeringModel, what: str, ask: Ask) -> None:
    """Ten times the records take about ten times the time."""
    pairs = [(seconds(partial(ask, model)), seconds(partial(ask, tenfold))) for _ in range(FEW_ROUNDS)]
    ratio = Ratio.of((large for _, large in pairs), (small for small, _ in pairs))
    report(at_most(12, f"{TENFOLD:,} goals and indicators", f"{what}: time, share of that of {NODES:,}", ratio))


def _against(benchmark: BenchmarkFixture, ours: Work, search: Work) -> Turns:
    return take_turns(benchmark, ours, {_NETWORKX: search}, rounds=ROUNDS)
