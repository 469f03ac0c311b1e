"""What is Region Blekinge's own in how its readings and links are shipped."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import partial

import pytest

from regionstyrning.model import Reading
from tests.regions.facts import loose_ends, shipped

region = partial(shipped, "blekinge")


def test_a_reading_of_ours_stands_beside_what_is_stated() -> None:
    """The four goals of budget 2024 are stated where they are listed; their owners are read into another page."""
    readings = [[each.reading for each in goal.sources] for goal in region().goals if goal.document == "budget-2024"]
    assert readings == [[Reading.STATED, Reading.INFERRED]] * 4


def test_no_goal_of_the_day_is_linked_to_a_perspective_and_all_else_hangs_together() -> None:
    """The web page says that each perspektiv has goals in budget 2024; no source says which."""
    perspectives = sorted(each.id for each in region()["styrmodell-2019"].perspectives)
    assert [(each.rule, *each.records) for each in loose_ends(region())] == [
        ("linkage.is-carried-from-below", id) for id in perspectives
    ]


FOUND = {
    2018: {"references.is-in-force": 4},
    2019: {"linkage.is-built-on": 1},
    2020: {"linkage.is-carried-from-below": 5},
    2021: {"linkage.is-built-on": 1},
    2022: {"linkage.is-built-on": 1},
    2023: {"linkage.is-built-on": 1, "linkage.is-carried-from-below": 3},
    2025: {"linkage.is-built-on": 1, "linkage.is-carried-from-below": 5, "linkage.the-day-has-been-read": 1},
}


@pytest.mark.parametrize("year", FOUND)
def test_what_hangs_loose_in_other_years_is_what_the_readme_tells(year: int) -> None:
    """Plans of the nämnder not read, goals of a year not found, perspektiv not printed, organs not yet there."""
    assert Counter(each.rule for each in loose_ends(region(), on=date(year, 6, 30))) == FOUND[year]
