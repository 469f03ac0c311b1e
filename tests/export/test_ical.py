"""A year as iCalendar, read back by another library."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import vobject

import regionstyrning as rs
from regionstyrning.errors import MissingExtra
from regionstyrning.export.ical import ical

MODEL = rs.load_region("exempel")


def events(data: bytes) -> list[Any]:
    """The events as the other library reads them."""
    return list(vobject.readOne(data.decode()).vevent_list)


@pytest.mark.parametrize("region", ["exempel", "blekinge", "halland", "jamtland-harjedalen", "vasternorrland"])
def test_every_dated_step_is_an_event_of_a_whole_day(region: str) -> None:
    """Read back each has its day, the next as its end, its title and its id."""
    model = rs.load_region(region)
    dated = [step for step in rs.calendar(model, 2024).steps if step.on is not None]
    read = events(ical(model, year=2024))
    assert [event.dtstart.value for event in read] == [step.begins for step in dated]
    assert [event.dtend.value for event in read] == [step.on + timedelta(days=1) for step in dated if step.on]
    assert [event.summary.value.startswith(step.text()) for event, step in zip(read, dated, strict=True)].count(
        False
    ) == 0
    assert len({event.uid.value for event in read}) == len(read)


def test_a_meeting_of_two_days_is_an_event_of_both() -> None:
    """Jämtland Härjedalens fullmäktige 23–24 April 2024; what is counted from it tells its days."""
    read = events(ical(rs.load_region("jamtland-harjedalen"), year=2024, organ="regionfullmaktige"))
    (meeting,) = (event for event in read if event.summary.value == "Regionfullmäktiges sammanträden")
    assert (meeting.dtstart.value, meeting.dtend.value) == (date(2024, 4, 23), date(2024, 4, 25))
    (minutes,) = (event for event in read if event.summary.value == "Fullmäktiges protokoll är justerat")
    assert "sammanträde 23–24 april" in minutes.description.value


def test_the_same_model_gives_the_same_bytes() -> None:
    """No clock and no order of records shows, and lines are folded at 75 octets with CRLF."""
    data = ical(MODEL, year=2026)
    assert data == ical(rs.load_region("exempel"), year=2026)
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    assert data.count(b"\n") == data.count(b"\r\n")


def test_the_stamp_is_the_day_it_is_seen_from() -> None:
    """Each event says from when it is known, and nothing else of the day changes."""
    (stamp,) = {event.dtstamp.value for event in events(ical(MODEL, year=2027))}
    assert stamp == datetime(2026, 6, 1, tzinfo=UTC)
    later = events(ical(MODEL, year=2027, on=date(2026, 7, 1)))
    assert {event.dtstamp.value for event in later} == {datetime(2026, 7, 1, tzinfo=UTC)}
    assert [event.uid.value for event in later] == [event.uid.value for event in events(ical(MODEL, year=2027))]


def test_an_organ_has_a_calendar_of_its_own() -> None:
    """Only what it does, over several years if asked for."""
    one, two = (events(ical(MODEL, year=2026, until=until, organ="rf")) for until in (None, 2027))
    assert 0 < len(one) < len(two)
    assert {event.dtstart.value.year for event in two} == {2026, 2027}


def test_a_step_with_only_a_month_says_so() -> None:
    """Its event stands on the last day of the month, and is tentative while it is ahead."""
    (event,) = (each for each in events(ical(MODEL, year=2026, lang="en")) if "väljer revisorer" in each.summary.value)
    assert event.summary.value == "Nyvalt fullmäktige väljer revisorer (in the month)"
    assert (event.dtstart.value, event.status.value, event.transp.value) == (
        date(2026, 11, 30),
        "TENTATIVE",
        "TRANSPARENT",
    )


def test_without_the_extra_it_says_which(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever has not installed it is told what to install."""
    monkeypatch.setitem(sys.modules, "icalendar", None)  # as where it is not installed
    with pytest.raises(MissingExtra, match=r"regionstyrning\[ical\]"):
        ical(MODEL, year=2026)
