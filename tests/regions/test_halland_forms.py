"""Awkward forms in Region Halland's data: targets, outcomes, placeholders, ranks, totals and labels."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import partial

import pytest

from regionstyrning import goal_chain
from regionstyrning.model import (
    Basis,
    BasisKind,
    Condition,
    ConditionKind,
    JoinKind,
    Part,
    PerspectiveKind,
    at_least,
    at_most,
    increase,
)
from tests.regions.facts import judgements, shipped

region = partial(shipped, "halland")
judged = partial(judgements, "halland")


# --- Forms of target and outcome ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("indicator", "condition"),
    [
        ("resultatandel-2019", at_least("0.1", text="minst 0,1 procent")),
        ("sjalvfinansieringsgrad-2019", at_least(70, text="minst 70 procent")),
        (
            "kostnadsandel-2017",
            at_most(100, text="den budgeterade andelen kostnader i förhållande till intäkter 100 procent"),
        ),
        ("budgetavvikelse-2017", at_least(0, text="att budgeten ska hållas; årsbudgeten uppgick till 17 mnkr")),
    ],
)
def test_a_limit_stands_with_its_wording(indicator: str, condition: Condition) -> None:
    """In words in the source, as a number and a kind here."""
    assert [each.condition for each in region().targets if each.indicator == indicator] == [condition]


def test_a_direction_is_held_against_the_year_before() -> None:
    """Soliditet-2019 is to be strengthened; the value before is printed nowhere and not shipped."""
    basis = Basis(kind=BasisKind.CHANGE)
    asked = increase(basis=basis, text="ska stärkas jämfört med föregående år")
    assert [each.condition for each in region().targets if each.indicator == "soliditet-2019"] == [asked]
    known = [(each.year, each.value) for each in region().outcomes if each.indicator == "soliditet-2019"]
    assert known == [(2019, Decimal("-4.9"))]


def test_an_outcome_in_another_unit_is_not_worked_out() -> None:
    """Kostnadsandel-2017 is printed in mnkr, so its share is missing, with the words beside it."""
    (outcome,) = [each for each in region().outcomes if each.indicator == "kostnadsandel-2017"]
    assert outcome.missing is not None
    assert (outcome.value, outcome.missing.value) == (None, "ej redovisad")
    assert outcome.text == "intäkterna var 13 mnkr större än kostnaderna"


def test_an_outcome_is_for_the_group() -> None:
    """Koncernens-soliditet-fem-ar has no value for the region alone, and no target: it is only watched."""
    indicator = region()["koncernens-soliditet-fem-ar"]
    assert (indicator.role.value, [each.kind.value for each in indicator.scopes]) == ("följs", ["koncern"])
    found = {(each.year, each.scope, each.value) for each in region().outcomes if each.indicator == indicator.id}
    assert found == {(2019, "koncernen", Decimal("10.3")), (2020, "koncernen", Decimal("18.3"))}
    assert [each for each in region().targets if each.indicator == indicator.id] == []


def test_no_target_of_the_region_is_pending() -> None:
    """What the sources set, they set in numbers or as a direction."""
    kinds = {each.condition.kind for each in region().targets}
    assert kinds == {ConditionKind.AT_LEAST, ConditionKind.AT_MOST, ConditionKind.INCREASE}


# --- Roll-up, stated or not -----------------------------------------------------------------------


def test_the_focus_area_of_2019_is_met_only_if_every_indicator_is() -> None:
    """Ekonomiskt-fokusomrade joins by all; three of three were met."""
    level = region()["fokusomraden-2019"].level("ekonomiskt-fokusomrade")
    assert level.join.kind is JoinKind.ALL
    (own,) = judged(about=["fokusomrade-ekonomi-2019"])
    assert [(each.word, each.count) for each in own.totals] == [("uppfyller målvärdet", 3)]
    assert (own.total_of, own.grade) == (3, "uppfyller målvärdet")


def test_the_goal_of_2017_has_opposite_outcomes_and_no_rule_to_join_them() -> None:
    """Budgetavvikelse-2017 misses and kostnadsandel-2017 keeps; ekonomiskt-mal has no join."""
    assert region()["mal-2016"].level("ekonomiskt-mal").join is None
    grades = [judged(about=[id])[0].grade for id in ("budgetavvikelse-2017", "kostnadsandel-2017")]
    assert grades == ["missar målet", "klarar målet"]


@pytest.mark.parametrize(
    ("subject", "word", "count", "of"),
    [
        ("målen i Mål och Budget 2017", "uppfyllda", 4, 11),
        ("fullmäktiges fokusområden 2020", "måluppfyllelse", 8, 8),
        ("fullmäktiges fokusområden 2021", "måluppfyllelse", 7, 8),
    ],
)
def test_a_published_total_stays_a_total(subject: str, word: str, count: int, of: int) -> None:
    """No goals or focus areas are made up to reach it."""
    (own,) = judged(subject=subject)
    assert [(each.word, each.count) for each in own.totals] == [(word, count)]
    assert (own.total_of, own.about) == (of, ())


def test_the_verdicts_on_good_housekeeping_keep_their_issuers() -> None:
    """The region failed itself for 2017; the auditors found 2021 compatible."""
    own, *_ = judged(subject="god ekonomisk hushållning", year=2017)
    (auditors,) = judged(subject="god ekonomisk hushållning", year=2021)
    assert (own.capacity.value, own.words[:26]) == ("organet självt", "regionen inte uppfyller kr")
    assert (auditors.by, auditors.words.split(" är ")[1][:9]) == ("revisorerna", "förenligt")


def test_the_auditors_answer_their_four_questions() -> None:
    """Each on a side of its own, for 2021."""
    sides = {each.side.value for each in judged(by="revisorerna", year=2021)}
    four = {"ändamålsenlighet", "ekonomiskt tillfredsställande", "räkenskaperna", "intern kontroll"}
    assert four - sides == set()


# --- Traps ----------------------------------------------------------------------------------------


def test_the_policy_has_no_made_up_day() -> None:
    """Policy-styrmodell is neither adopted nor not: a rival takes it and all that only it says away."""
    policy = region()["policy-styrmodell"]
    assert (policy.adopted.on, policy.status.value) == (None, "ej angiven")
    point = region()["oppen-policyns-beslut"]
    without = [rival.without for rival in point.rivals if not rival.preferred]
    assert point.raw == "Beslutad i regionfullmäktige 2025-xx-xx §XX"
    assert set(without[0]) >= {"policy-styrmodell", "styrmodell-2025", "vardegrund", "kvalitetsindikatorer"}


def test_the_budget_outranks_the_policy_and_the_policy_frames_the_steering() -> None:
    """Both budgets of 2023 say the one, oppen-policy-och-budget holds both."""
    ranked = [each.id for each in region().documents if "policy-styrmodell" in each.outranks]
    assert ranked == ["mal-och-budget-2023-juni", "mal-och-budget-2023-november"]
    point = region()["oppen-policy-och-budget"]
    assert (point.kind.value, len(point.rivals)) == ("motsägelse", 2)


def test_three_kinds_of_steering_share_one_foundation() -> None:
    """Goals, quality and economy each have levels; vision and värdegrund belong to none."""
    levels = region()["styrmodell-2025"].levels
    assert {each.id: each.stream for each in levels} == {
        "vision": None,
        "vardegrund": None,
        "grunduppdrag": "kvalitetsstyrning",
        "fokusomrade": "malstyrning",
        "mal": "malstyrning",
        "namndsmal": "malstyrning",
        "ekonomiskt-mal": "ekonomistyrning",
        "strategimal": None,
    }


def test_a_committees_goal_contributes_to_a_goal_or_a_focus_area() -> None:
    """Either will do, and one is required."""
    (link,) = [each for each in region()["styrmodell-2025"].links if each.lower == "namndsmal"]
    assert (link.upper, link.required) == (("mal", "fokusomrade"), True)


def test_quality_indicators_have_no_goal_above_them() -> None:
    """Kvalitetsindikatorer hangs on a stream; no link, no rule for one and no gap."""
    chain = goal_chain(region(), "kvalitetsindikatorer")
    assert (chain.paths, chain.gaps) == ((), ())
    assert [each for each in region()["styrmodell-2025"].links if each.lower == "indikator"] == []
    assert [each for each in region().contributions if each.lower == "kvalitetsindikatorer"] == []


def test_focus_areas_are_priorities_and_the_old_areas_are_fields() -> None:
    """The same place in the structure, told apart by kind."""
    kinds = {each.id: {one.kind for one in each.perspectives} for each in region().structures if each.perspectives}
    assert kinds == {
        "malomraden-2012": {PerspectiveKind.FIELD},
        "fokusomraden-2019": {PerspectiveKind.PRIORITY},
        "fokusomraden-2020": {PerspectiveKind.PRIORITY},
    }


@pytest.mark.parametrize(("year", "values"), [(2019, (288, 84, 83)), (2020, (930, 797, 712))])
def test_one_year_has_three_results_with_labels_and_scopes(year: int, values: tuple[int, int, int]) -> None:
    """The group's, the region's own and the national statistics'."""
    found = [
        (each.group, each.line, each.value)
        for each in region().amounts
        if each.year == year and each.stage.value == "utfall" and each.value in values
    ]
    group, own, statistics = map(Decimal, values)
    own_line = "balanskravsresultat" if year == 2020 else None
    assert found == [(True, None, group), (False, own_line, own), (False, "verksamhetens-resultat", statistics)]


def test_a_year_has_forecast_budget_and_preliminary_result() -> None:
    """The four results of 2023 differ in stage; what -322 is, is an open point."""
    titles = {"Balanskravsresultat", "Budgeterat underskott", "Överskott"}
    found = {(each.stage.value, each.value) for each in region().amounts if each.year == 2023 and each.title in titles}
    assert found == {("prognos", Decimal(-277)), ("budget", Decimal(-322)), ("preliminärt utfall", Decimal(260))}
    (other,) = [rival for rival in region()["oppen-underskottet-2023"].rivals if not rival.preferred]
    assert [(each.stage.value, each.value) for each in other.amounts] == [("prognos", Decimal(-322))]


def test_a_rounded_figure_stands_beside_the_exact_one() -> None:
    """Balanskravsresultat 2021: 1 195 from the auditors, närmare 1,2 miljarder in the summary."""
    found = {
        (each.value, each.precision.value)
        for each in region().amounts
        if (each.year, each.line) == (2021, "balanskravsresultat")
    }
    assert found == {(Decimal(1195), "exakt"), (Decimal(1200), "knappt")}


def test_two_registers_differ_about_the_boards_substitutes() -> None:
    """Both sizes stand, undated, and oppen-styrelsens-ersattare prefers none."""
    sizes = [(each.members, each.substitutes, each.validity) for each in region()["regionstyrelsen"].sizes]
    assert sizes == [(15, 9, None), (15, 11, None)]
    assert [each.preferred for each in region()["oppen-styrelsens-ersattare"].rivals] == [False, False]


def test_in_an_election_year_the_new_assembly_decides_in_november() -> None:
    """In 2018 instead of June, in 2022 as a revision after June."""
    steps = {
        (structure.id, step.id): (step.action.value, step.first_month, step.election_year.value)
        for structure in region().structures
        for step in structure.cycle
        if step.id in {"steg-mal-och-budget", "steg-mal-och-budget-valar"} and step.first_month
    }
    assert steps["mal-2016", "steg-mal-och-budget"] == ("beslutar", 6, "inte valår")
    assert steps["mal-2016", "steg-mal-och-budget-valar"] == ("beslutar", 11, "bara valår")
    assert steps["fokusomraden-2020", "steg-mal-och-budget"] == ("beslutar", 6, "alla år")
    assert steps["fokusomraden-2020", "steg-mal-och-budget-valar"] == ("reviderar", 11, "bara valår")


def test_the_second_decision_on_2023_replaces_the_first() -> None:
    """And departs from the balance requirement for two years, for stated reasons and no stated amount."""
    november = region()["mal-och-budget-2023-november"]
    assert november.replaces == ("mal-och-budget-2023-juni",)
    departed = [each for each in region().decisions if each.kind.value == "avviker"]
    assert [(each.on, each.year, each.amount_mnkr) for each in departed] == [
        (date(2022, 11, 23), 2023, None),
        (date(2022, 11, 23), 2024, None),
    ]


def test_the_first_follow_up_report_changes_its_period() -> None:
    """Three months in 2016, four from 2020; the second has eight."""
    periods = {
        (structure.id, step.document_kind): step.period
        for structure in region().structures
        for step in structure.cycle
        if step.period is not None
    }
    assert periods == {
        ("mal-2016", "uppfoljningsrapport-1"): Part(first_month=1, last_month=3),
        ("mal-2016", "uppfoljningsrapport-2"): Part(first_month=1, last_month=8),
        ("fokusomraden-2020", "uppfoljningsrapport-1"): Part(first_month=1, last_month=4),
        ("fokusomraden-2020", "uppfoljningsrapport-2"): Part(first_month=1, last_month=8),
    }


def test_a_sum_and_a_condition_bind_one_delegation_and_none_of_the_others() -> None:
    """Delegation-reinvestering: 2 million kronor within the allotted frame."""
    found = {each.id: (len(each.limits), len(each.conditions)) for each in region().delegations if each.receivers}
    assert found == {
        "delegation-reinvestering": (1, 1),
        "delegation-avtal-efter-upphandling": (0, 0),
        "delegation-talan-i-upphandlingsarenden": (0, 0),
        "delegation-utse-attestanter": (0, 0),
    }


def test_the_scheme_and_not_the_item_says_when_decisions_are_reported() -> None:
    """Delegation-kultur-och-skola stands for all that the scheme covers; the four items say only to whom."""
    often = {each.id: each.reporting.often.value for each in region().delegations if each.reporting is not None}
    assert often.pop("delegation-kultur-och-skola") == "nästa sammanträde"
    assert set(often.values()) == {"ej angivet"}
    assert len(often) == 4
