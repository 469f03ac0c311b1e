"""What a rule says of a model."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import field, frozen

from regionstyrning.model.records import as_tuple
from regionstyrning.text.readable import Readable
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from regionstyrning.text.sentences import Language


class Severity(Enum):
    """How grave a finding is (allvar)."""

    ERROR = "fel"
    WARNING = "varning"
    NOTE = "upplysning"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return _ORDER.index(self)

    def title(self, lang: Language = "sv") -> str:
        """The word for it."""
        return self.value if lang == "sv" else self.name.lower()


_ORDER = tuple(Severity)


@frozen
class Where:
    """
    Where a record is written.

    Attributes:
        file: Path of the file, relative to the folder that was loaded.
        line: Line number from 1, or None if it is not known.
    """

    file: str
    line: int | None = None

    def __str__(self) -> str:
        return self.file if self.line is None else f"{self.file}:{self.line}"


@frozen(kw_only=True)
class Finding(Readable):
    """
    What a rule says of a model (fynd). A fault of a file is one too.

    It holds ids and words; its sentence is made when read.

    Attributes:
        rule: Id of the rule.
        severity: How grave it is.
        records: Ids of the records it is about, the one to mend first.
        sentence: What is the matter, with names in braces.
        words: What the names stand for.
        source: What the rule rests on: a paragraph, an audit, a document, or our own reading.
        mending: What would mend it, with the same names.
        place: Looks up where the first record is written, when asked.
    """

    _read: ClassVar[str] = "severity"

    rule: str
    severity: Severity
    records: tuple[str, ...] = field(default=(), converter=as_tuple)
    sentence: Sentence
    words: tuple[tuple[str, str], ...] = field(default=(), converter=as_tuple)
    source: str | None = None
    mending: Sentence | None = None
    place: Callable[[], Where | None] | None = field(default=None, eq=False, repr=False)

    @property
    def where(self) -> Where | None:
        """File and line of the first record; None if not known."""
        return None if self.place is None else self.place()

    @property
    def mend(self) -> str | None:
        """What would mend it, in Swedish."""
        return self.how_to_mend()

    def how_to_mend(self, lang: Language = "sv") -> str | None:
        """What would mend it, in either language."""
        return None if self.mending is None else self.mending.say(lang, **dict(self.words))

    def text(self, lang: Language = "sv") -> str:
        """What is the matter, in one sentence."""
        return self.sentence.say(lang, **dict(self.words))

    def to_records(self) -> list[dict[str, Any]]:
        """One row: rule, severity, text, records, file, line, mend, source."""
        where = self.where
        return [
            {
                "rule": self.rule,
                "severity": self.severity.value,
                "text": self.text(),
                "records": list(self.records),
                "file": None if where is None else where.file,
                "line": None if where is None else where.line,
                "mend": self.mend,
                "source": self.source,
            }
        ]

    @property
    def order(self) -> tuple[int, str, tuple[str, ...], tuple[tuple[str, str], ...]]:
        """What findings are sorted by: gravest first, then rule, records and words."""
        return self.severity.rank, self.rule, self.records, self.words
