"""Days, years and horizons: when something holds."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regionstyrning.errors import InvalidValue
from regionstyrning.model import HorizonKind, HorizonPhase, Part, Period, PlanningHorizon, Validity, years

NEW_YEAR = date(2024, 1, 1)
NEW_YEARS_EVE = date(2024, 12, 31)

validities = st.builds(
    lambda first, length: Validity(first=first, last=None if length is None else first + timedelta(days=length)),
    st.dates(max_value=date(2100, 1, 1)),
    st.none() | st.integers(0, 4000),
)


@pytest.mark.parametrize("day", [NEW_YEAR, date(2024, 6, 1), NEW_YEARS_EVE])
def test_both_ends_belong_to_a_validity(day: date) -> None:
    """The first and the last day are among those when it holds."""
    assert Validity(first=NEW_YEAR, last=NEW_YEARS_EVE).covers(day)


@pytest.mark.parametrize("day", [date(2023, 12, 31), date(2025, 1, 1)])
def test_the_days_beside_a_validity_do_not_belong_to_it(day: date) -> None:
    """The day before the first and the day after the last are not among them."""
    assert not Validity(first=NEW_YEAR, last=NEW_YEARS_EVE).covers(day)


def test_a_validity_may_lack_a_beginning() -> None:
    """What has no known beginning held on any earlier day."""
    assert Validity(last=NEW_YEAR).covers(date.min)


def test_a_validity_may_lack_an_end() -> None:
    """What has no known end holds on any later day."""
    assert Validity(first=NEW_YEAR).covers(date.max)


def test_one_day_is_a_validity() -> None:
    """What begins and ends the same day holds that day."""
    assert Validity(first=NEW_YEAR, last=NEW_YEAR).covers(NEW_YEAR)


def test_an_end_before_the_beginning_is_refused() -> None:
    """The message names both days and what was expected."""
    with pytest.raises(InvalidValue, match="first 2024-12-31 is after last 2024-01-01, expected first to be the earl"):
        Validity(first=NEW_YEARS_EVE, last=NEW_YEAR)


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (Validity(first=NEW_YEARS_EVE), True),
        (Validity(last=NEW_YEAR), True),
        (Validity(first=date(2025, 1, 1)), False),
        (Validity(last=date(2023, 12, 31)), False),
    ],
)
def test_validities_overlap_if_they_share_a_day(other: Validity, expected: bool) -> None:
    """One day in common is enough, and a neighbouring day is not."""
    assert Validity(first=NEW_YEAR, last=NEW_YEARS_EVE).overlaps(other) is expected


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (years(2024, 2024), True),
        (years(2024, 2026), False),
        (years(2023, 2024), False),
        (years(None, 2024), False),
        (years(2024, None), False),
    ],
)
def test_a_validity_contains_another_if_it_has_its_every_day(other: Validity, expected: bool) -> None:
    """A plan year lies within the year, and nothing longer or open does."""
    assert years(2024, 2024).contains(other) is expected


def test_an_open_validity_contains_every_other() -> None:
    """What has neither beginning nor end has every day."""
    assert Validity().contains(years(2024, None))


def test_years_run_from_new_year_to_new_years_eve() -> None:
    """The days of the years 2024 to 2026."""
    assert years(2024, 2026) == Validity(first=NEW_YEAR, last=date(2026, 12, 31))


@pytest.mark.full
@given(validities, validities)
def test_overlapping_goes_both_ways(one: Validity, other: Validity) -> None:
    """If one overlaps the other, the other overlaps the one."""
    assert one.overlaps(other) == other.overlaps(one)


@pytest.mark.full
@given(validities, st.dates())
def test_a_day_is_covered_if_it_is_contained(validity: Validity, day: date) -> None:
    """A day and a validity of that one day are the same question."""
    assert validity.covers(day) == validity.contains(Validity(first=day, last=day))


@pytest.mark.parametrize(
    ("part", "first", "last"),
    [
        (Part(first_month=1, last_month=4), NEW_YEAR, date(2024, 4, 30)),
        (Part(first_month=1, last_month=8), NEW_YEAR, date(2024, 8, 31)),
        (Part(first_month=2, last_month=2), date(2024, 2, 1), date(2024, 2, 29)),
        (Part(first_month=9, last_month=12), date(2024, 9, 1), NEW_YEARS_EVE),
    ],
)
def test_a_part_of_a_year_ends_with_its_last_month(part: Part, first: date, last: date) -> None:
    """A tertial, the delår, a month in a leap year and the end of the year."""
    assert part.days(2024) == Validity(first=first, last=last)


@pytest.mark.parametrize(("first", "last"), [(0, 4), (5, 4), (1, 13)])
def test_a_part_of_a_year_has_months_in_order(first: int, last: int) -> None:
    """Months outside the year or the wrong way round are refused."""
    with pytest.raises(InvalidValue, match=f"months {first} to {last}, expected 1 to 12 in order"):
        Part(first_month=first, last_month=last)


def test_a_period_is_a_year() -> None:
    """Without a part it has all days of the year."""
    assert Period(year=2024).days() == years(2024, 2024)


def test_a_period_is_a_part_of_a_year() -> None:
    """The delår of 2024 ends with August."""
    assert Period(year=2024, part=Part(first_month=1, last_month=8)).days().last == date(2024, 8, 31)


def test_the_last_december_of_the_calendar_has_an_end() -> None:
    """No day after it is asked for."""
    assert Period(year=9999, part=Part(first_month=12, last_month=12)).days().last == date.max


@pytest.mark.parametrize("year", [0, 10_000])
def test_a_period_is_of_a_year_that_the_calendar_has(year: int) -> None:
    """There is no year 0 and no year 10000."""
    with pytest.raises(InvalidValue, match=f"year {year}, expected 1 to 9999"):
        Period(year=year)


def test_a_rolling_plan_spans_three_years() -> None:
    """A regionplan 2024–2026 is decided anew each year and spans three."""
    plan = PlanningHorizon(kind=HorizonKind.ROLLING, first_year=2024, last_year=2026, text="2024–2026")
    assert plan.span_years == 3


def test_a_budget_year_has_plan_years_after_it() -> None:
    """Budget 2024 med planer 2025-2026 spans the budget year and the two plan years."""
    budget = PlanningHorizon(kind=HorizonKind.BUDGET_YEAR, first_year=2024, plan_years=2)
    assert (budget.days, budget.span_years) == (years(2024, 2026), 3)


def test_a_stated_last_year_goes_before_plan_years() -> None:
    """What is printed is not reckoned anew."""
    budget = PlanningHorizon(kind=HorizonKind.BUDGET_YEAR, first_year=2024, last_year=2025, plan_years=2)
    assert budget.days.last == date(2025, 12, 31)


def test_a_mandate_period_holds_its_two_days() -> None:
    """Fullmäktige of 2022 sits from 15 October, in the middle of a year, for four years."""
    period = PlanningHorizon(kind=HorizonKind.MANDATE_PERIOD, first=date(2022, 10, 15), last=date(2026, 10, 14))
    assert period.days == Validity(first=date(2022, 10, 15), last=date(2026, 10, 14))


def test_an_own_day_goes_before_the_year() -> None:
    """A horizon that begins on a day of its own ends with its last year all the same."""
    horizon = PlanningHorizon(
        kind=HorizonKind.MANDATE_PERIOD, first=date(2022, 10, 15), first_year=2022, last_year=2026
    )
    assert horizon.days == Validity(first=date(2022, 10, 15), last=date(2026, 12, 31))


def test_a_far_aim_names_a_year() -> None:
    """An aim at 2030 has no beginning and runs to the end of that year."""
    aim = PlanningHorizon(kind=HorizonKind.FAR_AIM, last_year=2030, text="2030")
    assert (aim.days, aim.span_years) == (Validity(last=date(2030, 12, 31)), None)


def test_a_horizon_may_have_an_open_start() -> None:
    """A strategy printed "–2030" says nothing of when it began."""
    strategy = PlanningHorizon(kind=HorizonKind.OPEN_START, last_year=2030, text="–2030")
    assert strategy.days.first is None


def test_a_far_aim_has_a_span_of_years() -> None:
    """An aim in 15–20 years ends between two days, counted from a day."""
    aim = PlanningHorizon(kind=HorizonKind.FAR_AIM, at_least_years=15, at_most_years=20, text="15–20 år")
    assert aim.ends_between(NEW_YEAR) == Validity(first=date(2039, 1, 1), last=date(2044, 1, 1))


def test_a_span_of_years_is_open_where_nothing_is_stated() -> None:
    """A horizon without a span ends nobody knows when."""
    assert PlanningHorizon(kind=HorizonKind.ROLLING).ends_between(NEW_YEAR) == Validity()


def test_a_span_that_outlasts_the_calendar_is_open() -> None:
    """An aim in 9000 years ends after the last day that can be written."""
    aim = PlanningHorizon(kind=HorizonKind.FAR_AIM, at_least_years=1, at_most_years=9000)
    assert aim.ends_between(NEW_YEAR) == Validity(first=date(2025, 1, 1))


def test_the_same_year_stands_at_another_place_in_each_successive_plan() -> None:
    """The year 2024 is the third, the second and the first year of three rolling plans."""
    plans = [
        PlanningHorizon(kind=HorizonKind.ROLLING, first_year=year, last_year=year + 2) for year in (2022, 2023, 2024)
    ]
    held = [plan for plan in plans if plan.days.covers(date(2024, 6, 1))]
    assert [2024 - (plan.first_year or 0) + 1 for plan in held] == [3, 2, 1]


def test_the_years_of_a_horizon_may_shift_in_meaning() -> None:
    """The same aim first restores a deficit and then builds a buffer."""
    horizon = PlanningHorizon(
        kind=HorizonKind.SHIFTING,
        first_year=2027,
        phases=[
            HorizonPhase(first_year=2027, last_year=2029, meaning="återställer underskott"),
            HorizonPhase(first_year=2030, meaning="bygger buffert"),
        ],
    )
    assert [phase.first_year for phase in horizon.phases] == [2027, 2030]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"first_year": 2026, "last_year": 2024}, "first_year 2026 is after last_year 2024"),
        ({"first": NEW_YEARS_EVE, "last": NEW_YEAR}, "first 2024-12-31 is after last 2024-01-01"),
        ({"first": NEW_YEAR, "last_year": 2023}, "first 2024-01-01 is after last 2023-12-31"),
        ({"at_least_years": 20, "at_most_years": 15}, "at_least_years 20 is after at_most_years 15"),
        ({"at_most_years": -1}, "at_most_years -1, expected 0 or more"),
        ({"first_year": 0}, "first_year 0, expected 1 to 9999"),
        ({"first_year": 9999, "plan_years": 2}, "last_year 10001, expected 1 to 9999"),
    ],
)
def test_a_horizon_that_contradicts_itself_is_refused(fields: dict[str, Any], message: str) -> None:
    """The message names the fields, what was found and what was expected."""
    with pytest.raises(InvalidValue, match=message):
        PlanningHorizon(kind=HorizonKind.YEARS, **fields)


def test_a_phase_that_ends_before_it_begins_is_refused() -> None:
    """Its years stand in order too."""
    with pytest.raises(InvalidValue, match="first_year 2029 is after last_year 2027"):
        HorizonPhase(first_year=2029, last_year=2027, meaning="återställer underskott")
