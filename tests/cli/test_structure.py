"""A structure is shown: its levels, what hangs on what, its perspectives and its kinds of document."""

from __future__ import annotations

from typing import Any

import pytest

from regionstyrning.cli.sections import Page, Section
from regionstyrning.cli.structure import structure_sections
from regionstyrning.model import (
    DocumentKind,
    GehRule,
    HorizonKind,
    Join,
    JoinKind,
    Level,
    LevelKind,
    Link,
    OrganKind,
    Perspective,
    PerspectiveKind,
    PositionKind,
    Stream,
    Structure,
)

LEVELS = (
    Level(id="vision", title="Vision", kind=LevelKind.VISION, set_by=[OrganKind.ASSEMBLY], in_documents=["plan"]),
    Level(id="mal", title="Mål", kind=LevelKind.GOAL),
    Level(id="rus", title="RUS-mål", kind=LevelKind.GOAL),
    Level(id="aktivitet", title="Aktivitet", kind=LevelKind.WORK, set_by_posts=[PositionKind.DIRECTOR]),
)


def section(name: str, page: Page | None = None, **fields: Any) -> Section:  # noqa: ANN401 - any field
    """A part of what is said of a structure with four levels."""
    structure = Structure(**{"id": "styrmodell", "title": "Styrmodell", "levels": LEVELS, **fields})
    return next(each for each in structure_sections(structure, page or Page()) if each.name == name)


def said(*links: Link, page: Page | None = None) -> list[str]:
    """What is said of link rules."""
    return section("links", page, links=links).text.splitlines()


def test_levels_stand_from_the_top_with_who_sets_them_where() -> None:
    """Organs and posts set levels, in kinds of document called as the region calls them."""
    kinds = [DocumentKind(id="plan", title="Regionplan")]
    assert section("levels", document_kinds=kinds).text.splitlines() == [
        "nivå       sätts av     står i",
        "---------  -----------  ----------",
        "Vision     fullmäktige  Regionplan",
        "Mål",
        "RUS-mål",
        "Aktivitet  direktör",
    ]


def test_a_kind_of_document_that_is_not_there_is_called_by_its_id() -> None:
    """A flawed structure is shown as it is."""
    assert section("levels").text.splitlines()[2].split() == ["Vision", "fullmäktige", "plan"]


def test_levels_are_given_to_a_program() -> None:
    """With their ids and kinds."""
    assert section("levels").rows[0] == {
        "id": "vision",
        "title": "Vision",
        "kind": "vision",
        "set_by": ["fullmäktige"],
        "in_documents": ["plan"],
    }


def test_a_required_link_is_a_must() -> None:
    """To any one of several levels."""
    assert said(Link(lower="aktivitet", upper=["mal", "rus", "vision"], required=True)) == [
        "- Varje aktivitet måste hänga på nivån mål, RUS-mål eller vision."
    ]


def test_a_link_required_from_below_is_a_must_too() -> None:
    """For each of the levels above."""
    assert said(Link(lower="indikator", upper=["mal", "rus"], required_under=True)) == [
        "- Varje mål och RUS-mål måste ha något på nivån indikator under sig."
    ]


def test_a_link_may_be_required_both_ways() -> None:
    """Which is two sentences."""
    assert said(Link(lower="mal", upper=["vision"], required=True, required_under=True)) == [
        "- Varje mål måste hänga på nivån vision.",
        "- Varje vision måste ha något på nivån mål under sig.",
    ]


def test_a_link_that_is_allowed_is_told_as_such() -> None:
    """The sentence begins with a capital."""
    assert said(Link(lower="mal", upper=["vision"])) == ["- Mål får hänga på nivån vision."]


def test_link_rules_are_english_on_request() -> None:
    """The region's own words stay as they are."""
    link = Link(lower="indikator", upper=["mal", "rus"], required=True, required_under=True)
    assert said(link, page=Page(lang="en")) == [
        "- Every indicator must hang on the level mål or RUS-mål.",
        "- Every mål and RUS-mål must have something on the level indicator under it.",
    ]


def test_link_rules_are_given_to_a_program() -> None:
    """With their wording."""
    link = Link(lower="mal", upper=["vision"], required=True, text="Allt hör ihop.")
    assert section("links", links=[link]).rows == [
        {"lower": "mal", "upper": ["vision"], "required": True, "required_under": False, "text": "Allt hör ihop."}
    ]


def test_perspectives_stand_as_printed() -> None:
    """With the level and kind of each, and its id."""
    found = section(
        "perspectives",
        perspectives=[
            Perspective(id="vard", title="God vård", kind=PerspectiveKind.FIELD, level="mal"),
            Perspective(id="ekonomi", title="Ekonomi", kind=PerspectiveKind.ANGLE, level="okand", group="Resurser"),
        ],
    )
    assert found.text.splitlines()[2:] == [
        "Mål    God vård [vard]    verksamhetsfält",
        "okand  Ekonomi [ekonomi]  synvinkel",
    ]
    assert found.rows[1] == {
        "id": "ekonomi",
        "title": "Ekonomi",
        "kind": "synvinkel",
        "level": "okand",
        "group": "Resurser",
    }


@pytest.mark.parametrize(
    ("fields", "lang", "horizon"),
    [
        ({}, "sv", ""),
        ({"reports": True}, "sv", "rapport"),
        ({"horizon": HorizonKind.ROLLING, "horizon_years": 3}, "sv", "rullande, 3 år"),
        ({"horizon": HorizonKind.CALENDAR_YEAR, "horizon_years": 1}, "en", "kalenderår, 1 year"),
        ({"reports": True, "horizon_years": 2}, "en", "report, 2 years"),
    ],
)
def test_a_kind_of_document_tells_how_far_it_looks(fields: dict[str, Any], lang: Any, horizon: str) -> None:  # noqa: ANN401 - a language
    """Its kind of time and its years, or that it reports."""
    kind = DocumentKind(id="plan", title="Regionplan", **fields)
    text = section("document_kinds", Page(lang=lang), document_kinds=[kind]).text
    assert text.splitlines()[-1].removeprefix("Regionplan").strip() == horizon


def test_kinds_of_document_tell_who_adopts_them_and_what_they_build_on() -> None:
    """Called as the region calls them."""
    kinds = [
        DocumentKind(id="plan", title="Regionplan", adopted_by=[OrganKind.ASSEMBLY]),
        DocumentKind(id="vp", title="Verksamhetsplan", adopted_by=[OrganKind.BOARD], based_on=["plan", "okand"]),
    ]
    found = section("document_kinds", document_kinds=kinds)
    assert found.text.splitlines()[-1] == "Verksamhetsplan  styrelse     Regionplan, okand"
    assert found.rows[1] == {
        "id": "vp",
        "title": "Verksamhetsplan",
        "adopted_by": ["styrelse"],
        "based_on": ["plan", "okand"],
        "horizon": None,
        "horizon_years": None,
        "reports": False,
    }


def test_streams_are_listed_with_what_they_do() -> None:
    """In the order of the structure; one that says nothing more is only named."""
    streams = [
        Stream(id="ekonomi", title="Ekonomistyrning", text="Fördelar medel."),
        Stream(id="mal", title="Målstyrning"),
    ]
    found = section("streams", streams=streams)
    assert found.text.splitlines() == ["- Ekonomistyrning: Fördelar medel.", "- Målstyrning"]
    assert found.rows[1] == {"id": "mal", "title": "Målstyrning", "text": None}


def test_what_counts_for_god_ekonomisk_hushallning_is_told() -> None:
    """By level, perspective and mark, with the region's rule and how the whole is joined."""
    levels = [Level(id="mal", title="Mål", kind=LevelKind.GOAL, geh=True)]
    perspectives = [Perspective(id="eko", title="Ekonomi", kind=PerspectiveKind.ANGLE, level="mal", geh=True)]
    rule = GehRule(by_mark=True, text="Alla mål räknas.", conditions=["mal"], join=Join(kind=JoinKind.ALL))
    found = section("geh", levels=levels, perspectives=perspectives, geh=rule)
    assert found.text.splitlines() == [
        "- Regionens egen regel: Alla mål räknas.",
        "- Räknas: alla mål på nivån mål, alla mål under Ekonomi och mål med egen",
        "  märkning.",
        "- Så vägs helheten samman: alla.",
    ]
    assert found.rows == [
        {
            "levels": ["mal"],
            "perspectives": ["eko"],
            "by_mark": True,
            "conditions": ["mal"],
            "join": "alla",
            "text": "Alla mål räknas.",
        }
    ]


def test_that_nothing_is_known_of_god_ekonomisk_hushallning_is_told() -> None:
    """And a program is given nothing."""
    found = section("geh")
    assert (found.text, found.rows) == ("- Inget är känt om vad som räknas.", [])


def test_no_perspectives_are_said_to_be_none() -> None:
    """In place of a table of nothing."""
    assert section("perspectives").text == "Inga perspektiv."
