"""Passing on: once, by a förvaltningschef, if the nämnd has allowed it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from regionstyrning.model.findings import Severity
from regionstyrning.model.organisation import OrganKind
from regionstyrning.questions.authority.bodies import HEADS
from regionstyrning.questions.authority.lawful import PASSING_ON
from regionstyrning.questions.threads import title_of
from regionstyrning.rules.delegation.law_words import cited, is_permitted
from regionstyrning.rules.delegation.links import links_of
from regionstyrning.rules.rule import Held, Hit, Rule, rule
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from regionstyrning.model.delegation import Delegation
    from regionstyrning.rules.delegation.link import Link
    from regionstyrning.rules.delegation.links import Links

LAW = "KL 7 kap. 6 §."

_NO_GIVERS = {
    OrganKind.SUBCOMMITTEE,
    OrganKind.PRESIDIUM,
    OrganKind.PREPARATORY,
    OrganKind.ASSEMBLY_COMMITTEE,
    OrganKind.AUTOMATED,
    OrganKind.STAFF_JOINT,
    OrganKind.SELF_GOVERNING,
    OrganKind.ADMINISTRATION,
    OrganKind.DIVISION,
    OrganKind.AREA,
    OrganKind.DEPARTMENT,
    OrganKind.UNIT,
    OrganKind.OFFICE,
    OrganKind.FORUM,
    OrganKind.PROGRAMME,
}
"""Kinds of organ that have no right of their own to give, and may not pass on one they have received."""


@rule(
    "delegation.passing-on-is-allowed",
    severity=Severity.ERROR,
    lawful=True,
    source=LAW,
    sentence=Sentence(
        "{title}: {giver} för rätten vidare, fast {above} inte har medgett det.",
        "{title}: {giver} passes the right on, although {above} has not allowed it.",
    ),
    mending=Sentence(
        "Låt den som gav rätten medge vidaredelegering, eller ge rätten direkt.",
        "Have the giver allow it, or give the right directly.",
    ),
)
def passing_on_is_allowed(held: Held) -> Iterator[Hit]:
    """Who passes a right on must have leave to do so."""
    links = links_of(held)
    for group, found in links.passed_on.items():
        by_statute = group.pattern.above == "statute" and is_permitted(links.law, group)
        if group.pattern.above != "post" and group.pattern.allowed is not True and not by_statute:
            law = cited(links.authority.law, PASSING_ON, LAW) if group.pattern.above == "committee" else None
            for link in _each(found):
                above = link.base
                giver = "" if above is None else above.giver or above.statute or ""
                words = _words(links, link.delegation) | {"above": title_of(held.model, giver)}
                yield Hit((link.delegation.id, "" if above is None else above.id), words, law)


@rule(
    "delegation.passes-on-once",
    severity=Severity.ERROR,
    lawful=True,
    source="KL 7 kap. 6 §: bara förvaltningschefen får ge rätten vidare, och inte den som har fått den av chefen.",
    sentence=Sentence(
        "{title}: {giver} har själv fått rätten av {above} och får inte ge den vidare.",
        "{title}: {giver} was itself given the right by {above} and may not pass it on.",
    ),
    mending=Sentence("Låt förvaltningschefen ge rätten.", "Have the head of administration give it."),
)
def passes_on_once(held: Held) -> Iterator[Hit]:
    """What was passed on must not be passed on again."""
    links = links_of(held)
    for group, found in links.passed_on.items():
        if group.pattern.above == "post":
            for link in _each(found):
                above = "" if link.base is None else link.base.giver or ""
                words = _words(links, link.delegation) | {"above": title_of(held.model, above)}
                yield Hit((link.delegation.id, link.delegation.giver or ""), words)


@rule(
    "delegation.a-head-passes-on",
    severity=Severity.ERROR,
    lawful=True,
    source=LAW,
    sentence=Sentence(
        "{title}: {giver} är inte förvaltningschef inom nämndens område och får inte ge rätten vidare.",
        "{title}: {giver} is no head of administration within the nämnd's field and may not pass the right on.",
    ),
    mending=Sentence("Låt nämnden ge rätten direkt.", "Have the nämnd give it directly."),
)
def a_head_passes_on(held: Held) -> Iterator[Hit]:
    """Who passes a right on must be förvaltningschef within the nämnd's field."""
    links = links_of(held)
    law = cited(links.authority.law, PASSING_ON, LAW)
    for group, found in links.passed_on.items():
        if group.pattern.above == "committee" and group.pattern.head is False:
            for link in _each(found):
                yield Hit((link.delegation.id, link.delegation.giver or ""), _words(links, link.delegation), law)
    none = {organ.id for organ in held.model.organs if organ.kind in _NO_GIVERS}
    for delegation in links.decisions:
        if delegation.giver is not None and delegation.giver in none:
            yield Hit((delegation.id, delegation.giver), _words(links, delegation), law)


@rule(
    "delegation.leave-to-pass-on-is-a-heads",
    severity=Severity.WARNING,
    lawful=True,
    source=LAW,
    sentence=Sentence(
        "{title}: {taker} får ge rätten vidare men är inte förvaltningschef inom nämndens område.",
        "{title}: {taker} may pass the right on but is no head of administration within the nämnd's field.",
    ),
    mending=Sentence("Ta bort medgivandet.", "Take the leave away."),
)
def leave_to_pass_on_is_a_heads(held: Held) -> Iterator[Hit]:
    """Leave to pass a right on must be given to a förvaltningschef."""
    links = links_of(held)
    bodies = links.authority.bodies
    law = cited(links.authority.law, PASSING_ON, LAW)
    for delegation in links.decisions:
        if delegation.may_pass_on and delegation.giver in bodies.committees:
            for taker in links.takers(delegation):
                if bodies.kind(taker) not in HEADS or bodies.heads_in_field(taker, delegation.giver or "") is False:
                    words = {"title": links.named(delegation), "taker": title_of(held.model, taker)}
                    yield Hit((delegation.id, taker), words, law)


def _each(found: list[Link]) -> list[Link]:
    """One link a delegation."""
    return list({link.delegation.id: link for link in found}.values())


def _words(links: Links, delegation: Delegation) -> dict[str, str]:
    giver = title_of(links.authority.model, delegation.giver or "")
    return {"title": links.named(delegation), "giver": giver}


RULES: tuple[Rule, ...] = (passing_on_is_allowed, passes_on_once, a_head_passes_on, leave_to_pass_on_is_a_heads)
