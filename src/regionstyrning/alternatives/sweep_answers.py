"""What a sweep gives: what a question got for an answer under each alternative."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from traceback import format_exception
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Protocol, TypeVar, runtime_checkable

from attrs import field, frozen

from regionstyrning.errors import UnknownId
from regionstyrning.model.records import as_tuple
from regionstyrning.model.tables import Table
from regionstyrning.text.escaping import for_html, one_line
from regionstyrning.text.numbers import number
from regionstyrning.text.plain import plain_value
from regionstyrning.text.readable import Readable
from regionstyrning.text.sentences import Sentence
from regionstyrning.text.widths import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.text.sentences import Language

Found_co = TypeVar("Found_co", covariant=True)

_TRIED = Sentence("Prövade alternativ: {tried}.", "Alternatives tried: {tried}.")
_SOME_FAILED = Sentence(
    "Prövade alternativ: {tried}, varav {failed} inte gav något svar.",
    "Alternatives tried: {tried}, of which {failed} gave no answer.",
)
_FAILED = Sentence("{name} gav inget svar ({failure}).", "{name} gave no answer ({failure}).")
_FAILED_ALIKE = Sentence(
    "{name} och {more} till gav inget svar ({failure}).", "{name} and {more} more gave no answer ({failure})."
)
_MORE_ROWS = Sentence("Rader som inte visas: {count}.", "Rows that are not shown: {count}.")
_MORE_FAILED = Sentence("Fler utan svar: {count}.", "More without an answer: {count}.")
_SHOWN = 20
"""Rows, and reasons why there is no answer, that are written out; all stand in `Sweep.to_records`."""


@frozen(kw_only=True)
class Failure:
    """
    Why an alternative gave no answer: the exception that stopped it.

    Attributes:
        kind: The name of its class.
        message: What it said.
        trace: Where it was raised, as Python writes it. It depends on where the alternative was run,
            and is left out when failures are compared.
    """

    kind: str
    message: str
    trace: str = field(default="", eq=False, repr=False)

    @classmethod
    def of(cls, error: BaseException) -> Failure:
        """The failure that an exception makes."""
        return cls(kind=type(error).__name__, message=str(error), trace="".join(format_exception(error)))

    def __str__(self) -> str:
        return f"{self.kind}: {self.message}" if self.message else self.kind


@runtime_checkable
class _SaysWhatIsMissing(Protocol):
    """An answer that says what is not known."""

    def what_is_missing(self, lang: Language = "sv") -> Iterator[str]:
        """What is not known, each in a sentence."""


@frozen(kw_only=True)
class Tried(Readable, Generic[Found_co]):
    """
    An alternative that was tried, and the answer under it.

    Attributes:
        name: What the alternative is called.
        answer: What the question gave; None if it gave nothing, or if the alternative failed.
        failure: Why there is no answer.
    """

    _read: ClassVar[str] = "answer"

    name: str
    answer: Found_co | None = None
    failure: Failure | None = None

    def text(self, lang: Language = "sv") -> str:
        """The name and the answer, or why there is none."""
        if self.failure is not None:
            return one_line(_FAILED.say(lang, name=self.name, failure=self.failure))
        return f"{one_line(self.name)}: {_said(self.answer, lang)}"

    def to_records(self) -> list[dict[str, Any]]:
        """
        The answer under the name of the alternative.

        Returns:
            A row with alternative, answer and failure. An answer that is read gives as many rows as it has,
            and a mapping one, with a column ``answer.x`` for each of their own columns x.
        """
        failure = None if self.failure is None else str(self.failure)
        return [{"alternative": self.name, **row, "failure": failure} for row in self._rows()]

    def what_is_missing(self, lang: Language = "sv") -> Iterator[str]:
        """What the answer says is not known, each in a sentence; a figure or a mapping says nothing of it."""
        if isinstance(self.answer, _SaysWhatIsMissing):
            yield from self.answer.what_is_missing(lang)

    def _rows(self) -> list[dict[str, Any]]:
        match self.answer:
            case Readable():
                rows: list[Mapping[Any, Any]] = [*self.answer.to_records()] or [{}]
            case Mapping():
                rows = [self.answer]
            case _:
                return [{"answer": plain_value(self.answer)}] if self.failure is None else [{}]
        return [{f"answer.{name}": plain_value(value) for name, value in row.items()} for row in rows]


def _said(answer: object, lang: Language) -> str:
    match answer:
        case Readable():
            return answer.text(lang)
        case Mapping():
            return ", ".join(f"{name}: {_said(value, lang)}" for name, value in answer.items())
        case Decimal():
            return number(answer, lang)
        case _:
            return str(plain_value(answer))


@frozen(kw_only=True)
class Sweep(Readable, Generic[Found_co]):
    """
    A sweep (genomgång av alternativ): one question asked under many alternatives.

    It is the same whatever it was run on.

    Attributes:
        about: Id of the model that the alternatives start from.
        results: For each alternative what it gave, in the order that they were given.
    """

    _read: ClassVar[str] = "results"

    about: str
    results: tuple[Tried[Found_co], ...] = field(converter=as_tuple)

    @property
    def failures(self) -> tuple[Tried[Found_co], ...]:
        """The alternatives that gave no answer, in order."""
        return tuple(each for each in self.results if each.failure is not None)

    def __getitem__(self, name: str) -> Tried[Found_co]:
        """
        What an alternative gave.

        Raises:
            UnknownId: if none has the name; it tells the nearest.
        """
        for each in self.results:
            if each.name == name:
                return each
        raise UnknownId("alternative", name, [each.name for each in self.results])

    def text(self, lang: Language = "sv", *, width: int = 80) -> str:
        """
        Draw the first answers as a table, and tell why others gave none, those alike together.

        Args:
            lang: Swedish or English.
            width: Longest line, in columns.
        """
        table, hidden = self._table()
        drawn = ["", table.text(lang, width=width)] if table.rows else []
        told = [line for each in self._told(lang, hidden) for line in folded(one_line(each), width, "- ", "  ")]
        return "\n".join([self._head(lang), *drawn, *(["", *told] if told else [])])

    def to_records(self) -> list[dict[str, Any]]:
        """Every row of every alternative, with the columns of all."""
        rows = [row for each in self.results for row in each.to_records()]
        columns = dict.fromkeys(name for row in rows for name in row if name != "failure")
        return [{name: row.get(name) for name in (*columns, "failure")} for row in rows]

    def _repr_html_(self) -> str:
        table, hidden = self._table()
        told = "".join(f"<li>{for_html(each)}</li>" for each in self._told("sv", hidden))
        drawn = table._repr_html_() if table.rows else ""
        return f"<p>{for_html(self._head('sv'))}</p>{drawn}" + (f"<ul>{told}</ul>" if told else "")

    def _head(self, lang: Language) -> str:
        failed = len(self.failures)
        sentence = _SOME_FAILED if failed else _TRIED
        return sentence.say(lang, tried=number(len(self.results), lang), failed=number(failed, lang))

    def _table(self) -> tuple[Table, int]:
        """The first rows with an answer, and how many more there are."""
        answered: Sweep[Found_co] = Sweep(about=self.about, results=[each for each in self.results if not each.failure])
        rows = answered.to_records()
        columns = [name for name in (rows[0] if rows else ()) if name != "failure"]
        shown = [tuple(row[name] for name in columns) for row in rows[:_SHOWN]]
        return Table(columns=columns, rows=shown), len(rows) - len(shown)

    def _told(self, lang: Language, hidden: int) -> Iterator[str]:
        """What the table does not show."""
        if hidden:
            yield _MORE_ROWS.say(lang, count=number(hidden, lang))
        alike: dict[Failure | None, list[Tried[Found_co]]] = {}
        for each in self.failures:
            alike.setdefault(each.failure, []).append(each)
        told = list(alike.values())
        for first, *more in told[:_SHOWN]:
            count = number(len(more), lang)
            alone = first.text(lang)
            yield _FAILED_ALIKE.say(lang, name=first.name, more=count, failure=first.failure) if more else alone
        if len(told) > _SHOWN:
            yield _MORE_FAILED.say(lang, count=number(sum(map(len, told[_SHOWN:])), lang))
