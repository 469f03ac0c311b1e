"""Files of cases: what they may say."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from regionstyrning.files import FaultyFile
from regionstyrning.model import ModelStatus, SteeringModel
from regionstyrning.testing import read_cases
from tests.testing.writing import MODEL, written

CASE = '\n[[cases]]\ntitle = "x"\nloose_ends = true\ncomplete = true\n'
SMALL = (
    'format = 2\nid = "liten"\ntitle = "Liten"\nas_of = 2026-01-01\nstatus = "fictional"\n'
    '[[goals]]\nid = "a"\ntitle = "A"\nlevel = "mal"\n[[goals]]\nid = "b"\ntitle = "B"\nlevel = "mal"'
)


def faults(folder: Path, text: str) -> list[str]:
    """All that is told of a file that is not as it must be."""
    with pytest.raises(FaultyFile) as caught:
        read_cases(written(folder, text))
    return [f"{finding.where}: {finding.text()}" for finding in caught.value.findings]


def test_records_are_put_in_place_of_those_of_the_base(tmp_path: Path) -> None:
    """And others are taken out; what the fragment does not say is as in the base."""
    written(tmp_path, SMALL, "liten.toml")
    fragment = '[model]\ntitle = "Ny"\n[[model.goals]]\nid = "a"\ntitle = "Nya A"\nlevel = "mal"'
    text = f'title = "x"\nbase = "liten.toml"\nwithout = ["b"]\n{fragment}{CASE}'
    model = read_cases(written(tmp_path, text)).model
    assert (model.id, model.title, model.as_of, model.status, [goal.title for goal in model.goals]) == (
        "liten",
        "Ny",
        date(2026, 1, 1),
        ModelStatus.FICTIONAL,
        ["Nya A"],
    )


def test_the_scheme_is_the_base(tmp_path: Path) -> None:
    """What a fragment puts in is no part of what is to be covered."""
    written(tmp_path, SMALL, "liten.toml")
    text = f'title = "x"\nbase = "liten.toml"\nwithout = ["b"]{CASE}'
    assert [goal.id for goal in read_cases(written(tmp_path, text)).scheme.goals] == ["a", "b"]


def test_a_whole_model_is_its_own_scheme(tmp_path: Path) -> None:
    """It builds on nothing."""
    cases = read_cases(written(tmp_path, MODEL + CASE))
    assert cases.scheme is cases.model


def test_the_base_may_be_a_packaged_region(tmp_path: Path) -> None:
    """By its id."""
    assert read_cases(written(tmp_path, f'title = "x"\nbase = "exempel"{CASE}')).model.id == "exempel"


def test_a_base_is_loaded_once(tmp_path: Path) -> None:
    """For all the files that are read together."""
    path = written(tmp_path, f'title = "x"\nbase = "exempel"{CASE}')
    bases: dict[str, SteeringModel] = {}
    first = read_cases(path, bases=bases)
    assert read_cases(path, bases=bases).scheme is first.scheme


def test_the_day_of_the_file_is_that_of_its_cases(tmp_path: Path) -> None:
    """Where they name none themselves."""
    more = CASE.replace('"x"', '"y"') + "on = 2026-05-01\n"
    cases = read_cases(written(tmp_path, f'on = 2026-04-01\ntitle = "x"\nbase = "exempel"{CASE}{more}')).cases
    assert [case.on for case in cases] == [date(2026, 4, 1), date(2026, 5, 1)]


def test_without_a_day_it_is_the_models_own(tmp_path: Path) -> None:
    """As for every question."""
    assert read_cases(written(tmp_path, MODEL + CASE)).cases[0].on is None


def test_a_case_knows_where_it_stands(tmp_path: Path) -> None:
    """By file and line."""
    assert str(read_cases(written(tmp_path, MODEL + CASE)).cases[0].where) == "prov.styr.toml:16"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f'titel = "x"\nbase = "exempel"{CASE}', "1: nyckeln 'title' saknas, väntade en text"),
        (f"title = 3\nbase = 'exempel'{CASE}", "1: title: väntade en text, fann talet 3"),
        (f'title = "x"{CASE}', "1: väntade något av 'base', 'model'"),
        (f'title = "x"\nwithout = ["a"]{CASE}', "1: väntade något av 'base', 'model'"),
        ('title = "x"\nbase = "exempel"', "1: nyckeln 'cases' saknas, väntade en lista med tabeller"),
        ('title = "x"\nbase = "exempel"\ncases = []', "3: cases: filen har inga fall"),
        ('title = "x"\nbase = "exempel"\ncases = 1', "3: cases: väntade en lista med tabeller, fann talet 1"),
        (f'title = "x"\nbase = "exempell"{CASE}', "2: base: 'exempell' är varken en väg från filen eller en packad"),
        (
            f'title = "x"\nbase = "exempel"\nwithout = ["visio"]{CASE}',
            "3: without[0]: okänt id 'visio', menades 'vision'?",
        ),
        (f'title = "x"\nbase = "exempel"\nwithout = ["zzzzz"]{CASE}', "3: without[0]: okänt id 'zzzzz'"),
        (f'title = "x"\nbase = "exempel"\nwithout = 1{CASE}', "3: without: väntade en lista med texter, fann talet 1"),
        (f'title = "x"\nmodel = 1{CASE}', "2: model: väntade en tabell, fann talet 1"),
        (f'title = "x"\nbase = 1{CASE}', "2: base: väntade en text, fann talet 1"),
        ("title = ", "1: är inte TOML: Invalid value"),
        ("", " filen är tom"),
    ],
)
def test_a_file_that_is_not_as_it_must_be_is_refused(tmp_path: Path, text: str, told: str) -> None:
    """With the line, and what was expected."""
    found = faults(tmp_path, text)
    assert [each for each in found if each.startswith(f"prov.styr.toml:{told}")] != []


def test_records_are_taken_from_a_base_only(tmp_path: Path) -> None:
    """A whole model says what it holds."""
    told = "prov.styr.toml:1: without: without kräver base, som poster tas ur"
    assert faults(tmp_path, f'without = ["a"]{MODEL}{CASE}') == [told]


@pytest.mark.parametrize(
    ("case", "told"),
    [
        ('title = "y"\nfindign = "z"', "5: cases[0]: okänd nyckel 'findign', menades 'finding'?"),
        ('title = "y"', "3: cases[0]: väntade något av 'finding', 'goal_chain', 'loose_ends'"),
        (
            'title = "y"\nfinding = "z"\ngoal_chain = "a"',
            "3: cases[0]: väntade en enda fråga, fann 'finding', 'goal_chain'",
        ),
        ('title = "y"\ngoal_chain = "a"', "3: cases[0]: väntade något av 'paths', 'gaps', 'complete'"),
        (
            'title = "y"\nfinding = "linkage.has-an-owner"\nprofile = "bas"',
            "3: cases[0]: väntade något av 'records', 'text', 'law'",
        ),
        (
            'title = "y"\nfinding = "linkage.has-owner"\nrecords = []',
            "5: cases[0].finding: okänt värde 'linkage.has-owner', menades 'linkage.has-an-owner'?",
        ),
        ('title = "y"\nloose_ends = true\npaths = []', "6: cases[0]: okänd nyckel 'paths', väntade något av "),
        (
            'title = "y"\nloose_ends = true\ncomplete = 1',
            "6: cases[0].complete: väntade true eller false, fann talet 1",
        ),
        (
            'title = "y"\nloose_ends = true\nends = [[1]]',
            "6: cases[0].ends: väntade en lista med listor av texter, fann en lista",
        ),
        (
            'title = "y"\nloose_ends = true\nends = []\non = 2026-03-01T00:00:00',
            "7: cases[0].on: väntade ett datum utan klockslag, som 2025-12-31, fann tidpunkten 2026-03-01 00:00:00",
        ),
        ("loose_ends = true\nends = []", "3: cases[0]: nyckeln 'title' saknas, väntade en text"),
        (
            'title = "y"\nfinding = "linkage.has-an-owner"\nlaw = ""',
            "6: cases[0].law: väntade en text eller en lista med texter, fann texten ''",
        ),
        (
            'title = "y"\nfinding = "linkage.has-an-owner"\nlaw = []',
            "6: cases[0].law: väntade en text eller en lista med texter, fann en lista",
        ),
    ],
)
def test_a_case_that_is_not_as_it_must_be_is_refused(tmp_path: Path, case: str, told: str) -> None:
    """With its line and the nearest key or value that it may have."""
    found = faults(tmp_path, f'title = "x"\nbase = "exempel"\n[[cases]]\n{case}')
    assert [each for each in found if each.startswith(f"prov.styr.toml:{told}")] != []


def test_two_cases_of_one_title_are_told_apart(tmp_path: Path) -> None:
    """A failure is known by its title."""
    told = "prov.styr.toml:22: cases[1].title: rubriken 'x' har redan ett fall"
    assert faults(tmp_path, MODEL + CASE + CASE) == [told]


def test_a_fault_in_the_model_is_told_with_its_line(tmp_path: Path) -> None:
    """As that of a model file, by the line in the case file."""
    goal = '[[model.goals]]\nid = "c"\ntitel = "C"\nlevel = "mal"'
    told = "prov.styr.toml:17: okänd nyckel 'titel', menades 'title'? @ goals 'c'"
    assert told in faults(tmp_path, f"{MODEL}{goal}{CASE}")


def test_a_faulty_fragment_over_a_base_is_told(tmp_path: Path) -> None:
    """As a whole model is."""
    goal = '[[model.goals]]\nid = "c"\ntitle = "C"\nlevel = 1'
    told = "prov.styr.toml:6: level: väntade en text, fann talet 1 @ goals 'c'"
    assert faults(tmp_path, f'title = "x"\nbase = "exempel"\n{goal}{CASE}') == [told]


def test_a_fragment_is_looked_over_without_its_base(tmp_path: Path) -> None:
    """All faults are told at once."""
    goal = '[[model.goals]]\nid = "c"\ntitle = "C"\nlevel = 1'
    found = faults(tmp_path, f'title = "x"\nbase = "exempell"\n{goal}{CASE}')
    assert [each.partition(": ")[0] for each in found] == ["prov.styr.toml:2", "prov.styr.toml:6"]


def test_the_faults_of_a_base_are_told(tmp_path: Path) -> None:
    """By its own files."""
    written(tmp_path, SMALL.replace("title = ", "titel = ", 1), "liten.toml")
    (told, *_) = faults(tmp_path, f'title = "x"\nbase = "liten.toml"{CASE}')
    assert told.startswith("liten.toml:")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    """As of any file."""
    with pytest.raises(FaultyFile, match="no such file"):
        read_cases(tmp_path / "borta.styr.toml")
