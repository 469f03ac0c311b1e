"""Days, years and horizons: when something holds."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date
from enum import Enum
from typing import TYPE_CHECKING, TypeVar

from attrs import field, frozen

from regionstyrning.errors import InvalidValue
from regionstyrning.model.records import as_tuple
from regionstyrning.text.months import months_of

if TYPE_CHECKING:
    from regionstyrning.text.sentences import Language

Ordered = TypeVar("Ordered", date, int)

JANUARY = 1
DECEMBER = 12


@frozen(kw_only=True)
class Validity:
    """
    The days when something holds (giltighet), both ends included.

    Attributes:
        first: First day, or None for no known beginning.
        last: Last day, or None for no known end.

    Raises:
        InvalidValue: if the first day is after the last.

    >>> Validity(first=date(2024, 1, 1)).covers(date(2024, 1, 1))
    True
    """

    first: date | None = None
    last: date | None = None

    def __attrs_post_init__(self) -> None:
        _check_order("first", self.first, "last", self.last)

    def covers(self, day: date) -> bool:
        """Tell whether the day is one of them."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    def overlaps(self, other: Validity) -> bool:
        """Tell whether some day belongs to both."""
        return (self.first is None or other.last is None or self.first <= other.last) and (
            other.first is None or self.last is None or other.first <= self.last
        )

    def contains(self, other: Validity) -> bool:
        """Tell whether every day of the other belongs to this."""
        return (self.first is None or (other.first is not None and self.first <= other.first)) and (
            self.last is None or (other.last is not None and other.last <= self.last)
        )


def years(first: int | None, last: int | None) -> Validity:
    """The days from the first year's beginning to the last year's end."""
    return Validity(
        first=None if first is None else date(first, JANUARY, 1),
        last=None if last is None else date(last, DECEMBER, 31),
    )


@frozen(kw_only=True)
class Part:
    """
    A part of a year in whole months (delperiod): a month, a tertial, January to August.

    Attributes:
        first_month: 1 to 12.
        last_month: 1 to 12, not before the first.

    Raises:
        InvalidValue: if the months are none or in the wrong order.
    """

    first_month: int
    last_month: int

    def __attrs_post_init__(self) -> None:
        if not JANUARY <= self.first_month <= self.last_month <= DECEMBER:
            message = f"months {self.first_month} to {self.last_month}, expected 1 to 12 in order"
            raise InvalidValue("first_month", message)

    def days(self, year: int) -> Validity:
        """The days of this part of a year."""
        last = monthrange(year, self.last_month)[1]
        return Validity(first=date(year, self.first_month, 1), last=date(year, self.last_month, last))


@frozen(kw_only=True)
class Period:
    """
    A year or a part of it (period).

    Attributes:
        year: The calendar year, from 1 to 9999.
        part: The part of it, or None for the whole year.

    Raises:
        InvalidValue: if the calendar has no such year.
    """

    year: int
    part: Part | None = None

    def __attrs_post_init__(self) -> None:
        check_year("year", self.year)

    def days(self) -> Validity:
        """The days of the period."""
        return years(self.year, self.year) if self.part is None else self.part.days(self.year)


def period_words(year: int, part: Part | None = None) -> str:
    """
    A year, or the months of a part of it, as programs and ids have it.

    >>> period_words(2025), period_words(2025, Part(first_month=1, last_month=8))
    ('2025', '2025-01–08')
    """
    return str(year) if part is None else f"{year}-{part.first_month:02d}–{part.last_month:02d}"


def period_named(year: int, part: Part | None = None, lang: Language = "sv") -> str:
    """
    A year, or the months of a part of it by their names.

    >>> period_named(2025), period_named(2025, Part(first_month=1, last_month=8), "en")
    ('2025', 'January–August 2025')
    """
    return str(year) if part is None else months_of(year, part.first_month, part.last_month, lang)


class HorizonKind(Enum):
    """What kind of time a plan looks ahead (planeringshorisontens slag)."""

    ROLLING = "rullande"
    BUDGET_YEAR = "budgetår med planår"
    CALENDAR_YEAR = "kalenderår"
    MANDATE_PERIOD = "mandatperiod"
    YEARS = "åren"
    OPEN_START = "öppen början"
    FAR_AIM = "långsiktigt sikte"
    SHIFTING = "skiftande innebörd"


@frozen(kw_only=True)
class HorizonPhase:
    """
    Some years of a horizon that mean something of their own (tidsskede).

    Attributes:
        first_year: First calendar year.
        last_year: Last calendar year, or None for no end.
        meaning: What these years mean: restoring a deficit, then building a buffer.

    Raises:
        InvalidValue: if the first year is after the last.
    """

    first_year: int
    last_year: int | None = None
    meaning: str

    def __attrs_post_init__(self) -> None:
        _check_order("first_year", self.first_year, "last_year", self.last_year)


@frozen(kw_only=True)
class PlanningHorizon:
    """
    The time that a plan or goal looks ahead (planeringshorisont).

    Attributes:
        kind: What kind of horizon it is.
        first_year: First calendar year, or None if none is stated ("–2030").
        last_year: Last calendar year, or None if none is stated.
        first: First day of a mandate period, whose days the law gives.
        last: Last day of a mandate period.
        plan_years: Years after the budget year, for a budget with plan years; they give its last
            year where none is stated.
        at_least_years: Shortest span, for an aim "in 15–20 years".
        at_most_years: Longest span, for the same.
        phases: Parts with meanings of their own, in order of time.
        text: The horizon as written.

    Raises:
        InvalidValue: if a beginning is after its end, a span is negative or the calendar has no such year.

    >>> PlanningHorizon(kind=HorizonKind.BUDGET_YEAR, first_year=2024, plan_years=2).days.last
    datetime.date(2026, 12, 31)
    """

    kind: HorizonKind
    first_year: int | None = None
    last_year: int | None = None
    first: date | None = None
    last: date | None = None
    plan_years: int | None = None
    at_least_years: int | None = None
    at_most_years: int | None = None
    phases: tuple[HorizonPhase, ...] = field(default=(), converter=as_tuple)
    text: str | None = None

    def __attrs_post_init__(self) -> None:
        for name in ("plan_years", "at_least_years", "at_most_years"):
            span = getattr(self, name)
            if span is not None and span < 0:
                message = f"{name} {span}, expected 0 or more"
                raise InvalidValue(name, message)
        _check_order("first_year", self.first_year, "last_year", self.last_year)
        _check_order("at_least_years", self.at_least_years, "at_most_years", self.at_most_years)
        check_year("first_year", self.first_year)
        check_year("last_year", self._last_year)
        by_year = years(self.first_year, self._last_year)
        _check_order("first", self.first or by_year.first, "last", self.last or by_year.last)

    @property
    def _last_year(self) -> int | None:
        if self.last_year is None and self.first_year is not None and self.plan_years is not None:
            return self.first_year + self.plan_years
        return self.last_year

    @property
    def days(self) -> Validity:
        """The days it spans, as far as the plan states them: by its own days, or else by its years."""
        by_year = years(self.first_year, self._last_year)
        return Validity(first=self.first or by_year.first, last=self.last or by_year.last)

    @property
    def span_years(self) -> int | None:
        """How many calendar years it spans, if it states both ends."""
        last = self._last_year
        return None if self.first_year is None or last is None else last - self.first_year + 1

    def ends_between(self, start: date) -> Validity:
        """
        The days between which an aim of a length ends, counted from a day.

        Args:
            start: The day to count from.

        Returns:
            From the shortest to the longest span; open where no span is stated.
        """
        return Validity(first=years_after(start, self.at_least_years), last=years_after(start, self.at_most_years))


def years_after(start: date, span: int | None) -> date | None:
    """
    The day a span of years later, the last of the month where that month is shorter.

    Args:
        start: The day to count from.
        span: How many years; None for no stated span.

    Returns:
        None if there is no span, or the calendar ends before.
    """
    if span is None or start.year + span > MAXYEAR:
        return None
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415 - loaded when first used

    return start + relativedelta(years=span)


def check_year(field: str, year: int | None) -> None:
    """
    Refuse a year that the calendar does not have.

    Raises:
        InvalidValue: if it has no such year.
    """
    if year is not None and not MINYEAR <= year <= MAXYEAR:
        message = f"{field} {year}, expected {MINYEAR} to {MAXYEAR}"
        raise InvalidValue(field, message)


def _check_order(low: str, start: Ordered | None, high: str, end: Ordered | None) -> None:
    if start is not None and end is not None and start > end:
        message = f"{low} {start} is after {high} {end}, expected {low} to be the earlier or the same"
        raise InvalidValue(low, message)
