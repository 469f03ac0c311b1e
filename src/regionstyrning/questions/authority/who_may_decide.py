"""Who may decide a matter, nearest the owner first."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import field, frozen

from regionstyrning.law import STANDARD, Policies
from regionstyrning.model.delegation import Limit, LimitUnit
from regionstyrning.model.records import as_tuple
from regionstyrning.questions.answers import Answer, Step
from regionstyrning.questions.authority.asking import asked
from regionstyrning.questions.authority.case import OWNED_BY, Case, Facts
from regionstyrning.questions.authority.duties import Duty, duties_of
from regionstyrning.questions.authority.missing import missing_of
from regionstyrning.questions.authority.near import best_right, call_up, near_rights, nearest_first, order
from regionstyrning.questions.authority.rights import Right
from regionstyrning.questions.authority.telling import Doubt, Refusal, refusal, steps_of
from regionstyrning.questions.authority.told import (
    ARROW,
    as_list,
    case_text,
    section,
    told,
    told_call_up,
    told_duties,
    told_some,
    told_steps,
)
from regionstyrning.questions.authority.verdict import verdict
from regionstyrning.questions.authority.wording import joined_laws, limits_text, short_name, title_of
from regionstyrning.text.readable import Readable
from regionstyrning.text.sentences import Sentence
from regionstyrning.text.tables import text_table
from regionstyrning.text.widths import folded

if TYPE_CHECKING:
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.text.sentences import Language

NEAREST = 3
"""How many of those who may not are named where the answer is told in short."""

_WHO = Sentence("Vem får besluta om {case}?", "Who may decide {case}?")
_NOBODY = Sentence("Ingen i modellen får det.", "Nobody in the model may.")
_HEADERS = {"sv": ["vem", "får besluta", "högst"], "en": ["who", "may decide", "at most"]}
_ANSWERS = {"sv": {True: "ja", None: "beror på"}, "en": {True: "yes", None: "depends"}}
_OF = Sentence("{who}: {said}", "{who}: {said}")


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

    id: str
    allowed: bool | None
    depends_on: tuple[str, ...] = field(default=(), converter=as_tuple)
    _right: Right = field(repr=False, eq=False)
    _case: Case = field(repr=False, eq=False)

    @property
    def limits(self) -> tuple[Limit, ...]:
        """How far the right reaches, the least of its chain in each unit; whole kronor for kronor."""
        return limits_of(self._right)

    @property
    def steps(self) -> tuple[Step, ...]:
        """From fullmäktige or the law to the one who decides; then what it still hangs on."""
        return tuple(steps_of(self._right, self._case))

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
        return f"{ARROW.join([*names, title_of(authority, self.id)])} [{joined_laws(laws)}]"

    def text(self, lang: Language = "sv") -> str:
        """Who, whether, and how far."""
        return " ".join(filter(None, self.row(lang)))

    def row(self, lang: Language = "sv") -> list[str]:
        """The cells of a table."""
        title = title_of(self._case.authority, self.id)
        return [f"{title} [{self.id}]", _ANSWERS[lang][self.allowed], limits_text(self.limits, lang)]

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


@frozen(kw_only=True)
class WhoMayDecide(Answer):
    """Everyone who may decide a case, or may if some facts are so (vilka får besluta)."""

    _read: ClassVar[str] = "deciders"

    _case: Case = field(repr=False, eq=False)

    @cached_property
    def deciders(self) -> tuple[Decider, ...]:
        """Nearest the organ that owns the matter first; then by id."""
        case, found = self._case, []
        for who in candidates(case):
            allowed, facts = verdict(case, who)
            right = None if allowed is False else best_right(case, who)
            if right is not None:
                decider = Decider(id=who, allowed=allowed, depends_on=facts, right=right, case=case)
                found.append((right.distance, who, decider))
        return tuple(each for *_, each in sorted(found, key=lambda each: each[:2]))

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps of each decider, one after the other, the same step once."""
        return tuple(dict.fromkeys(step for decider in self.deciders for step in decider.steps))

    @property
    def refused(self) -> tuple[Refusal, ...]:
        """Each mandate that came near, of those who may not decide, and what was missing."""
        case, firm = self._case, {decider.id for decider in self.deciders}
        rights = (right for who in _near(case) if who not in firm for right in near_rights(case, who))
        mandates = sorted((right for right in rights if right.delegation is not None), key=order)
        told = (refusal(right, case) for right in mandates)
        return tuple(each for each in told if each is not None)

    def what_is_missing(self, lang: Language = "sv") -> Iterator[str]:
        """The law of a day that is not held, offices that are no posts, and delegations that point at nothing."""
        yield from missing_of(self._case, None, lang)

    def headline(self, lang: Language = "sv") -> str:
        """The question in one sentence."""
        return _WHO.say(lang, case=case_text(self._case, lang))

    def text(self, lang: Language = "sv", *, width: int = 80) -> str:
        """In short: who may and how far, by which way, who comes nearest, what follows, and what is not known."""
        lines = [*folded(self.headline(lang), width), ""]
        if self.deciders:
            lines.append(text_table(_HEADERS[lang], [decider.row(lang) for decider in self.deciders], width))
        else:
            lines.append(_NOBODY.say(lang))
        duties = {decider.id: decider.duties for decider in self.deciders}
        near = told_some(nearest_first(self.refused), NEAREST, lang, width)
        lines += [
            *section("depends", as_list(self._doubts(lang), width), lang),
            *section("steps", as_list((decider.way for decider in self.deciders), width), lang),
            *section("near", near, lang),
            *section("duties", told_duties(duties, self._case.authority, lang, width), lang),
            *section("missing", as_list(self.what_is_missing(lang), width), lang),
        ]
        return "\n".join(lines)

    def explain(self, lang: Language = "sv", *, width: int = 80) -> str:
        """The whole: the steps and duties of each decider, and every refusal."""
        refused = as_list((told(each, lang) for each in nearest_first(self.refused)), width)
        parts = [decider.explain(lang, width=width) for decider in self.deciders] or [_NOBODY.say(lang)]
        lines = [
            "\n\n\n".join(["\n".join(folded(self.headline(lang), width)), *parts]),
            *section("not", refused, lang),
            *section("missing", as_list(self.what_is_missing(lang), width), lang),
        ]
        return "\n".join(lines)

    def _doubts(self, lang: Language) -> Iterator[str]:
        for decider in self.deciders:
            who = title_of(self._case.authority, decider.id)
            for step in decider.steps:
                if isinstance(step, Doubt):
                    said = told(step, lang)
                    yield _OF.say(lang, who=who, said=f"{said[:1].lower()}{said[1:]}")

    def to_records(self) -> list[dict[str, Any]]:
        """One row a decider: who, title, allowed, depends_on, limits."""
        return [row for decider in self.deciders for row in decider.to_records()]


def candidates(case: Case) -> tuple[str, ...]:
    """Everyone who might decide: the owner, fullmäktige, and whoever was given the matter or a wider one."""
    authority = case.authority
    found = dict.fromkeys(authority.bodies.assemblies)
    owner = authority.owner_on(case.matter, case.on)
    if owner is not None:
        found[owner] = None
    else:  # any nämnd, or whom the caller names, may be the one that it belongs to
        named = {fact.partition(":")[2] for fact in case.facts if fact.startswith(f"{OWNED_BY}:")}
        found.update(dict.fromkeys(sorted(authority.bodies.committees | (named & set(authority.bodies.organs)))))
    for matter in authority.matters.above(case.matter):
        found.update(dict.fromkeys(authority.takers(matter)))
    return tuple(found)


def _near(case: Case) -> list[str]:
    """Everyone who was given the matter, a wider or a narrower one."""
    authority = case.authority
    found = set(candidates(case))
    for matter in authority.matters.by_id:
        if case.matter in authority.matters.above(matter):
            found.update(authority.takers(matter))
    return sorted(found)


def who_may_decide(  # noqa: PLR0913 - what a case is made of
    model: SteeringModel,
    matter: str,
    *,
    on: date | None = None,
    amount_sek: int | None = None,
    facts: Facts | None = None,
    closed: bool = False,
    urgent: bool = False,
    disqualified: Collection[str] = (),
    policies: Policies = STANDARD,
) -> WhoMayDecide:
    """
    Find everyone who may decide a matter on a day, and why.

    It is exactly those whom `may_decide` does not refuse, each with the same ``allowed`` and
    ``depends_on``.

    Args:
        model: Any model.
        matter: Id of the matter (ärende).
        on: The day of the decision; the model's own if left out. Validities include both their ends.
        amount_sek: The amount in whole kronor.
        facts: Facts of the case by name, as for `may_decide`.
        closed: Whether what is not named does not hold.
        urgent: Whether the case cannot wait for the nämnd.
        disqualified: Ids of the posts that are jäviga; all others are not.
        policies: Choices where the law leaves open how it is to be read.

    Returns:
        Deciders in order of distance from the organ that owns the matter, which comes first.
        Limits never exceed the giver's.

    Raises:
        UnknownId: if no matter, post or fact has the name. A delegation that points at nothing is
            passed over: the answer is not complete and says why.
        InvalidValue: for a day, amount or fact of the wrong kind.

    Source:
        KL 5:1–2, 6:37–40, 7:5–8.

    >>> who_may_decide(model, "inkop", on=date(2026, 3, 1)).deciders[0].id
    'hsn'
    """
    case = asked(
        model,
        matter,
        on=on,
        amount_sek=amount_sek,
        facts=facts,
        closed=closed,
        urgent=urgent,
        disqualified=disqualified,
        policies=policies,
    )
    return WhoMayDecide(about=matter, on=case.on, case=case)
