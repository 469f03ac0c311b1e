"""What pytest does with case files, assertions, fixtures and coverage, in a run of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.metadata import entry_points

import pytest

import regionstyrning as rs
from regionstyrning.testing import plugin
from tests.testing.writing import MODEL

CASES = f"""{MODEL}
[[cases]]
title = "Runt"
finding = "references.goals-do-not-go-round"
records = []

[[cases]]
title = "Leder någonstans"
finding = "references.leads-somewhere"
records = []
"""

TESTS = """
from regionstyrning.testing import assert_may_decide

def test_may(region_exempel):
    assert_may_decide(region_exempel, "omradeschef", "inkop", amount_sek=900_000, closed=True)
"""


@pytest.fixture
def run(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """A place to run in, with this plugin and no other that is installed."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    monkeypatch.delenv("PYTEST_ADDOPTS", raising=False)
    pytester.makefile(".styr.toml", prov=CASES)
    return pytester


def ran(run: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    """A run in a process of its own, which leaves nothing behind in this one."""
    return run.runpytest_subprocess("-p", "regionstyrning.testing.plugin", *arguments)


def test_cases_are_tests(run: pytest.Pytester) -> None:
    """One each, by title."""
    result = ran(run, "-v")
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(["prov.styr.toml::Runt PASSED*", "prov.styr.toml::Leder någonstans FAILED*"])


def test_a_title_cannot_steer_the_terminal(run: pytest.Pytester) -> None:
    """It is made harmless where it names a test."""
    run.makefile(".styr.toml", prov=CASES.replace('"Runt"', r'"Runt\u001b[31m"'))
    ran(run, "-v").stdout.fnmatch_lines(["prov.styr.toml::Runt\N{REPLACEMENT CHARACTER}[[]31m PASSED*"])


def test_a_failure_is_told_without_the_way_there(run: pytest.Pytester) -> None:
    """Where it stands, what was expected and found, and why."""
    lines = ran(run).outlines
    at = lines.index("Leder någonstans (prov.styr.toml:20): håller inte")
    assert lines[at + 1 : at + 6] == [
        'records: väntade [], fann [["contribution/a/b/bidrar till", "b"]]',
        'Fråga: finding = "references.leads-somewhere"',
        "",
        "- prov.styr.toml:13: Mål A leder till b, som inte finns (upper). Rätta id:t",
        "  eller lägg till posten. [contribution/a/b/bidrar till, b]",
    ]


def test_a_faulty_file_tells_its_faults(run: pytest.Pytester) -> None:
    """All of them, folded, and the run goes wrong."""
    run.makefile(".styr.toml", fel='title = "x"\nbase = "exempell"\n[[cases]]\ntitel = "x"\nloose_ends = true')
    result = ran(run, "fel.styr.toml")
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(
        [
            "fel.styr.toml:2: base: 'exempell' är varken en väg från filen eller en packad",
            "  region, menades 'exempel'?",
            "fel.styr.toml:3: cases[[]0]: nyckeln 'title' saknas, väntade en text",
        ],
        consecutive=True,
    )


def test_other_errors_are_told_by_pytest(run: pytest.Pytester) -> None:
    """A fault of ours shows the way there."""
    run.makeconftest(
        """
        from regionstyrning.testing import items

        def broken(cases, case):
            raise RuntimeError("trasig")

        items.run_case = broken
        """
    )
    ran(run).stdout.fnmatch_lines(["E*RuntimeError: trasig"])


def test_a_packaged_model_is_a_fixture(run: pytest.Pytester) -> None:
    """By the id of the region."""
    run.makepyfile(TESTS)
    ran(run, "-k", "may").assert_outcomes(passed=1, deselected=2)


def test_every_packaged_region_is_a_fixture() -> None:
    """Under a name that can be an argument."""
    named = {name.removeprefix("region_") for name in vars(plugin) if name.startswith("region_")}
    assert named == {id.replace("-", "_") for id in rs.regions()}


@pytest.mark.parametrize("id", rs.regions())
def test_a_fixture_holds_its_region(id: str, request: pytest.FixtureRequest) -> None:
    """And not another."""
    assert request.getfixturevalue(f"region_{id.replace('-', '_')}").id == id


def test_the_plugin_is_found_when_the_library_is_installed() -> None:
    """By its entry point."""
    (entry,) = entry_points(group="pytest11", name="regionstyrning")
    assert entry.value == plugin.__name__


def test_the_plugin_costs_nothing_until_it_is_used() -> None:
    """It imports pytest, and of the library only what says where names are."""
    code = "import sys, regionstyrning.testing.plugin; print(*(n for n in sys.modules if n.startswith('regionst')))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, encoding="utf-8")
    assert done.stdout.split() == ["regionstyrning", "regionstyrning.testing", "regionstyrning.testing.plugin"]


@pytest.mark.parametrize("workers", [(), ("-p", "xdist", "-n", "2")], ids=["alone", "workers"])
def test_coverage_is_told(run: pytest.Pytester, workers: tuple[str, ...]) -> None:
    """Of all that was touched, by cases and by assertions, in this process or by workers."""
    run.makepyfile(TESTS)
    result = ran(run, "--styr-coverage", "--styr-coverage-json", "rest.json", *workers)
    result.assert_outcomes(passed=2, failed=1)
    result.stdout.fnmatch_lines(
        ["*= styr coverage =*", "Region Exempel [[]exempel]: fallen rör 3 av 50 delegationer, *"], consecutive=True
    )
    rows = json.loads((run.path / "rest.json").read_text(encoding="utf-8"))
    assert {row["model"] for row in rows} == {"exempel"}


def test_coverage_is_written_alone(run: pytest.Pytester) -> None:
    """Nothing is told in the terminal that was not asked for; a model without delegations has nothing to cover."""
    result = ran(run, "--styr-coverage-json", "rest.json")
    result.stdout.no_fnmatch_line("*styr coverage*")
    assert json.loads((run.path / "rest.json").read_text(encoding="utf-8")) == []
