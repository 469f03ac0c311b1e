"""Targets that fall due later tell where things stand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from regionstyrning.evaluators import Attainment, Status
from regionstyrning.model import (
    Basis,
    BasisKind,
    Condition,
    HorizonKind,
    Missing,
    Part,
    PlanningHorizon,
    YearValue,
    above,
    all_of,
    at_least,
    at_most,
    between,
    grade,
    increase,
    keep_or_increase,
    pending,
)
from tests.evaluators.small import AS_OF, indicator, judged, model, outcome, outcomes, target, texts

if TYPE_CHECKING:
    from collections.abc import Mapping

UNTOLD = "om det nås går inte att säga."
NEXT = "som syns först i nästa utfall."


@pytest.mark.parametrize(
    ("condition", "values", "position"),
    [
        (at_least(42), {2022: 39}, "Läget: 39 (2022) mot minst 42; 3 återstår."),
        (at_most(5), {2022: 7}, "Läget: 7 (2022) mot högst 5; 2 återstår."),
        (above(75), {2022: 75}, "Läget: 75 (2022) mot över 75; inte nått."),
        (at_least(100), {2022: 100}, "Läget: 100 (2022) når redan minst 100."),
        (between(1, 2), {2022: 2}, "Läget: 2 (2022) når redan 1–2."),
        (Condition(kind=between(1, 2).kind, high=Decimal(2)), {2022: 3}, f"Läget: 3 (2022) mot …–2; {UNTOLD}"),
        (
            keep_or_increase(text="Bibehålla/öka"),
            {2022: 7},
            f"Läget: 7 (2022); målet gäller en ändring (Bibehålla/öka) {NEXT}",
        ),
        (increase(), {2022: 7}, f"Läget: 7 (2022); målet gäller en ändring (öka) {NEXT}"),
        (
            increase(basis=Basis(kind=BasisKind.BASE_YEAR, base_year=2021)),
            {2021: 5, 2022: 7},
            "Läget: 7 (2022) når redan öka.",
        ),
        (
            at_least(9, basis=Basis(kind=BasisKind.SUM, over_years=3)),
            {2022: 7},
            f"Läget: 7 (2022) mot minst 9; {UNTOLD}",
        ),
        (all_of([at_least(5)], text="fem"), {2022: 7}, "Läget: 7 (2022) når redan fem."),
        (all_of([at_least(9)]), {2022: 7}, "Läget: 7 (2022) mot alla av; inte nått."),
    ],
)
def test_the_position_is_the_last_known_outcome_against_the_target(
    condition: Condition, values: Mapping[int, object], position: str
) -> None:
    """Reached, short by how much, not reached, or no way to tell."""
    region = model(indicators=[indicator()], targets=[target(condition, year=2026)], outcomes=outcomes(values))
    verdict = judged(region)["i"]
    assert (verdict.status, verdict.due) == (Status.NOT_DUE, date(2026, 12, 31))
    assert texts(verdict)[1] == position


def test_a_grade_has_a_position_too() -> None:
    """In words, with what was written in braces as it stands."""
    region = model(
        indicators=[indicator(scale="betyg")],
        targets=[target(grade("Ja"), year=2026)],
        outcomes=outcomes({2022: "Nej"}),
    )
    assert texts(judged(region)["i"])[1] == "Läget: Nej (2022) mot Ja; inte nått."


def test_text_in_braces_is_left_as_it_is() -> None:
    """What a plan writes is no name to fill in."""
    region = model(
        indicators=[indicator()], targets=[target(increase(text="{öka}"), year=2026)], outcomes=outcomes({2022: 1})
    )
    assert texts(judged(region)["i"])[1] == f"Läget: 1 (2022); målet gäller en ändring ({{öka}}) {NEXT}"


@pytest.mark.parametrize(
    ("condition", "held", "told"),
    [
        (pending(text="Ska utarbetas"), [outcome(2022, 1)], ["Målvärdet är inte satt än: Ska utarbetas."]),
        (at_least(1), [], ["Inget utfall är känt."]),
        (
            at_least(1),
            [outcome(2022, missing=Missing.NEW)],
            ["Inget utfall är känt.", "Utfallet för 2022 saknar värde: ny indikator."],
        ),
    ],
)
def test_without_target_or_outcome_nothing_can_be_told(
    condition: Condition, held: list[object], told: list[str]
) -> None:
    """It cannot be assessed, and says when the target is for."""
    region = model(indicators=[indicator()], targets=[target(condition, year=2026)], outcomes=held)
    verdict = judged(region)["i"]
    assert (verdict.status, verdict.due) == (Status.CANNOT_BE_ASSESSED, date(2026, 12, 31))
    assert texts(verdict)[:-1] == told


def test_what_has_fallen_due_decides_before_what_has_not() -> None:
    """The later target is a part of it, not due."""
    region = model(
        indicators=[indicator()],
        targets=[target(at_least(1)), target(at_least(9), year=2026), target(at_least(9), year=2023)],
        outcomes=outcomes({2024: 5}),
    )
    verdict = judged(region)["i"]
    assert verdict.status is Status.MET
    assert [part.status for part in verdict.parts] == [Status.MET, Status.NOT_DUE]


@pytest.mark.parametrize(
    ("more", "due"),
    [
        ({"year": None}, None),
        ({"year": None, "horizon": PlanningHorizon(kind=HorizonKind.YEARS, last_year=2024)}, None),
        ({"year": None, "horizon": PlanningHorizon(kind=HorizonKind.FAR_AIM, last_year=2040)}, date(2040, 12, 31)),
        ({"year": None, "horizon": PlanningHorizon(kind=HorizonKind.FAR_AIM)}, None),
        ({"year": 2024, "part": Part(first_month=1, last_month=4)}, None),
        ({"year": 2025, "part": Part(first_month=1, last_month=4)}, date(2025, 4, 30)),
    ],
)
def test_a_target_is_due_at_the_end_of_its_time(more: dict[str, Any], due: date | None) -> None:
    """A target without a time is judged every year, one with an end when that has come."""
    region = model(
        indicators=[indicator()],
        targets=[target(at_least(1), **more)],
        outcomes=[*outcomes({2024: 5}), outcome(2024, 5, part=Part(first_month=1, last_month=4))],
    )
    assert judged(region)["i"].due == due


def test_a_row_of_years_is_due_year_by_year() -> None:
    """The rows before the year judged are past."""
    row = [YearValue(year=year, value=Decimal(1)) for year in (2023, 2024, 2025)]
    region = model(
        indicators=[indicator()], targets=[target(at_least(by_year=row), year=None)], outcomes=outcomes({2024: 5})
    )
    assert [part.year for part in judged(region)["i"].parts] == [2024, 2025]


def test_a_year_that_runs_is_not_due() -> None:
    """The year asked for has not ended on the day."""
    region = model(indicators=[indicator()], targets=[target(at_least(1), year=2025)], outcomes=outcomes({2024: 5}))
    assert Attainment()(region, as_of=AS_OF, year=2025)["i"].status is Status.NOT_DUE


def test_a_part_of_the_year_is_told_where_the_year_is_not_known() -> None:
    """It judges nothing; the longest part counts."""
    parts = [Part(first_month=1, last_month=last) for last in (4, 8)]
    region = model(
        indicators=[indicator()],
        targets=[target(at_least(9))],
        outcomes=[outcome(2024, value, part=part) for value, part in zip((9, 5), parts, strict=True)],
    )
    verdict = judged(region)["i"]
    assert verdict.status is Status.CANNOT_BE_ASSESSED
    assert "Hittills känt: 5 (januari–augusti 2024) mot minst 9; inte uppfyllt." in texts(verdict)


def test_a_target_still_to_come_is_not_held_against_a_part() -> None:
    """There is nothing to hold it against."""
    part = Part(first_month=1, last_month=4)
    region = model(indicators=[indicator()], targets=[target(pending())], outcomes=[outcome(2024, 9, part=part)])
    assert texts(judged(region)["i"]) == ["Målvärdet är inte satt än: ska utarbetas."]
