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


@pytest.mark.parametrize("said", [None, " "])
def test_a_rule_without_a_docstring_is_refused(said: str | None) -> None:
    """Its first line is what people read of the rule."""

    def undescribed(_: Held) -> Iterator[Hit]:
        return iter(())

    undescribed.__doc__ = said
    with pytest.raises(TypeError) as caught:
        rule("house.quiet", severity=Severity.NOTE, source="Vi.", sentence=SENTENCE, mending=MENDING)(undescribed)
    assert str(caught.value) == (
        "expected a docstring on the check of 'house.quiet'. Its first line says what must hold"
    )


def test_a_rule_with_a_word_for_its_severity_is_refused_when_it_is_made() -> None:
    """Not when its first finding is sorted."""
    with pytest.raises(TypeError) as caught:
        rule("house.quiet", severity="note", source="Vi.", sentence=SENTENCE, mending=MENDING)  # type: ignore[arg-type]
    assert str(caught.value) == (
        "expected one of Severity.ERROR, Severity.WARNING, Severity.NOTE as the severity of 'house.quiet', found 'note'"
    )


def test_a_rule_over_an_unknown_catalogue_is_refused_when_it_is_made() -> None:
    """With the nearest one."""
    with pytest.raises(UnknownId) as caught:
        rule("house.quiet", severity=Severity.NOTE, source="Vi.", sentence=SENTENCE, mending=MENDING, each="goal")
    assert str(caught.value) == "no catalogue has the id 'goal'. Did you mean 'goals'?"


def test_a_hit_needs_neither_words_nor_source() -> None:
    """A sentence may have no names to fill in."""
    hit = Hit(("a",))
    assert (hit.words, hit.source) == ({}, None)
