"""
Tests that users write: case files, assertions, and the pytest plugin that runs them.

A name is loaded when it is first used, so that the plugin costs a test run nothing until a case
file is met.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from regionstyrning.testing.assertions import (
        assert_keeps,
        assert_may_decide,
        assert_may_not_decide,
        assert_threaded,
    )
    from regionstyrning.testing.case_coverage import CaseCoverage, SchemeCoverage, SchemePart
    from regionstyrning.testing.case_files import Case, Cases, read_cases
    from regionstyrning.testing.replies import Reply
    from regionstyrning.testing.results import CaseResult, CaseResults
    from regionstyrning.testing.running import run_case, run_cases

ENDING = ".styr.toml"
"""How the name of a case file ends."""

_MODULE_OF = {
    "Case": "case_files",
    "CaseCoverage": "case_coverage",
    "CaseResult": "results",
    "CaseResults": "results",
    "Cases": "case_files",
    "Reply": "replies",
    "SchemeCoverage": "case_coverage",
    "SchemePart": "case_coverage",
    "assert_keeps": "assertions",
    "assert_may_decide": "assertions",
    "assert_may_not_decide": "assertions",
    "assert_threaded": "assertions",
    "read_cases": "case_files",
    "run_case": "running",
    "run_cases": "running",
}

__all__ = [
    "ENDING",
    "Case",
    "CaseCoverage",
    "CaseResult",
    "CaseResults",
    "Cases",
    "Reply",
    "SchemeCoverage",
    "SchemePart",
    "assert_keeps",
    "assert_may_decide",
    "assert_may_not_decide",
    "assert_threaded",
    "read_cases",
    "run_case",
    "run_cases",
]


def __dir__() -> list[str]:
    return __all__


if not TYPE_CHECKING:  # a type checker that saw it would take a misspelt name for Any

    def __getattr__(name: str) -> object:
        if name not in _MODULE_OF:
            from regionstyrning.errors import hint  # noqa: PLC0415 - needed only when something went wrong

            message = f"module {__name__!r} has no attribute {name!r}{hint(name, __all__)}"
            raise AttributeError(message, name=name, obj=None)
        return getattr(import_module(f"{__name__}.{_MODULE_OF[name]}"), name)
