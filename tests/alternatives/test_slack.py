"""A plan exactly on what is asked of it keeps it, however floats hold its figures."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

import regionstyrning as rs
from regionstyrning.alternatives import Assumption, cost_shock, needed_result, planned
from regionstyrning.alternatives.drivers import Driver
from regionstyrning.evaluators import Status
from regionstyrning.model import AmountStage
from regionstyrning.model.conditions import Condition, above, at_least, at_most, below
from tests.alternatives.small import ACCOUNTS, YEAR
from tests.alternatives.test_goals_ahead import ONLY_GOALS, PLAN, goal
from tests.printed_accounts import amount, printed

if TYPE_CHECKING:
    from regionstyrning.alternatives import Assumptions
    from regionstyrning.model import Record, SteeringModel

BUDGETED = YEAR + 1


def budget(result: str, taxes: int, grants: int) -> tuple[Record, ...]:
    """A budget with a given result, of lines that add up to it."""
    costs = taxes + grants + 2060 - 310 + 60 - 110 - Decimal(result)
    lines = {
        "verksamhetens-intakter": "2060",
        "verksamhetens-kostnader": format(-costs, "f"),
        "avskrivningar": "-310",
        "skatteintakter": str(taxes),
        "generella-statsbidrag-och-utjamning": str(grants),
        "finansiella-intakter": "60",
        "finansiella-kostnader": "-110",
        "arets-resultat": result,
        "investeringar": "500",
    }
    return tuple(amount(line, value, BUDGETED, stage=AmountStage.BUDGET) for line, value in lines.items())


def region(*budgeted: Record, asked: Condition | None = None, deficit: str = "0") -> SteeringModel:
    """A region with a budget, a financial goal and a deficit of three years before."""
    goals = goal(at_least(0) if asked is None else asked, BUDGETED)
    before = {YEAR - 2: {"balanskravsresultat": f"-{deficit}"}, YEAR - 1: {"balanskravsresultat": "0"}}
    now = {YEAR: {**ACCOUNTS, "balanskravsresultat": "0"}}
    return printed({**before, **now}, ONLY_GOALS, PLAN, *goals, *budgeted)


def assumed(model: SteeringModel) -> Assumptions:
    """What the budget implies, with reserves left as they are, and a shock of nothing."""
    some = planned(model, shocks=(cost_shock(0),))
    grown = {Driver.PROVISIONS: "3", Driver.COMMITMENT: "-4"}
    items = [Assumption(driver=driver, values={BUDGETED: value}) for driver, value in grown.items()]
    return some.with_(*items, fills_reserves=False, uses_reserves=False)


def kept(model: SteeringModel, name: str) -> tuple[Status, float]:
    """How something is judged in one path, and how likely it is in many."""
    some = assumed(model)
    many = rs.simulate(model, some, 1, 10, 1)[BUDGETED].odds[name]
    assert many.low == many.high
    return rs.project(model, some, 1)[BUDGETED].verdict(name).status, many.low


@pytest.mark.parametrize(("taxes", "grants", "result"), [(7650, 2045, "193.9"), (7770, 2060, "196.6")])
def test_exactly_on_target(taxes: int, grants: int, result: str) -> None:
    """Two per cent is two per cent, whether the float lies just below or just above it."""
    lines = budget(result, taxes, grants)
    for asked, met in ((at_least(2), True), (at_most(2), True), (above(2), False), (below(2), False)):
        model = region(*lines, asked=asked)
        assert kept(model, "m") == ((Status.MET, 1.0) if met else (Status.NOT_MET, 0.0))
    value = rs.project(model, assumed(model), 1)[BUDGETED].verdict("m").value
    assert value is not None
    assert 0 < abs(value - 2) < 1e-14


def test_a_krona_beside_target() -> None:
    """What is beside the target by as little as a hundred kronor misses it."""
    assert kept(region(*budget("193.8999", 7650, 2045), asked=at_least(2)), "m") == (Status.NOT_MET, 0.0)
    assert kept(region(*budget("193.9001", 7650, 2045), asked=at_most(2)), "m") == (Status.NOT_MET, 0.0)


@pytest.mark.parametrize("more", range(6))
def test_exact_balance(more: int) -> None:
    """A budget that adds up to nothing is in balance, and leaves nothing to restore."""
    model = region(*budget("0", 7700 + 7 * more, 2050 + 3 * more))
    assert kept(model, "balans") == (Status.MET, 1.0)
    assert rs.project(model, assumed(model), 1)[BUDGETED].owed == ()


def test_a_deficit_of_some_kronor() -> None:
    """A deficit that accounts in thousands could print is one."""
    model = region(*budget("-0.001", 7700, 2050))
    assert kept(model, "balans") == (Status.NOT_MET, 0.0)
    assert rs.project(model, assumed(model), 1)[BUDGETED].outstanding == pytest.approx(0.001)


@pytest.mark.parametrize("tenths", range(600, 606))
def test_exact_restoration(tenths: int) -> None:
    """A deficit that the budget restores to the krona in its last year is restored in time."""
    amount = str(Decimal(tenths) / 10)
    model = region(*budget(amount, 7700, 2050), deficit=amount)
    assert kept(model, "i-tid") == (Status.MET, 1.0)
    year = rs.project(model, assumed(model), 1)[BUDGETED]
    assert (year.overdue, year.owed) == (0.0, ())
    less = region(*budget(str(Decimal(amount) - Decimal("0.001")), 7700, 2050), deficit=amount)
    assert kept(less, "i-tid") == (Status.NOT_MET, 0.0)


def test_needed_result_exactly_on_target() -> None:
    """A result that just reaches the target leaves nothing lacking."""
    model = region(*budget("193.9", 7650, 2045), asked=at_least(2))
    needed = needed_result(model, "m", BUDGETED, assumptions=assumed(model))
    assert needed.needed == pytest.approx(193.9, abs=1e-6)
    assert needed.difference is not None
    assert needed.difference <= 0
    assert "0,0 mnkr är till godo" in needed.text()
