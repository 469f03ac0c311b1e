"""A record is said in a few words."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from regionstyrning.cli.summaries import summary
from regionstyrning.model import (
    Capacity,
    Gender,
    Judgement,
    Missing,
    Outcome,
    Ownership,
    OwnershipKind,
    Part,
    Stage,
    Target,
    above,
    grade,
    keep,
)
from tests.threaded import region

SCOPED: dict[str, Any] = {
    "year": 2025,
    "part": Part(first_month=1, last_month=8),
    "scope": "RVN",
    "gender": Gender.WOMEN,
}


@pytest.mark.parametrize(
    ("record", "said"),
    [
        (Outcome(indicator="a", year=2025, value=Decimal("77.5")), "2025: 77,5"),
        (
            Outcome(indicator="a", grade="Delvis", stage=Stage.FORECAST, **SCOPED),
            "2025, 1–8, RVN, kvinnor, prognos: Delvis",
        ),
        (Outcome(indicator="a", year=2025, missing=Missing.NOT_REPORTED), "2025: ej redovisad"),
        (Target(indicator="a", condition=above(75), **SCOPED), "2025, 1–8, RVN, kvinnor: över 75"),
        (Target(indicator="a", condition=above(75, text=">75")), "–: >75"),
        (Target(indicator="a", year=2025, condition=grade("Ja")), "2025: betyg Ja"),
        (Target(indicator="a", year=2025, condition=keep()), "2025: bibehålla"),
        (Judgement(capacity=Capacity.AUDITORS, words="Delvis tillräcklig"), "Delvis tillräcklig"),
        (Ownership(id="a", owner="b", owned="c", kind=OwnershipKind.OWNS), ""),
    ],
)
def test_a_record_says_its_figure_or_its_words(record: Any, said: str) -> None:  # noqa: ANN401 - any record
    """With the year and for whom, as far as they are stated."""
    assert summary(region(), record, "sv") == said


def test_a_record_with_a_title_says_that() -> None:
    """Which is what a person reads of it."""
    assert summary(region(), region()["vardkoer"], "sv") == "Vardkoer"


def test_a_link_is_a_sentence() -> None:
    """From the lower to the upper."""
    link = region()["contribution/vantetid/vardkoer/mäter"]
    assert summary(region(), link, "sv") == "Vantetid mäter Vardkoer"
