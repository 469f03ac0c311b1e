"""What is drawn alike: the groups that a picture tells apart by colour, and names in its key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import frozen

from regionstyrning.model.documents import DocumentStatus
from regionstyrning.model.organisation import OrganKind, PositionKind
from regionstyrning.text.escaping import one_line
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.text.sentences import Language

_COLOURS = (
    ("#d6e6f5", "#24527d"),
    ("#fde0c2", "#9a5210"),
    ("#d6edd5", "#2b6f30"),
    ("#f8d3e0", "#96264f"),
    ("#e2d9f3", "#543a8c"),
    ("#fff1ad", "#7d6600"),
    ("#cbecea", "#17696a"),
    ("#e9dccd", "#644426"),
    ("#e1ebba", "#55660f"),
    ("#f7cbc5", "#97251c"),
    ("#cdd6e4", "#2e3b54"),
    ("#efd6f5", "#742b85"),
)
"""Fill and line, told apart also by those who do not see red and green apart when they are next to each other."""
_PLAIN = ("#ffffff", "#4d4d4d")
_FADED = ("#f2f2f2", "#8c8c8c")

_PERSPECTIVE = Sentence("Perspektiv", "Perspective")
_INDICATOR = Sentence("Indikator", "Indicator")
_GONE = Sentence("Gäller inte den dagen", "Not in force that day")
_BODIES = {
    "legal-person": Sentence("Juridisk person", "Legal person"),
    "elected": Sentence("Förtroendevalda", "Elected"),
    "administration": Sentence("Förvaltning", "Administration"),
    "forum": Sentence("Samverkan", "Cooperation"),
    "post": Sentence("Befattning", "Post"),
    "statute": Sentence("Författning", "Statute"),
    "office": Sentence("Funktion", "Office"),
}
_STATUSES = {
    DocumentStatus.ADOPTED.value: Sentence("Antaget", "Adopted"),
    DocumentStatus.PRELIMINARY.value: Sentence("Preliminärt", "Preliminary"),
    DocumentStatus.PROPOSED.value: Sentence("Förslag", "Proposed"),
    DocumentStatus.NOT_STATED.value: Sentence("Om det är antaget sägs inte", "Whether adopted is not said"),
}
_ADMINISTRATION = {
    OrganKind.ADMINISTRATION,
    OrganKind.DIVISION,
    OrganKind.AREA,
    OrganKind.DEPARTMENT,
    OrganKind.UNIT,
    OrganKind.OFFICE,
    OrganKind.PROGRAMME,
    OrganKind.AUTOMATED,
}
_OTHERS = {OrganKind.LEGAL_PERSON: "legal-person", OrganKind.FORUM: "forum", OrganKind.STAFF_JOINT: "forum"}
_BODY_OF = {
    **{kind.value: "administration" if kind in _ADMINISTRATION else _OTHERS.get(kind, "elected") for kind in OrganKind},
    **{kind.value: "post" for kind in PositionKind},
    "statute": "statute",
    "office": "office",
}
_ROUNDED = {_INDICATOR, _BODIES["post"]}
_FORCELESS = "-"


@frozen(kw_only=True)
class Group:
    """
    Boxes that are drawn alike.

    Attributes:
        name: ``g0``, ``g1`` … in the order of the key.
        title: What they are, in one harmless line.
        fill: Colour of the box.
        line: Colour of its border.
        rounded: Whether its corners are round, so that it is told apart without colour.
        faded: Whether it is no longer in force, and drawn with a broken border.
    """

    name: str
    title: str
    fill: str
    line: str
    rounded: bool
    faded: bool


def grouped(
    held: SteeringModel, graph: str, nodes: Mapping[str, dict[str, Any]], lang: Language
) -> tuple[tuple[Group, ...], dict[str, Group]]:
    """
    Tell what the boxes of a graph are.

    Args:
        held: The model as it held on the day.
        graph: The name of the graph.
        nodes: Its nodes with their attributes.
        lang: Language of what is not the region's own words.

    Returns:
        The groups that there is a box of, in the order of the structure or of the organisation, and the
        group of each node.
    """
    keys = {id: _key(graph, node) if node["in_force"] else _FORCELESS for id, node in nodes.items()}
    titles: dict[str, str | Sentence] = {**_titles(held, graph)}
    titles |= {key: key for key in sorted(set(keys.values()) - {*titles, _FORCELESS})}
    present = [(place, key) for place, key in enumerate(titles) if key in keys.values()]
    groups = {
        key: _group(f"g{number}", titles[key], _COLOURS[place % len(_COLOURS)], lang)
        for number, (place, key) in enumerate(present)
    }
    if _FORCELESS in keys.values():
        groups[_FORCELESS] = _group(f"g{len(groups)}", _GONE, _FADED, lang)
    return tuple(groups.values()), {id: groups[key] for id, key in keys.items()}


def _key(graph: str, node: dict[str, Any]) -> str:
    if graph == "documents":
        return str(node["status"])
    if graph == "goals":
        return str(node.get("level") or node["kind"])
    return _BODY_OF[node["kind"]]


def _titles(held: SteeringModel, graph: str) -> Mapping[str, str | Sentence]:
    """What there can be of groups, in order."""
    if graph == "documents":
        return _STATUSES
    if graph != "goals":
        return _BODIES
    structure = held.structure_on(held.as_of)
    levels = {} if structure is None else {level.id: level.title for level in structure.levels}
    return {**levels, "perspective": _PERSPECTIVE, "indicator": _INDICATOR}


def _group(name: str, title: str | Sentence, colours: tuple[str, str], lang: Language) -> Group:
    fill, line = _PLAIN if title is _INDICATOR else colours
    return Group(
        name=name,
        title=one_line(title if isinstance(title, str) else title.say(lang)),
        fill=fill,
        line=line,
        rounded=title in _ROUNDED,
        faded=title is _GONE,
    )
