"""What an answer is shown as where nobody asked for its text, as by a debugger or a failing test."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

import regionstyrning as rs
from regionstyrning.alternatives import growth_shock, planned, sensitivity
from regionstyrning.law import law_for
from regionstyrning.law.appeal_clock import appeal_clock
from regionstyrning.law.deadlines import statutory_days
from regionstyrning.law.disqualification import may_take_part
from regionstyrning.law.lawfulness import lawful
from regionstyrning.law.meetings import meeting_days
from regionstyrning.model import Act, OrganKind
from regionstyrning.questions.economy import ratio

DAY = date(2026, 3, 1)
MOST = 2_000
"""Signs that can be read on one screen."""

EXEMPEL = rs.load_region("exempel")
LAW = law_for(EXEMPEL)

ASKED: dict[str, Callable[[], object]] = {
    "accounts": lambda: rs.accounts(EXEMPEL, 2025),
    "appeal_clock": lambda: appeal_clock(LAW, meeting=DAY, approved=DAY, announced=DAY, delegated=True),
    "balance_statement": lambda: rs.balance_statement(EXEMPEL, 2025),
    "budget_work": lambda: rs.budget_work(EXEMPEL, 2026),
    "calendar": lambda: rs.calendar(EXEMPEL, 2026),
    "coverage": lambda: rs.coverage(EXEMPEL),
    "evaluate": lambda: rs.evaluate(EXEMPEL, as_of=EXEMPEL.as_of),
    "lawful": lambda: lawful(LAW, act=Act.DELEGATE, on=DAY),
    "loose_ends": lambda: rs.loose_ends(EXEMPEL),
    "may_decide": lambda: rs.may_decide(EXEMPEL, "omradeschef", "inkop", on=DAY, amount_sek=1_000, closed=True),
    "may_take_part": lambda: may_take_part(LAW, OrganKind.COMMITTEE, on=DAY),
    "meeting_days": lambda: meeting_days(LAW, date(2026, 11, 24)),
    "model": lambda: EXEMPEL,
    "plan_in_force": lambda: rs.plan_in_force(EXEMPEL, "rs", on=DAY),
    "powers_of": lambda: rs.powers_of(EXEMPEL, "rs", on=DAY),
    "project": lambda: rs.project(EXEMPEL, planned(EXEMPEL), 3),
    "ratio": lambda: ratio(EXEMPEL, "soliditet", 2025),
    "restoration_plan": lambda: rs.restoration_plan(EXEMPEL, 2025),
    "sensitivity": lambda: sensitivity(EXEMPEL, planned(EXEMPEL), 2),
    "simulate": lambda: rs.simulate(EXEMPEL, planned(EXEMPEL, shocks=(growth_shock(1),)), 2, 10, 1),
    "statutory_day": lambda: statutory_days(LAW, 2027)[0],
    "who_may_decide": lambda: rs.who_may_decide(EXEMPEL, "inkop", on=DAY),
}


@pytest.mark.parametrize("name", ASKED)
def test_an_answer_is_shown_in_short(name: str) -> None:
    """No answer brings the whole model, or the whole law, to the screen."""
    assert len(repr(ASKED[name]())) <= MOST


def test_an_answer_says_what_it_is_about() -> None:
    """Its kind, about whom and of which day."""
    shown = "BalanceStatement(about='region-exempel', on=datetime.date(2025, 12, 31))"
    assert repr(rs.balance_statement(EXEMPEL, 2025)) == shown
