"""
God ekonomisk hushållning in the years ahead, as far as accounts can tell it.

How a year that has been is judged, with the goals of the activities, is the evaluators' affair. Ahead
there are accounts alone: whoever says whether those goals are met gets the whole, all others what
the financial half permits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from regionstyrning.model.joins import JoinKind
from regionstyrning.model.structure import LevelKind

if TYPE_CHECKING:
    from regionstyrning.model.structure import Structure


_EVERY_ONE = frozenset({JoinKind.ALL, JoinKind.WORST})
"""Rules by which a single goal that is missed decides the whole."""


@frozen(kw_only=True)
class GehAhead:
    """
    What the region's own rule needs for the whole (hushållning framåt).

    Attributes:
        stated: Whether the region states a rule.
        financial: Whether its financial goals have to be met, each of them.
        of_activity: Whether goals of its activities have to be too.
    """

    stated: bool
    financial: bool
    of_activity: bool

    def bounds(self, financial: tuple[bool, bool], of_activity: bool | None) -> tuple[bool, bool]:
        """
        Whether it certainly is, and whether it may be.

        Args:
            financial: Whether the financial goals certainly are met, and whether they may be.
            of_activity: Whether the goals of the activities are; None for not known.
        """
        if not self.financial:
            return False, True
        low, high = financial
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
    if structure is None or rule is None or (rule.join is None and not rule.conditions):
        return GehAhead(stated=False, financial=False, of_activity=False)
    kinds = {each.id: each.kind for each in structure.levels}
    gates = {kinds.get(id) for id in rule.conditions}
    return GehAhead(
        stated=True,
        financial=LevelKind.FINANCIAL in gates or (rule.join is not None and rule.join.kind in _EVERY_ONE),
        of_activity=rule.join is not None or bool(gates - {LevelKind.FINANCIAL}),
    )
