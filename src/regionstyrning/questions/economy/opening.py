"""What was left of older deficits where a ledger begins: the sum that an annual report prints."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from regionstyrning.model.records import as_tuple
from regionstyrning.questions.economy.deficits import Portion

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ZERO = Decimal(0)


@frozen(kw_only=True)
class Opening:
    """
    What a ledger begins with (ingående underskott).

    Attributes:
        year: The year at whose end what was left is printed.
        left: What was left, in mnkr, not negative.
        begins: The first year whose balance result is followed.
        best: The older deficits, with as long a time as they may have.
        worst: The same, with as short a time as they may have.
        differs: What the ledger itself has left at that year's end, where that is more than is printed.
    """

    year: int
    left: Decimal
    begins: int
    best: tuple[Portion, ...] = field(default=(), converter=as_tuple)
    worst: tuple[Portion, ...] = field(default=(), converter=as_tuple)
    differs: Decimal | None = None


def opening(
    printed: Mapping[int, Decimal], balances: Mapping[int, Decimal | None], own: Mapping[int, Decimal], time: int | None
) -> Opening | None:
    """
    What a ledger begins with, by the latest sum that is printed of what was left.

    Args:
        printed: What was left to restore at the end of each year, where it is printed.
        balances: The balance results, from the first that is known.
        own: What the ledger has left by itself at the end of each of those years.
        time: How many years there are to restore a deficit in; None where no law is held.

    Returns:
        None if nothing is printed. Where every balance result up to that year is known, the printed sum tells
        what is older than the first of them; else the ledger begins anew after it.
    """
    if not printed:
        return None
    year = max(printed)
    left = printed[year]
    up_to = [each for each in balances if each <= year]
    if not up_to or any(balances[each] is None for each in up_to):
        return _begun(Opening(year=year, left=left, begins=year + 1), year, left, time)
    first = min(up_to)
    found = Opening(year=year, left=left, begins=first)
    if left < own[year]:
        return evolve(found, differs=own[year])
    return _begun(found, first - 1, left - own[year], time)


def _begun(found: Opening, year: int, left: Decimal, time: int | None) -> Opening:
    """The same with older deficits as one sum: they are of that year or earlier, so their time may be shorter."""
    if left == ZERO:
        return found
    portion = Portion(year=year, last_year=None, amount=left, older=True)
    if time is None:
        return evolve(found, best=[portion], worst=[portion])
    best, worst = evolve(portion, last_year=year + time), evolve(portion, last_year=min(year, found.year) + 1)
    return evolve(found, best=[best], worst=[worst])


def followed(balances: Mapping[int, Decimal | None], found: Opening | None, year: int) -> dict[int, Decimal | None]:
    """The balance results from the year that the ledger begins, one without any as not known."""
    if found is None:
        return dict(balances)
    return {each: balances.get(each) for each in range(found.begins, year + 1)}


def portions(found: Opening | None, *, hopeful: bool) -> Sequence[Portion]:
    """The older deficits, if all that is not known has gone well or if it has not."""
    if found is None:
        return ()
    return found.best if hopeful else found.worst
