"""What held in Region Halland on a day: structure, plans, goals, organs and delegations."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import Any

import pytest

from regionstyrning.model import SteeringModel
from tests.regions.facts import shipped

region = partial(shipped, "halland")


def on(year: int, month: int, day: int) -> SteeringModel:
    """The region as it held on a day."""
    return region().at(date(year, month, day))


def documents(model: SteeringModel, kind: str) -> list[str]:
    """The documents of a kind in force."""
    return [each.id for each in model.documents if each.kind == kind]


def ids(records: Iterable[Any]) -> list[str]:
    """Their ids, in order."""
    return [each.id for each in records]


@pytest.mark.parametrize(
    ("day", "structure"),
    [
        (date(2012, 1, 1), "malomraden-2012"),
        (date(2015, 12, 31), "malomraden-2012"),
        (date(2016, 1, 1), "mal-2016"),
        (date(2019, 1, 1), "fokusomraden-2019"),
        (date(2020, 1, 1), "fokusomraden-2020"),
        (date(2025, 12, 30), "fokusomraden-2020"),
        (date(2025, 12, 31), "styrmodell-2025"),
    ],
    ids=str,
)
def test_the_structure_of_a_day(day: date, structure: str) -> None:
    """Each earlier way to steer has its own days."""
    assert ids(region().at(day).structures) == [structure]


def test_in_2014_the_region_steered_by_ten_fields() -> None:
    """Målområden, the plan of 2012–2015 and the budget with two more years."""
    model = on(2014, 6, 30)
    assert len(model.structures[0].perspectives) == 10
    assert {each.kind.value for each in model.structures[0].perspectives} == {"verksamhetsfält"}
    assert documents(model, "mal-och-strategier") == ["mal-och-strategier"]
    assert documents(model, "mal-och-budget") == ["mal-och-budget-2014"]


def test_in_2017_one_economic_goal_had_two_indicators() -> None:
    """They stand with the budget of the year and go with it."""
    goals, after = on(2017, 6, 30), on(2018, 1, 1)
    assert [each.id for each in goals.goals if each.level == "ekonomiskt-mal"] == ["ekonomiskt-mal-2017"]
    measuring = {each.lower for each in goals.contributions if each.upper == "ekonomiskt-mal-2017"}
    assert measuring == {"budgetavvikelse-2017", "kostnadsandel-2017"}
    assert [each for each in after.goals if each.level == "ekonomiskt-mal"] == []


def test_in_september_2018_the_four_delegations_held() -> None:
    """And the chain from fullmäktige's budget to the plan that the head of the hospital fixed."""
    model = on(2018, 9, 19)
    assert [each.id for each in model.delegations if each.giver == "driftnamnden-regionservice"] == [
        "delegation-reinvestering",
        "delegation-avtal-efter-upphandling",
        "delegation-talan-i-upphandlingsarenden",
        "delegation-utse-attestanter",
    ]
    chain = ["verksamhetsplan-hallands-sjukhus-2018"]
    while model[chain[-1]].based_on:
        chain += model[chain[-1]].based_on
    assert chain[1:] == ["internbudget-hallands-sjukhus-2018", "rs-resursfordelning-2018", "mal-och-budget-2018"]


def test_a_delegation_scheme_ends_with_the_term_of_the_committees() -> None:
    """Nothing of the schemes of 2018 is used in 2019."""
    assert (on(2018, 12, 31).delegations != (), on(2019, 1, 1).delegations) == (True, ())


def test_in_2019_the_economic_focus_area_had_three_indicators() -> None:
    """Under the perspective Ekonomi, which is no longer there the year after."""
    model = on(2019, 6, 30)
    assert ids(model.structures[0].perspectives) == ["fokusomrade-ekonomi"]
    assert [each.id for each in model.indicators if each.document == "mal-och-budget-2019"] == [
        "resultatandel-2019",
        "sjalvfinansieringsgrad-2019",
        "soliditet-2019",
    ]
    assert [each.id for each in on(2020, 1, 1).indicators if each.document == "mal-och-budget-2019"] == []


def test_an_outcome_is_not_known_before_its_day() -> None:
    """The outcomes of 2019 came with the annual report."""
    known = [
        sorted(each.indicator for each in on(2020, 6, day).outcomes if each.indicator.endswith("-2019"))
        for day in (16, 17)
    ]
    assert known == [[], ["resultatandel-2019", "sjalvfinansieringsgrad-2019", "soliditet-2019"]]


def test_the_budget_of_2023_was_decided_twice() -> None:
    """The June decision holds until the new fullmäktige's of 23 November takes its place."""
    found = [documents(on(2022, month, day), "mal-och-budget") for month, day in ((6, 21), (6, 22), (11, 22), (11, 23))]
    assert found == [
        [],
        ["mal-och-budget-2023-juni"],
        ["mal-och-budget-2023-juni"],
        ["mal-och-budget-2023-november"],
    ]


def test_in_june_2023_two_budgets_are_decided_and_one_year_runs() -> None:
    """The budget of 2024 leaves that of 2023 standing until its own year begins."""
    assert [documents(on(*day), "mal-och-budget") for day in ((2023, 6, 30), (2024, 1, 1), (2025, 1, 1))] == [
        ["mal-och-budget-2023-november", "mal-och-budget-2024"],
        ["mal-och-budget-2024"],
        [],
    ]


def test_hallandstrafiken_changes_legal_form_at_new_year_2023() -> None:
    """A company owned by the region until then, a förvaltning with a driftnämnd of its own after."""
    before, after = on(2022, 12, 31), on(2023, 1, 1)
    trafik = ("hallandstrafiken-ab", "hallandstrafiken", "driftnamnden-hallandstrafiken")
    assert [each.id for each in before.organs if each.id in trafik] == ["hallandstrafiken-ab"]
    assert {each.id for each in after.organs if each.id in trafik} == {
        "hallandstrafiken",
        "driftnamnden-hallandstrafiken",
    }
    assert ([each.owned for each in before.ownerships], after.ownerships) == (["hallandstrafiken-ab"], ())
    assert after["hallandstrafiken"].succeeds == ("hallandstrafiken-ab",)


def test_the_growth_strategy_gives_way_to_the_next() -> None:
    """With its three goals."""
    found = [
        [each for each in ids(on(*day).goals) if each.startswith("tillvaxt")] for day in ((2021, 12, 30), (2022, 1, 1))
    ]
    assert [len(goals) for goals in found] == [3, 0]
    assert "strategi-for-hallbar-tillvaxt-2021-2028" in on(2022, 1, 1)


def test_on_the_last_day_of_2025_the_policy_holds() -> None:
    """With the vision, the värdegrund, the grunduppdrag and the long strategies, and no budget that is known."""
    model = on(2025, 12, 31)
    assert ids(model.documents) == [
        "policy-styrmodell",
        "rus-2035",
        "halso-och-sjukvardsstrategi-2017-2025",
        "strategi-for-hallbar-tillvaxt-2021-2028",
        "reglemente",
        "reglemente-for-intern-kontroll",
    ]
    assert ids(model.goals) == ["vision", "vardegrund", "grunduppdrag", "rus-mal"]


def test_what_only_the_policy_says_does_not_hold_the_day_before() -> None:
    """The policy, its värdegrund and its indicators come together."""
    only = {"policy-styrmodell", "vardegrund", "grunduppdrag", "kvalitetsindikatorer"}
    records = [on(2025, 12, day).by_id for day in (30, 31)]
    held = [{id for id in only if id in index and hasattr(index[id], "sources")} for index in records]
    assert held == [set(), only]
