"""What a comparison by meaning says."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import field, frozen

from regionstyrning.questions.powers.power import Power
from regionstyrning.text.numbers import counted
from regionstyrning.text.readable import Readable
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from regionstyrning.text.sentences import Language


class Relation(Enum):
    """How the second of two schemes stands to the first (förhållande)."""

    EQUIVALENT = "ekvivalent"
    STRONGER = "starkare"
    WEAKER = "svagare"
    OVERLAPPING = "överlappande"
    DISJOINT = "disjunkt"


_IN_ENGLISH = {
    Relation.EQUIVALENT: "equivalent",
    Relation.STRONGER: "stronger",
    Relation.WEAKER: "weaker",
    Relation.OVERLAPPING: "overlapping",
    Relation.DISJOINT: "disjoint",
}
_HEAD = Sentence("{days}: {relation}. {gained}, {lost}.", "{days}: {relation}. {gained}, {lost}.")
_SAME = Sentence("{days}: ekvivalent.", "{days}: equivalent.")
_DAYS = Sentence("{first}–{last}", "{first} to {last}")
_GAINED = {"sv": ("tillkommen befogenhet", "tillkomna befogenheter"), "en": ("power gained", "powers gained")}
_LOST = {"sv": ("förlorad befogenhet", "förlorade befogenheter"), "en": ("power lost", "powers lost")}


@frozen(kw_only=True)
class PowerComparison(Readable):
    """
    Two schemes compared by meaning (jämförelse av befogenheter).

    Attributes:
        on: The first day that was asked about.
        until: The last, the same for a single day.
        relation: How the second scheme stands to the first: the stronger of two lets all that
            the other does, and more. Whether they overlap at all is read from what has been
            given, not from what an organ owns.
        relations: The same for each organ and post that gained or lost something, by its id.
        gained: What the second lets that the first does not, by who and matter.
        lost: What the first lets that the second does not.
        missing: What could not be compared, each in a Swedish sentence.
    """

    _read: ClassVar[str] = "relation"

    on: date
    until: date
    relation: Relation
    relations: tuple[tuple[str, Relation], ...] = ()
    gained: tuple[Power, ...] = ()
    lost: tuple[Power, ...] = ()
    _missing: tuple[Sentence, ...] = field(repr=False, default=())

    @property
    def missing(self) -> tuple[str, ...]:
        """What could not be compared, each in a Swedish sentence."""
        return tuple(each.say("sv") for each in self._missing)

    @property
    def complete(self) -> bool:
        """Whether nothing was missing."""
        return not self._missing

    def of(self, who: str) -> tuple[Relation, tuple[Power, ...], tuple[Power, ...]]:
        """What one organ or post gained and lost, and how its powers stand to what they were."""
        relation = dict(self.relations).get(who, Relation.EQUIVALENT)
        gained, lost = (tuple(each for each in powers if each.who == who) for powers in (self.gained, self.lost))
        return relation, gained, lost

    def text(self, lang: Language = "sv") -> str:
        """The relation, and a line for each power gained (+) or lost (−)."""
        days = str(self.on) if self.on == self.until else _DAYS.say(lang, first=self.on, last=self.until)
        told = [f"- {each.say(lang)}" for each in self._missing]
        if not self.gained and not self.lost:
            return "\n".join([_SAME.say(lang, days=days), *told])
        relation = self.relation.value if lang == "sv" else _IN_ENGLISH[self.relation]
        head = _HEAD.say(
            lang,
            days=days,
            relation=relation,
            gained=counted(len(self.gained), *_GAINED[lang]),
            lost=counted(len(self.lost), *_LOST[lang]),
        )
        lines = [f"{sign} {each.text(lang)}" for sign, powers in self._signed() for each in powers]
        return "\n".join([head, *lines, *told])

    def _signed(self) -> tuple[tuple[str, tuple[Power, ...]], ...]:
        return ("+", self.gained), ("−", self.lost)

    def to_records(self) -> list[dict[str, Any]]:
        """One row a power, with what became of it first, as of `Power`."""
        return [
            {"change": change, **row}
            for change, powers in (("gained", self.gained), ("lost", self.lost))
            for power in powers
            for row in power.to_records()
        ]
