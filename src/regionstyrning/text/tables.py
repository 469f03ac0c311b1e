"""Tables drawn in text and HTML."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from regionstyrning.text.escaping import for_html, one_line

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
        width: Longest line, in characters; the widest columns are folded until the table fits.

    >>> print(text_table(["id", "mål"], [["a", "Ett mål"]]))
    id  mål
    --  -------
    a   Ett mål
    """
    cells = [[one_line(cell) for cell in row] for row in (headers, *rows)]
    widths = _fitted([max(map(len, column)) for column in zip(*cells, strict=True)], width)
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


def _fitted(widths: list[int], width: int) -> list[int]:
    room = width - len(_GAP) * (len(widths) - 1)
    fitted = list(widths)
    while sum(fitted) > room and max(fitted) > _NARROWEST:
        widest = max(range(len(fitted)), key=fitted.__getitem__)
        fitted[widest] -= 1
    return fitted


def _folded(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    columns = [
        textwrap.wrap(cell, size, break_on_hyphens=False) or [""] for cell, size in zip(row, widths, strict=True)
    ]
    height = max(map(len, columns))
    padded = (column + [""] * (height - len(column)) for column in columns)
    lines = zip(*padded, strict=True)
    return [_GAP.join(cell.ljust(size) for cell, size in zip(line, widths, strict=True)).rstrip() for line in lines]
