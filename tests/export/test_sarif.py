"""Findings are written as SARIF 2.1.0, as code-hosting sites want it."""

from __future__ import annotations

import json
import re
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

import regionstyrning as rs
from regionstyrning.export import sarif
from regionstyrning.export.file_rules import FILE_RULES
from regionstyrning.export.sarif import pattern
from regionstyrning.model.findings import Finding, Severity, Where
from regionstyrning.rules import PROFILES, RULES
from regionstyrning.text.sentences import Sentence

OWNED = Sentence("{title} saknar ägare.", "{title} has no owner.")
MENDING = Sentence("Ange vem som bär målet.", "Name who carries it.")


def finding(title: str = "Målet", line: int | None = 12, **more: Any) -> Finding:  # noqa: ANN401 - any field
    """A finding about a goal without an owner, which stands on a line of mal.toml."""
    fields = {
        "rule": "linkage.has-an-owner",
        "severity": Severity.WARNING,
        "records": ("mal-1",),
        "sentence": OWNED,
        "words": (("title", title),),
        "source": "Regionens egen struktur.",
        "mending": MENDING,
        "place": lambda: Where("mal.toml", line),
    }
    return Finding(**{**fields, **more})


def run(*findings: Finding, **how: Any) -> dict[str, Any]:  # noqa: ANN401 - any argument
    """The only run of the log."""
    (only,) = sarif(findings, **how)["runs"]
    return dict(only)


def result(*findings: Finding, **how: Any) -> dict[str, Any]:  # noqa: ANN401 - any argument
    """The only result of the run."""
    (only,) = run(*findings, **how)["results"]
    return dict(only)


def place(*findings: Finding, **how: Any) -> dict[str, Any]:  # noqa: ANN401 - any argument
    """Where the only result stands."""
    (location,) = result(*findings, **how)["locations"]
    return dict(location["physicalLocation"])


def test_a_log_says_which_sarif_it_is() -> None:
    """Schema and version stand at the top, with one run."""
    log = sarif([])
    assert (log["$schema"], log["version"], len(log["runs"])) == (
        "https://json.schemastore.org/sarif-2.1.0.json",
        "2.1.0",
        1,
    )


def test_no_findings_are_an_empty_list() -> None:
    """Results are never absent: a site would take that for a run that failed."""
    assert run()["results"] == []


def test_the_run_names_the_program_and_its_version() -> None:
    """The driver is this library."""
    driver = run()["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("regionstyrning", rs.__version__)


def test_columns_are_counted_in_characters() -> None:
    """Swedish letters count as one column each."""
    assert run()["columnKind"] == "unicodeCodePoints"


def test_runs_about_different_models_are_told_apart() -> None:
    """The id of the run ends in a slash, and names the model."""
    assert run(name="exempel")["automationDetails"] == {"id": "regionstyrning/exempel/"}


def test_a_run_says_its_language() -> None:
    """Messages are Swedish, or English."""
    assert (run()["language"], run(lang="en")["language"]) == ("sv-SE", "en")


def test_every_rule_asked_is_described() -> None:
    """Rules that nothing breaks are listed too, in order of id."""
    ids = [rule["id"] for rule in run(rules=RULES)["tool"]["driver"]["rules"]]
    assert ids == sorted(rule.id for rule in RULES)


def test_a_rule_is_described_in_full() -> None:
    """It has a name in capitals, three texts, a level and its family."""
    (rule,) = run(finding())["tool"]["driver"]["rules"]
    assert rule == {
        "id": "linkage.has-an-owner",
        "name": "LinkageHasAnOwner",
        "shortDescription": {"text": "… saknar ägare."},
        "fullDescription": {"text": "… saknar ägare. Vilar på: Regionens egen struktur."},
        "help": {"text": "Ange vem som bär målet."},
        "defaultConfiguration": {"level": "warning"},
        "properties": {"tags": ["linkage"]},
    }


def test_a_rule_is_described_in_english_by_its_title() -> None:
    """The first line of the rule's docstring says what must hold."""
    rules = run(finding(), rules=RULES, lang="en")["tool"]["driver"]["rules"]
    texts = {rule["id"]: rule["shortDescription"]["text"] for rule in rules}
    assert texts["linkage.has-an-owner"] == "What the structure says must be owned must have an owner."


def test_a_rule_without_source_and_mending_is_described_by_what_it_asks() -> None:
    """No text of a rule is empty."""
    fault = finding(rule="file.empty", source=None, mending=None)
    (rule,) = run(fault)["tool"]["driver"]["rules"]
    texts = {rule[name]["text"] for name in ("shortDescription", "fullDescription", "help")}
    assert texts == {"En fil har ett innehåll."}


def test_every_rule_of_files_is_described() -> None:
    """Whatever a file can be blamed for, it is known what must hold."""
    folder = Path(rs.__file__).parent / "files"
    named = {id for file in folder.rglob("*.py") for id in re.findall(r'"(file\.[a-z0-9-]+)"', file.read_text("utf-8"))}
    assert set(FILE_RULES) == named


def test_a_result_points_at_its_rule() -> None:
    """The index leads to the rule of the id."""
    log = run(finding(), rules=RULES)
    (only,) = log["results"]
    assert log["tool"]["driver"]["rules"][only["ruleIndex"]]["id"] == only["ruleId"] == "linkage.has-an-owner"


@pytest.mark.parametrize(
    ("severity", "level"), [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.NOTE, "note")]
)
def test_a_severity_is_a_level(severity: Severity, level: str) -> None:
    """Our three words are three of SARIF's four."""
    assert result(finding(severity=severity))["level"] == level


def test_a_message_says_what_is_the_matter_and_what_mends_it() -> None:
    """Both in one line."""
    assert result(finding())["message"] == {"text": "Målet saknar ägare. Ange vem som bär målet."}


def test_a_message_is_english_on_request() -> None:
    """The region's own words stay as they are."""
    assert result(finding(), lang="en")["message"] == {"text": "Målet has no owner. Name who carries it."}


def test_a_message_holds_no_sign_that_steers() -> None:
    """What a file says cannot colour the terminal of who reads the log."""
    assert result(finding("a\x1b[31m\nb"))["message"]["text"].startswith("a�[31m b saknar ägare.")


def test_a_result_stands_in_a_file_of_the_sources() -> None:
    """Its place is a path from the root of the sources, and a line."""
    assert place(finding(), folder="modell/region") == {
        "artifactLocation": {"uri": "modell/region/mal.toml", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 12},
    }


@pytest.mark.parametrize("folder", ["", "."])
def test_a_model_may_lie_at_the_root(folder: str) -> None:
    """No dot and no slash stands before the file then."""
    assert place(finding(), folder=folder)["artifactLocation"]["uri"] == "mal.toml"


@pytest.mark.parametrize(
    ("file", "uri"), [("mål och medel.toml", "m%C3%A5l%20och%20medel.toml"), ("a:\udce5.toml", "a%3A%E5.toml")]
)
def test_a_file_name_is_percent_encoded(file: str, uri: str) -> None:
    """Letters, spaces, colons and bytes that are no text are written as a URI wants them."""
    assert place(finding(place=lambda: Where(file, 1)))["artifactLocation"]["uri"] == uri


def test_a_finding_without_a_place_stands_first_in_the_main_file() -> None:
    """A site shows only what stands somewhere."""
    assert place(finding(place=None), main="modell.json") == {
        "artifactLocation": {"uri": "modell.json", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 1},
    }


def test_a_finding_without_a_line_stands_on_the_first() -> None:
    """The file as a whole is meant."""
    assert place(finding(line=None))["region"] == {"startLine": 1}


def test_a_result_names_its_records() -> None:
    """Also where a reader knows nothing of lines."""
    (location,) = result(finding(records=("mal-1", "hsn")))["locations"]
    assert location["logicalLocations"] == [
        {"fullyQualifiedName": "mal-1", "kind": "object"},
        {"fullyQualifiedName": "hsn", "kind": "object"},
    ]


def test_a_result_about_no_record_names_none() -> None:
    """An empty list would say nothing."""
    (location,) = result(finding(records=()))["locations"]
    assert "logicalLocations" not in location


def test_a_fingerprint_stays_when_lines_move() -> None:
    """It is made of rule, file and records."""
    moved = result(finding(line=99))["partialFingerprints"]
    assert moved == result(finding())["partialFingerprints"]
    assert re.fullmatch("[0-9a-f]{32}", moved["regionstyrning/v1"])


@pytest.mark.parametrize(
    "other",
    [
        {"rule": "linkage.other"},
        {"records": ("mal-2",)},
        {"place": lambda: Where("annan.toml", 12)},
        {"words": (("title", "Målet"), ("field", "owners"))},
    ],
)
def test_a_fingerprint_tells_findings_apart(other: dict[str, Any]) -> None:
    """Another rule, record, file or field is another alert."""
    assert result(finding(**other))["partialFingerprints"] != result(finding())["partialFingerprints"]


def test_two_findings_of_the_same_thing_have_two_fingerprints() -> None:
    """Each is an alert of its own."""
    first, second = run(finding(), finding("Samma mål"))["results"]
    assert first["partialFingerprints"] != second["partialFingerprints"]


def test_a_fingerprint_is_made_of_any_text() -> None:
    """An id with half a character in it does no harm."""
    assert result(finding(records=("\ud800",)))["partialFingerprints"] != result(finding())["partialFingerprints"]


def test_the_order_of_findings_never_shows() -> None:
    """The same findings give the same bytes."""
    findings = (finding(), finding(severity=Severity.ERROR), finding(records=("a",)), finding(line=3))
    logs = {json.dumps(sarif(some, rules=PROFILES["bas"])) for some in permutations(findings)}
    assert len(logs) == 1


def test_the_gravest_stands_first() -> None:
    """A site that shows only some shows those."""
    levels = [each["level"] for each in run(finding(), finding(severity=Severity.ERROR))["results"]]
    assert levels == ["error", "warning"]


def test_a_real_region_is_written_without_times_and_absolute_paths() -> None:
    """The log can be kept and compared."""
    model = rs.load_region("vasternorrland")
    found = rs.check(model, on=date(2024, 6, 30), rules="strang")
    uris = {each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for each in run(*found)["results"]}
    assert found != ()
    assert {uri for uri in uris if not re.fullmatch(r"[a-z0-9-]+\.toml", uri)} == set()


def test_a_pattern_leaves_out_what_is_filled_in_only_sometimes() -> None:
    """A hint or a holder that is not there leaves no trace."""
    sentence = Sentence("{title} är okänd{hint}{holder}.", "{title} is unknown{hint}{holder}.")
    assert (pattern(sentence, "sv"), pattern(sentence, "en")) == ("… är okänd.", "… is unknown.")
