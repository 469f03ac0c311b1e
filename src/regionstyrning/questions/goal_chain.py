"""Röda tråden: how something hangs together up to the vision and down to daily work."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import field, frozen

from regionstyrning.errors import UnknownId
from regionstyrning.questions.answers import Answer, Step
from regionstyrning.questions.loose_ends import Gap, link_gaps_among
from regionstyrning.questions.missing import undated, unthreaded
from regionstyrning.questions.owners import carriers, owner_names
from regionstyrning.questions.threads import level_title, threads, title_of
from regionstyrning.text.sentences import Sentence
from regionstyrning.text.trees import Tree

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from regionstyrning.model.goals import Contribution, ContributionKind
    from regionstyrning.model.records import Source
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.questions.threads import Threads
    from regionstyrning.text.sentences import Language

MOST_PATHS = 10_000
"""How many paths an answer lists each way; one that has more says so."""

MOST_DRAWN = 500
"""How many paths are drawn each way."""

MOST_LEVELS = 40
"""How many levels are drawn each way; a thread that goes on ends in an ellipsis."""

_STEP = Sentence("{lower} {kind} {upper}.", "{lower} {how} {upper}.")
_CYCLE = Sentence(
    "Länkarna går runt vid {title}; varvet visas inte.", "The links go round at {title}; the round is not shown."
)
_MORE = Sentence(
    "Det finns minst {most} vägar; fler visas inte.", "There are at least {most} paths; more are not shown."
)
_UP, _DOWN = Sentence("uppåt", "upwards"), Sentence("nedåt", "downwards")
_NOTHING = Sentence("Inget hänger här.", "Nothing hangs here.")
_GAP = Sentence("saknas: {text}", "missing: {text}")
_OWNED = Sentence("ägare: {owner}", "owner: {owner}")
_DOCUMENT = Sentence("dokument: {document}", "document: {document}")
_SOURCE = Sentence("källa: {source}", "source: {source}")


@frozen(kw_only=True)
class ChainLink:
    """
    One link of a thread (länk).

    Attributes:
        lower: Id of what contributes.
        upper: Id of what it contributes to.
        kind: How.
        document: Id of the document that says so, if one does.
        owners: Ids of the organs that carry the lower.
        source: Where it is said, if anywhere.
    """

    lower: str
    upper: str
    kind: ContributionKind
    document: str | None
    owners: tuple[str, ...]
    source: Source | None


Path = tuple[ChainLink, ...]
Trie = dict[tuple["ContributionKind", str], "Trie"]


@frozen(kw_only=True)
class GoalChain(Answer):
    """
    How a goal, indicator or perspective hangs together (röda tråden).

    Links are made when read.
    """

    _read: ClassVar[str] = "paths"

    _held: SteeringModel = field(repr=False, eq=False)

    @property
    def paths(self) -> tuple[Path, ...]:
        """Every path up, then every path down; each a tuple of links from the lower end to the upper."""
        return self.upward + self.downward

    @cached_property
    def upward(self) -> tuple[Path, ...]:
        """Every path from what was asked about to where the links end above."""
        found = threads(self._held)
        return tuple(self._links(path) for path in _paths(self.about, found.up))

    @cached_property
    def downward(self) -> tuple[Path, ...]:
        """Every path from where the links end below to what was asked about."""
        found = threads(self._held)
        return tuple(self._links(path[::-1]) for path in _paths(self.about, found.down))

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """Required links that are missing, on the way up and on the way down."""
        found = threads(self._held)
        above = found.reached((self.about,), found.up)
        below = found.reached((self.about,), found.down)
        return link_gaps_among(self._held, above, below)

    @property
    def steps(self) -> tuple[Step, ...]:
        """Each link once, in the order of the paths."""
        links = dict.fromkeys(link for path in self.paths for link in path)
        return tuple(self._step(link) for link in links)

    @property
    def missing(self) -> tuple[str, ...]:
        """Gaps, broken links, rounds and documents whose first day nobody knows."""
        return tuple(self._missing("sv"))

    def text(self, lang: Language = "sv") -> str:
        """The thread as two trees, up and down, with owner, document and source of each."""
        above = Tree(_UP.say(lang), self._drawn(self.upward, lang))
        below = Tree(_DOWN.say(lang), self._drawn(self.downward, lang))
        told = tuple(Tree(line) for line in self._missing(lang))
        drawn = [tree for tree in (above, below) if tree.branches] or [Tree(_NOTHING.say(lang))]
        return Tree(self._label(self.about), (*self._facts(self.about, lang), *drawn, *told)).text()

    def to_records(self) -> list[dict[str, Any]]:
        """One row a link: path, place in it, lower, upper, kind, document, owners, publication, place."""
        return [
            {
                "path": number,
                "link": place,
                "lower": link.lower,
                "upper": link.upper,
                "kind": link.kind.value,
                "document": link.document,
                "owners": list(link.owners),
                "publication": None if link.source is None else link.source.publication,
                "place": None if link.source is None else link.source.place,
            }
            for number, path in enumerate(self.paths, 1)
            for place, link in enumerate(path, 1)
        ]

    def _links(self, path: Sequence[Contribution]) -> Path:
        return tuple(_chain_link(self._held, link) for link in path)

    def _step(self, link: ChainLink) -> Step:
        words = {
            "lower": title_of(self._held, link.lower),
            "kind": link.kind.value,
            "how": _word(link.kind, "en"),
            "upper": title_of(self._held, link.upper),
        }
        return Step(record=link.lower, source=link.source, sentence=_STEP, words=tuple(words.items()))

    def _missing(self, lang: Language) -> Iterator[str]:
        for gap in self.gaps:
            yield gap.text(lang)
        found = threads(self._held)
        above, below = (found.reached((self.about,), way) for way in (found.up, found.down))
        yield from unthreaded(found, above | below, lang)
        for way in (found.up, found.down):
            for id in _rounds(self.about, way):
                yield _CYCLE.say(lang, title=title_of(self._held, id))
        for paths in (self.upward, self.downward):
            if len(paths) == MOST_PATHS:
                yield _MORE.say(lang, most=MOST_PATHS)
        documents = {link.document for path in self.paths for link in path}
        yield from undated(self._held, documents, lang)

    def _label(self, id: str) -> str:
        return f"{level_title(threads(self._held), id)}: {title_of(self._held, id)} [{id}]"

    def _facts(self, id: str, lang: Language) -> tuple[Tree, ...]:
        node = threads(self._held).nodes[id]
        document = getattr(node, "document", None)
        source = next(iter(node.sources), None)
        names = owner_names(self._held, node, lang)
        lines = [
            _OWNED.say(lang, owner=names) if names else None,
            _DOCUMENT.say(lang, document=title_of(self._held, document)) if document else None,
            _SOURCE.say(lang, source=_place(self._held, source)) if source else None,
        ]
        return tuple(Tree(line) for line in lines if line)

    def _drawn(self, paths: tuple[Path, ...], lang: Language) -> tuple[Tree, ...]:
        trie: Trie = {}
        for path in paths[:MOST_DRAWN]:
            node, id = trie, self.about
            for link in path if path[0].lower == self.about else reversed(path):
                id = link.lower if link.upper == id else link.upper
                node = node.setdefault((link.kind, id), {})
        return self._branches(trie, lang, MOST_LEVELS)

    def _branches(self, trie: Trie, lang: Language, levels: int) -> tuple[Tree, ...]:
        if trie and not levels:
            return (Tree("…"),)
        return tuple(
            Tree(
                f"{_word(kind, lang)}: {self._label(id)}",
                (*self._facts(id, lang), *self._branches(under, lang, levels - 1)),
            )
            for (kind, id), under in trie.items()
        )


def goal_chain(model: SteeringModel, id: str, *, on: date | None = None) -> GoalChain:
    """
    Follow the thread of a goal, an indicator or a perspective, up and down.

    Args:
        model: Any model.
        id: Id of a goal, an indicator or a perspective of the structure in force.
        on: The day; the model's own if left out.

    Returns:
        Paths of links with kind, document, owners and source; gaps where the region's own
        structure requires a link that is not there.

    Raises:
        UnknownId: if nothing with the id is in force on the day.

    >>> goal_chain(model, "vision").upward
    ()
    """
    day = model.as_of if on is None else on
    held = model.at(day)
    found = threads(held)
    if id not in found.nodes:
        kind = f"goal, indicator or perspective in force on {day}"
        raise UnknownId(kind, id, found.nodes)
    return GoalChain(about=id, on=day, held=held)


def _paths(start: str, links: Mapping[str, Sequence[Contribution]]) -> Iterator[tuple[Contribution, ...]]:
    """Every path that ends where nothing follows, or where only a round would; at most `MOST_PATHS`."""
    given = 0
    stack: list[tuple[str, tuple[Contribution, ...], frozenset[str]]] = [(start, (), frozenset((start,)))]
    while stack:
        id, path, seen = stack.pop()
        further = [
            (end, (*path, link), seen | {end})
            for link in links.get(id, ())
            if (end := link.lower if link.upper == id else link.upper) not in seen
        ]
        if further:
            stack += reversed(further)
        elif path:
            yield path
            given += 1
            if given == MOST_PATHS:
                return


def _rounds(start: str, links: Mapping[str, Sequence[Contribution]]) -> list[str]:
    """Where links lead back to something they came from, in order of id."""
    rounds: set[str] = set()
    done: set[str] = set()
    way: dict[str, Iterator[Contribution]] = {start: iter(links.get(start, ()))}
    while way:
        id = next(reversed(way))
        link = next(way[id], None)
        if link is None:
            done.add(id)
            del way[id]
            continue
        end = link.lower if link.upper == id else link.upper
        if end in way:
            rounds.add(end)
        elif end not in done:
            way[end] = iter(links.get(end, ()))
    return sorted(rounds)


def _chain_link(held: SteeringModel, link: Contribution) -> ChainLink:
    """A link as it is told; made once, since a link is part of the thread of much below it."""
    made: dict[int, ChainLink] = held.memo.setdefault("chain_links", {})
    told = made.get(id(link))
    if told is None:
        found = threads(held)
        told = made[id(link)] = ChainLink(
            lower=link.lower,
            upper=link.upper,
            kind=link.kind,
            document=_document(found, link),
            owners=carriers(held, found.nodes[link.lower]),
            source=_source(found, link),
        )
    return told


def _document(found: Threads, link: Contribution) -> str | None:
    return link.document or getattr(found.nodes[link.lower], "document", None)


def _source(found: Threads, link: Contribution) -> Source | None:
    return next(iter(link.sources or found.nodes[link.lower].sources), None)


def _word(kind: ContributionKind, lang: str) -> str:
    return kind.value if lang == "sv" else kind.name.lower().replace("_", " ")


def _place(held: SteeringModel, source: Source) -> str:
    return ", ".join(filter(None, [title_of(held, source.publication), source.place]))
