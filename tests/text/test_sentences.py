"""Sentences are said in Swedish and English, and in no third language."""

from __future__ import annotations

import pytest

from regionstyrning.errors import InvalidValue
from regionstyrning.text.sentences import Sentence, language, listed

OWNERLESS = Sentence("{goal} saknar ägare.", "{goal} has no owner.")


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_two_languages_are_known(lang: str) -> None:
    """A known language comes back as it is."""
    assert language(lang) == lang


def test_another_language_is_refused() -> None:
    """The message says what was found and what was expected."""
    with pytest.raises(InvalidValue, match="unknown language 'SV', expected one of 'sv', 'en'"):
        language("SV")


def test_a_sentence_is_swedish_unless_asked() -> None:
    """What is said about a region is said in Swedish."""
    assert OWNERLESS.say(goal="Nära vård") == "Nära vård saknar ägare."


def test_a_sentence_in_english() -> None:
    """English comes when asked for."""
    assert OWNERLESS.say("en", goal="Nära vård") == "Nära vård has no owner."


def test_a_sentence_in_another_language_is_refused() -> None:
    """No sentence falls back in silence."""
    with pytest.raises(InvalidValue, match="unknown language 'de'"):
        OWNERLESS.say("de", goal="Nära vård")


def test_words_are_filled_in_as_they_stand() -> None:
    """Braces in a word are text: a title cannot reach into the sentence."""
    assert OWNERLESS.say(goal="{goal.__class__}") == "{goal.__class__} saknar ägare."


@pytest.mark.parametrize("name", ["lang", "self"])
def test_a_word_may_have_any_name(name: str) -> None:
    """The names of the arguments are free for words."""
    assert Sentence(f"<{{{name}}}>", "").say(**{name: "x"}) == "<x>"


@pytest.mark.parametrize(
    ("words", "swedish", "english"),
    [
        ([], "", ""),
        (["HSN"], "HSN", "HSN"),
        (["HSN", "RS"], "HSN och RS", "HSN and RS"),
        (["HSN", "RUN", "RS"], "HSN, RUN och RS", "HSN, RUN and RS"),
    ],
)
def test_a_list_in_running_text(words: list[str], swedish: str, english: str) -> None:
    """None, one, two or several words are joined as one writes them."""
    assert (listed(words), listed(iter(words), "en")) == (swedish, english)


def test_a_list_in_another_language_is_refused() -> None:
    """A list is refused a third language even where no joining word is needed."""
    with pytest.raises(InvalidValue, match="unknown language 'de'"):
        listed(["HSN"], "de")
