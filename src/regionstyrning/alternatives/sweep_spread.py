"""Batches sent out, and their answers gathered in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, wait
from time import perf_counter
from typing import TYPE_CHECKING, Any

from attrs import define, field, frozen

from regionstyrning.alternatives.sweep_answers import Failure, Tried
from regionstyrning.alternatives.sweep_batches import Batch, Done, Pace, run

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

Progress = Callable[[int, int], object]


def spread(executor: Executor, whole: Batch, progress: Progress) -> tuple[Tried[Any], ...]:
    """
    Try all alternatives of a batch, divided into smaller ones.

    A batch that comes back without results is sent again, each of its alternatives alone, so that only
    the one that cannot be carried, or that ends its worker, is without an answer.

    Args:
        executor: Who runs the batches; only its ``submit`` is used.
        whole: All alternatives.
        progress: Called with how many are done and how many there are.

    Returns:
        The results, in order of the alternatives.

    Raises:
        Exception: whatever the executor raises if it takes nothing at all.
    """
    out = _Out(executor=executor, whole=whole, queue=deque(range(len(whole.alternatives))))
    progress(0, out.total)
    try:
        while len(out.found) < out.total:
            out.send()
            out.gather()
            progress(len(out.found), out.total)
    finally:
        for future in out.sent:
            future.cancel()
    return tuple(out.found[position] for position in range(out.total))


@frozen
class _Sent:
    positions: tuple[int, ...]
    at: float


@define(kw_only=True)
class _Out:
    """What is still to be sent, what is out, and what has come home."""

    executor: Executor
    whole: Batch
    queue: deque[int]
    alone: deque[int] = field(factory=deque)
    sent: dict[Future[Done], _Sent] = field(factory=dict)
    found: dict[int, Tried[Any]] = field(factory=dict)
    pace: Pace = field(factory=Pace)

    @property
    def total(self) -> int:
        return len(self.whole.alternatives)

    def send(self) -> None:
        """Send until the window is full."""
        while (self.alone or self.queue) and len(self.sent) < self.pace.window:
            positions = self._next()
            try:
                future = self.executor.submit(run, self.whole.of(positions))
            except Exception as error:
                if not self.found and not self.sent:
                    raise  # it takes nothing at all, which is a wrong call
                self._fail(positions, error)
            else:
                self.sent[future] = _Sent(positions, perf_counter())

    def gather(self) -> None:
        """Wait for the first that comes home, and take in all that have."""
        for future in wait(self.sent, return_when=FIRST_COMPLETED).done:
            batch = self.sent.pop(future)
            try:
                done = future.result()
                results = done.opened()
            except Exception as error:  # noqa: BLE001 - whatever befell it on the way
                self._failed(batch.positions, error)
            else:
                self.found.update(zip(batch.positions, results, strict=True))
                self.pace = self.pace.after(len(results), done.seconds, perf_counter() - batch.at)

    def _next(self) -> tuple[int, ...]:
        if self.alone:
            return (self.alone.popleft(),)
        return tuple(self.queue.popleft() for _ in range(self.pace.next_size(len(self.queue))))

    def _failed(self, positions: tuple[int, ...], error: Exception) -> None:
        if len(positions) > 1:
            self.alone.extend(positions)
        else:
            self._fail(positions, error)

    def _fail(self, positions: tuple[int, ...], error: Exception) -> None:
        failure = Failure.of(error)
        for position in positions:
            self.found[position] = Tried(name=self.whole.alternatives[position][0], failure=failure)
