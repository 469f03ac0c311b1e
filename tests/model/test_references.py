"""Which fields of a record name other records."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from regionstyrning.model import (
    Adoption,
    Condition,
    ConditionKind,
    Contribution,
    Delegation,
    Goal,
    Indicator,
    OrganKind,
    Owner,
    Record,
    Source,
    SteeringDocument,
    Structure,
    Target,
    ValueReference,
    above,
    all_of,
    any_of,
)
from regionstyrning.model.catalogues import CATALOGUES
from regionstyrning.model.references import element_type, reference_fields, references_of
from tests.model.small import delegation, goal, link, target

STRUCTURE_PARTS = {"levels", "document_kinds", "scales", "streams", "cycle"}


def fields(cls: type[Record]) -> dict[str, tuple[str, ...]]:
    """What the fields of a class name, but for the publications of its sources."""
    return {each.name: each.targets for each in reference_fields(cls) if each.targets != ("publications",)}


def test_a_goal_names_its_owners_document_and_predecessors() -> None:
    """Each field says which catalogues its ids are of."""
    assert fields(Goal) == {
        "owners.organ": ("organs",),
        "owners.position": ("positions",),
        "document": ("documents",),
        "continues": ("goals",),
    }


def test_a_contribution_may_name_a_perspective() -> None:
    """It is no catalogue, but a place in the structure that links reach."""
    assert fields(Contribution)["upper"] == ("goals", "perspectives")


def test_a_field_may_name_records_of_several_catalogues() -> None:
    """A right is given by an organ or a post."""
    assert fields(Delegation)["giver"] == ("organs", "positions")


@pytest.mark.parametrize("cls", CATALOGUES.values(), ids=list(CATALOGUES))
def test_every_reference_leads_to_a_catalogue(cls: type[Record]) -> None:
    """No field names a catalogue that a model does not have."""
    known = {*CATALOGUES, "perspectives"}
    assert {target for each in reference_fields(cls) for target in each.targets} - known == set()


@pytest.mark.parametrize("cls", CATALOGUES.values(), ids=list(CATALOGUES))
def test_every_reference_into_the_structure_leads_to_a_part_of_it(cls: type[Record]) -> None:
    """Levels, kinds of document, scales, streams and steps can be named."""
    assert {target for each in reference_fields(cls, "within") for target in each.targets} <= STRUCTURE_PARTS


def test_an_indicator_names_parts_of_the_structure() -> None:
    """Its scale and its stream."""
    named = {each.name: each.targets for each in reference_fields(Indicator, "within")}
    assert named == {"scale": ("scales",), "stream": ("streams",)}


def test_a_structure_names_its_own_parts() -> None:
    """Its links name its levels, and its steps each other."""
    named = {each.name: each.targets for each in reference_fields(Structure, "within")}
    assert (named["links.upper"], named["cycle.after"]) == (("levels",), ("cycle",))


def test_what_a_record_names_is_told_field_by_field() -> None:
    """In the order of the fields, and each id of a field that holds several."""
    held = goal(
        "a", owners=[Owner(organ="hsn"), Owner(position="chef"), Owner(kind=OrganKind.COMMITTEE)], document="plan"
    )
    assert [(each.name, id) for each, id in references_of(held)] == [
        ("owners.organ", "hsn"),
        ("owners.position", "chef"),
        ("document", "plan"),
    ]


def test_sources_name_publications() -> None:
    """Every record that has a source refers to what prints it."""
    held = goal("a", sources=[Source(publication="plan-pdf"), Source(publication="protokoll")])
    assert [id for _, id in references_of(held)] == ["plan-pdf", "protokoll"]


def test_a_value_that_is_missing_names_nothing() -> None:
    """A document without adoption names no organ."""
    bare = SteeringDocument(id="a", title="A")
    adopted = SteeringDocument(id="a", title="A", adopted=Adoption(organ="rf", on=date(2024, 1, 1)))
    assert ([*references_of(bare)], [id for _, id in references_of(adopted)]) == ([], ["rf"])


def test_what_conditions_inside_conditions_name_is_found() -> None:
    """However deep a limit that is another measure lies."""
    limits = [
        Condition(kind=ConditionKind.AT_LEAST, reference=ValueReference(indicators=[id])) for id in ("ytlig", "djup")
    ]
    asked = all_of([limits[0], any_of([above(1), all_of([limits[1]])])])
    named = [id for each, id in references_of(target("hme", condition=asked)) if each.name != "indicator"]
    assert named == ["ytlig", "djup"]


def test_references_inside_the_structure_are_told_apart_from_those_between_records() -> None:
    """The level of a goal is looked up in the structure and in no catalogue."""
    assert [(each.name, id) for each, id in references_of(goal("a"), "within")] == [("level", "mal")]


def test_ids_of_many_records_are_told_at_once() -> None:
    """A field answers for a whole catalogue."""
    lower = next(each for each in reference_fields(Contribution) if each.name == "lower")
    assert list(lower.ids([link("a", "b"), link("c", "b")])) == ["a", "c"]


def test_the_fields_of_a_class_are_found_once() -> None:
    """Asked again, the same tuple comes back."""
    assert reference_fields(Target) is reference_fields(Target)


def test_a_right_names_what_it_builds_on() -> None:
    """Giver, receivers, matters and the delegation it hands on."""
    held = delegation("d-2", builds_on="d-1")
    assert {each.name: id for each, id in references_of(held)} == {
        "giver": "hsn",
        "receivers.position": "forvaltningschef",
        "matters": "inkop",
        "builds_on": "d-1",
    }


@pytest.mark.parametrize(
    ("hint", "expected"),
    [
        (str, (str, False)),
        (Decimal | None, (Decimal, False)),
        (tuple[Owner, ...], (Owner, True)),
        (dict[str, str], (None, False)),
    ],
)
def test_the_class_behind_an_annotation_is_found(hint: object, expected: tuple[type | None, bool]) -> None:
    """Through an optional field or one of several; nothing for what is neither."""
    assert element_type(hint) == expected
