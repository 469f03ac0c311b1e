"""Many paths ahead against the same rules written by hand, and how long one projection takes to explain."""

from __future__ import annotations

import tracemalloc
from collections.abc import Mapping
from statistics import median
from time import process_time
from typing import TYPE_CHECKING

import numpy as np

import regionstyrning as rs
from benchmarks.paths_by_hand import SHOCKS, Case, Counts, Values, by_floats, by_numpy, case_of
from benchmarks.rows import Row, at_least, at_most, beside
from benchmarks.turns import Ratio, seconds
from regionstyrning.alternatives import (
    cost_shock,
    growth_shock,
    inflation_shock,
    pension_shock,
    planned,
    simulate_each,
)
from regionstyrning.alternatives.arrays import BLOCK, CHUNK, counted, drawing
from regionstyrning.alternatives.drivers import Driver, moving
from regionstyrning.alternatives.geh_ahead import FINANCIAL, GEH
from regionstyrning.alternatives.plan import plan_of
from regionstyrning.law import STANDARD

if TYPE_CHECKING:
    from benchmarks.conftest import Report
    from regionstyrning.alternatives.arrays import Counts as Ours
    from regionstyrning.alternatives.plan import Plan

YEARS, PATHS, FEW, ROUNDS = 15, 1_000_000, 10_000, 5
MOST_MILLISECONDS = 50
SEED = 1

FELT = (growth_shock("1.2"), inflation_shock("0.4"), cost_shock("0.8"), pension_shock("0.5"))
MOVED = (Driver.TAX_BASE, Driver.COSTS, Driver.COSTS, Driver.ONE_OFF)

_ASKED = {
    "balans": ("missed", "balans"),
    "i-tid": ("missed", "i-tid"),
    "pengar": ("missed", "pengar"),
    "sjalv": ("missed", "egenfinansierade-investeringar"),
    "sjalv-kanske": ("doubtful", "egenfinansierade-investeringar"),
    "resultat": ("missed", "resultat-av-skatter-och-bidrag"),
    "soliditet": ("missed", "soliditet-med-pensioner"),
    "soliditet-kanske": ("doubtful", "soliditet-med-pensioner"),
    "mal": ("missed", FINANCIAL),
    "mal-kanske": ("doubtful", FINANCIAL),
    "geh": ("missed", GEH),
    "geh-kanske": ("doubtful", GEH),
}


def _plan() -> Plan:
    model = rs.load_region("exempel")
    # With the last targets all that is measured is asked in every year.
    return plan_of(model, planned(model, shocks=FELT).with_(last_targets_go_on=True), YEARS, STANDARD)


def _case(plan: Plan) -> Case:
    return case_of(plan, {each.name: moving(driver, each.size) for each, driver in zip(FELT, MOVED, strict=True)})


def _same(ours: Ours) -> Counts:
    """What we count, under the names of those who count by hand."""
    return [
        {name: getattr(ours, kind)[place].get(asked, 0) for name, (kind, asked) in _ASKED.items()}
        for place in range(YEARS)
    ]


def _reckon(plan: Plan, drawn: Mapping[str, Values], paths: int, chunk: int = CHUNK) -> Ours:
    def given(first: int, last: int) -> Mapping[str, Values]:
        return {name: rows[:, first:last] for name, rows in drawn.items()}

    return counted([(plan, SHOCKS)], paths, given, chunk=chunk)[0]


def test_all_sides_agree() -> None:
    """On some thousand paths every side counts the same, year by year."""
    plan = _plan()
    drawn = drawing(SHOCKS, YEARS, SEED)(0, FEW)
    ours = _same(_reckon(plan, drawn, FEW))
    assert ours == by_numpy(_case(plan), drawn, FEW) == by_floats(_case(plan), drawn, FEW)


def test_many_paths(report: Report) -> None:
    """A million paths of fifteen years, the sides taking turns over the same numbers drawn."""
    plan, what = _plan(), f"{PATHS:,} paths × {YEARS} years"
    case = _case(plan)
    drawn = drawing(SHOCKS, YEARS, SEED)(0, PATHS)
    few = {name: np.ascontiguousarray(rows[:, :FEW]) for name, rows in drawn.items()}
    assert _same(_reckon(plan, drawn, PATHS)) == by_numpy(case, drawn, PATHS)
    ours, hand, floats, drawing_too = [], [], [], []
    own_time, hand_time = [], []
    for _ in range(ROUNDS):
        began = process_time()
        hand.append(seconds(lambda: by_numpy(case, drawn, PATHS)))
        between = process_time()
        ours.append(seconds(lambda: _reckon(plan, drawn, PATHS)))
        hand_time.append(between - began)
        own_time.append(process_time() - between)
        floats.append(seconds(lambda: by_floats(case, few, FEW)) * PATHS / FEW)
        drawing_too.append(seconds(lambda: drawing(SHOCKS, YEARS, SEED)(0, PATHS)))
    report(at_most(1.3, what, "rules over given shocks: share of numpy by hand in chunks", Ratio.of(ours, hand)))
    report(beside(what, "the same by processor time", Ratio.of(own_time, hand_time)))
    report(at_least(40, what, "rules over given shocks: times faster than plain floats", Ratio.of(floats, ours)))
    report(beside(what, "drawing the shocks: share of the rules", Ratio.of(drawing_too, ours)))
    rate = PATHS * YEARS / median(ours) / 1e6
    report(Row(workload=what, compared="beside: million years of a path a second", measured=f"{rate:.1f}"))


def test_alternatives_share_what_is_drawn(report: Report) -> None:
    """Four alternatives together against one by one."""
    model = rs.load_region("exempel")
    some = {str(place): planned(model, shocks=FELT) for place in range(4)}
    paths = PATHS // 10

    def one_by_one() -> None:
        for each in some.values():
            rs.simulate(model, each, YEARS, paths, SEED)

    alone, together = [], []
    for _ in range(ROUNDS):
        alone.append(seconds(one_by_one))
        together.append(seconds(lambda: simulate_each(model, some, YEARS, paths, SEED)))
    what = f"4 × {paths:,} paths × {YEARS} years"
    report(beside(what, "`simulate_each`: times faster than one by one", Ratio.of(alone, together)))


def test_working_memory(report: Report) -> None:
    """What is in use at most while a million paths are reckoned and drawn."""
    model = rs.load_region("exempel")
    some = planned(model, shocks=FELT)
    rs.simulate(model, some, YEARS, BLOCK, SEED)
    tracemalloc.start()
    try:
        rs.simulate(model, some, YEARS, PATHS, SEED)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    chunk = BLOCK * YEARS * len(SHOCKS) * 8
    report(
        Row(
            workload=f"{PATHS:,} paths × {YEARS} years",
            compared=f"most memory in use, drawing too; the shocks of a chunk are {chunk / 2**20:.1f} MiB",
            target="< 40 MiB",
            measured=f"{peak / 2**20:.1f} MiB",
            holds=peak < 40 * 2**20,
        )
    )


def test_a_projection_explained(report: Report) -> None:
    """Fifteen years, with every figure of every year told."""
    model = rs.load_region("exempel")
    some = planned(model)
    told = rs.project(model, some, YEARS).explain()
    assert told.count("\n") > YEARS
    taken = []
    for _ in range(4 * ROUNDS):
        began = process_time()
        rs.project(model, some, YEARS).explain()
        taken.append(1_000 * (process_time() - began))
    report(
        Row(
            workload="`project('exempel')`, 15 years",
            compared="every figure explained, written out, by processor time",
            target=f"< {MOST_MILLISECONDS} ms",
            measured=f"{median(taken):.0f} ms ({min(taken):.0f}–{max(taken):.0f})",
            holds=median(taken) < MOST_MILLISECONDS,
        )
    )
