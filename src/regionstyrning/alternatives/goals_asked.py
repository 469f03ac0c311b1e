"""What a target asks of a measure in a year ahead, as far as it is a number held against known years."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import evolve

from regionstyrning.alternatives.goal_ahead import LIMITS, BandEnd, GoalAhead, Way
from regionstyrning.alternatives.partly_ahead import partly_from, strong_from
from regionstyrning.evaluators.targets.grades import STATUS_OF
from regionstyrning.evaluators.verdicts.statuses import Status
from regionstyrning.model.conditions import ConditionKind
from regionstyrning.model.dates import DECEMBER, JANUARY
from regionstyrning.model.indicators import Direction
from regionstyrning.model.limits import Basis, BasisKind

if TYPE_CHECKING:
    from regionstyrning.alternatives.measure_ahead import MeasureAhead
    from regionstyrning.model.conditions import Condition
    from regionstyrning.model.indicators import Target

NO_FORMULA, NO_NUMBER, NO_YEARS, OTHER_METHOD, OF_A_PART = "formula", "condition", "years", "method", "of-a-part"
"""Why something cannot be judged ahead."""

_SINCE = {
    ConditionKind.INCREASE: ConditionKind.ABOVE,
    ConditionKind.DECREASE: ConditionKind.BELOW,
    ConditionKind.KEEP_OR_INCREASE: ConditionKind.AT_LEAST,
    ConditionKind.KEEP_OR_DECREASE: ConditionKind.AT_MOST,
}
"""What a change asks, when none at all is the limit."""

_KEPT = {Direction.UP: ConditionKind.AT_LEAST, Direction.DOWN: ConditionKind.AT_MOST}
"""What is kept if it gets better, by which way is better."""

_A_YEAR = frozenset({BasisKind.YEAR, BasisKind.LATEST})
_A_YEAR_BEFORE = frozenset({BasisKind.CHANGE, BasisKind.PREVIOUS, BasisKind.SAME_PART})
_WAYS = {BasisKind.MEAN: Way.MEAN, BasisKind.SUM: Way.SUM, BasisKind.WHOLE_PERIOD: Way.ANY}


def goal_asked(measure: MeasureAhead, target: Target, year: int, period: tuple[int, ...]) -> GoalAhead | str:
    """
    What a target asks in the year it is for.

    Args:
        measure: What is measured.
        target: The target.
        year: The year it is for.
        period: The years of the whole period that it or its document is for; none if they are not known.

    Returns:
        Why it cannot be judged ahead, where it cannot.
    """
    asked = _limit(measure, target.condition, year)
    found = _years(target.condition, year, period)
    if asked is None or isinstance(found, str):
        return found if isinstance(found, str) and asked is not None else NO_NUMBER
    years, way = found
    if _method_changed(measure, years):
        return OTHER_METHOD
    kind, limit = asked
    partly, partly_open = partly_from(target.condition, kind, limit)
    return GoalAhead(
        name=measure.name,
        measure=measure,
        target=target,
        kind=kind,
        limit=limit,
        years=years,
        way=way,
        partly=partly,
        partly_open=partly_open,
        band=_band(target.condition),
    )


def going_on(goal: GoalAhead, year: int) -> GoalAhead:
    """
    The same goal asked in a later year: of as many years, up to that one.

    Args:
        goal: The goal of an earlier year.
        year: The later year.
    """
    base = goal.way is Way.CHANGE and _from_a_base_year(goal.target.condition)
    later = year - goal.years[-1]
    years = (goal.years[0], year) if base else tuple(each + later for each in goal.years)
    return evolve(goal, years=years, goes_on=True)


def _limit(measure: MeasureAhead, condition: Condition, year: int) -> tuple[ConditionKind, Decimal] | None:
    """At least, above, at most or below what, or a band with one of its ends; None for what is no number."""
    kind, nothing = condition.kind, Decimal(0)
    if kind is ConditionKind.KEEP:
        kept = _KEPT.get(measure.indicator.direction) if measure.indicator.direction is not None else None
        return None if kept is None else (kept, nothing)
    strong = strong_from(condition)
    if strong is not None:
        up = kind is ConditionKind.INCREASE
        return (ConditionKind.AT_LEAST, strong) if up else (ConditionKind.AT_MOST, -strong)
    if kind in _SINCE:
        return _SINCE[kind], nothing
    return _number(condition, year)


def _number(condition: Condition, year: int) -> tuple[ConditionKind, Decimal] | None:
    """What a limit, a change by a number or a band asks in a year."""
    kind = condition.kind
    if kind is ConditionKind.BETWEEN:
        end = condition.high if condition.low is None else condition.low
        return None if end is None else (kind, end)
    if kind not in LIMITS and kind is not ConditionKind.CHANGE_BY:
        return None
    row = next((each.value for each in condition.by_year if each.year == year), None)
    limit = row if condition.value is None else condition.value
    if limit is None or kind in LIMITS:
        return None if limit is None else (kind, limit)
    # A change by nothing is one value alone, which no estimate is for certain.
    return (ConditionKind.AT_LEAST if limit > 0 else ConditionKind.AT_MOST, limit) if limit else None


def _band(condition: Condition) -> tuple[BandEnd, ...] | None:
    """The ends of a band that something is said to be beyond, or nobody says what is; None for what is no band."""
    if condition.kind is not ConditionKind.BETWEEN:
        return None
    ends = [
        (ConditionKind.AT_LEAST, condition.low, condition.outside_low),
        (ConditionKind.AT_MOST, condition.high, condition.outside_high),
    ]
    found = [
        BandEnd(kind=kind, limit=limit, beyond=None if meaning is None else STATUS_OF.get(meaning))
        for kind, limit, meaning in ends
        if limit is not None
    ]
    return tuple(each for each in found if each.beyond is not Status.MET)


def _years(condition: Condition, year: int, period: tuple[int, ...]) -> tuple[tuple[int, ...], Way] | str:
    """The years that are held against it, and how."""
    basis = condition.basis
    of_a_change = condition.kind not in LIMITS and condition.kind is not ConditionKind.BETWEEN
    if basis is None or basis.kind in _A_YEAR:
        return ((year - 1, year), Way.CHANGE) if of_a_change else ((year,), Way.MEAN)
    if basis.kind in _A_YEAR_BEFORE:
        return (year - 1, year), Way.CHANGE
    if basis.kind is BasisKind.BASE_YEAR:
        return NO_YEARS if basis.base_year is None else ((basis.base_year, year), Way.CHANGE)
    if basis.kind not in _WAYS or of_a_change:
        return NO_NUMBER
    years = _several(basis, year) or period
    way = Way.ANY if basis.weighted_by is not None and len(years) > 1 else _WAYS[basis.kind]
    return (years, way) if years else NO_YEARS


def _several(basis: Basis, year: int) -> tuple[int, ...]:
    return () if basis.over_years is None else tuple(range(year - basis.over_years + 1, year + 1))


def _from_a_base_year(condition: Condition) -> bool:
    return condition.basis is not None and condition.basis.kind is BasisKind.BASE_YEAR


def _method_changed(measure: MeasureAhead, years: tuple[int, ...]) -> bool:
    """Whether the first and the last of several years are measured in different ways."""
    begun, ended = date(years[0], JANUARY, 1), date(years[-1], DECEMBER, 31)
    return len(years) > 1 and any(begun < day <= ended for day in measure.indicator.method_changed)


def unknown_before(goal: GoalAhead, first: int, history: Mapping[int, Decimal]) -> tuple[int, ...]:
    """The years before those ahead that a goal asks for and nobody knows the measure of."""
    return tuple(year for year in goal.years if year < first and year not in history)
