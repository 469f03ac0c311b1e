"""Organs, posts and ownership as a graph."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import networkx as nx
import pytest

from regionstyrning import organisation_graph
from regionstyrning.model import (
    LegalForm,
    Organ,
    OrganKind,
    Ownership,
    OwnershipKind,
    Position,
    PositionKind,
    SteeringModel,
    Validity,
)
from tests.threaded import bare, region


def organ(id: str, **more: Any) -> Organ:  # noqa: ANN401 - any field
    """A nämnd."""
    return Organ(id=id, title=id.upper(), **{"kind": OrganKind.COMMITTEE, **more})


def post(id: str, **more: Any) -> Position:  # noqa: ANN401 - any field
    """A director of the nämnd hsn."""
    return Position(id=id, title=id.upper(), kind=PositionKind.DIRECTOR, organ="hsn", **more)


def edges(model: SteeringModel) -> list[tuple[str, str, str]]:
    """From, to and kind of every edge."""
    graph: nx.MultiDiGraph[str] = organisation_graph(model)
    return [(lower, upper, data["kind"]) for lower, upper, data in graph.edges(data=True)]


def test_an_organ_has_kind_form_and_abbreviation() -> None:
    """The kind in Swedish."""
    region_itself = organ("regionen", kind=OrganKind.LEGAL_PERSON, legal_form=LegalForm.REGION, short="R")
    assert dict(organisation_graph(bare(region_itself)).nodes["regionen"]) == {
        "kind": "juridisk person",
        "title": "REGIONEN",
        "in_force": True,
        "position": False,
        "legal_form": "region",
        "short": "R",
    }


def test_an_organ_of_which_little_is_known_says_little() -> None:
    """What is not known is left out."""
    assert list(organisation_graph(bare(organ("hsn"))).nodes["hsn"]) == ["kind", "title", "in_force", "position"]


def test_a_post_is_told_from_an_organ() -> None:
    """By an attribute of its own."""
    assert dict(organisation_graph(region()).nodes["direktor"]) == {
        "kind": "direktör",
        "title": "Hälsodirektör",
        "in_force": True,
        "position": True,
    }


def test_organs_stand_before_posts() -> None:
    """Each in order of id."""
    model = bare(post("b"), post("a"), organ("hsn"), organ("aa"))
    assert list(organisation_graph(model)) == ["aa", "hsn", "a", "b"]


def test_edges_go_from_the_part_to_the_whole() -> None:
    """An utskott belongs to its nämnd."""
    assert edges(bare(organ("hsn"), organ("utskottet", part_of="hsn"))) == [("utskottet", "hsn", "part_of")]


@pytest.mark.parametrize("tie", ["serves", "oversees", "succeeds"])
def test_an_organ_serves_oversees_and_succeeds(tie: str) -> None:
    """The edge goes from it to the other."""
    assert edges(bare(organ("a", **{tie: ("b",)}), organ("b"))) == [("a", "b", tie)]


def test_a_post_sits_in_its_organ() -> None:
    """The edge goes from the post."""
    assert edges(bare(organ("hsn"), post("direktor"))) == [("direktor", "hsn", "sits_in")]


def test_a_post_heads_what_it_leads() -> None:
    """Several bodies if so."""
    model = bare(organ("hsn"), organ("a"), organ("b"), post("direktor", heads=("b", "a")))
    assert edges(model)[1:] == [("direktor", "b", "heads"), ("direktor", "a", "heads")]


def test_a_post_answers_to_the_one_above() -> None:
    """The edge goes upwards."""
    assert edges(bare(organ("hsn"), post("a", superior="b"), post("b")))[1] == ("a", "b", "answers_to")


@pytest.mark.parametrize(
    ("kind", "expected"),
    [(OwnershipKind.OWNS, "owns"), (OwnershipKind.MEMBER, "member_of"), (OwnershipKind.FOUNDER, "founded")],
)
def test_edges_go_from_the_owner_to_the_owned(kind: OwnershipKind, expected: str) -> None:
    """With the kind of tie, its id and the share where that is known."""
    tie = Ownership(id="tie", owner="a", owned="b", kind=kind, share_percent=Decimal("14.3"))
    graph = organisation_graph(bare(organ("a"), organ("b"), tie))
    assert list(graph.edges(data=True)) == [
        ("a", "b", {"kind": expected, "id": "tie", "share_percent": Decimal("14.3")})
    ]


def test_a_share_that_is_not_known_is_left_out() -> None:
    """Never nought."""
    graph = organisation_graph(bare(Ownership(id="tie", owner="a", owned="b", kind=OwnershipKind.OWNS)))
    assert dict(graph.edges["a", "b", 0]) == {"kind": "owns", "id": "tie"}


def test_an_organ_no_longer_in_force_is_drawn_by_its_name() -> None:
    """Its successor names it."""
    old = organ("gammal", validity=Validity(last=date(2025, 12, 31)))
    graph = organisation_graph(bare(organ("ny", succeeds=("gammal",)), old))
    assert dict(graph.nodes["gammal"]) == {"kind": "organ", "title": "GAMMAL", "in_force": False}


def test_a_post_no_longer_in_force_is_drawn_by_its_name() -> None:
    """Someone still answers to it."""
    old = post("chefen", validity=Validity(last=date(2025, 12, 31)))
    graph = organisation_graph(bare(organ("hsn"), post("a", superior="chefen"), old))
    assert dict(graph.nodes["chefen"]) == {"kind": "position", "title": "CHEFEN", "in_force": False}


def test_an_organ_that_is_nowhere_is_unknown() -> None:
    """A flawed model is drawn too."""
    graph = organisation_graph(bare(organ("a", part_of="nowhere")))
    assert dict(graph.nodes["nowhere"]) == {"kind": "unknown", "title": "nowhere", "in_force": False}


def test_the_day_decides_which_organs_are_drawn() -> None:
    """The nämnd begins with the year."""
    model = bare(organ("ny", validity=Validity(first=date(2027, 1, 1))))
    assert [list(organisation_graph(model, on=date(year, 1, 1))) for year in (2026, 2027)] == [[], ["ny"]]
