"""Region Jämtland Härjedalen as it is shipped, held against facts that its sources print."""

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
from regionstyrning.model import Capacity, Form, Judgement, OpenPoint, Severity, Source, SteeringModel
from regionstyrning.model.references import references_of

DATA = Path(__file__).parent.parent / "data" / "jamtland-harjedalen"
FACTS = tomllib.loads((DATA / "fakta.toml").read_text("utf-8"), parse_float=Decimal)["fakta"]


@cache
def region() -> SteeringModel:
    """The region, loaded once."""
    return load_region("jamtland-harjedalen")


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
    """An enum as its word, a tuple as a list and none as an empty text, as the test's data write them."""
    if value is None:
        return ""
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


def inner(value: Any) -> Iterator[Any]:  # noqa: ANN401 - any field of a record
    """A value and everything inside it."""
    yield value
    if isinstance(value, tuple):
        for each in value:
            yield from inner(each)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from inner(getattr(value, field.name))


def said(**key: Any) -> list[Judgement]:  # noqa: ANN401 - any field of a judgement
    """The judgements whose fields have the values."""
    return [each for each in region().judgements if matches(each, key)]


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
    named = {each.publication for record in region().records() for each in inner(record) if isinstance(each, Source)}
    assert named == {each.id for each in region().publications}


def test_every_source_names_a_place() -> None:
    """A publication alone is not enough."""
    sources = [each for record in region().records() for each in inner(record) if isinstance(each, Source)]
    assert [each for each in sources if not each.place] == []


def test_every_reading_of_ours_says_what_is_read() -> None:
    """A source marked as a reading has a note."""
    sources = [each for record in region().records() for each in inner(record) if isinstance(each, Source)]
    assert [each for each in sources if each.reading.value != "uttalad" and not each.note] == []


def test_every_publication_says_when_it_is_from_and_how_much_was_read() -> None:
    """A day or a wording about it, the publisher and the extent."""
    for publication in region().publications:
        assert publication.published or publication.published_text
        assert publication.publisher
        assert publication.extent


def test_every_reference_leads_to_a_record_or_a_perspective() -> None:
    """All that a record names is there, also what rivals of open points take away."""
    known = {each.id for structure in region().structures for each in structure.perspectives}
    named = {id for record in region().records() for _, id in references_of(record)}
    assert sorted(id for id in named if id not in region() and id not in known) == []


def test_at_most_one_reading_of_an_open_point_is_preferred() -> None:
    """The preferred reading is what the records hold, so it changes nothing."""
    points: tuple[OpenPoint, ...] = region().open_points
    for point in points:
        preferred = [rival for rival in point.rivals if rival.preferred]
        assert len(preferred) <= 1
        assert [each for each in preferred if each.without or each.targets or each.amounts] == []


def test_only_two_documents_have_no_first_day() -> None:
    """The guideline and the delegation rules are undated; nothing else is found, on five days."""
    days = (date(2017, 6, 30), date(2021, 9, 1), date(2022, 6, 30), date(2023, 6, 30), date(2024, 12, 31))
    undated = {"riktlinje-god-ekonomisk-hushallning", "delegationsbestammelser-run"}
    for day in days:
        found = check(region(), on=day, rules="strang")
        own = [each for each in found if each.rule.startswith(("linkage.", "references."))]
        assert {(each.severity, *each.records) for each in own} == {(Severity.NOTE, id) for id in undated}


def test_the_audit_of_2020_names_a_rule_for_each_of_its_findings() -> None:
    """Five criticisms by the auditors, said before the autumn of 2021, each with the rule that asks the same."""
    of_audit = said(document="granskning-av-malstyrning")
    assert [each.rules for each in of_audit] == [
        ("audit.goals-are-measurable",),
        ("audit.goals-belong-to-geh",),
        ("audit.financial-goals-have-a-heading",),
        ("audit.geh-goals-are-labelled",),
        ("audit.organs-goals-are-measurable",),
    ]
    assert {(each.capacity, each.form, each.year) for each in of_audit} == {
        (Capacity.AUDITORS, Form.CRITICISM, 2020),
    }
    assert [each for each in of_audit if each not in region().at(date(2021, 9, 1)).judgements] == []


def test_the_auditors_criticism_of_later_years_names_its_rules() -> None:
    """The budget 2019, the write-down 2020, control and grants 2021, measures 2023 and oversight both years."""
    named = [(each.year, *each.about, *each.rules) for each in region().judgements if each.rules][5:]
    assert named == [
        (2019, "regionstyrelsen", "audit.budget-deficit-has-reasons"),
        (2020, "regionstyrelsen", "audit.write-down-keeps-to-geh"),
        (2021, "regionstyrelsen", "audit.internal-control-is-planned"),
        (2021, "halso-och-sjukvardsnamnden", "audit.internal-control-is-planned"),
        (2021, "regionstyrelsen", "audit.oversight-leads-to-decisions"),
        (2021, "halso-och-sjukvardsnamnden", "audit.result-holds-without-temporary-grants"),
        (2023, "regionstyrelsen", "audit.not-met-has-measures"),
        (2023, "regionstyrelsen", "audit.oversight-leads-to-decisions"),
    ]


def test_the_auditors_stand_on_discharge_is_told_year_by_year() -> None:
    """Refused for 2015 and 2017 to 2019, granted for 2020 and 2023; 2016 and 2022 are not read."""
    stands = [
        each for each in region().judgements if each.subject == "ansvarsfrihet" and "regionstyrelsen" in each.about
    ]
    assert {each.year: each.words for each in stands} == {
        2015: "avstyrker ansvarsfrihet",
        2017: "avstyrker ansvarsfrihet",
        2018: "avstyrker ansvarsfrihet",
        2019: "avstyrker ansvarsfrihet",
        2020: "tillstyrker ansvarsfrihet",
        2023: "tillstyrker ansvarsfrihet",
    }


def test_fullmaktige_may_decide_against_its_auditors() -> None:
    """For 2017 it granted what they refused, with a remark; for 2018 it refused."""
    kinds = {"beviljar ansvarsfrihet", "riktar anmärkning", "vägrar ansvarsfrihet"}
    found = [(each.year, each.kind.value) for each in region().decisions if each.kind.value in kinds]
    assert found == [(2017, "beviljar ansvarsfrihet"), (2017, "riktar anmärkning"), (2018, "vägrar ansvarsfrihet")]


def test_the_auditors_were_of_two_minds_about_2021() -> None:
    """A remark by all of them, and a refusal of discharge by three."""
    health = [each for each in said(year=2021, about=["halso-och-sjukvardsnamnden"]) if each.form is not Form.CRITICISM]
    assert [(each.capacity, each.form) for each in health] == [
        (Capacity.AUDITORS, Form.REMARK),
        (Capacity.SOME_AUDITORS, Form.RECOMMENDATION),
    ]


def test_the_model_has_three_dates_that_differ() -> None:
    """Decided 17 June 2020, proposed 4 October 2021, fully applied 2022; the proposal is never in force."""
    proposal = region()["styrmodell-forslag-2021"]
    assert (proposal.adopted.on, proposal.applied_from) == (None, date(2022, 1, 1))
    assert proposal.adopted.on_text == "2021-10-04, förslagets dag"
    for day in (date(2021, 12, 31), date(2022, 6, 30)):
        assert "styrmodell-forslag-2021" not in {each.id for each in region().at(day).documents}


def test_a_namnd_may_lack_a_forvaltning_of_its_own() -> None:
    """Regionstyrelsens förvaltning serves hälso- och sjukvårdsnämnden, alone, and carries the budget levels."""
    serving = [each.id for each in region().organs if "halso-och-sjukvardsnamnden" in each.serves]
    assert serving == ["regionstyrelsens-forvaltning"]
    tree = [region()[id].part_of for id in ("avdelningarna", "omradena", "divisionerna")]
    assert tree == ["omradena", "divisionerna", "regionstyrelsens-forvaltning"]


def test_the_accumulated_deficit_cannot_be_followed_from_results() -> None:
    """575, nearly 1 000, 1 254 or nearly 1 300, 1 464, then 118 left: each printed, both steps open points."""
    found = [
        (each.year, each.value, each.precision.value)
        for each in region().amounts
        if each.title == "Ackumulerat underskott"
    ]
    assert found == [
        (2015, Decimal(575), "exakt"),
        (2017, Decimal(1000), "knappt"),
        (2018, Decimal(1254), "exakt"),
        (2018, Decimal(1300), "knappt"),
        (2019, Decimal(1464), "exakt"),
    ]
    about = {region()[point.about or ""].value for point in region().open_points if "underskott-" in point.id}
    assert about == {1464, -118, 1254}


def test_results_keep_label_stage_and_day_apart() -> None:
    """Every printed result of 2019 and 2020 for the region, none of them mixed."""
    labels = {"Resultat", "Resultat utan finansiella poster", "Verksamhetens resultat"}
    found = [
        (each.year, each.title, each.stage.value, each.value)
        for each in region().amounts
        if each.title in labels and each.year in {2019, 2020} and each.part is None and each.stage.value != "prognos"
    ]
    assert found == [
        (2019, "Resultat", "utfall", Decimal(-171)),
        (2019, "Resultat utan finansiella poster", "utfall", Decimal(-219)),
        (2019, "Verksamhetens resultat", "utfall", Decimal(-171)),
        (2020, "Resultat", "preliminärt utfall", Decimal(323)),
        (2020, "Resultat", "utfall", Decimal(324)),
        (2020, "Verksamhetens resultat", "utfall", Decimal(379)),
    ]


def test_a_sum_with_swapped_digits_has_the_other_reading_beside_it() -> None:
    """49,2 as printed, 42,9 as the rival; the two parts are there to see it by."""
    point = region()["oppen-hsf-avvikelse-2021"]
    other = next(rival for rival in point.rivals if not rival.preferred)
    assert (region()[point.about or ""].value, [each.value for each in other.amounts]) == (
        Decimal("49.2"),
        [Decimal("42.9")],
    )
    parts = [each.value or 0 for each in region().amounts if each.on == date(2021, 10, 27) and "," in each.title]
    assert sum(parts) == Decimal("42.9")


def test_equity_is_known_to_be_negative_without_an_amount() -> None:
    """The line is there, the number is not."""
    equity = [each for each in region().amounts if each.line == "eget-kapital"]
    assert [(each.year, each.value, each.text) for each in equity] == [(2021, None, "negativt")]


def test_the_delegation_items_are_marked_as_a_reading_and_as_open() -> None:
    """Two rows and three groups of headings; taken away if the scheme is another region's."""
    items = [each.id for each in region().delegations]
    assert {source.reading.value for each in region().delegations for source in each.sources} == {"uttalad", "tolkad"}
    assert [list(rival.without) for rival in region()["oppen-delegationens-region"].rivals] == [[], items]
