"""Who may decide, beside its peers, and two schemes compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks import decisions, powers
from benchmarks.large_scheme import large_scheme
from benchmarks.rows import Row

if TYPE_CHECKING:
    from benchmarks.conftest import Report

SIZES = (1_000, 10_000, 100_000)


@pytest.mark.parametrize("size", SIZES)
def test_who_may_decide(report: Report, size: int) -> None:
    """One question at a time, everyone who may, and many questions at once."""
    _measure(report, size)


def test_who_may_decide_among_a_million(report: Report, million: int) -> None:
    """The same on a scheme so large that it is only measured when asked for."""
    _measure(report, million)


@pytest.mark.parametrize(("size", "most"), powers.WITHIN_SECONDS.items())
def test_powers_compared(report: Report, size: int, most: float) -> None:
    """Two schemes alike, with one limit changed, and with nothing in common."""
    old = powers.scheme(size)
    others = {
        "itself": old,
        "one limit changed": powers.changed(old),
        "all else than one another": powers.scheme(size, seed=2),
    }
    for title, new in others.items():
        taken, told = powers.seconds(old, new)
        assert (told == 0) is (new is old)
        report(
            Row(
                workload=f"two schemes of {size:,} rows",
                compared=f"`compare_powers`, {title}",
                target=f"≤ {most:.0f} s",
                measured=f"{taken:.2f} s",
                holds=taken <= most,
            )
        )


def _measure(report: Report, size: int) -> None:
    large = large_scheme(size)
    for row in (*decisions.single(large, size), *decisions.whole(large, size)):
        report(row)
