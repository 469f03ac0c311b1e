"""Whether the law lets an act be done, with the provisions that say so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from attrs import evolve, field, frozen

from regionstyrning.law.policies import STANDARD, Policies
from regionstyrning.law.standing import bars, known_facts, speaks_of
from regionstyrning.model.records import as_tuple
from regionstyrning.model.statutes import Act, Effect
from regionstyrning.text.readable import Readable
from regionstyrning.text.sentences import Sentence, listed

if TYPE_CHECKING:
    from datetime import date

    from regionstyrning.law.held import Law, Rule
    from regionstyrning.law.standing import Bar, Facts
    from regionstyrning.model.organisation import OrganKind
    from regionstyrning.text.sentences import Language

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
        missing: What is missing for an answer; None if nothing is.
        rests_on: Names of the settings that the provisions asked rest on, sorted.
        policies: Their values.
    """

    _read: ClassVar[str] = "allowed"

    act: Act
    on: date
    allowed: bool | None
    depends_on: tuple[str, ...] = field(default=(), converter=as_tuple)
    bars: tuple[Bar, ...] = field(default=(), converter=as_tuple)
    missing: Sentence | None = None
    rests_on: tuple[str, ...] = field(default=(), converter=as_tuple)
    policies: Policies = STANDARD

    @property
    def complete(self) -> bool:
        """Whether the law of the day is held."""
        return self.missing is None

    def text(self, lang: Language = "sv") -> str:
        """Say it in one sentence, with the paragraphs, and the settings that it rests on."""
        sentence = self.missing if self.allowed is None and self.missing else _ANSWERS[self.allowed]
        standing = [bar.rule.cited for bar in self.bars if bar.stands]
        said = sentence.say(lang, law=listed(dict.fromkeys(standing), lang), facts=listed(self.depends_on, lang))
        lifted = [bar for bar in self.bars if bar.stands is False]
        given_way = (_LIFTED.say(lang, bar=bar.rule.cited, lift=bar.lifted_by[0].cited) for bar in lifted)
        settings = (" " + self.policies.told(name, lang) for name in self.rests_on)
        return "".join((said, *given_way, ".", *settings))

    def to_records(self) -> list[dict[str, Any]]:
        """Give one row for each provision that stands in the way, may do so or gave way."""
        return [
            {
                "rule": bar.rule.id,
                "paragraph": bar.rule.cited,
                "stands": bar.stands,
                "depends_on": sorted(bar.unknown),
                "lifted_by": [rule.id for rule in bar.lifted_by],
            }
            for bar in self.bars
        ]


def lawful(  # noqa: PLR0913 - what a case is made of
    law: Law, act: Act, *, on: date, organ: OrganKind | None = None, facts: Facts = (), closed: bool = False
) -> Lawful:
    """
    Tell whether the law lets an act be done in a case.

    Args:
        law: The law to answer by.
        act: The act.
        on: The day of the act.
        organ: The kind of organ whose matter it is; provisions about others are passed over.
        facts: Yes, no or a number by name, or the names of what holds.
        closed: Whether what is not named does not hold.

    Returns:
        What bars it, what depends on unknown facts and what gave way. A bar that no unknown fact
        could take away makes a firm no.

    Raises:
        UnknownId: for a fact that the law does not ask about; it names the nearest.
    """
    value_of = known_facts(facts, law.traits, closed=closed)
    rules = [rule for rule in law.on(on, act) if speaks_of(rule.provision, taker=organ)]
    found = bars(rules, value_of)
    answer = Lawful(act=act, on=on, allowed=False, bars=found, rests_on=_settings(rules), policies=law.policies)
    if any(bar.stands for bar in found):
        return answer
    missing = _missing(law, on, asked=any(rule.provision.effect is Effect.PROHIBITS for rule in rules))
    unknown = sorted(frozenset[str]().union(*(bar.unknown for bar in found)))
    return evolve(answer, allowed=(not unknown and missing is None) or None, depends_on=unknown, missing=missing)


def _settings(rules: list[Rule]) -> list[str]:
    return sorted({rule.provision.policy.partition("=")[0] for rule in rules if rule.provision.policy})


def _missing(law: Law, on: date, *, asked: bool) -> Sentence | None:
    main = law.not_held(on)
    if main is not None:
        return Sentence(
            _NOT_HELD.sv.format(on=on, first=main.held_from), _NOT_HELD.en.format(on=on, first=main.held_from)
        )
    return None if asked else Sentence(_NO_RULE.sv.format(on=on), _NO_RULE.en.format(on=on))
