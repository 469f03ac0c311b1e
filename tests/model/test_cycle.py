"""The steps of the steering year."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from regionstyrning.errors import InvalidValue
from regionstyrning.model import (
    Action,
    CycleStep,
    Decision,
    DecisionKind,
    ElectionYear,
    MonthDay,
    OrganKind,
    Part,
    PositionKind,
    Recurrence,
)
from tests.model.small import model, structure

BUDGET = CycleStep(
    id="budget",
    title="Budget beslutas",
    action=Action.DECIDES,
    by=[OrganKind.ASSEMBLY],
    document_kind="regionplan",
    first_month=11,
    last=MonthDay(month=11, day=30),
    years_ahead=1,
    paragraph="11 kap. 10 §",
)


@pytest.mark.parametrize("action", ["bereder", "beslutar", "reviderar", "rapporterar", "följer upp", "behandlar"])
def test_a_step_says_what_is_done(action: str) -> None:
    """Preparing, deciding and reporting are different steps."""
    assert CycleStep(id="s", title="S", action=Action(action)).action.value == action


def test_a_step_is_done_by_kinds_of_organ_for_others() -> None:
    """Nämnder report to the board."""
    step = CycleStep(
        id="rapport", title="Månadsrapport", action=Action.REPORTS, by=[OrganKind.COMMITTEE], to=[OrganKind.BOARD]
    )
    assert (step.by, step.to) == ((OrganKind.COMMITTEE,), (OrganKind.BOARD,))


def test_a_step_is_done_by_a_kind_of_post() -> None:
    """The förvaltningschef writes the handlingsplan."""
    step = CycleStep(id="plan", title="Handlingsplan", action=Action.DECIDES, by_posts=[PositionKind.HEAD])
    assert (step.by, step.by_posts) == ((), (PositionKind.HEAD,))


def test_a_step_is_done_in_a_role() -> None:
    """The board decides its own plan as a nämnd, not as the one that leads."""
    step = CycleStep(id="plan", title="Verksamhetsplan", action=Action.DECIDES, by=[OrganKind.BOARD], role="egen nämnd")
    assert step.role == "egen nämnd"


def test_a_step_has_a_last_day_of_its_own_and_a_statutory_one_beside_it() -> None:
    """The region decides by its own day, and the paragraph of the law stands beside."""
    assert (BUDGET.last, BUDGET.paragraph) == (MonthDay(month=11, day=30), "11 kap. 10 §")


def test_a_step_may_have_a_month_and_no_day() -> None:
    """In April is not by the 30th of April."""
    assert MonthDay(month=4).day is None


@pytest.mark.parametrize(
    "recurs", ["varje år", "varje kvartal", "varje månad", "varje mandatperiod", "vart n:te år", "löpande", "en gång"]
)
def test_a_step_recurs(recurs: str) -> None:
    """By year, by mandate period, every n years and otherwise."""
    assert CycleStep(id="s", title="S", action=Action.TREATS, recurs=Recurrence(recurs)).recurs.value == recurs


def test_a_step_may_recur_every_fourth_year() -> None:
    """How many years lie between is told beside the kind."""
    step = CycleStep(
        id="program", title="Program", action=Action.DECIDES, recurs=Recurrence.EVERY_N_YEARS, every_years=4
    )
    assert step.every_years == 4


def test_a_step_may_begin_more_than_a_year_ahead() -> None:
    """The analysis for a plan begins in the autumn two years before it."""
    step = CycleStep(id="analys", title="Omvärldsanalys", action=Action.PREPARES, first_month=10, years_ahead=2)
    assert step.years_ahead == 2


def test_election_years_differ() -> None:
    """One step belongs to election years only, one to the others only, and most to all."""
    steps = [
        CycleStep(id=kind.name.lower(), title=kind.value, action=Action.DECIDES, election_year=kind)
        for kind in ElectionYear
    ]
    assert [step.election_year.value for step in steps] == ["alla år", "bara valår", "inte valår"]


def test_a_step_reports_a_part_of_the_year() -> None:
    """The delårsrapport is about January to August and is treated in October."""
    step = CycleStep(
        id="delar",
        title="Delårsrapport",
        action=Action.TREATS,
        first_month=10,
        period=Part(first_month=1, last_month=8),
    )
    assert step.period == Part(first_month=1, last_month=8)


def test_a_step_waits_for_others() -> None:
    """The verksamhetsplan comes after the budget."""
    step = CycleStep(id="verksamhetsplan", title="Verksamhetsplan", action=Action.DECIDES, after=["budget"])
    assert structure(cycle=[BUDGET, step]).cycle[1].after == ("budget",)


def test_what_was_done_stands_beside_what_was_planned() -> None:
    """The budget was decided on 20 December, after the region's own last day."""
    decided = Decision(
        kind=DecisionKind.ADOPTS, by="rf", on=date(2022, 12, 20), about="regionplan-2023", title="Regionplan"
    )
    held = model(structures=[structure(cycle=[BUDGET])], decisions=[decided])
    planned, done = held.structures[0].cycle[0].last, held.decisions[0].on
    assert planned is not None
    assert done is not None
    assert (planned.month, planned.day) < (done.month, done.day)


@pytest.mark.parametrize(
    ("month", "day", "message"),
    [
        (0, 1, "month 0, expected 1 to 12"),
        (13, None, "month 13, expected 1 to 12"),
        (4, 31, "day 31 of month 4, expected 1 to 30"),
        (2, 30, "day 30 of month 2, expected 1 to 29"),
        (1, 0, "day 0 of month 1, expected 1 to 31"),
    ],
)
def test_a_day_that_no_year_has_is_refused(month: int, day: int | None, message: str) -> None:
    """There is no 30 February."""
    with pytest.raises(InvalidValue, match=message):
        MonthDay(month=month, day=day)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"first_month": 0}, "first_month 0, expected 1 to 12"),
        ({"first_month": 13}, "first_month 13, expected 1 to 12"),
        ({"every_years": 0}, "every_years 0, expected at least 1"),
    ],
)
def test_a_step_that_no_year_has_is_refused(changes: dict[str, Any], message: str) -> None:
    """There is no month 13, and nothing is done every nought years."""
    with pytest.raises(InvalidValue, match=message):
        evolve(BUDGET, **changes)


def test_the_first_month_and_the_last_are_let_through() -> None:
    """January and December, and every year."""
    steps = [evolve(BUDGET, first_month=month, every_years=1) for month in (1, 12)]
    assert [(step.first_month, step.every_years) for step in steps] == [(1, 1), (12, 1)]


def test_a_leap_day_is_a_day() -> None:
    """29 February comes in some years."""
    assert MonthDay(month=2, day=29).day == 29
