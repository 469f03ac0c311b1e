"""Parts of records are said in words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from regionstyrning.model import (
    Condition,
    ConditionKind,
    Part,
    ValueReference,
    YearValue,
    above,
    all_of,
    any_of,
    at_least,
    at_most,
    between,
    keep,
)
from regionstyrning.questions.asked import asked_words
from regionstyrning.report.words import part_words


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        (above(75, text=">75"), ">75"),
        (between(1, 3), "mellan 1 och 3"),
        (Condition(kind=ConditionKind.BETWEEN, low=Decimal(1)), "mellan 1"),
        (
            at_most(by_year=[YearValue(year=2024, value=Decimal(3)), YearValue(year=2025, value=Decimal(2))]),
            "högst 2024: 3, 2025: 2",
        ),
        (all_of([above(1), keep()]), "alla av över 1 och bibehålla"),
        (any_of([above(1), keep()]), "någon av över 1 eller bibehålla"),
        (at_least(reference=ValueReference(text="budgeten")), "minst budgeten"),
        (at_least(reference=ValueReference(lines=["a", "b"], stage="budget")), "minst a + b, budget"),
        (at_least(reference=ValueReference(indicators=["a"], share_percent=Decimal(95))), "minst 95 % av a"),
        (at_least(reference=ValueReference(indicators=["a"], years_back=1)), "minst a, 1 år tidigare"),
    ],
)
def test_a_condition_is_said_as_written_or_by_its_limits(condition: Condition, said: str) -> None:
    """Its own wording first."""
    assert asked_words(condition) == said


def test_a_month_is_said_once() -> None:
    """A part of several months by its first and last, in either language."""
    assert (part_words(Part(first_month=3, last_month=3)), part_words(Part(first_month=1, last_month=8), "en")) == (
        "mars",
        "January–August",
    )
