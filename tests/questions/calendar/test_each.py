"""Who did a step that several organs each do, which report it was done with, and what is overdue."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

import regionstyrning as rs
from regionstyrning.law import law_for
from regionstyrning.law.deadlines import StatutoryDuty
from regionstyrning.model import (
    Action,
    Content,
    CycleStep,
    Decision,
    DecisionKind,
    DocumentKind,
    HorizonKind,
    MonthDay,
    Organ,
    OrganKind,
    PlanningHorizon,
    SteeringDocument,
    SteeringModel,
    Structure,
)
from regionstyrning.model.dates import Part
from regionstyrning.questions.calendar import Calendar, DatedStep, State
from regionstyrning.questions.calendar.deeds import Deed
from regionstyrning.questions.calendar.parts import of_duty_in_law, of_part

APRIL, AUGUST = Part(first_month=1, last_month=4), Part(first_month=1, last_month=8)
ORGANS = (
    Organ(id="rf", title="Fullmäktige", kind=OrganKind.ASSEMBLY),
    Organ(id="rs", title="Styrelsen", kind=OrganKind.BOARD),
    Organ(id="hsn", title="Sjukvårdsnämnden", kind=OrganKind.COMMITTEE),
)
KINDS = (
    DocumentKind(id="plan", title="Nämndplan"),
    DocumentKind(id="delar", title="Delårsrapport", contains=[Content.INTERIM_REPORT], reports=True),
    DocumentKind(id="ar", title="Årsredovisning", contains=[Content.ANNUAL_REPORT], reports=True),
)
PLAN = CycleStep(
    id="plan-antas",
    title="Nämnden antar nämndplan",
    action=Action.DECIDES,
    by=[OrganKind.COMMITTEE, OrganKind.BOARD],
    document_kind="plan",
    last=MonthDay(month=12, day=15),
    years_ahead=1,
)
TREATED = CycleStep(
    id="delar-rf",
    title="Fullmäktige behandlar delårsrapporten",
    action=Action.TREATS,
    by=[OrganKind.ASSEMBLY],
    document_kind="delar",
    last=MonthDay(month=11, day=25),
)


def seen(day: date, *records: object, cycle: tuple[CycleStep, ...] = (PLAN,), year: int = 2026) -> Calendar:
    """The year of a small region with some records, seen on a day."""
    structure = Structure(id="s", title="S", document_kinds=KINDS, cycle=cycle)
    model = SteeringModel(id="m", title="M", as_of=day).with_(structure, *ORGANS, *records)  # type: ignore[arg-type]
    return rs.calendar(model, year)


def step_of(calendar: Calendar, id: str) -> DatedStep:
    """The one step of a record."""
    (found,) = (each for each in calendar.steps if each.record == id)
    return found


def decision(kind: DecisionKind, by: str, on: date, about: str, **more: object) -> Decision:
    """A decision about a document or an organ."""
    return Decision(kind=kind, by=by, on=on, about=about, title="Beslut", **more)  # type: ignore[arg-type]


def written(calendar: Calendar, lang: str = "sv") -> str:
    """The text in one line."""
    return " ".join(calendar.text(lang).split())  # type: ignore[arg-type]


HSN_PLAN = SteeringDocument(
    id="hsn-2027",
    title="Nämndplan 2027",
    kind="plan",
    horizon=PlanningHorizon(kind=HorizonKind.CALENDAR_YEAR, first_year=2027, last_year=2027),
)
HSN_ADOPTS = decision(DecisionKind.ADOPTS, "hsn", date(2026, 12, 10), "hsn-2027")


def test_what_one_organ_has_done_remains_for_the_other() -> None:
    """Three days before the last the plan of the styrelse is due, and that of the nämnd is not."""
    year = seen(date(2026, 12, 12), HSN_PLAN, HSN_ADOPTS)
    step = step_of(year, "plan-antas")
    assert (step.state, step.asked_of, step.lacking, step.overdue) == (State.SOME, ("hsn", "rs"), ("rs",), False)
    assert step in year.due(date(2026, 12, 12))
    assert "visas för 1 av 2, återstår för Styrelsen · i tid 2026-12-10" in written(year)
    own = {organ: step_of(year.only(organ=organ), "plan-antas") for organ in ("hsn", "rs")}
    assert {organ: (each.state, each.organs) for organ, each in own.items()} == {
        "hsn": (State.IN_TIME, ("hsn",)),
        "rs": (State.AHEAD, ("rs",)),
    }
    due = [each.record for each in year.only(organ="rs", due=date(2026, 12, 12)).steps]
    assert "plan-antas" in due
    assert "plan-antas" not in [each.record for each in year.only(organ="hsn", due=date(2026, 12, 12)).steps]


def test_whoever_misses_the_day_is_named_and_late() -> None:
    """In March the plan of the styrelse is overdue, and that of the nämnd was in time."""
    year = seen(date(2027, 3, 1), HSN_PLAN, HSN_ADOPTS)
    step = step_of(year, "plan-antas")
    assert (step.state, step.lacking, step.overdue) == (State.SOME, ("rs",), True)
    assert "!15 • Nämnden antar nämndplan" in written(year)
    assert "visas för 1 av 2, inte för Styrelsen fast sista dagen är förbi" in written(year)
    mine = step_of(year.only(organ="rs"), "plan-antas")
    assert (mine.state, mine.overdue, mine.done) == (State.NOT_SHOWN, True, ())
    assert "!15 • Nämnden antar nämndplan försenat sedan 2026-12-15 · Styrelsen" in written(year.only(organ="rs"))
    due = year.only(organ="rs", due=date(2027, 3, 1))
    assert "försenat sedan 2026-12-15 · Styrelsen · inget läst beslut visar" in written(due)
    assert written(due).count("försenat sedan 2026-12-15") == 1
    assert "overdue since 2026-12-15" in written(due, "en")
    assert "I övrigt återstår inget daterat." in written(due)


def test_when_all_have_done_it_nothing_is_lacking_and_nothing_remains() -> None:
    """The styrelse has adopted its plan too."""
    mine = evolve(HSN_PLAN, id="rs-2027")
    late = decision(DecisionKind.ADOPTS, "rs", date(2026, 12, 17), "rs-2027")
    year = seen(date(2027, 3, 1), HSN_PLAN, HSN_ADOPTS, mine, late)
    step = step_of(year, "plan-antas")
    assert (step.state, step.lacking, step.overdue) == (State.LATE, (), False)
    assert "gjort 2026-12-17, 2 dagar efter egen sista dag" in written(year)
    assert "Inget daterat återstår." in written(year.only(organ="hsn", due=date(2027, 3, 1)))
    assert step_of(year.only(organ="hsn"), "plan-antas").state is State.IN_TIME


def test_a_step_without_a_day_is_judged_by_its_year() -> None:
    """Who lacks it is named, though nothing is late."""
    free = evolve(PLAN, last=None)
    year = seen(date(2027, 3, 1), HSN_PLAN, HSN_ADOPTS, cycle=(free,))
    assert "visas för 1 av 2, inte för Styrelsen · gjort 2026-12-10" in written(year)
    assert step_of(year.only(organ="rs"), "plan-antas").state is State.NOT_SHOWN
    before = seen(date(2026, 12, 12), HSN_PLAN, HSN_ADOPTS, cycle=(free,))
    assert step_of(before.only(organ="rs"), "plan-antas").state is State.AHEAD


def test_a_critical_line_is_told_to_whom_it_passes() -> None:
    """The line from the budget to the plans passes the nämnd, not the fullmäktige."""
    first = CycleStep(
        id="underlag", title="Underlag", action=Action.PREPARES, by=[OrganKind.BOARD], first_month=4, years_ahead=1
    )
    year = seen(date(2026, 6, 1), cycle=(first, evolve(PLAN, after=["underlag"])))
    assert "under april 2026" in written(year.only(organ="hsn"))
    assert "KRITISK LINJE" not in written(year.only(organ="rf"))


REPORT = SteeringDocument(id="ar-2025", title="Årsredovisning 2025", kind="ar")
APPROVED = decision(DecisionKind.APPROVES, "rf", date(2026, 5, 27), "ar-2025", year=2025)


@pytest.mark.parametrize(("day", "state"), [(date(2026, 4, 28), State.TOO_EARLY), (date(2026, 5, 27), State.IN_TIME)])
def test_discharge_before_approval_is_told(day: date, state: State) -> None:
    """On the day of the approval it is in time; a month before it is not, and the law says why."""
    granted = [decision(DecisionKind.GRANTS_DISCHARGE, "rf", day, organ, year=2025) for organ in ("rs", "hsn")]
    year = seen(date(2026, 9, 20), REPORT, APPROVED, *granted)
    step = step_of(year, "kl/5-24")
    told = "Årsredovisningen var inte godkänd; ansvarsfriheten avgörs inte förrän den är det (KL 11 kap. 21 §)."
    assert (step.state, step.consequence) == (state, told if state is State.TOO_EARLY else None)
    assert ("beslutat 2026-04-28, innan årsredovisningen var godkänd" in written(year)) is (state is State.TOO_EARLY)


def test_discharge_before_an_approval_that_is_not_known_is_not_too_early() -> None:
    """Seen between the two nothing tells the order."""
    granted = decision(DecisionKind.GRANTS_DISCHARGE, "rf", date(2026, 4, 28), "rs", year=2025)
    year = seen(date(2026, 5, 1), REPORT, APPROVED, granted)
    step = step_of(year, "kl/5-24")
    assert ([done.state for done in step.done], step.state, step.lacking) == ([State.IN_TIME], State.SOME, ("hsn",))
    assert "visas för 1 av 2, återstår för Sjukvårdsnämnden" in written(year)


def test_discharge_of_no_organ_is_that_of_all() -> None:
    """A decision that names none is about those not named."""
    granted = Decision(kind=DecisionKind.GRANTS_DISCHARGE, by="rf", on=date(2026, 5, 28), year=2025, title="Beviljas")
    step = step_of(seen(date(2026, 9, 20), REPORT, APPROVED, granted), "kl/5-24")
    assert (step.state, step.lacking) == (State.IN_TIME, ())


def test_days_after_each_last_day_stand_beside_it() -> None:
    """The report came nine days after the law's last day and thirty-four after the styrelse's own."""
    handed = CycleStep(
        id="delar-lamnas",
        title="Delårsrapporten lämnas",
        action=Action.REPORTS,
        by=[OrganKind.BOARD],
        document_kind="delar",
        last=MonthDay(month=10, day=6),
        period=AUGUST,
    )
    report = SteeringDocument(id="delar-2026", title="Delårsrapport", kind="delar")
    late = decision(DecisionKind.HANDS_OVER, "rs", date(2026, 11, 9), "delar-2026")
    year = seen(date(2026, 12, 20), report, late, cycle=(handed,))
    told = "gjort 2026-11-09, 9 dagar efter lagens sista dag och 34 dagar efter egen sista dag"
    assert told in written(year)
    assert [each.days_unlawful for each in step_of(year, "delar-lamnas").done] == [9]
    assert "gjort 2026-11-09, 9 dagar efter lagens sista dag" in written(year)


def interim(part: Part, month: int) -> CycleStep:
    """A step in which an interim report for a part of the year is handed over."""
    return CycleStep(
        id=f"delar-{part.last_month}",
        title="Delårsrapport lämnas",
        action=Action.REPORTS,
        by=[OrganKind.BOARD],
        document_kind="delar",
        last=MonthDay(month=month, day=20),
        period=part,
    )


JUNE = date(2026, 6, 16)
SPRING = SteeringDocument(id="april", title="Delårsrapport april", kind="delar")


@pytest.mark.parametrize("period", [None, APRIL])
def test_a_report_treated_in_june_is_not_that_of_august(period: Part | None) -> None:
    """What the step waits for says which report it is about; that report had not ended in June."""
    steps = (interim(APRIL, 5), interim(AUGUST, 10), evolve(TREATED, after=["delar-8"]))
    early = decision(DecisionKind.APPROVES, "rf", JUNE, "april", period=period)
    year = seen(date(2026, 12, 20), SPRING, early, cycle=steps)
    assert step_of(year, "delar-rf").done == ()


@pytest.mark.parametrize(
    ("day", "period", "count"), [(JUNE, APRIL, 0), (JUNE, None, 0), (date(2026, 9, 15), AUGUST, 1)]
)
def test_the_laws_interim_report_ends_in_the_summer(day: date, period: Part | None, count: int) -> None:
    """One of January to April is none that the law asks for, nor is what was handed over before July."""
    handed = decision(DecisionKind.HANDS_OVER, "rs", day, "april", period=period, year=2026)
    year = seen(date(2026, 12, 20), SPRING, handed, cycle=())
    assert len(step_of(year, "kl/11-16-2").done) == count


def test_of_several_reports_a_step_is_about_the_one_that_ended_last_before_it() -> None:
    """The step says no part, and waits for nothing; documents say their own, by their days."""
    autumn = evolve(
        SPRING,
        id="augusti",
        horizon=PlanningHorizon(kind=HorizonKind.YEARS, first=date(2026, 1, 1), last=date(2026, 8, 31)),
    )
    early = decision(DecisionKind.APPROVES, "rf", JUNE, "april", period=APRIL)
    later = decision(DecisionKind.APPROVES, "rf", date(2026, 11, 24), "augusti")
    year = seen(date(2026, 12, 20), SPRING, autumn, early, later, cycle=(TREATED,))
    assert [str(each.on) for each in step_of(year, "delar-rf").done] == ["2026-11-24"]


def test_one_report_alone_is_the_one() -> None:
    """A document of a whole year says no part of it, and one that reaches into another year none either."""
    for last in (date(2026, 12, 31), date(2027, 8, 31)):
        days = PlanningHorizon(kind=HorizonKind.YEARS, first=date(2026, 1, 1), last=last)
        later = decision(DecisionKind.APPROVES, "rf", date(2026, 11, 24), "april")
        year = seen(date(2026, 12, 20), evolve(SPRING, horizon=days), later, cycle=(TREATED,))
        assert [str(each.on) for each in step_of(year, "delar-rf").done] == ["2026-11-24"]


@pytest.mark.parametrize("about", [None, 2015])
def test_where_no_law_of_the_period_is_held_any_report_may_be_the_one(about: int | None) -> None:
    """Neither a report of no known year nor one of before the law that is held is turned down."""
    handed = deed(about)
    law = law_for(SteeringModel(id="r", title="R", as_of=date(2026, 1, 1)))
    assert of_duty_in_law(law, StatutoryDuty.INTERIM_HANDED, [handed]) == (handed,)


def test_beside_the_first_and_the_last_year_all_counts() -> None:
    """The calendar ends with 9999; a step of it may concern the year after."""
    handed = deed(10_000)
    assert of_part([handed], 10_000, APRIL, None) == (handed,)


def deed(about: int | None) -> Deed:
    """An interim report handed over in May."""
    return Deed(
        record="d",
        kind=DecisionKind.HANDS_OVER,
        by="rs",
        by_kind=OrganKind.BOARD,
        on=date(2015, 5, 20),
        on_text=None,
        document="delar",
        document_kind="delar",
        contains=(),
        organ=None,
        about=about,
        period=None,
        part=None,
        reason=None,
        title="Delårsrapporten lämnas",
        source=None,
    )
