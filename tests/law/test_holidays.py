"""Which days are holidays, and the next day on which a time ends as any other."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regionstyrning.law.holidays import day_off, eves, holidays, next_working_day


def test_year_in_full() -> None:
    """The named holidays of 2026 stand in order."""
    expected = {
        date(2026, 1, 1): "nyårsdagen",
        date(2026, 1, 6): "trettondedag jul",
        date(2026, 4, 3): "långfredagen",
        date(2026, 4, 5): "påskdagen",
        date(2026, 4, 6): "annandag påsk",
        date(2026, 5, 1): "första maj",
        date(2026, 5, 14): "Kristi himmelsfärdsdag",
        date(2026, 5, 24): "pingstdagen",
        date(2026, 6, 6): "Sveriges nationaldag",
        date(2026, 6, 20): "midsommardagen",
        date(2026, 10, 31): "alla helgons dag",
        date(2026, 12, 25): "juldagen",
        date(2026, 12, 26): "annandag jul",
    }
    assert list(expected.items()) == list(holidays(2026).items())


def test_holiday_changed_in_2005() -> None:
    """Annandag pingst was a holiday to 2004; Sveriges nationaldag is one from 2005."""
    whit_monday, national_day = date(2004, 5, 31), date(2005, 6, 6)
    assert [holidays(2004).get(whit_monday), holidays(2004).get(date(2004, 6, 6))] == ["annandag pingst", None]
    assert [holidays(2005).get(date(2005, 5, 16)), holidays(2005).get(national_day)] == [None, "Sveriges nationaldag"]


def test_first_of_may_keeps_its_name() -> None:
    """In 2008 Kristi himmelsfärdsdag fell on första maj."""
    assert holidays(2008)[date(2008, 5, 1)] == "första maj"


def test_eves() -> None:
    """Three eves count as holidays; trettondagsafton does not."""
    expected = {
        date(2026, 6, 19): "midsommarafton",
        date(2026, 12, 24): "julafton",
        date(2026, 12, 31): "nyårsafton",
    }
    assert expected == dict(eves(2026))


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2026, 11, 14), "lördag"),
        (date(2026, 11, 15), "söndag"),
        (date(2026, 4, 5), "påskdagen"),
        (date(2026, 12, 24), "julafton"),
        (date(2027, 1, 5), None),
        (date(2026, 4, 2), None),
    ],
)
def test_day_off(day: date, why: str | None) -> None:
    """A day off says why it is one."""
    assert why == day_off(day)


@pytest.mark.parametrize(
    ("day", "moved"),
    [
        (date(1999, 4, 6), date(1999, 4, 6)),
        (date(2026, 12, 24), date(2026, 12, 28)),
        (date(2026, 12, 31), date(2027, 1, 4)),
        (date(2027, 1, 6), date(2027, 1, 7)),
        (date(2027, 1, 5), date(2027, 1, 5)),
        (date(2028, 4, 15), date(2028, 4, 18)),
        (date(2026, 6, 19), date(2026, 6, 22)),
        (date.max, date.max),
    ],
)
def test_next_working_day(day: date, moved: date) -> None:
    """A last day on a holiday moves to the next working day."""
    assert moved == next_working_day(day)


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2200, 12, 31)))
def test_moved_as_little_as_needed(day: date) -> None:
    """Every day that is passed over is a day off, and the one reached is not."""
    reached = next_working_day(day)
    passed = [day + timedelta(days=each) for each in range((reached - day).days)]
    assert (day_off(reached), all(day_off(each) for each in passed)) == (None, True)
