"""Whether each right leads up to fullmäktige, the owner of the matter or a statute, and narrows on the way down."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from regionstyrning.model.delegation import LimitUnit
from regionstyrning.model.findings import Severity
from regionstyrning.model.organisation import OrganKind
from regionstyrning.questions.threads import title_of
from regionstyrning.rules.delegation.links import links_of
from regionstyrning.rules.rule import Held, Hit, Rule, rule
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from regionstyrning.model.delegation import Delegation
    from regionstyrning.questions.authority.rights import Right
    from regionstyrning.rules.delegation.links import Links

_MONEY = LimitUnit.SEK, LimitUnit.PRICE_BASE_AMOUNT

CHAIN = "KL 3 kap. 1 §, 5 kap. 2 §, 6 kap. 3 och 37 §§: den som ger en rätt ska själv ha den."

_EMPTIED = {
    "matter": Sentence(
        "{title} ger ingenting: givarens rätt gäller andra ärenden.",
        "{title} gives nothing: the giver's right is about other matters.",
    ),
    "excepted": Sentence(
        "{title} ger ingenting: ärendet är undantaget ur givarens rätt.",
        "{title} gives nothing: the matter is left out of the giver's right.",
    ),
    "condition": Sentence(
        "{title} ger ingenting: villkoren kan inte vara uppfyllda samtidigt.",
        "{title} gives nothing: its conditions cannot be met at once.",
    ),
    "day": Sentence(
        "{title} ger ingenting: dagarna ligger utanför givarens.",
        "{title} gives nothing: its days lie outside the giver's.",
    ),
}


@rule(
    "delegation.leads-up-to-fullmaktige-or-a-statute",
    severity=Severity.ERROR,
    lawful=True,
    source=CHAIN,
    sentence=Sentence(
        "{title}: {giver} har inte själv rätten och kan inte ge den.",
        "{title}: {giver} does not hold the right and cannot give it.",
    ),
    mending=Sentence(
        "Ange varifrån givaren har rätten, eller låt den som äger ärendet ge den.",
        "Say where the giver has it from, or have the owner of the matter give it.",
    ),
)
def leads_up_to_fullmaktige_or_a_statute(held: Held) -> Iterator[Hit]:
    """The chain of a right must lead up to fullmäktige, the owner of the matter or a statute."""
    links = links_of(held)
    for delegation in _free(held):
        if delegation.giver is None:
            sentence = Sentence("{title}: ingen givare är angiven.", "{title}: no giver is named.")
            yield Hit((delegation.id,), {"title": links.named(delegation)}, None, sentence)
        elif delegation.giver not in links.gone and not _overseen(links, delegation):
            yield Hit((delegation.id, delegation.giver), _words(links, delegation))


@rule(
    "delegation.oversight-gives-no-right",
    severity=Severity.ERROR,
    lawful=True,
    source="KL 6 kap. 1 och 8 §§: uppsikten är ingen rätt att besluta (bibliotekets läsning).",
    sentence=Sentence(
        "{title}: {giver} ger rätt i ett ärende som {owner} äger; uppsikten räcker inte.",
        "{title}: {giver} gives a right in a matter that {owner} owns; oversight is not enough.",
    ),
    mending=Sentence(
        "Låt nämnden ge rätten, eller fullmäktige först låta styrelsen besluta.",
        "Have the nämnd give it, or fullmäktige first let the board decide.",
    ),
)
def oversight_gives_no_right(held: Held) -> Iterator[Hit]:
    """Who has uppsikt over a nämnd must not give rights in its matters."""
    links = links_of(held)
    for delegation in _free(held):
        if delegation.giver is not None and _overseen(links, delegation):
            owner = next(filter(None, map(links.authority.matters.owner, links.matters(delegation))))
            words = _words(links, delegation) | {"owner": title_of(held.model, owner)}
            yield Hit((delegation.id, delegation.giver, owner), words)


@rule(
    "delegation.ends-with-its-giver",
    severity=Severity.ERROR,
    lawful=True,
    source="KL 6 kap. 37 §: en delegering från en nämnd som har upphört upphör med den (bibliotekets läsning).",
    sentence=Sentence(
        "{title}: {giver} finns inte den {day}, så rätten gäller inte längre.",
        "{title}: {giver} does not exist on {day}, so the right no longer holds.",
    ),
    mending=Sentence(
        "Avsluta den, eller låt den nya nämnden besluta på nytt.", "End it, or have the new nämnd decide."
    ),
)
def ends_with_its_giver(held: Held) -> Iterator[Hit]:
    """A delegation must not outlive the organ or post that gave it."""
    links = links_of(held)
    for delegation in links.decisions:
        if delegation.giver in links.gone and delegation.giver is not None:
            words = _words(links, delegation) | {"day": str(held.model.as_of)}
            yield Hit((delegation.id, delegation.giver), words)


@rule(
    "delegation.is-no-wider-than-the-givers",
    severity=Severity.WARNING,
    lawful=True,
    source="KL 5 kap. 2 § och 7 kap. 6 §: ingen kan ge mer än den har (bibliotekets läsning).",
    sentence=Sentence(
        "{title} är vidare än rätten den bygger på: {how}.", "{title} is wider than the right it builds on: {how_en}."
    ),
    mending=Sentence("Snäva in den till givarens rätt.", "Narrow it to the giver's right."),
)
def is_no_wider_than_the_givers(held: Held) -> Iterator[Hit]:
    """What is handed on must be no wider than what the giver holds."""
    links = links_of(held)
    for delegation in links.handed_on:
        for base, wider in _wider(links, delegation):
            words = {"title": links.named(delegation), "how": wider[0], "how_en": wider[1]}
            yield Hit((delegation.id, base.id), words)


@rule(
    "delegation.comes-to-something",
    severity=Severity.ERROR,
    lawful=True,
    source="KL 5 kap. 2 § och 7 kap. 6 §: av en rätt finns bara det som alla led har gemensamt (bibliotekets läsning).",
    sentence=Sentence("{title} ger ingenting.", "{title} gives nothing."),
    mending=Sentence("Rätta raden eller den som den bygger på.", "Correct the row or the one it builds on."),
)
def comes_to_something(held: Held) -> Iterator[Hit]:
    """What is handed on must leave its taker something to decide."""
    links = links_of(held)
    moment = links.authority.moment(held.model.as_of)
    for delegation in links.handed_on:
        if _may_be_empty(links, delegation):
            for taker in links.takers(delegation):
                reason = _emptied(moment.rights_by(delegation, taker), delegation)
                if reason is not None:
                    words = {"title": links.named(delegation)}
                    yield Hit((delegation.id, taker), words, None, _EMPTIED[reason])


def _words(links: Links, delegation: Delegation) -> dict[str, str]:
    return {"title": links.named(delegation), "giver": title_of(links.authority.model, delegation.giver or "")}


def _free(held: Held) -> tuple[Delegation, ...]:
    """The delegations whose giver neither owns the matter nor has received it, looked for once."""
    found: tuple[Delegation, ...] | None = held.model.memo.get("hang-free")
    if found is None:
        links = links_of(held)
        free = [each for each in links.decisions if _hangs_free(links, each)]
        found = held.model.memo["hang-free"] = tuple(free)
    return found


def _hangs_free(links: Links, delegation: Delegation) -> bool:
    """Whether its giver neither owns the matter nor has received it."""
    giver = delegation.giver
    if giver is None:
        return delegation.statute is None
    if giver not in links.authority.bodies.committees:
        return giver in links.authority.bodies.positions and not links.bases[delegation.id]
    if delegation.builds_on is not None and not links.upper(delegation):
        return True
    for matter in delegation.matters:
        key = giver, matter
        if key not in links.had and matter in links.authority.matters.by_id:
            if not _has(links, giver, matter):
                return True
            links.had.add(key)
    return False


def _has(links: Links, organ: str, matter: str) -> bool:
    """Whether a matter is an organ's own, received, or nobody is said to own it."""
    matters = links.authority.matters
    owner = matters.owner(matter)
    if owner is None or owner == organ or links.authority.overtaker(matter, links.authority.model.as_of) == organ:
        return True
    received = links.received.get(organ)
    if not received:
        return False
    return any(each in received for each in matters.above(matter)) or any(
        matters.within(each, matter) for each in received if each in matters.by_id
    )


def _overseen(links: Links, delegation: Delegation) -> bool:
    """Whether a styrelse gives what another nämnd owns."""
    giver = delegation.giver or ""
    bodies = links.authority.bodies
    if bodies.kind(giver) is not OrganKind.BOARD:
        return False
    owners = {links.authority.matters.owner(matter) for matter in links.matters(delegation)} - {giver, None}
    return bool(owners) and owners <= bodies.committees


def _may_be_empty(links: Links, delegation: Delegation) -> bool:
    """Whether what it builds on is such that nothing may be left, as a first look tells."""
    above = links.authority.matters.above
    for base in links.upper(delegation):
        if base.matters == delegation.matters and not (base.except_matters or delegation.conditions):
            return False
        meet = any(not set(base.matters).isdisjoint(above(matter)) for matter in links.matters(delegation))
        bound = delegation.conditions and (base.conditions or base.limits)
        if meet and not base.except_matters and not bound:
            return False
    return True


def _emptied(rights: list[Right], delegation: Delegation) -> str | None:
    """What empties all rights that it gives, if that lies in the delegation itself."""
    reasons = [right.emptied for right in rights]
    if not reasons or None in reasons:
        return None
    own = [each[0] for each in reasons if each is not None and each[1] == delegation.id]
    return own[0] if own and own[0] in _EMPTIED else None


def _wider(links: Links, delegation: Delegation) -> Iterator[tuple[Delegation, tuple[str, str]]]:
    """The base it exceeds and in what, if it exceeds every one of them."""
    found = []
    for base in links.upper(delegation):
        how = _exceeds(links, delegation, base)
        if how is None:
            return
        found.append((base, how))
    yield from found[:1]


def _exceeds(links: Links, delegation: Delegation, base: Delegation) -> tuple[str, str] | None:
    for unit in _MONEY if delegation.limits and base.limits and delegation.limits != base.limits else ():
        own, above = _least(delegation, unit), _least(base, unit)
        if own is not None and above is not None and own > above:
            what = unit.value
            return f"{own:f} {what} mot givarens {above:f}", f"{own:f} {what} against the giver's {above:f}"
    own_last = None if delegation.validity is None else delegation.validity.last
    last = None if base.validity is None else base.validity.last
    if own_last is not None and last is not None and own_last > last:
        return f"till och med {own_last} mot {last}", f"to {own_last} against {last}"
    if delegation.matters == base.matters:
        return None
    within = links.authority.matters.within
    given = [matter for matter in base.matters if matter in links.authority.matters.by_id]
    for matter in links.matters(delegation):
        if not any(within(matter, each) for each in given) and any(within(each, matter) for each in given):
            title = title_of(links.authority.model, matter)
            return f"hela {title}", f"all of {title}"
    return None


def _least(delegation: Delegation, unit: LimitUnit) -> Decimal | None:
    limits = delegation.limits
    if len(limits) == 1:
        return limits[0].value if limits[0].unit is unit else None
    return min((limit.value for limit in limits if limit.unit is unit), default=None)


RULES: tuple[Rule, ...] = (
    leads_up_to_fullmaktige_or_a_statute,
    oversight_gives_no_right,
    ends_with_its_giver,
    is_no_wider_than_the_givers,
    comes_to_something,
)
