"""From the worst to the best that something can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from regionstyrning.evaluators.verdicts.statuses import RANK, Status

if TYPE_CHECKING:
    from collections.abc import Iterable


@frozen
class Bounds:
    """
    The worst and the best that a status can be (gränser).

    Attributes:
        low: The worst.
        high: The best.
    """

    low: Status
    high: Status

    @property
    def status(self) -> Status:
        """The status if there is only one, else that it cannot be assessed."""
        return self.low if self.low is self.high else Status.CANNOT_BE_ASSESSED


UNKNOWN = Bounds(Status.NOT_MET, Status.MET)
MET = Bounds(Status.MET, Status.MET)
PARTLY_MET = Bounds(Status.PARTLY_MET, Status.PARTLY_MET)
NOT_MET = Bounds(Status.NOT_MET, Status.NOT_MET)
SHORT = Bounds(Status.NOT_MET, Status.PARTLY_MET)
"""Not met, and nobody can tell whether partly."""


def rank(status: Status) -> int:
    """The place of a status among those that can be compared, higher is better."""
    return RANK[status]


def worst(bounds: Iterable[Bounds]) -> Bounds:
    """The worst of several, each of which may be anything within its own bounds."""
    held = tuple(bounds)
    if len(held) == 1:
        return held[0]
    return Bounds(min((each.low for each in held), key=rank), min((each.high for each in held), key=rank))


def best(bounds: Iterable[Bounds]) -> Bounds:
    """The best of several."""
    held = tuple(bounds)
    return Bounds(max((each.low for each in held), key=rank), max((each.high for each in held), key=rank))


def hull(bounds: Iterable[Bounds]) -> Bounds:
    """From the worst that any of several can be to the best that any can be."""
    held = tuple(bounds)
    if len(held) == 1:
        return held[0]
    return Bounds(min((each.low for each in held), key=rank), max((each.high for each in held), key=rank))


def at_least(bounds: Iterable[Bounds], count: int) -> Bounds:
    """The best status that so many of several reach; the worst status if they are fewer than that."""
    held = tuple(bounds)
    return Bounds(_reached((each.low for each in held), count), _reached((each.high for each in held), count))


def _reached(statuses: Iterable[Status], count: int) -> Status:
    ordered = sorted(statuses, key=rank, reverse=True)
    return ordered[count - 1] if 1 <= count <= len(ordered) else Status.NOT_MET
