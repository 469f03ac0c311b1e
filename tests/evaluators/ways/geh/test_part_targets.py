"""Targets for a part of the year: told beside the year's verdict, which they do not decide."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from regionstyrning.evaluators import Attainment, Geh, Status, Verdict
from regionstyrning.model import (
    IndicatorRole,
    OpenPoint,
    OpenPointKind,
    Outcome,
    Part,
    Record,
    Rival,
    Target,
    at_least,
    decrease,
)
from tests.evaluators.small import AS_OF, YEAR, indicator, outcome, target, texts
from tests.evaluators.ways.geh.small import judged, named
from tests.printed_accounts import R, amount

EIGHT = Part(first_month=1, last_month=8)
TERTIAL = Part(first_month=1, last_month=4)
AUTUMN = date(YEAR, 10, 15)
TOLD = "Det gäller en del av året och avgör inte året."
WHOLE = amount(R, "10", YEAR, on=date(YEAR + 1, 3, 1))
EIGHT_MONTHS = amount(R, "8", YEAR, part=EIGHT, on=date(YEAR, 9, 30))


def part(value: int = 9, months: Part = EIGHT, year: int = YEAR) -> Target:
    """A target for a part of the year, January to August if no other is named."""
    return target(at_least(value), year, part=months)


def found(first: Target, *records: Record, as_of: date = AS_OF) -> Verdict:
    """The verdict on a measure of the result, judged for the year."""
    return Geh()(named(R, first, *records, WHOLE, EIGHT_MONTHS), as_of=as_of, year=YEAR)["i"]


def test_the_target_of_the_year_decides() -> None:
    """What was missed in August is told, and the year is met all the same."""
    verdict = found(target(at_least(9)), part())
    assert verdict.status is Status.MET
    assert f"Målvärdet för januari–augusti 2024, minst 9: inte uppfyllt med 8. {TOLD}" in texts(verdict)
    assert verdict[part().id].status is Status.NOT_MET


def test_within_the_year_the_year_is_still_to_be_decided() -> None:
    """The delårsrapport is a forecast of the year; other ways of judging take its target for what there is."""
    region = named(R, target(at_least(9)), part(), WHOLE, EIGHT_MONTHS, outcome(YEAR, 8, part=EIGHT))
    verdict = Geh()(region, as_of=AUTUMN, year=YEAR)["i"]
    assert (verdict.status, verdict.due) == (Status.CANNOT_BE_ASSESSED, date(YEAR, 12, 31))
    assert any(
        text.startswith("Målvärdet för januari–augusti 2024, minst 9: inte uppfyllt med 8.") for text in texts(verdict)
    )
    assert Attainment()(region, as_of=AUTUMN, year=YEAR)["i"].status is Status.NOT_MET


def test_before_the_part_has_ended_it_is_still_to_come() -> None:
    """That is told, and no outcome is looked ahead to."""
    verdict = found(target(at_least(9)), part(), as_of=date(YEAR, 6, 1))
    assert any(
        text.startswith("Målvärdet för januari–augusti 2024, minst 9: kan inte bedömas.") for text in texts(verdict)
    )


def test_a_target_for_a_part_is_none_for_the_year() -> None:
    """The year cannot be assessed where it has no target of its own."""
    verdict = found(part(5))
    assert (verdict.status, verdict.coverage.known) == (Status.CANNOT_BE_ASSESSED, 0)
    assert texts(verdict) == [
        "Planen anger inget målvärde för 2024.",
        "Uträknat ur räkenskaperna: Eget mått 2024 (utfall): 10,0 mnkr.",
        f"Målvärdet för januari–augusti 2024, minst 5: uppfyllt med 8. {TOLD}",
    ]
    assert verdict.reasons[-1].text("en") == (
        "The target for January–August 2024, at least 5: met at 8. "
        "It is for a part of the year and does not decide the year."
    )


def test_a_part_may_be_held_against_the_same_part_of_the_year_before() -> None:
    """Both are counted from the accounts of that part."""
    before = amount(R, "9", YEAR - 1, part=EIGHT)
    verdict = found(target(decrease(), part=EIGHT), before)
    assert verdict[target(decrease(), part=EIGHT).id].status is Status.MET


def test_several_parts_are_told_each_by_itself() -> None:
    """Those that nothing is known of too, with why."""
    verdict = found(target(at_least(9)), part(), part(3, TERTIAL))
    assert [text for text in texts(verdict) if "januari–april 2024" in text] == [
        f"Målvärdet för januari–april 2024, minst 3: kan inte bedömas. {TOLD}",
        "januari–april 2024: Inget utfall för januari–april 2024 är känt.",
    ]
    assert not verdict.reasons[-1].missing


def test_a_part_of_another_year_is_not_told() -> None:
    """It is of another report."""
    verdict = found(target(at_least(9)), part(year=YEAR + 1), part(year=YEAR - 1))
    assert not any(TOLD in text for text in texts(verdict))


def test_a_watched_measure_is_not_judged_by_a_part_either() -> None:
    """Nothing is told of it."""
    region = named(R, part(), WHOLE, EIGHT_MONTHS).with_(indicator(ratio="eget", role=IndicatorRole.WATCHED))
    verdict = Geh()(region, as_of=AS_OF, year=YEAR)["i"]
    assert not any(TOLD in text for text in texts(verdict))


def test_a_concept_without_a_formula_is_not_compared_in_a_part_either() -> None:
    """The target is told, and nothing is held against it."""
    verdict = judged(named(None, part(), outcome(YEAR, 10, part=EIGHT)))["i"]
    assert f"Målvärdet för januari–augusti 2024, minst 9: kan inte bedömas med 10. {TOLD}" in texts(verdict)


@pytest.mark.parametrize(("rival", "status"), [(7, Status.NOT_MET), (12, Status.CANNOT_BE_ASSESSED)])
def test_rival_figures_of_a_part_bound_it(rival: int, status: Status) -> None:
    """Every reading is tried."""
    first = outcome(YEAR, 8, part=EIGHT)
    other = Outcome(indicator="i", year=YEAR, part=EIGHT, value=Decimal(rival))
    point = OpenPoint(
        id="p",
        title="Två tal",
        kind=OpenPointKind.CONTRADICTION,
        about="i",
        rivals=[Rival(text="8", preferred=True), Rival(text=str(rival), without=[first.id], outcomes=[other])],
    )
    assert found(target(at_least(9)), part(), first, point)[part().id].status is status


def test_too_many_readings_of_a_part_are_not_tried() -> None:
    """Then it may be anything."""
    first = outcome(YEAR, 8, part=EIGHT)
    points = [
        OpenPoint(
            id=f"p{number}",
            title="Flera tal",
            kind=OpenPointKind.CONTRADICTION,
            about="i",
            rivals=[
                Rival(text=f"{number} {value}", outcomes=[outcome(YEAR, value, part=EIGHT)], without=[first.id])
                if value
                else Rival(text=f"{number}", preferred=True)
                for value in range(3)
            ],
        )
        for number in range(4)
    ]
    assert found(part(), first, *points)[part().id].status is Status.CANNOT_BE_ASSESSED


def test_a_reading_may_take_the_target_away() -> None:
    """The other one still tells what it asks."""
    point = OpenPoint(
        id="p",
        title="Gäller målvärdet?",
        kind=OpenPointKind.CONTRADICTION,
        about="i",
        rivals=[Rival(text="nej", without=[part().id]), Rival(text="varken eller", without=[part().id])],
    )
    assert found(target(at_least(9)), part(), point)[part().id].status is Status.NOT_MET
