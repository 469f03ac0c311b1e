"""Words that several rules need."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from regionstyrning.model import Capacity, Delegation, Judgement, Outcome, Target, above
from regionstyrning.rules.words import name_of, near
from tests.threaded import MEASURES, bare, goal, link, region


def test_the_nearest_code_stands_in_brackets() -> None:
    """After a space, to stand in a sentence of either language."""
    assert near("RVM", ["RLF", "RVN"]) == " (RVN?)"


def test_a_code_far_from_all_has_no_nearest() -> None:
    """Nothing is guessed."""
    assert near("x", ["RLF", "RVN"]) == ""


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (goal("a", title="Mål A"), "Mål A"),
        (link("vantetid", "vardkoer", MEASURES), "Vantetid → Vardkoer"),
        (link("nowhere", "vard"), "nowhere → God vård"),
        (Target(indicator="vantetid", year=2026, condition=above(75)), "Vantetid 2026"),
        (Target(indicator="vantetid", condition=above(75)), "Vantetid"),
        (Outcome(indicator="nowhere", year=2025, value=Decimal(1)), "nowhere 2025"),
        (
            Judgement(about=["vardkoer", "nowhere"], capacity=Capacity.OWN, words="Bra", year=2025),
            "Vardkoer, nowhere 2025",
        ),
        (Judgement(subject="Ekonomin", capacity=Capacity.OWN, words="Bra"), "Ekonomin"),
        (Delegation(id="d1", matters=[]), "d1"),
        (Delegation(id="d1", title="Inköp", matters=[]), "Inköp"),
    ],
    ids=lambda value: value if isinstance(value, str) else type(value).__name__,
)
def test_a_record_has_a_name(record: Any, expected: str) -> None:  # noqa: ANN401 - any record
    """Its title, or what it is about; its id if there is nothing more."""
    assert name_of(region(), record) == expected


def test_a_name_is_found_where_nothing_else_is() -> None:
    """The model need not hold the record."""
    assert name_of(bare(), link("a", "b")) == "a → b"
