"""What the law says of a chain."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from regionstyrning.model import LegalForm, Organ, OrganKind, OwnershipKind, PositionKind
from regionstyrning.model.statutes import Act, Effect, Provision, Statute, Tie
from tests.oracle.facts import Facts
from tests.oracle.owners import COMMITTEES, Owners
from tests.oracle.said import Chain, Link, Met, every, kinds, negated, some

ELECTED = {PositionKind.CHAIR, PositionKind.VICE_CHAIR, PositionKind.MEMBER, PositionKind.SUBSTITUTE}
PUBLIC = {LegalForm.REGION, LegalForm.MUNICIPALITY, LegalForm.MUNICIPALITY_WITH_REGION}


class Lawful(Owners):
    """The provisions of the day, held against every link and the one who decides."""

    def of_law(self, chain: Chain, case: Facts) -> Iterator[Met]:
        """What the law asks of every link, and of the one who decides."""
        if not self.held():
            yield frozenset({"lagen-den-dagen"})
        for place, link in enumerate(chain.links):
            yield from self.of_lawful_link(chain, place, link, case)
        kind = self.kind(self.question.who)
        for _, provision in self.provisions(Act.DECIDE, Effect.PROHIBITS):
            if kinds(provision.organ_kinds, provision.position_kinds, kind):
                yield negated(case.stand(provision))
        yield from self.of_reserved(chain, case)

    def of_lawful_link(self, chain: Chain, place: int, link: Link, case: Facts) -> Iterator[Met]:
        """Some provision lets the link be, and none forbids it."""
        delegation = link.delegation
        if delegation.giver is None:
            return
        post = delegation.giver in self.posts
        upper = chain.links[place - 1].delegation if place else None
        if post and (upper is None or upper.giver is not None):
            yield upper is not None and upper.may_pass_on is True and upper.giver not in self.posts
        elif post and upper is not None and upper.may_pass_on is True:  # the row says that the statute lets it
            return
        giver = (upper.giver if post and upper is not None else None) or delegation.giver
        ties = self.ties(giver, link.taker)
        head = self.heads(delegation.giver, giver) if post and giver != delegation.giver else False
        act = Act.PASS_ON if post else Act.DELEGATE
        used = list(self.permitting(act, link, ties, head, case))
        if self.held():
            yield some(stands for stands, _, _ in used)
        lifted = {(statute.id, id) for stands, statute, each in used if stands is not False for id in each.lifts}
        for statute, provision in self.provisions(act, Effect.PROHIBITS):
            if (statute.id, provision.id) in lifted or not self.fits(provision, link, ties):
                continue
            if provision.on_grant:
                stated = {trait.id for trait in self.matters[link.matter].traits if trait.holds}
                yield not set(provision.traits) <= stated
            else:
                yield negated(case.stand(provision))

    def permitting(
        self, act: Act, link: Link, ties: set[Tie], head: bool | None, case: Facts
    ) -> Iterator[tuple[Met, Statute, Provision]]:
        """The provisions that may let a link be, and whether what they look at is so."""
        for statute, provision in self.provisions(act, Effect.PERMITS):
            if provision.only_urgent is link.delegation.urgent_only and self.fits(provision, link, ties):
                stands = case.stand(provision)
                if Tie.HEAD_IN_FIELD in provision.ties:
                    known: Met = case.holds("forvaltningschef-i-namndens-omrade") if head is None else head
                    stands = every([stands, known])
                yield stands, statute, provision

    def fits(self, provision: Provision, link: Link, ties: set[Tie]) -> bool:
        """Whether a provision speaks of such a giver and taker."""
        return (
            kinds(provision.givers, provision.giver_positions, self.kind(link.delegation.giver))
            and kinds(provision.organ_kinds, provision.position_kinds, self.kind(link.taker))
            and set(provision.ties) <= ties | {Tie.HEAD_IN_FIELD}
        )

    def of_reserved(self, chain: Chain, case: Facts) -> Iterator[Met]:
        """Where a statute reserves a matter, only those that it names may take it."""
        rules = list(self.provisions(Act.DECIDE, Effect.RESERVES))
        for statute, provision in rules:
            alike = [each for other, each in rules if other is statute and each.traits == provision.traits]
            taken = some(self.is_named(each, chain, case) for each in alike)
            reserved = case.stand(provision)
            if reserved is not False and taken is not True:
                yield negated(reserved) if taken is False else every([taken, reserved])

    def is_named(self, provision: Provision, chain: Chain, case: Facts) -> Met:
        """Whether the one who decides is one of those whom a provision names."""
        kind = self.kind(self.question.who)
        demands: list[Met] = [
            kinds(provision.organ_kinds, provision.position_kinds, kind),
            self.question.urgent or not provision.only_urgent,
            provision.may_pass_on is not False or all(each.delegation.giver not in self.posts for each in chain.links),
        ]
        if provision.personally_appointed:
            demands.append(case.holds("personligen-utsedd"))
        least = provision.at_least or 1
        if least > 1:
            one = isinstance(kind, PositionKind)
            demands.append(not one and case.condition("antal-beslutande", True, Decimal(least), None))
        return every(demands)

    def ties(self, giver: str, taker: str) -> set[Tie]:
        """How a taker stands to an organ that gives."""
        found: set[Tie] = set()
        post = self.posts.get(taker)
        wider = self.parts(post.organ if post is not None else taker)
        if giver in wider and (post is None or post.kind in ELECTED):
            found.add(Tie.WITHIN)
        if self.kind(taker) is OrganKind.BOARD and self.owner() != taker and self.kind(self.owner()) in COMMITTEES:
            found.add(Tie.OTHERS_FIELD)
        if post is not None and post.kind not in {*ELECTED, PositionKind.AUDITOR}:
            employer = self.employer(taker)
            members = [
                tie.owner
                for tie in self.model.ownerships
                if tie.kind is OwnershipKind.MEMBER and tie.owned == giver and self.in_time(tie.id, tie.validity)
            ]
            if employer == self.employer(giver):
                found.add(Tie.EMPLOYED)
            elif employer in members:
                found.add(Tie.PARTICIPANT)
            elif employer is not None and self.organs[employer].legal_form in PUBLIC:
                found.add(Tie.AGREEMENT)
            else:
                found.add(Tie.OUTSIDE)
        return found

    def heads(self, id: str, committee: str) -> bool | None:
        """Whether a post leads a förvaltning that works under the nämnd; None if no förvaltning says so."""
        post = self.posts[id]
        if post.kind not in {PositionKind.DIRECTOR, PositionKind.HEAD}:
            return False
        if self.employer(id) != self.employer(committee):
            return False
        led = [self.organs[each] for each in {*post.heads, post.organ} if self.there(each)]
        if any(committee in self.works_under(organ) for organ in led):
            return True
        if post.kind is PositionKind.DIRECTOR and self.kind(committee) is OrganKind.BOARD:
            return True
        said = any(self.works_under(organ) for organ in led) or any(
            committee in self.works_under(organ) for organ in self.model.organs if self.there(organ.id)
        )
        return False if said else None

    def works_under(self, organ: Organ) -> set[str]:
        """The nämnder that it says it serves, and for a förvaltning those that it is part of."""
        wider = self.parts(organ.id) if organ.kind is OrganKind.ADMINISTRATION else []
        return {*organ.serves, *(each for each in wider if self.kind(each) in COMMITTEES)}
