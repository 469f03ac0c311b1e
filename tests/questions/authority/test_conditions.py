"""What a delegation asks of numbers, and of several conditions at once."""

from __future__ import annotations

from decimal import Decimal

import pytest

from regionstyrning import compare_powers, may_decide
from regionstyrning.law.standing import met
from regionstyrning.model.delegation import CaseCondition
from tests.questions.authority.making import DAY, given, region


def asked(*, holds: bool = True, least: int | None = None, most: int | None = None) -> CaseCondition:
    """A condition on the number of places."""
    low, high = (None if each is None else Decimal(each) for each in (least, most))
    return CaseCondition(fact="platser", holds=holds, at_least=low, at_most=high)


def allowed(value: bool | int | None, *conditions: CaseCondition) -> bool | None:
    """Whether the chief may decide with some number of places."""
    model = region(given("namnden", "chefen", conditions=conditions))
    facts = {} if value is None else {"platser": value}
    return may_decide(model, "chefen", "inkop", on=DAY, facts=facts, closed=True).allowed


@pytest.mark.parametrize("value", [None, False, True, 1, 2, 3, 4, 5])
@pytest.mark.parametrize("holds", [True, False])
@pytest.mark.parametrize("bounds", [(2, None), (None, 4), (2, 4)])
def test_a_number_means_the_same_in_a_scheme_and_in_the_law(
    value: bool | int | None, holds: bool, bounds: tuple[int | None, int | None]
) -> None:
    """Whoever asks for it: within the bounds or outside them, a bare yes or no, or nothing known."""
    condition = asked(holds=holds, least=bounds[0], most=bounds[1])
    expected = met(condition, value if value is None or isinstance(value, bool) else Decimal(value))
    assert allowed(value, condition) is expected


@pytest.mark.parametrize(
    ("conditions", "at", "expected"),
    [
        pytest.param((asked(holds=False, least=2, most=4),), 3, False, id="inside"),
        pytest.param((asked(holds=False, least=2, most=4),), 5, True, id="above"),
        pytest.param((asked(holds=False, least=2, most=4), asked(least=1)), 1, True, id="below, where some is asked"),
        pytest.param((asked(holds=False, most=2), asked(holds=False, least=4)), 3, True, id="between two"),
        pytest.param((asked(holds=False, most=3), asked(holds=False, least=3), asked()), 3, False, id="nothing left"),
        pytest.param((asked(holds=False, least=2, most=4), asked(least=2, most=4)), 3, False, id="the same"),
        pytest.param(
            (asked(holds=False, most=3), asked(holds=False, least=2, most=4), asked(most=5)), 5, True, id="top"
        ),
        pytest.param((asked(holds=False, least=2), asked(holds=False)), False, True, id="there is no such number"),
    ],
)
def test_a_number_that_must_lie_outside_bounds(
    conditions: tuple[CaseCondition, ...], at: bool | int, expected: bool
) -> None:
    """It is refused within them, and let be outside, whatever else is asked of it."""
    assert allowed(at, *conditions) is expected


def test_conditions_that_leave_no_number_make_a_right_come_to_nothing() -> None:
    """Each end that is barred covers the rest; a firm no, whatever the number."""
    for asks in (
        (asked(holds=False, most=3), asked(holds=False, least=3), asked()),
        (asked(holds=False, most=3), asked(holds=False, least=3, most=5), asked(most=5)),
        (asked(holds=False, least=2, most=4), asked(least=2, most=4)),
    ):
        assert allowed(None, *asks) is False


def test_the_refusal_names_the_bounds() -> None:
    """In both languages."""
    model = region(given("namnden", "chefen", conditions=[asked(holds=False, least=2, most=4)]))
    (refusal,) = may_decide(model, "chefen", "inkop", on=DAY, facts={"platser": 3}, closed=True).refused
    assert refusal.text() == "Vårdchefen: minst 2 [platser] och högst 4 [platser] är inte tillåtet."
    assert refusal.text("en") == "Vårdchefen: at least 2 [platser] and at most 4 [platser] is not allowed."


def test_schemes_are_compared_by_numbers_outside_bounds_too() -> None:
    """What is lost lies between the old end and the new."""
    without = region(given("namnden", "chefen", conditions=[asked(holds=False, least=5)]))
    within = region(given("namnden", "chefen", conditions=[asked(holds=False, least=3)]))
    compared = compare_powers(without, within, on=DAY)
    assert [power.who for power in compared.lost] == ["chefen"]
    assert compared.gained == ()
    (lost,) = compared.lost
    assert 3 <= dict(lost.example.facts)["platser"] < 5
