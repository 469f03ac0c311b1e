"""Rules followed with numbers that are awaited give, for each path, what they give of single numbers."""

from __future__ import annotations

import operator
from decimal import Decimal
from itertools import permutations
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from regionstyrning.alternatives.followed import Awaited, Notes, Row
from regionstyrning.alternatives.joined_ahead import Truths, gated
from regionstyrning.model import Join, JoinKind
from regionstyrning.questions.economy.numbers import DECIMALS, FLOATS

NUMBERS = st.floats(-1e6, 1e6)
PATHS = 4
JOINS = [
    Join(kind=JoinKind.MAJORITY),
    *(Join(kind=JoinKind.COUNT, at_least=least) for least in range(7)),
    *(Join(kind=kind) for kind in (JoinKind.ALL, JoinKind.ANY)),
]
TRUTHS = st.booleans() | st.lists(st.booleans(), min_size=PATHS, max_size=PATHS)


def test_what_is_no_number_is_known_in_every_kind() -> None:
    """Each kind of number tells what is none, an array path by path, and nothing at all where all are numbers."""
    assert (DECIMALS.unknown(Decimal("nan")), DECIMALS.unknown(Decimal(1))) == (True, False)
    assert (FLOATS.unknown(float("nan")), FLOATS.unknown(1.0)) == (True, False)
    assert np.array_equal(np.asarray(_unknown([1.0, float("nan")])), [False, True])
    assert _unknown([1.0, 2.0]) is False
    assert (Notes().unknown(float("nan")), Notes().unknown(1.0)) == (True, False)


def test_what_is_endless_is_no_number_either() -> None:
    """What is beyond every number is none that can be held against a limit."""
    for each in ("inf", "-inf"):
        assert (DECIMALS.unknown(Decimal(each)), FLOATS.unknown(float(each))) == (True, True)
        assert np.array_equal(np.asarray(_unknown([1.0, float(each)])), [False, True])


@given(st.lists(st.tuples(NUMBERS, NUMBERS), min_size=1, max_size=5), NUMBERS)
def test_arrays_are_compared_and_chosen_between_as_single_numbers_are(
    pairs: list[tuple[float, float]], same: float
) -> None:
    """Each path gets what a single float would there, beside one number for all too."""
    first, second = (np.array(each) for each in zip(*pairs, strict=True))
    notes = Notes()
    awaited: dict[Any, Any] = {notes.awaited(): values for values in (first, second)}
    one, other = awaited
    for left, right in ((one, other), (one, same), (same, other), (same, same)):
        singles = [(float(a), float(b)) for a, b in np.broadcast(awaited.get(left, same), awaited.get(right, same))]
        truth = notes.below(left, right)
        for found, asked in (
            (notes.minimum(left, right), [FLOATS.minimum(a, b) for a, b in singles]),
            (notes.maximum(left, right), [FLOATS.maximum(a, b) for a, b in singles]),
            (notes.where(truth, left, right), [FLOATS.where(a < b, a, b) for a, b in singles]),
        ):
            held = {each.place: values for each, values in awaited.items()}
            assert np.broadcast_to(_done(notes, found, held), (len(singles),)).tolist() == asked


@given(st.tuples(NUMBERS, NUMBERS), NUMBERS)
def test_what_is_awaited_is_reckoned_with_as_numbers_are(drawn: tuple[float, float], known: float) -> None:
    """Sums, differences, products and quotients of what is awaited, beside what is known on either side too."""
    notes = Notes()
    one, other = notes.awaited(), notes.awaited()
    held = {one.place: np.array([drawn[0]]), other.place: np.array([drawn[1]])}
    for operation in (operator.add, operator.sub, operator.mul, operator.truediv):
        for (left, a), (right, b) in permutations(((one, drawn[0]), (other, drawn[1]), (known, known)), 2):
            found: Any = operation(left, right)
            with np.errstate(all="ignore"):
                asked = [operation(np.float64(a), np.float64(b))]
                assert np.array_equal(_done(notes, found, dict(held)), asked, equal_nan=True)


@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=5), st.booleans())
def test_truths_that_are_awaited_are_joined_as_truths_are(pairs: list[tuple[bool, bool]], known: bool) -> None:
    """Either, both and not both, and how many, of truths of every path, beside one that is known too."""
    notes = Notes()
    first, second = (np.array(each) for each in zip(*pairs, strict=True))
    one, other = notes.awaited(), notes.awaited()
    held = {one.place: first, other.place: second}
    for operation in (operator.or_, operator.and_, operator.xor):
        for (left, a), (right, b) in permutations(((one, first), (other, second), (known, known)), 2):
            found = np.broadcast_to(_done(notes, operation(left, right), dict(held)), first.shape)
            assert found.tolist() == operation(a, b).tolist()
    assert np.array_equal(_done(notes, one * 1 + other > 1, dict(held)), first & second)


def test_what_is_made_twice_is_made_once() -> None:
    """The same of the same is one thing; a truth is no number beside it, nor is one zero the other."""
    notes = Notes()
    one = notes.awaited()
    assert one + 1.0 is one + 1.0
    assert one * 1.0 is not one * True
    assert one * 0.0 is not one * -0.0


@given(st.lists(TRUTHS, min_size=1, max_size=6), st.sampled_from(JOINS))
def test_goals_that_are_awaited_are_joined_as_goals_are(parts: list[bool | list[bool]], join: Join) -> None:
    """By every rule, whether some of what is joined is known beforehand or nothing is."""
    notes = Notes()
    awaited: dict[int, Any] = {}
    missed: list[Any] = []
    for each in parts:
        missed.append(each if isinstance(each, bool) else notes.awaited())
        if not isinstance(each, bool):
            awaited[missed[-1].place] = np.array(each)
    found = gated([], [_alike(each) for each in missed], join).missed
    came = np.broadcast_to(_done(notes, found, {**awaited, -1: np.zeros(PATHS)}), (PATHS,))
    for path in range(PATHS):
        single = [each if isinstance(each, bool) else each[path] for each in parts]
        assert bool(came[path]) is gated([], [_alike(each) for each in single], join).missed


def _alike(missed: Any) -> Truths:  # noqa: ANN401 - a truth, known or awaited
    return Truths(missed, missed, missed, missed)


def _unknown(values: list[float]) -> object:
    notes = Notes()
    awaited = notes.awaited()
    return _done(notes, notes.unknown(awaited), {awaited.place: np.array(values)})


def _done(notes: Notes, found: Any, held: dict[int, Any]) -> Any:  # noqa: ANN401 - a number or an array, as noted
    """What has been noted, done with what was waited for."""
    paths = next(iter(held.values())).size
    for place, value in notes.known.items():
        held[place] = np.full(paths, value.value) if isinstance(value, Row) else value
    for step in notes.steps:
        given = [*(held[each] for each in step.of), None, None][:3]
        held[step.place] = step.operation(*given)
    return held[found.place] if isinstance(found, Awaited) else found


def test_what_is_awaited_has_no_truth() -> None:
    """A rule cannot take one way for all paths without being stopped."""
    with pytest.raises(TypeError, match="neither true nor false yet"):
        bool(Notes().awaited())
