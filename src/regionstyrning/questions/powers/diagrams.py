"""Sets of cases, exactly: diagrams that cut days, amounts and facts only where something changes."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from attrs import frozen

from regionstyrning.questions.authority.case import AWAY, BASE_AMOUNT, VACANT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

Variable = tuple[int, str]
Cut = Any  # a day's number, an amount, or a value with a side: what one variable is cut at can be compared

DAY: Variable = (0, "dag")
AMOUNT: Variable = (1, "amount_sek")
URGENT: Variable = (2, "bradskande")

DISQUALIFIED = "jav:"
_ABSENT = (f"{AWAY}:", f"{VACANT}:")

FALSE, TRUE = 0, 1

HOLDS = (Decimal("-Infinity"), 0)
"""Where a fact stops not holding: below is no, above are yes and all numbers, in order."""


FACTS, BODIES = 3, 4


def fact(name: str) -> Variable:
    """The variable of a fact of the case; those of who is away come last."""
    return BODIES if name.startswith(_ABSENT) else FACTS, name


def disqualified(body: str) -> Variable:
    """The variable of whether a post is jävig."""
    return BODIES, f"{DISQUALIFIED}{body}"


def counts_in_base_amounts(name: str) -> bool:
    """Whether a fact is how many prisbasbelopp the amount makes."""
    return name.startswith(f"{BASE_AMOUNT}-")


@frozen
class Node:
    """
    A choice by one variable (val).

    Attributes:
        variable: What it looks at.
        cuts: Where its values are cut, in order.
        children: What follows below the first cut, from each cut to the next, and above the last.
    """

    variable: Variable
    cuts: tuple[Cut, ...]
    children: tuple[int, ...]


class Diagrams:
    """
    Sets of cases that share their parts (beslutsdiagram).

    A set is a number, and equal sets have equal numbers: variables stand in one order,
    neighbours with the same child are one, and no node is made twice.
    """

    __slots__ = ("_known", "_made", "_open", "_results", "_support", "nodes")

    def __init__(self) -> None:
        leaf = Node((9, ""), (), ())
        self.nodes: list[Node] = [leaf, leaf]
        self._made: dict[tuple[Variable, tuple[Cut, ...], tuple[int, ...]], int] = {}
        self._results: tuple[dict[tuple[int, int], int], ...] = ({}, {}, {})
        self._known: dict[tuple[int, frozenset[tuple[Variable, bool]]], int] = {}
        self._open: dict[int, int] = {}
        self._support: dict[int, frozenset[Variable]] = {FALSE: frozenset(), TRUE: frozenset()}

    def node(self, variable: Variable, cuts: Iterable[Cut], children: Iterable[int]) -> int:
        """A choice by a variable, made as small as it can be."""
        first, *others = children
        kept: list[int] = [first]
        bounds: list[Cut] = []
        for cut, child in zip(cuts, others, strict=True):
            if child != kept[-1]:
                bounds.append(cut)
                kept.append(child)
        if not bounds:
            return first
        key = variable, tuple(bounds), tuple(kept)
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = len(self.nodes)
            self.nodes.append(Node(*key))
        return found

    def span(self, variable: Variable, low: Cut | None, high: Cut | None) -> int:
        """The cases where a variable lies from one cut up to another, open where there is none."""
        if low is not None and high is not None and not low < high:
            return FALSE
        cuts = [cut for cut in (low, high) if cut is not None]
        children = [TRUE] if low is None else [FALSE, TRUE]
        return self.node(variable, cuts, children if high is None else [*children, FALSE])

    def holds(self, variable: Variable, value: bool) -> int:
        """The cases where a fact holds, or does not."""
        return self.span(variable, HOLDS, None) if value else self.span(variable, None, HOLDS)

    def both(self, one: int, other: int) -> int:
        """The cases in both sets."""
        if other in {one, TRUE}:
            return one
        if one == TRUE:
            return other
        if FALSE in {one, other}:
            return FALSE
        return self._combined(0, self.both, min(one, other), max(one, other))

    def either(self, one: int, other: int) -> int:
        """The cases in at least one of two sets."""
        if other in {one, FALSE}:
            return one
        if one == FALSE:
            return other
        if TRUE in {one, other}:
            return TRUE
        return self._combined(1, self.either, min(one, other), max(one, other))

    def without(self, one: int, other: int) -> int:
        """The cases in the first set that are not in the second."""
        if one in {FALSE, other} or other == TRUE:
            return FALSE
        return one if other == FALSE else self._combined(2, self.without, one, other)

    def all_of(self, sets: Iterable[int]) -> int:
        """The cases in all of the sets."""
        found = TRUE
        for each in sets:
            found = self.both(found, each)
        return found

    def any_of(self, sets: Iterable[int]) -> int:
        """The cases in any of the sets."""
        found = FALSE
        for each in sets:
            found = self.either(found, each)
        return found

    def _combined(self, kind: int, combine: Callable[[int, int], int], one: int, other: int) -> int:
        results = self._results[kind]
        found = results.get((one, other))
        if found is None:
            variable, cuts, pairs = self.aligned(one, other)
            found = results[one, other] = self.node(variable, cuts, [combine(*pair) for pair in pairs])
        return found

    def aligned(self, one: int, other: int) -> tuple[Variable, list[Cut], list[tuple[int, int]]]:
        """The first variable of two sets, cut where either is, and what follows in each cell."""
        first, second = self.nodes[one], self.nodes[other]
        variable = min(first.variable, second.variable)
        cuts_of_one, ones = (first.cuts, first.children) if first.variable == variable else ((), (one,))
        cuts_of_other, others = (second.cuts, second.children) if second.variable == variable else ((), (other,))
        cuts = sorted({*cuts_of_one, *cuts_of_other})
        pairs = [(ones[0], others[0])]
        at = beside = 0
        for cut in cuts:
            at += at < len(cuts_of_one) and cuts_of_one[at] == cut
            beside += beside < len(cuts_of_other) and cuts_of_other[beside] == cut
            pairs.append((ones[at], others[beside]))
        return variable, cuts, pairs

    def support(self, set_: int) -> frozenset[Variable]:
        """What a set looks at."""
        found = self._support.get(set_)
        if found is None:
            node = self.nodes[set_]
            found = self._support[set_] = frozenset({node.variable}.union(*map(self.support, node.children)))
        return found

    def known(self, set_: int, values: Mapping[Variable, bool]) -> int:
        """The set where some facts are known to hold, or not to hold, and need not be looked at."""
        asked = frozenset((variable, values[variable]) for variable in self.support(set_) if variable in values)
        return self._with_known(set_, asked) if asked else set_

    def _with_known(self, set_: int, values: frozenset[tuple[Variable, bool]]) -> int:
        if set_ in {FALSE, TRUE}:
            return set_
        found = self._known.get((set_, values))
        if found is None:
            node = self.nodes[set_]
            cuts, children = node.cuts, node.children
            if (node.variable, False) in values:
                cuts, children = (), children[:1]
            elif (node.variable, True) in values and cuts[0] == HOLDS:
                cuts, children = cuts[1:], children[1:]
            parts = [self._with_known(child, values) for child in children]
            found = self._known[set_, values] = self.node(node.variable, cuts, parts)
        return found

    def whoever_is_away(self, set_: int) -> int:
        """The set, widened to the cases that would be in it if others were away or disqualified."""
        if set_ in {FALSE, TRUE}:
            return set_
        found = self._open.get(set_)
        if found is None:
            node = self.nodes[set_]
            parts = [self.whoever_is_away(child) for child in node.children]
            about = node.variable[0] == BODIES
            found = self._open[set_] = self.any_of(parts) if about else self.node(node.variable, node.cuts, parts)
        return found
