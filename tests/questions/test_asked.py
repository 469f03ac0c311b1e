"""What a target asks is said once, and with its direction."""

from __future__ import annotations

from decimal import Decimal

import pytest

from regionstyrning.model.conditions import Condition, ConditionKind
from regionstyrning.model.limits import ValueReference, YearValue
from regionstyrning.questions.asked import asked_of_year, asked_words


@pytest.mark.parametrize(
    ("value", "lang", "told"),
    [(200, "sv", "öka med 200"), (-50, "sv", "minska med 50"), (-50, "en", "decrease by 50")],
)
def test_a_change_of_a_year_has_its_direction(value: int, lang: str, told: str) -> None:
    """The sign of the value says which way."""
    asked = Condition(kind=ConditionKind.CHANGE_BY, by_year=[YearValue(year=2026, value=Decimal(value))])
    assert asked_of_year(asked, 2026, lang) == told  # type: ignore[arg-type]
    assert asked_words(Condition(kind=ConditionKind.CHANGE_BY, value=Decimal(value)), lang) == told  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("95 procent av året före", "högst 95 procent av året före"),
        ("rikets snitt", "högst 95 % av rikets snitt"),
        (None, "högst 95 % av kostnad, 1 år tidigare"),
    ],
)
def test_a_share_is_said_once(text: str | None, told: str) -> None:
    """The region's own words may say it already."""
    reference = ValueReference(
        indicators=["kostnad"], text=text, share_percent=Decimal(95), years_back=1 if text != "rikets snitt" else None
    )
    assert asked_words(Condition(kind=ConditionKind.AT_MOST, reference=reference)) == told
