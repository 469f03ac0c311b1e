"""Something to be reported, or recorded, by a day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import field, frozen

from regionstyrning.model.delegation import Frequency
from regionstyrning.model.records import Source, as_tuple
from regionstyrning.questions.authority.duties import REPORTED
from regionstyrning.text.escaping import one_line
from regionstyrning.text.readable import Readable
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from regionstyrning.text.sentences import Language


@frozen(kw_only=True)
class Due(Readable):
    """
    Something to be reported by a day (anmälan att göra).

    Attributes:
        on: The last day; None for a next meeting whose day is not known.
        title: What is reported, in Swedish.
        kind: ``anmäls``, or ``protokollförs särskilt`` for a decision that is not to be reported.
        organ: Id of the organ or post that it is reported to, or that records its decision.
        often: How often.
        delegations: Ids of the delegations, in order.
        decision: Id of the decision, for one that is recorded.
        shown_by: Id of the decision that shows that it was done, if one is recorded.
        law: The paragraphs.
        source: Where the first delegation is said, if it says so.
        document_kind: None, as of every step that no kind of document belongs to.
        slack_days: None, since no statute sets a last day for reports of decisions on delegation.
        moved_from: The day that it was moved from, where the setting moves last days from holidays.
    """

    _read: ClassVar[str] = "done"

    on: date | None
    organ: str
    often: Frequency
    delegations: tuple[str, ...] = field(converter=as_tuple)
    decision: str | None = None
    shown_by: str | None = None
    law: str | None = None
    source: Source | None = None
    sentence: Sentence
    words: tuple[tuple[str, str], ...] = ()
    kind: str = REPORTED
    document_kind: None = None
    slack_days: None = None
    moved_from: date | None = None

    @property
    def done(self) -> bool:
        """Whether a recorded decision shows that it was done; that none does is no proof that it was not."""
        return self.shown_by is not None

    @property
    def title(self) -> str:
        """What is reported, in Swedish."""
        return self.text()

    def text(self, lang: Language = "sv") -> str:
        """What is reported, in one clause."""
        return one_line(self.sentence.say(lang, **dict(self.words)))

    def to_records(self) -> list[dict[str, Any]]:
        """One row: on, moved_from, kind, organ, often, delegations, decision, done, shown_by, law, text."""
        return [
            {
                "on": None if self.on is None else self.on.isoformat(),
                "moved_from": None if self.moved_from is None else self.moved_from.isoformat(),
                "kind": self.kind,
                "organ": self.organ,
                "often": self.often.value,
                "delegations": list(self.delegations),
                "decision": self.decision,
                "done": self.done,
                "shown_by": self.shown_by,
                "law": self.law,
                "text": self.text(),
            }
        ]
