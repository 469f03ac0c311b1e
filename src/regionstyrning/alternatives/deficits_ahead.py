"""What is left to restore in years ahead, over any kind of number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from regionstyrning.alternatives import slack
from regionstyrning.questions.economy.balance import ZERO, each_restored, summed, surplus
from regionstyrning.questions.economy.numbers import N, Numbers

if TYPE_CHECKING:
    from regionstyrning.alternatives.terms import Terms


def deficits_left(
    numbers: Numbers[N], owed: Sequence[tuple[int, N]], balance: N, unbalanced: object, terms: Terms
) -> tuple[tuple[tuple[int, N], ...], N | None, object]:
    """
    What is left to restore when a year has restored what it can, with its own deficit.

    Args:
        numbers: The kind of number.
        owed: What was left the year before, by the last year to restore it in.
        balance: The balance result.
        unbalanced: Whether it is a deficit.
        terms: What the law and the region ask of the year.

    Returns:
        What is left, in order of time; what of it is past its time, or None for nothing that ever
        could be; and whether anything is.
    """
    nothing = numbers.nothing
    order = owed if terms.policies.oldest_deficit_first else owed[::-1]
    parts = each_restored(numbers, [amount for _, amount in order], surplus(numbers, balance))
    # What is left of each is told while it is at hand; after the last nobody asks for what is left of the surplus.
    left = [(last, amount - part) for (last, amount), part in zip(order, parts, strict=False)]
    after = [(last, amount) for last, amount in left if last > terms.year]
    after += _arisen(numbers, numbers.where(unbalanced, nothing - balance, nothing), terms)
    past = [amount for last, amount in left if last <= terms.year]
    overdue: N | None = None
    late: object = False
    if past:
        whole = sum_of(past)
        late = slack.above(numbers, whole, ZERO)
        overdue = numbers.where(late, whole, nothing)
        after.append((terms.year, overdue))
    return tuple(sorted(after, key=_last)), overdue, late


def _arisen(numbers: Numbers[N], amount: N, terms: Terms) -> list[tuple[int, N]]:
    """The year's own deficit by the last year to restore it in, with what is decided beforehand."""
    parts = [(terms.year + terms.time, amount)]
    for decided in terms.decided:
        left, after = numbers.exact(decided.amount), []
        for last, held in sorted(parts, key=_last):
            covered = numbers.minimum(held, left)
            left = left - covered
            after.append((last, held - covered))
            if decided.until is not None:
                after.append((decided.until, covered))
        parts = after
    return parts


def _last(owed: tuple[int, object]) -> int:
    return owed[0]


def sum_of(amounts: Sequence[N]) -> N:
    """The sum of amounts, of which there is at least one."""
    return summed(amounts[0], amounts[1:])


def whole_of(numbers: Numbers[N], owed: Sequence[tuple[int, N]]) -> N:
    """All that is left to restore."""
    return summed(numbers.nothing, [amount for _, amount in owed])
