"""What must be reported of decisions on delegation, to whom and when."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from attrs import evolve

import regionstyrning as rs
from regionstyrning.law import STANDARD
from regionstyrning.model import DecisionKind, Delegation, Nature, Source, Trait, Validity
from regionstyrning.model.delegation import Frequency, Reporting
from regionstyrning.questions import Due
from tests.questions.authority.making import DAY, decided, given, matter, region, told

MARCH = (date(2026, 3, 1), date(2026, 3, 31))


def steps(*records: Any, days: tuple[date, date] = MARCH) -> tuple[Due, ...]:  # noqa: ANN401 - any records
    """What falls due in March, or in other days."""
    return rs.duties(region(*records), *days).steps


def row(often: Frequency, **more: Any) -> Delegation:  # noqa: ANN401 - any field of the record
    """What the chief reports to the nämnd."""
    return given("namnden", "chefen", reporting=told(often, "namnden"), **more)


@pytest.mark.parametrize(
    ("often", "days", "due", "said"),
    [
        (Frequency.MONTHLY, MARCH, ["2026-03-31"], "Beslut under 2026-03: inkop"),
        (Frequency.MONTHLY, (date(2026, 3, 1), date(2026, 3, 30)), [], ""),
        (
            Frequency.MONTHLY,
            (date(2026, 1, 15), date(2026, 3, 1)),
            ["2026-01-31", "2026-02-28"],
            "Beslut under 2026-01: inkop",
        ),
        (Frequency.MONTHLY, (date(9999, 12, 1), date.max), ["9999-12-31"], "Beslut under 9999-12: inkop"),
        (
            Frequency.QUARTERLY,
            (date(2026, 2, 1), date(2026, 6, 30)),
            ["2026-03-31", "2026-06-30"],
            "Beslut under kvartal 1 2026: inkop",
        ),
        (Frequency.YEARLY, (date(2026, 12, 31), date(2027, 1, 1)), ["2026-12-31"], "Beslut under 2026: inkop"),
        (Frequency.EACH, MARCH, [], ""),
        (Frequency.NOT_REPORTED, MARCH, [], ""),
    ],
)
def test_a_periodic_report_is_due_on_the_last_day(
    often: Frequency, days: tuple[date, date], due: list[str], said: str
) -> None:
    """Of its month, quarter or year; what is reported one by one waits for a decision."""
    found = steps(row(often), days=days)
    assert [str(step.on) for step in found] == due
    assert [step.title for step in found[:1]] == [said][: len(due)]


def test_rows_that_are_reported_together_are_one_step() -> None:
    """With all their delegations and paragraphs, and the first source."""
    source = Source(publication="ordningen", place="A 1")
    other = given("namnden", "au", reporting=told(Frequency.MONTHLY, "namnden"), sources=[source])
    (step,) = steps(row(Frequency.MONTHLY), other)
    assert (step.delegations, step.organ, step.source) == (("namnden-au", "namnden-chefen"), "namnden", source)
    assert step.law == "KL 6 kap. 40 § första stycket, 7 kap. 8 §"


def test_what_has_no_law_has_none() -> None:
    """A report that fullmäktige's own reporting rule does not ask for: receivers unknown."""
    nobody = Delegation(id="tom", giver="namnden", matters=["inkop"], reporting=told(Frequency.MONTHLY, "namnden"))
    by_law = Delegation(id="lag", statute="Lag 1 §", matters=["inkop"], reporting=told(Frequency.MONTHLY, "rf"))
    assert [(step.delegations, step.law) for step in steps(nobody, by_law)] == [
        (("tom",), "KL 6 kap. 40 § första stycket")
    ]


@pytest.mark.parametrize(
    ("validity", "count"),
    [
        (Validity(first=date(2026, 3, 15), last=date(2026, 3, 16)), 1),
        (Validity(last=date(2026, 2, 28)), 0),
        (Validity(first=date(2026, 4, 1)), 0),
    ],
)
def test_a_row_counts_if_it_stands_on_some_day(validity: Validity, count: int) -> None:
    """Of the time that the report tells of."""
    assert len(steps(row(Frequency.MONTHLY, validity=validity))) == count


def test_a_recalled_row_counts_no_longer() -> None:
    """From the day it was recalled."""
    recalled = decided("namnden", date(2026, 2, 1), DecisionKind.RECALLS, about="namnden-chefen")
    assert [
        len(steps(row(Frequency.MONTHLY), recalled, days=days))
        for days in ((date(2026, 1, 1), date(2026, 1, 31)), MARCH)
    ] == [1, 0]


def test_the_next_meeting_is_that_of_a_recorded_decision() -> None:
    """Each meeting in the days; None where no decision gives one."""
    meetings = [decided("namnden", date(2026, month, 10), paragraph="§ 1") for month in (2, 3)]
    known = steps(row(Frequency.NEXT_MEETING), *meetings)
    assert [(str(step.on), step.title) for step in known] == [("2026-03-10", "Beslut sedan förra sammanträdet: inkop")]
    answer = rs.duties(region(row(Frequency.NEXT_MEETING)), *MARCH)
    assert [step.on for step in answer.steps] == [None]
    assert (answer.missing, answer.complete) == (("Ingen källa säger när vårdnämnden sammanträder.",), False)
    assert "nästa möte  Vårdnämnden  Beslut sedan förra sammanträdet: inkop" in answer.text()


def test_urgent_matters_are_reported_at_the_next_meeting() -> None:
    """By law, whatever the scheme says."""
    (step,) = steps(given("namnden", "ordforanden", urgent_only=True))
    assert (step.organ, step.often) == ("namnden", Frequency.NEXT_MEETING)


@pytest.mark.parametrize("reporting", [None, Reporting(), told(Frequency.MONTHLY)])
def test_rows_that_say_nothing_are_told(reporting: Reporting | None) -> None:
    """Nothing falls due by them."""
    answer = rs.duties(region(given("namnden", "chefen", reporting=reporting)), *MARCH)
    assert (answer.steps, answer.missing) == (
        (),
        ("1 delegation säger inte om och när beslut anmäls (namnden-chefen).",),
    )


def test_execution_is_not_reported() -> None:
    """Nor is it told as silent."""
    answer = rs.duties(region(given("namnden", "chefen", nature=Nature.EXECUTION)), *MARCH)
    assert (answer.steps, answer.complete, answer.text().splitlines()[-1]) == ((), True, "Inget att anmäla.")


def recorded(often: Frequency, *more: Any, on: date | None = date(2026, 2, 20)) -> list[tuple[str | None, bool]]:  # noqa: ANN401 - any records
    """The reports of one recorded decision that fall due in March: by when, and whether it is shown."""
    taken = decided("chefen", on, delegation="namnden-chefen")
    found = steps(row(often), taken, *more)
    return [(None if step.on is None else str(step.on), step.done) for step in found if step.decision == taken.id]


@pytest.mark.parametrize(
    ("often", "due"),
    [
        (Frequency.MONTHLY, []),
        (Frequency.QUARTERLY, [("2026-03-31", False)]),
        (Frequency.YEARLY, []),
        (Frequency.NEXT_MEETING, [(None, False)]),
        (Frequency.EACH, []),
        (Frequency.NOT_REPORTED, []),
    ],
)
def test_a_recorded_decision_falls_due_by_its_row(often: Frequency, due: list[Any]) -> None:
    """At the end of its time, or at a meeting that is not known."""
    assert recorded(often) == due


def test_a_decision_reported_one_by_one_is_due_at_once() -> None:
    """On its own day."""
    assert recorded(Frequency.EACH, on=date(2026, 3, 3)) == [("2026-03-03", False)]


@pytest.mark.parametrize("on", [None, date(2026, 4, 1)])
def test_a_decision_of_an_unknown_or_later_day_is_passed_over(on: date | None) -> None:
    """It cannot be reported in these days."""
    assert recorded(Frequency.NEXT_MEETING, on=on) == []


def test_a_decision_of_the_organ_shows_that_it_was_reported() -> None:
    """One about the decision."""
    taken = decided("chefen", date(2026, 2, 20), delegation="namnden-chefen")
    noted = decided("namnden", date(2026, 3, 10), DecisionKind.APPROVES, about=taken.id)
    elsewhere = decided("rf", date(2026, 3, 9), DecisionKind.APPROVES, about=taken.id)
    (step,) = (each for each in steps(row(Frequency.NEXT_MEETING), taken, noted, elsewhere) if each.decision)
    assert (step.on, step.done, step.shown_by) == (date(2026, 3, 10), True, noted.id)
    assert step.text() == "Beslutet, beslutat 2026-02-20 av vårdchefen"


def test_a_decision_that_was_reported_without_a_known_meeting_is_left_out() -> None:
    """It was shown to be done before the decision's next meeting could be known."""
    taken = decided("chefen", date(2026, 2, 20), delegation="namnden-chefen")
    noted = decided("namnden", date(2026, 2, 20), DecisionKind.APPROVES, about=taken.id)
    assert [step.decision for step in steps(row(Frequency.NEXT_MEETING), taken, noted)] == [None]


def test_the_table_tells_what_is_shown() -> None:
    """Nothing of what is no decision, yes or not shown of one; in both languages."""
    taken = decided("chefen", date(2026, 2, 20), delegation="namnden-chefen")
    noted = decided("namnden", date(2026, 3, 10), DecisionKind.APPROVES, about=taken.id)
    model = region(row(Frequency.NEXT_MEETING), taken)
    assert rs.duties(model, *MARCH).text().count("framgår inte") == 1
    assert rs.duties(model.with_(noted), *MARCH).text(width=120).splitlines()[-1].endswith("  ja")
    assert "not shown" in rs.duties(model, *MARCH).text("en")


def test_rows_are_plain() -> None:
    """A step a row."""
    answer = rs.duties(region(row(Frequency.MONTHLY)), *MARCH)
    assert answer.to_records() == [
        {
            "on": "2026-03-31",
            "moved_from": None,
            "kind": "anmäls",
            "organ": "namnden",
            "often": "varje månad",
            "delegations": ["namnden-chefen"],
            "decision": None,
            "done": False,
            "shown_by": None,
            "law": "KL 7 kap. 8 §",
            "text": "Beslut under 2026-03: inkop",
        }
    ]
    unknown = rs.duties(region(row(Frequency.NEXT_MEETING)), *MARCH)
    assert unknown.to_records()[0]["on"] is None


def test_the_order_of_records_changes_nothing() -> None:
    """Nor how the answer is told."""
    rows = [row(Frequency.MONTHLY), given("namnden", "au", reporting=told(Frequency.MONTHLY, "namnden", "rf"))]
    texts = [rs.duties(region(*each), *MARCH).text() for each in (rows, rows[::-1])]
    assert texts[0] == texts[1]


@pytest.mark.parametrize(
    ("first", "last", "field"),
    [
        (date(2026, 3, 2), date(2026, 3, 1), "first"),
        (datetime(2026, 3, 1), date(2026, 3, 1), "first"),  # noqa: DTZ001 - what is refused
        (date(2026, 3, 1), "2026-03-31", "last"),
    ],
)
def test_wrong_days_raise(first: date, last: Any, field: str) -> None:  # noqa: ANN401 - what is refused
    """Out of order, or no days."""
    with pytest.raises(rs.InvalidValue) as caught:
        rs.duties(region(), first, last)
    assert caught.value.field == field


def test_what_is_not_reported_is_recorded_separately() -> None:
    """On its day, by whoever decided; not where the matter cannot be tried by laglighetsprövning."""
    silent = told(Frequency.NOT_REPORTED)
    law = Trait(id="laglighetsprovning", holds=False)
    model = region(
        matter("bidrag", traits=[law]),
        given("namnden", "chefen", reporting=silent),
        given("namnden", "handlaggaren", matters=["bidrag"], reporting=silent),
        decided("chefen", DAY, matter="inkop", delegation="namnden-chefen"),
        decided("handlaggaren", DAY, matter="bidrag", delegation="namnden-handlaggaren"),
        decided("chefen", None, on_text="2026-xx-xx", matter="inkop", delegation="namnden-chefen"),
        decided("chefen", DAY, title="Utan delegation"),
    )
    (step,) = rs.duties(model, DAY, DAY).steps
    assert (step.kind, step.on, step.organ, step.law) == (
        "protokollförs särskilt",
        DAY,
        "chefen",
        "KL 7 kap. 8 §, 6 kap. 40 § första stycket",
    )
    assert step.text() == "Beslutet, beslutat 2026-03-01 av vårdchefen, protokollförs särskilt"
    assert (step.document_kind, step.slack_days, step.moved_from) == (None, None, None)
    assert rs.duties(model, date(2025, 1, 1), date(2025, 1, 31)).steps == ()


def test_a_last_day_on_a_holiday_moves_only_by_the_setting() -> None:
    """A month that ends on a Sunday; the report is then due on the Monday, and says from which day it was moved."""
    model = region(given("namnden", "chefen", reporting=told(Frequency.MONTHLY, "namnden")))
    first, last = date(2026, 5, 1), date(2026, 6, 30)
    moving = evolve(STANDARD, shift_authority_deadlines=True)
    said = [
        [(step.on, step.moved_from) for step in rs.duties(model, first, last, policies=policies).steps]
        for policies in (STANDARD, moving)
    ]
    assert said == [
        [(date(2026, 5, 31), None), (date(2026, 6, 30), None)],
        [(date(2026, 6, 1), date(2026, 5, 31)), (date(2026, 6, 30), None)],
    ]
    june = date(2026, 6, 1), date(2026, 6, 3)
    for policies, days in ((STANDARD, []), (moving, [date(2026, 6, 1)])):
        assert [step.on for step in rs.duties(model, *june, policies=policies).steps] == days
    assert rs.duties(model, date(2026, 5, 31), date(2026, 5, 31), policies=moving).steps == ()
