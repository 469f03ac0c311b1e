"""Who may be given a right to decide: kommunallagen's closed list, and whoever steps in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from regionstyrning.model.delegation import Delegation
from regionstyrning.model.findings import Severity
from regionstyrning.model.organisation import OrganKind, PositionKind
from regionstyrning.model.statutes import Tie
from regionstyrning.questions.authority.lawful import ASSEMBLY_LIST, CLOSED_LIST, PASSING_ON
from regionstyrning.questions.threads import title_of
from regionstyrning.rules.delegation.law_words import cited, is_permitted
from regionstyrning.rules.delegation.link import Grouping
from regionstyrning.rules.delegation.links import Links, links_of
from regionstyrning.rules.rule import Held, Hit, Rule, rule
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from regionstyrning.questions.authority.pattern import Kind
    from regionstyrning.rules.delegation.link import Link

NEVER: Mapping[Kind, str] = {
    OrganKind.ASSEMBLY_COMMITTEE: "kl/3-2",
    OrganKind.PREPARATORY: "kl/3-5-beredning",
    OrganKind.STAFF_JOINT: "kl/7-20",
    OrganKind.SELF_GOVERNING: "kl/8-4",
}
"""What says what a kind of body may decide, where it is nearer at hand than the closed list."""

OUTSIDE = "KL 6 kap. 37 §, 7 kap. 5 § och 9 kap. 37 §: bara den egna regionens eller en avtalsparts anställda."


@rule(
    "delegation.the-law-lets-the-taker-receive",
    severity=Severity.ERROR,
    lawful=True,
    source="KL 5 kap. 2 §, 6 kap. 37 §, 7 kap. 5–6 §§ och 9 kap. 30 och 37 §§.",
    sentence=Sentence(
        "{title}: lagen låter inte {taker} få beslutanderätten ({kind}).",
        "{title}: the law does not let {taker} receive the right to decide ({kind}).",
    ),
    mending=Sentence(
        "Ge rätten till presidiet, ett utskott, en ledamot eller ersättare, en anställd eller en automatiserad "
        "beslutsfunktion.",
        "Give it to the presidium, an utskott, a member or substitute, an employee or an automated function.",
    ),
)
def the_law_lets_the_taker_receive(held: Held) -> Iterator[Hit]:
    """Who receives a right to decide must be one of those that the law lets receive it."""
    links = links_of(held)
    for group, found in _not_permitted(links):
        if not (group.pattern.urgent and Tie.WITHIN in group.pattern.ties):
            yield from _taken(held, found, _why(links, group))


@rule(
    "delegation.urgent-matters-go-to-a-member",
    severity=Severity.ERROR,
    lawful=True,
    source="KL 6 kap. 39 §.",
    sentence=Sentence(
        "{title}: i brådskande ärenden får bara ordföranden eller en utsedd ledamot besluta, inte {taker} ({kind}).",
        "{title}: only the chair or an appointed member may decide urgent matters, not {taker} ({kind}).",
    ),
    mending=Sentence("Ge rätten till ordföranden eller en ledamot.", "Give it to the chair or a member."),
)
def urgent_matters_go_to_a_member(held: Held) -> Iterator[Hit]:
    """A right for urgent matters must be given to the chair or an appointed member."""
    links = links_of(held)
    law = cited(links.authority.law, "kl/6-39", "KL 6 kap. 39 §.")
    for group, found in _not_permitted(links):
        if group.pattern.urgent and Tie.WITHIN in group.pattern.ties:
            yield from _taken(held, found, law)


@rule(
    "delegation.deputies-may-be-takers",
    severity=Severity.ERROR,
    lawful=True,
    source="KL 6 kap. 37 och 39 §§, 7 kap. 5–6 §§: en ersättare ska själv kunna vara delegat (bibliotekets läsning).",
    sentence=Sentence(
        "{title}: lagen låter inte ersättaren {taker} få beslutanderätten ({kind}).",
        "{title}: the law does not let the deputy {taker} receive the right to decide ({kind}).",
    ),
    mending=Sentence("Utse en ersättare som kan vara delegat.", "Name a deputy who may be a taker."),
)
def deputies_may_be_takers(held: Held) -> Iterator[Hit]:
    """Whoever decides in a taker's place must be one that the law lets receive the right."""
    links = links_of(held)
    for delegation in links.decisions:
        if delegation.deputies:
            yield from _deputies(held, links, delegation)


@rule(
    "delegation.a-deputy-is-another",
    severity=Severity.WARNING,
    source="Bibliotekets läsning: den som är borta kan inte ersätta sig själv.",
    sentence=Sentence(
        "{title}: {taker} ska ersätta sig själv eller står som ersättare två gånger.",
        "{title}: {taker} is to step in for itself, or stands as deputy twice.",
    ),
    mending=Sentence("Stryk eller byt ut ersättaren.", "Take the deputy out or name another."),
)
def a_deputy_is_another(held: Held) -> Iterator[Hit]:
    """A deputy must be another than the taker, and named once."""
    links = links_of(held)
    for delegation in links.decisions:
        if delegation.deputies:
            met = set(links.takers(delegation))
            for deputy in delegation.deputies:
                if deputy.position in met:
                    words = {"title": links.named(delegation), "taker": title_of(held.model, deputy.position)}
                    yield Hit((delegation.id, deputy.position), words)
                met.add(deputy.position)


@rule(
    "delegation.the-superior-is-known",
    severity=Severity.NOTE,
    source="Bibliotekets läsning: en regel om närmaste chef kräver att chefen går att peka ut.",
    sentence=Sentence(
        "{title}: närmaste chef beslutar i stället för {taker}, men ingen överordnad är angiven.",
        "{title}: the nearest superior decides in place of {taker}, but none is named.",
    ),
    mending=Sentence("Ange den överordnade befattningen.", "Name the superior post."),
)
def the_superior_is_known(held: Held) -> Iterator[Hit]:
    """Where the nearest superior steps in, the taker should have one."""
    links = links_of(held)
    for delegation in links.decisions:
        if delegation.superior_when is not None:
            for taker in links.takers(delegation):
                post = links.authority.bodies.positions.get(taker)
                if post is not None and post.superior is None:
                    words = {"title": links.named(delegation), "taker": post.title}
                    yield Hit((delegation.id, taker), words)


def _not_permitted(links: Links) -> Iterator[tuple[Grouping, list[Link]]]:
    """Kinds of links that no provision lets be, where the law of the day is held."""
    if not links.law.held:
        return
    for group, found in links.given.items():
        if not is_permitted(links.law, group):
            yield group, found
    for group, found in links.passed_on.items():
        lets_it = group.pattern.above == "committee" and group.pattern.allowed and group.pattern.head is not False
        if lets_it and not is_permitted(links.law, group):
            yield group, found


def _why(links: Links, group: Grouping) -> str:
    pattern, law = group.pattern, links.authority.law
    if pattern.taker is not None and pattern.taker in NEVER:
        return cited(law, NEVER[pattern.taker], "KL 6 kap. 37 §.")
    if pattern.ties & {Tie.OUTSIDE, Tie.AGREEMENT, Tie.PARTICIPANT}:
        return OUTSIDE
    id = PASSING_ON if pattern.above else ASSEMBLY_LIST if pattern.giver is OrganKind.ASSEMBLY else CLOSED_LIST
    if isinstance(pattern.taker, PositionKind) and id == CLOSED_LIST:
        id = "kl/6-37-ledamot"
    return cited(law, id, "KL 6 kap. 37 §.")


def _taken(held: Held, found: list[Link], law: str) -> Iterator[Hit]:
    """A hit for each delegation and taker, however many matters it is about."""
    links = links_of(held)
    for delegation, taker in dict.fromkeys((link.delegation.id, link.taker) for link in found):
        kind = links.authority.bodies.kind(taker)
        words = {
            "title": links.named(held.model.by_id[delegation]),
            "taker": title_of(held.model, taker),
            "kind": "?" if kind is None else kind.value,
        }
        yield Hit((delegation, taker), words, law)


def _deputies(held: Held, links: Links, delegation: Delegation) -> Iterator[Hit]:
    matter = next(links.matters(delegation), None)
    bases = links.bases.get(delegation.id)
    organ = links.authority.bodies.organs.get(delegation.giver or "")
    if matter is None or not links.law.held or (organ is None and not bases):
        return
    base = bases[0] if bases else None
    if base is not None and base.giver is None:
        return
    for deputy in delegation.deputies:
        kind = links.authority.bodies.kind(deputy.position)
        if kind is not None:
            pattern = links.pattern(delegation, deputy.position, matter, base)
            if not is_permitted(links.law, Grouping(pattern, links.stated(matter))):
                words = {"title": links.named(delegation), "taker": title_of(held.model, deputy.position)}
                yield Hit((delegation.id, deputy.position), words | {"kind": kind.value})


RULES: tuple[Rule, ...] = (
    the_law_lets_the_taker_receive,
    urgent_matters_go_to_a_member,
    deputies_may_be_takers,
    a_deputy_is_another,
    the_superior_is_known,
)
