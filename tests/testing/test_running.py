"""Running cases, and what is told when an answer is not the expected one."""

from __future__ import annotations

from pathlib import Path

import pytest

import regionstyrning as rs
from regionstyrning.errors import NoTruthValue
from regionstyrning.testing import CaseResults, run_cases
from tests.testing.writing import MODEL, result_of, written

LEADS = 'finding = "references.leads-somewhere"\n'
ROUND = 'finding = "references.goals-do-not-go-round"\n'


def told(folder: Path, case: str) -> list[str]:
    """What is told of a case that does not hold, without its headline."""
    return result_of(folder, case).text().splitlines()[1:]


def test_a_failing_finding_tells_the_findings(tmp_path: Path) -> None:
    """With the line in the case file, their sentences and what would mend them."""
    assert told(tmp_path, f"{LEADS}records = []") == [
        'records: väntade [], fann [["contribution/a/b/bidrar till", "b"]]',
        'Fråga: finding = "references.leads-somewhere"',
        "",
        "- prov.styr.toml:14: Mål A leder till b, som inte finns (upper). Rätta id:t",
        "  eller lägg till posten. [contribution/a/b/bidrar till, b]",
    ]


def test_a_finding_that_is_not_found_is_told(tmp_path: Path) -> None:
    """There is no reason to give."""
    assert told(tmp_path, f'{ROUND}records = [["a"]]') == [
        'records: väntade [["a"]], fann []',
        'Fråga: finding = "references.goals-do-not-go-round"',
    ]


@pytest.mark.parametrize(
    ("key", "value", "found"),
    [
        ("text", "Mål A pekar fel.", '"Mål A leder till b, som inte finns'),
        ("law", "KL", '["Bibliotekets läsning: det som en modell hänvisar till'),
    ],
)
def test_sentence_and_source_are_compared(tmp_path: Path, key: str, value: str, found: str) -> None:
    """The sentence is that of the first finding; the source has to be cited by one."""
    assert told(tmp_path, f'{LEADS}{key} = "{value}"')[0].startswith(f'{key}: väntade "{value}", fann {found}')


def test_the_source_of_a_rule_that_is_kept_is_its_own(tmp_path: Path) -> None:
    """There is no finding to have one."""
    assert told(tmp_path, f'{ROUND}law = "KL"')[0].startswith('law: väntade "KL", fann ["Bibliotekets läsning: det')


def test_no_text_is_found_where_a_rule_is_kept(tmp_path: Path) -> None:
    """It is written as a dash."""
    assert told(tmp_path, f'{ROUND}text = "A"')[0] == 'text: väntade "A", fann –'


@pytest.mark.parametrize(
    ("expected", "line"),
    [
        ('paths = [["a", "b"]]', 'paths: väntade [["a", "b"]], fann []'),
        ('gaps = [["a", "b"]]', 'gaps: väntade [["a", "b"]], fann []'),
        ("complete = true", "complete: väntade true, fann false"),
    ],
)
def test_a_failing_chain_tells_the_thread(tmp_path: Path, expected: str, line: str) -> None:
    """With what is missing."""
    assert told(tmp_path, f'goal_chain = "a"\n{expected}') == [
        line,
        'Fråga: goal_chain = "a"',
        "",
        "mal: Mål A [a]",
        "├─ Inget hänger här.",
        "├─ Ingen struktur gäller den 2026-03-01, så vad som krävs är okänt.",
        "└─ Länken från a till b leder inte till något som gäller den dagen och är",
        "      överhoppad.",
    ]


def test_failing_loose_ends_tell_the_answer(tmp_path: Path) -> None:
    """On the day that was asked about."""
    assert told(tmp_path, 'loose_ends = true\non = 2026-04-01\nends = [["a", "saknar ägare"]]')[:4] == [
        'ends: väntade [["a", "saknar ägare"]], fann []',
        "Fråga: loose_ends = true, on = 2026-04-01",
        "",
        "- Ingen struktur gäller den 2026-04-01, så vad som krävs är okänt.",
    ]


def test_all_that_is_wrong_is_told(tmp_path: Path) -> None:
    """A line each."""
    lines = told(tmp_path, 'loose_ends = true\nends = [["a", "b"]]\ncomplete = true')
    assert [line.split(":")[0] for line in lines[:2]] == ["ends", "complete"]


def test_order_is_not_compared(tmp_path: Path) -> None:
    """Findings come as they come."""
    more = '[[model.goals]]\nid = "c"\ntitle = "C"\nlevel = "mal"\ncontinues = ["d"]\n'
    records = 'records = [["c", "d"], ["contribution/a/b/bidrar till", "b"]]'
    assert result_of(tmp_path, f"{LEADS}{records}", MODEL + more).passed is True


def test_a_case_that_holds_is_one_line(tmp_path: Path) -> None:
    """There is nothing more to tell."""
    assert result_of(tmp_path, f"{ROUND}records = []").text() == "x (prov.styr.toml:16): håller"


def test_it_is_told_in_english_too(tmp_path: Path) -> None:
    """By the same keys."""
    assert result_of(tmp_path, f'{ROUND}records = [["a"]]').text("en").splitlines() == [
        "x (prov.styr.toml:16): does not hold",
        'records: expected [["a"]], found []',
        'Question: finding = "references.goals-do-not-go-round"',
    ]


def test_a_question_that_cannot_be_asked_does_not_hold(tmp_path: Path) -> None:
    """What it names is not there; the nearest is named."""
    result = result_of(tmp_path, 'goal_chain = "aa"\ngaps = []')
    assert (result.passed, result.steps, result.refused, result.touched) == (False, (), (), frozenset())
    assert result.text().splitlines()[1:] == [
        "Frågan går inte att ställa: no goal, indicator or perspective in force on",
        "  2026-03-01 has the id 'aa'. Did you mean 'a'?",
        'Fråga: goal_chain = "aa"',
    ]


def test_a_reading_is_told_with_the_case(tmp_path: Path) -> None:
    """A case that rests on one says so."""
    lines = told(tmp_path, f'{ROUND}records = [["a"]]\nrests_on = "härledd"')
    assert lines[-1] == "Fallet vilar på: härledd"


def test_a_result_is_neither_true_nor_false(tmp_path: Path) -> None:
    """One reads whether it passed."""
    with pytest.raises(NoTruthValue) as caught:
        bool(result_of(tmp_path, f"{ROUND}records = []"))
    assert caught.value.read == "passed"


def test_a_result_is_a_row(tmp_path: Path) -> None:
    """Of plain values."""
    assert result_of(tmp_path, f'on = 2026-03-02\n{ROUND}records = [["a"]]').to_records() == [
        {
            "title": "x",
            "question": "finding",
            "file": "prov.styr.toml",
            "line": 16,
            "on": "2026-03-02",
            "passed": False,
            "wrong": ['records: väntade [["a"]], fann []'],
            "steps": [],
            "refused": [],
            "rests_on": None,
        }
    ]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two files of cases, one of them further down."""
    (tmp_path / "under").mkdir()
    written(tmp_path, f'{MODEL}[[cases]]\ntitle = "Håller"\n{ROUND}records = []', "a.styr.toml")
    written(tmp_path / "under", f'{MODEL}[[cases]]\ntitle = "Brister"\n{LEADS}records = []', "b.styr.toml")
    written(tmp_path, "inget fall", "c.toml")
    return tmp_path


def test_a_folder_is_run_whole(folder: Path) -> None:
    """At any depth, in the order of the names."""
    assert [(each.case.title, each.passed) for each in run_cases(folder).results] == [
        ("Håller", True),
        ("Brister", False),
    ]


def test_results_are_read_as_a_table(folder: Path) -> None:
    """And below it those that do not hold."""
    assert run_cases(str(folder)).text().splitlines()[:8] == [
        "1 av 2 fall håller.",
        "",
        "fall                  var",
        "-------  -----------  --------------",
        "Håller   håller       a.styr.toml:15",
        "Brister  håller inte  b.styr.toml:15",
        "",
        "Brister (b.styr.toml:15): håller inte",
    ]


def test_results_pass_together(folder: Path) -> None:
    """One that does not hold is enough."""
    results = run_cases(folder)
    assert (results.passed, [each.case.title for each in results.failed]) == (False, ["Brister"])
    assert CaseResults(results=results.results[:1]).passed is True


def test_results_are_rows(folder: Path) -> None:
    """One a case."""
    assert [row["title"] for row in run_cases(folder).to_records()] == ["Håller", "Brister"]


def test_the_faults_of_all_files_are_told(folder: Path) -> None:
    """Those that can be run are not, until the others are mended."""
    written(folder, "title = 1", "d.styr.toml")
    written(folder, "title = 2", "e.styr.toml")
    with pytest.raises(rs.FaultyFile) as caught:
        run_cases(folder)
    assert {str(finding.where).partition(":")[0] for finding in caught.value.findings} == {"d.styr.toml", "e.styr.toml"}


def test_a_folder_without_cases_is_told(tmp_path: Path) -> None:
    """Nothing to run is no success."""
    with pytest.raises(rs.FaultyFile, match=r"\*\.styr\.toml: no such file"):
        run_cases(tmp_path)


def test_the_runner_is_public() -> None:
    """At the top of the library."""
    assert rs.run_cases is run_cases
