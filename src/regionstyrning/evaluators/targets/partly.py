"""What it is worth not to reach a limit: partly met, only where somebody has said what that is."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from regionstyrning.evaluators.targets.limits import HUNDRED
from regionstyrning.evaluators.verdicts import bounds
from regionstyrning.model.conditions import ConditionKind

if TYPE_CHECKING:
    from regionstyrning.evaluators.targets.given import Given
    from regionstyrning.evaluators.verdicts.bounds import Bounds
    from regionstyrning.model.conditions import Condition
    from regionstyrning.model.limits import Partly

NONE = Decimal(0)

UPWARD = frozenset(
    {ConditionKind.AT_LEAST, ConditionKind.ABOVE, ConditionKind.INCREASE, ConditionKind.KEEP_OR_INCREASE}
)
DOWNWARD = frozenset(
    {ConditionKind.AT_MOST, ConditionKind.BELOW, ConditionKind.DECREASE, ConditionKind.KEEP_OR_DECREASE}
)


def upward(condition: Condition, asked: Decimal) -> bool:
    """Whether more is better, by what is asked."""
    return condition.kind in UPWARD or (condition.kind is ConditionKind.CHANGE_BY and asked >= NONE)


def reaches(kind: ConditionKind, value: Decimal, asked: Decimal) -> bool:
    """Whether a value reaches what is asked."""
    match kind:
        case ConditionKind.AT_LEAST:
            return value >= asked
        case ConditionKind.ABOVE:
            return value > asked
        case ConditionKind.AT_MOST:
            return value <= asked
        case ConditionKind.BELOW:
            return value < asked
        case _ if asked == NONE:
            return value == NONE
        case _:
            return value >= asked if asked > NONE else value <= asked


def short(condition: Condition, given: Given, value: Decimal, asked: Decimal, *, up: bool) -> Bounds:
    """What a value that has not reached the limit is worth."""
    partly = condition.partly
    if partly is not None and partly.value is not None:
        return _if(_passed(value, partly.value, up=up, included=partly.includes_limit))
    share = partly_share(partly, given)
    if share is None:
        return bounds.NOT_MET
    reached = share_reached(condition.kind, value, asked)
    if reached is None:
        return bounds.SHORT
    return _if(_passed(reached, share, up=True, included=partly is None or partly.includes_limit))


def partly_share(partly: Partly | None, given: Given) -> Decimal | None:
    """From which share of the target something is partly met, as the condition or else the caller says."""
    return given.partly_share if partly is None else partly.share_percent


def _passed(value: Decimal, asked: Decimal, *, up: bool, included: bool) -> bool:
    return (value == asked and included) or (value > asked if up else value < asked)


def _if(partly: bool) -> Bounds:
    return bounds.PARTLY_MET if partly else bounds.NOT_MET


def share_reached(kind: ConditionKind, value: Decimal, asked: Decimal) -> Decimal | None:
    """
    How much of a target is reached, in percent (grad av måluppfyllelse).

    Where less is better it is the target's share of the value.

    Returns:
        None where a share says nothing: of nothing, or of a target for a value that is not over zero.

    >>> share_reached(ConditionKind.AT_LEAST, Decimal(90), Decimal(120))
    Decimal('75')
    """
    if kind is ConditionKind.CHANGE_BY:
        return None if asked == NONE else HUNDRED * value / asked
    if asked <= NONE:
        return None
    return HUNDRED * value / asked if kind in UPWARD else HUNDRED * asked / value
