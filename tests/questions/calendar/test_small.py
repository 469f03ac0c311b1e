"""The year of small models, made for what no region shows."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import regionstyrning as rs
from regionstyrning.export.year_items import DECIDES, LAW, Item
from regionstyrning.export.year_pages import markdown_year
from regionstyrning.export.year_ring import marks
from regionstyrning.model import (
    Action,
    Amount,
    AmountStage,
    Content,
    CycleStep,
    Decision,
    DecisionKind,
    DocumentKind,
    MonthDay,
    Organ,
    OrganKind,
    Recurrence,
    SteeringDocument,
    SteeringModel,
    Structure,
)
from regionstyrning.questions.calendar import State
from regionstyrning.questions.calendar.deeds import deeds

ASSEMBLY = Organ(id="rf", title="Fullmäktige", kind=OrganKind.ASSEMBLY)
BUDGET = DocumentKind(id="budget", title="Budget", contains=[Content.BUDGET])


def model(
    *records: object, cycle: tuple[CycleStep, ...] = (), kinds: tuple[DocumentKind, ...] = (BUDGET,)
) -> SteeringModel:
    """A model with a structure and an assembly."""
    structure = Structure(id="s", title="S", document_kinds=kinds, cycle=cycle)
    made = SteeringModel(id="m", title="M", as_of=date(2026, 6, 1))
    return made.with_(structure, ASSEMBLY, *records)  # type: ignore[arg-type]


def test_steps_that_wait_for_each_other_wait_for_nothing_else() -> None:
    """A cycle that goes round is told without end."""
    one = CycleStep(id="a", title="A", action=Action.DECIDES, first_month=3, after=["b"], years_ahead=1)
    two = CycleStep(
        id="b", title="B", action=Action.DECIDES, after=["a", "c"], recurs=Recurrence.MONTHLY, years_ahead=1
    )
    three = CycleStep(id="c", title="C", action=Action.DECIDES, after=["b"], recurs=Recurrence.MONTHLY, years_ahead=1)
    made = model(cycle=(one, two, three))
    (step,) = (step for step in rs.calendar(made, 2026).steps if step.record == "a")
    assert step.after == ()
    assert rs.calendar(made, 2026).path(2027) == ()


def test_a_plan_alone_has_no_critical_line() -> None:
    """One step waits for nothing, so there is no line to draw."""
    made = model(cycle=(CycleStep(id="a", title="A", action=Action.DECIDES, first_month=3, years_ahead=1),))
    assert "Kritisk linje" not in markdown_year(made, year=2026)


def test_a_document_without_days_concerns_no_year() -> None:
    """A budget that nobody knows when was adopted, and that states no years."""
    unknown = SteeringDocument(id="b", title="B", kind="budget")
    decided = Decision(kind=DecisionKind.ADOPTS, by="rf", about="b", title="Antas")
    (deed,) = deeds(model(unknown, decided))
    assert (deed.on, deed.about) == (None, None)


def test_a_model_of_no_legal_person_has_no_deficit() -> None:
    """Its accounts cannot be whose they are."""
    amount = Amount(
        line="arets-resultat",
        title="Årets resultat",
        year=2025,
        stage=AmountStage.OUTCOME,
        organ="rf",
        value=Decimal(-1),
    )
    assert all(step.record != "m" for step in rs.calendar(model(amount), 2026).steps)


def test_discharge_in_july_is_late_and_has_no_more_to_follow() -> None:
    """It is decided, so nothing is left open."""
    granted = Decision(
        kind=DecisionKind.GRANTS_DISCHARGE, by="rf", on=date(2025, 7, 1), about="rf", year=2024, title="Beviljas"
    )
    (step,) = (step for step in rs.calendar(model(granted), 2025).steps if step.record == "kl/5-24")
    assert (step.state, step.consequence) == (State.UNLAWFULLY_LATE, None)


def test_a_late_step_that_nothing_waits_for_has_no_consequence() -> None:
    """Adopted after its own day; no other step builds on it."""
    step = CycleStep(
        id="a",
        title="A",
        action=Action.DECIDES,
        by=[OrganKind.ASSEMBLY],
        document_kind="p",
        last=MonthDay(month=2, day=1),
    )
    plan = SteeringDocument(id="p1", title="P", kind="p")
    decided = Decision(kind=DecisionKind.ADOPTS, by="rf", on=date(2026, 2, 2), about="p1", year=2026, title="Antas")
    made = model(plan, decided, cycle=(step,), kinds=(DocumentKind(id="p", title="P"),))
    (found,) = (each for each in rs.calendar(made, 2026).steps if each.record == "a")
    assert (found.state, found.consequence, found.done[0].days_late) == (State.LATE, None, 1)


def test_a_wheel_with_more_steps_than_lanes_draws_them_all() -> None:
    """Those of one day share the innermost lane when the others are taken."""
    items = [
        Item(
            number=n,
            day=date(2026, 5, 31),
            first=None,
            group=DECIDES,
            when="",
            title="",
            beside="",
            done=True,
            look=False,
        )
        for n in range(1, 11)
    ]
    drawn = "".join(marks(items, 300))
    assert [drawn.count(f">{n}</text>") for n in range(1, 11)] == [1] * 10


def test_a_wheel_that_is_full_still_has_every_number() -> None:
    """More days of the law than there is room for stand on each other."""
    day = date(2026, 12, 31)
    items = [
        Item(number=n, day=day, first=None, group=LAW, when="31 december", title="T", beside="", done=False, look=False)
        for n in range(1, 161)
    ]
    drawn = "".join(marks(items, 300))
    assert [n for n in range(1, 161) if drawn.count(f">{n}</text>") != 1] == []


def test_an_annual_report_concerns_the_year_before() -> None:
    """Where neither the decision nor the document says which."""
    kind = DocumentKind(id="ar", title="Årsredovisning", contains=[Content.ANNUAL_REPORT], reports=True)
    report = SteeringDocument(id="ar-1", title="Årsredovisning", kind="ar")
    decided = Decision(kind=DecisionKind.APPROVES, by="rf", on=date(2026, 4, 28), about="ar-1", title="Godkänns")
    (deed,) = deeds(model(report, decided, kinds=(kind,)))
    assert deed.about == 2025


def test_what_was_decided_of_a_document_that_is_replaced_still_counts() -> None:
    """Of the document only its name, kind and years are left in the model as it held later."""
    later = rs.load_region("halland").at(date(2023, 12, 31))
    (step,) = (each for each in rs.calendar(later, 2022).steps if each.record == "kl/11-10")
    assert [str(done.on) for done in step.done] == ["2022-06-22", "2022-11-23"]
