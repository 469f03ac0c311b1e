"""
Who may decide, found the slow way: every chain of delegations is written out and held against every demand.

Nothing of the library's own reckoning is used, neither its index nor what it makes of the law: only
the records, the provisions as they stand in the law's data, and which documents are in force.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from regionstyrning.model import Delegation, DeputyWhen, LimitUnit, Nature, SteeringModel, Together
from tests.oracle.facts import NAMES, Facts
from tests.oracle.lawful import Lawful
from tests.oracle.said import Chain, Link, Met, Question, Stand, covers, every, some

WAYS = {
    DeputyWhen.ABSENCE: ("franvaro",),
    DeputyWhen.VACANCY: ("vakans",),
    DeputyWhen.DISQUALIFICATION: (),
    DeputyWhen.ANY: ("franvaro", "vakans"),
}


def ask(model: SteeringModel, question: Question) -> tuple[bool | None, tuple[str, ...]]:
    """Whether one may decide, and the unknown facts that it depends on."""
    world = World(model, question)
    unknown: set[str] = set()
    for chain in world.chains(question.who):
        met = world.allows(chain)
        if met is True:
            return True, ()
        if met is not False:
            unknown |= met
    return (None, tuple(sorted(unknown))) if unknown else (False, ())


def allowing(model: SteeringModel, question: Question) -> list[Chain]:
    """Every chain that lets one decide for certain."""
    world = World(model, question)
    return [chain for chain in world.chains(question.who) if world.allows(chain) is True]


class World(Lawful):
    """All chains of a model, and whether they allow what is asked."""

    def chains(self, who: str) -> Iterator[Chain]:
        """Every chain that ends with one, and what an organ has of its own."""
        if who in self.organs:
            yield Chain(origin=who, links=())
        for delegation in self.model.delegations:
            for stand in self.ways(delegation, who):
                for matter in delegation.matters:
                    link = Link(delegation=delegation, matter=matter, taker=who, stand=stand)
                    yield from self.upper(link, (link,))

    def ways(self, delegation: Delegation, who: str) -> Iterator[Stand | None]:
        """As what one takes a delegation: as receiver, as deputy, or as the nearest superior of a receiver."""
        for receiver in delegation.receivers:
            id = receiver.position or receiver.organ
            if id is None:
                continue
            if id == who:
                yield None
            order = [(deputy.position, deputy.when) for deputy in delegation.deputies]
            superior = self.posts[id].superior if id in self.posts else None
            if delegation.superior_when is not None and superior is not None:
                order.append((superior, delegation.superior_when))
            for place, (deputy, when) in enumerate(order):
                if deputy == who:
                    yield Stand(principal=id, when=when, before=tuple(order[:place]))

    def upper(self, first: Link, links: tuple[Link, ...]) -> Iterator[Chain]:
        """Every way from where a chain stands up to an organ or a statute."""
        giver, named = first.delegation.giver, first.delegation.builds_on
        if giver is None:
            if first.delegation.statute is not None:
                yield Chain(origin=None, links=links)
            return
        if giver in self.organs and named is None:
            yield Chain(origin=giver, links=links)
        used = {link.delegation.id for link in links}
        for delegation in self.model.delegations:
            holders = {receiver.position or receiver.organ for receiver in delegation.receivers}
            if delegation.id in used or giver not in holders or named not in {None, delegation.id}:
                continue
            for matter in delegation.matters:
                link = Link(delegation=delegation, matter=matter, taker=giver)
                yield from self.upper(link, (link, *links))

    def allows(self, chain: Chain) -> Met:
        """Whether a chain lets its last taker decide."""
        traits = [trait for id in reversed(self.above) for trait in self.matters[id].traits]
        case = Facts(self.question, traits, chain)
        return every(self.demands(chain, case))

    def demands(self, chain: Chain, case: Facts) -> Iterator[Met]:
        """All that a chain has to meet."""
        yield self.matters[self.question.matter].nature is Nature.DECISION
        yield self.stands(chain.origin) if chain.origin is not None else True
        yield self.is_owned(chain, case)
        for link in chain.links:
            yield from self.of_link(link, case)
        yield from self.of_decider(chain)
        yield case.consistent()
        yield from self.of_law(chain, case)

    def of_link(self, link: Link, case: Facts) -> Iterator[Met]:
        """What a delegation itself asks: matter, days, amount, act, conditions."""
        delegation = link.delegation
        yield link.matter in self.above and not set(delegation.except_matters) & set(self.above)
        yield self.given(delegation) and self.stands(link.taker)
        yield delegation.nature is Nature.DECISION
        several = len(delegation.receivers) > 1
        yield not (several and delegation.together is Together.JOINTLY)
        if several and delegation.together is Together.NOT_STATED:
            yield case.holds("var-for-sig")
        yield self.question.urgent or not delegation.urgent_only
        for limit in delegation.limits:
            yield self.within(limit.value, limit.unit, case)
        for condition in delegation.conditions:
            yield case.condition(condition.fact, condition.holds, condition.at_least, condition.at_most)
        yield self.question.facts.get(f"overtaget:{delegation.giver}", False) is False

    def within(self, limit: Decimal, unit: LimitUnit, case: Facts) -> Met:
        """Whether the case keeps within a limit, the limit included."""
        amount = self.question.amount_sek
        if unit in NAMES:
            return case.condition(NAMES[unit], True, None, limit)
        if unit is LimitUnit.SEK:
            return frozenset({"amount_sek"}) if amount is None else amount <= limit
        name = f"prisbasbelopp-{self.day.year}"
        base = self.base(name)
        unknown = {"amount_sek"} if amount is None else set()
        if base is None:
            unknown.add(name)
        return frozenset(unknown) if base is None or amount is None else amount <= limit * base

    def base(self, name: str) -> Decimal | None:
        """The prisbasbelopp of the year, as the caller or the law's data has it."""
        if name in self.question.facts:
            return Decimal(self.question.facts[name])
        for statute in self.statutes:
            for provision in statute.provisions:
                for parameter in provision.parameters:
                    if parameter.name == "prisbasbelopp" and covers(parameter.validity, self.day):
                        return parameter.value
        return None

    def of_decider(self, chain: Chain) -> Iterator[Met]:
        """The one who decides is there and not jävig; a deputy steps in only in its turn."""
        question = self.question
        yield question.who not in question.disqualified
        for way in ("franvaro", "vakans"):
            yield question.facts.get(f"{way}:{question.who}", False) is False
        stand = chain.links[-1].stand if chain.links else None
        if stand is not None:
            yield self.stands(stand.principal)
            yield self.out(stand.principal, stand.when)
            for deputy, when in stand.before:
                yield not self.stands(deputy) or some(
                    [self.in_turn(stand.principal, when), self.out(deputy, DeputyWhen.ANY)]
                )

    def out(self, id: str, when: DeputyWhen) -> Met:
        """Whether one cannot decide, in the way that counts."""
        if when in {DeputyWhen.DISQUALIFICATION, DeputyWhen.ANY} and id in self.question.disqualified:
            return True
        return some(self.away(f"{way}:{id}") for way in WAYS[when])

    def in_turn(self, principal: str, when: DeputyWhen) -> Met:
        """Whether an earlier deputy does not step in, since the one it steps in for is not out in that way."""
        out = self.out(principal, when)
        return not out if isinstance(out, bool) else out

    def away(self, fact: str) -> Met:
        """What is said of absence or vacancy."""
        value = self.question.facts.get(fact)
        if value is None:
            return False if self.question.closed else frozenset({fact})
        return value is not False
