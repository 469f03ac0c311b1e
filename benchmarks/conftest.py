"""What every benchmark shares: the rows that it reports, shown as one table when all are done."""

from __future__ import annotations

import os
import platform
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from benchmarks.rows import Row, markdown

if TYPE_CHECKING:
    from _pytest.terminal import TerminalReporter

Report = Callable[[Row], None]

_ROWS = pytest.StashKey[list[Row]]()
_GIBIBYTE = 2**30

MILLION = 1_000_000


def pytest_addoption(parser: pytest.Parser) -> None:
    """The workloads that are too large for every run."""
    parser.addoption("--million", action="store_true", help=f"measure a scheme of {MILLION:,} delegations, too")


def pytest_configure(config: pytest.Config) -> None:
    """Begin with an empty table."""
    config.stash[_ROWS] = []


@pytest.fixture
def report(request: pytest.FixtureRequest) -> Report:
    """A function that adds a row to the table."""
    return request.config.stash[_ROWS].append


@pytest.fixture
def million(request: pytest.FixtureRequest) -> int:
    """A million, where it is asked for."""
    if not request.config.getoption("--million"):
        pytest.skip("asked for with --million")
    return MILLION


def pytest_terminal_summary(terminalreporter: TerminalReporter, config: pytest.Config) -> None:
    """Show the machine and the table, ready for the README."""
    rows = config.stash[_ROWS]
    if rows:
        memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / _GIBIBYTE
        cores, python = os.cpu_count(), platform.python_version()
        terminalreporter.section("ratios")
        terminalreporter.line(f"{datetime.now(tz=UTC):%Y-%m-%d}, {cores} cores, {memory:.0f} GiB, Python {python}")
        terminalreporter.line("")
        terminalreporter.line(markdown(rows))
