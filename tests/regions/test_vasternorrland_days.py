"""What held in Region Västernorrland on a day: structure, plans, organs and their sizes."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import pytest

from tests.regions.facts import shipped

if TYPE_CHECKING:
    from regionstyrning.model import SteeringModel

PLAN = "rs-verksamhetsplan-2024-2026"
READ = {"regionplan-2024-2026", "regionplan-2024-2026-preliminar", PLAN}
region = partial(shipped, "vasternorrland")


def on(day: date) -> SteeringModel:
    """The region as it held on a day."""
    return region().at(day)


def plans(model: SteeringModel) -> set[str]:
    """The plans in force."""
    kinds = {"regionplan", "verksamhetsplan", "styrkort"}
    return {each.id for each in model.documents if each.kind in kinds}


def members(model: SteeringModel, organ: str) -> tuple[int, ...]:
    """How many sit in an organ on the model's day, as far as it is known."""
    sizes = model[organ].sizes
    return tuple(each.members for each in sizes if each.validity is None or each.validity.covers(model.as_of))


def test_in_2021_the_region_steered_by_balanced_scorecards() -> None:
    """Four angles with one aim each, the nämnd's styrkort, and 77 members of fullmäktige."""
    model = on(date(2021, 6, 30))
    assert [each.id for each in model.structures] == ["balanserad-styrning"]
    assert plans(model) == {"regionplan-2021-2023", "nhu-styrkort-2021"}
    assert [each.title for each in model.goals if each.level == "inriktningsmal"] == [
        "Jämlik fördelning av resurser utifrån behov",
        "Effektiva och framgångsrika verksamheter",
        "Medarbetarna är delaktiga och har en bra arbetsmiljö",
        "En ekonomi i balans över tid",
    ]
    assert members(model, "regionfullmaktige") == (77,)
    assert model.indicators == ()


def test_in_2023_the_new_structure_held_with_the_plans_of_that_year() -> None:
    """The structure from 2022, the preliminary plan beside the one in force, and a board of 15."""
    model = on(date(2023, 6, 1))
    assert [each.id for each in model.structures] == ["styrmodell-2022"]
    assert plans(model) == {
        "regionplan-2023-2025",
        "regionplan-2024-2026-preliminar",
        "rs-verksamhetsplan-2023-2025",
        "hsn-verksamhetsplan-2023",
        "run-verksamhetsplan-2023-2025",
    }
    assert (members(model, "regionfullmaktige"), members(model, "regionstyrelsen")) == ((71,), (15,))


def test_in_june_2024_the_plans_of_2024_to_2026_held() -> None:
    """The final regionplan has taken the preliminary one's place; the plan of 18 June is not yet in force."""
    model = on(date(2024, 6, 30))
    assert plans(model) == {
        "regionplan-2024-2026",
        "rs-verksamhetsplan-2024-2026",
        "hsn-verksamhetsplan-2024-2026",
        "run-verksamhetsplan-2023-2025",
    }
    assert Counter(each.level for each in model.goals) == {
        "vision": 1,
        "vardegrund": 1,
        "grunduppdrag": 1,
        "mal": 6,
        "finansiellt-mal": 2,
        "lansmal": 3,
        "onskat-resultat": 4,
        "omstallningsarbete": 1,
        "sarskilt-uppdrag": 26,
    }
    assert len([each for each in model.indicators if each.document == PLAN]) == 21


def test_the_size_of_fullmaktige_changes_on_its_day() -> None:
    """77 up to and including 14 October 2022, then 71."""
    days = (date(2022, 10, 14), date(2022, 10, 15))
    assert [members(on(day), "regionfullmaktige") for day in days] == [(77,), (71,)]


def test_one_committee_follows_another_at_the_turn_of_2022() -> None:
    """Nämnden för hållbar utveckling ends, regionala utvecklingsnämnden begins."""
    ids = ("namnden-for-hallbar-utveckling", "regionala-utvecklingsnamnden")
    held = [[each.id for each in on(day).organs if each.id in ids] for day in (date(2022, 12, 31), date(2023, 1, 1))]
    assert held == [[ids[0]], [ids[1]]]


def test_nothing_is_known_of_the_new_board_before_its_day() -> None:
    """A size after its last day is not used."""
    assert members(on(date(2024, 6, 30)), "halso-och-sjukvardsnamnden") == ()


DAYS = [date(year, 6, 30) for year in range(2016, 2027)]


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_a_plan_in_force_whose_goals_are_not_read_is_told_of(day: date) -> None:
    """By an open point about the plan; only the plans of 2024-2026 that were read have none."""
    model = on(day)
    told = {point.about for point in model.open_points if point.about in plans(model) and "inte lästa" in point.title}
    assert told == plans(model) - READ


def test_in_2025_the_goals_of_the_new_plan_are_told_to_be_unread() -> None:
    """Not before it is in force; one financial goal of it is known."""
    id = "oppen-mal-i-regionplan-2025-2027"
    model = on(date(2025, 6, 30))
    known = [each.id for each in model.goals if each.document == "regionplan-2025-2027"]
    assert (id in model, id in on(date(2024, 12, 31)), known) == (True, False, ["underskotten-aterstallda"])


def test_the_sources_are_read_up_to_the_day_of_the_facts() -> None:
    """No dated source is later, and the day asked about by default has been read."""
    latest = max(each.published for each in region().publications if each.published is not None)
    assert (latest, region().read_until, region().as_of) == (date(2024, 6, 18), date(2024, 6, 30), date(2024, 6, 30))
