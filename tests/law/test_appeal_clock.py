"""From approved minutes to the last day of appeal."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from regionstyrning.errors import InvalidValue, NoTruthValue
from regionstyrning.law import STANDARD, Law, packaged
from regionstyrning.law.appeal_clock import appeal_clock
from regionstyrning.law.appeals import Posted

LAW = Law(statutes=packaged().statutes)
MOVING = evolve(LAW, policies=evolve(STANDARD, shift_authority_deadlines=True))


def test_a_decision_that_is_reported_follows_the_minutes() -> None:
    """ANM-2: approved on 10 November 2026, announced on the 11th, to be appealed until 2 December."""
    clock = appeal_clock(LAW, meeting=date(2026, 11, 3), approved=date(2026, 11, 10), announced=date(2026, 11, 11))
    assert clock.to_records() == [
        {
            "delegated": None,
            "approve_by": date(2026, 11, 17),
            "approve_moved_to": date(2026, 11, 17),
            "approved_late": None,
            "announce_by": date(2026, 11, 12),
            "announce_moved_to": date(2026, 11, 12),
            "announced_late": None,
            "missing_boards": [],
            "starts": date(2026, 11, 11),
            "last_day": date(2026, 12, 2),
            "runs_out": True,
            "latest": None,
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


@pytest.mark.parametrize(
    ("approved", "said"),
    [
        (date(2026, 11, 3), None),
        (date(2026, 11, 4), "1 dag för sent: lagen ger 14 dagar från sammanträdet (KL 5 kap. 69 §)"),
        (date(2026, 11, 14), "11 dagar för sent: lagen ger 14 dagar från sammanträdet (KL 5 kap. 69 §)"),
    ],
)
def test_a_late_approval_is_told(approved: date, said: str | None) -> None:
    """KL 5:69: fourteen days from the meeting of 20 October 2026; the time is counted from the announcement."""
    clock = appeal_clock(LAW, meeting=date(2026, 10, 20), approved=approved, announced=approved)
    assert clock.approved_late == (None if said is None else approved)
    assert (said or "senast 2026-11-03 (KL 5 kap. 69 §). Justeringen") in clock.text()
    assert clock.time.starts == approved


def test_a_late_approval_is_told_in_english() -> None:
    """With the same days."""
    clock = appeal_clock(LAW, meeting=date(2026, 10, 20), approved=date(2026, 11, 4))
    assert "1 day too late: the law gives 14 days from the meeting" in clock.text("en")
    later = appeal_clock(LAW, meeting=date(2026, 10, 20), approved=date(2026, 11, 5))
    assert "They were approved on 2026-11-05, 2 days too late" in later.text("en")


def test_of_an_approval_without_a_meeting_it_is_not_told_whether_it_was_late() -> None:
    """Nothing is counted from."""
    assert appeal_clock(LAW, approved=date(2026, 11, 4)).approved_late is None


def test_a_late_announcement_is_told() -> None:
    """The time is counted from it all the same."""
    clock = appeal_clock(LAW, approved=date(2026, 11, 10), announced=date(2026, 11, 13))
    assert (clock.announced_late, clock.time.starts) == (date(2026, 11, 13), date(2026, 11, 13))
    assert "It was announced on 2026-11-13, too late" in clock.text("en")


def test_of_a_day_whose_law_is_not_held_nothing_is_told() -> None:
    """ANM-10: decisions announced before 2018 are appealed by the act of 1991."""
    clock = appeal_clock(LAW, approved=date(2017, 11, 10), announced=date(2017, 12, 20))
    assert (clock.announce_by, clock.announced_late, clock.may_be_taken_down) == (None, None, None)


def test_before_it_is_announced_the_last_day_that_can_be_is_told() -> None:
    """Approved on the 10th, announced by the 12th: it ends on 3 December at the latest."""
    clock = appeal_clock(LAW, approved=date(2026, 11, 10))
    assert clock.latest is not None
    assert (clock.time.starts, clock.latest.last_day) == (None, date(2026, 12, 3))
    assert clock.text().endswith("Om det tillkännages senast 2026-11-12 går tiden ut senast 2026-12-03.")


def test_of_the_meeting_alone_it_is_reckoned_from_the_last_day_for_approval() -> None:
    """Fourteen days, two more, and three weeks."""
    clock = appeal_clock(LAW, meeting=date(2026, 11, 3))
    assert clock.to_records()[0]["latest"] == date(2026, 12, 10)
    assert "If it is announced by 2026-11-19, the time ends by 2026-12-10." in clock.text("en")


def test_for_a_joint_body_the_latest_is_of_all_boards() -> None:
    """The rule on every participant's board is among those it rests on."""
    clock = appeal_clock(LAW, approved=date(2026, 11, 10), boards=("X", "Y"))
    assert clock.latest is not None
    assert "kl/13-5-gemensam" in [rule.id for rule in clock.latest.laws]


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ({"approved": date(2026, 11, 2)}, "approved 2026-11-02 is before meeting 2026-11-03"),
        ({"announced": date(2026, 11, 2)}, "announced 2026-11-02 is before meeting 2026-11-03"),
        (
            {"approved": date(2026, 11, 10), "announced": [Posted(first=date(2026, 11, 9))]},
            "announced 2026-11-09 is before approved 2026-11-10; a decision that is recorded separately has its",
        ),
        ({"approved": date(9999, 11, 10)}, "approved 9999-11-10, expected 9999-09-02 at the latest"),
    ],
)
def test_days_that_do_not_follow_each_other_are_refused(days: dict[str, object], said: str) -> None:
    """A meeting, then its approval, then its announcement, and room to count from each."""
    with pytest.raises(InvalidValue, match=said):
        appeal_clock(LAW, meeting=date(2026, 11, 3), **days)  # type: ignore[arg-type]


def test_the_same_day_will_do() -> None:
    """Minutes may be approved and announced at once."""
    day = date(2026, 11, 3)
    assert appeal_clock(LAW, meeting=day, approved=day, announced=day).time.starts == day


def test_nothing_is_taken_down_before_it_is_posted() -> None:
    """Such an announcement contradicts itself."""
    with pytest.raises(InvalidValue, match="taken down 2026-11-10, before it was announced 2026-11-11"):
        Posted(first=date(2026, 11, 11), taken_down=date(2026, 11, 10))


def test_a_last_day_on_a_holiday_tells_where_it_would_move() -> None:
    """Good Friday 2026: the region's own last days stay, and move by the setting to the Tuesday."""
    stays = appeal_clock(LAW, approved=date(2026, 4, 1))
    moves = appeal_clock(MOVING, approved=date(2026, 4, 1))
    assert "2026-04-03 är långfredagen; får regionens egna sista dagar flyttas, blir det 2026-04-07." in stays.text()
    assert "tillkännages senast 2026-04-07 (KL 8 kap. 12 §). Den dagen är flyttad från 2026-04-03" in moves.text()
    assert [stays.to_records()[0][name] for name in ("announce_by", "announce_moved_to")] == [
        date(2026, 4, 3),
        date(2026, 4, 7),
    ]


def test_weekdays_are_named_in_the_language() -> None:
    """14 November 2026 is a Saturday."""
    clock = appeal_clock(LAW, approved=date(2026, 11, 12))
    assert "2026-11-14 är lördag;" in clock.text()
    assert "2026-11-14 is a Saturday;" in clock.text("en")


def test_a_decision_on_delegation_says_whose_minutes_it_follows() -> None:
    """ANM-3: those of the meeting where it was reported, or a record of its own."""
    reported = appeal_clock(LAW, meeting=date(2026, 10, 20), delegated=True)
    recorded = appeal_clock(LAW, announced=date(2026, 11, 2), delegated=True)
    assert reported.text().startswith("Ett beslut på delegation som anmäls följer protokollet från sammanträdet")
    assert recorded.text().startswith("Ett beslut på delegation som inte anmäls protokollförs särskilt")
    assert (recorded.to_records()[0]["delegated"], recorded.time.last_day) == ("kl/6-40-protokoll", date(2026, 11, 23))


def test_the_law_is_not_written_out_with_an_answer() -> None:
    """All of kommunallagen would come with every provision: an id says the same."""
    clock = appeal_clock(LAW, meeting=date(2026, 11, 3), approved=date(2026, 11, 10))
    assert "Deadline(rule=LawRule('kl/8-12'), counted_to=" in repr(clock)
    assert len(repr(clock)) < 2_000
    assert repr(LAW).startswith("Law(f88, fl, ")


def test_of_no_day_at_all_nothing_can_be_last() -> None:
    """Without a meeting, an approval or an announcement there is nothing to reckon from."""
    clock = appeal_clock(LAW)
    assert (clock.latest, clock.time.starts) == (None, None)
