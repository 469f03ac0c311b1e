"""A financial goal held against the years ahead, over any kind of number."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen

from regionstyrning.alternatives import slack
from regionstyrning.alternatives.joined_ahead import Truths
from regionstyrning.evaluators.verdicts.statuses import Status
from regionstyrning.model.conditions import ConditionKind
from regionstyrning.questions.economy.balance import summed
from regionstyrning.questions.economy.numbers import N, Numbers

if TYPE_CHECKING:
    from regionstyrning.alternatives.measure_ahead import MeasureAhead
    from regionstyrning.model.indicators import Indicator, Target

LIMITS = frozenset({ConditionKind.AT_LEAST, ConditionKind.ABOVE, ConditionKind.AT_MOST, ConditionKind.BELOW})


class Way(Enum):
    """What of the years is held against the limit (sätt att räkna ihop år)."""

    MEAN = "snitt"
    SUM = "summa"
    ANY = "hur åren än vägs"
    CHANGE = "ändring"


@frozen(kw_only=True)
class BandEnd:
    """
    One end of a band, where it means something to be beyond it (intervallets gräns).

    Attributes:
        kind: At least, for the lower end, or at most.
        limit: The number.
        beyond: What it comes to beyond it; None if nobody says.
    """

    kind: ConditionKind
    limit: Decimal
    beyond: Status | None


@frozen(kw_only=True, eq=False)
class GoalAhead:
    """
    What an indicator of a financial goal is asked in a year ahead (finansiellt mål framåt).

    Attributes:
        name: What it is called among what is asked: the id of the measure, or of the target where the
            measure has several.
        measure: What is measured.
        target: What it should be.
        kind: At least, above, at most, below; between, for a band.
        limit: The number; of a band either end.
        years: The years that are held against it, in order; the last of them is the year judged, except
            where a period is not over then.
        way: How the years are taken together. Where no number says how they are weighed, it is met for
            certain if each year reaches it, and missed for certain if none does.
        goes_on: Whether it was set for an earlier year, and is only assumed to go on.
        partly: Of what is not met, from where it is partly met, at least, above, at most or below; nothing
            if it never is.
        partly_open: Whether nobody can tell if what is not met is partly met.
        band: The ends of a band; None for what is no band.
    """

    name: str
    measure: MeasureAhead
    target: Target
    kind: ConditionKind
    limit: Decimal
    years: tuple[int, ...]
    way: Way = Way.MEAN
    goes_on: bool = False
    partly: tuple[ConditionKind, Decimal] | None = None
    partly_open: bool = False
    band: tuple[BandEnd, ...] | None = None

    @property
    def indicator(self) -> Indicator:
        """The indicator that is measured."""
        return self.measure.indicator

    @property
    def sides(self) -> tuple[GoalAhead, ...]:
        """Of a band what each of its ends asks by itself; the goal alone for what is no band."""
        if self.band is None:
            return (self,)
        return tuple(evolve(self, kind=end.kind, limit=end.limit, band=None) for end in self.band)

    def judged(self, numbers: Numbers[N], values: Sequence[N]) -> Truths:
        """
        Whether it is missed for certain, and whether it may be; the same of whether it is partly met.

        Args:
            numbers: The kind of number.
            values: The measure in each of its years.
        """
        least, most = self.held(numbers, values)
        if self.band is not None:
            return _in_band(numbers, self.band, least, most)
        missed, doubtful = _bounds(numbers, (self.kind, self.limit), least, most)
        if self.partly_open:
            return Truths(missed, doubtful, False, doubtful)
        if self.partly is None:
            return Truths(missed, doubtful, missed, doubtful)
        return Truths(missed, doubtful, *_bounds(numbers, self.partly, least, most))

    def held(self, numbers: Numbers[N], values: Sequence[N]) -> tuple[N, N]:
        """
        What is held against the limit: from the least to the most that it can be.

        Args:
            numbers: The kind of number.
            values: The measure in each of its years.
        """
        if self.way is Way.ANY:
            # A mean of any weights lies between the least and the most of the years.
            least = most = values[0]
            for each in values[1:]:
                least, most = numbers.minimum(least, each), numbers.maximum(most, each)
            return least, most
        held = self._together(numbers, values)
        return held, held

    def _together(self, numbers: Numbers[N], values: Sequence[N]) -> N:
        if self.way is Way.CHANGE:
            return values[-1] - values[0]
        whole = summed(values[0], values[1:])
        return whole / numbers.exact(Decimal(len(values))) if self.way is Way.MEAN and len(values) > 1 else whole


def _bounds(numbers: Numbers[N], asked: tuple[ConditionKind, Decimal], least: N, most: N) -> tuple[object, object]:
    """Whether it is missed for certain, and whether it may be; what is no number may be anything."""
    upward = asked[0] is ConditionKind.AT_LEAST or asked[0] is ConditionKind.ABOVE
    best, worst = (most, least) if upward else (least, most)
    missed = possible = _missed(numbers, asked, best)
    if best is not worst:
        possible = _missed(numbers, asked, worst)
    unknown = _unknown(numbers, best, worst)
    if unknown is False:
        return missed, possible
    return (missed | unknown) ^ unknown, possible | unknown


def _unknown(numbers: Numbers[N], first: N, second: N) -> Any:  # noqa: ANN401 - a truth, single or in an array
    """Whether one of two is no number: their difference is one only where both are."""
    return numbers.unknown(first if first is second else first - second)


def _in_band(numbers: Numbers[N], band: tuple[BandEnd, ...], least: N, most: N) -> Truths:
    """How what is held against a band comes out: beyond each of its ends as is said of that end."""
    unknown = _unknown(numbers, least, most)
    missed: Any = False
    lost: Any = False
    doubtful = unsure = unknown
    for end in band:
        outside, possible = _bounds(numbers, (end.kind, end.limit), least, most)
        doubtful = doubtful | possible
        if end.beyond is not None:
            missed = missed | outside
        if end.beyond is Status.NOT_MET:
            lost = lost | outside
        if end.beyond is not Status.PARTLY_MET:
            unsure = unsure | possible
    if any(end.beyond is Status.PARTLY_MET for end in band):
        return Truths(missed, doubtful, lost, unsure)
    return Truths(missed, doubtful, missed, doubtful)


def _missed(numbers: Numbers[N], asked: tuple[ConditionKind, Decimal], held: N) -> Any:  # noqa: ANN401 - a truth, single or in an array
    kind, limit = asked
    hair = slack.of_measure(limit)
    if kind is ConditionKind.AT_LEAST:
        return slack.below(numbers, held, limit, hair)
    if kind is ConditionKind.AT_MOST:
        return slack.above(numbers, held, limit, hair)
    # What must be above is missed at the limit too.
    kept: Any = (slack.above if kind is ConditionKind.ABOVE else slack.below)(numbers, held, limit, hair)
    return kept ^ True
