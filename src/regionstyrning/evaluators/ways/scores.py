"""Scores from 0 to 10 with a goal point and a red flag: a well-known arithmetic, for comparison."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, ClassVar

import attrs
from attrs import frozen

from regionstyrning.errors import InvalidValue
from regionstyrning.evaluators.occasions.occasion import occasion_of
from regionstyrning.evaluators.occasions.plans import year_ended
from regionstyrning.evaluators.verdicts.bounds import Bounds
from regionstyrning.evaluators.verdicts.saying import because
from regionstyrning.evaluators.verdicts.statuses import Status
from regionstyrning.evaluators.verdicts.verdict import Verdict
from regionstyrning.evaluators.verdicts.wording import between
from regionstyrning.evaluators.ways.attainment import Attainment
from regionstyrning.evaluators.ways.bands import percents
from regionstyrning.evaluators.ways.shares import leaf_of
from regionstyrning.evaluators.ways.tree import Ends, Weights, whole
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from regionstyrning.evaluators.ways.shares import Share
    from regionstyrning.model.steering_model import SteeringModel

TEN, NONE = Decimal(10), Decimal(0)
_CENT = Decimal("0.01")

_SCORE = Sentence("{points} poäng av 10.", "{points} points of 10.")
_NO_WEIGHT = Sentence(
    "Några delar har en vikt och andra inte; de utan vägs från ingenting till den tyngsta.",
    "Some parts have a weight and others not; those without weigh from nothing to the heaviest.",
)


@frozen(kw_only=True)
class Scores:
    """
    A score from 0 to 10 for every indicator, and the weighted mean of them for goals (poäng).

    The score is a straight line through two points: the red flag at a share of the target, and the goal
    at the whole of it. No region has stated this: it is there to compare with.

    Attributes:
        red_flag_percent: The share of its target, 0 to 100, where an indicator has the points of the red flag.
        red_flag_points: The points there; fewer is not met.
        goal_points: The points of a target that is just reached; as many or more is met.
        name: What the evaluator is called.

    Raises:
        InvalidValue: if the red flag is no lower than the goal.
    """

    version: ClassVar[str] = "1"

    red_flag_percent: Decimal = Decimal(75)
    red_flag_points: Decimal = Decimal("3.33")
    goal_points: Decimal = Decimal("6.67")
    name: str = "scores"

    def __attrs_post_init__(self) -> None:
        if self.red_flag_percent >= 100 or self.red_flag_points >= self.goal_points:  # noqa: PLR2004 - the whole target
            message = f"the red flag, {self.red_flag_points} points at {self.red_flag_percent} %, is not below the goal"
            raise InvalidValue("red_flag_points", message)

    def points(self, share: Decimal) -> Decimal:
        """
        The score of a share of the target.

        >>> [Scores().points(Decimal(share)) for share in (40, 75, 100, 150)]
        [Decimal('0'), Decimal('3.33'), Decimal('6.67'), Decimal('10')]
        """
        rise = self.goal_points - self.red_flag_points
        line = self.red_flag_points + rise * (share - self.red_flag_percent) / (100 - self.red_flag_percent)
        return min(max(line, NONE), TEN)

    def __call__(self, model: SteeringModel, *, as_of: date, year: int | None = None) -> Verdict:
        """
        Judge a model.

        Args:
            model: The whole model.
            as_of: The day from which it is judged: nothing known later counts.
            year: The year judged; the last that had ended, if none is named.
        """
        occasion = occasion_of(Attainment(), model, as_of, year_ended(as_of) if year is None else year)
        names = [each.name for each in attrs.fields(Scores) if each.name != "name"]
        settings = tuple((name, str(getattr(self, name))) for name in names)
        return whole(
            occasion,
            lambda indicator: leaf_of(occasion, indicator, partial(self._ends, indicator.id)),
            self._join,
            (f"{self.name} {self.version}", settings),
        )

    def _ends(self, about: str, share: Share) -> Ends:
        low, high = self.points(share.low), TEN if share.high is None else self.points(share.high)
        told = because(about, _SCORE, points=between(low.quantize(_CENT), high.quantize(_CENT)))
        reasons = [*share.reasons, told]
        return Ends(status=self._status(low, high), low=low * TEN, high=high * TEN, reasons=reasons)

    def _status(self, low: Decimal, high: Decimal) -> Status:
        return Bounds(self._of_points(low), self._of_points(high)).status

    def _of_points(self, points: Decimal) -> Status:
        if points >= self.goal_points:
            return Status.MET
        return Status.PARTLY_MET if points >= self.red_flag_points else Status.NOT_MET

    def _join(self, about: str, parts: Sequence[Verdict], weights: Weights) -> Ends:
        lows, highs = percents(parts)
        low, high = (bound_of_mean(ends, weights, worst=worst) for ends, worst in ((lows, True), (highs, False)))
        mixed = len({weight is None for weight in weights}) > 1
        told = [because(about, _SCORE, points=between((low / TEN).quantize(_CENT), (high / TEN).quantize(_CENT)))]
        if mixed:
            told.append(because(about, _NO_WEIGHT, missing=True))
        return Ends(status=self._status(low / TEN, high / TEN), low=low, high=high, reasons=told)


def bound_of_mean(values: Sequence[Decimal], weights: Weights, *, worst: bool) -> Decimal:
    """
    The least or the most that a weighted mean can be.

    Args:
        values: The least or the most of each part.
        weights: The weight of each, all alike if none is stated. Where some are, the others weigh anything from
            nothing to the heaviest.
        worst: Whether the least is asked, rather than the most.

    >>> bound_of_mean([Decimal(20), Decimal(60)], [Decimal(1), Decimal(3)], worst=True)
    Decimal('50')
    """
    stated = [weight for weight in weights if weight is not None and weight > NONE]
    heaviest = max(stated, default=NONE)
    if heaviest == NONE:
        return sum(values, NONE) / len(values)
    pairs = list(zip(values, weights, strict=True))
    total = sum((value * weight for value, weight in pairs if weight is not None and weight > NONE), NONE)
    weighed = sum(stated, NONE)
    loose = sorted((value for value, weight in pairs if weight is None), reverse=not worst)
    for value in loose:
        mean = total / weighed
        if (value < mean) if worst else (value > mean):
            total, weighed = total + value * heaviest, weighed + heaviest
    return total / weighed
