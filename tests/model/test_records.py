"""What every record has, and the ids that are made of natural keys."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from importlib import import_module
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from regionstyrning.errors import InvalidValue
from regionstyrning.model import (
    Amount,
    AmountStage,
    ContributionKind,
    Gender,
    Goal,
    HorizonKind,
    HorizonPhase,
    Keyed,
    Outcome,
    Part,
    Period,
    PlanningHorizon,
    Reading,
    Record,
    Source,
    Stage,
    Target,
    Validity,
    above,
    proposed,
)
from regionstyrning.model.catalogues import AUTHORED, CATALOGUES, KEYED
from tests.model.small import goal, link, target

texts = st.text(st.sampled_from("-./+%a§å 1:"), max_size=5)
horizons = st.builds(
    PlanningHorizon,
    kind=st.sampled_from(HorizonKind),
    phases=st.lists(st.builds(HorizonPhase, first_year=st.just(2027), meaning=texts), max_size=2),
    text=st.none() | texts,
)
keyed = st.one_of(
    st.builds(
        Target,
        indicator=texts,
        year=st.none() | st.integers(2023, 2025),
        part=st.none() | st.just(Part(first_month=1, last_month=4)),
        scope=st.none() | texts,
        gender=st.none() | st.sampled_from(Gender),
        condition=st.just(above(1)),
        horizon=st.none() | horizons,
        document=st.none() | texts,
        validity=st.none() | st.just(Validity(first=date(2024, 1, 1))),
    ),
    st.builds(
        Outcome,
        indicator=texts,
        year=st.integers(2023, 2025),
        scope=st.none() | texts,
        value=st.just(Decimal(1)),
        reported_for=st.none() | st.just(Period(year=2024)),
    ),
)


@pytest.mark.full
@given(keyed, keyed)
def test_two_keys_have_one_id_only_if_they_are_the_same(one: Keyed, other: Keyed) -> None:
    """Whatever signs a scope, a name or a wording holds, the id tells the records apart."""
    same = type(one) is type(other) and one.key == other.key
    assert (one.id == other.id) == same


def test_an_id_is_made_of_the_key() -> None:
    """Prefix, indicator, year, part, scope, gender and stage."""
    held = Outcome(indicator="hme-totalindex", year=2022, scope="RVN", value=Decimal(78))
    assert held.id == "outcome/hme-totalindex/2022/-/RVN/-/slutlig"


def test_an_id_says_no_more_than_it_must() -> None:
    """What is empty at the end of the key is left out."""
    assert target("hme").id == "target/hme/2025"


@pytest.mark.parametrize(
    ("scope", "written"),
    [
        ("-", "%2D"),
        ("RVN/RLF", "RVN%2FRLF"),
        ("a+b", "a%2Bb"),
        ("50%", "50%25"),
        ("1.a", "1.a"),
        ("Åre § 4, (a):", "Åre § 4, (a):"),
    ],
)
def test_signs_that_part_a_key_are_written_otherwise_in_it(scope: str, written: str) -> None:
    """A dash as scope is not a missing scope, and a slash inside it parts nothing."""
    assert target("hme", scope=scope).id == f"target/hme/2025/-/{written}"


def test_a_day_stands_in_an_id_as_it_is_written() -> None:
    """The year, month and day of a fact."""
    assert Outcome(indicator="a", year=2024, known_on=date(2025, 2, 20), value=Decimal(1)).id == (
        "outcome/a/2024/-/-/-/slutlig/2025-02-20"
    )


def test_a_value_stands_in_an_id_by_its_parts() -> None:
    """The months of a part of the year."""
    assert target("a", part=Part(first_month=1, last_month=8)).id == "target/a/2025/1..8"


def test_a_value_inside_a_value_stands_in_an_id() -> None:
    """A value carried over from a tertial is reported for a year and a part of it."""
    held = Outcome(
        indicator="a",
        year=2024,
        value=Decimal(1),
        reported_for=Period(year=2024, part=Part(first_month=1, last_month=8)),
    )
    assert held.id == "outcome/a/2024/-/-/-/slutlig/-/2024..1..8"


def test_several_values_stand_in_an_id() -> None:
    """The phases of a horizon, with a dot of a meaning written otherwise."""
    shifting = PlanningHorizon(
        kind=HorizonKind.SHIFTING,
        phases=[
            HorizonPhase(first_year=2027, last_year=2029, meaning="återställa"),
            HorizonPhase(first_year=2030, meaning="m.m."),
        ],
    )
    assert target("a", None, horizon=shifting).id == (
        "target/a/-/-/-/-/-/skiftande innebörd..-..-..-..-..-..-..-..2027..2029..återställa+2030..-..m%2Em%2E..-"
    )


def test_a_yes_or_no_stands_in_an_id() -> None:
    """A figure for the group has another id than that for the region."""
    amounts = [
        Amount(line="ram", title="Ram", year=2024, stage=AmountStage.BUDGET, organ="hsn", group=group)
        for group in (True, False)
    ]
    assert [amount.id for amount in amounts] == [
        "amount/hsn/ram/Ram/2024/-/-/budget/True",
        "amount/hsn/ram/Ram/2024/-/-/budget/False",
    ]


def test_a_key_is_the_values_themselves() -> None:
    """Nothing is made into text."""
    assert link("a", "b").key == ("a", "b", ContributionKind.CONTRIBUTES, None, None)


@pytest.mark.parametrize("name", KEYED)
def test_links_and_facts_have_no_id_of_their_own(name: str) -> None:
    """Their id is a property, so that no file can give another."""
    assert "id" not in attrs.fields_dict(CATALOGUES[name])


@pytest.mark.parametrize("name", AUTHORED)
def test_named_things_have_an_authored_id(name: str) -> None:
    """It is a field like any other."""
    assert "id" in attrs.fields_dict(CATALOGUES[name])


@pytest.mark.parametrize("cls", CATALOGUES.values(), ids=list(CATALOGUES))
def test_every_record_is_frozen_and_keyword_only(cls: type[Record]) -> None:
    """No field can be set afterwards or by position."""
    assert [field.name for field in attrs.fields(cls) if not field.kw_only] == []
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        object.__new__(cls).note = "ny"  # type: ignore[misc]  # that is what is tried


def test_a_field_of_several_takes_any_iterable() -> None:
    """A list, a generator and a tuple make the same record."""
    made = [goal("a", parts=parts) for parts in (["x", "y"], (each for each in "xy"), ("x", "y"))]
    assert made == [goal("a", parts=("x", "y"))] * 3


def test_a_field_of_several_refuses_a_bare_text() -> None:
    """Its letters were hardly meant, and the message says what to write."""
    with pytest.raises(TypeError, match=r"expected several values, found the bare text 'rs'\. Write \('rs',\)"):
        goal("a", parts="rs")


def test_a_field_of_several_refuses_a_single_value() -> None:
    """A number is not several."""
    with pytest.raises(TypeError, match="not iterable"):
        goal("a", parts=5)


@pytest.mark.parametrize(
    "changes", [{"sources": [Source(publication="p")]}, {"note": "vår läsning"}, {"proposed": True}]
)
def test_sources_note_and_proposal_are_part_of_what_a_record_is(changes: dict[str, Any]) -> None:
    """The same goal with another source, note or mark is another value."""
    assert Goal(id="a", title="A", level="mal", **changes) != Goal(id="a", title="A", level="mal")


def test_a_source_says_what_the_reading_rests_on() -> None:
    """A reading of ours is marked and explained."""
    source = Source(publication="plan", place="s. 4", reading=Reading.INFERRED, note="av sammanhanget")
    assert (source.reading.value, source.note) == ("tolkad", "av sammanhanget")


def test_a_reading_is_stated_unless_marked() -> None:
    """Most of what is said is said outright."""
    assert Source(publication="plan").reading is Reading.STATED


def test_the_stage_of_an_outcome_is_final_unless_marked() -> None:
    """What a source prints without more is the final value."""
    assert Outcome(indicator="a", year=2024, value=Decimal(1)).stage is Stage.FINAL


@pytest.mark.parametrize(("written", "exact"), [(5, "5"), ("7.50", "7.50"), (Decimal("1.2"), "1.2")])
def test_a_number_of_a_record_is_exact(written: Decimal | int | str, exact: str) -> None:
    """An int or a text becomes a decimal, as in an alternative to what is printed."""
    found = proposed(Outcome(indicator="a", year=2024, value=1), value=written)
    assert (type(found.value), str(found.value)) == (Decimal, exact)


@pytest.mark.parametrize(
    ("written", "error", "said"),
    [
        (5.5, TypeError, "expected a Decimal, an int or a text, found the float 5.5"),
        (True, TypeError, "expected a Decimal, an int or a text, found the bool True"),
        ("noll", InvalidValue, "expected a number with a decimal point, found 'noll'"),
        ("7,5", InvalidValue, "expected a number with a decimal point, found '7,5'"),
    ],
)
def test_what_is_no_exact_number_is_refused(written: Any, error: type[Exception], said: str) -> None:  # noqa: ANN401 - anything
    """With what was found and what is expected."""
    with pytest.raises(error, match=said):
        Outcome(indicator="a", year=2024, value=written)


def test_every_number_of_the_model_is_exact() -> None:
    """No class of the model lets an int stand where a decimal is read."""
    module = import_module("regionstyrning.model")
    classes = [each for each in vars(module).values() if isinstance(each, type) and attrs.has(each)]
    numbers = [
        (each.__name__, part)
        for each in classes
        for part in attrs.fields(attrs.resolve_types(each))
        if part.type in {Decimal, Decimal | None}
    ]
    assert len(numbers) > 15
    assert [(name, part.name) for name, part in numbers if part.converter is None] == []
