"""A set of cases told in few cells: days, amounts, and the facts that must be so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from regionstyrning.questions.powers.diagrams import (
    AMOUNT,
    DAY,
    FALSE,
    TRUE,
    Cut,
    Diagrams,
    Variable,
    counts_in_base_amounts,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

Part = tuple[Variable, Cut | None, Cut | None]
"""A variable, and the cuts that it lies between; None where it is open."""

Interval = tuple[Cut | None, Cut | None]

_NOUGHT: Interval = (None, 1)


@frozen(kw_only=True)
class Cell:
    """
    Cases that differ in facts only (ruta).

    Attributes:
        days: The first day, and the day after the last, as numbers; None where the question ends.
        amounts: The least amount, and the least one above; None for nought and for no end.
        facts: The set of what must be so of the facts.
    """

    days: Interval
    amounts: Interval
    facts: int


def cells(diagrams: Diagrams, cases: int) -> tuple[Cell, ...]:
    """A set in as few cells as neighbouring days and amounts allow, in order."""
    found: list[Cell] = []
    for days, by_day in _intervals(diagrams, cases, DAY):
        for amounts, by_amount in _intervals(diagrams, by_day, AMOUNT):
            facts = _of_nought(diagrams, by_amount) if amounts == _NOUGHT else by_amount
            if facts == FALSE:
                continue
            before = next((at for at, each in enumerate(found) if _meets(each, days, amounts, facts)), None)
            if before is None:
                found.append(Cell(days=days, amounts=amounts, facts=facts))
            else:
                found[before] = Cell(days=(found[before].days[0], days[1]), amounts=amounts, facts=facts)
    return tuple(found)


def _of_nought(diagrams: Diagrams, facts: int) -> int:
    """Nought kronor make no prisbasbelopp at all, whatever the year's is."""
    measures = (each for each in diagrams.support(facts) if counts_in_base_amounts(each[1]))
    return diagrams.known(facts, dict.fromkeys(measures, False))


def _meets(cell: Cell, days: Interval, amounts: Interval, facts: int) -> bool:
    return cell.days[1] is not None and cell.days[1] == days[0] and (cell.amounts, cell.facts) == (amounts, facts)


def _intervals(diagrams: Diagrams, cases: int, variable: Variable) -> Iterator[tuple[Interval, int]]:
    """What a variable cuts a set into that is not empty, without the empty pieces."""
    node = diagrams.nodes[cases]
    if node.variable != variable:
        yield (None, None), cases
        return
    for interval, child in zip(_between(node.cuts), node.children, strict=True):
        if child != FALSE:
            yield interval, child


def _between(cuts: tuple[Cut, ...]) -> Iterator[Interval]:
    yield from zip((None, *cuts), (*cuts, None), strict=True)


def alternatives(diagrams: Diagrams, cases: int) -> tuple[tuple[Part, ...], ...]:
    """
    Ways to meet a set, none of them needless: each is what must be so at once.

    Returns:
        One empty way for a set that holds every case.
    """
    return tuple(_ways(diagrams, cases, cases)[0])


def _ways(diagrams: Diagrams, least: int, most: int) -> tuple[list[tuple[Part, ...]], int]:
    """Ways that together cover one set and stay within another, and what they cover."""
    if least == FALSE:
        return [], FALSE
    if most == TRUE:
        return [()], TRUE
    variable, cuts, pairs = diagrams.aligned(least, most)
    anyway = diagrams.all_of(upper for _, upper in pairs)
    ways: list[tuple[Part, ...]] = []
    covered: list[int] = []
    joined: list[tuple[Interval, tuple[int, int]]] = []
    for (low, high), (lower, upper) in zip(_between(tuple(cuts)), pairs, strict=True):
        want = diagrams.without(lower, anyway), upper
        if joined and joined[-1][1] == want:
            joined[-1] = (joined[-1][0][0], high), want
        else:
            joined.append(((low, high), want))
    for (low, high), (lower, upper) in joined:
        inner, cover = _ways(diagrams, lower, upper)
        ways += [((variable, low, high), *way) for way in inner]
        covered.append(diagrams.both(diagrams.span(variable, low, high), cover))
    told = diagrams.any_of(covered)
    left = diagrams.any_of(
        diagrams.without(lower, _at(diagrams, told, variable, low))
        for (low, _), (lower, _) in zip(_between(tuple(cuts)), pairs, strict=True)
    )
    inner, cover = _ways(diagrams, left, anyway)
    return [*ways, *inner], diagrams.either(told, cover)


def _at(diagrams: Diagrams, cases: int, variable: Variable, low: Cut | None) -> int:
    """What is left of a set where a variable begins a cell."""
    node = diagrams.nodes[cases]
    if node.variable != variable:
        return cases
    return node.children[0 if low is None else sum(cut <= low for cut in node.cuts)]
