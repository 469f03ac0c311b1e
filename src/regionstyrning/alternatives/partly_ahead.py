"""From where what has not been reached ahead is partly met, where somebody has said what that is."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from regionstyrning.model.conditions import ConditionKind

if TYPE_CHECKING:
    from regionstyrning.model.conditions import Condition

_HUNDRED, _NONE = Decimal(100), Decimal(0)
_UPWARD = frozenset({ConditionKind.AT_LEAST, ConditionKind.ABOVE})
_NEVER_PARTLY = frozenset({ConditionKind.KEEP, ConditionKind.BETWEEN})
_ONE_WAY = frozenset({ConditionKind.INCREASE, ConditionKind.DECREASE})
_FROM = {
    (True, True): ConditionKind.AT_LEAST,
    (True, False): ConditionKind.ABOVE,
    (False, True): ConditionKind.AT_MOST,
    (False, False): ConditionKind.BELOW,
}


def partly_from(
    condition: Condition, kind: ConditionKind, limit: Decimal
) -> tuple[tuple[ConditionKind, Decimal] | None, bool]:
    """
    From where a goal is partly met.

    Args:
        condition: What is asked.
        kind: At least, above, at most or below.
        limit: The limit.

    Returns:
        The limit, or None where what is not met never is partly met; and whether nobody can tell.
    """
    partly, up = condition.partly, kind in _UPWARD
    if strong_from(condition) is not None:
        # What moves the right way is partly met; how much less than that may be is told by nobody's number.
        return (_FROM[up, False], _NONE), partly is not None
    if partly is None or condition.kind in _NEVER_PARTLY:
        return None, False
    at = partly.value
    if at is None:
        share = partly.share_percent
        if share is None:
            return None, False
        of_change = condition.kind is ConditionKind.CHANGE_BY
        if not of_change and (limit <= _NONE or (share <= _NONE and not up)):
            return None, True  # a share says nothing of nothing
        at = limit * share / _HUNDRED if up or of_change else limit * _HUNDRED / share
    easier = at < limit if up else at > limit
    # Where it begins beyond the limit there is no more to be partly met than to be met.
    return ((_FROM[up, partly.includes_limit], at), False) if easier or at == limit else (None, False)


def strong_from(condition: Condition) -> Decimal | None:
    """From which change an increase or a decrease is met and not only partly; None where any is."""
    strong = None if condition.basis is None else condition.basis.strong_from
    return strong if condition.kind in _ONE_WAY and strong is not None and strong > _NONE else None
