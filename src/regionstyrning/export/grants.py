"""The plain part of who may decide, as rows that an engine for permissions can hold."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from regionstyrning.law import STANDARD, Policies
from regionstyrning.model.organisation import OrganKind
from regionstyrning.model.statutes import Tie
from regionstyrning.questions.authority.amounts import base_amount
from regionstyrning.questions.authority.case import COUNTED, Case
from regionstyrning.questions.authority.chains import authority_of
from regionstyrning.questions.authority.lawful import APPOINTED, HEAD_IN_FIELD
from regionstyrning.questions.authority.rights import no_decision

if TYPE_CHECKING:
    from datetime import date

    from regionstyrning.law import LawRule
    from regionstyrning.model.delegation import CaseCondition
    from regionstyrning.model.statutes import Provision
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.questions.authority.chains import Authority
    from regionstyrning.questions.authority.moment import Moment
    from regionstyrning.questions.authority.pattern import Kind, Pattern
    from regionstyrning.questions.authority.rights import Right


@frozen
class Demand:
    """
    What has to be so of a matter (krav).

    Attributes:
        kind: ``all``, ``any`` or ``not`` of its parts; or one that looks whether the matter holds a ``trait``,
            an organ is its ``owner`` on the day, it lies in the ``field`` of one of some nämnder, or it has been
            ``taken`` over from one of some nämnder.
        names: Traits or ids of organs.
        parts: Tests that it is made of.
    """

    kind: str
    names: tuple[str, ...] = ()
    parts: tuple[Demand, ...] = ()


YES = Demand("all")
NO = Demand("any")


@frozen(kw_only=True)
class Grant:
    """
    One right on the day, with all that it asks of a matter (behörighet).

    Attributes:
        id: Ids of the delegations from the top and the taker, joined with a bar.
        taker: Id of the organ or post.
        scope: Id of the matter that it reaches, with all that is part of it; None for any.
        outside: Ids of matters that are left out.
        limit_sek: Limit in whole kronor, itself included; None for no limit.
        test: What else has to be so.
    """

    id: str
    taker: str
    scope: str | None
    outside: tuple[str, ...]
    limit_sek: int | None
    test: Demand


def every(tests: Iterable[Demand]) -> Demand:
    """All of them; the shortest form."""
    parts = tuple(test for test in dict.fromkeys(tests) if test != YES)
    if NO in parts:
        return NO
    return parts[0] if len(parts) == 1 else Demand("all", (), parts)


def some(tests: Iterable[Demand]) -> Demand:
    """One of them; the shortest form."""
    parts = tuple(test for test in dict.fromkeys(tests) if test != NO)
    if YES in parts:
        return YES
    return parts[0] if len(parts) == 1 else Demand("any", (), parts)


def negated(test: Demand) -> Demand:
    """The opposite."""
    return NO if test == YES else YES if test == NO else Demand("not", (), (test,))


def grants(model: SteeringModel, on: date, policies: Policies = STANDARD) -> tuple[Grant, ...]:
    """
    The rights of a day in cases that are not urgent and of which nothing but matter and amount is said.

    What is not said does not hold, so what asks for a number other than kronor, for haste, or for someone
    to be away gives nothing. Where the law of the day is not held there are none.

    Args:
        model: Any model.
        on: The day.
        policies: Choices where the law leaves open how it is to be read.

    Returns:
        In order of taker, scope and delegations.
    """
    authority = authority_of(model, policies)
    moment = authority.moment(on)
    if not moment.law.held:
        return ()
    takers = (*authority.bodies.organs, *authority.bodies.positions)
    found = (_grant(right, moment, on) for taker in takers for right in moment.all_rights_of(taker))
    kept = {grant for grant in found if grant is not None}
    return tuple(sorted(kept, key=lambda each: (each.taker, each.scope or "", each.id, str(each.test))))


def _grant(right: Right, moment: Moment, on: date) -> Grant | None:
    void = right.emptied is not None or right.instead is not None or right.urgent or any(map(no_decision, right.chain))
    if void or not right.first <= on <= right.last or any(need.bounded or need.holds is None for need in right.needs):
        return None
    limit, known = _limit(right, moment, on)
    test = every([_owned(right, moment), *_needs(right), _lawful(right, moment)])
    if not known or test == NO:
        return None
    return Grant(
        id="|".join([*(delegation.id for delegation in right.chain), right.taker]),
        taker=right.taker,
        scope=right.scope or None,
        outside=tuple(sorted(right.outside & set(moment.authority.matters.by_id))),
        limit_sek=limit,
        test=test,
    )


def _limit(right: Right, moment: Moment, on: date) -> tuple[int | None, bool]:
    """The limit in kronor, and whether it can be told."""
    limit = right.limit
    if right.base_amounts is not None:
        any_matter = next(iter(moment.authority.matters.by_id))
        case = Case(moment.authority, any_matter, on, None, {}, closed=True, urgent=False, disqualified=frozenset())
        base = base_amount(case)
        if base is None:
            return None, False
        bases = int(right.base_amounts * base)
        limit = bases if limit is None else min(limit, bases)
    return limit, True


def _needs(right: Right) -> Iterator[Demand]:
    for need in right.needs:
        holds = Demand("trait", (need.fact,))
        yield holds if need.holds else negated(holds)


def _owned(right: Right, moment: Moment) -> Demand:
    authority = moment.authority
    if right.owner is not None:
        return Demand("owner", (right.owner,))
    if right.delegation is not None:
        committees = {link.taker for link in right.links} & authority.bodies.committees
        return negated(Demand("taken", tuple(sorted(committees)))) if committees and authority.overtaken else YES
    reserved = (
        _stands(rules[0].provision)
        for rules in moment.law.reserved
        if any(OrganKind.ASSEMBLY in rule.provision.organ_kinds for rule in rules)
    )
    return some([Demand("owner", (right.taker,)), *reserved])


def _stands(provision: Provision) -> Demand:
    """That all that a provision looks at is so for certain, where nothing but the matter's traits is known."""
    return every([*_traits(provision), *(_met(each, doubted=NO) for each in provision.conditions)])


def _may_stand(provision: Provision) -> Demand:
    """That all of it is so, or may be: a number that nobody has said leaves it open."""
    return every([*_traits(provision), *(_met(each, doubted=YES) for each in provision.conditions)])


def _traits(provision: Provision) -> Iterator[Demand]:
    return (Demand("trait", (trait,)) for trait in provision.traits)


def _met(condition: CaseCondition, doubted: Demand) -> Demand:
    """That a condition is met; where that hangs on a number, what is to be said of it."""
    holds = Demand("trait", (condition.fact,))
    if condition.at_least is None and condition.at_most is None:
        return holds if condition.holds else negated(holds)
    if condition.fact in COUNTED:
        return doubted
    return every([holds, doubted]) if condition.holds else some([negated(holds), doubted])


def _lawful(right: Right, moment: Moment) -> Demand:
    kind = moment.authority.bodies.kind(right.taker)
    links = (_of_link(pattern, moment) for pattern in right.patterns)
    reserved = (_of_reserved(rules, right.patterns, kind) for rules in moment.law.reserved)
    barred = (negated(_may_stand(rule.provision)) for rule in moment.law.deciding if _is_one_of(rule.provision, kind))
    return every([*links, *reserved, *barred])


def _of_link(pattern: Pattern, moment: Moment) -> Demand:
    plain = _link(pattern, moment)
    if pattern.board is None:
        return plain
    others = tuple(sorted(moment.authority.bodies.committees - {pattern.board}))
    inside = _link(evolve(pattern, ties=pattern.ties | {Tie.OTHERS_FIELD}), moment)
    if inside == plain or not others:
        return plain
    other = Demand("field", others)
    return some([every([negated(other), plain]), every([other, inside])])


def _link(pattern: Pattern, moment: Moment) -> Demand:
    """What the law asks of one link, as the matter decides."""
    statute = pattern.above == "statute"
    if pattern.giver is None or (statute and pattern.allowed is True):
        return YES
    if pattern.above and not statute and (pattern.above == "post" or pattern.allowed is not True):
        return NO
    head = Demand("trait", (HEAD_IN_FIELD,)) if pattern.head is None and pattern.above and not statute else YES
    permits = moment.law.permits(pattern)
    bars = (_bar(rule, pattern, permits) for rule in moment.law.bars(pattern))
    return every([head, some(_stands(rule.provision) for rule in permits), *bars])


def _bar(rule: LawRule, pattern: Pattern, permits: Collection[LawRule]) -> Demand:
    """That a provision which forbids does not stand in the way."""
    provision = rule.provision
    if provision.on_grant:
        barred = YES if pattern.granted.issuperset(provision.traits) else NO
    else:
        barred = _may_stand(provision)
    lifting = (other for other in permits if rule.id in {f"{other.statute.id}/{id}" for id in other.provision.lifts})
    return some([negated(barred), *(_may_stand(other.provision) for other in lifting)])


def _of_reserved(rules: tuple[LawRule, ...], patterns: tuple[Pattern, ...], kind: Kind | None) -> Demand:
    """That a matter is not reserved, or that the taker is one of those it is reserved for."""
    named = []
    for rule in rules:
        provision = rule.provision
        passed = provision.may_pass_on is False and any(pattern.above for pattern in patterns)
        several = (provision.at_least or 1) > 1  # how many decide is a number that nobody has said
        if _is_one_of(provision, kind) and not (provision.only_urgent or passed or several):
            named.append(Demand("trait", (APPOINTED,)) if provision.personally_appointed else YES)
    return some([negated(_may_stand(rules[0].provision)), *named])


def _is_one_of(provision: Provision, kind: Kind | None) -> bool:
    kinds: tuple[Kind, ...] = (*provision.organ_kinds, *provision.position_kinds)
    return not kinds or kind in kinds


def stated(authority: Authority, matter: str) -> tuple[str, ...]:
    """The traits that a matter, or one above it, states that it has."""
    return tuple(sorted(id for id, trait in authority.matters.traits(matter).items() if trait.holds))
