"""Targets and outcomes stand in tidy long form: one row a value."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

import regionstyrning as rs
from regionstyrning.export.tidy import COLUMNS, asked_words, tidy_rows
from regionstyrning.model import (
    Basis,
    BasisKind,
    Condition,
    ConditionKind,
    Gender,
    HorizonKind,
    Missing,
    Outcome,
    Part,
    Period,
    PlanningHorizon,
    Source,
    Stage,
    Target,
    ValueReference,
    YearValue,
    above,
    all_of,
    at_least,
    between,
    grade,
    keep,
)
from tests.model.small import indicator, model, target

HALF = Part(first_month=1, last_month=6)


def outcome(value: str | None = "4.5", **more: Any) -> Outcome:  # noqa: ANN401 - any field
    """An outcome of 2024."""
    number = None if value is None else Decimal(value)
    return Outcome(**{"indicator": "a", "year": 2024, "value": number, **more})


def values(*facts: Outcome | Target) -> list[tuple[Any, ...]]:
    """Year, column and value of each row."""
    held = model(
        indicators=[indicator("a", unit="procent")],
        outcomes=[fact for fact in facts if isinstance(fact, Outcome)],
        targets=[fact for fact in facts if isinstance(fact, Target)],
    )
    return [(row.ar, row.kolumn, row.varde) for row in tidy_rows(held)]


def asked(condition: Condition, **more: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401 - any field
    """Year and value of the rows of a target."""
    return [(year, said) for year, _, said in values(target("a", condition=condition, **more))]


def test_a_row_has_the_columns_in_order() -> None:
    """Region, unit, indicator, year, column, value, unit of measure and source."""
    source = Source(publication="plan", place="s. 3")
    held = model(
        indicators=[indicator("a", unit="procent")],
        outcomes=[outcome(scope="0022", sources=[source, source, Source(publication="bilaga")])],
    )
    (row,) = tidy_rows(held)
    assert dict(zip(COLUMNS, row.cells, strict=True)) == {
        "region": "liten",
        "enhet_id": "0022",
        "indikator_id": "a",
        "ar": 2024,
        "kolumn": "utfall",
        "varde": Decimal("4.5"),
        "enhet": "procent",
        "kalla": "plan: s. 3 | bilaga",
    }


@pytest.mark.parametrize(
    ("stage", "column"),
    [
        (Stage.FINAL, "utfall"),
        (Stage.PRELIMINARY, "utfall_preliminar"),
        (Stage.FORECAST, "prognos"),
        (Stage.PLAN, "plan"),
    ],
)
def test_a_figure_stands_in_the_column_of_its_stage(stage: Stage, column: str) -> None:
    """Who asks for outcomes gets the final ones only."""
    assert values(outcome(stage=stage)) == [(2024, column, Decimal("4.5"))]


@pytest.mark.parametrize(
    ("gender", "column"),
    [(Gender.TOTAL, "utfall"), (Gender.WOMEN, "utfall_kvinnor"), (Gender.MEN, "utfall_man")],
)
def test_a_gender_has_a_column_of_its_own(gender: Gender, column: str) -> None:
    """So that nobody is counted twice."""
    assert values(outcome(gender=gender)) == [(2024, column, Decimal("4.5"))]


def test_a_part_of_a_year_is_not_taken_for_the_year() -> None:
    """It is told by its first and last month."""
    assert values(outcome(part=HALF)) == [("2024-01/2024-06", "utfall", Decimal("4.5"))]


def test_a_grade_is_a_word() -> None:
    """As in the source."""
    assert values(outcome(None, grade="Delvis")) == [(2024, "utfall", "Delvis")]


def test_what_is_missing_is_never_zero() -> None:
    """The row is there, without a value."""
    assert values(outcome(None, missing=Missing.SECRET)) == [(2024, "utfall", None)]


def test_the_last_known_stands() -> None:
    """An outcome that was mended later stands once."""
    mended = [outcome("5", known_on=date(2025, 3, 1)), outcome("4", known_on=date(2025, 2, 1))]
    assert values(*mended) == [(2024, "utfall", Decimal(5))]


def test_what_was_known_on_the_day_stands() -> None:
    """What was mended later was not known then."""
    mended = [outcome("5", known_on=date(2025, 3, 1)), outcome("4", known_on=date(2025, 2, 1))]
    (row,) = tidy_rows(model(outcomes=mended), on=date(2025, 2, 15))
    assert row.varde == Decimal(4)


def test_what_is_carried_over_yields_to_its_own_period() -> None:
    """A figure that was reported again for a later period is the same figure."""
    again = outcome("5", reported_for=Period(year=2025), known_on=date(2025, 4, 1))
    assert values(outcome("4"), again) == [(2024, "utfall", Decimal(4))]


def test_a_limit_is_a_number() -> None:
    """Whether it is to be reached or not passed, the model tells."""
    assert asked(above(75)) == [(2025, Decimal(75))]


def test_a_row_of_years_is_a_row_each() -> None:
    """Each with its limit."""
    by_year = [YearValue(year=2026, value=Decimal(5)), YearValue(year=2025, value=Decimal(4))]
    assert asked(at_least(by_year=by_year), year=None) == [(2025, Decimal(4)), (2026, Decimal(5))]


def test_a_wanted_grade_is_the_word_that_outcomes_use() -> None:
    """So that the two can be compared."""
    assert asked(grade("Ja")) == [(2025, "Ja")]


@pytest.mark.parametrize(
    "condition",
    [
        at_least(2, basis=Basis(kind=BasisKind.MEAN, over_years=3), text="2 procent över tre år"),
        at_least(2, reference=ValueReference(text="budget"), text="2 procent över tre år"),
        keep(text="2 procent över tre år"),
    ],
)
def test_what_is_no_single_limit_is_told_in_words(condition: Condition) -> None:
    """A mean or a share of something else is not to be compared with the outcome of a year."""
    assert asked(condition) == [(2025, "2 procent över tre år")]


def test_a_limit_for_the_year_itself_is_a_number() -> None:
    """To say so is to say nothing more."""
    assert asked(at_least(2, basis=Basis(kind=BasisKind.YEAR))) == [(2025, Decimal(2))]


@pytest.mark.parametrize(
    ("horizon", "year"),
    [
        ({"first_year": 2027, "last_year": 2029}, "2027/2029"),
        ({"first_year": 2027, "last_year": 2027}, 2027),
        ({"last_year": 2030}, "/2030"),
        ({"at_least_years": 15}, ""),
    ],
)
def test_a_target_without_a_year_has_its_horizon(horizon: dict[str, int], year: int | str) -> None:
    """As far as it is stated."""
    span = PlanningHorizon(kind=HorizonKind.YEARS, **horizon)  # type: ignore[arg-type]
    assert asked(above(75), year=None, horizon=span) == [(year, Decimal(75))]


def test_a_target_without_any_time_says_none() -> None:
    """Nothing is filled in."""
    assert asked(above(75), year=None) == [("", Decimal(75))]


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (all_of([at_least(4), keep()]), "alla av: minst 4, bibehålla"),
        (between(1, "2.5"), "mellan 1 och 2.5"),
        (at_least(reference=ValueReference(text="rikets")), "minst rikets"),
        (
            Condition(kind=ConditionKind.CHANGE_BY, by_year=[YearValue(year=2025, value=Decimal(3))]),
            "ändra med 3 (2025)",
        ),
        (above(5), "över 5"),
    ],
)
def test_what_has_no_wording_is_told_by_its_kind(condition: Condition, words: str) -> None:
    """And by its limits."""
    assert asked_words(condition) == words


def test_order_of_records_changes_nothing() -> None:
    """Rows stand in order of indicator, unit, year and column."""
    facts = [outcome(scope="B"), outcome(scope="A"), outcome(scope="A", indicator="b")]
    one, other = tidy_rows(model(outcomes=facts)), tidy_rows(model(outcomes=facts[::-1]))
    assert [(row.indikator_id, row.enhet_id) for row in one] == [("a", "A"), ("a", "B"), ("b", "A")]
    assert one == other


@pytest.mark.parametrize("region", rs.regions())
def test_no_two_outcomes_of_a_region_share_their_place(region: str) -> None:
    """Region, unit, indicator, year and column tell every figure from every other."""
    rows = tidy_rows(rs.load_region(region))
    places = Counter(row.cells[:5] for row in rows if not row.kolumn.startswith("malvarde"))
    assert [place for place, count in places.items() if count > 1] == []
