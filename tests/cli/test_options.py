"""Arguments and options mean the same in every command."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

import regionstyrning as rs
from regionstyrning.cli.program import program
from tests.cli.running import refused, shown


def completed(*words: str) -> list[str]:
    """What the shell is offered for the last of the words."""
    environment = {
        "_REGIONSTYRNING_COMPLETE": "bash_complete",
        "COMP_WORDS": " ".join(("regionstyrning", *words)),
        "COMP_CWORD": str(len(words)),
    }
    return CliRunner().invoke(program, [], prog_name="regionstyrning", env=environment).stdout.splitlines()


def test_a_region_is_completed() -> None:
    """The ids of the packaged regions that begin so, and files."""
    assert completed("check", "vaster") == ["plain,vasternorrland", "file,vaster"]


def test_all_regions_are_offered() -> None:
    """Before anything is written."""
    assert completed("show", "''") == [*(f"plain,{id}" for id in rs.regions()), "file,"]


def test_a_profile_is_completed() -> None:
    """By the names of the profiles."""
    assert completed("check", "exempel", "--profile", "st") == ["plain,strang"]


def test_a_rule_is_completed() -> None:
    """By the ids of the rules."""
    assert completed("check", "exempel", "--rule", "linkage.has") == ["plain,linkage.has-an-owner"]


@pytest.mark.parametrize("day", ["20260101", "2026-W01-4", "2026-02-30", "igår", "", "2026-01-01T00:00:00"])
def test_a_day_has_one_form(day: str) -> None:
    """What is no day, or one in another form, is wrong use."""
    said = refused("show", "exempel", "--on", day)
    assert said == f"Invalid value for '--on': {day!r} is not a day of the form YYYY-MM-DD\n"


def test_the_day_is_asked_about() -> None:
    """Another day than the model's own."""
    assert shown("show", "exempel", "--on", "2025-03-01").splitlines()[0] == "Region Exempel [exempel] den 2025-03-01"


def test_the_language_is_swedish_unless_english_is_asked_for() -> None:
    """What is said of a region, in either language."""
    swedish, english = shown("show", "exempel"), shown("show", "exempel", "--language", "en")
    assert ("NIVÅER, UPPIFRÅN" in swedish, "LEVELS, FROM THE TOP" in english) == (True, True)


def test_another_language_is_wrong_use() -> None:
    """There are two."""
    assert refused("show", "exempel", "--language", "de") == (
        "Invalid value for '--language': 'de' is not one of 'sv', 'en'.\n"
    )


def test_a_format_that_a_command_lacks_is_wrong_use() -> None:
    """Only a check has SARIF."""
    assert refused("show", "exempel", "--format", "sarif") == (
        "Invalid value for '--format': 'sarif' is not one of 'text', 'json'.\n"
    )
