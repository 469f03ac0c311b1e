"""Conditions are held against the figures."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from regionstyrning.evaluators import Attainment, Status
from regionstyrning.evaluators.targets.partly import share_reached
from regionstyrning.model import (
    Basis,
    BasisKind,
    Condition,
    ConditionKind,
    Direction,
    Meaning,
    Partly,
    above,
    all_of,
    any_of,
    at_least,
    at_most,
    below,
    between,
    change_by,
    decrease,
    grade,
    increase,
    keep,
    keep_or_decrease,
    keep_or_increase,
    pending,
)
from tests.evaluators.small import DOWN, UP, one, texts

if TYPE_CHECKING:
    from collections.abc import Mapping

PARTLY_IS = "Som delvis uppfyllt räknas"
MET, PARTLY, NOT_MET, UNKNOWN = Status.MET, Status.PARTLY_MET, Status.NOT_MET, Status.CANNOT_BE_ASSESSED


@pytest.mark.parametrize(
    ("condition", "value", "status"),
    [
        (at_least(10), 10, MET),
        (at_least(10), 9, NOT_MET),
        (above(10), "10.1", MET),
        (above(10), 10, NOT_MET),
        (at_most(10), 10, MET),
        (at_most(10), 11, NOT_MET),
        (below(10), 9, MET),
        (below(10), 10, NOT_MET),
        (between(5, 10), 5, MET),
        (between(5, 10), 10, MET),
        (between(5, 10, outside_low=Meaning.NOT_MET), 4, NOT_MET),
        (between(5, 10, outside_high=Meaning.PARTLY_MET), 11, PARTLY),
        (between(5, 10), 4, UNKNOWN),
        (between(5, 10, outside_low=Meaning.ON_TRACK), 4, UNKNOWN),
        (Condition(kind=ConditionKind.BETWEEN, low=Decimal(5)), 50, MET),
        (Condition(kind=ConditionKind.BETWEEN, high=Decimal(5), outside_high=Meaning.NOT_MET), 50, NOT_MET),
        (pending(), 10, UNKNOWN),
    ],
)
def test_a_value_is_held_against_a_limit(condition: Condition, value: object, status: Status) -> None:
    """At the limit only at least and at most are met; a band has both its ends."""
    assert one(condition, {2024: Decimal(str(value))}).status is status


@pytest.mark.parametrize(
    ("condition", "values", "more", "status"),
    [
        (keep(), {2023: 5, 2024: 5}, {}, MET),
        (keep(), {2023: 5, 2024: 6}, {}, UNKNOWN),
        (keep(), {2023: 5, 2024: 6}, {"direction": UP}, MET),
        (keep(), {2023: 5, 2024: 4}, {"direction": UP}, NOT_MET),
        (keep(), {2023: 5, 2024: 4}, {"direction": DOWN}, MET),
        (keep(), {2023: 5, 2024: 6}, {"direction": Direction.STEADY}, NOT_MET),
        (increase(), {2023: 5, 2024: 6}, {}, MET),
        (increase(), {2023: 5, 2024: 5}, {}, NOT_MET),
        (increase(partly=Partly(value=Decimal(-1))), {2023: 5, 2024: 5}, {}, PARTLY),
        (increase(partly=Partly(text="nära")), {2023: 5, 2024: 5}, {}, NOT_MET),
        (decrease(), {2023: 5, 2024: 4}, {}, MET),
        (decrease(), {2023: 5, 2024: 5}, {}, NOT_MET),
        (keep_or_increase(), {2023: 5, 2024: 5}, {}, MET),
        (keep_or_increase(), {2023: 5, 2024: 4}, {}, NOT_MET),
        (keep_or_decrease(), {2023: 5, 2024: 5}, {}, MET),
        (keep_or_decrease(), {2023: 5, 2024: 6}, {}, NOT_MET),
        (change_by(2), {2023: 5, 2024: 7}, {}, MET),
        (change_by(2), {2023: 5, 2024: 6}, {}, NOT_MET),
        (change_by(-2), {2023: 5, 2024: 3}, {}, MET),
        (change_by(-2), {2023: 5, 2024: 4}, {}, NOT_MET),
        (change_by(0), {2023: 5, 2024: 5}, {}, MET),
        (change_by(0), {2023: 5, 2024: 6}, {}, NOT_MET),
        (increase(basis=Basis(kind=BasisKind.YEAR)), {2023: 5, 2024: 6}, {}, MET),
        (increase(), {2021: 5, 2024: 6}, {}, MET),
    ],
)
def test_a_change_is_held_against_the_outcome_before(
    condition: Condition, values: Mapping[int, object], more: dict[str, Any], status: Status
) -> None:
    """The outcome before is the latest earlier one that has a value."""
    assert one(condition, values, **more).status is status


@pytest.mark.parametrize(
    ("partly", "value", "status"),
    [
        (Partly(share_percent=Decimal(90)), 9, PARTLY),
        (Partly(share_percent=Decimal(90), includes_limit=False), 9, NOT_MET),
        (Partly(share_percent=Decimal(90)), 8, NOT_MET),
        (Partly(value=Decimal(7)), 7, PARTLY),
        (Partly(value=Decimal(7), includes_limit=False), 7, NOT_MET),
        (Partly(value=Decimal(7)), 6, NOT_MET),
        (Partly(text="nästan"), 9, NOT_MET),
        (None, 9, NOT_MET),
    ],
)
def test_partly_is_what_the_plan_says_it_is(partly: Partly | None, value: int, status: Status) -> None:
    """Without a word on what partly is, a target that is missed is not met."""
    assert one(at_least(10, partly=partly), {2024: value}).status is status


@pytest.mark.parametrize(
    ("condition", "value", "said"),
    [
        (at_least(10, partly=Partly(value=Decimal(7))), 8, f"{PARTLY_IS} minst 7."),
        (above(10, partly=Partly(value=Decimal(7), includes_limit=False)), 7, f"{PARTLY_IS} över 7."),
        (at_most(10, partly=Partly(value=Decimal(12))), 11, f"{PARTLY_IS} högst 12."),
        (below(10, partly=Partly(value=Decimal(12), includes_limit=False)), 12, f"{PARTLY_IS} under 12."),
        (at_most(10, partly=Partly(share_percent=Decimal(90))), 12, f"{PARTLY_IS} minst 90 procent av målvärdet."),
        (
            at_least(10, partly=Partly(share_percent=Decimal(90), includes_limit=False)),
            9,
            f"{PARTLY_IS} över 90 procent av målvärdet.",
        ),
    ],
)
def test_what_partly_is_is_told_of_what_is_not_met(condition: Condition, value: int, said: str) -> None:
    """Also where not even that is reached; not of what is met."""
    assert said in texts(one(condition, {2024: value}))
    assert PARTLY_IS not in " ".join(texts(one(condition, {2024: 11 if value < 10 else 9})))


def test_the_caller_may_say_what_partly_is() -> None:
    """A share that is passed in counts where the plan is silent, and the share is told."""
    verdict = one(at_least(10), {2024: 9}, settings=Attainment(partly_share=Decimal(85)))
    assert verdict.status is PARTLY
    assert "90 procent av målvärdet är nått." in texts(verdict)


def test_a_share_of_a_target_that_is_not_over_zero_says_nothing() -> None:
    """Whether a miss is partly met is then open, from not met to partly met."""
    verdict = one(at_least(-1), {2024: -2}, settings=Attainment(partly_share=Decimal(85)))
    assert (verdict.status, verdict.low, verdict.high) == (UNKNOWN, NOT_MET, PARTLY)


@pytest.mark.parametrize(
    ("kind", "value", "asked", "share"),
    [
        (ConditionKind.AT_MOST, 200, 100, 50),
        (ConditionKind.CHANGE_BY, -40, -50, 80),
        (ConditionKind.CHANGE_BY, 40, 0, None),
        (ConditionKind.AT_LEAST, 40, 0, None),
    ],
)
def test_the_share_reached_is_told_both_ways(kind: ConditionKind, value: int, asked: int, share: int | None) -> None:
    """Where less is better it is the target's share of the value; a change is its share of the change asked for."""
    expected = None if share is None else Decimal(share)
    assert share_reached(kind, Decimal(value), Decimal(asked)) == expected


@pytest.mark.parametrize(
    ("condition", "status"),
    [
        (all_of([at_least(5), at_most(10)]), MET),
        (all_of([at_least(5), at_most(6)]), NOT_MET),
        (all_of([at_least(5), at_most(6)], partly=Partly(at_least=1)), PARTLY),
        (all_of([at_least(9), at_most(6)], partly=Partly(at_least=1)), NOT_MET),
        (all_of([at_least(5), at_most(6)], partly=Partly(text="nästan")), NOT_MET),
        (any_of([at_least(9), at_most(8)]), MET),
        (any_of([at_least(9), at_most(6)]), NOT_MET),
        (any_of([at_least(9), at_most(6)], partly=Partly(at_least=1)), NOT_MET),
        (all_of([at_least(5), increase()]), UNKNOWN),
        (all_of([at_least(9), increase()]), NOT_MET),
        (any_of([at_least(5), increase()]), MET),
    ],
)
def test_conditions_are_joined(condition: Condition, status: Status) -> None:
    """What is not known of one part matters only if the others leave it open."""
    assert one(condition, {2024: 8}).status is status


def test_a_part_has_the_basis_of_the_whole_unless_it_has_its_own() -> None:
    """The sum of two years reaches what one year does not."""
    both = Basis(kind=BasisKind.SUM, over_years=2)
    condition = all_of([at_least(15), at_least(8, basis=Basis(kind=BasisKind.YEAR))], basis=both)
    assert one(condition, {2023: 8, 2024: 8}).status is MET


@pytest.mark.parametrize(
    ("values", "status"),
    [({2021: 1, 2022: 2, 2023: 3, 2024: 4}, MET), ({2022: 2, 2023: 3, 2024: 4}, UNKNOWN)],
)
def test_a_mean_of_years_is_held_against_the_mean_that_ended_a_year_before(
    values: Mapping[int, object], status: Status
) -> None:
    """It cannot be without the years that it begins with."""
    condition = increase(basis=Basis(kind=BasisKind.MEAN, over_years=3))
    assert one(condition, values).status is status


def test_a_compound_of_grades_is_judged() -> None:
    """A condition on a word may stand among others."""
    assert one(any_of([grade("Ja"), pending()]), {2024: "Ja"}, scale="betyg").status is MET
