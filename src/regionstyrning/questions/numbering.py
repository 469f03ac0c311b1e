"""The goals, indicators and perspectives of a model as numbers, and what is asked of all of them at once."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from regionstyrning.questions.numbered import Numbered, numbered_of, upwards, ways_up
from regionstyrning.questions.threads import threads

if TYPE_CHECKING:
    from collections.abc import Sequence

    from regionstyrning.model.steering_model import SteeringModel


def numbered(held: SteeringModel) -> Numbered:
    """
    The goals, indicators and perspectives of a model by number, found once and kept.

    Args:
        held: What ``model.at(day)`` gave.
    """
    found: Numbered | None = held.memo.get("numbered")
    if found is None:
        linked = threads(held)
        pairs = ((link.lower, link.upper) for link in linked.serving())
        found = held.memo["numbered"] = numbered_of(linked.nodes, pairs)
    return found


def number_of(graph: Numbered, id: str) -> int:
    """The number of a node, which must be there."""
    return bisect_left(graph.ids, id)


def goes_round(held: SteeringModel) -> bool:
    """
    Whether any links go round, those that work against too; found once and kept.

    Args:
        held: What ``model.at(day)`` gave.
    """
    found: bool | None = held.memo.get("goes_round")
    if found is None:
        linked = threads(held)
        pairs = ((link.lower, link.upper) for links in linked.up.values() for link in links)
        graph = numbered_of(linked.nodes, pairs)
        found = held.memo["goes_round"] = len(upwards(graph)) < len(graph.ids)
    return found


def ways_to_the_top(held: SteeringModel) -> Sequence[int]:
    """
    The next step of a shortest way from each node to one that nothing is above; found once and kept.

    Args:
        held: What ``model.at(day)`` gave.
    """
    found: Sequence[int] | None = held.memo.get("ways_to_the_top")
    if found is None:
        graph = numbered(held)
        tops = [node for node, uppers in enumerate(graph.up) if not uppers]
        found = held.memo["ways_to_the_top"] = ways_up(graph, tops)
    return found
