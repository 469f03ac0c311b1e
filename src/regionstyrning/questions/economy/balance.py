"""
The rules of the balance requirement, as functions of numbers alone.

Each is written once, for decimals, floats and arrays of floats. All amounts are in mnkr with the
sign that they have in the sum, unless said otherwise; which lines and shares a fiscal year has is
asked of the law.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from regionstyrning.questions.economy.numbers import N, Numbers

ZERO, PERCENT = Decimal(0), Decimal("0.01")


def summed(start: N, lines: Iterable[N]) -> N:
    """
    The next result of the statement: after adjustments, or after reserves are filled and used.

    Args:
        start: The result that it starts from.
        lines: The lines that the law of the year counts, each with its sign in the sum.

    Source:
        LKBR 11:10; before 2019 KRL 4:3 a.
    """
    for each in lines:
        start = start + each
    return start


def share_free_of_reserving(numbers: Numbers[N], equity: N, *, usual: Decimal, if_negative: Decimal) -> N:
    """
    The share of taxes and grants that the result must exceed before anything is reserved, in percent.

    Args:
        numbers: The kind of number.
        equity: Equity with the pension commitment outside the balance sheet taken away.
        usual: The share where that is zero or more.
        if_negative: The share where it is below zero.

    Source:
        KL 11:14.
    """
    negative = numbers.below(equity, numbers.nothing)
    return numbers.where(negative, numbers.exact(if_negative), numbers.exact(usual))


def over_share(numbers: Numbers[N], amount: N, *, taxes: N, share: N) -> N:
    """
    The part of an amount that exceeds a share of taxes and grants, or zero; equality exceeds nothing.

    Args:
        numbers: The kind of number.
        amount: A result.
        taxes: Taxes, general grants and equalisation.
        share: The share in percent.
    """
    return numbers.maximum(amount - share_of(numbers, taxes=taxes, share=share), numbers.nothing)


def share_of(numbers: Numbers[N], *, taxes: N, share: N) -> N:
    """A share of taxes and grants, in percent of them."""
    return taxes * share * numbers.exact(PERCENT)


def headroom(numbers: Numbers[N], *, result: N, adjusted: N, taxes: N, share: N) -> N:
    """
    What may be reserved as far as the year's own results go: the smaller of two parts.

    Source:
        KL 11:14; the same words to 2023 and from 2024.
    """
    by_result = over_share(numbers, result, taxes=taxes, share=share)
    return numbers.minimum(by_result, over_share(numbers, adjusted, taxes=taxes, share=share))


def room_under_ceiling(numbers: Numbers[N], *, taxes: N, ceiling: Decimal, reserve: N) -> N:
    """
    What may be reserved until the reserve is at its ceiling, or zero.

    Args:
        numbers: The kind of number.
        taxes: Taxes, general grants and equalisation.
        ceiling: The ceiling in percent of them.
        reserve: The reserve before.

    Source:
        KL 11:14, third paragraph, from 2024.
    """
    limit = share_of(numbers, taxes=taxes, share=numbers.exact(ceiling))
    return numbers.maximum(limit - reserve, numbers.nothing)


def most_used(numbers: Numbers[N], *, adjusted: N, reserve: N, only_to_zero: bool) -> N:
    """
    What may be used of a reserve at most.

    Args:
        numbers: The kind of number.
        adjusted: The result after adjustments, with what has been used of other reserves.
        reserve: The reserve before.
        only_to_zero: Whether it may only cover a negative result, up to zero.
    """
    nothing = numbers.nothing
    if not only_to_zero:
        return numbers.maximum(reserve, nothing)
    return numbers.maximum(numbers.minimum(reserve, nothing - adjusted), nothing)


def surplus(numbers: Numbers[N], balance: N) -> N:
    """What a balance result restores with, or zero."""
    return numbers.maximum(balance, numbers.nothing)


def deficit(numbers: Numbers[N], balance: N) -> N:
    """What a balance result leaves to restore, or zero."""
    return numbers.maximum(numbers.nothing - balance, numbers.nothing)


def restored(numbers: Numbers[N], outstanding: Sequence[N], available: N) -> tuple[tuple[N, ...], N]:
    """
    Restore deficits with a surplus, in the order they are given.

    Args:
        numbers: The kind of number.
        outstanding: What is left of each.
        available: The surplus.

    Returns:
        What is restored of each, and what is left of the surplus.

    Source:
        KL 11:12; the order is practice.
    """
    taken = tuple(each_restored(numbers, outstanding, available))
    for part in taken:
        available = available - part
    return taken, available


def each_restored(numbers: Numbers[N], outstanding: Iterable[N], available: N) -> Iterator[N]:
    """What is restored of each deficit, as `restored`, one after another."""
    for each in outstanding:
        part = numbers.minimum(each, available)
        yield part
        available = available - part


def budget_is_covered(numbers: Numbers[N], *, income: N, costs: N, use: N) -> N:
    """
    Whether a budget holds without synnerliga skäl: 1 for yes, 0 for no.

    Income must exceed costs, or a planned use of a reserve must fill the whole gap.

    Args:
        numbers: The kind of number.
        income: Income, not negative.
        costs: Costs, not negative.
        use: The planned use of reserves.

    Source:
        KL 11:5; that equality holds for the use and not for the income is our reading.
    """
    yes, no = numbers.exact(Decimal(1)), numbers.nothing
    by_reserve = numbers.where(numbers.below(use, costs - income), no, yes)
    by_exception = numbers.where(numbers.below(no, use), by_reserve, no)
    return numbers.where(numbers.below(costs, income), yes, by_exception)


def growth_is_below_average(numbers: Numbers[N], *, growth: N, average: N) -> N:
    """
    Whether a common condition for the resultatutjämningsreserv is met: 1 for yes, 0 for no.

    Args:
        numbers: The kind of number.
        growth: The year's underlying growth of the tax base, in percent.
        average: The mean of ten years.

    Source:
        The guidelines of many; the law leaves it to fullmäktige.
    """
    return numbers.where(numbers.below(growth, average), numbers.exact(Decimal(1)), numbers.nothing)
