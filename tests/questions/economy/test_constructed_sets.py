"""Cases made from the rules, each exact; and the same rules counted in floats."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest

from regionstyrning.law import Policies
from regionstyrning.model import DecisionKind, SteeringModel
from regionstyrning.questions.economy import DeficitState, balance_statement, restoration_plan
from regionstyrning.questions.economy.balance import budget_is_covered, headroom, room_under_ceiling
from regionstyrning.questions.economy.numbers import DECIMALS, FLOATS
from regionstyrning.questions.economy.year_law import year_law
from tests.printed_accounts import (
    EQUITY,
    GRANTS,
    NOTHING,
    PENSIONS,
    RER,
    RUR,
    TAXES,
    A,
    B,
    C,
    D,
    E,
    F,
    G,
    H,
    I,
    J,
    R,
    decided,
    printed,
    results,
    seen,
)

ONE_PERCENT = {EQUITY: "0", PENSIONS: "0"}
TWO_PERCENT = {EQUITY: "0", PENSIONS: "1"}


def year_of(
    taxes: str, lines: Mapping[str, str], *, before: Mapping[str, str] | None = None, year: int = 2025
) -> SteeringModel:
    """A region with a year's statement and taxes, and what there was in its reserves the year before."""
    reserves = {RER: "0", RUR: "0"} if before is None else before
    own = {**NOTHING, TAXES: taxes, GRANTS: "0", **ONE_PERCENT, **lines}
    return printed({year - 1: reserves, year: own})


@pytest.mark.parametrize(
    ("model", "most", "binds"),
    [
        pytest.param(year_of("10000", {R: "300", A: "-20"}), "180", "adjusted", id="C1"),
        pytest.param(year_of("10000", {R: "300", A: "-20", **TWO_PERCENT}), "80", "adjusted", id="C2"),
        pytest.param(year_of("12000", {R: "400"}, before={RER: "550"}), "50", "ceiling", id="C3"),
        pytest.param(year_of("12000", {R: "500", D: "-260"}), "120", "adjusted", id="C4"),
        pytest.param(year_of("10000", {R: "60", E: "240"}), "0", "result", id="C5"),
        pytest.param(year_of("10000", {R: "150", E: "240"}), "50", "result", id="C5, more"),
        pytest.param(year_of("10000", {R: "100"}), "0", "result", id="C13"),
        pytest.param(year_of("11000", {R: "300"}, before={RER: "600"}), "0", "ceiling", id="C16"),
        pytest.param(year_of("10000", {R: "200"}, before={RER: "495"}), "5", "ceiling", id="C21"),
        pytest.param(year_of("10000", {R: "200", **TWO_PERCENT}), "0", "result", id="C22"),
        pytest.param(
            year_of("10000", {R: "250"}, before={RUR: "900"}, year=2023), "150", "result", id="C24: no ceiling in 2023"
        ),
    ],
)
def test_most_reserved(model: SteeringModel, most: str, binds: str) -> None:
    """What may be reserved at most, and the limit that binds."""
    answer = balance_statement(model, max(each.year for each in model.amounts)).most_reserved
    assert answer.binding is not None
    assert seen(answer.value, answer.statutory, answer.binding.name) == (Decimal(most), Decimal(most), binds)


@pytest.mark.parametrize(("reserve", "balance"), [("-180", "100"), ("-80", "200")], ids=["C1", "C2"])
def test_what_is_reserved_lowers_the_balance_result(reserve: str, balance: str) -> None:
    """The reservation is taken from the result after adjustments."""
    model = year_of("10000", {R: "300", A: "-20", H: reserve})
    assert balance_statement(model, 2025).balance_result == Decimal(balance)


@pytest.mark.parametrize(
    ("year", "lines", "adjusted"),
    [
        pytest.param(2018, {R: "120", D: "-90"}, "120", id="C7: gains stay in 2018"),
        pytest.param(2019, {R: "120", D: "-90"}, "30", id="C7: gains go in 2019"),
        pytest.param(2018, {R: "-40", E: "90"}, "50", id="C7b in 2018"),
        pytest.param(2019, {R: "-40", E: "90"}, "50", id="C7b in 2019"),
        pytest.param(2025, {R: "80", D: "-50"}, "30", id="C14, the first year"),
        pytest.param(2025, {R: "40", G: "50"}, "90", id="C14, the second year"),
        pytest.param(2025, {R: "40", G: "50", A: "-50"}, "40", id="C14, a gain on a sale"),
        pytest.param(2025, {R: "200", A: "-70", B: "50"}, "180", id="C15"),
        pytest.param(2025, {R: "100", F: "-30"}, "70", id="C19"),
        pytest.param(2025, {R: "50", C: "80"}, "130", id="C20"),
        pytest.param(2025, {R: "50"}, "50", id="C20, not in accord"),
    ],
)
def test_adjustments(year: int, lines: dict[str, str], adjusted: str) -> None:
    """The result after adjustments, by the law of the year."""
    model = printed({year: {**NOTHING, **lines}})
    assert balance_statement(model, year).result_after_adjustments == Decimal(adjusted)


YEARS_OF_C6 = {
    2023: {**NOTHING, R: "-220", A: "-15", C: "5"},
    **{year: {**NOTHING, R: result} for year, result in ((2024, "-60"), (2025, "150"), (2026, "100"), (2027, "25"))},
}


@pytest.mark.parametrize(
    ("year", "left"),
    [
        (2023, {2023: 230}),
        (2024, {2023: 230, 2024: 60}),
        (2025, {2023: 80, 2024: 60}),
        (2026, {2023: 0, 2024: 40}),
        (2027, {2023: 0, 2024: 15}),
    ],
)
def test_deficits_are_restored_oldest_first(year: int, left: dict[int, int]) -> None:
    """C6: what is left of each deficit after each year."""
    held = balance_statement(printed(YEARS_OF_C6), year).ledger
    assert seen({each.year: each.outstanding for each in held.deficits}) == (
        {of: (rest, rest) for of, rest in left.items()},
    )


def test_a_deficit_is_overdue_after_three_years() -> None:
    """C6: the deficit of 2024 had to be restored in 2027, and 15 of it was not."""
    plan = restoration_plan(printed(YEARS_OF_C6), 2027)
    states = [each.state for each in plan.ledger.deficits]
    assert seen(states, plan.overdue, plan.years) == ([DeficitState.RESTORED, DeficitState.OVERDUE], (15, 15), ())


def test_both_reserves_are_used() -> None:
    """C8: a reserve of each kind lowers the deficit, which is then restored by 2028."""
    reserves = {RUR: "200", RER: "120"}
    model = printed({2024: reserves, 2025: {**NOTHING, R: "-310", D: "-40", J: "200", I: "120"}})
    statement = balance_statement(model, 2025)
    (deficit,) = statement.ledger.deficits
    assert seen(statement.balance_result, statement.without_equalisation) == (-30, -230)
    assert seen([each.value for each in statement.most_used], deficit.worst[0].last_year) == ([200, 120], 2028)


def test_only_one_reserve_is_used() -> None:
    """C8: without the older reserve the deficit is 230."""
    model = printed({2025: {**NOTHING, R: "-310", D: "-40", I: "120"}})
    assert balance_statement(model, 2025).balance_result == -230


def test_what_is_waived_stays_in_the_statement() -> None:
    """C9: the balance result is what it is; 150 are left to restore."""
    waived = decided(DecisionKind.WAIVES, date(2025, 4, 22), 2024, amount_mnkr=Decimal(250))
    model = printed(results([(2024, "-400"), (2025, "0")]), waived)
    held = balance_statement(model, 2025).ledger
    assert seen(balance_statement(model, 2024).balance_result, held.outstanding) == (-400, (150, 150))


def test_the_older_reserve_ends_with_2033() -> None:
    """C10: what is left of a RUR at the end of 2033 cannot be used in 2034, and changes no result."""
    lines = {**NOTHING, R: "-90", J: "90"}
    model = printed({2032: {RUR: "90"}, 2033: {**lines, RUR: "90"}, 2034: lines})
    used = {year: [each.of for each in balance_statement(model, year).most_used] for year in (2033, 2034)}
    assert [balance_statement(model, year).balance_result for year in (2033, 2034)] == [0, -90]
    assert used == {2033: ["equalisation-used", "result-used"], 2034: ["result-used"]}


@pytest.mark.parametrize(
    ("restore_first", "most"), [(True, 185), (False, 378)], ids=["C11, restored first", "C11, the statute alone"]
)
def test_older_deficits_lower_what_may_be_reserved(restore_first: bool, most: int) -> None:
    """C11: 193 left of an older deficit."""
    model = printed(
        {
            2024: {"balanskravsresultat": "-193", RER: "0"},
            2025: {**NOTHING, R: "563", A: "-23", TAXES: "16200", GRANTS: "0", **ONE_PERCENT},
        }
    )
    policies = Policies(restore_before_reserving=restore_first)
    assert balance_statement(model, 2025, policies=policies).most_reserved.value == most


@pytest.mark.parametrize(
    ("kind", "on", "amount_mnkr", "most"),
    [
        (DecisionKind.WAIVES, date(2024, 12, 10), 93, 278),
        (DecisionKind.WAIVES, date(2025, 4, 22), 93, 278),
        (DecisionKind.WAIVES, date(2025, 4, 22), 193, 378),
        (DecisionKind.WAIVES, None, 193, 378),
        (DecisionKind.WAIVES, date(2026, 4, 21), 193, 185),
        (DecisionKind.PROLONGS, date(2025, 4, 22), 193, 185),
    ],
    ids=str,
)
def test_what_is_waived_in_the_year_need_not_be_restored_first(
    kind: DecisionKind, on: date | None, amount_mnkr: int, most: int
) -> None:
    """C11 with a decision on the 193: waived in the year it is gone, later or only given more time it is not."""
    until = 2030 if kind is DecisionKind.PROLONGS else None
    model = printed(
        {
            2024: {"balanskravsresultat": "-193", RER: "0"},
            2025: {**NOTHING, R: "563", A: "-23", TAXES: "16200", GRANTS: "0", **ONE_PERCENT},
        },
        decided(kind, on, 2024, amount_mnkr=Decimal(amount_mnkr), until_year=until),
    )
    assert balance_statement(model, 2025).most_reserved.value == most


@pytest.mark.parametrize(
    ("income", "costs", "use", "covered"),
    [(10000, 9999, 0, 1), (10000, 10000, 0, 0), (10000, 10000, 1, 1), (9900, 10000, 100, 1), (9900, 10000, 60, 0)],
)
def test_budgets(income: int, costs: int, use: int, covered: int) -> None:
    """C12: a budget holds if income exceeds costs, or a reserve fills the whole gap."""
    exact = budget_is_covered(DECIMALS, income=Decimal(income), costs=Decimal(costs), use=Decimal(use))
    estimated = budget_is_covered(FLOATS, income=float(income), costs=float(costs), use=float(use))
    assert seen(exact, estimated) == (covered, float(covered))


@pytest.mark.parametrize(("year", "fills"), [(2012, None), (2013, RUR), (2023, RUR), (2024, RER), (2034, RER)], ids=str)
def test_the_year_says_which_reserve_is_filled(year: int, fills: str | None) -> None:
    """C17: the RUR to 2023, the resultatreserv from 2024, neither before 2013."""
    assert year_law(printed({}), year).fills == fills


def test_before_2013_nothing_may_be_reserved() -> None:
    """A year whose law knows no reserve has nothing to reserve to."""
    most = balance_statement(year_of("10000", {R: "300"}, year=2012), 2012).most_reserved
    assert seen(most.value, most.text()) == (0, "Högst 0 mnkr får reserveras: ingen reserv får fyllas detta år.")


def test_zero_is_no_deficit() -> None:
    """C23: a balance result of zero leaves nothing; one of -0,1 leaves 0,1, to be restored by 2028."""
    (deficit,) = balance_statement(printed(results([(2024, "0"), (2025, "-0.1")])), 2025).ledger.deficits
    assert seen(deficit.year, deficit.amount, deficit.worst[0].last_year) == (2025, Decimal("0.1"), 2028)


@pytest.mark.parametrize(("result", "adjusted"), [("300", "280"), ("60", "300"), ("-5", "12.5")])
def test_floats_agree_with_decimals(result: str, adjusted: str) -> None:
    """The same rule in floats gives the same within a millionth."""
    taxes, reserve = Decimal(10000), Decimal(495)
    exact = headroom(DECIMALS, result=Decimal(result), adjusted=Decimal(adjusted), taxes=taxes, share=Decimal(1))
    estimate = headroom(FLOATS, result=float(result), adjusted=float(adjusted), taxes=1e4, share=1.0)
    room = room_under_ceiling(DECIMALS, taxes=taxes, ceiling=Decimal(5), reserve=reserve)
    assert estimate == pytest.approx(float(exact), abs=1e-6)
    assert room_under_ceiling(FLOATS, taxes=1e4, ceiling=Decimal(5), reserve=495.0) == pytest.approx(float(room))
