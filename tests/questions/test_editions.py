"""The successive editions of a plan, and what belongs to each."""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import evolve

from regionstyrning import load_region
from regionstyrning.model import (
    Adoption,
    DocumentKind,
    DocumentStatus,
    HorizonKind,
    PlanningHorizon,
    SteeringDocument,
    SteeringModel,
)
from regionstyrning.questions.editions import homes, series_of
from tests.model.small import model, structure

KINDS = [DocumentKind(id="plan", title="Plan"), DocumentKind(id="rapport", title="Rapport", reports=True)]


def plan(id: str, first: int | None, last: int | None, **more: Any) -> SteeringDocument:  # noqa: ANN401 - any field
    """A rolling plan of a kind, of nobody."""
    horizon = PlanningHorizon(kind=HorizonKind.ROLLING, first_year=first, last_year=last)
    return SteeringDocument(**{"id": id, "title": id, "kind": "plan", "horizon": horizon, **more})


def region(*documents: SteeringDocument) -> SteeringModel:
    """A region with documents."""
    return model(structures=[structure(document_kinds=KINDS)], documents=documents)


def series(*documents: SteeringDocument, year: int = 2025) -> list[list[tuple[str, int | None]]]:
    """The editions of each plan that span a year, with the year's place in them."""
    found = series_of(region(*documents), year)
    return [[(edition.document, edition.place) for edition in each.editions] for each in found]


def test_plans_that_replace_one_another_are_editions_of_one() -> None:
    """The year is the third, the second and the first of their years."""
    documents = [plan("c", 2025, 2027, replaces=["b"]), plan("a", 2023, 2025), plan("b", 2024, 2026, replaces=["a"])]
    assert series(*documents) == [[("a", 3), ("b", 2), ("c", 1)]]


def test_plans_of_one_kind_and_one_organ_are_editions_of_one() -> None:
    """Those of nobody, of no kind and of another organ are not."""
    documents = [
        plan("a", 2024, 2026, organ="hsn"),
        plan("b", 2025, 2027, adopted=Adoption(organ="hsn", on=date(2024, 12, 1))),
        plan("c", 2025, 2027, organ="rs"),
        plan("d", 2025, 2027),
        plan("e", 2025, 2027, organ="hsn", kind=None),
    ]
    assert series(*documents) == [[("a", 2), ("b", 1)]]


def test_the_organ_of_a_plan_is_that_of_its_editions() -> None:
    """One of them may not say whose it is."""
    found = series_of(region(plan("a", 2024, 2026), plan("b", 2025, 2027, replaces=["a"], organ="rf")), 2025)
    assert [each.organ for each in found] == ["rf"]


def test_a_plan_of_nobody_has_editions_too() -> None:
    """Its organ is not known."""
    found = series_of(region(plan("a", 2024, 2026), plan("b", 2025, 2027, replaces=["a"])), 2025)
    assert [each.organ for each in found] == [None]


def test_proposals_reports_and_other_horizons_are_no_editions() -> None:
    """Nor is what does not say when it ends, or is a part of or added to another."""
    aim = PlanningHorizon(kind=HorizonKind.FAR_AIM, first_year=2020, last_year=2030)
    documents = [
        plan("a", 2024, 2026, organ="rf"),
        plan("forslag", 2025, 2027, organ="rf", status=DocumentStatus.PROPOSED),
        plan("rapport", 2025, 2027, organ="rf", kind="rapport", replaces=["a"]),
        plan("sikte", 2025, 2027, organ="rf", horizon=aim),
        plan("utan-horisont", 2025, 2027, organ="rf", horizon=None),
        plan("utan-slut", 2025, None, organ="rf"),
        plan("bilaga", 2025, 2027, organ="rf", part_of="a"),
        plan("tillagg", 2025, 2027, organ="rf", amends=["a"]),
        plan("annat-ar", 2026, 2028, organ="rf"),
    ]
    assert series(*documents) == []


def test_a_preliminary_edition_stands_before_the_final_one() -> None:
    """By the day it begins; it is told as preliminary."""
    adopted = {"adopted": Adoption(organ="rf", on=date(2024, 6, 1)), "status": DocumentStatus.PRELIMINARY}
    final = plan("a-slutlig", 2025, 2027, replaces=["b"], adopted=Adoption(organ="rf", on=date(2024, 11, 1)))
    [found] = series_of(region(final, plan("b", 2025, 2027, **adopted)), 2025)
    assert [(each.document, each.preliminary) for each in found.editions] == [("b", True), ("a-slutlig", False)]


def test_of_editions_of_the_same_years_the_one_that_replaces_the_other_is_later() -> None:
    """Also where nobody knows when it was adopted; and a final one is later than a preliminary one."""
    first = plan("juni", 2025, 2027, organ="rf", adopted=Adoption(organ="rf", on=date(2024, 6, 12)))
    second = plan("andra", 2025, 2027, organ="rf", replaces=["juni"])
    assert series(first, second) == [[("juni", 1), ("andra", 1)]]
    final = plan("en-slutlig", 2025, 2027, organ="rf")
    draft = evolve(first, status=DocumentStatus.PRELIMINARY)
    assert series(final, draft) == [[("juni", 1), ("en-slutlig", 1)]]


def test_a_plan_without_a_beginning_has_no_place_for_the_year() -> None:
    """It stands first."""
    documents = [plan("a", 2024, 2026, organ="rf"), plan("b", None, 2026, organ="rf")]
    assert series(*documents) == [[("a", 2), ("b", None)]]


def test_annexes_and_amendments_belong_to_their_edition() -> None:
    """By any number of steps; the whole of another plan does not."""
    documents = [
        plan("a", 2024, 2026, organ="rf"),
        plan("b", 2025, 2027, organ="rf"),
        plan("bilaga", 2025, 2027, part_of="b"),
        plan("arets-bilaga", 2025, 2027, supplements=["bilaga"]),
        plan("andring", 2025, 2027, amends=["a"]),
        plan("eget", 2025, 2027),
    ]
    whole = region(*documents)
    [found] = series_of(whole, 2025)
    assert homes(whole, found) == {"a": "a", "b": "b", "bilaga": "b", "arets-bilaga": "b", "andring": "a"}


def test_the_regionplan_of_blekinge_has_had_several_names() -> None:
    """The last one is called a budget with plans."""
    named = [[each.document for each in found.editions] for found in series_of(load_region("blekinge"), 2024)]
    assert ["regionplan-2022-2024", "regionplan-2023-2025", "budget-2024"] in named
