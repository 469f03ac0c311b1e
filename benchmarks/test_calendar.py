"""The year of a region, and of a country's regions over twenty years."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

import pytest

import regionstyrning as rs
from benchmarks.rows import Row
from benchmarks.turns import seconds, timed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pytest_benchmark.fixture import BenchmarkFixture

    from benchmarks.conftest import Report

REGIONS = ("exempel", "blekinge", "halland", "jamtland-harjedalen", "vasternorrland")
COUNTRY = 21
YEARS = range(2012, 2032)
MOST_A_YEAR_MS = 50
MOST_A_COUNTRY_S = 5
ROUNDS = 15


@pytest.mark.parametrize("region", REGIONS)
def test_a_year_of_a_region(benchmark: BenchmarkFixture, report: Report, region: str) -> None:
    """All that a year holds, with every index made anew; the law shipped is read once."""
    model = rs.load_region(region)
    origin = dict(model.memo)

    def forget() -> None:
        model.memo.clear()
        model.memo.update(origin)

    rs.calendar(model, 2024)
    times = timed(benchmark, lambda: rs.calendar(model, 2024), forget, rounds=ROUNDS)
    report(_row(f"`calendar({region!r}, 2024)`", "all indexes made anew", times, 1000, "ms", MOST_A_YEAR_MS))


def test_a_country_for_twenty_years(report: Report) -> None:
    """Twenty-one regions, each of the packaged ones in turn, every year from 2012 to 2031."""
    models = [rs.load_region(REGIONS[place % len(REGIONS)]) for place in range(COUNTRY)]
    origins = [dict(model.memo) for model in models]

    def work() -> None:
        for model, origin in zip(models, origins, strict=True):
            model.memo.clear()
            model.memo.update(origin)
            for year in YEARS:
                rs.calendar(model, year)

    work()
    times = [seconds(work) for _ in range(5)]
    what = f"`calendar` of {COUNTRY} regions, {len(YEARS)} years each"
    report(_row(what, "all indexes made anew", times, 1, "s", MOST_A_COUNTRY_S))


def _row(workload: str, compared: str, times: Sequence[float], scale: int, unit: str, most: int) -> Row:  # noqa: PLR0913, PLR0917 - the parts of a row
    middle, least, greatest = (scale * value for value in (median(times), min(times), max(times)))
    places = 0 if scale > 1 else 2
    measured = f"{middle:.{places}f} {unit} ({least:.{places}f}–{greatest:.{places}f})"
    return Row(workload=workload, compared=compared, target=f"< {most} {unit}", measured=measured, holds=middle < most)
