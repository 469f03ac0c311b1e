"""The model: catalogues of records, immutable."""

from __future__ import annotations

import copy
import pickle
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import attrs
import pytest
from attrs import evolve

from regionstyrning.errors import DuplicateId, InvalidValue, UnknownId
from regionstyrning.model import (
    Condition,
    ModelStatus,
    Name,
    Outcome,
    Source,
    SteeringModel,
    proposed,
)
from tests.model.small import DAY, document, goal, indicator, link, model, organ, structure, target, until_day

TWO = model(goals=[goal("a"), goal("b")], contributions=[link("a", "b")], targets=[target("hme")])


def test_an_empty_model_is_a_model() -> None:
    """Only id, title and day must be there."""
    bare = SteeringModel(id="tom", title="Tom", as_of=DAY)
    assert ([*bare.records()], bare.status) == ([], ModelStatus.REAL)


def test_a_catalogue_takes_any_iterable() -> None:
    """A generator is read once and kept as a tuple."""
    assert model(goals=(goal(id) for id in ("a", "b"))).goals == (goal("a"), goal("b"))


def test_records_come_catalogue_by_catalogue() -> None:
    """In the order of the class, and in a catalogue in that of its author."""
    assert [*TWO.records()] == [goal("a"), goal("b"), link("a", "b"), target("hme")]


def test_a_named_thing_is_found_by_its_id() -> None:
    """Whatever catalogue it stands in."""
    assert TWO["b"] == goal("b")


def test_a_link_or_fact_is_found_by_the_id_of_its_key() -> None:
    """Nothing else names it."""
    assert TWO["target/hme/2025"] == target("hme")


def test_an_unknown_id_names_the_nearest() -> None:
    """The exception carries what was asked for."""
    with pytest.raises(UnknownId) as raised:
        model(goals=[goal("god-vard")])["god-vrd"]
    assert (str(raised.value), raised.value.id) == (
        "no record has the id 'god-vrd'. Did you mean 'god-vard'?",
        "god-vrd",
    )


def test_an_unknown_id_may_be_nearest_to_that_of_a_fact() -> None:
    """Natural ids are known too."""
    with pytest.raises(UnknownId, match="Did you mean 'target/hme/2025'"):
        TWO["target/hme/2052"]


def test_an_id_near_to_none_gets_no_hint() -> None:
    """Nothing is guessed."""
    with pytest.raises(UnknownId) as raised:
        TWO["kollektivtrafik"]
    assert str(raised.value) == "no record has the id 'kollektivtrafik'"


@pytest.mark.parametrize(("id", "expected"), [("a", True), ("target/hme/2025", True), ("c", False)])
def test_a_model_knows_which_ids_it_has(id: str, expected: bool) -> None:
    """Authored and natural ones."""
    assert (id in TWO) is expected


def test_by_id_holds_what_has_an_authored_id() -> None:
    """Links and facts stand in ``keyed``."""
    assert ([*TWO.by_id], [*TWO.keyed]) == (["a", "b"], ["contribution/a/b/bidrar till", "target/hme/2025"])


def test_a_name_is_found_by_its_id() -> None:
    """What is left of a record that is only referred to."""
    later = model(goals=[goal("a", validity=until_day(DAY)), goal("b", continues=["a"])]).at(date(2026, 1, 1))
    assert later["a"] == Name(id="a", title="A", catalogue="goals")


def test_a_model_tells_itself_in_one_line() -> None:
    """Id, title, day and how many records of each kind."""
    assert repr(TWO) == (
        "<SteeringModel 'liten' 'Lilla regionen' as of 2025-06-01: 2 goals, 1 contributions, 1 targets>"
    )


def test_an_empty_model_says_that_it_is_empty() -> None:
    """No catalogue is counted."""
    assert repr(model()).endswith("as of 2025-06-01: empty>")


def test_a_title_with_a_line_break_stays_in_the_line() -> None:
    """Whatever a region is called."""
    assert "\n" not in repr(model(title="Lilla\nregionen"))


def test_with_adds_a_record() -> None:
    """After those that were there, and the old model is as before."""
    more = TWO.with_(goal("c"))
    assert ([each.id for each in more.goals], [each.id for each in TWO.goals]) == (["a", "b", "c"], ["a", "b"])


def test_with_puts_a_record_in_place_of_the_one_with_its_id() -> None:
    """It stands where the old one stood."""
    assert TWO.with_(goal("a", title="Nytt")).goals == (goal("a", title="Nytt"), goal("b"))


def test_with_puts_a_fact_in_place_of_the_one_with_its_key() -> None:
    """The target is another, and there is still one."""
    pending = target("hme", note="ska utarbetas")
    assert TWO.with_(pending).targets == (pending,)


def test_with_takes_records_of_several_catalogues() -> None:
    """Each goes where it belongs."""
    more = TWO.with_(organ("hsn"), goal("c"), indicator("hme"))
    assert (len(more.organs), len(more.goals), len(more.indicators)) == (1, 3, 1)


def test_with_nothing_is_the_same_model() -> None:
    """No record is added."""
    assert TWO.with_() == TWO


def test_with_refuses_what_no_catalogue_holds() -> None:
    """A part of a record is no record."""
    with pytest.raises(TypeError, match=r"^expected a record of a model, found Source$"):
        TWO.with_(Source(publication="p"))  # type: ignore[arg-type]  # that is what is tried


def test_with_tells_how_a_whole_catalogue_is_given() -> None:
    """A tuple of records is no record."""
    with pytest.raises(TypeError, match=r"found tuple\. Give several as with_\(\*records\)$"):
        TWO.with_(TWO.goals)  # type: ignore[arg-type]  # that is what is tried


def test_with_refuses_an_id_that_another_catalogue_has() -> None:
    """A goal may not be called as an organ is."""
    with pytest.raises(DuplicateId, match="'a': the id stands more than once"):
        TWO.with_(organ("a"))


def test_a_record_that_comes_back_is_no_name_any_more() -> None:
    """The model of a later day gets its goal again, and asks about the next day with it."""
    whole = model(goals=[goal("a", validity=until_day(DAY)), goal("b", continues=["a"])])
    back = whole.at(date(2025, 7, 1)).with_(goal("a"))
    assert (back.names, [each.id for each in back.at(date(2025, 7, 2)).goals]) == ((), ["b", "a"])


def test_a_perspective_that_comes_back_is_no_name_any_more() -> None:
    """With the structure that has it."""
    old = structure("forr", ("vard",), validity=until_day(DAY))
    whole = model(structures=[old], goals=[goal("a")], contributions=[link("a", "vard")])
    later = whole.at(date(2025, 7, 1))
    assert [len(later.names), len(later.with_(structure("nu", ("vard",))).names)] == [1, 0]


def test_other_names_stay_when_a_record_comes_back() -> None:
    """Only that of the record falls away."""
    ended = [goal(id, validity=until_day(DAY)) for id in ("a", "b")]
    later = model(goals=[*ended, goal("c", continues=["a", "b"])]).at(date(2025, 7, 1))
    assert [name.id for name in later.with_(goal("a")).names] == ["b"]


def test_without_removes_a_record() -> None:
    """The old model is as before."""
    less = TWO.without("a")
    assert ([each.id for each in less.goals], len(TWO.goals)) == (["b"], 2)


def test_without_removes_links_and_facts_by_the_id_of_their_key() -> None:
    """Together with named things."""
    less = TWO.without("target/hme/2025", "a")
    assert (less.targets, less.goals) == ((), (goal("b"),))


def test_without_an_unknown_id_is_refused() -> None:
    """Nothing is removed in silence."""
    with pytest.raises(UnknownId, match="no record has the id 'c'"):
        TWO.without("a", "c")


def test_a_name_cannot_be_removed() -> None:
    """It is no record."""
    later = model(goals=[goal("a", validity=until_day(DAY)), goal("b", continues=["a"])]).at(date(2026, 1, 1))
    with pytest.raises(UnknownId, match="no record has the id 'a'"):
        later.without("a")


def test_what_is_removed_may_still_be_referred_to() -> None:
    """A flawed model is a model, and a rule says what leads nowhere."""
    assert TWO.without("b").contributions[0].upper == "b"


def test_a_proposed_record_has_no_source_and_is_marked() -> None:
    """Nobody has said it."""
    said = goal("a", sources=[Source(publication="plan")])
    changed = proposed(said, title="Nytt")
    assert (changed.sources, changed.proposed, changed.title) == ((), True, "Nytt")


def test_a_proposed_record_may_be_given_a_source() -> None:
    """That of the proposal."""
    source = Source(publication="motion")
    assert proposed(goal("a"), sources=[source]).sources == (source,)


def test_a_proposal_changes_no_unknown_field() -> None:
    """A misspelt field is refused."""
    with pytest.raises(TypeError, match="titel"):
        proposed(goal("a"), titel="Nytt")


def test_models_with_the_same_records_are_equal() -> None:
    """They are values."""
    same = model(goals=[goal("a"), goal("b")], contributions=[link("a", "b")], targets=[target("hme")])
    assert (same, hash(same)) == (TWO, hash(TWO))


def test_a_model_cannot_be_changed() -> None:
    """No catalogue can be set."""
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        TWO.goals = ()  # type: ignore[misc]  # that is what is tried


def remembering() -> SteeringModel:
    """A model that has been asked, so that it remembers."""
    asked = evolve(TWO)
    assert asked["a"] == goal("a")
    asked.at(DAY)
    return asked


def test_a_model_remembers_its_indexes() -> None:
    """They are built once."""
    asked = remembering()
    assert asked.by_id is asked.by_id


def test_a_model_of_a_day_is_made_once() -> None:
    """And knows that it is the one of that day."""
    later = TWO.at(date(2026, 1, 1))
    assert (TWO.at(date(2026, 1, 1)) is later, later.at(date(2026, 1, 1)) is later) == (True, True)


def test_what_a_model_remembers_does_not_change_what_it_is() -> None:
    """It equals one that remembers nothing."""
    assert (remembering(), hash(remembering())) == (evolve(TWO), hash(evolve(TWO)))


def test_where_records_are_written_is_known_of_a_day_too() -> None:
    """The model of a day is told where its records were written."""
    written = evolve(TWO)
    written.memo["origin"] = "goals.toml"
    assert written.at(date(2026, 1, 1)).memo["origin"] == "goals.toml"


def test_what_a_model_remembers_does_not_go_with_a_change() -> None:
    """A new model begins with an empty memory."""
    assert evolve(remembering(), title="Annan").memo == {}


def test_what_a_model_remembers_is_no_field() -> None:
    """Nothing that writes fields writes it."""
    assert "memo" not in attrs.fields_dict(SteeringModel)


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_a_model_can_be_pickled(protocol: int) -> None:
    """It comes back equal, without what it remembered."""
    back: SteeringModel = pickle.loads(pickle.dumps(remembering(), protocol))  # noqa: S301 - our own bytes
    assert (back, back.memo) == (TWO, {})


def test_a_pickle_does_not_grow_with_what_is_remembered() -> None:
    """The bytes are those of a model that was never asked."""
    assert pickle.dumps(remembering()) == pickle.dumps(evolve(TWO))


def test_a_model_can_be_copied() -> None:
    """A copy is equal and remembers nothing."""
    copied = copy.deepcopy(remembering())
    assert (copied, copied.memo) == (TWO, {})


@pytest.mark.parametrize("value", [Decimal(0), Decimal("-1.50")])
def test_a_record_found_is_the_record_given(value: Decimal) -> None:
    """A model keeps the very value, with its decimals and with nought as a number."""
    given = Outcome(indicator="hme", year=2024, value=value)
    assert model(outcomes=[given])[given.id] is given


def test_a_document_and_a_goal_of_one_model_are_found_alike() -> None:
    """By id, whatever they are."""
    held = model(documents=[document("plan")], goals=[goal("a", document="plan")])
    assert held[held["a"].document] == document("plan")


def test_conditions_are_values_inside_targets() -> None:
    """They have no id, and no model holds them by one."""
    assert "id" not in attrs.fields_dict(Condition)


@pytest.mark.parametrize("wrong", [datetime(2026, 3, 1), "2026-03-01"])  # noqa: DTZ001 - no day, with or without a zone
def test_a_day_is_a_day_and_nothing_else(wrong: Any) -> None:  # noqa: ANN401 - what is no day
    """Neither a point in time nor a text."""
    with pytest.raises(InvalidValue, match="expected a day, found"):
        model().at(wrong)


def test_a_notebook_shows_what_a_model_holds() -> None:
    """Its title and day, escaped, and how many records each catalogue has."""
    page = model(title="<Lilla>", goals=[goal("a")])._repr_html_()
    assert page == (
        "<table><caption>&lt;Lilla&gt; [liten] 2025-06-01</caption>"
        '<thead><tr><th scope="col">katalog</th><th scope="col">antal</th></tr></thead>'
        "<tbody><tr><td>goals</td><td>1</td></tr></tbody></table>"
    )
