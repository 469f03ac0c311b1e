"""What the facts of a case must be for a right to reach it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from regionstyrning.model.delegation import LimitUnit, Together

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.model.delegation import Delegation

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


def needs_of(delegation: Delegation) -> Iterator[Need]:
    """What one delegation asks of the facts, by its conditions and by limits in other than money."""
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
