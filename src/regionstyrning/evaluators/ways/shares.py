"""How much of its target an indicator has reached, in percent: what ways of judging for comparison reckon with."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from regionstyrning.evaluators.measures.indicators import indicator_verdict
from regionstyrning.evaluators.measures.readings import open_points, readings
from regionstyrning.evaluators.measures.units import givens
from regionstyrning.evaluators.targets.limits import limit
from regionstyrning.evaluators.targets.measured import measured
from regionstyrning.evaluators.targets.partly import UPWARD, share_reached
from regionstyrning.evaluators.targets.targets import asked
from regionstyrning.evaluators.verdicts.saying import because, of_outcome
from regionstyrning.evaluators.verdicts.statuses import Status
from regionstyrning.evaluators.verdicts.verdict import Reason, Verdict
from regionstyrning.evaluators.ways.tree import cents
from regionstyrning.model.conditions import ConditionKind
from regionstyrning.model.records import as_tuple
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from regionstyrning.evaluators.occasions.occasion import Occasion
    from regionstyrning.evaluators.targets.figures import Figures
    from regionstyrning.evaluators.targets.given import Given
    from regionstyrning.evaluators.targets.targets import Asked
    from regionstyrning.evaluators.ways.tree import Ends
    from regionstyrning.model.conditions import Condition
    from regionstyrning.model.indicators import Indicator, Target

HUNDRED, NONE = Decimal(100), Decimal(0)

_SHARED = {ConditionKind.AT_LEAST, ConditionKind.ABOVE, ConditionKind.AT_MOST, ConditionKind.BELOW}

_REACHED = Sentence("{value} av {asked}: {share} procent är nått.", "{value} of {asked}: {share} percent is reached.")
_NO_SHARE = Sentence("Målvärdet kan inte räknas i procent.", "The target cannot be reckoned in percent.")
_CENT = Decimal("0.01")


@frozen(kw_only=True)
class Share:
    """
    How much of its target an indicator has reached (grad av måluppfyllelse), in percent.

    Attributes:
        low: The least it can be, 0 or more.
        high: The most it can be; None if there is no end to it.
        reasons: Why.
    """

    low: Decimal = NONE
    high: Decimal | None = None
    reasons: tuple[Reason, ...] = field(default=(), converter=as_tuple)


def leaf_of(occasion: Occasion, indicator: Indicator, ends_of: Callable[[Share], Ends]) -> Verdict:
    """
    The verdict on an indicator by how much of its target it has reached.

    What has not fallen due, and what is not judged, keeps the verdict that it has anyway.

    Args:
        occasion: When and by what it is judged.
        indicator: The indicator.
        ends_of: What a share comes to by a way of judging.
    """
    verdict = indicator_verdict(occasion, indicator)
    if verdict.due is not None or verdict.status is Status.NOT_JUDGED:
        return verdict
    ends = ends_of(share_of(occasion, indicator))
    return evolve(verdict, status=ends.status, low=cents(ends.low), high=cents(ends.high), reasons=ends.reasons)


def share_of(occasion: Occasion, indicator: Indicator) -> Share:
    """
    How much an indicator has reached of the target that falls due, of several the one it is furthest from.

    Args:
        occasion: When and by what it is judged.
        indicator: The indicator.

    Returns:
        What nobody knows is anything; where the sources can be read in several ways they bound it.
    """
    targets = occasion.targets.get(indicator.id, ())
    tried = readings(occasion, indicator, targets, open_points(occasion, indicator, targets))
    if tried is None:
        return Share(reasons=[because(indicator.id, _NO_SHARE, missing=True)])
    shares = [_worst(indicator, list(_shares(occasion, indicator, each.targets, each.figures))) for each in tried]
    ends = [each.high for each in shares if each.high is not None]
    high = max(ends) if len(ends) == len(shares) else None
    return Share(low=min(each.low for each in shares), high=high, reasons=shares[0].reasons)


def _shares(occasion: Occasion, indicator: Indicator, targets: Sequence[Target], figures: Figures) -> Iterator[Share]:
    due = [each for each in asked(targets, occasion.year, occasion.standing_year, occasion.as_of) if not each.ahead]
    for each in [each for each in due if each.target.part is None] or due:
        for given in givens(occasion, indicator, each, figures):
            yield _share(each, given)


def _worst(indicator: Indicator, shares: Sequence[Share]) -> Share:
    if not shares:
        return Share(reasons=[because(indicator.id, _NO_SHARE, missing=True)])
    ends = [each.high for each in shares if each.high is not None]
    reasons = [reason for each in shares for reason in each.reasons]
    return Share(low=min(each.low for each in shares), high=min(ends, default=None), reasons=reasons)


def _share(each: Asked, given: Given) -> Share:
    condition = each.target.condition
    if condition.kind not in _SHARED:
        return Share(reasons=[because(each.target.id, _NO_SHARE, missing=True)])
    held, asked_for = measured(given, condition.basis), limit(condition, given)
    if not held.known or held.low is None or asked_for.value is None:
        return Share(reasons=[*held.reasons, *asked_for.reasons])
    share = _reached(condition, held.low, asked_for.value)
    if share is None:
        return Share(reasons=[because(each.target.id, _NO_SHARE, missing=True)])
    told = of_outcome(
        held.outcomes[-1], _REACHED, value=held.low, asked=asked_for.value, share=share.quantize(_CENT).normalize() + 0
    )
    return Share(low=share, high=share, reasons=[told])


def _reached(condition: Condition, value: Decimal, asked_for: Decimal) -> Decimal | None:
    """
    The share of one value; never below nothing.

    Where less is better a value of nothing has reached the target in full, and no more can be said.
    """
    if condition.kind not in UPWARD and value <= NONE:
        return HUNDRED if asked_for >= NONE else None
    share = share_reached(condition.kind, value, asked_for)
    return None if share is None else max(share, NONE)
