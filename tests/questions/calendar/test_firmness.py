"""That a year says no more of what was done than the decisions show."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

import regionstyrning as rs
from regionstyrning.export.year_pages import markdown_year
from regionstyrning.model import (
    Action,
    Adoption,
    Condition,
    ConditionKind,
    Content,
    CycleStep,
    Decision,
    DecisionKind,
    DocumentKind,
    DocumentStatus,
    ElectionYear,
    HorizonKind,
    Indicator,
    MeasureKind,
    Missing,
    MonthDay,
    Organ,
    OrganKind,
    Outcome,
    Part,
    PlanningHorizon,
    Position,
    PositionKind,
    Record,
    Recurrence,
    Stage,
    SteeringDocument,
    SteeringModel,
    Structure,
    Target,
)
from regionstyrning.model.dates import years
from regionstyrning.questions.calendar import Calendar, DatedStep, State

ORGANS = (
    Organ(id="rf", title="Fullmäktige", kind=OrganKind.ASSEMBLY),
    Organ(id="rs", title="Styrelsen", kind=OrganKind.BOARD),
    Organ(id="hsn", title="Sjukvårdsnämnden", kind=OrganKind.COMMITTEE),
)
KINDS = (
    DocumentKind(id="budget", title="Budget", contains=[Content.BUDGET]),
    DocumentKind(id="plan", title="Nämndplan"),
    DocumentKind(id="delar", title="Delårsrapport", contains=[Content.INTERIM_REPORT], reports=True),
    DocumentKind(id="ar", title="Årsredovisning", contains=[Content.ANNUAL_REPORT], reports=True),
)
YEARS = PlanningHorizon(kind=HorizonKind.BUDGET_YEAR, first_year=2026, plan_years=2)
BUDGET = SteeringDocument(id="budget-2026", title="Budget 2026", kind="budget", horizon=YEARS)
DRAFT = SteeringDocument(
    id="preliminar", title="Preliminär budget 2026", kind="budget", status=DocumentStatus.PRELIMINARY, horizon=YEARS
)
IN_JUNE = CycleStep(
    id="i-juni",
    title="Fullmäktige antar preliminär budget",
    action=Action.DECIDES,
    by=[OrganKind.ASSEMBLY],
    document_kind="budget",
    last=MonthDay(month=6, day=20),
    years_ahead=1,
)
IN_NOVEMBER = CycleStep(
    id="i-november",
    title="Fullmäktige antar budget",
    action=Action.DECIDES,
    by=[OrganKind.ASSEMBLY],
    document_kind="budget",
    last=MonthDay(month=11, day=25),
    years_ahead=1,
)
ADOPTED = "kl/11-10"


def region(*records: Record, cycle: tuple[CycleStep, ...] = (), day: date = date(2026, 1, 15)) -> SteeringModel:
    """A small region with some records and steps."""
    structure = Structure(id="s", title="S", document_kinds=KINDS, cycle=cycle)
    return SteeringModel(id="m", title="M", as_of=day).with_(structure, *ORGANS, *records)


def adopts(about: str, day: date, by: str = "rf", **more: str) -> Decision:
    """A decision to adopt something."""
    return Decision(kind=DecisionKind.ADOPTS, by=by, on=day, about=about, title=f"{about} antas", **more)  # type: ignore[arg-type]


def step_of(calendar: Calendar, record: str) -> DatedStep:
    """The one step of a record."""
    (found,) = (each for each in calendar.steps if each.record == record)
    return found


def test_a_preliminary_budget_is_not_the_budget() -> None:
    """What fullmäktige adopts as preliminary in June leaves the budget to adopt; nothing says that it was."""
    decided = region(DRAFT, adopts("preliminar", date(2025, 6, 12)))
    stated = region(
        SteeringDocument(
            id="preliminar",
            title="Preliminär budget 2026",
            kind="budget",
            status=DocumentStatus.PRELIMINARY,
            adopted=Adoption(organ="rf", on=date(2025, 6, 12)),
            horizon=YEARS,
        )
    )
    for model in (decided, stated):
        step = step_of(rs.calendar(model, 2025), ADOPTED)
        assert (step.state, step.overdue, step.done) == (State.NOT_SHOWN, True, ())


def test_a_preliminary_budget_that_gave_way_is_still_not_the_budget() -> None:
    """Of a draft that the model no longer holds it is known that it was one."""
    final = SteeringDocument(
        id="budget-2026",
        title="Budget 2026",
        kind="budget",
        status=DocumentStatus.ADOPTED,
        horizon=YEARS,
        based_on=["preliminar"],
    )
    model = region(DRAFT, final, adopts("preliminar", date(2025, 6, 12)), adopts("budget-2026", date(2025, 12, 10))).at(
        date(2026, 1, 15)
    )
    assert [document.id for document in model.documents] == ["budget-2026"]
    step = step_of(rs.calendar(model, 2025), ADOPTED)
    assert [done.on for done in step.done] == [date(2025, 12, 10)]


def test_the_preliminary_is_decided_in_the_earlier_step_and_the_final_in_the_last() -> None:
    """Each of two steps that decide the same kind of document is shown by its own decision."""
    june, november = adopts("preliminar", date(2025, 6, 12)), adopts("budget-2026", date(2025, 11, 20))
    both = rs.calendar(region(DRAFT, BUDGET, june, november, cycle=(IN_JUNE, IN_NOVEMBER)), 2025)
    assert [done.on for done in step_of(both, "i-juni").done] == [date(2025, 6, 12)]
    assert [done.on for done in step_of(both, "i-november").done] == [date(2025, 11, 20)]
    only = rs.calendar(region(DRAFT, june, cycle=(IN_JUNE, IN_NOVEMBER)), 2025)
    assert {id: step_of(only, id).state for id in ("i-juni", "i-november", ADOPTED)} == {
        "i-juni": State.IN_TIME,
        "i-november": State.NOT_SHOWN,
        ADOPTED: State.NOT_SHOWN,
    }


def test_a_final_budget_is_not_a_preliminary_one_that_is_late() -> None:
    """Of the step in June nothing is shown by what is adopted in November."""
    model = region(BUDGET, adopts("budget-2026", date(2025, 11, 20)), cycle=(IN_JUNE, IN_NOVEMBER))
    year = rs.calendar(model, 2025)
    assert (step_of(year, "i-juni").state, step_of(year, "i-november").state) == (State.NOT_SHOWN, State.IN_TIME)
    early = region(BUDGET, adopts("budget-2026", date(2025, 6, 12)), cycle=(IN_JUNE, IN_NOVEMBER))
    year = rs.calendar(early, 2025)
    assert (step_of(year, "i-juni").state, step_of(year, "i-november").state) == (State.IN_TIME, State.IN_TIME)


def test_a_kind_that_is_always_preliminary_is_done_in_its_own_step() -> None:
    """Preliminary conditions for the plan have a step of their own, and no final step follows."""
    step = CycleStep(
        id="forutsattningar",
        title="Preliminära planeringsförutsättningar",
        action=Action.DECIDES,
        by=[OrganKind.ASSEMBLY],
        document_kind="plan",
        last=MonthDay(month=6, day=30),
        years_ahead=1,
    )
    draft = SteeringDocument(
        id="p", title="Förutsättningar", kind="plan", status=DocumentStatus.PRELIMINARY, horizon=YEARS
    )
    year = rs.calendar(region(draft, adopts("p", date(2025, 6, 12)), cycle=(step,)), 2025)
    assert step_of(year, "forutsattningar").state is State.IN_TIME


def test_a_part_of_the_budget_is_not_the_budget() -> None:
    """Fullmäktige adopts the frame for investments ahead; the rest is left, and the whole may follow the same day."""
    part = adopts("budget-2026", date(2025, 6, 12), part="investeringsramen")
    step = step_of(rs.calendar(region(BUDGET, part), 2025), ADOPTED)
    assert (step.state, step.overdue) == (State.PART, True)
    whole = SteeringDocument(
        id="budget-2026",
        title="Budget 2026",
        kind="budget",
        adopted=Adoption(organ="rf", on=date(2025, 6, 12)),
        horizon=YEARS,
    )
    assert step_of(rs.calendar(region(whole, part), 2025), ADOPTED).state is State.IN_TIME


def test_a_part_of_the_annual_report_is_no_approval_before_discharge() -> None:
    """Discharge on the day before the whole was approved came too early, whatever part of it was approved earlier."""
    report = SteeringDocument(id="ar-2025", title="Årsredovisning 2025", kind="ar")
    approves = DecisionKind.APPROVES
    part = Decision(
        kind=approves, by="rf", on=date(2026, 4, 20), about="ar-2025", year=2025, part="bolagen", title="Godkänns"
    )
    whole = Decision(kind=approves, by="rf", on=date(2026, 4, 29), about="ar-2025", year=2025, title="Godkänns")
    granted = Decision(
        kind=DecisionKind.GRANTS_DISCHARGE, by="rf", on=date(2026, 4, 28), about="rs", year=2025, title="Beviljas"
    )
    model = region(report, part, whole, granted, day=date(2026, 6, 1))
    assert step_of(rs.calendar(model, 2026), "kl/5-24").done[0].state is State.TOO_EARLY
    assert "horizon.discharge-follows-approval" in {finding.rule for finding in rs.check(model)}


def test_what_fullmaktige_has_adopted_was_proposed() -> None:
    """With the budget adopted in June no proposal remains, and neither does the tax rate, which the budget holds."""
    model = region(BUDGET, adopts("budget-2026", date(2025, 6, 18)), day=date(2025, 6, 30))
    year = rs.calendar(model, 2025)
    rules, moot = ("kl/11-8", "kl/11-11-skattesats", ADOPTED), ("kl/11-8-november", "kl/11-11")
    assert {rule: step_of(year, rule).state for rule in rules} == dict.fromkeys(rules, State.IN_TIME)
    assert {rule: step_of(year, rule).state for rule in moot} == dict.fromkeys(moot, State.MOOT)
    assert not {step.record for step in year.due(date(2025, 6, 30))} & {*rules, *moot}
    assert "behövs inte (i tid: senast 2025-06-18, enligt fullmäktiges beslut)" in " ".join(year.text().split())
    assert "i tid: senast 2025-06-18, enligt fullmäktiges beslut" in " ".join(year.text().split())
    assert "in time: by 2025-06-18, by the decision of fullmäktige" in " ".join(year.text("en").split())
    (row,) = (row for row in year.to_records() if row["record"] == "kl/11-8")
    assert [(done["on"], done["at_latest"]) for done in row["done"]] == [("2025-06-18", True)]


def test_a_proposal_in_time_needs_no_later_last_day() -> None:
    """Handed over in October; the budget is still to be adopted, in November or with special reasons in December."""
    handed_over = Decision(
        kind=DecisionKind.HANDS_OVER, by="rs", on=date(2025, 10, 20), about="budget-2026", title="Förslaget lämnas"
    )
    year = rs.calendar(region(BUDGET, handed_over, day=date(2025, 11, 5)), 2025)
    later = step_of(year, "kl/11-8-november")
    assert (later.state, [done.on for done in later.done]) == (State.MOOT, [date(2025, 10, 20)])
    assert {step.record for step in year.due(date(2025, 11, 5))} >= {"kl/11-10", "kl/11-11"}
    assert later not in year.due(date(2025, 11, 5))
    assert "not needed (in time 2025-10-20)" in " ".join(year.text("en").split())


def test_a_budget_in_december_leaves_its_later_last_day_standing() -> None:
    """The first was not kept."""
    model = region(BUDGET, adopts("budget-2026", date(2025, 12, 10)))
    assert step_of(rs.calendar(model, 2025), "kl/11-11").state is State.IN_TIME


def test_what_fullmaktige_shows_late_may_have_been_in_time() -> None:
    """A budget of December was proposed by then, nobody knows whether in October; the tax rate is not shown by it."""
    model = region(BUDGET, adopts("budget-2026", date(2025, 12, 10)))
    year = rs.calendar(model, 2025)
    states = {rule: step_of(year, rule).state for rule in ("kl/11-8", "kl/11-11-skattesats", "kl/11-11", ADOPTED)}
    assert states == {
        "kl/11-8": State.DONE,
        "kl/11-11-skattesats": State.NOT_SHOWN,
        "kl/11-11": State.IN_TIME,
        ADOPTED: State.UNLAWFULLY_LATE,
    }
    assert "kl/11-8" not in {step.record for step in year.overdue}


def test_what_is_returned_was_handed_over_and_is_not_adopted() -> None:
    """A budget that the outgoing fullmäktige returned or adopted was proposed; the rest waits for the new one."""
    horizon = PlanningHorizon(kind=HorizonKind.BUDGET_YEAR, first_year=2027, plan_years=2)
    budget = SteeringDocument(id="budget-2027", title="Budget 2027", kind="budget", horizon=horizon)
    back = Decision(
        kind=DecisionKind.RETURNS, by="rf", on=date(2026, 6, 10), about="budget-2027", title="Återremitteras"
    )
    for decision in (back, adopts("budget-2027", date(2026, 6, 10))):
        year = rs.calendar(region(budget, decision, day=date(2026, 7, 1)), 2026)
        states = {rule: step_of(year, rule).state for rule in ("kl/11-8", "kl/11-11-skattesats", "kl/11-11")}
        assert states == {"kl/11-8": State.IN_TIME, "kl/11-11-skattesats": State.AHEAD, "kl/11-11": State.AHEAD}


def test_a_part_that_is_settled_ahead_shows_no_proposal_of_the_whole() -> None:
    """The tax rate of 30 October may be all that was proposed by then; the budget of December was by its day."""
    rate = Decision(
        kind=DecisionKind.SETTLES_PART,
        by="rf",
        on=date(2025, 10, 30),
        about="budget-2026",
        part="skattesatsen",
        contains=[Content.TAX_RATE],
        title="Skattesatsen",
    )
    model = region(BUDGET, rate, adopts("budget-2026", date(2025, 12, 10)))
    (done,) = step_of(rs.calendar(model, 2025), "kl/11-8").done
    assert (done.on, done.state) == (date(2025, 12, 10), State.DONE)


def test_a_decision_to_come_shows_nothing_yet() -> None:
    """On the day before fullmäktige approves the annual report nothing shows that it was handed over."""
    report = SteeringDocument(id="ar-2025", title="Årsredovisning 2025", kind="ar")
    approved = Decision(
        kind=DecisionKind.APPROVES, by="rf", on=date(2026, 4, 29), about="ar-2025", year=2025, title="Godkänns"
    )
    hands = CycleStep(
        id="lamnas",
        title="Styrelsen lämnar årsredovisningen",
        action=Action.REPORTS,
        by=[OrganKind.BOARD],
        document_kind="ar",
        last=MonthDay(month=3, day=31),
    )
    found = {}
    for day in (date(2026, 4, 28), date(2026, 4, 29)):
        year = rs.calendar(region(report, approved, cycle=(hands,), day=day), 2026)
        found[day.day] = [(step_of(year, id).state, step_of(year, id).overdue) for id in ("lamnas", "kl/11-20")]
    assert found == {28: [(State.NOT_SHOWN, True)] * 2, 29: [(State.DONE, False)] * 2}


def interim(id: str, month: int, last_month: int, **more: object) -> CycleStep:
    """A step in which the styrelse hands over the report of January to a month."""
    return CycleStep(
        id=id,
        title=id,
        action=Action.REPORTS,
        by=[OrganKind.BOARD],
        document_kind="delar",
        last=MonthDay(month=month, day=20),
        period=Part(first_month=1, last_month=last_month),
        **more,  # type: ignore[arg-type]
    )


def handed(calendar: Calendar) -> date | None:
    """The law's last day for handing over the interim report."""
    return step_of(calendar, "kl/11-16-2").on


@pytest.mark.parametrize(
    "beside", [(interim("rapport", 5, 4),), (interim("rapport", 11, 10), interim("lagens", 10, 8))]
)
def test_the_law_sets_no_day_for_a_report_that_it_does_not_ask_for(beside: tuple[CycleStep, ...]) -> None:
    """A report to April has no last day by law, nor one to October beside that to August, which keeps its own."""
    year = rs.calendar(region(cycle=beside), 2025)
    step = step_of(year, "rapport")
    assert (step.duty, step.law, step.deadline, step.slack_days) == (None, None, None, None)
    assert (handed(year), step_of(year, "lkbr/13-1").on) == (date(2025, 10, 31), date(2025, 8, 31))


def test_a_report_that_is_too_long_is_not_handed_over_later_for_that() -> None:
    """To October it is none that the law lets stand; in place of the lawful one it is held to the last of October."""
    year = rs.calendar(region(cycle=(interim("rapport", 11, 10),)), 2025)
    assert (step_of(year, "rapport").deadline, step_of(year, "rapport").slack_days) == (date(2025, 10, 31), -20)
    assert step_of(year, "kl/11-16-2").slack_days == -20


@pytest.mark.parametrize(
    ("months", "late"), [((1, 4), False), ((1, 8), True), ((1, 10), True), ((1, 12), False), ((9, 12), False)]
)
def test_only_the_report_that_the_law_asks_for_or_one_in_its_place_is_late(months: tuple[int, int], late: bool) -> None:
    """Handed over on 20 December: that of four months, and that of the last tertial, are more than the law asks for."""
    handed_over = Decision(
        kind=DecisionKind.HANDS_OVER,
        by="rs",
        on=date(2025, 12, 20),
        about="d",
        year=2025,
        period=Part(first_month=months[0], last_month=months[1]),
        title="Lämnas",
    )
    model = region(SteeringDocument(id="d", title="D", kind="delar"), handed_over)
    found = {finding.rule for finding in rs.check(model)}
    assert ("horizon.interim-report-is-handed-over-in-time" in found) is late


def test_the_interim_period_is_that_of_the_year() -> None:
    """A report of January to August until 2023 says nothing of 2025, when it is of January to June."""
    cycle = (interim("forr", 10, 8, validity=years(None, 2023)), interim("nu", 8, 6, validity=years(2024, None)))
    assert [handed(rs.calendar(region(cycle=cycle), year)) for year in (2023, 2025)] == [
        date(2023, 10, 31),
        date(2025, 8, 30),
    ]
    elections = (
        interim("valar", 8, 6, election_year=ElectionYear.ONLY),
        interim("annars", 10, 8, election_year=ElectionYear.NEVER),
    )
    assert [handed(rs.calendar(region(cycle=elections), year)) for year in (2025, 2026)] == [
        date(2025, 10, 31),
        date(2026, 8, 30),
    ]


def test_a_step_that_names_no_period_has_that_of_the_report_it_waits_for() -> None:
    """The styrelse hands over what the nämnder wrote of January to June: by 30 August, not 31 October."""
    made = CycleStep(
        id="namnden",
        title="Nämnden gör delårsrapport",
        action=Action.REPORTS,
        by=[OrganKind.COMMITTEE],
        document_kind="delar",
        last=MonthDay(month=7, day=20),
        period=Part(first_month=1, last_month=6),
    )
    hands = CycleStep(
        id="styrelsen",
        title="Styrelsen lämnar delårsrapport",
        action=Action.REPORTS,
        by=[OrganKind.BOARD],
        document_kind="delar",
        last=MonthDay(month=9, day=20),
        after=["namnden"],
    )
    model = region(cycle=(made, hands))
    step = step_of(rs.calendar(model, 2025), "styrelsen")
    assert (step.deadline, step.slack_days) == (date(2025, 8, 30), -21)
    assert "horizon.own-last-day-is-within-the-law" in {finding.rule for finding in rs.check(model)}


def test_a_step_on_the_last_day_of_the_year_is_told_in_the_last_years() -> None:
    """Of 9998 what waits in the year after is asked for, whose last day has no next working day."""
    step = CycleStep(
        id="bokslut",
        title="Bokslut",
        action=Action.DECIDES,
        by=[OrganKind.ASSEMBLY],
        document_kind="plan",
        last=MonthDay(month=12, day=31),
    )
    plan = SteeringDocument(id="p", title="P", kind="plan")
    late = Decision(kind=DecisionKind.ADOPTS, by="rf", on=date(9999, 1, 2), about="p", year=9998, title="Antas")
    year = rs.calendar(region(plan, late, cycle=(step,), day=date(9999, 1, 3)), 9998)
    assert (step_of(year, "bokslut").state, step_of(year, "bokslut").done[0].days_late) == (State.LATE, 2)


def plan_step(month: int, **more: object) -> CycleStep:
    """A step in which the plan of the year is decided."""
    named = {"title": "Planen antas", "action": Action.DECIDES, "document_kind": "plan", **more}
    return CycleStep(id=f"plan-{month}", last=MonthDay(month=month, day=28), **named)  # type: ignore[arg-type]


OF_2026 = PlanningHorizon(kind=HorizonKind.CALENDAR_YEAR, first_year=2026, last_year=2026)
PLAN = SteeringDocument(id="plan-2026", title="Nämndplan 2026", kind="plan", horizon=OF_2026)


def test_a_plan_made_before_the_new_year_is_made() -> None:
    """Planned to be decided in January of its own year, it was in December, and is neither lacking nor overdue."""
    board = plan_step(1, by=[OrganKind.COMMITTEE])
    model = region(PLAN, adopts("plan-2026", date(2025, 12, 15), by="hsn"), cycle=(board,), day=date(2026, 6, 1))
    year = rs.calendar(model, 2026)
    step = step_of(year, "plan-1")
    assert (step.state, step.overdue, step.done[0].days_late) == (State.IN_TIME, False, -44)
    assert [each for each in rs.calendar(model, 2025).steps if each.record.startswith("decision/hsn")] == []


def test_a_report_of_the_year_before_is_not_made_before_the_new_year() -> None:
    """What was reported in October is not what is reported in February of the whole year."""
    reports = plan_step(2, document_kind="delar", action=Action.REPORTS, by=[OrganKind.BOARD])
    report = SteeringDocument(id="rapport", title="Rapport", kind="delar")
    october = Decision(
        kind=DecisionKind.HANDS_OVER, by="rs", on=date(2025, 10, 20), about="rapport", year=2025, title="Lämnas"
    )
    year = rs.calendar(region(report, october, cycle=(reports,), day=date(2026, 6, 1)), 2026)
    assert (step_of(year, "plan-2").about, step_of(year, "plan-2").state) == (2025, State.NOT_SHOWN)


def test_a_preliminary_plan_of_november_is_not_the_final_one_of_january() -> None:
    """The two steps lie in two calendar years and concern one."""
    draft = SteeringDocument(
        id="utkast", title="Utkast", kind="plan", status=DocumentStatus.PRELIMINARY, horizon=OF_2026
    )
    november = CycleStep(
        id="utkastet",
        title="Preliminär plan",
        action=Action.DECIDES,
        by=[OrganKind.COMMITTEE],
        document_kind="plan",
        last=MonthDay(month=11, day=30),
        years_ahead=1,
    )
    model = region(
        draft,
        adopts("utkast", date(2025, 11, 20), by="hsn"),
        cycle=(november, plan_step(1, by=[OrganKind.COMMITTEE])),
        day=date(2026, 6, 1),
    )
    states = [step_of(rs.calendar(model, 2025), "utkastet").state, step_of(rs.calendar(model, 2026), "plan-1").state]
    assert states == [State.IN_TIME, State.NOT_SHOWN]


CHIEF = Position(
    id="chef", title="Förvaltningschef", kind=PositionKind.HEAD, organ="forvaltningen", heads=["forvaltningen"]
)
ADMINISTRATIONS = (
    Organ(id="forvaltningen", title="Förvaltningen", kind=OrganKind.ADMINISTRATION),
    Organ(id="kansliet", title="Kansliet", kind=OrganKind.ADMINISTRATION),
)


@pytest.mark.parametrize(
    ("by", "state"),
    [
        ("chef", State.IN_TIME),
        ("forvaltningen", State.IN_TIME),
        ("hsn", State.NOT_SHOWN),
        ("kansliet", State.NOT_SHOWN),
    ],
)
def test_what_a_post_does_is_shown_by_it_or_by_what_it_leads(by: str, state: State) -> None:
    """The plan that the head of the administration decides is not decided by the nämnd, or by another."""
    step = plan_step(1, by_posts=[PositionKind.HEAD])
    decided = adopts("plan-2026", date(2026, 1, 20), by=by)
    model = region(PLAN, *ADMINISTRATIONS, CHIEF, decided, cycle=(step,), day=date(2026, 6, 1))
    assert step_of(rs.calendar(model, 2026), "plan-1").state is state


def test_a_head_does_a_step_for_what_it_leads_and_for_no_other() -> None:
    """Each administration has its plan: what one head decides leaves the other to decide."""
    step = plan_step(1, by=[OrganKind.ADMINISTRATION], by_posts=[PositionKind.HEAD])
    decided = adopts("plan-2026", date(2026, 1, 20), by="chef")
    model = region(PLAN, *ADMINISTRATIONS, CHIEF, decided, cycle=(step,), day=date(2026, 6, 1))
    found = step_of(rs.calendar(model, 2026), "plan-1")
    assert (found.state, found.lacking) == (State.SOME, ("kansliet",))


def test_a_report_of_months_that_have_not_ended_is_of_the_year_before() -> None:
    """The third tertial is reported in February; what is prepared before its months end is of the same year."""
    third = Part(first_month=9, last_month=12)
    reports = plan_step(2, document_kind="delar", action=Action.REPORTS, by=[OrganKind.BOARD], period=third)
    asks = plan_step(8, document_kind="delar", action=Action.PREPARES, by=[OrganKind.BOARD], period=third)
    report = SteeringDocument(id="rapport", title="Rapport", kind="delar")
    handed_over = Decision(
        kind=DecisionKind.HANDS_OVER,
        by="rs",
        on=date(2026, 2, 10),
        about="rapport",
        year=2025,
        period=third,
        title="Lämnas",
    )
    year = rs.calendar(region(report, handed_over, cycle=(reports, asks), day=date(2026, 6, 1)), 2026)
    assert (step_of(year, "plan-2").about, step_of(year, "plan-2").state) == (2025, State.IN_TIME)
    assert step_of(year, "plan-8").about == 2026


def test_a_report_that_waits_for_one_of_the_spring_is_of_the_same_year() -> None:
    """The styrelse gathers in June what the nämnder reported of January to April: of this year, not of the last."""
    board = plan_step(
        5,
        document_kind="delar",
        action=Action.REPORTS,
        by=[OrganKind.COMMITTEE],
        period=Part(first_month=1, last_month=4),
    )
    gathers = CycleStep(
        id="samlar",
        title="Styrelsen samlar",
        action=Action.REPORTS,
        by=[OrganKind.BOARD],
        document_kind="delar",
        last=MonthDay(month=6, day=10),
        after=["plan-5"],
    )
    assert step_of(rs.calendar(region(cycle=(board, gathers)), 2026), "samlar").about == 2026


def test_a_budget_in_december_is_tied_to_the_last_day_with_special_reasons() -> None:
    """KL 11:11 is of the tax rate and of the budget: which it is the document of the step tells."""
    budget = plan_step(12, document_kind="budget", by=[OrganKind.ASSEMBLY], years_ahead=1, paragraph="11 kap. 11 §")
    rate = CycleStep(
        id="skattesats",
        title="Skattesatsen",
        action=Action.DECIDES,
        by=[OrganKind.ASSEMBLY],
        contains=[Content.TAX_RATE],
        last=MonthDay(month=11, day=20),
        years_ahead=1,
        paragraph="11 kap. 11 §",
    )
    year = rs.calendar(region(cycle=(budget, rate)), 2026)
    deadlines = {id: step_of(year, id).deadline for id in ("plan-12", "skattesats")}
    assert deadlines == {"plan-12": date(2026, 12, 31), "skattesats": date(2026, 11, 30)}


def test_a_day_that_is_only_the_last_possible_accuses_nobody() -> None:
    """Approved “in April” may have been before the 20th; adopted “in the autumn” before the new fullmäktige."""
    report = SteeringDocument(id="ar-2025", title="Årsredovisning 2025", kind="ar")
    approved = Decision(
        kind=DecisionKind.APPROVES,
        by="rf",
        on=date(2026, 4, 30),
        on_text="april 2026",
        about="ar-2025",
        year=2025,
        title="Godkänns",
    )
    granted = Decision(
        kind=DecisionKind.GRANTS_DISCHARGE, by="rf", on=date(2026, 4, 20), about="rs", year=2025, title="Beviljas"
    )
    model = region(report, approved, granted, day=date(2026, 6, 1))
    assert step_of(rs.calendar(model, 2026), "kl/5-24").done[0].state is State.IN_TIME
    assert "horizon.discharge-follows-approval" not in {finding.rule for finding in rs.check(model)}
    horizon = PlanningHorizon(kind=HorizonKind.BUDGET_YEAR, first_year=2027, plan_years=2)
    budget = SteeringDocument(id="budget-2027", title="Budget 2027", kind="budget", horizon=horizon)
    autumn = Decision(
        kind=DecisionKind.ADOPTS, by="rf", on=date(2026, 11, 30), on_text="hösten 2026", about="budget-2027", title="A"
    )
    assert step_of(rs.calendar(region(budget, autumn, day=date(2027, 1, 2)), 2026), ADOPTED).state is State.UNCERTAIN
    next_year = evolve(autumn, on=date(2025, 11, 30), on_text="hösten 2025", about="budget-2026")
    assert step_of(rs.calendar(region(BUDGET, next_year), 2025), ADOPTED).state is State.IN_TIME


def test_a_tax_rate_that_the_outgoing_set_saves_no_late_budget() -> None:
    """The newly elected fullmäktige adopts the budget, and with it the tax rate, whatever the old one set in June."""
    horizon = PlanningHorizon(kind=HorizonKind.BUDGET_YEAR, first_year=2027, plan_years=2)
    budget = SteeringDocument(id="budget-2027", title="Budget 2027", kind="budget", horizon=horizon)
    december = adopts("budget-2027", date(2026, 12, 12), reason="särskilda skäl")
    states = []
    for day in (date(2026, 6, 10), date(2026, 11, 24)):
        rate = Decision(
            kind=DecisionKind.DECIDES, by="rf", on=day, contains=[Content.TAX_RATE], year=2027, title="Skattesatsen"
        )
        year = rs.calendar(region(budget, rate, december, day=date(2027, 1, 2)), 2026)
        states.append(step_of(year, ADOPTED).state)
    assert states == [State.UNLAWFULLY_LATE, State.IN_TIME]


TARGET = Target(indicator="vantetid", year=2025, condition=Condition(kind=ConditionKind.AT_LEAST, value=Decimal(80)))


@pytest.mark.parametrize(
    ("outcome", "left"),
    [
        ({"value": Decimal(81)}, ()),
        ({"value": Decimal(81), "part": Part(first_month=1, last_month=8)}, ("vantetid",)),
        ({"value": Decimal(81), "known_on": date(2026, 2, 1)}, ("vantetid",)),
        ({"value": Decimal(81), "known_on": date(2026, 1, 15)}, ()),
        ({"missing": Missing.NOT_REPORTED}, ("vantetid",)),
    ],
)
def test_a_measure_is_taken_once_its_year_is_known(outcome: dict[str, Any], left: tuple[str, ...]) -> None:
    """Not by eight months of it, by what came to be known later, or by a reason why there is nothing."""
    indicator = Indicator(id="vantetid", title="Väntetid", kind=MeasureKind.QUANTITATIVE)
    final = Outcome(indicator="vantetid", year=2025, stage=Stage.FINAL, **outcome)
    step = step_of(rs.calendar(region(indicator, TARGET, final), 2025), "vantetid")
    assert (step.records, step.state) == (left, State.NOT_SHOWN if left else State.DONE)


def test_of_several_years_each_is_told_what_recurs_in_it_and_what_has_no_day() -> None:
    """Meetings of two years are not told as those of one, and twelve reports a year not as twenty-four."""
    monthly = CycleStep(
        id="manad", title="Månadsrapport", action=Action.REPORTS, by=[OrganKind.BOARD], recurs=Recurrence.MONTHLY
    )
    undated = CycleStep(id="odaterat", title="Odaterat", action=Action.FOLLOWS_UP, by=[OrganKind.BOARD])
    model = region(cycle=(monthly, undated))
    two, one = rs.calendar(model, 2025, until=2026).text(), rs.calendar(model, 2025).text()
    assert two.count("varje månad") == 2
    heads = ["FLERA GÅNGER OM ÅRET", "UTAN DAG I ÅRSHJULET"]
    assert [line for line in two.splitlines() if line.startswith(tuple(heads))] == [
        f"{head} {year}" for head in heads for year in (2025, 2026)
    ]
    assert [line for line in one.splitlines() if line.startswith(tuple(heads))] == heads


@pytest.mark.parametrize(("month", "follows"), [(6, True), (11, False)])
def test_a_budget_planned_before_the_newly_elected_sit_is_told_to_be_theirs(month: int, follows: bool) -> None:
    """A step of June 2026 is long before the law's last day, and yet the assembly of June may not adopt it."""
    step = plan_step(month, document_kind="budget", by=[OrganKind.ASSEMBLY], years_ahead=1)
    year = rs.calendar(region(cycle=(step,)), 2026)
    found = step_of(year, f"plan-{month}")
    assert (found.state, found.because is not None) == (State.AHEAD, follows)
    told = "Det nyvalda fullmäktige antar budgeten (KL 11 kap. 10 § andra stycket)."
    assert (told in " ".join(year.text().split())) is follows
    assert step_of(rs.calendar(region(cycle=(step,)), 2025), f"plan-{month}").because is None


def test_discharge_that_is_refused_is_told_and_seen() -> None:
    """It is decided in time, and that is not all there is to say of it."""
    day = date(2026, 4, 28)
    kinds = {"rs": DecisionKind.REFUSES_DISCHARGE, "hsn": DecisionKind.GRANTS_DISCHARGE}
    decisions = [
        Decision(kind=kind, by="rf", on=day, about=id, year=2025, title="Ansvarsfrihet") for id, kind in kinds.items()
    ]
    year = rs.calendar(region(*decisions, day=date(2026, 7, 1)), 2026)
    step = step_of(year, "kl/5-24")
    assert (step.state, [done.refused for done in step.done]) == (State.IN_TIME, [False, True])
    text = " ".join(year.text().split())
    assert "!30 § Ansvarsfriheten för 2025" in text
    assert "ansvarsfrihet vägrad för Styrelsen 2026-04-28 · i tid 2026-04-28" in text
    assert "discharge refused for Styrelsen 2026-04-28" in " ".join(year.text("en").split())
    (row,) = (row for row in year.to_records() if row["record"] == "kl/5-24")
    assert [done["refused"] for done in row["done"]] == [False, True]


def test_discharge_that_is_refused_for_all_on_an_unknown_day_is_told_too() -> None:
    """One decision for all of them, of which no day was read, or no more than the month."""
    refused = Decision(kind=DecisionKind.REFUSES_DISCHARGE, by="rf", year=2025, title="Ansvarsfrihet")
    in_april = evolve(refused, on=date(2026, 4, 30), on_text="april 2026")
    texts = [
        " ".join(rs.calendar(region(each, day=date(2026, 7, 1)), 2026).text().split()) for each in (refused, in_april)
    ]
    assert "ansvarsfrihet vägrad · gjort, okänd dag" in texts[0]
    assert "ansvarsfrihet vägrad (april 2026) · i tid (april 2026)" in texts[1]


def test_what_is_shown_by_a_day_that_is_only_the_last_possible_is_told_so() -> None:
    """Adopted “in October”: with special reasons or without them it was by the last of October."""
    october = evolve(adopts("budget-2026", date(2025, 10, 31)), on_text="oktober 2025")
    year = rs.calendar(region(BUDGET, october), 2025)
    assert [done.at_latest or done.on_text for done in step_of(year, "kl/11-11").done] == ["oktober 2025"]


def line_of(*steps: CycleStep) -> list[str]:
    """The critical line for 2027, as the text and the page of Markdown tell it."""
    model = region(cycle=steps)
    text, page = rs.calendar(model, 2026).text(), markdown_year(model, year=2026)
    told = [line.strip() for line in text[text.index("KRITISK LINJE") :].splitlines()[2::2]]
    assert [line.split(", ", 1)[1] for line in page.splitlines() if line.startswith(("1. ", "2. "))] == told
    return told


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ((20, 25), ["20 juni 2026", "25 november 2026, 158 dagar efter steget före"]),
        ((None, 25), ["under juni 2026", "25 november 2026, minst 148 dagar efter steget före"]),
        ((20, None), ["20 juni 2026", "under november 2026, högst 163 dagar efter steget före"]),
        ((None, None), ["under juni 2026", "under november 2026"]),
    ],
)
def test_days_between_months_are_bounds_or_are_not_told(days: tuple[int | None, int | None], told: list[str]) -> None:
    """From the end of June to 25 November is the least there may be between; of two months nobody knows."""
    first, last = days
    june = evolve(IN_JUNE, last=MonthDay(month=6, day=first), document_kind="plan")
    november = evolve(IN_NOVEMBER, last=MonthDay(month=11, day=last), after=["i-juni"])
    assert line_of(june, november) == told


def test_a_line_that_contradicts_its_order_is_told_so_by_its_months() -> None:
    """What waits for November is planned in June."""
    june = evolve(IN_JUNE, last=MonthDay(month=6), after=["i-november"])
    november = evolve(IN_NOVEMBER, last=MonthDay(month=11), document_kind="plan")
    assert line_of(june, november) == ["under november 2026", "under juni 2026, 153 dagar FÖRE det som det väntar på"]


def test_what_the_law_asks_of_an_organ_is_told_among_what_it_does() -> None:
    """Also where the region's own cycle says nothing of it; the presidium is that of fullmäktige alone."""
    presidia = [
        Organ(id=f"p-{whole}", title=f"Presidiet {whole}", kind=OrganKind.PRESIDIUM, part_of=whole)
        for whole in ("rf", "rs")
    ]
    old = Organ(id="ls", title="Landstingsstyrelsen", kind=OrganKind.BOARD, validity=years(None, 2019))
    year = rs.calendar(region(*presidia, old), 2025)
    assert {id: {step.record for step in year.only(organ=id).steps} for id in ("rs", "p-rf", "p-rs", "ls", "hsn")} == {
        "rs": {"kl/11-20", "kl/11-16-2", "kl/11-8", "kl/11-8-november"},
        "p-rf": {"kl/11-8-revision"},
        "p-rs": set(),
        "ls": set(),
        "hsn": set(),
    }


def test_nothing_dated_is_left_is_not_that_nothing_is_left() -> None:
    """A step without a day may remain, and the heading does not deny it."""
    undated = CycleStep(id="odaterat", title="Odaterat", action=Action.FOLLOWS_UP, by=[OrganKind.COMMITTEE])
    due = rs.calendar(region(cycle=(undated,)), 2025).only(organ="hsn", due=date(2025, 12, 31))
    assert "Inget daterat återstår." in due.text()
    assert "Nothing with a day remains." in due.text("en")


def test_discharge_that_names_no_year_is_of_the_year_that_has_ended() -> None:
    """It is decided before the end of June the year after, and of no other year (KL 5:24)."""
    granted = Decision(kind=DecisionKind.GRANTS_DISCHARGE, by="rf", on=date(2026, 4, 28), title="Beviljas")
    step = step_of(rs.calendar(region(granted, day=date(2026, 7, 1)), 2026), "kl/5-24")
    assert (step.about, step.state) == (2025, State.IN_TIME)
    undated = evolve(granted, on=None)
    assert step_of(rs.calendar(region(undated, day=date(2026, 7, 1)), 2026), "kl/5-24").state is State.NOT_SHOWN
