"""
What the rules of delegation look at: every link from giver to taker, sorted by how it stands to the law.

Of a hundred thousand there are few kinds, and the law is asked about a kind and not about a delegation.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from attrs import evolve

from regionstyrning.model.delegation import Delegation, Nature
from regionstyrning.model.organisation import OrganKind
from regionstyrning.model.statutes import Tie
from regionstyrning.questions.authority.bodies import COMMITTEES
from regionstyrning.questions.authority.chains import authority_of
from regionstyrning.questions.authority.pattern import link_pattern
from regionstyrning.questions.threads import title_of
from regionstyrning.rules.delegation.law_words import bars, is_permitted
from regionstyrning.rules.delegation.link import Grouping, Link

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from regionstyrning.questions.authority.chains import Authority
    from regionstyrning.questions.authority.law_view import LawView
    from regionstyrning.questions.authority.pattern import Pattern
    from regionstyrning.rules.delegation.link import Stated
    from regionstyrning.rules.rule import Held

GIVING = COMMITTEES | {OrganKind.ASSEMBLY}
"""Kinds of organ that may give a right of their own."""


class Links:
    """
    The delegations of a model as it held on a day, taken apart.

    Attributes:
        authority: Who is what, and which matter is part of which.
        decisions: The delegations that hand over decisions, as against attest and the like.
        had: Organs, each with a matter that it is known to have.
        offices: The delegations with a receiver that is no organ or post, by id.
        received: By receiver and matter, for those that give in their turn, the delegations that give
            it just that matter.
        gone: Ids of what is only referred to, since it does not hold on the day.
    """

    def __init__(self, held: Held) -> None:
        model = held.model
        self.authority: Authority = authority_of(model)
        self.gone = {name.id for name in model.names}
        self._by_id = model.by_id
        self.decisions = self._decided(model.delegations)
        self.received: dict[str, dict[str, list[Delegation]]] = {}
        self.offices: dict[str, Delegation] = {}
        self._receive()
        self.had: set[tuple[str, str]] = set()
        self._stated: dict[str, Stated] = {}
        self._sets: dict[Stated, Stated] = {}
        self._patterns: dict[tuple[Any, ...], Pattern] = {}
        self._equal: dict[Pattern, Pattern] = {}
        self._by_matters: dict[tuple[str, tuple[str, ...]], tuple[Delegation, ...]] = {}
        self._named: dict[tuple[str, str | None], tuple[Delegation, ...]] = {}
        self._sound: dict[Grouping, bool] = {}
        bodies = self.authority.bodies
        self._alike: dict[str | None, str] = {id: id for id in bodies.organs}
        first: dict[tuple[str, str], str] = {}
        for id, post in bodies.positions.items():  # the law says the same of all of a kind in the same organ
            self._alike[id] = first.setdefault((post.kind.value, post.organ), id)
        self._boards = {organ.id for organ in model.organs if organ.kind is OrganKind.BOARD}
        self._giving = {organ.id for organ in model.organs if organ.kind in GIVING}

    def _receive(self) -> None:
        """Look at each receiver once."""
        giving = {each.giver for each in self.decisions}
        for delegation in self.decisions:
            for receiver in delegation.receivers:
                taker = receiver.position or receiver.organ
                if taker is None:
                    if receiver.office is not None:
                        self.offices[delegation.id] = delegation
                elif taker in giving:
                    by_matter = self.received.setdefault(taker, {})
                    for matter in delegation.matters:
                        by_matter.setdefault(matter, []).append(delegation)

    @cached_property
    def law(self) -> LawView:
        """The law of the day."""
        return self.authority.moment(self.authority.model.as_of).law

    @cached_property
    def given(self) -> Mapping[Grouping, list[Link]]:
        """Links from fullmäktige and nämnder to which the law may object, by kind."""
        found: dict[Grouping, list[Link]] = {}
        sound: set[tuple[Any, ...]] = set()
        for delegation in self.decisions:
            giver = delegation.giver
            for receiver in delegation.receivers if giver in self._giving else ():
                taker = receiver.position or receiver.organ
                alike = self._alike.get(taker)
                if taker is None or alike is None:
                    continue
                for matter in delegation.matters:
                    key = giver, alike, delegation.urgent_only, matter
                    if key not in sound and matter in self.authority.matters.by_id:
                        group = Grouping(self.pattern(delegation, taker, matter), self.stated(matter))
                        if self._is_sound(group) and matter not in self.parts:
                            sound.add(key)
                        else:
                            found.setdefault(group, []).append(Link(delegation, taker, matter))
        return found

    @cached_property
    def passed_on(self) -> Mapping[Grouping, list[Link]]:
        """Links from a post that hands on what it has received, to which the law may object, by kind."""
        found: dict[Grouping, list[Link]] = {}
        sound: set[tuple[Any, ...]] = set()
        for id, bases in self.bases.items():
            delegation: Delegation = self._by_id[id]
            matter = next(self.matters(delegation), None) if bases else None
            for receiver in () if matter is None else delegation.receivers:
                taker = receiver.position or receiver.organ
                alike = self._alike.get(taker)
                key = delegation.giver, alike, delegation.urgent_only, matter, bases[0].id
                if taker is None or alike is None or matter is None or key in sound:
                    continue
                group = Grouping(self.pattern(delegation, taker, matter, bases[0]), self.stated(matter))
                if self._is_sound(group):
                    sound.add(key)
                else:
                    found.setdefault(group, []).append(Link(delegation, taker, matter, bases[0]))
        return found

    @cached_property
    def parts(self) -> Mapping[str, tuple[str, ...]]:
        """For each matter the parts of it of which something else is stated to hold."""
        found: dict[str, dict[str, None]] = {}
        for matter in self.authority.model.matters:
            holding = {(trait.id, True) for trait in matter.traits if trait.holds}
            for above in self.authority.matters.above(matter.id)[1:] if holding else ():
                if not holding <= self.stated(above):
                    found.setdefault(above, {})[matter.id] = None
        return {id: tuple(parts) for id, parts in found.items()}

    @cached_property
    def bases(self) -> Mapping[str, tuple[Delegation, ...]]:
        """For each delegation from a post, what that post has received and hands on."""
        return {
            each.id: self._bases(each)
            for each in self.decisions
            if each.giver is not None and each.giver in self.authority.bodies.positions
        }

    @cached_property
    def handed_on(self) -> tuple[Delegation, ...]:
        """The delegations that hand something on."""
        posts = self.bases
        return tuple(
            each for each in self.decisions if posts.get(each.id) or (each.builds_on is not None and self.upper(each))
        )

    def upper(self, delegation: Delegation) -> tuple[Delegation, ...]:
        """What a delegation hands on: what its giver, a post, has received, or what an organ says it builds on."""
        bases = self.bases.get(delegation.id)
        return self.named_base(delegation) if bases is None else bases

    def stated(self, matter: str) -> Stated:
        """What is stated of a matter, by itself or by a wider one."""
        found = self._stated.get(matter)
        if found is None:
            traits = self.authority.matters.traits(matter).values()
            made = frozenset((trait.id, trait.holds) for trait in traits)
            found = self._stated[matter] = self._sets.setdefault(made, made)
        return found

    def takers(self, delegation: Delegation) -> Iterator[str]:
        """Ids of its receivers, as far as they are posts or organs of the model."""
        for receiver in delegation.receivers:
            taker = receiver.position or receiver.organ
            if taker is not None and taker in self._alike:
                yield taker

    def matters(self, delegation: Delegation) -> Iterator[str]:
        """Ids of its matters, as far as the model has them."""
        return filter(self.authority.matters.by_id.__contains__, delegation.matters)

    def pattern(self, delegation: Delegation, taker: str, matter: str, base: Delegation | None = None) -> Pattern:
        """How a link stands to the law; what its matter itself states is told apart."""
        others = taker in self._boards and self._in_anothers_field(taker, matter)
        above = None if base is None else (base.giver, base.may_pass_on)
        key = delegation.giver, self._alike[taker], delegation.urgent_only, others, above
        found = self._patterns.get(key)
        if found is None:
            made = self._made(delegation, taker, base, others=others)
            found = self._patterns[key] = self._equal.setdefault(made, made)
        return found

    def _in_anothers_field(self, taker: str, matter: str) -> bool:
        """Whether a styrelse would decide in a matter that another nämnd owns."""
        owner = self.authority.matters.owner(matter)
        return owner != taker and owner in self.authority.bodies.committees

    def _made(self, delegation: Delegation, taker: str, base: Delegation | None, *, others: bool) -> Pattern:
        """The pattern of a link, in which a tie says whether a styrelse decides in another nämnd's field."""
        made = link_pattern(self.authority.bodies, delegation, taker, base)
        if made.board is None:
            return made
        return evolve(made, ties=made.ties | {Tie.OTHERS_FIELD} if others else made.ties, board=None)

    def named(self, delegation: Delegation) -> str:
        """What a person reads of a delegation: its title, or from whom to whom about what."""
        if delegation.title is not None:
            return delegation.title
        model = self.authority.model
        takers = (each.position or each.organ or each.office or "?" for each in delegation.receivers)
        giver = delegation.statute or "?" if delegation.giver is None else title_of(model, delegation.giver)
        about = ", ".join(title_of(model, matter) for matter in delegation.matters)
        return f"{about} ({giver} → {', '.join(title_of(model, taker) for taker in takers) or '?'})"

    def _decided(self, delegations: tuple[Delegation, ...]) -> tuple[Delegation, ...]:
        """Those that hand over decisions, by what they say and by what their matters are."""
        by_id = self.authority.matters.by_id
        others = {matter.id for matter in by_id.values() if matter.nature is not Nature.DECISION}
        found = [each for each in delegations if each.nature is Nature.DECISION]
        if others:
            known = ((each, [id for id in each.matters if id in by_id]) for each in found)
            found = [each for each, matters in known if not matters or not others.issuperset(matters)]
        return tuple(found)

    def _is_sound(self, group: Grouping) -> bool:
        """Whether the law has nothing against such links, whatever else is known."""
        if group not in self._sound:
            passing = group.pattern.above
            leave = not passing or (
                passing == "committee" and group.pattern.allowed and group.pattern.head is not False
            )
            lawful = leave and (is_permitted(self.law, group) or not self.law.held)
            self._sound[group] = bool(lawful) and next(bars(self.law, group), None) is None
        return self._sound[group]

    def named_base(self, delegation: Delegation) -> tuple[Delegation, ...]:
        """What a delegation says that it hands on, if its giver has received that."""
        named = delegation.builds_on
        if named is None or named == delegation.id:
            return ()
        key = named, delegation.giver
        found = self._named.get(key)
        if found is None:
            base, found = self._by_id.get(named), ()
            if isinstance(base, Delegation) and base.nature is Nature.DECISION:
                takers = {id for each in base.receivers for id in (each.position, each.organ)}
                found = (base,) if delegation.giver in takers else ()
            self._named[key] = found
        return found

    def _bases(self, delegation: Delegation) -> tuple[Delegation, ...]:
        """What its giver has received of its matters, the one that may best be handed on first."""
        if delegation.builds_on is not None:
            return self.named_base(delegation)
        key = delegation.giver or "", delegation.matters
        found = self._by_matters.get(key)
        if found is None:
            found = self._by_matters[key] = self._received(delegation)
        return tuple(base for base in found if base is not delegation)

    def _received(self, delegation: Delegation) -> tuple[Delegation, ...]:
        received = self.received.get(delegation.giver or "", {})
        above = self.authority.matters.above
        wide = (each for matter in self.matters(delegation) for each in above(matter))
        found = {base.id: base for each in wide for base in received.get(each, ())}
        if not found.keys() - {delegation.id}:
            every = (base for bases in received.values() for base in bases)
            found = {base.id: base for base in every if self._meets(delegation, base)}
        return tuple(sorted(found.values(), key=lambda base: self._order(delegation, base)))

    def _meets(self, delegation: Delegation, base: Delegation) -> bool:
        """Whether it has some part of the delegation's matters."""
        above = self.authority.matters.above
        own = set(self.matters(delegation))
        return any(not own.isdisjoint(above(matter)) for matter in self.matters(base))

    def _order(self, delegation: Delegation, base: Delegation) -> tuple[bool, bool, bool, str]:
        giver = base.giver
        from_organ = giver is None or giver in self._giving
        head = giver is None or self.authority.bodies.heads_in_field(delegation.giver or "", giver) is not False
        return not from_organ, base.may_pass_on is not True, not head, base.id


def links_of(held: Held) -> Links:
    """The links of what is held, taken apart once."""
    found: Links | None = held.model.memo.get("links")
    if found is None:
        found = held.model.memo["links"] = Links(held)
    return found
