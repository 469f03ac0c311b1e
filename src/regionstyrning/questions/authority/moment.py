"""What holds between two changes of documents, decisions or law, worked out when first asked."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from regionstyrning.questions.authority.law_view import LawView
from regionstyrning.questions.authority.received import rights_through
from regionstyrning.questions.authority.rights import Right, whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.model.delegation import Delegation
    from regionstyrning.questions.answers import Step
    from regionstyrning.questions.authority.bodies import Bodies
    from regionstyrning.questions.authority.chains import Authority
    from regionstyrning.questions.authority.lawful import Objection
    from regionstyrning.questions.authority.states import Days, State

Rights = dict[str, tuple[Right, ...]]

Settled = tuple[bool | None, frozenset[str]]

Told = tuple[tuple["Step", ...], tuple["Step", ...]]

DEEPEST = 4


class Moment:
    """
    What holds between two changes of documents, decisions or law (läge).

    Attributes:
        state: What documents and decisions leave standing.
        bodies: How organs and posts stand to one another.
        law: The law of the day.
        rights: Rights by taker and matter, as far as they have been asked for.
        settled: What the law says of a matter without further facts, by the number of the right.
        objected: The law's objections where the caller says nothing, by the number of the right, matter,
            and whether the case is closed and urgent.
        near: Rights by taker, and by matters above theirs.
        at: Rights by their narrowest matter, whoever holds them, without those that came to nothing.
        at_in: The same that hold on some day of a year, by matter and year.
        owned: What fullmäktige may decide by itself without further facts, by its id and the matter.
        told: Steps that do not hang on the day, by matter, the number of the right and where it begins.
    """

    __slots__ = (
        "at",
        "at_in",
        "authority",
        "bodies",
        "law",
        "near",
        "objected",
        "owned",
        "rights",
        "settled",
        "state",
        "told",
        "upper",
    )

    def __init__(self, authority: Authority, state: State, day: date, like: Moment | None) -> None:
        self.authority = authority
        self.state = state
        self.bodies: Bodies = authority.bodies_on(state, day) if like is None else like.bodies
        self.law = LawView(authority.law, day)
        self.rights: dict[str, Rights] = {} if like is None else like.rights
        self.upper: dict[tuple[str, int], tuple[Right, ...]] = {} if like is None else like.upper
        self.near: dict[str, tuple[Rights, Rights]] = {} if like is None else like.near
        self.at: dict[str, tuple[Right, ...]] = {} if like is None else like.at
        self.at_in: dict[tuple[str, int], tuple[Right, ...]] = {} if like is None else like.at_in
        self.owned: dict[tuple[str, str], Settled] = {}
        self.told: dict[tuple[str, int, str], Told] = {}
        self.settled: dict[str, dict[int, Settled]] = {}
        self.objected: dict[tuple[int, str, bool, bool], tuple[Objection, ...]] = {}

    def rights_of(self, taker: str) -> Rights:
        """The rights of an organ or post by their narrowest matter."""
        found = self.rights.get(taker)
        if found is None:
            found = self._made(taker, DEEPEST)
            if taker in self.authority.bodies.organs:
                found[""] = (self._owned(taker),)
            self.rights[taker] = found
        return found

    def _owned(self, organ: str) -> Right:
        """What an organ may decide because the matter belongs to it."""
        right = whole(organ, self.days(organ), owned=organ not in self.authority.bodies.assemblies)
        right.law = self.authority.number(right)
        right.plain = right.owner is not None
        return right

    def rights_at(self, scope: str, year: int) -> tuple[Right, ...]:
        """The rights of all takers with a narrowest matter that hold on some day of a year, and come to something."""
        found = self.at_in.get((scope, year))
        if found is None:
            every = self._every_right_at(scope)
            found = tuple(right for right in every if right.first.year <= year <= right.last.year)
            self.at_in[scope, year] = found
        return found

    def _every_right_at(self, scope: str) -> tuple[Right, ...]:
        """The same of any year."""
        found = self.at.get(scope)
        if found is None:
            authority = self.authority
            takers = dict.fromkeys(id for wider in authority.matters.above(scope) for id in authority.takers(wider))
            rights = (right for id in takers for right in self.rights_of(id).get(scope, ()))
            found = self.at[scope] = tuple(right for right in rights if right.emptied is None)
        return found

    def around(self, taker: str) -> tuple[Rights, Rights]:
        """The rights of an organ or post by any matter above their narrowest, and by the one right above it."""
        found = self.near.get(taker)
        if found is None:
            narrower: dict[str, list[Right]] = {}
            beside: dict[str, list[Right]] = {}
            for scope, rights in self.rights_of(taker).items():
                above = self.authority.matters.above(scope)[1:] if scope else ()
                for wider in above:
                    narrower.setdefault(wider, []).extend(rights)
                for wider in above[:1]:
                    beside.setdefault(wider, []).extend(rights)
            found = self.near[taker] = _as_tuples(narrower), _as_tuples(beside)
        return found

    def all_rights_of(self, taker: str) -> Iterator[Right]:
        """The rights of an organ or post, whatever they are about."""
        for rights in self.rights_of(taker).values():
            yield from rights

    def rights_by(self, delegation: Delegation, taker: str) -> list[Right]:
        """The rights of an organ or post by one delegation alone."""
        days = self.days(taker)
        return [
            right
            for given, instead in self.authority.given_to(taker)
            if given is delegation
            for right in rights_through(self, delegation, instead, taker, days, DEEPEST)
        ]

    def _made(self, taker: str, links: int) -> Rights:
        found: dict[str, list[Right]] = {}
        days = self.days(taker)
        for delegation, instead in self.authority.given_to(taker):
            for right in rights_through(self, delegation, instead, taker, days, links):
                found.setdefault(right.scope, []).append(right)
        return {scope: tuple(rights) for scope, rights in found.items()}

    def passable(self, giver: str, links: int) -> tuple[Right, ...]:
        """What a giver has received and may be built on, by chains of so many links."""
        found = self.upper.get((giver, links))
        if found is None:
            made = self._made(giver, links) if links else {}
            found = self.upper[giver, links] = tuple(
                right for rights in made.values() for right in rights if right.instead is None
            )
        return found

    def days(self, id: str) -> Days:
        """The days when an organ or post, and what a post sits in, exists."""
        bodies = self.authority.bodies
        body = bodies.body(id)
        days = None if body is None else self.state.days(body)
        if days is None:
            return date.max, date.min
        position = bodies.positions.get(id)
        seat = None if position is None else bodies.organs.get(position.organ)
        if position is not None and position.organ in bodies.gone:
            return date.max, date.min
        if seat is not None:
            within = self.state.days(seat) or (date.max, date.min)
            days = max(days[0], within[0]), min(days[1], within[1])
        return days


def _as_tuples(found: dict[str, list[Right]]) -> Rights:
    return {matter: tuple(rights) for matter, rights in found.items()}
