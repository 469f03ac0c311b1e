"""What is decided of a deficit before it has arisen holds when it does, in years ahead as in the ledger."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

import regionstyrning as rs
from regionstyrning.alternatives import Driver, cost_shock
from regionstyrning.evaluators import Status
from regionstyrning.law import STANDARD
from regionstyrning.model import DecisionKind, Organ, OrganKind
from regionstyrning.questions.economy.books import ledger
from tests.alternatives.small import ACCOUNTS, YEAR, assumed
from tests.alternatives.test_goals_ahead import entered
from tests.printed_accounts import decided, printed

if TYPE_CHECKING:
    from regionstyrning.alternatives import Projection
    from regionstyrning.model import Decision, SteeringModel

WAIVES, PROLONGS = DecisionKind.WAIVES, DecisionKind.PROLONGS
POOR = {Driver.PENSION_COSTS: "300"}
BEFORE = date(2026, 4, 1)


def region(*decisions: Decision) -> SteeringModel:
    """The region with what is decided."""
    return printed({YEAR - 1: {"balanskravsresultat": "0"}, YEAR: ACCOUNTS}, *decisions)


def waived(amount: int | None, on: date | None = BEFORE, year: int = 2026) -> Decision:
    """A decision not to restore some of a deficit."""
    more = {} if amount is None else {"amount_mnkr": Decimal(amount)}
    return decided(WAIVES, on, year, **more)


def prolonged(amount: int, until: int) -> Decision:
    """A decision to restore some of the deficit of 2026 later than the law says."""
    return decided(PROLONGS, BEFORE, 2026, amount_mnkr=Decimal(amount), until_year=until)


@pytest.mark.parametrize(
    ("decisions", "owed"),
    [
        ([], {2029: 118.5}),
        ([waived(200)], {}),
        ([waived(100)], {2029: 18.5}),
        ([prolonged(100, 2031)], {2029: 18.5, 2031: 100.0}),
        ([prolonged(100, 2031), waived(50, date(2026, 5, 1))], {2031: 68.5}),
        ([waived(50, date(2026, 3, 1)), prolonged(10, 2030)], {2029: 58.5, 2030: 10.0}),
    ],
)
def test_the_ledger_of_the_printed_year_says_the_same(decisions: list[Decision], owed: dict[int, float]) -> None:
    """What is left by the last year to restore it in is that of the ledger when the accounts are printed."""
    model = region(*decisions)
    some = assumed(POOR, uses_reserves=False, fills_reserves=False)
    found = rs.project(model, some, 1)
    assert dict(found[2026].owed) == pytest.approx(owed) == _owed(model, found)


def test_what_another_organ_has_decided_does_nothing() -> None:
    """Fullmäktige decides on deficits, in years ahead as in the ledger; the board's decision is not told either."""
    board = Organ(id="rs", title="Regionstyrelsen", kind=OrganKind.BOARD)
    by_the_board = [evolve(waived(200), by="rs"), evolve(waived(None), by="rs", title="Utan belopp")]
    model = region(*by_the_board).with_(board)
    found = rs.project(model, assumed(POOR, uses_reserves=False, fills_reserves=False), 1)
    assert dict(found[2026].owed) == pytest.approx({2029: 118.5}) == _owed(model, found)
    assert [each for each in found.missing if "räknas inte in" in each] == []


def _owed(model: SteeringModel, found: Projection) -> dict[int, float]:
    held = ledger(entered(model, found), 2026, STANDARD)
    left = [each for deficit in held.deficits for each in deficit.worst if each.outstanding]
    return {each.last_year or 0: float(each.outstanding) for each in left}


def test_a_waived_deficit_is_never_overdue() -> None:
    """A deficit that is not to be restored is past its time in no path; without the decision it is in all."""
    some = assumed({Driver.PENSION_COSTS: "300", Driver.COSTS: "4"}, uses_reserves=False, shocks=[cost_shock(0)])
    for decisions, status, share in (([waived(900)], Status.MET, 1.0), ([], Status.NOT_MET, 0.0)):
        model = region(*decisions)
        assert rs.project(model, some, 4)[2029].verdict("i-tid").status is status
        assert rs.simulate(model, some, 4, 10, 1)[2029].odds["i-tid"].value == share


def test_what_is_decided_is_told() -> None:
    """The notes say what is counted of decisions made beforehand."""
    model = region(waived(100), prolonged(10, 2031))
    some = assumed(POOR, shocks=[cost_shock(0)])
    for answer in (rs.project(model, some, 1), rs.simulate(model, some, 1, 10, 1)):
        told = " ".join(answer.text("en").split())
        assert "Of a deficit in 2026, 100 mnkr are not to be restored, as is already decided" in told
        assert "Of a deficit in 2026, 10 mnkr are to be restored by 2031, as is already decided" in told
        assert answer.complete is rs.project(region(), assumed(), 1).complete


@pytest.mark.parametrize(
    ("decision", "named"),
    [
        (waived(None), True),
        (waived(100, on=None), True),
        (waived(100, on=date(2027, 2, 1)), True),
        (waived(100, on=date(2027, 2, 1), year=YEAR), True),
        (waived(100, on=date(2026, 2, 1), year=YEAR), False),
        (waived(100, on=date(2029, 2, 1), year=YEAR), False),
        (waived(None, year=2029), False),
        (waived(100), False),
    ],
)
def test_what_cannot_be_followed_is_named(decision: Decision, *, named: bool) -> None:
    """A decision of no amount, no day or a day in later years is named as missing, if it is about these years."""
    found = rs.project(region(decision), assumed(), 2)
    told = f"Beslutet Om underskottet {decision.year} om underskottet {decision.year} räknas inte in"
    assert any(each.startswith(told) for each in found.missing) is named


def test_what_another_than_fullmaktige_decides_is_told_and_not_followed() -> None:
    """The deficit of the year ahead is to be restored whole."""
    board = Organ(id="rs", title="Regionstyrelsen", kind=OrganKind.BOARD, part_of="region")
    decision = decided(WAIVES, BEFORE, 2026, by="rs", amount_mnkr=Decimal(200))
    some = assumed(POOR, uses_reserves=False, fills_reserves=False)
    found = rs.project(region(decision).with_(board), some, 1)
    assert dict(found[2026].owed) == pytest.approx({2029: 118.5})
    told = "Om underskottet 2026: det är Regionstyrelsen som har beslutat, och bara fullmäktige kan; det räknas inte."
    assert [each for each in found.missing if each.startswith("Om underskottet")] == [told]
    assert not [each for each in found.missing if each.startswith("Beslutet")]
