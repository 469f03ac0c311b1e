"""What a question gives: an answer with its steps."""

from __future__ import annotations

from abc import abstractmethod
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import frozen

from regionstyrning.text.readable import Readable

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
        """The step in one sentence."""
        return self.sentence.say(lang, **dict(self.words))

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

    @property
    @abstractmethod
    def steps(self) -> tuple[Step, ...]:
        """What was looked at, in order; made when read."""

    @property
    def refused(self) -> tuple[Step, ...]:
        """What was considered and turned down; made when read."""
        return ()

    @property
    @abstractmethod
    def missing(self) -> tuple[str, ...]:
        """What is not known, each in a Swedish sentence; made when read."""

    @property
    def complete(self) -> bool:
        """Whether nothing was missing."""
        return not self.missing
