"""Which financial goals are asked in the years ahead, by the plan of each year, and which can be judged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from regionstyrning.alternatives.goals_asked import NO_FORMULA, goal_asked, going_on, unknown_before
from regionstyrning.alternatives.goals_untold import (
    ENDED,
    NOT_KNOWN,
    NOT_OVER,
    NOTHING_SET,
    UNSET,
    Untold,
    told_together,
)
from regionstyrning.alternatives.measure_ahead import measure_ahead, measured_before
from regionstyrning.evaluators.measures.units import whole_period
from regionstyrning.evaluators.occasions.plans import plan_of
from regionstyrning.evaluators.targets.targets import asked
from regionstyrning.model.dates import DECEMBER
from regionstyrning.model.goals import GoalKind
from regionstyrning.model.indicators import IndicatorRole
from regionstyrning.model.records import as_tuple

if TYPE_CHECKING:
    from regionstyrning.alternatives.goal_ahead import GoalAhead
    from regionstyrning.alternatives.measure_ahead import MeasureAhead
    from regionstyrning.evaluators.targets.targets import Asked
    from regionstyrning.model.indicators import Indicator, Target
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.text.sentences import Language


@frozen(kw_only=True, eq=False)
class WaitingGoal:
    """
    A goal that is decided in a later year (mål som avgörs senare).

    Attributes:
        name: Id of its indicator.
        indicator: The indicator.
        measure: What is measured; None if it cannot be counted ahead.
        decided: The year of its next target.
    """

    name: str
    indicator: Indicator
    measure: MeasureAhead | None
    decided: int


@frozen(kw_only=True, eq=False)
class GoalsAhead:
    """
    The financial goals of the years ahead (finansiella mål framåt).

    Attributes:
        by_year: What is judged, year by year.
        waiting: What is decided in a later year, year by year.
        measures: What has to be counted in each year, for itself or for a later one.
        history: Each measure in the years that are accounted for, by its id and year.
        open_years: Years in which something is asked that cannot be judged, or nothing is set.
        untold: Why that is.
    """

    by_year: Mapping[int, tuple[GoalAhead, ...]]
    waiting: Mapping[int, tuple[WaitingGoal, ...]]
    measures: Mapping[int, tuple[MeasureAhead, ...]]
    history: Mapping[str, Mapping[int, Decimal]]
    open_years: frozenset[int]
    untold: tuple[Untold, ...] = field(converter=as_tuple)

    def what_is_missing(self, lang: Language = "sv") -> Iterator[str]:
        """The goals that cannot be judged ahead, each in a sentence."""
        for each in self.untold:
            yield each.text(lang)


def goals_ahead(model: SteeringModel, first: int, last: int, *, go_on: bool = False) -> GoalsAhead:
    """
    The financial goals of the years ahead: those whose measure is a formula over the accounts.

    Each year is asked what the plan that stands at its end sets for it, as when a year that has been
    is judged. A target for a later year is not due. Where the plan sets none, or no plan stands,
    nothing is asked, unless it is assumed that the last targets go on.

    Args:
        model: The model.
        first: The first year ahead.
        last: The last.
        go_on: Whether the last target goes on in years that none is set for.
    """
    found = _Asking(model, first, go_on=go_on)
    plans = _Plans(model)
    for year in range(first, last + 1):
        found.ask(year, plans.of(year))
    return found.goals()


class _Plans:
    """The plan that stands at the end of each year, looked for no longer than it can change to one."""

    def __init__(self, model: SteeringModel) -> None:
        self.model, self.empty = model, False
        begun = [*(each.begins for each in model.documents), *(each.on for each in model.decisions)]
        begun += [each.validity.first for each in model.targets if each.validity is not None]
        begun += [each.validity.first for each in model.indicators if each.validity is not None]
        self.last_begun = max((day for day in begun if day is not None), default=date.min)

    def of(self, year: int) -> SteeringModel | None:
        """The model of the year's last day; None when no target stands then or can later."""
        ended = date(year, DECEMBER, 31)
        if self.empty:
            return None
        held = plan_of(self.model, year, max(self.model.as_of, ended))
        self.empty = not held.targets and self.last_begun <= ended
        return held


@frozen(kw_only=True, eq=False)
class _Known:
    """What was last asked of an indicator."""

    indicator: Indicator
    measure: MeasureAhead | None
    year: int = 0
    asked: tuple[GoalAhead | str, ...] = ()
    document: str | None = None
    words: str = ""


class _Asking:
    """What has been found of the years so far."""

    def __init__(self, model: SteeringModel, first: int, *, go_on: bool) -> None:
        self.model, self.first, self.go_on = model, first, go_on
        self.known: dict[str, _Known] = {}
        self.history: dict[str, dict[int, Decimal]] = {}
        self.by_year: dict[int, list[GoalAhead]] = {}
        self.waiting: dict[int, list[WaitingGoal]] = {}
        self.open_years: set[int] = set()
        self.untold: dict[Untold, list[int]] = {}

    def ask(self, year: int, plan: SteeringModel | None) -> None:
        """What is asked in a year, of everything that is measured then or was before."""
        self.by_year[year], self.waiting[year] = [], []
        standing = {} if plan is None else {each.id: (each, targets) for each, targets in _financial(plan)}
        for id in sorted({*standing, *self.known}):
            if plan is None or id not in standing:
                self._not_set(year, self.known[id], ENDED)
                continue
            indicator, targets = standing[id]
            self._of_indicator(year, plan, indicator, list(asked(targets, 1, year, date(year, DECEMBER, 31))))
        if not standing and not self.known:
            self._open(year, Untold(why=NOTHING_SET))

    def _of_indicator(self, year: int, plan: SteeringModel, indicator: Indicator, found: list[Asked]) -> None:
        known = self.known.get(indicator.id) or self._met(indicator)
        latest = max((each.year for each in found if each.year <= year), default=None)
        if latest is not None:
            due = [each for each in found if each.year == latest]
            known = self.known[indicator.id] = self._last(plan, known, due)
        later = [each.year for each in found if each.year > year]
        if latest == year or (self.go_on and known.asked):
            self._judge(year, known)
        elif later:
            waits = WaitingGoal(name=indicator.id, indicator=indicator, measure=known.measure, decided=min(later))
            self.waiting[year].append(waits)
        else:
            self._not_set(year, known, UNSET)

    def _met(self, indicator: Indicator) -> _Known:
        """An indicator that is met for the first time."""
        measure = measure_ahead(self.model, indicator)
        if measure is not None:
            self.history[indicator.id] = measured_before(self.model, indicator, self.first)
        return _Known(indicator=indicator, measure=measure)

    def _last(self, plan: SteeringModel, known: _Known, due: list[Asked]) -> _Known:
        """What the last targets ask; each is called by its own id where there are several."""
        goals: list[GoalAhead | str] = []
        for each in due:
            period = whole_period(plan, known.indicator, each.target)
            goal = NO_FORMULA if known.measure is None else goal_asked(known.measure, each.target, each.year, period)
            goals.append(goal if isinstance(goal, str) or len(due) == 1 else evolve(goal, name=each.target.id))
        document = plan.by_id.get(due[0].target.document or known.indicator.document or "")
        title = None if document is None else getattr(document, "title", None)
        words = due[0].target.condition
        return evolve(
            known,
            year=due[0].year,
            asked=tuple(goals),
            document=title,
            words=words.text or words.kind.value,
        )

    def _judge(self, year: int, known: _Known) -> None:
        for goal in known.asked:
            title = known.indicator.title
            if isinstance(goal, str):
                self._open(year, Untold(why=goal, titles=(title,), asked=known.words))
                continue
            now = goal if known.year == year else going_on(goal, year)
            self.by_year[year].append(now)
            if unknown_before(now, self.first, self.history[now.measure.name]):
                self._note(year, Untold(why=NOT_KNOWN, titles=(title,), asked=known.words))
            elif max(now.years) > year:
                self._note(year, Untold(why=NOT_OVER, titles=(title,), asked=known.words, last=max(now.years)))

    def _not_set(self, year: int, known: _Known, why: str) -> None:
        if self.go_on and known.asked:
            self._judge(year, known)
        else:
            self._open(year, Untold(why=why, titles=(known.indicator.title,), document=known.document, last=known.year))

    def _open(self, year: int, untold: Untold) -> None:
        self.open_years.add(year)
        self._note(year, untold)

    def _note(self, year: int, untold: Untold) -> None:
        self.untold.setdefault(untold, []).append(year)

    def goals(self) -> GoalsAhead:
        """The whole."""
        return GoalsAhead(
            by_year={year: tuple(found) for year, found in self.by_year.items()},
            waiting={year: tuple(found) for year, found in self.waiting.items()},
            measures=_measures(self.by_year, self.waiting),
            history=self.history,
            open_years=frozenset(self.open_years),
            untold=list(told_together(self.untold)),
        )


def _measures(
    by_year: Mapping[int, list[GoalAhead]], waiting: Mapping[int, list[WaitingGoal]]
) -> dict[int, tuple[MeasureAhead, ...]]:
    """What has to be counted in each year: what is judged or shown in it, and what a later year looks at."""
    found: dict[int, dict[str, MeasureAhead]] = {year: {} for year in by_year}
    for year, goals in by_year.items():
        for goal in goals:
            for each in {year, *goal.years} & found.keys():
                found[each].setdefault(goal.measure.name, goal.measure)
    for year, waits in waiting.items():
        found[year].update({each.name: each.measure for each in waits if each.measure is not None})
    return {year: tuple(measures.values()) for year, measures in found.items()}


def _financial(held: SteeringModel) -> Iterator[tuple[Indicator, list[Target]]]:
    """Measures by a key ratio, or of a financial goal, each with its targets for the whole region and year."""
    goals = {each.id for each in held.goals if each.kind is GoalKind.FINANCIAL}
    measuring = {each.lower for each in held.contributions if each.upper in goals}
    for indicator in held.indicators:
        targets = [
            each
            for each in held.targets
            if each.indicator == indicator.id and each.part is None and each.gender is None and each.scope is None
        ]
        counts = indicator.ratio is not None or indicator.id in measuring
        if targets and counts and indicator.role is not IndicatorRole.WATCHED:
            yield indicator, targets
