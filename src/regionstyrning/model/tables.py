"""Records, findings and answers as rows."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any, ClassVar

import attrs
from attrs import field, frozen

from regionstyrning.model.records import Keyed, as_tuple
from regionstyrning.text.escaping import for_html
from regionstyrning.text.numbers import number
from regionstyrning.text.plain import plain_value
from regionstyrning.text.readable import Readable
from regionstyrning.text.sentences import Sentence
from regionstyrning.text.tables import html_table, text_table
from regionstyrning.text.widths import folded, width_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from regionstyrning.text.sentences import Language

_NO_ROWS = Sentence("Inga rader.", "No rows.")
_MORE = Sentence("Fler kolumner: {columns}.", "More columns: {columns}.")
_TRUE, _FALSE = Sentence("ja", "yes"), Sentence("nej", "no")
_LAST = ("sources", "note", "proposed")
"""Columns that every record has, which stand after its own."""
_GAP = 2
_COMFORTABLE = 20
"""A column is shown in text if it gets this width and room for its longest word, or what its longest cell needs."""


@frozen(kw_only=True)
class Table(Readable):
    """
    Rows of values under the names of their columns, to be read in a terminal, a notebook or a program.

    Attributes:
        columns: The names, as fields are called in files.
        rows: For each row a value a column, None where there is none.
    """

    _read: ClassVar[str] = "rows"

    columns: tuple[str, ...] = field(default=(), converter=as_tuple)
    rows: tuple[tuple[Any, ...], ...] = field(default=(), converter=as_tuple)

    def text(self, lang: Language = "sv", *, width: int = 80) -> str:
        """
        Draw it in text.

        Args:
            lang: How numbers and truths are written.
            width: Longest line, in columns. What has no room is named below the table.
        """
        if not self.rows:
            return _NO_ROWS.say(lang)
        cells = [[_words(value, lang) for value in row] for row in self.rows]
        shown = self._fitting(cells, width)
        drawn = text_table(self.columns[:shown], [row[:shown] for row in cells], width)
        rest = self.columns[shown:]
        return "\n".join([drawn, *(folded(_MORE.say(lang, columns=", ".join(rest)), width) if rest else ())])

    def to_records(self) -> list[dict[str, Any]]:
        """One row a row, with decimals and days as text and tuples as lists."""
        return [dict(zip(self.columns, map(_plain, row), strict=True)) for row in self.rows]

    def _repr_html_(self) -> str:
        if not self.rows:
            return f"<p>{for_html(_NO_ROWS.say())}</p>"
        return html_table(self.columns, [[_words(value, "sv") for value in row] for row in self.rows])

    def _fitting(self, cells: list[list[str]], width: int) -> int:
        """How many of the first columns have room, at least one."""
        taken = 0
        for place, column in enumerate(zip(self.columns, *cells, strict=True)):
            word = max(width_of(word) for cell in column for word in cell.split(" "))
            taken += min(max(_COMFORTABLE, word), max(map(width_of, column)))
            if place and taken > width:
                return place
            taken += _GAP
        return len(self.columns)


def table(x: Readable | Iterable[object]) -> Table:
    """
    Show a catalogue, findings, an answer or the parts of one as rows.

    Args:
        x: Anything that is read, or several of it; or records, such as a catalogue of a model, or values
            inside records. They may be of different kinds.

    Returns:
        A row for each row of what is read, and for each record. A record's columns are its id, its fields
        in order, and last its sources and note; an id that is made of the fields stands after them.
        Columns that say nothing in any row are left out.

    Raises:
        TypeError: for something else, such as a whole model.

    >>> print(table(model.structures[0].perspectives).text())
    id                    title                 kind       level       geh
    --------------------  --------------------  ---------  ----------  ---
    invanare              Invånare              synvinkel  perspektiv  nej
    ekonomi-och-resurser  Ekonomi och resurser  synvinkel  perspektiv  ja
    """
    rows: list[Mapping[str, Any]] = []
    told: set[str] = set()
    for part in _parts(x):
        for row, tells in _rows(part):
            rows.append(row)
            told |= tells
    names = dict.fromkeys(name for row in rows for name in row if name in told)
    columns = sorted(names, key=lambda name: name in _LAST)  # which keeps the order of the others
    return Table(columns=columns, rows=[tuple(row.get(name) for name in columns) for row in rows])


def _parts(x: object) -> Iterable[object]:
    if isinstance(x, Readable):
        return (x,)
    if isinstance(x, Iterable):
        return x
    message = f"expected records or something that is read, found {type(x).__name__}. Give a catalogue of a model"
    raise TypeError(message)


def _rows(part: object) -> Iterator[tuple[Mapping[str, Any], set[str]]]:
    """Values by column, and the columns that say something."""
    if isinstance(part, Readable):
        for row in part.to_records():
            yield row, set(row)
    elif attrs.has(type(part)):
        yield _record(part), set(dict(_fields(part)))
    else:
        message = f"expected a record or something that is read, found {type(part).__name__}"
        raise TypeError(message)


def _record(value: Any) -> dict[str, Any]:  # noqa: ANN401 - any value of attrs
    fields = {each.name: getattr(value, each.name) for each in attrs.fields(type(value))}
    return {**fields, "id": value.id} if isinstance(value, Keyed) else fields


def _fields(value: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - any value of attrs
    """The id, which may be made of other fields, and each field that says something."""
    id = getattr(value, "id", None)
    if id is not None:
        yield "id", id
    for each in attrs.fields(type(value)):
        said = getattr(value, each.name)
        if said not in (each.default, None, ()):
            yield each.name, said


def _words(value: Any, lang: Language) -> str:  # noqa: ANN401, PLR0911 - any value of a field, one return for each kind
    match value:
        case None:
            return ""
        case bool():
            return (_TRUE if value else _FALSE).say(lang)
        case Decimal():
            return number(value, lang)
        case Enum():
            return str(value.value)
        case tuple() | list():
            return ", ".join(_words(each, lang) for each in value)
        case _ if attrs.has(type(value)):
            told = dict(_fields(value))
            return ", ".join(f"{name}: {_words(said, lang)}" for name, said in told.items())
        case _:
            return str(value)  # years are not grouped by thousands


def _plain(value: Any) -> Any:  # noqa: ANN401 - any value of a field
    match value:
        case tuple() | list():
            return [_plain(each) for each in value]
        case _ if attrs.has(type(value)):
            return {name: _plain(said) for name, said in _fields(value)}
        case _:
            return plain_value(value)
