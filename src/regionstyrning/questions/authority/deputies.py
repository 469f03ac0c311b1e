"""Whether a deputy steps in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.model.delegation import DeputyWhen
from regionstyrning.questions.authority.case import AWAY, VACANT, Case
from regionstyrning.questions.authority.obstacle import Obstacle, given_by

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.questions.authority.rights import Instead, Right

_AWAY_IN = {
    DeputyWhen.ABSENCE: (AWAY,),
    DeputyWhen.VACANCY: (VACANT,),
    DeputyWhen.DISQUALIFICATION: (),
    DeputyWhen.ANY: (AWAY, VACANT),
}


def deputising(instead: Instead, right: Right, case: Case) -> Iterator[Obstacle]:
    """A deputy decides only when the one it stands for is away, and no deputy before it steps in."""
    away = _is_away(instead.principal, instead.when, case)
    if away is not True:
        yield Obstacle("deputy", given_by(right), away or frozenset(), body=instead.principal, when=instead.when.name)
    for deputy, when in instead.before:
        called = _is_away(instead.principal, when, case)
        if called is False or not _stands(deputy, case):
            continue
        gone = _is_away(deputy, DeputyWhen.ANY, case)
        if gone is not True:
            unknown = (called or frozenset()) | (gone or frozenset()) if called is not True else gone or frozenset()
            yield Obstacle("deputy", given_by(right), unknown, body=deputy)


def _stands(id: str, case: Case) -> bool:
    first, last = case.moment.days(id)
    return first <= case.on <= last


def _is_away(id: str, when: DeputyWhen, case: Case) -> bool | frozenset[str]:
    """Whether one is away in the way that counts; the facts that it hangs on if that is unknown."""
    if when in {DeputyWhen.DISQUALIFICATION, DeputyWhen.ANY} and id in case.disqualified:
        return True
    unknown: set[str] = set()
    for fact in _AWAY_IN[when]:
        value = case.value_of(f"{fact}:{id}")
        if value is None:
            unknown.add(f"{fact}:{id}")
        elif value is not False:
            return True
    return frozenset(unknown) or False
