"""What hangs loose, where the region's own structure requires that it does not."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from enum import Enum
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import field, frozen

from regionstyrning.questions.answers import Answer, Step
from regionstyrning.questions.missing import no_structure, unthreaded
from regionstyrning.questions.threads import threads, title_of
from regionstyrning.text.readable import Readable
from regionstyrning.text.sentences import Sentence
from regionstyrning.text.tables import text_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.model.structure import Link, Structure
    from regionstyrning.questions.threads import Threads
    from regionstyrning.text.sentences import Language


class LooseEndKind(Enum):
    """How something hangs loose (lös ände)."""

    NOT_LINKED = "saknar länk uppåt"
    NOT_CARRIED = "saknar länk nedifrån"
    NO_OWNER = "saknar ägare"
    NO_FOLLOWER = "inget bygger på det"


_SENTENCES = {
    LooseEndKind.NOT_LINKED: Sentence("{title} saknar länk till {level}.", "{title} has no link to {level}."),
    LooseEndKind.NOT_CARRIED: Sentence(
        "Inget på nivån {level} hänger under {title}.", "No {level} hangs under {title}."
    ),
    LooseEndKind.NO_OWNER: Sentence("{title} saknar ägare.", "{title} has no owner."),
    LooseEndKind.NO_FOLLOWER: Sentence("Inget dokument bygger på {title}.", "No document is based on {title}."),
}


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
    level: tuple[str, ...] = ()
    source: str | None = None
    title: str
    level_title: tuple[str, ...] = ()

    def text(self, lang: Language = "sv") -> str:
        """The gap in one sentence."""
        levels = " eller " if lang == "sv" else " or "
        return _SENTENCES[self.kind].say(lang, title=self.title, level=levels.join(self.level_title))

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


@frozen(kw_only=True)
class LooseEnds(Answer):
    """Everything that hangs loose on a day (lösa ändar)."""

    _read: ClassVar[str] = "ends"

    _held: SteeringModel = field(repr=False, eq=False)

    @cached_property
    def ends(self) -> tuple[Gap, ...]:
        """What hangs loose, in order of kind and id."""
        return gaps_of(self._held)

    @property
    def steps(self) -> tuple[Step, ...]:
        """Each loose end as a step."""
        return tuple(Step(record=gap.record, sentence=Sentence(gap.text("sv"), gap.text("en"))) for gap in self.ends)

    @property
    def missing(self) -> tuple[str, ...]:
        """That no structure is in force, or links that were passed over."""
        found = threads(self._held)
        return (*no_structure(self._held), *unthreaded(found, found.nodes))

    def text(self, lang: Language = "sv") -> str:
        """A table of what hangs loose."""
        if not self.ends:
            return Sentence("Inget hänger löst.", "Nothing hangs loose.").say(lang)
        headers = ["id", "lös ände" if lang == "sv" else "loose end"]
        return text_table(headers, [[gap.record, gap.text(lang)] for gap in self.ends])

    def to_records(self) -> list[dict[str, Any]]:
        """One row a loose end, as of `Gap`."""
        return list(chain.from_iterable(gap.to_records() for gap in self.ends))


def loose_ends(model: SteeringModel, *, on: date | None = None) -> LooseEnds:
    """
    Find what hangs loose, where the region's own structure requires that it does not.

    Goals that nothing measures, indicators that measure nothing, goals without an owner, a
    nämnd's goals without a link upwards, fullmäktige's goals that no nämnd carries, perspectives
    without goals, documents that nothing is based on: each only if a link rule, level or kind
    of document of the structure in force says that it must not be so.

    Args:
        model: Any model.
        on: The day; the model's own if left out.

    >>> loose_ends(model).ends
    ()
    """
    day = model.as_of if on is None else on
    held = model.at(day)
    return LooseEnds(about=model.id, on=day, held=held)


def gaps_of(held: SteeringModel) -> tuple[Gap, ...]:
    """
    Every gap of a model as it held on a day, in order of kind and id; found once and kept.

    Args:
        held: What ``model.at(day)`` gave.
    """
    every: tuple[Gap, ...] | None = held.memo.get("gaps")
    if every is None:
        every = held.memo["gaps"] = tuple(sorted(_gaps(held), key=_order))
    return every


def link_gaps_among(held: SteeringModel, above: Iterable[str], below: Iterable[str]) -> tuple[Gap, ...]:
    """
    Gaps of links among some records, in order of kind and id.

    Args:
        held: What ``model.at(day)`` gave.
        above: Ids of which links upwards may be missing.
        below: Ids of which links from below may be missing.
    """
    index: defaultdict[tuple[LooseEndKind, str], list[Gap]] | None = held.memo.get("gaps_by_record")
    if index is None:
        index = held.memo["gaps_by_record"] = defaultdict(list)
        for gap in gaps_of(held):
            index[gap.kind, gap.record].append(gap)
    wanted = chain(((LooseEndKind.NOT_LINKED, id) for id in above), ((LooseEndKind.NOT_CARRIED, id) for id in below))
    found = chain.from_iterable(index[key] for key in wanted if key in index)
    return tuple(sorted(found, key=_order))


def _order(gap: Gap) -> tuple[str, str, tuple[str, ...]]:
    return gap.kind.value, gap.record, gap.level


def _gaps(held: SteeringModel) -> Iterator[Gap]:
    found = threads(held)
    if found.structure is None:
        return
    yield from _link_gaps(held, found, found.structure)
    owned = {level.id for level in found.structure.levels if level.owned}
    for goal in held.goals:
        if goal.level in owned and not goal.owners:
            yield Gap(record=goal.id, kind=LooseEndKind.NO_OWNER, title=goal.title)
    yield from _document_gaps(held, found.structure)


def _link_gaps(held: SteeringModel, found: Threads, structure: Structure) -> Iterator[Gap]:
    at_level: defaultdict[str, list[str]] = defaultdict(list)
    for id, level in found.level.items():
        at_level[level].append(id)
    linked: defaultdict[tuple[str, str], tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for lower, links in found.up.items():
        for link in links:
            lowers, uppers = linked[found.level[lower], found.level[link.upper]]
            lowers.add(lower)
            uppers.add(link.upper)
    for rule in structure.links:
        ways = [linked[rule.lower, upper] for upper in rule.upper if (rule.lower, upper) in linked]
        if rule.required:
            with_link = set[str]().union(*(lowers for lowers, _ in ways))
            yield from _missing_links(held, structure, rule, (id for id in at_level[rule.lower] if id not in with_link))
        if rule.required_under:
            carried = set[str]().union(*(uppers for _, uppers in ways))
            under = chain.from_iterable(at_level[upper] for upper in rule.upper)
            yield from _missing_under(held, structure, rule, (id for id in under if id not in carried))


def _missing_links(held: SteeringModel, structure: Structure, rule: Link, ids: Iterable[str]) -> Iterator[Gap]:
    titles = _titles(structure, rule.upper)
    for id in ids:
        yield Gap(
            record=id,
            kind=LooseEndKind.NOT_LINKED,
            level=rule.upper,
            source=rule.text,
            title=title_of(held, id),
            level_title=titles,
        )


def _missing_under(held: SteeringModel, structure: Structure, rule: Link, ids: Iterable[str]) -> Iterator[Gap]:
    titles = _titles(structure, (rule.lower,))
    for id in ids:
        yield Gap(
            record=id,
            kind=LooseEndKind.NOT_CARRIED,
            level=(rule.lower,),
            source=rule.text,
            title=title_of(held, id),
            level_title=titles,
        )


def _titles(structure: Structure, levels: Iterable[str]) -> tuple[str, ...]:
    titled = ((id, structure.level(id)) for id in levels)
    return tuple(id if level is None else level.title.lower() for id, level in titled)


def _document_gaps(held: SteeringModel, structure: Structure) -> Iterator[Gap]:
    foundations = {kind.id for kind in structure.document_kinds if kind.foundation}
    built_on = set(chain.from_iterable(document.based_on for document in held.documents))
    for document in held.documents:
        if document.kind in foundations and document.id not in built_on:
            yield Gap(record=document.id, kind=LooseEndKind.NO_FOLLOWER, title=document.title)
