"""What each organ and post holds, by matter, as sets of cases."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import frozen

from regionstyrning.model.delegation import Nature
from regionstyrning.questions.authority.case import AWAY, OWNED_BY, VACANT
from regionstyrning.questions.authority.fields import patterns_in
from regionstyrning.questions.authority.rights import no_decision
from regionstyrning.questions.powers.diagrams import (
    FALSE,
    TRUE,
    Diagrams,
    Variable,
    disqualified,
    fact,
)
from regionstyrning.questions.powers.legal import Legal, Shared
from regionstyrning.questions.powers.terms import Terms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from regionstyrning.questions.authority.chains import Authority
    from regionstyrning.questions.authority.moment import Moment
    from regionstyrning.questions.authority.pattern import Pattern
    from regionstyrning.questions.authority.rights import Right
    from regionstyrning.questions.powers.base_amounts import BaseYear

Owned = tuple[date, date, str | None, str | None]
"""First day, last day, the organ that owns a matter, and the krisledningsnämnd that has taken it over."""

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
        committees: The nämnder that have it from fullmäktige, and none of which it may be taken from.
        patterns: How each link stands to the law, where that hangs on whose field the matter lies in.
    """

    outside: frozenset[str]
    owner: str | None
    assembly: bool
    committees: frozenset[str] = frozenset()
    patterns: tuple[Pattern, ...] | None = None


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
        terms: What reads a right as it stands.
    """

    __slots__ = ("_contexts", "_held", "_legal", "authority", "diagrams", "first", "last", "moments", "terms")

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
        self.terms = Terms(diagrams, days, bases)
        self._legal = Legal(authority, diagrams, shared)
        self._held: dict[str, Held] = {}
        self._contexts: dict[str, tuple[Owned, ...]] = {}
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
                    reach = self._reach(right)
                    by_reach = found.setdefault(right.scope, {})
                    by_reach[reach] = self.diagrams.either(by_reach.get(reach, FALSE), cases)
        return found

    def _reach(self, right: Right) -> Reach:
        given = right.owner is None and right.delegation is not None
        takers = frozenset(link.taker for link in right.links) if given and self.authority.overtaken else frozenset()
        return Reach(
            outside=right.outside,
            owner=right.owner,
            assembly=right.owner is None and not given,
            committees=takers & self.authority.bodies.committees,
            patterns=right.patterns if _in_fields(right) else None,
        )

    def cases(self, right: Right, first: date, last: date, moment: Moment) -> int:
        """The cases that a right lets its taker decide, apart from what must be so of the matter."""
        if right.emptied is not None and right.emptied[0] != "day":
            return FALSE
        if not right.plain and any(map(no_decision, right.chain)):
            return FALSE
        written = self.terms.written(right, first, last, moment)
        if written == FALSE or _in_fields(right):  # what the law says is then seen in the matter
            return written
        return self.diagrams.both(written, self._legal.allows(right, moment, first))

    def context(self, matter: str) -> tuple[Owned, ...]:
        """Who owns a matter, and who has taken it over, from day to day."""
        found = self._contexts.get(matter)
        if found is None:
            authority = self.authority
            begins = {self.first}
            for _, _, (first, last) in authority.overtaken:
                begins.add(first)
                begins |= {date.fromordinal(last.toordinal() + 1)} if last < date.max else set()
            days = sorted(day for day in begins if self.first <= day <= self.last)
            ends = [*(date.fromordinal(day.toordinal() - 1) for day in days[1:]), self.last]
            found = self._contexts[matter] = tuple(
                (begin, end, authority.owner_on(matter, begin), authority.overtaker(matter, begin))
                for begin, end in zip(days, ends, strict=True)
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
        """The cases where the matter is what it must be."""
        diagrams = self.diagrams
        found = self._belongs(reach, who, matter)
        if reach.patterns is None or found == FALSE:
            return found
        patterns = patterns_in(self.authority, reach.patterns, matter)
        kind = self.authority.bodies.kind(who)
        return diagrams.any_of(
            diagrams.all_of((found, self.terms.days(first, last), self._legal.between(patterns, kind, moment, first)))
            for first, last, moment in self.moments
        )

    def _belongs(self, reach: Reach, who: str, matter: str) -> int:
        """The cases where the matter belongs to whom it must belong."""
        diagrams = self.diagrams
        if reach.owner is None and not reach.assembly and not reach.committees:
            return TRUE
        wanted = who if reach.owner is None else reach.owner
        found = FALSE
        for first, last, owner, overtaker in self.context(matter):
            if reach.committees:
                belongs = TRUE if overtaker is None or reach.committees == {overtaker} else FALSE
            elif owner == wanted:
                belongs = TRUE
            elif owner is None and reach.owner is not None:
                belongs = diagrams.holds(fact(f"{OWNED_BY}:{wanted}"), value=True)
            else:
                belongs = FALSE
            found = diagrams.either(found, diagrams.both(self.terms.days(first, last), belongs))
        return diagrams.either(found, self._reserved()) if reach.assembly else found

    def _reserved(self) -> int:
        return self.diagrams.any_of(
            self.diagrams.both(self.terms.days(first, last), self._legal.assembly_alone(moment))
            for first, last, moment in self.moments
        )


def _in_fields(right: Right) -> bool:
    """Whether what the law says of it hangs on whose field the matter lies in."""
    return any(pattern.board is not None for pattern in right.patterns)


def _in_place(who: str) -> dict[Variable, bool]:
    """That whoever decides is neither away nor jävig, nor is the post vacant."""
    return {fact(f"{AWAY}:{who}"): False, fact(f"{VACANT}:{who}"): False, disqualified(who): False}
