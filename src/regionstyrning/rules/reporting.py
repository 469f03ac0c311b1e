"""Whether decisions on delegation are reported as the law asks: the family *reporting*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from regionstyrning.model.delegation import Delegation, Frequency
from regionstyrning.model.documents import Decision, DecisionKind
from regionstyrning.model.findings import Severity
from regionstyrning.model.organisation import Organ, OrganKind
from regionstyrning.questions.threads import title_of
from regionstyrning.rules.delegation.law_words import cited
from regionstyrning.rules.delegation.links import links_of
from regionstyrning.rules.rule import Held, Hit, Rule, rule
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from datetime import date

    from regionstyrning.rules.delegation.links import Links

EXTENT = "KL 6 kap. 40 § första stycket och 7 kap. 8 §."
URGENT = "KL 6 kap. 40 § andra stycket."

_AFTERWARDS = {DecisionKind.APPROVES_MINUTES, DecisionKind.ANNOUNCES}
"""What is done with the minutes, on a day on which nobody need have met."""

_RECORDED = "protokollför"
"""What a scheme says of decisions that are recorded separately; the field is text, so the word is looked for."""


@rule(
    "reporting.the-extent-is-decided",
    severity=Severity.WARNING,
    lawful=True,
    source=EXTENT,
    sentence=Sentence(
        "{title}: nämnden har inte bestämt i vilken utsträckning besluten anmäls.",
        "{title}: the nämnd has not decided to what extent the decisions are reported.",
    ),
    mending=Sentence(
        "Ange hur besluten anmäls, eller att de inte gör det.",
        "State how the decisions are reported, or that they are not.",
    ),
)
def the_extent_is_decided(held: Held) -> Iterator[Hit]:
    """A nämnd must decide to what extent decisions on delegation are reported to it."""
    links = links_of(held)
    law = cited(links.authority.law, "kl/6-40", EXTENT)
    if not links.law.held:
        return
    for delegation in links.decisions:
        reporting = delegation.reporting
        stated = reporting is not None and (reporting.often is not Frequency.NOT_STATED or reporting.text is not None)
        if not stated and not delegation.urgent_only and _committee(links, delegation) is not None:
            yield Hit((delegation.id,), {"title": links.named(delegation)}, law)


@rule(
    "reporting.urgent-decisions-come-to-the-next-meeting",
    severity=Severity.ERROR,
    lawful=True,
    source=URGENT,
    sentence=Sentence(
        "{title}: brådskande beslut anmäls vid nästa sammanträde med {committee}; raden säger: {often}.",
        "{title}: urgent decisions must be reported at the next meeting of {committee}; the row says: {often}.",
    ),
    mending=Sentence("Skriv att de anmäls vid nästa sammanträde.", "State that they are reported at the next meeting."),
)
def urgent_decisions_come_to_the_next_meeting(held: Held) -> Iterator[Hit]:
    """Urgent decisions must be reported at the next meeting of the nämnd."""
    links = links_of(held)
    law = cited(links.authority.law, "kl/6-40-2", URGENT)
    for delegation in links.decisions:
        if delegation.urgent_only and delegation.giver is not None and delegation.reporting is not None:
            often = delegation.reporting.often
            if often not in {Frequency.NEXT_MEETING, Frequency.NOT_STATED}:
                words = {"title": links.named(delegation), "committee": title_of(held.model, delegation.giver)}
                yield Hit((delegation.id, delegation.giver), words | {"often": often.value}, law)


@rule(
    "reporting.unreported-decisions-are-recorded",
    severity=Severity.WARNING,
    lawful=True,
    source="KL 6 kap. 40 § första stycket: det som kan överklagas genom laglighetsprövning.",
    sentence=Sentence(
        "{title}: besluten om {matter} anmäls inte och måste då protokollföras särskilt.",
        "{title}: decisions on {matter} are not reported and must then be recorded separately.",
    ),
    mending=Sentence(
        "Anmäl besluten, eller skriv att de protokollförs särskilt.",
        "Report them, or state that they are recorded separately (protokollförs särskilt).",
    ),
)
def unreported_decisions_are_recorded(held: Held) -> Iterator[Hit]:
    """Decisions open to laglighetsprövning that are not reported must be recorded separately."""
    links = links_of(held)
    law = cited(links.authority.law, "kl/6-40-protokoll", "KL 6 kap. 40 § första stycket.")
    for delegation in links.decisions:
        reporting = delegation.reporting
        if reporting is None or reporting.often is not Frequency.NOT_REPORTED or _RECORDED in (reporting.text or ""):
            continue
        for matter in links.matters(delegation):
            if ("laglighetsprovning", True) in links.stated(matter):
                words = {"title": links.named(delegation), "matter": title_of(held.model, matter)}
                yield Hit((delegation.id, matter), words, law)


@rule(
    "reporting.comes-to-the-committee",
    severity=Severity.WARNING,
    source="KL 6 kap. 40 § och 7 kap. 8 §: anmälan görs till nämnden; SKR läser annorlunda om vidaredelegering.",
    sentence=Sentence(
        "{title}: besluten anmäls, men inte till {committee}.",
        "{title}: the decisions are reported, but not to {committee}.",
    ),
    mending=Sentence("Lägg till nämnden bland dem som får anmälan.", "Add the nämnd to those that are told."),
)
def comes_to_the_committee(held: Held) -> Iterator[Hit]:
    """Decisions that are reported should come to the nämnd."""
    links = links_of(held)
    for delegation in links.decisions:
        reporting = delegation.reporting
        if reporting is not None and (reporting.organs or reporting.positions):
            if delegation.giver in reporting.organs:
                continue
            committee = _committee(links, delegation)
            if committee is not None and committee not in reporting.organs:
                words = {"title": links.named(delegation), "committee": title_of(held.model, committee)}
                yield Hit((delegation.id, committee), words)


@rule(
    "reporting.is-reported-in-time",
    severity=Severity.WARNING,
    lawful=True,
    source="KL 6 kap. 40 § och delegationsordningen.",
    each="decisions",
    sentence=Sentence(
        "{title} ({day}) anmäldes först den {reported}, efter sammanträdet den {meeting}.",
        "{title} ({day}) was reported only on {reported}, after the meeting of {meeting}.",
    ),
    mending=Sentence("Anmäl vid nästa sammanträde.", "Report at the next meeting."),
)
def is_reported_in_time(decision: Decision, held: Held) -> Iterator[Hit]:
    """A decision that must be reported at the next meeting must be so, where the report is recorded."""
    delegation = held.model.by_id.get(decision.delegation or "")
    if not isinstance(delegation, Delegation) or decision.on is None or not _next(delegation):
        return
    committee = _committee(links_of(held), delegation)
    if committee is None:
        return
    meetings = _meetings(held, committee, decision.on)
    reported = sorted(on for on, about in meetings if about == decision.id)
    if meetings and reported and reported[0] > meetings[0][0]:
        days = {"day": str(decision.on), "reported": str(reported[0]), "meeting": str(meetings[0][0])}
        law = cited(links_of(held).authority.law, "kl/6-40-2", URGENT) if delegation.urgent_only else None
        yield Hit((decision.id, delegation.id), {"title": decision.title} | days, law)


@rule(
    "reporting.crisis-decisions-come-to-fullmaktige",
    severity=Severity.WARNING,
    lawful=True,
    source="Lag (2006:544) 2 kap. 5 §: krisledningsnämndens beslut anmäls vid fullmäktiges nästa sammanträde.",
    each="decisions",
    sentence=Sentence(
        "{title} ({day}) anmäldes inte vid fullmäktiges sammanträde den {meeting}.",
        "{title} ({day}) was not reported at fullmäktige's meeting of {meeting}.",
    ),
    mending=Sentence("Lägg till fullmäktiges beslut om anmälan.", "Add fullmäktige's decision on the report."),
)
def crisis_decisions_come_to_fullmaktige(decision: Decision, held: Held) -> Iterator[Hit]:
    """What a krisledningsnämnd decides must be reported at the next meeting of fullmäktige."""
    by = held.model.by_id.get(decision.by)
    told = {DecisionKind.TAKES_OVER, DecisionKind.DECIDES}
    if not isinstance(by, Organ) or "krisledning" not in by.tasks or decision.on is None or decision.kind not in told:
        return
    for organ in held.model.organs:
        if organ.kind is OrganKind.ASSEMBLY:
            meetings = _meetings(held, organ.id, decision.on)
            if meetings and all(about != decision.id for on, about in meetings if on == meetings[0][0]):
                days = {"day": str(decision.on), "meeting": str(meetings[0][0])}
                yield Hit((decision.id, organ.id), {"title": decision.title} | days)


def _committee(links: Links, delegation: Delegation) -> str | None:
    """Id of the nämnd on whose behalf decisions are taken; None for what fullmäktige or a statute gives."""
    committees = links.authority.bodies.committees
    if delegation.giver in committees:
        return delegation.giver
    bases = links.bases.get(delegation.id)
    return bases[0].giver if bases and bases[0].giver in committees else None


def _next(delegation: Delegation) -> bool:
    often = None if delegation.reporting is None else delegation.reporting.often
    return delegation.urgent_only or often is Frequency.NEXT_MEETING


def _meetings(held: Held, organ: str, after: date) -> list[tuple[date, str | None]]:
    """The days on which an organ is known to have met after a day, with what each decision was about."""
    met = (each for each in held.model.decisions if each.by == organ and each.kind not in _AFTERWARDS)
    return sorted(
        ((each.on, each.about) for each in met if each.on is not None and each.on > after),
        key=lambda each: (each[0], each[1] or ""),
    )


RULES: tuple[Rule, ...] = (
    the_extent_is_decided,
    urgent_decisions_come_to_the_next_meeting,
    unreported_decisions_are_recorded,
    comes_to_the_committee,
    is_reported_in_time,
    crisis_decisions_come_to_fullmaktige,
)
