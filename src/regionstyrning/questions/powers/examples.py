"""A concrete case out of a cell, asked of both schemes."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_CEILING, Context, Decimal
from math import floor
from typing import TYPE_CHECKING

from attrs import evolve

from regionstyrning.questions.authority.case import Case
from regionstyrning.questions.authority.lawful import NOT_HELD
from regionstyrning.questions.authority.verdict import NO, Verdict, verdict
from regionstyrning.questions.powers.diagrams import (
    DISQUALIFIED,
    FALSE,
    HOLDS,
    TRUE,
    URGENT,
    Cut,
    Diagrams,
    Variable,
    counts_in_base_amounts,
)
from regionstyrning.questions.powers.power import ExampleCase, FactHeld

if TYPE_CHECKING:
    from collections.abc import Iterable

    from regionstyrning.questions.authority.chains import Authority
    from regionstyrning.questions.powers.cells import Cell, Part
    from regionstyrning.questions.powers.holdings import Holdings

Facts = dict[str, bool | Decimal]

_CEILING = Context(rounding=ROUND_CEILING)


def example(schemes: tuple[Holdings | None, Holdings | None], who: str, matter: str, cell: Cell) -> ExampleCase:
    """
    A case of a cell, with what each scheme says of it.

    Args:
        schemes: The rights of the first scheme and of the second; None for one that is not asked.
        who: Id of the organ or post.
        matter: Id of the matter.
        cell: Which cases.
    """
    some = next(each for each in schemes if each is not None)
    day = some.first if cell.days[0] is None else date.fromordinal(cell.days[0])
    amount = _amount(some.diagrams, cell)
    stated = agreed(schemes, matter)
    facts: Facts = {}
    urgent, disqualified = False, []
    for variable, low, high in _path(some.diagrams, cell.facts):
        name = variable[1]
        if counts_in_base_amounts(name):
            facts[name] = _base(amount, low, high)
        elif variable == URGENT:
            urgent = low is not None
        elif name.startswith(DISQUALIFIED):
            disqualified += [] if low is None else [name.removeprefix(DISQUALIFIED)]
        elif low is not None or stated.get(name):
            facts[name] = _value(low or HOLDS, high)
    found = ExampleCase(
        matter=matter,
        on=day,
        amount_sek=amount,
        facts=tuple(sorted(facts.items())),
        urgent=urgent,
        disqualified=tuple(sorted(disqualified)),
    )
    return _answered(found, schemes, who)


def _answered(case: ExampleCase, schemes: tuple[Holdings | None, Holdings | None], who: str) -> ExampleCase:
    """The case with what each scheme says; a number that one still hangs on is named as not there."""
    facts = dict(case.facts)
    while True:
        said = [(None, ()) if each is None else asked(each.authority, who, case, facts) for each in schemes]
        unknown = {name for _, names in said for name in names}.difference(facts, {NOT_HELD})
        if not unknown:
            break
        for name in unknown:
            facts[name] = Decimal(max(case.amount_sek, 1)) if counts_in_base_amounts(name) else False
    (before, _), (after, _) = said
    return evolve(case, facts=tuple(sorted(facts.items())), before=before, after=after)


def asked(authority: Authority, who: str, case: ExampleCase, facts: Facts) -> Verdict:
    """What a scheme says of a closed case; no, where it does not know the matter."""
    if case.matter not in authority.matters.by_id:
        return NO
    said = _as_stated(authority, case.matter, facts)
    absent = frozenset(case.disqualified)
    told = Case(
        authority,
        case.matter,
        case.on,
        case.amount_sek,
        said,
        closed=True,
        urgent=case.urgent,
        disqualified=absent,
    )
    return verdict(told, who)


def conditions(way: tuple[Part, ...]) -> tuple[FactHeld, ...]:
    """What must be so at once, as facts."""
    return tuple(_held(*part) for part in way)


def _held(variable: Variable, low: Cut | None, high: Cut | None) -> FactHeld:
    bounds: dict[str, Decimal] = {}
    if low not in {None, HOLDS}:
        bounds["above" if low[1] else "at_least"] = low[0]
    if high not in {None, HOLDS}:
        bounds["at_most" if high[1] else "below"] = high[0]
    holds = low is not None or counts_in_base_amounts(variable[1])
    return FactHeld(fact=variable[1], holds=holds, **bounds)


def _amount(diagrams: Diagrams, cell: Cell) -> int:
    """The greatest amount of the cell, or the least that may be where there is none."""
    low, high = cell.amounts
    if high is not None:
        return int(high) - 1
    return low or int(any(counts_in_base_amounts(name) for _, name in diagrams.support(cell.facts)))


def _path(diagrams: Diagrams, cases: int) -> list[Part]:
    """One way through the facts: what need not hold does not."""
    path: list[Part] = []
    while cases != TRUE:
        node = diagrams.nodes[cases]
        at = next(at for at, child in enumerate(node.children) if child != FALSE)
        low = node.cuts[at - 1] if at else None
        path.append((node.variable, low, node.cuts[at] if at < len(node.cuts) else None))
        cases = node.children[at]
    return path


def _value(low: Cut, high: Cut | None) -> bool | Decimal:
    """Yes, or a number between two cuts: a whole one if there is one."""
    if low == HOLDS:
        if high is None:
            return True
        zero = Decimal(0)
        return zero if (zero, 1) <= high else Decimal(floor(high[0]) - 1)
    value, above = low
    if not above:
        return Decimal(value)
    whole = Decimal(floor(value) + 1)
    return whole if high is None or (whole, 1) <= high else (value + high[0]) / 2


def _base(amount: int, low: Cut, high: Cut) -> Decimal:
    """A prisbasbelopp of which an amount makes a number between two cuts, one of which may be open."""
    if high is None:
        least: Decimal = low[0]
        return amount / (2 * least + 1)
    return _CEILING.divide(Decimal(amount), high[0])


def agreed(schemes: Iterable[Holdings | None], matter: str) -> dict[str, bool]:
    """What a matter states of itself in every scheme that has it."""
    stated = [
        {name: trait.holds for name, trait in scheme.authority.matters.traits(matter).items()}
        for scheme in schemes
        if scheme is not None and matter in scheme.authority.matters.by_id
    ]
    return dict(set(stated[0].items()).intersection(*(each.items() for each in stated)))


def _as_stated(authority: Authority, matter: str, facts: Facts) -> Facts:
    """The facts of a case as far as the matter of a scheme does not itself state otherwise."""
    found = dict(facts)
    for name, trait in authority.matters.traits(matter).items():
        if not trait.holds:
            found.pop(name, None)
        elif facts.get(name) is False:
            found[name] = Decimal(0)
    return found
