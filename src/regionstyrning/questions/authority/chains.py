"""The index: who has been given what, and what holds on which day, worked out when first asked."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from typing import TYPE_CHECKING

from regionstyrning.law import STANDARD, law_for
from regionstyrning.model.delegation import DeputyWhen
from regionstyrning.model.organisation import Organ, Ownership
from regionstyrning.questions.authority.bodies import Bodies
from regionstyrning.questions.authority.matters import Matters
from regionstyrning.questions.authority.moment import Moment
from regionstyrning.questions.authority.rights import Instead, Right
from regionstyrning.questions.authority.states import Days, State, States, begun, last_of_term, taken_over

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.law import Law, Policies
    from regionstyrning.model.delegation import Delegation
    from regionstyrning.model.statutes import Parameter
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.questions.authority.pattern import Kind, Pattern

PRICE_BASE = "prisbasbelopp"


class SteppingIn:
    """
    A delegation as one has it who steps in for a receiver (ersättares delegation).

    Attributes:
        delegation: The delegation.
        instead: For whom.
    """

    __slots__ = ("delegation", "instead")

    def __init__(self, delegation: Delegation, instead: Instead) -> None:
        self.delegation, self.instead = delegation, instead


Given = dict[str, list["Delegation | SteppingIn"]]


class Authority:
    """
    The rights of a model, by who holds them (behörighet).

    Built once for a model and a choice of policies. Rights are worked out a taker at a time.
    """

    __slots__ = (
        "_bases",
        "_bodies",
        "_changes",
        "_dated",
        "_given",
        "_moments",
        "_numbers",
        "_takers",
        "_terms",
        "bodies",
        "law",
        "matters",
        "model",
        "overtaken",
        "states",
    )

    def __init__(self, model: SteeringModel, policies: Policies) -> None:
        self.model = model
        self.law: Law = law_for(model, policies)
        self.bodies = Bodies(model=model)
        self.matters = Matters(model)
        self._bases: tuple[Parameter, ...] | None = None
        self._bodies = {frozenset[str](): self.bodies}
        self._dated: tuple[Organ | Ownership, ...] = (*model.organs, *model.ownerships)
        self.states = States(model)
        self.overtaken = taken_over(model)
        self._changes = sorted({*self.law.changes, *self.states.changes})
        self._moments: dict[int, Moment] = {}
        self._numbers: dict[tuple[tuple[Pattern, ...], Kind | None], int] = {}
        self._given: Given | None = None
        self._takers: dict[str, tuple[str, ...]] | None = None
        self._terms: dict[str, date] = {}

    def moment(self, day: date) -> Moment:
        """What holds on a day, shared by all days between two changes."""
        number = bisect_right(self._changes, day)
        found = self._moments.get(number)
        if found is None:
            state = self.states.on(day)
            like = next((each for each in self._moments.values() if each.state is state), None)
            found = self._moments[number] = Moment(self, state, day, like)
        return found

    def number(self, right: Right) -> int:
        """A number that rights share to which the law says the same."""
        return self._numbers.setdefault((right.patterns, self.bodies.kind(right.taker)), len(self._numbers))

    def last_of_term(self, delegation: Delegation) -> date:
        """The last day of the term in which a nämnd gave a right; without end if that is not known."""
        found = self._terms.get(delegation.id)
        if found is None:
            first = begun(self.model, delegation) if delegation.giver in self.bodies.committees else None
            found = self._terms[delegation.id] = date.max if first is None else last_of_term(first)
        return found

    @property
    def given(self) -> Given:
        """What every organ and post has been given, as receiver or deputy, by its id."""
        if self._given is None:
            found: Given = {}
            for delegation in self.model.delegations:
                stood_for = bool(delegation.deputies) or delegation.superior_when is not None
                for receiver in delegation.receivers:
                    taker = receiver.position or receiver.organ
                    if taker is not None:
                        found.setdefault(taker, []).append(delegation)
                        for deputy, instead in _deputies(delegation, taker, self.bodies) if stood_for else ():
                            found.setdefault(deputy, []).append(SteppingIn(delegation, instead))
            self._given = found
        return self._given

    def given_to(self, taker: str) -> Iterator[tuple[Delegation, Instead | None]]:
        """Each delegation that an organ or post has been given, with whom it steps in for by it, if for anyone."""
        for each in self.given.get(taker, ()):
            yield (each.delegation, each.instead) if isinstance(each, SteppingIn) else (each, None)

    def takers(self, matter: str) -> tuple[str, ...]:
        """Whoever has been given this very matter, not a wider one."""
        if self._takers is None:
            found: dict[str, dict[str, None]] = {}
            for taker in self.given:
                for delegation, _ in self.given_to(taker):
                    for id in delegation.matters:
                        found.setdefault(id, {})[taker] = None
            self._takers = {id: tuple(sorted(takers)) for id, takers in found.items()}
        return self._takers.get(matter, ())

    @property
    def base_amounts(self) -> tuple[Parameter, ...]:
        """The prisbasbelopp of the years that the law's data holds."""
        if self._bases is None:
            held = (each for rule in self.law.rules.values() for each in rule.provision.parameters)
            self._bases = tuple(each for each in held if each.name == PRICE_BASE)
        return self._bases

    def bodies_on(self, state: State, day: date) -> Bodies:
        """How organs and posts stand to one another on a day."""
        gone = frozenset(record.id for record in self._dated if not _covers(state.days(record), day))
        found = self._bodies.get(gone)
        if found is None:
            found = self._bodies[gone] = Bodies(model=self.model, gone_by=gone)
        return found

    def owner_on(self, matter: str, day: date) -> str | None:
        """The organ that the matter belongs to on a day, a krisledningsnämnd if it has taken it over."""
        return self.overtaker(matter, day) or self.matters.owner(matter)

    def overtaker(self, matter: str, day: date) -> str | None:
        """The krisledningsnämnd that has taken the matter over on a day, if one has."""
        if self.overtaken:
            above = self.matters.above(matter)
            for taken, organ, (first, last) in self.overtaken:
                if taken in above and first <= day <= last:
                    return organ
        return None


def _covers(days: Days | None, day: date) -> bool:
    return days is not None and days[0] <= day <= days[1]


def authority_of(model: SteeringModel, policies: Policies = STANDARD) -> Authority:
    """The rights of a model, kept with it."""
    key = ("authority", policies)
    found: Authority | None = model.memo.get(key)
    if found is None:
        found = model.memo[key] = Authority(model, policies)
    return found


def _deputies(delegation: Delegation, id: str, bodies: Bodies) -> Iterator[tuple[str, Instead]]:
    """Whoever steps in for a receiver."""
    before: tuple[tuple[str, DeputyWhen], ...] = ()
    for deputy in delegation.deputies:
        yield deputy.position, Instead(id, deputy.when, before)
        before = (*before, (deputy.position, deputy.when))
    post = bodies.positions.get(id)
    if delegation.superior_when is not None and post is not None and post.superior is not None:
        yield post.superior, Instead(id, delegation.superior_when, before)
