"""What may be reserved and used at most of a year's result."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from regionstyrning.model.geh import ReserveKind
from regionstyrning.questions.economy.balance import (
    deficit,
    over_share,
    room_under_ceiling,
    share_free_of_reserving,
)
from regionstyrning.questions.economy.layout import EQUALISATION_USED, EQUITY, GRANTS, PENSIONS, RESERVED, TAXES, USED
from regionstyrning.questions.economy.limits import ZERO, Limit, Most
from regionstyrning.questions.economy.numbers import DECIMALS
from regionstyrning.questions.economy.year_law import EQUALISATION, RESULT_RESERVE

if TYPE_CHECKING:
    from regionstyrning.model.structure import Structure
    from regionstyrning.questions.economy.accounts import Accounts
    from regionstyrning.questions.economy.computed import Computed
    from regionstyrning.questions.economy.year_law import YearLaw

KIND_OF = {RESULT_RESERVE: ReserveKind.RESULT, EQUALISATION: ReserveKind.EQUALISATION}


def most_reserved(  # noqa: PLR0913 - each sets a limit
    law: YearLaw,
    view: Accounts,
    done: Computed,
    *,
    before: Accounts,
    older: Decimal | None,
    structure: Structure | None = None,
) -> Most:
    """
    What may be reserved at most for a year.

    Args:
        law: The rules of the fiscal year.
        view: The accounts of the year.
        done: Its results.
        before: The accounts of the year before, for the reserve that there was.
        older: What is left of older deficits to restore in the year, less what was waived during it;
            None if that is not certain.
        structure: The region's structure, with its own ceiling.
    """
    if law.fills is None or law.usual is None or law.if_negative is None:
        return Most(of="reserved", limits=[Limit(name="law", value=ZERO)])
    own = _own(structure, law.fills)
    taxes, share = _taxes(view), _share(law, view, before)
    reserve = reserve_before(law, view, done, before, law.fills)
    older = older if law.policies.restore_before_reserving else ZERO
    results = (done.result, done.adjusted.value)
    limits = [
        Limit(name="result", value=_over(results[0], taxes, share), share=share, of_taxes=_part(taxes, share)),
        Limit(name="adjusted", value=_over(results[1], taxes, share), share=share, of_taxes=_part(taxes, share)),
    ]
    if older != ZERO:
        left = None if results[1] is None or older is None else results[1] - older
        value, part = _over(left, taxes, share), _part(taxes, share)
        limits.append(Limit(name="older", value=value, statutory=False, share=share, of_taxes=part))
    ceilings = (("ceiling", law.ceiling), ("own", None if own is None else own[0]))
    for name, ceiling in ceilings:
        if ceiling is not None:
            room = None if taxes is None or reserve is None else _room(taxes, ceiling, reserve)
            part = _part(taxes, ceiling)
            limits.append(Limit(name=name, value=room, statutory=name == "ceiling", share=ceiling, of_taxes=part))
    return Most(of="reserved", limits=limits, conditions=[] if own is None else filter(None, own[1:2]))


def most_uses(
    law: YearLaw, view: Accounts, done: Computed, *, before: Accounts, structure: Structure | None = None
) -> Iterator[Most]:
    """
    What may be used at most of each reserve of a year, the older kind first since its time runs out.

    Args:
        law: The rules of the fiscal year.
        view: The accounts of the year.
        done: Its results.
        before: The accounts of the year before, for the reserve that there was.
        structure: The region's structure, with its own conditions.
    """
    policies, used = law.policies, ZERO
    kinds = (
        ("equalisation-used", EQUALISATION_USED, EQUALISATION, policies.equalisation_reserve_only_to_zero),
        ("result-used", USED, RESULT_RESERVE, policies.result_reserve_only_to_zero),
    )
    for of, line, reserve, only_to_zero in kinds:
        if not law.counts(line) or (reserve == RESULT_RESERVE and law.fills != reserve):
            continue
        limits = [Limit(name="reserve", value=reserve_before(law, view, done, before, reserve))]
        if only_to_zero:
            adjusted = done.adjusted.value
            gap = None if adjusted is None else deficit(DECIMALS, adjusted + used)
            limits.append(Limit(name="negative", value=gap, statutory=False))
        own = _own(structure, reserve)
        yield Most(of=of, limits=limits, conditions=[] if own is None else filter(None, own[2:]))
        used += done.counted.get(EQUALISATION_USED, ZERO)


def reserve_before(law: YearLaw, view: Accounts, done: Computed, before: Accounts, reserve: str) -> Decimal | None:
    """
    What there was in a reserve when the year began.

    Args:
        law: The rules of the fiscal year.
        view: The accounts of the year.
        done: Its results.
        before: The accounts of the year before.
        reserve: The reserve, by its line of the balance sheet.

    Returns:
        As printed at the end of the year before, or else by this year's end and what was moved;
        None if neither is known. Where the law of the year before knew no such reserve there was none.
    """
    printed = before.value(reserve)
    if printed is not None:
        return printed
    if before.law and reserve not in before.law:
        return ZERO
    after = view.value(reserve)
    if after is None:
        return None
    older = reserve == EQUALISATION and law.fills != reserve
    lines: tuple[str, ...] = (EQUALISATION_USED,) if older else (RESERVED, USED)
    if law.fills == EQUALISATION:
        lines = (RESERVED, USED, EQUALISATION_USED)
    return after + sum((done.counted.get(line, ZERO) for line in lines), ZERO)


def _taxes(view: Accounts) -> Decimal | None:
    taxes, grants = view.value(TAXES), view.value(GRANTS)
    return None if taxes is None or grants is None else taxes + grants


def _share(law: YearLaw, view: Accounts, before: Accounts) -> Decimal | None:
    """One or two per cent; None if the equity that decides is not known."""
    seen = view if law.policies.equity_of_the_same_year else before
    equity, pensions = seen.value(EQUITY), seen.value(PENSIONS)
    if equity is None or pensions is None or law.usual is None or law.if_negative is None:
        return None
    return share_free_of_reserving(DECIMALS, equity - pensions, usual=law.usual, if_negative=law.if_negative)


def _over(result: Decimal | None, taxes: Decimal | None, share: Decimal | None) -> Decimal | None:
    if result is not None and result <= ZERO:
        return ZERO
    if result is None or taxes is None or share is None:
        return None
    return over_share(DECIMALS, result, taxes=taxes, share=share)


def _part(taxes: Decimal | None, share: Decimal | None) -> Decimal | None:
    return None if taxes is None or share is None else taxes * share / 100


def _room(taxes: Decimal, ceiling: Decimal, reserve: Decimal) -> Decimal:
    return room_under_ceiling(DECIMALS, taxes=taxes, ceiling=ceiling, reserve=reserve)


def _own(structure: Structure | None, reserve: str) -> tuple[Decimal | None, str | None, str | None] | None:
    """The region's own ceiling and conditions for a reserve."""
    kept = () if structure is None else structure.reserves
    found = (each for each in kept if each.kind is KIND_OF[reserve])
    return next(((each.limit_percent, each.filled, each.used) for each in found), None)
