"""Whether a thing has become better is told beside its status."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from regionstyrning.evaluators import Development
from regionstyrning.model import Condition, Direction, at_least, at_most, between, grade
from tests.evaluators.small import DOWN, UP, one, texts

if TYPE_CHECKING:
    from collections.abc import Mapping

BETTER, WORSE, SAME, NONE = Development.BETTER, Development.WORSE, Development.UNCHANGED, Development.NO_COMPARISON


@pytest.mark.parametrize(
    ("condition", "values", "more", "development"),
    [
        (at_least(1), {2023: 1, 2024: 2}, {}, BETTER),
        (at_least(1), {2023: 2, 2024: 1}, {}, WORSE),
        (at_most(1), {2023: 2, 2024: 1}, {}, BETTER),
        (at_least(1), {2023: 2, 2024: 2}, {}, SAME),
        (at_least(1), {2023: 1, 2024: 2}, {"direction": DOWN}, WORSE),
        (between(1, 2), {2023: 1, 2024: 2}, {}, NONE),
        (between(1, 2), {2023: 1, 2024: 2}, {"direction": UP}, BETTER),
        (between(1, 2), {2023: 1, 2024: 2}, {"direction": Direction.STEADY}, NONE),
        (grade("Ja"), {2023: "Nej", 2024: "Ja"}, {"scale": "betyg"}, BETTER),
        (at_least(1), {2024: 2}, {}, NONE),
        (at_least(1), {2023: 1, 2024: 2}, {"method_changed": [date(2024, 1, 1)]}, NONE),
        (at_least(1), {}, {}, None),
    ],
)
def test_development_stands_beside(
    condition: Condition, values: Mapping[int, object], more: dict[str, Any], development: Development | None
) -> None:
    """Better as the indicator says, as its scale is ordered, or as the target asks; else there is no comparison."""
    assert one(condition, values, **more).development is development


def test_what_it_was_compared_with_is_told() -> None:
    """By the id of the outcome and in a reason."""
    verdict = one(at_least(1), {2022: 1, 2024: 2})
    assert verdict.compared_with == "outcome/i/2022/-/-/-/slutlig"
    assert "Utveckling sedan 2022: 1 till 2, bättre." in texts(verdict)
