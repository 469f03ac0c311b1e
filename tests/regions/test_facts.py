"""The four real regions as they are shipped, each held against the facts that its sources print."""

from __future__ import annotations

from datetime import date

import pytest

from regionstyrning import check, regions
from regionstyrning.model import Reading, Rival, Severity
from regionstyrning.model.references import references_of
from tests.regions.facts import Fact, asked, changes, facts_of, inner, looked_up, plain, shipped, sources_of, walk

REGIONS = ("blekinge", "halland", "jamtland-harjedalen", "vasternorrland")
FACTS = [(region, fact) for region in REGIONS for fact in facts_of(region)]
LEAST = 60
DAYS = (*(date(year, 6, 30) for year in range(2012, 2027)), date(2018, 9, 19), date(2025, 12, 31))

of_each_region = pytest.mark.parametrize("region", REGIONS)
of_each_fact = pytest.mark.parametrize(
    ("region", "fact"), FACTS, ids=[f"{region}: {fact['vad']}" for region, fact in FACTS]
)


# --- Each fact ------------------------------------------------------------------------------------


@of_each_fact
def test_a_fact_of_the_sources_is_in_the_data(region: str, fact: Fact) -> None:
    """Name, number, date or owner, as the source prints it."""
    *_, value = walk(looked_up(shipped(region), fact), fact["falt"])
    assert plain(value) == asked(fact["varde"])


@of_each_fact
def test_a_fact_names_the_place_where_it_stands(region: str, fact: Fact) -> None:
    """Publication and place, on the record or on the value inside it."""
    model = shipped(region)
    values = walk(looked_up(model, fact), fact["falt"])
    sources = [source for value in values for source in getattr(value, "sources", ())]
    places = {(model[source.publication].title, source.place) for source in sources}
    assert (fact["kalla"], fact["plats"]) in places


@of_each_region
def test_a_region_is_held_against_many_facts_none_of_them_twice(region: str) -> None:
    """Each fact asks for a value of its own, in so many of them that a sample would not do."""
    facts = facts_of(region)
    values = {(fact.get("post"), fact.get("katalog"), str(fact.get("nyckel")), fact["falt"]) for fact in facts}
    assert (len(values), len({fact["vad"] for fact in facts})) == (len(facts), len(facts))
    assert len(facts) >= LEAST


# --- Sources --------------------------------------------------------------------------------------


@of_each_region
def test_every_record_has_a_source(region: str) -> None:
    """No record but a publication stands without one."""
    model = shipped(region)
    publications = {each.id for each in model.publications}
    bare = [each for each in model.records() if not each.sources and getattr(each, "id", "") not in publications]
    assert bare == []


@of_each_region
def test_every_part_of_a_structure_has_a_source(region: str) -> None:
    """Levels, links, perspectives, kinds of document, scales, streams, steps and reserves name their own."""
    parts = [each for structure in shipped(region).structures for each in inner(structure) if hasattr(each, "sources")]
    assert [each for each in parts if not each.sources] == []


@of_each_region
def test_every_source_is_a_listed_publication_and_every_publication_is_used(region: str) -> None:
    """The list of publications holds what the records name, no less and no more."""
    model = shipped(region)
    assert {each.publication for each in sources_of(model)} == {each.id for each in model.publications}


@of_each_region
def test_every_source_names_a_place(region: str) -> None:
    """A publication alone is not enough."""
    assert [each for each in sources_of(shipped(region)) if not each.place] == []


@of_each_region
def test_quotations_are_short(region: str) -> None:
    """A dozen or two words, not copied texts."""
    quotes = [each.quote for each in sources_of(shipped(region)) if each.quote is not None]
    assert [quote for quote in quotes if len(quote.split()) > 20] == []


@of_each_region
def test_every_reading_of_ours_says_what_is_read(region: str) -> None:
    """In a note to the source, since the place itself does not state it."""
    # Västernorrland's rivals have sources of their own, cell by cell; there the rival's text is what is read.
    told_by_itself = Rival if region == "vasternorrland" else ()
    readings = [each for each in sources_of(shipped(region), told_by_itself) if each.reading is not Reading.STATED]
    assert readings != []
    assert [each for each in readings if not each.note] == []


@of_each_region
def test_every_publication_says_when_it_is_from_and_how_much_was_read(region: str) -> None:
    """A day or a wording about it, the publisher and the extent."""
    for publication in shipped(region).publications:
        assert publication.published or publication.published_text
        assert publication.publisher
        assert publication.extent


# --- What hangs together --------------------------------------------------------------------------


@pytest.mark.parametrize("region", [each for each in regions() if each != "exempel-brister"])
def test_every_reference_leads_to_a_record_or_a_perspective(region: str) -> None:
    """All that a record names is there, also what rivals of open points take away; faults are shown elsewhere."""
    model = shipped(region)
    known = {each.id for structure in model.structures for each in structure.perspectives}
    named = {id for record in model.records() for _, id in references_of(record)}
    dangling = [each for each in check(model, rules="bas") if each.rule.startswith("references.leads-")]
    assert (sorted(id for id in named if id not in model and id not in known), dangling) == ([], [])


@of_each_region
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_no_reference_leads_nowhere_on_any_day(region: str, day: date) -> None:
    """Under every structure the ids, levels, kinds of document and scales that records name exist."""
    found = [each for each in check(shipped(region), on=day, rules="strang") if each.severity is Severity.ERROR]
    assert found == []


@of_each_region
def test_at_most_one_reading_of_an_open_point_is_preferred(region: str) -> None:
    """The preferred reading is what the records hold, so it changes nothing."""
    for point in shipped(region).open_points:
        preferred = [rival for rival in point.rivals if rival.preferred]
        assert len(preferred) <= 1
        assert [rival for rival in preferred if changes(rival)] == []


HELD_UNDER_NO_READING_ALONE = {"vasternorrland": ["oppen-maluppfyllelse-2019", "oppen-verksamhetens-resultat-2020"]}
"""Points where the records hold what each of two sources says, and every reading takes the other's away."""


@of_each_region
def test_a_reading_that_changes_the_records_stands_beside_a_preferred_one(region: str) -> None:
    """Otherwise nobody could tell which reading the records hold."""
    open_points = [
        point.id
        for point in shipped(region).open_points
        if any(map(changes, point.rivals)) and not any(rival.preferred for rival in point.rivals)
    ]
    assert sorted(open_points) == HELD_UNDER_NO_READING_ALONE.get(region, [])


@of_each_region
def test_the_region_is_the_legal_person_itself(region: str) -> None:
    """Of the form region, which the law asks by."""
    model = shipped(region)
    assert model[model.legal_person or ""].legal_form.value == "region"
