"""Which documents are in force on a day, and what decisions have done to what holds."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from regionstyrning.model import (
    Decision,
    DecisionKind,
    DocumentStatus,
    HorizonKind,
    PlanningHorizon,
    SteeringDocument,
    Validity,
)
from regionstyrning.model.in_force import documents_in_force
from tests.model.small import delegation, document, from_day, goal, model, organ, until_day

SPRING = date(2024, 3, 1)
SUMMER = date(2024, 6, 19)
AUTUMN = date(2024, 11, 20)
NEW_YEAR = date(2025, 1, 1)


def horizon(first: int, last: int) -> PlanningHorizon:
    """The years of a plan."""
    return PlanningHorizon(kind=HorizonKind.ROLLING, first_year=first, last_year=last)


def decision(kind: DecisionKind, about: str, on: date | None, **more: Any) -> Decision:  # noqa: ANN401 - any field
    """What fullmäktige did about a record as a whole."""
    return Decision(kind=kind, by="rf", about=about, on=on, title=kind.value, **more)


def held(day: date, *documents: SteeringDocument, decisions: tuple[Decision, ...] = ()) -> list[str]:
    """Ids of the documents in force on a day."""
    return list(documents_in_force(model(documents=documents, decisions=decisions), day))


def test_a_document_is_in_force_from_the_day_it_is_adopted() -> None:
    """Not the day before."""
    policy = document("policy", adopted=SPRING)
    assert [held(day, policy) for day in (date(2024, 2, 29), SPRING)] == [[], ["policy"]]


def test_a_stated_day_in_force_goes_before_the_adoption() -> None:
    """What is decided in autumn and in force from New Year does not hold in between."""
    policy = document("policy", adopted=AUTUMN, in_force=from_day(NEW_YEAR))
    assert [held(day, policy) for day in (date(2024, 12, 31), NEW_YEAR)] == [[], ["policy"]]


def test_a_document_is_in_force_until_its_horizon_has_run_out() -> None:
    """To its last day and no longer."""
    plan = document("plan", adopted=SPRING, horizon=horizon(2024, 2024))
    assert [held(day, plan) for day in (date(2024, 12, 31), NEW_YEAR)] == [["plan"], []]


def test_a_mandate_period_ends_on_its_own_day() -> None:
    """A programme for the mandate period ends with it, in the middle of October."""
    period = PlanningHorizon(kind=HorizonKind.MANDATE_PERIOD, first=date(2022, 10, 15), last=date(2026, 10, 14))
    programme = document("program", adopted=date(2023, 2, 1), horizon=period)
    assert [held(day, programme) for day in (date(2026, 10, 14), date(2026, 10, 15))] == [["program"], []]


def test_a_document_of_unknown_beginning_is_not_left_out() -> None:
    """Nobody knows that it had not begun."""
    assert held(date(1990, 1, 1), document("policy")) == ["policy"]


def test_a_proposal_is_not_in_force() -> None:
    """It is no more than asked for."""
    assert held(SUMMER, document("forslag", adopted=SPRING, status=DocumentStatus.PROPOSED)) == []


@pytest.mark.parametrize(("day", "expected"), [(date(2024, 6, 18), ["gammal"]), (SUMMER, ["ny"])])
def test_a_replaced_document_ends_the_day_the_new_one_begins(day: date, expected: list[str]) -> None:
    """There is no day with both and none with neither."""
    old = document("gammal", adopted=date(2020, 1, 1))
    new = document("ny", adopted=SUMMER, replaces=["gammal"])
    assert held(day, old, new) == expected


def test_a_proposal_replaces_nothing() -> None:
    """The policy holds on although a new one is proposed."""
    old = document("gammal", adopted=date(2020, 1, 1))
    proposal = document("forslag", adopted=SPRING, status=DocumentStatus.PROPOSED, replaces=["gammal"])
    assert held(SUMMER, old, proposal) == ["gammal"]


def test_a_document_of_unknown_beginning_replaces_nothing() -> None:
    """Nobody knows that it had begun."""
    old = document("gammal", adopted=date(2020, 1, 1))
    assert held(SUMMER, old, document("ny", replaces=["gammal"])) == ["gammal", "ny"]


def test_a_plan_of_unknown_adoption_has_begun_when_its_years_have() -> None:
    """A plan 2025–2027 without a day replaces the one before at New Year at the latest."""
    old = document("plan-2024", adopted=SPRING)
    new = document("plan-2025", horizon=horizon(2025, 2027), replaces=["plan-2024"])
    assert ["plan-2024" in held(day, old, new) for day in (date(2024, 12, 31), NEW_YEAR)] == [True, False]


def test_a_plan_for_later_years_leaves_the_one_it_replaces_standing_until_they_begin() -> None:
    """The plan for 2024 steers in December, although that for 2025 is adopted."""
    old = document("plan-2024", adopted=date(2023, 11, 29), horizon=horizon(2024, 2026))
    new = document("plan-2025", adopted=AUTUMN, horizon=horizon(2025, 2027), replaces=["plan-2024"])
    assert [held(day, old, new) for day in (date(2024, 12, 31), NEW_YEAR)] == [
        ["plan-2024", "plan-2025"],
        ["plan-2025"],
    ]


def test_a_stated_day_in_force_ends_the_old_plan_whatever_the_years() -> None:
    """The new plan says that it is in force from December."""
    old = document("plan-2024", adopted=date(2023, 11, 29), horizon=horizon(2024, 2026))
    new = document(
        "plan-2025", in_force=from_day(date(2024, 12, 1)), horizon=horizon(2025, 2027), replaces=["plan-2024"]
    )
    assert held(date(2024, 12, 1), old, new) == ["plan-2025"]


def test_a_budget_decided_twice_holds_as_decided_last() -> None:
    """In an election year the new fullmäktige replaces the budget of the old at once, for the same year."""
    june = document("budget-juni", adopted=date(2022, 6, 22), horizon=horizon(2023, 2023))
    november = document(
        "budget-november", adopted=date(2022, 11, 23), horizon=horizon(2023, 2023), replaces=["budget-juni"]
    )
    assert held(date(2022, 11, 23), june, november) == ["budget-november"]


def test_a_late_plan_replaces_the_old_when_it_is_adopted() -> None:
    """A plan for 2024 that is adopted in March replaces nothing in January."""
    old = document("plan-2023", adopted=date(2022, 11, 1), horizon=horizon(2023, 2025))
    new = document("plan-2024", adopted=SPRING, horizon=horizon(2024, 2026), replaces=["plan-2023"])
    assert [held(day, old, new) for day in (date(2024, 1, 1), SPRING)] == [["plan-2023"], ["plan-2024"]]


def test_what_replaces_an_unknown_document_replaces_nothing() -> None:
    """The id leads nowhere, which a rule says."""
    assert held(SUMMER, document("ny", adopted=SPRING, replaces=["okand"])) == ["ny"]


def test_a_preliminary_document_holds_until_its_final() -> None:
    """The adopted plan of the same kind that builds on it ends it, without saying that it replaces it."""
    draft = document("preliminar", adopted=SUMMER, kind="regionplan", status=DocumentStatus.PRELIMINARY)
    final = document("slutlig", adopted=AUTUMN, kind="regionplan", based_on=["preliminar"])
    assert [held(day, draft, final) for day in (date(2024, 11, 19), AUTUMN)] == [["preliminar"], ["slutlig"]]


@pytest.mark.parametrize(
    "builder",
    [
        document("vp", adopted=AUTUMN, kind="verksamhetsplan", based_on=["preliminar"]),
        document("vp", adopted=AUTUMN, kind="regionplan", based_on=["preliminar"], status=DocumentStatus.NOT_STATED),
    ],
    ids=["another kind", "not known to be adopted"],
)
def test_a_preliminary_document_is_not_ended_by_whatever_builds_on_it(builder: SteeringDocument) -> None:
    """A verksamhetsplan built on the preliminary regionplan is not the final regionplan."""
    draft = document("preliminar", adopted=SUMMER, kind="regionplan", status=DocumentStatus.PRELIMINARY)
    assert held(AUTUMN, draft, builder) == ["preliminar", "vp"]


def test_documents_of_no_stated_kind_are_not_taken_to_be_of_one() -> None:
    """What builds on a preliminary document may be anything, if neither says what it is."""
    draft = document("preliminar", adopted=SUMMER, status=DocumentStatus.PRELIMINARY)
    assert held(AUTUMN, draft, document("vp", adopted=AUTUMN, based_on=["preliminar"])) == ["preliminar", "vp"]


def test_what_builds_on_an_adopted_document_does_not_end_it() -> None:
    """A plan built on last year's plan leaves it standing."""
    first = document("ett", adopted=SPRING, kind="regionplan")
    second = document("tva", adopted=SUMMER, kind="regionplan", based_on=["ett", "okand"])
    assert held(SUMMER, first, second) == ["ett", "tva"]


@pytest.mark.parametrize("tie", ["amends", "supplements"])
def test_an_amended_document_is_kept_beside_what_amends_it(tie: str) -> None:
    """Both hold, the amended and the amending."""
    old = document("budget", adopted=SPRING)
    new = document("revidering", adopted=SUMMER, **{tie: ["budget"]})
    assert held(SUMMER, old, new) == ["budget", "revidering"]


def test_an_annex_ends_with_the_whole() -> None:
    """When the plan is replaced, its annex and the annex of that fall too."""
    plan = document("plan", adopted=SPRING)
    annex, inner = document("bilaga", part_of="plan"), document("tabell", part_of="bilaga")
    new = document("ny-plan", adopted=SUMMER, replaces=["plan"])
    assert held(SUMMER, plan, annex, inner, new) == ["ny-plan"]


def test_an_annex_with_days_of_its_own_does_not_end_with_the_whole() -> None:
    """It says itself when it is in force."""
    plan = document("plan", adopted=SPRING, in_force=until_day(date(2024, 5, 31)))
    annex = document("bilaga", part_of="plan", in_force=Validity(first=SPRING))
    assert held(SUMMER, plan, annex) == ["bilaga"]


def test_annexes_that_go_round_do_not_hang() -> None:
    """Two documents that are part of each other hold, and a rule says what is wrong."""
    assert held(SUMMER, document("a", part_of="b"), document("b", part_of="a")) == ["a", "b"]


def test_an_annex_of_an_unknown_document_holds() -> None:
    """The id leads nowhere, which a rule says."""
    assert held(SUMMER, document("bilaga", part_of="okand")) == ["bilaga"]


def test_a_decision_adopts_a_document_that_does_not_say_so_itself() -> None:
    """The day of the decision is its first day, the first time it is adopted."""
    adopted = tuple(decision(DecisionKind.ADOPTS, "policy", day) for day in (AUTUMN, SUMMER))
    policy = document("policy")
    assert [held(day, policy, decisions=adopted) for day in (date(2024, 6, 18), SUMMER)] == [[], ["policy"]]


@pytest.mark.parametrize(("day", "expected"), [(date(2024, 6, 18), ["policy"]), (SUMMER, [])])
def test_a_recalled_document_does_not_hold(day: date, expected: list[str]) -> None:
    """From the day of the decision."""
    recalled = decision(DecisionKind.RECALLS, "policy", SUMMER)
    assert held(day, document("policy", adopted=SPRING), decisions=(recalled,)) == expected


def test_a_recalled_document_may_be_adopted_again() -> None:
    """What was decided last counts, in whatever order the decisions stand."""
    decisions = (
        decision(DecisionKind.ADOPTS, "policy", AUTUMN),
        decision(DecisionKind.RECALLS, "policy", SUMMER),
    )
    assert held(AUTUMN, document("policy", adopted=SPRING), decisions=decisions) == ["policy"]


def test_what_is_adopted_and_recalled_on_one_day_is_recalled() -> None:
    """In whatever order the decisions stand."""
    decisions = (
        decision(DecisionKind.RECALLS, "policy", SUMMER),
        decision(DecisionKind.ADOPTS, "policy", SUMMER),
    )
    assert held(SUMMER, document("policy", adopted=SPRING), decisions=decisions) == []


@pytest.mark.parametrize("more", [{"part": "bilaga 2"}, {"on": None}])
def test_a_decision_on_a_part_or_of_an_unknown_day_changes_no_state(more: dict[str, Any]) -> None:
    """The whole is not recalled with a part of it, and not on a day that nobody knows."""
    fields: dict[str, Any] = {"on": SPRING, **more}
    recalled = decision(DecisionKind.RECALLS, "policy", **fields)
    assert held(SUMMER, document("policy", adopted=SPRING), decisions=(recalled,)) == ["policy"]


@pytest.mark.parametrize("more", [{"until": date(2025, 12, 31)}, {"until_year": 2025}])
def test_a_prolonged_document_holds_on(more: dict[str, Any]) -> None:
    """To the day or through the year that was decided, and no longer."""
    strategy = document("strategi", adopted=SPRING, horizon=horizon(2020, 2024))
    prolonged = decision(DecisionKind.PROLONGS, "strategi", AUTUMN, **more)
    days = (date(2025, 12, 31), date(2026, 1, 1))
    assert [held(day, strategy, decisions=(prolonged,)) for day in days] == [["strategi"], []]


def test_the_longest_of_several_prolongations_counts() -> None:
    """A later decision for a shorter time takes nothing back."""
    strategy = document("strategi", adopted=SPRING, horizon=horizon(2020, 2024))
    decisions = (
        decision(DecisionKind.PROLONGS, "strategi", SPRING, until_year=2026),
        decision(DecisionKind.PROLONGS, "strategi", AUTUMN, until_year=2025),
    )
    assert held(date(2026, 6, 1), strategy, decisions=decisions) == ["strategi"]


def test_a_prolongation_to_an_earlier_day_shortens_nothing() -> None:
    """A document ends earlier by being recalled, not by being prolonged."""
    strategy = document("strategi", adopted=SPRING, horizon=horizon(2020, 2024))
    prolonged = decision(DecisionKind.PROLONGS, "strategi", SPRING, until=SUMMER)
    assert held(AUTUMN, strategy, decisions=(prolonged,)) == ["strategi"]


def test_a_prolongation_without_an_end_changes_nothing() -> None:
    """Until when is not stated, and no day is made up."""
    strategy = document("strategi", adopted=SPRING, horizon=horizon(2020, 2024))
    prolonged = decision(DecisionKind.PROLONGS, "strategi", AUTUMN)
    assert held(NEW_YEAR, strategy, decisions=(prolonged,)) == []


def test_a_recalled_right_does_not_hold() -> None:
    """A delegation that is called back ends that day, whatever its own days."""
    recalled = decision(DecisionKind.RECALLS, "d-1", SUMMER)
    whole = model(delegations=[delegation("d-1"), delegation("d-2")], decisions=[recalled])
    assert [each.id for each in whole.at(SUMMER).delegations] == ["d-2"]


@pytest.mark.parametrize(("day", "expected"), [(date(2023, 12, 31), []), (NEW_YEAR, ["rad"]), (date(2026, 1, 1), [])])
def test_a_prolonged_validity_holds_on(day: date, expected: list[str]) -> None:
    """From its own first day to the last that was decided."""
    council = organ("rad", validity=Validity(first=date(2024, 1, 1), last=date(2024, 12, 31)))
    prolonged = decision(DecisionKind.PROLONGS, "rad", date(2023, 6, 1), until=date(2025, 12, 31))
    assert [each.id for each in model(organs=[council], decisions=[prolonged]).at(day).organs] == expected


def test_a_validity_that_nothing_prolongs_ends() -> None:
    """What was decided about another record does not count."""
    held_by_day = [goal("a", validity=until_day(SPRING)), goal("b", validity=until_day(SPRING))]
    prolonged = decision(DecisionKind.PROLONGS, "b", SPRING, until=NEW_YEAR)
    assert [each.id for each in model(goals=held_by_day, decisions=[prolonged]).at(SUMMER).goals] == ["b"]


def test_a_document_does_not_replace_itself() -> None:
    """It stays in force, so that the rule about rounds can find the slip."""
    whole = model(documents=[document("plan", adopted=date(2024, 1, 1), replaces=["plan"])])
    assert list(documents_in_force(whole, date(2024, 6, 1))) == ["plan"]
