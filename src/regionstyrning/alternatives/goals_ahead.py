"""Which financial goals are asked in the years ahead, by the plan of each year, and which can be judged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from regionstyrning.alternatives.goals_asked import NO_FORMULA, OF_A_PART, goal_asked, going_on, unknown_before
from regionstyrning.alternatives.goals_counted import Part, Steps, counts_any, goal_rule
from regionstyrning.alternatives.goals_untold import (
    ENDED,
    NOT_KNOWN,
    NOT_OVER,
    REPLACED,
    UNSET,
    VANISHED,
    Untold,
    told_together,
)
from regionstyrning.alternatives.measure_ahead import measure_ahead, measured_before
from regionstyrning.alternatives.plans_ahead import PlansAhead, measures_of, replacing, targets_of, title_of_document
from regionstyrning.evaluators.measures.units import whole_period
from regionstyrning.evaluators.targets.targets import asked
from regionstyrning.model.dates import DECEMBER
from regionstyrning.model.indicators import IndicatorRole
from regionstyrning.model.records import as_tuple
from regionstyrning.questions.economy.ratios import known_ratios

if TYPE_CHECKING:
    from regionstyrning.alternatives.goal_ahead import GoalAhead
    from regionstyrning.alternatives.goals_counted import GoalRule
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
        rules: How the goals that count are joined, year by year.
        measures: What has to be counted in each year, for itself or for a later one.
        history: Each measure in the years that are accounted for, by its id and year.
        untold: Why what is asked cannot be judged, or what is not set.
    """

    by_year: Mapping[int, tuple[GoalAhead, ...]]
    waiting: Mapping[int, tuple[WaitingGoal, ...]]
    rules: Mapping[int, GoalRule]
    measures: Mapping[int, tuple[MeasureAhead, ...]]
    history: Mapping[str, Mapping[int, Decimal]]
    untold: tuple[Untold, ...] = field(converter=as_tuple)

    def what_is_missing(self, lang: Language = "sv") -> Iterator[str]:
        """The goals that cannot be judged ahead, each in a sentence."""
        for each in self.untold:
            yield each.text(lang)


def goals_ahead(
    model: SteeringModel, first: int, last: int, *, go_on: bool = False, of_activity: bool | None = None
) -> GoalsAhead:
    """
    The financial goals of the years ahead: those that count, and beside them what is measured by a key ratio.

    Each year is asked what the plan that stands at its end sets for it, as when a year that has been
    is judged. A target for a later year is not due. Where the plan sets none, or no plan stands,
    nothing is asked, unless it is assumed that the last targets go on.

    Args:
        model: The model.
        first: The first year ahead.
        last: The last.
        go_on: Whether the last target goes on in years that none is set for.
        of_activity: Whether the goals of the activities are taken to be met; None for not known.
    """
    found = _Asking(model, first, go_on=go_on, of_activity=of_activity)
    plans = PlansAhead(model)
    for year in range(first, last + 1):
        found.ask(year, plans.of(year))
    return found.goals()


@frozen(kw_only=True, eq=False)
class _Known:
    """What was last asked of an indicator, and what was set for later years then."""

    indicator: Indicator
    measure: MeasureAhead | None
    year: int = 0
    asked: tuple[GoalAhead | str, ...] = ()
    later: tuple[Asked, ...] = ()
    document: str | None = None
    words: str = ""

    @property
    def last(self) -> int:
        """The last year that anything was set for; 0 for none."""
        return max((self.year, *(each.year for each in self.later)))


class _Asking:
    """What has been found of the years so far."""

    def __init__(self, model: SteeringModel, first: int, *, go_on: bool, of_activity: bool | None) -> None:
        self.model, self.first, self.go_on, self.of_activity = model, first, go_on, of_activity
        self.known: dict[str, _Known] = {}
        self.counted: set[str] = set()
        self.last: SteeringModel | None = None
        self.history: dict[str, dict[int, Decimal]] = {}
        self.by_year: dict[int, list[GoalAhead]] = {}
        self.waiting: dict[int, list[WaitingGoal]] = {}
        self.rules: dict[int, GoalRule] = {}
        self.untold: dict[Untold, list[int]] = {}

    def ask(self, year: int, plan: SteeringModel) -> None:
        """What is asked in a year: of the goals that count, and of other measures by a key ratio beside them."""
        self.by_year[year], self.waiting[year] = [], []
        standing = targets_of(plan)
        if counts_any(plan):
            self.last = plan
        done: dict[str, Part] = {}

        def measured(indicator: Indicator, steps: Steps) -> Part:
            if indicator.id not in done:
                done[indicator.id] = self._counted(year, plan, indicator, standing.get(indicator.id, []), steps)
            return done[indicator.id]

        def noted(why: str, title: str) -> None:
            self._note(year, Untold(why=why, titles=(title,) if title else ()))

        stands = self.last if self.go_on and self.last is not None else plan
        self.rules[year] = goal_rule(stands, measured, noted, of_activity=self.of_activity)
        for id in sorted(self.counted - done.keys()):
            self._not_set(year, plan, self.known[id])
        self.counted |= done.keys() & self.known.keys()
        for indicator in plan.indicators:
            shown = indicator.ratio is not None and indicator.role is not IndicatorRole.WATCHED
            if shown and indicator.id in standing and indicator.id not in done:
                self._shown(year, plan, indicator, standing[indicator.id])

    def _counted(
        self, year: int, plan: SteeringModel, indicator: Indicator, targets: list[Target], steps: Steps
    ) -> Part:
        """What an indicator of a goal that counts comes to."""
        if indicator.role is IndicatorRole.WATCHED:
            return steps.not_judged()
        rule = known_ratios(self.model).get(indicator.ratio or "")
        if rule is not None and rule.formula is None:
            self._note(year, Untold(why=NO_FORMULA, titles=(indicator.title,)))
            return steps.open()
        known = self._standing(year, plan, indicator, targets)
        due = self._due(year, known)
        if due is not None:
            return steps.composed([self._judge(year, goal, due, steps) for goal in due.asked])
        if any(each.year > year for each in known.later) and (self.go_on or targets):
            self._wait(year, known)
            return steps.later()
        if indicator.role is IndicatorRole.SUPPORTS:
            return steps.not_judged()
        self._not_set(year, plan, known)
        return steps.open(dated=False)

    def _standing(self, year: int, plan: SteeringModel, indicator: Indicator, targets: list[Target]) -> _Known:
        """What is known of an indicator when the targets that stand have been asked."""
        known = self.known.get(indicator.id) or self._met(indicator)
        found = list(asked(targets, year, year, date(year, DECEMBER, 31)))
        due = [each for each in found if each.year == year]
        if found:
            known = evolve(known, later=tuple(each for each in found if each.year > year))
            known = self._last(plan, known, due) if due else _named(known, found[0])
        elif self.go_on:
            due = [each for each in known.later if each.year == year]
            known = self._last(plan, known, due) if due else known
        self.known[indicator.id] = known
        return known

    def _due(self, year: int, known: _Known) -> _Known | None:
        """What is asked in a year, if anything is."""
        return known if known.asked and (known.year == year or self.go_on) else None

    def _shown(self, year: int, plan: SteeringModel, indicator: Indicator, targets: list[Target]) -> None:
        """What stands beside the goals that count is judged for itself."""
        known, beside = self._standing(year, plan, indicator, targets), Steps()
        due = self._due(year, known)
        if due is not None:
            for goal in due.asked:
                self._judge(year, goal, due, beside)
        elif any(each.year > year for each in known.later):
            self._wait(year, known)

    def _wait(self, year: int, known: _Known) -> None:
        decided = min(each.year for each in known.later if each.year > year)
        indicator = known.indicator
        found = WaitingGoal(name=indicator.id, indicator=indicator, measure=known.measure, decided=decided)
        self.waiting[year].append(found)

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
            goal: GoalAhead | str = NO_FORMULA
            if each.target.gender is not None or each.target.scope is not None:
                goal = OF_A_PART
            elif known.measure is not None:
                goal = goal_asked(known.measure, each.target, each.year, period)
            goals.append(goal if isinstance(goal, str) or len(due) == 1 else evolve(goal, name=each.target.id))
        words = due[0].target.condition
        named = _named(known, due[0])
        return evolve(named, year=due[0].year, asked=tuple(goals), words=words.text or words.kind.value)

    def _judge(self, year: int, goal: GoalAhead | str, known: _Known, steps: Steps) -> Part:
        title = known.indicator.title
        if isinstance(goal, str):
            self._note(year, Untold(why=goal, titles=(title,), asked=known.words))
            return steps.open()
        now = goal if known.year == year else going_on(goal, year)
        self.by_year[year].append(now)
        if unknown_before(now, self.first, self.history[now.measure.name]):
            self._note(year, Untold(why=NOT_KNOWN, titles=(title,), asked=known.words))
        elif max(now.years) > year:
            self._note(year, Untold(why=NOT_OVER, titles=(title,), asked=known.words, last=max(now.years)))
        return Part(place=steps.named(now.name))

    def _not_set(self, year: int, plan: SteeringModel, known: _Known) -> None:
        """Why nothing is asked of what counts, or has counted."""
        title, document = (known.indicator.title,), title_of_document(self.model, known.document)
        newer = replacing(plan, known.document)
        if newer is not None:
            untold = Untold(why=REPLACED, titles=title, document=newer)
        elif document is None or not known.last:
            untold = Untold(why=UNSET, titles=title)
        else:
            why = VANISHED if known.last >= year else ENDED
            untold = Untold(why=why, titles=title, document=document, last=known.last)
        self._note(year, untold)

    def _note(self, year: int, untold: Untold) -> None:
        self.untold.setdefault(untold, []).append(year)

    def goals(self) -> GoalsAhead:
        """The whole."""
        return GoalsAhead(
            by_year={year: tuple(found) for year, found in self.by_year.items()},
            waiting={year: tuple(found) for year, found in self.waiting.items()},
            rules=self.rules,
            measures=measures_of(self.by_year, self.waiting),
            history=self.history,
            untold=list(told_together(self.untold)),
        )


def _named(known: _Known, found: Asked) -> _Known:
    return evolve(known, document=found.target.document or known.indicator.document)
