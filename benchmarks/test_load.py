"""Loading a JSON model of many records, against other ways to the same classes."""

from __future__ import annotations

import tracemalloc
from typing import TYPE_CHECKING

import pytest

import regionstyrning as rs
from benchmarks.large_region import WHOLE, large_region
from benchmarks.plain_converters import bare_msgspec, plain_cattrs, pydantic_models
from benchmarks.references import unknown_references
from benchmarks.rows import Row, at_least, at_most, beside
from benchmarks.turns import take_turns

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_benchmark.fixture import BenchmarkFixture

    from benchmarks.conftest import Report
    from benchmarks.turns import Work

ROUNDS = 7
MOST_KEPT = 1.1

_CATTRS, _MSGSPEC, _PYDANTIC = "cattrs", "msgspec", "pydantic"


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A large region as saved."""
    path = tmp_path_factory.mktemp("large") / "region.json"
    rs.save(large_region(), path)
    return path


@pytest.fixture(params=["fast lane", "core lane"])
def lane(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """With the extra `fast`, or as it is without."""
    if request.param == "core lane":
        without_the_extra(monkeypatch)
    return str(request.param)


def without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let loading be as it is where msgspec is not installed."""
    monkeypatch.setattr("regionstyrning.files.lanes.fast.made_fast", lambda data: None)  # noqa: ARG005 - as called


def test_core_lane(
    benchmark: BenchmarkFixture, report: Report, document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the extra, loading is faster than the converter that cattrs gives."""
    without_the_extra(monkeypatch)
    decode = plain_cattrs()
    assert decode(document.read_bytes()) == rs.load(document)
    peers: dict[str, Work] = {_CATTRS: lambda: decode(document.read_bytes())}
    turns = take_turns(benchmark, lambda: rs.load(document), peers, rounds=ROUNDS)
    what = "core lane: times faster than `cattrs.preconf.json`, detailed validation"
    report(at_least(1.5, _workload(document), what, turns.times_faster_than(_CATTRS)))


def test_fast_lane(benchmark: BenchmarkFixture, report: Report, document: Path) -> None:
    """With the extra, loading takes little longer than bare msgspec and less than pydantic."""
    bare, models = bare_msgspec(), pydantic_models()
    peers: dict[str, Work] = {
        _MSGSPEC: lambda: bare(document.read_bytes()),
        _PYDANTIC: lambda: models(document.read_bytes()),
    }
    assert unknown_references(rs.load(document)) == set()
    turns = take_turns(benchmark, lambda: unknown_references(rs.load(document)), peers, rounds=ROUNDS)
    workload, what = _workload(document), "fast lane, ids and references looked up"
    report(at_most(2, workload, f"{what}: share of the time of bare msgspec", turns.share_of(_MSGSPEC)))
    report(at_most(0.5, workload, f"{what}: share of the time of pydantic", turns.share_of(_PYDANTIC)))


def test_fast_lane_alone(benchmark: BenchmarkFixture, report: Report, document: Path) -> None:
    """Looking references up is a small part of it."""
    bare = bare_msgspec()
    peers: dict[str, Work] = {_MSGSPEC: lambda: bare(document.read_bytes())}
    turns = take_turns(benchmark, lambda: rs.load(document), peers, rounds=ROUNDS)
    what = "fast lane, `load` alone: share of the time of bare msgspec"
    report(beside(_workload(document), what, turns.share_of(_MSGSPEC)))


def test_memory_kept(report: Report, document: Path, lane: str) -> None:
    """What is kept of a file is little more than the bare records."""
    bare = bare_msgspec()
    share = _kept(lambda: rs.load(document)) / _kept(lambda: bare(document.read_bytes()))
    what = f"{lane}: memory kept, share of that of the bare records"
    holds = share <= MOST_KEPT
    row = Row(
        workload=_workload(document), compared=what, target=f"≤ {MOST_KEPT}", measured=f"{share:.2f}", holds=holds
    )
    report(row)


def _kept(work: Work) -> int:
    """Bytes that what some work gives takes, its caches apart: they are filled before."""
    work()
    tracemalloc.start()
    try:
        held = work()
        kept, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    del held
    return kept


def _workload(document: Path) -> str:
    return f"JSON of {WHOLE:,} records, {document.stat().st_size / 10**6:.0f} MB"
