"""The days around a meeting of fullmäktige, and by when what was raised is decided."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regionstyrning.errors import InvalidValue, NoTruthValue
from regionstyrning.law import Law, Policies, election_day, packaged
from regionstyrning.law.holidays import day_off
from regionstyrning.law.mandates import voters_counted
from regionstyrning.law.meetings import LAST_DAY, MeetingMatter, answered_by, meeting_days
from regionstyrning.model import Content

LAW = Law(statutes=packaged().statutes)
SHIFTED = Law(statutes=packaged().statutes, policies=Policies(shift_authority_deadlines=True))
MEETINGS = st.dates(min_value=date(2018, 1, 1), max_value=date(2099, 12, 31))


@given(MEETINGS, st.sets(st.sampled_from(Content)), st.booleans())
def test_a_meeting_is_called_before_and_its_minutes_approved_after(
    meeting: date, treats: set[Content], first: bool
) -> None:
    """A week before and fourteen days after; the last day for an urgent matter is a working day between."""
    days = meeting_days(LAW, meeting, treats=treats, first_after_election=first)
    called, urgent = days.on(MeetingMatter.CALLED), days.on(MeetingMatter.URGENT)
    assert (called, days.on(MeetingMatter.MINUTES_APPROVED)) == (
        meeting - timedelta(days=7),
        meeting + timedelta(days=14),
    )
    assert urgent is not None
    assert (day_off(urgent), urgent < meeting) == (None, True)
    assert [each.on for each in days.days] == sorted(each.on for each in days.days)


@given(MEETINGS, st.integers(min_value=0, max_value=5), st.booleans())
def test_of_several_days_the_first_counts_before_and_the_last_after(meeting: date, more: int, first: bool) -> None:
    """What comes before is that of a meeting on the first day alone, what comes after that of one on the last."""
    last = meeting + timedelta(days=more)
    whole, one, other = (
        meeting_days(LAW, day, until=until, treats=Content, first_after_election=first)
        for day, until in ((meeting, last), (meeting, None), (last, None))
    )
    after = {MeetingMatter.MINUTES_APPROVED, MeetingMatter.EXTRA_ELECTION}
    for matter in MeetingMatter:
        assert whole.on(matter) == (other if matter in after else one).on(matter)


@pytest.mark.parametrize(
    ("meeting", "extra"), [(date(2026, 10, 20), date(2027, 4, 20)), (date(2026, 8, 31), date(2027, 2, 28))]
)
def test_an_extra_election_is_decided_six_months_later(meeting: date, extra: date) -> None:
    """On the same number of the month, or its last day."""
    days = meeting_days(LAW, meeting, first_after_election=True)
    assert (days.on(MeetingMatter.EXTRA_ELECTION), days.on(MeetingMatter.FULL_TIME_ELECTED)) == (extra, meeting)


def test_the_days_are_told_in_sentences() -> None:
    """With their paragraphs, and no truth value; of a day whose law is not held that is told."""
    days = meeting_days(LAW, date(2026, 11, 24), treats=[Content.BUDGET])
    assert "förslag till budget finns på webben från kungörelsen, senast 2026-11-17 (KL 8 kap. 14 §)" in days.text()
    assert "An urgent matter is announced by 2026-11-23 (KL 5 kap. 13–15 §§)." in days.text("en")
    assert days.to_records()[0] == {
        "matter": "sammanträdet kungörs",
        "on": date(2026, 11, 17),
        "law": "KL 5 kap. 13–15 §§",
    }
    assert meeting_days(LAW, date(2017, 11, 21)).text("en") == "The law of 2017-11-21 is not held."
    with pytest.raises(NoTruthValue, match="days"):
        bool(days)


@pytest.mark.parametrize(("law", "last"), [(LAW, date(2026, 11, 14)), (SHIFTED, date(2026, 11, 16))])
def test_a_motion_is_decided_within_a_year(law: Law, last: date) -> None:
    """PL-26: of the region's own days only the setting moves one from a Saturday."""
    deadline = answered_by(law, date(2025, 11, 14))
    assert deadline is not None
    assert (deadline.counted_to, deadline.last_day) == (date(2026, 11, 14), last)


@pytest.mark.parametrize("raised", [date(2017, 11, 14), date(9998, 12, 31), date.max])
def test_of_some_days_nothing_is_said(raised: date) -> None:
    """Before the law is held, and where the calendar ends."""
    assert answered_by(LAW, raised) is None


def test_nothing_is_counted_past_the_end_of_the_calendar() -> None:
    """Six months from the last meeting that is taken are still in the calendar, and a later one is refused."""
    days = meeting_days(LAW, LAST_DAY, first_after_election=True)
    assert days.on(MeetingMatter.EXTRA_ELECTION) == date(9999, 12, 1)
    with pytest.raises(InvalidValue, match="9999-06-02, expected 9999-06-01 at the latest"):
        meeting_days(LAW, LAST_DAY + timedelta(days=1))
    with pytest.raises(InvalidValue, match="until 9999-06-02, expected 9999-06-01 at the latest"):
        meeting_days(LAW, LAST_DAY, until=LAST_DAY + timedelta(days=1))
    with pytest.raises(InvalidValue, match="until 2024-04-22 is before on 2024-04-23"):
        meeting_days(LAW, date(2024, 4, 23), until=date(2024, 4, 22))


@pytest.mark.parametrize("year", range(2017, 2043))
def test_voters_are_counted_the_year_before_an_election(year: int) -> None:
    """PL-24: on 1 March; that of 2017, before the election of 2018, is not held."""
    expected = None if election_day(LAW, year) is None or year == 2018 else date(year - 1, 3, 1)
    assert voters_counted(LAW, year) == expected
