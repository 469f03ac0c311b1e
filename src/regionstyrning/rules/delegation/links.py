"""
What the rules of delegation look at: every link from giver to taker, sorted by how it stands to the law.

Each delegation is looked at once. Of a hundred thousand there are few kinds, and the law is asked about
a kind and not about a delegation.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from regionstyrning.model.delegation import Delegation, Nature
from regionstyrning.model.organisation import OrganKind
from regionstyrning.model.statutes import Tie
from regionstyrning.questions.authority.bodies import COMMITTEES
from regionstyrning.questions.authority.chains import authority_of
from regionstyrning.questions.authority.lawful import Pattern
from regionstyrning.questions.threads import title_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from regionstyrning.questions.authority.chains import Authority
    from regionstyrning.questions.authority.lawful import LawView
    from regionstyrning.rules.rule import Held

GIVING = COMMITTEES | {OrganKind.ASSEMBLY}
"""Kinds of organ that may give a right of their own."""

Stated = frozenset[tuple[str, bool]]


class Link(NamedTuple):
    """
    One step of a right, from giver to taker (länk).

    Attributes:
        delegation: The delegation.
        taker: Id of a receiver.
        matter: Id of one of its matters.
        base: The delegation that it hands on, for a giver that is a post.
    """

    delegation: Delegation
    taker: str
    matter: str
    base: Delegation | None = None


class Grouping(NamedTuple):
    """
    What links share to which the law says the same.

    Attributes:
        pattern: How they stand to the law.
        stated: What is stated of their matters, with whether it holds.
    """

    pattern: Pattern
    stated: Stated

    def value_of(self, name: str) -> bool | None:
        """What is stated of a trait, or None."""
        return True if (name, True) in self.stated else False if (name, False) in self.stated else None


class Links:
    """
    The delegations of a model as it held on a day, taken apart.

    Attributes:
        authority: Who is what, and which matter is part of which.
        decisions: The delegations that hand over decisions, as against attest and the like.
        received: By receiver and matter, the delegations that give it just that matter.
        gone: Ids of what is only referred to, since it does not hold on the day.
    """

    def __init__(self, held: Held) -> None:
        model = held.model
        self.authority: Authority = authority_of(model)
        self.gone = {name.id for name in model.names}
        self.decisions = tuple(each for each in model.delegations if self._decides(each))
        self.received: dict[str, dict[str, list[Delegation]]] = {}
        for delegation in self.decisions:
            for receiver in delegation.receivers:
                by_matter = self.received.setdefault(receiver.position or receiver.organ or "", {})
                for matter in delegation.matters:
                    by_matter.setdefault(matter, []).append(delegation)
        self._stated: dict[str, Stated] = {}
        self._sets: dict[Stated, Stated] = {}
        self._patterns: dict[tuple[Any, ...], Pattern] = {}
        self._alike: dict[Pattern, Pattern] = {}
        self._heads: dict[tuple[str, str], bool | None] = {}

    @cached_property
    def law(self) -> LawView:
        """The law of the day."""
        return self.authority.moment(self.authority.model.as_of).law

    @cached_property
    def given(self) -> Mapping[Grouping, list[Link]]:
        """Links from fullmäktige and nämnder, by kind."""
        return self._grouped(self._given())

    @cached_property
    def passed_on(self) -> Mapping[Grouping, list[Link]]:
        """Links from a post that hands on what a nämnd or a statute has given it, by kind."""
        return self._grouped(self._passed_on())

    @cached_property
    def bases(self) -> Mapping[str, tuple[Delegation, ...]]:
        """For each delegation from a post, what that post has received and hands on."""
        return {
            each.id: self._bases(each)
            for each in self.decisions
            if each.giver is not None and each.giver in self.authority.bodies.positions
        }

    def stated(self, matter: str) -> Stated:
        """What is stated of a matter, by itself or by a wider one."""
        found = self._stated.get(matter)
        if found is None:
            traits = self.authority.matters.traits(matter).values()
            made = frozenset((trait.id, trait.holds) for trait in traits)
            found = self._stated[matter] = self._sets.setdefault(made, made)
        return found

    def head(self, post: str, committee: str) -> bool | None:
        """Whether a post is förvaltningschef within a nämnd's field; None if the model does not say."""
        key = post, committee
        if key not in self._heads:
            self._heads[key] = self.authority.bodies.heads_in_field(post, committee)
        return self._heads[key]

    def takers(self, delegation: Delegation) -> Iterator[str]:
        """Ids of its receivers, as far as they are posts or organs of the model."""
        for receiver in delegation.receivers:
            taker = receiver.position or receiver.organ
            if taker is not None and self.authority.bodies.body(taker) is not None:
                yield taker

    def matters(self, delegation: Delegation) -> Iterator[str]:
        """Ids of its matters, as far as the model has them."""
        return (matter for matter in delegation.matters if matter in self.authority.matters.by_id)

    def pattern(self, delegation: Delegation, taker: str, matter: str, base: Delegation | None = None) -> Pattern:
        """How a link stands to the law; what its matter itself states is told apart."""
        giver = delegation.giver or ""
        others = self._in_anothers_field(taker, matter)
        above = None if base is None else (base.giver, base.may_pass_on)
        key = giver, taker, delegation.urgent_only, others, above
        found = self._patterns.get(key)
        if found is None:
            made = self._direct(*key[:4]) if base is None else self._indirect(delegation, taker, base)
            found = self._patterns[key] = self._alike.setdefault(made, made)
        return found

    def _in_anothers_field(self, taker: str, matter: str) -> bool:
        """Whether a styrelse would decide in a matter that another nämnd owns."""
        bodies, owner = self.authority.bodies, self.authority.matters.owner(matter)
        return owner != taker and owner in bodies.committees and bodies.kind(taker) is OrganKind.BOARD

    def _direct(self, giver: str, taker: str, urgent: bool, others: bool) -> Pattern:
        bodies = self.authority.bodies
        ties = bodies.ties(giver, taker)
        return Pattern(
            giver=bodies.kind(giver),
            taker=bodies.kind(taker),
            ties=ties | {Tie.OTHERS_FIELD} if others else ties,
            urgent=urgent,
        )

    def _indirect(self, delegation: Delegation, taker: str, base: Delegation) -> Pattern:
        bodies, giver, committee = self.authority.bodies, delegation.giver or "", base.giver
        head = None if committee is None else self.head(giver, committee)
        ties = bodies.ties(giver if committee is None else committee, taker)
        return Pattern(
            giver=bodies.kind(giver),
            taker=bodies.kind(taker),
            ties=ties | {Tie.HEAD_IN_FIELD} if head else ties,
            urgent=delegation.urgent_only,
            above="statute" if committee is None else "post" if committee in bodies.positions else "committee",
            allowed=base.may_pass_on,
            head=head,
        )

    def named(self, delegation: Delegation) -> str:
        """What a person reads of a delegation: its title, or from whom to whom about what."""
        if delegation.title is not None:
            return delegation.title
        model = self.authority.model
        takers = (each.position or each.organ or each.office or "?" for each in delegation.receivers)
        giver = delegation.statute or "?" if delegation.giver is None else title_of(model, delegation.giver)
        about = ", ".join(title_of(model, matter) for matter in delegation.matters)
        return f"{about} ({giver} → {', '.join(title_of(model, taker) for taker in takers) or '?'})"

    def _decides(self, delegation: Delegation) -> bool:
        if delegation.nature is not Nature.DECISION:
            return False
        by_id = self.authority.matters.by_id
        natures = [by_id[matter].nature for matter in delegation.matters if matter in by_id]
        return not natures or Nature.DECISION in natures

    def _grouped(self, links: Iterable[tuple[Pattern, Link]]) -> Mapping[Grouping, list[Link]]:
        groups: dict[tuple[int, int], tuple[Grouping, list[Link]]] = {}
        for pattern, link in links:
            stated = self.stated(link.matter)
            key = id(pattern), id(stated)  # both are kept, and equal ones are the same
            found = groups.get(key)
            if found is None:
                found = groups[key] = Grouping(pattern, stated), []
            found[1].append(link)
        return dict(groups.values())

    def _given(self) -> Iterator[tuple[Pattern, Link]]:
        organs = self.authority.bodies.organs
        for delegation in self.decisions:
            organ = organs.get(delegation.giver or "")
            if organ is not None and organ.kind in GIVING:
                for taker in self.takers(delegation):
                    for matter in self.matters(delegation):
                        yield self.pattern(delegation, taker, matter), Link(delegation, taker, matter)

    def _passed_on(self) -> Iterator[tuple[Pattern, Link]]:
        for id, bases in self.bases.items():
            delegation = self.authority.model.by_id[id]
            matter = next(self.matters(delegation), None)
            if bases and matter is not None:
                for taker in self.takers(delegation):
                    yield self.pattern(delegation, taker, matter, bases[0]), Link(delegation, taker, matter, bases[0])

    def _bases(self, delegation: Delegation) -> tuple[Delegation, ...]:
        """What its giver has received of its matters, the one that may best be handed on first."""
        received = self.received.get(delegation.giver or "", {})
        if delegation.builds_on is None:
            above = self.authority.matters.above
            wide = (each for matter in self.matters(delegation) for each in above(matter))
            found = {base.id: base for each in wide for base in received.get(each, ())}
            if not found:
                found = {
                    base.id: base for bases in received.values() for base in bases if self._meets(delegation, base)
                }
        else:
            named = self.authority.model.by_id.get(delegation.builds_on)
            found = {}
            if isinstance(named, Delegation) and named.nature is Nature.DECISION:
                takers = {receiver.position or receiver.organ for receiver in named.receivers}
                found = {named.id: named} if delegation.giver in takers else {}
        found.pop(delegation.id, None)
        if len(found) > 1:
            return tuple(sorted(found.values(), key=lambda base: self._order(delegation, base)))
        return tuple(found.values())

    def _meets(self, delegation: Delegation, base: Delegation) -> bool:
        """Whether it has some part of the delegation's matters."""
        above = self.authority.matters.above
        own = set(self.matters(delegation))
        return any(not own.isdisjoint(above(matter)) for matter in self.matters(base))

    def _order(self, delegation: Delegation, base: Delegation) -> tuple[bool, bool, bool, str]:
        organs, giver = self.authority.bodies.organs, base.giver
        from_organ = giver is None or giver in organs
        head = giver is None or self.head(delegation.giver or "", giver) is not False
        return not from_organ, base.may_pass_on is not True, not head, base.id


def links_of(held: Held) -> Links:
    """The links of what is held, taken apart once."""
    found: Links | None = held.model.memo.get("links")
    if found is None:
        found = held.model.memo["links"] = Links(held)
    return found
