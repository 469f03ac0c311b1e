"""Graphs as Mermaid flow charts."""

from __future__ import annotations

import re
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from regionstyrning.export.drawing import LOOSE, drawing, in_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from regionstyrning.export.drawing import Drawing, Edge
    from regionstyrning.export.groups import Group
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
_MEANT = re.compile(r"\$(?=\$)|\bfa[a-z]?:(?=fa-)")
"""What would become a formula or an icon even when it is escaped: broken by a sign that is not seen."""

_BESIDE = 30
"""Longest text beside an arrow, in characters."""


def mermaid(model: SteeringModel, *, on: date | None = None, graph: str = "goals", lang: Language = "sv") -> str:
    """
    A graph of the model as a Mermaid flow chart, with title and description for those who do not see it.

    Args:
        model: Any model.
        on: The day; the model's own if left out.
        graph: ``"goals"``, ``"organisation"``, ``"documents"`` or ``"delegations"``.
        lang: Language of what is not the region's own words.

    Returns:
        Text, the same for the same model. Boxes are called ``n0``, ``n1`` … in order of id. A frame with
        the title says how the picture is read, ``t0``, ``t1`` …, and holds the key to its colours, ``k0``,
        ``k1`` …; another holds the boxes that no arrow touches.
        Long words of an arrow stand in a box on its way, called ``e0`` and so on.

    Raises:
        UnknownId: if there is no such graph.

    >>> print(mermaid(model).splitlines()[0])
    flowchart RL
    """
    drawn = drawing(model, graph, on, lang)
    lines = [
        f"flowchart {'LR' if drawn.forward else 'RL'}",
        f"accTitle: {_escaped(drawn.title)}",
        f"accDescr: {_escaped(drawn.description)}",
        *_key(drawn),
        *(_box(node.name, node.text, node.group) for node in drawn.nodes if node not in drawn.loose),
        *_loose(drawn, lang),
        *chain.from_iterable(_arrow(edge) for edge in drawn.edges),
        *map(_look, drawn.groups),
        "classDef told fill:none,stroke:none",
        "classDef words fill:#f2f2f2,stroke:none,color:#1a1a1a",
    ]
    return "".join(f"{line}\n" for line in lines)


def _key(drawn: Drawing) -> Iterator[str]:
    """What those who see the picture are told: the words that Mermaid hides, and the colours."""
    told = {f"t{place}": text for place, text in enumerate(drawn.told)}
    boxes = {f"k{place}": group for place, group in enumerate(drawn.groups)}
    lines = [f'{name}["{_escaped(text)}"]:::told' for name, text in told.items()]
    lines += [_box(name, group.title, group) for name, group in boxes.items()]
    yield from _frame("key", drawn.title, lines, [tuple(told), *in_rows(tuple(boxes))])


def _loose(drawn: Drawing, lang: Language) -> Iterator[str]:
    if drawn.loose:
        boxes = [_box(node.name, node.text, node.group) for node in drawn.loose]
        yield from _frame("loose", LOOSE.say(lang), boxes, in_rows([node.name for node in drawn.loose], drawn.columns))


def _frame(name: str, title: str, boxes: Iterable[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Boxes in rows, held together by links that are not seen."""
    yield f'subgraph {name}["{_escaped(title)}"]'
    yield "direction LR"
    yield from boxes
    yield from (f"{left} ~~~ {right}" for row in rows for left, right in pairwise(row))
    yield "end"
    yield f"style {name} fill:none,stroke:#999999"


def _box(name: str, text: str, group: Group) -> str:
    first, last = ("(", ")") if group.rounded else ("[", "]")
    return f'{name}{first}"{_escaped(text)}"{last}:::{group.name}'


def _arrow(edge: Edge) -> Iterator[str]:
    """An arrow with its words; long ones get a box to stand in, or Mermaid lays them over each other."""
    line = "-.->" if edge.tie.broken else "-->"
    dot = "• " if len(edge.tie.lines) > 1 else ""
    label = "<br/>".join(dot + _escaped(text) for text in edge.tie.lines)
    if max(map(len, edge.tie.lines), default=0) > _BESIDE or dot:
        yield f'{edge.name}["{label}"]:::words'
        yield f"{edge.first} --- {edge.name} --> {edge.last}"
    elif label:
        yield f'{edge.first} {line}|"{label}"| {edge.last}'
    else:
        yield f"{edge.first} {line} {edge.last}"


def _look(group: Group) -> str:
    broken = ",stroke-dasharray:4 3" if group.faded else ""
    return f"classDef {group.name} fill:{group.fill},stroke:{group.line},color:#1a1a1a{broken}"


def _escaped(text: str) -> str:
    return _MEANT.sub("\\g<0>\N{WORD JOINER}", "".join(_ESCAPED.get(sign, sign) for sign in text))
