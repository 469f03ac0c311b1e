"""Graphs in the language of Graphviz."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.export.drawing import drawing
from regionstyrning.text.widths import folded

if TYPE_CHECKING:
    from datetime import date

    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.text.sentences import Language

_WIDTH = 32
"""Longest line in a box, in columns: Graphviz breaks none itself."""


def dot(model: SteeringModel, *, on: date | None = None, graph: str = "goals", lang: Language = "sv") -> str:
    """
    A graph of the model in the language of Graphviz.

    Args:
        model: Any model.
        on: The day; the model's own if left out.
        graph: ``"goals"``, ``"organisation"``, ``"documents"`` or ``"delegations"``.
        lang: Language of what is not the region's own words.

    Returns:
        Text, the same for the same model. Boxes stand in order of id, called ``n0``, ``n1`` … Each has an
        ``id`` of its own, so that several pictures can stand in one page.

    Raises:
        UnknownId: if there is no such graph.

    >>> print(dot(model).splitlines()[0])
    digraph "Mål i Region Exempel den 2026-06-01" {
    """
    drawn = drawing(model, graph, on, lang)
    lines = [
        f"digraph {_quoted(drawn.title)} {{",
        f"  graph [rankdir=TB, id={_quoted(drawn.id)}];",
        "  node [shape=box];",
    ]
    for node in drawn.nodes:
        label = "\\n".join(_escaped(line) for line in folded(node.text, _WIDTH))
        lines.append(f'  {_quoted(node.name)} [id={_quoted(f"{drawn.id}-{node.name}")}, label="{label}"];')
    for edge in drawn.edges:
        more = f"[id={_quoted(f'{drawn.id}-{edge.name}')}, label={_quoted(edge.text)}]"
        lines.append(f"  {_quoted(edge.first)} -> {_quoted(edge.last)} {more};")
    return "".join(f"{line}\n" for line in [*lines, "}"])


def _quoted(text: str) -> str:
    return f'"{_escaped(text)}"'


def _escaped(text: str) -> str:
    """A backslash and a quotation mark as themselves, and an ampersand that begins no entity of HTML."""
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;")
