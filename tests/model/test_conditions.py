"""What a target asks, exactly as the plans write it."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from regionstyrning import model
from regionstyrning.errors import InvalidValue
from regionstyrning.model import (
    Condition,
    ConditionKind,
    Meaning,
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


@pytest.mark.parametrize(
    ("condition", "kind"),
    [
        (at_least(80), "minst"),
        (above(75), "över"),
        (at_most("5.5"), "högst"),
        (below(14), "under"),
        (between(98, 102), "mellan"),
        (grade("Ja"), "betyg"),
        (keep(), "bibehålla"),
        (increase(), "öka"),
        (decrease(), "minska"),
        (keep_or_increase(), "bibehålla eller öka"),
        (keep_or_decrease(), "bibehålla eller minska"),
        (change_by(-2), "ändra med"),
        (all_of([keep(), above(1)]), "alla av"),
        (any_of([keep(), above(1)]), "någon av"),
        (pending(), "ska utarbetas"),
    ],
)
def test_each_thing_that_plans_ask_has_a_kind(condition: Condition, kind: str) -> None:
    """A function of the name makes a condition of the kind."""
    assert condition.kind.value == kind


def test_every_kind_has_a_function() -> None:
    """Nothing can be asked in a file that cannot be made in Python."""
    assert [kind.name for kind in ConditionKind if kind.name.lower() not in model.__all__] == []


@pytest.mark.parametrize(
    ("condition", "written"),
    [
        (above(75, text=">75"), ">75"),
        (keep_or_increase(text="Bibehålla/öka"), "Bibehålla/öka"),
        (pending(text="Ska utarbetas"), "Ska utarbetas"),
        (grade("Ja", text="Ja"), "Ja"),
    ],
)
def test_the_wording_stands_beside_what_is_asked(condition: Condition, written: str) -> None:
    """What the plan writes is kept as it stands."""
    assert condition.text == written


@pytest.mark.parametrize("value", [75, "75", Decimal(75)])
def test_a_limit_is_an_exact_number(value: Decimal | int | str) -> None:
    """A whole number, a text and a decimal say the same."""
    assert above(value).value == Decimal(75)


def test_a_float_is_no_exact_number() -> None:
    """0.1 is not what the plan says, and is refused."""
    with pytest.raises(TypeError, match=r"expected a Decimal, an int or a text, found the float 0\.1"):
        above(0.1)  # type: ignore[arg-type]  # that is what is tried


def test_a_band_says_what_each_side_of_it_means() -> None:
    """Under the band the goal is not met, over it partly."""
    band = between(98, 102, outside_low=Meaning.NOT_MET, outside_high=Meaning.PARTLY_MET)
    assert (band.outside_low, band.outside_high) == (Meaning.NOT_MET, Meaning.PARTLY_MET)


def test_a_band_may_be_silent_about_its_sides() -> None:
    """A source that prints a band and no more says nothing of what lies outside."""
    band = between(98, 102)
    assert (band.outside_low, band.outside_high) == (None, None)


def test_a_band_may_be_known_on_one_side_only() -> None:
    """Over the band is worse, and of under it nobody says."""
    band = between(2, 4, outside_high=Meaning.NOT_MET)
    assert (band.outside_low, band.outside_high) == (None, Meaning.NOT_MET)


def test_conditions_are_joined_to_any_depth() -> None:
    """Above 75 and either kept or with a grade of Ja."""
    joined = all_of([above(75), any_of([keep(), grade("Ja")])])
    assert [part.kind.value for part in joined.parts[1].parts] == ["bibehålla", "betyg"]


def nested(layers: int) -> Condition:
    """A condition inside conditions."""
    condition = keep()
    for _ in range(layers - 1):
        condition = all_of([condition])
    return condition


def test_sixteen_layers_of_conditions_are_held() -> None:
    """No plan comes near."""
    assert nested(16).kind is ConditionKind.ALL_OF


def test_more_than_sixteen_layers_of_conditions_are_refused() -> None:
    """A file made to exhaust its reader ends in a clear message."""
    with pytest.raises(InvalidValue, match="conditions within conditions, expected at most 16 layers"):
        nested(17)


def test_each_unit_may_have_to_reach_the_limit_by_itself() -> None:
    """No unit is to lie above the target, which the mean of all says nothing of."""
    assert at_most(5, every_unit=True) != at_most(5)


@pytest.mark.parametrize(
    ("make", "needs"),
    [
        (at_least, "value or by_year or reference"),
        (above, "value or by_year or reference"),
        (at_most, "value or by_year or reference"),
        (below, "value or by_year or reference"),
        (change_by, "value or by_year or reference"),
        (lambda: Condition(kind=ConditionKind.BETWEEN), "low or high"),
        (lambda: Condition(kind=ConditionKind.GRADE), "grade"),
        (lambda: all_of([]), "parts"),
        (lambda: any_of([]), "parts"),
    ],
)
def test_a_condition_without_what_its_kind_needs_is_refused(make: Callable[[], Any], needs: str) -> None:
    """The message names the kind and what it needs."""
    with pytest.raises(InvalidValue, match=f"needs {needs}$"):
        make()


def test_a_band_upside_down_is_refused() -> None:
    """The lower limit is not above the higher."""
    with pytest.raises(InvalidValue, match="low 102 is above high 98"):
        between(102, 98)


@pytest.mark.parametrize("number", ["NaN", "Infinity"])
def test_a_limit_is_a_finite_number(number: str) -> None:
    """No file could hold another."""
    with pytest.raises(InvalidValue, match="expected a finite number"):
        model.above(number)
