"""What the law says of a link, in the words of a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.law.standing import standing
from regionstyrning.model.statutes import Effect
from regionstyrning.rules.delegation.links import links_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from regionstyrning.law import Law, Rule
    from regionstyrning.rules.delegation.links import Grouping, Links
    from regionstyrning.rules.rule import Held


def cited(law: Law, id: str, otherwise: str) -> str:
    """
    A provision as it is cited, with what it says.

    Args:
        law: The law.
        id: Id of the provision in it.
        otherwise: What is said if the law that is held has no such provision.
    """
    rule = law.rules.get(id)
    return otherwise if rule is None else in_words(rule)


def in_words(rule: Rule) -> str:
    """A provision as it is cited, with what it says."""
    return f"{rule.cited}: {rule.provision.title}"


def is_in_force(held: Held, id: str) -> bool:
    """Whether a provision is held and in force on the day that is asked about."""
    rule = links_of(held).authority.law.rules.get(id)
    return rule is not None and rule.in_force(held.model.as_of)


def numbers(held: Held, id: str, unit: str) -> Iterator[Decimal]:
    """The numbers of a unit that a provision sets, if it is in force on the day that is asked about."""
    if is_in_force(held, id):
        for parameter in links_of(held).authority.law.rules[id].provision.parameters:
            if parameter.unit == unit and (parameter.validity is None or parameter.validity.covers(held.model.as_of)):
                yield parameter.value


def is_permitted(links: Links, group: Grouping) -> bool:
    """Whether some provision of the day lets such links be, for certain or depending on the case."""
    permits = links.law.permits(group.pattern)
    return any(standing(rule.provision, group.value_of)[0] is not False for rule in permits)


def bars(links: Links, group: Grouping) -> Iterator[Rule]:
    """The provisions of the day that forbid such links, by what is stated of the matter."""
    used = [
        rule for rule in links.law.permits(group.pattern) if standing(rule.provision, group.value_of)[0] is not False
    ]
    lifted = {f"{rule.statute.id}/{id}" for rule in used for id in rule.provision.lifts}
    for rule in links.law.bars(group.pattern):
        stated = bool(rule.provision.traits or rule.provision.conditions) and rule.provision.effect is Effect.PROHIBITS
        if stated and rule.id not in lifted and standing(rule.provision, group.value_of)[0] is True:
            yield rule
