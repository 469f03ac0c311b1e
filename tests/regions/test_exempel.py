"""The fictional region: complete, consistent and lawful, since newcomers copy it."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from enum import Enum
from functools import cache
from pathlib import Path

import pytest

from regionstyrning import model as records
from regionstyrning.files import load_region
from regionstyrning.model import (
    CATALOGUES,
    ContributionKind,
    Goal,
    IndicatorRole,
    LevelKind,
    OrganKind,
    SteeringModel,
)
from regionstyrning.rules import check
from tests.regions.facts import inner

MODEL = load_region("exempel")
NOW = MODEL.at(MODEL.as_of)
REGION = "region-exempel"
PLAN_DAYS = (date(2024, 6, 3), date(2025, 6, 2), date(2026, 3, 1), MODEL.as_of)
README = Path(records.__file__).parents[1] / "regions" / "exempel" / "README.md"

# Values that nothing in a region without faults, or without a source to read, can have.
LEFT_OUT: dict[str, set[str]] = {
    "AmountStage": set(),
    "BasisKind": set(),
    "Capacity": set(),
    "ConditionKind": set(),
    "ContributionKind": set(),
    "DecisionKind": set(),
    "DeputyWhen": {"VACANCY"},
    "Direction": set(),
    "DocumentStatus": {"PROPOSED", "NOT_STATED"},
    "ElectionYear": set(),
    "Form": set(),
    "Frequency": {"EACH", "NOT_STATED"},
    "Gender": set(),
    "GoalKind": set(),
    "IndicatorRole": set(),
    "LevelKind": set(),
    "LimitUnit": {"NUMBER", "DAYS"},
    "MeasureKind": set(),
    "Meaning": {"ON_TRACK", "DONE"},
    "Missing": set(),
    "Nature": {"PREPARATION"},
    "OpenPointKind": {"NOT_STATED", "WRONG_REFERENCE", "SLIP"},
    "OwnershipKind": set(),
    "PositionKind": set(),
    "ReserveKind": set(),
    "ScaleReads": set(),
    "ScopeKind": {"GROUP"},
    "Stage": set(),
    "WorkState": set(),
}


@cache
def _used() -> dict[str, set[str]]:
    used: defaultdict[str, set[str]] = defaultdict(set)
    for name in CATALOGUES:
        for value in inner(getattr(MODEL, name)):
            if isinstance(value, Enum):
                used[type(value).__name__].add(value.name)
    return used


def _ups(model: SteeringModel) -> dict[str, set[str]]:
    ups: defaultdict[str, set[str]] = defaultdict(set)
    for link in model.contributions:
        if link.kind is not ContributionKind.WORKS_AGAINST:
            ups[link.lower].add(link.upper)
    return ups


def _goals(model: SteeringModel, *levels: str) -> list[Goal]:
    return [goal for goal in model.goals if goal.level in levels]


def _reached(model: SteeringModel, id: str) -> set[str]:
    ups, seen, left = _ups(model), set[str](), [id]
    while left:
        here = left.pop()
        if here not in seen:
            seen.add(here)
            left += ups[here]
    return seen


@pytest.mark.parametrize("catalogue", CATALOGUES)
def test_every_catalogue_has_records(catalogue: str) -> None:
    """The region shows every kind of record."""
    assert getattr(MODEL, catalogue) != ()


@pytest.mark.parametrize("kind", LEFT_OUT)
def test_every_value_is_shown(kind: str) -> None:
    """Of each list of values the region uses all but those that it has no honest use for."""
    assert _used()[kind] == {value.name for value in getattr(records, kind)} - LEFT_OUT[kind]


@pytest.mark.parametrize("day", PLAN_DAYS, ids=str)
def test_nothing_is_remarked_on(day: date) -> None:
    """On a day in each plan the stricter profile finds nothing."""
    assert [finding.text() for finding in check(MODEL, on=day, rules="strang")] == []


def test_only_the_past_is_left_as_names() -> None:
    """What is only referred to on the model's day is earlier plans, goals, organs and delegations."""
    assert {name.catalogue for name in NOW.names} <= {"documents", "goals", "organs", "delegations"}


@pytest.mark.parametrize(
    ("day", "plan", "goals"),
    [
        (date(2024, 1, 1), "regionplan-2024-2026", 6),
        (date(2024, 12, 31), "regionplan-2024-2026", 6),
        (date(2025, 1, 1), "regionplan-2025-2027", 6),
        (date(2025, 12, 31), "regionplan-2025-2027", 6),
        (date(2026, 1, 1), "regionplan-2026-2028", 7),
    ],
)
def test_each_year_has_the_goals_of_its_plan(day: date, plan: str, goals: int) -> None:
    """On a day in a plan fullmäktige's goals are those of that plan."""
    held = _goals(MODEL.at(day), "fullmaktigemal")
    assert ({goal.document for goal in held}, len(held)) == ({plan}, goals)


def test_the_preliminary_plan_gives_way() -> None:
    """The preliminary plan holds from its adoption until the final one begins."""
    days = (date(2025, 6, 9), date(2025, 6, 10), date(2025, 12, 31), date(2026, 1, 1))
    held = [{document.id for document in MODEL.at(day).documents} for day in days]
    assert ["preliminar-regionplan-2026-2028" in each for each in held] == [False, True, True, False]


@pytest.mark.parametrize("day", PLAN_DAYS, ids=str)
def test_every_goal_reaches_the_vision(day: date) -> None:
    """Goals, work and indicators of the day lead up to the vision, but for the financial goal that stands beside."""
    held = MODEL.at(day)
    alone = {id for id in _ups(held) if "vision" not in _reached(held, id)}
    assert alone == {"egenfinansierade-investeringar"}
    assert {goal.id for goal in held.goals} - _ups(held).keys() == {"vision", f"sjalvfinansiering-{day.year}"}


def test_a_financial_goal_stands_beside() -> None:
    """One financial goal of the plan has no link upwards, and the structure requires none."""
    structure = MODEL.structure_on(MODEL.as_of)
    assert structure is not None
    assert [link.required for link in structure.links if link.lower == "finansiellt-mal"] == [False]


@pytest.mark.parametrize("day", PLAN_DAYS, ids=str)
def test_every_goal_is_carried_measured_and_owned(day: date) -> None:
    """A nämnd carries every goal of fullmäktige, an indicator measures every goal, and everything has an owner."""
    held = MODEL.at(day)
    under: defaultdict[str, set[str]] = defaultdict(set)
    for link in held.contributions:
        under[link.upper].add(held[link.lower].level if isinstance(held.by_id.get(link.lower), Goal) else "indikator")
    top = _goals(held, "fullmaktigemal")
    measured = [*top, *_goals(held, "namndmal", "finansiellt-mal")]
    assert [goal.id for goal in top if "namndmal" not in under[goal.id]] == []
    assert [goal.id for goal in measured if "indikator" not in under[goal.id]] == []
    assert [goal.id for goal in held.goals if not goal.owners] == []


def test_goals_go_on_through_the_plans() -> None:
    """A goal is followed back through the plans although it changed its name."""
    now, before = MODEL["vard-i-ratt-tid-2026"], MODEL["vard-i-ratt-tid-2025"]
    assert (now.continues, before.continues) == (("vard-i-ratt-tid-2025",), ("tillganglig-vard-2024",))


def test_a_goal_moves_to_another_perspective() -> None:
    """The same goal stood under another perspective the year before."""
    uppers = {link.lower: link.upper for link in MODEL.contributions}
    assert (uppers["kompetens-2024"], uppers["kompetens-2025"]) == ("attraktiv-arbetsgivare", "hallbart-lan")


def test_every_level_kind_but_perspectives_has_goals() -> None:
    """On each level of the structure in force something stands."""
    structure = MODEL.structure_on(MODEL.as_of)
    assert structure is not None
    levels = {level.id for level in structure.levels if level.kind is not LevelKind.PERSPECTIVE}
    assert {goal.level for goal in NOW.goals} == levels


def test_the_structures_follow_each_other() -> None:
    """One structure ends the day before the next begins."""
    days = (date(2022, 12, 31), date(2023, 1, 1))
    held = [MODEL.structure_on(day) for day in days]
    assert [structure and structure.id for structure in held] == ["styrmodell-2019", "styrmodell-2023"]


def test_what_is_watched_has_no_target() -> None:
    """Every indicator but a watched one has a target."""
    aimed = {target.indicator for target in MODEL.targets}
    without = {indicator.id for indicator in MODEL.indicators if indicator.id not in aimed}
    assert without == {indicator.id for indicator in MODEL.indicators if indicator.role is IndicatorRole.WATCHED}


def test_the_plan_has_targets_for_its_first_and_last_year() -> None:
    """What decides a goal has a target for the budget year and for the last year of the plan."""
    years: defaultdict[str, set[int]] = defaultdict(set)
    for target in NOW.targets:
        years[target.indicator] |= {each.year for each in target.condition.by_year} or {target.year or 0}
    deciding = [each.id for each in MODEL.indicators if each.role is IndicatorRole.DECIDES]
    assert [id for id in deciding if not {2026, 2028} <= years[id]] == []


@pytest.mark.parametrize("year", [2023, 2024, 2025])
def test_every_indicator_of_the_plans_has_outcomes(year: int) -> None:
    """Each year that has ended has outcomes."""
    assert len([outcome for outcome in MODEL.outcomes if outcome.year == year]) >= 20


def test_the_cluster_says_how_its_parts_are_joined() -> None:
    """The cluster has three parts, each an indicator of its own, and a stated rule."""
    cluster = MODEL["patientsakerhet"]
    assert (cluster.parts_count, len(cluster.parts), cluster.join.text is None) == (3, 3, False)


def test_scopes_are_those_of_the_indicator() -> None:
    """Targets and outcomes use the codes that their indicator lists."""
    listed = {indicator.id: {scope.id for scope in indicator.scopes} for indicator in MODEL.indicators}
    used = {(target.indicator, target.scope) for target in MODEL.targets}
    used |= {(outcome.indicator, outcome.scope) for outcome in MODEL.outcomes}
    assert {(indicator, scope) for indicator, scope in used if scope and scope not in listed[indicator]} == set()


def test_two_committees_became_one() -> None:
    """Two nämnder end the day before the one that follows them begins."""
    merged = MODEL["run"]
    ends = {MODEL[id].validity.last for id in merged.succeeds}
    assert (ends, merged.validity.first) == ({date(2022, 12, 31)}, date(2023, 1, 1))


def test_every_committee_has_a_plan() -> None:
    """Every nämnd and styrelse has a verksamhetsplan of its own in force."""
    kinds = {OrganKind.BOARD, OrganKind.COMMITTEE}
    plans = {each.adopted.organ for each in NOW.documents if each.kind == "verksamhetsplan" and each.adopted}
    assert {organ.id for organ in NOW.organs if organ.kind in kinds} == plans


@pytest.mark.parametrize(
    "task", ["hälso- och sjukvård", "tandvård", "patientnämnd", "krisledning", "regional kollektivtrafikmyndighet"]
)
def test_what_statutes_ask_for_is_carried(task: str) -> None:
    """One nämnd carries each function that a statute asks for."""
    assert len([organ for organ in NOW.organs if task in organ.tasks]) == 1
