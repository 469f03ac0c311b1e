"""The results of a balance statement under every reading of its figures."""

from __future__ import annotations

from decimal import Decimal
from itertools import islice, product
from typing import TYPE_CHECKING

from attrs import frozen

from regionstyrning.questions.economy.computed import computed, values_of

if TYPE_CHECKING:
    from typing import TypeAlias

    from regionstyrning.questions.economy.accounts import Accounts
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
        figures: The figures that are read otherwise, with their lines; empty for all that is not tried.
        adjusted: The result after adjustments.
        balance: The balance result.
    """

    figures: tuple[tuple[str, Figure], ...]
    adjusted: Decimal | None
    balance: Decimal | None


def readings(view: Accounts, law: YearLaw) -> tuple[Reading, ...]:
    """
    Count the statement once for every choice between rivals but the one that is followed.

    Args:
        view: The accounts.
        law: The rules of the fiscal year.

    Returns:
        Every combination; of more than 256 each rival by itself, and one without results for the others.
    """
    lines = [line for line, entry in view.entries.items() if len(entry.figures) > 1 and law.counts(line)]
    choices = [[(line, figure) for figure in view.entries[line].figures] for line in lines]
    count = 1
    for each in choices:
        count *= len(each)
    if count > MOST:
        singly = (_reading(view, law, (pick,)) for each in choices for pick in each[1:])
        return (*singly, Reading(figures=(), adjusted=None, balance=None))
    return tuple(_reading(view, law, pick) for pick in islice(product(*choices), 1, None))


def _reading(view: Accounts, law: YearLaw, pick: Pick) -> Reading:
    changed = tuple((line, figure) for line, figure in pick if figure is not view.entries[line].figures[0])
    values = {**values_of(view), **{line: figure.value for line, figure in changed}}
    done = computed(view, law, values)
    return Reading(figures=changed, adjusted=done.adjusted.value, balance=done.balance.value)
