"""A model is checked, and so are its files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import regionstyrning as rs
from regionstyrning.rules import PROFILES, RULES
from tests.cli.running import as_json, refused, run, shown
from tests.cli.test_models import MAIN, write

LOOSE = """
[[structures]]
id = "styrmodell"
title = "Styrmodell"
levels = [{ id = "mal", title = "Mål", kind = "mål", owned = true }]

[[goals]]
id = "vard"
title = "God vård"
level = "mal"
"""
"""A region whose only goal has no owner though it must have one: a warning, under the stricter profile."""

BAS = [rule.id for rule in PROFILES["bas"]]
"""The rules of the profile that a check takes if none is named."""


@pytest.fixture
def loose(tmp_path: Path) -> Path:
    """The folder of that region."""
    return write(tmp_path / "los", MAIN + LOOSE)


def test_a_clean_model_ends_with_zero() -> None:
    """Nothing found is said in the same form."""
    assert shown("check", "exempel") == (
        "Region Exempel [exempel] den 2026-06-01, profilen bas\n\n0 fel, 0 varningar, 0 upplysningar\n"
    )


def test_a_finding_says_what_where_why_and_what_mends_it(loose: Path) -> None:
    """Under its severity and rule, and at last how many there are."""
    result = run("check", loose, "--profile", "strang")
    assert (result.exit_code, result.stderr) == (1, "")
    assert result.stdout.splitlines() == [
        "Min region [min-region] den 2026-01-01, profilen strang",
        "",
        "VARNINGAR",
        "",
        "  linkage.has-an-owner",
        "  - God vård saknar ägare.",
        "    region.toml:12 [vard]",
        "  åtgärd: Ange vem som bär målet.",
        "  grund: Regionens egen struktur, som den är beskriven i modellen.",
        "",
        "0 fel, 1 varning, 0 upplysningar",
    ]


def test_findings_are_english_on_request(loose: Path) -> None:
    """Sentences, headings and the summary."""
    lines = run("check", loose, "--profile", "strang", "--language", "en").stdout.splitlines()
    assert [lines[index] for index in (0, 2, 5, 7, -1)] == [
        "Min region [min-region] on 2026-01-01, profile strang",
        "WARNINGS",
        "  - God vård has no owner.",
        "  mend: Name who carries it.",
        "0 errors, 1 warning, 0 notes",
    ]


@pytest.mark.parametrize(("severity", "status"), [("error", 0), ("warning", 1), ("note", 1)])
def test_the_status_follows_the_severity_asked_for(loose: Path, severity: str, status: int) -> None:
    """A warning is no failure for who only asks about errors."""
    assert run("check", loose, "--profile", "strang", "--severity", severity).exit_code == status


def test_one_rule_is_asked_whatever_the_profile(loose: Path) -> None:
    """Also one that the profile lacks."""
    result = run("check", loose, "--rule", "linkage.has-an-owner")
    assert (result.exit_code, result.stdout.splitlines()[0]) == (
        1,
        "Min region [min-region] den 2026-01-01, regler: 1",
    )


def test_a_rule_beside_a_profile_is_asked_with_it(loose: Path) -> None:
    """Once each: a rule of the profile is asked there already."""
    result = run(
        "check", loose, "--profile", "bas", "--rule", "linkage.has-an-owner", "--rule", BAS[0], "--format", "json"
    )
    assert json.loads(result.output)["rules"] == [*BAS, "linkage.has-an-owner"]


def test_what_is_asked_beside_a_profile_is_told(loose: Path) -> None:
    """In the first line, in either language."""
    told = [
        run("check", loose, "--profile", "strang", "--rule", BAS[0], "--language", lang)
        .output.split(", ")[1]
        .split("\n\n")[0]
        for lang in ("sv", "en")
    ]
    assert [" ".join(each.split()) for each in told] == [
        f"profilen strang och {BAS[0]}",
        f"profile strang and {BAS[0]}",
    ]


def test_several_rules_are_asked(loose: Path) -> None:
    """Each once, in order of id."""
    plain = as_json(
        "check",
        loose,
        "--rule",
        "linkage.is-built-on",
        "--rule",
        "linkage.has-an-owner",
        "--rule",
        "linkage.is-built-on",
    )
    assert plain["rules"] == ["linkage.has-an-owner", "linkage.is-built-on"]


def test_an_unknown_rule_names_the_nearest() -> None:
    """Before anything is loaded."""
    assert refused("check", "exempel", "--rule", "linkage.has-owner") == (
        "no rule has the id 'linkage.has-owner'. Did you mean 'linkage.has-an-owner'?\n"
    )


def test_the_day_is_the_day_checked() -> None:
    """What holds then."""
    assert as_json("check", "vasternorrland", "--on", "2022-06-01")["on"] == "2022-06-01"


def test_findings_are_given_to_a_program(loose: Path) -> None:
    """With what was asked and how many there are."""
    assert as_json("check", loose, "--profile", "strang") == {
        "model": "los",
        "loads": True,
        "on": "2026-01-01",
        "rules": [rule.id for rule in PROFILES["strang"]],
        "counts": {"error": 0, "warning": 1, "note": 0},
        "findings": [
            {
                "rule": "linkage.has-an-owner",
                "severity": "varning",
                "records": ["vard"],
                "file": "region.toml",
                "line": 12,
                "text": "God vård saknar ägare.",
                "mend": "Ange vem som bär målet.",
                "source": "Regionens egen struktur, som den är beskriven i modellen.",
            }
        ],
    }


def test_findings_are_given_to_a_site(loose: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As SARIF, with the path from where the command was run."""
    monkeypatch.chdir(loose.parent)
    result = run("check", "los", "--profile", "strang", "--format", "sarif")
    (only,) = json.loads(result.stdout)["runs"][0]["results"]
    assert result.exit_code == 1
    assert only["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "los/region.toml", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 12},
    }


def test_a_clean_model_is_given_to_a_site() -> None:
    """With every rule asked and an empty list, named after the model."""
    (only,) = json.loads(shown("check", "exempel", "--profile", "strang", "--format", "sarif"))["runs"]
    assert (only["results"], len(only["tool"]["driver"]["rules"]), only["automationDetails"]["id"]) == (
        [],
        len(RULES),
        "regionstyrning/exempel/",
    )


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A folder whose model does not load."""
    return write(tmp_path / "fel", MAIN.replace("title", "titel"))


def test_faults_of_files_are_listed_like_findings(faulty: Path) -> None:
    """On standard output, and the status is that of input that does not load."""
    result = run("check", faulty)
    assert (result.exit_code, result.stderr) == (2, "")
    assert result.stdout.splitlines() == [
        "fel går inte att läsa in",
        "",
        "FEL",
        "",
        "  file.missing-key",
        "  - nyckeln 'title' saknas, väntade en text",
        "    region.toml:1",
        "",
        "  file.unknown-key",
        "  - okänd nyckel 'titel', menades 'title'?",
        "    region.toml:3",
        "",
        "2 fel, 0 varningar, 0 upplysningar",
    ]


def test_faults_of_files_are_given_to_a_program(faulty: Path) -> None:
    """With no day, since the model has none before it loads."""
    result = run("check", faulty, "--format", "json")
    plain = json.loads(result.stdout)
    assert (result.exit_code, plain["model"], plain["loads"], plain["on"]) == (2, "fel", False, None)
    assert [row["rule"] for row in plain["findings"]] == ["file.missing-key", "file.unknown-key"]


def test_faults_of_files_are_given_to_a_site(faulty: Path) -> None:
    """In the file and line where they stand."""
    result = run("check", faulty, "--format", "sarif")
    results = json.loads(result.stdout)["runs"][0]["results"]
    lines = [each["locations"][0]["physicalLocation"]["region"]["startLine"] for each in results]
    assert (result.exit_code, lines) == (2, [1, 3])


def test_a_finding_of_a_packaged_region_says_its_file() -> None:
    """Relative to the region's folder, never a path of this machine."""
    rows = as_json("check", "vasternorrland", "--profile", "strang")["findings"]
    folder = Path(rs.__file__).parent / "regions" / "vasternorrland"
    assert {row["file"] for row in rows} <= {file.name for file in folder.glob("*.toml")}
