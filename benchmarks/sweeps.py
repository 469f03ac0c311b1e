"""
A sweep of 10,000 alternatives beside the same one after another.

Run as ``python -m benchmarks.sweeps [TURNS]``; it takes about a minute a turn.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING

from distributed import Client, LocalCluster

import regionstyrning as rs
from benchmarks.rows import Row, markdown

if TYPE_CHECKING:
    from regionstyrning.alternatives import Sweep
    from regionstyrning.model import SteeringModel

ALTERNATIVES = 10_000
WORKERS = 2


def without_goal(model: SteeringModel, *, number: int) -> SteeringModel:
    """The model without one of its goals, another for each number."""
    return model.without(model.goals[number % len(model.goals)].id)


def pressed(model: SteeringModel, *, rounds: int) -> int:
    """What a number of rounds come to: work of the processor alone, of a length that is chosen."""
    total = len(model.goals)
    for each in range(rounds):
        total = (total * 31 + each) % 1_000_003
    return total


def rounds_in(milliseconds: float) -> int:
    """How many rounds, with the alternative itself, take so long on this machine now."""
    model, tried = rs.load_region("exempel"), 200
    rounds = 1_000
    alternatives = [partial(without_goal, number=number) for number in range(tried)]
    spent = []
    for count in (0, rounds):
        start = perf_counter()
        rs.sweep(model, alternatives, partial(pressed, rounds=count))
        spent.append(1_000 * (perf_counter() - start) / tried)
    return max(0, round(rounds * (milliseconds - spent[0]) / (spent[1] - spent[0])))


@contextmanager
def cluster() -> Iterator[Executor]:
    """A scheduler and two worker processes on this machine, each with one thread."""
    with (
        LocalCluster(n_workers=WORKERS, threads_per_worker=1, dashboard_address=None, host="127.0.0.1") as workers,
        Client(workers) as client,
    ):
        yield client.get_executor()


def taken(sweep: Callable[[], Sweep[int]]) -> tuple[float, Sweep[int]]:
    """How many seconds a sweep takes, and what it gives."""
    start = perf_counter()
    found = sweep()
    return perf_counter() - start, found


def compare(milliseconds: float, executors: dict[str, tuple[Executor, float | None]], turns: int) -> Iterator[Row]:
    """A row for each executor: its speed beside one after another in the same turn, the best of all turns."""
    model = rs.load_region("exempel")
    alternatives = [partial(without_goal, number=number) for number in range(ALTERNATIVES)]
    question = partial(pressed, rounds=rounds_in(milliseconds))
    speeds: dict[str, list[float]] = {name: [] for name in executors}
    each = []
    for _ in range(turns):
        serial, expected = taken(lambda: rs.sweep(model, alternatives, question))
        each.append(1_000 * serial / ALTERNATIVES)
        for name, (executor, _) in executors.items():
            seconds, found = taken(lambda executor=executor: rs.sweep(model, alternatives, question, executor))  # type: ignore[misc]
            assert found == expected, name
            speeds[name].append(serial / seconds)
    workload = f"{ALTERNATIVES:,} alternatives of {min(each):.2f} ms"
    for name, (_, target) in executors.items():
        best = max(speeds[name])
        yield Row(
            workload=workload,
            compared=f"`sweep`, {name}: times the speed without an executor, best of {turns}",
            target="" if target is None else f"≥ {target:g}",
            measured=f"{best:.2f} ({min(speeds[name]):.2f}–{best:.2f})",
            holds=None if target is None else best >= target,
        )


def main(turns: int) -> None:
    """Print the table."""
    with ThreadPoolExecutor(WORKERS) as threads, ProcessPoolExecutor(WORKERS) as processes, cluster() as dask:
        executors: dict[str, tuple[Executor, float | None]] = {
            "two processes": (processes, 1.7),
            "Dask with two workers": (dask, 1.4),
            "two threads": (threads, None),
        }
        rows = [row for milliseconds in (0.5, 2.0) for row in compare(milliseconds, executors, turns)]
    print(markdown(rows))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
