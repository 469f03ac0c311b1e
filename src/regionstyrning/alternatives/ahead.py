"""
One year from the year before: the accounts, the balance statement and the deficits ahead.

Written once over any kind of number, so that a year is reckoned alike in floats and in arrays of
them. Costs, depreciation and what is reserved are magnitudes here; `printed_lines` gives them signs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Generic

from attrs import frozen

from regionstyrning.alternatives import slack
from regionstyrning.alternatives.deficits_ahead import deficits_left, sum_of
from regionstyrning.alternatives.drivers import Driver
from regionstyrning.alternatives.opening import CURRENT, FIXED, INCOME, INVESTMENTS, LONG, PROVISIONS, SHORT
from regionstyrning.questions.economy.balance import (
    ZERO,
    headroom,
    most_used,
    over_share,
    room_under_ceiling,
    share_free_of_reserving,
    share_of,
    summed,
)
from regionstyrning.questions.economy.layout import ADJUSTED, BALANCE, EQUITY, GRANTS, PENSIONS, RESULT, TAXES
from regionstyrning.questions.economy.numbers import N, Numbers
from regionstyrning.questions.economy.year_law import EQUALISATION, RESULT_RESERVE

if TYPE_CHECKING:
    from regionstyrning.alternatives.terms import Terms

BASE_COSTS, COSTS, DEPRECIATION = "kostnader-fore-besparingar", "kostnader", "avskrivning"
GAINED, INTEREST, UNREALISED = "finansiella-intakter", "rantor", "orealiserat"
TAXES_AND_GRANTS, RESERVED = "skatter-och-bidrag", "reserverat"
HELD = "omsattningstillgangar-som-finns"
USED = {RESULT_RESERVE: "anvant-av-resultatreserv", EQUALISATION: "anvant-av-resultatutjamningsreserv"}

IN_BALANCE, IN_TIME, MONEY_LASTS = "balans", "i-tid", "pengar"
"""
What every year is asked: whether the balance result is no deficit, no deficit is past its time, and
current assets are not below nothing.
"""


@frozen(kw_only=True, eq=False)
class Ahead(Generic[N]):
    """
    A year ahead (år framåt).

    Attributes:
        year: The year.
        values: Its figures in mnkr, by line or by what is reckoned with only here.
        owed: What is left to restore at its end by the last year to do it in, in order; what is past
            its time stands first, as one.
        overdue: What of it should have been restored by now; None for nothing that ever could be.
        failed: What was asked and not kept: true or false, each by each for arrays.
    """

    year: int
    values: Mapping[str, N]
    owed: tuple[tuple[int, N], ...]
    overdue: N | None
    failed: Mapping[str, object]


def year_ahead(numbers: Numbers[N], before: Ahead[N], by: Mapping[Driver, N], terms: Terms) -> Ahead[N]:
    """
    The year after another.

    Args:
        numbers: The kind of number.
        before: The year before.
        by: What each driver enters the reckoning as; one that is left out does nothing.
        terms: What the law and the region ask of the year.
    """
    # What is not there earns nothing; that it lacks is told, and a loan that covers it is for the caller to assume.
    values = _result(before.values, by, before.values[HELD])
    _balance_sheet(before.values, by, values)
    values[HELD] = numbers.maximum(values[CURRENT], numbers.nothing)
    lacks = slack.below(numbers, values[CURRENT], ZERO)
    adjustments = [numbers.nothing - values[UNREALISED]] if terms.adjusts and UNREALISED in values else []
    values[ADJUSTED] = summed(values[RESULT], adjustments)
    _reserves(numbers, before, by, terms, values)
    unbalanced = slack.below(numbers, values[BALANCE], ZERO)
    owed, overdue, late = deficits_left(numbers, before.owed, values[BALANCE], unbalanced, terms)
    failed = {IN_BALANCE: unbalanced, IN_TIME: late, MONEY_LASTS: lacks}
    return Ahead(year=terms.year, values=values, owed=owed, overdue=overdue, failed=failed)


def _result(before: Mapping[str, N], by: Mapping[Driver, N], earning: N) -> dict[str, N]:
    income, taxes = before[INCOME] * by[Driver.INCOME], before[TAXES] * by[Driver.TAX_BASE]
    grants = before[GRANTS] * by[Driver.GRANTS]
    base = before[BASE_COSTS] * by[Driver.COSTS]
    if Driver.POPULATION in by:
        base = base * by[Driver.POPULATION]
    costs = base
    if Driver.ONE_OFF in by:
        costs = costs + base * by[Driver.ONE_OFF]
    if Driver.PENSION_COSTS in by:
        costs = costs + by[Driver.PENSION_COSTS]
    if Driver.SAVINGS in by:
        costs = costs - by[Driver.SAVINGS]
    depreciation = before[FIXED] * by[Driver.DEPRECIATION]
    gained = earning * by[Driver.RETURN]
    values = {}
    if Driver.UNREALISED in by:
        values[UNREALISED] = by[Driver.UNREALISED]
        gained = gained + by[Driver.UNREALISED]
    interest = (before[PROVISIONS] + before[LONG]) * by[Driver.INTEREST]
    both = taxes + grants
    # What no shock moves is one number for all paths, and is added up first.
    result = both + income - costs + gained - (depreciation + interest)
    return values | {
        INCOME: income,
        BASE_COSTS: base,
        COSTS: costs,
        DEPRECIATION: depreciation,
        TAXES: taxes,
        GRANTS: grants,
        TAXES_AND_GRANTS: both,
        GAINED: gained,
        INTEREST: interest,
        RESULT: result,
    }


def _balance_sheet(before: Mapping[str, N], by: Mapping[Driver, N], values: dict[str, N]) -> None:
    """What the year leaves in the balance sheet; money is what is left when all else is known."""
    invested = before[INVESTMENTS] * by[Driver.INVESTMENTS]
    provisions = before[PROVISIONS] * by[Driver.PROVISIONS]
    long = before[LONG] + by[Driver.BORROWING] if Driver.BORROWING in by else before[LONG]
    short = before[SHORT]
    if Driver.CURRENT_LIABILITIES in by:
        short = short * by[Driver.CURRENT_LIABILITIES]
    financed = (provisions - before[PROVISIONS]) + (long - before[LONG]) + (short - before[SHORT])
    values[INVESTMENTS] = invested
    values[FIXED] = before[FIXED] + (invested - values[DEPRECIATION])
    values[CURRENT] = before[CURRENT] + (values[DEPRECIATION] - invested + financed) + values[RESULT]
    values[EQUITY] = before[EQUITY] + values[RESULT]
    values[PROVISIONS], values[LONG], values[SHORT] = provisions, long, short
    values[PENSIONS] = before[PENSIONS] * by[Driver.COMMITMENT]


def _reserves(
    numbers: Numbers[N], before: Ahead[N], by: Mapping[Driver, N], terms: Terms, values: dict[str, N]
) -> None:
    """What is reserved and used, the balance result, and what there is in the reserves then."""
    nothing = numbers.nothing
    balance = values[ADJUSTED]
    for reserve in (EQUALISATION, RESULT_RESERVE):
        values[reserve] = before.values[reserve]
    if terms.dissolves:
        values[EQUALISATION] = nothing
    for reserve in terms.uses:
        if reserve == EQUALISATION and Driver.TAX_BASE_AVERAGE not in by:
            continue
        only = terms.only_to_zero(reserve)
        used = most_used(numbers, adjusted=balance, reserve=values[reserve], only_to_zero=only)
        if reserve == EQUALISATION:
            slow = numbers.below(by[Driver.TAX_BASE], by[Driver.TAX_BASE_AVERAGE])
            used = numbers.where(slow, used, nothing)
        values[USED[reserve]] = used
        values[reserve] = values[reserve] - used
        balance = balance + used
    if terms.fills is not None:
        values[RESERVED] = _reserved(numbers, before, values, terms, terms.fills)
        values[terms.fills] = values[terms.fills] + values[RESERVED]
        balance = balance - values[RESERVED]
        _net(numbers, terms, terms.fills, values)
    values[BALANCE] = balance


def _net(numbers: Numbers[N], terms: Terms, filled: str, values: dict[str, N]) -> None:
    """A year uses or reserves: what is both is neither. Up to zero alone no reserve is used in a year that reserves."""
    for reserve in terms.uses:
        if USED[reserve] in values and not terms.only_to_zero(reserve):
            both = numbers.minimum(values[USED[reserve]], values[RESERVED])
            values[USED[reserve]] = values[USED[reserve]] - both
            values[RESERVED] = values[RESERVED] - both
            values[reserve] = values[reserve] + both
            values[filled] = values[filled] - both


def _reserved(numbers: Numbers[N], before: Ahead[N], values: Mapping[str, N], terms: Terms, reserve: str) -> N:
    """
    As much as every limit permits: the least of `reserving_limits`, reckoned in one.

    What is left when older deficits are restored is never more than the result after adjustments,
    and the lowest ceiling is below the others; so the others need not be counted.
    """
    free = share_of(numbers, taxes=values[TAXES_AND_GRANTS], share=_share(numbers, before, values, terms))
    left = values[ADJUSTED]
    if terms.policies.restore_before_reserving and before.owed:
        left = left - sum_of([amount for _, amount in before.owed])
    if UNREALISED in values:
        left = numbers.minimum(values[RESULT], left)
    most = numbers.maximum(left - free, numbers.nothing)
    if terms.ceilings:
        lowest = min(ceiling for _, ceiling in terms.ceilings)
        held, taxes = before.values[reserve], values[TAXES_AND_GRANTS]
        most = numbers.minimum(most, room_under_ceiling(numbers, taxes=taxes, ceiling=lowest, reserve=held))
    return most


def _share(numbers: Numbers[N], before: Ahead[N], values: Mapping[str, N], terms: Terms) -> N:
    """The share of taxes and grants that the result must exceed, by the equity that decides."""
    seen = values if terms.policies.equity_of_the_same_year else before.values
    return share_free_of_reserving(
        numbers, seen[EQUITY] - seen[PENSIONS], usual=terms.usual, if_negative=terms.if_negative
    )


def reserving_limits(
    numbers: Numbers[N], before: Ahead[N], values: Mapping[str, N], terms: Terms
) -> Iterator[tuple[str, N, N]]:
    """
    What may be reserved at most, by each limit in turn, for an explanation.

    Args:
        numbers: The kind of number.
        before: The year before, with what is left to restore.
        values: The year's figures.
        terms: What the law and the region ask of the year.

    Yields:
        The limit's name, what it lets through, and the share of taxes and grants that it is made with.
    """
    share = _share(numbers, before, values, terms)
    taxes, adjusted = values[TAXES_AND_GRANTS], values[ADJUSTED]
    yield "result", headroom(numbers, result=values[RESULT], adjusted=adjusted, taxes=taxes, share=share), share
    if terms.policies.restore_before_reserving and before.owed:
        left = adjusted - sum_of([amount for _, amount in before.owed])
        yield "older", over_share(numbers, left, taxes=taxes, share=share), share
    for name, ceiling in terms.ceilings:
        held = before.values[terms.fills or RESULT_RESERVE]
        room = room_under_ceiling(numbers, taxes=taxes, ceiling=ceiling, reserve=held)
        yield name, room, numbers.exact(ceiling)
