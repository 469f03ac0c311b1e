"""Which rights come near a case: the best that reaches it, and those that do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.questions.authority.obstacles import weighed
from regionstyrning.questions.authority.verdict import rights_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from regionstyrning.questions.authority.case import Case
    from regionstyrning.questions.authority.rights import Right
    from regionstyrning.questions.authority.telling import Refusal

_FAR = 10**18


def best_right(case: Case, who: str) -> Right | None:
    """
    The right that lets one decide, or may: firm before doubtful, then the shortest chain, then the highest limit.

    None if no right does.
    """
    return next(iter(reaching_rights(case, who)), None)


def reaching_rights(case: Case, who: str) -> list[Right]:
    """The rights that let one decide, or may, the best first."""
    reaching = []
    for right in rights_in(case, who):
        allowed, _ = weighed(right, case)
        if allowed is not False:
            reaching.append((allowed is None, *order(right), right))
    return [each[-1] for each in sorted(reaching, key=lambda each: each[:-1])]


def order(right: Right) -> tuple[int, int, tuple[str, ...]]:
    """In which order rights are named."""
    limit = _FAR if right.limit is None else right.limit
    return right.distance, -limit, tuple(delegation.id for delegation in right.chain)


def near_rights(case: Case, who: str) -> Iterator[Right]:
    """
    The rights that come near: those about the matter, about a wider or narrower one, or one beside it.

    What an organ owns comes near only if somebody gave it nothing else.
    """
    matters = case.authority.matters
    root = matters.above(case.matter)[-1]
    found = [
        right for right in case.moment.all_rights_of(who) if right.scope == "" or matters.above(right.scope)[-1] == root
    ]
    mandates = sorted((right for right in found if right.delegation is not None), key=order)
    yield from mandates or found


def call_up(right: Right, case: Case) -> tuple[str, ...]:
    """Ids of those who may call a matter up: whom the delegations name, and the nämnd that gave the first."""
    named = {id for delegation in right.chain for id in delegation.called_up_by}
    bodies = case.authority.bodies
    givers = (delegation.giver for delegation in right.chain)
    organs = (giver for giver in givers if giver in bodies.organs and giver not in bodies.assemblies)
    nearest = next(iter([*organs][::-1]), None)
    return tuple(sorted(named if nearest is None else named | {nearest}))


_FAR_REASONS = frozenset({"matter", "owner", "chain", "nature"})
"""Reasons of a mandate about something else."""


def nearest_first(refused: Iterable[Refusal]) -> list[Refusal]:
    """Refusals with those first that lacked least: about this very matter, for few reasons, for the amount alone."""
    return sorted(
        refused,
        key=lambda each: (
            not _FAR_REASONS.isdisjoint(each.reasons),
            len(each.reasons),
            each.reasons != ("amount",),
        ),
    )
