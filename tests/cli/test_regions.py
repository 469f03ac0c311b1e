"""The packaged regions are listed."""

from __future__ import annotations

import regionstyrning as rs
from tests.cli.running import as_json, shown


def test_each_region_has_its_day_and_counts() -> None:
    """A row a region, its words whole in 80 columns."""
    model = rs.load_region("exempel")
    row = next(line for line in shown("regions").splitlines() if line.startswith("exempel"))
    assert row.split() == [
        "exempel",
        "Region",
        "Exempel",
        "2026-06-01",
        str(len(model.documents)),
        str(len(model.goals)),
        str(len(model.indicators)),
    ]


def test_the_table_is_english_on_request() -> None:
    """Its titles, that is."""
    assert shown("regions", "--language", "en").split()[:3] == ["id", "region", "as"]


def test_rows_for_a_program_count_every_catalogue() -> None:
    """With the status that tells a real region from a fictional one."""
    rows = {row["id"]: row for row in as_json("regions")}
    model = rs.load_region("vasternorrland")
    assert rows["vasternorrland"] == {
        "id": "vasternorrland",
        "title": "Region Västernorrland",
        "as_of": model.as_of.isoformat(),
        "status": "real",
        "counts": {name: len(records) for name, records in model.catalogues().items()},
    }


def test_every_packaged_region_is_listed() -> None:
    """In order of id."""
    assert [row["id"] for row in as_json("regions")] == list(rs.regions())
