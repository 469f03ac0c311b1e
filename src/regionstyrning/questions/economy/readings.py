"""The results of a balance statement under every reading of its figures."""

from __future__ import annotations

from decimal import Decimal
from itertools import islice, product
from typing import TYPE_CHECKING

from attrs import frozen

from regionstyrning.questions.economy.computed import RESERVES, ZERO, computed, values_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TypeAlias

    from regionstyrning.questions.economy.accounts import Accounts
    from regionstyrning.questions.economy.computed import Computed
    from regionstyrning.questions.economy.figures import Figure
    from regionstyrning.questions.economy.year_law import YearLaw

    Pick: TypeAlias = tuple[tuple[str, Figure], ...]

MOST = 256
"""How many ways of reading the figures together are tried; of more the lowest and highest are not told."""


@frozen(kw_only=True)
class Reading:
    """
    A statement as it comes out if figures are read otherwise (läsart av utredningen).

    Attributes:
        figures: The figures that are read otherwise, with their lines; empty for all that is not tried, and where
            only the lines that are printed are counted.
        adjusted: The result after adjustments.
        balance: The balance result.
    """

    figures: tuple[tuple[str, Figure], ...]
    adjusted: Decimal | None
    balance: Decimal | None


def readings(view: Accounts, law: YearLaw, followed: Computed) -> tuple[Reading, ...]:
    """
    Count the statement once for every choice between rivals but the one that is followed.

    Where a printed result is more than the lines above it come to, and some of these are not printed, either they
    would make up the difference or the result is wrong. The lines that are printed are counted too, as a reading.

    Args:
        view: The accounts.
        law: The rules of the fiscal year.
        followed: What the figures that are followed come to.

    Returns:
        Every combination; of more than 256 each rival by itself, and one without results for the others.
    """
    lines = [line for line, entry in view.entries.items() if len(entry.figures) > 1 and law.counts(line)]
    choices = [[(line, figure) for figure in view.entries[line].figures] for line in lines]
    count = 1
    for each in choices:
        count *= len(each)
    if count > MOST:
        singly = [(pick,) for each in choices for pick in each[1:]]
        tried = [*_by_lines(followed, ()), *(each for pick in singly for each in _readings(view, law, pick))]
        return (*tried, Reading(figures=(), adjusted=None, balance=None))
    rivals = (each for pick in islice(product(*choices), 1, None) for each in _readings(view, law, pick))
    return (*_by_lines(followed, ()), *rivals)


def _readings(view: Accounts, law: YearLaw, pick: Pick) -> Iterator[Reading]:
    """The statement by a choice that is not the one that is followed, and by its printed lines alone."""
    changed = tuple((line, figure) for line, figure in pick if figure is not view.entries[line].figures[0])
    done = computed(view, law, {**values_of(view), **{line: figure.value for line, figure in changed}})
    yield Reading(figures=changed, adjusted=done.adjusted.value, balance=done.balance.value)
    yield from _by_lines(done, changed)


def _by_lines(done: Computed, changed: Pick) -> Iterator[Reading]:
    """What the printed lines alone come to, if that is another result than the printed one."""
    if done.unaccounted:
        adjusted = done.adjusted.value if done.adjusted.by_lines is None else done.adjusted.by_lines
        reserves = [done.counted[line] for line in RESERVES if line in done.counted]
        yield Reading(figures=changed, adjusted=adjusted, balance=sum(reserves, adjusted or ZERO))
