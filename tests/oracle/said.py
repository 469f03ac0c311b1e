"""Questions, chains, and answers that are yes, no or the facts that have to be known first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from attrs import field, frozen

from regionstyrning.model import Delegation, DeputyWhen, OrganKind, PositionKind, Validity

Met = bool | frozenset[str]
"""Yes, no, or the names of what has to be known first."""


@frozen(kw_only=True)
class Question:
    """One question, as it is put to the library."""

    who: str
    matter: str
    on: date
    amount_sek: int | None = None
    facts: Mapping[str, bool | int | Decimal] = field(factory=dict)
    closed: bool = False
    urgent: bool = False
    disqualified: tuple[str, ...] = ()


@frozen(kw_only=True)
class Stand:
    """For whom a taker steps in, when, and who comes before it."""

    principal: str
    when: DeputyWhen
    before: tuple[tuple[str, DeputyWhen], ...]


@frozen(kw_only=True)
class Link:
    """One delegation of a chain, the one of its matters that is used, and who takes it."""

    delegation: Delegation
    matter: str
    taker: str
    stand: Stand | None = None


@frozen(kw_only=True)
class Chain:
    """Where a right comes from, an organ or a statute (None), and the delegations from there."""

    origin: str | None
    links: tuple[Link, ...]


def every(demands: Iterable[Met]) -> Met:
    """All of them at once: one no is a no."""
    unknown: frozenset[str] = frozenset()
    for met in demands:
        if met is False:
            return False
        if met is not True:
            unknown |= met
    return unknown or True


def some(demands: Iterable[Met]) -> Met:
    """At least one of them: one yes is a yes."""
    unknown: frozenset[str] = frozenset()
    for met in demands:
        if met is True:
            return True
        if met is not False:
            unknown |= met
    return unknown or False


def negated(met: Met) -> Met:
    """No where it is yes, yes where it is no."""
    return not met if isinstance(met, bool) else met


def covers(validity: Validity | None, day: date) -> bool:
    """Whether the day is one of them; every day if there are none."""
    return validity is None or validity.covers(day)


def kinds(organs: Iterable[OrganKind], posts: Iterable[PositionKind], kind: OrganKind | PositionKind | None) -> bool:
    """Whether a kind is one of those named, or none is named."""
    named = [*organs, *posts]
    return not named or kind in named
