"""What a question gives: an answer with its steps."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import frozen

from regionstyrning.text.escaping import for_html, one_line
from regionstyrning.text.readable import Readable
from regionstyrning.text.widths import folded

if TYPE_CHECKING:
    from regionstyrning.model.records import Source
    from regionstyrning.text.sentences import Language, Sentence


@frozen(kw_only=True)
class Step(Readable):
    """
    One step of an answer (steg): what was looked at, and what it rests on.

    Attributes:
        record: Id of the record.
        law: The paragraph, for a step that rests on law.
        source: Where it is said, if the record says so.
        sentence: What the step says, with names in braces.
        words: What the names stand for.
    """

    _read: ClassVar[str] = "record"

    record: str
    law: str | None = None
    source: Source | None = None
    sentence: Sentence
    words: tuple[tuple[str, str], ...] = ()

    def text(self, lang: Language = "sv") -> str:
        """The step in one sentence, made harmless."""
        return one_line(self.sentence.say(lang, **dict(self.words)))

    def to_records(self) -> list[dict[str, Any]]:
        """One row: record, law, publication, place, text."""
        return [
            {
                "record": self.record,
                "law": self.law,
                "publication": None if self.source is None else self.source.publication,
                "place": None if self.source is None else self.source.place,
                "text": self.text(),
            }
        ]


@frozen(kw_only=True)
class Answer(Readable):
    """
    The reply to a question (svar), with its steps and with what was passed over.

    Attributes:
        about: Id of what was asked about.
        on: The day that was asked about.
    """

    _read: ClassVar[str] = "steps"

    about: str
    on: date

    @abstractmethod
    def text(self, lang: Language = "sv", *, width: int = 80) -> str:
        """
        Say it in a sentence, a tree or a table.

        Args:
            lang: Swedish or English.
            width: Longest line, in columns.
        """

    @property
    @abstractmethod
    def steps(self) -> tuple[Step, ...]:
        """What was looked at, in order; made when read."""

    @property
    def refused(self) -> tuple[Step, ...]:
        """What was considered and turned down; made when read."""
        return ()

    @property
    def missing(self) -> tuple[str, ...]:
        """What is not known, each in a Swedish sentence; made when read."""
        return tuple(self.what_is_missing())

    @abstractmethod
    def what_is_missing(self, lang: Language = "sv") -> Iterator[str]:
        """What is not known, each in a sentence, in either language."""

    @property
    def complete(self) -> bool:
        """Whether nothing was missing."""
        return next(self.what_is_missing(), None) is None

    def _repr_html_(self) -> str:
        told = "".join(f"<li>{for_html(line)}</li>" for line in self.missing)
        return super()._repr_html_() + (f"<ul>{told}</ul>" if told else "")


def told_below(lines: Iterator[str], width: int = 80) -> list[str]:
    """
    What is not known, folded to stand below a table.

    Args:
        lines: What `Answer.what_is_missing` gave.
        width: Longest line.

    Returns:
        An empty line before the others, or nothing at all.
    """
    told = [piece for line in lines for piece in folded(one_line(line), width, "- ", "  ")]
    return ["", *told] if told else []
