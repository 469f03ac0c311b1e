"""
The pytest plugin: case files are collected, packaged models are fixtures, and coverage is told.

It imports pytest alone until a case file is met, a fixture is asked for or coverage is wanted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from regionstyrning.testing import ENDING

if TYPE_CHECKING:
    from pathlib import Path

    from regionstyrning.model import SteeringModel
    from regionstyrning.testing.items import CaseFile


def pytest_addoption(parser: pytest.Parser) -> None:
    """Options about coverage."""
    group = parser.getgroup("styr", "steering models")
    group.addoption(
        "--styr-coverage",
        action="store_true",
        help="tell which delegations, prohibitions and paragraphs no case touched",
    )
    group.addoption("--styr-coverage-json", metavar="FILE", help="write the same as JSON")


def pytest_configure(config: pytest.Config) -> None:
    """Gather what is touched, if someone wants to know."""
    if config.getoption("styr_coverage") or config.getoption("styr_coverage_json"):
        from regionstyrning.testing.gathering import Gathering  # noqa: PLC0415 - only where it is asked for

        config.pluginmanager.register(Gathering(config), "regionstyrning-coverage")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> CaseFile | None:
    """Case files are tests."""
    if not file_path.name.endswith(ENDING):
        return None
    from regionstyrning.testing.items import CaseFile  # noqa: PLC0415 - with the first case file

    return CaseFile.from_parent(parent, path=file_path)


def _packaged(id: str) -> SteeringModel:
    from regionstyrning.files import load_region  # noqa: PLC0415 - with the first fixture

    return load_region(id)


@pytest.fixture(scope="session")
def region_blekinge() -> SteeringModel:
    """Region Blekinge, as packaged."""
    return _packaged("blekinge")


@pytest.fixture(scope="session")
def region_exempel() -> SteeringModel:
    """The fictional Region Exempel, in which everything is as it should be."""
    return _packaged("exempel")


@pytest.fixture(scope="session")
def region_exempel_brister() -> SteeringModel:
    """The twin of Region Exempel, with planted faults."""
    return _packaged("exempel-brister")


@pytest.fixture(scope="session")
def region_halland() -> SteeringModel:
    """Region Halland, as packaged."""
    return _packaged("halland")


@pytest.fixture(scope="session")
def region_jamtland_harjedalen() -> SteeringModel:
    """Region Jämtland Härjedalen, as packaged."""
    return _packaged("jamtland-harjedalen")


@pytest.fixture(scope="session")
def region_vasternorrland() -> SteeringModel:
    """Region Västernorrland, as packaged."""
    return _packaged("vasternorrland")
