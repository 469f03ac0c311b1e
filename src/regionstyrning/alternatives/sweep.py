"""One question under thousands of alternatives."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Executor
from typing import TYPE_CHECKING, Any, TypeVar

from regionstyrning.alternatives.sweep_answers import Sweep, Tried
from regionstyrning.alternatives.sweep_batches import prepared, tried
from regionstyrning.alternatives.sweep_names import Named, named
from regionstyrning.alternatives.sweep_spread import Progress, spread
from regionstyrning.errors import InvalidValue

if TYPE_CHECKING:
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.text.readable import Readable

Asked = TypeVar("Asked", bound="SteeringModel | Readable")
Found = TypeVar("Found")


def sweep(
    model: SteeringModel,
    alternatives: Mapping[str, Callable[[SteeringModel], Asked]] | Iterable[Callable[[SteeringModel], Asked]],
    question: Callable[[Asked], Found],
    executor: Executor | None = None,
    *,
    progress: Progress | None = None,
) -> Sweep[Found]:
    """
    Ask one question under each of many alternatives, here or on many processors.

    The alternatives are sent in batches of about a fifth of a second, each with the base model once,
    as fast as the executor takes them. What an alternative or the question raises becomes its failure
    and touches no other. A worker that is lost costs nothing where the executor has others to turn to,
    as a Dask cluster does; a process pool that loses one is broken for good, and what it had not
    answered by then is without an answer. An alternative may then have been run twice.

    Args:
        model: What every alternative starts from.
        alternatives: Functions from model to model, alone or by name; or from a model to an answer of this
            library that the question is to be asked of, as `project` with one of several assumptions bound.
            For a process pool or a cluster, a function has to be picklable: one of a module,
            ``functools.partial`` of one, or a frozen class with a call.
        question: A function of what the alternatives give. Its answers have to be picklable too.
        executor: Any of ``concurrent.futures``: threads, processes, ``Client.get_executor()`` of Dask.
            Without one the alternatives are tried one after another. It is not shut down.
        progress: Called in this thread with how many alternatives are done and how many there are,
            beginning with none; `ProgressBar` is one to use.

    Returns:
        The answers in the order of the alternatives, the same whatever they were run on.

    Raises:
        InvalidValue: for what is not an executor, or not functions.
        NotPicklable: if the question or an alternative cannot be sent to a process pool.

    >>> def without_a_goal(model):
    ...     return model.without(model.goals[0].id)
    >>> def goals(model):
    ...     return len(model.goals)
    >>> print(rs.sweep(model, {"som nu": lambda model: model, "ett mål mindre": without_a_goal}, goals).text())
    Prövade alternativ: 2.
    <BLANKLINE>
    alternative     answer
    --------------  ------
    som nu          71
    ett mål mindre  70
    """
    each = named(alternatives)
    tell = progress or _silent
    if executor is None:
        return Sweep(about=model.id, results=_one_by_one(model, each, question, tell))
    _refuse_others(executor)
    return Sweep(about=model.id, results=spread(executor, prepared(executor, model, each, question), tell))


def _one_by_one(
    model: SteeringModel, alternatives: Named, question: Callable[[Any], Any], progress: Progress
) -> list[Tried[Any]]:
    results: list[Tried[Any]] = []
    progress(0, len(alternatives))
    for name, alternative in alternatives:
        results.append(tried(name, alternative, question, model))
        progress(len(results), len(alternatives))
    return results


def _refuse_others(executor: object) -> None:
    if not isinstance(executor, Executor):
        found = type(executor).__name__
        message = f"expected an executor of concurrent.futures, found {found}. Of a Dask client, give get_executor()"
        raise InvalidValue("executor", message)


def _silent(_done: int, _total: int) -> None:
    """Tell nobody."""
