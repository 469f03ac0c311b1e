"""What each edition of a plan says of a year, and what moved from one to the next."""

from __future__ import annotations

from collections import defaultdict
from enum import Enum
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import field, frozen

from regionstyrning.model.records import as_tuple
from regionstyrning.text.escaping import one_line
from regionstyrning.text.readable import Readable
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from regionstyrning.model.records import Source
    from regionstyrning.text.sentences import Language


class Planned(Enum):
    """What a plan says of a year (planerat slag)."""

    GOAL = "mål"
    INDICATOR = "indikator"
    TARGET = "målvärde"
    AMOUNT = "belopp"


class Shift(Enum):
    """What became of something from one edition to the next (förskjutning)."""

    APPEARED = "nytt"
    AGAIN = "åter"
    VANISHED = "borta"
    CHANGED = "ändrat"
    MOVED = "flyttat"
    RENAMED = "nytt namn"
    MERGED = "sammanslaget"
    SPLIT = "delat"
    KEPT = "oförändrat"


_TOLD = {
    Shift.APPEARED: Sentence("Nytt: {new}", "New: {new}"),
    Shift.AGAIN: Sentence("Åter: {new}{before}", "Again: {new}{before}"),
    Shift.VANISHED: Sentence("Borta: {old}", "Gone: {old}"),
    Shift.CHANGED: Sentence("Ändrat: {title}: {old} → {new}", "Changed: {title}: {old} → {new}"),
    Shift.MOVED: Sentence("Flyttat: {title}: {old} → {new}", "Moved: {title}: {old} → {new}"),
    Shift.RENAMED: Sentence("Nytt namn: {old} → {new}", "Renamed: {old} → {new}"),
    Shift.MERGED: Sentence("Sammanslaget: {old} → {new}", "Merged: {old} → {new}"),
    Shift.SPLIT: Sentence("Delat: {old} → {new}", "Split: {old} → {new}"),
    Shift.KEPT: Sentence("Oförändrat: {title}", "Unchanged: {title}"),
}
_BEFORE = Sentence(", tidigare {old}", ", before that {old}")
_FIGURES = {
    Shift.APPEARED: Sentence("Återges först nu: {new}", "First held now: {new}"),
    Shift.AGAIN: Sentence("Återges igen: {new}{before}", "Held again: {new}{before}"),
    Shift.VANISHED: Sentence("Återges inte längre: {old}", "No longer held: {old}"),
}
"""Of figures a model holds those that were read: one that it lacks has not vanished for that."""


@frozen(kw_only=True)
class Item:
    """
    Something that an edition says of a year.

    Attributes:
        planned: What it is.
        key: What tells it from others of its sort, the same in every edition.
        ids: Ids of the records that say it.
        title: What a person reads of it.
        said: What is said, in Swedish and in English: a goal's title, a target, a figure.
        place: Where a goal stands: what it serves, in words; an empty text for what has no place.
        source: Where it is said.
    """

    planned: Planned
    key: str
    ids: tuple[str, ...] = field(converter=as_tuple)
    title: str
    said: tuple[str, str]
    place: str = ""
    source: Source | None = None


@frozen(kw_only=True)
class PlannedChange(Readable):
    """
    What became of something from one edition to the next (ändring mellan utgåvor).

    Attributes:
        planned: What it is.
        shift: What became of it.
        before: Ids of the records of the earlier edition.
        after: Ids of the records of the later one.
        title: What a person reads of it.
        old: What was said before, in Swedish and in English; empty texts for what is new. Of what is there again it
            is what was said last, in an edition before the earlier one.
        new: What is said now; empty texts for what is gone.
        first: Id of the earlier edition.
        last: Id of the later one.
        source: Where the later says it, or the earlier of what is gone.
    """

    _read: ClassVar[str] = "shift"

    planned: Planned
    shift: Shift
    before: tuple[str, ...] = field(converter=as_tuple)
    after: tuple[str, ...] = field(converter=as_tuple)
    title: str
    old: tuple[str, str]
    new: tuple[str, str]
    first: str
    last: str
    source: Source | None = None

    def text(self, lang: Language = "sv") -> str:
        """What became of it, in one line."""
        at = 0 if lang == "sv" else 1
        old, new = self.old[at], self.new[at]
        before = _BEFORE.say(lang, old=old) if self.shift is Shift.AGAIN and old != new else ""
        if self.shift in {Shift.APPEARED, Shift.VANISHED, Shift.AGAIN}:  # what is held against nothing is named
            old, new = (said if said in {"", self.title} else f"{self.title}: {said}" for said in (old, new))
        told = _TOLD | _FIGURES if self.planned is Planned.AMOUNT else _TOLD
        return one_line(told[self.shift].say(lang, title=self.title, old=old, new=new, before=before))

    def to_records(self) -> list[dict[str, Any]]:
        """One row: planned, shift, title, before, after, old, new, first, last."""
        return [
            {
                "planned": self.planned.value,
                "shift": self.shift.value,
                "title": self.title,
                "before": list(self.before),
                "after": list(self.after),
                "old": self.old[0],
                "new": self.new[0],
                "first": self.first,
                "last": self.last,
            }
        ]


Ends = tuple[str, str]
"""Ids of the earlier and the later edition."""

_NOTHING = ("", "")


def shifts_of_values(
    old: Sequence[Item], new: Sequence[Item], ends: Ends, former: Mapping[str, Item]
) -> Iterator[PlannedChange]:
    """
    What became of targets, figures or indicators, which are known by their keys.

    Args:
        old: What the earlier edition says.
        new: What the later says.
        ends: The two editions.
        former: What editions before both said last, by key.
    """
    befores, afters = {each.key: each for each in old}, {each.key: each for each in new}
    for key in sorted(befores.keys() | afters.keys()):
        before = [befores[key]] if key in befores else []
        after = [afters[key]] if key in afters else []
        shift = Shift.APPEARED if after else Shift.VANISHED
        if before and after:
            shift = Shift.KEPT if before[0].said == after[0].said else Shift.CHANGED
        elif after and key in former:
            shift, before = Shift.AGAIN, [former[key]]
        yield _change(shift, before, after, ends)


def shifts_of_goals(
    old: Sequence[Item],
    new: Sequence[Item],
    continued: Mapping[str, Sequence[str]],
    ends: Ends,
    former: Mapping[str, Sequence[Item]],
) -> Iterator[PlannedChange]:
    """
    What became of goals, which are one through the years by what they continue.

    Args:
        old: What the earlier edition says.
        new: What the later says.
        continued: For each new goal the keys of the old ones that it goes on from.
        ends: The two editions.
        former: For each new goal those of editions before both that it goes on from.
    """
    befores = {each.key: each for each in old}
    later: defaultdict[str, list[Item]] = defaultdict(list)
    for after in new:
        for key in continued.get(after.key, ()):
            later[key].append(after)
    for before in old:
        if not later[before.key]:
            yield _change(Shift.VANISHED, [before], [], ends)
        elif len(later[before.key]) > 1:
            yield _change(Shift.SPLIT, [before], later[before.key], ends)
    for after in new:
        earlier = [befores[key] for key in continued.get(after.key, ())]
        if len(earlier) > 1:
            yield _change(Shift.MERGED, earlier, [after], ends)
        elif not earlier:
            again = former.get(after.key, ())
            yield _change(Shift.AGAIN if again else Shift.APPEARED, again, [after], ends)
        elif len(later[earlier[0].key]) == 1:
            yield from _one_goal(earlier[0], after, ends)


def _one_goal(before: Item, after: Item, ends: Ends) -> Iterator[PlannedChange]:
    renamed = before.said != after.said
    moved = "" not in {before.place, after.place} and before.place != after.place
    if renamed:
        yield _change(Shift.RENAMED, [before], [after], ends)
    if moved:
        places = (before.place, before.place), (after.place, after.place)
        yield _change(Shift.MOVED, [before], [after], ends, places)
    if not renamed and not moved:
        yield _change(Shift.KEPT, [before], [after], ends)


def _change(
    shift: Shift,
    before: Sequence[Item],
    after: Sequence[Item],
    ends: Ends,
    said: tuple[tuple[str, str], tuple[str, str]] | None = None,
) -> PlannedChange:
    named = next(iter((*after, *before)))
    old, new = said or (_said(before), _said(after))
    return PlannedChange(
        planned=named.planned,
        shift=shift,
        before=[id for each in before for id in each.ids],
        after=[id for each in after for id in each.ids],
        title=named.title,
        old=old,
        new=new,
        first=ends[0],
        last=ends[1],
        source=named.source,
    )


def _said(items: Sequence[Item]) -> tuple[str, str]:
    """What several say, one after the other."""
    if not items:
        return _NOTHING
    return " + ".join(each.said[0] for each in items), " + ".join(each.said[1] for each in items)
