"""Many plain questions at once with numpy: rights as columns, matters as places in a walk of their tree."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from regionstyrning.questions.authority.verdict import bare_verdict, settled_by_law

if TYPE_CHECKING:
    from collections.abc import Sequence

    from regionstyrning.questions.authority.chains import Authority
    from regionstyrning.questions.authority.moment import Moment
    from regionstyrning.questions.authority.rights import Right

ANY = 2**62
NO, DEPENDS, YES = 0, 1, 2
NOBODY, ANYBODY = 0, -1

_SAID = (False, None, True)


class Walk:
    """
    The tree of matters as numbers (genomgång): a matter lies within another if its place lies between two.

    Attributes:
        place: Number of each matter.
        enter: By id, the first place within it.
        leave: By id, the last place within it.
        owner: By place, the number of the owner.
        owners: Numbers of owners by id; 0 for nobody.
    """

    __slots__ = ("enter", "leave", "owner", "owners", "place")

    def __init__(self, authority: Authority) -> None:
        matters = authority.matters
        below: dict[str | None, list[str]] = {}
        for id in matters.by_id:
            above = matters.above(id)
            below.setdefault(above[1] if len(above) > 1 else None, []).append(id)
        self.enter: dict[str, int] = {}
        self.leave: dict[str, int] = {}
        stack = [(id, False) for id in reversed(below.get(None, []))]
        while stack:
            id, done = stack.pop()
            if done:
                self.leave[id] = len(self.enter) - 1
                continue
            self.enter[id] = len(self.enter)
            stack.append((id, True))
            stack += [(each, False) for each in reversed(below.get(id, []))]
        self.place = dict(self.enter)
        self.owners: dict[str | None, int] = {None: NOBODY}
        self.owner = [self.owners.setdefault(matters.owner(id), len(self.owners)) for id in self.place]


class Columns:
    """
    The plain rights of those asked about so far as arrays (kolumner), taker by taker.

    Attributes:
        rights: The rights themselves.
        code: By id, the number of a taker.
        start: By number, where the rights of a taker begin.
        count: By number, how many they are.
        odd: By number, whether it holds a right that has to be looked at otherwise.
        held: Scope's first and last place, first and last day, limit, owner and number in the law.
    """

    __slots__ = ("code", "count", "held", "odd", "rights", "start")

    def __init__(self) -> None:
        self.rights: list[Right] = []
        self.code: dict[str, int] = {}
        self.start: Any = None
        self.count: Any = None
        self.odd: Any = None
        self.held: Any = None

    def add(self, np: Any, walk: Walk, moment: Moment, takers: Sequence[str]) -> None:  # noqa: ANN401 - numpy
        """Work out the rights of some more."""
        rows: list[tuple[int, ...]] = []
        first: list[int] = []
        odd: list[bool] = []
        for taker in takers:
            self.code[taker] = len(self.code)
            first.append(len(self.rights))
            live = [right for right in moment.all_rights_of(taker) if right.emptied is None]
            odd.append(not all(right.plain and not right.outside for right in live))
            if not odd[-1]:
                self.rights += live
                rows += [_row(walk, right) for right in live]
        new = np.array(rows, dtype=np.int64).reshape(len(rows), 7).T
        count = np.diff([*first, len(self.rights)])
        if self.held is None:
            self.held, self.start, self.count, self.odd = new.copy(), np.array(first), count, np.array(odd)
        else:
            self.held = np.concatenate((self.held, new), axis=1)
            self.start = np.concatenate((self.start, first))
            self.count = np.concatenate((self.count, count))
            self.odd = np.concatenate((self.odd, odd))


def _codes(np: Any, column: Sequence[Any], values: Sequence[Any]) -> Any:  # noqa: ANN401 - numpy
    """The number of each value of a column among some."""
    return np.array(list(map({value: code for code, value in enumerate(values)}.__getitem__, column)))


def _row(walk: Walk, right: Right) -> tuple[int, ...]:
    enter, leave = (0, ANY) if right.scope == "" else (walk.enter.get(right.scope, 1), walk.leave.get(right.scope, 0))
    owner = ANYBODY if right.owner is None else walk.owners.get(right.owner, ANY)
    limit = ANY if right.limit is None else right.limit
    return enter, leave, right.first.toordinal(), right.last.toordinal(), limit, owner, right.law


def answers(
    authority: Authority,
    whos: Sequence[str],
    matters: Sequence[str],
    days: Sequence[date],
    amounts: Sequence[int | None],
) -> tuple[bool | None, ...]:
    """
    The answers to plain questions, the same as `bare_verdict` gives one by one.

    Args:
        authority: The rights of the model.
        whos: Who is asked about, question by question.
        matters: In which matter.
        days: On which day.
        amounts: For which amount, or None if it is not given.
    """
    import numpy as np  # noqa: PLC0415 - only with many questions, and only if it is there

    memo = authority.model.memo
    walk: Walk = memo.get("walk") or memo.setdefault("walk", Walk(authority))
    moments = {day: authority.moment(day) for day in dict.fromkeys(days)}
    asked = _Asked(np, walk, (whos, matters, days, amounts), moments)
    for number, moment in enumerate({id(each): each for each in moments.values()}.values()):
        asked.of_moment(moment, np.flatnonzero(asked.moment == number))
    said = [_SAID[each] for each in asked.best.tolist()]
    for each in np.flatnonzero(asked.odd).tolist():
        said[each] = bare_verdict(moments[days[each]], whos[each], matters[each], days[each], amounts[each])[0]
    return tuple(said)


class _Asked:
    """Questions as arrays, and the best that is said of each so far."""

    __slots__ = ("amount", "best", "day", "matters", "moment", "np", "odd", "place", "takers", "walk", "who")

    def __init__(self, np: Any, walk: Walk, columns: tuple[Any, ...], moments: dict[date, Moment]) -> None:  # noqa: ANN401 - numpy
        whos, self.matters, days, amounts = columns
        self.np, self.walk = np, walk
        self.takers = list(dict.fromkeys(whos))
        self.who = _codes(np, whos, self.takers)
        day = _codes(np, days, list(moments))
        numbers = {each: number for number, each in enumerate(dict.fromkeys(map(id, moments.values())))}
        self.day = np.array([each.toordinal() for each in moments])[day]
        self.moment = np.array([numbers[id(each)] for each in moments.values()])[day]
        matter = list(dict.fromkeys(self.matters))
        self.place = np.array([walk.place.get(each, -1) for each in matter])[_codes(np, self.matters, matter)]
        given = amounts if None not in amounts else [-1 if each is None else each for each in amounts]
        self.amount = np.array(given if max(given) < ANY else [min(each, ANY) for each in given], dtype=np.int64)
        self.best = np.zeros(len(whos), dtype=np.int64)
        self.odd = self.place < 0  # no such matter, or one that is part of itself

    def of_moment(self, moment: Moment, asked: Any) -> None:  # noqa: ANN401 - an array
        """Answer those questions of one state of documents, decisions and law."""
        if moment.authority.overtaken:
            self.odd[asked] = True
            return
        np, memo = self.np, moment.authority.model.memo
        held: Columns = memo.setdefault(("columns", id(moment.rights)), Columns())
        new = [who for who in self.takers if who not in held.code]
        if new:
            held.add(np, self.walk, moment, new)
        who = np.array([held.code[each] for each in self.takers])[self.who[asked]]
        self.odd[asked] |= held.odd[who]
        count = held.count[who]
        ends = np.cumsum(count)
        question = np.repeat(asked, count)
        row = np.arange(len(question)) + np.repeat(held.start[who] - (ends - count), count)
        enter, leave, first, last, limit, _, _ = held.held
        at, day = self.place[question], self.day[question]
        fits = (enter[row] <= at) & (at <= leave[row]) & (first[row] <= day) & (day <= last[row])
        fits &= self.amount[question] <= limit[row]
        self._weigh(moment, held, question[fits], row[fits])

    def _weigh(self, moment: Moment, held: Columns, question: Any, row: Any) -> None:  # noqa: ANN401 - arrays
        """What owner and law say where matter, day and amount fit."""
        np = self.np
        owner, law, limit = held.held[5][row], held.held[6][row], held.held[4][row]
        whose = np.array(self.walk.owner)[self.place[question]]
        self.odd[question[(owner != ANYBODY) & (whose == NOBODY)]] = True
        mine = (owner == ANYBODY) | (owner == whose)
        question, row, law, limit = question[mine], row[mine], law[mine], limit[mine]
        key = law * (len(self.walk.owner) + 1) + self.place[question]
        _, where, back = np.unique(key, return_index=True, return_inverse=True)
        says = np.array([self._law(moment, held.rights[row[each]], question[each]) for each in where.tolist()])
        unsure = (limit < ANY) & (self.amount[question] < 0)
        if len(question):
            value = np.minimum(says[back], np.where(unsure, DEPENDS, YES))
            np.maximum.at(self.best, question, value)

    def _law(self, moment: Moment, right: Right, question: int) -> int:
        allowed, _ = settled_by_law(moment, right, self.matters[question])
        return YES if allowed else NO if allowed is False else DEPENDS
