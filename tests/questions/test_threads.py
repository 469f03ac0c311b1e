"""The links of a model, found from either end."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from regionstyrning.model import ContributionKind, Level, LevelKind, Validity
from regionstyrning.questions.threads import (
    far_end,
    first_source,
    level_title,
    level_word,
    serves,
    threads,
    title_of,
)
from tests.threaded import AGAINST, DAY, MEASURES, SAID, STRUCTURE, bare, goal, indicator, link, plan, region


def test_goals_indicators_and_perspectives_are_nodes() -> None:
    """And nothing else."""
    assert sorted(threads(region()).nodes) == [
        "rekrytera",
        "tillganglighet",
        "vantetid",
        "vard",
        "vardkoer",
        "vision",
    ]


def test_each_node_stands_on_a_level() -> None:
    """Indicators on one of their own."""
    level = threads(region()).level
    assert (level["vard"], level["vision"], level["vantetid"]) == ("malomrade", "vision", "indikator")


def test_links_are_found_from_either_end() -> None:
    """The same link."""
    found = threads(region())
    assert found.links("vantetid", "up") == found.links("vardkoer", "down")[1:]


def test_an_end_without_links_has_none() -> None:
    """Nothing leads on from the vision."""
    assert threads(region()).links("vision", "up") == ()


def test_links_are_found_once() -> None:
    """What is found is kept with the model."""
    model = region()
    assert threads(model) is threads(model)


@pytest.mark.parametrize("ends", [("a", "nowhere"), ("nowhere", "a")])
def test_a_link_with_an_end_nowhere_is_broken(ends: tuple[str, str]) -> None:
    """Whichever end it is."""
    only = link(*ends)
    found = threads(bare(goal("a"), only))
    assert (list(found.broken), dict(found.up), dict(found.down)) == ([only], {}, {})


def test_perspectives_are_those_of_the_structure_in_force() -> None:
    """Those of a former one are gone."""
    former = evolve(STRUCTURE, id="forra", validity=Validity(last=date(2025, 12, 31)))
    current = evolve(STRUCTURE, perspectives=(), validity=Validity(first=date(2026, 1, 1)))
    assert dict(threads(bare(structures=[former, current]).at(DAY)).nodes) == {}


def test_everything_below_is_reached() -> None:
    """In the order it is first met."""
    assert list(threads(region()).reached("tillganglighet", "down")) == [
        "tillganglighet",
        "vardkoer",
        "rekrytera",
        "vantetid",
    ]


def test_everything_above_is_reached() -> None:
    """Though links go round."""
    model = bare(*map(goal, "abc"), link("a", "b"), link("b", "a"), link("b", "c"))
    assert list(threads(model).reached("a", "up")) == ["a", "b", "c"]


def test_what_works_against_is_reached_too() -> None:
    """It hangs on the same thread."""
    model = bare(goal("a"), goal("b"), link("a", "b", AGAINST))
    assert list(threads(model).reached("b", "down")) == ["b", "a"]


def test_only_what_serves_is_reached_if_so_asked() -> None:
    """What works against does not."""
    model = bare(*map(goal, "abc"), link("a", "b", AGAINST), link("c", "b"))
    assert list(threads(model).reached("b", "down", serving=True)) == ["b", "c"]


@pytest.mark.parametrize("kind", ContributionKind)
def test_all_links_serve_but_those_that_work_against(kind: ContributionKind) -> None:
    """A condition and a measure do too."""
    assert serves(link("a", "b", kind)) == (kind is not AGAINST)


def test_the_links_that_serve_go_between_two() -> None:
    """One that goes from a goal to itself helps nobody."""
    model = bare(goal("a"), goal("b"), link("a", "a"), link("a", "b"), link("b", "a", AGAINST))
    assert [(each.lower, each.upper) for each in threads(model).serving()] == [("a", "b")]


def test_a_link_leads_to_its_far_end() -> None:
    """Which one that is depends on the way."""
    only = link("a", "b")
    assert (far_end(only, "up"), far_end(only, "down")) == ("b", "a")


def test_documents_are_those_of_goals_indicators_and_links() -> None:
    """None stands for what is in no document."""
    model = region().with_(link("rekrytera", "tillganglighet", document="avtalet"), plan("policyn"))
    assert threads(model).documents() == {None, "regionplanen", "hsn-planen", "avtalet"}


def test_links_stand_in_order_of_their_whole_key() -> None:
    """So that the order of records never shows, though only their days differ."""
    links = [link("a", "b", validity=Validity(first=date(year, 1, 1))) for year in (2024, 2025)]
    orders = [links, links[::-1], [*links, link("a", "b")]]
    found = [threads(bare(goal("a"), goal("b"), *each)).links("a", "up") for each in orders]
    assert (found[0], found[1], found[2][1:]) == (links, links, links)


def test_a_level_is_named_by_the_regions_own_word() -> None:
    """With a small letter first, as within a line."""
    assert level_title(threads(region()), "vard") == "målområde"


@pytest.mark.parametrize(("lang", "expected"), [("sv", "indikator"), ("en", "indicator")])
def test_indicators_are_named_by_a_word_of_ours(lang: str, expected: str) -> None:
    """In both languages."""
    assert level_title(threads(region()), "vantetid", lang) == expected


def test_what_is_nowhere_stands_on_no_level() -> None:
    """A question mark tells so."""
    assert level_title(threads(region()), "nowhere") == "?"


@pytest.mark.parametrize(
    ("title", "expected"), [("Mål", "mål"), ("HSN-mål", "HSN-mål"), ("M", "M"), ("", "")], ids=repr
)
def test_a_word_within_a_line_begins_small(title: str, expected: str) -> None:
    """But not an abbreviation."""
    structure = evolve(STRUCTURE, levels=[Level(id="mal", title=title, kind=LevelKind.GOAL)])
    assert level_word(structure, "mal") == expected


def test_a_level_that_no_structure_has_is_its_id() -> None:
    """Nor is there a word where there is no structure."""
    assert (level_word(STRUCTURE, "okand"), level_word(None, "mal")) == ("okand", "mal")


@pytest.mark.parametrize(
    ("id", "expected"),
    [("hsn", "Hälso- och sjukvårdsnämnden"), ("vard", "God vård"), ("nowhere", "nowhere"), ("vision", "Vision")],
)
def test_a_title_is_what_a_person_reads(id: str, expected: str) -> None:
    """Of a record or perspective; an id that leads nowhere is all there is."""
    assert title_of(region(), id) == expected


def test_a_name_has_a_title() -> None:
    """Of what is no longer in force only that is left."""
    model = bare(goal("a"), goal("b", title="Målet B", validity=Validity(last=date(2025, 1, 1))), link("a", "b"))
    assert title_of(model.at(DAY), "b") == "Målet B"


def test_a_record_says_where_it_is_said() -> None:
    """In the first of its places."""
    model = bare(goal("a", sources=[SAID, evolve(SAID, place="s. 9")]))
    assert first_source(model, "a") == SAID


def test_a_perspective_says_where_it_is_said() -> None:
    """It stands inside the structure."""
    assert first_source(region(), "vard") == SAID


@pytest.mark.parametrize("id", ["vantetid", "nowhere"])
def test_what_has_no_source_says_nothing(id: str) -> None:
    """Nor does what is nowhere."""
    assert first_source(region(), id) is None


def test_an_indicator_may_be_below_an_indicator() -> None:
    """A flawed model is threaded too."""
    model = bare(indicator("a"), indicator("b"), link("a", "b", MEASURES))
    assert list(threads(model).reached("b", "down")) == ["b", "a"]
