"""What an evaluator says of a model, with the verdicts under it down to single outcomes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import field, frozen

from regionstyrning.errors import UnknownId
from regionstyrning.evaluators.verdicts.branches import branch
from regionstyrning.evaluators.verdicts.statuses import DEVELOPED, IN_ENGLISH, Development, Status
from regionstyrning.model.records import Source, as_tuple
from regionstyrning.text.escaping import one_line
from regionstyrning.text.numbers import number
from regionstyrning.text.readable import Readable
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from regionstyrning.text.sentences import Language


Bound = Status | Decimal

OUTCOME = "utfall"
"""What a verdict on a single outcome is called: it shows a figure, and has the status of what rests on it."""


@frozen(kw_only=True)
class Reason(Readable):
    """
    Why a verdict falls out as it does (skäl).

    Attributes:
        record: Id of the record that it rests on.
        source: Where it is said, if the record says so.
        sentence: What it says, with names in braces.
        words: What the names stand for: texts, numbers, days, statuses,
            sentences or another reason, written out when read.
        missing: Whether it tells of something that is not known.
        above_parts: What it says where the parts that it tells of stand under it, if not the same;
            an empty sentence where they say it all.
    """

    _read: ClassVar[str] = "record"

    record: str
    source: Source | None = None
    sentence: Sentence
    words: tuple[tuple[str, object], ...] = ()
    missing: bool = False
    above_parts: Sentence | None = None

    def text(self, lang: Language = "sv") -> str:
        """The reason in one sentence, made harmless."""
        return self._said(self.sentence, lang)

    def text_above_parts(self, lang: Language = "sv") -> str:
        """The reason where the parts that it tells of stand under it; empty where they say it all."""
        return self._said(self.sentence if self.above_parts is None else self.above_parts, lang)

    @property
    def core(self) -> tuple[str, Sentence, tuple[tuple[str, object], ...]]:
        """What it rests on and what it says, apart from which unit it says it of."""
        what = dict(self.words).get("what")
        return what.core if isinstance(what, Reason) else (self.record, self.sentence, self.words)

    def _said(self, sentence: Sentence, lang: Language) -> str:
        return one_line(sentence.say(lang, **{name: _written(word, lang) for name, word in self.words}))

    def to_records(self) -> list[dict[str, Any]]:
        """One row: record, publication, place, missing, text."""
        return [
            {
                "record": self.record,
                "publication": None if self.source is None else self.source.publication,
                "place": None if self.source is None else self.source.place,
                "missing": self.missing,
                "text": self.text(),
            }
        ]


def _written(word: object, lang: Language) -> str:  # noqa: PLR0911 - one return for each kind of word
    match word:
        case Decimal():
            return number(word, lang)
        case Status():
            return word.value if lang == "sv" else IN_ENGLISH[word]
        case Development():
            return word.value if lang == "sv" else DEVELOPED[word]
        case Sentence():
            return word.say(lang)
        case Reason():
            return word.text(lang)
        case date():
            return word.isoformat()
        case _:
            return str(word)


@frozen(kw_only=True)
class Known:
    """
    How much of what a verdict judges was known (kännedom).

    Attributes:
        known: How many of the parts had what they needed.
        of: How many there were.
    """

    known: int = 0
    of: int = 0

    @property
    def share_percent(self) -> Decimal | None:
        """The share known, 0 to 100; None if there was nothing to know."""
        return None if self.of == 0 else Decimal(100) * self.known / self.of


NOTHING = Known()
ONE_KNOWN = Known(known=1, of=1)
ONE_UNKNOWN = Known(known=0, of=1)

_ANYTHING = ((Status.NOT_MET, Status.MET), (Decimal(0), Decimal(100)))
"""Bounds that shut nothing out."""


@frozen(kw_only=True, slots=False)
class Verdict(Readable):
    """
    What an evaluator says of a record or of a whole model (bedömning av måluppfyllelse).

    Attributes:
        about: Id of what it is about: the model, a perspective, goal, indicator, target or organ.
        title: Its title.
        status: How it falls out.
        low: The worst it can be, given what is unknown; a status, or percent 0 to 100 where the
            evaluator counts. None where there is nothing to bound.
        high: The best it can be.
        reasons: Why, with sources.
        parts: What it is made of, down to single outcomes.
        evaluator: The evaluator's name and version.
        settings: What the evaluator was told, as name and value.
        coverage: How much of what it judges was known.
        due: The last day of the time it is for, where that has not ended.
        development: How it has changed.
        compared_with: Id of the outcome that it has changed since.
        stage: Which state of the figures it rests on (``slutlig``, ``preliminär``), where it rests on one.
        published: Ids of the judgements that stand beside it.
        set_by: Id of the decision that set the status by hand, where one did.
        year: The year it is for; None where no target and nobody says.
        scope: For whom, as a code of the indicator's scopes.
        kind: What it is about: ``modell``, ``sida``, ``perspektiv``, ``organ``, ``mål``, ``målets organ``,
            ``indikator``, ``målvärde``, ``enhet``, ``utfall``, ``omdöme``, ``del``.
    """

    _read: ClassVar[str] = "status"

    about: str
    title: str
    status: Status
    low: Bound | None = None
    high: Bound | None = None
    reasons: tuple[Reason, ...] = field(default=(), converter=as_tuple)
    parts: tuple[Verdict, ...] = field(default=(), converter=as_tuple)
    evaluator: str = ""
    settings: tuple[tuple[str, str], ...] = field(default=(), converter=as_tuple)
    coverage: Known = NOTHING
    due: date | None = None
    development: Development | None = None
    compared_with: str | None = None
    stage: str | None = None
    published: tuple[str, ...] = field(default=(), converter=as_tuple)
    set_by: str | None = None
    year: int | None = None
    scope: str | None = None
    kind: str = "del"

    def __repr__(self) -> str:
        """In short: a verdict on a region holds thousands."""
        counts = f"{len(self.reasons)} reasons, {len(self.parts)} parts"
        return f"<{type(self).__name__} {self.about!r} {self.status.value}: {counts}>"

    def everything(self) -> Iterator[Verdict]:
        """The verdict itself and all under it, each record once, in order of first mention."""
        met: set[tuple[str, str]] = set()
        waiting = [self]
        while waiting:
            each = waiting.pop()
            if (each.kind, each.about) in met:
                continue
            met.add((each.kind, each.about))
            yield each
            waiting.extend(reversed(each.parts))

    @cached_property
    def _by_id(self) -> dict[str, Verdict]:
        found: dict[str, Verdict] = {}
        for each in self.everything():
            found.setdefault(each.about, each)
        return found

    def __getitem__(self, id: str) -> Verdict:
        """
        The part about a record.

        Raises:
            UnknownId: if it says nothing of that record; it names the nearest.
        """
        if id not in self._by_id:
            kind = "verdict"
            raise UnknownId(kind, id, self._by_id)
        return self._by_id[id]

    def __contains__(self, id: object) -> bool:
        return id in self._by_id

    def summary(self, kind: str = "mål") -> dict[Status, int]:
        """
        How many of the parts of a kind have each status; every status is there, in their order.

        Args:
            kind: ``mål``, ``indikator``, ``perspektiv``, ``organ``.
        """
        counts = Counter(each.status for each in self.everything() if each.kind == kind)
        return {status: counts[status] for status in Status}

    def headline(self, lang: Language = "sv", *, under: str = "") -> str:
        """
        The verdict in one line; of an outcome only what it is.

        An id that is made of others is left out, and so are bounds that shut nothing out.

        Args:
            lang: Swedish or English.
            under: The title that it stands under, which is not said again.
        """
        title = self.title.removeprefix(f"{under}: ")
        named = title if "/" in self.about else f"{title} [{self.about}]"
        if self.kind == OUTCOME:
            return one_line(named)
        said = self.status.value if lang == "sv" else IN_ENGLISH[self.status]
        return one_line(f"{named}: {said}{self._bounds(lang)}")

    def _bounds(self, lang: Language) -> str:
        if (self.low, self.high) in _ANYTHING:
            return ""
        if self.low is None or self.high is None or self.low == self.high:
            return "" if not isinstance(self.low, Decimal) else f" ({_bound(self.low, lang)})"
        low, high = (_bound(each, lang) for each in (self.low, self.high))
        between = "till" if lang == "sv" else "to"
        return f" ({low} {between} {high})"

    def text(self, lang: Language = "sv") -> str:
        """The verdict with its reasons."""
        return "\n".join([self.headline(lang), *(f"- {reason.text(lang)}" for reason in self.reasons)])

    def explain(self, lang: Language = "sv", *, width: int = 80) -> str:
        """The verdict, its reasons and everything under it as an indented tree; what is told once is then named."""
        return branch(self, lang).text(width)

    def to_records(self) -> list[dict[str, Any]]:
        """One row a verdict, from the top: about, title, kind, status, low, high, development, known, of, reasons."""
        return [
            {
                "about": each.about,
                "title": each.title,
                "kind": each.kind,
                "year": each.year,
                "scope": each.scope,
                "status": each.status.value,
                "low": _bound(each.low, "sv") if each.low is not None else None,
                "high": _bound(each.high, "sv") if each.high is not None else None,
                "development": None if each.development is None else each.development.value,
                "compared_with": each.compared_with,
                "stage": each.stage,
                "due": None if each.due is None else each.due.isoformat(),
                "known": each.coverage.known,
                "of": each.coverage.of,
                "published": list(each.published),
                "evaluator": each.evaluator or self.evaluator,
                "reasons": [reason.text() for reason in each.reasons],
            }
            for each in self.everything()
        ]


def _bound(bound: Bound, lang: Language) -> str:
    if isinstance(bound, Status):
        return bound.value if lang == "sv" else IN_ENGLISH[bound]
    rounded = round(bound, 2)
    about = "" if rounded == bound else "cirka " if lang == "sv" else "about "
    return f"{about}{number(rounded if about else bound, lang)} %"
