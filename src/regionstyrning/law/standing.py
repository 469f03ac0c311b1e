"""How provisions stand to what is known of a case: yes, no, or not known and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import TypeAlias

from attrs import frozen

from regionstyrning.errors import UnknownId
from regionstyrning.law.held import LawRule
from regionstyrning.model.delegation import CaseCondition
from regionstyrning.model.organisation import OrganKind, PositionKind
from regionstyrning.model.statutes import Effect, Provision

Value: TypeAlias = bool | Decimal | None
"""What is known of a fact: yes, no, a number, or None."""

ValueOf: TypeAlias = Callable[[str], Value]

Facts: TypeAlias = Mapping[str, bool | int | Decimal] | Iterable[str]
"""Yes, no or a number by name, or the names of what holds."""


def known_facts(facts: Facts, names: Iterable[str], *, closed: bool = False) -> ValueOf:
    """
    What a caller has said of a case, as a function from name to value.

    Args:
        facts: Yes, no or a number by name, or the names of what holds.
        names: Names that there are.
        closed: Whether what is not named does not hold.

    Returns:
        A function that gives True, False, a number, or None for what is not known.

    Raises:
        UnknownId: for a name that there is not; it names the nearest.
    """
    known = frozenset(names)
    given: Mapping[str, bool | int | Decimal] = facts if isinstance(facts, Mapping) else dict.fromkeys(facts, True)
    said: dict[str, Value] = {}
    for name, value in given.items():
        if name not in known:
            raise UnknownId("fact", name, sorted(known))
        said[name] = value if isinstance(value, bool) else Decimal(value)
    unsaid = False if closed else None
    return lambda name: said.get(name, unsaid)


def met(condition: CaseCondition, value: Value) -> bool | None:
    """
    Whether a condition is met.

    Args:
        condition: A fact that must hold or must not, or a number with bounds.
        value: What is known of the fact: yes, no, a number or None. A bare yes says of a number
            only that there is one.

    Returns:
        True, False, or None if that is not known.
    """
    bounded = condition.at_least is not None or condition.at_most is not None
    if value is None or (value is True and bounded):
        return None
    if isinstance(value, bool):
        return value is condition.holds
    low, high = condition.at_least, condition.at_most
    within = (low is None or low <= value) and (high is None or value <= high)
    return within is condition.holds


def standing(provision: Provision, value_of: ValueOf) -> tuple[bool | None, frozenset[str]]:
    """
    Whether all that a provision looks at holds of a case.

    Args:
        provision: The provision, whose traits and conditions are looked at.
        value_of: What is known of a fact: yes, no, a number or None.

    Returns:
        True, False, or None with the unknown facts that it hangs on.
    """
    unknown: set[str] = set()
    for trait in provision.traits:
        value = value_of(trait)
        if value is None:
            unknown.add(trait)
        elif value is False:
            return False, frozenset()
    for condition in provision.conditions:
        is_met = met(condition, value_of(condition.fact))
        if is_met is None:
            unknown.add(condition.fact)
        elif not is_met:
            return False, frozenset()
    return (None, frozenset(unknown)) if unknown else (True, frozenset())


def speaks_of(
    provision: Provision,
    *,
    giver: OrganKind | PositionKind | None = None,
    taker: OrganKind | PositionKind | None = None,
) -> bool:
    """
    Whether a provision speaks of such a giver and such a taker.

    Args:
        provision: The provision; without kinds it speaks of any.
        giver: What kind of organ or post gives; not asked about if left out.
        taker: What kind of organ or post takes; not asked about if left out.
    """
    givers = (*provision.givers, *provision.giver_positions)
    takers = (*provision.organ_kinds, *provision.position_kinds)
    return (giver is None or not givers or giver in givers) and (taker is None or not takers or taker in takers)


@frozen(kw_only=True)
class Bar:
    """
    A provision that stands in the way, or may do so (hinder).

    Attributes:
        rule: The provision.
        lifted_by: What takes it away, or may do so; nothing if it stands.
        stands: Whether it does; None if that hangs on unknown facts.
        unknown: Those facts.
    """

    rule: LawRule
    lifted_by: tuple[LawRule, ...] = ()
    stands: bool | None
    unknown: frozenset[str] = frozenset()


def bars(rules: Iterable[LawRule], value_of: ValueOf) -> tuple[Bar, ...]:
    """
    The provisions that stand in the way of an act in a case, and those that others take away.

    Args:
        rules: The provisions in force about the act: those that prohibit, and those that lift them.
        value_of: What is known of a fact: yes, no, a number or None.

    Returns:
        In the order of the law. One whose facts do not hold is left out; one that is taken away
        stays, with what took it away.
    """
    asked = tuple(rules)
    return tuple(
        bar
        for rule in asked
        if rule.provision.effect is Effect.PROHIBITS
        for bar in (_bar(rule, asked, value_of),)
        if bar is not None
    )


def _bar(rule: LawRule, asked: tuple[LawRule, ...], value_of: ValueOf) -> Bar | None:
    stands, unknown = standing(rule.provision, value_of)
    if stands is False:
        return None
    lifting: list[LawRule] = []
    for other in asked:
        if other.statute.id != rule.statute.id or rule.provision.id not in other.provision.lifts:
            continue
        lifts, missing = standing(other.provision, value_of)
        if lifts:
            return Bar(rule=rule, lifted_by=(other,), stands=False)
        if lifts is None:
            lifting.append(other)
            stands, unknown = None, unknown | missing
    return Bar(rule=rule, lifted_by=tuple(lifting), stands=stands, unknown=unknown)


@frozen(kw_only=True)
class Permit:
    """
    A provision that lets an act be done, where all that it asks for holds (medgivande).

    Attributes:
        rule: The provision.
        stands: Whether all that it asks for holds; None if that hangs on unknown facts.
        unknown: Those facts.
    """

    rule: LawRule
    stands: bool | None
    unknown: frozenset[str] = frozenset()


def permits(rules: Iterable[LawRule], value_of: ValueOf) -> tuple[Permit, ...]:
    """
    The provisions that let an act be done, in the order of the law.

    One that only takes a bar away gives nothing by itself and is left out.

    Args:
        rules: The provisions in force about the act.
        value_of: What is known of a fact: yes, no, a number or None.
    """
    found = []
    for rule in rules:
        if rule.provision.effect is Effect.PERMITS and not rule.provision.lifts:
            stands, unknown = standing(rule.provision, value_of)
            found.append(Permit(rule=rule, stands=stands, unknown=unknown))
    return tuple(found)
