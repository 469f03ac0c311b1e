"""Region Västernorrland as it is shipped, held against facts that its sources print."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import pytest

from regionstyrning import load_region
from regionstyrning.model import Reading, Source, SteeringModel

DATA = Path(__file__).parent.parent / "data" / "vasternorrland"
FACTS = tomllib.loads((DATA / "fakta.toml").read_text("utf-8"), parse_float=Decimal)["fakta"]


@cache
def region() -> SteeringModel:
    """The region, loaded once."""
    return load_region("vasternorrland")


def looked_up(fact: dict[str, Any]) -> Any:  # noqa: ANN401 - any record
    """The one record that a fact names."""
    if "post" in fact:
        return region()[fact["post"]]
    found = [each for each in getattr(region(), fact["katalog"]) if matches(each, fact["nyckel"])]
    assert len(found) == 1
    return found[0]


def matches(record: object, key: dict[str, Any]) -> bool:
    """Whether the fields have the values; an empty text stands for none."""
    return all(plain(getattr(record, name)) == (None if value == "" else value) for name, value in key.items())


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


def test_every_record_has_a_source() -> None:
    """No record but a publication stands without one."""
    publications = {each.id for each in region().publications}
    bare = [each for each in region().records() if not each.sources and getattr(each, "id", "") not in publications]
    assert bare == []


def test_every_level_perspective_kind_and_step_has_a_source() -> None:
    """Values of a structure name their own sources."""
    parts = ("levels", "perspectives", "document_kinds", "scales", "cycle", "reserves")
    values = [value for each in region().structures for part in parts for value in getattr(each, part)]
    assert [value.id for value in values if not value.sources] == []


def test_every_source_is_a_listed_publication_and_every_publication_is_used() -> None:
    """The list of sources holds what the records name, no less and no more."""
    named_ids = {
        each.publication for record in region().records() for each in inner(record) if isinstance(each, Source)
    }
    assert named_ids == {each.id for each in region().publications}


def test_every_source_names_a_place() -> None:
    """A publication alone is not enough."""
    sources = [each for record in region().records() for each in inner(record) if isinstance(each, Source)]
    assert [each for each in sources if not each.place] == []


def test_every_publication_says_when_it_is_from_and_how_much_was_read() -> None:
    """A day or a wording about it, the publisher and the extent."""
    for publication in region().publications:
        assert publication.published or publication.published_text
        assert publication.publisher
        assert publication.extent


def test_readings_of_ours_are_marked() -> None:
    """What is read into a text says so; the plan's own roles do not."""
    marked = {each.id for each in region().ownerships if each.sources[0].reading is Reading.INFERRED}
    assert marked == {each.id for each in region().ownerships}
    assert region()["regionstyrelsen"].sources[0].reading is Reading.STATED


def test_the_twenty_six_commissions_are_told_apart_by_goal_and_role() -> None:
    """3+3, 4+1, 2+2, 1+1, 5+1 and 1+2 by mål, role A before role B."""
    goals = [each for each in region().goals if each.level == "sarskilt-uppdrag"]
    links = {link.lower: link.upper for link in region().contributions if link.upper.startswith("mal-")}
    found = Counter((links[each.id], each.owners[0].role) for each in goals)
    counts = {
        "mal-1-1": (3, 3),
        "mal-1-2": (4, 1),
        "mal-2-1": (2, 2),
        "mal-2-2": (1, 1),
        "mal-3-1": (5, 1),
        "mal-3-2": (1, 2),
    }
    assert found == {
        (goal, role): count
        for goal, pair in counts.items()
        for role, count in zip(("leda-och-samordna", "namnd"), pair, strict=True)
    }


def test_work_is_no_attainment() -> None:
    """A commission stands on a level of work, and only two are told to be under way, by a reading of ours."""
    level = region()["styrmodell-2022"].level("sarskilt-uppdrag")
    running = [each for each in region().goals if each.level == level.id and each.state is not None]
    words = [[source.quote for source in each.sources if source.reading is Reading.INFERRED] for each in running]
    assert (level.kind.value, [each.id for each in running]) == ("arbete", ["uppdrag-1-1-b1", "uppdrag-1-1-b2"])
    assert words == [
        ["den pågående utvecklingen av processen kring ägarstyrning"],
        ["den pågående utvecklingen av arbetssätt för att säkerställa regionstyrelsens uppsiktsplikt"],
    ]


def test_the_board_answers_for_five_legal_persons() -> None:
    """None of them with a stated share."""
    owned = {each.owned: (each.answers, each.share_percent) for each in region().ownerships}
    assert owned == dict.fromkeys(
        ("norra-sjukvardsregionforbundet", "inera", "lof", "skr", "norrlandsforbundet"), ("regionstyrelsen", None)
    )


def test_every_cell_of_the_result_budget_is_shipped_as_printed() -> None:
    """Eleven rows of five columns, in order, as written and as numbers; a dash is no number."""
    table = tomllib.loads((DATA / "resultatbudget.toml").read_text("utf-8"))
    stages = {"Bokslut": "utfall", "Budget": "budget", "Plan": "plan"}
    columns = [(stages[column.split()[0]], int(column.split()[1])) for column in table["kolumner"]]
    expected = [
        (row[0], stage, year, text, None if text == "-" else Decimal(text.replace(" ", "")))
        for row in table["rader"]
        for text, (stage, year) in zip(row[1:], columns, strict=True)
    ]
    found = [each for each in region().amounts if each.document == "regionplan-2022-2024"]
    assert [(each.title, each.stage.value, each.year, each.text, each.value) for each in found] == expected


def test_the_result_budget_adds_up_but_for_one_printed_sum() -> None:
    """Result after financial items is the sum above it, except in the budget of 2021, which is an open point."""
    of_plan = [each for each in region().amounts if each.document == "regionplan-2022-2024"]
    value = {(each.line, each.year): each.value or Decimal(0) for each in of_plan}
    above = ("verksamhetens-resultat", "finansiella-intakter", "finansiella-kostnader")
    total = "resultat-efter-finansiella-poster"
    wrong = [year for year in range(2020, 2025) if sum(value[line, year] for line in above) != value[total, year]]
    assert (wrong, "oppen-budget-2021-summa" in region()) == ([2021], True)


def test_the_same_year_is_planned_differently_by_day() -> None:
    """Every printed result of 2024, in order of day, with its stage."""
    titles = {"Budgeterat resultat", "Budgeterat underskott", "Beräknat resultat", "Samlat underskott"}
    found = [
        (str(each.on), each.stage.value, each.value)
        for each in region().amounts
        if each.year == 2024 and (each.title in titles or each.title == "Prognos över årets resultat")
    ]
    assert sorted(found) == [
        ("2022-11-15", "förslag", Decimal(-319)),
        ("2022-11-30", "plan", Decimal(-319)),
        ("2023-11-23", "budget", Decimal(-851)),
        ("2024-02-15", "prognos", Decimal(-799)),
        ("2024-05-22", "prognos", Decimal(-938)),
        ("2024-06-18", "prognos", Decimal(-939)),
    ]


def test_all_five_slips_are_open_points() -> None:
    """The reference to itself, the misspelt name, the two names, the mixed roles and the full stop."""
    slips = {
        "oppen-hanvisning-till-sig-sjalv": "felaktig hänvisning",
        "oppen-forvaltningens-namn": "skrivfel",
        "oppen-effektivare-administration": "motsägelse",
        "oppen-bestallningen-av-primarvard": "motsägelse",
        "oppen-punkt-i-malomrade-2": "skrivfel",
    }
    assert {id: region()[id].kind.value for id in slips} == slips


def test_the_region_is_the_legal_person_itself() -> None:
    """Of the form region, which the law asks by."""
    assert region()[region().legal_person or ""].legal_form.value == "region"
