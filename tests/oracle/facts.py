"""What is known of a case."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from regionstyrning.model import LimitUnit, Trait
from regionstyrning.model.statutes import Provision
from tests.oracle.said import Chain, Met, Question, every

NAMES = {
    LimitUnit.NUMBER: "antal",
    LimitUnit.DAYS: "dagar",
    LimitUnit.MONTHS: "manader",
    LimitUnit.YEARS: "ar",
    LimitUnit.PERCENT: "procent",
}


class Facts:
    """
    What is known of the case on a chain.

    A condition of the chain is met wherever the chain is used.
    """

    def __init__(self, question: Question, traits: Iterable[Trait], chain: Chain) -> None:
        self.question = question
        self.stated: dict[str, bool] = {trait.id: trait.holds for trait in traits}
        self.asked: list[tuple[str, bool, Decimal | None, Decimal | None]] = []
        for link in chain.links:
            each = link.delegation
            self.asked += [(rule.fact, rule.holds, rule.at_least, rule.at_most) for rule in each.conditions]
            self.asked += [(NAMES[limit.unit], True, None, limit.value) for limit in each.limits if limit.unit in NAMES]
        self.assumed = {fact: holds for fact, holds, least, most in self.asked if least is None and most is None}

    def said(self, name: str) -> bool | Decimal | None:
        """What the caller says, or else the matter."""
        value = self.question.facts.get(name)
        if value is None:
            return self.stated.get(name)
        return value if isinstance(value, bool) else Decimal(value)

    def holds(self, name: str) -> Met:
        """Whether a fact holds."""
        value = self.said(name)
        if value is None:
            return False if self.question.closed else frozenset({name})
        return value is not False

    def condition(self, name: str, holds: bool, least: Decimal | None, most: Decimal | None) -> Met:
        """Whether a fact is as a condition asks; a number that nobody gives is unknown in a closed case too."""
        value = self.said(name)
        if least is None and most is None:
            met = self.holds(name)
            return met if holds or not isinstance(met, bool) else not met
        if value is None or value is True:
            return frozenset({name})
        if value is False:
            return not holds
        return ((least is None or value >= least) and (most is None or value <= most)) is holds

    def consistent(self) -> bool:
        """Whether some case could meet all that the chain asks of its facts."""
        for name in {fact for fact, _, _, _ in self.asked}:
            rules = [rule[1:] for rule in self.asked if rule[0] == name]
            ends = [end for _, least, most in rules for end in (least, most) if end is not None]
            beside = [end + step for end in ends for step in (Decimal("-0.5"), Decimal("0.5"))]
            values: list[bool | Decimal] = [False, True] if not ends else [False, *ends, *beside]
            if not any(all(_meets(value, *rule) for rule in rules) for value in values):
                return False
        return True

    def stand(self, provision: Provision) -> Met:
        """Whether all that a provision looks at is so; what the chain asks for is taken as met."""
        traits: list[Met] = [self._assuming(trait, True) for trait in provision.traits]
        rules: list[Met] = [self._assuming(rule.fact, rule.holds) for rule in provision.conditions]
        return every(traits + rules)

    def _assuming(self, name: str, holds: bool) -> Met:
        met = self.holds(name)
        if not isinstance(met, bool):
            if name not in self.assumed:
                return met
            met = self.assumed[name]
        return met is holds


def _meets(value: bool | Decimal, holds: bool, least: Decimal | None, most: Decimal | None) -> bool:
    if value is False:
        return not holds
    if value is True:
        return holds
    return ((least is None or value >= least) and (most is None or value <= most)) is holds
