"""Trees drawn in text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import field, frozen

from regionstyrning.text.escaping import one_line
from regionstyrning.text.widths import folded

_NARROWEST = 20


def _trees(branches: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(branches)


@frozen
class Tree:
    """
    A label and the trees under it, in the order they are drawn.

    >>> print(Tree("Mål", [Tree("Indikator")]).text())
    Mål
    └─ Indikator
    """

    label: str
    branches: tuple[Tree, ...] = field(default=(), converter=_trees)

    def text(self, width: int = 80) -> str:
        """
        Draw the tree.

        Args:
            width: Longest line, in columns; longer labels are folded under themselves.
                So deep down that fewer than 20 columns are left, the lines grow longer.
        """
        lines: list[str] = []
        waiting = [(self, "", "")]
        while waiting:  # no recursion: a tree may be deeper than Python's stack
            tree, first, rest = waiting.pop()
            hang = rest + ("│  " if tree.branches else "   ")
            lines += folded(one_line(tree.label), max(width, len(hang) + _NARROWEST), first, hang)
            waiting += [(each, rest + "└─ ", rest + "   ") for each in tree.branches[-1:]]
            waiting += [(each, rest + "├─ ", rest + "│  ") for each in reversed(tree.branches[:-1])]
        return "\n".join(lines)
