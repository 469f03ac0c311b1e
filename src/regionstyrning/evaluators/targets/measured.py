"""What is held against a limit: one year's value, several years' or a change."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from regionstyrning.evaluators.verdicts import saying
from regionstyrning.evaluators.verdicts.saying import because, of_outcome
from regionstyrning.evaluators.verdicts.verdict import Reason
from regionstyrning.evaluators.verdicts.wording import Words, from_to, when
from regionstyrning.model.indicators import Missing, Outcome, Stage
from regionstyrning.model.limits import Basis, BasisKind
from regionstyrning.model.records import as_tuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from regionstyrning.evaluators.targets.given import Given


@frozen(kw_only=True)
class Measured:
    """
    A value that can be held against a limit, or why there is none (mätvärde).

    Attributes:
        low: The least it can be; None if nothing is known of it.
        high: The most it can be.
        when: For when, in words.
        change: Whether it is a change rather than a value.
        outcomes: What it rests on.
        reasons: What must be said of it.
    """

    low: Decimal | None = None
    high: Decimal | None = None
    when: Words = ""
    change: bool = False
    outcomes: tuple[Outcome, ...] = field(default=(), converter=as_tuple)
    reasons: tuple[Reason, ...] = field(default=(), converter=as_tuple)

    @property
    def known(self) -> bool:
        """Whether it is known exactly."""
        return self.low is not None and self.low == self.high


def measured(given: Given, basis: Basis | None) -> Measured:
    """
    What is held against the limit.

    Args:
        given: The figures, and for whom and when.
        basis: What the limit is held against; None for the year itself.
    """
    if basis is None:
        return _year(given, _ONE_YEAR)
    return _WAYS[basis.kind](given, basis)


def of_year(given: Given, year: int) -> Measured:
    """The value of a year, for the same part of it."""
    return _of(given, given.series.at(year, given.part), year)


def _of(given: Given, outcome: Outcome | None, year: int) -> Measured:
    period = when(year, given.part)
    if outcome is None:
        return Measured(reasons=[because(given.indicator.id, saying.NO_OUTCOME, missing=True, when=period)])
    if outcome.missing is not None:
        why = saying.WHY_MISSING[outcome.missing]
        return Measured(
            outcomes=[outcome],
            reasons=[of_outcome(outcome, saying.NO_VALUE, missing=True, when=period, why=why)],
        )
    number = given.number(outcome)
    if number is None:
        return Measured(outcomes=[outcome], reasons=[of_outcome(outcome, saying.NO_NUMBER, missing=True, when=period)])
    return Measured(low=number, high=number, when=period, outcomes=[outcome], reasons=how_firm(outcome, period))


def how_firm(outcome: Outcome, period: Words) -> list[Reason]:
    """What must be said of an outcome that is not final, or that was measured for another time."""
    told = []
    if outcome.stage is not Stage.FINAL:
        told.append(of_outcome(outcome, saying.PRELIMINARY, when=period, stage=saying.STAGES[outcome.stage]))
    if when(outcome.year, outcome.part) != period:
        measured_for = when(outcome.year, outcome.part)
        told.append(of_outcome(outcome, saying.CARRIED, when=period, measured=measured_for))
    return told


def _year(given: Given, _basis: Basis) -> Measured:
    return of_year(given, given.year)


def _latest(given: Given, _basis: Basis) -> Measured:
    outcome = given.series.latest(given.year, given.part)
    if outcome is None:
        return of_year(given, given.year)
    return _of(given, outcome, outcome.year)


def _sum(given: Given, basis: Basis) -> Measured:
    held = _several(given, _years(given, basis) or given.years)
    if held.low is None:
        return held
    total = sum(_numbers(given, held), Decimal(0))
    return evolve(held, low=total, high=total)


def _mean(given: Given, basis: Basis) -> Measured:
    held = _several(given, _years(given, basis) or given.years)
    if held.low is None:
        return held
    numbers = _numbers(given, held)
    if basis.weighted_by is None:
        mean = sum(numbers, Decimal(0)) / len(numbers)
        return evolve(held, low=mean, high=mean)
    counts = [each.count for each in held.outcomes if each.count]
    if len(counts) < len(numbers):
        told = because(given.indicator.id, saying.NO_WEIGHTS, missing=True, weights=basis.weighted_by)
        return evolve(held, reasons=[*held.reasons, told])
    mean = sum((number * count for number, count in zip(numbers, counts, strict=True)), Decimal(0)) / sum(counts)
    return evolve(held, low=mean, high=mean)


def _whole_period(given: Given, basis: Basis) -> Measured:
    """Any way of weighing the years together lies between the least and the most of them."""
    return _several(given, _years(given, basis) or given.years)


def _years(given: Given, basis: Basis) -> tuple[int, ...]:
    count = basis.over_years
    return () if count is None else tuple(range(max(1, given.year - count + 1), given.year + 1))


def _numbers(given: Given, held: Measured) -> list[Decimal]:
    """The numbers of several years, all of which are known."""
    return [number for number in map(given.number, held.outcomes) if number is not None]


def _several(given: Given, years: Sequence[int]) -> Measured:
    """The least and the most of several years, if all of them are known."""
    if not years:
        return Measured(reasons=[because(given.indicator.id, saying.NO_YEARS, missing=True)])
    held = [of_year(given, year) for year in years]
    outcomes = [outcome for each in held for outcome in each.outcomes]
    reasons = [reason for each in held for reason in each.reasons]
    numbers = [each.low for each in held if each.low is not None]
    if len(numbers) < len(years):
        return Measured(outcomes=outcomes, reasons=[reason for reason in reasons if reason.missing])
    broken = _broken(given, outcomes)
    if broken:
        return Measured(outcomes=outcomes, reasons=broken)
    span = when(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"
    return Measured(low=min(numbers), high=max(numbers), when=span, outcomes=outcomes, reasons=reasons)


def _broken(given: Given, outcomes: Sequence[Outcome]) -> list[Reason]:
    """Why outcomes cannot be compared, if they cannot."""
    if not outcomes or given.series.comparable(outcomes[0], outcomes[-1]):
        return []
    earlier, later = (when(each.year, each.part) for each in (outcomes[0], outcomes[-1]))
    return [of_outcome(outcomes[-1], saying.METHOD, missing=True, earlier=earlier, later=later)]


def _since_year_before(given: Given, _basis: Basis) -> Measured:
    return _change(given, of_year(given, given.year - 1))


def _since_base_year(given: Given, basis: Basis) -> Measured:
    if basis.base_year is None:
        return Measured(reasons=[because(given.indicator.id, saying.NO_BASE_YEAR, missing=True)])
    return _change(given, of_year(given, basis.base_year))


def _since_previous(given: Given, _basis: Basis) -> Measured:
    earlier = given.series.before(given.year, given.part)
    if earlier is not None:
        return _change(given, _of(given, earlier, earlier.year))
    now = of_year(given, given.year)
    if now.low is None:
        return now
    gone = given.series.missing_before(given.year, given.part)
    if gone is not None and gone.missing is not Missing.NEW:
        return evolve(_of(given, gone, gone.year), outcomes=now.outcomes)
    first = of_outcome(now.outcomes[0], saying.BASELINE, missing=True, when=now.when)
    return Measured(outcomes=now.outcomes, reasons=[*now.reasons, first])


def _change(given: Given, base: Measured) -> Measured:
    now = of_year(given, given.year)
    if base.low is None or now.low is None:
        reasons = [reason for each in (base, now) for reason in each.reasons if each.low is None]
        return Measured(outcomes=now.outcomes, reasons=reasons)
    outcomes = [*base.outcomes, *now.outcomes]
    broken = _broken(given, outcomes)
    if broken:
        return Measured(outcomes=outcomes, reasons=broken)
    change = now.low - base.low
    span = from_to(base.when, now.when)
    reasons = [*base.reasons, *now.reasons]
    return Measured(low=change, high=change, when=span, change=True, outcomes=outcomes, reasons=reasons)


def _trend(given: Given, basis: Basis) -> Measured:
    """The change from the first year to the last along the straight line that lies nearest to all of them."""
    known = {year for year, part in given.series.periods if part == given.part}
    years = _years(given, basis) or tuple(sorted(known | {given.year}))
    held = _several(given, years if len(years) > 1 else ())
    if held.low is None:
        return held
    middle = Decimal(sum(years)) / len(years)
    numbers = _numbers(given, held)
    level = sum(numbers, Decimal(0)) / len(numbers)
    steep = sum(((year - middle) * (number - level) for year, number in zip(years, numbers, strict=True)), Decimal(0))
    spread = sum(((year - middle) ** 2 for year in years), Decimal(0))
    change = steep * (years[-1] - years[0]) / spread
    return evolve(held, low=change, high=change, change=True)


_ONE_YEAR = Basis(kind=BasisKind.YEAR)

_WAYS: dict[BasisKind, Callable[[Given, Basis], Measured]] = {
    BasisKind.YEAR: _year,
    BasisKind.SUM: _sum,
    BasisKind.MEAN: _mean,
    BasisKind.LATEST: _latest,
    BasisKind.WHOLE_PERIOD: _whole_period,
    BasisKind.CHANGE: _since_year_before,
    BasisKind.PREVIOUS: _since_previous,
    BasisKind.SAME_PART: _since_year_before,
    BasisKind.BASE_YEAR: _since_base_year,
    BasisKind.TREND: _trend,
}
