"""
What several goals come to together in a year ahead, by the same rules as when a year that has been is judged.

A goal is met, partly met or not. What is known of it is four truths, two for each of the limits between
them, and every rule that orders what it joins can be followed for one limit at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import reduce
from typing import Any

from attrs import field, frozen

from regionstyrning.evaluators import Status
from regionstyrning.model.joins import Join, JoinKind
from regionstyrning.model.records import as_tuple

_EVERY_ONE = frozenset({JoinKind.ALL, JoinKind.WORST})
_ANY_ONE = frozenset({JoinKind.ANY, JoinKind.BEST})
MEANS = frozenset({JoinKind.MEAN, JoinKind.WEIGHTED})
"""Rules that give points, which say what they come to only where all parts are alike."""

ALL = Join(kind=JoinKind.ALL)


@frozen(eq=False)
class Truths:
    """
    What is known of something in a year ahead (sanningar).

    Attributes:
        missed: Whether it certainly is not met.
        doubtful: Whether it may not be met.
        lost: Whether it certainly is not even partly met.
        unsure: Whether it may not even be partly met.
        waits: Whether it is decided in a later year.
    """

    missed: Any
    doubtful: Any
    lost: Any
    unsure: Any
    waits: Any = False

    @property
    def all(self) -> tuple[Any, ...]:
        """All of them, in order."""
        return self.missed, self.doubtful, self.lost, self.unsure, self.waits

    @property
    def may_be_partly(self) -> bool:
        """Whether it differs to be met and to be partly met."""
        return self.lost is not self.missed or self.unsure is not self.doubtful

    def status(self) -> Status:
        """How it comes out, of single truths."""
        if not self.doubtful:
            return Status.MET
        if self.lost:
            return Status.NOT_MET
        if self.missed and not self.unsure:
            return Status.PARTLY_MET
        return Status.NOT_DUE if self.waits else Status.CANNOT_BE_ASSESSED


MET = Truths(False, False, False, False)
NOT_MET = Truths(True, True, True, True)
OPEN = Truths(False, True, False, True)
LATER = Truths(False, True, False, True, True)


@frozen(kw_only=True, eq=False)
class Joining:
    """
    One of the steps to the whole (led).

    Attributes:
        name: What is looked up among what the year came to; None for what is known, or joined.
        known: What is known whatever the year comes to.
        parts: Places of the steps that are joined.
        gates: Places of those that must be met first.
        join: How the parts are joined; None if nobody says.
    """

    name: str | None = None
    known: Truths | None = None
    parts: tuple[int, ...] = field(default=(), converter=as_tuple)
    gates: tuple[int, ...] = field(default=(), converter=as_tuple)
    join: Join | None = None

    def of(self, found: Sequence[Truths], leaves: Mapping[str, Truths]) -> Truths:
        """What it comes to."""
        if self.known is not None:
            return self.known
        if self.name is not None:
            return leaves[self.name]
        gates = [found[place] for place in self.gates]
        return gated(gates, [found[place] for place in self.parts], self.join)


def gated(gates: Sequence[Truths], parts: Sequence[Truths], join: Join | None) -> Truths:
    """
    What parts come to where some are conditions: those must all be met, and the others are joined.

    What is decided later may be anything; if that could still turn the whole, it waits too.

    Args:
        gates: The conditions.
        parts: The others.
        join: How the others are joined.
    """
    whole = _joined(parts, join) if parts else _joined(gates, ALL)
    if gates and parts:
        missed, doubtful = any_of([each.missed for each in gates]), any_of([each.doubtful for each in gates])
        whole = _both_limits(whole, lambda sure, may: (either(sure, missed), either(may, doubtful)))
    waits = any_of([each.waits for each in (*gates, *parts)])
    return whole if waits is False else _waiting(whole, waits)


def _waiting(whole: Truths, waits: object) -> Truths:
    partly = both(whole.missed, opposite(whole.unsure))
    settled = either(either(opposite(whole.doubtful), whole.lost), partly)
    waits = both(waits, opposite(settled))
    kept = opposite(waits)
    opened = _both_limits(whole, lambda sure, may: (both(sure, kept), either(may, waits)))
    return Truths(opened.missed, opened.doubtful, opened.lost, opened.unsure, waits)


def _both_limits(whole: Truths, change: Callable[[object, object], tuple[object, object]]) -> Truths:
    """The same change at both limits, made once where they are one."""
    missed, doubtful = change(whole.missed, whole.doubtful)
    lost, unsure = change(whole.lost, whole.unsure) if whole.may_be_partly else (missed, doubtful)
    return Truths(missed, doubtful, lost, unsure, whole.waits)


def _joined(parts: Sequence[Truths], join: Join | None) -> Truths:
    if len(parts) == 1 and (join is None or join.kind is not JoinKind.COUNT):
        return parts[0]
    missed, doubtful = _pair([(each.missed, each.doubtful) for each in parts], join)
    if not any(each.may_be_partly for each in parts):
        return Truths(missed, doubtful, missed, doubtful)
    lost, unsure = _pair([(each.lost, each.unsure) for each in parts], join)
    return Truths(missed, doubtful, lost, unsure)


def _pair(pairs: Sequence[tuple[object, object]], join: Join | None) -> tuple[object, object]:
    """Whether one limit certainly is not reached, and whether it may not be."""
    rule = _rule(join, len(pairs))
    sure, may = [sure for sure, _ in pairs], [may for _, may in pairs]
    if rule is None:
        return all_of(sure), any_of(may)
    if rule is any_of or rule is all_of:  # what both limits have in common is joined once
        shared = rule([one for one, other in pairs if one is other])
        sure = [shared, *(one for one, other in pairs if one is not other)]
        may = [shared, *(other for one, other in pairs if one is not other)]
    first = rule(sure)
    return first, first if all(one is other for one, other in pairs) else rule(may)


def _rule(join: Join | None, parts: int) -> Callable[[Sequence[object]], object] | None:
    """When the whole does not reach a limit, by which of its parts do not; None if they only bound it."""
    if join is None or join.kind in MEANS:
        return None
    if join.kind in _EVERY_ONE:
        return any_of
    if join.kind in _ANY_ONE:
        return all_of
    needed = parts // 2 + 1 if join.kind is JoinKind.MAJORITY else join.at_least
    return None if needed is None else _fewer_than(needed, parts)


def _fewer_than(needed: int, parts: int) -> Callable[[Sequence[object]], object]:
    if not 1 <= needed <= parts:
        return lambda _: True
    return lambda truths: _more_than(parts - needed, truths)


def _more_than(most: int, truths: Sequence[Any]) -> object:
    """Whether more than so many are true, without counting what is known beforehand."""
    most -= sum(each is True for each in truths)
    rest = [each for each in truths if each is not True and each is not False]
    if not 0 <= most < len(rest):
        return most < 0
    if most == 0:
        return any_of(rest)
    if most == len(rest) - 1:
        return all_of(rest)
    counted = rest[0] * 1  # as numbers: arrays of truths that are added are still truths
    for each in rest[1:]:
        counted += each
    return counted > most


def any_of(truths: Iterable[object]) -> object:
    """Whether any of several is true."""
    return reduce(either, truths, False)


def all_of(truths: Iterable[object]) -> object:
    """Whether all of several are true."""
    return reduce(both, truths, True)


def either(first: Any, second: Any) -> Any:  # noqa: ANN401 - truths, single or in arrays
    """Whether one of two is true, each by each for arrays."""
    if first is False or second is True:
        return second
    return first if second is False or first is True or first is second else first | second


def both(first: Any, second: Any) -> Any:  # noqa: ANN401 - truths, single or in arrays
    """Whether both of two are true, each by each for arrays."""
    if first is True or second is False:
        return second
    return first if second is True or first is False or first is second else first & second


def opposite(truth: Any) -> Any:  # noqa: ANN401 - a truth, single or in an array
    """Whether it is not true, each by each for arrays."""
    return truth ^ True
