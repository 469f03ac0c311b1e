"""Röda tråden: how something hangs together up to the vision and down to daily work."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from itertools import chain, islice, pairwise
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import field, frozen

from regionstyrning.errors import UnknownId
from regionstyrning.model.goals import ContributionKind
from regionstyrning.questions.answers import Answer, Step
from regionstyrning.questions.chain_text import drawn, word_of
from regionstyrning.questions.gaps import Gap, gaps_on_the_way
from regionstyrning.questions.missing import absent, doubts_of_the_day, undated, unthreaded
from regionstyrning.questions.numbered import way_from
from regionstyrning.questions.numbering import goes_round, number_of, numbered, ways_to_the_top
from regionstyrning.questions.owners import carriers
from regionstyrning.questions.paths import paths_from
from regionstyrning.questions.rounds import rounds
from regionstyrning.questions.threads import threads, title_of
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from regionstyrning.model.goals import Contribution
    from regionstyrning.model.records import Source
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.questions.threads import Threads, Way
    from regionstyrning.text.sentences import Language

MOST_PATHS = 10_000
"""How many paths an answer lists each way; one that leaves some out says so."""

_STEP = Sentence("{lower} {kind} {upper}.", "{lower} {kind_en} {upper}.")
_ROUND = Sentence("Länkarna går runt: {titles}; varvet visas inte.", "The links go round: {titles}; it is not shown.")
_MORE = Sentence(
    "Det finns fler än {most} vägar; resten visas inte.", "There are more than {most} paths; the rest are not shown."
)


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


@frozen(kw_only=True)
class GoalChain(Answer):
    """
    How a goal, indicator or perspective hangs together (röda tråden).

    Links are made when read.
    """

    _read: ClassVar[str] = "paths"

    _held: SteeringModel = field(repr=False, hash=False)

    @property
    def paths(self) -> tuple[Path, ...]:
        """Every path up, then every path down; each a tuple of links from the lower end to the upper."""
        return self.upward + self.downward

    @property
    def upward(self) -> tuple[Path, ...]:
        """Every path from what was asked about to where the links end above."""
        return self._above[:MOST_PATHS]

    @property
    def downward(self) -> tuple[Path, ...]:
        """Every path from where the links end below to what was asked about."""
        return self._below[:MOST_PATHS]

    @property
    def shortest(self) -> Path:
        """A shortest path up, by links that do not work against; empty where none leads to an end above."""
        graph = numbered(self._held)
        way = [graph.ids[node] for node in way_from(ways_to_the_top(self._held), number_of(graph, self.about))]
        told, against = _told(self._held, "up"), ContributionKind.WORKS_AGAINST
        return tuple(
            next(link for link in told[lower] if link.upper == upper and link.kind is not against)
            for lower, upper in pairwise(way)
        )

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """Required links that are missing, on the way up and on the way down."""
        return gaps_on_the_way(self._held, *self._reached())

    @property
    def steps(self) -> tuple[Step, ...]:
        """Each link once, in the order of the paths."""
        return tuple(self._step(link) for link in dict.fromkeys(chain.from_iterable(self.paths)))

    def what_is_missing(self, lang: Language = "sv") -> Iterator[str]:
        """
        What leaves the thread in doubt.

        No structure in force, gaps, links passed over, rounds, paths left out, owners that are
        gone, documents whose first day nobody knows.
        """
        held, found = self._held, threads(self._held)
        reached = dict.fromkeys(chain.from_iterable(self._reached()))
        yield from doubts_of_the_day(held, lang)
        yield from (gap.text(lang) for gap in self.gaps)
        yield from unthreaded(found, lang, among=reached)
        around = reached if goes_round(held) else {}
        links = {id: {link.upper for link in found.links(id, "up")} & reached.keys() for id in around}
        for ids in rounds(links):
            yield _ROUND.say(lang, titles=" → ".join(title_of(held, id) for id in (*ids, ids[0])))
        for paths in (self._above, self._below):
            if len(paths) > MOST_PATHS:
                yield _MORE.say(lang, most=MOST_PATHS)
        nodes = [found.nodes[id] for id in reached]
        yield from absent(held, nodes, lang)
        linked = {link.document for id in reached for link in found.links(id, "up") if link.upper in reached}
        yield from undated(held, linked.union(getattr(node, "document", None) for node in nodes), lang)

    def text(self, lang: Language = "sv", *, width: int = 80) -> str:
        """The thread as two trees, up and down, with owner, document and source of each."""
        return drawn(self, self._held, lang, width)

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

    @cached_property
    def _above(self) -> tuple[Path, ...]:
        return self._paths("up")

    @cached_property
    def _below(self) -> tuple[Path, ...]:
        return tuple(path[::-1] for path in self._paths("down"))

    def _paths(self, way: Way) -> tuple[Path, ...]:
        """From what was asked about, one more than are listed if there are as many."""
        return tuple(islice(paths_from(_told(self._held, way).__getitem__, self.about, way), MOST_PATHS + 1))

    def _reached(self) -> tuple[dict[str, None], dict[str, None]]:
        found = threads(self._held)
        return found.reached(self.about, "up"), found.reached(self.about, "down")

    def _step(self, link: ChainLink) -> Step:
        words = {
            "lower": title_of(self._held, link.lower),
            "kind": word_of(link.kind, "sv"),
            "kind_en": word_of(link.kind, "en"),
            "upper": title_of(self._held, link.upper),
        }
        return Step(record=link.lower, source=link.source, sentence=_STEP, words=tuple(words.items()))


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


class _Told(dict[str, tuple[ChainLink, ...]]):
    """
    Links as answers tell them, by the node that they lead from, one way.

    Those of a node are made when first met: they may stand on thousands of paths.
    """

    def __init__(self, held: SteeringModel, way: Way) -> None:
        super().__init__()
        self._held = held
        self._way: Way = way

    def __missing__(self, id: str) -> tuple[ChainLink, ...]:
        found = threads(self._held)
        told = self[id] = tuple([_chain_link(self._held, found, link) for link in found.links(id, self._way)])
        return told


def _told(held: SteeringModel, way: Way) -> _Told:
    """They are kept with the model, so that answers share them."""
    key = ("chain_links", way)
    told: _Told | None = held.memo.get(key)
    if told is None:
        told = held.memo[key] = _Told(held, way)
    return told


def _chain_link(held: SteeringModel, found: Threads, link: Contribution) -> ChainLink:
    lower = found.nodes[link.lower]
    sources = link.sources or lower.sources
    return ChainLink(
        lower=link.lower,
        upper=link.upper,
        kind=link.kind,
        document=link.document or getattr(lower, "document", None),
        owners=carriers(held, lower),
        source=sources[0] if sources else None,
    )
