"""The tree of matters: what is part of what, who owns it, and what is stated of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.errors import UnknownId

if TYPE_CHECKING:
    from collections.abc import Mapping

    from regionstyrning.model.delegation import Matter, Trait
    from regionstyrning.model.steering_model import SteeringModel


class Matters:
    """
    The matters of a model (ärendegrupper), read upwards.

    What is asked of a matter is worked out when it is first asked.
    """

    __slots__ = ("_above", "_owners", "_traits", "by_id")

    def __init__(self, model: SteeringModel) -> None:
        self.by_id: Mapping[str, Matter] = {matter.id: matter for matter in model.matters}
        self._above: dict[str, tuple[str, ...]] = {}
        self._owners: dict[str, str | None] = {}
        self._traits: dict[str, dict[str, Trait]] = {}

    def above(self, id: str) -> tuple[str, ...]:
        """
        The matter itself and the wider ones, upwards.

        Raises:
            UnknownId: if no matter has the id.
        """
        found = self._above.get(id)
        if found is None:
            if id not in self.by_id:
                kind = "Matter"
                raise UnknownId(kind, id, self.by_id)
            met: dict[str, None] = {}
            step: str | None = id
            while step is not None and step not in met and step in self.by_id:
                met[step] = None
                step = self.by_id[step].part_of
            found = self._above[id] = tuple(met)
        return found

    def within(self, narrow: str, wide: str) -> bool:
        """Whether a matter is part of another, or the same."""
        return wide in self.above(narrow)

    def owner(self, id: str) -> str | None:
        """The organ that owns it, by the nearest matter that says so."""
        if id not in self._owners:
            owners = (self.by_id[each].owner for each in self.above(id))
            self._owners[id] = next((owner for owner in owners if owner is not None), None)
        return self._owners[id]

    def traits(self, id: str) -> dict[str, Trait]:
        """What is stated of it, by the name of the trait; the nearest matter counts."""
        found = self._traits.get(id)
        if found is None:
            stated = (trait for each in reversed(self.above(id)) for trait in self.by_id[each].traits)
            found = self._traits[id] = {trait.id: trait for trait in stated}
        return found

    def deeper(self, one: str, other: str) -> str | None:
        """The narrower of two matters, or None if neither is part of the other."""
        if self.within(one, other):
            return one
        return other if self.within(other, one) else None
