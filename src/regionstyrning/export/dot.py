"""Graphs in the language of Graphviz."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from regionstyrning.export.drawing import LOOSE, drawing, in_rows
from regionstyrning.export.graphml import xml_text
from regionstyrning.text.escaping import for_html
from regionstyrning.text.widths import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from regionstyrning.export.drawing import Drawing, Edge, Node
    from regionstyrning.export.groups import Group
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.text.sentences import Language

_BOX = 34
"""Longest line in a box, in columns: Graphviz breaks none itself."""
_BESIDE = 30
"""Longest line beside an arrow."""
_HEAD = 120
"""Longest line above the picture."""
_LOOK = (
    '  graph [fontname="Helvetica,Arial,sans-serif", labelloc=t, labeljust=l, nodesep=0.12, ranksep=0.6];',
    '  node [shape=box, fontname="Helvetica,Arial,sans-serif", fontsize=12, margin="0.12,0.06", height=0.3];',
    '  edge [fontname="Helvetica,Arial,sans-serif", fontsize=10, color="#595959", fontcolor="#333333", arrowsize=0.7];',
)


def dot(model: SteeringModel, *, on: date | None = None, graph: str = "goals", lang: Language = "sv") -> str:
    """
    A graph of the model in the language of Graphviz, with a title and a key to its colours.

    Args:
        model: Any model.
        on: The day; the model's own if left out.
        graph: ``"goals"``, ``"organisation"``, ``"documents"`` or ``"delegations"``.
        lang: Language of what is not the region's own words.

    Returns:
        Text, the same for the same model. Boxes stand in order of id, called ``n0``, ``n1`` …, what is above
        to the left. Those that no arrow touches stand together. Each has an ``id`` of its own, so that several
        pictures can stand in one page, and says on being pointed at what it is.

    Raises:
        UnknownId: if there is no such graph.

    >>> print(dot(model).splitlines()[0])
    digraph "Mål i Region Exempel den 2026-06-01" {
    """
    drawn = drawing(model, graph, on, lang)
    lines = [
        f"digraph {_quoted(drawn.title)} {{",
        f"  graph [rankdir={'LR' if drawn.forward else 'RL'}, id={_quoted(drawn.id)}, label=<{_head(drawn)}>];",
        *_LOOK,
    ]
    lines += _loose(drawn, lang)
    lines += (f"  {_box(drawn, node)}" for node in drawn.nodes if node not in drawn.loose)
    lines += [f"  {{ rank=same; {' '.join(f'{_quoted(name)};' for name in drawn.first)} }}"] if drawn.first else []
    lines += (f"  {_arrow(drawn, edge)}" for edge in drawn.edges)
    return "".join(f"{line}\n" for line in [*lines, "}"])


def _box(drawn: Drawing, node: Node) -> str:
    group = node.group
    style = ",".join(("filled", *["rounded"] * group.rounded, *["dashed"] * group.faded))
    more = {
        "id": f"{drawn.id}-{node.name}",
        "tooltip": group.title,
        "style": style,
        "fillcolor": group.fill,
        "color": group.line,
    }
    label = _quoted_lines(folded(node.text, _BOX))
    return f"{_quoted(node.name)} [label={label}, {', '.join(f'{key}={_quoted(more[key])}' for key in more)}];"


def _arrow(drawn: Drawing, edge: Edge) -> str:
    label = f", label={_beside(edge.tie.lines)}" if edge.tie.lines else ""
    style = ", style=dashed" if edge.tie.broken else ""
    id = _quoted(f"{drawn.id}-{edge.name}")
    return f"{_quoted(edge.first)} -> {_quoted(edge.last)} [id={id}{style}{label}];"


def _loose(drawn: Drawing, lang: Language) -> Iterator[str]:
    """A frame with what no arrow touches, in rows held together by arrows that are not seen."""
    if not drawn.loose:
        return
    frame = {"id": f"{drawn.id}-loose", "label": LOOSE.say(lang), "color": "#b3b3b3", "style": "dashed"}
    frame["labeljust"] = "r"  # left: it is turned round with the picture, and delegations leave nothing loose
    yield '  subgraph "cluster_loose" {'
    yield f"    graph [{', '.join(f'{key}={_quoted(frame[key])}' for key in frame)}];"
    yield from (f"    {_box(drawn, node)}" for node in drawn.loose)
    rows = tuple(in_rows(drawn.loose, drawn.columns))
    yield f"    {{ rank=same; {' '.join(f'{_quoted(row[0].name)};' for row in rows)} }}"
    for row in rows:
        for left, right in pairwise(row):
            yield f"    {_quoted(right.name)} -> {_quoted(left.name)} [style=invis];"
    yield "  }"


def _head(drawn: Drawing) -> str:
    """Title, description and key, as the one kind of label that can hold boxes."""
    told = '<br align="left"/>'.join(_html(line) for line in folded(drawn.description, _HEAD))
    rows = [
        f'<tr><td align="left"><font point-size="18"><b>{_html(drawn.title)}</b></font></td></tr>',
        f'<tr><td align="left" balign="left"><font point-size="11">{told}</font></td></tr>',
    ]
    key = "".join(f"<tr>{''.join(map(_key_cell, row))}</tr>" for row in in_rows(drawn.groups))
    if key:
        key = f'<table border="0" cellspacing="4" cellpadding="4">{key}</table>'
        rows.append(f'<tr><td align="left">{key}</td></tr>')
    return f'<table border="0" cellspacing="2" cellpadding="2">{"".join(rows)}</table>'


def _key_cell(group: Group) -> str:
    style = "dashed" if group.faded else "rounded" if group.rounded else "solid"
    return (
        f'<td border="1" style="{style}" bgcolor="{group.fill}" color="{group.line}">'
        f'<font point-size="11">{_html(group.title)}</font></td>'
    )


def _beside(texts: tuple[str, ...]) -> str:
    """One text in the middle, several each with a dot at the left."""
    if len(texts) == 1:
        return _quoted_lines(folded(texts[0], _BESIDE))
    return _quoted_lines((line for text in texts for line in folded(text, _BESIDE, "• ", "   ")), "\\l", "\\l")


def _quoted_lines(lines: Iterable[str], between: str = "\\n", last: str = "") -> str:
    """Lines that Graphviz is to break where we do."""
    return f'"{between.join(map(_escaped, lines))}{last}"'


def _html(text: str) -> str:
    """As HTML, where a backslash would still begin an escape of Graphviz."""
    return for_html(xml_text(text)).replace("\\", "&#92;")


def _quoted(text: str) -> str:
    return f'"{_escaped(text)}"'


def _escaped(text: str) -> str:
    """A backslash and a quotation mark as themselves, and an ampersand that begins no entity of HTML."""
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;")
