"""What an answer does not know, in words."""

from __future__ import annotations

from datetime import date

import pytest

from regionstyrning.model import Adoption, Decision, DecisionKind, Owner, Validity
from regionstyrning.questions.missing import absent, doubts_of_the_day, undated, undated_documents, unthreaded
from regionstyrning.questions.threads import threads
from regionstyrning.text.sentences import LANGUAGES
from tests.threaded import DAY, bare, goal, link, plan, region


def test_every_broken_link_is_told() -> None:
    """In both languages."""
    found = threads(bare(goal("a"), link("a", "b"), link("c", "d")))
    assert [list(unthreaded(found, lang)) for lang in LANGUAGES] == [
        [
            "Länken från a till b leder inte till något som gäller den dagen och är överhoppad.",
            "Länken från c till d leder inte till något som gäller den dagen och är överhoppad.",
        ],
        [
            "The link from a to b leads to nothing in force that day and is passed over.",
            "The link from c to d leads to nothing in force that day and is passed over.",
        ],
    ]


def test_only_broken_links_among_some_are_told_if_so_asked() -> None:
    """Whichever end is among them."""
    found = threads(bare(goal("a"), goal("z"), link("a", "b"), link("c", "a"), link("z", "x")))
    assert len(list(unthreaded(found, among={"a"}))) == 2


def test_links_between_the_same_ends_are_told_once() -> None:
    """They differ in their days alone."""
    links = [link("a", "b", validity=Validity(first=date(year, 1, 1))) for year in (2024, 2025)]
    assert len(list(unthreaded(threads(bare(goal("a"), *links))))) == 1


def test_an_undated_document_is_told() -> None:
    """In both languages."""
    held = bare(plan("planen", adopted=None))
    assert [list(undated(held, ["planen"], lang)) for lang in LANGUAGES] == [
        ["Ingen känd första dag för Planen; det räknas som gällande."],
        ["No known first day for Planen; it is taken to be in force."],
    ]


def test_undated_documents_are_told_in_order_of_id() -> None:
    """Each once."""
    held = bare(plan("b", adopted=None), plan("a", adopted=None), plan("c", adopted=None))
    told = [line.split()[5] for line in undated(held, ["b", "a", "b", None])]
    assert told == ["A;", "B;"]


@pytest.mark.parametrize("id", [None, "nowhere", "rf", "regionplanen"])
def test_what_is_no_undated_document_is_not_told(id: str | None) -> None:
    """None, an id that leads nowhere, an organ, a dated document."""
    assert list(undated(region(), [id])) == []


def test_a_document_adopted_by_a_decision_of_a_known_day_is_dated() -> None:
    """The day need not stand in the document."""
    decided = Decision(kind=DecisionKind.ADOPTS, by="rf", on=date(2026, 1, 7), about="planen", title="Antar planen")
    held = bare(plan("planen", adopted=None), decided)
    assert undated_documents(held) == frozenset()


def test_a_document_in_force_from_a_known_day_is_dated() -> None:
    """Whoever adopted it."""
    held = bare(plan("planen", adopted=Adoption(organ="rf"), in_force=Validity(first=DAY)))
    assert undated_documents(held) == frozenset()


def test_an_annex_has_the_day_of_what_it_belongs_to() -> None:
    """It holds as long as that does."""
    held = bare(plan("planen"), plan("bilagan", adopted=None, part_of="planen"))
    assert undated_documents(held) == frozenset()


def test_an_annex_of_an_undated_document_is_undated() -> None:
    """And so is one of a document that is nowhere."""
    annexes = plan("a", adopted=None, part_of="planen"), plan("b", adopted=None, part_of="nowhere")
    held = bare(plan("planen", adopted=None), *annexes)
    assert undated_documents(held) == {"planen", "a", "b"}


def test_annexes_that_go_round_are_undated() -> None:
    """A flawed model is no reason to stop."""
    held = bare(plan("a", adopted=None, part_of="b"), plan("b", adopted=None, part_of="a"))
    assert undated_documents(held) == {"a", "b"}


def test_an_owner_that_does_not_exist_is_told() -> None:
    """In both languages, by id if nothing more is known."""
    goals = [goal("a", owners=[Owner(organ="ingen"), Owner(organ="rf"), Owner()])]
    assert [list(absent(region(), goals, lang)) for lang in LANGUAGES] == [
        ["ingen står som ägare men finns inte den dagen."],
        ["ingen is named as owner but does not exist that day."],
    ]


def test_owners_that_do_not_exist_are_told_in_order_of_id() -> None:
    """Organs and posts, each once."""
    goals = [goal("a", owners=[Owner(position="b"), Owner(organ="a")]), goal("b", owners=[Owner(organ="a")])]
    assert [line.split()[0] for line in absent(bare(), goals)] == ["a", "b"]


def test_an_owner_that_is_no_organ_is_told() -> None:
    """A document carries nothing."""
    goals = [goal("a", owners=[Owner(organ="regionplanen")])]
    assert list(absent(region(), goals)) == ["Regionplanen står som ägare men finns inte den dagen."]


def test_a_kind_of_owner_is_not_told() -> None:
    """That there is none of it shows in who carries the goal."""
    assert list(absent(region(), [goal("a", owners=[Owner(organ="hsn"), Owner(position="direktor")])])) == []


def test_that_no_structure_is_in_force_is_told() -> None:
    """In both languages."""
    held = bare(structures=())
    assert [list(doubts_of_the_day(held, lang)) for lang in LANGUAGES] == [
        ["Ingen struktur gäller den 2026-03-01, så vad som krävs är okänt."],
        ["No structure is in force on 2026-03-01, so what is required is not known."],
    ]


def test_a_structure_in_force_is_not_told() -> None:
    """Then it is known what is required."""
    assert list(doubts_of_the_day(bare())) == []
