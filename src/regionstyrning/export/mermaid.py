"""Graphs as Mermaid flow charts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.export.drawing import drawing

if TYPE_CHECKING:
    from datetime import date

    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.text.sentences import Language

_ESCAPED = {
    "#": "#35;",  # would begin an escape of its own
    '"': "#quot;",  # would end the label
    "&": "#amp;",
    "<": "#lt;",
    ">": "#gt;",
    "`": "#96;",  # would make the label Markdown
    "\\": "#92;",  # would break the line before an n
    "%": "#37;",  # doubled it would begin a directive
    ";": "#59;",
}


def mermaid(model: SteeringModel, *, on: date | None = None, graph: str = "goals", lang: Language = "sv") -> str:
    """
    A graph of the model as a Mermaid flow chart, with title and description for those who do not see it.

    Args:
        model: Any model.
        on: The day; the model's own if left out.
        graph: ``"goals"``, ``"organisation"``, ``"documents"`` or ``"delegations"``.
        lang: Language of what is not the region's own words.

    Returns:
        Text, the same for the same model. Boxes stand in order of id, called ``n0``, ``n1`` …

    Raises:
        UnknownId: if there is no such graph.

    >>> print(mermaid(model).splitlines()[0])
    flowchart TD
    """
    drawn = drawing(model, graph, on, lang)
    lines = ["flowchart TD", f"accTitle: {_escaped(drawn.title)}", f"accDescr: {_escaped(drawn.description)}"]
    lines += [f'{node.name}["{_escaped(node.text)}"]' for node in drawn.nodes]
    lines += [f'{edge.first} -->|"{_escaped(edge.text)}"| {edge.last}' for edge in drawn.edges]
    return "".join(f"{line}\n" for line in lines)


def _escaped(text: str) -> str:
    return "".join(_ESCAPED.get(sign, sign) for sign in text)
