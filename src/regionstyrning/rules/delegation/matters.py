"""Which matters may be delegated at all, and what is stated of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from regionstyrning.law.standing import standing
from regionstyrning.model.delegation import Matter, TraitBasis
from regionstyrning.model.findings import Severity
from regionstyrning.model.organisation import OrganKind
from regionstyrning.questions.authority.pattern import Pattern
from regionstyrning.questions.threads import title_of
from regionstyrning.rules.delegation.law_words import bars, in_words
from regionstyrning.rules.delegation.link import Grouping
from regionstyrning.rules.delegation.links import links_of
from regionstyrning.rules.rule import Held, Hit, Rule, rule
from regionstyrning.rules.words import near
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from regionstyrning.law import LawRule
    from regionstyrning.model.delegation import Delegation
    from regionstyrning.questions.authority.pattern import Kind
    from regionstyrning.rules.delegation.link import Link
    from regionstyrning.rules.delegation.links import Links

BARS = "KL 5 kap. 1–2 §§, 6 kap. 38 §, 7 kap. 5 och 20 §§, 8 kap. 4 § och 9 kap. 37 §."

SEVERAL = 3
"""So many matters of its own must a nämnd have before all of them are its whole field."""


@rule(
    "delegation.the-matter-may-be-delegated",
    severity=Severity.ERROR,
    lawful=True,
    source=BARS,
    sentence=Sentence(
        "{title}: {matter} får inte delegeras till {taker}.", "{title}: {matter} may not be delegated to {taker}."
    ),
    mending=Sentence("Låt den som äger ärendet besluta.", "Leave the decision with the owner of the matter."),
)
def the_matter_may_be_delegated(held: Held) -> Iterator[Hit]:
    """A matter that the law says must not be delegated must not be so."""
    links = links_of(held)
    for groups in (links.given, links.passed_on):
        for group, found in groups.items():
            for barring in bars(links.law, group):
                yield from _barred(links, found, barring)


@rule(
    "delegation.barred-parts-are-left-out",
    severity=Severity.WARNING,
    lawful=True,
    source=BARS,
    sentence=Sentence(
        "{title} omfattar {matter}, som inte får delegeras till {taker}.",
        "{title} includes {matter}, which may not be delegated to {taker}.",
    ),
    mending=Sentence("Undanta den delen.", "Leave that part out."),
)
def barred_parts_are_left_out(held: Held) -> Iterator[Hit]:
    """Of a group of matters the part that must not be delegated should be left out."""
    links = links_of(held)
    for group, found in links.given.items():
        barred: dict[str, tuple[LawRule, ...]] = {}
        for link in found:
            for part in links.parts.get(link.matter, ()):
                if link.delegation.except_matters and not set(link.delegation.except_matters).isdisjoint(
                    links.authority.matters.above(part)
                ):
                    continue
                if part not in barred:
                    barred[part] = _only_of_the_part(links, group, part)
                for barring in barred[part]:
                    yield _hit(links, link, part, barring)


@rule(
    "delegation.the-scope-is-a-group-of-matters",
    severity=Severity.WARNING,
    lawful=True,
    source="KL 6 kap. 37 §: ett visst ärende eller en viss grupp av ärenden, alltså inte allt (bibliotekets läsning).",
    sentence=Sentence(
        "{title}: {taker} får besluta i allt som {giver} äger.", "{title}: {taker} may decide in all that {giver} owns."
    ),
    mending=Sentence("Räkna upp de grupper som menas, med gränser.", "Name the groups that are meant, with limits."),
)
def the_scope_is_a_group_of_matters(held: Held) -> Iterator[Hit]:
    """A nämnd must delegate a certain group of matters, not its whole field."""
    links = links_of(held)
    owned: dict[str, set[str]] = {}
    for matter in held.model.matters:
        owner = links.authority.matters.owner(matter.id)
        if owner is not None and owner != _owner_above(links, matter):
            owned.setdefault(owner, set()).add(matter.id)
    for delegation in links.decisions:
        if len(delegation.matters) >= SEVERAL and _is_all(links, delegation, owned):
            giver = delegation.giver or ""
            words = {"title": links.named(delegation), "giver": title_of(held.model, giver)}
            for taker in links.takers(delegation):
                yield Hit((delegation.id, taker), words | {"taker": title_of(held.model, taker)})


@rule(
    "delegation.the-owner-may-decide",
    severity=Severity.ERROR,
    lawful=True,
    source="KL 5 kap. 1 § och 6 kap. 7 §, och andra lagar som säger vem som beslutar.",
    each="matters",
    sentence=Sentence(
        "{title} ägs av {owner}, som enligt lag inte får besluta i det.",
        "{title} is owned by {owner}, which by law may not decide it.",
    ),
    mending=Sentence("Låt den som lagen nämner äga ärendet.", "Let the one that the law names own the matter."),
)
def the_owner_may_decide(matter: Matter, held: Held) -> Iterator[Hit]:
    """A matter must not be owned by an organ that the law does not let decide it."""
    if not matter.traits:
        return
    links = links_of(held)
    owner = links.authority.matters.owner(matter.id)
    kind = links.authority.bodies.kind(owner or "")
    if owner is not None and kind is not None:
        barring = _closed_to(links, kind, matter)
        if barring is not None:
            words = {"title": matter.title, "owner": title_of(held.model, owner)}
            yield Hit((matter.id, owner), words, in_words(barring))


@rule(
    "delegation.traits-are-known",
    severity=Severity.WARNING,
    lawful=True,
    source="Bibliotekets läsning: en egenskap som varken lag, villkor eller egen läsning känner har ingen verkan.",
    each="matters",
    sentence=Sentence(
        "{title} har egenskapen {code}, som varken lagen eller någon delegering frågar efter{hint}.",
        "{title} has the trait {code}, which neither law nor any delegation asks for{hint}.",
    ),
    mending=Sentence(
        "Rätta namnet, eller ange lagrum eller källa för den egna läsningen.",
        "Correct the name, or name the paragraph or source of the reading.",
    ),
)
def traits_are_known(matter: Matter, held: Held) -> Iterator[Hit]:
    """A trait that a matter states must be one that law, a condition or a local reading knows."""
    if not matter.traits:
        return
    known = _known(held)
    for trait in matter.traits:
        read = trait.basis is TraitBasis.LOCAL and (trait.law is not None or bool(trait.sources))
        if trait.id not in known and not read:
            yield Hit((matter.id,), {"title": matter.title, "code": trait.id, "hint": near(trait.id, sorted(known))})


@rule(
    "delegation.traits-agree",
    severity=Severity.WARNING,
    source="Bibliotekets läsning: det som alltid gäller för en grupp gäller för delarna.",
    each="matters",
    sentence=Sentence(
        "{title} säger motsatsen till {other} om egenskapen {code}.",
        "{title} says the opposite of {other} about the trait {code}.",
    ),
    mending=Sentence("Rätta den ena.", "Correct one of them."),
)
def traits_agree(matter: Matter, held: Held) -> Iterator[Hit]:
    """A part must not state the opposite of what its group states."""
    if matter.part_of is None or not matter.traits:
        return
    matters = links_of(held).authority.matters
    if matter.part_of not in matters.by_id:
        return
    above = matters.traits(matter.part_of)
    for trait in matter.traits:
        other = above.get(trait.id)
        if other is not None and other.holds is not trait.holds:
            words = {"title": matter.title, "other": title_of(held.model, matter.part_of), "code": trait.id}
            yield Hit((matter.id, matter.part_of), words)


def _only_of_the_part(links: Links, group: Grouping, part: str) -> tuple[LawRule, ...]:
    """What forbids links about a part, and not about the whole."""
    own = {each.id for each in bars(links.law, group)}
    found = bars(links.law, Grouping(group.pattern, links.stated(part)))
    return tuple(each for each in found if each.id not in own and not each.provision.on_grant)


def _barred(links: Links, found: list[Link], barring: LawRule) -> Iterator[Hit]:
    by_id, asked = links.authority.matters.by_id, set(barring.provision.traits)
    for link in found:
        if barring.provision.on_grant and not asked <= {each.id for each in by_id[link.matter].traits if each.holds}:
            continue
        yield _hit(links, link, link.matter, barring)


def _hit(links: Links, link: Link, matter: str, barring: LawRule) -> Hit:
    model = links.authority.model
    words = {
        "title": links.named(link.delegation),
        "taker": title_of(model, link.taker),
        "matter": title_of(model, matter),
    }
    return Hit((link.delegation.id, matter, link.taker), words, in_words(barring))


def _closed_to(links: Links, kind: Kind, matter: Matter) -> LawRule | None:
    """
    The provision that, by what is stated, closes a matter to a kind of organ.

    One that reserves it for a post is left aside: a nämnd may be the home of what it does not decide.
    """
    stated = Grouping(Pattern(giver=None, taker=kind), links.stated(matter.id))
    for each in links.law.deciding:
        kinds = (*each.provision.organ_kinds, *each.provision.position_kinds)
        if (not kinds or kind in kinds) and standing(each.provision, stated.value_of)[0] is True:
            return each
    for rules in links.law.reserved:
        kinds = tuple(one for each in rules for one in (*each.provision.organ_kinds, *each.provision.position_kinds))
        organs_only = bool(kinds) and all(isinstance(each, OrganKind) for each in kinds)
        if organs_only and kind not in kinds and standing(rules[0].provision, stated.value_of)[0] is True:
            return rules[0]
    return None


def _owner_above(links: Links, matter: Matter) -> str | None:
    above = links.authority.matters.above(matter.id)[1:]
    return links.authority.matters.owner(above[0]) if above else None


def _is_all(links: Links, delegation: Delegation, owned: dict[str, set[str]]) -> bool:
    """Whether nothing of what its giver owns is left out or limited."""
    if delegation.giver not in links.authority.bodies.committees:
        return False
    narrowed = delegation.except_matters or delegation.limits or delegation.conditions or delegation.urgent_only
    top = owned.get(delegation.giver or "", set())
    return not narrowed and len(top) >= SEVERAL and top <= set(delegation.matters)


def _known(held: Held) -> set[str]:
    found: set[str] | None = held.model.memo.get("known-traits")
    if found is None:
        asked = {each.fact for delegation in held.model.delegations for each in delegation.conditions}
        found = held.model.memo["known-traits"] = asked | links_of(held).authority.law.traits
    return found


RULES: tuple[Rule, ...] = (
    the_matter_may_be_delegated,
    barred_parts_are_left_out,
    the_scope_is_a_group_of_matters,
    the_owner_may_decide,
    traits_are_known,
    traits_agree,
)
