"""What the structure in force requires and is not there."""

from __future__ import annotations

from collections import defaultdict
from enum import Enum
from itertools import chain
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import field, frozen

from regionstyrning.model.documents import DocumentStatus
from regionstyrning.model.indicators import Indicator, IndicatorRole
from regionstyrning.model.records import as_tuple
from regionstyrning.model.structure import INDICATORS
from regionstyrning.questions.numbered import beside
from regionstyrning.questions.numbering import numbered
from regionstyrning.questions.owners import carriers
from regionstyrning.questions.threads import level_word, threads, title_of
from regionstyrning.text.readable import Readable
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.model.structure import Link, Structure
    from regionstyrning.questions.threads import Threads
    from regionstyrning.text.sentences import Language

    _AtLevel = Mapping[str, Sequence[int]]


class LooseEndKind(Enum):
    """How something hangs loose (lös ände)."""

    NOT_LINKED = "saknar länk uppåt"
    NOT_CARRIED = "saknar länk nedifrån"
    NO_OWNER = "saknar ägare"
    NO_FOLLOWER = "inget bygger på det"


SENTENCES = {
    LooseEndKind.NOT_LINKED: Sentence("{title} saknar länk till {level}.", "{title} has no link to any {level_en}."),
    LooseEndKind.NOT_CARRIED: Sentence("{title} saknar länk från {level}.", "{title} has no link from any {level_en}."),
    LooseEndKind.NO_OWNER: Sentence("{title} saknar ägare.", "{title} has no owner."),
    LooseEndKind.NO_FOLLOWER: Sentence("Inget dokument bygger på {title}.", "No document is based on {title}."),
}
"""What is said of a gap, by its kind, with names for `Gap.words`."""


@frozen(kw_only=True)
class Gap(Readable):
    """
    A link, owner or follower that the structure requires and that is not there (lucka).

    Attributes:
        record: Id of the goal, indicator, perspective or document.
        kind: How it hangs loose.
        level: Ids of the levels of which one was required; empty where none is.
        source: What requires it, as the structure words it; None if it gives no words.
        title: What a person reads of the record.
        level_title: The region's own words for the levels.
    """

    _read: ClassVar[str] = "kind"

    record: str
    kind: LooseEndKind
    level: tuple[str, ...] = field(default=(), converter=as_tuple)
    source: str | None = None
    title: str
    level_title: tuple[str, ...] = field(default=(), converter=as_tuple)

    @property
    def words(self) -> dict[str, str]:
        """A word for each name in its sentence."""
        english = (
            level_word(None, id, "en") if id == INDICATORS else title
            for id, title in zip(self.level, self.level_title, strict=True)
        )
        return {
            "title": self.title,
            "level": _either(self.level_title, " eller "),
            "level_en": _either(tuple(english), " or "),
        }

    def text(self, lang: Language = "sv") -> str:
        """The gap in one sentence."""
        return SENTENCES[self.kind].say(lang, **self.words)

    def to_records(self) -> list[dict[str, Any]]:
        """One row: record, title, kind, level, source, text."""
        return [
            {
                "record": self.record,
                "title": self.title,
                "kind": self.kind.value,
                "level": list(self.level),
                "source": self.source,
                "text": self.text(),
            }
        ]


def gaps_of(held: SteeringModel) -> tuple[Gap, ...]:
    """
    Every gap of a model as it held on a day, found once and kept.

    Args:
        held: What ``model.at(day)`` gave.

    Returns:
        In order of kind, record and level.
    """
    found: tuple[Gap, ...] | None = held.memo.get("gaps")
    if found is None:
        found = held.memo["gaps"] = tuple(sorted(_gaps(held), key=_order))
    return found


def gaps_on_the_way(held: SteeringModel, above: Iterable[str], below: Iterable[str]) -> tuple[Gap, ...]:
    """
    Links that are missing on a way up and a way down.

    Args:
        held: What ``model.at(day)`` gave.
        above: Ids from which a required link upwards may be missing.
        below: Ids under which something required may be missing.

    Returns:
        In order of kind, record and level.
    """
    by_end: dict[tuple[LooseEndKind, str], list[Gap]] | None = held.memo.get("gaps_by_end")
    if by_end is None:
        by_end = held.memo["gaps_by_end"] = defaultdict(list)
        for gap in gaps_of(held):
            by_end[gap.kind, gap.record].append(gap)
    ends = chain(
        ((LooseEndKind.NOT_LINKED, id) for id in above),
        ((LooseEndKind.NOT_CARRIED, id) for id in below),
    )
    return tuple(sorted(chain.from_iterable(by_end.get(end, ()) for end in ends), key=_order))


def foundations(held: SteeringModel) -> dict[str, set[str]]:
    """The documents in force that something must be based on, each with the others that are; no preliminary ones."""
    structure = threads(held).structure
    kinds = {kind.id for kind in (() if structure is None else structure.document_kinds) if kind.foundation}
    followers: dict[str, set[str]] = {
        document.id: set()
        for document in held.documents
        if document.kind in kinds and document.status is not DocumentStatus.PRELIMINARY
    }
    for document in held.documents:
        for id in document.based_on:
            if id in followers and id != document.id:
                followers[id].add(document.id)
    return followers


def _either(words: tuple[str, ...], last: str) -> str:
    return last.join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def _order(gap: Gap) -> tuple[str, str, tuple[str, ...]]:
    return gap.kind.value, gap.record, gap.level


def _gaps(held: SteeringModel) -> Iterator[Gap]:
    found = threads(held)
    if found.structure is None:
        return
    yield from _link_gaps(held, found, found.structure)
    owned = {level.id for level in found.structure.levels if level.owned}
    for goal in held.goals:
        if goal.level in owned and not carriers(held, goal):
            yield Gap(record=goal.id, kind=LooseEndKind.NO_OWNER, title=goal.title)
    for id, followers in foundations(held).items():
        if not followers:
            yield Gap(record=id, kind=LooseEndKind.NO_FOLLOWER, title=title_of(held, id))


def _stands_alone(node: Any) -> bool:  # noqa: ANN401 - a goal, an indicator or a perspective
    """Whether it is a measure that is only watched or belongs to a stream of its own: no goal is above such."""
    return isinstance(node, Indicator) and (node.role is IndicatorRole.WATCHED or node.stream is not None)


def _link_gaps(held: SteeringModel, found: Threads, structure: Structure) -> Iterator[Gap]:
    graph = numbered(held)
    place = {level: number for number, level in enumerate(dict.fromkeys(found.level.values()))}
    kinds = [place[found.level[id]] for id in graph.ids]
    at_level: defaultdict[str, list[int]] = defaultdict(list)
    for node, id in enumerate(graph.ids):
        if not _stands_alone(found.nodes[id]):
            at_level[found.level[id]].append(node)
    beside_each = beside(graph, kinds)
    gone = {name.id for name in held.names}
    outlived = {link.lower for link in found.broken if link.upper in gone}
    for rule in structure.links:
        for kind, levels, nodes in _loose(rule, at_level, place, beside_each):
            words = tuple(level_word(structure, level) for level in levels)
            for id in (graph.ids[node] for node in nodes):
                if kind is LooseEndKind.NOT_LINKED and id in outlived:
                    continue  # it is linked, to what is no longer in force: that is told of the link
                title = title_of(held, id)
                yield Gap(record=id, kind=kind, level=levels, source=rule.text, title=title, level_title=words)


def _loose(
    rule: Link, at_level: _AtLevel, place: Mapping[str, int], beside_each: tuple[Sequence[int], Sequence[int]]
) -> Iterator[tuple[LooseEndKind, tuple[str, ...], list[int]]]:
    """How things hang loose by a rule: in which way, from which levels, and which they are."""
    above, below = beside_each
    if rule.required:
        wanted = sum(1 << place[upper] for upper in set(rule.upper) if upper in place)
        lowers = at_level.get(rule.lower, ())
        yield LooseEndKind.NOT_LINKED, rule.upper, [node for node in lowers if not above[node] & wanted]
    if rule.required_under:
        wanted = 1 << place[rule.lower] if rule.lower in place else 0
        under = chain.from_iterable(at_level.get(upper, ()) for upper in dict.fromkeys(rule.upper))
        yield LooseEndKind.NOT_CARRIED, (rule.lower,), [node for node in under if not below[node] & wanted]
