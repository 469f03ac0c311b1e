"""Taking turns: ours and its peers timed one after another, again and again, in one run."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Mapping
from statistics import median
from time import perf_counter, process_time
from typing import TYPE_CHECKING, Any

from attrs import frozen

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

Work = Callable[[], object]


@frozen
class Ratio:
    """
    How two times compare, turn by turn.

    Attributes:
        middle: The median of all turns.
        low: The least of them.
        high: The greatest of them.
    """

    middle: float
    low: float
    high: float

    @classmethod
    def of(cls, overs: Iterable[float], unders: Iterable[float]) -> Ratio:
        """Each of some times in shares of the time taken in the same turn."""
        each = [over / under for over, under in zip(overs, unders, strict=True)]
        return cls(median(each), min(each), max(each))

    def __str__(self) -> str:
        return f"{self.middle:.2f} ({self.low:.2f}–{self.high:.2f})"


@frozen
class Turns:
    """
    Seconds taken, turn by turn.

    Attributes:
        ours: By the library.
        peers: By each peer.
    """

    ours: tuple[float, ...]
    peers: Mapping[str, tuple[float, ...]]

    def share_of(self, peer: str) -> Ratio:
        """How large a part of the peer's time ours is."""
        return Ratio.of(self.ours, self.peers[peer])

    def times_faster_than(self, peer: str) -> Ratio:
        """How many times longer the peer takes."""
        return Ratio.of(self.peers[peer], self.ours)


def dropping(work: Work) -> None:
    """Do some work and let go of what it gives, so that both are timed."""
    work()


def seconds(work: Work) -> float:
    """How long some work takes; the garbage of what went before is gathered first."""
    gc.collect()
    start = perf_counter()
    dropping(work)
    return perf_counter() - start


def processor_seconds(work: Work) -> float:
    """How long some work keeps the processor, which another program on the same machine changes little."""
    gc.collect()
    start = process_time()
    dropping(work)
    return process_time() - start


def busy_turns(work: Mapping[str, Work], *, rounds: int, tidy: bool = False) -> dict[str, list[float]]:
    """
    Seconds of the processor that each kind of work takes, turn by turn, all in this process.

    Where all work in one thread, what else the machine does counts for less than it would by the clock.

    Args:
        work: What to time, by name.
        rounds: How many turns, after one that does not count.
        tidy: Whether the garbage of what went before is gathered first, for work that makes much of it.
    """
    taken: dict[str, list[float]] = {name: [] for name in work}
    for number in range(rounds + 1):
        for name, each in work.items():
            if tidy:
                gc.collect()
            start = process_time()
            dropping(each)
            if number:
                taken[name].append(process_time() - start)
    return taken


def timed(
    benchmark: BenchmarkFixture, work: Callable[..., object], setup: Callable[[], object], *, rounds: int
) -> tuple[float, ...]:
    """
    Seconds that pytest-benchmark has measured.

    Args:
        benchmark: Its fixture.
        work: What to time.
        setup: What to do before each round, untimed; it may give arguments for the work.
        rounds: How many, after one that does not count.
    """
    fixture: Any = benchmark  # it says little of its types
    fixture.pedantic(work, setup=setup, rounds=rounds, warmup_rounds=1)
    return tuple(fixture.stats.stats.data)


def take_turns(benchmark: BenchmarkFixture, ours: Work, peers: Mapping[str, Work], *, rounds: int) -> Turns:
    """
    Time ours by pytest-benchmark, and before each round every peer.

    Args:
        benchmark: The fixture of pytest-benchmark.
        ours: What the library does.
        peers: What others do for the same answer, by name.
        rounds: How many turns, after one that does not count.
    """
    taken: dict[str, list[float]] = {name: [] for name in peers}

    def others_first() -> tuple[tuple[Work], dict[str, Any]]:
        for name, peer in peers.items():
            taken[name].append(seconds(peer))
        gc.collect()
        return (ours,), {}

    own = timed(benchmark, dropping, others_first, rounds=rounds)
    return Turns(own, {name: tuple(times[-rounds:]) for name, times in taken.items()})
