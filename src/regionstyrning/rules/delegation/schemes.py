"""What the rows of a scheme of delegation say: to whom, together or alone, and whether of decisions at all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from regionstyrning.model.delegation import Nature, Together
from regionstyrning.model.findings import Severity
from regionstyrning.questions.threads import title_of
from regionstyrning.rules.delegation.links import links_of
from regionstyrning.rules.rule import Held, Hit, Rule, rule
from regionstyrning.text.sentences import Sentence, listed

if TYPE_CHECKING:
    from regionstyrning.model.delegation import Delegation
    from regionstyrning.rules.delegation.links import Links


@rule(
    "delegation.takers-act-each-alone",
    severity=Severity.ERROR,
    lawful=True,
    source="KL 7 kap. 5 §: en anställd får besluta; flera tillsammans kan inte vara delegat (vedertagen läsning).",
    sentence=Sentence(
        "{title}: {takers} ska besluta tillsammans, och det går inte att delegera till en grupp.",
        "{title}: {takers_en} are to decide together, and a right cannot be given to a group.",
    ),
    mending=Sentence(
        "Låt var och en besluta, eller ge rätten till ett utskott.", "Let each decide, or give it to an utskott."
    ),
)
def takers_act_each_alone(held: Held) -> Iterator[Hit]:
    """Several takers must not have to act together."""
    yield from _together(held, Together.JOINTLY)


@rule(
    "delegation.how-takers-act-is-stated",
    severity=Severity.NOTE,
    source="Bibliotekets läsning: var och en beslutar ensam, om det är så det är menat.",
    sentence=Sentence(
        "{title}: det sägs inte om {takers} beslutar var för sig.",
        "{title}: it is not said whether {takers_en} decide each alone.",
    ),
    mending=Sentence("Skriv ut att var och en beslutar ensam.", "Say that each of them decides alone."),
)
def how_takers_act_is_stated(held: Held) -> Iterator[Hit]:
    """Of several takers it should be said that each acts alone."""
    yield from _together(held, Together.NOT_STATED)


@rule(
    "delegation.the-taker-is-a-post-or-organ",
    severity=Severity.NOTE,
    source="KL 6 kap. 37 § och 7 kap. 5 §: delegaten ska kunna pekas ut (bibliotekets läsning).",
    sentence=Sentence(
        "{title}: {takers} är inget organ och ingen befattning i modellen, så ingen får rätten.",
        "{title}: {takers_en} is no organ or post of the model, so nobody receives the right.",
    ),
    mending=Sentence("Ange vilken befattning eller vilket organ som avses.", "Name the post or organ that is meant."),
)
def the_taker_is_a_post_or_organ(held: Held) -> Iterator[Hit]:
    """A right should be given to a post or organ that can be pointed out."""
    links = links_of(held)
    for delegation in links.offices.values():
        offices = [each.office or "" for each in delegation.receivers if (each.position or each.organ) is None]
        yield Hit((delegation.id,), _several(links, delegation, offices))


@rule(
    "delegation.has-a-taker",
    severity=Severity.WARNING,
    source="KL 6 kap. 37 § och 7 kap. 5 §: en rätt ges åt någon.",
    sentence=Sentence("{title}: ingen mottagare är angiven.", "{title}: no taker is named."),
    mending=Sentence("Ange vem som får rätten.", "Name who receives the right."),
)
def has_a_taker(held: Held) -> Iterator[Hit]:
    """A delegation must name who receives the right."""
    links = links_of(held)
    for delegation in links.decisions:
        if not delegation.receivers:
            yield Hit((delegation.id,), {"title": links.named(delegation)})


@rule(
    "delegation.a-row-of-a-scheme-is-a-decision",
    severity=Severity.WARNING,
    source="KL 6 kap. 37 § och 13 kap. 2 §: beslut delegeras; verkställighet, attest och firmateckning är annat.",
    sentence=Sentence(
        "{title} är {nature} och inget beslut, men står i delegationsordningen {document}.",
        "{title} is {nature} and no decision, but stands in the scheme of delegation {document}.",
    ),
    mending=Sentence("Flytta raden till en ordning för sådant.", "Move it to a scheme for such acts."),
)
def a_row_of_a_scheme_is_a_decision(held: Held) -> Iterator[Hit]:
    """A row of a scheme that delegates decisions must be about decisions."""
    links = links_of(held)
    if len(links.decisions) == len(held.model.delegations):
        return
    schemes = {each.document for each in links.decisions if each.document is not None}
    decided = {each.id for each in links.decisions}
    for delegation in held.model.delegations:
        if delegation.id not in decided and delegation.document in schemes:
            natures = (links.authority.matters.by_id[matter].nature for matter in links.matters(delegation))
            nature = delegation.nature if delegation.nature is not Nature.DECISION else next(natures)
            words = {"title": links.named(delegation), "nature": nature.value}
            yield Hit((delegation.id,), words | {"document": title_of(held.model, delegation.document or "")})


def _together(held: Held, how: Together) -> Iterator[Hit]:
    links = links_of(held)
    for delegation in links.decisions:
        if delegation.together is how and len(delegation.receivers) > 1:
            yield Hit((delegation.id,), _several(links, delegation, _titles(links, delegation)))


def _titles(links: Links, delegation: Delegation) -> list[str]:
    model = links.authority.model
    return [title_of(model, each.position or each.organ or each.office or "?") for each in delegation.receivers]


def _several(links: Links, delegation: Delegation, titles: list[str]) -> dict[str, str]:
    return {"title": links.named(delegation), "takers": listed(titles), "takers_en": listed(titles, "en")}


RULES: tuple[Rule, ...] = (
    takers_act_each_alone,
    how_takers_act_is_stated,
    the_taker_is_a_post_or_organ,
    has_a_taker,
    a_row_of_a_scheme_is_a_decision,
)
