"""The days on which something recurs, in words."""

from __future__ import annotations

from datetime import date

import pytest

import regionstyrning as rs
from regionstyrning.model import Action, CycleStep, MonthDay, OrganKind, Recurrence, Structure
from regionstyrning.questions.calendar.days_said import recurring_words
from regionstyrning.text.sentences import Language
from tests.model.small import model


def monthly(day: int, *months: int, year: int = 2026) -> list[date]:
    """A day of some months."""
    return [date(year, month, day) for month in months]


@pytest.mark.parametrize(
    ("days", "exact", "swedish", "english"),
    [
        (monthly(15, *range(1, 13)), True, "den 15 i varje månad", "on day 15 of every month"),
        (
            monthly(15, *range(2, 12)),
            True,
            "den 15 i varje månad, februari–november",
            "on day 15 of every month, February–November",
        ),
        (monthly(15, 1), True, "15 januari", "15 January"),
        (monthly(31, 1), False, "i januari", "in January"),
        (monthly(15, 1, 2, 4), True, "15 januari, 15 februari och 15 april", "15 January, 15 February and 15 April"),
        (
            [date(2026, 1, 15), date(2026, 2, 16), date(2026, 3, 16)],
            True,
            "15 januari, 16 februari och 16 mars",
            "15 January, 16 February and 16 March",
        ),
        (
            [date(2026, 1, 31), date(2026, 2, 28)],
            True,
            "den sista i varje månad, januari–februari",
            "on the last of every month, January–February",
        ),
        (
            [date(2026, 1, 30), date(2026, 2, 28), date(2026, 3, 30)],
            True,
            "den 30 i varje månad, januari–mars",
            "on day 30 of every month, January–March",
        ),
        (monthly(28, *range(1, 13)), False, "varje månad", "every month"),
        (
            [*monthly(15, 12), *monthly(15, 1, year=2027)],
            True,
            "den 15 i varje månad, december 2026–januari 2027",
            "on day 15 of every month, December 2026–January 2027",
        ),
        (
            [*monthly(15, 6), *monthly(15, 6, year=2027)],
            True,
            "15 juni 2026 och 15 juni 2027",
            "15 June 2026 and 15 June 2027",
        ),
        (
            [*monthly(30, 6), *monthly(30, 6, year=2027)],
            False,
            "i juni 2026 och juni 2027",
            "in June 2026 and June 2027",
        ),
    ],
)
def test_what_recurs_is_told_with_its_days(days: list[date], exact: bool, swedish: str, english: str) -> None:
    """As one says it: the day of every month, or each day by itself."""
    assert (recurring_words(days, "sv", exact=exact), recurring_words(days, "en", exact=exact)) == (swedish, english)


@pytest.mark.parametrize(
    ("month", "lang", "told"),
    [
        (None, "sv", "• S nämnd · den 15 i varje månad"),
        (None, "en", "• S nämnd · on day 15 of every month"),
        (1, "sv", "• S nämnd · 15 januari"),
    ],
)
def test_the_calendar_tells_the_day_of_what_recurs(month: int | None, lang: Language, told: str) -> None:
    """By the month on the 15th; of one month alone that day."""
    step = CycleStep(
        id="s",
        title="S",
        action=Action.FOLLOWS_UP,
        by=[OrganKind.COMMITTEE],
        recurs=Recurrence.MONTHLY,
        last=MonthDay(month=12, day=15),
    )
    year = rs.calendar(model(structures=[Structure(id="m", title="M", cycle=[step])], as_of=date(2026, 1, 2)), 2026)
    shown = year if month is None else year.only(first=date(2026, month, 1), last=date(2026, month, 28))
    assert told in " ".join(shown.text(lang).split())
