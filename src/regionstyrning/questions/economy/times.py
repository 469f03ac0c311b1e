"""When what is left of deficits is due: by the shortest time that it may have, and by the longest."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from regionstyrning.questions.economy.deficits import ZERO

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from regionstyrning.questions.economy.books import Ledger
    from regionstyrning.questions.economy.deficits import Deficit, Portion


def last_due(held: Ledger) -> int:
    """The last year in which something may be due; the ledger's own if nothing is later."""
    return max((each for deficit in held.deficits for each in deficit.last_years), default=held.year)


def due_in(held: Ledger, year: int) -> tuple[Decimal, Decimal]:
    """What must be restored by the end of a coming year at the latest, by the one reading and the other."""
    best, worst = (_due(_left(held.deficits, best=each), year) for each in (True, False))
    # As much as can be may be left, with as long a time as it may have.
    longest = (each for each in held.deficits if each.older and year in each.last_years[1:])
    return max(best, sum((each.outstanding[1] for each in longest), ZERO)), worst


def spread_in(held: Ledger, year: int) -> Decimal:
    """What a coming year brings if what is left at worst is spread evenly over the time that it has."""
    waiting = (each for each in may_be_late(held) if year <= each.last_years[-1])
    longest = sum((each.outstanding[1] / (each.last_years[-1] - held.year) for each in waiting), ZERO)
    return sum((_even(each, held.year, year) for each in _left(held.deficits, best=False)), longest)


def overdue(held: Ledger) -> tuple[Decimal, Decimal]:
    """What should have been restored by now, from and to."""
    best, worst = (sum((each.outstanding for each in _late(held.deficits, best=best)), ZERO) for best in (True, False))
    return best, worst


def may_be_late(held: Ledger) -> list[Deficit]:
    """The deficits whose time has run out by one reading and not by another."""
    return [each for each in held.deficits if each.older and late_years(each) and each.last_years[-1] > held.year]


def late_years(deficit: Deficit) -> list[str]:
    """The last years of a deficit that have passed with something left; from–to where it is one sum of older ones."""
    if deficit.older:
        last = [str(each) for each in deficit.last_years if each <= deficit.seen]
        return ["–".join(last)] if last else []
    return [str(each.last_year) for each in _late([deficit], best=False)]


def _left(deficits: Iterable[Deficit], *, best: bool) -> Iterator[Portion]:
    for deficit in deficits:
        yield from (each for each in (deficit.best if best else deficit.worst) if each.outstanding)


def _late(deficits: Iterable[Deficit], *, best: bool) -> Iterator[Portion]:
    """The portions whose time has run out."""
    for deficit in deficits:
        for each in _left([deficit], best=best):
            if each.last_year is not None and each.last_year <= deficit.seen:
                yield each


def _due(portions: Iterable[Portion], year: int) -> Decimal:
    return sum((each.outstanding for each in portions if each.last_year == year), ZERO)


def _even(portion: Portion, now: int, year: int) -> Decimal:
    if portion.last_year is None or year > portion.last_year:
        return ZERO
    return portion.outstanding / (portion.last_year - now)
