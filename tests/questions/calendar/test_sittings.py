"""Steps that are done at a meeting, or some days after."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import regionstyrning as rs
from regionstyrning.model import (
    Action,
    CycleStep,
    Decision,
    DecisionKind,
    ElectionYear,
    Meeting,
    MonthDay,
    Organ,
    OrganKind,
    Recurrence,
    SteeringModel,
    Structure,
    Validity,
)
from regionstyrning.questions.calendar import DatedStep, State, StepKind
from regionstyrning.questions.calendar.said import said_of
from regionstyrning.text.sentences import Language
from tests.model.small import model

ASSEMBLY, MEETING = OrganKind.ASSEMBLY, StepKind.MEETING
MARCH, JUNE, DECEMBER = date(2026, 3, 25), date(2026, 6, 17), date(2025, 12, 20)


def step(id: str = "steg", **more: Any) -> CycleStep:  # noqa: ANN401 - any field
    """A step of the assembly's, at its meeting."""
    given = {"id": id, "title": id, "action": Action.DECIDES, "by": [ASSEMBLY], "at_meeting_of": ASSEMBLY, **more}
    return CycleStep(**given)


def region(*steps: CycleStep, meetings: Iterable[date] = (MARCH, JUNE)) -> SteeringModel:
    """A region whose assembly meets on some days."""
    held = [Meeting(on=day) for day in meetings]
    return model(
        organs=[Organ(id="rf", title="Fullmäktige", kind=ASSEMBLY, meetings=held)],
        structures=[Structure(id="s", title="S", cycle=steps)],
        as_of=date(2026, 4, 1),
    )


def own(made: SteeringModel, record: str = "steg", year: int = 2026) -> list[DatedStep]:
    """The times of a step of the cycle in a year."""
    return [each for each in rs.calendar(made, year).steps if each.kind is StepKind.OWN and each.record == record]


def days(made: SteeringModel, record: str = "steg", year: int = 2026) -> list[date | None]:
    """Its days."""
    return [each.on for each in own(made, record, year)]


BEFORE = CycleStep(id="bereds", title="Bereds", action=Action.PREPARES, last=MonthDay(month=5, day=4))
"""A step by 4 May."""


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ([step()], [MARCH, JUNE]),
        ([step(days_after=14)], [date(2026, 4, 8), date(2026, 7, 1)]),
        ([step(days_after=-1)], [date(2026, 3, 24), date(2026, 6, 16)]),
        ([step(after=["bereds"]), BEFORE], [JUNE]),
        ([step(after=["bereds"], days_after=14), BEFORE], [date(2026, 7, 1)]),
        ([step(after=["bereds"]), evolve(BEFORE, last=MonthDay(month=3, day=25))], [MARCH]),
        ([step(after=["bereds"]), evolve(BEFORE, last=MonthDay(month=3))], [MARCH]),
        ([step(after=["bereds"]), evolve(BEFORE, last=MonthDay(month=7))], [None]),
        ([step(after=["bereds"]), evolve(BEFORE, last=None)], [None]),
        ([step(after=["ingen"])], [None]),
        ([step(at_meeting_of=OrganKind.BOARD)], [None]),
        ([step(validity=Validity(first=date(2026, 5, 1)))], [JUNE]),
    ],
)
def test_the_day_follows_from_the_meetings(steps: list[CycleStep], expected: list[date | None]) -> None:
    """At each, or at the first from what it waits for; without a day where no such meeting is known."""
    assert days(region(*steps)) == expected


def test_of_a_meeting_of_several_days_the_last_counts_after_it_and_the_first_before() -> None:
    """What is done at it is done by its last day, and its days stand in the text."""
    made = region(meetings=())
    rf = evolve(made.organs[0], meetings=[Meeting(on=date(2026, 4, 30), until=date(2026, 5, 2))])
    found = {
        after: own(evolve(made, organs=[rf], structures=[Structure(id="s", title="S", cycle=[step(days_after=after)])]))
        for after in (-7, 0, 14)
    }
    assert {after: [str(each.on) for each in steps] for after, steps in found.items()} == {
        -7: ["2026-04-23"],
        0: ["2026-05-02"],
        14: ["2026-05-16"],
    }
    assert {said_of(made, each, "sv")[0].split(" · ")[1] for (each,) in found.values()} == {
        "sammanträde 30 april – 2 maj"
    }


def test_days_after_a_meeting_belong_to_the_year_they_fall_in() -> None:
    """Fourteen days after 20 December 2025 is in 2026; past the last day of all there is none."""
    made = region(step(days_after=14), meetings=[DECEMBER])
    assert (days(made, year=2025), days(made, year=2026)) == ([None], [date(2026, 1, 3)])
    assert days(region(step(days_after=14), meetings=[date(9998, 12, 31), date.max]), year=9998) == [None]
    assert days(region(step(days_after=-7), meetings=[date(2026, 1, 3)]), year=2025) == [date(2025, 12, 27)]


def test_a_step_may_wait_for_one_at_a_meeting() -> None:
    """What is done at the meeting after another meeting's step: on the same day at the earliest."""
    later = step("senare", after=["steg"], days_after=1)
    assert days(region(step(after=["bereds"]), later, BEFORE), "senare") == [JUNE + timedelta(days=1)]


def test_steps_at_meetings_that_wait_for_each_other_have_no_day() -> None:
    """Whichever is asked for first."""
    one, other = step("a", after=["b", "bereds"]), step("b", after=["a"])
    assert days(region(one, other, BEFORE), "a") == days(region(other, one, BEFORE), "a") == [None]
    assert days(region(one, other, BEFORE), "b") == days(region(other, one, BEFORE), "b") == [None]


MEETS = CycleStep(id="moten", title="Möten", action=Action.MEETS, by=[ASSEMBLY], recurs=Recurrence.QUARTERLY)


def test_the_cycle_says_when_an_organ_meets_where_no_day_is_known() -> None:
    """A month in which it meets stands for the day; a day that is known comes before its month."""
    found = own(region(step(), MEETS))
    assert [(each.on, each.exact) for each in found] == [
        (MARCH, True),
        (JUNE, True),
        (date(2026, 9, 30), False),
        (date(2026, 12, 31), False),
    ]
    assert (
        "kända dagar: 25 mars, 17 juni, i september och i december" in rs.calendar(region(step(), MEETS), 2026).text()
    )


def test_a_meeting_that_is_not_held_in_a_year_of_election_dates_nothing() -> None:
    """2026 is one."""
    never = evolve(MEETS, election_year=ElectionYear.NEVER)
    assert days(region(step(), never)) == [MARCH, JUNE]


def test_a_meeting_whose_day_is_known_and_past_was_held() -> None:
    """In March they met, in June they will."""
    found = own(region(evolve(MEETS, recurs=Recurrence.CONTINUOUS, at_meeting_of=ASSEMBLY)), "moten")
    assert [each.state for each in found] == [State.DONE, State.AHEAD]
    assert all(each.many for each in found)
    assert [each.begins for each in found] == [MARCH, JUNE]


@pytest.mark.parametrize(
    ("lang", "told", "known"),
    [
        ("sv", "hänger på ett sammanträde i fullmäktige, vars dag inte är känd", "kända dagar: 25 mars och 17 juni"),
        ("en", "hangs on a meeting of fullmäktige, whose day is not known", "days that are known: 25 March"),
    ],
)
def test_what_is_missing_for_a_day_is_told(lang: Language, told: str, known: str) -> None:
    """And the days that are known stand in one line."""
    made = region(step(), meetings=())
    assert told in said_of(made, own(made)[0], lang)[0]
    assert known in rs.calendar(region(step()), 2026).text(lang)


def test_meetings_that_are_stated_stand_in_the_calendar() -> None:
    """Without a step of the cycle that dates them; a day that only a decision tells of is none."""
    made = region(BEFORE).with_(Decision(kind=DecisionKind.DECIDES, by="rf", on=date(2026, 2, 4), title="Beslut"))
    found = [step for step in rs.calendar(made, 2026).steps if step.kind is MEETING]
    assert [(step.on, step.title, step.state) for step in found] == [
        (MARCH, "Fullmäktige sammanträder", State.DONE),
        (JUNE, "Fullmäktige sammanträder", State.AHEAD),
    ]
    assert [step.title for step in rs.calendar(made, 2026).only(organ="rf").due(made.as_of)] != []
    assert [step.on for step in rs.calendar(made, 2026).due(made.as_of) if step.kind is MEETING] == [JUNE]


def test_a_meeting_that_the_cycle_dates_is_told_once() -> None:
    """By a step of the region's own."""
    made = region(evolve(MEETS, recurs=Recurrence.CONTINUOUS, at_meeting_of=ASSEMBLY))
    assert [step.on for step in rs.calendar(made, 2026).steps if step.kind is MEETING] == []


def test_the_days_of_a_stated_meeting_are_told() -> None:
    """From the first to the last over the new year, in the year of the last; or as they are written."""
    long = Meeting(on=date(2025, 12, 30), until=date(2026, 1, 2), text="mellandagarna")
    made = region(BEFORE, meetings=())
    rf = evolve(made.organs[0], meetings=[long, Meeting(on=MARCH, text="onsdag 25 mars")])
    whole = evolve(made, organs=[rf])
    one, other = (step for step in rs.calendar(whole, 2026).steps if step.kind is MEETING)
    assert (one.begins, one.on) == (date(2025, 12, 30), date(2026, 1, 2))
    assert (said_of(whole, one, "sv"), said_of(whole, other, "sv")) == (["30 december – 2 januari"], ["onsdag 25 mars"])
    text = " ".join(rs.calendar(whole, 2026).text().split())
    assert "JANUARI 2 + Fullmäktige sammanträder 30 december – 2 januari" in text


MEETINGS = st.lists(st.dates(min_value=date(2024, 1, 1), max_value=date(2028, 12, 31)), max_size=8, unique=True)


@given(MEETINGS, st.integers(min_value=0, max_value=40), st.permutations(range(2023, 2031)))
def test_each_meeting_gives_one_time_in_whatever_order_years_are_asked_for(
    meetings: list[date], after: int, order: list[int]
) -> None:
    """The times of all years are those of all meetings, each in the year that it falls in."""
    made = region(step(days_after=after), meetings=meetings)
    found = [day for year in order for day in days(made, year=year) if day is not None]
    assert sorted(found) == sorted(day + timedelta(days=after) for day in meetings)


@given(MEETINGS.filter(bool), st.integers(min_value=1, max_value=60))
def test_moving_a_meeting_moves_only_what_hangs_on_it(meetings: list[date], more: int) -> None:
    """The first meeting moves, and with it the step at it; the days that hang on no meeting stay."""
    first, *rest = meetings
    moved = first + timedelta(days=more)
    steps = [step(), BEFORE, evolve(MEETS, by=[OrganKind.BOARD])]
    before, after = region(*steps, meetings=meetings), region(*steps, meetings=[moved, *rest])
    spans = [rs.calendar(each, 2023, until=2030).steps for each in (before, after)]
    stays = [[each for each in span if each.at_meeting_of is None and each.kind is not MEETING] for span in spans]
    others = [{(each.id, each.on) for each in span} for span in stays]
    hanging = [{each.on for each in span if each.record == "steg"} for span in spans]
    assert others[0] == others[1]
    assert hanging[0] ^ hanging[1] <= {first, moved, None}
