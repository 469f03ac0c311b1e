"""Goals and the links between them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from regionstyrning.model import (
    Contribution,
    ContributionKind,
    Goal,
    GoalKind,
    HorizonKind,
    Level,
    LevelKind,
    OrganKind,
    Owner,
    PlanningHorizon,
    Structure,
    Weight,
    WorkState,
    years,
)
from tests.model.small import from_day, goal, link, model, organ, until_day


def test_a_goal_has_several_owners_of_different_kinds() -> None:
    """An organ, one role of an organ, a post and every organ of a kind carry one goal together."""
    held = goal(
        "god-vard",
        owners=[
            Owner(organ="hsn"),
            Owner(organ="rs", role="egen-namnd"),
            Owner(position="regiondirektor"),
            Owner(kind=OrganKind.COMMITTEE),
        ],
    )
    assert [(each.organ, each.role, each.position, each.kind) for each in held.owners] == [
        ("hsn", None, None, None),
        ("rs", "egen-namnd", None, None),
        (None, None, "regiondirektor", None),
        (None, None, None, OrganKind.COMMITTEE),
    ]


def test_an_owned_legal_person_may_carry_a_goal() -> None:
    """A company is an organ, and so an owner like any other."""
    held = model(
        organs=[organ("bolaget", OrganKind.LEGAL_PERSON)], goals=[goal("resor", owners=[Owner(organ="bolaget")])]
    )
    assert held[held["resor"].owners[0].organ].kind is OrganKind.LEGAL_PERSON


@pytest.mark.parametrize(
    ("day", "expected"), [(date(2022, 12, 31), ["hsn", "run"]), (date(2023, 1, 1), ["hsn", "run", "ktn"])]
)
def test_a_goal_shared_by_all_committees_is_shared_by_those_of_the_day(day: date, expected: list[str]) -> None:
    """A nämnd that begins later carries it from its first day."""
    shared = goal("medarbetare", owners=[Owner(kind=OrganKind.COMMITTEE)])
    held = model(
        goals=[shared],
        organs=[
            organ("hsn"),
            organ("run"),
            organ("ktn", validity=from_day(date(2023, 1, 1))),
            organ("rf", OrganKind.ASSEMBLY),
        ],
    ).at(day)
    kind = held["medarbetare"].owners[0].kind
    assert [each.id for each in held.organs if each.kind is kind] == expected


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("vision", LevelKind.VISION),
        ("vardegrund", LevelKind.VALUES),
        ("uppdrag", LevelKind.WORK),
        ("aktivitet", LevelKind.WORK),
    ],
)
def test_what_a_goal_is_follows_from_its_level(word: str, kind: LevelKind) -> None:
    """A vision, a värdegrund, an uppdrag and an aktivitet are goals on levels of those kinds."""
    structure = Structure(id="s", title="S", levels=[Level(id=word, title=word, kind=kind)])
    held = model(structures=[structure], goals=[Goal(id="det-basta", title="Det bästa", level=word)])
    level = held.structures[0].level(held["det-basta"].level)
    assert level is not None
    assert level.kind is kind


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (ContributionKind.BREAKS_DOWN, "bryter ned"),
        (ContributionKind.CONTRIBUTES, "bidrar till"),
        (ContributionKind.CONDITION, "är villkor för"),
        (ContributionKind.WORKS_AGAINST, "motverkar"),
        (ContributionKind.MEASURES, "mäter"),
    ],
)
def test_a_contribution_says_how_the_lower_serves_the_upper(kind: ContributionKind, value: str) -> None:
    """The kind is part of what the link is known by."""
    assert Contribution(lower="a", upper="b", kind=kind).id == f"contribution/a/b/{value}"


def test_contributions_are_many_to_many() -> None:
    """One goal serves two, one of them is served by two, and one of these is a perspective."""
    links = [link("namndmal", "mal-1"), link("namndmal", "vard"), link("aktivitet", "mal-1")]
    held = model(contributions=links)
    assert [each.upper for each in held.contributions if each.lower == "namndmal"] == ["mal-1", "vard"]


def test_two_goals_may_be_tied_in_two_ways() -> None:
    """What is a condition for a goal may also work against it, and both links stand."""
    links = [
        link("besparing", "god-vard", kind=ContributionKind.CONDITION),
        link("besparing", "god-vard", kind=ContributionKind.WORKS_AGAINST),
    ]
    assert len(model(contributions=links).contributions) == 2


def test_a_contribution_has_dated_weights_where_they_are_stated() -> None:
    """It counts a third one year and half the next."""
    weighed = link(
        "a",
        "b",
        weights=[
            Weight(value=Decimal("0.33"), validity=years(2024, 2024)),
            Weight(value=Decimal("0.5"), validity=years(2025, None)),
        ],
    )
    day = date(2025, 6, 1)
    assert [each.value for each in weighed.weights if each.validity and each.validity.covers(day)] == [Decimal("0.5")]


def test_a_contribution_without_a_stated_weight_has_none() -> None:
    """No weight is made up."""
    assert link("a", "b").weights == ()


def test_the_same_link_may_hold_at_two_times() -> None:
    """A link that ended and began again is two links with days of their own."""
    links = [
        link("a", "b", validity=until_day(date(2022, 12, 31))),
        link("a", "b", validity=from_day(date(2025, 1, 1))),
    ]
    assert len(model(contributions=links).contributions) == 2


def test_a_goal_is_financial_operational_or_nobody_says() -> None:
    """The three are told apart, since auditors ask which goals are which."""
    goals = [goal("a", kind=GoalKind.FINANCIAL), goal("b", kind=GoalKind.OPERATIONAL), goal("c")]
    assert [each.kind for each in goals] == [GoalKind.FINANCIAL, GoalKind.OPERATIONAL, None]


def test_a_goal_has_a_document_and_a_horizon_of_its_own() -> None:
    """A goal in a three-year plan may look ahead to 2040."""
    far = PlanningHorizon(kind=HorizonKind.FAR_AIM, last_year=2040, text="senast år 2040")
    held = goal("pensioner", document="regionplan", horizon=far)
    assert (held.document, held.horizon) == ("regionplan", far)


def test_a_goal_continues_one_of_last_years_plan() -> None:
    """That it is the same goal under another name is asserted by a link and not by the id."""
    old, new = goal("god-kvalitet-2022"), goal("god-kvalitet-2023", continues=["god-kvalitet-2022"])
    held = model(goals=[old, new])
    assert held[held["god-kvalitet-2023"].continues[0]] == old


@pytest.mark.parametrize(
    ("state", "value"),
    [
        (WorkState.PLANNED, "planerat"),
        (WorkState.RUNNING, "pågår"),
        (WorkState.DONE, "utfört"),
        (WorkState.DROPPED, "utgått"),
    ],
)
def test_work_has_a_state_and_no_attainment(state: WorkState, value: str) -> None:
    """An uppdrag is planned, running, done or dropped."""
    held = Goal(id="utreda", title="Utreda", level="uppdrag", state=state)
    assert held.state is not None
    assert held.state.value == value


def test_a_list_of_parts_may_be_open() -> None:
    """Parts that are printed as examples are told apart from a closed list."""
    open_list = goal("a", parts=["vårdköer", "lokaler"], parts_are_examples=True)
    assert (open_list.parts_are_examples, goal("b", parts=["vårdköer"]).parts_are_examples) == (True, False)
