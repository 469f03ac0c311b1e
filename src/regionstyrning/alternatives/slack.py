"""
How near counts as reached, for estimates in floats.

A float of 64 bits holds few decimals exactly, so that a plan exactly on its target comes out a hair
beside it. What is asked is held against its limit with a slack far below what any accounts print.
The slack moves the limit and rounds nothing, so that single floats and arrays are judged alike.
"""

from __future__ import annotations

from decimal import Decimal

from regionstyrning.questions.economy.numbers import N, Numbers

OF_AMOUNTS = Decimal("0.000001")
"""The slack of amounts, in mnkr: a krona."""

_OF_MEASURES = Decimal("1e-9")


def of_measure(limit: Decimal) -> Decimal:
    """The slack of a measure that is held against a limit: a billionth of it, and of one."""
    return _OF_MEASURES * (1 + abs(limit))


def below(numbers: Numbers[N], value: N, limit: Decimal, slack: Decimal = OF_AMOUNTS) -> object:
    """
    Whether a value is below a limit by more than the slack, each by each for arrays.

    Args:
        numbers: The kind of number.
        value: The value.
        limit: The limit.
        slack: How far below it still counts as at it.
    """
    return numbers.below(value, numbers.exact(limit - slack))


def above(numbers: Numbers[N], value: N, limit: Decimal, slack: Decimal = OF_AMOUNTS) -> object:
    """
    Whether a value is above a limit by more than the slack, each by each for arrays.

    Args:
        numbers: The kind of number.
        value: The value.
        limit: The limit.
        slack: How far above it still counts as at it.
    """
    return numbers.below(numbers.exact(limit + slack), value)
