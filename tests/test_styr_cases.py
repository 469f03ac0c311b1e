"""Files of cases: what they may say, and what is told when an answer is not the expected one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from regionstyrning.errors import UnknownId
from regionstyrning.files import FaultyFile
from regionstyrning.model import ModelStatus
from tests.styr_cases import CaseFailed, CaseFault, CaseFile, read_cases, run_case

MODEL = """
title = "Prov"

[model]
id = "prov"
title = "Prov"
as_of = 2026-03-01
status = "fictional"

[[model.goals]]
id = "a"
title = "Mål A"
level = "mal"
contributions = [{ upper = "b", kind = "bidrar till" }]
"""


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """A place for a file of cases."""
    return tmp_path / "prov.styr.toml"


def failure(path: Path, text: str) -> str:
    """What is told of the first case of a file, which fails."""
    path.write_text(MODEL + text, encoding="utf-8")
    model, cases = read_cases(path)
    with pytest.raises(CaseFailed) as caught:
        run_case(model, cases[0])
    return str(caught.value)


def fault(path: Path, text: str) -> str:
    """What is told of a file that is not as it must be."""
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CaseFault) as caught:
        read_cases(path)
    return str(caught.value)


def test_a_failing_finding_tells_the_findings(written: Path) -> None:
    """With their sentences and what would mend them."""
    case = '[[cases]]\ntitle = "x"\nfinding = "references.leads-somewhere"\nrecords = []'
    reason = "Mål A leder till b, som inte finns (upper). Rätta id:t eller lägg till posten."
    assert failure(written, case).splitlines() == [
        "records: expected [], found [['contribution/a/b/bidrar till', 'b']]",
        f"  references.leads-somewhere contribution/a/b/bidrar till, b: {reason}",
    ]


def test_a_finding_that_is_not_found_is_told(written: Path) -> None:
    """There is no reason to give."""
    case = '[[cases]]\ntitle = "x"\nfinding = "references.goals-do-not-go-round"\nrecords = [["a"]]'
    assert failure(written, case) == "records: expected [['a']], found []"


@pytest.mark.parametrize(
    ("key", "value", "found"),
    [
        ("text", "Mål A pekar fel.", "Mål A leder till b, som inte finns (upper)."),
        ("law", "KL", "Bibliotekets läsning: det som en modell hänvisar till ska gå att slå upp."),
    ],
)
def test_sentence_and_source_are_compared(written: Path, key: str, value: str, found: str) -> None:
    """Those of the first finding."""
    case = f'[[cases]]\ntitle = "x"\nfinding = "references.leads-somewhere"\n{key} = "{value}"'
    assert failure(written, case).splitlines()[0] == f"{key}: expected {value!r}, found {found!r}"


def test_the_source_of_a_rule_that_is_kept_is_its_own(written: Path) -> None:
    """There is no finding to have one."""
    case = '[[cases]]\ntitle = "x"\nfinding = "references.goals-do-not-go-round"\nlaw = "KL"'
    assert failure(written, case).startswith("law: expected 'KL', found 'Bibliotekets läsning: det som")


@pytest.mark.parametrize(
    ("expected", "told"),
    [
        ('paths = [["a", "b"]]', "paths: expected [['a', 'b']], found []"),
        ('gaps = [["a", "b"]]', "gaps: expected [['a', 'b']], found []"),
        ("complete = true", "complete: expected True, found False"),
    ],
)
def test_a_failing_chain_tells_the_thread(written: Path, expected: str, told: str) -> None:
    """With what is missing."""
    lines = failure(written, f'[[cases]]\ntitle = "x"\ngoal_chain = "a"\n{expected}').splitlines()
    assert lines == [
        told,
        "  mal: Mål A [a]",
        "  ├─ Inget hänger här.",
        "  ├─ Ingen struktur gäller den 2026-03-01, så vad som krävs är okänt.",
        "  └─ Länken från a till b leder inte till något som gäller den dagen och är",
        "        överhoppad.",
    ]


def test_failing_loose_ends_tell_the_answer(written: Path) -> None:
    """On the day that was asked about."""
    case = '[[cases]]\ntitle = "x"\nloose_ends = true\non = 2026-04-01\nends = [["a", "saknar ägare"]]'
    assert failure(written, case).splitlines()[:2] == [
        "ends: expected [['a', 'saknar ägare']], found []",
        "  - Ingen struktur gäller den 2026-04-01, så vad som krävs är okänt.",
    ]


def test_all_that_is_wrong_is_told(written: Path) -> None:
    """A line each."""
    case = '[[cases]]\ntitle = "x"\nloose_ends = true\nends = [["a", "b"]]\ncomplete = true'
    assert [line.split(":")[0] for line in failure(written, case).splitlines()[:2]] == ["ends", "complete"]


def test_order_is_not_compared(written: Path) -> None:
    """Findings come as they come."""
    more = '[[model.goals]]\nid = "c"\ntitle = "C"\nlevel = "mal"\ncontinues = ["d"]\n'
    records = '[["c", "d"], ["contribution/a/b/bidrar till", "b"]]'
    case = f'[[cases]]\ntitle = "x"\nfinding = "references.leads-somewhere"\nrecords = {records}'
    written.write_text(MODEL + more + case, encoding="utf-8")
    model, cases = read_cases(written)
    run_case(model, cases[0])
    assert cases[0].told["records"] == [["c", "d"], ["contribution/a/b/bidrar till", "b"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('titel = "x"', "unknown key 'titel'. Did you mean 'title'? @ prov.styr.toml"),
        ('base = "x"', "missing key 'title' @ prov.styr.toml"),
        ("title = 3", "title: expected str, found 3 @ prov.styr.toml"),
        (
            'title = "x"\n[[cases]]\ntitle = "y"\nfindign = "z"',
            "unknown key 'findign'. Did you mean 'finding'? @ case 'y'",
        ),
        (
            'title = "x"\n[[cases]]\ntitle = "y"',
            "expected one of finding, goal_chain, loose_ends, found none @ case 'y'",
        ),
        (
            'title = "x"\n[[cases]]\ntitle = "y"\nfinding = "z"\ngoal_chain = "a"',
            "expected one of finding, goal_chain, loose_ends, found finding and goal_chain @ case 'y'",
        ),
        ('title = "x"\n[[cases]]\ntitle = "y"\ngoal_chain = "a"', "nothing is expected @ case 'y'"),
        (
            'title = "x"\n[[cases]]\ntitle = "y"\nfinding = "a"\nprofile = "bas"',
            "nothing is expected @ case 'y'",
        ),
        (
            'title = "x"\n[[cases]]\ntitle = "y"\nloose_ends = true\npaths = []',
            "unknown key 'paths' @ case 'y'",
        ),
        (
            'title = "x"\n[[cases]]\ntitle = "y"\nloose_ends = true\ncomplete = 1',
            "complete: expected bool, found 1 @ case 'y'",
        ),
        (
            'title = "x"\n[[cases]]\ntitle = "y"\non = 2026-03-01T00:00:00\nloose_ends = true\nends = []',
            "on: expected date, found datetime.datetime(2026, 3, 1, 0, 0) @ case 'y'",
        ),
        (
            'title = "x"\n[[cases]]\nloose_ends = true\nends = []',
            "missing key 'title' @ case '?'",
        ),
    ],
)
def test_a_file_that_is_not_as_it_must_be_is_refused(written: Path, text: str, expected: str) -> None:
    """With the nearest key that it may have."""
    assert fault(written, text) == expected


def test_a_failure_is_shown_without_the_way_there(written: Path, request: pytest.FixtureRequest) -> None:
    """By the title of the case, what was expected and found."""
    case = '[[cases]]\ntitle = "Runt"\nfinding = "references.goals-do-not-go-round"\nrecords = [["a"]]'
    written.write_text(MODEL + case, encoding="utf-8")
    (item,) = CaseFile.from_parent(request.session, path=written).collect()
    with pytest.raises(CaseFailed) as caught:
        item.runtest()
    assert (item.reportinfo(), item.repr_failure(caught)) == (
        (written, None, "Runt"),
        "records: expected [['a']], found []",
    )


def test_an_unknown_rule_names_the_nearest(written: Path) -> None:
    """It is asked for when the case is run."""
    case = '[[cases]]\ntitle = "x"\nfinding = "linkage.has-owner"\nrecords = []'
    written.write_text(MODEL + case, encoding="utf-8")
    model, cases = read_cases(written)
    with pytest.raises(CaseFault) as caught:
        run_case(model, cases[0])
    assert (
        str(caught.value) == "no rule has the id 'linkage.has-owner'. Did you mean 'linkage.has-an-owner'? @ case 'x'"
    )


def test_a_fault_in_the_model_is_told_as_that_of_a_file(written: Path) -> None:
    """With the nearest key."""
    written.write_text(MODEL + '[[model.goals]]\nid = "c"\ntitel = "C"\nlevel = "mal"', encoding="utf-8")
    with pytest.raises(FaultyFile) as caught:
        read_cases(written)
    assert "unknown key 'titel', did you mean 'title'?" in str(caught.value)


def test_records_are_put_in_place_of_those_of_the_base(written: Path) -> None:
    """And others are taken out; what the fragment does not say is as in the base."""
    (written.parent / "liten.toml").write_text(
        'format = 2\nid = "liten"\ntitle = "Liten"\nas_of = 2026-01-01\nstatus = "fictional"\n'
        '[[goals]]\nid = "a"\ntitle = "A"\nlevel = "mal"\n[[goals]]\nid = "b"\ntitle = "B"\nlevel = "mal"',
        encoding="utf-8",
    )
    written.write_text(
        'title = "x"\nbase = "liten.toml"\nwithout = ["b"]\n[model]\ntitle = "Ny"\n'
        '[[model.goals]]\nid = "a"\ntitle = "Nya A"\nlevel = "mal"',
        encoding="utf-8",
    )
    model, _ = read_cases(written)
    assert (model.id, model.title, model.as_of, model.status, [goal.title for goal in model.goals]) == (
        "liten",
        "Ny",
        date(2026, 1, 1),
        ModelStatus.FICTIONAL,
        ["Nya A"],
    )


def test_the_base_may_be_a_packaged_region(written: Path) -> None:
    """By its id."""
    written.write_text('title = "x"\nbase = "exempel"', encoding="utf-8")
    model, cases = read_cases(written)
    assert (model.id, cases) == ("exempel", ())


def test_an_unknown_base_names_the_nearest(written: Path) -> None:
    """Neither a path nor a packaged region."""
    written.write_text('title = "x"\nbase = "exempell"', encoding="utf-8")
    with pytest.raises(UnknownId) as caught:
        read_cases(written)
    assert str(caught.value) == "no region has the id 'exempell'. Did you mean 'exempel'?"
