"""Someone who may decide a case, and by which way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from attrs import field, frozen

from regionstyrning.model.delegation import Limit, LimitUnit
from regionstyrning.questions.answers import Step
from regionstyrning.questions.authority.case import Case
from regionstyrning.questions.authority.doubts import Doubt
from regionstyrning.questions.authority.duties import Duty, duties_of
from regionstyrning.questions.authority.near import call_up
from regionstyrning.questions.authority.rights import Right
from regionstyrning.questions.authority.steps import steps_of
from regionstyrning.questions.authority.told import (
    ANSWERS,
    ARROW,
    IN_NOTEBOOK,
    section,
    told_call_up,
    told_duties,
    told_steps,
)
from regionstyrning.questions.authority.wording import held_together, laws_once, limits_text, short_name, title_of
from regionstyrning.text.readable import Readable, Words
from regionstyrning.text.sentences import Sentence
from regionstyrning.text.widths import folded

if TYPE_CHECKING:
    from regionstyrning.text.sentences import Language

_AT_MOST = Sentence(", högst {limits}", ", at most {limits}")


@frozen(kw_only=True)
class Decider(Readable):
    """
    Someone who may decide a case, or may if some facts are so (beslutsfattare).

    Attributes:
        id: Id of the organ or post.
        allowed: True, or None if it depends on facts that are not known.
        depends_on: Names of those facts, sorted.
    """

    _read: ClassVar[str] = "allowed"
    _called: ClassVar[Words] = IN_NOTEBOOK

    id: str
    allowed: bool | None
    depends_on: tuple[str, ...] = ()
    _right: Right = field(repr=False, eq=False)
    _case: Case = field(repr=False, eq=False)

    @property
    def limits(self) -> tuple[Limit, ...]:
        """How far the right reaches, the least of its chain in each unit; whole kronor for kronor."""
        return limits_of(self._right)

    @property
    def steps(self) -> tuple[Step, ...]:
        """From fullmäktige or the law to the one who decides; then what it still hangs on."""
        return steps_of(self._right, self._case, firm=self.allowed is True)

    @property
    def duties(self) -> tuple[Duty, ...]:
        """What follows when they decide."""
        return tuple(duties_of(self._right, self._case))

    @property
    def called_up_by(self) -> tuple[str, ...]:
        """Ids of those who may call the matter up before they decide it."""
        return call_up(self._right, self._case)

    @property
    def way(self) -> str:
        """The way that the right has taken, in short names with arrows, and the paragraphs that it rests on."""
        authority, right = self._case.authority, self._right
        first, assemblies = right.links[0].taker, sorted(authority.bodies.assemblies)
        ids = [] if first in {"", *assemblies} else assemblies
        ids += [id for id in (first, *(each.giver for each in right.chain)) if id]
        ids += [] if right.instead is None else [right.instead.principal]
        names = [short_name(authority, id) for id in dict.fromkeys(ids) if id != self.id]
        laws = [step.law for step in self.steps if step.law is not None and not isinstance(step, Doubt)]
        return (
            f"{ARROW.join([*names, title_of(authority, self.id)])} [{', '.join(map(held_together, laws_once(laws)))}]"
        )

    def text(self, lang: Language = "sv") -> str:
        """Who, whether, and how far."""
        who, answer, limits = self.row(lang)
        return f"{who}: {answer}{_AT_MOST.say(lang, limits=limits) if limits else ''}"

    def row(self, lang: Language = "sv") -> list[str]:
        """The cells of a table."""
        title = title_of(self._case.authority, self.id)
        return [f"{title} [{self.id}]", ANSWERS[lang][self.allowed], limits_text(self.limits, lang)]

    def explain(self, lang: Language = "sv", *, width: int = 80) -> str:
        """Who, whether and how far, then the steps whole and what follows."""
        authority = self._case.authority
        lines = [
            *folded(self.text(lang), width),
            *told_steps(self.steps, lang, width),
            *section("duties", told_duties({self.id: self.duties}, authority, lang, width), lang),
            *told_call_up(self.called_up_by, authority, lang, width),
        ]
        return "\n".join(lines)

    def to_records(self) -> list[dict[str, Any]]:
        """One row: who, title, allowed, depends_on, limits."""
        return [
            {
                "who": self.id,
                "title": title_of(self._case.authority, self.id),
                "allowed": self.allowed,
                "depends_on": list(self.depends_on),
                "limits": [f"{limit.value:f} {limit.unit.value}" for limit in self.limits],
            }
        ]


def limits_of(right: Right) -> tuple[Limit, ...]:
    """The least limit of a chain in each unit."""
    found: dict[LimitUnit, Limit] = {}
    for delegation in right.chain:
        for limit in delegation.limits:
            if limit.unit not in found or limit.value < found[limit.unit].value:
                found[limit.unit] = limit
    return tuple(found.values())
