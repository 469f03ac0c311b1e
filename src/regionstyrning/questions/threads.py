"""The links of a model, found from either end."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Literal

from attrs import frozen

from regionstyrning.model.goals import ContributionKind
from regionstyrning.model.indicators import Indicator
from regionstyrning.model.structure import INDICATORS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from regionstyrning.model.goals import Contribution
    from regionstyrning.model.records import Source
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.model.structure import Perspective, Structure

Way = Literal["up", "down"]

_AGAINST = ContributionKind.WORKS_AGAINST  # asked of every link, and slow to look up in its class


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

    def links(self, id: str, way: Way) -> Sequence[Contribution]:
        """Links from a node upwards, or to it from below."""
        return (self.up if way == "up" else self.down).get(id, ())

    def reached(self, start: str, way: Way, *, serving: bool = False) -> dict[str, None]:
        """
        Everything that can be reached, in the order it is first met, the start included.

        Args:
            start: Id to begin from.
            way: Upwards or downwards.
            serving: Whether to follow only links that `serves` is true of.
        """
        links = self.up if way == "up" else self.down
        met = {start: None}
        queue = [start]
        for id in queue:
            for link in links.get(id, ()):
                end = link.upper if way == "up" else link.lower
                if end not in met and not (serving and link.kind is _AGAINST):
                    met[end] = None
                    queue.append(end)
        return met

    def documents(self) -> set[str | None]:
        """Ids of the documents that goals, indicators and links stand in; None for those in no document."""
        linked = {link.document for links in self.up.values() for link in links}
        return linked.union(getattr(node, "document", None) for node in self.nodes.values())

    def serving(self) -> Iterator[Contribution]:
        """Every link that `serves` is true of, those that go from a node to itself apart."""
        for links in self.up.values():
            for link in links:
                if link.kind is not _AGAINST and link.lower != link.upper:
                    yield link


def far_end(link: Contribution, way: Way) -> str:
    """The end that a link leads to."""
    return link.upper if way == "up" else link.lower


def serves(link: Contribution) -> bool:
    """
    Whether the lower helps the upper: all links but those that work against it.

    What works against a goal is no part of how the goal is reached, so such a link neither
    meets a requirement nor goes round with others. The reading is ours.
    """
    return link.kind is not _AGAINST


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


def _order(link: Contribution) -> tuple[str, str, str, str, str]:
    """By the whole key, so that no two links tie and the order of records never shows."""
    days = "" if link.validity is None else f"{link.validity.first} {link.validity.last}"
    return link.lower, link.upper, link.kind.value, link.document or "", days


def level_title(found: Threads, id: str, lang: str = "sv") -> str:
    """The region's own word for the level that something stands on."""
    if isinstance(found.nodes.get(id), Indicator):
        return level_word(found.structure, INDICATORS, lang)
    return level_word(found.structure, found.level.get(id, "?"), lang)


def level_word(structure: Structure | None, level: str, lang: str = "sv") -> str:
    """The region's own word for a level, as it stands within a sentence; its id if there is none."""
    if level == INDICATORS:
        return INDICATORS if lang == "sv" else "indicator"
    known = None if structure is None else structure.level(level)
    return level if known is None else _within_a_sentence(known.title)


def _within_a_sentence(title: str) -> str:
    """With a small letter first, but for an abbreviation."""
    return title[:1].lower() + title[1:] if title[1:2].islower() else title


def title_of(held: SteeringModel, id: str) -> str:
    """What a person reads of a record, a perspective or a name; the id itself if there is nothing more."""
    record = held.by_id.get(id) or threads(held).nodes.get(id)
    return id if record is None else getattr(record, "title", None) or id


def first_source(held: SteeringModel, id: str) -> Source | None:
    """Where a record or perspective is said, the first place if there are several."""
    record = held.by_id.get(id) or threads(held).nodes.get(id)
    return next(iter(getattr(record, "sources", ())), None)
