"""Status bands where the worst decides: a well-known arithmetic, for comparison."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from attrs import frozen

from regionstyrning.errors import InvalidValue
from regionstyrning.evaluators.occasions.occasion import occasion_of
from regionstyrning.evaluators.occasions.plans import year_ended
from regionstyrning.evaluators.verdicts.bounds import Bounds
from regionstyrning.evaluators.verdicts.saying import because
from regionstyrning.evaluators.verdicts.statuses import Status
from regionstyrning.evaluators.verdicts.verdict import Verdict
from regionstyrning.evaluators.ways.attainment import Attainment
from regionstyrning.evaluators.ways.shares import leaf_of
from regionstyrning.evaluators.ways.tree import HUNDRED, Ends, Weights, whole
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from regionstyrning.evaluators.ways.shares import Share
    from regionstyrning.model.steering_model import SteeringModel

_WORST = Sentence("Det sämsta avgör: {title}.", "The worst decides: {title}.")


@frozen(kw_only=True)
class Bands:
    """
    Green, yellow and red by share of target, where the worst part decides (statusband).

    An indicator is met from one share of its target and partly met from another, whatever the plan
    says; a goal is no better than its worst part. No region has stated this: it is there to compare with.

    Attributes:
        green_from: From which share of its target, 0 to 100, an indicator is met.
        yellow_from: From which share it is partly met.
        name: What the evaluator is called.

    Raises:
        InvalidValue: if yellow begins above green.

    >>> judged = Bands()(model, as_of=date(2026, 3, 1), year=2025)
    >>> judged.settings
    (('green_from', '90'), ('yellow_from', '75'))
    """

    version: ClassVar[str] = "1"

    green_from: Decimal = Decimal(90)
    yellow_from: Decimal = Decimal(75)
    name: str = "bands"

    def __attrs_post_init__(self) -> None:
        if self.yellow_from > self.green_from:
            message = f"yellow from {self.yellow_from} begins above green from {self.green_from}"
            raise InvalidValue("yellow_from", message)

    def __call__(self, model: SteeringModel, *, as_of: date, year: int | None = None) -> Verdict:
        """
        Judge a model.

        Args:
            model: The whole model.
            as_of: The day from which it is judged: nothing known later counts.
            year: The year judged; the last that had ended, if none is named.
        """
        occasion = occasion_of(Attainment(), model, as_of, year_ended(as_of) if year is None else year)
        settings = (("green_from", str(self.green_from)), ("yellow_from", str(self.yellow_from)))
        return whole(
            occasion,
            lambda indicator: leaf_of(occasion, indicator, self._ends),
            self._join,
            (f"{self.name} {self.version}", settings),
        )

    def _ends(self, share: Share) -> Ends:
        low, high = min(share.low, HUNDRED), HUNDRED if share.high is None else min(share.high, HUNDRED)
        return Ends(status=self._status(low, high), low=low, high=high, reasons=share.reasons)

    def _status(self, low: Decimal, high: Decimal) -> Status:
        return Bounds(self._band(low), self._band(high)).status

    def _band(self, share: Decimal) -> Status:
        if share >= self.green_from:
            return Status.MET
        return Status.PARTLY_MET if share >= self.yellow_from else Status.NOT_MET

    def _join(self, about: str, parts: Sequence[Verdict], _weights: Weights) -> Ends:
        lows, highs = percents(parts)
        low, high = min(lows), min(highs)
        worst = parts[lows.index(low)]
        told = because(about, _WORST, title=worst.title)
        return Ends(status=self._status(low, high), low=low, high=high, reasons=[told])


def percents(parts: Sequence[Verdict]) -> tuple[list[Decimal], list[Decimal]]:
    """The least and the most of each part, in percent."""
    lows = [each.low if isinstance(each.low, Decimal) else Decimal(0) for each in parts]
    highs = [each.high if isinstance(each.high, Decimal) else HUNDRED for each in parts]
    return lows, highs
