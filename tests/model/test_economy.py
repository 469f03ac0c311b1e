"""Printed figures and key ratios."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from regionstyrning.errors import InvalidValue
from regionstyrning.model import (
    LINES,
    Amount,
    AmountStage,
    Decision,
    DecisionKind,
    Indicator,
    MeasureKind,
    Part,
    Precision,
    Ratio,
    Unit,
    at_least,
)
from tests.model.small import document, model, target

TERTIAL = Part(first_month=1, last_month=4)


def amount(value: str | None = "-64.0", **more: Any) -> Amount:  # noqa: ANN401 - any field
    """The result of the region for 2024, if nothing else is said."""
    usual = {
        "line": "arets-resultat",
        "title": "Årets resultat",
        "year": 2024,
        "stage": AmountStage.OUTCOME,
        "organ": "regionen",
    }
    return Amount(**{**usual, "value": None if value is None else Decimal(value), **more})


def together(*amounts: Amount) -> int:
    """How many of them a model holds beside each other."""
    return len(model(amounts=amounts).amounts)


def test_a_figure_is_exact() -> None:
    """-64.0 as printed is written -64.0."""
    assert str(amount("-64.0").value) == "-64.0"


@pytest.mark.parametrize("stage", ["utfall", "preliminärt utfall", "prognos", "budget", "plan"])
def test_a_figure_is_printed_at_a_stage(stage: str) -> None:
    """Outcome, preliminary outcome, forecast, budget and plan are told apart by the key."""
    assert stage in amount(stage=AmountStage(stage)).id


def test_figures_of_all_stages_stand_beside_each_other() -> None:
    """One line of one year has a figure at each stage."""
    assert together(*(amount(stage=stage) for stage in AmountStage)) == len(AmountStage)


def test_the_same_year_is_seen_from_three_successive_plans() -> None:
    """The year 2025 has a figure in the plans of 2023, 2024 and 2025."""
    plans = [amount(year=2025, stage=AmountStage.PLAN, document=f"plan-{year}") for year in (2023, 2024, 2025)]
    assert [each.document for each in model(amounts=plans).amounts] == ["plan-2023", "plan-2024", "plan-2025"]


def test_two_forecasts_of_one_year_have_days_of_their_own() -> None:
    """The forecast of April and that of August are two figures."""
    forecasts = [amount(stage=AmountStage.FORECAST, on=day) for day in (date(2024, 5, 20), date(2024, 9, 20))]
    assert together(*forecasts) == 2


def test_a_figure_is_for_a_part_of_a_year() -> None:
    """The result of January to April is not that of the year."""
    assert together(amount(), amount(part=TERTIAL)) == 2


def test_a_figure_is_for_the_legal_person_the_group_or_an_organ() -> None:
    """The region, its koncern and a nämnd each have a result."""
    assert together(amount(), amount(group=True), amount(organ="hsn")) == 3


def test_a_sum_over_several_years_is_one_figure() -> None:
    """An investment plan of 2025–2028 is printed as one sum."""
    plan = amount("3400", line="investeringar", title="Investeringsplan", year=2025, last_year=2028)
    assert (plan.year, plan.last_year) == (2025, 2028)


def test_a_sum_that_ends_before_it_begins_is_refused() -> None:
    """The years stand in order."""
    with pytest.raises(InvalidValue, match="last_year 2023 is before year 2024"):
        amount(last_year=2023)


def test_a_line_that_the_layout_lacks_is_held_as_printed() -> None:
    """It has a title and no line."""
    odd = amount(line=None, title="Verksamhetens nettoresultat")
    assert (odd.line, odd.title) == (None, "Verksamhetens nettoresultat")


def test_two_lines_that_the_layout_lacks_are_told_apart_by_title() -> None:
    """Nothing else tells them apart."""
    assert together(amount(line=None, title="Jämförelsestörande"), amount(line=None, title="Avkastning")) == 2


def test_a_lump_of_several_lines_is_one_figure() -> None:
    """Taxes and general grants are printed as one sum, which is not shared out."""
    lump = amount(
        "10500", line=None, title="Skatter och bidrag", lump=["skatteintakter", "generella-statsbidrag-och-utjamning"]
    )
    assert (lump.lump, set(lump.lump) <= set(LINES)) == (
        ("skatteintakter", "generella-statsbidrag-och-utjamning"),
        True,
    )


def test_a_local_result_may_have_a_formula() -> None:
    """How the region reckons its result without unrealised gains is stated."""
    local = amount(
        line=None,
        title="Resultat exklusive orealiserade vinster",
        formula="arets-resultat - orealiserade-vinster-och-forluster",
    )
    assert local.formula == "arets-resultat - orealiserade-vinster-och-forluster"


def test_a_local_result_may_lack_a_formula() -> None:
    """Then it is shown as printed and nothing is reckoned with it."""
    assert amount(line=None, title="Verksamhetsresultat").formula is None


def test_a_figure_that_cannot_be_read_is_not_zero() -> None:
    """The cell is there and its value is not."""
    assert amount(None, text="…").value is None


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("387", Precision.EXACT),
        ("omkring 200", Precision.ABOUT),
        ("drygt 387", Precision.JUST_OVER),
        ("knappt 10 500", Precision.JUST_UNDER),
        ("upp till 273", Precision.AT_MOST),
    ],
)
def test_a_figure_says_how_exact_it_is(text: str, precision: Precision) -> None:
    """Drygt 387 is another fact than 387."""
    printed = [amount("387", text=text, precision=each) for each in Precision]
    assert [each.precision for each in printed if each == amount("387", text=text, precision=precision)] == [precision]


def test_a_figure_keeps_the_unit_it_is_printed_in() -> None:
    """Thousands of kronor are not made into millions."""
    assert amount("212900", unit=Unit.TKR).unit is Unit.TKR


def test_a_deficit_has_decisions_on_it() -> None:
    """What was restored, waived and of which year stands in decisions beside the balanskravsresultat."""
    deficit = amount("-118", line="balanskravsresultat", title="Balanskravsresultat", year=2019)
    waived = Decision(
        kind=DecisionKind.WAIVES,
        by="rf",
        year=2019,
        amount_mnkr=Decimal(100),
        title="Återställs inte",
        reason="synnerliga skäl",
    )
    held = model(amounts=[deficit], decisions=[waived])
    assert [each.amount_mnkr for each in held.decisions if each.year == held.amounts[0].year] == [Decimal(100)]


def test_each_committee_has_a_frame() -> None:
    """Two nämnder have a ram each in one budget."""
    frames = [
        amount("5000", line="ram", title="Driftram", organ=organ, stage=AmountStage.BUDGET, document="budget")
        for organ in ("hsn", "ktn")
    ]
    assert together(*frames) == 2


def test_a_figure_without_a_day_is_known_from_the_day_of_its_document() -> None:
    """A budget decided in November is not known in October."""
    held = model(
        documents=[document("budget", adopted=date(2023, 11, 29))],
        amounts=[amount(stage=AmountStage.BUDGET, document="budget")],
    )
    assert [len(held.at(day).amounts) for day in (date(2023, 11, 28), date(2023, 11, 29))] == [0, 1]


def test_a_financial_target_is_a_target_on_a_measure_of_a_ratio() -> None:
    """Two percent of taxes and grants is asked of an indicator that a ratio measures."""
    share = Ratio(
        id="resultatandel",
        title="Resultatets andel",
        formula="arets-resultat / (skatteintakter + generella-statsbidrag-och-utjamning)",
    )
    measure = Indicator(id="resultat", title="Resultat", kind=MeasureKind.QUANTITATIVE, ratio="resultatandel")
    held = model(ratios=[share], indicators=[measure], targets=[target("resultat", condition=at_least(2))])
    assert held[held[held.targets[0].indicator].ratio] == share


def test_a_concept_may_lack_a_formula() -> None:
    """Nettokostnadsandel is printed, and how it is reckoned is not."""
    assert Ratio(id="nettokostnadsandel", title="Nettokostnadsandel").formula is None


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("arets-resultat", "Årets resultat"),
        ("balanskravsresultat", "Balanskravsresultat"),
        ("skatteintakter", "Skatteintäkter"),
        ("eget-kapital", "Eget kapital"),
    ],
)
def test_the_lines_that_law_and_targets_need_are_named(line: str, title: str) -> None:
    """Each has an id and a Swedish title."""
    assert LINES[line] == title
