"""The fictional region's accounts, budget and ratios: every sum holds."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from regionstyrning.files import load_region
from regionstyrning.model import LINES, Amount, AmountStage, DecisionKind, Unit
from regionstyrning.questions.economy.layout import OPTIONAL, SPLIT
from regionstyrning.questions.economy.ratio_value import line_of

MODEL = load_region("exempel")
REGION = "region-exempel"


def _amounts(year: int, stage: AmountStage, organ: str = REGION) -> dict[str, Decimal]:
    """The figures for a whole year, by line, of what is printed by the lines of the law."""
    return {
        amount.line: amount.value
        for amount in MODEL.amounts
        if (amount.year, amount.stage, amount.organ) == (year, stage, organ)
        and amount.line is not None
        and amount.value is not None
        and not (amount.part or amount.group or amount.last_year)
        and (stage is not AmountStage.PLAN or amount.document == "regionplan-2026-2028")
    }


@pytest.mark.parametrize(
    ("year", "stage"),
    [(year, AmountStage.OUTCOME) for year in (2023, 2024, 2025)]
    + [(2026, AmountStage.BUDGET), (2027, AmountStage.PLAN), (2028, AmountStage.PLAN)],
)
def test_the_income_statement_sums(year: int, stage: AmountStage) -> None:
    """Each subtotal is the sum of the lines above it."""
    line = _amounts(year, stage)
    net = line["verksamhetens-intakter"] + line["verksamhetens-kostnader"] + line["avskrivningar"]
    activity = net + line["skatteintakter"] + line["generella-statsbidrag-och-utjamning"]
    financial = activity + line["finansiella-intakter"] + line["finansiella-kostnader"]
    result = financial + line.get("extraordinara-poster", Decimal(0))
    subtotals = (
        "verksamhetens-nettokostnader",
        "verksamhetens-resultat",
        "resultat-efter-finansiella-poster",
        "arets-resultat",
    )
    assert tuple(line[id] for id in subtotals) == (net, activity, financial, result)


@pytest.mark.parametrize("year", [2023, 2024, 2025])
def test_the_balance_statement_sums(year: int) -> None:
    """The result, adjusted and with the reserves, is the balance result."""
    line = _amounts(year, AmountStage.OUTCOME)
    adjusted = line["arets-resultat"] + line["realisationsvinster"]
    adjusted += line["orealiserade-vinster-och-forluster"] + line["aterforing-av-orealiserade"]
    balance = adjusted + line["reservering-till-reserv"] + line["anvandning-av-reserv"]
    assert (line["resultat-efter-balanskravsjusteringar"], line["balanskravsresultat"]) == (adjusted, balance)


@pytest.mark.parametrize("year", [2023, 2024, 2025])
def test_the_balance_sheet_balances(year: int) -> None:
    """Assets are as large as equity, provisions and debts."""
    line = _amounts(year, AmountStage.OUTCOME)
    assets = line["anlaggningstillgangar"] + line["omsattningstillgangar"]
    owed = line["eget-kapital"] + line["avsattningar"] + line["langfristiga-skulder"] + line["kortfristiga-skulder"]
    assert (line["summa-tillgangar"], line["summa-eget-kapital-avsattningar-och-skulder"]) == (assets, owed)
    assert assets == owed


@pytest.mark.parametrize("year", [2024, 2025])
def test_equity_grows_by_the_result(year: int) -> None:
    """Equity at the end of a year is that of the year before and the result."""
    before, after = _amounts(year - 1, AmountStage.OUTCOME), _amounts(year, AmountStage.OUTCOME)
    assert after["eget-kapital"] == before["eget-kapital"] + after["arets-resultat"]


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_the_frames_sum_to_the_net_cost(year: int) -> None:
    """The organs' frames sum to the region's, which is the net cost of the budget."""
    frames = {each.organ: each.value for each in MODEL.amounts if each.line == "ram" and each.year == year}
    total = frames.pop(REGION)
    net = _amounts(year, AmountStage.BUDGET)["verksamhetens-nettokostnader"]
    assert (sum(value for value in frames.values() if value is not None), -net) == (total, total)


def test_the_organs_costs_sum_to_the_regions() -> None:
    """The organs' net costs of 2025 sum to the region's."""
    net = [
        each.value
        for each in MODEL.amounts
        if (each.line, each.year, each.stage) == ("verksamhetens-nettokostnader", 2025, AmountStage.OUTCOME)
        and each.organ != REGION
        and each.value is not None
    ]
    assert sum(net) == _amounts(2025, AmountStage.OUTCOME)["verksamhetens-nettokostnader"]


def test_every_line_but_none_is_used() -> None:
    """Every line of the law's layout has a figure, but those for what is printed in one and what it has none of."""
    halves = {half for parts in SPLIT.values() for half in parts}
    used = {amount.line for amount in MODEL.amounts if amount.line is not None}
    assert used == LINES.keys() - halves - OPTIONAL


def test_amounts_have_one_decimal() -> None:
    """Figures in mnkr are printed with one decimal."""
    exponents = {_decimals(amount) for amount in MODEL.amounts if amount.unit is Unit.MNKR}
    assert exponents == {1}


def _decimals(amount: Amount) -> int:
    assert amount.value is not None
    return -int(amount.value.as_tuple().exponent)


def test_the_deficit_is_settled() -> None:
    """What was not restored by decision was restored by the years after."""
    about = [each for each in MODEL.decisions if each.year == 2023 and each.amount_mnkr is not None]
    waived = sum(each.amount_mnkr or 0 for each in about if each.kind is DecisionKind.WAIVES)
    restored = sum(each.amount_mnkr or 0 for each in about if "återställda" in each.title)
    deficit = _amounts(2023, AmountStage.OUTCOME)["balanskravsresultat"]
    assert (waived, restored, waived + restored) == (Decimal(120), Decimal(200), -deficit)


@pytest.mark.parametrize(
    ("indicator", "year"),
    [
        (id, year)
        for id in ("resultat-av-skatter-och-bidrag", "soliditet-med-pensioner", "egenfinansierade-investeringar")
        for year in (2023, 2024, 2025)
    ],
)
def test_printed_ratios_are_those_of_the_accounts(indicator: str, year: int) -> None:
    """An outcome measured by a ratio is what the ratio's formula gives, rounded to one decimal."""
    formula = MODEL[MODEL[indicator].ratio].formula
    line = _amounts(year, AmountStage.OUTCOME)
    counted = _reckoned(formula, line).quantize(Decimal("0.1"))
    printed = [each.value for each in MODEL.outcomes if (each.indicator, each.year) == (indicator, year)]
    assert printed == [counted]


def _reckoned(formula: str, line: dict[str, Decimal]) -> Decimal:
    """A formula worked out by recursion over its outermost signs."""
    for signs in ((" + ", " - "), (" * ", " / ")):
        places = [place for place in range(len(formula)) if formula[place : place + 3] in signs]
        outer = [place for place in places if formula[:place].count("(") == formula[:place].count(")")]
        if outer:
            left, right = _reckoned(formula[: outer[-1]], line), _reckoned(formula[outer[-1] + 3 :], line)
            sign = formula[outer[-1] + 1]
            return {"+": left + right, "-": left - right, "*": left * right, "/": left / (right or 1)}[sign]
    if formula.startswith("("):
        return _reckoned(formula[1:-1], line)
    return line[formula] if formula in line else Decimal(formula)


def test_formulas_name_lines() -> None:
    """Every name in a formula is a line of the accounts."""
    named = {name for ratio in MODEL.ratios for name in re.findall(r"[a-z][a-z-]+", ratio.formula or "")}
    assert {line_of(name) for name in named} - LINES.keys() == set()
