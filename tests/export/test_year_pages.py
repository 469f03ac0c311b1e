"""A year as a page of Markdown, and as JSON."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

import regionstyrning as rs
from regionstyrning.export.year_pages import json_year, markdown_year

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

MODEL = rs.load_region("exempel")


def test_the_page_of_a_year(snapshot: SnapshotAssertion) -> None:
    """A table a month, what has no day, what is left out, and the critical line."""
    assert markdown_year(rs.load_region("jamtland-harjedalen"), year=2022) == snapshot


def test_the_page_in_english() -> None:
    """What is not the region's own words; without a year that of the day."""
    page = markdown_year(MODEL, on=date(2025, 1, 1), lang="en")
    assert page.startswith("# The steering year 2025 of Region Exempel\n\nSeen on 2025-01-01.\n\n## January\n")
    assert "## Critical line for 2026" in page


def test_what_is_not_known_stands_last() -> None:
    """Of a year whose law is not held."""
    assert markdown_year(MODEL, year=1990).endswith("- Ingen struktur med ett årshjul gäller 1990.\n")


@pytest.mark.parametrize("region", ["exempel", "halland"])
def test_json_holds_every_step(region: str) -> None:
    """The same rows as the calendar gives, and what it left out."""
    model = rs.load_region(region)
    read = json.loads(json_year(model, year=2022))
    answer = rs.calendar(model, 2022)
    assert read["steps"] == answer.to_records()
    assert (read["left_out"], read["missing"]) == ([step.text() for step in answer.refused], list(answer.missing))
