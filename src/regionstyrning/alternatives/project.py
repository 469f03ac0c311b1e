"""Accounts ahead under stated assumptions."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from regionstyrning.alternatives import slack
from regionstyrning.alternatives.geh_ahead import GEH
from regionstyrning.alternatives.lines import ASSETS, PRINTED, line_ahead, seen_ahead
from regionstyrning.alternatives.plan import plan_of
from regionstyrning.alternatives.projection import Projection, VerdictAhead, YearAhead
from regionstyrning.alternatives.reckoning import Reckoned, ready_in, reckoned
from regionstyrning.errors import InvalidValue
from regionstyrning.law import STANDARD
from regionstyrning.questions.economy.balance import ZERO
from regionstyrning.questions.economy.formulas import Formula, evaluated, read_formula
from regionstyrning.questions.economy.numbers import FLOATS
from regionstyrning.questions.economy.ratio_value import BEFORE, BUDGET, line_of
from regionstyrning.questions.economy.ratios import known_ratios

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from regionstyrning.alternatives.ahead import Ahead
    from regionstyrning.alternatives.assumptions import Assumptions
    from regionstyrning.alternatives.goal_ahead import GoalAhead
    from regionstyrning.alternatives.goals_ahead import WaitingGoal
    from regionstyrning.alternatives.measure_ahead import MeasureAhead
    from regionstyrning.alternatives.plan import Plan
    from regionstyrning.law import Policies
    from regionstyrning.model.steering_model import SteeringModel


def project(model: SteeringModel, assumptions: Assumptions, years: int, *, policies: Policies = STANDARD) -> Projection:
    """
    Reckon the accounts of the years ahead under stated assumptions.

    Each year begins with what the one before ended with, the first with the last year that is
    accounted for. The law and the region's structure are those of each year. Amounts are floats in
    mnkr, rounded only when shown. Extraordinary items and gains on sales are nothing.

    Args:
        model: The model.
        assumptions: What the years are assumed to bring; shocks change nothing here.
        years: How many, 1 to 200.
        policies: How the law is read where it leaves that open.

    Returns:
        Accounts, balance statement, reserves, restoration, key ratios and verdicts for each year,
        each with how it is come to. Without a figure to begin with there are no years, and the
        answer names what is missing.

    Raises:
        InvalidValue: if the model names no legal person, or for years that cannot be.

    >>> from regionstyrning.alternatives import planned
    >>> round(project(model, planned(model), 3)[2027].lines["arets-resultat"], 6)
    240.0
    """
    if model.legal_person is None:
        raise InvalidValue("legal_person", "the model names no legal person whose accounts they are")
    return projected(model, assumptions, plan_of(model, assumptions, years, policies))


def projected(
    model: SteeringModel,
    assumptions: Assumptions,
    plan: Plan,
    drawn: Callable[[int], Sequence[float]] | None = None,
) -> Projection:
    """
    Reckon a plan in single floats, with the explanation of every figure.

    Args:
        model: The model.
        assumptions: What the years are assumed to bring.
        plan: The same, made ready.
        drawn: The numbers drawn for the shocks of a year ahead, by its place; None for no shocks.
    """
    formulas = dict(_formulas(model))
    found = reckoned(FLOATS, ready_in(FLOATS, plan), drawn=drawn, counted=measured)
    years = [_year(each, formulas) for each in found]
    return Projection(
        about=model.legal_person or model.id,
        on=model.as_of,
        plan=plan,
        assumptions=assumptions,
        years=years,
    )


def measured(measure: MeasureAhead, now: Ahead[float], before: Ahead[float]) -> float | None:
    """
    A measure in a year.

    Returns:
        None if it divides by zero, is a part of assets that are spent, or asks what is not known of
        the year before.
    """
    try:
        value = measure.value(FLOATS, now, before)
    except (ZeroDivisionError, KeyError):
        return None
    return value if isfinite(value) else None


def _year(found: Reckoned[float], formulas: Mapping[str, Formula]) -> YearAhead:
    ahead, before = found.ahead, found.before
    return YearAhead(
        year=ahead.year,
        lines={line: line_ahead(FLOATS, ahead.values, line) for line in PRINTED},
        ratios=dict(_ratios(formulas, ahead, before)),
        verdicts=_verdicts(found),
        owed=tuple((last, amount) for last, amount in ahead.owed if slack.above(FLOATS, amount, ZERO)),
        overdue=ahead.overdue or 0.0,
        geh=found.asked[GEH].status(),
        by=found.by,
        ahead=ahead,
        before=before,
        terms=found.planned.terms,
    )


def _verdicts(found: Reckoned[float]) -> Iterator[VerdictAhead]:
    goals = {each.name: each for each in found.planned.goals}
    waiting = {each.name: each for each in found.planned.waiting}
    for name, truths in found.asked.items():
        if name == GEH:
            continue
        goal, wait = goals.get(name), waiting.get(name)
        indicator = goal.indicator if goal is not None else None if wait is None else wait.indicator
        least, most = _held(found, goal, wait)
        yield VerdictAhead(
            name=name,
            title=None if indicator is None else indicator.title,
            status=truths.status(),
            value=least if least == most else None,
            between=None if least is None or most is None or least == most else (least, most),
            goal=goal,
        )


def _held(
    found: Reckoned[float], goal: GoalAhead | None, wait: WaitingGoal | None
) -> tuple[float | None, float | None]:
    """What is held against the limit; of what is decided later, or not over yet, the measure of the year."""
    if goal is None:
        value = None if wait is None else found.measures.get(wait.indicator.id)
        return value, value
    values = found.known[goal.name]
    if len(values) == len(goal.years):
        return goal.held(FLOATS, values)
    return None, None


def _formulas(model: SteeringModel) -> Iterator[tuple[str, Formula]]:
    """The key ratios that can be counted of lines that are reckoned ahead."""
    for id, each in known_ratios(model).items():
        try:
            formula = None if each.formula is None else read_formula(each.formula)
        except InvalidValue:
            continue
        if formula is not None and all(BUDGET not in name and line_of(name) in PRINTED for name in formula.names):
            yield id, formula


def _ratios(formulas: Mapping[str, Formula], now: Ahead[float], before: Ahead[float]) -> Iterator[tuple[str, float]]:
    for id, formula in formulas.items():
        try:
            values = {
                name: seen_ahead(FLOATS, (before if name.startswith(BEFORE) else now).values, line_of(name))
                for name in formula.names
            }
            spent = any(line_of(name) == ASSETS and not value > 0 for name, value in values.items())
            if not spent:
                yield id, evaluated(formula, values, FLOATS)
        except (ZeroDivisionError, KeyError):
            continue
