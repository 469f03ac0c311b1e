"""A batch of alternatives: how it is sent, run where it arrives, and sent home."""

from __future__ import annotations

import pickle
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import lru_cache
from time import perf_counter
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from attrs import evolve, frozen

from regionstyrning.alternatives.sweep_answers import Failure, Tried
from regionstyrning.errors import NotPicklable
from regionstyrning.model.steering_model import SteeringModel
from regionstyrning.text.readable import Readable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from concurrent.futures import Executor

    from regionstyrning.alternatives.sweep_names import Named

_TARGET_SECONDS = 0.2
"""A batch that takes so long is worth its transport, whatever carries it, and does not keep others waiting."""
_GROWTH = 16
_SMALLEST = 4
"""Towards the end batches shrink to this part of their size, so that no worker is left alone with a large one."""

_opened = lru_cache(maxsize=2)(pickle.loads)
"""A worker opens the model and the question once, however many batches it gets: their bytes are the key."""


@frozen(kw_only=True)
class Batch:
    """
    Alternatives to try, with all that is needed to try them.

    It is one opaque value, so that what carries it looks for nothing inside.

    Attributes:
        model: What the alternatives start from; packed unless the memory is shared.
        question: What to ask; packed where what cannot be opened would cost the worker its life.
        alternatives: Functions by name, packed likewise.
        home: Whether the answers are packed, to be sent home.
    """

    model: SteeringModel | bytes
    question: Callable[[Any], Any] | bytes
    alternatives: Named
    home: bool

    def of(self, positions: Iterable[int]) -> Batch:
        """Some of the alternatives."""
        return evolve(self, alternatives=tuple(self.alternatives[position] for position in positions))

    def __dask_tokenize__(self) -> str:
        """A name that no other sending has; else Dask would pickle the batch three times over to make one."""
        return uuid4().hex


@frozen
class Done:
    """
    What a batch gave.

    Attributes:
        results: In order of the alternatives; packed if they were sent home.
        seconds: How long the batch took where it was run.
    """

    results: tuple[Tried[Any], ...] | bytes
    seconds: float

    def opened(self) -> tuple[Tried[Any], ...]:
        """The results themselves."""
        if isinstance(self.results, bytes):
            results: tuple[Tried[Any], ...] = pickle.loads(self.results)  # noqa: S301 - made by our own worker
            return results
        return self.results


def prepared(executor: Executor, model: SteeringModel, alternatives: Named, question: Callable[[Any], Any]) -> Batch:
    """
    All alternatives as one batch, to be divided.

    Threads share what is in memory.
    A process pool gets everything packed, since one that cannot open what it is sent breaks.
    Whatever else is given carries functions in its own way, which may be able to do more than pickle.

    Raises:
        NotPicklable: if the question or an alternative cannot be sent to a process pool.
    """
    if isinstance(executor, ThreadPoolExecutor):
        return Batch(model=model, question=question, alternatives=alternatives, home=False)
    if not isinstance(executor, ProcessPoolExecutor):
        return Batch(model=pickle.dumps(model), question=question, alternatives=alternatives, home=True)
    packed = tuple((name, _packed(f"the alternative {name!r}", each)) for name, each in alternatives)
    return Batch(model=pickle.dumps(model), question=_packed("the question", question), alternatives=packed, home=True)


def run(batch: Batch) -> Done:
    """Try every alternative of a batch; this is what a worker is asked to do."""
    start = perf_counter()
    model: SteeringModel = _opened(batch.model) if isinstance(batch.model, bytes) else batch.model
    results = tuple(tried(name, alternative, batch.question, model) for name, alternative in batch.alternatives)
    home = _sent_home(results) if batch.home else results
    return Done(home, perf_counter() - start)


def tried(name: str, alternative: Any, question: Any, model: SteeringModel) -> Tried[Any]:  # noqa: ANN401 - may be packed
    """
    Try one alternative; whatever it raises becomes its failure.

    Args:
        name: What it is called.
        alternative: A function from a model to a model or an answer, or one packed.
        question: A function of what that gives, or one packed.
        model: What it starts from.
    """
    try:
        changed = _function(alternative)(model)
        if not isinstance(changed, SteeringModel | Readable):
            message = f"expected a SteeringModel or an answer from the alternative, found {type(changed).__name__}"
            raise TypeError(message)  # noqa: TRY301 - a failure as any other
        ask = _opened(question) if isinstance(question, bytes) else question
        return Tried(name=name, answer=ask(changed))
    except Exception as error:  # noqa: BLE001 - one alternative must not cost the others their answers
        return Tried(name=name, failure=Failure.of(error))


@frozen
class Pace:
    """
    How many alternatives go into a batch, and how many batches are out at a time.

    Only how the work is divided follows the clock, never what it gives.

    Attributes:
        size: Alternatives in a batch.
        window: Batches that are sent before an answer is waited for.
    """

    size: int = 1
    window: int = 4

    def after(self, count: int, seconds: float, waited: float) -> Pace:
        """
        The pace when a batch has come back.

        Args:
            count: How many alternatives it held.
            seconds: How long it took where it was run.
            waited: How long it was gone. If hardly longer than it took, nothing stood before it in line:
                there are workers that could have had more.
        """
        fits = int(_TARGET_SECONDS * count / seconds) if seconds else _GROWTH * count
        size = max(1, min(fits, max(self.size, _GROWTH * count)))
        return Pace(size, self.window + 1 if waited < 2 * seconds else self.window)

    def next_size(self, left: int) -> int:
        """How many to send next, of those that are left."""
        return min(left, self.size, max(1, 2 * left // self.window, self.size // _SMALLEST))


def _function(each: Any) -> Any:  # noqa: ANN401 - any function
    return pickle.loads(each) if isinstance(each, bytes) else each  # noqa: S301 - packed by our own process


def _packed(what: str, function: object) -> bytes:
    try:
        return pickle.dumps(function)
    except Exception as error:
        raise NotPicklable(what, str(error)) from error


def _sent_home(results: tuple[Tried[Any], ...]) -> bytes:
    try:
        return pickle.dumps(results)
    except Exception:  # noqa: BLE001 - whose answer it is shows one by one
        return pickle.dumps(tuple(map(_that_can_be_sent, results)))


def _that_can_be_sent(result: Tried[Any]) -> Tried[Any]:
    try:
        pickle.dumps(result)
    except Exception as error:  # noqa: BLE001 - pickling runs the answer's own code
        return Tried(name=result.name, failure=Failure.of(error))
    return result
