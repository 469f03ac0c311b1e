"""May this one decide: over all chains that lead to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.model.delegation import Nature
from regionstyrning.questions.authority.case import AMOUNT, Case, bare_case
from regionstyrning.questions.authority.fields import patterns_in
from regionstyrning.questions.authority.lawful import objections
from regionstyrning.questions.authority.obstacles import weighed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from regionstyrning.questions.authority.moment import Moment, Settled
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

    A plain right in a bare case is looked at the short way, any other as ever: both say the same.
    """
    if right.emptied is not None or not right.first <= case.on <= right.last:  # whatever is said of the case
        return FIRM_NO
    says = _in_short(right, case.moment, case.matter, case.amount_sek) if case.bare else None
    return _in_full(right, case) if says is None else says


def _in_full(right: Right, case: Case) -> Settled:
    """The same, by all that may stand in the way."""
    kept = case.bare and right.delegation is None and right.owner is None and not case.authority.overtaken
    return _owned(right, case) if kept else weighed(right, case)


def _in_short(right: Right, moment: Moment, matter: str, amount_sek: int | None) -> Settled | None:
    """
    What `weighed` says of a plain right on a day of its own, where nothing but matter and amount is said.

    Returns:
        None where more has to be looked at: for a right that is not plain, a matter that nobody is
        stated to own, and wherever a krisledningsnämnd has taken something over.
    """
    authority, limit = moment.authority, right.limit
    if not right.plain or authority.overtaken:
        return None
    if limit is not None and amount_sek is not None and amount_sek > limit:
        return FIRM_NO
    matters = authority.matters
    if right.owner is not None:
        owned_by = matters.owner(matter)
        if owned_by != right.owner:
            return None if owned_by is None else FIRM_NO
    if right.scope or right.outside:
        above = matters.above(matter)
        if (right.scope and right.scope not in above) or not right.outside.isdisjoint(above):
            return FIRM_NO
    allowed, facts = settled_by_law(moment, right, matter)
    if allowed is False or limit is None or amount_sek is not None:
        return allowed, facts
    return None, facts | {AMOUNT}


def _owned(right: Right, case: Case) -> Settled:
    """What fullmäktige, as long as it exists, may decide by itself in a bare case, kept for the matter."""
    kept = case.moment.owned
    key = right.taker, case.matter
    if key not in kept:
        kept[key] = weighed(right, case)
    return kept[key]


def bare_verdict(moment: Moment, who: str, matter: str, on: date, amount_sek: int | None) -> Verdict:
    """The same as `verdict` where nothing but matter, day and amount is said; a case is made only if it is needed."""
    rights = moment.rights_of(who)
    unknown: frozenset[str] = frozenset()
    case: Case | None = None
    for scope in (*moment.authority.matters.above(matter), ""):
        for right in rights.get(scope, ()):
            # Neither lets anyone decide, and most fall here.
            if on < right.first or on > right.last or right.emptied is not None:
                continue
            says = _in_short(right, moment, matter, amount_sek)
            if says is None:
                case = case or bare_case(moment.authority, matter, on, amount_sek)
                says = _in_full(right, case)
            allowed, facts = says
            if allowed:
                return YES
            unknown |= facts
    return (None, tuple(sorted(unknown))) if unknown else NO


def settled_by_law(moment: Moment, right: Right, matter: str) -> Settled:
    """What the law says of a plain right in a matter, kept for all rights to which it says the same."""
    kept = moment.settled.get(matter)
    if kept is None:
        kept = moment.settled[matter] = {}
    says = kept.get(right.law)
    if says is None:
        says = kept[right.law] = _settled(moment, right, matter)
    return says


def _settled(moment: Moment, right: Right, matter: str) -> Settled:
    """What the law, and the matter's own nature, say of a plain right without further facts."""
    authority = moment.authority
    if authority.matters.by_id[matter].nature is not Nature.DECISION:
        return FIRM_NO
    stated = authority.matters.traits(matter)

    def value_of(name: str) -> bool | None:
        trait = stated.get(name)
        return None if trait is None else trait.holds

    kind = authority.bodies.kind(right.taker)
    patterns = patterns_in(authority, right.patterns, matter)
    unknown: set[str] = set()
    for each in objections(moment.law, patterns, kind, value_of, urgent=False):
        if not each.facts:
            return FIRM_NO
        unknown |= each.facts
    return (None, frozenset(unknown)) if unknown else (True, frozenset())
