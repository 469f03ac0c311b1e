"""How soon the library is there: importing it, loading a packaged region, checking it."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections.abc import Callable
from statistics import median
from typing import TYPE_CHECKING

import pytest

import regionstyrning as rs
from benchmarks.rows import Row, at_most
from benchmarks.turns import Turns, timed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pytest_benchmark.fixture import BenchmarkFixture

    from benchmarks.conftest import Report

ROUNDS = 25
REGION = "vasternorrland"
MOST_CHECK_MS, MOST_LOAD_MS, MOST_FIRST_MS = 50, 100, 200

_BASE = "import attrs, cattrs"
_NAME = "import regionstyrning"
_TOUCHED = f"{_NAME}; regionstyrning.load_region"
_CALLED = f"regionstyrning.load_region({REGION!r})"


Seconds = Callable[..., float]


@pytest.fixture(scope="module")
def seconds_in_a_new_process(tmp_path_factory: pytest.TempPathFactory) -> Seconds:
    """A function that tells how long statements take in an interpreter that has just started."""
    # As after an installation: what is imported has been compiled, whatever this process may write.
    compiled = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(tmp_path_factory.mktemp("compiled"))}

    def seconds(statements: str, before: str = "pass") -> float:
        code = f"from time import perf_counter as now; {before}; start = now(); {statements}; print(now() - start)"
        run = [sys.executable, "-c", code]
        done = subprocess.run(run, check=True, capture_output=True, text=True, env=os.environ | compiled)  # noqa: S603 - our own code
        return float(done.stdout)

    seconds(f"{_BASE}; {_NAME}; {_CALLED}")
    return seconds


@pytest.mark.parametrize(("statements", "most"), [(_NAME, 1.5), (_TOUCHED, 3.0)])
def test_importing(report: Report, seconds_in_a_new_process: Seconds, statements: str, most: float) -> None:
    """Names load when they are used, so that the first import costs little more than attrs and cattrs."""
    pairs = [(seconds_in_a_new_process(_BASE), seconds_in_a_new_process(statements)) for _ in range(ROUNDS)]
    turns = Turns(tuple(ours for _, ours in pairs), {_BASE: tuple(base for base, _ in pairs)})
    report(at_most(most, f"`{statements}`", f"share of the time of `{_BASE}`", turns.share_of(_BASE)))


def test_first_call_of_a_process(report: Report, seconds_in_a_new_process: Seconds) -> None:
    """A packaged region is there soon after the library is."""
    times = [seconds_in_a_new_process(_CALLED, before=_NAME) for _ in range(ROUNDS)]
    report(_milliseconds(f"`load_region({REGION!r})`", "first call of a process", MOST_FIRST_MS, times))


def test_first_call_with_the_import(report: Report, seconds_in_a_new_process: Seconds) -> None:
    """A packaged region is there soon after the interpreter is."""
    times = [seconds_in_a_new_process(f"{_NAME}; {_CALLED}") for _ in range(ROUNDS)]
    report(_milliseconds(f"`load_region({REGION!r})`", "first call, `import regionstyrning` included", None, times))


def test_loading_a_packaged_region(benchmark: BenchmarkFixture, report: Report) -> None:
    """A packaged region loads in no time that a person would notice."""

    def gather() -> None:
        gc.collect()

    times = timed(benchmark, lambda: rs.load_region(REGION), gather, rounds=ROUNDS)
    report(_milliseconds(f"`load_region({REGION!r})`", "later calls", MOST_LOAD_MS, times))


@pytest.mark.parametrize("profile", ["bas", "strang"])
def test_checking_a_packaged_region(benchmark: BenchmarkFixture, report: Report, profile: str) -> None:
    """A packaged region is checked anew in no time that a person would notice."""
    model = rs.load_region(REGION)
    origin = dict(model.memo)

    def forget() -> None:
        model.memo.clear()
        model.memo.update(origin)

    times = timed(benchmark, lambda: rs.check(model, rules=profile), forget, rounds=ROUNDS)
    what = f"`check({REGION!r}, rules={profile!r})`"
    report(_milliseconds(what, "all indexes made anew", MOST_CHECK_MS, times))


def _milliseconds(workload: str, compared: str, most: int | None, times: Sequence[float]) -> Row:
    middle, least, greatest = (1000 * value for value in (median(times), min(times), max(times)))
    measured = f"{middle:.0f} ms ({least:.0f}–{greatest:.0f})"
    if most is None:
        return Row(workload=workload, compared=compared, measured=measured)
    return Row(workload=workload, compared=compared, target=f"< {most} ms", measured=measured, holds=middle < most)
