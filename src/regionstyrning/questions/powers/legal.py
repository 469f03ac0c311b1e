"""What the law lets be, as a set of cases: the engine is asked, and what it hangs on is cut."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from regionstyrning.law.standing import standing
from regionstyrning.model.organisation import OrganKind
from regionstyrning.model.statutes import Act
from regionstyrning.questions.authority.lawful import DECIDING, NOT_HELD, objections
from regionstyrning.questions.authority.pattern import Kind, Pattern
from regionstyrning.questions.powers.diagrams import FALSE, HOLDS, TRUE, URGENT, Cut, Diagrams, fact

if TYPE_CHECKING:
    from collections.abc import Callable

    from regionstyrning.law import Law
    from regionstyrning.questions.authority.chains import Authority
    from regionstyrning.questions.authority.lawful import ValueOf
    from regionstyrning.questions.authority.moment import Moment
    from regionstyrning.questions.authority.rights import Right

    Facts = dict[str, bool | Decimal]
    Ask = Callable[[ValueOf], tuple[bool | None, frozenset[str]]]


Shared = dict[tuple[tuple[int, ...], tuple[Pattern, ...], Kind | None], int]
"""Sets of cases by the provisions in force, and by how the links of a right and its taker stand to them."""

_ASKED = (Act.DECIDE, Act.DELEGATE, Act.PASS_ON)


class Legal:
    """
    The law of one model's days, as sets of cases (rättens utrymme).

    Each is worked out once, by asking with nothing known and cutting what the answer hangs on.
    """

    __slots__ = ("_authority", "_diagrams", "_found", "_in_force", "_numbers", "_shared")

    def __init__(self, authority: Authority, diagrams: Diagrams, shared: Shared) -> None:
        self._authority = authority
        self._diagrams = diagrams
        self._numbers = _numbers(authority.law)
        self._found: dict[tuple[int, int | str], int] = {}
        self._in_force: dict[int, tuple[int, ...]] = {}
        self._shared = shared

    def allows(self, right: Right, moment: Moment, day: date) -> int:
        """The cases where the law has nothing against a right, on a day of a moment."""
        key = id(moment.law), right.law
        found = self._found.get(key)
        if found is None:
            kind = self._authority.bodies.kind(right.taker)
            found = self._found[key] = self.between(right.patterns, kind, moment, day)
        return found

    def between(self, patterns: tuple[Pattern, ...], kind: Kind | None, moment: Moment, day: date) -> int:
        """The same by how the links stand to the law, in either model and on any day with the same law."""
        authority = self._authority
        in_force = self._in_force.get(id(moment.law))
        if in_force is None:
            spoken = (rule for act in _ASKED for rule in authority.law.on(day, act))
            in_force = (int(moment.law.held), *(id(rule.provision) for rule in spoken))
            self._in_force[id(moment.law)] = in_force
        key = in_force, patterns, kind
        found = self._shared.get(key)
        if found is None:
            no, yes = (self._split(_lawful(moment, patterns, kind, urgent=each), {}) for each in (False, True))
            found = self._shared[key] = self._diagrams.node(URGENT, (HOLDS,), (no, yes))
        return found

    def assembly_alone(self, moment: Moment) -> int:
        """The cases that a statute reserves for fullmäktige, whoever owns the matter."""
        key = id(moment.law), "reserved"
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = self._diagrams.any_of(
                self._split(partial(standing, rules[0].provision), {})
                for rules in moment.law.reserved
                if any(OrganKind.ASSEMBLY in rule.provision.organ_kinds for rule in rules)
            )
        return found

    def _split(self, ask: Ask, known: Facts) -> int:
        """The cases where an answer is yes, given what is known of the facts so far."""
        allowed, unknown = ask(known.get)
        if allowed is not None or NOT_HELD in unknown:
            return TRUE if allowed else FALSE
        name = min(unknown)
        variable, diagrams = fact(name), self._diagrams
        cuts, values = self._cut(name)
        found = FALSE
        for low, high, value in zip((None, *cuts), (*cuts, None), values, strict=True):
            rest = self._split(ask, {**known, name: value})
            found = diagrams.either(found, diagrams.both(diagrams.span(variable, low, high), rest))
        return found

    def _cut(self, name: str) -> tuple[list[Cut], list[bool | Decimal]]:
        """Where a fact is cut, and a value in each piece."""
        bounds = self._numbers.get(name)
        if bounds is None:
            return [HOLDS], [False, True]
        cuts: list[Cut] = [HOLDS]
        values: list[bool | Decimal] = [False, bounds[0] - 1]
        for bound, following in zip(bounds, (*bounds[1:], bounds[-1] + 2), strict=True):
            cuts += [(bound, 0), (bound, 1)]
            values += [bound, (bound + following) / 2]
        return cuts, values


def _lawful(moment: Moment, patterns: tuple[Pattern, ...], kind: Kind | None, *, urgent: bool) -> Ask:
    def ask(value_of: ValueOf) -> tuple[bool | None, frozenset[str]]:
        unknown: frozenset[str] = frozenset()
        for each in objections(moment.law, patterns, kind, value_of, urgent=urgent):
            if not each.facts:
                return False, frozenset()
            unknown |= each.facts
        return (None, unknown) if unknown else (True, unknown)

    return ask


def _numbers(law: Law) -> dict[str, list[Decimal]]:
    """Where the law's own numbers are cut, by the name of the fact."""
    found: dict[str, set[Decimal]] = {}
    for rule in law.rules.values():
        if rule.provision.at_least is not None:
            found.setdefault(DECIDING, set()).add(Decimal(rule.provision.at_least))
        for condition in rule.provision.conditions:
            bounds = {each for each in (condition.at_least, condition.at_most) if each is not None}
            if bounds:
                found.setdefault(condition.fact, set()).update(bounds)
    return {name: sorted(bounds) for name, bounds in found.items()}
