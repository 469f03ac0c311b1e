"""Balance statements that were published, counted again by the law of their year."""

from __future__ import annotations

from decimal import Decimal

import pytest

from regionstyrning.model import SteeringModel, Unit
from regionstyrning.questions.economy import balance_statement
from regionstyrning.questions.economy.balance import budget_is_covered, growth_is_below_average, restored
from regionstyrning.questions.economy.numbers import DECIMALS
from tests.printed_accounts import (
    BAL,
    EQUITY,
    GRANTS,
    NOTHING,
    PENSIONS,
    RJ,
    RUR,
    TAXES,
    A,
    C,
    D,
    E,
    F,
    G,
    H,
    I,
    R,
    amount,
    printed,
    seen,
)

LOSSES = {A: "0", E: "0", F: "0", H: "0", I: "0"}
"""What a statement to 2018 counts, all zero."""


def balances(model: SteeringModel, *years: int) -> list[Decimal | None]:
    """The balance result of each year."""
    return [balance_statement(model, year).balance_result for year in years]


MALMO = printed(
    {
        2013: {R: "154", A: "-33", RJ: "121", BAL: "227"},
        2014: {R: "-149", A: "-56", RJ: "-205", H: "0", I: "12", BAL: "-193"},
        2015: {
            R: "563",
            A: "-23",
            RJ: "540",
            H: "-185",
            I: "0",
            BAL: "355",
            TAXES: "16200",
            GRANTS: "0",
            EQUITY: "1",
            PENSIONS: "0",
        },
    },
    amount(None, "106", 2013, title="Synnerliga skäl: RIPS"),
)


def test_malmo_puts_a_reason_inside_the_statement() -> None:
    """P1: by law the balance result of 2013 is 121; the 106 above it stand on a line that the layout lacks."""
    statement = balance_statement(MALMO, 2013)
    assert seen(statement.balance_result, statement.computed.balance.difference) == (121, 106)
    assert "Synnerliga skäl: RIPS" in statement.text()


def test_malmo_restores_before_it_reserves() -> None:
    """P1: of 378 that the statute allows in 2015, 185 are left when 193 have been restored."""
    statement = balance_statement(MALMO, 2015)
    most = statement.most_reserved
    assert seen(most.statutory, most.value, statement.reserved) == (378, 185, 185)
    assert seen(balances(MALMO, 2014, 2015), statement.ledger.outstanding) == ([-193, 355], (0, 0))


@pytest.mark.parametrize(
    ("year", "lines", "expected"),
    [
        (2017, {R: "13119", H: "-2000", BAL: "11119"}, "11.119"),
        (2018, {R: "6113", BAL: "6113"}, "6.113"),
        (2019, {R: "12043", C: "340", H: "-1000", BAL: "11383"}, "11.383"),
    ],
)
def test_grastorp(year: int, lines: dict[str, str], expected: str) -> None:
    """P2: printed in tkr, counted in mnkr; the loss stands on the line of losses."""
    model = printed({year: {**NOTHING, **lines}}, unit=Unit.TKR)
    statement = balance_statement(model, year)
    assert seen(statement.balance_result, statement.computed.balance.difference) == (Decimal(expected), 0)


def test_sjobo_restores_the_year_after() -> None:
    """P3: the deficit of 2018 is restored by the result of 2019, with nothing left."""
    model = printed(
        {2018: {BAL: "-1.7"}, 2019: {**NOTHING, R: "27.0", A: "-1.7", F: "-1.7", D: "-6.2", RJ: "17.4", BAL: "17.4"}}
    )
    assert seen(balances(model, 2018, 2019), balance_statement(model, 2019).ledger.outstanding) == (
        [Decimal("-1.7"), Decimal("17.4")],
        (0, 0),
    )


def test_angelholm() -> None:
    """P4: unrealised items either way, and a reservation to the RUR."""
    model = printed(
        {
            2022: {R: "106.3", A: "-7.1", E: "18.4", RJ: "117.6", H: "-62.0", BAL: "55.6"},
            2023: {R: "39.5", A: "-0.8", D: "-22.6", RJ: "16.1", H: "0", BAL: "16.1", RUR: "235.4"},
        }
    )
    assert balances(model, 2022, 2023) == [Decimal("55.6"), Decimal("16.1")]
    assert [balance_statement(model, year).computed.adjusted.difference for year in (2022, 2023)] == [0, 0]


@pytest.mark.parametrize(
    ("year", "result", "gains", "balance", "difference"),
    [(2020, "4953", "-89", "4865", 1), (2021, "2115", "-257", "1858", 0), (2022, "2568", "-318", "2250", 0)],
)
def test_stockholm(year: int, result: str, gains: str, balance: str, difference: int) -> None:
    """P5: the printed line stands; in 2020 it differs by one from its parts, which is rounding and is said."""
    statement = balance_statement(printed({year: {**NOTHING, R: result, A: gains, BAL: balance}}), year)
    total = statement.computed.balance
    assert seen(statement.balance_result, total.difference, total.agrees) == (Decimal(balance), difference, True)
    assert ("inom avrundningen" in statement.text()) is bool(difference)


def test_upplands_bro() -> None:
    """P6: a reserve is filled one year and used the next, up to zero."""
    model = printed(
        {
            2019: {R: "52966", A: "-4644", RJ: "48322", H: "-33397", BAL: "14925", RUR: "107087"},
            2020: {RJ: "-11708", H: "0", I: "11708", BAL: "0", RUR: "95379"},
        },
        unit=Unit.TKR,
    )
    (most,) = balance_statement(model, 2020).most_used
    assert balances(model, 2019, 2020) == [Decimal("14.925"), 0]
    assert most.value == Decimal("11.708")


@pytest.mark.parametrize(("adjusted", "use", "expected"), [("-19.4", "14.6", "-4.8"), ("-26.1", "7.5", "-18.6")])
def test_sjobo_budget(adjusted: str, use: str, expected: str) -> None:
    """P7: a reserve that does not fill the gap leaves a budget that needs synnerliga skäl."""
    model = printed({2023: {RJ: adjusted, H: "0", I: use, BAL: expected}})
    assert balances(model, 2023) == [Decimal(expected)]
    gap = budget_is_covered(DECIMALS, income=Decimal(0), costs=-Decimal(adjusted), use=Decimal(use))
    assert gap == 0


def test_dalarna() -> None:
    """P8: the result follows from what is left when the unrealised gains are taken away."""
    model = printed({2023: {A: "0", D: "-293", E: "0", F: "0", G: "0", RJ: "-499"}})
    assert balance_statement(model, 2023).result == -206


def test_halland() -> None:
    """P9: an older statement adds the cost of RIPS; by law the result stands."""
    model = printed(
        {2013: {**LOSSES, R: "-254", RJ: "-254", BAL: "-45"}}, amount(None, "210", 2013, title="RIPS-kostnad")
    )
    statement = balance_statement(model, 2013)
    assert seen(statement.balance_result, statement.computed.balance.difference) == (-254, 209)
    assert "RIPS-kostnad" in statement.text()


def test_jamtland_harjedalen() -> None:
    """P10: 118 left of the deficit of 2019 and 31 after restoring need a result of 149, in the last permitted year."""
    taken, left = restored(DECIMALS, [Decimal(118)], Decimal(149))
    assert seen(taken, left) == ((118,), 31)


def test_skane() -> None:
    """P11: 1,800 to restore are 850 after a surplus of 950."""
    taken, left = restored(DECIMALS, [Decimal(1800)], Decimal(950))
    assert seen(1800 - taken[0], left) == (850, 0)


@pytest.mark.parametrize(
    ("average", "growth", "allowed"),
    [("4.0", "4.5", 0), ("3.9", "4.3", 0), ("3.9", "3.3", 1), ("4.0", "3.3", 1), ("4.1", "3.9", 1)],
)
def test_enkoping(average: str, growth: str, allowed: int) -> None:
    """P12: the reserve may be used in the years when the tax base grows more slowly than on average."""
    assert growth_is_below_average(DECIMALS, growth=Decimal(growth), average=Decimal(average)) == allowed
