"""Which rights come near a case: the best that reaches it, and those that do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.questions.authority.verdict import YES, Verdict, looked_at, rights_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from regionstyrning.questions.authority.case import Case
    from regionstyrning.questions.authority.refusals import Refusal
    from regionstyrning.questions.authority.rights import Right

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
        allowed, _ = looked_at(right, case)
        if allowed is not False:
            reaching.append((allowed is None, *order(right), right))
    return [each[-1] for each in sorted(reaching, key=lambda each: each[:-1])]


def best_of_all(groups: Iterable[Iterable[Right]], case: Case) -> dict[str, tuple[Verdict, Right]]:
    """
    What `verdict` and what `best_right` say of everyone who holds one of some rights, each looked at once.

    Args:
        groups: The rights, some at a time.
        case: The case.

    Returns:
        By who holds them; those who may not decide are left out.
    """
    firm: dict[str, Right] = {}
    doubtful: dict[str, tuple[Right, frozenset[str]]] = {}
    on, amount = case.on, case.amount_sek  # most rights fall by these, whatever else they are
    for right in (right for rights in groups for right in rights if right.first <= on <= right.last):
        if amount is not None and right.limit is not None and amount > right.limit:
            continue
        allowed, facts = looked_at(right, case)
        if allowed is False:
            continue
        who = right.taker
        if allowed:
            best = firm.get(who)
            if best is None or order(right) < order(best):
                firm[who] = right
        else:
            other = doubtful.get(who)
            doubtful[who] = (right, facts) if other is None else (min(other[0], right, key=order), other[1] | facts)
    unsure = {who: ((None, tuple(sorted(facts))), right) for who, (right, facts) in doubtful.items()}
    return unsure | {who: (YES, right) for who, right in firm.items()}


def order(right: Right) -> tuple[int, int, tuple[str, ...]]:
    """In which order rights are named."""
    if right.place is None:
        limit = _FAR if right.limit is None else right.limit
        right.place = right.distance, -limit, tuple(delegation.id for delegation in right.chain)
    return right.place


def near_rights(case: Case, who: str) -> list[Right]:
    """
    The rights that come near: those about the matter, about a wider or narrower one, or one beside it.

    What a row also gives beside what it gives of the matter itself is left out.
    What an organ owns comes near only if somebody gave it nothing else.
    """
    above = case.authority.matters.above(case.matter)
    rights = case.moment.rights_of(who)
    found = [right for scope in above for right in rights.get(scope, ())]
    narrower, beside = case.moment.around(who)
    others = list(narrower.get(case.matter, ()))
    if len(above) > 1:
        others += [right for right in beside.get(above[1], ()) if right.scope != case.matter]
    if others:
        told = {_row(right) for right in found}
        found += [right for right in others if _row(right) not in told]
    mandates = sorted(found, key=order) if len(found) > 1 else found
    return mandates or list(rights.get("", ()))


def _row(right: Right) -> tuple[str | None, ...]:
    """The rows that a right rests on, and for whom it steps in."""
    return (None if right.instead is None else right.instead.principal, *(each.id for each in right.chain))


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
