"""Steering documents as a graph."""

from __future__ import annotations

from datetime import date

import pytest

from regionstyrning import document_graph
from regionstyrning.model import Adoption, DocumentStatus, HorizonKind, PlanningHorizon, Validity
from tests.threaded import bare, plan, region


def test_a_document_has_all_that_is_known_of_it() -> None:
    """Kind, status, who adopted it and when, and its years."""
    horizon = PlanningHorizon(kind=HorizonKind.ROLLING, first_year=2026, last_year=2028)
    graph = document_graph(bare(plan("planen", kind="regionplan", horizon=horizon)))
    assert dict(graph.nodes["planen"]) == {
        "kind": "regionplan",
        "title": "Planen",
        "in_force": True,
        "status": "antagen",
        "adopted_by": "rf",
        "adopted_on": "2026-01-01",
        "first_year": 2026,
        "last_year": 2028,
    }


def test_a_document_of_which_little_is_known_says_little() -> None:
    """What is not known is left out."""
    graph = document_graph(bare(plan("planen", adopted=None, status=DocumentStatus.NOT_STATED)))
    assert dict(graph.nodes["planen"]) == {
        "kind": "document",
        "title": "Planen",
        "in_force": True,
        "status": "ej angiven",
    }


def test_an_adoption_without_organ_and_day_says_nothing() -> None:
    """That it was adopted shows in its status."""
    graph = document_graph(bare(plan("planen", adopted=Adoption(on_text="2025-xx-xx"))))
    assert list(graph.nodes["planen"]) == ["kind", "title", "in_force", "status"]


def test_documents_stand_in_order_of_id() -> None:
    """Whatever the order of the records."""
    assert list(document_graph(bare(plan("b"), plan("a")))) == ["a", "b"]


@pytest.mark.parametrize("tie", ["based_on", "amends", "supplements", "outranks"])
def test_edges_go_from_a_document_to_what_it_is_tied_to(tie: str) -> None:
    """With the tie as their kind."""
    graph = document_graph(bare(plan("a", **{tie: ["b"]}), plan("b")))
    assert list(graph.edges(data=True)) == [("a", "b", {"kind": tie})]


def test_an_annex_is_part_of_its_document() -> None:
    """The edge goes from the part to the whole."""
    graph = document_graph(bare(plan("a", part_of="b"), plan("b")))
    assert list(graph.edges(data=True)) == [("a", "b", {"kind": "part_of"})]


def test_what_is_replaced_is_no_longer_in_force() -> None:
    """It is drawn by its name."""
    graph = document_graph(bare(plan("ny", replaces=["gammal"]), plan("gammal", title="Gamla planen")))
    assert (list(graph.edges(data=True)), dict(graph.nodes["gammal"])) == (
        [("ny", "gammal", {"kind": "replaces"})],
        {"kind": "document", "title": "Gamla planen", "in_force": False},
    )


def test_a_document_that_is_nowhere_is_unknown() -> None:
    """A flawed model is drawn too."""
    graph = document_graph(bare(plan("a", based_on=["nowhere"])))
    assert graph.nodes["nowhere"]["kind"] == "unknown"


def test_the_day_decides_which_documents_are_drawn() -> None:
    """A document that has not begun is none."""
    model = region().with_(plan("ny", adopted=None, in_force=Validity(first=date(2027, 1, 1))))
    assert [("ny" in document_graph(model, on=date(year, 1, 1))) for year in (2026, 2027)] == [False, True]
