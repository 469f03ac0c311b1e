"""What stands in the way of a right in a case: firmly, or as long as something is unknown."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from regionstyrning.law.standing import standing
from regionstyrning.model.delegation import DeputyWhen, Nature, Together
from regionstyrning.model.organisation import OrganKind
from regionstyrning.questions.authority.case import AMOUNT, AWAY, BASE_AMOUNT, OWNED_BY, TAKEN_BY, VACANT, Case
from regionstyrning.questions.authority.fields import patterns_in
from regionstyrning.questions.authority.lawful import JOINTLY, Objection, objections

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from regionstyrning.law import LawRule
    from regionstyrning.model.delegation import Delegation
    from regionstyrning.questions.authority.rights import Instead, Need, Right

CRISIS, BY_ITSELF = "leh/2-4", "praxis/ta-over"

_AWAY_IN = {
    DeputyWhen.ABSENCE: (AWAY,),
    DeputyWhen.VACANCY: (VACANT,),
    DeputyWhen.DISQUALIFICATION: (),
    DeputyWhen.ANY: (AWAY, VACANT),
}


class Obstacle:
    """
    Something in the way of a right (hinder).

    Attributes:
        reason: In short, such as ``amount``, ``day``, ``trait``.
        facts: Unknown facts that it hangs on; none for a firm one.
        delegation: The delegation that it lies in, if one.
        rule: The provision that it rests on, if one.
        need: What a fact should have been, if that is it.
        words: What its sentence needs.
    """

    __slots__ = ("delegation", "facts", "need", "reason", "rule", "words")

    def __init__(
        self,
        reason: str,
        delegation: str | None = None,
        facts: frozenset[str] = frozenset(),
        rule: LawRule | None = None,
        need: Need | None = None,
        **words: str,
    ) -> None:
        self.reason, self.delegation, self.facts = reason, delegation, facts
        self.rule, self.need, self.words = rule, need, words


def obstacles(right: Right, case: Case) -> Iterator[Obstacle]:
    """
    What stands in the way of a right in a case, firm obstacles and doubts mixed, the nearest first.

    Nothing at all means yes. A firm one (without facts) means no; else it depends on the facts.
    """
    yield from _of_matter(right, case)
    yield from _of_days(right, case)
    yield from _of_amount(right, case)
    yield from _of_act(right, case)
    yield from _of_decider(right, case)
    yield from _of_needs(right.needs, case)
    yield from _of_law(right, case)


def _of_matter(right: Right, case: Case) -> Iterator[Obstacle]:
    by = None if right.delegation is None else right.delegation.id
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
    by = None if right.delegation is None else right.delegation.id
    if case.on < right.first:
        yield Obstacle("day", by, day=right.first.isoformat() if right.first < date.max else "", early="1")
    elif case.on > right.last:
        yield Obstacle("day", by, day=right.last.isoformat() if right.last > date.min else "")


def _of_amount(right: Right, case: Case) -> Iterator[Obstacle]:
    if right.limit is not None:
        if case.amount_sek is None:
            yield Obstacle("amount", _limiting(right), frozenset({AMOUNT}), limit=str(right.limit))
        elif case.amount_sek > right.limit:
            yield Obstacle("amount", _limiting(right), limit=str(right.limit))
    if right.base_amounts is not None:
        yield from _of_base_amounts(right, right.base_amounts, case)


def _of_base_amounts(right: Right, count: Decimal, case: Case) -> Iterator[Obstacle]:
    by = None if right.delegation is None else right.delegation.id
    base = base_amount(case)
    unknown = set() if base is not None else {f"{BASE_AMOUNT}-{case.on.year}"}
    if case.amount_sek is None:
        unknown.add(AMOUNT)
    if unknown or base is None or case.amount_sek is None:
        yield Obstacle("amount", by, frozenset(unknown), count=f"{count:f}")
    elif case.amount_sek > count * base:
        yield Obstacle("amount", by, limit=f"{count * base:f}", count=f"{count:f}")


def base_amount(case: Case) -> Decimal | None:
    """The year's prisbasbelopp in kronor, as the law's data or the caller has it; None if neither does."""
    given = case.facts.get(f"{BASE_AMOUNT}-{case.on.year}")
    if isinstance(given, Decimal):
        return given
    held = (each for each in case.authority.base_amounts if each.validity is not None and each.validity.covers(case.on))
    return next((each.value for each in held), None)


def _limiting(right: Right) -> str | None:
    """The link whose limit is the least."""
    limiting = (
        link.delegation.id
        for link in reversed(right.links)
        if link.delegation is not None and (link.above is None or link.above.limit != right.limit)
    )
    return next(limiting, None)


def _of_act(right: Right, case: Case) -> Iterator[Obstacle]:
    matter = case.authority.matters.by_id[case.matter]
    if matter.nature is not Nature.DECISION:
        yield Obstacle("nature", None, nature=matter.nature.value)
    for delegation in right.chain:
        if delegation.nature is not Nature.DECISION:
            yield Obstacle("nature", delegation.id, nature=delegation.nature.value)
        if delegation.together is Together.JOINTLY and len(delegation.receivers) > 1:
            yield Obstacle("jointly", delegation.id, rule=case.moment.law.rule(JOINTLY))
        if delegation.urgent_only and not case.urgent:
            yield Obstacle("urgent", delegation.id)


def _of_decider(right: Right, case: Case) -> Iterator[Obstacle]:
    if right.taker in case.disqualified:
        yield Obstacle("disqualified", _own(right), rule=case.moment.law.rule("kl/6-30"))
    for fact in (AWAY, VACANT):
        if case.facts.get(f"{fact}:{right.taker}") not in {None, False}:
            yield Obstacle("away", _own(right), body=right.taker)
    if case.facts:
        yield from _taken_by_giver(right, case)
    if right.instead is not None:
        yield from _deputising(right.instead, right, case)


def _taken_by_giver(right: Right, case: Case) -> Iterator[Obstacle]:
    """What an organ has given rests in a case that the organ itself has taken over."""
    for delegation in right.chain:
        giver = delegation.giver
        if giver is not None and case.facts.get(f"{TAKEN_BY}:{giver}") not in {None, False}:
            rule = case.moment.law.rule(BY_ITSELF)
            yield Obstacle("taken-over", delegation.id, rule=rule, organ=giver)


def _own(right: Right) -> str | None:
    return None if right.delegation is None else right.delegation.id


def _deputising(instead: Instead, right: Right, case: Case) -> Iterator[Obstacle]:
    """A deputy decides only when the one it stands for is away, and no deputy before it steps in."""
    away = _is_away(instead.principal, instead.when, case)
    if away is not True:
        yield Obstacle("deputy", _own(right), away or frozenset(), body=instead.principal)
    for deputy, when in instead.before:
        called = _is_away(instead.principal, when, case)
        if called is False or not _stands(deputy, case):
            continue
        gone = _is_away(deputy, DeputyWhen.ANY, case)
        if gone is not True:
            unknown = (called or frozenset()) | (gone or frozenset()) if called is not True else gone or frozenset()
            yield Obstacle("deputy", _own(right), unknown, body=deputy)


def _stands(id: str, case: Case) -> bool:
    first, last = case.moment.days(id)
    return first <= case.on <= last


def _is_away(id: str, when: DeputyWhen, case: Case) -> bool | frozenset[str]:
    """Whether one is away in the way that counts; the facts that it hangs on if that is unknown."""
    if when in {DeputyWhen.DISQUALIFICATION, DeputyWhen.ANY} and id in case.disqualified:
        return True
    unknown: set[str] = set()
    for fact in _AWAY_IN[when]:
        value = case.value_of(f"{fact}:{id}")
        if value is None:
            unknown.add(f"{fact}:{id}")
        elif value is not False:
            return True
    return frozenset(unknown) or False


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
