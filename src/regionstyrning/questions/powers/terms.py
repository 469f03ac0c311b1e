"""What a right says by itself, as a set of cases: days, amounts, facts, and for whom a deputy steps in."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from regionstyrning.model.delegation import DeputyWhen
from regionstyrning.questions.authority.case import AWAY, VACANT
from regionstyrning.questions.powers.diagrams import (
    AMOUNT,
    DAY,
    FALSE,
    HOLDS,
    TRUE,
    URGENT,
    Diagrams,
    Variable,
    disqualified,
    fact,
)

if TYPE_CHECKING:
    from regionstyrning.questions.authority.moment import Moment
    from regionstyrning.questions.authority.needs import Need
    from regionstyrning.questions.authority.rights import Instead, Right
    from regionstyrning.questions.powers.base_amounts import BaseYear


class Terms:
    """
    Reads rights as sets of cases, of the days that are asked about (villkor).

    Attributes:
        diagrams: Where the sets are kept.
        first: The first day.
        last: The last day.
    """

    __slots__ = ("_bases", "diagrams", "first", "last")

    def __init__(self, diagrams: Diagrams, days: tuple[date, date], bases: tuple[BaseYear, ...]) -> None:
        self.diagrams = diagrams
        self.first, self.last = days
        self._bases = bases

    def written(self, right: Right, first: date, last: date, moment: Moment) -> int:
        """The cases that a right is about, whatever the law says of it; the matter apart."""
        diagrams = self.diagrams
        parts = [self.days(max(first, right.first), min(last, right.last))]
        if right.limit is not None:
            parts.append(diagrams.span(AMOUNT, None, right.limit + 1) if right.limit >= 0 else FALSE)
        if right.base_amounts is not None:
            parts.append(self._within(right.base_amounts))
        if right.urgent:
            parts.append(diagrams.holds(URGENT, value=True))
        parts += map(self._met, right.needs)
        if right.instead is not None:
            parts.append(self._deputising(right.instead, moment))
        return diagrams.all_of(parts)

    def days(self, first: date, last: date) -> int:
        """The cases decided between two days, of those that are asked about."""
        if first > last:
            return FALSE
        low = None if first <= self.first else first.toordinal()
        return self.diagrams.span(DAY, low, None if last >= self.last else last.toordinal() + 1)

    def _within(self, base_amounts: Decimal) -> int:
        """The cases whose amount is at most so many prisbasbelopp."""
        diagrams = self.diagrams
        return diagrams.any_of(
            diagrams.both(self.days(each.first, each.last), each.within(diagrams, base_amounts)) for each in self._bases
        )

    def _met(self, need: Need) -> int:
        """The cases where a fact is what a right asks of it."""
        variable = fact(need.fact)
        if need.holds is False:
            return self.diagrams.holds(variable, value=False)
        least = HOLDS if need.least is None else (need.least, 0)
        within = self.diagrams.span(variable, least, None if need.most is None else (need.most, 1))
        return self.diagrams.without(TRUE, within) if need.beyond else within

    def _deputising(self, instead: Instead, moment: Moment) -> int:
        """The cases where a deputy steps in: who it stands for is away, and all that come before it are."""
        diagrams = self.diagrams
        found = self._away(instead.principal, instead.when)
        for deputy, when in instead.before:
            called = diagrams.both(self._away(instead.principal, when), self.days(*moment.days(deputy)))
            waits = diagrams.without(called, self._away(deputy, DeputyWhen.ANY))
            found = diagrams.without(found, waits)
        return found

    def _away(self, id: str, when: DeputyWhen) -> int:
        """The cases where a post is away, in the way that counts."""
        variables: list[Variable] = []
        if when in {DeputyWhen.DISQUALIFICATION, DeputyWhen.ANY}:
            variables.append(disqualified(id))
        if when in {DeputyWhen.ABSENCE, DeputyWhen.ANY}:
            variables.append(fact(f"{AWAY}:{id}"))
        if when in {DeputyWhen.VACANCY, DeputyWhen.ANY}:
            variables.append(fact(f"{VACANT}:{id}"))
        return self.diagrams.any_of(self.diagrams.holds(each, value=True) for each in variables)
