"""On which days a step of the cycle falls."""

from __future__ import annotations

from datetime import MAXYEAR, date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regionstyrning.model import Action, CycleStep, ElectionYear, MonthDay, Recurrence, Validity
from regionstyrning.questions.calendar.recurrence import belongs, occasions


def step(**changes: object) -> CycleStep:
    """A step that reports."""
    return CycleStep(**{"id": "steg", "title": "Steg", "action": Action.REPORTS, **changes})  # type: ignore[arg-type]


def days(each: CycleStep, year: int) -> list[str] | None:
    """Its days in a year."""
    found = occasions(each, year)
    return None if found is None else [str(occasion.on) for occasion in found]


@pytest.mark.parametrize("year", [0, MAXYEAR + 1])
def test_no_day_is_in_a_year_that_the_calendar_does_not_have(year: int) -> None:
    """Nor beside the first and the last, which a step that reaches over the new year looks at."""
    assert days(step(first_month=10), year) == []
    assert days(step(first_month=10), MAXYEAR) == ["9999-10-31"]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"first_month": 10}, ["2025-10-31"]),
        ({"last": MonthDay(month=4, day=15)}, ["2025-04-15"]),
        ({"last": MonthDay(month=2, day=29)}, ["2025-02-28"]),
        ({"first_month": 3, "last": MonthDay(month=4)}, ["2025-04-30"]),
        ({}, None),
        ({"recurs": Recurrence.CONTINUOUS, "first_month": 3}, None),
        ({"recurs": Recurrence.MANDATE_PERIOD, "first_month": 3}, None),
        ({"recurs": Recurrence.MANDATE_PERIOD, "election_year": ElectionYear.ONLY, "first_month": 11}, ["2025-11-30"]),
        (
            {"recurs": Recurrence.MONTHLY, "first_month": 2, "last": MonthDay(month=3, day=20)},
            ["2025-02-20", "2025-03-20"],
        ),
        ({"recurs": Recurrence.MONTHLY, "first_month": 11}, ["2025-11-30", "2025-12-31"]),
        ({"recurs": Recurrence.MONTHLY, "last": MonthDay(month=2, day=20)}, ["2025-01-20", "2025-02-20"]),
        (
            {"recurs": Recurrence.MONTHLY, "first_month": 12, "last": MonthDay(month=2)},
            ["2025-01-31", "2025-02-28", "2025-12-31"],
        ),
        ({"recurs": Recurrence.ONCE, "first_month": 5}, None),
        ({"recurs": Recurrence.ONCE, "first_month": 5, "validity": Validity(last=date(2030, 1, 1))}, None),
        ({"recurs": Recurrence.QUARTERLY}, ["2025-03-31", "2025-06-30", "2025-09-30", "2025-12-31"]),
        ({"recurs": Recurrence.QUARTERLY, "first_month": 2}, ["2025-02-28", "2025-05-31", "2025-08-31", "2025-11-30"]),
        ({"recurs": Recurrence.EVERY_N_YEARS, "every_years": 4, "first_month": 5}, None),
        ({"first_month": 5, "validity": Validity(first=date(2026, 1, 1))}, []),
    ],
)
def test_days_of_a_step(given: dict[str, object], expected: list[str] | None) -> None:
    """By its own last day, the last of its month, or none that is known."""
    assert days(step(**given), 2025) == expected


@pytest.mark.parametrize(
    ("first", "year"), [(date(2024, 1, 1), 2024), (date(2024, 5, 31), 2024), (date(2024, 6, 1), 2025)]
)
def test_what_is_done_once_is_done_in_one_year(first: date, year: int) -> None:
    """In the first May from the day on which it holds, and in no later year."""
    once = step(recurs=Recurrence.ONCE, first_month=5, validity=Validity(first=first))
    assert [each for each in range(2022, 2030) if days(once, each)] == [year]


def test_a_step_of_every_fourth_year_counts_from_its_first() -> None:
    """It is done in the years that its first year and the interval give, and has no day in them without a month."""
    fourth = step(
        recurs=Recurrence.EVERY_N_YEARS, every_years=4, first_month=5, validity=Validity(first=date(2023, 1, 1))
    )
    undated = step(recurs=Recurrence.EVERY_N_YEARS, every_years=4, validity=Validity(first=date(2023, 1, 1)))
    assert [year for year in range(2020, 2032) if days(fourth, year)] == [2023, 2027, 2031]
    assert (days(undated, 2024), days(undated, 2027)) == ([], None)


def test_a_month_is_a_window() -> None:
    """A step with a month alone may be done from its first day; one with a day has no window but a first month."""
    whole, exact, long, over = (
        occasions(each, 2025)
        for each in (
            step(last=MonthDay(month=10)),
            step(last=MonthDay(month=10, day=20)),
            step(first_month=4, last=MonthDay(month=5, day=31)),
            step(first_month=11, last=MonthDay(month=2, day=15)),
        )
    )
    firsts = [None if found is None else found[0].first for found in (whole, exact, long, over)]
    assert firsts == [date(2025, 10, 1), None, date(2025, 4, 1), date(2024, 11, 1)]


@pytest.mark.parametrize(
    ("years", "election", "expected"),
    [
        (ElectionYear.ALSO, True, True),
        (ElectionYear.ALSO, False, True),
        (ElectionYear.ONLY, True, True),
        (ElectionYear.ONLY, False, False),
        (ElectionYear.NEVER, True, False),
        (ElectionYear.NEVER, False, True),
    ],
)
def test_election_years(years: ElectionYear, election: bool, expected: bool) -> None:
    """Some steps are done only then, some never."""
    assert belongs(step(election_year=years), election=election) is expected


@given(
    st.sampled_from(Recurrence),
    st.integers(min_value=1, max_value=12),
    st.one_of(st.none(), st.integers(min_value=1, max_value=28)),
    st.integers(min_value=2, max_value=MAXYEAR - 20),
    st.integers(min_value=1, max_value=9),
)
def test_a_year_is_the_same_wherever_one_begins(
    recurs: Recurrence, month: int, day: int | None, year: int, every: int
) -> None:
    """A recurrence has no memory: each year's days follow from the step and the year alone, in that year."""
    recurring = step(
        recurs=recurs,
        every_years=every,
        last=MonthDay(month=month, day=day),
        validity=Validity(first=date(year - 1, 1, 1)),
    )
    later = [occasions(recurring, each) for each in range(year, year + 12)]
    again = [occasions(recurring, each) for each in reversed(range(year, year + 12))]
    assert later == again[::-1]
    assert all(
        occasion.on.year == each
        for each, found in zip(range(year, year + 12), later, strict=True)
        for occasion in found or ()
    )
    if recurs is Recurrence.EVERY_N_YEARS:
        assert [bool(found) for found in later] == [(each - year + 1) % every == 0 for each in range(year, year + 12)]
