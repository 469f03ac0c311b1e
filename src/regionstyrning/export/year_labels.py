"""What stands beside the wheel of a year, each tied to its day on the rim by a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from regionstyrning.export.year_ring import (
    COLOURS,
    HALF,
    LOOK,
    MIDDLE,
    OVERDUE,
    RADIUS,
    WIDTH,
    at,
    badge,
    text_of,
    turn_of,
)
from regionstyrning.text.widths import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from regionstyrning.export.year_items import Item

HEAD = 64
"""How far down the labels begin."""
LINE = 15
MARGIN = 16

_LABEL = 330
"""How wide a label is."""
_COLUMNS = 53
_TOP = 8
"""How far below the top of its label a line comes in."""
_OUT = 14
"""How far outside the wheel all lines turn to their labels."""
_BADGE = 16
"""How far from the middle of a label's mark its line ends."""


@frozen(kw_only=True)
class Label:
    """
    What stands beside the wheel of one item (text vid hjulet).

    Attributes:
        item: The item.
        title: The lines of its title.
        beside: The lines under it.
        right: On which side it stands.
    """

    item: Item
    title: tuple[str, ...]
    beside: tuple[str, ...]
    right: bool

    @property
    def height(self) -> int:
        """How tall it is, with the room below it."""
        return LINE * (len(self.title) + len(self.beside)) + 9


def labels_of(items: Sequence[Item]) -> list[Label]:
    """The labels of each side from the top: the first half of the year to the right, the second to the left."""
    found = [
        Label(
            item=item,
            title=tuple(folded(f"{item.when}: {item.title}", _COLUMNS)),
            beside=tuple(folded(item.beside, _COLUMNS + 7)) if item.beside else (),
            right=turn_of(item.day) < HALF,
        )
        for item in items
    ]
    return [label for label in found if label.right] + [label for label in reversed(found) if not label.right]


def tall_of(labels: Sequence[Label]) -> int:
    """How tall the taller of the two sides is."""
    return max(sum(label.height for label in labels if label.right is right) for right in (True, False))


def placed(labels: Sequence[Label], middle: int, tall: int) -> Iterator[str]:
    """Each label as near its mark as the others let it be, with a line to it."""
    for right in (True, False):
        side = [label for label in labels if label.right is right]
        wanted = [_rim(label, middle)[1] - _TOP for label in side]
        for label, top in zip(side, _spread(wanted, [each.height for each in side], tall), strict=True):
            yield from _label(label, top, middle)


def _rim(label: Label, middle: int) -> tuple[float, float]:
    """Where on the rim the day of a label is."""
    return at(turn_of(label.item.day), RADIUS + 1, middle)


def _spread(wanted: Sequence[float], heights: Sequence[int], tall: int) -> list[float]:
    """The tops of labels that do not overlap: pushed down from the top, then up from the bottom."""
    tops: list[float] = []
    for top in wanted:
        above = tops[-1] + heights[len(tops) - 1] if tops else HEAD
        tops.append(max(top, above))
    limit: float = HEAD + tall
    for place in range(len(tops) - 1, -1, -1):
        tops[place] = min(tops[place], limit - heights[place])
        limit = tops[place]
    return [round(top, 1) for top in tops]


def _label(label: Label, top: float, middle: int) -> Iterator[str]:
    item = label.item
    edge = WIDTH - MARGIN - _LABEL if label.right else MARGIN + _LABEL
    y = round(top + _TOP, 1)
    yield _lead(label, edge, y, middle)
    yield from badge(item, edge, y)
    anchor, x = ("start", edge + 19) if label.right else ("end", edge - 19)
    for place, line in enumerate(label.title):
        bold = f'<tspan font-weight="bold">{text_of(item.when)}</tspan>' if place == 0 else ""
        words = bold + text_of(line.removeprefix(item.when) if bold else line)
        yield f'<text x="{x}" y="{round(y + 4 + place * LINE, 1)}" text-anchor="{anchor}">{words}</text>'
    for place, line in enumerate(label.beside, len(label.title)):
        fill = OVERDUE if item.overdue else LOOK if item.look else "#5a5a5a"
        yield (
            f'<text x="{x}" y="{round(y + 4 + place * LINE, 1)}" text-anchor="{anchor}" font-size="11" '
            f'fill="{fill}">{text_of(line)}</text>'
        )


def _lead(label: Label, edge: int, y: float, middle: int) -> str:
    """
    A line from the mark's place on the rim straight out of the wheel, and then in a bend to the label.

    All lines of a side turn between the same two heights above each other, in the order of the days, so that none
    crosses another or the wheel.
    """
    x1, y1 = _rim(label, middle)
    out = MIDDLE + RADIUS + _OUT if label.right else MIDDLE - RADIUS - _OUT
    near = edge - _BADGE if label.right else edge + _BADGE
    half = (out + near) / 2
    path = f"M{x1},{y1} L{out},{y1} C{half},{y1} {half},{y} {near},{y}"
    return f'<path d="{path}" fill="none" stroke="{COLOURS[label.item.group]}" stroke-opacity="0.6"/>'
