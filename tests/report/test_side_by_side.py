"""Structures are set side by side, and the page that shows the four is made from the data."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import regionstyrning as rs
from regionstyrning.model import (
    GehRule,
    Join,
    JoinKind,
    Level,
    LevelKind,
    SteeringModel,
    Structure,
)
from regionstyrning.report import side_by_side

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "four-structures.md"
FOUR = ["vasternorrland", "halland", "blekinge", "jamtland-harjedalen"]
TABLE = re.compile(r"<!-- table: (?P<name>[\w-]+) -->\n(?P<table>.*?)<!-- end of table -->", re.DOTALL)
DAY = date(2026, 1, 1)


def region(**structure: Any) -> SteeringModel:  # noqa: ANN401 - any field of the record
    """A region with one structure, which has what is given."""
    whole = Structure(id="s", title="Modellen", **structure)
    return SteeringModel(id="r", title="Region R", as_of=DAY, structures=[whole])


def test_the_page_of_the_four_structures_is_made_from_the_data(pytestconfig: pytest.Config) -> None:
    """Its tables are renewed by ``pytest --snapshot-update``; the readings between them are written by hand."""
    tables = side_by_side([rs.load_region(id) for id in FOUR], "en")
    page = PAGE.read_text(encoding="utf-8")
    made = TABLE.sub(
        lambda found: f"<!-- table: {found['name']} -->\n{tables[found['name']]}\n<!-- end of table -->", page
    )
    if pytestconfig.getoption("update_snapshots"):
        PAGE.write_text(made, encoding="utf-8", newline="\n")
        page = made
    assert (made, [found["name"] for found in TABLE.finditer(page)]) == (page, list(tables))


def test_a_region_without_a_structure_is_left_out() -> None:
    """There is nothing to set beside the others."""
    bare = SteeringModel(id="tom", title="Region Tom", as_of=DAY)
    assert side_by_side([bare, region()])["models"].splitlines() == [
        "| Fråga | Region R |",
        "| --- | --- |",
        "| Styrmodell | Modellen |",
    ]


def test_the_rule_for_the_whole_is_shown_where_one_is_stated() -> None:
    """As written, or by its kind."""
    models = [
        region(geh=GehRule(join=Join(kind=JoinKind.ALL))),
        region(geh=GehRule(join=Join(kind=JoinKind.ALL, text="alla mål nås"), text="Se policyn", by_mark=True)),
    ]
    assert side_by_side(models)["geh"].splitlines()[2:] == [
        "| Räknas | – | mål med egen märkning |",
        "| Regionens regel | – | Se policyn |",
        "| Helheten vägs samman | alla | alla mål nås |",
    ]


def test_a_level_without_setter_and_document_is_its_title() -> None:
    """With nothing in brackets."""
    model = region(levels=[Level(id="m", title="Mål", kind=LevelKind.GOAL)])
    assert side_by_side([model])["levels"].splitlines()[2:] == ["| mål | Mål |"]
