"""What every test run shares: how many examples Hypothesis makes, and which documents are run."""

from __future__ import annotations

import doctest
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, settings
from sybil import Sybil
from sybil.parsers.rest import DocTestParser

import regionstyrning as rs
from tests.documents import block_parsers, enter_folder, leave_folder

if TYPE_CHECKING:
    from regionstyrning.model import SteeringModel

# No build fails by chance: the same tree makes the same examples, however slow the machine, but for the
# constants of modules loaded before, which Hypothesis draws on. Others are made by `chance`.
_STEADY = settings(deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("quick", _STEADY, max_examples=20)
settings.register_profile("full", _STEADY, max_examples=500)
settings.register_profile("chance", _STEADY, max_examples=500, derandomize=False, print_blob=True)
settings.load_profile("quick")

# These run in the environment of the wheel, which lacks what all other tests use.
collect_ignore = ["tests/bare"]


@cache
def _exempel() -> SteeringModel:
    return rs.load_region("exempel")


def _for_docstrings(namespace: dict[str, Any]) -> None:
    namespace.update(model=_exempel(), date=date, Decimal=Decimal, rs=rs)


pytest_collect_file = (
    Sybil(
        parsers=[DocTestParser(doctest.ELLIPSIS)],
        path="src",
        pattern="*.py",
        setup=_for_docstrings,
    )
    + Sybil(
        parsers=block_parsers(),
        patterns=["README.md", "CONTRIBUTING.md", "docs/*.md", "docs/*/*.md"],
        setup=enter_folder,
        teardown=leave_folder,
    )
).pytest()
