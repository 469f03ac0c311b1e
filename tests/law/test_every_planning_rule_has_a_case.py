"""The numbered rules on plans, horizons and mandate periods: each has a case."""

from __future__ import annotations

import re
from pathlib import Path

from regionstyrning.testing import Case, read_cases

FOLDER = Path(__file__).parent.parent / "cases" / "horizon"
CASES = tuple(case for path in sorted(FOLDER.glob("*.styr.toml")) for case in read_cases(path).cases)
NUMBER = re.compile(r"PL-(\d+): ")

OF_HORIZONS = {4, 7, 9, 10, 13, 14, 16, 17, 19, 20, 21, 22, 24}
"""Those that horizons, mandate periods and the days of the year answer."""


def numbered() -> dict[int, list[Case]]:
    """The cases of each number."""
    found: dict[int, list[Case]] = {}
    for case in CASES:
        number = NUMBER.match(case.title)
        if number is not None:
            found.setdefault(int(number[1]), []).append(case)
    return found


def test_every_number_of_horizons_has_a_case() -> None:
    """The three years of a plan, who adopts a budget, mandate periods and elections."""
    assert OF_HORIZONS - set(numbered()) == set()


def test_every_number_rests_on_a_paragraph_in_some_case() -> None:
    """Each but that of the nämnder, whose term the law leaves to fullmäktige."""
    assert [number for number, cases in numbered().items() if not any("law" in case.told for case in cases)] == [21]
