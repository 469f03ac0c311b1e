"""Who may decide a matter, nearest the owner first."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import field, frozen

from regionstyrning.law import STANDARD, Policies
from regionstyrning.questions.answers import Answer, Step
from regionstyrning.questions.authority.asking import asked
from regionstyrning.questions.authority.case import OWNED_BY, Case, Facts
from regionstyrning.questions.authority.decider import Decider
from regionstyrning.questions.authority.doubts import Doubt
from regionstyrning.questions.authority.missing import missing_of, touching
from regionstyrning.questions.authority.near import best_of_all, near_rights, nearest_first, order
from regionstyrning.questions.authority.refusals import Refusal, office_refusals, refusal
from regionstyrning.questions.authority.rights import Right
from regionstyrning.questions.authority.told import (
    IN_NOTEBOOK,
    as_list,
    case_text,
    section,
    told,
    told_duties,
    told_once,
    told_some,
)
from regionstyrning.text.readable import Words
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
_ONLY_DEPENDS = Sentence("Ingen får det med säkerhet.", "Nobody may for certain.")


@frozen(kw_only=True)
class WhoMayDecide(Answer):
    """Everyone who may decide a case, or may if some facts are so (vilka får besluta)."""

    _read: ClassVar[str] = "deciders"
    _called: ClassVar[Words] = IN_NOTEBOOK

    _case: Case = field(repr=False, eq=False)

    @cached_property
    def deciders(self) -> tuple[Decider, ...]:
        """Nearest the organ that owns the matter first; then by id."""
        case = self._case
        best = best_of_all(_rights(case), case)
        nearest = sorted((right.distance, who) for who, (_, right) in best.items())
        said = ((who, *best[who]) for _, who in nearest)
        return tuple(
            Decider(id=who, allowed=allowed, depends_on=facts, right=right, case=case)
            for who, (allowed, facts), right in said
        )

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
        offices = (each for delegation in touching(case) for each in office_refusals(delegation))
        return (
            *(each for each in told if each is not None),
            *sorted(offices, key=lambda each: (each.record, each.who)),
        )

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
        if self.deciders and all(decider.allowed is None for decider in self.deciders):
            lines += ["", _ONLY_DEPENDS.say(lang)]
        duties = {decider.id: decider.duties for decider in self.deciders}
        near = told_some(nearest_first(self.refused), NEAREST, lang, width)
        lines += [
            *section("depends", told_once(self._doubts(lang), self._case.authority, lang, width), lang),
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

    def _doubts(self, lang: Language) -> dict[str, list[str]]:
        """What each decider's right hangs on."""
        return {
            decider.id: [told(step, lang) for step in decider.steps if isinstance(step, Doubt)]
            for decider in self.deciders
        }

    def to_records(self) -> list[dict[str, Any]]:
        """One row a decider: who, title, allowed, depends_on, limits."""
        return [row for decider in self.deciders for row in decider.to_records()]


def _rights(case: Case) -> Iterator[tuple[Right, ...]]:
    """The rights that reach the matter, or would if nothing stood in the way."""
    for who in owners(case):
        yield case.moment.rights_of(who).get("", ())
    for scope in case.authority.matters.above(case.matter):
        yield case.moment.rights_at(scope, case.on.year)


def candidates(case: Case) -> tuple[str, ...]:
    """Everyone who might decide: those of `owners`, and whoever was given the matter or a wider one."""
    authority = case.authority
    found = dict.fromkeys(owners(case))
    for matter in authority.matters.above(case.matter):
        found.update(dict.fromkeys(authority.takers(matter)))
    return tuple(found)


def owners(case: Case) -> tuple[str, ...]:
    """Everyone who might decide without having been given the right: the owner, and fullmäktige."""
    authority = case.authority
    found = dict.fromkeys(authority.bodies.assemblies)
    owner = authority.owner_on(case.matter, case.on)
    if owner is not None:
        found[owner] = None
    else:  # any nämnd, or whom the caller names, may be the one that it belongs to
        named = {fact.partition(":")[2] for fact in case.facts if fact.startswith(f"{OWNED_BY}:")}
        found.update(dict.fromkeys(sorted(authority.bodies.committees | (named & set(authority.bodies.organs)))))
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
