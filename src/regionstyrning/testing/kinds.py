"""What the keys of a case file may hold, and how a value is compared with what was found."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from attrs import field, frozen

from regionstyrning.text.sentences import Sentence


@frozen
class Kind:
    """
    What a key may hold (slag av värde).

    Attributes:
        words: What is expected, in words.
        fits: Whether a value is such a one.
    """

    words: Sentence
    fits: Callable[[Any], bool]


def _of(*classes: type) -> Callable[[Any], bool]:
    """Exactly of one of the classes: true is no number, and a point in time is no day."""
    return lambda value: type(value) in classes


def _list_of(fits: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda value: type(value) is list and all(map(fits, value))


def _is_said(value: Any) -> bool:  # noqa: ANN401 - whatever the file holds
    """A text that is not empty, which would stand in any other."""
    return type(value) is str and value != ""


def _facts(value: Any) -> bool:  # noqa: ANN401 - whatever the file holds
    if type(value) is dict:
        return all(type(each) in {bool, int, Decimal} for each in value.values())
    return _list_of(_of(str))(value)


DEPENDS = "beror"
"""How a case file writes that the answer depends on what is not known."""

TEXT = Kind(Sentence("en text", "a text"), _is_said)
TRUTH = Kind(Sentence("true eller false", "true or false"), _of(bool))
DAY = Kind(Sentence("ett datum utan klockslag, som 2025-12-31", "a date without a time, such as 2025-12-31"), _of(date))
WHOLE = Kind(Sentence("ett heltal", "a whole number"), _of(int))
TEXTS = Kind(Sentence("en lista med texter", "a list of texts"), _list_of(_of(str)))
TEXT_OR_TEXTS = Kind(
    Sentence("en text eller en lista med texter", "a text or a list of texts"),
    lambda value: _is_said(value) or (value != [] and _list_of(_is_said)(value)),
)
ROWS = Kind(Sentence("en lista med listor av texter", "a list of lists of texts"), _list_of(_list_of(_of(str))))
ANSWER = Kind(
    Sentence(f'true, false eller "{DEPENDS}"', f'true, false or "{DEPENDS}"'),
    lambda value: type(value) is bool or value == DEPENDS,
)
FACTS = Kind(
    Sentence(
        "en lista med namn, eller en tabell med true, false eller tal för varje namn",
        "a list of names, or a table with true, false or a number for each name",
    ),
    _facts,
)
TABLE = Kind(Sentence("en tabell", "a table"), _of(dict))
TABLES = Kind(Sentence("en lista med tabeller", "a list of tables"), _list_of(_of(dict)))


@frozen
class Expectation:
    """
    Something that a case may expect of an answer (förväntan).

    Attributes:
        kind: What the key may hold.
        holds: Whether what is told agrees with what was found.
    """

    kind: Kind
    holds: Callable[[Any, Any], bool]


def _alike(told: Any, found: Any) -> bool:  # noqa: ANN401 - whatever is compared
    return bool(_sorted(told) == _sorted(found))


def _equal(told: Any, found: Any) -> bool:  # noqa: ANN401 - whatever is compared
    return bool(told == found)


def _sorted(value: Any) -> Any:  # noqa: ANN401 - whatever is compared
    """The value, lists in any order: findings, paths and deciders come as they come."""
    return sorted(value) if isinstance(value, list) else value


def _once(words: Iterable[str | None]) -> tuple[str, ...]:
    """Each word once, and none that is none."""
    return tuple(dict.fromkeys(word for word in words if word))


def several(told: str | Iterable[str]) -> list[str]:
    """What is told as a text or as a list of texts, as a list."""
    return [told] if isinstance(told, str) else list(told)


@frozen
class Reasons:
    """
    What an answer rests on, as a case may name it (skäl).

    Attributes:
        words: Codes, ids, paragraphs and sources.
        texts: Sentences.
    """

    words: tuple[str, ...] = field(default=(), converter=_once)
    texts: tuple[str, ...] = field(default=(), converter=_once)


def among(told: str | Iterable[str], found: Reasons) -> bool:
    """Whether each piece is one of the words, or stands in one of the words or sentences as a whole."""
    return all(any(_tells(reason, piece) for reason in (*found.words, *found.texts)) for piece in several(told))


def _tells(reason: str, piece: str) -> bool:
    """Whether it is the reason, or stands in it: a part of a code or an id is another."""
    return reason == piece or (" " in reason and cites(reason.casefold(), piece.casefold()))


def cites(text: str, piece: str) -> bool:
    """
    Whether a text has a piece in it as whole words: 6 kap. 3 § is no part of 6 kap. 38 §.

    >>> cites("KL 6 kap. 38 § första stycket 1 p", "KL 6 kap. 38 §")
    True
    >>> cites("KL 6 kap. 38 §", "6 kap. 3")
    False
    """
    at = text.find(piece)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(piece) : at + len(piece) + 1]
        if not (before.isalnum() and piece[:1].isalnum()) and not (after.isalnum() and piece[-1:].isalnum()):
            return True
        at = text.find(piece, at + 1)
    return False


def _each_cited(told: str | list[str], found: Reasons) -> bool:
    return all(any(cites(each, piece) for each in (*found.words, *found.texts)) for piece in several(told))


def same(kind: Kind) -> Expectation:
    """What has to be the same, lists in any order."""
    return Expectation(kind, _alike)


def in_order(kind: Kind) -> Expectation:
    """What has to be the same, in the same order."""
    return Expectation(kind, _equal)


BECAUSE = Expectation(TEXT_OR_TEXTS, among)
"""Reasons that have to be among those given."""

LAW = Expectation(TEXT_OR_TEXTS, _each_cited)
"""Paragraphs, or other sources, that have to be cited."""
