"""What an arrow says, and which arrows need not say it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import frozen

from regionstyrning.text.escaping import one_line
from regionstyrning.text.numbers import SPACE, number
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.text.sentences import Language

_TIES = {
    "amends": Sentence("ändrar", "amends"),
    "answers_to": Sentence("lyder under", "answers to"),
    "based_on": Sentence("bygger på", "is based on"),
    "founded": Sentence("bildades av", "was founded by"),
    "heads": Sentence("leder", "heads"),
    "member_of": Sentence("har som medlem", "has as a member"),
    "outranks": Sentence("viker för", "yields to"),
    "oversees": Sentence("står under uppsikt av", "is overseen by"),
    "owns": Sentence("ägs av", "is owned by"),
    "part_of": Sentence("är del av", "is part of"),
    "replaces": Sentence("ersätter", "replaces"),
    "serves": Sentence("arbetar för", "serves"),
    "sits_in": Sentence("hör till", "sits in"),
    "succeeds": Sentence("följdes av", "was followed by"),
    "supplements": Sentence("kompletterar", "supplements"),
}
"""Ties that graphs name in English; those of contributions and delegations are values of the data."""
_TURNED = {"founded", "member_of", "outranks", "oversees", "owns", "succeeds"}
"""Ties that go downwards or back in time in the graph: drawn as they stand they would turn the picture over."""
_SHARE = Sentence("{tie} ({share} %)", "{tie} ({share} %)")
_SILENT = {
    "goals": ("bidrar till", "mäter"),
    "organisation": ("part_of", "sits_in"),
    "documents": ("based_on",),
    "delegations": (),
}
"""The commonest ties of each graph: a whole line and a broken one, without words."""
_READ = (
    Sentence("En pil utan ord betyder ”{tie}”.", "An arrow without words means ”{tie}”."),
    Sentence("En streckad pil betyder ”{tie}”.", "A broken arrow means ”{tie}”."),
)
_USUAL_NATURE = "beslut"


@frozen(kw_only=True)
class Tie:
    """
    What stands between two boxes.

    Attributes:
        lines: Its words, each line harmless: one for all ties but delegations, which have a line each;
            none where the key tells what it means.
        broken: Whether it is drawn with a broken line.
    """

    lines: tuple[str, ...]
    broken: bool


def drawn_ends(first: str, last: str, tie: dict[str, Any]) -> tuple[str, str]:
    """The ends of an arrow as drawn: always towards what stands above or comes after."""
    return (last, first) if tie["kind"] in _TURNED else (first, last)


def tie_between(model: SteeringModel, graph: str, ties: Iterable[dict[str, Any]], lang: Language) -> Tie:
    """
    What joins two boxes, all in one arrow.

    Args:
        model: The model.
        graph: The name of the graph.
        ties: Attributes of the edges between them, in order.
        lang: Swedish or English.
    """
    ties = tuple(ties)
    kinds = {tie["kind"] for tie in ties}
    silent = next((place for place, kind in enumerate(_SILENT[graph]) if kinds == {kind}), None)
    if silent is not None:
        return Tie(lines=(), broken=silent == 1)
    words = tuple(dict.fromkeys(_words(model, tie, lang) for tie in ties))
    return Tie(lines=words if graph == "delegations" else (", ".join(words),), broken=False)


def silent_words(graph: str, used: Iterable[Tie], lang: Language) -> Iterator[str]:
    """What arrows without words mean, those that there are."""
    silent = {tie.broken for tie in used if not tie.lines}
    for broken, (kind, read) in enumerate(zip(_SILENT[graph], _READ, strict=False)):
        if bool(broken) in silent:
            yield read.say(lang, tie=_kind(kind, lang))


def _words(model: SteeringModel, tie: dict[str, Any], lang: Language) -> str:
    kind = _kind(tie["kind"], lang)
    if "share_percent" in tie:
        kind = _SHARE.say(lang, tie=kind, share=number(tie["share_percent"], lang))
    if "delegation" not in tie:
        return one_line(kind)
    delegation = model.by_id[tie["delegation"]]
    matters = ", ".join(getattr(model.by_id.get(id), "title", id) for id in tie["matters"])
    limits = ", ".join(f"{number(limit.value, lang)}{SPACE}{limit.unit.value}" for limit in delegation.limits)
    named = ": ".join(filter(None, ("" if kind == _USUAL_NATURE and matters else kind, matters)))
    return one_line(f"{named}{f' ({limits})' if limits else ''}")


def _kind(kind: str, lang: Language) -> str:
    return _TIES[kind].say(lang) if kind in _TIES else kind
