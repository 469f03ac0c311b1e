"""Rights to decide: what is left of a delegation when every step above it has narrowed it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from regionstyrning.model.delegation import DeputyWhen, LimitUnit, Together

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.model.delegation import Delegation
    from regionstyrning.questions.authority.lawful import Pattern
    from regionstyrning.questions.authority.matters import Matters
    from regionstyrning.questions.authority.states import Days

NUMBERS = {
    LimitUnit.NUMBER: "antal",
    LimitUnit.DAYS: "dagar",
    LimitUnit.MONTHS: "manader",
    LimitUnit.YEARS: "ar",
    LimitUnit.PERCENT: "procent",
}

EACH_ALONE = "var-for-sig"


class Need:
    """
    What a fact of the case must be, all links of a right taken together (villkor).

    Attributes:
        fact: Name of the fact.
        holds: Whether it must hold, must not, or either (None, for a number).
        least: For a number, the least.
        most: For a number, the most.
        delegation: The delegation that asks it.
        text: As written.
        beyond: Whether the number must lie outside the bounds, or there be none.
    """

    __slots__ = ("beyond", "delegation", "fact", "holds", "least", "most", "text")

    def __init__(  # noqa: PLR0913, PLR0917 - a row
        self,
        fact: str,
        delegation: Delegation,
        holds: bool | None = True,
        least: Decimal | None = None,
        most: Decimal | None = None,
        text: str | None = None,
        *,
        beyond: bool = False,
    ) -> None:
        self.fact, self.delegation, self.holds = fact, delegation, holds
        self.least, self.most, self.text, self.beyond = least, most, text, beyond

    @property
    def bounded(self) -> bool:
        """Whether it asks for a number."""
        return self.least is not None or self.most is not None

    def met(self, value: bool | Decimal | None) -> bool | None:
        """Whether a value meets it; None if the value is unknown or too vague to tell."""
        if value is None:
            return None
        if isinstance(value, bool):
            if not value:
                return self.beyond or self.holds is False
            return False if self.holds is False else None if self.bounded else True
        if self.holds is False:
            return False
        within = (self.least is None or value >= self.least) and (self.most is None or value <= self.most)
        return within is not self.beyond


class Instead:
    """
    For whom a deputy steps in, and when (ersättares inträde).

    Attributes:
        principal: The post it steps in for.
        when: When it does.
        before: Deputies that come first, with when each of them does.
    """

    __slots__ = ("before", "principal", "when")

    def __init__(self, principal: str, when: DeputyWhen, before: tuple[tuple[str, DeputyWhen], ...] = ()) -> None:
        self.principal, self.when, self.before = principal, when, before


class Right:
    """
    What someone may decide by one chain of delegations (effektiv rätt).

    Attributes:
        taker: Who holds it.
        delegation: The last delegation of the chain; None for what an organ owns.
        above: The right that it builds on; None where the chain begins.
        scope: The narrowest matter of the chain.
        outside: Matters that some link leaves out.
        first: First day.
        last: Last day.
        limit: Least limit in kronor.
        base_amounts: Least limit in prisbasbelopp.
        needs: What facts must be.
        owner: The organ that must own the matter; None where the chain begins elsewhere.
        urgent: Whether it is for urgent matters only.
        instead: For whom it steps in, for a deputy.
        patterns: How each link stands to the law, from the top.
        chain: The delegations, from the top.
        top: Where the chain begins: an organ, or nothing for a statute.
        place: By what rights are ordered, once it has been asked.
        emptied: What made it come to nothing, and in which delegation.
        law: A number that rights share to which the law says the same.
        plain: Whether nothing but matter, days, amount, law and owner has to be looked at.
    """

    __slots__ = (
        "above",
        "base_amounts",
        "chain",
        "delegation",
        "emptied",
        "first",
        "instead",
        "last",
        "law",
        "limit",
        "needs",
        "outside",
        "owner",
        "patterns",
        "place",
        "plain",
        "scope",
        "taker",
        "top",
        "urgent",
    )

    delegation: Delegation | None
    above: Right | None
    owner: str | None
    instead: Instead | None
    limit: int | None
    base_amounts: Decimal | None
    emptied: tuple[str, str] | None
    needs: tuple[Need, ...]
    patterns: tuple[Pattern, ...]

    def __init__(self, taker: str, scope: str, days: Days, owner: str | None) -> None:
        self.taker, self.scope, self.owner = taker, scope, owner
        self.first, self.last = days
        self.delegation = self.above = self.instead = None
        self.limit = self.base_amounts = self.emptied = None
        self.outside: frozenset[str] = frozenset()
        self.needs = self.patterns = ()
        self.chain: tuple[Delegation, ...] = ()
        self.top = taker
        self.place: tuple[int, int, tuple[str, ...]] | None = None
        self.urgent = False
        self.law = 0
        self.plain = True

    @property
    def links(self) -> tuple[Right, ...]:
        """The rights, from the top to this."""
        found: list[Right] = []
        right: Right | None = self
        while right is not None:
            found.append(right)
            right = right.above
        return tuple(reversed(found))

    @property
    def distance(self) -> int:
        """How many delegations lie between the owner and the taker."""
        return len(self.chain)

    def empty(self, reason: str, by: str) -> None:
        """Say what made it come to nothing; what was said first stands."""
        if self.emptied is None:
            self.emptied = (reason, by)


def narrowed(  # noqa: PLR0913, PLR0917 - what a step is made of
    matters: Matters,
    delegation: Delegation,
    matter: str,
    taker: str,
    days: Days,
    above: Right,
) -> Right:
    """
    What is left when a delegation hands on one matter of a right.

    Args:
        matters: The tree of matters.
        delegation: The delegation.
        matter: One of its matters.
        taker: Who receives it.
        days: The days when delegation and taker stand.
        above: The right of the giver.
    """
    whole = above.scope == ""
    scope = matter if whole else matters.deeper(matter, above.scope)
    right = Right(taker, scope or matter, (max(days[0], above.first), min(days[1], above.last)), above.owner)
    right.delegation = delegation
    right.above = above
    right.chain = (*above.chain, delegation)
    right.top = above.top
    right.outside = above.outside.union(delegation.except_matters)
    right.emptied = above.emptied
    if scope is None:
        right.empty("matter", delegation.id)
    elif not right.outside.isdisjoint(matters.above(scope)):
        right.empty("excepted", delegation.id)
    if right.first > right.last:
        right.empty("day", delegation.id)
    _limited(right, delegation, above)
    needs = joined_needs((*above.needs, *_needs(delegation)))
    if needs is None:
        right.empty("condition", delegation.id)
        needs = (*above.needs, *_needs(delegation))
    right.needs = needs
    right.urgent = above.urgent or delegation.urgent_only
    return right


def _limited(right: Right, delegation: Delegation, above: Right) -> None:
    sums = [limit.value for limit in delegation.limits if limit.unit is LimitUnit.SEK]
    bases = [limit.value for limit in delegation.limits if limit.unit is LimitUnit.PRICE_BASE_AMOUNT]
    if above.limit is not None:
        sums.append(Decimal(above.limit))
    if above.base_amounts is not None:
        bases.append(above.base_amounts)
    right.limit = int(min(sums)) if sums else None
    right.base_amounts = min(bases, default=None)


def _needs(delegation: Delegation) -> Iterator[Need]:
    for condition in delegation.conditions:
        bounded = condition.at_least is not None or condition.at_most is not None
        yield Need(
            condition.fact,
            delegation,
            None if bounded else condition.holds,
            condition.at_least,
            condition.at_most,
            condition.text,
            beyond=bounded and not condition.holds,
        )
    for limit in delegation.limits:
        if limit.unit in NUMBERS:
            yield Need(NUMBERS[limit.unit], delegation, None, None, limit.value, limit.text)
    if delegation.together is Together.NOT_STATED and len(delegation.receivers) > 1:
        yield Need(EACH_ALONE, delegation)


def joined_needs(needs: tuple[Need, ...]) -> tuple[Need, ...] | None:
    """
    What several links ask, a need a fact; bounds that a number must lie outside are kept apart.

    Returns:
        In order of first mention, then what lies outside; None if no case can meet them all.
    """
    joined: dict[str, Need] = {}
    beyond = tuple({(need.fact, need.least, need.most): need for need in reversed(needs) if need.beyond}.values())[::-1]
    for need in needs:
        if need.beyond:
            continue
        other = joined.get(need.fact)
        if other is None:
            joined[need.fact] = need
            continue
        if need.holds is not other.holds and False in {need.holds, other.holds}:
            return None
        least = max((each for each in (need.least, other.least) if each is not None), default=None)
        most = min((each for each in (need.most, other.most) if each is not None), default=None)
        if least is not None and most is not None and least > most:
            return None
        holds = need.holds if other.holds is None else other.holds
        by = other if (least, most) == (other.least, other.most) else need
        joined[need.fact] = Need(need.fact, by.delegation, holds, least, most, by.text)
    if any(_covered(need, beyond) for need in joined.values()):
        return None
    return (*joined.values(), *beyond)


def _covered(need: Need, beyond: tuple[Need, ...]) -> bool:
    """Whether every number that a need lets be lies where some other lets none be."""
    bars = [each for each in beyond if each.fact == need.fact]
    if not bars or need.holds is False:
        return False
    reached, closed = need.least, False  # all below, and the number itself too once it is closed
    while True:
        further = [
            bar
            for bar in bars
            if (bar.least is None or (reached is not None and bar.least <= reached))
            and (bar.most is None or reached is None or bar.most > reached or (bar.most == reached and not closed))
        ]
        if not further:
            return False
        if any(bar.most is None for bar in further):
            return True
        reached, closed = max(bar.most for bar in further if bar.most is not None), True
        if need.most is not None and reached >= need.most:
            return True


def whole(organ: str, days: tuple[date, date], *, owned: bool) -> Right:
    """What an organ may decide in whatever it owns, or in everything."""
    return Right(organ, "", days, organ if owned else None)
