"""On which days an organ is known to meet."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from regionstyrning import load_region
from regionstyrning.errors import InvalidValue
from regionstyrning.law import STANDARD
from regionstyrning.model import Decision, DecisionKind, Frequency, Meeting, Organ, OrganKind, SteeringModel
from regionstyrning.questions.authority.chains import Authority
from regionstyrning.questions.authority.report_days import falls_due
from regionstyrning.questions.meetings import meetings_of, meetings_seen
from tests.model.small import model


def decided(day: date | None, **more: object) -> Decision:
    """A decision by the assembly."""
    return Decision(**{"kind": DecisionKind.DECIDES, "by": "rf", "on": day, "title": "Beslut", **more})  # type: ignore[arg-type]


RF = Organ(
    id="rf",
    title="Fullmäktige",
    kind=OrganKind.ASSEMBLY,
    meetings=[
        Meeting(on=date(2026, 6, 17)),
        Meeting(on=date(2026, 2, 17), until=date(2026, 2, 18), text="17–18 februari"),
    ],
)


def days(made: SteeringModel, organ: str = "rf") -> list[tuple[date, date]]:
    """The first and the last day of each meeting."""
    return [(each.on, each.last) for each in meetings_of(made, organ)]


def test_meetings_are_those_stated_and_those_of_decisions() -> None:
    """In order of day, each once."""
    decisions = [decided(date(2026, 4, 22)), decided(date(2026, 6, 17)), decided(None)]
    assert days(model(organs=[RF], decisions=decisions)) == [
        (date(2026, 2, 17), date(2026, 2, 18)),
        (date(2026, 4, 22), date(2026, 4, 22)),
        (date(2026, 6, 17), date(2026, 6, 17)),
    ]


def test_what_is_decided_on_a_day_of_a_meeting_is_decided_at_it() -> None:
    """On the first or the last; and two that share a day are one, from the first to the last of both."""
    decisions = [decided(date(2026, 2, 17)), decided(date(2026, 2, 18)), decided(date(2026, 2, 19))]
    made = model(organs=[RF], decisions=decisions)
    assert days(made)[:2] == [(date(2026, 2, 17), date(2026, 2, 18)), (date(2026, 2, 19), date(2026, 2, 19))]
    longer = evolve(RF, meetings=[*RF.meetings, Meeting(on=date(2026, 2, 18), until=date(2026, 2, 20))])
    assert days(evolve(made, organs=[longer]))[0] == (date(2026, 2, 17), date(2026, 2, 20))


def test_a_meeting_does_not_end_before_it_begins() -> None:
    """The days in the wrong order are refused, with both."""
    with pytest.raises(InvalidValue, match="until 2026-02-16 is before on 2026-02-17"):
        Meeting(on=date(2026, 2, 17), until=date(2026, 2, 16))


def test_a_decision_on_the_first_day_is_reported_at_the_meeting_that_begins_later() -> None:
    """By its last day, not on the second day of the meeting that goes on."""
    authority = Authority(model(organs=[RF]), STANDARD)
    falls = [falls_due(authority, "rf", Frequency.NEXT_MEETING, date(2026, 2, day)) for day in (16, 17)]
    assert falls == [date(2026, 2, 18), date(2026, 6, 17)]


def test_what_is_done_with_minutes_is_done_between_meetings() -> None:
    """Days when minutes are approved or announced are no meetings, nor is the last day that may have been one."""
    decisions = [
        decided(date(2026, 5, 6), kind=DecisionKind.APPROVES_MINUTES),
        decided(date(2026, 5, 8), kind=DecisionKind.ANNOUNCES),
        decided(date(2026, 9, 30), on_text="september 2026"),
    ]
    assert meetings_of(model(organs=[evolve(RF, meetings=[])], decisions=decisions), "rf") == ()


def test_a_decision_to_come_tells_of_no_meeting() -> None:
    """Seen on a day, only what is stated ahead is known of the meetings after it."""
    whole = model(organs=[RF], decisions=[decided(date(2026, 4, 22))], as_of=date(2026, 4, 21))
    assert (meetings_seen(whole, "rf"), meetings_seen(whole, "hsn")) == ((RF.meetings[1], RF.meetings[0]), ())
    later = meetings_seen(evolve(whole, as_of=date(2026, 4, 22)), "rf")
    assert date(2026, 4, 22) in [each.on for each in later]


def test_of_an_organ_that_is_not_there_no_meeting_is_known() -> None:
    """A post that decides nothing has no days either."""
    assert meetings_of(model(organs=[RF]), "hsn") == ()


def test_decisions_on_delegation_are_reported_at_a_meeting_that_is_printed() -> None:
    """Jämtland Härjedalen's regionala utvecklingsnämnd met on 13 December 2022; in December it also adopted a plan."""
    found = days(load_region("jamtland-harjedalen"), "regionala-utvecklingsnamnden")
    assert [last for _, last in found if last.year == 2022] == [date(2022, 12, 13)]
