"""Days, years and horizons: when something holds."""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum

from attrs import field, frozen

from regionstyrning.errors import InvalidValue
from regionstyrning.model.records import as_tuple

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
        if self.first is not None and self.last is not None and self.first > self.last:
            message = f"first {self.first} is after last {self.last}, expected first to be the earlier or the same"
            raise InvalidValue("first", message)

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
        after = date(year + self.last_month // DECEMBER, self.last_month % DECEMBER + 1, 1)
        return Validity(first=date(year, self.first_month, 1), last=after - timedelta(days=1))


@frozen(kw_only=True)
class Period:
    """
    A year or a part of it (period).

    Attributes:
        year: The calendar year.
        part: The part of it, or None for the whole year.
    """

    year: int
    part: Part | None = None

    def days(self) -> Validity:
        """The days of the period."""
        return years(self.year, self.year) if self.part is None else self.part.days(self.year)


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
    Some years of a horizon that mean something of their own (skede).

    Attributes:
        first_year: First calendar year.
        last_year: Last calendar year, or None for no end.
        meaning: What these years mean: restoring a deficit, then building a buffer.
    """

    first_year: int
    last_year: int | None = None
    meaning: str


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
        plan_years: Years after the budget year, for a budget with plan years.
        at_least_years: Shortest span, for an aim "in 15–20 years".
        at_most_years: Longest span, for the same.
        phases: Parts with meanings of their own, in order of time.
        text: The horizon as written.

    Raises:
        InvalidValue: if a beginning is after its end.
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
        for low, high in (
            ("first_year", "last_year"),
            ("first", "last"),
            ("at_least_years", "at_most_years"),
        ):
            start, end = getattr(self, low), getattr(self, high)
            if start is not None and end is not None and start > end:
                message = f"{low} {start} is after {high} {end}, expected {low} to be the earlier or the same"
                raise InvalidValue(low, message)

    @property
    def days(self) -> Validity:
        """The days it spans, as far as the plan states them."""
        if self.first is not None or self.last is not None:
            return Validity(first=self.first, last=self.last)
        return years(self.first_year, self.last_year)

    @property
    def span_years(self) -> int | None:
        """How many calendar years it spans, if it states both ends."""
        if self.first_year is None or self.last_year is None:
            return None
        return self.last_year - self.first_year + 1

    def ends_between(self, start: date) -> Validity:
        """
        The days between which an aim of a length ends, counted from a day.

        Args:
            start: The day to count from.

        Returns:
            From the shortest to the longest span; open where no span is stated.
        """
        from dateutil.relativedelta import relativedelta  # noqa: PLC0415 - loaded when first used

        return Validity(
            first=None if self.at_least_years is None else start + relativedelta(years=self.at_least_years),
            last=None if self.at_most_years is None else start + relativedelta(years=self.at_most_years),
        )
