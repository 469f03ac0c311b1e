"""How reasons say when."""

from __future__ import annotations

from regionstyrning.evaluators.verdicts.wording import from_to, when, written
from regionstyrning.model import Part

EARLY = Part(first_month=1, last_month=4)


def test_two_years_have_a_dash_between_them_and_two_parts_of_years_a_word() -> None:
    """A dash between months and another between years would be read as one."""
    assert from_to(when(2023), when(2024)) == "2023–2024"
    parts = from_to(when(2023, EARLY), when(2024, EARLY))
    assert written(parts) == "januari–april 2023 till januari–april 2024"
    assert written(parts, "en") == "January–April 2023 to January–April 2024"
