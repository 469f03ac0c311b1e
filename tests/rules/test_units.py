"""Figures that are likely in another unit than they are said to be."""

from __future__ import annotations

import pytest

from regionstyrning import check
from tests.printed_accounts import printed

NET, INCOME, COSTS, WORN = (
    "verksamhetens-nettokostnader",
    "verksamhetens-intakter",
    "verksamhetens-kostnader",
    "avskrivningar",
)
RIGHT = {NET: "-10410", INCOME: "1600", COSTS: "-11655", WORN: "-355"}


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({COSTS: "-11655000"}, "Verksamhetens kostnader är troligen i tkr"),
        ({NET: "-10410000"}, "Verksamhetens nettokostnader är troligen i tkr"),
        ({INCOME: "1600000000"}, "Verksamhetens intäkter är troligen i kronor"),
        ({WORN: "-155"}, None),
        ({WORN: "-0.355"}, None),
        ({COSTS: "-13255"}, None),
    ],
)
def test_a_sum_that_would_close_in_another_unit_says_so(wrong: dict[str, str], named: str | None) -> None:
    """The figure is named, with its unit; a line that is left out or counted twice is no such slip."""
    found = check(printed({2025: RIGHT | wrong}), rules="strang")
    (told,) = [each.text() for each in found if each.rule == "economy.sums-close"]
    assert told.endswith(f"Talet på raden {named}.") if named else "troligen" not in told
