"""When elections are held, and for which days a body is elected."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regionstyrning.law import Law, election_day, election_days, mandate_period, newly_elected_from, packaged
from regionstyrning.law.mandates import TERMS
from regionstyrning.model import HorizonKind, OrganKind, horizons

LAW = Law(statutes=packaged().statutes)
DAYS = st.dates(date(2018, 1, 1), date(2200, 12, 31))
BODIES = st.sampled_from(sorted(TERMS, key=lambda kind: kind.value))


def test_elections_to_2042() -> None:
    """The second Sunday of September every fourth year, from the first that the law is held for."""
    days = [(9, 9), (9, 11), (9, 13), (9, 8), (9, 10), (9, 12), (9, 14)]
    expected = tuple(date(2018 + 4 * place, *day) for place, day in enumerate(days))
    assert election_days(LAW, 2010, 2042) == expected


@given(st.integers(2018, 2200))
def test_an_election_is_held_on_a_sunday_from_the_8th_to_the_14th(year: int) -> None:
    """Every fourth year, and only then."""
    day = election_day(LAW, year)
    told = None if day is None else (day.year, day.month, day.weekday(), day.day in range(8, 15))
    assert told == (None if year % 4 != 2 else (year, 9, 6, True))


@given(BODIES, DAYS)
def test_a_day_belongs_to_its_mandate_period(body: OrganKind, day: date) -> None:
    """Every day of a period tells the same period, and the day after it the next."""
    period = mandate_period(LAW, body, on=day)
    assert period is not None
    assert period.days.covers(day)
    assert period.days.last is not None
    after = mandate_period(LAW, body, on=period.days.last + timedelta(days=1))
    assert after is not None
    assert after.election_year == period.election_year + 4
    assert horizons.follows(after.horizon, period.horizon)


@pytest.mark.parametrize("body", [OrganKind.COMMITTEE, OrganKind.ADMINISTRATION])
def test_the_law_sets_no_term_of_other_bodies(body: OrganKind) -> None:
    """Of nämnder fullmäktige decides it."""
    assert mandate_period(LAW, body, on=date(2026, 1, 1)) is None


def test_a_period_is_a_horizon() -> None:
    """Of the kind that a plan for the mandate period has."""
    period = mandate_period(LAW, OrganKind.ASSEMBLY, on=date(2026, 1, 1))
    assert period is not None
    assert (period.horizon.kind, period.horizon.days) == (HorizonKind.MANDATE_PERIOD, period.days)


def test_where_the_calendar_ends_no_last_day_is_known() -> None:
    """The period that begins in 9998 is open."""
    period = mandate_period(LAW, OrganKind.ASSEMBLY, on=date(9999, 12, 31))
    assert period is not None
    assert (period.days.first, period.days.last) == (date(9998, 10, 15), None)


@pytest.mark.parametrize(
    ("budget", "expected"), [(2026, None), (2027, date(2026, 10, 15)), (2023, date(2022, 10, 15)), (2015, None)]
)
def test_the_budget_after_an_election_waits_for_the_newly_elected(budget: int, expected: date | None) -> None:
    """Of other years, and of those whose law is not held, nothing is said."""
    assert newly_elected_from(LAW, budget) == expected
