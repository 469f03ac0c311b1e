"""Whether the ids of a model are its own."""

from __future__ import annotations

from decimal import Decimal

import pytest

from regionstyrning.errors import DuplicateId
from regionstyrning.model import (
    Effect,
    Level,
    LevelKind,
    OrganKind,
    Outcome,
    Provision,
    Role,
    Scope,
    Statute,
)
from regionstyrning.model.ids import FORM, RESERVED, TAKEN, TWICE, TWICE_INSIDE, TWICE_KEY, Fault, id_faults
from tests.model.small import goal, indicator, link, model, organ, structure, target


def faults(**catalogues: object) -> tuple[Fault, ...]:
    """What a model made of these raises."""
    with pytest.raises(DuplicateId) as raised:
        model(**catalogues)
    return raised.value.faults


def test_a_sound_model_has_no_faults() -> None:
    """Ids of the right form, each but once."""
    held = model(goals=[goal("god-vard"), goal("mal2")], structures=[structure(perspectives=("vard",))])
    assert id_faults(held) == ()


def test_an_id_twice_in_a_catalogue_is_a_fault_at_both_places() -> None:
    """Neither of the two is the right one."""
    assert faults(goals=[goal("a"), goal("b"), goal("a")]) == (("goals", 0, "a", TWICE), ("goals", 2, "a", TWICE))


def test_an_id_in_two_catalogues_is_a_fault() -> None:
    """An id is unique in the whole model."""
    assert faults(goals=[goal("a")], organs=[organ("a")]) == (("organs", 0, "a", TWICE), ("goals", 0, "a", TWICE))


@pytest.mark.parametrize(
    "id", ["", "God-vard", "vård", "god_vard", "god vard", "-vard", "vard-", "god--vard", "a/b", "a\n", "a\nb"]
)
def test_an_id_of_another_form_is_a_fault(id: str) -> None:
    """Lower-case letters a to z, digits and single hyphens, and not even a line break beside them."""
    assert faults(goals=[goal("b"), goal(id)]) == (("goals", 1, id, FORM),)


def test_all_faults_are_told_at_once() -> None:
    """A double and a bad form in one model."""
    assert faults(goals=[goal("a"), goal("a"), goal("B")]) == (
        ("goals", 0, "a", TWICE),
        ("goals", 1, "a", TWICE),
        ("goals", 2, "B", FORM),
    )


def test_the_message_names_each_fault() -> None:
    """Catalogue, place, id and what is wrong."""
    with pytest.raises(DuplicateId, match=r"^goals\[0\] 'B': an id is lower-case letters a to z, digits"):
        model(goals=[goal("B")])


def test_a_natural_key_twice_is_a_fault_at_both_places() -> None:
    """Two targets of one indicator for one year, scope and document."""
    assert faults(targets=[target("hme"), target("hme", 2026), target("hme")]) == (
        ("targets", 0, "target/hme/2025", TWICE_KEY),
        ("targets", 2, "target/hme/2025", TWICE_KEY),
    )


@pytest.mark.parametrize("name", ["contributions", "outcomes"])
def test_links_and_facts_are_each_but_once(name: str) -> None:
    """Whatever else the second of them says."""
    doubles = {
        "contributions": [link("a", "b"), link("a", "b", note="igen")],
        "outcomes": [Outcome(indicator="a", year=2024, value=Decimal(value)) for value in (1, 2)],
    }
    assert [what for _, _, _, what in faults(**{name: doubles[name]})] == [TWICE_KEY, TWICE_KEY]


def test_a_perspective_may_not_have_the_id_of_a_record() -> None:
    """Links name both, and could not tell which."""
    assert faults(structures=[structure(perspectives=("vard",))], goals=[goal("vard")]) == (
        ("structures", 0, "vard", TAKEN),
    )


def test_an_id_twice_inside_a_structure_is_a_fault() -> None:
    """A perspective and a level of one structure are told apart by id."""
    assert faults(structures=[structure(perspectives=("mal",))]) == (("structures", 0, "mal", TWICE_INSIDE),)


def test_an_id_of_another_form_inside_a_structure_is_a_fault() -> None:
    """Its values are written as records are."""
    assert faults(structures=[structure(perspectives=("Vård",))]) == (("structures", 0, "Vård", FORM),)


def test_a_level_may_not_be_called_as_indicators_are_in_links() -> None:
    """A link rule could not tell which it is about."""
    level = Level(id="indikator", title="Indikator", kind=LevelKind.GOAL)
    assert faults(structures=[structure(levels=[level])]) == (("structures", 0, "indikator", RESERVED),)


def test_a_role_twice_in_an_organ_is_a_fault() -> None:
    """A role is known by its id in the organ."""
    role = Role(id="egen-namnd", title="egen nämnd", kind=OrganKind.COMMITTEE)
    assert faults(organs=[organ("rs", roles=[role, role])]) == (("organs", 0, "egen-namnd", TWICE_INSIDE),)


def test_a_role_of_another_form_is_a_fault() -> None:
    """Its id is written as a record's."""
    role = Role(id="Egen nämnd", title="egen nämnd", kind=OrganKind.COMMITTEE)
    assert faults(organs=[organ("rs", roles=[role])]) == (("organs", 0, "Egen nämnd", FORM),)


def test_two_organs_may_have_roles_of_the_same_id() -> None:
    """It is unique in its organ only."""
    role = Role(id="egen-namnd", title="egen nämnd", kind=OrganKind.COMMITTEE)
    assert id_faults(model(organs=[organ("rs", roles=[role]), organ("hsn", roles=[role])])) == ()


def test_a_provision_twice_in_a_statute_is_a_fault() -> None:
    """A provision is known by its id in the statute."""
    provision = Provision(id="p1", paragraph="1 §", title="Regel", effect=Effect.PERMITS)
    statute = Statute(id="lag", title="Lag", provisions=[provision, provision])
    assert faults(statutes=[statute]) == (("statutes", 0, "p1", TWICE_INSIDE),)


def test_a_scope_twice_in_an_indicator_is_a_fault() -> None:
    """Targets and outcomes could not tell which."""
    held = indicator("hme", scopes=[Scope(id="RVN"), Scope(id="RVN")])
    assert faults(indicators=[held]) == (("indicators", 0, "RVN", TWICE_INSIDE),)


def test_a_scope_is_a_code_as_printed() -> None:
    """It may have capitals, which an id may not."""
    assert id_faults(model(indicators=[indicator("hme", scopes=[Scope(id="RVN"), Scope(id="RJH totalt")])])) == ()
