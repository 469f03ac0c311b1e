"""Matters told together, where the same is true of all that is part of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from regionstyrning.questions.powers.diagrams import FALSE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from regionstyrning.model.steering_model import SteeringModel


class Tree:
    """
    The matters of one model or two, read downwards (ärendeträd).

    A matter of both stands where the last one has it.
    """

    __slots__ = ("_below", "_part_of", "tops")

    def __init__(self, models: Iterable[SteeringModel]) -> None:
        self._part_of = {matter.id: matter.part_of for model in models for matter in model.matters}
        self._below: dict[str, list[str]] = {}
        for id, above in sorted(self._part_of.items()):
            if above is not None:
                self._below.setdefault(above, []).append(id)

    @property
    def matters(self) -> tuple[str, ...]:
        """All of them, each after what it is part of."""
        return self.within(self._part_of)

    def within(self, matters: Iterable[str]) -> tuple[str, ...]:
        """The matters and all that is part of them, each after what it is part of."""
        wanted = set(matters)
        found: dict[str, None] = {}
        for id in sorted(wanted):
            if not self._below_any(id, wanted):
                self._walk(id, found)
        for id in sorted(wanted.difference(found)):  # those that are part of themselves
            self._walk(id, found)
        return tuple(found)

    def _below_any(self, id: str, wanted: set[str]) -> bool:
        met = {id}
        step = self._part_of.get(id)
        while step is not None and step not in met:
            if step in wanted:
                return True
            met.add(step)
            step = self._part_of.get(step)
        return False

    def _walk(self, top: str, found: dict[str, None]) -> None:
        ahead = [top]
        while ahead:
            id = ahead.pop()
            if id not in found and id in self._part_of:
                found[id] = None
                ahead.extend(reversed(self._below.get(id, ())))

    def above(self, matter: str) -> str | None:
        """What a matter is part of."""
        return self._part_of[matter]


@frozen(kw_only=True)
class Area:
    """
    A matter with what is part of it, of which the same is true (område).

    Attributes:
        matter: Its widest matter.
        outside: Matters within it of which something else is true, the widest of each.
        cases: What is true of the widest.
    """

    matter: str
    outside: tuple[str, ...]
    cases: int


def areas(tree: Tree, found: Mapping[str, int], stated: Callable[[int, str], int]) -> tuple[Area, ...]:
    """
    Matters gathered with what they are part of, where that tells the same of both.

    Args:
        tree: The matters.
        found: Sets of cases by matter, each after what it is part of, with all that is part of it.
        stated: What is left of a set for a matter that states something of itself.
    """
    leads: dict[str, str] = {}
    cases: dict[str, int] = {}
    outside: dict[str, list[str]] = {}
    for matter, here in found.items():
        above = tree.above(matter)
        lead = None if above is None else leads.get(above)
        if lead is not None and stated(cases[lead], matter) == here:
            leads[matter] = lead
            continue
        if lead is not None:
            outside[lead].append(matter)
        if here != FALSE:
            leads[matter] = matter
            cases[matter] = here
            outside[matter] = []
    return tuple(Area(matter=matter, outside=tuple(outside[matter]), cases=cases[matter]) for matter in sorted(cases))
