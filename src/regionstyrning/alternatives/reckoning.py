"""Years ahead reckoned one after another, with what is asked of each, over any kind of number."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Generic

from attrs import frozen

from regionstyrning.alternatives.ahead import IN_BALANCE, IN_TIME, Ahead, year_ahead
from regionstyrning.alternatives.drivers import MEANINGS, Driver, Form
from regionstyrning.alternatives.geh_ahead import FINANCIAL, GEH
from regionstyrning.alternatives.goals_counted import BALANCE_HELD
from regionstyrning.alternatives.joined_ahead import LATER, OPEN, Truths, either
from regionstyrning.questions.economy.balance import summed
from regionstyrning.questions.economy.numbers import N, Numbers

if TYPE_CHECKING:
    from regionstyrning.alternatives.goal_ahead import GoalAhead
    from regionstyrning.alternatives.goals_counted import GoalRule
    from regionstyrning.alternatives.measure_ahead import MeasureAhead
    from regionstyrning.alternatives.plan import Plan, PlannedYear


@frozen(kw_only=True, eq=False)
class Reckoned(Generic[N]):
    """
    A year that has been reckoned (uträknat år).

    Attributes:
        planned: The year as it was made ready.
        by: What each driver entered the reckoning as, shocks counted in.
        before: The year before.
        ahead: Its figures.
        measures: What each goal's measure came to; one that cannot be counted is not here.
        asked: What is known of all that was asked: balance, restoration in time, each goal by the id of
            its measure, all financial goals together and god ekonomisk hushållning.
        known: What of each goal's years is known, in order.
    """

    planned: PlannedYear
    by: Mapping[Driver, N]
    before: Ahead[N]
    ahead: Ahead[N]
    measures: Mapping[str, N]
    asked: Mapping[str, Truths]
    known: Mapping[str, tuple[N, ...]]


@frozen(kw_only=True, eq=False)
class Ready(Generic[N]):
    """
    A plan in one kind of number (plan i ett slags tal), converted once for any number of runs.

    Attributes:
        plan: The plan.
        start: What it begins with.
        by: What each driver enters each year as, by the place of the year.
        moves: Which shocks move which driver and how much, with what it enters as if nothing is
            assumed of it; None for nothing at all.
        mixing: How numbers drawn apart are mixed: the places and weights that count, for each shock; none
            for one that goes with no other.
        history: Each measure in the years that are accounted for.
        judging: By the place of a year, each of its measures with the goals that are held against it.
        unseen: Whether deficits of earlier years may be left that are in no accounts.
    """

    plan: Plan
    start: Ahead[N] | None
    by: tuple[Mapping[Driver, N], ...]
    moves: tuple[tuple[Driver, N | None, tuple[tuple[int, N], ...]], ...]
    mixing: tuple[tuple[tuple[int, N], ...], ...]
    history: Mapping[str, Mapping[int, N]]
    judging: tuple[tuple[tuple[MeasureAhead, tuple[GoalAhead, ...]], ...], ...]
    unseen: bool


def ready_in(numbers: Numbers[N], plan: Plan) -> Ready[N]:
    """
    A plan in one kind of number.

    Args:
        numbers: The kind of number.
        plan: The plan.
    """

    def made(value: float) -> N:
        return numbers.exact(Decimal(value))

    moves = [
        (
            driver,
            made(1) if MEANINGS[driver].form is Form.GROWTH else None,
            tuple((place, made(size)) for place, size in pairs),
        )
        for driver, pairs in plan.moves.items()
    ]
    return Ready(
        plan=plan,
        start=None if plan.start is None else _converted(numbers, plan.start),
        by=tuple({driver: made(value) for driver, value in each.by.items()} for each in plan.years),
        moves=tuple(moves),
        mixing=tuple(_mixing(plan.mixing, made)),
        history={
            name: {year: numbers.exact(value) for year, value in values.items()}
            for name, values in plan.goals.history.items()
        },
        judging=tuple(tuple(_judging(each)) for each in plan.years),
        unseen=plan.unseen,
    )


def _mixing(rows: Sequence[Sequence[float]], made: Callable[[float], N]) -> Iterator[tuple[tuple[int, N], ...]]:
    for place, row in enumerate(rows):
        weighed = tuple((of, made(weight)) for of, weight in enumerate(row) if weight)
        yield () if [of for of, _ in weighed] == [place] else weighed


def _judging(planned: PlannedYear) -> Iterator[tuple[MeasureAhead, tuple[GoalAhead, ...]]]:
    for measure in planned.measures:
        yield measure, tuple(goal for goal in planned.goals if goal.measure.name == measure.name)


def _converted(numbers: Numbers[N], start: Ahead[float]) -> Ahead[N]:
    values = {name: numbers.exact(Decimal(value)) for name, value in start.values.items()}
    owed = tuple((last, numbers.exact(Decimal(amount))) for last, amount in start.owed)
    return Ahead(year=start.year, values=values, owed=owed, overdue=None, failed={})


def reckoned(
    numbers: Numbers[N],
    ready: Ready[N],
    *,
    drawn: Callable[[int], Sequence[N]] | None = None,
    counted: Callable[[MeasureAhead, Ahead[N], Ahead[N]], N | None],
) -> Iterator[Reckoned[N]]:
    """
    Reckon the years one after another.

    Args:
        numbers: The kind of number.
        ready: The years, with what they begin with.
        drawn: The numbers drawn for the shocks of a year ahead, by its place; None for no shocks.
        counted: What counts a measure in a year, seen with the year before; None where it cannot be.
    """
    if ready.start is None:
        return
    before = ready.start
    history = {name: dict(values) for name, values in ready.history.items()}
    for place in range(len(ready.plan.years)):
        year = _year(numbers, ready, place, before, history, None if drawn is None else drawn(place), counted)
        yield year
        before = year.ahead


def _year(  # noqa: PLR0913, PLR0917 - a year, what it is seen with, and what counts it
    numbers: Numbers[N],
    ready: Ready[N],
    place: int,
    before: Ahead[N],
    history: Mapping[str, dict[int, N]],
    drawn: Sequence[N] | None,
    counted: Callable[[MeasureAhead, Ahead[N], Ahead[N]], N | None],
) -> Reckoned[N]:
    planned, by = ready.plan.years[place], dict(ready.by[place])
    if drawn is not None:
        _moved(numbers, ready, by, drawn)
    now = year_ahead(numbers, before, by, planned.terms)
    asked = {name: Truths(failed, failed, failed, failed) for name, failed in now.failed.items()}
    measures, known = _judged(numbers, ready, place, (before, now), history, counted, asked)
    asked |= {waiting.name: LATER for waiting in planned.waiting}
    asked[FINANCIAL], asked[GEH] = _joined(planned.rule, asked, unseen=ready.unseen)
    return Reckoned(
        planned=planned,
        by=by,
        before=before,
        ahead=now,
        measures=measures,
        asked=asked,
        known=known,
    )


def _moved(numbers: Numbers[N], ready: Ready[N], by: dict[Driver, N], drawn: Sequence[N]) -> None:
    """What the drivers enter the reckoning as when the shocks of the year have moved them."""
    nothing = numbers.nothing
    felt = []
    for place, (row, only_up) in enumerate(zip(ready.mixing, ready.plan.only_up, strict=True)):
        mixed = _mixed(row, drawn, nothing) if row else drawn[place]
        felt.append(numbers.maximum(mixed, nothing) if only_up else mixed)
    for driver, neutral, pairs in ready.moves:
        assumed, parts = by.get(driver, neutral), [felt[place] * size for place, size in pairs]
        by[driver] = summed(parts[0], parts[1:]) if assumed is None else summed(assumed, parts)


def _mixed(row: Sequence[tuple[int, N]], drawn: Sequence[N], nothing: N) -> N:
    mixed = nothing
    for place, weight in row:
        mixed = mixed + drawn[place] * weight
    return mixed


def _judged(  # noqa: PLR0913, PLR0917 - what is judged, and what it is seen with
    numbers: Numbers[N],
    ready: Ready[N],
    place: int,
    pair: tuple[Ahead[N], Ahead[N]],
    history: Mapping[str, dict[int, N]],
    counted: Callable[[MeasureAhead, Ahead[N], Ahead[N]], N | None],
    asked: dict[str, Truths],
) -> tuple[dict[str, N], dict[str, tuple[N, ...]]]:
    """What each measure comes to, also noted in the history, and what of each goal's years is known."""
    before, now = pair
    measures: dict[str, N] = {}
    known: dict[str, tuple[N, ...]] = {}
    asked |= {goal.name: OPEN for goal in ready.plan.years[place].goals}
    for measure, goals in ready.judging[place]:
        value, years = counted(measure, now, before), history[measure.name]
        if value is not None:
            measures[measure.name] = years[now.year] = value
        for goal in goals:  # while what it measures is at hand
            known[goal.name] = values = tuple(years[each] for each in goal.years if each in years)
            if len(values) == len(goal.years):
                asked[goal.name] = goal.judged(numbers, values)
    return measures, known


def _joined(rule: GoalRule, asked: Mapping[str, Truths], *, unseen: bool) -> tuple[Truths, Truths]:
    """What is known of all financial goals together, and of the whole."""
    unbalanced = either(asked[IN_BALANCE].missed, asked[IN_TIME].missed)
    may = either(unbalanced, unseen)
    leaves = {**asked, BALANCE_HELD: Truths(unbalanced, may, unbalanced, may)}
    found: list[Truths] = []
    for step in rule.steps:
        found.append(step.of(found, leaves))
    return found[rule.financial], found[rule.whole]
