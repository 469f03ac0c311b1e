"""What a region wants: its goals as a tree, from the vision and the perspectives down."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from regionstyrning.cli.sections import Page, Section
from regionstyrning.model.indicators import Indicator
from regionstyrning.model.structure import LevelKind
from regionstyrning.questions.owners import carriers
from regionstyrning.questions.threads import level_title, threads
from regionstyrning.report.pages import in_order
from regionstyrning.text.sentences import Sentence
from regionstyrning.text.trees import Tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from regionstyrning.model import SteeringModel
    from regionstyrning.questions.threads import Threads

_GOALS = Sentence("MÅL", "GOALS")
_NONE = Sentence("Inga mål gäller.", "No goals are in force.")
_ABOVE = Sentence("{label} (se ovan)", "{label} (see above)")
_BELOW = Sentence("{label} (se nedan)", "{label} (see below)")
_UNDER = Sentence("under: {counts}", "under it: {counts}")

MOST_LEVELS = 40
"""How many levels are drawn under one another; deeper ones begin a tree of their own."""


def goals_section(held: SteeringModel, page: Page) -> Section:
    """
    The goals in force.

    Args:
        held: What ``model.at(day)`` gave.
        page: How to write it.

    Returns:
        As a tree: work and indicators are counted under what they serve, not drawn.
    """
    found = threads(held)
    rows = [
        {
            "id": goal.id,
            "title": goal.title,
            "level": goal.level,
            "label": goal.label,
            "owners": list(carriers(held, goal)),
            "document": goal.document,
            "serves": [link.upper for link in found.links(goal.id, "up")],
        }
        for goal in map(found.nodes.__getitem__, in_order(found, (goal.id for goal in held.goals)))
    ]
    tree = "\n".join(tree.text(page.width) for tree in _trees(found, page))
    return Section(name="goals", heading=_GOALS, rows=rows, text=tree or _NONE.say(page.lang))


def _trees(found: Threads, page: Page) -> Iterator[Tree]:
    """A tree for each goal or perspective that has none above it, then for those that only go round."""
    shown = _shown(found)
    drawn: set[str] = set()
    waiting: list[str] = []

    def tree(id: str, levels: int) -> Tree:
        label = f"{level_title(found, id, page.lang)}: {_title(found.nodes[id])} [{id}]"
        if id in drawn:
            return Tree(_ABOVE.say(page.lang, label=label))
        if not levels:
            waiting.append(id)
            return Tree(_BELOW.say(page.lang, label=label))
        drawn.add(id)
        below = {link.lower for link in found.links(id, "down")}
        branches = [tree(each, levels - 1) for each in in_order(found, below & shown)]
        counts = _counted(found, below - shown, page)
        if counts:
            branches.append(Tree(counts))
        return Tree(label, branches)

    tops = (id for id in shown if not any(link.upper in shown for link in found.links(id, "up")))
    for top in (*in_order(found, tops), *in_order(found, shown)):
        waiting.append(top)
        while waiting:
            id = waiting.pop(0)
            if id not in drawn:
                yield tree(id, MOST_LEVELS)


def _shown(found: Threads) -> set[str]:
    work = {level.id for level in found.structure.levels if level.kind is LevelKind.WORK} if found.structure else set()
    return {id for id, node in found.nodes.items() if not isinstance(node, Indicator) and found.level[id] not in work}


def _counted(found: Threads, ids: Iterable[str], page: Page) -> str:
    counts = Counter(level_title(found, id, page.lang) for id in ids)
    told = ", ".join(f"{level} {count}" for level, count in sorted(counts.items()))
    return _UNDER.say(page.lang, counts=told) if told else ""


def _title(node: Any) -> str:  # noqa: ANN401 - a goal or perspective
    label = getattr(node, "label", None)
    return f"{label} {node.title}" if label else str(node.title)
