"""Sentences in Swedish and English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from attrs import frozen

from regionstyrning.errors import InvalidValue

if TYPE_CHECKING:
    from collections.abc import Iterable

Language = Literal["sv", "en"]

LANGUAGES: tuple[Language, ...] = ("sv", "en")


def language(lang: str) -> Language:
    """
    Check that a language is one we speak.

    Args:
        lang: ``"sv"`` or ``"en"``.

    Raises:
        InvalidValue: for any other language.
    """
    for known in LANGUAGES:
        if lang == known:
            return known
    message = f"unknown language {lang!r}, expected one of {', '.join(map(repr, LANGUAGES))}"
    raise InvalidValue("lang", message)


@frozen
class Sentence:
    """
    A sentence in both languages, with names in braces to fill in.

    Attributes:
        sv: The Swedish wording.
        en: The English wording.

    >>> Sentence("{a} saknar ägare.", "{a} has no owner.").say("en", a="Målet")
    'Målet has no owner.'
    """

    sv: str
    en: str

    def say(self, lang: str = "sv", /, **words: object) -> str:
        """
        Fill in the words.

        Args:
            lang: ``"sv"`` or ``"en"``.
            words: A value for each name in the sentence.
        """
        return (self.sv if language(lang) == "sv" else self.en).format(**words)


def verbatim(sv: str, en: str) -> Sentence:
    """
    A text in both languages that is said as it is, with nothing to fill in.

    >>> verbatim("{så}", "{so}").say("en")
    '{so}'
    """
    return Sentence(*(text.replace("{", "{{").replace("}", "}}") for text in (sv, en)))


def listed(words: Iterable[str], lang: str = "sv") -> str:
    """
    Join words as a list in running text.

    >>> listed(["HSN", "RUN", "RS"])
    'HSN, RUN och RS'
    """
    items = list(words)
    last = " och " if language(lang) == "sv" else " and "
    return last.join(filter(None, [", ".join(items[:-1]), *items[-1:]]))
