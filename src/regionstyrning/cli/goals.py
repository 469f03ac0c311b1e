"""What a region wants: its goals as a tree, from the vision and the perspectives down."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from regionstyrning.cli.sections import Page, Section
from regionstyrning.model.indicators import Indicator
from regionstyrning.model.structure import LevelKind
from regionstyrning.questions.owners import carriers
from regionstyrning.questions.threads import level_title, threads
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
        for goal in sorted(held.goals, key=lambda goal: _order(found, goal.id))
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
        branches = [tree(each, levels - 1) for each in _sorted(found, below & shown)]
        counts = _counted(found, below - shown, page)
        if counts:
            branches.append(Tree(counts))
        return Tree(label, branches)

    tops = (id for id in shown if not any(link.upper in shown for link in found.links(id, "up")))
    for top in (*_sorted(found, tops), *_sorted(found, shown)):
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


def _sorted(found: Threads, ids: Iterable[str]) -> list[str]:
    return sorted(ids, key=lambda id: _order(found, id))


def _order(found: Threads, id: str) -> tuple[int, int, list[tuple[int, str]], list[tuple[int, str]]]:
    """By level from the top, perspectives as printed, then by printed key and id with numbers as numbers."""
    levels = () if found.structure is None else tuple(level.id for level in found.structure.levels)
    perspectives = () if found.structure is None else tuple(each.id for each in found.structure.perspectives)
    level = found.level[id]
    return (
        levels.index(level) if level in levels else len(levels),
        perspectives.index(id) if id in perspectives else 0,
        _natural(getattr(found.nodes[id], "label", None) or ""),
        _natural(id),
    )


def _natural(text: str) -> list[tuple[int, str]]:
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in re.findall(r"\d+|\D+", text)]
