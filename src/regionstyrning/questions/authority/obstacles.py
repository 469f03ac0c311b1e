"""What stands in the way of a right in a case: firmly, or as long as something is unknown."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from regionstyrning.law.standing import standing
from regionstyrning.model.delegation import Nature
from regionstyrning.model.organisation import OrganKind
from regionstyrning.questions.authority.amounts import of_amount
from regionstyrning.questions.authority.case import AWAY, OWNED_BY, TAKEN_BY, VACANT, Case
from regionstyrning.questions.authority.deputies import deputising
from regionstyrning.questions.authority.fields import patterns_in
from regionstyrning.questions.authority.lawful import JOINTLY, Objection, objections
from regionstyrning.questions.authority.obstacle import Obstacle, given_by
from regionstyrning.questions.authority.rights import is_joint

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from regionstyrning.model.delegation import Delegation
    from regionstyrning.questions.authority.needs import Need
    from regionstyrning.questions.authority.rights import Right

CRISIS, BY_ITSELF = "leh/2-4", "praxis/ta-over"


def obstacles(right: Right, case: Case) -> Iterator[Obstacle]:
    """
    What stands in the way of a right in a case, firm obstacles and doubts mixed, the nearest first.

    Nothing at all means yes. A firm one (without facts) means no; else it depends on the facts.
    """
    yield from _of_matter(right, case)
    yield from _of_days(right, case)
    yield from of_amount(right, case)
    yield from _of_act(right, case)
    yield from _of_decider(right, case)
    yield from _of_needs(right.needs, case)
    yield from _of_law(right, case)


def _of_matter(right: Right, case: Case) -> Iterator[Obstacle]:
    by = given_by(right)
    above = case.authority.matters.above(case.matter)
    if right.scope and right.scope not in above:
        yield Obstacle("matter", by, matter=right.scope)
    elif not right.outside.isdisjoint(above):
        yield Obstacle("excepted", by, matter=next(id for id in above if id in right.outside))
    if right.emptied is not None and right.emptied[0] != "day":
        yield Obstacle(right.emptied[0], right.emptied[1])
    yield from _of_owner(right, case, by)


def _of_owner(right: Right, case: Case, by: str | None) -> Iterator[Obstacle]:
    if right.owner is None:
        if right.delegation is None:
            yield from _of_assembly(right, case)
        else:
            yield from _of_taken_over(right, case, by)
        return
    owner = case.authority.owner_on(case.matter, case.on)
    if owner == right.owner:
        return
    if owner is None:
        fact = f"{OWNED_BY}:{right.owner}"
        value = case.value_of(fact)
        if value is None and right.owner in case.authority.bodies.committees:
            yield Obstacle("owner", by, frozenset({fact}), organ=right.owner)
        elif not value:
            yield Obstacle("owner", by, organ=right.owner)
    elif case.authority.matters.owner(case.matter) == right.owner:
        yield Obstacle("taken-over", by, rule=case.moment.law.rule(CRISIS), organ=owner)
    else:
        yield Obstacle("owner", by, organ=right.owner)


def _of_taken_over(right: Right, case: Case, by: str | None) -> Iterator[Obstacle]:
    """What fullmäktige gave a nämnd rests while a krisledningsnämnd has it."""
    taken = case.authority.overtaker(case.matter, case.on)
    if taken is not None:
        takers = (link.taker for link in right.links)
        if any(id != taken and id in case.authority.bodies.committees for id in takers):
            yield Obstacle("taken-over", by, rule=case.moment.law.rule(CRISIS), organ=taken)


def _of_assembly(right: Right, case: Case) -> Iterator[Obstacle]:
    """Fullmäktige decides in what it owns, and in what a statute reserves for it."""
    if case.authority.owner_on(case.matter, case.on) == right.taker:
        return
    asked: set[str] = set()
    for rules in case.moment.law.reserved:
        if any(OrganKind.ASSEMBLY in rule.provision.organ_kinds for rule in rules):
            stands, facts = standing(rules[0].provision, case.value_of)
            if stands is True:
                return
            asked |= facts
    yield Obstacle("owner", None, frozenset(asked), organ=right.taker)


def _of_days(right: Right, case: Case) -> Iterator[Obstacle]:
    by = given_by(right)
    if case.on < right.first:
        yield Obstacle("day", by, day=right.first.isoformat() if right.first < date.max else "", early="1")
    elif case.on > right.last:
        yield Obstacle("day", by, day=right.last.isoformat() if right.last > date.min else "")


def _of_act(right: Right, case: Case) -> Iterator[Obstacle]:
    matter = case.authority.matters.by_id[case.matter]
    if matter.nature is not Nature.DECISION:
        yield Obstacle("nature", None, nature=matter.nature.value)
    for delegation in right.chain:
        if delegation.nature is not Nature.DECISION:
            yield Obstacle("nature", delegation.id, nature=delegation.nature.value)
        if is_joint(delegation):
            yield Obstacle("jointly", delegation.id, rule=case.moment.law.rule(JOINTLY))
        if delegation.urgent_only and not case.urgent:
            yield Obstacle("urgent", delegation.id)


def _of_decider(right: Right, case: Case) -> Iterator[Obstacle]:
    if right.taker in case.disqualified:
        yield Obstacle("disqualified", given_by(right), rule=case.moment.law.rule("kl/6-30"))
    for fact in (AWAY, VACANT):
        if case.facts.get(f"{fact}:{right.taker}") not in {None, False}:
            yield Obstacle("away", given_by(right), body=right.taker)
    if case.facts:
        yield from _taken_by_giver(right, case)
    if right.instead is not None:
        yield from deputising(right.instead, right, case)


def _taken_by_giver(right: Right, case: Case) -> Iterator[Obstacle]:
    """What an organ has given rests in a case that the organ itself has taken over."""
    for delegation in right.chain:
        giver = delegation.giver
        if giver is not None and case.facts.get(f"{TAKEN_BY}:{giver}") not in {None, False}:
            rule = case.moment.law.rule(BY_ITSELF)
            yield Obstacle("taken-over", delegation.id, rule=rule, organ=giver)


def _of_needs(needs: tuple[Need, ...], case: Case) -> Iterator[Obstacle]:
    for need in needs:
        value = case.said(need.fact) if need.bounded else case.value_of(need.fact)
        met = need.met(value)
        if met is None:
            yield Obstacle("condition", need.delegation.id, frozenset({need.fact}), need=need)
        elif not met:
            yield Obstacle("condition", need.delegation.id, need=need)


def _of_law(right: Right, case: Case) -> Iterator[Obstacle]:
    chain = right.chain
    for each in _objections(right, case):
        by: Delegation | None = chain[each.link] if 0 <= each.link < len(chain) else None
        yield Obstacle(each.reason, None if by is None else by.id, each.facts, each.rule)


def _objections(right: Right, case: Case) -> tuple[Objection, ...]:
    """What the law has against a right; kept where neither caller nor right says anything of the facts."""
    assumed = {need.fact: need.holds for need in right.needs if need.holds is not None}
    if assumed or case.facts:
        return _worked_out(right, case, assumed)
    key = (right.law, case.matter, case.closed, case.urgent)
    kept = case.moment.objected.get(key)
    if kept is None:
        kept = case.moment.objected[key] = _worked_out(right, case, assumed)
    return kept


def _worked_out(right: Right, case: Case, assumed: Mapping[str, bool]) -> tuple[Objection, ...]:
    def value_of(name: str) -> bool | Decimal | None:
        value = case.value_of(name)
        return assumed.get(name) if value is None else value

    kind = case.authority.bodies.kind(right.taker)
    patterns = patterns_in(case.authority, right.patterns, case.matter)
    return tuple(objections(case.moment.law, patterns, kind, value_of, urgent=case.urgent))


def weighed(right: Right, case: Case) -> tuple[bool | None, frozenset[str]]:
    """
    Whether a right lets its taker decide.

    Returns:
        True; False; or None with the unknown facts that it depends on.
    """
    unknown: set[str] = set()
    for obstacle in obstacles(right, case):
        if not obstacle.facts:
            return False, frozenset()
        unknown |= obstacle.facts
    return (None, frozenset(unknown)) if unknown else (True, frozenset())
