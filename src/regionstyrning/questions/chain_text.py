"""A goal chain as text: two trees, up and down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.model.goals import ContributionKind
from regionstyrning.model.records import Reading
from regionstyrning.questions.owners import owner_names
from regionstyrning.questions.threads import level_title, threads, title_of
from regionstyrning.text.sentences import Sentence
from regionstyrning.text.trees import Tree

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from regionstyrning.model.records import Source
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.questions.goal_chain import GoalChain, Path
    from regionstyrning.questions.threads import Way
    from regionstyrning.text.sentences import Language

    _Branches = dict[tuple[ContributionKind, str], "_Branches"]

MOST_DRAWN = 500
"""How many paths are drawn each way; a text that leaves some out says so."""

MOST_LEVELS = 40
"""How many levels are drawn each way; a thread that goes on ends in an ellipsis."""

_WAYS: dict[Way, Sentence] = {"up": Sentence("uppåt", "upwards"), "down": Sentence("nedåt", "downwards")}
_WORDS = {
    ContributionKind.BREAKS_DOWN: (
        Sentence("bryter ned", "breaks down"),
        Sentence("bryts ned av", "is broken down by"),
    ),
    ContributionKind.CONTRIBUTES: (
        Sentence("bidrar till", "contributes to"),
        Sentence("får bidrag av", "is served by"),
    ),
    ContributionKind.CONDITION: (
        Sentence("är villkor för", "is a condition for"),
        Sentence("förutsätter", "presupposes"),
    ),
    ContributionKind.WORKS_AGAINST: (
        Sentence("motverkar", "works against"),
        Sentence("motverkas av", "is worked against by"),
    ),
    ContributionKind.MEASURES: (Sentence("mäter", "measures"), Sentence("mäts av", "is measured by")),
}
"""What is said of the lower, and what is said of the upper."""

_PART = Sentence("Bara {most} vägar {way} är ritade.", "Only {most} paths {way} are drawn.")
_NOTHING = Sentence("Inget hänger här.", "Nothing hangs here.")
_OWNED = Sentence("ägare: {owner}", "owner: {owner}")
_DOCUMENT = Sentence("dokument: {document}", "document: {document}")
_SOURCE = Sentence("källa: {source}", "source: {source}")


def drawn(chain: GoalChain, held: SteeringModel, lang: Language, width: int) -> str:
    """
    Draw a goal chain, with owner, document and source of everything on it.

    Args:
        chain: The chain.
        held: The model as it held on the day of the chain.
        lang: Swedish or English.
        width: Longest line, in columns.
    """
    trees: list[Tree] = list(_facts(held, chain.about, lang))
    ways: tuple[tuple[Way, tuple[Path, ...]], ...] = (("up", chain.upward), ("down", chain.downward))
    for way, paths in ways:
        if paths:
            branches = _planted(paths[:MOST_DRAWN], way)
            trees.append(Tree(_WAYS[way].say(lang), _branches(held, branches, lang, way, MOST_LEVELS)))
    if not chain.paths:
        trees.append(Tree(_NOTHING.say(lang)))
    for way, paths in ways:
        if len(paths) > MOST_DRAWN:
            trees.append(Tree(_PART.say(lang, most=MOST_DRAWN, way=_WAYS[way].say(lang))))
    trees += map(Tree, chain.what_is_missing(lang))
    return Tree(_label(held, chain.about, lang), trees).text(width)


def word_of(kind: ContributionKind, lang: str, way: Way = "up") -> str:
    """
    How the lower serves the upper, in words.

    Args:
        kind: How it serves.
        lang: Swedish or English.
        way: Upwards it is said of the lower, downwards of the upper.
    """
    return _WORDS[kind][way == "down"].say(lang)


def _planted(paths: Sequence[Path], way: Way) -> _Branches:
    """Paths that begin alike made into branches, one level deeper than is drawn."""
    branches: _Branches = {}
    for path in paths:
        under = branches
        links = path if way == "up" else path[::-1]
        for link in links[: MOST_LEVELS + 1]:
            under = under.setdefault((link.kind, link.upper if way == "up" else link.lower), {})
    return branches


def _branches(held: SteeringModel, branches: _Branches, lang: Language, way: Way, levels: int) -> Iterator[Tree]:
    if branches and not levels:
        yield Tree("…")
        return
    for (kind, id), under in branches.items():
        below = _branches(held, under, lang, way, levels - 1)
        yield Tree(f"{word_of(kind, lang, way)} {_label(held, id, lang)}", (*_facts(held, id, lang), *below))


def _label(held: SteeringModel, id: str, lang: str) -> str:
    return f"{level_title(threads(held), id, lang)}: {title_of(held, id)} [{id}]"


def _facts(held: SteeringModel, id: str, lang: Language) -> Iterator[Tree]:
    node = threads(held).nodes[id]
    names = owner_names(held, node, lang)
    if names:
        yield Tree(_OWNED.say(lang, owner=names))
    document = getattr(node, "document", None)
    if document:
        yield Tree(_DOCUMENT.say(lang, document=title_of(held, document)))
    for source in node.sources[:1]:
        yield Tree(_SOURCE.say(lang, source=_place(held, source, lang)))


def _place(held: SteeringModel, source: Source, lang: Language) -> str:
    place = ", ".join(filter(None, [title_of(held, source.publication), source.place]))
    if source.reading is Reading.STATED:
        return place
    return f"{place} ({source.reading.value if lang == 'sv' else source.reading.name.lower()})"
