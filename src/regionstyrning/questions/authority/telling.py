"""Rights and obstacles in words: steps, doubts, and what was turned down."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import field, frozen

from regionstyrning.law.standing import standing
from regionstyrning.model.records import as_tuple
from regionstyrning.questions.answers import Step
from regionstyrning.questions.authority.fields import patterns_in
from regionstyrning.questions.authority.late import late
from regionstyrning.questions.authority.lawful import NOT_HELD
from regionstyrning.questions.authority.obstacles import Obstacle, obstacles
from regionstyrning.questions.authority.reasons import reason_text, rule_text
from regionstyrning.questions.authority.verdict import looked_at
from regionstyrning.questions.authority.wording import (
    EITHER,
    both,
    cited,
    condition_text,
    fact_text,
    facts_text,
    limits_text,
    name_of,
    opened,
    title_of,
)
from regionstyrning.questions.threads import first_source
from regionstyrning.text.sentences import LANGUAGES, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from regionstyrning.law import LawRule
    from regionstyrning.model.delegation import Delegation
    from regionstyrning.questions.authority.case import Case
    from regionstyrning.questions.authority.rights import Right

__all__ = [
    "Doubt",
    "Mandate",
    "Refusal",
    "cited",
    "no_mandate",
    "office_refusals",
    "refusal",
    "steps_of",
    "title_of",
]

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
_DOUBT = Sentence("{facts}: {what}.", "{facts}: {what}.")
_REFUSED = Sentence("{taker}: {reasons}.", "{taker}: {reasons}.")
_NO_MANDATE = Sentence(
    "{taker}: ingen delegation och ingen lag ger rätt att besluta i ärendet.",
    "{taker}: no delegation and no statute gives the right to decide the matter.",
)
_OFFICE = Sentence("{office}: är ingen befattning i modellen.", "{office}: is no post of the model.")

_PUBLIC = {"excepted": "matter", "document": "day", "decision": "day", "recalled": "withdrawn", "deputy": "away"}


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


@frozen(kw_only=True)
class Doubt(Step):
    """
    What is not known, and what hangs on it (öppen fråga).

    Attributes:
        facts: Names of the facts.
    """

    facts: tuple[str, ...] = field(default=(), converter=as_tuple)

    def to_records(self) -> list[dict[str, Any]]:
        """One row: as of `Step`, with facts."""
        return [{**row, "facts": list(self.facts)} for row in super().to_records()]


@frozen(kw_only=True)
class Refusal(Step):
    """
    A mandate that came near and did not reach (avvisat mandat).

    Attributes:
        who: Id of the organ or post that would have decided, or the office as the scheme names it.
        delegation: Id of the delegation, or None for what an organ owns.
        reasons: What was missing, in short: ``amount``, ``day``, ``matter``, ``trait``, ``condition``,
            ``pass-on``, ``disqualified``, ``law``, ``jointly``, ``nature``, ``urgent``, ``office``,
            ``taken-over``, ``away``, ``owner``, ``withdrawn``, ``chain``.
    """

    _read: ClassVar[str] = "reasons"

    who: str
    delegation: str | None = None
    reasons: tuple[str, ...] = field(default=(), converter=as_tuple)

    def to_records(self) -> list[dict[str, Any]]:
        """One row: as of `Step`, with who, delegation and reasons."""
        more = {"who": self.who, "delegation": self.delegation, "reasons": list(self.reasons)}
        return [{**row, **more} for row in super().to_records()]


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


@late
class _Refused(Refusal):
    """A refusal that is put into words when it is read."""

    __slots__ = ("_case", "_made", "_right")

    __setattr__ = object.__setattr__

    def __init__(self, right: Right, case: Case) -> None:
        self._right, self._case = right, case
        self._made: Refusal | None = None

    @property
    def whole(self) -> Refusal:
        """The refusal with its words."""
        if self._made is None:
            self._made = _refusal(self._right, self._case)
        return self._made


def steps_of(right: Right, case: Case) -> Iterator[Step]:
    """From fullmäktige or a statute to the one who decides, step by step; then what is not known."""
    if case.bare and right.plain:
        yield from _short(right, case)
        return
    yield from _beginning(right.links[0], case)
    for place in range(right.distance):
        yield _Given(right, place, case)
    yield from _deputy(right, case)
    yield from _readings(right, case)
    yield from _cleared(right, case)
    yield from doubts_of(right, case)


def _short(right: Right, case: Case) -> Iterator[Step]:
    """The same for a plain right in a bare case, where what does not hang on day and amount is kept."""
    kept = case.moment.told.get((case.matter, right.law, right.top))
    if kept is None:
        kept = tuple(_beginning(right.links[0], case)), tuple(_cleared(right, case))
        case.moment.told[case.matter, right.law, right.top] = kept
    beginning, cleared = kept
    yield from beginning
    for place in range(right.distance):
        yield _Given(right, place, case)
    yield from _readings(right, case)
    yield from cleared
    if looked_at(right, case)[0] is None:
        yield from doubts_of(right, case)


def _deputy(right: Right, case: Case) -> Iterator[Step]:
    authority = case.authority
    if right.instead is not None:
        words = (
            ("taker", title_of(authority, right.taker)),
            ("principal", name_of(authority, right.instead.principal)),
        )
        law = cited(case.moment.law.rule("praxis/ersattare"))
        yield Step(record=right.taker, law=law, sentence=_DEPUTY, words=words)


def _readings(right: Right, case: Case) -> Iterator[Step]:
    """Where a right rests on how the law is read: that it has outlived the term, and what a setting lets be."""
    authority = case.authority
    settings: dict[str, LawRule | None] = {}
    if any(case.on > authority.last_of_term(delegation) for delegation in right.chain):
        settings["delegation_survives_new_term"] = case.moment.law.rule("praxis/ny-mandatperiod")
    if case.moment.law.read:
        settings.update(_permits_read(right, case))
    for name, rule in settings.items():
        words = {lang: authority.law.policies.told(name, lang) for lang in LANGUAGES}
        yield Step(record=right.taker, law=cited(rule), sentence=EITHER, words=both(words))


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


def doubts_of(right: Right, case: Case) -> Iterator[Doubt]:
    """What is not known, and what of a right hangs on it that nothing firm stands in the way of."""
    for obstacle in obstacles(right, case):
        yield Doubt(
            record=obstacle.delegation or case.matter,
            law=cited(obstacle.rule),
            sentence=EITHER,
            words=both({lang: _doubt(obstacle, right, case, lang) for lang in LANGUAGES}),
            facts=sorted(obstacle.facts),
        )


def _doubt(obstacle: Obstacle, right: Right, case: Case, lang: str) -> str:
    need = obstacle.need
    if need is None or fact_text(case.authority, need.fact) is not None:
        clause = facts_text(case.authority, obstacle.facts, lang, either=obstacle.reason == "deputy")
        whole = NOT_HELD in obstacle.facts or (need is not None and not need.bounded)
    else:
        clause = condition_text(need.fact, need.text, lang)
        whole = bool(need.text) or not need.bounded
    if whole:
        return opened(f"{clause}.")
    said = rule_text(obstacle) or reason_text(obstacle, right, case, lang)
    return opened(_DOUBT.say(lang, facts=clause, what=said))


def refusal(right: Right, case: Case) -> Refusal | None:
    """Why a right does not reach the case; None if it does, or may."""
    return _Refused(right, case) if looked_at(right, case)[0] is False else None


def _refusal(right: Right, case: Case) -> Refusal:
    firm = [obstacle for obstacle in obstacles(right, case) if not obstacle.facts]
    telling = [each for each in firm if each.reason != "day" or each.words["day"]]
    firm = telling or firm  # that it holds on no day says nothing beside what ended it
    delegation = right.delegation
    words = {
        lang: _REFUSED.say(
            lang,
            taker=title_of(case.authority, right.taker),
            reasons="; ".join(dict.fromkeys(reason_text(each, right, case, lang) for each in firm)),
        )
        for lang in LANGUAGES
    }
    return Refusal(
        record=case.matter if delegation is None else delegation.id,
        law=cited(next((each.rule for each in firm if each.rule is not None), None)),
        source=None if delegation is None else next(iter(delegation.sources), None),
        sentence=EITHER,
        words=both(words),
        who=right.taker,
        delegation=None if delegation is None else delegation.id,
        reasons=dict.fromkeys(_PUBLIC.get(each.reason, each.reason) for each in firm),
    )


def no_mandate(who: str, case: Case) -> Refusal:
    """That nothing at all came near."""
    words = (("taker", title_of(case.authority, who)),)
    return Refusal(record=case.matter, sentence=_NO_MANDATE, words=words, who=who, reasons=("matter",))


def office_refusals(delegation: Delegation) -> Iterator[Refusal]:
    """That a scheme names an office, which is no post of the model."""
    for receiver in delegation.receivers:
        if receiver.office is not None and receiver.position is None and receiver.organ is None:
            yield Refusal(
                record=delegation.id,
                source=next(iter(delegation.sources), None),
                sentence=_OFFICE,
                words=(("office", receiver.office),),
                who=receiver.office,
                delegation=delegation.id,
                reasons=("office",),
            )
