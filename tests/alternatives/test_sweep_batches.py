"""How a sweep is divided."""

from __future__ import annotations

import pickle

import pytest

import regionstyrning as rs
from regionstyrning.alternatives.sweep_batches import Batch, Pace, run
from tests.alternatives.variants import as_it_is, goals

MODEL = rs.load_region("exempel")


@pytest.mark.parametrize(
    ("pace", "count", "seconds", "size"),
    [
        (Pace(), 1, 0.001, 16),  # it grows sixteenfold at most
        (Pace(size=16), 16, 0.016, 200),  # to what takes a fifth of a second
        (Pace(size=200), 200, 0.8, 50),  # and shrinks at once when that took longer
        (Pace(size=200), 1, 0.001, 200),  # a single one, sent again, takes nothing back
        (Pace(), 1, 5.0, 1),  # never less than one
        (Pace(), 1, 0.0, 16),  # also on a clock that did not move
    ],
)
def test_a_batch_takes_a_fifth_of_a_second(pace: Pace, count: int, seconds: float, size: int) -> None:
    """The size follows how long the last batch took."""
    assert pace.after(count, seconds, waited=10 * seconds).size == size


@pytest.mark.parametrize(("waited", "window"), [(0.25, 5), (0.4, 4), (1.0, 4)])
def test_more_is_sent_ahead_while_workers_are_idle(waited: float, window: int) -> None:
    """A batch that came back about as fast as it ran had no other before it."""
    assert Pace().after(10, 0.2, waited).window == window


@pytest.mark.parametrize(("left", "size"), [(1000, 100), (150, 75), (40, 25), (7, 7), (0, 0)])
def test_batches_shrink_towards_the_end(left: int, size: int) -> None:
    """To a quarter of their size, and to what is left."""
    assert Pace(size=100).next_size(left) == size


def test_what_is_shared_is_not_packed() -> None:
    """Where the memory is shared the answers are the objects themselves."""
    batch = Batch(model=MODEL, question=lambda model: model, alternatives=(("a", as_it_is),), home=False)
    assert run(batch).opened()[0].answer is MODEL


def test_a_question_that_cannot_be_opened_is_a_failure_by_name() -> None:
    """A worker that lacks a module tells so under each alternative, and lives."""
    lost = pickle.dumps(goals).replace(b"variants", b"varianter"[:8])
    batch = Batch(model=pickle.dumps(MODEL), question=lost, alternatives=(("a", pickle.dumps(as_it_is)),), home=True)
    (result,) = run(batch).opened()
    assert (result.name, str(result.failure)) == (
        "a",
        "ModuleNotFoundError: No module named 'tests.alternatives.variante'",
    )


def test_no_two_sendings_have_one_name() -> None:
    """Dask takes two sendings of one name for one."""
    batch = Batch(model=MODEL, question=goals, alternatives=(), home=False)
    assert batch.__dask_tokenize__() != batch.__dask_tokenize__()
