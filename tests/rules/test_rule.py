"""What a rule is made of."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from regionstyrning.errors import UnknownId
from regionstyrning.model import Severity
from regionstyrning.rules import Held, Hit, Rule, rule
from regionstyrning.text.sentences import Sentence

SENTENCE = Sentence("Fel.", "Wrong.")
MENDING = Sentence("Rätta.", "Mend it.")


def nothing(_: Held) -> Iterator[Hit]:
    """
    Nothing is asked.

    And nothing is found.
    """
    return iter(())


def undescribed(_: Held) -> Iterator[Hit]:  # noqa: D103 - that is the point
    return iter(())


def test_a_rule_has_all_that_it_is_made_with() -> None:
    """And its title from the first line of its docstring."""
    made = rule(
        "house.quiet",
        severity=Severity.NOTE,
        source="Vi.",
        sentence=SENTENCE,
        mending=MENDING,
        lawful=True,
        each="goals",
    )(nothing)
    assert made == Rule(
        id="house.quiet",
        title="Nothing is asked.",
        severity=Severity.NOTE,
        source="Vi.",
        sentence=SENTENCE,
        mending=MENDING,
        lawful=True,
        each="goals",
        check=nothing,
    )


def test_a_rule_looks_at_the_model_and_is_no_law_unless_it_says_so() -> None:
    """Both are said when it is made."""
    made = rule("house.quiet", severity=Severity.NOTE, source="Vi.", sentence=SENTENCE, mending=MENDING)(nothing)
    assert (made.each, made.lawful) == (None, False)


def test_a_rule_without_a_docstring_is_titled_by_its_id() -> None:
    """So that it can be told all the same."""
    made = rule("house.quiet", severity=Severity.NOTE, source="Vi.", sentence=SENTENCE, mending=MENDING)(undescribed)
    assert made.title == "house.quiet"


def test_a_rule_over_an_unknown_catalogue_is_refused_when_it_is_made() -> None:
    """With the nearest one."""
    with pytest.raises(UnknownId) as caught:
        rule("house.quiet", severity=Severity.NOTE, source="Vi.", sentence=SENTENCE, mending=MENDING, each="goal")
    assert str(caught.value) == "no catalogue has the id 'goal'. Did you mean 'goals'?"


def test_a_hit_needs_neither_words_nor_source() -> None:
    """A sentence may have no names to fill in."""
    hit = Hit(("a",))
    assert (hit.words, hit.source) == ({}, None)
