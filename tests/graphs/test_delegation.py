"""Delegations as a graph."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from regionstyrning import delegation_graph
from regionstyrning.errors import UnknownId
from regionstyrning.model import (
    Delegation,
    Limit,
    LimitUnit,
    Matter,
    Nature,
    Organ,
    OrganKind,
    Receiver,
    SteeringModel,
    Together,
    Validity,
)
from tests.threaded import region

DIRECTOR = Receiver(position="direktor")


def right(id: str, **more: Any) -> Delegation:  # noqa: ANN401 - any field
    """A right that hsn gives the director over purchases."""
    return Delegation(id=id, **{"giver": "hsn", "receivers": [DIRECTOR], "matters": ["inkop"], **more})


def scheme(*delegations: Delegation) -> SteeringModel:
    """A region with matters in a tree and these delegations."""
    matters = (
        Matter(id="ekonomi", title="Ekonomi"),
        Matter(id="inkop", title="Inköp", part_of="ekonomi"),
        Matter(id="direktupphandling", title="Direktupphandling", part_of="inkop"),
        Matter(id="personal", title="Personal"),
    )
    return region().with_(*matters, *delegations)


def drawn(model: SteeringModel, matter: str | None = None) -> list[str]:
    """The delegations that are drawn."""
    return [data["delegation"] for _, _, data in delegation_graph(model, matter=matter).edges(data=True)]


def test_an_edge_goes_from_the_giver_to_the_receiver() -> None:
    """Known by the delegation's id."""
    assert list(delegation_graph(scheme(right("d1"))).edges(keys=True)) == [("hsn", "direktor", "d1")]


def test_an_edge_has_what_is_written_of_the_right() -> None:
    """No law is applied."""
    full = right(
        "d1",
        nature=Nature.EXECUTION,
        except_matters=["direktupphandling"],
        limits=[Limit(value=Decimal(500000)), Limit(value=Decimal("5E+1"), unit=LimitUnit.PRICE_BASE_AMOUNT)],
        together=Together.JOINTLY,
        may_pass_on=False,
        urgent_only=True,
        builds_on="d0",
    )
    assert delegation_graph(scheme(full)).edges["hsn", "direktor", "d1"] == {
        "kind": "verkställighet",
        "delegation": "d1",
        "matters": ("inkop",),
        "except_matters": ("direktupphandling",),
        "limits": ("500000 kronor", "50 prisbasbelopp"),
        "together": "tillsammans",
        "may_pass_on": False,
        "urgent_only": True,
        "builds_on": "d0",
    }


def test_what_is_not_stated_is_left_out() -> None:
    """Each alone is how receivers act if nothing else is said."""
    assert delegation_graph(scheme(right("d1"))).edges["hsn", "direktor", "d1"] == {
        "kind": "beslut",
        "delegation": "d1",
        "matters": ("inkop",),
        "except_matters": (),
        "limits": (),
        "urgent_only": False,
    }


def test_nodes_are_organs_and_posts_with_their_kinds() -> None:
    """Only those that give or receive."""
    graph = delegation_graph(scheme(right("d1")))
    assert {id: dict(graph.nodes[id]) for id in graph} == {
        "hsn": {"kind": "nämnd", "title": "Hälso- och sjukvårdsnämnden", "in_force": True},
        "direktor": {"kind": "direktör", "title": "Hälsodirektör", "in_force": True},
    }


def test_an_organ_may_receive() -> None:
    """As fullmäktige gives to a nämnd."""
    graph = delegation_graph(scheme(right("d1", giver="rf", receivers=[Receiver(organ="hsn")])))
    assert list(graph.edges()) == [("rf", "hsn")]


def test_a_post_may_give() -> None:
    """Who may pass on gives in turn."""
    graph = delegation_graph(scheme(right("d1", giver="direktor", receivers=[Receiver(organ="hsn")])))
    assert list(graph.edges()) == [("direktor", "hsn")]


def test_each_receiver_has_an_edge() -> None:
    """Of the same delegation."""
    assert drawn(scheme(right("d1", receivers=[DIRECTOR, Receiver(organ="rs")]))) == ["d1", "d1"]


def test_a_statute_gives_in_its_own_words() -> None:
    """It is a node of its own."""
    graph = delegation_graph(scheme(right("d1", giver=None, statute="6 kap. 39 § KL")))
    assert dict(graph.nodes["6 kap. 39 § KL"]) == {
        "kind": "statute",
        "title": "6 kap. 39 § KL",
        "in_force": True,
    }


def test_an_office_receives_in_its_own_words() -> None:
    """The scheme names no post of the model."""
    graph = delegation_graph(scheme(right("d1", receivers=[Receiver(office="jourhavande")])))
    assert dict(graph.nodes["jourhavande"]) == {"kind": "office", "title": "jourhavande", "in_force": True}


def test_what_a_scheme_does_not_state_is_a_question_mark() -> None:
    """Neither giver nor receiver need be named."""
    graph = delegation_graph(scheme(right("d1", giver=None, receivers=[Receiver()])))
    assert list(graph.edges()) == [("?", "?")]


def test_a_post_that_is_nowhere_is_unknown() -> None:
    """A flawed model is drawn too."""
    graph = delegation_graph(scheme(right("d1", receivers=[Receiver(position="nowhere")])))
    assert dict(graph.nodes["nowhere"]) == {"kind": "unknown", "title": "nowhere", "in_force": False}


def test_a_giver_that_is_no_organ_or_post_is_unknown() -> None:
    """A document gives nothing of itself."""
    graph = delegation_graph(scheme(right("d1", giver="regionplanen")))
    assert dict(graph.nodes["regionplanen"]) == {"kind": "unknown", "title": "Regionplanen", "in_force": False}


def test_a_giver_no_longer_in_force_is_drawn_by_its_name() -> None:
    """The right is still on paper."""
    days = Validity(last=date(2025, 12, 31))
    ended = Organ(id="gamla", title="Gamla nämnden", kind=OrganKind.COMMITTEE, validity=days)
    graph = delegation_graph(scheme(right("d1", giver="gamla")).with_(ended))
    assert dict(graph.nodes["gamla"]) == {"kind": "organ", "title": "Gamla nämnden", "in_force": False}


def test_all_delegations_are_drawn_without_a_matter() -> None:
    """In order of id."""
    assert drawn(scheme(right("b", matters=["personal"]), right("a"))) == ["a", "b"]


def test_a_matter_is_decided_by_who_has_it() -> None:
    """Delegations of other matters are left out."""
    assert drawn(scheme(right("a"), right("b", matters=["personal"])), "inkop") == ["a"]


def test_a_matter_is_decided_by_who_has_a_wider_one() -> None:
    """At any distance."""
    model = scheme(right("a", matters=["ekonomi"]), right("b", matters=["inkop"]), right("c", matters=["personal"]))
    assert drawn(model, "direktupphandling") == ["a", "b"]


def test_a_matter_is_not_decided_by_who_has_a_narrower_one() -> None:
    """The part is not the whole."""
    assert drawn(scheme(right("a", matters=["direktupphandling"])), "inkop") == []


def test_an_exception_leaves_out_its_matter() -> None:
    """All but direct purchases."""
    model = scheme(right("a", matters=["ekonomi"], except_matters=["direktupphandling"]))
    assert (drawn(model, "inkop"), drawn(model, "direktupphandling")) == (["a"], [])


def test_an_exception_leaves_out_what_is_within_it() -> None:
    """All but purchases is no direct purchases either."""
    model = scheme(right("a", matters=["ekonomi"], except_matters=["inkop"]))
    assert drawn(model, "direktupphandling") == []


def test_matters_that_go_round_are_followed_once() -> None:
    """A flawed model is drawn too."""
    model = scheme(right("a")).with_(Matter(id="ekonomi", title="Ekonomi", part_of="direktupphandling"))
    assert drawn(model, "direktupphandling") == ["a"]


def test_a_wider_matter_that_is_nowhere_ends_the_search() -> None:
    """Nothing has it."""
    model = scheme(right("a")).with_(Matter(id="personal", title="Personal", part_of="nowhere"))
    assert drawn(model, "personal") == []


def test_an_unknown_matter_names_the_nearest() -> None:
    """It is a wrong call."""
    with pytest.raises(UnknownId) as caught:
        delegation_graph(scheme(), matter="inköp")
    assert str(caught.value) == "no Matter has the id 'inköp'. Did you mean 'inkop'?"


def test_the_day_decides_which_delegations_are_drawn() -> None:
    """The right ends with the year."""
    model = scheme(right("a", validity=Validity(last=date(2026, 12, 31))))
    assert [len(delegation_graph(model, on=date(year, 12, 31)).edges) for year in (2026, 2027)] == [1, 0]
