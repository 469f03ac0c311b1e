"""What held in Region Jämtland Härjedalen on a day: structure, plans, organs and what was known."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from regionstyrning.model import LevelKind, PerspectiveKind
from tests.regions.facts import shipped

if TYPE_CHECKING:
    from regionstyrning.model import SteeringModel

PLANS = {"regionplan", "verksamhetsplan", "styrmodell"}
region = partial(shipped, "jamtland-harjedalen")


def on(year: int, month: int, day: int) -> SteeringModel:
    """The region as it held on a day."""
    return region().at(date(year, month, day))


def plans(model: SteeringModel) -> set[str]:
    """The plans and versions of the model in force."""
    return {each.id for each in model.documents if each.kind in PLANS}


def groups(model: SteeringModel) -> list[tuple[PerspectiveKind, str]]:
    """The top groups of the structure in force, each with its kind."""
    return [(each.kind, each.title) for structure in model.structures for each in structure.perspectives]


def test_in_2017_there_were_four_perspectives() -> None:
    """Angles, beside financial and strategic goals; the plan 2015-2017 with its placeholders."""
    model = on(2017, 6, 30)
    assert [each.id for each in model.structures] == ["styrmodell-perspektiv"]
    assert groups(model) == [
        (PerspectiveKind.ANGLE, "Samhällsperspektivet"),
        (PerspectiveKind.ANGLE, "Patientperspektivet"),
        (PerspectiveKind.ANGLE, "Medarbetarperspektivet"),
        (PerspectiveKind.ANGLE, "Perspektivet för verksamhetsresultat"),
    ]
    assert plans(model) == {"regler-for-planering-och-uppfoljning", "plan-2015-2017"}


def test_in_september_2021_the_version_of_2020_held_and_its_criticism_was_known() -> None:
    """No level of its own for financial goals, which is what the audit missed; the divisions are set up."""
    model = on(2021, 9, 1)
    assert [each.id for each in model.structures] == ["styrmodell-2020"]
    assert LevelKind.FINANCIAL not in {level.kind for level in model.structures[0].levels}
    assert plans(model) == {"styrmodell-revidering-2020", "regionplan-2021", "run-plan-2021"}
    assert len([each for each in model.judgements if each.document == "granskning-av-malstyrning"]) == 5
    assert model["divisionerna"].fully_from > model.as_of


def test_in_2022_four_strategies_held() -> None:
    """Ways to act, all of them leading to god ekonomisk hushållning, with a level for financial goals."""
    model = on(2022, 6, 30)
    assert groups(model) == [
        (PerspectiveKind.WAY_TO_ACT, "Strategi för länets utveckling"),
        (PerspectiveKind.WAY_TO_ACT, "Strategi för vård"),
        (PerspectiveKind.WAY_TO_ACT, "Strategi för våra medarbetare"),
        (PerspectiveKind.WAY_TO_ACT, "Strategi för en god ekonomi"),
    ]
    structure = model.structures[0]
    assert {each.geh for each in structure.perspectives} == {True}
    assert LevelKind.FINANCIAL in {level.kind for level in structure.levels}
    assert plans(model) == {"styrmodell-revidering-2021", "regionplan-2022-2024"}


def test_in_2023_the_next_plan_kept_the_strategies() -> None:
    """The same structure, another regionplan, and a new nämnd with a plan of its own."""
    model = on(2023, 6, 30)
    assert groups(model) == groups(on(2022, 6, 30))
    assert plans(model) == {"styrmodell-revidering-2021", "regionplan-2023-2025", "ktn-plan-2023"}


def test_in_2024_eight_fields_held() -> None:
    """Six of core business, then support and management, each with one övergripande mål."""
    model = on(2024, 12, 31)
    perspectives = model.structures[0].perspectives
    assert {each.kind for each in perspectives} == {PerspectiveKind.FIELD}
    assert [each.group for each in perspectives] == [*["kärnverksamhet"] * 6, "stödverksamhet", "ledningsprocesser"]
    under = [link.upper for link in model.contributions if model[link.lower].id in overarching(model)]
    assert under == [each.id for each in perspectives]
    assert plans(model) == {
        "styrmodell-revidering-2021",
        "regionplan-2024-2026",
        "rs-verksamhetsplan-2024",
        "ktn-plan-2024",
    }


def overarching(model: SteeringModel) -> set[str]:
    """Ids of the övergripande mål."""
    return {each.id for each in model.goals if each.level == "overgripande-mal"}


def test_each_group_of_top_goals_stands_in_a_structure_of_its_own() -> None:
    """Four structures whose days neither overlap nor leave a gap."""
    days = [(each.validity.first, each.validity.last) for each in region().structures if each.validity is not None]
    assert days == [
        (date(2013, 1, 1), date(2020, 6, 16)),
        (date(2020, 6, 17), date(2021, 12, 31)),
        (date(2022, 1, 1), date(2023, 12, 31)),
        (date(2024, 1, 1), None),
    ]


def test_kollektivtrafiken_went_from_utskott_to_namnd() -> None:
    """The utskott ends as the nämnd begins, which follows it."""
    ids = ("kollektivtrafikutskottet", "kollektivtrafiknamnden")
    days = ((2020, 6, 30), (2020, 7, 1), (2022, 12, 31), (2023, 1, 1))
    held = [[each.id for each in on(*day).organs if each.id in ids] for day in days]
    assert held == [[], [ids[0]], [ids[0]], [ids[1]]]
    assert region()[ids[1]].succeeds == (ids[0],)


def test_the_divisions_were_set_up_a_year_before_they_held_in_full() -> None:
    """Not there at the end of 2020, there from 1 January 2021, fully from 1 January 2022."""
    days = ((2020, 12, 31), (2021, 1, 1))
    assert ["divisionerna" in {each.id for each in on(*day).organs} for day in days] == [False, True]
    assert region()["divisionerna"].fully_from == date(2022, 1, 1)


def test_sizes_hold_from_2023() -> None:
    """No size is known for a day before."""
    sizes = [size for organ in region().organs for size in organ.sizes]
    assert {size.validity.first for size in sizes if size.validity is not None} == {date(2023, 1, 1)}


def test_april_values_were_known_before_those_of_t2() -> None:
    """At midsummer 2024 sjuktalet was 11; at the year's end 9,6 beside it."""
    values = [
        [each.text for each in on(2024, month, day).outcomes if each.indicator == "sjuktal-folktandvarden"]
        for month, day in ((6, 30), (12, 31))
    ]
    assert values == [["11"], ["11", "9,6"]]


def test_nothing_is_known_of_the_goals_of_2025() -> None:
    """The plan 2025-2027 has taken over and is not read."""
    model = on(2025, 9, 30)
    assert ("regionplan-2025-2027" in plans(model), model.goals) == (True, ())
