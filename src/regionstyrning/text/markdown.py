"""Text, lists and tables written in Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from regionstyrning.text.escaping import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# A sign is escaped where it would mean something: "<14 %" and "R & D" stay as they are.
_SIGNS = re.compile(r"[\\`*_\[\]|~$]|<(?=[A-Za-z/!?])|&(?=#?\w+;)|(?<!\w)(?:https?://|www\.)", re.IGNORECASE)
_FIRST = re.compile(r"^(?:[-+=>#]|\d+(?=[.)]))")


def for_markdown(text: str) -> str:
    r"""
    Escape text for Markdown, made one line.

    Nothing in it opens a link, a table cell, code, emphasis, HTML, a heading or a list.

    >>> print(for_markdown("*Mål* [1] <b>"))
    \*Mål\* \[1\] \<b>
    """
    return _FIRST.sub(lambda found: found[0] + "\\" if found[0].isdecimal() else "\\" + found[0], _inline(text))


def heading(text: str, level: int) -> str:
    """
    Write a heading.

    >>> heading("Mål", 2)
    '## Mål'
    """
    return f"{'#' * level} {for_markdown(text)}"


def bullets(lines: Iterable[str], depth: int = 0) -> str:
    """
    Write a list.

    Args:
        lines: Each item as Markdown, on one line.
        depth: How many lists it stands in.
    """
    return "\n".join(f"{'  ' * depth}- {line}" for line in lines)


def markdown_table(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """
    Write a table, every cell escaped; a column that is empty all the way down is left out.

    Args:
        headers: One title a column.
        rows: Cells as text, as many as there are headers.

    Returns:
        An empty text if there are no rows.
    """
    cells = [[_inline(cell) for cell in row] for row in rows]
    kept = [place for place in range(len(headers)) if any(row[place] for row in cells)]
    if not kept:
        return ""
    lines = [[_inline(headers[place]) for place in kept], ["---"] * len(kept)]
    lines += [[row[place] for place in kept] for row in cells]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _inline(text: str) -> str:
    """Escaped, but for what means something only where a line begins."""
    return _SIGNS.sub(_escaped, one_line(text))


def _escaped(found: re.Match[str]) -> str:
    sign = found[0]
    if len(sign) == 1:
        return "\\" + sign
    return sign.replace(":", "\\:").replace(".", "\\.")  # an address is shown, not followed
