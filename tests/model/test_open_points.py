"""What a source leaves open or contradicts."""

from __future__ import annotations

from decimal import Decimal

import pytest

from regionstyrning.model import (
    Amount,
    AmountStage,
    OpenPoint,
    OpenPointKind,
    Outcome,
    Reading,
    Rival,
    Source,
    at_least,
)
from regionstyrning.model.references import references_of
from tests.model.small import goal, model, target


@pytest.mark.parametrize("kind", ["tvetydig", "motsägelse", "saknas", "i bilaga", "felaktig hänvisning", "skrivfel"])
def test_an_open_point_says_what_is_the_matter(kind: str) -> None:
    """An ambiguous cell, two figures, a gap, "se bilaga", a wrong cross-reference, a slip."""
    assert OpenPoint(id="p", title="Öppet", kind=OpenPointKind(kind)).kind.value == kind


def test_an_open_point_names_the_record_and_the_field_that_it_touches() -> None:
    """The owner of a goal stands in an annex that was not read."""
    point = OpenPoint(
        id="agare",
        title="Ägaren står i bilagan",
        kind=OpenPointKind.ELSEWHERE,
        about="god-vard",
        field="owners",
        raw="se bilaga",
    )
    held = model(goals=[goal("god-vard")], open_points=[point])
    assert (held[point.about or ""].owners, held["agare"].field, held["agare"].raw) == ((), "owners", "se bilaga")


def test_each_rival_has_its_place() -> None:
    """The two readings stand on two pages."""
    point = OpenPoint(
        id="antal",
        title="Antalet utvecklingsområden anges olika",
        kind=OpenPointKind.CONTRADICTION,
        rivals=[
            Rival(text="fyra", sources=[Source(publication="nyhet", place="rubriken", reading=Reading.DISPUTED)]),
            Rival(text="två", sources=[Source(publication="webb", place="ingressen", reading=Reading.DISPUTED)]),
        ],
    )
    assert [rival.sources[0].place for rival in point.rivals] == ["rubriken", "ingressen"]


def test_one_rival_may_be_preferred() -> None:
    """The records hold it, and the other is kept."""
    point = OpenPoint(
        id="p", title="Öppet", kind=OpenPointKind.SLIP, rivals=[Rival(text="-0,5", preferred=True), Rival(text="-6,5")]
    )
    assert [rival.text for rival in point.rivals if rival.preferred] == ["-0,5"]


def test_no_rival_need_be_preferred() -> None:
    """Nobody knows which is right, and nothing is chosen in silence."""
    point = OpenPoint(
        id="p", title="Öppet", kind=OpenPointKind.AMBIGUOUS, rivals=[Rival(text="2024"), Rival(text="2025")]
    )
    assert [rival.preferred for rival in point.rivals] == [False, False]


def test_a_rival_holds_the_records_of_its_reading() -> None:
    """Under one reading the cell is the target for another year and the record held is not there."""
    held, other = target("hme", 2024), target("hme", 2026, condition=at_least(80))
    rival = Rival(text="kolumnen är 2026", without=[held.id], targets=[other])
    assert (rival.without, rival.targets) == (("target/hme/2024",), (other,))


def test_a_rival_may_be_an_outcome_or_an_amount() -> None:
    """One figure printed in two ways is two facts of which one is true."""
    outcome = Outcome(indicator="hme", year=2022, value=Decimal(78))
    amount = Amount(
        line="arets-resultat",
        title="Resultat",
        year=2017,
        stage=AmountStage.OUTCOME,
        organ="regionen",
        value=Decimal(-233),
    )
    rival = Rival(text="andra läsarten", outcomes=[outcome], amounts=[amount])
    assert (rival.outcomes[0].value, rival.amounts[0].value) == (Decimal(78), Decimal(-233))


def test_what_a_rival_refers_to_is_looked_up_too() -> None:
    """The organ of an amount under one reading is a reference of the open point."""
    amount = Amount(line="ram", title="Ram", year=2024, stage=AmountStage.BUDGET, organ="hsn", value=Decimal(1))
    point = OpenPoint(
        id="p", title="Öppet", kind=OpenPointKind.AMBIGUOUS, rivals=[Rival(text="en läsart", amounts=[amount])]
    )
    assert [(reference.name, id) for reference, id in references_of(point)] == [("rivals.amounts.organ", "hsn")]
