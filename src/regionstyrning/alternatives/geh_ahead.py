"""
God ekonomisk hushållning in the years ahead, as far as accounts can tell it.

How a year that has been is judged, with the goals of the activities, is the evaluators' affair. Ahead
there are accounts alone: whoever says whether those goals are met gets the whole, all others what
the financial half permits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from regionstyrning.model.geh import GehPart
from regionstyrning.model.joins import JoinKind
from regionstyrning.model.structure import LevelKind

if TYPE_CHECKING:
    from regionstyrning.model.geh import GehRule
    from regionstyrning.model.structure import Structure


FINANCIAL, WITH_BALANCE = "finansiella-mal", "finansiella-mal-och-balanskrav"
"""All financial goals together, and they with the balance requirement."""

_EVERY_ONE = frozenset({JoinKind.ALL, JoinKind.WORST})
"""Rules by which a single goal that is missed decides the whole."""


@frozen(kw_only=True)
class GehAhead:
    """
    What the region's own rule needs for the whole (hushållning framåt).

    Attributes:
        stated: Whether the region states a rule.
        financial: Whether its financial goals have to be met, each of them.
        balance: Whether the balance requirement has to be, too.
        of_activity: Whether goals of its activities have to be too.
    """

    stated: bool
    financial: bool
    of_activity: bool
    balance: bool = False

    @property
    def of_accounts(self) -> str:
        """What the accounts decide of it, by its name among what is asked."""
        return WITH_BALANCE if self.balance else FINANCIAL

    def bounds(self, accounts: tuple[bool, bool], of_activity: bool | None) -> tuple[bool, bool]:
        """
        Whether it certainly is, and whether it may be.

        Args:
            accounts: Whether what the accounts decide of it certainly is met, and whether it may be.
            of_activity: Whether the goals of the activities are; None for not known.
        """
        if not self.financial:
            return False, True
        low, high = accounts
        if self.of_activity:
            low, high = low and of_activity is True, high and of_activity is not False
        return low, high


def geh_ahead(structure: Structure | None) -> GehAhead:
    """
    What a structure's own rule for god ekonomisk hushållning needs.

    Args:
        structure: The region's structure; None if it has none.
    """
    rule = None if structure is None else structure.geh
    if structure is None or rule is None or not rule.is_stated:
        return GehAhead(stated=False, financial=False, of_activity=False)
    if rule.parts:
        return _by_parts(rule)
    kinds = {each.id: each.kind for each in structure.levels}
    gates = {kinds.get(id) for id in rule.conditions}
    return GehAhead(
        stated=True,
        financial=LevelKind.FINANCIAL in gates or (rule.join is not None and rule.join.kind in _EVERY_ONE),
        of_activity=rule.join is not None or bool(gates - {LevelKind.FINANCIAL}),
    )


def _by_parts(rule: GehRule) -> GehAhead:
    """A rule over parts, which a single goal decides only where all of them have to hold."""
    named = {each.part: each for each in rule.parts}
    terms = [each for each in rule.parts if not each.condition]
    every = len(terms) <= 1 or (rule.join is not None and rule.join.kind in _EVERY_ONE)
    money = named.get(GehPart.FINANCIAL)
    each_goal = money is not None and money.join is not None and money.join.kind in _EVERY_ONE
    return GehAhead(
        stated=True,
        financial=every and each_goal,
        balance=GehPart.BALANCE in named,
        of_activity=GehPart.OPERATIONAL in named,
    )
