"""What is said of files that cannot be read at all, and how soon."""

from __future__ import annotations

import os
from codecs import BOM_UTF8
from time import perf_counter
from typing import TYPE_CHECKING

import pytest

from regionstyrning.files import load
from regionstyrning.files.faults.careful import refusals
from regionstyrning.files.faults.fault import MOST_FAULTS
from regionstyrning.files.load import faulty
from tests.files.faulty import MAIN, faults

if TYPE_CHECKING:
    from pathlib import Path

FIFTY_MB = 50 * 10**6

QUICKLY = 5
"""Seconds; it takes a small part of one."""


def said_of(file: Path, data: bytes) -> list[str]:
    """What is said of a file that holds the bytes."""
    file.write_bytes(data)
    return faults(file)


@pytest.mark.parametrize("name", ["region.toml", "modell.json"])
class TestBoth:
    """What is the same for TOML and JSON."""

    @pytest.mark.parametrize("data", [b"", b" \n\t", BOM_UTF8])
    def test_an_empty_file(self, tmp_path: Path, name: str, data: bytes) -> None:
        """Nothing but space is nothing."""
        assert said_of(tmp_path / name, data) == [f"{name}: the file is empty"]

    def test_a_byte_that_is_not_utf_8(self, tmp_path: Path, name: str) -> None:
        """The line of the first such byte is told."""
        data = "\n\ntitle = mål".encode("latin-1")
        assert said_of(tmp_path / name, data) == [f"{name}:3: expected text in UTF-8, found the byte 0xe5"]

    def test_a_missing_file(self, tmp_path: Path, name: str) -> None:
        """A path that leads nowhere is a fault like any other."""
        assert faults(tmp_path / name) == [f"{name}: no such file or folder"]

    def test_a_pipe(self, tmp_path: Path, name: str) -> None:
        """Nothing is waited for."""
        os.mkfifo(tmp_path / name)
        assert faults(tmp_path / name) == [f"{name}: expected an ordinary file"]

    def test_a_name_that_no_file_can_have(self, tmp_path: Path, name: str) -> None:
        """Nothing is there, whatever the system says of the name."""
        (said,) = faults(tmp_path / f"a\0{name}")
        assert said.endswith(f"{name}: no such file or folder")
        (said,) = faults(tmp_path / f"\ud800{name}")
        assert said.endswith(f"{name}: no such file or folder")

    def test_a_name_that_is_too_long(self, tmp_path: Path, name: str) -> None:
        """What the system says is told."""
        (said,) = faults(tmp_path / f"{'a' * 5000}{name}")
        assert said.endswith(f"{name}: cannot be read: File name too long")

    def test_a_link_to_itself(self, tmp_path: Path, name: str) -> None:
        """What the system says is told."""
        (tmp_path / name).symlink_to(name)
        (said,) = faults(tmp_path / name)
        assert said.startswith(f"{name}: cannot be read: ")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("region.toml", "region.toml: the file is too large, expected at most 8 MiB"),
        ("modell.json", "modell.json: nested too deep"),
    ],
)
def test_fifty_megabytes_of_nested_lists(tmp_path: Path, name: str, said: str) -> None:
    """They are refused at once, and no stack is broken."""
    start = perf_counter()
    assert said_of(tmp_path / name, b"[" * FIFTY_MB) == [said]
    assert perf_counter() - start < QUICKLY


def test_a_megabyte_of_nested_lists_in_toml(tmp_path: Path) -> None:
    """What is not too large may still be too deep."""
    assert said_of(tmp_path / "region.toml", b"a = " + b"[" * 10**6) == ["region.toml: nested too deep"]


@pytest.mark.parametrize("depth", [70, 300])
def test_lists_nested_less_deep(tmp_path: Path, depth: int) -> None:
    """What the readers of Python take is told in the same way."""
    nested = "[" * depth + "]" * depth
    assert said_of(tmp_path / "region.toml", f"{MAIN}a = {nested}".encode()) == ["region.toml:6: nested too deep"]
    assert said_of(tmp_path / "modell.json", f'{{\n"a": {nested}}}'.encode()) == ["modell.json:2: nested too deep"]
    assert said_of(tmp_path / "modell.json", nested.encode()) == ["modell.json:1: nested too deep"]


@pytest.mark.parametrize("key", ["{}", "[{}]", "[[{}]]", "b = {{ c = 1, {} = 1 }}"])
def test_a_key_of_very_many_parts(tmp_path: Path, key: str) -> None:
    """Python's reader would take minutes and all memory for it."""
    start = perf_counter()
    text = MAIN + key.format(" . ".join(["a", '"å b"', "'c'"] * 10**5))
    assert said_of(tmp_path / "region.toml", text.encode()) == ["region.toml:6: nested too deep"]
    assert perf_counter() - start < QUICKLY


def test_a_text_of_very_many_dots_is_no_key(tmp_path: Path) -> None:
    """A long text with as many parts is a text."""
    text = ". ".join(["Målet"] * 100)
    (tmp_path / "region.toml").write_text(MAIN.replace('"X"', f'"{text}"'))
    assert load(tmp_path / "region.toml").title == text


def test_more_faults_than_anyone_reads(tmp_path: Path) -> None:
    """A file may have millions; it is told that there are more."""
    said = said_of(tmp_path / "modell.json", b'{"format": 2,\n"goals": [' + b"1," * 20_000 + b"1]}")
    assert (len(said), said[3], said[-1]) == (
        10_001,
        "modell.json:2: expected a table, found the number 1 @ goals[0]",
        "modell.json:1: more than 10000 faults, the others are not told",
    )


def test_no_more_faults_are_looked_for_than_are_told(tmp_path: Path) -> None:
    """Wide lists that nest little fill the bound, and what would be looked for after them is not."""
    wide = b'{"format": 2, "format": 2,\n"goals": [' + b"[[[[[]]]]]," * 20_000 + b"[]]}"
    said = said_of(tmp_path / "modell.json", wide)
    assert (len(said), said[3]) == (10_001, "modell.json:2: expected a table, found a list @ goals[0]")
    assert [line for line in said if "stands more than once" in line] == []


def test_a_list_in_a_record_is_looked_through_as_far_as_faults_are_told() -> None:
    """The pass over a record ends too, however much is in it."""
    goal = {
        "id": "a",
        "title": "A",
        "level": "l",
        "contributions": [{"upper": "b", "kind": 1, "weights": [1]}] * 20_000,
    }
    found = list(refusals({"goals": [goal]}, "json", main=False))
    assert (found[0].path, found[-1].path[:4]) == (
        ("goals", 0, "contributions", 0, "kind"),
        ("goals", 0, "contributions", MOST_FAULTS // 2),
    )
    assert len(found) == MOST_FAULTS + 2


def test_a_document_that_is_too_large(tmp_path: Path) -> None:
    """Its size is asked for before it is read."""
    file = tmp_path / "modell.json"
    with file.open("wb") as opened:
        opened.truncate(257 * 2**20)
    assert faults(file) == ["modell.json: the file is too large, expected at most 256 MiB"]


def test_the_files_of_a_folder_share_its_size(tmp_path: Path) -> None:
    """Many files are no way round the limit."""
    (tmp_path / "region.toml").write_text(MAIN)
    for name in ("a.toml", "b.toml"):
        (tmp_path / name).write_text("# " + "x" * 5 * 10**6)
    assert faults(tmp_path) == ["b.toml: the file is too large, expected at most 8 MiB"]


CONTROL = "a control character may not stand in the file, found the byte"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b'id = "a\x00"', f"region.toml:1: {CONTROL} 0x00"),
        (b"id = 1\n\x00title = 2", f"region.toml:2: {CONTROL} 0x00"),
        (b'id = "x"\r\ntitle = "a\rb"', f"region.toml:2: {CONTROL} 0x0d"),
        (b"id = 1 # \x7f", f"region.toml:1: {CONTROL} 0x7f"),
    ],
)
def test_a_control_character_in_toml(tmp_path: Path, data: bytes, said: str) -> None:
    """The byte is told, and where it stands."""
    assert said_of(tmp_path / "region.toml", data) == [said]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b'{"id":\n"a\x00"}', f"modell.json:2: {CONTROL} 0x00"),
        (b'{"id":\n\x00}', f"modell.json:2: {CONTROL} 0x00"),
        (b'{"id":\n"a\tb"}', f"modell.json:2: {CONTROL} 0x09"),
        (b'{"id":\n"a"', "modell.json:2: not JSON: Expecting ',' delimiter"),
    ],
)
def test_a_control_character_in_json(tmp_path: Path, data: bytes, said: str) -> None:
    """In a text there may not be any; what else is the matter is told as Python's reader does."""
    assert said_of(tmp_path / "modell.json", data) == [said]


@pytest.mark.parametrize("day", ["2025-02-30", "2026-13-01", "2026-1-1"])
@pytest.mark.parametrize(
    "line", ["as_of = {}", "a = [{}] # 2025-13-13", 'a = [2025-01-01, "2025-13-13", {}]', "a.b={}"]
)
def test_a_bad_day_in_toml(tmp_path: Path, line: str, day: str) -> None:
    """To TOML it is no day at all, and the file no TOML; a reader is told what is the matter."""
    data = f"{MAIN}{line.format(day)}\n"
    assert said_of(tmp_path / "region.toml", data.encode()) == [
        f"region.toml:6: {day} is no day, expected one such as 2025-12-31"
    ]


@pytest.mark.parametrize(
    ("line", "comma"),
    [
        ("value = -3,0", "-3,0"),
        ("value = 1 600,5 # enligt tabellen", "1 600,5"),
        ("amounts = [{ year = 2025, value = \u22128,25 }]", "\u22128,25"),
    ],
)
def test_a_decimal_comma_in_toml(tmp_path: Path, line: str, comma: str) -> None:
    """A reader is told of the point instead of a key that nobody meant."""
    assert said_of(tmp_path / "region.toml", f"{MAIN}{line}\n".encode()) == [
        f"region.toml:6: {comma} is no number in TOML, expected a point and no spaces, as in 1234.5"
    ]


def test_a_decimal_comma_in_a_text_is_not_blamed(tmp_path: Path) -> None:
    """Nor are the commas of a list."""
    data = f'{MAIN}a = ["= 3,0", 1,2 "x"]'
    assert said_of(tmp_path / "region.toml", data.encode()) == ["region.toml:6: not TOML: Unclosed array"]


def test_a_day_in_a_text_is_not_blamed(tmp_path: Path) -> None:
    """Nor is one that the calendar has."""
    data = f'{MAIN}a = [2025-01-01, "2025-13-13" 1]'
    assert said_of(tmp_path / "region.toml", data.encode()) == ["region.toml:6: not TOML: Unclosed array"]


@pytest.mark.parametrize("number", ["1" * 5000, "1e99999999999999999999"])
def test_a_number_beyond_what_python_reads(tmp_path: Path, number: str) -> None:
    """What the reader itself cannot hold makes the file unreadable."""
    data = f"{MAIN}a = 12345678901\nb = {number}\n"
    assert said_of(tmp_path / "region.toml", data.encode()) == ["region.toml:7: a number is too large to be read"]


def test_a_whole_number_beyond_what_python_reads_in_json(tmp_path: Path) -> None:
    """As in TOML."""
    data = f'{{"a":\n{"1" * 5000}}}'
    assert said_of(tmp_path / "modell.json", data.encode()) == ["modell.json:2: a number is too large to be read"]


def test_a_link_out_of_the_folder(tmp_path: Path) -> None:
    """A region cannot draw in what lies elsewhere."""
    folder = tmp_path / "region"
    folder.mkdir()
    (tmp_path / "hemligt.toml").write_text("a = 1")
    (folder / "region.toml").write_text(MAIN)
    (folder / "a.toml").symlink_to(tmp_path / "hemligt.toml")
    assert faults(folder) == ["a.toml: the link leads out of the folder, expected a file in it"]


def test_links_in_a_circle_in_a_folder(tmp_path: Path) -> None:
    """The other files still tell their faults."""
    (tmp_path / "a.toml").symlink_to("b.toml")
    (tmp_path / "b.toml").symlink_to("a.toml")
    (tmp_path / "region.toml").write_text(f"{MAIN}titel = 1")
    assert faults(tmp_path) == [
        "a.toml: cannot be read: Too many levels of symbolic links",
        "b.toml: cannot be read: Too many levels of symbolic links",
        "region.toml:6: unknown key 'titel', did you mean 'title'?",
    ]


@pytest.mark.parametrize("name", ["a\0b", "a" * 5000])
def test_a_name_without_ending_that_no_file_can_have(tmp_path: Path, name: str) -> None:
    """It is told as one that is not there."""
    (said,) = faults(tmp_path / name)
    assert said.endswith(": no such file or folder")


def test_a_link_inside_the_folder(tmp_path: Path) -> None:
    """It leads to one of the region's own files."""
    (tmp_path / "delar").mkdir()
    (tmp_path / "delar" / "mal.toml").write_text('[[goals]]\nid = "a"\ntitle = "A"\nlevel = "mal"\n')
    (tmp_path / "mal.toml").symlink_to("delar/mal.toml")
    (tmp_path / "region.toml").write_text(MAIN)
    assert [goal.id for goal in load(tmp_path).goals] == ["a"]


def test_another_ending(tmp_path: Path) -> None:
    """What it holds is not guessed at."""
    (tmp_path / "modell.yaml").write_text("id: x")
    assert faults(tmp_path / "modell.yaml") == [
        "modell.yaml: unknown kind of file, expected a folder or a file that ends in .toml or .json"
    ]
    assert faults(tmp_path / "annan.yaml") == ["annan.yaml: no such file or folder"]


@pytest.mark.parametrize("name", ["region.toml", "modell.json"])
def test_a_byte_order_mark_is_taken_away(tmp_path: Path, name: str) -> None:
    """Some editors put one before the text."""
    document = '{"format":2,"id":"x","title":"X","as_of":"2025-01-01"}'
    text = MAIN if name == "region.toml" else document
    (tmp_path / name).write_bytes(BOM_UTF8 + text.encode())
    assert load(tmp_path / name).id == "x"


def test_something_is_said_though_the_careful_pass_should_find_nothing() -> None:
    """A model that does not load is never without a reason."""
    assert str(faulty([], [], ValueError("okänt"))) == "region.toml: does not load: okänt"
