"""Graphs as GraphML, for programs that draw and reckon with graphs."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any

from regionstyrning.export.drawing import graph_of, ordered_edges
from regionstyrning.text.escaping import printable

if TYPE_CHECKING:
    from regionstyrning.model.steering_model import SteeringModel

_NO_CHARACTER = re.compile("[\ufffe\uffff]")
"""What no XML may hold, beside what would steer a terminal."""


def graphml(model: SteeringModel, *, on: date | None = None, graph: str = "goals") -> str:
    """
    A graph of the model as GraphML, with the attributes that it has in the library.

    Args:
        model: Any model.
        on: The day; the model's own if left out.
        graph: ``"goals"``, ``"organisation"``, ``"documents"`` or ``"delegations"``.

    Returns:
        Text, the same for the same model. Nodes are ids of records and stand in order. Attributes
        are texts, whole numbers, floating numbers or truths; lists are joined with ``;``, days are
        of the form YYYY-MM-DD and what is missing is left out. The id of a link is its attribute ``record``.

    Raises:
        UnknownId: if there is no such graph.
    """
    import networkx as nx  # noqa: PLC0415 - a table of exporters is read without it

    drawn = graph_of(model, graph, on)
    written: nx.MultiDiGraph[str] = nx.MultiDiGraph(**_attributes(drawn.graph))
    for id in sorted(drawn):
        written.add_node(xml_text(id), **_attributes(drawn.nodes[id]))
    for place, (first, last, _, tie) in enumerate(ordered_edges(drawn)):
        # In GraphML ``id`` is the edge's own.
        attributes = {"record" if name == "id" else name: value for name, value in _attributes(tie).items()}
        written.add_edge(xml_text(first), xml_text(last), key=f"e{place}", **attributes)
    file = BytesIO()
    nx.write_graphml_xml(written, file)  # the other writer is chosen by what happens to be installed
    return file.getvalue().decode() + "\n"


def _attributes(attributes: dict[str, Any]) -> dict[str, Any]:
    return {name: attribute(value) for name, value in attributes.items() if value is not None}


def attribute(value: Any) -> str | int | float | bool:  # noqa: ANN401 - a plain value or a tuple of them
    """
    A value as GraphML can hold it.

    >>> attribute(("a", Decimal("1.5"))), attribute(date(2026, 3, 1)), attribute(Decimal("1.5"))
    ('a;1.5', '2026-03-01', 1.5)
    """
    match value:
        case bool() | int() | float():
            return value
        case Decimal():
            return float(value)
        case date():
            return value.isoformat()
        case str():
            return xml_text(value)
        case _:
            return ";".join(str(attribute(each)) for each in value)


def xml_text(text: str) -> str:
    """A text that any XML can hold: what it cannot is replaced."""
    return _NO_CHARACTER.sub("\N{REPLACEMENT CHARACTER}", printable(text))
