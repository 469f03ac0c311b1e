"""Where the days of a document are drawn across a chart of horizons, and its bar."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from attrs import frozen

from regionstyrning.export.year_ring import text_of
from regionstyrning.questions.editions import years_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.export.horizon_rows import Row
    from regionstyrning.model.dates import Validity

LEFT = 346
_YEAR = 40
MARGIN = 16
BAR = 14
_NARROWEST = 900
TIP = 7
"""How far the tip of a bar without an end reaches."""


@frozen(kw_only=True)
class Scale:
    """
    Where a day stands across the picture.

    Attributes:
        first: The first year.
        last: The last year.
    """

    first: int
    last: int

    @property
    def year(self) -> int:
        """How wide a year is."""
        return max(_YEAR, (_NARROWEST - LEFT - MARGIN) // (self.last - self.first + 1))

    @property
    def right(self) -> int:
        """Where the last year ends."""
        return LEFT + self.year * (self.last - self.first + 1)

    @property
    def width(self) -> int:
        """How wide the picture is."""
        return self.right + 2 * MARGIN

    def of_year(self, year: int) -> int:
        """Where a year begins."""
        return LEFT + self.year * (year - self.first)

    def at(self, day: date) -> float:
        """Where a day begins, the years outside the picture at its edge."""
        if day.year < self.first:
            return LEFT
        if day.year > self.last:
            return self.right
        share = (day - date(day.year, 1, 1)).days / 366
        return round(self.of_year(day.year) + share * self.year, 1)

    def span(self, days: Validity) -> tuple[float, float]:
        """Where some days begin and end."""
        end = self.right if days.last is None or days.last == date.max else self.at(days.last + timedelta(days=1))
        return (LEFT if days.first is None else self.at(days.first)), end


def bar(row: Row, top: int, scale: Scale, fill: str, line: str) -> str:
    """A bar with a tip at an end that is not stated, or that lies outside the picture."""
    start, left, end, right = _ends(row, scale)
    high, low, middle = top + 2, top + 2 + BAR, top + 2 + BAR // 2
    points = [
        (start, high),
        (end, high),
        *([(end + TIP, middle)] if right else []),
        (end, low),
        (start, low),
        *([(start - TIP, middle)] if left else []),
    ]
    dashed = "" if row.firm else ' stroke-dasharray="4 3"'
    drawn = " ".join(f"{round(x, 1)},{y}" for x, y in points)
    return f'<polygon points="{drawn}" fill="{fill}" stroke="{line}"{dashed}/>'


def _ends(row: Row, scale: Scale) -> tuple[float, bool, float, bool]:
    """
    Where a bar begins and ends, and whether it has a tip there.

    An end that is not stated is drawn where the document's time in force begins or ends, if that is known.
    """
    first, last, held = row.days.first, row.days.last, row.held
    left = first is None or first.year < scale.first
    right = last is None or last.year > scale.last
    start, end = scale.span(row.days)
    if held is not None:
        begins, ends = scale.span(held)
        start = begins if first is None and begins < end else start
        end = ends if last is None and ends > start else end
    return max(start, LEFT + TIP * left), left, min(end, scale.right - TIP * right), right


def inside(row: Row, scale: Scale) -> tuple[float, float]:
    """Where the time in force begins and ends, inside the tips of the bar."""
    start, end = (0.0, 0.0) if row.held is None else scale.span(row.held)
    if row.text:
        return start, end
    first, left, last, right = _ends(row, scale)
    return max(start, first) if left else start, min(end, last) if right else end


def beyond(row: Row, top: int, scale: Scale) -> Iterator[str]:
    """The years of a bar that lie outside the picture, beside its tips."""
    first, last = row.days.first, row.days.last
    y = f'y="{top + 13}" font-size="11" fill="#333333"'
    if first is not None and first.year < scale.first:
        yield f'<text x="{LEFT - 4}" text-anchor="end" {y}>{first.year}</text>'
    if last is not None and last.year > scale.last:
        yield f'<text x="{scale.right + 4}" {y}>{last.year}</text>'


def words_beside(row: Row, top: int, scale: Scale) -> str:
    """A horizon in words, beside the time that it is in force; before it where there is no room after."""
    told = row.text or years_text(row.days)
    start, end = (LEFT, LEFT) if row.held is None else scale.span(row.held)
    after = end + 4 + len(told) * 6 < scale.width
    at, anchor = (end + 4, "start") if after else (start - 4, "end")
    words = f'text-anchor="{anchor}" font-style="italic" fill="#333333"'
    return f'<text x="{at}" y="{top + 12}" {words}>{text_of(told)}</text>'
