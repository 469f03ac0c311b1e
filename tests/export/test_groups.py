"""Boxes are told apart by what they are."""

from __future__ import annotations

import pytest

import regionstyrning as rs
from regionstyrning.export.drawing import GRAPHS, drawing
from regionstyrning.model import DocumentStatus, SteeringModel
from tests.model.small import document, goal, indicator, link, model, structure


def titles(held: SteeringModel, graph: str, lang: str = "sv") -> list[str]:
    """What the key of a picture says, in order."""
    return [group.title for group in drawing(held, graph, None, "sv" if lang == "sv" else "en").groups]


def test_goals_are_told_apart_by_level() -> None:
    """In the order of the structure; then measures, levels that it does not know and what is not in force."""
    held = model(
        structures=[structure(perspectives=("kultur",))],
        goals=[goal("a"), goal("b", level="vision"), goal("c", level="okand")],
        indicators=[indicator("i")],
        contributions=[link("i", "borta")],
    )
    assert titles(held, "goals") == ["Vision", "Målområde", "Mål", "Indikator", "okand", "Gäller inte den dagen"]
    assert titles(held, "goals", "en")[3:] == ["Indicator", "okand", "Not in force that day"]


def test_a_level_has_the_same_colour_whatever_is_drawn() -> None:
    """Two pictures of a structure can be laid beside each other."""
    levels = [goal("a"), goal("b", level="vision")]
    fills = [
        {
            group.title: group.fill
            for group in drawing(model(structures=[structure()], goals=goals), "goals", None, "sv").groups
        }
        for goals in (levels, levels[:1])
    ]
    assert fills[1]["Mål"] == fills[0]["Mål"]


def test_documents_are_told_apart_by_standing() -> None:
    """One whose adoption nobody states is not drawn as adopted."""
    documents = [document("a"), document("b", status=DocumentStatus.NOT_STATED)]
    assert titles(model(documents=documents), "documents") == ["Antaget", "Om det är antaget sägs inte"]


def test_bodies_are_told_apart_by_what_they_are() -> None:
    """In the order of the organisation."""
    assert titles(rs.load_region("exempel"), "organisation") == [
        "Juridisk person",
        "Förtroendevalda",
        "Förvaltning",
        "Samverkan",
        "Befattning",
        "Gäller inte den dagen",
    ]


@pytest.mark.parametrize("graph", GRAPHS)
@pytest.mark.parametrize("region", rs.regions())
def test_no_two_groups_of_a_region_look_alike(region: str, graph: str) -> None:
    """There are colours enough."""
    groups = drawing(rs.load_region(region), graph, None, "sv").groups
    assert len({(group.fill, group.line) for group in groups}) == len(groups)


def test_nothing_is_grouped_in_an_empty_model() -> None:
    """There is no key."""
    assert titles(model(), "organisation") == []


def test_a_title_of_a_level_is_one_harmless_line() -> None:
    """As every text of a picture."""
    assert titles(model(goals=[goal("a", level="en\nnivå\x1b")]), "goals") == ["en nivå\N{REPLACEMENT CHARACTER}"]


def test_a_post_is_round_and_an_organ_is_not() -> None:
    """They are told apart without colour too."""
    rounded = {
        group.title: group.rounded for group in drawing(rs.load_region("exempel"), "organisation", None, "sv").groups
    }
    assert (rounded["Befattning"], rounded["Förtroendevalda"]) == (True, False)
