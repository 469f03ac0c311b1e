"""A report is written to standard output or to a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regionstyrning as rs
from regionstyrning.report import report
from tests.cli.running import refused, shown

if TYPE_CHECKING:
    from pathlib import Path


def test_a_report_goes_to_standard_output() -> None:
    """The same text as the function gives, for the model's own day."""
    assert shown("report", "exempel") == report(rs.load_region("exempel"))


def test_a_report_is_of_the_day_and_in_the_language_asked_for() -> None:
    """Swedish and the model's own day if nothing is said."""
    lines = shown("report", "exempel", "--on", "2022-06-01", "--language", "en").splitlines()
    assert (lines[0], lines[2].partition(" Steering")[0]) == ("# How Region Exempel is steered", "As of 2022-06-01.")


def test_a_report_goes_to_a_file(tmp_path: Path) -> None:
    """Folders on the way are made, and nothing is said."""
    path = tmp_path / "ny" / "rapport.md"
    assert shown("report", "exempel", "--out", path) == ""
    assert path.read_text(encoding="utf-8") == report(rs.load_region("exempel"))


def test_a_file_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    """With the path and the reason."""
    (tmp_path / "fil").write_text("", encoding="utf-8")
    said = refused("report", "exempel", "--out", tmp_path / "fil" / "rapport.md")
    assert said.startswith("cannot write ")
