"""What a taker has by a delegation: a right for each matter and for each right that it builds on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from regionstyrning.questions.authority.pattern import link_pattern
from regionstyrning.questions.authority.rights import narrowed, no_decision, whole
from regionstyrning.questions.authority.states import ALWAYS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.model.delegation import Delegation
    from regionstyrning.questions.authority.matters import Matters
    from regionstyrning.questions.authority.moment import Moment
    from regionstyrning.questions.authority.pattern import Pattern
    from regionstyrning.questions.authority.rights import Instead, Right
    from regionstyrning.questions.authority.states import Days


def rights_through(  # noqa: PLR0913, PLR0917 - what a step is made of
    moment: Moment, delegation: Delegation, instead: Instead | None, taker: str, days: Days, links: int
) -> Iterator[Right]:
    """
    The rights of a taker by one delegation that it has been given.

    Args:
        moment: What holds.
        delegation: The delegation.
        instead: For whom the taker steps in by it; None for a receiver.
        taker: Who has it.
        days: The days when the taker exists.
        links: How many links a chain may have.
    """
    fallen = moment.state.stands(delegation)
    own = moment.state.days(delegation) or (date.max, date.min)
    days = max(days[0], own[0]), min(days[1], own[1], _term(moment, delegation))
    if instead is not None:  # it steps in for a post, as long as there is one
        stood_for = moment.days(instead.principal)
        days = max(days[0], stood_for[0]), min(days[1], stood_for[1])
    bases = tuple(_bases(moment, delegation, links))
    for matter in dict.fromkeys(delegation.matters):
        if matter not in moment.authority.matters.by_id:
            continue
        for above in _of_the_matter(moment.authority.matters, bases, matter):
            right = narrowed(moment.authority.matters, delegation, matter, taker, days, above)
            if fallen is not None:
                right.emptied = (fallen, delegation.id)
            right.instead = instead
            right.patterns = (*above.patterns, _pattern(moment, right, delegation, matter))
            right.plain = _plain(right)
            right.law = moment.authority.number(right)
            yield right


def _bases(moment: Moment, delegation: Delegation, links: int) -> Iterator[Right]:
    """
    The rights of the giver that a delegation may build on.

    Of those that came to nothing one is kept, to tell why, and only if there is no other.
    """
    giver, named = delegation.giver, delegation.builds_on
    sound = list(_own(moment, delegation)) if giver is None or named is None else []
    void: Right | None = None
    for right in () if giver is None else moment.passable(giver, links - 1):
        given = right.delegation
        if given is None or given.id == delegation.id or (named is not None and given.id != named):
            continue
        if right.emptied is None and right.patterns[-1].above != "post":
            sound.append(right)
        else:
            void = void or right
    yield from sound
    if not sound:
        if void is None:
            void = whole(giver or "", ALWAYS, owned=False)
            void.empty("chain", delegation.id)
        yield void


def _own(moment: Moment, delegation: Delegation) -> Iterator[Right]:
    """Where a chain begins: a statute, fullmäktige, or what an organ owns."""
    giver, bodies = delegation.giver, moment.authority.bodies
    if giver is None:
        if delegation.statute is not None:
            yield whole("", ALWAYS, owned=False)
    elif giver in bodies.organs:
        yield whole(giver, moment.days(giver), owned=giver not in bodies.assemblies)


def _term(moment: Moment, delegation: Delegation) -> date:
    """The last day of the term in which a nämnd gave a right, if it does not survive the term."""
    authority = moment.authority
    survives = authority.law.policies.delegation_survives_new_term
    return date.max if survives else authority.last_of_term(delegation)


def _pattern(moment: Moment, right: Right, delegation: Delegation, matter: str) -> Pattern:
    above = right.above
    granted = frozenset(trait.id for trait in moment.authority.matters.by_id[matter].traits if trait.holds)
    return link_pattern(moment.bodies, delegation, right.taker, None if above is None else above.delegation, granted)


def _of_the_matter(matters: Matters, bases: tuple[Right, ...], matter: str) -> tuple[Right, ...]:
    """Those whose giver has the matter or a part of it; one that has not, if there are none."""
    of_it = tuple(
        above
        for above in bases
        if above.scope == "" or above.emptied is not None or matters.deeper(matter, above.scope) is not None
    )
    return of_it or bases[:1]


def _plain(right: Right) -> bool:
    return (
        right.emptied is None
        and right.instead is None
        and not right.needs
        and right.base_amounts is None
        and not right.urgent
        and not any(map(no_decision, right.chain))
    )
