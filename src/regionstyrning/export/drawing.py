"""A graph made ready to be drawn: numbered, in order and with every word that is shown."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import frozen

from regionstyrning.errors import UnknownId
from regionstyrning.export.groups import Group, grouped
from regionstyrning.export.ties import Tie, drawn_ends, silent_words, tie_between
from regionstyrning.text.escaping import one_line
from regionstyrning.text.numbers import SPACE, counted
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import networkx as nx

    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.text.sentences import Language

_Box = TypeVar("_Box")

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
        "En pil går från delen till helheten, från posten till det den leder, från det som ägs eller står under "
        "uppsikt och från det tidigare till det senare.",
        "An arrow goes from the part to the whole, from the post to what it heads, from what is owned or overseen "
        "and from the earlier to the later.",
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
_SIZE = Sentence("{nodes} och {edges}.", "{nodes} and {edges}.")
_NOTHING = Sentence("Det finns inget att rita den dagen.", "There is nothing to draw on that day.")
_NOT_STATED = Sentence("Anges inte", "Not stated")
_GONE = Sentence(f"{{title}} (gäller{SPACE}inte)", "{title} (not in force)")
_UNKNOWN = Sentence(f"{{title}} (finns{SPACE}inte)", "{title} (does not exist)")

LOOSE = Sentence("Utan koppling", "Not connected")
"""What is written over the boxes that no arrow touches."""

_MOST_COLUMNS = 5
_COLUMNS_OF_LOOSE = 4

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
        group: What it is drawn like.
    """

    name: str
    id: str
    text: str
    group: Group


@frozen(kw_only=True)
class Edge:
    """
    What is drawn as an arrow: all that ties one box to another.

    Attributes:
        name: ``e0``, ``e1`` … in order of the ids of its ends.
        first: Name of the node that it goes from.
        last: Name of the node that it goes to.
        tie: What stands beside it.
    """

    name: str
    first: str
    last: str
    tie: Tie


@frozen(kw_only=True)
class Drawing:
    """
    A graph made ready to be drawn.

    Attributes:
        id: What tells it from other drawings, of the model and the graph.
        title: What it shows and when.
        told: How large it is, and how its arrows are read, a sentence each.
        forward: Whether arrows point the way one reads; otherwise what they point at stands to the left.
        groups: What its boxes are, in the order of the key.
        nodes: Its boxes, in order of id.
        loose: Those of them that no arrow touches, by group.
        columns: How many boxes stand beside each other where no arrow places them: as many as the arrows do,
            two to five.
        first: Names of those that others hang on and that hang on none, to begin reading at.
        edges: Its arrows, in order of the ids of their ends.
    """

    id: str
    title: str
    told: tuple[str, ...]
    forward: bool
    groups: tuple[Group, ...]
    nodes: tuple[Node, ...]
    loose: tuple[Node, ...]
    columns: int
    first: tuple[str, ...]
    edges: tuple[Edge, ...]

    @property
    def description(self) -> str:
        """What is told of it, in one line."""
        return " ".join(self.told)


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
    groups, group_of = grouped(model.at(date.fromisoformat(drawn.graph["on"])), graph, drawn.nodes, lang)
    nodes = tuple(
        Node(name=f"n{place}", id=id, text=_node_text(id, drawn.nodes[id], lang), group=group_of[id])
        for place, id in enumerate(sorted(drawn))
    )
    edges = tuple(_edges(model, graph, drawn, {node.id: node.name for node in nodes}, lang))
    forward = graph == "delegations"
    lower, upper = {edge.first for edge in edges}, {edge.last for edge in edges}
    places = {group.name: place for place, group in enumerate(groups)}
    title = _TITLES[graph].say(lang, region=model.title, day=drawn.graph["on"])
    return Drawing(
        id=f"{model.id}-{graph}",
        title=one_line(title),
        told=tuple(_told(graph, nodes, edges, lang)),
        forward=forward,
        groups=groups,
        nodes=nodes,
        loose=tuple(
            sorted((node for node in nodes if node.name not in lower | upper), key=lambda node: places[node.group.name])
        ),
        columns=_columns(edges),
        first=tuple(node.name for node in nodes if node.name in (lower - upper if forward else upper - lower)),
        edges=edges,
    )


def _edges(
    model: SteeringModel, graph: str, drawn: nx.MultiDiGraph[str], names: dict[str, str], lang: Language
) -> Iterator[Edge]:
    """One arrow for all that ties the same two, or the picture would be a thicket."""
    between: defaultdict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for first, last, _, tie in ordered_edges(drawn):
        between[drawn_ends(first, last, tie)].append(tie)
    for place, ends in enumerate(sorted(between)):
        joined = tie_between(model, graph, between[ends], lang)
        yield Edge(name=f"e{place}", first=names[ends[0]], last=names[ends[1]], tie=joined)


def _columns(edges: tuple[Edge, ...]) -> int:
    """How many boxes the longest way along arrows passes, as far as the widest row; a ring ends there too."""
    reached: dict[str, int] = {}
    for _ in range(_MOST_COLUMNS):
        for edge in edges:
            here = reached.get(edge.first, 1) + 1
            reached[edge.last] = min(max(here, reached.get(edge.last, 1)), _MOST_COLUMNS)
    return max(reached.values(), default=_COLUMNS_OF_LOOSE)


def _told(graph: str, nodes: tuple[Node, ...], edges: tuple[Edge, ...], lang: Language) -> Iterator[str]:
    if not nodes:
        yield _NOTHING.say(lang)
        return
    swedish = lang == "sv"
    yield _SIZE.say(
        lang,
        nodes=counted(len(nodes), "ruta" if swedish else "box", "rutor" if swedish else "boxes"),
        edges=counted(len(edges), "pil" if swedish else "arrow", "pilar" if swedish else "arrows"),
    )
    if edges:
        yield _READ[graph].say(lang)
    yield from silent_words(graph, (edge.tie for edge in edges), lang)


def ordered_edges(graph: nx.MultiDiGraph[str]) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    """Edges in order of their ends, kind and own id, whatever order they were added in."""
    edges = graph.edges(keys=True, data=True)
    yield from sorted(edges, key=lambda edge: (edge[0], edge[1], edge[3]["kind"], edge[3].get("id", ""), str(edge[2])))


def _node_text(id: str, node: dict[str, Any], lang: Language) -> str:
    text = " ".join(filter(None, (node.get("label"), _NOT_STATED.say(lang) if id == "?" else node["title"])))
    if not node["in_force"]:
        text = (_UNKNOWN if node["kind"] == "unknown" else _GONE).say(lang, title=text)
    return one_line(text).replace(" §", f"{SPACE}§")


def in_rows(boxes: Sequence[_Box], columns: int = _MOST_COLUMNS) -> Iterator[Sequence[_Box]]:
    """Divide what is to stand in rows."""
    yield from (boxes[at : at + columns] for at in range(0, len(boxes), columns))
