"""What is collected beside test modules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.styr_cases import ENDING, CaseFile

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> CaseFile | None:
    """Files of cases are tests."""
    return CaseFile.from_parent(parent, path=file_path) if file_path.name.endswith(ENDING) else None
