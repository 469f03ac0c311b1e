"""The years ahead made ready to be reckoned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from attrs import frozen

from regionstyrning.alternatives.ahead import (
    BASE_COSTS,
    COSTS,
    DEPRECIATION,
    GAINED,
    HELD,
    INTEREST,
    TAXES_AND_GRANTS,
    Ahead,
)
from regionstyrning.alternatives.decided import by_others, not_followed, not_followed_told
from regionstyrning.alternatives.drivers import MEANINGS, Driver, entering, moving, written
from regionstyrning.alternatives.goals_ahead import goals_ahead
from regionstyrning.alternatives.opening import COSTS as COST_LINE
from regionstyrning.alternatives.opening import CURRENT, STARTED_FROM, opening
from regionstyrning.alternatives.shocks import mixing
from regionstyrning.alternatives.terms import terms_of
from regionstyrning.errors import InvalidValue
from regionstyrning.model.dates import DECEMBER, check_year
from regionstyrning.questions.economy.layout import ADJUSTED, BALANCE, GRANTS, RESULT, TAXES
from regionstyrning.text.sentences import Sentence, listed

if TYPE_CHECKING:
    from regionstyrning.alternatives.assumptions import Assumptions
    from regionstyrning.alternatives.goal_ahead import GoalAhead
    from regionstyrning.alternatives.goals_ahead import GoalsAhead, WaitingGoal
    from regionstyrning.alternatives.goals_counted import GoalRule
    from regionstyrning.alternatives.measure_ahead import MeasureAhead
    from regionstyrning.alternatives.opening import Beginning
    from regionstyrning.alternatives.terms import Terms
    from regionstyrning.law import Policies
    from regionstyrning.model.documents import Decision
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.questions.economy.deciders import DecidedByAnother
    from regionstyrning.text.sentences import Language

MOST_YEARS = 200

_ALSO_PRINTED = {
    COSTS: (COST_LINE, -1),
    DEPRECIATION: ("avskrivningar", -1),
    GAINED: (GAINED, 1),
    INTEREST: ("finansiella-kostnader", -1),
    RESULT: (RESULT, 1),
    ADJUSTED: (ADJUSTED, 1),
    BALANCE: (BALANCE, 1),
}
"""What key ratios of the first year ahead may ask of the year before, where it is printed."""

_MISSING = {
    "drivers": Sentence(
        "Antagande saknas för {year}: {names}. Ge ett eget med Assumption(…) eller --assume.",
        "No assumption for {year}: {names}. Give one of your own by Assumption(…) or --assume.",
    ),
    "law": Sentence("Lagen hålls inte för räkenskapsåret {year}.", "The law is not held for the fiscal year {year}."),
}


@frozen(kw_only=True, eq=False)
class PlannedYear:
    """
    A year that is ready to be reckoned (planerat år).

    Attributes:
        terms: What the law and the region ask.
        by: What each driver enters the reckoning as.
        goals: The financial goals that can be judged.
        waiting: Those that are decided in a later year.
        measures: What has to be counted, for the year or for a later one.
        rule: How those of them that count, and the whole, are come to.
    """

    terms: Terms
    by: Mapping[Driver, float]
    goals: tuple[GoalAhead, ...]
    waiting: tuple[WaitingGoal, ...]
    measures: tuple[MeasureAhead, ...]
    rule: GoalRule


@frozen(kw_only=True, eq=False)
class Plan:
    """
    The years ahead, ready to be reckoned (beräkningsplan).

    Attributes:
        opening: What they begin with.
        start: The same as a year, in floats; None if a figure is missing.
        years: The years, as many as can be reckoned.
        goals: The financial goals, with what cannot be judged.
        moves: Which shocks move which driver, and how much.
        mixing: How numbers drawn apart are mixed: a row for each shock.
        only_up: Of each shock whether only what is above zero counts.
        lacking: Years of which something is not assumed, with what.
        not_followed: Decisions on deficits that cannot be followed ahead.
        by_others: Decisions on deficits of these years by another than fullmäktige, which change nothing.
        unlawful: The first year whose law is not held; None if there is none.
    """

    opening: Beginning
    start: Ahead[float] | None
    years: tuple[PlannedYear, ...]
    goals: GoalsAhead
    moves: Mapping[Driver, tuple[tuple[int, float], ...]]
    mixing: tuple[tuple[float, ...], ...]
    only_up: tuple[bool, ...]
    lacking: tuple[tuple[int, tuple[Driver, ...]], ...]
    not_followed: tuple[Decision, ...]
    by_others: tuple[DecidedByAnother, ...]
    unlawful: int | None

    @property
    def unseen(self) -> bool:
        """Whether deficits of earlier years may be left that are in no accounts."""
        return any(True for _ in self.opening.ledger.what_is_unknown("sv"))

    def what_is_missing(self, lang: Language = "sv") -> Iterator[str]:
        """What is not known, or cannot be reckoned, each in a sentence."""
        yield from self.opening.what_is_missing(lang)
        for year, drivers in self.lacking:
            names = listed([f"{MEANINGS[each].short.say(lang)} ({written(each)})" for each in drivers], lang)
            yield _MISSING["drivers"].say(lang, year=year, names=names)
        if self.unlawful is not None:
            yield _MISSING["law"].say(lang, year=self.unlawful)
        yield from not_followed_told(self.not_followed, lang)
        for each in self.by_others:
            yield each.text(lang)
        yield from self.goals.what_is_missing(lang)


def plan_of(model: SteeringModel, assumptions: Assumptions, years: int, policies: Policies) -> Plan:
    """
    Make the years ahead ready.

    Args:
        model: The model.
        assumptions: What they are assumed to bring.
        years: How many.
        policies: How the law is read where it leaves that open.

    Raises:
        InvalidValue: for fewer than one year or more than 200, or years that no calendar has.
    """
    if not 1 <= years <= MOST_YEARS:
        message = f"expected 1 to {MOST_YEARS} years, found {years!r}"
        raise InvalidValue("years", message)
    begun = opening(model, assumptions, policies)
    first, last = begun.year + 1, begun.year + years
    check_year("years", last)
    goals = goals_ahead(
        model, first, last, go_on=assumptions.last_targets_go_on, of_activity=assumptions.goals_of_activity_met
    )
    ready, lacking, unlawful = _ready(model, assumptions, (first, last), policies, goals)
    return Plan(
        opening=begun,
        start=None if begun.lacking else _start(begun),
        years=ready,
        goals=goals,
        moves=_moves(assumptions),
        mixing=mixing(assumptions.shocks, assumptions.correlations),
        only_up=tuple(each.only_up for each in assumptions.shocks),
        lacking=lacking,
        not_followed=not_followed(model, (first, last), max(model.as_of, date(begun.year, DECEMBER, 31))),
        by_others=by_others(model, (first, last)),
        unlawful=unlawful,
    )


def _ready(
    model: SteeringModel, assumptions: Assumptions, span: tuple[int, int], policies: Policies, goals: GoalsAhead
) -> tuple[tuple[PlannedYear, ...], tuple[tuple[int, tuple[Driver, ...]], ...], int | None]:
    """The years up to the first that cannot be reckoned, and why that cannot."""
    ready: list[PlannedYear] = []
    for year in range(span[0], span[1] + 1):
        lacking = assumptions.lacking(year)
        if lacking:
            return tuple(ready), ((year, lacking),), None
        terms = terms_of(model, year, assumptions, policies)
        if terms is None:
            return tuple(ready), (), year
        stated = {driver: assumptions.value(driver, year) for driver in Driver}
        by = {driver: entering(driver, value) for driver, value in stated.items() if value is not None}
        ready.append(_planned(terms, by, goals))
    return tuple(ready), (), None


def _planned(terms: Terms, by: Mapping[Driver, float], goals: GoalsAhead) -> PlannedYear:
    year = terms.year
    return PlannedYear(
        terms=terms,
        by=by,
        goals=goals.by_year[year],
        waiting=goals.waiting[year],
        measures=goals.measures[year],
        rule=goals.rules[year],
    )


def _start(begun: Beginning) -> Ahead[float]:
    values = {line: float(begun.values[line]) for line in STARTED_FROM if line != COST_LINE}
    values[BASE_COSTS] = -float(begun.values[COST_LINE])
    values[TAXES_AND_GRANTS] = values[TAXES] + values[GRANTS]
    values[HELD] = max(values[CURRENT], 0.0)
    for name, (line, sign) in _ALSO_PRINTED.items():
        if begun.accounts is None or line in begun.given:
            printed = begun.values.get(line)
        else:
            printed = begun.accounts.value(line)
        if printed is not None:
            values[name] = sign * float(printed)
    owed = tuple((last, float(amount)) for last, amount in begun.owed)
    return Ahead(year=begun.year, values=values, owed=owed, overdue=None, failed={})


def _moves(assumptions: Assumptions) -> dict[Driver, tuple[tuple[int, float], ...]]:
    found: dict[Driver, list[tuple[int, float]]] = {}
    for place, shock in enumerate(assumptions.shocks):
        for driver, times in shock.drivers:
            found.setdefault(driver, []).append((place, moving(driver, shock.size * times)))
    return {driver: tuple(pairs) for driver, pairs in found.items()}
