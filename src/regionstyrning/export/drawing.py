"""A graph made ready to be drawn: numbered, in order and with every word that is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import frozen

from regionstyrning.errors import UnknownId
from regionstyrning.text.escaping import one_line
from regionstyrning.text.numbers import counted
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    import networkx as nx

    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.text.sentences import Language

_TITLES = {
    "goals": Sentence("Mål i {region} den {day}", "Goals of {region} on {day}"),
    "organisation": Sentence("Organisation i {region} den {day}", "Organisation of {region} on {day}"),
    "documents": Sentence("Styrdokument i {region} den {day}", "Steering documents of {region} on {day}"),
    "delegations": Sentence("Delegation i {region} den {day}", "Delegation in {region} on {day}"),
}
_READ = {
    "goals": Sentence(
        "En pil går från det som bidrar till det som det bidrar till.",
        "An arrow goes from what contributes to what it contributes to.",
    ),
    "organisation": Sentence(
        "En pil går från delen till helheten, eller från den som leder, äger eller har uppsikt.",
        "An arrow goes from the part to the whole, or from the one who heads, owns or oversees.",
    ),
    "documents": Sentence(
        "En pil går från ett dokument till det som det bygger på, ersätter eller ändrar.",
        "An arrow goes from a document to what it is based on, replaces or amends.",
    ),
    "delegations": Sentence(
        "En pil går från den som delegerar till den som får besluta.",
        "An arrow goes from the one who delegates to the one who may decide.",
    ),
}
_SIZE = Sentence("{nodes} och {edges}. {read}", "{nodes} and {edges}. {read}")
_TIES = {
    "amends": Sentence("ändrar", "amends"),
    "answers_to": Sentence("lyder under", "answers to"),
    "based_on": Sentence("bygger på", "is based on"),
    "founded": Sentence("har bildat", "founded"),
    "heads": Sentence("leder", "heads"),
    "member_of": Sentence("är medlem i", "is a member of"),
    "outranks": Sentence("går före", "outranks"),
    "oversees": Sentence("har uppsikt över", "oversees"),
    "owns": Sentence("äger", "owns"),
    "part_of": Sentence("är del av", "is part of"),
    "replaces": Sentence("ersätter", "replaces"),
    "serves": Sentence("arbetar för", "serves"),
    "sits_in": Sentence("hör till", "sits in"),
    "succeeds": Sentence("efterträder", "succeeds"),
    "supplements": Sentence("kompletterar", "supplements"),
}
"""Ties that graphs name in English; those of contributions and delegations are values of the data."""
_GONE = Sentence("{title} (gäller inte)", "{title} (not in force)")
_UNKNOWN = Sentence("{title} (finns inte)", "{title} (does not exist)")

GRAPHS = tuple(_TITLES)
"""Names of the graphs that can be drawn."""


@frozen(kw_only=True)
class Node:
    """
    What is drawn as a box.

    Attributes:
        name: ``n0``, ``n1`` … in order of id.
        id: The record's id.
        text: What stands in it, in one harmless line.
    """

    name: str
    id: str
    text: str


@frozen(kw_only=True)
class Edge:
    """
    What is drawn as an arrow.

    Attributes:
        name: ``e0``, ``e1`` … in order of the ids of its ends.
        first: Name of the node that it goes from.
        last: Name of the node that it goes to.
        text: What stands beside it, in one harmless line.
    """

    name: str
    first: str
    last: str
    text: str


@frozen(kw_only=True)
class Drawing:
    """
    A graph made ready to be drawn.

    Attributes:
        id: What tells it from other drawings, of the model and the graph.
        title: What it shows and when.
        description: How large it is, and how its arrows are read.
        nodes: Its boxes, in order of id.
        edges: Its arrows, in order of the ids of their ends.
    """

    id: str
    title: str
    description: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def graph_of(model: SteeringModel, graph: str, on: date | None) -> nx.MultiDiGraph[str]:
    """
    A graph of the model by its name.

    Raises:
        UnknownId: if there is no such graph.
    """
    from regionstyrning import graphs  # noqa: PLC0415 - a table of exporters is read without networkx

    made = {
        "goals": graphs.goal_graph,
        "organisation": graphs.organisation_graph,
        "documents": graphs.document_graph,
        "delegations": graphs.delegation_graph,
    }
    if graph not in made:
        kind = "graph"
        raise UnknownId(kind, graph, made)
    return made[graph](model, on)


def drawing(model: SteeringModel, graph: str, on: date | None, lang: Language) -> Drawing:
    """
    Number what a graph shows and put it in words.

    Raises:
        UnknownId: if there is no such graph.
    """
    drawn = graph_of(model, graph, on)
    nodes = tuple(
        Node(name=f"n{place}", id=id, text=_node_text(drawn.nodes[id], lang)) for place, id in enumerate(sorted(drawn))
    )
    name = {node.id: node.name for node in nodes}
    edges = tuple(
        Edge(name=f"e{place}", first=name[first], last=name[last], text=_edge_text(model, tie, lang))
        for place, (first, last, _, tie) in enumerate(ordered_edges(drawn))
    )
    swedish = lang == "sv"
    size = _SIZE.say(
        lang,
        nodes=counted(len(nodes), "ruta" if swedish else "box", "rutor" if swedish else "boxes"),
        edges=counted(len(edges), "pil" if swedish else "arrow", "pilar" if swedish else "arrows"),
        read=_READ[graph].say(lang),
    )
    title = _TITLES[graph].say(lang, region=model.title, day=drawn.graph["on"])
    return Drawing(id=f"{model.id}-{graph}", title=one_line(title), description=size, nodes=nodes, edges=edges)


def ordered_edges(graph: nx.MultiDiGraph[str]) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    """Edges in order of their ends, kind and own id, whatever order they were added in."""
    edges = graph.edges(keys=True, data=True)
    yield from sorted(edges, key=lambda edge: (edge[0], edge[1], edge[3]["kind"], edge[3].get("id", ""), str(edge[2])))


def _node_text(node: dict[str, Any], lang: Language) -> str:
    text = " ".join(filter(None, (node.get("label"), node["title"])))
    if not node["in_force"]:
        text = (_UNKNOWN if node["kind"] == "unknown" else _GONE).say(lang, title=text)
    return one_line(text)


def _edge_text(model: SteeringModel, tie: dict[str, Any], lang: Language) -> str:
    kind = _TIES[tie["kind"]].say(lang) if tie["kind"] in _TIES else tie["kind"]
    matters = ", ".join(getattr(model.by_id.get(id), "title", id) for id in tie.get("matters", ()))
    limits = ", ".join(tie.get("limits", ()))
    return one_line(f"{kind}{f': {matters}' if matters else ''}{f' ({limits})' if limits else ''}")
