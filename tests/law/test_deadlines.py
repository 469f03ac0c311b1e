"""The statutory year: last days, how they move, and what is asked of a budget."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from regionstyrning.law import STANDARD, Law, packaged
from regionstyrning.law.deadlines import (
    RULES,
    StatutoryDuty,
    budget_time,
    interim_months,
    interim_period_is_too_long,
    statutory_day,
    statutory_days,
)
from regionstyrning.law.holidays import day_off, next_working_day
from regionstyrning.model import Part

LAW = Law(statutes=packaged().statutes)
MOVING = Law(statutes=packaged().statutes, policies=evolve(STANDARD, shift_authority_deadlines=True))

YEARS = st.integers(min_value=2020, max_value=2060)


@pytest.mark.parametrize("duty", StatutoryDuty)
def test_every_duty_rests_on_a_provision(duty: StatutoryDuty) -> None:
    """Each cites one of the law that is shipped."""
    assert LAW.rule(RULES[duty]).id == RULES[duty]


@given(YEARS)
def test_a_day_moves_to_the_next_working_day_and_no_other(year: int) -> None:
    """Where the setting moves days, each that is no working day moves, and the rest stay."""
    plain, moved = statutory_days(LAW, year), statutory_days(MOVING, year)
    assert [(day.duty, day.counted_to) for day in moved] == [(day.duty, day.counted_to) for day in plain]
    for before, after in zip(plain, moved, strict=True):
        assert before.last_day == before.counted_to
        if before.duty is StatutoryDuty.INTERIM_ENDS:
            assert after.last_day == before.counted_to
        else:
            assert after.last_day == next_working_day(before.counted_to)
            assert (before.day_off is None) == (day_off(before.counted_to) is None)


@given(YEARS, st.integers(min_value=6, max_value=8))
def test_the_interim_report_has_two_months(year: int, month: int) -> None:
    """It is handed over by the same number two months later, or the last of that month."""
    found = statutory_day(LAW, StatutoryDuty.INTERIM_HANDED, year, period=Part(first_month=1, last_month=month))
    expected = {6: date(year, 8, 30), 7: date(year, 9, 30), 8: date(year, 10, 31)}
    assert found is not None
    assert found.counted_to == expected[month]
    assert found.loosely == (date(year, 8, 31) if month == 6 else None)


def test_a_period_is_too_long_only_within_a_year_whose_law_is_held() -> None:
    """Nine months from January are; a tertial and a whole year are no interim period at all."""
    parts = [Part(first_month=1, last_month=9), Part(first_month=1, last_month=8), Part(first_month=9, last_month=12)]
    assert [interim_period_is_too_long(LAW, 2025, part) for part in parts] == [True, False, False]
    assert interim_period_is_too_long(LAW, 2025, Part(first_month=1, last_month=12)) is False
    assert interim_period_is_too_long(LAW, 2018, parts[0]) is None


@pytest.mark.parametrize("last_month", [4, 5, 9, 12])
def test_a_report_that_the_law_does_not_ask_for_has_no_day(last_month: int) -> None:
    """Of another part of the year than January to June, July or August nothing is said by law."""
    period = Part(first_month=1, last_month=last_month)
    for duty in (StatutoryDuty.INTERIM_HANDED, StatutoryDuty.INTERIM_ENDS):
        assert statutory_day(LAW, duty, 2025, period=period) is None


@pytest.mark.parametrize("year", [MINYEAR - 1, MINYEAR, MAXYEAR - 1, MAXYEAR, MAXYEAR + 1])
def test_at_the_ends_of_the_calendar_nothing_falls_out_of_it(year: int) -> None:
    """The last year has no days by law, since the last of December may move to the next."""
    days = statutory_days(LAW, year)
    assert bool(days) is (year == MAXYEAR - 1)
    assert {duty: statutory_day(LAW, duty, MAXYEAR + 1) for duty in StatutoryDuty} == dict.fromkeys(StatutoryDuty)


def test_what_has_no_day_has_none() -> None:
    """The law says that the annual report is approved before discharge, and on no day."""
    assert statutory_day(LAW, StatutoryDuty.ANNUAL_REPORT_APPROVED, 2025) is None
    assert statutory_day(LAW, StatutoryDuty.DISCHARGE, MAXYEAR) is None
    assert interim_months(LAW, 2018) is None


def test_a_law_that_is_not_held_sets_no_day() -> None:
    """Before 2018 there are none, and the calendar says so."""
    assert statutory_days(LAW, 2016) == ()


def test_a_budget_says_which_day_applied() -> None:
    """The main rule's, or with a tax rate in time that of the exception."""
    main = budget_time(LAW, 2026, date(2025, 12, 3))
    later = budget_time(LAW, 2026, date(2025, 12, 3), tax_rate_set=date(2025, 11, 28))
    assert (main.last_day, later.last_day) == (date(2025, 11, 30), date(2025, 12, 31))
