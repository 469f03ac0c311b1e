"""One question under many alternatives, one after another, on threads and on processes."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any

import pytest

import regionstyrning as rs
from regionstyrning.alternatives import (
    Alternative,
    Assumption,
    Driver,
    Failure,
    ProgressBar,
    Projection,
    Tried,
    planned,
)
from tests.alternatives.variants import (
    Nameless,
    Without,
    a_function,
    as_it_is,
    ending_its_worker,
    failing,
    goals,
    process,
    without_goals,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from regionstyrning.model import SteeringModel

MODEL = rs.load_region("exempel")
SPAWN = get_context("spawn")  # forking a process that has threads is warned of
COUNT = len(MODEL.goals)
SOME: list[Alternative] = [*(partial(without_goals, count=number % 40) for number in range(300)), failing, as_it_is]


@pytest.fixture(scope="module")
def threads() -> Iterator[Executor]:
    """Two threads."""
    with ThreadPoolExecutor(2) as executor:
        yield executor


@pytest.fixture(scope="module")
def processes() -> Iterator[Executor]:
    """Two processes."""
    with ProcessPoolExecutor(2, mp_context=SPAWN) as executor:
        yield executor


class AtOnce(Executor):
    """An executor of another make: it does what it is given when it gets it."""

    def __init__(self, *, takes: int) -> None:
        self.takes = takes

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ANN401 - as the class above
        """Do it, a certain number of times."""
        self.takes -= 1
        if self.takes < 0:
            message = "it is closed"
            raise RuntimeError(message)
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


def test_each_alternative_gets_its_answer_in_order() -> None:
    """The answers stand in the order of the alternatives."""
    found = rs.sweep(MODEL, [partial(without_goals, count=number) for number in (2, 0, 5)], goals)
    assert [each.answer for each in found.results] == [COUNT - 2, COUNT, COUNT - 5]


def test_an_alternative_that_fails_is_told_by_its_name() -> None:
    """It has a failure and no answer, and the others have theirs."""
    found = rs.sweep(MODEL, [as_it_is, failing, Without("xyzzy-xyzzy"), as_it_is], goals)
    assert [(each.name, each.answer, str(each.failure)) for each in found.results] == [
        ("as_it_is", COUNT, "None"),
        ("failing", None, "UnknownId: no record has the id 'xyzzy'"),
        ("Without(id='xyzzy-xyzzy')", None, "UnknownId: no record has the id 'xyzzy-xyzzy'"),
        ("as_it_is (2)", COUNT, "None"),
    ]


def test_a_failure_keeps_where_it_was_raised() -> None:
    """The trace names the line of the alternative."""
    failure = rs.sweep(MODEL, [failing], goals).failures[0].failure
    assert 'return model.without("xyzzy")' in failure.trace if failure else ""


def test_a_question_that_fails_is_a_failure_of_the_alternative() -> None:
    """What the question raises under one alternative costs the others nothing."""

    def first_goal(model: SteeringModel) -> str:
        return model.goals[0].title

    alternatives: dict[str, Alternative] = {"inga mål": partial(without_goals, count=COUNT), "alla": as_it_is}
    found = rs.sweep(MODEL, alternatives, first_goal)
    assert [str(each.failure) for each in found.results] == ["IndexError: tuple index out of range", "None"]


def test_what_gives_no_model_is_told() -> None:
    """An alternative is a function from model to model."""
    nothing: Any = goals
    found = rs.sweep(MODEL, [nothing], goals)
    assert str(found.results[0].failure) == (
        "TypeError: expected a SteeringModel or an answer from the alternative, found int"
    )


def test_assumptions_are_swept(threads: Executor) -> None:
    """An alternative may give an answer, here a projection under assumptions of its own, and the question asks that."""
    plan = planned(MODEL)
    some = {
        f"kostnader {size}": partial(
            rs.project, assumptions=plan.with_(Assumption(driver=Driver.COSTS, values={2026: size})), years=2
        )
        for size in ("3.5", "4.5")
    }

    def ending(projection: Projection) -> float:
        return round(projection[2027].lines["eget-kapital"])

    found = rs.sweep(MODEL, some, ending)
    assert [(each.name, each.answer) for each in found.results] == [
        (name, ending(alternative(MODEL))) for name, alternative in some.items()
    ]
    assert rs.sweep(MODEL, some, ending, threads) == found


def test_no_alternatives_give_no_results(threads: Executor) -> None:
    """An empty list is swept, here and elsewhere."""
    assert rs.sweep(MODEL, [], goals).results == ()
    assert rs.sweep(MODEL, [], goals, threads).results == ()


def test_names_are_given_or_read_off_the_functions() -> None:
    """A mapping names them; otherwise the code does, and doubles are numbered past what is taken."""
    alternatives: list[Alternative] = [
        as_it_is,
        Nameless(),
        partial(without_goals, count=1),
        as_it_is,
        as_it_is,
        Nameless(),
    ]
    found = rs.sweep(MODEL, alternatives, goals)
    assert [each.name for each in found.results] == [
        "as_it_is",
        "Nameless",
        "without_goals(count=1)",
        "as_it_is (2)",
        "as_it_is (3)",
        "Nameless (2)",
    ]


def test_a_number_never_takes_another_name() -> None:
    """A double is numbered past a function that is called so already."""

    def second(model: SteeringModel) -> SteeringModel:
        return model

    second.__name__ = "as_it_is (2)"
    found = rs.sweep(MODEL, [as_it_is, as_it_is, second], goals)
    assert [each.name for each in found.results] == ["as_it_is", "as_it_is (3)", "as_it_is (2)"]


@pytest.mark.parametrize(
    ("alternatives", "message"),
    [
        (as_it_is, "expected several alternatives, found as_it_is. Give them as a list"),
        (["plan"], "expected a function from model to model, found 'plan'"),
        ({1: len}, "expected a name of an alternative, found 1"),
    ],
)
def test_what_is_no_alternative_is_refused(alternatives: Any, message: str) -> None:  # noqa: ANN401 - wrong on purpose
    """A wrong call raises before anything is tried."""
    with pytest.raises(rs.InvalidValue) as raised:
        rs.sweep(MODEL, alternatives, goals)
    assert (raised.value.field, str(raised.value)) == ("alternatives", message)


def test_what_is_no_executor_is_refused() -> None:
    """A Dask client is not its executor, though it has a submit of its own."""
    client: Any = MODEL
    with pytest.raises(rs.InvalidValue) as raised:
        rs.sweep(MODEL, [as_it_is], goals, client)
    assert str(raised.value) == (
        "expected an executor of concurrent.futures, found SteeringModel. Of a Dask client, give get_executor()"
    )


def test_threads_give_what_one_after_another_gives(threads: Executor) -> None:
    """The same answers and failures in the same order, also of functions that could not be sent."""
    alternatives: list[Alternative] = [*SOME, lambda model: model.without("vision")]
    assert rs.sweep(MODEL, alternatives, goals, threads) == rs.sweep(MODEL, alternatives, goals)


def test_processes_give_what_one_after_another_gives(processes: Executor) -> None:
    """The same answers and failures in the same order."""
    assert rs.sweep(MODEL, SOME, goals, processes) == rs.sweep(MODEL, SOME, goals)


def test_any_other_executor_gives_what_one_after_another_gives() -> None:
    """Only its submit is used."""
    assert rs.sweep(MODEL, SOME, goals, AtOnce(takes=len(SOME))) == rs.sweep(MODEL, SOME, goals)


def test_processes_are_asked_elsewhere(processes: Executor) -> None:
    """No alternative is tried in the process of the caller."""
    found = rs.sweep(MODEL, SOME[:-2], process, processes)
    assert os.getpid() not in {each.answer for each in found.results}


@pytest.mark.parametrize(
    ("alternative", "question", "what"),
    [(lambda model: model, goals, "the alternative '<lambda>'"), (as_it_is, lambda _: 1, "the question")],
)
def test_a_lambda_given_to_a_process_pool_is_refused(
    processes: Executor,
    alternative: Alternative,
    question: Callable[[SteeringModel], int],
    what: str,
) -> None:
    """The message names the function and says what to do."""
    with pytest.raises(rs.NotPicklable) as raised:
        rs.sweep(MODEL, [as_it_is, alternative], question, processes)
    hint = (
        "Give a function of a module or functools.partial of one instead of a lambda or a function made "
        "inside another, or run on threads"
    )
    assert str(raised.value) == f"{what} cannot be sent to another process: {raised.value.why}. {hint}"


@pytest.mark.parametrize("kind", ["a process pool", "another"])
def test_an_answer_that_cannot_be_sent_home_is_a_failure(kind: str, processes: Executor) -> None:
    """It is told by its name, and the other answers come home."""
    alternatives = [partial(without_goals, count=number) for number in range(20)]
    executor = {"a process pool": processes, "another": AtOnce(takes=20)}[kind]
    found = rs.sweep(MODEL, alternatives, a_function, executor)
    left = [COUNT - number for number in range(20)]
    assert [each.answer for each in found.results] == [None if count % 2 else count for count in left]
    assert [each.name for each in found.failures] == [f"without_goals(count={number})" for number in range(0, 20, 2)]


def test_a_process_that_ends_does_not_lose_what_was_done() -> None:
    """A broken pool takes no more: what came home stays, and the rest is told as not answered."""
    count = 400
    alternatives = {f"{number}": as_it_is for number in range(count)} | {"sist": ending_its_worker}
    with ProcessPoolExecutor(1, mp_context=SPAWN) as executor:
        found = rs.sweep(MODEL, alternatives, goals, executor)
    assert [each.name for each in found.results] == list(alternatives)
    assert found["0"].answer == COUNT
    assert {each.failure.kind for each in found.failures if each.failure} == {"BrokenProcessPool"}
    assert found["sist"].failure is not None


def test_a_batch_that_is_lost_is_tried_again_one_by_one() -> None:
    """Only the alternative whose batch is lost again is without an answer."""

    class Losing(AtOnce):
        def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ANN401
            if any(name == "tappas" for name, _ in args[0].alternatives):
                lost: Future[Any] = Future()
                lost.set_exception(OSError("the connection is lost"))
                return lost
            return super().submit(fn, *args, **kwargs)

    alternatives = {f"{number}": as_it_is for number in range(30)} | {"tappas": as_it_is, "sist": as_it_is}
    found = rs.sweep(MODEL, alternatives, goals, Losing(takes=100))
    assert found.failures == (Tried(name="tappas", failure=Failure(kind="OSError", message="the connection is lost")),)
    assert [each.name for each in found.results] == list(alternatives)


def test_an_executor_that_closes_midway_does_not_lose_what_was_done() -> None:
    """The first answers stay; the rest tell why they have none."""
    found = rs.sweep(MODEL, {f"{number}": as_it_is for number in range(100)}, goals, AtOnce(takes=2))
    assert [each.answer for each in found.results[:2]] == [COUNT, COUNT]
    assert {str(each.failure) for each in found.results[2:]} == {"RuntimeError: it is closed"}


def test_an_executor_that_takes_nothing_is_a_wrong_call() -> None:
    """One that is closed from the start raises what it raises."""
    with pytest.raises(RuntimeError, match="it is closed"):
        rs.sweep(MODEL, [as_it_is], goals, AtOnce(takes=0))


@pytest.mark.parametrize("executor", [None, AtOnce(takes=1000)])
def test_progress_is_told_from_none_to_all(executor: Executor | None) -> None:
    """It begins at none, never goes back, and ends with all."""
    told: list[tuple[int, int]] = []
    rs.sweep(MODEL, SOME, goals, executor, progress=lambda done, total: told.append((done, total)))
    assert (told[0], told[-1]) == ((0, len(SOME)), (len(SOME), len(SOME)))
    assert told == sorted(told)


def test_a_progress_that_raises_ends_the_sweep() -> None:
    """Whoever follows the sweep can stop it; what has not begun is taken back."""
    begun: list[Future[Any]] = []

    class Slow(AtOnce):
        def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ANN401
            begun.append(Future() if begun else super().submit(fn, *args, **kwargs))
            return begun[-1]

    def stop(done: int, _total: int) -> None:
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rs.sweep(MODEL, SOME, goals, Slow(takes=1), progress=stop)
    assert [future.cancelled() for future in begun] == [False, True, True, True]


def test_a_bar_fills_in_place() -> None:
    """One line is written over and over, only when it has changed, and ended when all is done."""
    out = io.StringIO()
    bar = ProgressBar(out)
    for done in (0, 0, 150, 300):
        bar(done, 300)
    empty, half, full = "." * 40, "#" * 20 + "." * 20, "#" * 40
    assert out.getvalue() == f"\r[{empty}]   0 av 300\r[{half}] 150 av 300\r[{full}] 300 av 300\n"


def test_a_bar_of_nothing_is_full() -> None:
    """Where there is nothing to do all is done, here told in English."""
    out = io.StringIO()
    rs.sweep(MODEL, [], goals, progress=ProgressBar(out, lang="en"))
    assert out.getvalue() == f"\r[{'#' * 40}] 0 of 0\n"
