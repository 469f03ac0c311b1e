"""Trees drawn in text."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from attrs import frozen

from regionstyrning.text.escaping import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator


@frozen
class Tree:
    """
    A label and the trees under it, in the order they are drawn.

    >>> print(Tree("Mål", (Tree("Indikator"),)).text())
    Mål
    └─ Indikator
    """

    label: str
    branches: tuple[Tree, ...] = ()

    def text(self, width: int = 80) -> str:
        """
        Draw the tree.

        Args:
            width: Longest line, in characters; longer labels are folded under themselves.
        """
        return "\n".join(self._lines("", "", width))

    def _lines(self, first: str, rest: str, width: int) -> Iterator[str]:
        hang = rest + ("│  " if self.branches else "   ")
        label = one_line(self.label)
        yield from textwrap.wrap(
            label,
            max(width, len(hang) + 20),
            initial_indent=first,
            subsequent_indent=hang,
            break_on_hyphens=False,
        ) or [first]
        for branch in self.branches[:-1]:
            yield from branch._lines(rest + "├─ ", rest + "│  ", width)  # noqa: SLF001 - of its own kind
        for branch in self.branches[-1:]:
            yield from branch._lines(rest + "└─ ", rest + "   ", width)  # noqa: SLF001 - of its own kind
