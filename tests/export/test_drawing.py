"""Graphs are numbered, ordered and put in words before they are drawn."""

from __future__ import annotations

from typing import Any

import pytest

import regionstyrning as rs
from regionstyrning.export.drawing import GRAPHS, drawing
from regionstyrning.export.ties import Tie
from regionstyrning.model import ContributionKind, Matter, Nature, Receiver
from regionstyrning.text.numbers import SPACE
from tests.model.small import delegation, document, goal, link, model, organ, structure

BOTH = model(goals=[goal("b", label="2"), goal("a")], contributions=[link("b", "a"), link("a", "c")])


def test_boxes_are_numbered_in_order_of_id() -> None:
    """Whatever order they are written in, with the key that they are printed with."""
    drawn = drawing(BOTH, "goals", None, "sv")
    assert [(node.name, node.id, node.text) for node in drawn.nodes] == [
        ("n0", "a", "A"),
        ("n1", "b", "2 B"),
        ("n2", "c", "c (finns\N{NO-BREAK SPACE}inte)"),
    ]


def test_arrows_stand_in_order_of_their_ends() -> None:
    """And not in the order of the links."""
    drawn = drawing(BOTH, "goals", None, "sv")
    assert [(edge.name, edge.first, edge.last) for edge in drawn.edges] == [("e0", "n0", "n2"), ("e1", "n1", "n0")]


def test_two_links_between_the_same_are_one_arrow() -> None:
    """With both kinds in words, in order."""
    links = [link("a", "b"), link("a", "b", kind=ContributionKind.CONDITION)]
    drawn = drawing(model(goals=[goal("a"), goal("b")], contributions=links), "goals", None, "sv")
    assert [edge.tie for edge in drawn.edges] == [Tie(lines=("bidrar till, är villkor för",), broken=False)]


@pytest.mark.parametrize(
    ("lang", "title", "told"),
    [
        (
            "sv",
            "Mål i Lilla regionen den 2025-06-01",
            ("3 rutor och 2 pilar.", "En pil går från det som bidrar till det som det bidrar till."),
        ),
        (
            "en",
            "Goals of Lilla regionen on 2025-06-01",
            ("3 boxes and 2 arrows.", "An arrow goes from what contributes to what it contributes to."),
        ),
    ],
)
def test_a_drawing_says_what_it_shows(lang: str, title: str, told: tuple[str, ...]) -> None:
    """For those who do not see it."""
    drawn = drawing(BOTH, "goals", None, "sv" if lang == "sv" else "en")
    assert (drawn.title, drawn.told[:2]) == (title, told)


def test_one_box_is_told_as_one() -> None:
    """And one arrow."""
    drawn = drawing(model(goals=[goal("a")], contributions=[link("a", "a")]), "goals", None, "sv")
    assert drawn.description.startswith("1 ruta och 1 pil. ")


def test_what_is_no_longer_in_force_is_said_so() -> None:
    """It is drawn because something refers to it."""
    held = rs.load_region("vasternorrland")
    texts = [node.text for node in drawing(held, "documents", None, "sv").nodes]
    assert "Regionplan 2023-2025 (gäller\N{NO-BREAK SPACE}inte)" in texts


def test_ties_that_graphs_name_in_english_are_told_in_swedish() -> None:
    """A tie is said about the region."""
    held = model(documents=[document("a", amends=["b"]), document("b")])
    assert [edge.tie.lines for edge in drawing(held, "documents", None, "sv").edges] == [("ändrar",)]
    assert [edge.tie.lines for edge in drawing(held, "documents", None, "en").edges] == [("amends",)]


def test_every_tie_has_its_words() -> None:
    """No key of a program is shown to a reader."""
    regions = [rs.load_region(region) for region in rs.regions()]
    drawn = [drawing(held, graph, None, "sv") for held in regions for graph in GRAPHS]
    texts = {text for each in drawn for edge in each.edges for text in (*edge.tie.lines, *each.told)}
    assert {text for text in texts if "_" in text} == set()


def test_a_delegation_says_of_what() -> None:
    """The matters by title, or by id where there is none, and the limits."""
    held = model(
        organs=[organ("hsn")],
        matters=[Matter(id="inkop", title="Inköp")],
        delegations=[delegation("d", matters=["inkop", "hyra"])],
    )
    assert [edge.tie.lines for edge in drawing(held, "delegations", None, "sv").edges] == [("Inköp, hyra",)]


def test_what_is_no_decision_is_said_so() -> None:
    """An attest is no right to decide, and a decision about nothing stated is at least a decision."""
    held = model(
        organs=[organ("hsn")],
        delegations=[
            delegation("c", nature=Nature.ATTEST, matters=["faktura"]),
            delegation("d", matters=[], receivers=[Receiver(office="jouren")]),
        ],
    )
    drawn = drawing(held, "delegations", None, "sv")
    assert [edge.tie.lines for edge in drawn.edges] == [("attest: faktura",), ("beslut",)]


def test_a_limit_stands_with_its_delegation() -> None:
    """In the unit that the scheme has."""
    drawn = drawing(rs.load_region("exempel"), "delegations", None, "sv")
    lines = [line for edge in drawn.edges for line in edge.tie.lines]
    assert "Inköp av varor och tjänster (10 000 000 kronor)".replace("0 ", f"0{SPACE}") in lines


def test_an_unknown_graph_names_the_nearest() -> None:
    """Who wrote *goal* is helped."""
    with pytest.raises(rs.UnknownId, match=r"no graph has the id 'goal'\. Did you mean 'goals'"):
        drawing(BOTH, "goal", None, "sv")


@pytest.mark.parametrize(
    ("more", "lines"),
    [
        ({"oversees": ["a"]}, "står under uppsikt av"),
        ({"succeeds": ["a"]}, "följdes av"),
    ],
)
def test_arrows_point_at_what_is_above_or_later(more: dict[str, Any], lines: str) -> None:
    """Or the picture would put what is overseen, and what is past, above."""
    drawn = drawing(model(organs=[organ("a"), organ("b", **more)]), "organisation", None, "sv")
    assert [(edge.first, edge.last, edge.tie.lines) for edge in drawn.edges] == [("n0", "n1", (lines,))]


def test_what_is_owned_points_at_its_owner() -> None:
    """With the share."""
    drawn = drawing(rs.load_region("exempel"), "organisation", None, "sv")
    ids = {node.name: node.id for node in drawn.nodes}
    ties = {(ids[edge.first], ids[edge.last]): edge.tie.lines for edge in drawn.edges}
    assert ties["exempeltrafiken", "exempelstads-kommun"] == ("ägs av (40 %)",)


def test_the_commonest_ties_have_no_words() -> None:
    """But are told of, those that there are."""
    held = model(organs=[organ("a"), organ("b", part_of="a")])
    drawn = drawing(held, "organisation", None, "sv")
    assert [edge.tie for edge in drawn.edges] == [Tie(lines=(), broken=False)]
    assert drawn.told[2:] == ("En pil utan ord betyder ”är del av”.",)


def test_what_an_arrow_touches_is_not_loose() -> None:
    """What none touches stands in order of the key, whatever it is called."""
    held = model(
        goals=[goal("a", level="mal"), goal("b", level="vision"), goal("c"), goal("d")],
        structures=[structure()],
        contributions=[link("c", "d")],
    )
    drawn = drawing(held, "goals", None, "sv")
    assert [node.id for node in drawn.loose] == ["b", "a"]
    assert (drawn.first, drawn.columns) == (("n3",), 2)


def test_a_ring_has_no_first() -> None:
    """And is as wide as a row can be."""
    drawn = drawing(
        model(goals=[goal("a"), goal("b")], contributions=[link("a", "b"), link("b", "a")]), "goals", None, "sv"
    )
    assert (drawn.first, drawn.columns) == ((), 5)


def test_a_giver_that_is_not_stated_is_told() -> None:
    """In place of a question mark."""
    held = model(delegations=[delegation("d", giver=None)])
    assert "Anges inte" in [node.text for node in drawing(held, "delegations", None, "sv").nodes]


def test_a_paragraph_keeps_its_number() -> None:
    """It is not broken before the sign."""
    held = model(delegations=[delegation("d", giver=None, statute="Lag (2006:544) 2 kap. 3 §")])
    assert "Lag (2006:544) 2 kap. 3\N{NO-BREAK SPACE}§" in [
        node.text for node in drawing(held, "delegations", None, "sv").nodes
    ]


def test_an_empty_drawing_tells_that_it_is() -> None:
    """Not that it has no boxes."""
    assert drawing(model(), "delegations", None, "sv").told == ("Det finns inget att rita den dagen.",)
