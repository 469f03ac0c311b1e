"""A model is asked for by the id of a packaged region or by a path."""

from __future__ import annotations

from pathlib import Path

import pytest

from regionstyrning.cli.models import Place, place_of
from regionstyrning.files.packaged import FOLDER
from tests.cli.running import refused, shown

MAIN = 'format = 2\nid = "min-region"\ntitle = "Min region"\nas_of = 2026-01-01\nstatus = "fictional"\n'


def write(folder: Path, main: str = MAIN) -> Path:
    """Write a folder that holds a model."""
    folder.mkdir(parents=True)
    (folder / "region.toml").write_text(main, encoding="utf-8")
    return folder


def test_a_packaged_region_is_found_by_its_id() -> None:
    """Its place is told by its id alone, wherever the library is installed."""
    assert place_of("exempel") == Place(name="exempel", path=FOLDER / "exempel", folder="exempel", main="region.toml")


def test_a_folder_is_found_by_its_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its place is told from where the command is run."""
    write(tmp_path / "modeller" / "min")
    monkeypatch.chdir(tmp_path)
    path = Path("modeller/min")
    assert place_of("modeller/min") == Place(name="min", path=path, folder="modeller/min", main="region.toml")


def test_a_file_is_found_by_its_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is its own main file."""
    write(tmp_path / "min")
    monkeypatch.chdir(tmp_path / "min")
    assert place_of("region.toml") == Place(name="region", path=Path("region.toml"), folder=".", main="region.toml")


def test_what_lies_elsewhere_is_told_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No path of this machine gets into what is written."""
    write(tmp_path / "min")
    write(tmp_path / "annan")
    monkeypatch.chdir(tmp_path / "annan")
    assert place_of(str(tmp_path / "min")).folder == "min"


def test_the_folder_itself_is_a_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A dot is a path, and the folder's name names it."""
    monkeypatch.chdir(write(tmp_path / "min"))
    assert (place_of(".").name, place_of(".").folder) == ("min", ".")


def test_a_path_wins_over_an_id(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of the same name as a packaged region is the one that is meant."""
    write(tmp_path / "exempel")
    monkeypatch.chdir(tmp_path)
    assert shown("show", "exempel").splitlines()[0] == "Min region [min-region] den 2026-01-01"


def test_a_misspelt_region_names_the_nearest() -> None:
    """Who wrote one letter too few is helped."""
    assert refused("show", "vasternorland") == (
        "no packaged region has the id 'vasternorland', and there is no such file or folder. "
        "Did you mean 'vasternorrland'?\n"
    )


def test_a_name_that_no_file_can_have_is_no_region_either() -> None:
    """However long it is."""
    name = "a" * 5000
    assert refused("show", name) == f"no packaged region has the id {name!r}, and there is no such file or folder\n"


@pytest.mark.parametrize("path", ["modeller/min", "min.toml", "min.json"])
def test_a_path_that_leads_nowhere_is_told_as_one(path: str) -> None:
    """Nothing is said of regions then."""
    assert refused("show", path) == f"no such file or folder: {path!r}\n"


def test_the_name_of_a_model_that_does_not_load_is_told_on_one_line(tmp_path: Path) -> None:
    """It cannot look like a fault, or steer the terminal."""
    write(tmp_path / "min\n\x1b[31m", MAIN.replace("title", "titel"))
    assert refused("show", tmp_path / "min\n\x1b[31m").splitlines()[0] == (
        "min \N{REPLACEMENT CHARACTER}[31m går inte att läsa in"
    )


def test_a_model_that_does_not_load_tells_every_fault(tmp_path: Path) -> None:
    """Other commands than check tell them on standard error, in the language asked for."""
    write(tmp_path / "min", MAIN.replace("title", "titel").replace('"fictional"', "3"))
    assert refused("show", tmp_path / "min").splitlines() == [
        "min går inte att läsa in",
        "region.toml:1: nyckeln 'title' saknas, väntade en text",
        "region.toml:3: okänd nyckel 'titel', menades 'title'?",
        "region.toml:5: status: väntade något av 'real', 'fictional', fann talet 3",
    ]
    assert refused("show", tmp_path / "min", "--language", "en").splitlines() == [
        "min does not load",
        "region.toml:1: missing key 'title', expected a text",
        "region.toml:3: unknown key 'titel', did you mean 'title'?",
        "region.toml:5: status: expected one of 'real', 'fictional', found the number 3",
    ]


def test_a_fault_cannot_steer_the_terminal(tmp_path: Path) -> None:
    """Not even by the name of a key."""
    write(tmp_path / "min", MAIN + '"\\u001b[31m" = 1\n')
    assert "\x1b" not in refused("show", tmp_path / "min")


@pytest.mark.parametrize(
    "arguments",
    [
        ("show",),
        ("thread", "mal"),
        ("decide", "arende"),
        ("evaluate",),
        ("economy",),
        ("project",),
        ("simulate",),
        ("calendar", "2026"),
        ("report",),
        ("export", "--as", "csv"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_every_command_tells_faults_in_the_language_asked_for(arguments: tuple[str, ...], tmp_path: Path) -> None:
    """Swedish unless English is asked for."""
    model = write(tmp_path / "min", MAIN + "[[amounts]]\nvalue = -3,0\n")
    name, *more = arguments
    assert refused(name, model, *more).splitlines() == [
        "min går inte att läsa in",
        "region.toml:7: -3,0 är inget tal i TOML, väntade punkt och inga mellanslag, som i 1234.5",
    ]
    assert refused(name, model, *more, "--language", "en").startswith("min does not load\n")
