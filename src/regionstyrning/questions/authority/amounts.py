"""Whether an amount is within a right's limits, in kronor and in prisbasbelopp."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from regionstyrning.questions.authority.case import AMOUNT, BASE_AMOUNT, Case
from regionstyrning.questions.authority.obstacle import Obstacle, given_by

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.questions.authority.rights import Right


def of_amount(right: Right, case: Case) -> Iterator[Obstacle]:
    """The obstacle that an amount is above the limit of a right, or may be."""
    if right.limit is not None:
        if case.amount_sek is None:
            yield Obstacle("amount", _limiting(right), frozenset({AMOUNT}), limit=str(right.limit))
        elif case.amount_sek > right.limit:
            yield Obstacle("amount", _limiting(right), limit=str(right.limit))
    if right.base_amounts is not None:
        yield from _of_base_amounts(right, right.base_amounts, case)


def _of_base_amounts(right: Right, count: Decimal, case: Case) -> Iterator[Obstacle]:
    by = given_by(right)
    base = base_amount(case)
    unknown = set() if base is not None else {f"{BASE_AMOUNT}-{case.on.year}"}
    if case.amount_sek is None:
        unknown.add(AMOUNT)
    if unknown or base is None or case.amount_sek is None:
        yield Obstacle("amount", by, frozenset(unknown), count=f"{count:f}")
    elif case.amount_sek > count * base:
        yield Obstacle("amount", by, limit=f"{count * base:f}", count=f"{count:f}")


def base_amount(case: Case) -> Decimal | None:
    """The year's prisbasbelopp in kronor, as the law's data or the caller has it; None if neither does."""
    given = case.facts.get(f"{BASE_AMOUNT}-{case.on.year}")
    if isinstance(given, Decimal):
        return given
    held = (each for each in case.authority.base_amounts if each.validity is not None and each.validity.covers(case.on))
    return next((each.value for each in held), None)


def _limiting(right: Right) -> str | None:
    """The link whose limit is the least."""
    limiting = (
        link.delegation.id
        for link in reversed(right.links)
        if link.delegation is not None and (link.above is None or link.above.limit != right.limit)
    )
    return next(limiting, None)
