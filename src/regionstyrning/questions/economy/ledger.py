"""Deficits over the years: what is restored, waived, prolonged and left."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import evolve, field, frozen

from regionstyrning.model.documents import Decision, DecisionKind
from regionstyrning.model.records import as_tuple
from regionstyrning.questions.economy.balance import deficit, restored, surplus
from regionstyrning.questions.economy.numbers import DECIMALS
from regionstyrning.text.numbers import number
from regionstyrning.text.readable import Readable
from regionstyrning.text.sentences import Sentence, listed

if TYPE_CHECKING:
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
        """How much it was, in mnkr."""
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
        lasts = sorted({last for last, _ in (*_left(self.best), *_left(self.worst)) if last is not None})
        when = _WHEN.get(self.state)
        return (_OLDER if self.older else _TOLD).say(
            lang,
            year=self.year,
            amount=number(self.amount, lang),
            restored=_from_to([_sum(each.restored for each in run) for run in (self.worst, self.best)], lang),
            waived=_from_to([_sum(each.waived for each in run) for run in (self.worst, self.best)], lang),
            left=_from_to(self.outstanding, lang),
            when="" if when is None else when.say(lang, last=listed(map(str, lasts), lang) or "–"),
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


def run(  # noqa: PLR0913 - each is a part of the way they go
    balances: Mapping[int, Decimal | None],
    times: Mapping[int, int | None],
    decisions: Sequence[Decision],
    *,
    opening: Sequence[Portion] = (),
    hopeful: bool = True,
    oldest_first: bool = True,
) -> tuple[Portion, ...]:
    """
    Follow deficits from year to year.

    Args:
        balances: The balance result of each year, in order; None where it is not known.
        times: How many years there are to restore each year's deficit in.
        decisions: Those that waive or prolong. Each is taken in a year before it is restored in; one that
            was made before the deficit was known, in its own year or earlier, when the deficit arises.
        opening: What was left of older deficits when the first year began.
        hopeful: Whether what is not known is taken to have gone well: an unknown year restored
            everything, and a decision without an amount covers all that is left.
        oldest_first: Whether the portion whose time ends first is restored first, else last.

    Returns:
        The portions in order of year and time. Of each, what is restored, waived and left is the whole.
    """
    held: list[Portion] = list(opening)
    for year, balance in balances.items():
        for decision in _of_year(decisions, year):
            held = _decided(held, decision, hopeful=hopeful)
        held.sort(key=_due, reverse=not oldest_first)
        # What an unknown year restored is nothing or everything.
        available = surplus(DECIMALS, balance) if balance is not None else _all_of(held) if hopeful else ZERO
        taken, _ = restored(DECIMALS, [each.outstanding for each in held], available)
        held = [evolve(each, restored=each.restored + part) for each, part in zip(held, taken, strict=True)]
        if balance is not None and deficit(DECIMALS, balance):
            time = times.get(year)
            last = None if time is None else year + time
            held.append(Portion(year=year, last_year=last, amount=deficit(DECIMALS, balance)))
        for decision in _beforehand(decisions, year):
            held = _decided(held, decision, hopeful=hopeful)
    return tuple(sorted(held, key=lambda each: (each.year, _due(each))))


def concerns_deficit(decision: Decision) -> bool:
    """Whether a decision waives or prolongs the restoring of a year's deficit."""
    if decision.year is None:
        return False
    prolongs = decision.kind is DecisionKind.PROLONGS and decision.until_year is not None
    return prolongs or decision.kind is DecisionKind.WAIVES


def _of_year(decisions: Iterable[Decision], year: int) -> list[Decision]:
    """Decisions on earlier deficits taken in a year; one of an unknown day is of the year after the deficit."""
    return _in_order(each for each in decisions if _taken(each) == year > (each.year or 0))


def _beforehand(decisions: Iterable[Decision], year: int) -> list[Decision]:
    """Decisions on the deficit of a year that were made before the year had ended, as with the next budget."""
    return _in_order(each for each in decisions if _taken(each) <= year == each.year)


def _taken(decision: Decision) -> int:
    return decision.on.year if decision.on else (decision.year or 0) + 1


def _in_order(decisions: Iterable[Decision]) -> list[Decision]:
    return sorted(decisions, key=lambda each: (each.on or date.min, each.id))


def _decided(held: list[Portion], decision: Decision, *, hopeful: bool) -> list[Portion]:
    """The portions as a decision leaves them; its amount is taken of those whose time ends first."""
    named = decision.amount_mnkr
    left = named if named is not None else _all_of(held) if hopeful else ZERO
    after: list[Portion] = []
    for each in sorted(held, key=_due):
        if not _concerns(decision, each) or not each.outstanding:
            after.append(each)
            continue
        covered = min(each.outstanding, left)
        left -= covered
        after += _covered(evolve(each, decisions=(*each.decisions, decision.id)), decision, covered)
    return after


def _concerns(decision: Decision, portion: Portion) -> bool:
    """Whether a decision is about a portion; one on an older year may be about what was left in one sum."""
    year = decision.year
    return year is not None and (year <= portion.year if portion.older else year == portion.year)


def _covered(portion: Portion, decision: Decision, covered: Decimal) -> list[Portion]:
    """A portion with some of what is left waived, or given more time as a portion of its own."""
    if decision.kind is DecisionKind.WAIVES:
        return [evolve(portion, waived=portion.waived + covered)]
    if not covered:
        return [portion]
    if covered == portion.amount:
        return [evolve(portion, last_year=decision.until_year)]
    longer = evolve(portion, last_year=decision.until_year, amount=covered, restored=ZERO, waived=ZERO)
    return [evolve(portion, amount=portion.amount - covered), longer]


def _left(portions: Iterable[Portion]) -> list[tuple[int | None, Decimal]]:
    return [(each.last_year, each.outstanding) for each in portions if each.outstanding]


def _from_to(span: Sequence[Decimal], lang: Language) -> str:
    low, high = sorted(span)
    return number(high, lang) if low == high else f"{number(low, lang)}–{number(high, lang)}"


def _sum(values: Iterable[Decimal]) -> Decimal:
    return sum(values, ZERO)


def _due(portion: Portion) -> tuple[int, int]:
    return (portion.year if portion.last_year is None else portion.last_year, portion.year)


def _all_of(held: Iterable[Portion]) -> Decimal:
    return sum((each.outstanding for each in held), ZERO)
