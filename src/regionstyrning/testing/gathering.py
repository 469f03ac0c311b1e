"""
Coverage gathered over a run of pytest.

What a test touched travels with its report, so that workers of pytest-xdist need nothing more.
"""

from __future__ import annotations

import json
from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from regionstyrning.testing.case_coverage import CaseCoverage, SchemeCoverage, SchemePart, marked, scheme_of
from regionstyrning.testing.touched import LISTENING, Touches

if TYPE_CHECKING:
    from regionstyrning.model.steering_model import SteeringModel

_TOUCHES = pytest.StashKey[Touches]()
_ON_REPORT = "regionstyrning_touched"


class Gathering:
    """
    What is touched in a run, here or by workers (insamling).

    Args:
        config: The run's.
    """

    def __init__(self, config: pytest.Config) -> None:
        self._config = config
        self._told: set[str] = set()
        self._schemes: dict[str, SchemeCoverage] = {}
        self._touched: dict[str, set[str]] = {}

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Generator[None, None, None]:
        """Listen while a test runs."""
        touches: Touches = []
        item.stash[_TOUCHES] = touches
        token = LISTENING.set(touches)
        try:
            return (yield)
        finally:
            LISTENING.reset(token)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Put what the test touched on its report, as plain values."""
        report = yield
        if call.when == "call":
            plain = [self._plain(model, names) for model, names in item.stash[_TOUCHES]]
            setattr(report, _ON_REPORT, plain)
        return report

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Take it from the report, whoever made it."""
        for id, names, scheme in getattr(report, _ON_REPORT, ()):
            self._touched.setdefault(id, set()).update(names)
            if scheme is not None:
                self._schemes.setdefault(id, _scheme(*scheme))

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Tell what no case touched."""
        if self._config.getoption("styr_coverage"):
            terminalreporter.section("styr coverage")
            terminalreporter.write_line(self._coverage().text())

    def pytest_sessionfinish(self) -> None:
        """Write it, in the process that gathers."""
        path = self._config.getoption("styr_coverage_json")
        if path and not hasattr(self._config, "workerinput"):
            text = json.dumps(self._coverage().to_records(), ensure_ascii=False, indent=2)
            Path(path).write_text(f"{text}\n", encoding="utf-8")

    def _coverage(self) -> CaseCoverage:
        return marked(self._schemes.values(), self._touched)

    def _plain(self, model: SteeringModel, names: frozenset[str]) -> list[Any]:
        """What the report carries; all that may be touched only once a model and process."""
        scheme = None
        if model.id not in self._told:
            self._told.add(model.id)
            whole = scheme_of(model)
            parts = [[part.kind, part.id, part.title, list(part.names)] for part in whole.parts]
            scheme = [whole.id, whole.title, parts]
        return [model.id, sorted(names), scheme]


def _scheme(id: str, title: str, parts: list[Any]) -> SchemeCoverage:
    made = [SchemePart(kind=kind, id=each, title=what, names=names) for kind, each, what, names in parts]
    return SchemeCoverage(id=id, title=title, parts=made)
