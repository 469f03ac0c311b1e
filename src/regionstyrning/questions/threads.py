"""The links of a model, found from either end."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from attrs import frozen

from regionstyrning.model.catalogues import Name
from regionstyrning.model.indicators import Indicator
from regionstyrning.model.structure import INDICATORS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from regionstyrning.model.goals import Contribution
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.model.structure import Perspective, Structure


@frozen(kw_only=True)
class Threads:
    """
    The goals, indicators and perspectives of a model as it held on a day, and the links between them.

    Attributes:
        nodes: Goals, indicators and perspectives by id.
        level: Id of the level of each, ``"indikator"`` for indicators.
        up: Links from each node to what it contributes to.
        down: Links to each node from what contributes to it.
        broken: Links with an end that leads nowhere or is no longer in force.
        structure: The structure in force, or None.
    """

    nodes: Mapping[str, Any]
    level: Mapping[str, str]
    up: Mapping[str, Sequence[Contribution]]
    down: Mapping[str, Sequence[Contribution]]
    broken: Sequence[Contribution]
    structure: Structure | None

    def reached(self, start: Iterable[str], links: Mapping[str, Sequence[Contribution]]) -> dict[str, None]:
        """
        Everything that can be reached, in the order it is first met, the start included.

        Args:
            start: Ids to begin from.
            links: ``up`` or ``down``.
        """
        upwards = links is self.up
        met = dict.fromkeys(start)
        queue = list(met)
        for id in queue:
            for link in links.get(id, ()):
                end = link.upper if upwards else link.lower
                if end not in met:
                    met[end] = None
                    queue.append(end)
        return met


def threads(held: SteeringModel) -> Threads:
    """
    The links of a model as it held on a day, found once and kept.

    Args:
        held: What ``model.at(day)`` gave.
    """
    found: Threads | None = held.memo.get("threads")
    if found is None:
        found = held.memo["threads"] = _threads(held)
    return found


def _threads(held: SteeringModel) -> Threads:
    structure = held.structure_on(held.as_of)
    perspectives: Sequence[Perspective] = () if structure is None else structure.perspectives
    nodes: dict[str, Any] = {perspective.id: perspective for perspective in perspectives}
    level = {perspective.id: perspective.level for perspective in perspectives}
    for goal in held.goals:
        nodes[goal.id] = goal
        level[goal.id] = goal.level
    for indicator in held.indicators:
        nodes[indicator.id] = indicator
        level[indicator.id] = INDICATORS
    up: defaultdict[str, list[Contribution]] = defaultdict(list)
    down: defaultdict[str, list[Contribution]] = defaultdict(list)
    broken = []
    for link in sorted(held.contributions, key=_order):
        if link.lower in nodes and link.upper in nodes:
            up[link.lower].append(link)
            down[link.upper].append(link)
        else:
            broken.append(link)
    return Threads(nodes=nodes, level=level, up=dict(up), down=dict(down), broken=broken, structure=structure)


def _order(link: Contribution) -> tuple[str, str, str, str]:
    return link.lower, link.upper, link.kind.value, link.document or ""


def level_title(found: Threads, id: str) -> str:
    """The region's own word for the level that something stands on."""
    node = found.nodes.get(id)
    if isinstance(node, Indicator):
        return INDICATORS
    level = None if found.structure is None or id not in found.level else found.structure.level(found.level[id])
    return found.level.get(id, "?") if level is None else level.title.lower()


def title_of(held: SteeringModel, id: str) -> str:
    """What a person reads of a record, a perspective or a name; the id itself if there is nothing more."""
    record = held.by_id.get(id) or threads(held).nodes.get(id)
    return id if record is None else getattr(record, "title", None) or id


def is_gone(held: SteeringModel, id: str) -> bool:
    """Whether only the name is left of a record, on the day of the model."""
    return isinstance(held.by_id.get(id), Name)
