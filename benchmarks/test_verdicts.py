"""Whole graphs of numbered nodes against networkx and numpy, and how long regions take to judge."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from datetime import date
from functools import partial
from math import isnan, nan
from statistics import median
from typing import TYPE_CHECKING

import numpy as np
import pytest

import regionstyrning as rs
from benchmarks import linkage
from benchmarks.judged_region import AS_OF, judged_region
from benchmarks.linkage import ByHand, Workload, by_hand, workload
from benchmarks.rows import Row, at_least, at_most, beside
from benchmarks.turns import Ratio, processor_seconds, seconds
from regionstyrning.evaluators import Attainment, evaluate
from regionstyrning.questions import numbered as lists
from regionstyrning.questions import numbered_arrays as lane

if TYPE_CHECKING:
    from benchmarks.conftest import Report

COMPONENTS = 210
ROUNDS = 3
REGIONS, GOALS, INDICATORS = 21, 5_000, 20_000
MOST_SECONDS, MOST_BYTES, MOST_MILLISECONDS = 30, 2 * 2**30, 200

QUERIES = ("orphans", "paths to the vision", "coverage", "roll-up", "cycles")
Asked = dict[str, Callable[[], object]]


class Sides:
    """The same graph as each side has it, and the five questions put to each."""

    def __init__(self, asked: Workload) -> None:
        self.asked = asked
        pairs = zip(asked.lower.tolist(), asked.upper.tolist(), strict=True)
        self.graph = lists.of_pairs(asked.count, pairs)
        self.arrays = lane.arrays(self.graph)
        self.hand: ByHand = by_hand(asked)
        by_upper = np.lexsort((asked.lower, asked.upper))
        self.row = asked.weight[by_upper]
        counts = np.cumsum([len(lower) for lower in self.graph.down])[:-1]
        self.weights = [each.tolist() for each in np.split(self.row, counts)]
        self.values = [None if isnan(value) else value for value in asked.values.tolist()]
        self.keys = [None if key < 0 else key for key in asked.keys.tolist()]
        self.order = lists.upwards(self.graph)

    def plain(self) -> Asked:
        """Networkx, as its users would write it."""
        asks = (
            linkage.plain_orphans,
            linkage.plain_ways,
            linkage.plain_coverage,
            linkage.plain_roll_up,
            linkage.plain_cycles,
        )
        return {name: partial(ask, self.asked) for name, ask in zip(QUERIES, asks, strict=True)}

    def by_lists(self) -> Asked:
        """The library without extras; the order that cycles are found by is used again by the roll-up."""
        asked, graph = self.asked, self.graph
        return {
            "orphans": lambda: lists.reached(graph, asked.overarching).count(0),
            "paths to the vision": lambda: lists.ways_up(graph, asked.visions),
            "coverage": lambda: lists.carried(graph, self.keys),
            "roll-up": lambda: lists.rolled_up(graph, self.values, self.weights, self.order),
            "cycles": lambda: len(lists.upwards(graph)) == asked.count,
        }

    def by_arrays(self) -> Asked:
        """The library with numpy."""
        asked, arrays = self.asked, self.arrays
        return {
            "orphans": lambda: int((~lane.reached(arrays, asked.overarching)).sum()),
            "paths to the vision": lambda: lane.ways_up(arrays, asked.visions),
            "coverage": lambda: lane.carried(arrays, asked.keys),
            "roll-up": lambda: lane.rolled_up(arrays, asked.values, self.row),
            "cycles": lambda: arrays.settled == asked.count,
        }

    def written(self) -> Asked:
        """Numpy written by hand."""
        asked, hand = self.asked, self.hand
        return {
            "orphans": lambda: linkage.hand_orphans(hand, asked),
            "paths to the vision": lambda: linkage.hand_ways(hand, asked),
            "coverage": lambda: linkage.hand_coverage(hand, asked),
            "roll-up": lambda: linkage.hand_roll_up(hand, asked),
            "cycles": lambda: hand.settled == asked.count,
        }


def _lengths(ahead: list[int]) -> list[int]:
    """How many steps each way has."""
    return [len(lists.way_from(ahead, node)) for node in range(len(ahead))]


def test_all_sides_agree() -> None:
    """On a small graph, answer by answer."""
    sides = Sides(workload(1))
    plain, by_lists, by_arrays, written = (
        {name: ask() for name, ask in side.items()}
        for side in (sides.plain(), sides.by_lists(), sides.by_arrays(), sides.written())
    )
    for name in ("orphans", "cycles"):
        assert plain[name] == by_lists[name] == by_arrays[name] == written[name]
    ahead = np.full(sides.asked.count, lists.NOWHERE)
    for lower, upper in plain["paths to the vision"].items():  # type: ignore[attr-defined] # a dict
        if lower >= 0:
            ahead[lower] = lower if upper < 0 else upper
    ways = [list(map(int, each["paths to the vision"])) for each in (by_lists, by_arrays, written)]  # type: ignore[call-overload] # rows of numbers
    assert [_lengths(way) for way in (*ways, ahead.tolist())] == [_lengths(ways[0])] * 4
    assert plain["coverage"] == by_lists["coverage"] == by_arrays["coverage"]
    rolled = [plain["roll-up"].get(node, nan) for node in range(sides.asked.count)]  # type: ignore[attr-defined] # a dict
    for each in (by_lists, by_arrays, written):
        found = [nan if value is None else float(value) for value in each["roll-up"]]  # type: ignore[attr-defined] # a row
        assert found == pytest.approx(rolled, nan_ok=True)


def test_numbered_nodes(report: Report) -> None:
    """A million nodes and two million links, the sides taking turns."""
    asked = workload(COMPONENTS)
    what = f"{asked.count:,} nodes, {len(asked.lower):,} links"
    sides = Sides(asked)
    everyone = {
        "networkx": sides.plain(),
        "lists": sides.by_lists(),
        "arrays": sides.by_arrays(),
        "hand": sides.written(),
    }
    taken: dict[str, dict[str, list[float]]] = {side: {name: [] for name in QUERIES} for side in everyone}
    for _ in range(ROUNDS):
        for side, asks in everyone.items():
            for name, ask in asks.items():
                taken[side][name].append(seconds(ask))
    whole = {side: [sum(turn) for turn in zip(*times.values(), strict=True)] for side, times in taken.items()}
    all_five = "all five questions"
    report(
        at_least(2, what, f"{all_five}, lists: times faster than networkx", Ratio.of(whole["networkx"], whole["lists"]))
    )
    report(
        at_least(
            15, what, f"{all_five}, numpy: times faster than networkx", Ratio.of(whole["networkx"], whole["arrays"])
        )
    )
    report(at_most(3, what, f"{all_five}, numpy: share of numpy by hand", Ratio.of(whole["arrays"], whole["hand"])))
    for name in QUERIES:
        # Whether anything goes round is known once the arrays are made: there is nothing left to time.
        for side in ("lists",) if name == "cycles" else ("lists", "arrays"):
            ratio = Ratio.of(taken["networkx"][name], taken[side][name])
            report(beside(what, f"{name}, {side}: times faster than networkx", ratio))
    pairs = list(zip(asked.lower.tolist(), asked.upper.tolist(), strict=True))
    building: Asked = {
        "numbered links to lists": partial(lists.of_pairs, asked.count, pairs),
        "lists to arrays with layers": partial(lane.arrays, sides.graph),
        "numpy by hand, its arrays": partial(by_hand, asked),
        "a networkx graph": partial(linkage.graph_of, asked),
        "shortest ways of all indicators written out": lambda: _lengths(lists.ways_up(sides.graph, asked.visions)),
    }
    for name, build in building.items():
        report(Row(workload=what, compared=f"beside: {name}", measured=f"{seconds(build):.2f} s"))


def test_a_region_for_three_years(report: Report) -> None:
    """Västernorrland, with every explanation written out."""

    def judge() -> int:
        model = rs.load_region("vasternorrland")
        start = sum(0 for _ in model.goals)
        verdicts = [evaluate(model, as_of=date(2026, 6, 1), year=year) for year in (2023, 2024, 2025)]
        return start + sum(len(each.explain()) for whole in verdicts for each in whole.values())

    loading = median(processor_seconds(lambda: rs.load_region("vasternorrland")) for _ in range(ROUNDS))
    taken = [1_000 * (processor_seconds(judge) - loading) for _ in range(2 * ROUNDS)]
    report(
        Row(
            workload="`evaluate('vasternorrland')`",
            compared="three years by all its default ways, every explanation written, nothing kept: processor time",
            target=f"< {MOST_MILLISECONDS} ms",
            measured=f"{median(taken):.0f} ms ({min(taken):.0f}–{max(taken):.0f})",
            holds=median(taken) < MOST_MILLISECONDS,
        )
    )


def test_many_regions(report: Report) -> None:
    """One after the other, as a country's regions would be."""
    what = f"{REGIONS} regions of {GOALS:,} goals and {INDICATORS:,} indicators"
    taken = 0.0
    for seed in range(REGIONS):
        model = judged_region(GOALS, INDICATORS, seed)
        taken += processor_seconds(partial(evaluate, model, as_of=AS_OF, evaluators=[Attainment()]))
    measured, compared = f"{taken:.1f} s", "`evaluate`, in all: processor time"
    holds = taken < MOST_SECONDS
    report(Row(workload=what, compared=compared, target=f"< {MOST_SECONDS} s", measured=measured, holds=holds))
    tracemalloc.start()
    try:
        verdict = evaluate(judged_region(GOALS, INDICATORS), as_of=AS_OF, evaluators=[Attainment()])
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(verdict) == 1
    measured = f"{peak / 2**20:.0f} MiB"
    compared = "most memory in use while one is made and judged"
    report(Row(workload=what, compared=compared, target="< 2 GiB", measured=measured, holds=peak < MOST_BYTES))
