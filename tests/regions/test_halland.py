"""Region Halland as it is shipped, held against facts and figures that its sources print."""

from __future__ import annotations

import tomllib
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
from regionstyrning.model import OpenPoint, Reading, Severity, Source, SteeringModel

DATA = Path(__file__).parent.parent / "data" / "halland"
DAYS = (*(date(year, 6, 30) for year in range(2012, 2027)), date(2018, 9, 19), date(2025, 12, 31))


def printed(name: str) -> dict[str, list[Any]]:
    """The test's own data."""
    tables: dict[str, list[Any]] = tomllib.loads((DATA / name).read_text("utf-8"), parse_float=Decimal)
    return tables


FACTS = printed("fakta.toml")["fakta"]
FIGURES = printed("belopp.toml")
WHOSE = {
    "regionen": ("region-halland", False),
    "koncernen": ("region-halland", True),
    "driftnämnden": ("driftnamnden-hallands-sjukhus", False),
    "bolaget": ("hallandstrafiken-ab", False),
}


@cache
def region() -> SteeringModel:
    """The region, loaded once."""
    return load_region("halland")


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
    return [plain(each) for each in value] if isinstance(value, tuple) else value


def walk(record: object, path: str) -> Iterator[Any]:
    """The record and every value on the way to a field."""
    yield record
    value: Any = record
    for name in path.split("."):
        value = value[int(name)] if name.isdigit() else getattr(value, name)
        yield value


def inner(value: Any) -> Iterator[Any]:  # noqa: ANN401 - any field of a record
    """A value and everything inside it."""
    yield value
    if isinstance(value, tuple):
        for each in value:
            yield from inner(each)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from inner(getattr(value, field.name))


def sources() -> list[Source]:
    """Every source of every record, nested ones too."""
    return [each for record in region().records() for each in inner(record) if isinstance(each, Source)]


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact["vad"])
def test_a_fact_of_the_sources_is_in_the_data(fact: dict[str, Any]) -> None:
    """Name, number, date or owner, as the source prints it."""
    *_, value = walk(looked_up(fact), fact["falt"])
    assert plain(value) == fact["varde"]


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact["vad"])
def test_a_fact_names_the_place_where_it_stands(fact: dict[str, Any]) -> None:
    """Publication and place, on the record or on the value inside it."""
    values = walk(looked_up(fact), fact["falt"])
    named = [source for value in values for source in getattr(value, "sources", ())]
    places = {(region()[source.publication].title, source.place) for source in named}
    assert (fact["kalla"], fact["plats"]) in places


def test_every_printed_amount_is_shipped_and_no_other() -> None:
    """Year, stage, value and whose it is, with the source, for all amounts in mnkr."""
    found = [
        (each.year, each.stage.value, each.value, each.organ, each.group, region()[each.sources[0].publication].title)
        for each in region().amounts
        if each.unit.value == "mnkr"
    ]
    expected = [
        (year, stage, Decimal(value), *WHOSE[whose], title) for year, stage, value, whose, _, title in FIGURES["rader"]
    ]
    assert sorted(found) == sorted(expected)


def test_every_printed_share_is_shipped_and_no_other() -> None:
    """The tax rates and the shares of income: year, stage, value, label and source."""
    labels = {row[3] for row in FIGURES["procent"]}
    found = [
        (
            each.year,
            each.stage.value,
            each.value,
            next((label for label in labels if each.title.startswith(label)), each.title),
            region()[each.sources[0].publication].title,
        )
        for each in region().amounts
        if each.unit.value == "procent"
    ]
    expected = [(year, stage, Decimal(value), label, title) for year, stage, value, label, title in FIGURES["procent"]]
    assert sorted(found) == sorted(expected)


@pytest.mark.parametrize("row", FIGURES["rader"], ids=lambda row: f"{row[0]} {row[1]} {row[2]}")
def test_an_amount_has_the_label_of_its_source(row: list[Any]) -> None:
    """The label is part of the figure: no two rows of a year, stage and value have to share one."""
    year, stage, value, whose, label, _ = row
    titles = [
        each.title
        for each in region().amounts
        if (each.year, each.stage.value, each.value) == (year, stage, Decimal(value))
        and (each.organ, each.group) == WHOSE[whose]
    ]
    assert [title for title in titles if title.startswith(label)] != []


def test_every_amount_has_its_wording_beside_it() -> None:
    """What the source writes, with the day when it was known."""
    assert [each.id for each in region().amounts if not each.text or each.on is None] == []


def test_every_record_has_a_source() -> None:
    """No record but a publication stands without one."""
    publications = {each.id for each in region().publications}
    bare = [each for each in region().records() if not each.sources and getattr(each, "id", "") not in publications]
    assert bare == []


def test_every_value_of_a_structure_has_a_source() -> None:
    """Levels, perspectives, kinds of document, scales, streams and steps name their own."""
    parts = ("levels", "perspectives", "document_kinds", "scales", "streams", "cycle")
    values = [value for each in region().structures for part in parts for value in getattr(each, part)]
    assert [value.id for value in values if not value.sources] == []


def test_every_source_is_a_listed_publication_and_every_publication_is_used() -> None:
    """The list of sources holds what the records name, no less and no more."""
    assert {each.publication for each in sources()} == {each.id for each in region().publications}


def test_every_source_names_a_place() -> None:
    """A publication alone is not enough."""
    assert [each for each in sources() if not each.place] == []


def test_every_reading_of_ours_says_what_it_rests_on() -> None:
    """A source that only supports a reading has a note."""
    assert [each for each in sources() if each.reading is Reading.INFERRED and not each.note] == []


def test_every_publication_says_when_it_is_from_and_how_much_was_read() -> None:
    """A day or a wording about it, the publisher and the extent."""
    for publication in region().publications:
        assert publication.published or publication.published_text
        assert publication.publisher
        assert publication.extent


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_no_reference_leads_nowhere_on_any_day(day: date) -> None:
    """Under every structure the ids, levels, kinds of document and scales that records name exist."""
    found = [each for each in check(region(), on=day, rules="strang") if each.severity is Severity.ERROR]
    assert found == []


def test_all_that_rivals_take_away_is_there() -> None:
    """Ids under another reading of an open point lead to records."""
    away = [id for point in region().open_points for rival in point.rivals for id in rival.without]
    assert [id for id in away if id not in region()] == []


def test_at_most_one_reading_of_an_open_point_is_preferred() -> None:
    """The one that the records hold changes nothing."""
    points: tuple[OpenPoint, ...] = region().open_points
    for point in points:
        preferred = [rival for rival in point.rivals if rival.preferred]
        assert len(preferred) <= 1
        assert [rival for rival in preferred if rival.without or rival.amounts] == []


def test_the_region_is_the_legal_person_itself() -> None:
    """Of the form region, which the law asks by."""
    assert region()[region().legal_person or ""].legal_form.value == "region"


def test_the_strict_rules_of_links_and_references_find_two_undated_reglementen_and_nothing_else() -> None:
    """Both are named without a day in the sources."""
    strict = [each for each in check(region(), rules="strang") if each.rule.startswith(("linkage.", "references."))]
    assert {(each.rule, each.records[0]) for each in strict} == {
        ("references.first-day-is-known", "reglemente"),
        ("references.first-day-is-known", "reglemente-for-intern-kontroll"),
    }
