"""Every rule of the library, by its cases."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pytest

from regionstyrning import check
from regionstyrning.model import Finding, Severity
from regionstyrning.rules import RULES, Rule
from regionstyrning.testing import read_cases

CASES = Path(__file__).parent.parent / "cases"


def cases_by_rule() -> dict[str, set[bool]]:
    """For each rule whether its cases keep or break it."""
    found: defaultdict[str, set[bool]] = defaultdict(set)
    for path in CASES.glob("*/*.styr.toml"):
        for case in read_cases(path).cases:
            if case.question == "finding" and "profile" not in case.told:
                found[case.told["finding"]].add(not case.told["records"])
    return found


def findings() -> dict[str, Finding]:
    """For each rule the first finding of its cases."""
    found: dict[str, Finding] = {}
    for path in sorted(CASES.glob("*/*.styr.toml")):
        read = read_cases(path)
        model = read.model
        for day in sorted({case.on or model.as_of for case in read.cases}):
            for finding in check(model, on=day, rules="strang"):
                found.setdefault(finding.rule, finding)
    return found


FOUND = findings()


def test_every_rule_has_a_case_that_keeps_it_and_one_that_breaks_it() -> None:
    """A rule is told by both."""
    by_rule = cases_by_rule()
    assert [rule.id for rule in RULES if by_rule.get(rule.id) != {True, False}] == []


def test_rules_are_known_by_their_ids() -> None:
    """No two have the same."""
    assert len({rule.id for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_id_of_a_rule_is_its_family_and_what_must_hold(rule: Rule) -> None:
    """In lower-case letters and hyphens."""
    assert re.fullmatch(
        r"(?:references|linkage|documents|audit|delegation|reporting|economy|geh|horizon)(?:\.[a-z]+(?:-[a-z]+)*)",
        rule.id,
    )


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_title_of_a_rule_stands_alone(rule: Rule) -> None:
    """It is a sentence that says what must hold."""
    assert re.fullmatch(r"[A-Z].* (?:must|has|should|may)\b.*\.", rule.title)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_rests_on_something(rule: Rule) -> None:
    """Told in a sentence."""
    assert rule.source.endswith(".")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_a_finding_is_a_sentence(rule: Rule, lang: str) -> None:
    """With nothing left to fill in."""
    text = FOUND[rule.id].text("sv" if lang == "sv" else "en")
    assert re.fullmatch(r"[^{}]+\.", text)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_what_would_mend_a_finding_is_a_sentence(rule: Rule, lang: str) -> None:
    """With nothing left to fill in."""
    text = FOUND[rule.id].how_to_mend("sv" if lang == "sv" else "en")
    assert text is not None
    assert re.fullmatch(r"[^{}]+\.", text)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_finding_is_told_in_two_languages(rule: Rule) -> None:
    """Not the same twice."""
    assert FOUND[rule.id].text("sv") != FOUND[rule.id].text("en")


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.severity is Severity.ERROR], ids=lambda rule: rule.id)
def test_what_is_an_error_is_found_under_bas(rule: Rule) -> None:
    """Who asks for the least is told the gravest."""
    assert rule.lawful is True
