"""Organs, posts and how they stand to one another, as of the day that is asked about."""

from __future__ import annotations

from datetime import date

from regionstyrning import may_decide
from regionstyrning.model import Organ, OrganKind, Position, PositionKind
from regionstyrning.model.dates import Validity
from tests.questions.authority.making import DAY, given, region

UNTIL_2025 = Validity(last=date(2025, 12, 31))


def test_a_post_of_an_organ_that_is_gone_decides_nothing() -> None:
    """In the model of the day too, which no longer holds the organ."""
    enhet = Organ(id="enheten", title="Enheten", kind=OrganKind.UNIT, part_of="forvaltningen", validity=UNTIL_2025)
    post = Position(id="samordnaren", title="Samordnaren", kind=PositionKind.EMPLOYEE, organ="enheten")
    model = region(enhet, post, given("namnden", "samordnaren"))
    assert may_decide(model, "samordnaren", "inkop", on=date(2025, 12, 31), closed=True).allowed is True
    assert may_decide(model, "samordnaren", "inkop", on=DAY, closed=True).allowed is False
    assert may_decide(model.at(DAY), "samordnaren", "inkop", on=DAY, closed=True).allowed is False
