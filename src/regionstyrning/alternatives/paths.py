"""A plan followed once, as steps over arrays that any number of paths can be taken through."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import isfinite
from typing import TYPE_CHECKING, Any

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from regionstyrning.alternatives.followed import Awaited, Notes, Operation, Row, Step
from regionstyrning.alternatives.lines import line_ahead
from regionstyrning.alternatives.reckoning import ready_in, reckoned
from regionstyrning.model.records import as_tuple

if TYPE_CHECKING:
    from regionstyrning.alternatives.ahead import Ahead
    from regionstyrning.alternatives.measure_ahead import MeasureAhead
    from regionstyrning.alternatives.plan import Plan

Values = NDArray[np.float64]
Asked = tuple[str, str]
"""One of the truths of what is asked: `missed`, `doubtful`, `lost` or `unsure`, and of what."""

Placed = tuple[Operation, int, int, int, int]
"""A step, with where it finds what it is given and where it leaves what it gives."""

BOTH, ALL_FOUR = ("missed", "doubtful"), ("missed", "doubtful", "lost", "unsure")


@frozen(kw_only=True, eq=False)
class FollowedYear:
    """
    A year of many paths (följt år).

    Attributes:
        drawn: Where what is drawn for each shock is put.
        steps: What is done, in order: the operation, the places of what it is given, and of what it gives.
        truths: Where each truth that is asked for is found, with what asks for it.
        lines: Where each line that is kept is found.
    """

    drawn: tuple[int, ...] = field(converter=as_tuple)
    steps: tuple[Placed, ...] = field(converter=as_tuple)
    truths: tuple[tuple[int, tuple[Asked, ...]], ...] = field(converter=as_tuple)
    lines: Mapping[str, int]


@frozen(kw_only=True, eq=False)
class Followed:
    """
    A plan that many paths can be taken through (följd plan).

    Attributes:
        years: Its years.
        places: In how many places something is held.
        known: What is known beforehand, by its place.
        written: The places that numbers are written in, again and again.
    """

    years: tuple[FollowedYear, ...] = field(converter=as_tuple)
    places: int
    known: Mapping[int, object]
    written: tuple[int, ...] = field(converter=as_tuple)

    def room(self, paths: int) -> list[Any]:
        """
        What is held at the beginning, with room for the rest.

        Args:
            paths: How many paths are taken through at a time.
        """
        held: list[Any] = [None] * self.places
        for place, value in self.known.items():
            held[place] = np.full(paths, value.value) if isinstance(value, Row) else _single(value)
        for place in self.written:
            held[place] = np.empty(paths)
        return held

    def take(self, held: list[Any], drawn: Sequence[Values]) -> Iterator[FollowedYear]:
        """
        Take some paths through, year by year; what a year came to is held until the next.

        Args:
            held: Room for as many paths.
            drawn: What is drawn for each shock, a row for each year.
        """
        for number, year in enumerate(self.years):
            for place, rows in zip(year.drawn, drawn, strict=True):
                held[place] = rows[number]
            for operation, first, second, third, into in year.steps:
                held[into] = operation(held[first], held[second], held[third])
            yield year


def _single(value: object) -> object:
    """A number is less trouble to numpy as an array without dimensions than as it is."""
    return value if isinstance(value, bool) else np.array(value)


@frozen(kw_only=True, eq=False)
class _NotedYear:
    """What has been noted when a year has been followed: how many steps, and the places of what is asked for."""

    until: int
    drawn: tuple[int, ...]
    truths: Mapping[int, Sequence[Asked]]
    lines: Mapping[str, int]

    @property
    def ends(self) -> Iterable[int]:
        """The places of all that is asked for."""
        return (*self.truths, *self.lines.values())


def followed(plan: Plan, lines: Sequence[str] = ()) -> Followed:
    """
    Follow a plan with numbers that are not drawn yet.

    Args:
        plan: The plan.
        lines: Ids of lines that are kept.
    """
    notes = Notes()
    years = list(_noted(notes, plan, lines))
    last = _last(notes.steps, years)
    room = _Room(notes.known, len(plan.only_up))
    made, begun = [], 0
    for year in years:
        room.draw(year.drawn)
        made.append(
            FollowedYear(
                drawn=[room.places[each] for each in year.drawn],
                steps=list(room.steps(notes.steps, range(begun, year.until), last)),
                truths=[(room.places[place], tuple(asked)) for place, asked in year.truths.items()],
                lines={line: room.places[place] for line, place in year.lines.items()},
            )
        )
        begun = year.until
    known = {room.places[place]: value for place, value in notes.known.items()}
    return Followed(years=made, places=room.count, known=known, written=room.written)


def _noted(notes: Notes, plan: Plan, lines: Sequence[str]) -> Iterator[_NotedYear]:
    """Each year as it is noted."""
    drawn: list[Any] = []

    def draw(_: int) -> list[Any]:
        drawn[:] = [notes.awaited() for _ in plan.only_up]
        return drawn

    def counted(measure: MeasureAhead, now: Ahead[Any], before: Ahead[Any]) -> object | None:
        try:
            value = measure.value(notes, now, before)
        except (ZeroDivisionError, KeyError):  # what is the same for all paths is divided as single floats are
            return None
        return value if isinstance(value, Awaited) or isfinite(value) else None

    for year in reckoned(notes, ready_in(notes, plan), drawn=draw, counted=counted):
        truths = defaultdict[int, list[Asked]](list)
        for name, found in year.asked.items():
            for which, truth in zip(ALL_FOUR if found.may_be_partly else BOTH, found.all, strict=False):
                truths[notes.place_of(truth)].append((which, name))
        yield _NotedYear(
            drawn=tuple(each.place for each in drawn),
            truths=truths,
            lines={line: notes.place_of(line_ahead(notes, year.ahead.values, line)) for line in lines},
            until=len(notes.steps),
        )


def _last(steps: Sequence[Step], years: Sequence[_NotedYear]) -> dict[int, int]:
    """The number of the last step that has use for a place; one that is not here nobody has use for."""
    last = {place: year.until for year in years for place in year.ends}
    for number in reversed(range(len(steps))):
        step = steps[number]
        if step.place in last:
            for each in step.of:
                last[each] = max(last.get(each, 0), number)
            for each in step.shares:
                last[each] = max(last[each], last[step.place])
    return last


class _Room:
    """Where each thing is held; a place is used again when nobody has use for what is in it."""

    def __init__(self, known: Iterable[int], shocks: int) -> None:
        self.places = {place: number for number, place in enumerate(known, start=shocks)}
        self.nothing = shocks + len(self.places)
        self.count = self.nothing + 1
        self.written: list[int] = []
        self.free: dict[bool, list[int]] = {False: [], True: []}
        self.leaving: dict[int, list[tuple[bool, int]]] = {}

    def draw(self, places: Iterable[int]) -> None:
        """What is drawn for a shock is held in one place, year after year."""
        self.places |= {place: number for number, place in enumerate(places)}

    def steps(self, steps: Sequence[Step], numbers: Iterable[int], last: Mapping[int, int]) -> Iterator[Placed]:
        """Some of the steps, those that somebody has use for, with where they find what they need."""
        for number in numbers:
            step = steps[number]
            for writes, place in self.leaving.pop(number, ()):
                self.free[writes].append(place)
            if step.place in last:
                into = self._place(step, last[step.place])
                # Who is given less is given what is written over, or nothing.
                given = [*(self.places[each] for each in step.of), into if step.writes else self.nothing, self.nothing]
                yield step.operation, given[0], given[1], given[2], into

    def _place(self, step: Step, last: int) -> int:
        free = self.free[step.writes]
        if not free:
            free.append(self.count)
            self.count += 1
            if step.writes:
                self.written.append(free[0])
        place = self.places[step.place] = free.pop()
        self.leaving.setdefault(last, []).append((step.writes, place))
        return place
