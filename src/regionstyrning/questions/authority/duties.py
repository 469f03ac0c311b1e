"""What follows when a decision has been taken: to whom it is reported, and when the time for appeal starts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from attrs import field, frozen

from regionstyrning.model.delegation import Frequency
from regionstyrning.model.organisation import PositionKind
from regionstyrning.model.records import Source, as_tuple
from regionstyrning.questions.authority.telling import cited, title_of
from regionstyrning.text.escaping import one_line
from regionstyrning.text.readable import Readable
from regionstyrning.text.sentences import Sentence, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.law import Rule
    from regionstyrning.questions.authority.case import Case
    from regionstyrning.questions.authority.rights import Right
    from regionstyrning.text.sentences import Language

REPORTED = "anmäls"
RECORDED = "protokollförs särskilt"
APPEAL = "överklagande"

LEGALITY = "laglighetsprovning"

_REPORT = Sentence("Beslutet anmäls till {to}: {when}.", "The decision is reported to {to}: {when}.")
_NOT_STATED = Sentence(
    "Nämnden ska bestämma i vilken utsträckning beslutet anmäls; ordningen säger det inte.",
    "The nämnd is to decide to what extent the decision is reported; the scheme does not say.",
)
_RECORD = Sentence(
    "Beslutet anmäls inte och ska därför protokollföras särskilt.",
    "The decision is not reported and is therefore recorded separately.",
)
_RECORD_IF = Sentence(
    "Beslutet anmäls inte och ska protokollföras särskilt om det överklagas genom laglighetsprövning.",
    "The decision is not reported, and is recorded separately if it is appealed by laglighetsprövning.",
)
_FROM_MINUTES = Sentence(
    "Tiden för överklagande är tre veckor från den dag då justeringen av det protokoll där anmälan står tillkännages.",
    "The time for appeal is three weeks from the day the approved minutes that hold the report are announced.",
)
_FROM_RECORD = Sentence(
    "Tiden för överklagande är tre veckor från den dag då det särskilda protokollet tillkännages.",
    "The time for appeal is three weeks from the day the separate record is announced.",
)
_FROM_OWN = Sentence(
    "Tiden för överklagande är tre veckor från den dag då justeringen av protokollet tillkännages.",
    "The time for appeal is three weeks from the day the approved minutes are announced.",
)
_OTHER_APPEAL = Sentence(
    "Beslutet överklagas inte genom laglighetsprövning; tiden räknas som den lag som styr ärendet säger.",
    "The decision is not appealed by laglighetsprövning; the time runs as the statute on the matter says.",
)
_IF = Sentence(
    "Om beslutet överklagas genom laglighetsprövning: {what}",
    "If the decision is appealed by laglighetsprövning: {what}",
)
_EITHER = Sentence("{sv}", "{en}")
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
    rules = case.authority.law.rules
    if right.delegation is None:
        yield from _appeal(case, _FROM_OWN)
        return
    told = _reported(right, case)
    yield from told
    reported = any(duty.kind == REPORTED and duty.to for duty in told)
    silent = right.delegation.reporting is None or right.delegation.reporting.often is Frequency.NOT_STATED
    if not reported and not silent:
        appealable = case.value_of(LEGALITY)
        law = cited(rules.get("kl/6-40-protokoll"))
        if appealable is not False:
            yield Duty(kind=RECORDED, law=law, sentence=_RECORD if appealable else _RECORD_IF)
    yield from _appeal(case, _FROM_MINUTES if reported or silent else _FROM_RECORD)
    yield from _special(case)


def _reported(right: Right, case: Case) -> tuple[Duty, ...]:
    delegation, authority = right.delegation, case.authority
    rules = authority.law.rules
    if delegation is None:
        return ()
    employee = authority.bodies.kind(right.taker)
    employed = employee in {PositionKind.DIRECTOR, PositionKind.HEAD, PositionKind.EMPLOYEE, PositionKind.STATUTORY}
    rule: Rule | None = rules.get("kl/7-8" if employed else "kl/6-40")
    reporting, source = delegation.reporting, next(iter(delegation.sources), None)
    often = None if reporting is None else reporting.often
    to = () if reporting is None else (*reporting.organs, *reporting.positions)
    if right.urgent:
        nearest = next((each.giver for each in reversed(right.chain) if each.giver is not None), None)
        to, often, rule = to or ((nearest,) if nearest else ()), Frequency.NEXT_MEETING, rules.get("kl/6-40-2")
    if often is Frequency.NOT_REPORTED:
        return ()
    if often is None or often is Frequency.NOT_STATED or not to:
        return (Duty(kind=REPORTED, law=cited(rule), source=source, sentence=_NOT_STATED),)
    words = (("to", listed(title_of(authority, id) for id in to)), ("when", often.value))
    return (Duty(kind=REPORTED, to=to, often=often, law=cited(rule), source=source, sentence=_REPORT, words=words),)


def _appeal(case: Case, sentence: Sentence) -> Iterator[Duty]:
    rules = case.authority.law.rules
    appealable = case.value_of(LEGALITY)
    if appealable is False:
        if case.value_of("far-inte-overklagas") is not True:
            yield Duty(kind=APPEAL, law=cited(rules.get("kl/13-3")), sentence=_OTHER_APPEAL)
        return
    words: tuple[tuple[str, str], ...] = ()
    if appealable is None:
        sv, en = (_small(sentence.say(lang)) for lang in ("sv", "en"))
        words = (("sv", _IF.say("sv", what=sv)), ("en", _IF.say("en", what=en)))
        sentence = _EITHER
    yield Duty(kind=APPEAL, law=cited(rules.get("kl/13-5")), sentence=sentence, words=words)


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
                    words = (("said", said[:1].upper() + said[1:].rstrip(".")),)
                    yield Duty(kind=kind, law=rule.cited, sentence=_SAID, words=words)
