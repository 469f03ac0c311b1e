"""Rights to decide: what is left of a delegation when every step above it has narrowed it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from regionstyrning.model.delegation import DeputyWhen, LimitUnit, Nature, Together
from regionstyrning.questions.authority.needs import joined_needs, needs_of

if TYPE_CHECKING:
    from regionstyrning.model.delegation import Delegation
    from regionstyrning.questions.authority.matters import Matters
    from regionstyrning.questions.authority.needs import Need
    from regionstyrning.questions.authority.pattern import Pattern
    from regionstyrning.questions.authority.states import Days


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
        term: The last day of the first term of its chain to end, once it has been asked.
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
        "term",
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
        self.term: date | None = None
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
    needs = joined_needs((*above.needs, *needs_of(delegation)))
    if needs is None:
        right.empty("condition", delegation.id)
        needs = (*above.needs, *needs_of(delegation))
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


def whole(organ: str, days: tuple[date, date], *, owned: bool) -> Right:
    """What an organ may decide in whatever it owns, or in everything."""
    return Right(organ, "", days, organ if owned else None)


def is_joint(delegation: Delegation) -> bool:
    """Whether several takers are to decide together."""
    return delegation.together is Together.JOINTLY and len(delegation.receivers) > 1


def no_decision(delegation: Delegation) -> bool:
    """Whether it hands over something else than decisions, or to takers who may not act together."""
    return delegation.nature is not Nature.DECISION or is_joint(delegation)
