"""What every record has: sources, a note, and a mark if someone has proposed it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import astuple, field, frozen

from regionstyrning.errors import InvalidValue

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def as_tuple(values: Iterable[Any]) -> tuple[Any, ...]:
    """
    Make a tuple of any iterable but a bare text.

    It serves the hand that writes ``owners=["rs"]``. The elements are typed by the field, not
    here, since mypy does not follow a generic converter.

    Raises:
        TypeError: for a text, whose letters were hardly meant, and for what is not iterable.
    """
    if type(values) is tuple:
        return values
    if isinstance(values, str | bytes):
        message = f"expected several values, found the bare text {values!r}. Write ({values!r},)"
        raise TypeError(message)
    return tuple(values)


Number = Decimal | int | str
"""What a number may be given as; a float has other digits than those that were written."""


def as_decimal(value: Number) -> Decimal:
    """
    Make an exact number of what a hand may write for one.

    Raises:
        TypeError: for a float and whatever else is no number.
        InvalidValue: for a text that is none.

    >>> as_decimal(5), as_decimal("7.5")
    (Decimal('5'), Decimal('7.5'))
    """
    if type(value) is Decimal:
        return value
    if isinstance(value, bool) or not isinstance(value, Decimal | int | str):
        message = f"expected a Decimal, an int or a text, found the {type(value).__name__} {value!r}"
        raise TypeError(message)
    try:
        return Decimal(value)
    except InvalidOperation:
        message = f"expected a number with a decimal point, found {value!r}"
        raise InvalidValue("value", message) from None


def as_decimal_if_any(value: Number | None) -> Decimal | None:
    """Make an exact number, where there may be none."""
    return None if value is None else as_decimal(value)


def to(*catalogues: str) -> Mapping[str, tuple[str, ...]]:
    """
    Say of a field, in its metadata, which catalogues of the model its ids name.

    Without a catalogue it may name any record.
    """
    return {"to": catalogues}


def within(*parts: str) -> Mapping[str, tuple[str, ...]]:
    """Say of a field, in its metadata, which parts of a structure its ids name."""
    return {"within": parts}


class Reading(Enum):
    """How a source holds what is said of it (läsning)."""

    STATED = "uttalad"
    INFERRED = "tolkad"
    DISPUTED = "omtvistad"


@frozen(kw_only=True)
class Source:
    """
    A place where something is said (källa).

    Attributes:
        publication: Id of the publication.
        place: Chapter, page or paragraph in it.
        quote: A short quotation, as printed.
        reading: Whether the place states it, we infer it, or places disagree about it.
        note: What the reading rests on.
    """

    publication: str = field(metadata=to("publications"))
    place: str | None = None
    quote: str | None = None
    reading: Reading = Reading.STATED
    note: str | None = None


@frozen(kw_only=True)
class Record:
    """
    A frozen value with an id and a source (post).

    Attributes:
        sources: Where it is said. Empty for fictional and proposed records only.
        note: What a reader should know of it.
        proposed: Whether someone has changed it as an alternative.
    """

    sources: tuple[Source, ...] = field(default=(), converter=as_tuple)
    note: str | None = None
    proposed: bool = False


@frozen(kw_only=True)
class Keyed(Record):
    """
    A link or fact that is known by its natural key.

    The same key twice in a model is a fault. The id is made of the key and stands in no file.
    """

    _prefix: ClassVar[str]
    _key: ClassVar[tuple[str, ...]]

    @property
    def key(self) -> tuple[Any, ...]:
        """The values that the record is known by, in a fixed order."""
        return _reader(self._key)(self)

    @property
    def id(self) -> str:
        """The key in one text, unique in the model: ``outcome/hme-totalindex/2022/-/RVN/-/slutlig``."""
        parts = [self._prefix]
        for value in _reader(self._key)(self):
            if value is None:  # most are
                parts.append("-")
            elif type(value) is str:
                parts.append(_quoted(value))
            else:
                parts.append(str(value) if type(value) is int else _in_id(value))
        while len(parts) > 1 and parts[-1] == "-":
            parts.pop()
        return "/".join(parts)


@cache
def _reader(key: tuple[str, ...]) -> Callable[[Keyed], tuple[Any, ...]]:
    """What reads the values of a key, which has two fields or more, all at once."""
    values: Callable[[Keyed], tuple[Any, ...]] = attrgetter(*key)
    return values


def _in_id(value: Any, *, joined: bool = False) -> str:  # noqa: ANN401 - any value of a key
    match value:
        case None:
            return "-"
        case Enum():
            text = str(value._value_)  # what ``value`` reads, in half the time
        case date():
            text = value.isoformat()
        case tuple():
            return "+".join(_in_id(part, joined=joined) for part in value) or "-"
        case str() | int():
            text = str(value)
        case _:
            return "..".join(_in_id(part, joined=True) for part in astuple(value, recurse=False))
    quoted = _quoted(text)
    return quoted.replace(".", "%2E") if joined else quoted


def _quoted(text: str) -> str:
    """A text without the signs that part an id."""
    return "%2D" if text == "-" else text.replace("%", "%25").replace("/", "%2F").replace("+", "%2B")
