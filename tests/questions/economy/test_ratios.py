"""Key ratios: published values, what is missing, and readings that are followed through."""

from __future__ import annotations

from decimal import Decimal

import pytest

from regionstyrning.errors import UnknownId
from regionstyrning.files import load_region
from regionstyrning.law import packaged
from regionstyrning.model import LINES, AmountStage, OpenPoint, OpenPointKind, Part, Ratio, Rival, SteeringModel, Unit
from regionstyrning.questions.economy import known_ratios, ratio, ratios
from regionstyrning.questions.economy.formulas import read_formula
from regionstyrning.questions.economy.ratio_value import line_of
from tests.printed_accounts import (
    BAL,
    EQUITY,
    GRANTS,
    NOTHING,
    PENSIONS,
    TAXES,
    A,
    D,
    F,
    H,
    I,
    R,
    amount,
    printed,
    seen,
)

EXEMPEL = load_region("exempel")


def own(formula: str | None) -> Ratio:
    """A ratio of the region's own."""
    return Ratio(id="eget", title="Eget mått", formula=formula)


@pytest.mark.parametrize(
    ("id", "shown"),
    [
        ("resultatandel", "2,3"),
        ("balanskravsresultatandel", "1,5"),
        ("nettokostnadsandel", "97,7"),
        ("nettokostnadsandel-med-finansnetto", "97,7"),
        ("nettokostnadsutveckling", "3,7"),
        ("skatte-och-bidragsutveckling", "4,3"),
        ("soliditet", "25,1"),
        ("soliditet-inklusive-pensioner", "6,0"),
        ("skuld-och-avsattningsgrad", "74,9"),
        ("sjalvfinansieringsgrad", "106,5"),
        ("kassalikviditet", "151,2"),
        ("pensionskonsolidering", "33,5"),
    ],
)
def test_the_ratios_of_a_year(id: str, shown: str) -> None:
    """Each is exact inside and rounded to one decimal when it is told."""
    found = ratio(EXEMPEL, id, 2025)
    assert found.text() == f"{found.ratio.title} 2025 (utfall): {shown} procent."


def test_what_is_rounded_to_nothing_has_no_sign() -> None:
    """A loss of a thousandth per cent is 0,0 and not −0,0."""
    model = printed({2025: {R: "-0.1", TAXES: "10000", GRANTS: "0"}})
    assert "2025 (utfall): 0,0 procent." in ratio(model, "resultatandel", 2025).text()


def test_an_organs_outcome_against_its_frame() -> None:
    """A ratio of one organ, against the budget of the same organ."""
    found = ratio(EXEMPEL, "budgetfoljsamhet", 2025, organ="hsn")
    assert (found.organ, found.value is not None, [line for _, line in found.figures.values()]) == (
        "hsn",
        True,
        ["verksamhetens-nettokostnader", "ram"],
    )
    assert found.text() == "Budgetföljsamhet 2025 (utfall): 1,4 procent (över budget)."
    assert found.text("en") == "Budgetföljsamhet 2025 (outcome): 1.4 per cent (over budget)."


@pytest.mark.parametrize(
    ("outcome", "said"),
    [("-103", "3,0 procent (över budget)"), ("-98", "−2,0 procent (under budget)"), ("-100", "0,0 procent")],
)
def test_on_which_side_of_the_budget_is_said(outcome: str, said: str) -> None:
    """A deviation of costs has a sign that nobody should have to guess; of none there is no side."""
    line = "verksamhetens-nettokostnader"
    model = printed({2025: {line: outcome}}, amount(line, "-100", 2025, stage=AmountStage.BUDGET))
    assert said in ratio(model, "budgetfoljsamhet", 2025).text() + "."


@pytest.mark.parametrize(
    "formula",
    [
        "100 * verksamhetens-nettokostnader / budget-verksamhetens-nettokostnader",
        "verksamhetens-nettokostnader - budget-arets-resultat + 0 * arets-resultat",
        "skatteintakter - budget-skatteintakter",
        "verksamhetens-nettokostnader - foregaende-verksamhetens-nettokostnader",
    ],
)
def test_what_is_no_deviation_of_costs_has_no_side(formula: str) -> None:
    """Neither a level, a deviation of income nor what looks at other lines is over or under a budget."""
    lines = {"verksamhetens-nettokostnader": "-103", "arets-resultat": "5", "skatteintakter": "90"}
    budgeted = [amount(line, "-100", 2025, stage=AmountStage.BUDGET) for line in lines]
    model = printed({2024: lines, 2025: lines}, *budgeted, Ratio(id="egen", title="Egen", formula=formula))
    found = ratio(model, "egen", 2025)
    assert found.value is not None
    assert found.over_budget is None


def test_every_shipped_ratio_has_a_formula_that_can_be_read() -> None:
    """Each names lines of the layout only, and says where it is from."""
    shipped = {each.id: each for each in packaged().ratios}
    assert [id for id, each in shipped.items() if each.formula is None or not each.sources] == []
    formulas = [read_formula(each.formula or "") for each in shipped.values()]
    assert {line_of(name) for each in formulas for name in each.names} <= LINES.keys()


def test_the_usual_ratios_are_shipped() -> None:
    """Those that regions and their auditors speak of, all in percent."""
    shipped = {each.id: each.unit for each in packaged().ratios}
    usual = [
        "resultatandel",
        "soliditet",
        "soliditet-inklusive-pensioner",
        "sjalvfinansieringsgrad",
        "nettokostnadsutveckling",
        "skatte-och-bidragsutveckling",
        "nettokostnadsandel",
        "skuld-och-avsattningsgrad",
        "kassalikviditet",
        "pensionskonsolidering",
        "budgetfoljsamhet",
    ]
    assert {id: shipped.get(id) for id in usual} == dict.fromkeys(usual, Unit.PERCENT)


def test_a_ratio_of_a_part_of_the_year() -> None:
    """Each name stands for the figure of that part, the budget's and the year before's too."""
    part = Part(first_month=1, last_month=8)
    formula = f"{R} - foregaende-{R} - budget-{R}"
    lines = [amount(R, "30", 2025, part=part), amount(R, "10", 2024, part=part), amount(R, "99", 2025)]
    model = printed({2025: {}}, own(formula), *lines, amount(R, "5", 2025, part=part, stage=AmountStage.BUDGET))
    found = ratio(model, "eget", 2025, part=part)
    assert seen(found.value, found.part, found.text()) == (
        15,
        part,
        "Eget mått januari–augusti 2025 (utfall): 15,0 procent.",
    )
    assert ratio(model, "eget", 2025).why == "missing"


def test_the_balance_result_of_a_part_of_the_year_is_not_counted() -> None:
    """The law counts it for whole years."""
    part = Part(first_month=1, last_month=8)
    model = printed({2025: {**NOTHING, R: "30"}}, own(BAL), amount(R, "30", 2025, part=part))
    assert [ratio(model, "eget", 2025, part=each).value for each in (None, part)] == [30, None]


def test_ratios_of_the_group() -> None:
    """Its own figures only."""
    model = printed({2025: {R: "30"}}, own(R), amount(R, "40", 2025, group=True))
    assert seen(*(ratios(model, 2025, group=group)[0].value for group in (False, True))) == (30, 40)


def test_own_ratios_come_before_those_shipped() -> None:
    """A ratio of the model's own is never replaced, and each id stands once."""
    found = [each.ratio.id for each in ratios(EXEMPEL, 2025)]
    assert found == list(known_ratios(EXEMPEL))
    assert found[: len(EXEMPEL.ratios)] == [each.id for each in EXEMPEL.ratios]


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        (None, "Eget mått 2025 (utfall) går inte att räkna ut: ingen formel är angiven."),
        ("resultat ** 2", "Eget mått 2025 (utfall) går inte att räkna ut: formeln går inte att läsa."),
        ("pensionspengar / 2", "Eget mått 2025 (utfall) går inte att räkna ut: pensionspengar är ingen rad."),
        (
            f"{R} / (foregaende-{TAXES} + budget-{GRANTS} + investeringar)",
            (
                "Eget mått 2025 (utfall) går inte att räkna ut: tal saknas för Skatteintäkter året före, "
                "Generella statsbidrag och utjämning i budgeten och Investeringar."
            ),
        ),
        (f"{R} / ({R} - {R})", "Eget mått 2025 (utfall) går inte att räkna ut: den delar med noll."),
        (f"100 * {R} / 3", "Eget mått 2025 (utfall): 333,3 procent."),
    ],
)
def test_what_cannot_be_computed_says_why(formula: str | None, text: str) -> None:
    """Nothing that is not known is taken to be zero."""
    assert ratio(printed({2025: {R: "10"}}, own(formula)), "eget", 2025).text() == text


def test_english() -> None:
    """The sentence in English."""
    model = printed({2025: {R: "10"}}, own(f"{R} / 4"))
    assert ratio(model, "eget", 2025).text("en") == "Eget mått 2025 (outcome): 2.5 per cent."


def test_readings_are_followed_through() -> None:
    """A rival figure gives the ratio a lowest and a highest value."""
    rival = Rival(text="Skrivfel", amounts=[amount(R, "20", 2025)])
    point = OpenPoint(id="oppen", title="Resultatet", kind=OpenPointKind.SLIP, rivals=[rival])
    found = ratio(printed({2025: {R: "10"}}, own(f"{R} * 2"), point), "eget", 2025)
    assert (found.value, found.low, found.high) == (Decimal(20), Decimal(20), Decimal(40))
    assert found.text() == "Eget mått 2025 (utfall): 20,0–40,0 procent."


def test_a_reading_without_a_figure_leaves_no_bounds() -> None:
    """Under a reading that takes the figure away the ratio cannot be told."""
    rival = Rival(text="Gäller koncernen", without=[amount(R, "10", 2025).id])
    point = OpenPoint(id="oppen", title="Resultatet", kind=OpenPointKind.AMBIGUOUS, rivals=[rival])
    found = ratio(printed({2025: {R: "10"}}, own(R), point), "eget", 2025)
    assert (found.value, found.low, found.high, found.is_unsure) == (Decimal(10), None, None, True)
    assert (
        found.text() == "Eget mått 2025 (utfall): 10,0 procent. Med någon läsning av talen går det inte att räkna ut."
    )


def test_of_more_readings_than_can_be_tried_no_bounds_are_told() -> None:
    """Nine figures with two readings each are 512 together; the value followed stands, and is not sure."""
    lines = [A, D, F, H, I, TAXES, GRANTS, EQUITY, PENSIONS]
    points = [
        OpenPoint(
            id=f"oppen-{line}",
            title="Talet",
            kind=OpenPointKind.SLIP,
            rivals=[Rival(text="2", amounts=[amount(line, "2", 2025)])],
        )
        for line in lines
    ]
    model = printed({2025: dict.fromkeys(lines, "1")}, own(" + ".join(lines)), *points)
    found = ratio(model, "eget", 2025)
    assert (found.value, found.low, found.high, found.is_unsure) == (Decimal(9), None, None, True)
    fewer = printed({2025: dict.fromkeys(lines[:8], "1")}, own(" + ".join(lines[:8])), *points[:8])
    assert (ratio(fewer, "eget", 2025).low, ratio(fewer, "eget", 2025).high) == (Decimal(8), Decimal(16))


def test_what_follows_from_other_lines_is_used() -> None:
    """A line that is not printed and follows from the others has a value, and no step."""
    lines = {"anlaggningstillgangar": "60", "omsattningstillgangar": "40", EQUITY: "25"}
    found = ratio(printed({2025: lines}), "soliditet", 2025)
    assert seen(found.value, [step.record for step in found.steps]) == (25, [amount(EQUITY, "25", 2025).id])


def test_records() -> None:
    """One row with the formula and the stage."""
    (row,) = ratio(EXEMPEL, "finansnetto", 2026, stage=AmountStage.BUDGET).to_records()
    assert (row["unit"], row["stage"], row["formula"]) == (
        Unit.MNKR.value,
        "budget",
        "finansiella-intakter + finansiella-kostnader",
    )


def test_a_legal_person_that_is_no_record() -> None:
    """A model may name a legal person that it does not hold; its figures are there all the same."""
    model = printed({2024: {R: "10"}, 2025: {R: "20"}}, own(f"{R} / foregaende-{R}"), organs=[])
    assert ratio(model, "eget", 2025).value == 2


def test_unknown_ratio() -> None:
    """A ratio that is not there is refused with the nearest."""
    with pytest.raises(UnknownId, match="Did you mean 'soliditet'"):
        ratio(EXEMPEL, "solidited", 2025)


def test_a_region_s_own_ratio_is_told_apart_from_a_shipped_one_of_its_name() -> None:
    """Two lines that say Soliditet would be two answers to one question."""
    both = [each for each in ratios(_with_own_solidity(), 2025) if each.ratio.title == "Soliditet"]
    told = [(each.ratio.id, each.text().partition(" 2025")[0]) for each in both]
    assert told == [("egen-soliditet", "Soliditet, regionens egen,"), ("soliditet", "Soliditet")]
    assert both[0].text("en").startswith("Soliditet, the region's own, 2025")


def _with_own_solidity() -> SteeringModel:
    return printed({2025: {EQUITY: "40", "summa-tillgangar": "100"}}).with_(
        Ratio(id="egen-soliditet", title="Soliditet", formula=f"100 * {EQUITY} / summa-tillgangar", unit=Unit.PERCENT)
    )
