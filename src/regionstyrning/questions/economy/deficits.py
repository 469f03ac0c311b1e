"""Deficits as they stand at the end of a year: what is restored, waived and left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import field, frozen

from regionstyrning.model.records import as_tuple
from regionstyrning.questions.economy.telling import together
from regionstyrning.text.readable import Readable
from regionstyrning.text.sentences import Sentence, listed

if TYPE_CHECKING:
    from regionstyrning.model.documents import Decision
    from regionstyrning.text.sentences import Language

ZERO = Decimal(0)


class DeficitState(Enum):
    """How far a deficit has come (underskottets läge)."""

    OPEN = "öppet"
    RESTORED = "återställt"
    WAIVED = "ska inte återställas"
    OVERDUE = "försenat"
    UNCERTAIN = "osäkert"


_OLDER = Sentence(
    "Äldre underskott, från {year} eller tidigare, {amount} mnkr: {restored} återställt, {waived} ska inte "
    "återställas, {left} kvar{when}.",
    "Older deficits, of {year} or before, {amount} mnkr: {restored} restored, {waived} not to be restored, "
    "{left} left{when}.",
)

_TOLD = Sentence(
    "Underskottet {year}, {amount} mnkr: {restored} återställt, {waived} ska inte återställas, {left} kvar{when}.",
    "The deficit of {year}, {amount} mnkr: {restored} restored, {waived} not to be restored, {left} left{when}.",
)

_WHEN = {
    DeficitState.OPEN: Sentence(", senast {last}", ", by {last}"),
    DeficitState.OVERDUE: Sentence(" fast tiden gick ut {last}", " though the time ran out in {last}"),
    DeficitState.UNCERTAIN: Sentence(", senast {last}; mer går inte att säga", ", by {last}; more cannot be told"),
}

_PORTION = ("amount", "restored", "waived", "outstanding")


@frozen(kw_only=True)
class Portion:
    """
    A deficit, or a part of it with a time of its own (del av underskott).

    Attributes:
        year: The fiscal year of the deficit; the last that it can be of, for older ones in one sum.
        last_year: The last year to restore it in; None where the law of the year is not held.
        amount: How much it was, in mnkr.
        restored: How much of it is restored.
        waived: How much of it is not to be restored, for synnerliga skäl.
        decisions: Ids of the decisions on it.
        older: Whether it is the sum of what was left of older deficits, as printed.
    """

    year: int
    last_year: int | None
    amount: Decimal
    restored: Decimal = ZERO
    waived: Decimal = ZERO
    decisions: tuple[str, ...] = field(default=(), converter=as_tuple)
    older: bool = False

    @property
    def outstanding(self) -> Decimal:
        """What is left to restore."""
        return self.amount - self.restored - self.waived


@frozen(kw_only=True, eq=False)
class Deficit(Readable):
    """
    The deficit of one year, as it stands at the end of another (underskott i liggaren).

    Attributes:
        year: The fiscal year of the deficit.
        seen: The year at whose end it is seen.
        best: Its portions if all that is not known has gone well, in order of time.
        worst: Its portions if it has not.
    """

    _read: ClassVar[str] = "state"

    year: int
    seen: int
    best: tuple[Portion, ...] = field(converter=as_tuple)
    worst: tuple[Portion, ...] = field(converter=as_tuple)

    @property
    def amount(self) -> Decimal:
        """How much it was, in mnkr; the most where it is read in several ways."""
        return _sum(each.amount for each in self.worst)

    @property
    def older(self) -> bool:
        """Whether it is the sum of what was left of older deficits, as printed."""
        return any(each.older for each in self.worst)

    @property
    def outstanding(self) -> tuple[Decimal, Decimal]:
        """What is left to restore, from and to."""
        return _sum(each.outstanding for each in self.best), _sum(each.outstanding for each in self.worst)

    @property
    def last_years(self) -> tuple[int, ...]:
        """The last years to restore what may be left in, in order."""
        settled = {each.last_year for each in self.worst if not each.outstanding}
        # What is restored if all has gone well may be left, and have as long a time, if only that has gone well.
        longer = {each.last_year for each in self.best if each.amount} - settled if _left(self.worst) else set()
        lasts = longer.union(last for last, _ in (*_left(self.best), *_left(self.worst)))
        return tuple(sorted(last for last in lasts if last is not None))

    @property
    def state(self) -> DeficitState:
        """Open, restored, waived, overdue, or not certain."""
        if _left(self.best) != _left(self.worst):
            return DeficitState.UNCERTAIN
        if any(last is not None and last <= self.seen for last, _ in _left(self.worst)):
            return DeficitState.OVERDUE
        if _left(self.worst):
            return DeficitState.OPEN
        return DeficitState.RESTORED if any(each.restored for each in self.worst) else DeficitState.WAIVED

    def text(self, lang: Language = "sv") -> str:
        """How it stands, in a sentence."""
        when = _WHEN.get(self.state)
        lasts = [str(each) for each in self.last_years]
        # Of older ones in one sum the years are the shortest and the longest time that they may have.
        last = "–".join(lasts) if self.older else listed(lasts, lang)
        runs = (self.worst, self.best)
        spans = [[_sum(getattr(each, name) for each in run) for run in runs] for name in _PORTION]
        numbers = together([value for span in spans for value in sorted(span)], lang)
        told = {name: _from_to(numbers[2 * at : 2 * at + 2]) for at, name in enumerate(_PORTION)}
        return (_OLDER if self.older else _TOLD).say(
            lang,
            year=self.year,
            amount=told["amount"],
            restored=told["restored"],
            waived=told["waived"],
            left=told["outstanding"],
            when="" if when is None else when.say(lang, last=last or "–"),
        )

    def to_records(self) -> list[dict[str, Any]]:
        """One row a portion: year, last year, deficit, restored, waived, outstanding, state, decisions."""
        return [
            {
                "year": self.year,
                "last_year": each.last_year,
                "deficit": each.amount,
                "restored": each.restored,
                "waived": each.waived,
                "outstanding": each.outstanding,
                "state": self.state.value,
                "decisions": list(each.decisions),
            }
            for each in self.worst
        ]


def deficits(best: Iterable[Portion], worst: Iterable[Portion], seen: int) -> tuple[Deficit, ...]:
    """
    The deficits by year, from the portions of two runs.

    Args:
        best: Portions if all that is not known has gone well.
        worst: Portions if it has not.
        seen: The year at whose end they are seen.
    """
    good, bad = list(best), list(worst)
    return tuple(
        Deficit(
            year=year,
            seen=seen,
            best=[each for each in good if each.year == year],
            worst=[each for each in bad if each.year == year],
        )
        for year in sorted({each.year for each in bad})
    )


def concerns(decision: Decision, deficit: Deficit) -> bool:
    """Whether a decision is about a deficit; one on an older year is about what was left in one sum."""
    year = decision.year
    return year is not None and (year <= deficit.year if deficit.older else year == deficit.year)


def _left(portions: Iterable[Portion]) -> list[tuple[int | None, Decimal]]:
    return [(each.last_year, each.outstanding) for each in portions if each.outstanding]


def _from_to(span: Sequence[str]) -> str:
    low, high = span
    return high if low == high else f"{low}–{high}"


def _sum(values: Iterable[Decimal]) -> Decimal:
    return sum(values, ZERO)
