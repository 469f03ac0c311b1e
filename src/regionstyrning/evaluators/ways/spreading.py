"""Evidence carried from judged indicators to goals: propagation as a way of judging, for comparison."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from attrs import frozen

from regionstyrning.evaluators.measures.indicators import indicator_verdict
from regionstyrning.evaluators.occasions.occasion import Occasion, occasion_of
from regionstyrning.evaluators.occasions.plans import year_ended
from regionstyrning.evaluators.verdicts.rollups import bounds_of
from regionstyrning.evaluators.verdicts.saying import because
from regionstyrning.evaluators.verdicts.statuses import Status
from regionstyrning.evaluators.verdicts.verdict import Verdict
from regionstyrning.evaluators.ways.attainment import Attainment
from regionstyrning.evaluators.ways.balances import rounded
from regionstyrning.evaluators.ways.propagation import Propagated, propagate
from regionstyrning.evaluators.ways.tree import HUNDRED, NONE, Ends, Weights, whole
from regionstyrning.questions.threads import threads
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from regionstyrning.evaluators.ways.balances import Span
    from regionstyrning.model.steering_model import SteeringModel

_WORST, _BEST = Decimal(-100), Decimal(100)
_SCALE = Sentence(
    "På skalan −100 till 100: {net}; för {support}, emot {against}.",
    "On the scale −100 to 100: {net}; for {support}, against {against}.",
)
_CONFLICT = Sentence("Något talar för och något talar emot.", "Something speaks for it and something against.")
_LEAST = Sentence("Det sämsta avgör: {title}.", "The worst decides: {title}.")


@frozen(kw_only=True)
class Propagation:
    """
    Evidence carried along the links, on a scale from −100 to 100 (spridning).

    An indicator that is met is 100 and one that is not met −100. `propagate` tells how they are carried. A
    goal has a status only where all that is known speaks one way, unless the caller says from where it counts.
    The interval is told in percent: −100 is 0, and 100 is 100.

    Attributes:
        partly_points: What partly met is worth on the scale; anything from −100 to 100 where nobody says.
        met_from: From which point on the scale a goal is met, where the caller says so.
        whole: The weight that counts in full; the greatest of a goal's own links if left out.
        name: What the evaluator is called.
    """

    version: ClassVar[str] = "1"

    partly_points: Decimal | None = None
    met_from: Decimal | None = None
    whole: Decimal | None = None
    name: str = "propagation"

    def __call__(self, model: SteeringModel, *, as_of: date, year: int | None = None) -> Verdict:
        """
        Judge a model.

        Args:
            model: The whole model.
            as_of: The day from which it is judged: nothing known later counts.
            year: The year judged; the last that had ended, if none is named.
        """
        occasion = occasion_of(Attainment(), model, as_of, year_ended(as_of) if year is None else year)
        found = self._spread(occasion)
        names = ("partly_points", "met_from", "whole")
        settings = tuple((name, "–" if getattr(self, name) is None else str(getattr(self, name))) for name in names)

        def join(about: str, parts: Sequence[Verdict], _weights: Weights) -> Ends:
            return self._least(about, parts) if about == model.id else self._ends(about, found)

        return whole(
            occasion,
            lambda indicator: indicator_verdict(occasion, indicator),
            join,
            (f"{self.name} {self.version}", settings),
        )

    def _spread(self, occasion: Occasion) -> Propagated:
        verdicts = {each.id: indicator_verdict(occasion, each) for each in occasion.plan.indicators}
        aside = {id for id, each in verdicts.items() if each.due is not None or each.status is Status.NOT_JUDGED}
        values = {id: self._value(each) for id, each in verdicts.items() if id not in aside}
        every = (link for links in threads(occasion.plan).up.values() for link in links)
        links = [link for link in every if link.lower not in aside]
        return propagate(values, links, on=occasion.plan.as_of, whole=self.whole)

    def _value(self, verdict: Verdict) -> tuple[Decimal, Decimal]:
        held = bounds_of(verdict)
        return self._point(held.low, _WORST), self._point(held.high, _BEST)

    def _point(self, status: Status, otherwise: Decimal) -> Decimal:
        if status is Status.PARTLY_MET:
            return otherwise if self.partly_points is None else self.partly_points
        return _BEST if status is Status.MET else _WORST

    def _ends(self, about: str, found: Propagated) -> Ends:
        held = found[about]
        low, high = rounded(held.net.low), rounded(held.net.high)
        told = because(about, _SCALE, net=_said(held.net), support=_said(held.support), against=_said(held.against))
        reasons = [told, because(about, _CONFLICT)] if held.conflict else [told]
        return Ends(status=self._status(low, high), low=(low + 100) / 2, high=(high + 100) / 2, reasons=reasons)

    def _status(self, low: Decimal, high: Decimal) -> Status:
        if self.met_from is None:
            if low == _BEST:
                return Status.MET
            return Status.NOT_MET if high == _WORST else Status.CANNOT_BE_ASSESSED
        if low >= self.met_from:
            return Status.MET
        return Status.NOT_MET if high < self.met_from else Status.CANNOT_BE_ASSESSED

    def _least(self, about: str, parts: Sequence[Verdict]) -> Ends:
        """The region is no better than its worst part: nothing says how its goals weigh against each other."""
        lows = [each.low if isinstance(each.low, Decimal) else NONE for each in parts]
        highs = [each.high if isinstance(each.high, Decimal) else HUNDRED for each in parts]
        low, high = min(lows), min(highs)
        told = because(about, _LEAST, title=parts[lows.index(low)].title)
        return Ends(status=self._status(2 * low - 100, 2 * high - 100), low=low, high=high, reasons=[told])


def _said(span: Span) -> Sentence:
    return Sentence(span.text("sv"), span.text("en"))
