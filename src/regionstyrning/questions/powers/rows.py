"""Rows of one scheme: those that others cover, and those that give more than the giver holds."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from regionstyrning.law import STANDARD
from regionstyrning.questions.authority.rights import narrowed, whole
from regionstyrning.questions.authority.states import ALWAYS
from regionstyrning.questions.powers.alone import Alone, days_asked
from regionstyrning.questions.powers.diagrams import FALSE
from regionstyrning.questions.powers.holdings import Held, Reach
from regionstyrning.questions.powers.overview import Overview, OverviewRow
from regionstyrning.text.sentences import Sentence, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.law import Policies
    from regionstyrning.model.delegation import Delegation
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.questions.authority.moment import Moment
    from regionstyrning.questions.authority.rights import Right

_SHADOWED = (
    Sentence("Rader som andra täcker, {days}:", "Rows that others cover, {days}:"),
    Sentence("Ingen rad täcks av andra, {days}.", "No row is covered by others, {days}."),
)
_WIDER = (
    Sentence("Rader som ger mer än givaren har, {days}:", "Rows that give more than the giver holds, {days}:"),
    Sentence("Ingen rad ger mer än givaren har, {days}.", "No row gives more than the giver holds, {days}."),
)
_COVERED = Sentence("{row} täcks av {others}", "{row} is covered by {others}")
_BY_OWNER = Sentence("{row} täcks av mottagarens egen rätt", "{row} is covered by what belongs to the receiver anyway")
_BEYOND = Sentence("{row} – {power}", "{row} – {power}")

_OWN = ""


def shadowed(
    model: SteeringModel, *, on: date | None = None, until: date | None = None, policies: Policies = STANDARD
) -> Overview:
    """
    Find the rows that let nobody decide anything that other rows do not.

    A row that gives nothing at all is not meant. Of two rows that say the same each is covered by
    the other. What others have built on a row is not asked about.

    Args:
        model: Any model.
        on: The day; the model's own if left out.
        until: The last day, for a period.
        policies: Choices where the law leaves open how it is to be read.

    Returns:
        A row for each delegation, with those that each cover all of it by themselves; if there is
        none, all that cover some of it together.

    Raises:
        InvalidValue: if the days end before they begin.
    """
    days = days_asked(model, on, until)
    alone = Alone(model, days, policies)
    alive: set[str] = set()
    seen: set[str] = set()
    alike: dict[str, set[str]] = {}
    near: dict[str, set[str]] = {}
    for powers in _by_row(alone):
        for (id, cases), others in zip(powers.items(), alone.beside(list(powers.values())), strict=True):
            if cases == FALSE or id == _OWN:
                continue
            alive.add(id)
            if alone.diagrams.without(cases, others) != FALSE:
                seen.add(id)
                continue
            full = {each for each, more in powers.items() if not alone.diagrams.without(cases, more)} - {id}
            alike[id] = alike.get(id, full) & full
            near.setdefault(id, set()).update(
                each for each, more in powers.items() if alone.diagrams.both(cases, more) != FALSE
            )
    rows = tuple(_covered(id, sorted((alike[id] or near[id]) - {id, _OWN})) for id in sorted(alive - seen))
    return Overview(on=days[0], until=days[1], rows=rows, heading=_SHADOWED[0], nothing=_SHADOWED[1])


def _covered(id: str, others: list[str]) -> OverviewRow:
    return OverviewRow(
        record=id,
        others=tuple(others),
        sentence=_COVERED if others else _BY_OWNER,
        words=(("row", id), ("others", listed(others))),
    )


def _by_row(alone: Alone) -> Iterator[dict[str, int]]:
    """For each taker and matter what each row gives, and what belongs to the taker anyway."""
    for who in alone.takers:
        by_row: dict[str, Held] = {}
        for id in dict.fromkeys(_rows_of(alone, who)):
            by_row[id] = alone.held.gathered(who, partial(_is_of, id))
        for matter in alone.tree.within(scope for held in by_row.values() for scope in held if scope):
            yield {id: alone.held.power(who, matter, held) for id, held in by_row.items()}


def _rows_of(alone: Alone, who: str) -> Iterator[str]:
    for _, _, moment in alone.held.moments:
        yield from map(_row, moment.all_rights_of(who))


def _is_of(id: str, right: Right) -> bool:
    return _row(right) == id


def _row(right: Right) -> str:
    return _OWN if right.delegation is None else right.delegation.id


def wider_than_giver(
    model: SteeringModel, *, on: date | None = None, until: date | None = None, policies: Policies = STANDARD
) -> Overview:
    """
    Find the rows that are written wider than what their giver holds, in matter, amount, days or conditions.

    What is beyond the giver's right gives nothing; the row holds for the rest. What the law says
    of the row is not asked about here.

    Args:
        model: Any model.
        on: The day; the model's own if left out.
        until: The last day, for a period.
        policies: Choices where the law leaves open how it is to be read.

    Returns:
        A row for each delegation and cell, with what is beyond the giver's right as a power of the
        first receiver, and an example that it may not decide by this row.

    Raises:
        InvalidValue: if the days end before they begin.
    """
    days = days_asked(model, on, until)
    alone = Alone(model, days, policies)
    rows: list[OverviewRow] = []
    for delegation in sorted(model.delegations, key=lambda each: each.id):
        taker = next((each.position or each.organ for each in delegation.receivers if each.office is None), None)
        if delegation.giver is None or taker is None:
            continue
        written, held = _written_and_held(alone, delegation, taker)
        beyond = {
            matter: alone.diagrams.without(
                alone.held.power(taker, matter, written), alone.held.power(taker, matter, held)
            )
            for matter in alone.tree.within(written)
        }
        rows += [
            OverviewRow(record=delegation.id, power=power, sentence=_BEYOND, words=(("row", delegation.id),))
            for power in alone.teller.powers(taker, beyond)
        ]
    return Overview(on=days[0], until=days[1], rows=tuple(rows), heading=_WIDER[0], nothing=_WIDER[1])


def _written_and_held(alone: Alone, delegation: Delegation, taker: str) -> tuple[Held, Held]:
    """A row as it is written, and what its giver holds that it may build on."""
    written: Held = {}
    held: Held = {}
    for first, last, moment in alone.held.moments:
        given = [right for right in moment.all_rights_of(taker) if right.delegation is delegation]
        above = {id(right.above): right.above for right in given if right.instead is None}
        for right in _as_written(alone, delegation, taker, moment):
            _add(alone, written, right, (first, last), moment)
        for base in above.values():
            if base is not None and (base.emptied is None or base.emptied[0] == "day"):
                _add(alone, held, base, (first, last), moment)
    return written, held


def _as_written(alone: Alone, delegation: Delegation, taker: str, moment: Moment) -> Iterator[Right]:
    """The row by itself, for each of its matters, as long as it and its receiver stand."""
    days = moment.state.days(delegation)
    if days is None or moment.state.stands(delegation) is not None:
        return
    there = moment.days(taker)
    both = max(days[0], there[0]), min(days[1], there[1])
    matters = alone.held.authority.matters
    for matter in delegation.matters:
        if matter in matters.by_id:
            yield narrowed(matters, delegation, matter, taker, both, whole("", ALWAYS, owned=False))


def _add(alone: Alone, to: Held, right: Right, days: tuple[date, date], moment: Moment) -> None:
    cases = alone.held.terms.written(right, *days, moment)
    if cases != FALSE:
        by_reach = to.setdefault(right.scope, {})
        reach = Reach(outside=right.outside, owner=right.owner, assembly=False)
        by_reach[reach] = alone.diagrams.either(by_reach.get(reach, FALSE), cases)
