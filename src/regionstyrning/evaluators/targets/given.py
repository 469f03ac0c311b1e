"""What a condition is held against: an indicator's figures, for whom and for when."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property

from attrs import frozen

from regionstyrning.evaluators.targets.figures import Figures, Series
from regionstyrning.model.dates import Part
from regionstyrning.model.indicators import Gender, Indicator, Outcome
from regionstyrning.model.scales import Scale, ScaleReads, ScaleStep
from regionstyrning.model.steering_model import SteeringModel


@frozen(kw_only=True, slots=False, eq=False)
class Given:
    """
    What a condition is held against.

    Attributes:
        figures: Outcomes known on the day.
        facts: The model of that day, for lines of the accounts.
        plan: The model of the day of the plan, for other indicators.
        indicator: The indicator that is judged.
        scales: The scales of the structure, by id.
        year: The year judged.
        part: The part of it.
        scope: For whom, as a code of the indicator's scopes.
        gender: For which part of the people.
        years: The years of the whole period, for a condition on all of it; empty if they are not known.
        partly_share: From which share of a target something is partly met, where the condition does not say.
    """

    figures: Figures
    facts: SteeringModel
    plan: SteeringModel
    indicator: Indicator
    scales: Mapping[str, Scale]
    year: int
    part: Part | None = None
    scope: str | None = None
    gender: Gender | None = None
    years: tuple[int, ...] = ()
    partly_share: Decimal | None = None

    @cached_property
    def series(self) -> Series:
        """The outcomes of the indicator for this scope and gender."""
        return self.figures.series(self.indicator, self.scope, self.gender)

    @property
    def scale(self) -> Scale | None:
        """The scale that the indicator's grades are on."""
        return self.scales.get(self.indicator.scale or "")

    def step(self, word: str | None) -> ScaleStep | None:
        """The step of that scale which a word, sign or colour stands for."""
        return None if self.scale is None or word is None else step_of(self.scale, word)

    def number(self, outcome: Outcome) -> Decimal | None:
        """The value of an outcome, or the place of its grade on a scale that reads level or development."""
        if outcome.value is not None or self.scale is None or self.scale.reads is ScaleReads.RANK:
            return outcome.value
        step = self.step(outcome.grade)
        return None if step is None or step.rank is None else Decimal(step.rank)


def step_of(scale: Scale, word: str) -> ScaleStep | None:
    """The step of a scale which a word, sign or colour stands for."""
    return next((step for step in scale.steps if word in {step.word, step.sign, step.colour}), None)
