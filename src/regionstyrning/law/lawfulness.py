"""Whether the law lets an act be done, with the provisions that say so."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from attrs import evolve, field, frozen

from regionstyrning.law.held import Law, LawRule
from regionstyrning.law.policies import STANDARD, Policies
from regionstyrning.law.standing import Bar, Facts, Permit, bars, known_facts, permits, speaks_of
from regionstyrning.model.organisation import OrganKind
from regionstyrning.model.records import as_tuple
from regionstyrning.model.statutes import Act, Effect
from regionstyrning.text.readable import Readable
from regionstyrning.text.sentences import Language, Sentence, listed

_ANSWERS = {
    True: Sentence("Ja, inget i lagen hindrar det", "Yes, nothing in the law bars it"),
    False: Sentence("Nej, {law} hindrar det", "No, {law} bars it"),
    None: Sentence("Det beror på {facts}", "It depends on {facts}"),
}
_NOT_HELD = Sentence(
    "Det går inte att säga: lagen den {on} hålls inte i sin helhet, först från {first}",
    "It cannot be told: the law of {on} is not held in full, only from {first}",
)
_NO_RULE = Sentence(
    "Det går inte att säga: ingen bestämmelse om det hålls för {on}",
    "It cannot be told: no provision about it is held for {on}",
)
_PERMITTED = Sentence("Ja, {law} tillåter det", "Yes, {law} permits it")
_NOT_PERMITTED = Sentence("Nej, det som {law} kräver är inte uppfyllt", "No, what {law} asks for does not hold")
_LIFTED = Sentence(" ({bar} ger vika för {lift})", " ({bar} gives way to {lift})")


@frozen(kw_only=True, eq=False)
class Lawful(Readable):
    """
    Whether the law lets an act be done (lagligt), which says nothing of who has been given the right.

    Attributes:
        act: The act.
        on: The day.
        allowed: Whether it may be done; None if that depends, or if the law of the day is not held.
        depends_on: Unknown facts that it hangs on, sorted.
        bars: What stands in the way or may do so, and what others take away, in the order of the law.
        permits: What lets it be done, or would do so if what it asks for held. Where there are such
            provisions one of them must stand.
        tried: The provisions that could have stood in the way, whether they do so in this case or not.
        settled_by: The provisions that say how it is with the act, and neither bar nor permit it.
        missing: What is missing for an answer; None if nothing is.
        rests_on: Names of the settings that the provisions asked rest on, sorted.
        policies: Their values.
    """

    _read: ClassVar[str] = "allowed"

    act: Act
    on: date
    allowed: bool | None
    depends_on: tuple[str, ...] = field(default=(), converter=as_tuple)
    bars: tuple[Bar, ...] = field(default=(), converter=as_tuple, repr=False)
    permits: tuple[Permit, ...] = field(default=(), converter=as_tuple, repr=False)
    tried: tuple[LawRule, ...] = field(default=(), converter=as_tuple, repr=False)
    settled_by: tuple[LawRule, ...] = field(default=(), converter=as_tuple)
    missing: Sentence | None = None
    rests_on: tuple[str, ...] = field(default=(), converter=as_tuple)
    policies: Policies = field(default=STANDARD, repr=False)

    @property
    def complete(self) -> bool:
        """Whether the law of the day is held."""
        return self.missing is None

    def text(self, lang: Language = "sv") -> str:
        """Say it in one sentence, with the paragraphs, and the settings that it rests on."""
        lifted = [bar for bar in self.bars if bar.stands is False]
        given_way = (_LIFTED.say(lang, bar=bar.rule.cited, lift=bar.lifted_by[0].cited) for bar in lifted)
        settings = (" " + self.policies.told(name, lang) for name in self.rests_on)
        return "".join((self._said(lang), *given_way, ".", *settings))

    def _said(self, lang: Language) -> str:
        barring = [bar.rule for bar in self.bars if bar.stands]
        permitting = [permit.rule for permit in self.permits if permit.stands]
        sentence, rules = _ANSWERS[self.allowed], barring
        if self.allowed is None and self.missing:
            sentence = self.missing
        elif self.allowed and permitting:
            sentence, rules = _PERMITTED, permitting
        elif self.allowed is False and not barring:
            sentence, rules = _NOT_PERMITTED, [permit.rule for permit in self.permits]
        law = listed(dict.fromkeys(rule.cited for rule in rules), lang)
        return sentence.say(lang, law=law, facts=listed(self.depends_on, lang))

    def to_records(self) -> list[dict[str, Any]]:
        """One row for each provision that bars, may bar, gave way, or permits if what it asks for holds."""
        barring = [(bar.rule, bar.stands, bar.unknown, bar.lifted_by) for bar in self.bars]
        permitting = [(permit.rule, permit.stands, permit.unknown, ()) for permit in self.permits]
        return [
            {
                "rule": rule.id,
                "paragraph": rule.cited,
                "effect": rule.provision.effect.value,
                "stands": stands,
                "depends_on": sorted(unknown),
                "lifted_by": [each.id for each in lifted_by],
            }
            for rule, stands, unknown, lifted_by in (*barring, *permitting)
        ]


def lawful(  # noqa: PLR0913 - what a case is made of
    law: Law,
    act: Act,
    *,
    on: date,
    by: OrganKind | None = None,
    organ: OrganKind | None = None,
    facts: Facts = (),
    closed: bool = False,
) -> Lawful:
    """
    Tell whether the law lets an act be done in a case.

    It says what the provisions about the act say, by their traits and conditions. Who stands in which
    tie to whom is not looked at: whether a right may be given is asked of a model, by `may_decide`.

    Args:
        law: The law to answer by.
        act: The act.
        on: The day of the act.
        by: The kind of organ that does it to another; provisions about others are passed over.
        organ: The kind of organ whose matter it is, or that it is done to; provisions about others are
            passed over.
        facts: Yes, no or a number by name, or the names of what holds.
        closed: Whether what is not named does not hold.

    Returns:
        What bars it, what depends on unknown facts and what gave way. A bar that no unknown fact
        could take away makes a firm no, and so do provisions that permit the act, if what each of
        them asks for does not hold.

    Raises:
        UnknownId: for a fact that the law does not ask about; it names the nearest.
    """
    value_of = known_facts(facts, law.traits, closed=closed)
    rules = [rule for rule in law.on(on, act) if speaks_of(rule.provision, giver=by, taker=organ)]
    tried = [rule for rule in rules if rule.provision.effect is Effect.PROHIBITS]
    found, permitted = bars(rules, value_of), permits(rules, value_of)
    answer = Lawful(
        act=act,
        on=on,
        allowed=False,
        bars=found,
        permits=permitted,
        tried=tried,
        settled_by=[rule for rule in rules if rule.provision.effect is Effect.SETS],
        rests_on=_settings(rules),
        policies=law.policies,
    )
    if any(bar.stands for bar in found):
        return answer
    missing = _missing(law, on, asked=bool(tried or permitted))
    open_to = [permit for permit in permitted if permit.stands is not False]
    if permitted and not open_to and missing is None:
        return answer
    doubted = () if any(permit.stands for permit in open_to) else open_to
    unknown = sorted(frozenset[str]().union(*(each.unknown for each in (*found, *doubted))))
    return evolve(answer, allowed=(not unknown and missing is None) or None, depends_on=unknown, missing=missing)


def _settings(rules: list[LawRule]) -> list[str]:
    return sorted({rule.provision.policy.partition("=")[0] for rule in rules if rule.provision.policy})


def _missing(law: Law, on: date, *, asked: bool) -> Sentence | None:
    main = law.not_held(on)
    if main is not None:
        return Sentence(
            _NOT_HELD.sv.format(on=on, first=main.held_from), _NOT_HELD.en.format(on=on, first=main.held_from)
        )
    return None if asked else Sentence(_NO_RULE.sv.format(on=on), _NO_RULE.en.format(on=on))
