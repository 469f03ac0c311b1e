"""From approved minutes to the last day of appeal."""

from __future__ import annotations

from datetime import date

import pytest

from regionstyrning.errors import NoTruthValue
from regionstyrning.law import Law, packaged
from regionstyrning.law.appeal_clock import appeal_clock

LAW = Law(statutes=packaged().statutes)


def test_a_decision_that_is_reported_follows_the_minutes() -> None:
    """ANM-2: approved on 10 November 2026, announced on the 11th, to be appealed until 2 December."""
    clock = appeal_clock(LAW, meeting=date(2026, 11, 3), approved=date(2026, 11, 10), announced=date(2026, 11, 11))
    assert clock.to_records() == [
        {
            "approve_by": date(2026, 11, 17),
            "announce_by": date(2026, 11, 12),
            "starts": date(2026, 11, 11),
            "last_day": date(2026, 12, 2),
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
