"""From approved minutes to the last day of appeal."""

from __future__ import annotations

from datetime import date

import pytest

from regionstyrning.errors import NoTruthValue
from regionstyrning.law import Law, packaged
from regionstyrning.law.appeal_clock import appeal_clock
from regionstyrning.law.appeals import Posted

LAW = Law(statutes=packaged().statutes)


def test_a_decision_that_is_reported_follows_the_minutes() -> None:
    """ANM-2: approved on 10 November 2026, announced on the 11th, to be appealed until 2 December."""
    clock = appeal_clock(LAW, meeting=date(2026, 11, 3), approved=date(2026, 11, 10), announced=date(2026, 11, 11))
    assert clock.to_records() == [
        {
            "approve_by": date(2026, 11, 17),
            "announce_by": date(2026, 11, 12),
            "announced_late": None,
            "missing_boards": [],
            "starts": date(2026, 11, 11),
            "last_day": date(2026, 12, 2),
            "runs_out": True,
            "may_be_taken_down": date(2026, 12, 3),
        }
    ]


def test_a_decision_that_is_recorded_separately_follows_its_record() -> None:
    """No meeting and no approval: three weeks from the announcement of the record."""
    clock = appeal_clock(LAW, announced=date(2026, 11, 11))
    assert (clock.approve_by, clock.announce_by, clock.time.last_day) == (None, None, date(2026, 12, 2))


def test_what_is_neither_reported_nor_recorded_never_begins() -> None:
    """Without an announcement the time does not start."""
    clock = appeal_clock(LAW, meeting=date(2026, 11, 3), approved=date(2026, 11, 10))
    assert (clock.time.starts, clock.time.runs_out) == (None, False)


@pytest.mark.parametrize(("lang", "said"), [("sv", "justeras senast 2026-11-17"), ("en", "approved by 2026-11-17")])
def test_it_is_told_in_sentences(lang: str, said: str) -> None:
    """With the paragraph of each, and no truth value."""
    clock = appeal_clock(LAW, meeting=date(2026, 11, 3), approved=date(2026, 11, 10), announced=date(2026, 11, 11))
    assert said in clock.text(lang)  # type: ignore[arg-type]
    assert "KL 8 kap. 12 §" in clock.text(lang)  # type: ignore[arg-type]
    with pytest.raises(NoTruthValue, match="time"):
        bool(clock)


def test_an_announcement_that_is_taken_down_too_early_ends_nothing() -> None:
    """ANM-1: it stays up the whole time, or the time does not run out."""
    clock = appeal_clock(LAW, announced=[Posted(first=date(2026, 11, 11), taken_down=date(2026, 11, 30))])
    assert (clock.time.last_day, clock.time.runs_out, clock.may_be_taken_down) == (date(2026, 12, 2), False, None)


def test_a_joint_body_waits_for_every_board() -> None:
    """ANM-5: the time counts from the day when it stands on the boards of all participants."""
    own, other = Posted(first=date(2026, 11, 11), board="X"), Posted(first=date(2026, 11, 16), board="Y")
    waiting = appeal_clock(LAW, announced=[own], boards=("X", "Y"))
    both = appeal_clock(LAW, announced=[own, other], boards=("X", "Y"))
    assert (waiting.time.starts, waiting.missing_boards) == (None, ("Y",))
    assert (both.time.starts, both.missing_boards, both.may_be_taken_down) == (
        date(2026, 11, 16),
        (),
        date(2026, 12, 8),
    )
    assert "Det står inte på Y." in waiting.text()
    assert "may be taken down on 2026-12-08" in both.text("en")


def test_a_late_announcement_is_told() -> None:
    """The time is counted from it all the same."""
    clock = appeal_clock(LAW, approved=date(2026, 11, 10), announced=date(2026, 11, 13))
    assert (clock.announced_late, clock.time.starts) == (date(2026, 11, 13), date(2026, 11, 13))
    assert "It was announced on 2026-11-13, too late" in clock.text("en")


def test_of_a_day_whose_law_is_not_held_nothing_is_told() -> None:
    """ANM-10: decisions announced before 2018 are appealed by the act of 1991."""
    clock = appeal_clock(LAW, approved=date(2017, 11, 10), announced=date(2017, 12, 20))
    assert (clock.announce_by, clock.announced_late, clock.may_be_taken_down) == (None, None, None)
