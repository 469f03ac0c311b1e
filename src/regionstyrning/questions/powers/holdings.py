"""What each organ and post holds, by matter, as sets of cases."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import frozen

from regionstyrning.model.delegation import DeputyWhen, Nature, Together
from regionstyrning.questions.authority.case import AWAY, OWNED_BY, VACANT
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
from regionstyrning.questions.powers.legal import Legal, Shared

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from regionstyrning.model.delegation import Delegation
    from regionstyrning.questions.authority.chains import Authority, Moment
    from regionstyrning.questions.authority.rights import Need, Right
    from regionstyrning.questions.powers.base_amounts import BaseYear

Held = dict[str, dict["Reach", int]]
"""Cases by the narrowest matter of a right, and by what must be so of the matter asked about."""


@frozen
class Reach:
    """
    What must be so of a matter within the scope of a right (räckvidd).

    Attributes:
        outside: Matters that it must not lie within.
        owner: The organ that must own it.
        assembly: Whether fullmäktige itself decides, in what it owns or what is reserved for it.
    """

    outside: frozenset[str]
    owner: str | None
    assembly: bool


class Holdings:
    """
    The rights of one model over some days, as sets of cases (innehav).

    Who decides is taken to be in place and not jävig; whether others are is part of the case.

    Attributes:
        authority: The rights of the model.
        diagrams: Where the sets are kept.
        first: The first day.
        last: The last day.
        moments: What holds, from one change to the next, with its days.
        numbers: Facts that some right asks a number of.
    """

    __slots__ = (
        "_bases",
        "_contexts",
        "_held",
        "_legal",
        "authority",
        "diagrams",
        "first",
        "last",
        "moments",
        "numbers",
    )

    def __init__(
        self,
        authority: Authority,
        diagrams: Diagrams,
        days: tuple[date, date],
        bases: tuple[BaseYear, ...],
        shared: Shared,
    ) -> None:
        self.authority, self.diagrams = authority, diagrams
        self.first, self.last = first, last = days
        self._bases = bases
        self._legal = Legal(authority, diagrams, shared)
        self._held: dict[str, Held] = {}
        self._contexts: dict[str, tuple[tuple[date, date, str | None], ...]] = {}
        self.numbers: set[str] = set()
        begins = sorted({first, *(day for day in self._changes() if first < day <= last)})
        ends = [date.fromordinal(day.toordinal() - 1) for day in begins[1:]]
        spans = zip(begins, [*ends, last], strict=True)
        self.moments = tuple((begin, end, authority.moment(begin)) for begin, end in spans)

    def _changes(self) -> Iterator[date]:
        yield from self.authority.law.changes
        yield from self.authority.states.changes

    @property
    def takers(self) -> set[str]:
        """Whoever may hold something: all who have been given a right, and all organs."""
        return {*self.authority.given, *self.authority.bodies.organs}

    def held(self, who: str) -> Held:
        """What one holds, by the narrowest matter."""
        found = self._held.get(who)
        if found is None:
            found = self._held[who] = self.gathered(who, lambda _: True)
        return found

    def gathered(self, who: str, wanted: Callable[[Right], bool]) -> Held:
        """What one holds by some of its rights, by the narrowest matter."""
        found: Held = {}
        if who not in self.takers:
            return found
        for first, last, moment in self.moments:
            for right in moment.all_rights_of(who):
                if not wanted(right):
                    continue
                cases = self.cases(right, first, last, moment)
                if cases != FALSE:
                    assembly = right.delegation is None and right.owner is None
                    reach = Reach(right.outside, right.owner, assembly)
                    by_reach = found.setdefault(right.scope, {})
                    by_reach[reach] = self.diagrams.either(by_reach.get(reach, FALSE), cases)
        return found

    def cases(self, right: Right, first: date, last: date, moment: Moment) -> int:
        """The cases that a right lets its taker decide, apart from what must be so of the matter."""
        if right.emptied is not None and right.emptied[0] != "day":
            return FALSE
        if not right.plain and any(map(_no_decision, right.chain)):
            return FALSE
        written = self.written(right, first, last)
        if written == FALSE:
            return FALSE
        return self.diagrams.both(written, self._legal.allows(right, moment, first))

    def written(self, right: Right, first: date, last: date) -> int:
        """The same, whatever the law says of it."""
        diagrams = self.diagrams
        parts = [self.days(max(first, right.first), min(last, right.last))]
        if right.limit is not None:
            parts.append(diagrams.span(AMOUNT, None, right.limit + 1) if right.limit >= 0 else FALSE)
        if right.base_amounts is not None:
            parts.append(self.within(right.base_amounts))
        if right.urgent:
            parts.append(diagrams.holds(URGENT, value=True))
        parts += map(self.met, right.needs)
        if right.instead is not None:
            parts.append(self._deputising(right.instead.principal, right.instead.when))
            parts += [self._deputising(*each) for each in right.instead.before]
        return diagrams.all_of(parts)

    def days(self, first: date, last: date) -> int:
        """The cases decided between two days, of those that are asked about."""
        if first > last:
            return FALSE
        low = None if first <= self.first else first.toordinal()
        return self.diagrams.span(DAY, low, None if last >= self.last else last.toordinal() + 1)

    def within(self, base_amounts: Decimal) -> int:
        """The cases whose amount is at most so many prisbasbelopp."""
        diagrams = self.diagrams
        self.numbers |= {each.measure for each in self._bases if each.value is None}
        return diagrams.any_of(
            diagrams.both(self.days(each.first, each.last), each.within(diagrams, base_amounts)) for each in self._bases
        )

    def met(self, need: Need) -> int:
        """The cases where a fact is what a right asks of it."""
        variable = fact(need.fact)
        if need.bounded:
            self.numbers.add(need.fact)
        if need.holds is False:
            return self.diagrams.holds(variable, value=False)
        least = HOLDS if need.least is None else (need.least, 0)
        return self.diagrams.span(variable, least, None if need.most is None else (need.most, 1))

    def _deputising(self, principal: str, when: DeputyWhen) -> int:
        """The cases where whoever comes first is away, in the way that lets a deputy in."""
        variables: list[Variable] = []
        if when in {DeputyWhen.DISQUALIFICATION, DeputyWhen.ANY}:
            variables.append(disqualified(principal))
        if when in {DeputyWhen.ABSENCE, DeputyWhen.ANY}:
            variables.append(fact(f"{AWAY}:{principal}"))
        if when in {DeputyWhen.VACANCY, DeputyWhen.ANY}:
            variables.append(fact(f"{VACANT}:{principal}"))
        return self.diagrams.any_of(self.diagrams.holds(each, value=True) for each in variables)

    def context(self, matter: str) -> tuple[tuple[date, date, str | None], ...]:
        """Who owns a matter, from day to day."""
        found = self._contexts.get(matter)
        if found is None:
            begins = {self.first}
            for _, _, (first, last) in self.authority.overtaken:
                begins.add(first)
                begins |= {date.fromordinal(last.toordinal() + 1)} if last < date.max else set()
            days = sorted(day for day in begins if self.first <= day <= self.last)
            ends = [*(date.fromordinal(day.toordinal() - 1) for day in days[1:]), self.last]
            found = self._contexts[matter] = tuple(
                (begin, end, self.authority.owner_on(matter, begin)) for begin, end in zip(days, ends, strict=True)
            )
        return found

    def power(self, who: str, matter: str, held: Held | None = None) -> int:
        """
        The cases of a matter that one may decide.

        Args:
            who: Id of an organ or post.
            matter: Id of a matter.
            held: What it holds, if only a part of it is asked about.
        """
        matters = self.authority.matters
        if matter not in matters.by_id or matters.by_id[matter].nature is not Nature.DECISION:
            return FALSE
        held = self.held(who) if held is None else held
        above = matters.above(matter)
        found = FALSE
        for scope in (*above, ""):
            for reach, cases in held.get(scope, {}).items():
                if reach.outside.isdisjoint(above):
                    found = self.diagrams.either(found, self.diagrams.both(cases, self.reached(reach, who, matter)))
        return self.diagrams.known(self.stated(found, matter), _in_place(who))

    def stated(self, cases: int, matter: str) -> int:
        """A set of cases, as far as the matter does not itself state what holds."""
        if cases in {FALSE, TRUE}:
            return cases
        return self.diagrams.known(
            cases, {fact(name): trait.holds for name, trait in self.authority.matters.traits(matter).items()}
        )

    def reached(self, reach: Reach, who: str, matter: str) -> int:
        """The cases where the matter belongs to whom it must belong."""
        if reach.owner is None and not reach.assembly:
            return TRUE
        wanted = who if reach.owner is None else reach.owner
        found = FALSE
        for first, last, owner in self.context(matter):
            if owner == wanted:
                belongs = TRUE
            elif owner is None and reach.owner is not None:
                belongs = self.diagrams.holds(fact(f"{OWNED_BY}:{wanted}"), value=True)
            else:
                belongs = FALSE
            found = self.diagrams.either(found, self.diagrams.both(self.days(first, last), belongs))
        return self.diagrams.either(found, self._reserved()) if reach.assembly else found

    def _reserved(self) -> int:
        return self.diagrams.any_of(
            self.diagrams.both(self.days(first, last), self._legal.assembly_alone(moment))
            for first, last, moment in self.moments
        )


def _no_decision(delegation: Delegation) -> bool:
    """Whether it hands over something else than decisions, or to takers who may not act together."""
    jointly = delegation.together is Together.JOINTLY and len(delegation.receivers) > 1
    return jointly or delegation.nature is not Nature.DECISION


def _in_place(who: str) -> dict[Variable, bool]:
    """That whoever decides is neither away nor jävig, nor is the post vacant."""
    return {fact(f"{AWAY}:{who}"): False, fact(f"{VACANT}:{who}"): False, disqualified(who): False}
