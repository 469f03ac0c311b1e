"""What is said of faults in JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from regionstyrning.files import load
from tests.files.faulty import DOCUMENT, faults, in_json

if TYPE_CHECKING:
    from pathlib import Path

AMOUNT = {"title": "T", "year": 2025, "stage": "utfall", "organ": "rs"}
HORIZON = {"kind": "långsiktigt sikte", "at_least_years": -1, "at_most_years": None}


@pytest.mark.parametrize(
    ("more", "said"),
    [
        pytest.param(
            {"amounts": [{**AMOUNT, "value": 80}]},
            'modell.json:7: value: expected a number as a text, such as "80.5", found the number 80 @ amounts[0]',
            id="a decimal as number",
        ),
        pytest.param(
            {"amounts": [{**AMOUNT, "value": 80.5}]},
            'modell.json:7: value: expected a number as a text, such as "80.5", found the number 80.5 @ amounts[0]',
            id="a decimal as number with a point",
        ),
        pytest.param(
            {"amounts": [{**AMOUNT, "value": "080"}]},
            "modell.json:7: value: expected a number as a text, such as \"80.5\", found the text '080' @ amounts[0]",
            id="a decimal in another form",
        ),
        pytest.param(
            {"amounts": [{**AMOUNT, "value": float("nan")}]},
            'modell.json:7: value: expected a number as a text, such as "80.5", found the number nan @ amounts[0]',
            id="a decimal that is no number",
        ),
        pytest.param(
            {"amounts": [{**AMOUNT, "year": float("inf")}]},
            "modell.json:7: year: expected a whole number, found the number inf @ amounts[0]",
            id="a year without end",
        ),
        pytest.param(
            {"amounts": [{**AMOUNT, "year": 2025.0}]},
            "modell.json:7: year: expected a whole number, found the number 2025.0 @ amounts[0]",
            id="a year with a point",
        ),
        pytest.param(
            {"amounts": [{**AMOUNT, "group": 1}]},
            "modell.json:7: group: expected true or false, found the number 1 @ amounts[0]",
            id="a number for a truth",
        ),
        pytest.param(
            {"amounts": [{**AMOUNT, "last_year": 2024}]},
            "modell.json:7: year 2025 comes after last_year 2024, expected year to be the earlier or the same"
            " @ amounts[0]",
            id="a last year before the first",
        ),
        pytest.param(
            {"goals": [{"id": "a", "title": "A", "level": "l", "horizon": HORIZON}]},
            "modell.json:7: horizon: at_least_years -1, expected 0 or more @ goals 'a'",
            id="a span below nothing, with no other end",
        ),
        pytest.param(
            {"amounts": [{**AMOUNT, "title": None}]},
            "modell.json:7: title: expected a text, found null @ amounts[0]",
            id="null for what must be given",
        ),
        pytest.param(
            {"amounts": [{**AMOUNT, "title": "\ud800"}]},
            "modell.json:7: title: expected a text of whole characters, found the text '\\ud800' @ amounts[0]",
            id="half a character",
        ),
        pytest.param(
            {"amounts": [{**AMOUNT, "lump": ["\ud800"]}]},
            "modell.json:7: lump[0]: expected a text of whole characters, found the text '\\ud800' @ amounts[0]",
            id="half a character in a list",
        ),
        pytest.param(
            {"amounts": [{**AMOUNT, "on": "2025-1-1"}]},
            "modell.json:7: on: expected a day as a text, such as \"2025-12-31\", found the text '2025-1-1'"
            " @ amounts[0]",
            id="a day in another form",
        ),
        pytest.param(
            {"amounts": [{**AMOUNT, "on": "2025-02-30"}]},
            "modell.json:7: on: expected a day as a text, such as \"2025-12-31\", found the text '2025-02-30'"
            " @ amounts[0]",
            id="a day that no calendar has",
        ),
        pytest.param(
            {"amounts": [{**AMOUNT, "on": []}]},
            'modell.json:7: on: expected a day as a text, such as "2025-12-31", found a list @ amounts[0]',
            id="a list for a day",
        ),
        pytest.param(
            {"amounts": [{**AMOUNT, "unit": []}]},
            "modell.json:7: unit: expected one of 'mnkr', 'tkr', 'kronor', 'procent', found a list @ amounts[0]",
            id="a list for one of some values",
        ),
        pytest.param(
            {"amounts": {}},
            "modell.json:7: amounts: expected a list, found a table",
            id="an object for a catalogue",
        ),
        pytest.param(
            {"goals": [{"id": "a", "title": "A", "level": "l", "contributions": {}}]},
            "modell.json:7: contributions: expected a list, found a table @ goals 'a'",
            id="an object for nested records",
        ),
        pytest.param(
            {"amounts": ["x" * 100]},
            f"modell.json:7: expected a table, found the text '{'x' * 59}… @ amounts[0]",
            id="a long text is cut",
        ),
        pytest.param(
            {"amounts": [10**400]},
            "modell.json:7: expected a table, found the number … @ amounts[0]",
            id="a number that is too long to print",
        ),
    ],
)
def test_a_fault_in_json(tmp_path: Path, more: dict[str, Any], said: str) -> None:
    """One fault is told in one line."""
    assert in_json(tmp_path, **more) == [said]


def test_a_key_that_stands_twice_in_an_object(tmp_path: Path) -> None:
    """Python's own reader would keep the last without a word."""
    file = tmp_path / "modell.json"
    file.write_text('{"format": 2, "id": "x", "as_of": "2025-01-01",\n"title": "A",\n"title": "B"}')
    assert faults(file) == ["modell.json:3: the key 'title' stands more than once"]


def test_a_key_that_stands_twice_inside_a_record(tmp_path: Path) -> None:
    """It is told with the record that it stands in."""
    file = tmp_path / "modell.json"
    ratio = '{"id": "k", "title": "K",\n"unit": "procent", "note": ":{[",\n"un\\u0069t": "mnkr"}'
    file.write_text(f'{{"format": 2, "id": "x", "as_of": "2025-01-01", "title": "A",\n"ratios": [{ratio}]}}')
    assert faults(file) == ["modell.json:4: the key 'unit' stands more than once @ ratios 'k'"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[]", "modell.json:1: expected a table, found a list"),
        ("\n\n2", "modell.json:3: expected a table, found the number 2"),
        ("null", "modell.json:1: expected a table, found null"),
    ],
)
def test_a_document_that_is_no_object(tmp_path: Path, text: str, said: str) -> None:
    """Its one fault is told at its beginning."""
    (tmp_path / "modell.json").write_text(text)
    assert faults(tmp_path / "modell.json") == [said]


def test_all_faults_are_told_by_line(tmp_path: Path) -> None:
    """Faults of all sorts stand in one list."""
    ratio = {"id": "k", "title": 1}
    said = in_json(tmp_path, title=None, as_of="igår", ratios=[ratio, {**ratio, "unt": "x"}])
    assert said == [
        "modell.json:4: title: expected a text, found null",
        "modell.json:5: as_of: expected a day as a text, such as \"2025-12-31\", found the text 'igår'",
        "modell.json:7: title: expected a text, found the number 1 @ ratios 'k'",
        "modell.json:7: the id 'k' stands already at modell.json:7 @ ratios 'k'",
        "modell.json:7: title: expected a text, found the number 1 @ ratios 'k'",
        "modell.json:7: unknown key 'unt', did you mean 'unit'? @ ratios 'k'",
    ]


def test_faults_of_one_line_are_told_by_place(tmp_path: Path) -> None:
    """The tenth of a list comes after the second, whatever is said of them."""
    ratios = [{"id": f"k{index}", "title": "K"} for index in range(11)]
    ratios[2] = {"id": "k2", "titel": "K"}
    ratios[10] = {"id": "k2", "title": "K"}
    assert in_json(tmp_path, ratios=ratios) == [
        "modell.json:7: missing key 'title', expected a text @ ratios 'k2'",
        "modell.json:7: unknown key 'titel', did you mean 'title'? @ ratios 'k2'",
        "modell.json:7: the id 'k2' stands already at modell.json:7 @ ratios 'k2'",
    ]


def test_a_text_with_a_pair_of_halves_is_whole(tmp_path: Path) -> None:
    """An escaped pair of surrogates is one character."""
    (tmp_path / "modell.json").write_text(json.dumps({**DOCUMENT, "title": "😀"}))
    assert load(tmp_path / "modell.json").title == "😀"
