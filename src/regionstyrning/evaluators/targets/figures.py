"""Outcomes as they were known on a day, found by whose they are and for when."""

from __future__ import annotations

from collections import ChainMap, defaultdict
from datetime import date
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from regionstyrning.model.dates import Part, Period
from regionstyrning.model.indicators import Gender, Indicator, Outcome, Stage

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, MutableMapping, Sequence

    from regionstyrning.model.steering_model import SteeringModel

FIRM = (Stage.FINAL, Stage.PRELIMINARY)
"""The stages that judge a year which has ended, the best first."""


@frozen(kw_only=True)
class Figures:
    """
    The outcomes of a model, by indicator.

    Attributes:
        by_indicator: The outcomes of each indicator.
        stages: The stages that count, the best first.
    """

    by_indicator: MutableMapping[str, Sequence[Outcome]]
    stages: tuple[Stage, ...] = FIRM

    def series(self, indicator: Indicator, scope: str | None, gender: Gender | None) -> Series:
        """The outcomes of an indicator for one scope and gender."""
        best: dict[tuple[int, Part | None], Outcome] = {}
        carried: dict[tuple[int, Part | None], Outcome] = {}
        for outcome in self.by_indicator.get(indicator.id, ()):
            if outcome.scope != scope or whole(outcome.gender) != whole(gender) or outcome.stage not in self.stages:
                continue
            self._keep(best, (outcome.year, outcome.part), outcome)
            if outcome.reported_for is not None:
                self._keep(carried, (outcome.reported_for.year, outcome.reported_for.part), outcome)
        return Series(indicator=indicator, periods={**carried, **best} if carried else best)

    def _keep(
        self, found: dict[tuple[int, Part | None], Outcome], period: tuple[int, Part | None], outcome: Outcome
    ) -> None:
        held = found.get(period)
        if held is None or self._order(outcome) > self._order(held):
            found[period] = outcome

    def _order(self, outcome: Outcome) -> tuple[int, date, bool, str]:
        """Firmer first, then later known, then measured rather than carried over."""
        firm = -self.stages.index(outcome.stage)
        return firm, outcome.known_on or date.min, outcome.reported_for is None, outcome.id

    def scopes(self, indicator: Indicator) -> tuple[str, ...]:
        """The codes that an indicator has values for: those it names, or else those of its outcomes."""
        if indicator.scopes:
            return tuple(scope.id for scope in indicator.scopes)
        return tuple(sorted({each.scope for each in self._of(indicator) if each.scope is not None}))

    def undivided(self, indicator: Indicator) -> bool:
        """Whether it has any outcome that is for no scope of its own."""
        return any(each.scope is None for each in self._of(indicator))

    def _of(self, indicator: Indicator) -> Sequence[Outcome]:
        return self.by_indicator.get(indicator.id, ())

    def with_outcomes(self, indicator: str, outcomes: Iterable[Outcome]) -> Figures:
        """The same, but for the outcomes of one indicator."""
        return evolve(self, by_indicator=ChainMap({indicator: tuple(outcomes)}, self.by_indicator))


@frozen(kw_only=True)
class Series:
    """
    The outcomes of an indicator for one scope and gender, the best known for each period (tidsserie).

    Attributes:
        indicator: The indicator.
        periods: An outcome for each year and part of a year. One carried over stands for the period it was
            reported for, unless that has an outcome of its own.
    """

    indicator: Indicator
    periods: Mapping[tuple[int, Part | None], Outcome]

    def at(self, year: int, part: Part | None = None) -> Outcome | None:
        """The outcome of a year or of a part of it."""
        return self.periods.get((year, part))

    def before(self, year: int, part: Part | None = None) -> Outcome | None:
        """The latest outcome of an earlier year that has a value, for the same part of the year."""
        return self._latest(year - 1, part)

    def latest(self, year: int, part: Part | None = None) -> Outcome | None:
        """The latest outcome up to a year that has a value, for the same part of the year."""
        return self._latest(year, part)

    def _latest(self, last: int, part: Part | None) -> Outcome | None:
        held = {
            year: outcome
            for (year, its_part), outcome in self.periods.items()
            if year <= last and its_part == part and outcome.missing is None and outcome.reported_for is None
        }
        return held[max(held)] if held else None

    def missing_before(self, year: int, part: Part | None = None) -> Outcome | None:
        """The latest outcome of an earlier year that tells why it has no value."""
        held = [
            (its_year, outcome)
            for (its_year, its_part), outcome in self.periods.items()
            if its_year < year and its_part == part and outcome.missing is not None
        ]
        return max(held, key=_year)[1] if held else None

    def comparable(self, first: Outcome, last: Outcome) -> bool:
        """Whether both were measured in the same way."""
        begun = Period(year=first.year, part=first.part).days().first or date.min
        ended = Period(year=last.year, part=last.part).days().last or date.max
        return not any(begun < day <= ended for day in self.indicator.method_changed)


def _year(dated: tuple[int, Outcome]) -> int:
    return dated[0]


def whole(gender: Gender | None) -> Gender | None:
    """A value for all is the same as one that is not divided by gender."""
    return None if gender is Gender.TOTAL else gender


def figures(facts: SteeringModel, stages: tuple[Stage, ...] = FIRM) -> Figures:
    """
    The outcomes of a model, grouped once and kept.

    Args:
        facts: What ``model.at(as_of)`` gave.
        stages: The stages that count, the best first.
    """
    key = ("figures", stages)
    found: Figures | None = facts.memo.get(key)
    if found is None:
        grouped: defaultdict[str, list[Outcome]] = defaultdict(list)
        for outcome in facts.outcomes:
            grouped[outcome.indicator].append(outcome)
        found = facts.memo[key] = Figures(by_indicator=dict(grouped), stages=stages)
    return found
