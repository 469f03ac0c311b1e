"""Sets of cases told as powers: one line for what is the same."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from regionstyrning.questions.powers.areas import Area, Tree, areas
from regionstyrning.questions.powers.cells import Cell, alternatives, cells
from regionstyrning.questions.powers.diagrams import FALSE, TRUE, fact
from regionstyrning.questions.powers.examples import agreed, conditions, example
from regionstyrning.questions.powers.power import FactHeld, Power

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from regionstyrning.questions.powers.holdings import Holdings


class Teller:
    """
    Tells what a set of cases is, with an example asked of the schemes (berättare).

    Attributes:
        schemes: The rights of the first scheme and of the second; None for one that is not asked.
        tree: Their matters.
    """

    __slots__ = ("_conditions", "_last", "_law", "schemes", "tree")

    def __init__(self, schemes: tuple[Holdings | None, Holdings | None], tree: Tree) -> None:
        self.schemes, self.tree = schemes, tree
        self._conditions: dict[int, tuple[tuple[FactHeld, ...], ...]] = {TRUE: ()}
        some = [each for each in schemes if each is not None]
        self._last = some[-1]
        self._law = frozenset().union(*(each.authority.law.traits for each in some))

    def powers(self, who: str, found: Mapping[str, int]) -> Iterator[Power]:
        """
        One power for each area and cell.

        Args:
            who: Id of the organ or post.
            found: Sets of cases by matter, each after what it is part of, with all that is part of it.
        """
        if any(cases != FALSE for cases in found.values()):
            for area in areas(self.tree, found, self._stated):
                for cell in cells(self._last.diagrams, area.cases):
                    yield self._power(who, area, cell)

    def _stated(self, cases: int, matter: str) -> int:
        """What is left of a set for a matter that states something of itself, in every scheme that has it."""
        stated = agreed(self.schemes, matter)
        return self._last.diagrams.known(cases, {fact(name): holds for name, holds in stated.items()})

    def _power(self, who: str, area: Area, cell: Cell) -> Power:
        last = self._last
        first_day, end = cell.days
        low, high = cell.amounts
        return Power(
            who=who,
            matter=area.matter,
            except_matters=area.outside,
            from_sek=low or 0,
            to_sek=None if high is None else high - 1,
            days=(
                last.first if first_day is None else date.fromordinal(first_day),
                last.last if end is None else date.fromordinal(end - 1),
            ),
            conditions=self._ways(cell.facts),
            example=example(self.schemes, who, area.matter, cell),
            law=self._law,
            titles=tuple((id, self._title(id)) for id in (who, area.matter, *area.outside)),
        )

    def _ways(self, facts: int) -> tuple[tuple[FactHeld, ...], ...]:
        """What must be so of the facts, worked out once."""
        found = self._conditions.get(facts)
        if found is None:
            ways = alternatives(self._last.diagrams, facts)
            found = self._conditions[facts] = tuple(map(conditions, ways))
        return found

    def _title(self, id: str) -> str:
        models = (each.authority.model for each in reversed(self.schemes) if each is not None)
        return next(str(model[id].title) for model in models if id in model)
