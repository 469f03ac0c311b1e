"""Tables drawn in text and HTML."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from regionstyrning.text.escaping import for_html, one_line
from regionstyrning.text.widths import folded, padded, width_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_GAP = "  "
_NARROWEST = 6


def text_table(headers: Sequence[str], rows: Iterable[Sequence[str]], width: int = 80) -> str:
    """
    Draw a table in text.

    Args:
        headers: One title a column.
        rows: Cells as text, as many as there are headers.
        width: Longest line; the widest columns are folded until the table fits, at spaces
            as long as that is enough, and none to less than six.

    >>> print(text_table(["id", "mål"], [["a", "Ett mål"]]))
    id  mål
    --  -------
    a   Ett mål
    """
    cells = [[one_line(cell) for cell in row] for row in (headers, *rows)]
    columns = list(zip(*cells, strict=True))
    longest = [max(1, *map(width_of, column)) for column in columns]
    words = [max(width_of(word) for cell in column for word in cell.split(" ")) for column in columns]
    widths = _fitted(_fitted(longest, width, words), width)
    head, *body = cells
    lines = [*_folded(head, widths), _GAP.join("-" * size for size in widths)]
    for row in body:
        lines += _folded(row, widths)
    return "\n".join(lines)


def html_table(headers: Sequence[str], rows: Iterable[Sequence[str]], caption: str = "") -> str:
    """
    Draw a table in HTML, every cell escaped.

    Args:
        headers: One title a column.
        rows: Cells as text, as many as there are headers.
        caption: A title above the table, if any.
    """
    head = "".join(f'<th scope="col">{for_html(cell)}</th>' for cell in headers)
    body = "".join(f"<tr>{''.join(f'<td>{for_html(cell)}</td>' for cell in row)}</tr>" for row in rows)
    title = f"<caption>{for_html(caption)}</caption>" if caption else ""
    return f"<table>{title}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _fitted(widths: list[int], width: int, least: Sequence[int] = ()) -> list[int]:
    room = max(width - len(_GAP) * (len(widths) - 1), _NARROWEST)
    floors = [max(floor, _NARROWEST) for floor in least or (_NARROWEST,) * len(widths)]
    fitted = [min(size, room) for size in widths]
    while sum(fitted) > room:
        above = [column for column, size in enumerate(fitted) if size > floors[column]]
        if not above:
            break
        fitted[max(above, key=fitted.__getitem__)] -= 1
    return fitted


def _folded(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    columns = [folded(cell, size) for cell, size in zip(row, widths, strict=True)]
    lines = zip_longest(*columns, fillvalue="")
    return [_GAP.join(map(padded, line, widths)).rstrip() for line in lines]
