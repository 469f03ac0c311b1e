"""The cases of the law: each of the 165 numbered ones has one, and those that rest on a reading say so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from regionstyrning.law import STANDARD, Law, packaged
from regionstyrning.law.policies import NAMES
from regionstyrning.testing import Case, read_cases

FOLDER = Path(__file__).parent.parent / "cases" / "lag"
CASES = tuple(case for path in sorted(FOLDER.glob("*.styr.toml")) for case in read_cases(path).cases)
NUMBER = re.compile(r"D(\d+): ")
LAW = Law(statutes=packaged().statutes)

READ = (
    *(22, 33, 37, 39, 42, 48, 57, 62, 68, 69, 72, 74, 75, 76, 79, 80, 82, 83, 84, 89, 90, 91, 97, 104),
    *(111, 112, 143, 157, 164),
)
"""The numbers whose answer rests on what was derived or recalled, or on a setting."""


def of(number: int) -> list[Case]:
    """The cases of a number."""
    return [case for case in CASES if case.title.startswith(f"D{number}: ")]


def test_every_number_has_a_case() -> None:
    """From D1 to D165, and every title begins with one of them."""
    found = [NUMBER.match(case.title) for case in CASES]
    assert [case.title for case, number in zip(CASES, found, strict=True) if number is None] == []
    assert sorted({int(number[1]) for number in found if number is not None}) == list(range(1, 166))


@pytest.mark.parametrize("number", READ)
def test_a_reading_is_told(number: int) -> None:
    """By a case that says what it rests on."""
    assert {case.told["rests_on"] for case in of(number) if "rests_on" in case.told} != set()


@pytest.mark.parametrize("name", sorted({case.told.get("rests_on", "") for case in CASES} & set(NAMES)))
def test_a_setting_is_turned(name: str) -> None:
    """What rests on a setting is asked by its standard and by another value."""
    settings = {
        case.told.get("policies", {}).get(name, getattr(STANDARD, name))
        for case in CASES
        if case.told.get("rests_on") == name
    }
    assert len(settings) > 1


def test_facts_are_those_of_the_law() -> None:
    """No case names a fact that no provision asks for, but those of a scheme."""
    named = {name for case in CASES for name in case.told.get("facts", ())}
    assert sorted(name for name in named - LAW.traits if ":" not in name) == []
