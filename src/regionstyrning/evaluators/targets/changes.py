"""Whether a thing has become better, which is another question than whether its target is met."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import frozen

from regionstyrning.evaluators.targets.partly import DOWNWARD, UPWARD
from regionstyrning.evaluators.verdicts import saying
from regionstyrning.evaluators.verdicts.saying import because, of_outcome
from regionstyrning.evaluators.verdicts.statuses import Development
from regionstyrning.evaluators.verdicts.verdict import Reason
from regionstyrning.evaluators.verdicts.wording import shown, when
from regionstyrning.model.indicators import Direction

if TYPE_CHECKING:
    from regionstyrning.evaluators.targets.given import Given
    from regionstyrning.model.conditions import Condition
    from regionstyrning.model.indicators import Indicator, Outcome


@frozen(kw_only=True)
class Changed:
    """
    How an outcome has changed since an earlier one (utveckling).

    Attributes:
        development: Better, unchanged, worse, or not to be compared.
        since: The outcome that it is compared with.
        reason: The same in a sentence.
    """

    development: Development
    since: Outcome | None = None
    reason: Reason


def changed(given: Given, condition: Condition | None = None) -> Changed | None:
    """
    How the outcome of the year has changed since the one before.

    Args:
        given: The figures, and for whom and when.
        condition: The target's, which tells which way is better where the indicator does not.

    Returns:
        None if the year has no outcome with a value.
    """
    now = given.series.at(given.year, given.part)
    later = None if now is None else given.number(now)
    if now is None or later is None:
        return None
    before = given.series.before(now.year, given.part)
    earlier = None if before is None else given.number(before)
    if before is None or earlier is None:
        return without_earlier(now.id)
    if not given.series.comparable(before, now):
        since = when(before.year, before.part)
        return _none(of_outcome(now, saying.METHOD, earlier=since, later=when(now.year, now.part)))
    up = upward(given.indicator, condition, graded=given.scale is not None)
    return since_then(now, before, (earlier, later), up=up)


def without_earlier(now: str) -> Changed:
    """An outcome, by its id, that has no earlier one to be compared with."""
    return _none(because(now, saying.NO_EARLIER))


def since_then(now: Outcome, before: Outcome, numbers: tuple[Decimal, Decimal], *, up: bool | None) -> Changed:
    """
    How an outcome has changed since an earlier one that it can be compared with.

    Args:
        now: The outcome.
        before: The earlier one.
        numbers: The earlier number and the later.
        up: Whether more is better; None if that is not stated.
    """
    earlier, later = numbers
    better = _better(later - earlier, up)
    if better is None:
        return _none(because(now.id, saying.NO_WAY))
    told = of_outcome(
        now,
        saying.DEVELOPED_SINCE,
        when=when(before.year, before.part),
        earlier=before.grade or shown(earlier),
        later=now.grade or shown(later),
        development=better,
    )
    return Changed(development=better, since=before, reason=told)


def _none(reason: Reason) -> Changed:
    return Changed(development=Development.NO_COMPARISON, reason=reason)


def _better(change: Decimal, up: bool | None) -> Development | None:
    if change == 0:
        return Development.UNCHANGED
    if up is None:
        return None
    return Development.BETTER if (change > 0) is up else Development.WORSE


def upward(indicator: Indicator, condition: Condition | None, *, graded: bool) -> bool | None:
    """Whether more is better: as the indicator says, as its scale is ordered, or as the target asks."""
    direction = indicator.direction
    if direction is not None:
        return None if direction is Direction.STEADY else direction is Direction.UP
    if graded:
        return True
    if condition is None or condition.kind not in UPWARD | DOWNWARD:
        return None
    return condition.kind in UPWARD
