"""What is said of folders, whose files' faults are told together."""

from __future__ import annotations

import json
import pickle
from typing import TYPE_CHECKING

import pytest

from regionstyrning.errors import SteeringError
from regionstyrning.files import FaultyFile, load
from regionstyrning.model.findings import Severity, Where
from tests.files.faulty import DOCUMENT, MAIN, faults, in_folder

if TYPE_CHECKING:
    from pathlib import Path

GOAL = '[[goals]]\nid = "a"\ntitle = "A"\nlevel = "mal"\n'
RATIO = '[[ratios]]\nid = "k"\ntitle = "K"\n'
SOURCE = 'source = { publication = "p" }\n'


def caught(folder: Path) -> FaultyFile:
    """What loading a faulty folder raises."""
    with pytest.raises(FaultyFile) as error:
        load(folder)
    return error.value


def test_every_fault_of_every_file_is_told(tmp_path: Path) -> None:
    """A file that is no TOML has one fault, and the others still tell theirs."""
    files = {"region.toml": MAIN + "titel = 1", "a.toml": "a = [", "b.toml": RATIO + "unt = 1", "c.toml": RATIO}
    assert in_folder(tmp_path, files) == [
        "a.toml:1: not TOML: Invalid value",
        "b.toml:4: unknown key 'unt', did you mean 'unit'? @ ratios 'k'",
        "c.toml:2: the id 'k' stands already at b.toml:2 @ ratios 'k'",
        "region.toml:6: unknown key 'titel', did you mean 'title'?",
    ]


def test_the_same_key_in_two_files_is_told_with_both_places(tmp_path: Path) -> None:
    """A target inside its indicator and one by itself are one target."""
    condition = 'condition = { kind = "ska utarbetas" }\n'
    inside = '[[indicators]]\nid = "i"\ntitle = "I"\nkind = "kvantitativ"\n[[indicators.targets]]\nyear = 2025\n'
    alone = '\n[[targets]]\nindicator = "i"\nyear = 2025\n'
    files = {"region.toml": MAIN, "a.toml": inside + condition, "b.toml": alone + condition}
    assert in_folder(tmp_path, files) == [
        "b.toml:2: 'target/i/2025' stands already at a.toml:5 @ targets[0]",
    ]


def test_a_folder_without_its_main_file(tmp_path: Path) -> None:
    """The other files tell their faults all the same."""
    assert in_folder(tmp_path, {"a.toml": RATIO + "unt = 1"}) == [
        "a.toml:4: unknown key 'unt', did you mean 'unit'? @ ratios 'k'",
        "region.toml: the folder lacks region.toml, which says what region it describes",
    ]


def test_an_empty_folder(tmp_path: Path) -> None:
    """It lacks the one file that it needs."""
    assert faults(tmp_path) == ["region.toml: the folder lacks region.toml, which says what region it describes"]


def test_only_the_main_file_says_what_region_it_is(tmp_path: Path) -> None:
    """A title in another file would be whose?"""
    assert in_folder(tmp_path, {"region.toml": MAIN, "a.toml": 'title = "X"\n'}) == [
        "a.toml:1: title: may only stand in region.toml"
    ]


def test_a_source_that_records_share_is_told_once(tmp_path: Path) -> None:
    """However many records have it."""
    files = {"region.toml": MAIN, "a.toml": "source = { publication = 1 }\n" + GOAL + RATIO}
    assert in_folder(tmp_path, files) == ["a.toml:1: source.publication: expected a text, found the number 1"]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("3", "region.toml:1: format 3 is newer than this library knows, expected at most 2; upgrade regionstyrning"),
        ("0", "region.toml:1: unknown format 0, expected 2"),
    ],
)
def test_a_format_that_is_not_known_is_the_only_fault(tmp_path: Path, number: str, said: str) -> None:
    """What else it holds may be right in that format."""
    main = MAIN.replace("format = 2", f"format = {number}") + "nytt = 1"
    assert in_folder(tmp_path, {"region.toml": main, "a.toml": "nytt = 2"}) == [said]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('format = "2"', "region.toml:1: format: expected a whole number, found the text '2'"),
        ("format = true", "region.toml:1: format: expected a whole number, found true"),
        ("", "region.toml:1: missing key 'format', expected a whole number"),
    ],
)
def test_the_format_is_a_whole_number(tmp_path: Path, written: str, said: str) -> None:
    """It is asked for as strictly as all else."""
    assert in_folder(tmp_path, {"region.toml": MAIN.replace("format = 2", written)}) == [said]


def test_the_name_of_a_file_is_told_on_one_line(tmp_path: Path) -> None:
    """Nothing in it can steer a terminal, or look like another fault."""
    files = {"region.toml": MAIN, "a\nb.toml": RATIO, "c\x1b[31m.toml": RATIO, "d\udce5.toml": "a = ["}
    assert in_folder(tmp_path, files) == [
        "c\N{REPLACEMENT CHARACTER}[31m.toml:2: the id 'k' stands already at a b.toml:2 @ ratios 'k'",
        "d\N{REPLACEMENT CHARACTER}.toml:1: not TOML: Invalid value",
    ]


def test_the_way_to_a_fault_is_told_on_one_line(tmp_path: Path) -> None:
    """A key may be anything in JSON."""
    text = json.dumps({**DOCUMENT, "a\n\x1b": {"b": 1, "c": 2}}).replace('"c"', '"b"')
    (tmp_path / "modell.json").write_text(text)
    said = "modell.json:1: a \N{REPLACEMENT CHARACTER}: the key 'b' stands more than once"
    assert said in faults(tmp_path / "modell.json")


def test_a_fault_is_a_finding(tmp_path: Path) -> None:
    """It has a rule, a severity, a record and a place, and is said in both languages."""
    (tmp_path / "region.toml").write_text(MAIN + GOAL + "titel = 1")
    (finding,) = caught(tmp_path).findings
    assert (finding.rule, finding.severity, finding.records) == ("file.unknown-key", Severity.ERROR, ("a",))
    assert finding.where == Where("region.toml", 10)
    assert finding.text() == "okänd nyckel 'titel', menades 'title'? @ goals 'a'"
    assert finding.text("en") == "unknown key 'titel', did you mean 'title'? @ goals 'a'"


def test_faults_are_kept_when_they_are_sent_to_another_process(tmp_path: Path) -> None:
    """The exception can be pickled with its findings and their places."""
    (tmp_path / "region.toml").write_text(MAIN + "titel = 1")
    error = caught(tmp_path)
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - made here
    assert (str(again), again.findings) == (str(error), error.findings)


def test_a_faulty_file_is_an_error_of_the_library() -> None:
    """So that one can catch all of them, or take it for a wrong value."""
    assert issubclass(FaultyFile, SteeringError)
    assert issubclass(FaultyFile, ValueError)


@pytest.mark.parametrize(
    ("rule", "more"),
    [
        ("file.unknown-key", "titel = 1"),
        ("file.missing-key", '[[ratios]]\nid = "k"'),
        ("file.wrong-type", "names = 1"),
        ("file.bad-day", '[[publications]]\nid = "p"\ntitle = "P"\npublished = 1'),
        ("file.not-a-number", "[[reserver]]\n[[amounts]]\nvalue = nan"),
        ("file.unknown-value", RATIO + 'unit = "x"'),
        ("file.out-of-order", GOAL + "validity = { first = 2025-01-01, last = 2024-01-01 }"),
        ("file.contradiction", '[[outcomes]]\nindicator = "i"\nyear = 2025'),
        ("file.duplicate-id", RATIO + RATIO),
        ("file.bad-id", RATIO.replace('"k"', '"K"')),
    ],
)
def test_each_kind_of_fault_has_a_rule(tmp_path: Path, rule: str, more: str) -> None:
    """A program can tell them apart."""
    (tmp_path / "region.toml").write_text(MAIN + more)
    assert rule in {finding.rule for finding in caught(tmp_path).findings}
