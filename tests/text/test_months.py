"""Names of the months, and of parts of a year."""

from __future__ import annotations

import pytest

from regionstyrning.text.months import MONTHS, month_name, months_words


def test_there_are_twelve_in_each_language() -> None:
    """In order, from January."""
    assert [month_name(month, "sv") for month in range(1, 13)] == MONTHS["sv"].split()
    assert [month_name(month, "en") for month in (1, 12)] == ["January", "December"]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (5, 5, "maj"),
        (10, 12, "kvartal 4"),
        (1, 4, "tertial 1"),
        (9, 12, "tertial 3"),
        (1, 6, "första halvåret"),
        (1, 8, "januari–augusti"),
        (2, 4, "februari–april"),
        (1, 12, "hela året"),
    ],
)
def test_parts_have_names(first: int, last: int, expected: str) -> None:
    """As one says them of reports."""
    assert months_words(first, last) == expected
