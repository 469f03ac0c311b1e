"""What follows when a decision has been taken: to whom it is reported, and when the time for appeal starts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from attrs import field, frozen

from regionstyrning.law import ReportsTo
from regionstyrning.model.delegation import Frequency
from regionstyrning.model.organisation import PositionKind
from regionstyrning.model.records import Source, as_tuple
from regionstyrning.questions.authority.bodies import HEADS
from regionstyrning.questions.authority.wording import EITHER, both, cited, name_of, opened
from regionstyrning.text.escaping import one_line
from regionstyrning.text.readable import Readable
from regionstyrning.text.sentences import LANGUAGES, Sentence, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.law import LawRule
    from regionstyrning.model.delegation import Delegation
    from regionstyrning.questions.authority.case import Case
    from regionstyrning.questions.authority.chains import Authority
    from regionstyrning.questions.authority.rights import Right
    from regionstyrning.text.sentences import Language

REPORTED = "anmäls"
RECORDED = "protokollförs särskilt"
APPEAL = "överklagande"

LEGALITY = "laglighetsprovning"

_REPORT = Sentence("Beslutet anmäls till {to} {when}.", "The decision is reported to {to} {when}.")
_WHEN = {
    Frequency.NEXT_MEETING: Sentence("vid nästa sammanträde", "at the next meeting"),
    Frequency.EACH: Sentence("för sig, när det har fattats", "by itself, once it is taken"),
    Frequency.MONTHLY: Sentence("varje månad", "every month"),
    Frequency.QUARTERLY: Sentence("varje kvartal", "every quarter"),
    Frequency.YEARLY: Sentence("varje år", "every year"),
}
_NOT_STATED = Sentence(
    "Ordningen säger inte om beslutet anmäls. Det är nämnden som bestämmer det.",
    "The scheme does not say whether the decision is reported. That is for the nämnd to settle.",
)
_READING = Sentence(
    "Ordningen säger inte till vem beslutet anmäls. {reading}",
    "The scheme does not say to whom the decision is reported. {reading}",
)
_RECORD = Sentence(
    "Beslutet anmäls inte. Därför protokollförs det särskilt.",
    "The decision is not reported. It is therefore recorded separately.",
)
_RECORD_IF = Sentence(
    "Beslutet anmäls inte. Om det kan överklagas genom laglighetsprövning protokollförs det särskilt.",
    "The decision is not reported. If it can be appealed by laglighetsprövning it is recorded separately.",
)
_FROM_REPORT = Sentence(
    "Tiden för överklagande är tre veckor. Den börjar när protokollet med anmälan är justerat och tillkännages.",
    "The time for appeal is three weeks. It begins when the minutes with the report are approved and announced.",
)
_FROM_RECORD = Sentence(
    "Tiden för överklagande är tre veckor. Den börjar när det särskilda protokollet tillkännages.",
    "The time for appeal is three weeks. It begins when the separate record is announced.",
)
_FROM_OWN = Sentence(
    "Tiden för överklagande är tre veckor. Den börjar när protokollet är justerat och tillkännages.",
    "The time for appeal is three weeks. It begins when the minutes are approved and announced.",
)
_OTHER_APPEAL = Sentence(
    "Beslutet överklagas inte genom laglighetsprövning. Hur det överklagas följer av den lag som styr ärendet.",
    "The decision is not appealed by laglighetsprövning. How it is appealed follows from the statute on the matter.",
)
_IF = Sentence(
    "Om beslutet överklagas genom laglighetsprövning: {what}",
    "If the decision is appealed by laglighetsprövning: {what}",
)
_SAID = Sentence("{said}.", "{said}.")


@frozen(kw_only=True)
class Duty(Readable):
    """
    What has to be done when a decision has been taken (skyldighet).

    Attributes:
        kind: ``anmäls``, ``protokollförs särskilt`` or ``överklagande``.
        to: Ids of the organs and posts that are told.
        often: How often, for a report.
        law: The paragraph.
        source: Where the region says so.
        sentence: What it says, with names in braces.
        words: What the names stand for.
    """

    _read: ClassVar[str] = "kind"

    kind: str
    to: tuple[str, ...] = field(default=(), converter=as_tuple)
    often: Frequency | None = None
    law: str | None = None
    source: Source | None = None
    sentence: Sentence
    words: tuple[tuple[str, str], ...] = ()

    def text(self, lang: Language = "sv") -> str:
        """The duty in one sentence."""
        return one_line(self.sentence.say(lang, **dict(self.words)))

    def to_records(self) -> list[dict[str, Any]]:
        """One row: kind, to, often, law, text."""
        often = None if self.often is None else self.often.value
        return [{"kind": self.kind, "to": list(self.to), "often": often, "law": self.law, "text": self.text()}]


def duties_of(right: Right, case: Case) -> Iterator[Duty]:
    """What follows when a decision is taken by a right."""
    delegation = right.delegation
    if delegation is None:
        yield from _appeal(case, _FROM_OWN)
        return
    told = tuple(_reported(right, delegation, case))
    yield from told
    unreported = delegation.reporting is not None and delegation.reporting.often is Frequency.NOT_REPORTED
    if unreported and not told:
        yield from _recorded(right, delegation, case)
    yield from _appeal(case, _begins(delegation, case, reported=bool(told)))
    yield from _special(case)


def _begins(delegation: Delegation, case: Case, *, reported: bool) -> Sentence | None:
    """When the time for appeal begins; None for a right that a statute gives, of which nothing is held."""
    if delegation.giver is None:
        return None
    if delegation.giver in case.authority.bodies.assemblies:
        return _FROM_OWN
    return _FROM_REPORT if reported else _FROM_RECORD


def reporting_rule(authority: Authority, delegation: Delegation, taker: str, kind: str = "") -> LawRule | None:
    """
    The provision that decisions on a delegation are reported by.

    Args:
        authority: The rights of the model.
        delegation: The delegation.
        taker: Id of the organ or post that decides.
        kind: What comes after its number in the law's data, such as ``-protokoll``.
    """
    rules = authority.law.rules
    if delegation.giver is None:
        return None
    if delegation.giver in authority.bodies.assemblies:
        return None if kind else rules.get("kl/6-5")
    employed = authority.bodies.kind(taker) in _EMPLOYED
    return rules.get(f"kl/7-8{kind}" if employed else f"kl/6-40{kind}")


_EMPLOYED = frozenset({*HEADS, PositionKind.EMPLOYEE, PositionKind.STATUTORY})


def _reported(right: Right, delegation: Delegation, case: Case) -> Iterator[Duty]:
    authority, reporting = case.authority, delegation.reporting
    rule = _in_force(reporting_rule(authority, delegation, right.taker), case)
    often = Frequency.NOT_STATED if reporting is None else reporting.often
    to = () if reporting is None else (*reporting.organs, *reporting.positions)
    if right.urgent:
        nearest = next((each.giver for each in reversed(right.chain) if each.giver is not None), None)
        to, often = to or ((nearest,) if nearest else ()), Frequency.NEXT_MEETING
        rule = case.moment.law.rule("kl/6-40-2")
    source = next(iter(delegation.sources), None)
    if often is Frequency.NOT_STATED or (often in _WHEN and not to):
        yield from _unstated(right, delegation, case, rule)
    elif often in _WHEN:
        words = {
            lang: _REPORT.say(
                lang,
                to=listed((name_of(authority, id) for id in to), lang),
                when=_WHEN[often].say(lang),
            )
            for lang in LANGUAGES
        }
        yield Duty(
            kind=REPORTED, to=to, often=often, law=cited(rule), source=source, sentence=EITHER, words=both(words)
        )


def _unstated(right: Right, delegation: Delegation, case: Case, rule: LawRule | None) -> Iterator[Duty]:
    """Where the scheme is silent: the law says who settles it, a policy to whom if the right was passed on."""
    source = next(iter(delegation.sources), None)
    law, giver = case.authority.law, delegation.giver
    if giver is None:
        return
    if giver not in case.authority.bodies.positions:
        yield Duty(kind=REPORTED, law=cited(rule), source=source, sentence=_NOT_STATED)
        return
    above = right.chain[-2].giver if len(right.chain) > 1 else None
    committee = () if above is None else (above,)
    to = {
        ReportsTo.COMMITTEE: committee,
        ReportsTo.HEAD: (giver,),
        ReportsTo.BOTH: (giver, *committee),
    }[law.policies.subdelegate_reports_to]
    words = {lang: _READING.say(lang, reading=law.policies.told("subdelegate_reports_to", lang)) for lang in LANGUAGES}
    yield Duty(kind=REPORTED, to=to, law=cited(rule), source=source, sentence=EITHER, words=both(words))


def _in_force(rule: LawRule | None, case: Case) -> LawRule | None:
    """The provision, if it is in force on the day of the case."""
    return rule if rule is not None and rule.in_force(case.on) else None


def _recorded(right: Right, delegation: Delegation, case: Case) -> Iterator[Duty]:
    appealable = case.value_of(LEGALITY)
    if appealable is not False:
        rule = _in_force(reporting_rule(case.authority, delegation, right.taker, "-protokoll"), case)
        yield Duty(kind=RECORDED, law=cited(rule), sentence=_RECORD if appealable else _RECORD_IF)


def _appeal(case: Case, sentence: Sentence | None) -> Iterator[Duty]:
    rule_of = case.moment.law.rule
    appealable = case.value_of(LEGALITY)
    if appealable is False:
        if case.value_of("far-inte-overklagas") is not True:
            yield Duty(kind=APPEAL, law=cited(rule_of("kl/13-3")), sentence=_OTHER_APPEAL)
    elif sentence is None:
        return
    elif appealable is None:
        words = {lang: _IF.say(lang, what=_small(sentence.say(lang))) for lang in LANGUAGES}
        yield Duty(kind=APPEAL, law=cited(rule_of("kl/13-5")), sentence=EITHER, words=both(words))
    else:
        yield Duty(kind=APPEAL, law=cited(rule_of("kl/13-5")), sentence=sentence)


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _special(case: Case) -> Iterator[Duty]:
    """What a special statute says of reporting and appeal in such matters."""
    for rules in case.moment.law.reserved:
        for rule in rules:
            if not all(case.value_of(trait) is True for trait in rule.provision.traits):
                continue
            for kind, said in ((REPORTED, rule.provision.reported), (APPEAL, rule.provision.appealed)):
                if said is not None:
                    words = (("said", opened(said.rstrip("."))),)
                    yield Duty(kind=kind, law=rule.cited, sentence=_SAID, words=words)
