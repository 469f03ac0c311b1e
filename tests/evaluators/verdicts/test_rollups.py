"""Ways to join the verdicts of parts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from regionstyrning.evaluators import Status, Verdict
from regionstyrning.evaluators.verdicts.bounds import UNKNOWN, Bounds
from regionstyrning.evaluators.verdicts.rollups import (
    Percent,
    best,
    bounds_of,
    count,
    interval,
    joined,
    latest,
    majority,
    mean,
    share,
    so_many,
    weight_on,
    weighted,
    window,
    worst,
)
from regionstyrning.model import Join, JoinKind, Validity, Weight

MET, PARTLY, NOT_MET = Status.MET, Status.PARTLY_MET, Status.NOT_MET


def part(low: Status, high: Status | None = None, year: int | None = None) -> Verdict:
    """A verdict that may be anything from one status to another."""
    held = Bounds(low, high or low)
    return Verdict(about="del", title="Del", status=held.status, low=held.low, high=held.high, year=year)


YES, PART, NO, OPEN = part(MET), part(PARTLY), part(NOT_MET), part(NOT_MET, MET)
NOTHING_SAID = Verdict(about="del", title="Del", status=Status.CANNOT_BE_ASSESSED)


def test_a_part_that_says_nothing_may_be_anything() -> None:
    """It is as open as one that says so."""
    assert bounds_of(NOTHING_SAID) == UNKNOWN


def test_the_worst_the_best_and_what_lies_between() -> None:
    """Each from the parts at their worst to the parts at their best."""
    parts = [YES, PART, OPEN]
    assert worst(parts) == Bounds(NOT_MET, PARTLY)
    assert best(parts) == Bounds(MET, MET)
    assert interval(parts) == Bounds(NOT_MET, MET)


def test_a_majority_is_more_than_half() -> None:
    """Half is not enough."""
    assert majority([YES, YES, NO]) == Bounds(MET, MET)
    assert majority([YES, NO]) == Bounds(NOT_MET, NOT_MET)
    assert majority([YES, OPEN, NO]) == Bounds(NOT_MET, MET)


@pytest.mark.parametrize(("wanted", "expected"), [(1, MET), (2, PARTLY), (3, NOT_MET), (4, NOT_MET), (0, NOT_MET)])
def test_so_many_of_the_parts_reach_a_status(wanted: int, expected: Status) -> None:
    """More than there are reach none."""
    assert so_many([YES, PART, NO], wanted) == Bounds(expected, expected)


def test_parts_are_counted_from_to() -> None:
    """Those that surely have a status, and those that may."""
    assert count([YES, PART, OPEN]) == {NOT_MET: (0, 1), PARTLY: (1, 2), MET: (1, 2)}


def test_a_share_is_of_all_parts() -> None:
    """From those that surely reach a status to those that may."""
    assert share([YES, PART, NO, OPEN]) == Percent(Decimal(25), Decimal(50))
    assert share([YES, PART, NO, OPEN], PARTLY) == Percent(Decimal(50), Decimal(75))
    assert share([]) is None


def test_partly_is_worth_in_a_mean_what_somebody_says() -> None:
    """Otherwise anything from nothing to all."""
    assert mean([YES, PART]) == Percent(Decimal(50), Decimal(100))
    assert mean([YES, PART], Decimal(50)) == Percent(Decimal(75), Decimal(75))
    assert mean([]) is None


@pytest.mark.parametrize(
    ("weights", "expected"),
    [((3, 1), (75, 75)), ((None, 1), (0, 100)), ((0, 0), (0, 100)), ((-1, 1), (0, 100))],
)
def test_weights_that_are_not_known_leave_the_mean_open(
    weights: tuple[int | None, ...], expected: tuple[int, int]
) -> None:
    """It lies anywhere between the parts; so it does where nothing weighs anything."""
    held = [None if weight is None else Decimal(weight) for weight in weights]
    assert weighted([YES, NO], held) == Percent(*map(Decimal, expected))


def test_a_weight_holds_on_its_days() -> None:
    """Two that hold on the same day are none."""
    past = Weight(value=Decimal(1), validity=Validity(last=date(2024, 12, 31)))
    always = Weight(value=Decimal(2))
    assert weight_on([past, always], date(2025, 1, 1)) == 2
    assert weight_on([past, always], date(2024, 1, 1)) is None
    assert weight_on([], date(2024, 1, 1)) is None


def test_the_latest_year_and_a_window_of_years() -> None:
    """Parts without a year are passed by."""
    parts = [part(NOT_MET, year=2022), part(MET, year=2023), part(PARTLY, year=2024), NO]
    assert latest(parts) == Bounds(PARTLY, PARTLY)
    assert window(parts, 2, worst) == Bounds(PARTLY, PARTLY)
    assert window(parts, 3, worst) == Bounds(NOT_MET, NOT_MET)
    assert window([NO], 3, worst) == UNKNOWN


@pytest.mark.parametrize(
    ("join", "expected"),
    [
        (None, Bounds(NOT_MET, MET)),
        (Join(kind=JoinKind.ALL), Bounds(NOT_MET, NOT_MET)),
        (Join(kind=JoinKind.WORST), Bounds(NOT_MET, NOT_MET)),
        (Join(kind=JoinKind.ANY), Bounds(MET, MET)),
        (Join(kind=JoinKind.BEST), Bounds(MET, MET)),
        (Join(kind=JoinKind.MAJORITY), Bounds(MET, MET)),
        (Join(kind=JoinKind.COUNT, at_least=3), Bounds(NOT_MET, NOT_MET)),
        (Join(kind=JoinKind.COUNT), Bounds(NOT_MET, MET)),
        (Join(kind=JoinKind.WEIGHTED), Percent(Decimal(0), Decimal(100))),
    ],
)
def test_every_rule_is_followed(join: Join | None, expected: Bounds | Percent) -> None:
    """Without one, and where one lacks its number, the parts bound the whole."""
    assert joined(join, [YES, YES, NO], weights=[None, None, None]) == expected


def test_no_parts_come_to_anything() -> None:
    """A mean of nothing is open."""
    assert joined(Join(kind=JoinKind.MEAN), []) == UNKNOWN
