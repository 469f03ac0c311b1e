"""What faults of files say: what was found, what was expected, and what was perhaps meant."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from difflib import get_close_matches
from enum import Enum
from typing import TYPE_CHECKING, Any

from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from regionstyrning.files.form.hooks import Dialect

LONGEST_SHOWN = 60

_EXPECTED: dict[Any, Sentence] = {
    str: Sentence("en text", "a text"),
    int: Sentence("ett heltal", "a whole number"),
    bool: Sentence("true eller false", "true or false"),
    ("toml", date): Sentence("ett datum utan klockslag, som 2025-12-31", "a date without a time, such as 2025-12-31"),
    ("json", date): Sentence('en dag som text, som "2025-12-31"', 'a day as a text, such as "2025-12-31"'),
    ("toml", Decimal): Sentence("ett tal", "a number"),
    ("json", Decimal): Sentence('ett tal som text, som "80.5"', 'a number as a text, such as "80.5"'),
}
_LIST = Sentence("en lista", "a list")
_TABLE = Sentence("en tabell", "a table")

_FOUND: dict[type, Sentence] = {
    str: Sentence("texten {found}", "the text {found}"),
    date: Sentence("datumet {found}", "the date {found}"),
    datetime: Sentence("tidpunkten {found}", "the date-time {found}"),
    time: Sentence("klockslaget {found}", "the time {found}"),
    list: _LIST,
    dict: _TABLE,
    bool: Sentence("{found}", "{found}"),
    type(None): Sentence("null", "null"),
}
_NUMBER = Sentence("talet {found}", "the number {found}")


def joined(*parts: Sentence | str) -> Sentence:
    """One sentence of several parts; a text is the same in both languages."""
    pairs = [part if isinstance(part, Sentence) else Sentence(part, part) for part in parts]
    return Sentence("".join(pair.sv for pair in pairs), "".join(pair.en for pair in pairs))


def expected_words(cls: Any, dialect: Dialect, *, many: bool = False) -> Sentence:  # noqa: ANN401 - a class or an annotation
    """
    What a field wants, in words.

    Args:
        cls: The class of its value, or of each of its values.
        dialect: What the file is written in.
        many: Whether it holds several.
    """
    if many or not isinstance(cls, type):
        return _LIST
    if issubclass(cls, Enum):
        return joined(Sentence("något av ", "one of "), any_of(member.value for member in cls))
    return _EXPECTED.get(cls) or _EXPECTED.get((dialect, cls)) or _TABLE


def found_words(value: object) -> Sentence:
    """What was found, in words; ``{found}`` stands for `shown`."""
    if isinstance(value, int | float | Decimal) and type(value) is not bool:
        return _NUMBER
    return _FOUND.get(type(value)) or class_words(type(value))


def class_words(cls: type) -> Sentence:
    """
    A value of a class, in words: in Python there are more of them than in a file.

    >>> class_words(Decimal).en
    'a Decimal'
    """
    article = "an" if cls.__name__[0] in "AEIO" else "a"
    return Sentence(f"ett värde av klassen {cls.__name__}", f"{article} {cls.__name__}")


def shown(value: object) -> str:
    """A value as a fault shows it: short, in quotes if it is a text, without control signs."""
    match value:
        case bool():
            text = str(value).lower()
        case str():
            text = repr(value)
        case list() | dict() | None:
            text = ""
        case int() if value.bit_length() > LONGEST_SHOWN * 4:
            text = "…"
        case _:
            text = str(value)
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"


def any_of(names: Iterable[str]) -> str:
    """Names in quotes, with commas between."""
    return ", ".join(map(repr, names))


def or_near(body: Sentence, name: str, known: Iterable[str]) -> Sentence:
    """The sentence with the nearest known name after it, or with all of them if none is near."""
    names = list(known)
    # Capitals are no difference: *Mkr* is nearer to *mnkr* than to *tkr*.
    small = {each.casefold(): each for each in names}
    near = get_close_matches(name.casefold(), small, n=1)
    if near:
        meant = small[near[0]]
        return joined(body, Sentence(f", menades {meant!r}?", f", did you mean {meant!r}?"))
    return joined(body, Sentence(", väntade något av ", ", expected one of "), any_of(names))
