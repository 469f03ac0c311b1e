"""What a reader sees, whole: renewed by ``pytest --snapshot-update`` and read as prose."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.running import run
from tests.cli.test_models import MAIN, write

if TYPE_CHECKING:
    from pathlib import Path

    from syrupy.assertion import SnapshotAssertion

FAULTS = """
[[goals]]
id = "vard"
titel = "God vård"
level = 1

[[goals]]
id = "vard"
title = "Vård"
level = "mal"
"""


@pytest.mark.parametrize(
    "command",
    [
        "show exempel",
        "show exempel --on 2022-06-01 --language en",
        "show exempel --coverage",
        "show exempel --open-points",
        "show exempel hsn",
        "thread exempel vard-i-ratt-tid-2026",
        "thread exempel vard-i-ratt-tid-2026 --language en",
        "check exempel --profile strang",
        "calendar exempel 2026",
        "calendar exempel 2026 --budget --language en",
    ],
)
def test_a_command_on_the_fictional_region_reads_well(command: str, snapshot: SnapshotAssertion) -> None:
    """In 80 columns, without colours."""
    result = run(*command.split())
    assert result.stderr == ""
    assert result.stdout == snapshot


@pytest.mark.parametrize(
    "command",
    [
        "check vasternorrland --profile strang",
        "check vasternorrland --profile strang --on 2023-06-01",
        "check vasternorrland --on 2025-03-01 --rule linkage.the-day-has-been-read",
        "thread vasternorrland hme-totalindex",
        "calendar jamtland-harjedalen 2022",
        "calendar blekinge 2024",
        "calendar blekinge 2023 --budget",
        "calendar halland 2022",
        "calendar vasternorrland 2023",
    ],
)
def test_a_command_on_a_real_region_is_true_of_its_sources(command: str, snapshot: SnapshotAssertion) -> None:
    """Each finding was read beside what the sources say."""
    result = run(*command.split())
    assert result.stderr == ""
    assert result.stdout == snapshot


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_faulty_file_reads_well(tmp_path: Path, language: str, snapshot: SnapshotAssertion) -> None:
    """Every fault with its place."""
    assert run("check", write(tmp_path / "min-region", MAIN + FAULTS), "--language", language).stdout == snapshot
