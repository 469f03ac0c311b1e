"""The catalogues of a model."""

from __future__ import annotations

import attrs

from regionstyrning import model as room
from regionstyrning.model import Name, SteeringModel
from regionstyrning.model.catalogues import AUTHORED, CATALOGUE_OF, CATALOGUES, KEYED
from regionstyrning.model.references import element_type


def test_the_catalogues_are_those_of_the_design() -> None:
    """Nineteen, in the order they are read."""
    assert " ".join(CATALOGUES) == (
        "publications structures documents statutes decisions organs positions ownerships goals indicators "
        "contributions targets outcomes judgements matters delegations amounts ratios open_points"
    )


def test_links_and_facts_are_known_by_their_key() -> None:
    """All others carry an authored id."""
    assert KEYED == ("decisions", "contributions", "targets", "outcomes", "judgements", "amounts")


def test_every_catalogue_is_one_or_the_other() -> None:
    """No catalogue is both authored and keyed."""
    assert {*AUTHORED, *KEYED} == set(CATALOGUES)
    assert len(AUTHORED) + len(KEYED) == len(CATALOGUES)


def test_each_catalogue_is_a_field_of_the_model_that_holds_its_class() -> None:
    """The table and the class say the same."""
    hints = {field.name: field.type for field in attrs.fields(attrs.resolve_types(SteeringModel))}
    assert {name: element_type(hints[name]) for name in CATALOGUES} == {
        name: (cls, True) for name, cls in CATALOGUES.items()
    }


def test_each_class_of_records_has_one_catalogue() -> None:
    """The table can be read backwards."""
    assert {CATALOGUE_OF[cls]: cls for cls in CATALOGUES.values()} == CATALOGUES


def test_a_name_says_where_its_record_stood() -> None:
    """Id, title, catalogue, the days it looked ahead and what kind of document it was are all that is left of it."""
    names = ["id", "title", "catalogue", "days", "document_kind", "preliminary"]
    assert [field.name for field in attrs.fields(Name)] == names


def test_every_public_name_of_the_room_is_there() -> None:
    """The list is sorted as its reader expects: constants, classes, functions."""
    assert [name for name in room.__all__ if not hasattr(room, name)] == []


def test_no_public_class_of_the_room_is_left_out_of_its_list() -> None:
    """What a record is made of can be imported beside it."""
    imported = {
        name
        for name, value in vars(room).items()
        if isinstance(value, type) and value.__module__.startswith("regionstyrning.model")
    }
    assert imported - set(room.__all__) == set()
