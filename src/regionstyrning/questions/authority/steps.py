"""A right in words: step by step from fullmäktige or a statute to the one who decides."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from attrs import frozen

from regionstyrning.law.standing import standing
from regionstyrning.questions.answers import Step
from regionstyrning.questions.authority.doubts import doubts_of
from regionstyrning.questions.authority.fields import patterns_in
from regionstyrning.questions.authority.late import late
from regionstyrning.questions.authority.wording import EITHER, both, cited, limits_text, name_of, title_of
from regionstyrning.questions.threads import first_source
from regionstyrning.text.sentences import LANGUAGES, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from regionstyrning.law import LawRule, Policies
    from regionstyrning.model.delegation import Delegation
    from regionstyrning.questions.authority.case import Case
    from regionstyrning.questions.authority.moment import Told
    from regionstyrning.questions.authority.rights import Instead, Right

_FIELD = Sentence("{assembly} bestämmer vad {owner} har hand om.", "{assembly} decides what belongs to {owner}.")
_OWNS = Sentence("Ärendet ({matter}) hör till {owner}.", "The matter ({matter}) belongs to {owner}.")
_DECIDED_BY = Sentence("Ärendet ({matter}) beslutas av {owner}.", "The matter ({matter}) is decided by {owner}.")
_GIVES = Sentence(
    "{giver} har gett {taker} rätt att besluta om {matter}{limit}{until}.",
    "{giver} has given {taker} the right to decide {matter}{limit}{until}.",
)
_STATUTE = Sentence(
    "Lagen ger {taker} rätt att besluta om {matter}{limit}{until}.",
    "The law gives {taker} the right to decide {matter}{limit}{until}.",
)
_DEPUTY = Sentence("{taker} träder in för {principal}.", "{taker} steps in for {principal}.")
_AT_MOST = Sentence(", högst {limits}", ", at most {limits}")
_UNTIL = Sentence(", till och med {day}", ", until {day}")
_LEFT_OUT = Sentence("{matter} utom {others}", "{matter} except {others}")
_CLEAR = Sentence(
    "Prövat mot {section}: inget av {count} hinder gäller ärendet.",
    "Held against {section}: none of {count} obstacles concerns the matter.",
)


@frozen(kw_only=True)
class Mandate(Step):
    """
    A step that gives a right, and what of it is left there (mandat).

    Attributes:
        limit_sek: The limit in kronor so far, or None if there is none.
        until: The last day so far, or None if there is none.
    """

    limit_sek: int | None = None
    until: date | None = None

    def to_records(self) -> list[dict[str, Any]]:
        """One row: as of `Step`, with limit_sek and until."""
        until = None if self.until is None else self.until.isoformat()
        return [{**row, "limit_sek": self.limit_sek, "until": until} for row in super().to_records()]


@late
class _Given(Mandate):
    """A mandate that is put into words when it is read."""

    __slots__ = ("_case", "_made", "_place", "_right")

    __setattr__ = object.__setattr__

    def __init__(self, right: Right, place: int, case: Case) -> None:
        self._right, self._place, self._case = right, place, case
        self._made: Mandate | None = None

    @property
    def whole(self) -> Mandate:
        """The mandate with its words."""
        if self._made is None:
            self._made = _given(self._right.chain[self._place], self._place, self._right, self._case)
        return self._made


def steps_of(right: Right, case: Case, *, firm: bool) -> tuple[Step, ...]:
    """
    From fullmäktige or a statute to the one who decides, step by step; then what is not known.

    Args:
        right: The right.
        case: The case.
        firm: Whether the right lets its taker decide whatever else is known, so that nothing is open.
    """
    beginning, cleared = _kept(right, case) if case.bare else _around(right, case)
    given = [_Given(right, place, case) for place in range(len(right.chain))]
    deputy = () if right.instead is None else _deputy(right.instead, right, case)
    doubts = () if firm else doubts_of(right, case)
    return *beginning, *given, *deputy, *_readings(right, case), *cleared, *doubts


def _around(right: Right, case: Case) -> Told:
    """What is said before the mandates, and what after them."""
    return tuple(_beginning(right.links[0], case)), tuple(_cleared(right, case))


def _kept(right: Right, case: Case) -> Told:
    """The same in a bare case, where it hangs on no day or amount."""
    key = case.matter, right.law, right.top
    kept = case.moment.told.get(key)
    if kept is None:
        kept = case.moment.told[key] = _around(right, case)
    return kept


def _deputy(instead: Instead, right: Right, case: Case) -> tuple[Step, ...]:
    authority = case.authority
    words = (("taker", title_of(authority, right.taker)), ("principal", name_of(authority, instead.principal)))
    law = cited(case.moment.law.rule("praxis/ersattare"))
    return (Step(record=right.taker, law=law, sentence=_DEPUTY, words=words),)


def _readings(right: Right, case: Case) -> list[Step]:
    """Where a right rests on how the law is read: that it has outlived the term, and what a setting lets be."""
    if right.term is None:
        right.term = min(map(case.authority.last_of_term, right.chain), default=date.max)
    outlived = case.on > right.term
    if not (outlived or case.moment.law.read):
        return []
    settings: dict[str, LawRule | None] = {}
    if outlived:
        settings["delegation_survives_new_term"] = case.moment.law.rule("praxis/ny-mandatperiod")
    if case.moment.law.read:
        settings.update(_permits_read(right, case))
    steps = []
    for name, rule in settings.items():
        words = _words(case.authority.law.policies, name)
        steps.append(Step(record=right.taker, law=cited(rule), sentence=EITHER, words=words))
    return steps


@cache
def _words(policies: Policies, name: str) -> tuple[tuple[str, str], ...]:
    """What is said of a setting."""
    return both({lang: policies.told(name, lang) for lang in LANGUAGES})


def _permits_read(right: Right, case: Case) -> Iterator[tuple[str, LawRule]]:
    for pattern in patterns_in(case.authority, right.patterns, case.matter):
        rule = _used(case.moment.law.permits(pattern), case) if pattern.giver is not None else None
        if rule is not None and rule.provision.policy is not None:
            yield rule.provision.policy.partition("=")[0], rule


def _beginning(first: Right, case: Case) -> Iterator[Step]:
    authority, owner = case.authority, first.taker
    if not owner:  # a statute gives
        return
    rule_of = case.moment.law.rule
    words = (("matter", name_of(authority, case.matter)), ("owner", name_of(authority, owner)))
    source = first_source(authority.model, case.matter)
    if owner in authority.bodies.assemblies:
        rule = rule_of("kl/5-1" if owner != authority.matters.owner(case.matter) else "kl/3-1")
        yield Step(record=case.matter, law=cited(rule), source=source, sentence=_DECIDED_BY, words=words)
        return
    for assembly in sorted(authority.bodies.assemblies):
        yield Step(
            record=assembly,
            law=cited(rule_of("kl/6-44")),
            source=first_source(authority.model, owner),
            sentence=_FIELD,
            words=(("assembly", title_of(authority, assembly)), ("owner", name_of(authority, owner))),
        )
    yield Step(record=case.matter, law=cited(rule_of("kl/6-3")), source=source, sentence=_OWNS, words=words)


def _given(delegation: Delegation, place: int, right: Right, case: Case) -> Mandate:
    authority = case.authority
    link = next(each for each in right.links if each.delegation is delegation)
    permits = case.moment.law.permits(patterns_in(authority, link.patterns, case.matter)[place])
    permit = _used(permits, case)
    until = None if link.last == date.max else link.last
    said = _STATUTE if delegation.giver is None else _GIVES
    words = {
        lang: said.say(
            lang,
            giver=title_of(authority, delegation.giver or ""),
            taker=name_of(authority, link.taker if link.instead is None else link.instead.principal),
            matter=_what(delegation, case, lang),
            limit=_AT_MOST.say(lang, limits=limits_text(delegation.limits, lang)) if delegation.limits else "",
            until="" if until is None else _UNTIL.say(lang, day=until.isoformat()),
        )
        for lang in LANGUAGES
    }
    return Mandate(
        record=delegation.id,
        law=cited(permit, delegation),
        source=next(iter(delegation.sources), None),
        sentence=EITHER,
        words=both(words),
        limit_sek=link.limit,
        until=until,
    )


def _used(permits: Iterable[LawRule], case: Case) -> LawRule | None:
    """The provision that lets a link be: one that holds for certain before others, the most particular first."""
    stands = [(rule, standing(rule.provision, case.value_of)[0]) for rule in permits]
    usable = [(rule, holds) for rule, holds in stands if holds is not False]
    return max(usable, key=lambda each: (each[1] is True, len(each[0].provision.traits)), default=(None, None))[0]


def _what(delegation: Delegation, case: Case, lang: str) -> str:
    """The matter that was handed on, the nearest of several, and what was left out of it."""
    authority = case.authority
    above = authority.matters.above(case.matter)
    near = next((id for id in above if id in delegation.matters), None) or delegation.matters[0]
    said = name_of(authority, near)
    if not delegation.except_matters:
        return said
    others = ", ".join(name_of(authority, id) for id in delegation.except_matters)
    return _LEFT_OUT.say(lang, matter=said, others=others)


def _cleared(right: Right, case: Case) -> Iterator[Step]:
    """The bars that were looked at and do not hold in this case, a section at a time."""
    clear: dict[str, set[str]] = {}
    for pattern in patterns_in(case.authority, right.patterns, case.matter):
        if pattern.giver is None or pattern.above:
            continue
        for rule in case.moment.law.bars(pattern):
            stands, _ = standing(rule.provision, case.value_of)
            if stands is False and not rule.provision.on_grant:
                section = f"{rule.cited.partition('§')[0]}§"
                clear.setdefault(section, set()).add(rule.id)
    for section, rules in clear.items():
        words = (("section", section), ("count", str(len(rules))))
        yield Step(record=case.matter, law=section, sentence=_CLEAR, words=words)
