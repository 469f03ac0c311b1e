"""What an overview of one scheme says: a line for each record that stands out."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import field, frozen

from regionstyrning.questions.powers.power import Power
from regionstyrning.text.escaping import one_line
from regionstyrning.text.readable import Readable
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from regionstyrning.text.sentences import Language


@frozen(kw_only=True)
class OverviewRow(Readable):
    """
    One record that stands out (rad).

    Attributes:
        record: Id of the delegation, matter or post.
        others: Ids of the records that it stands out for: what covers it, or what ends it.
        power: The power that it is about, with an example, where there is one.
        last: The last day, for what ends.
        reason: In short, for what ends: what ends it.
    """

    _read: ClassVar[str] = "record"

    record: str
    others: tuple[str, ...] = ()
    power: Power | None = None
    last: date | None = None
    reason: str | None = None
    _sentence: Sentence = field(repr=False)
    _words: tuple[tuple[str, str], ...] = field(repr=False, default=())

    def text(self, lang: Language = "sv") -> str:
        """The row in one sentence."""
        power = "" if self.power is None else self.power.text(lang)
        return one_line(self._sentence.say(lang, power=power, **dict(self._words)))

    def to_records(self) -> list[dict[str, Any]]:
        """One row: record, others, last day, reason, text."""
        return [
            {
                "record": self.record,
                "others": list(self.others),
                "last": None if self.last is None else self.last.isoformat(),
                "reason": self.reason,
                "text": self.text(),
            }
        ]


@frozen(kw_only=True)
class Overview(Readable):
    """
    What stands out in one scheme (översikt).

    Attributes:
        on: The first day that was asked about.
        until: The last, the same for a single day.
        rows: What stands out, in order of record.
    """

    _read: ClassVar[str] = "rows"

    on: date
    until: date
    rows: tuple[OverviewRow, ...]
    _heading: Sentence = field(repr=False)
    _nothing: Sentence = field(repr=False)

    @property
    def records(self) -> tuple[str, ...]:
        """The ids of what stands out, each once, in order."""
        return tuple(dict.fromkeys(row.record for row in self.rows))

    def text(self, lang: Language = "sv") -> str:
        """A heading, and a line for each row."""
        days = str(self.on) if self.on == self.until else f"{self.on}–{self.until}"
        if not self.rows:
            return self._nothing.say(lang, days=days)
        return "\n".join([self._heading.say(lang, days=days), *(f"- {row.text(lang)}" for row in self.rows)])

    def to_records(self) -> list[dict[str, Any]]:
        """One row a record, as of `OverviewRow`."""
        return [row for each in self.rows for row in each.to_records()]
