"""May this one decide: over all chains that lead to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.model.delegation import Nature
from regionstyrning.questions.authority.case import AMOUNT, Case
from regionstyrning.questions.authority.fields import patterns_in
from regionstyrning.questions.authority.lawful import objections
from regionstyrning.questions.authority.obstacles import weighed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from regionstyrning.questions.authority.chains import Moment, Settled
    from regionstyrning.questions.authority.rights import Right

Verdict = tuple[bool | None, tuple[str, ...]]

YES: Verdict = (True, ())
NO: Verdict = (False, ())
FIRM_NO: Settled = (False, frozenset())


def rights_in(case: Case, who: str) -> Iterator[Right]:
    """The rights of one that reach the matter, or would if nothing stood in the way."""
    rights = case.moment.rights_of(who)
    for scope in (*case.authority.matters.above(case.matter), ""):
        yield from rights.get(scope, ())


def verdict(case: Case, who: str) -> Verdict:
    """Whether one may decide a case, and on which unknown facts it depends."""
    unknown: set[str] = set()
    for right in rights_in(case, who):
        allowed, facts = looked_at(right, case)
        if allowed:
            return YES
        unknown |= facts
    return (None, tuple(sorted(unknown))) if unknown else NO


def looked_at(right: Right, case: Case) -> Settled:
    """
    Whether a right lets its taker decide, as of `weighed`.

    A plain right in a bare case is looked at here, any other as ever: both say the same.
    """
    authority = case.authority
    if not case.bare or authority.overtaken:
        return weighed(right, case)
    if not right.plain:
        return weighed(right, case) if right.delegation is not None else _owned(right, case)
    above, on, amount_sek, limit = authority.matters.above(case.matter), case.on, case.amount_sek, right.limit
    owner, owned_by = right.owner, authority.matters.owner(case.matter)
    if owner is not None and owned_by is None:
        return weighed(right, case)
    if (
        on < right.first
        or on > right.last
        or (limit is not None and amount_sek is not None and amount_sek > limit)
        or (right.scope != "" and right.scope not in above)
        or not right.outside.isdisjoint(above)
        or (owner is not None and owner != owned_by)
    ):
        return FIRM_NO
    allowed, facts = settled_by_law(case.moment, right, case.matter)
    if allowed is False or limit is None or amount_sek is not None:
        return allowed, facts
    return None, facts | {AMOUNT}


def _owned(right: Right, case: Case) -> Settled:
    """What fullmäktige may decide by itself in a bare case, kept for the matter while fullmäktige exists."""
    if not right.first <= case.on <= right.last:
        return FIRM_NO
    kept = case.moment.owned
    key = right.taker, case.matter
    if key not in kept:
        kept[key] = weighed(right, case)
    return kept[key]


def bare_verdict(  # noqa: C901, PLR0912 - one loop, unrolled for speed
    moment: Moment, who: str, matter: str, on: date, amount_sek: int | None
) -> Verdict:
    """
    The same for a case of which nothing but matter, day and amount is said.

    A right that is plain is looked at here, any other as ever: both say the same.
    """
    authority = moment.authority
    above = authority.matters.above(matter)
    rights = moment.rights.get(who)
    if rights is None:
        rights = moment.rights_of(who)
    settled = moment.settled.get(matter)
    if settled is None:
        settled = moment.settled[matter] = {}
    overtaken = authority.overtaken  # then every right is looked at as ever
    unknown: frozenset[str] | None = None
    case: Case | None = None
    for scope in (*above, ""):
        found = rights.get(scope)
        if found is None:
            continue
        for right in found:
            if right.plain and not overtaken:
                if on < right.first or on > right.last:
                    continue
                limit = right.limit
                if limit is not None and amount_sek is not None and amount_sek > limit:
                    continue
                if right.outside and not right.outside.isdisjoint(above):
                    continue
                owner = right.owner
                if owner is not None and owner != (owned_by := authority.matters.owner(matter)):
                    if owned_by is not None:
                        continue
                else:
                    says = settled.get(right.law)
                    if says is None:
                        says = settled[right.law] = _settled(moment, right, matter, on)
                    allowed, facts = says
                    if allowed is False:
                        continue
                    if limit is None or amount_sek is not None:
                        if allowed:
                            return YES
                    else:
                        facts = facts | {AMOUNT}
                    unknown = facts if unknown is None else unknown | facts
                    continue
            if case is None:
                case = Case(authority, matter, on, amount_sek, {}, closed=False, urgent=False, disqualified=frozenset())
            allowed, facts = weighed(right, case)
            if allowed:
                return YES
            if facts:
                unknown = facts if unknown is None else unknown | facts
    return NO if unknown is None else (None, tuple(sorted(unknown)))


def settled_by_law(moment: Moment, right: Right, matter: str) -> Settled:
    """What the law says of a plain right in a matter, kept for all rights to which it says the same."""
    kept = moment.settled.setdefault(matter, {})
    if right.law not in kept:
        kept[right.law] = _settled(moment, right, matter, right.first)
    return kept[right.law]


def _settled(moment: Moment, right: Right, matter: str, on: date) -> Settled:
    """What the law, and the matter's own nature, say of a plain right without further facts."""
    if moment.authority.matters.by_id[matter].nature is not Nature.DECISION:
        return False, frozenset()
    case = Case(moment.authority, matter, on, None, {}, closed=False, urgent=False, disqualified=frozenset())
    kind = moment.authority.bodies.kind(right.taker)
    patterns = patterns_in(moment.authority, right.patterns, matter)
    unknown: set[str] = set()
    for each in objections(moment.law, patterns, kind, case.value_of, urgent=False):
        if not each.facts:
            return False, frozenset()
        unknown |= each.facts
    return (None, frozenset(unknown)) if unknown else (True, frozenset())
