"""Region Blekinge as it is shipped, held against facts that its sources print."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import pytest

from regionstyrning import check, load_region
from regionstyrning.model import Reading, Source, SteeringModel

DATA = Path(__file__).parent.parent / "data" / "blekinge"
FACTS = tomllib.loads((DATA / "fakta.toml").read_text("utf-8"), parse_float=Decimal)["fakta"]


@cache
def region() -> SteeringModel:
    """The region, loaded once."""
    return load_region("blekinge")


def looked_up(fact: dict[str, Any]) -> Any:  # noqa: ANN401 - any record
    """The one record that a fact names."""
    if "post" in fact:
        return region()[fact["post"]]
    found = [each for each in getattr(region(), fact["katalog"]) if matches(each, fact["nyckel"])]
    assert len(found) == 1
    return found[0]


def matches(record: object, key: dict[str, Any]) -> bool:
    """Whether the fields have the values."""
    return all(plain(getattr(record, name)) == value for name, value in key.items())


def plain(value: Any) -> Any:  # noqa: ANN401 - any field of a record
    """An enum as its word and a tuple as a list, as the test's data write them."""
    if isinstance(value, Enum):
        return value.value
    return list(value) if isinstance(value, tuple) else value


def walk(record: object, path: str) -> Iterator[Any]:
    """The record and every value on the way to a field."""
    yield record
    value: Any = record
    for name in path.split("."):
        value = value[int(name)] if name.isdigit() else getattr(value, name)
        yield value


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact["vad"])
def test_a_fact_of_the_sources_is_in_the_data(fact: dict[str, Any]) -> None:
    """Name, number, date or owner, as the source prints it."""
    *_, value = walk(looked_up(fact), fact["falt"])
    assert plain(value) == fact["varde"]


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact["vad"])
def test_a_fact_names_the_place_where_it_stands(fact: dict[str, Any]) -> None:
    """Publication and place, on the record or on the value inside it."""
    values = walk(looked_up(fact), fact["falt"])
    sources = [source for value in values for source in getattr(value, "sources", ())]
    places = {(region()[source.publication].title, source.place) for source in sources}
    assert (fact["kalla"], fact["plats"]) in places


def inner(value: Any) -> Iterator[Any]:  # noqa: ANN401 - any field of a record
    """A value and everything inside it."""
    yield value
    if isinstance(value, tuple):
        for each in value:
            yield from inner(each)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from inner(getattr(value, field.name))


def all_sources() -> list[Source]:
    """Every source of every record and of the values inside it."""
    return [each for record in region().records() for each in inner(record) if isinstance(each, Source)]


def test_every_record_has_a_source() -> None:
    """No record but a publication stands without one."""
    publications = {each.id for each in region().publications}
    bare = [each for each in region().records() if not each.sources and getattr(each, "id", "") not in publications]
    assert bare == []


def test_every_level_perspective_kind_and_step_has_a_source() -> None:
    """Values of a structure name their own sources."""
    parts = ("levels", "perspectives", "document_kinds", "scales", "cycle")
    values = [value for each in region().structures for part in parts for value in getattr(each, part)]
    assert [value.id for value in values if not value.sources] == []


def test_every_source_is_a_listed_publication_and_every_publication_is_used() -> None:
    """The list of sources holds what the records name, no less and no more."""
    assert {each.publication for each in all_sources()} == {each.id for each in region().publications}


def test_every_source_names_a_place() -> None:
    """A publication alone is not enough."""
    assert [each for each in all_sources() if not each.place] == []


def test_quotations_are_short() -> None:
    """A dozen or two words, not copied texts."""
    assert [each.quote for each in all_sources() if each.quote is not None and len(each.quote.split()) > 20] == []


def test_every_publication_says_when_it_is_from_and_how_much_was_read() -> None:
    """A day or a wording about it, the publisher and the extent."""
    for publication in region().publications:
        assert publication.published or publication.published_text
        assert publication.publisher
        assert publication.extent


def test_a_reading_of_ours_stands_beside_what_is_stated() -> None:
    """The four goals of budget 2024 are stated where they are listed; their owners are read into another page."""
    readings = [[each.reading for each in goal.sources] for goal in region().goals if goal.document == "budget-2024"]
    assert readings == [[Reading.STATED, Reading.INFERRED]] * 4


def test_no_goal_of_the_day_is_linked_to_a_perspective_and_all_else_hangs_together() -> None:
    """The web page says that each perspektiv has goals in budget 2024; no source says which."""
    looked = [each for each in check(region(), rules="strang") if each.rule.startswith(("linkage.", "references."))]
    perspectives = sorted(each.id for each in region()["styrmodell-2019"].perspectives)
    assert [(each.rule, *each.records) for each in looked] == [
        ("linkage.is-carried-from-below", id) for id in perspectives
    ]


FOUND = {
    2018: {"references.is-in-force": 4},
    2019: {"linkage.is-built-on": 1},
    2020: {"linkage.is-carried-from-below": 5},
    2021: {"linkage.is-built-on": 1},
    2022: {"linkage.is-built-on": 1},
    2023: {"linkage.is-built-on": 1, "linkage.is-carried-from-below": 3},
    2025: {"linkage.is-built-on": 1, "linkage.is-carried-from-below": 5, "linkage.the-day-has-been-read": 1},
}


@pytest.mark.parametrize("year", FOUND)
def test_what_hangs_loose_in_other_years_is_what_the_readme_tells(year: int) -> None:
    """Plans of the nämnder not read, goals of a year not found, perspektiv not printed, organs not yet there."""
    found = check(region(), on=date(year, 6, 30), rules="strang")
    assert Counter(each.rule for each in found if each.rule.startswith(("linkage.", "references."))) == FOUND[year]


def test_every_reference_leads_to_a_record_on_any_day() -> None:
    """Asked of the whole model, and of all that rivals take away."""
    ids = {"references.leads-somewhere", "references.leads-to-the-right-kind"}
    dangling = [each for each in check(region(), rules="bas") if each.rule in ids]
    away = [id for point in region().open_points for rival in point.rivals for id in rival.without]
    assert (dangling, [id for id in away if id not in region()]) == ([], [])


def test_the_region_is_the_legal_person_itself() -> None:
    """Of the form region, which the law asks by."""
    assert region()[region().legal_person or ""].legal_form.value == "region"
