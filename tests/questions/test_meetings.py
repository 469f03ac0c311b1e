"""On which days an organ is known to meet."""

from __future__ import annotations

from datetime import date

from attrs import evolve

from regionstyrning import load_region
from regionstyrning.model import Decision, DecisionKind, Meeting, Organ, OrganKind
from regionstyrning.questions.meetings import meetings_of, meetings_seen
from tests.model.small import model


def decided(day: date | None, **more: object) -> Decision:
    """A decision by the assembly."""
    return Decision(**{"kind": DecisionKind.DECIDES, "by": "rf", "on": day, "title": "Beslut", **more})  # type: ignore[arg-type]


RF = Organ(
    id="rf",
    title="Fullmäktige",
    kind=OrganKind.ASSEMBLY,
    meetings=[Meeting(on=date(2026, 6, 17)), Meeting(on=date(2026, 2, 18), text="17–18 februari")],
)


def test_meetings_are_those_stated_and_those_of_decisions() -> None:
    """In order of day, each once."""
    decisions = [decided(date(2026, 4, 22)), decided(date(2026, 6, 17)), decided(None)]
    assert meetings_of(model(organs=[RF], decisions=decisions), "rf") == (
        date(2026, 2, 18),
        date(2026, 4, 22),
        date(2026, 6, 17),
    )


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
    stated = (date(2026, 2, 18), date(2026, 6, 17))
    assert (meetings_seen(whole, "rf"), meetings_seen(whole, "hsn")) == (stated, ())
    assert date(2026, 4, 22) in meetings_seen(evolve(whole, as_of=date(2026, 4, 22)), "rf")


def test_of_an_organ_that_is_not_there_no_meeting_is_known() -> None:
    """A post that decides nothing has no days either."""
    assert meetings_of(model(organs=[RF]), "hsn") == ()


def test_decisions_on_delegation_are_reported_at_a_meeting_that_is_printed() -> None:
    """Jämtland Härjedalen's regionala utvecklingsnämnd met on 13 December 2022; in December it also adopted a plan."""
    found = meetings_of(load_region("jamtland-harjedalen"), "regionala-utvecklingsnamnden")
    assert [day for day in found if day.year == 2022] == [date(2022, 12, 13)]
