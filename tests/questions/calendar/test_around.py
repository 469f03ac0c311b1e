"""The law's days around a meeting of fullmäktige."""

from __future__ import annotations

from datetime import date

from attrs import evolve

import regionstyrning as rs
from regionstyrning.law import STANDARD
from regionstyrning.model import (
    Action,
    Content,
    CycleStep,
    Decision,
    DecisionKind,
    DocumentKind,
    DocumentStatus,
    Meeting,
    MonthDay,
    Organ,
    OrganKind,
    SteeringDocument,
    SteeringModel,
    Structure,
)
from regionstyrning.questions.calendar import DatedStep, State
from regionstyrning.questions.calendar.said import said_of
from tests.model.small import model

BLEKINGE = rs.load_region("blekinge")
BUDGET = DocumentKind(id="plan", title="Regionplan", contains=[Content.BUDGET])


def around(made: SteeringModel, year: int) -> list[DatedStep]:
    """The steps of a year that hang on meetings by law."""
    found = rs.calendar(made, year).steps
    return [step for step in found if step.at_meeting_of is not None and step.law is not None and step.duty is None]


def region(day: date, *steps: CycleStep, until: date | None = None) -> SteeringModel:
    """A region whose fullmäktige meets once, and whose nämnd meets too."""
    meetings = [Meeting(on=day, until=until)]
    return model(
        organs=[
            Organ(id="rf", title="Fullmäktige", kind=OrganKind.ASSEMBLY, meetings=meetings),
            Organ(id="hsn", title="Nämnden", kind=OrganKind.COMMITTEE, meetings=meetings),
        ],
        structures=[Structure(id="s", title="S", document_kinds=[BUDGET], cycle=steps)],
        as_of=date(2026, 11, 20),
    )


def budget(action: Action = Action.DECIDES, kind: str | None = "plan", day: int | None = 25) -> CycleStep:
    """Fullmäktige's step with a budget in November."""
    return CycleStep(
        id="b", title="B", action=action, by=[OrganKind.ASSEMBLY], document_kind=kind, last=MonthDay(month=11, day=day)
    )


def test_a_meeting_is_announced_before_it_and_its_minutes_approved_after() -> None:
    """One week before and two weeks after, each with its paragraph and how far it has come."""
    assert [(str(step.on), step.law, step.state) for step in around(region(date(2026, 11, 25)), 2026)] == [
        ("2026-11-18", "KL 5 kap. 13–15 §§", State.NOT_SHOWN),
        ("2026-12-09", "KL 5 kap. 69 §", State.AHEAD),
    ]


def test_a_meeting_of_two_days_is_announced_before_the_first_and_its_minutes_approved_after_the_last() -> None:
    """Each tells the meeting's days, in Jämtland Härjedalen as they are printed: 23-24 April 2024."""
    found = around(rs.load_region("jamtland-harjedalen"), 2024)
    told = [(str(step.on), said_of(BLEKINGE, step, "sv")[0].split(" · ")[1]) for step in found]
    assert told == [
        ("2024-04-16", "sammanträde 23–24 april"),
        ("2024-05-08", "sammanträde 23–24 april"),
    ]
    assert found[0].to_records()[0]["meeting_first"] == "2024-04-23"
    assert found[0].to_records()[0]["meeting_last"] == "2024-04-24"


def test_a_meeting_of_two_days_treats_what_is_decided_on_either() -> None:
    """By the cycle: the budget on the first day, or on the last."""
    for day in (25, 26):
        made = region(date(2026, 11, 25), budget(day=day), until=date(2026, 11, 26))
        assert [str(step.on) for step in around(made, 2026) if not step.many] == ["2026-11-18"]


def test_the_days_belong_to_the_year_they_fall_in() -> None:
    """A meeting in the last week of December has its minutes approved in January."""
    made = region(date(2026, 12, 28))
    assert [[step.on for step in around(made, year)] for year in (2026, 2027)] == [
        [date(2026, 12, 21)],
        [date(2027, 1, 11)],
    ]


def test_a_last_day_after_a_meeting_moves_from_a_holiday_by_the_setting() -> None:
    """Two weeks after 23 December 2026 is trettondedagen; the announcement before it stays."""
    made = region(date(2026, 12, 23))
    plain, moved = (
        [
            (step.on, step.moved_from, step.day_off)
            for year in (2026, 2027)
            for step in rs.calendar(made, year, policies=policies).steps
            if step.at_meeting_of is not None
        ]
        for policies in (STANDARD, evolve(STANDARD, shift_authority_deadlines=True))
    )
    assert plain == [(date(2026, 12, 16), None, None), (date(2027, 1, 6), None, "trettondedag jul")]
    assert moved == [(date(2026, 12, 16), None, None), (date(2027, 1, 7), date(2027, 1, 6), "trettondedag jul")]


def test_a_budget_is_on_the_web_before_the_meeting_that_treats_it() -> None:
    """By the cycle, at the day or in the month that it states; of no kind of document nothing is asked."""
    titles = [
        [step.title for step in around(region(date(2026, 11, 25), each), 2026) if not step.many]
        for each in (budget(), budget(Action.TREATS), budget(day=None), budget(kind=None), budget(day=24))
    ]
    on_web = ["Styrelsens förslag till budget finns på webben"]
    assert titles == [on_web, on_web, on_web, [], []]


def test_of_several_meetings_in_a_month_none_is_said_to_treat_the_budget() -> None:
    """Which one it is is not known."""
    made = region(date(2026, 11, 25), budget(day=None))
    rf = evolve(made.organs[0], meetings=[*made.organs[0].meetings, Meeting(on=date(2026, 11, 4))])
    assert all(step.many for step in around(made.with_(rf), 2026))


def test_a_step_in_several_months_is_not_said_to_be_done_at_the_one_meeting_that_is_known() -> None:
    """Fullmäktige may meet in October too, though nobody read of it."""
    step = evolve(budget(), first_month=10)
    assert all(each.many for each in around(region(date(2026, 11, 25), step), 2026))


def test_a_preliminary_budget_is_not_on_the_web_by_law() -> None:
    """What fullmäktige adopts as preliminary is no budget of which the proposal must be public."""
    draft = SteeringDocument(id="utkast", title="Utkast", kind="plan", status=DocumentStatus.PRELIMINARY)
    adopts = Decision(kind=DecisionKind.ADOPTS, by="rf", on=date(2026, 6, 16), about="utkast", year=2027, title="Antas")
    made = region(date(2026, 6, 16)).with_(draft, adopts)
    assert all(each.many for each in around(made, 2026))


def test_an_annual_report_is_on_the_web_before_the_meeting_that_approved_it() -> None:
    """Blekinge's of 5 April 2023, by its decision; whether it was is in no decision, and is not told."""
    (step,) = (step for step in around(BLEKINGE, 2023) if step.title == "Årsredovisningen finns på webben")
    assert (step.on, said_of(BLEKINGE, step, "sv")) == (
        date(2023, 3, 29),
        ["Regionstyrelsen · sammanträde 5 april · KL 8 kap. 15 §"],
    )


def test_the_days_of_all_meetings_stand_in_one_line() -> None:
    """With the paragraph, and the day of the meeting that each is for."""
    text = " ".join(rs.calendar(BLEKINGE, 2023).text().split())
    assert (
        "Regionfullmäktige · KL 5 kap. 13–15 §§ · kända dagar: 29 mars (för 5 april), 6 september (för 13 september), "
        "1 november (för 8 november) och 29 november (för 6 december)" in text
    )


def test_where_the_law_is_not_held_nothing_is_asked_around_a_meeting() -> None:
    """Of a meeting in 2010."""
    assert around(region(date(2010, 11, 25)), 2010) == []
