"""
A sweep of 10,000 alternatives beside the same one after another.

Run as ``python -m benchmarks.sweeps [TURNS [MILLISECONDS …]]``; on a quiet machine a turn takes two minutes.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from statistics import median
from time import perf_counter, process_time
from typing import TYPE_CHECKING

import psutil
from attrs import frozen
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
    """How many rounds, with the alternative itself, take so much processor time on this machine."""
    model, tried, rounds = rs.load_region("exempel"), 200, 1_000
    alternatives = [partial(without_goal, number=number) for number in range(tried)]
    spent = []
    for count in (0, rounds):
        start = process_time()
        rs.sweep(model, alternatives, partial(pressed, rounds=count))
        spent.append(1_000 * (process_time() - start) / tried)
    return max(0, round(rounds * (milliseconds - spent[0]) / (spent[1] - spent[0])))


@contextmanager
def two_threads() -> Iterator[Executor]:
    """Two threads of this process."""
    with ThreadPoolExecutor(WORKERS) as executor:
        yield executor


@contextmanager
def two_processes() -> Iterator[Executor]:
    """Two processes."""
    with ProcessPoolExecutor(WORKERS) as executor:
        yield executor


@contextmanager
def two_dask_workers() -> Iterator[Executor]:
    """A scheduler in this process and two worker processes, each with one thread."""
    with (
        LocalCluster(
            n_workers=WORKERS, threads_per_worker=1, dashboard_address="127.0.0.1:0", host="127.0.0.1"
        ) as cluster,
        Client(cluster) as client,
    ):
        yield client.get_executor()


KINDS: tuple[tuple[str, Callable[[], AbstractContextManager[Executor]], float | None], ...] = (
    ("two processes", two_processes, 1.7),
    ("Dask with two workers", two_dask_workers, 1.4),
    ("two threads", two_threads, None),
)


@frozen
class Taken:
    """
    What a sweep took.

    Attributes:
        seconds: From beginning to end.
        processor: Seconds of processors, here and in workers.
        found: What it gave.
    """

    seconds: float
    processor: float
    found: Sweep[int]


def worked() -> float:
    """Seconds that processors have spent on this process and its workers."""
    here = psutil.Process()
    times = [each.cpu_times() for each in (here, *here.children(recursive=True))]
    return float(sum(each.user + each.system for each in times))


def taken(sweep: Callable[[], Sweep[int]]) -> Taken:
    """What a sweep takes."""
    before, start = worked(), perf_counter()
    found = sweep()
    return Taken(perf_counter() - start, worked() - before, found)


def compare(milliseconds: float, turns: int) -> Iterator[Row]:
    """For each executor, its speed beside one after another in the same turn, the best of all turns."""
    model = rs.load_region("exempel")
    alternatives = [partial(without_goal, number=number) for number in range(ALTERNATIVES)]
    question = partial(pressed, rounds=rounds_in(milliseconds))
    workload = f"{ALTERNATIVES:,} alternatives of {milliseconds:g} ms"
    for name, open_, target in KINDS:
        speeds, shares = [], []
        with open_() as executor:
            rs.sweep(model, alternatives[:100], question, executor)  # which starts the workers
            for _ in range(turns):
                serial = taken(lambda: rs.sweep(model, alternatives, question))
                ours = taken(lambda executor=executor: rs.sweep(model, alternatives, question, executor))  # type: ignore[misc]
                assert ours.found == serial.found, name
                speeds.append(serial.seconds / ours.seconds)
                shares.append(WORKERS * serial.processor / ours.processor)
        best = max(speeds)
        yield Row(
            workload=workload,
            compared=f"`sweep`, {name}: times the speed without an executor, best of {turns}",
            target="" if target is None else f"≥ {target:g}",
            measured=f"{best:.2f} ({min(speeds):.2f}–{best:.2f})",
            holds=None if target is None else best >= target,
        )
        if target is not None:
            yield Row(
                workload=workload,
                compared=f"the same by processor time, were {WORKERS} processors idle",
                measured=f"{median(shares):.2f} ({min(shares):.2f}–{max(shares):.2f})",
            )


def main(turns: int, lengths: Sequence[float]) -> None:
    """Print the table, row by row."""
    print(markdown([]), flush=True)
    for milliseconds in lengths:
        for row in compare(milliseconds, turns):
            print(markdown([row]).splitlines()[-1], flush=True)


if __name__ == "__main__":
    main(int(next(iter(sys.argv[1:]), "3")), [float(each) for each in sys.argv[2:]] or [0.5, 2.0])
