"""The tidy table is written as CSV, for machines and for Swedish Excel."""

from __future__ import annotations

import csv
from decimal import Decimal
from io import StringIO
from typing import Any

import pytest

import regionstyrning as rs
from regionstyrning.export.csv_table import csv_excel, csv_table
from regionstyrning.export.tidy import COLUMNS, tidy_rows
from regionstyrning.model import Outcome, SteeringModel
from tests.model.small import indicator, model


def held(**more: Any) -> SteeringModel:  # noqa: ANN401 - any field of the outcome
    """A model with one outcome, -4.50 if it is no grade."""
    fact = Outcome(**{"indicator": "a", "year": 2024, "value": None if more.get("grade") else Decimal("-4.50"), **more})
    return model(indicators=[indicator("a", unit="mnkr")], outcomes=[fact])


def excel_cell(text: str) -> str:
    """A grade as Swedish Excel gets it."""
    (row,) = list(csv.DictReader(StringIO(csv_excel(held(grade=text)).decode("utf-8-sig")), delimiter=";"))
    return row["varde"]


def cell(text: str) -> str:
    """A grade as machines get it."""
    (row,) = list(csv.DictReader(StringIO(csv_table(held(grade=text)))))
    return row["varde"]


def test_machines_get_commas_and_points() -> None:
    """And no byte order mark."""
    assert csv_table(held()) == (
        "region,enhet_id,indikator_id,ar,kolumn,varde,enhet,kalla\nliten,,a,2024,utfall,-4.50,mnkr,\n"
    )


def test_swedish_excel_gets_semicolons_and_commas() -> None:
    """After the mark by which Excel sees that it is UTF-8."""
    assert csv_excel(held()) == (
        b"\xef\xbb\xbfregion;enhet_id;indikator_id;ar;kolumn;varde;enhet;kalla\nliten;;a;2024;utfall;-4,50;mnkr;\n"
    )


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "＝1+1", "- nej"])
def test_a_text_is_never_reckoned_out(text: str) -> None:
    """An apostrophe before it says that it is a text."""
    assert (cell(text), excel_cell(text)) == (f"'{text}", f"'{text}")


@pytest.mark.parametrize(
    "text",
    [
        *("0022", "1,5", "1e5", "1E+5", "1 000", "1\N{NO-BREAK SPACE}000,5", "50%", "2,5 %", "100 kr", "kr 100", "(5)"),
        *("1 1/2", "2024-01-01", "2024-01-01 12:30", "1-2", "12:30", "mar-1", "12 dec", "1 maj 2024", "mars 2024"),
        *("SANT", "#SAKNAS!", "#N/A"),
    ],
)
def test_excel_takes_no_text_for_something_else(text: str) -> None:
    """Ids keep their noughts; machines read what is written."""
    assert (cell(text), excel_cell(text)) == (text, f"'{text}")


@pytest.mark.parametrize(
    "text", ["Ja", "mål-1", "2022-01/2022-06", "mars", "1 av 3", ">75 %", "10 000 inv.", "2 av 3 maj"]
)
def test_ordinary_text_is_left_as_it_is(text: str) -> None:
    """No apostrophe where nothing would go wrong."""
    assert (cell(text), excel_cell(text)) == (text, text)


def test_an_id_of_figures_is_text() -> None:
    """0022 is not 22."""
    assert csv_excel(held(scope="0022")).splitlines()[1] == b"liten;'0022;a;2024;utfall;-4,50;mnkr;"


def test_what_holds_a_separator_or_a_line_is_quoted() -> None:
    """And the line feed becomes a space."""
    assert (cell('a, "b"\nc'), excel_cell("a; b")) == ('a, "b" c', "a; b")


@pytest.mark.parametrize("region", rs.regions())
def test_a_region_is_read_back(region: str) -> None:
    """As many rows of as many cells, with every figure."""
    loaded = rs.load_region(region)
    read = list(csv.DictReader(StringIO(csv_table(loaded))))
    figures = [str(row.varde) for row in tidy_rows(loaded) if isinstance(row.varde, Decimal)]
    assert ({tuple(row) for row in read} or {COLUMNS}) == {COLUMNS}
    assert len(read) == len(tidy_rows(loaded))
    written = [
        row["varde"] for row, made in zip(read, tidy_rows(loaded), strict=True) if isinstance(made.varde, Decimal)
    ]
    assert written == figures


@pytest.mark.parametrize("region", rs.regions())
def test_swedish_excel_opens_a_region_right(region: str) -> None:
    """One mark, rows of as many cells, a comma in each decimal number, and nothing that it would reckon out."""
    loaded = rs.load_region(region)
    data = csv_excel(loaded)
    head, *rows = csv.reader(StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";", strict=True)
    assert (data.count(b"\xef\xbb\xbf"), tuple(head), {len(row) for row in rows} | {len(COLUMNS)}) == (1, COLUMNS, {8})
    figures = [(row[5], made.varde) for row, made in zip(rows, tidy_rows(loaded), strict=True)]
    assert [Decimal(cell.replace(",", ".")) for cell, value in figures if isinstance(value, Decimal)] == [
        value for _, value in figures if isinstance(value, Decimal)
    ]
    assert [cell for cell, value in figures if isinstance(value, Decimal) and "." in cell] == []
    assert [
        cell for row in rows for place, cell in enumerate(row) if place != 5 and cell.startswith(tuple("=+-@"))
    ] == []
