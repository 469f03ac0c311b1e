"""One status from several, some of which wait."""

from __future__ import annotations

from datetime import date

import pytest

from regionstyrning.evaluators import Status, Verdict
from regionstyrning.evaluators.verdicts.composing import Joining, composed
from regionstyrning.model import Join, JoinKind
from tests.evaluators.small import seen

MET, NOT_MET, NOT_DUE = Status.MET, Status.NOT_MET, Status.NOT_DUE
WORST = Joining(join=Join(kind=JoinKind.WORST))
END = date(2026, 12, 31)


def now(status: Status) -> Verdict:
    """A part that is judged for 2026."""
    return Verdict(about="nu", title="Nu", status=status, low=status, high=status, year=2026, kind="mål")


def waits(until: date) -> Verdict:
    """A part that falls due later."""
    return Verdict(about="sen", title="Sen", status=NOT_DUE, due=until, kind="mål")


@pytest.mark.parametrize(
    ("status", "due", "expected"),
    [
        (MET, END, (NOT_DUE, END)),
        (NOT_MET, END, (NOT_MET, None)),
        (MET, date(2028, 12, 31), (MET, None)),
        (NOT_MET, date(2028, 12, 31), (NOT_MET, None)),
    ],
)
def test_a_part_that_falls_due_the_same_year_may_still_turn_the_whole(
    status: Status, due: date, expected: tuple[Status, date | None]
) -> None:
    """Unless what is known settles it; what falls due in a later year is told beside."""
    found = composed("g", [now(status), waits(due)], WORST)
    assert seen(found.status, found.due) == expected
    assert "1 av delarna avgörs först senare." in [reason.text() for reason in found.reasons]


def test_without_a_rule_what_waits_the_same_year_leaves_the_whole_open() -> None:
    """Parts that are alike so far are no settled whole."""
    assert composed("g", [now(MET), now(MET), waits(END)]).status is NOT_DUE


def test_a_rule_that_counts_must_say_how_many() -> None:
    """Else the parts bound the whole, and what is missing is told."""
    found = composed("g", [now(MET), now(NOT_MET)], Joining(join=Join(kind=JoinKind.COUNT)))
    assert seen(found.status, found.low, found.high) == (Status.CANNOT_BE_ASSESSED, NOT_MET, MET)
    assert found.reasons[-1].text() == "Regeln säger inte hur många som räcker."
