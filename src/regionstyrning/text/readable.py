"""What every answer, finding and verdict can be read as."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, TypeAlias

from attrs import frozen

from regionstyrning.errors import NoTruthValue
from regionstyrning.text.tables import html_table

if TYPE_CHECKING:
    from regionstyrning.text.sentences import Language


Words: TypeAlias = Mapping[str, Mapping[object, str]]
"""What the values of a column are called, by the column's name."""


@frozen
class Readable(ABC):
    """
    Something that is read, never tested for truth.

    A class under it says in ``_read`` which attribute holds what one would have tested,
    and gives ``text`` and ``to_records``; in ``_called`` what values are called in a notebook, where they
    do not speak for themselves.
    """

    _read: ClassVar[str] = "text"
    _called: ClassVar[Words] = {}

    @abstractmethod
    def text(self, lang: Language = "sv") -> str:
        """Say it in one sentence, tree or table."""

    def headline(self, lang: Language = "sv") -> str:
        """Say it in one line: the first of the text, unless that is folded."""
        return next(iter(self.text(lang).splitlines()), "")

    @abstractmethod
    def to_records(self) -> list[dict[str, Any]]:
        """Give it as rows of plain values, the same keys in every row."""

    def __bool__(self) -> NoReturn:
        """
        Refuse to be true or false.

        Raises:
            NoTruthValue: always; it names the attribute to read.
        """
        raise NoTruthValue(type(self).__name__, self._read)

    def _repr_html_(self) -> str:
        rows = self.to_records()
        headers = list(rows[0]) if rows else []
        cells = [[self._cell(name, value) for name, value in row.items()] for row in rows]
        return html_table(headers, cells, caption=self.headline())

    def _cell(self, name: str, value: object) -> str:
        words = self._called.get(name)
        return _shown(value) if words is None else words[value]


def _shown(value: object) -> str:
    if value is None:
        return ""
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
