"""Region Exempel med brister: the twin of Region Exempel, with a planted fault for nearly every rule."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from regionstyrning import check, load_region
from regionstyrning.files.packaged import FOLDER
from regionstyrning.rules import RULES
from tests.rules.test_every_rule import cases_by_rule

MODEL = load_region("exempel-brister")
FOUND = check(MODEL, rules="strang")
FILES = sorted(Path(str(FOLDER / MODEL.id)).glob("*.toml"))
README = Path(str(FOLDER / MODEL.id / "README.md")).read_text(encoding="utf-8")

FAULT = re.compile(r"^# Brister: (\w+\.\S+) \((.+)\)$", re.MULTILINE)
PLANTED = [found for path in FILES for found in FAULT.findall(path.read_text("utf-8"))]
NOT_HERE = {
    "linkage.a-structure-is-in-force",
    "references.has-a-source",
    "delegation.functions-are-carried",
    "economy.restoring-in-time-is-known",
    "horizon.interim-period-is-known",
}


@pytest.mark.parametrize(("rule", "record"), PLANTED)
def test_every_planted_fault_is_found_by_its_rule(rule: str, record: str) -> None:
    """Beside the record that the comment names, or about no record where it is about the model."""
    named = [finding.records or ("modellen",) for finding in FOUND if finding.rule == rule]
    assert any(record in records for records in named)


def test_no_rule_is_without_a_planted_fault_or_a_case() -> None:
    """What cannot stand in one model on one day has it in a case file."""
    planted = {rule for rule, _ in PLANTED}
    broken = {rule for rule, kept in cases_by_rule().items() if False in kept}
    assert ({rule.id for rule in RULES} - planted, NOT_HERE - broken) == (NOT_HERE, set())


def test_every_finding_is_planted() -> None:
    """No rule finds anything that no comment names the rule of."""
    assert {finding.rule for finding in FOUND} - {rule for rule, _ in PLANTED} == set()


def test_the_readme_lists_the_planted_faults() -> None:
    """Each rule with the record it is planted in, in the order of the files."""
    listed = re.findall(r"^\| `(\S+)` \| (?:`(.+)`|modellen) \|$", README, re.MULTILINE)
    assert [(rule, record or "modellen") for rule, record in listed] == PLANTED
