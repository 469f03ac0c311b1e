"""Graphs are numbered, ordered and put in words before they are drawn."""

from __future__ import annotations

import pytest

import regionstyrning as rs
from regionstyrning.export.drawing import GRAPHS, drawing
from regionstyrning.model import ContributionKind, Matter
from tests.model.small import delegation, document, goal, link, model, organ

BOTH = model(goals=[goal("b", label="2"), goal("a")], contributions=[link("b", "a"), link("a", "c")])


def test_boxes_are_numbered_in_order_of_id() -> None:
    """Whatever order they are written in, with the key that they are printed with."""
    drawn = drawing(BOTH, "goals", None, "sv")
    assert [(node.name, node.id, node.text) for node in drawn.nodes] == [
        ("n0", "a", "A"),
        ("n1", "b", "2 B"),
        ("n2", "c", "c (finns inte)"),
    ]


def test_arrows_stand_in_order_of_their_ends() -> None:
    """And not in the order of the links."""
    drawn = drawing(BOTH, "goals", None, "sv")
    assert [(edge.name, edge.first, edge.last, edge.text) for edge in drawn.edges] == [
        ("e0", "n0", "n2", "bidrar till"),
        ("e1", "n1", "n0", "bidrar till"),
    ]


def test_two_links_between_the_same_are_two_arrows() -> None:
    """In order of kind."""
    links = [link("a", "b"), link("a", "b", kind=ContributionKind.CONDITION)]
    drawn = drawing(model(goals=[goal("a"), goal("b")], contributions=links), "goals", None, "sv")
    assert [edge.text for edge in drawn.edges] == sorted([kind.value for kind in (links[0].kind, links[1].kind)])


@pytest.mark.parametrize(
    ("lang", "title", "description"),
    [
        (
            "sv",
            "Mål i Lilla regionen den 2025-06-01",
            "3 rutor och 2 pilar. En pil går från det som bidrar till det som det bidrar till.",
        ),
        (
            "en",
            "Goals of Lilla regionen on 2025-06-01",
            "3 boxes and 2 arrows. An arrow goes from what contributes to what it contributes to.",
        ),
    ],
)
def test_a_drawing_says_what_it_shows(lang: str, title: str, description: str) -> None:
    """For those who do not see it."""
    drawn = drawing(BOTH, "goals", None, "sv" if lang == "sv" else "en")
    assert (drawn.title, drawn.description) == (title, description)


def test_one_box_is_told_as_one() -> None:
    """And one arrow."""
    drawn = drawing(model(goals=[goal("a")], contributions=[link("a", "a")]), "goals", None, "sv")
    assert drawn.description.startswith("1 ruta och 1 pil. ")


def test_what_is_no_longer_in_force_is_said_so() -> None:
    """It is drawn because something refers to it."""
    held = rs.load_region("vasternorrland")
    texts = [node.text for node in drawing(held, "documents", None, "sv").nodes]
    assert "Regionplan 2023-2025 (gäller inte)" in texts


def test_ties_that_graphs_name_in_english_are_told_in_swedish() -> None:
    """A tie is said about the region."""
    held = model(documents=[document("a", based_on=["b"]), document("b")])
    assert [edge.text for edge in drawing(held, "documents", None, "sv").edges] == ["bygger på"]
    assert [edge.text for edge in drawing(held, "documents", None, "en").edges] == ["is based on"]


def test_every_tie_has_its_words() -> None:
    """No key of a program is shown to a reader."""
    regions = [rs.load_region(region) for region in rs.regions()]
    texts = {edge.text for held in regions for graph in GRAPHS for edge in drawing(held, graph, None, "sv").edges}
    assert {text for text in texts if "_" in text} == set()


def test_a_delegation_says_of_what() -> None:
    """The matters by title, or by id where there is none, and the limits."""
    held = model(
        organs=[organ("hsn")],
        matters=[Matter(id="inkop", title="Inköp")],
        delegations=[delegation("d", matters=["inkop", "hyra"])],
    )
    assert [edge.text for edge in drawing(held, "delegations", None, "sv").edges] == ["beslut: Inköp, hyra"]


def test_a_limit_stands_with_its_delegation() -> None:
    """In the unit that the scheme has."""
    texts = [edge.text for edge in drawing(rs.load_region("exempel"), "delegations", None, "sv").edges]
    assert [text for text in texts if text.endswith("kronor)")] != []


def test_an_unknown_graph_names_the_nearest() -> None:
    """Who wrote *goal* is helped."""
    with pytest.raises(rs.UnknownId, match=r"no graph has the id 'goal'\. Did you mean 'goals'"):
        drawing(BOTH, "goal", None, "sv")
