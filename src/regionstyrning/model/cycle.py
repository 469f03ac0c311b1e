"""The steps of the steering year."""

from __future__ import annotations

from calendar import monthrange
from enum import Enum

from attrs import field, frozen

from regionstyrning.errors import InvalidValue
from regionstyrning.model.contents import Content
from regionstyrning.model.dates import DECEMBER, JANUARY, Part, Validity
from regionstyrning.model.organisation import OrganKind, PositionKind
from regionstyrning.model.records import Source, as_tuple, within

LEAP_YEAR = 2024


class Action(Enum):
    """What is done in a step (åtgärd)."""

    PREPARES = "bereder"
    DECIDES = "beslutar"
    REVISES = "reviderar"
    REPORTS = "rapporterar"
    FOLLOWS_UP = "följer upp"
    TREATS = "behandlar"
    MEETS = "sammanträder"


class Recurrence(Enum):
    """How often a step recurs (återkomst)."""

    YEARLY = "varje år"
    QUARTERLY = "varje kvartal"
    MONTHLY = "varje månad"
    MANDATE_PERIOD = "varje mandatperiod"
    EVERY_N_YEARS = "vart n:te år"
    CONTINUOUS = "löpande"
    ONCE = "en gång"


class ElectionYear(Enum):
    """Whether a step belongs to election years (valår)."""

    ALSO = "alla år"
    ONLY = "bara valår"
    NEVER = "inte valår"


@frozen(kw_only=True)
class MonthDay:
    """
    A day of any year (datum i året).

    Attributes:
        month: 1 to 12.
        day: From 1 to the length of the month, 29 for February; None if only the month is stated.

    Raises:
        InvalidValue: if there is no such month or day.
    """

    month: int
    day: int | None = None

    def __attrs_post_init__(self) -> None:
        if not JANUARY <= self.month <= DECEMBER:
            message = f"month {self.month}, expected 1 to 12"
            raise InvalidValue("month", message)
        longest = monthrange(LEAP_YEAR, self.month)[1]
        if self.day is not None and not 1 <= self.day <= longest:
            message = f"day {self.day} of month {self.month}, expected 1 to {longest}"
            raise InvalidValue("day", message)


@frozen(kw_only=True)
class CycleStep:
    """
    A step of the yearly cycle (steg i årshjulet): who does what with which kind of document, when.

    Attributes:
        id: Unique in the structure.
        title: What it is called.
        action: What is done.
        by: The kinds of organ that do it.
        by_posts: The kinds of post that do it.
        to: The kinds of organ that receive it.
        role: The role that the organ acts in, where it has several.
        document_kind: Id of the kind of document.
        contains: What it settles that rules ask for, where its kind of document does not say so.
        recurs: How often.
        every_years: For a step every n years, n.
        first_month: The month it is done in, or the first of several.
        last: The organ's own last day, or the last month.
        at_meeting_of: The kind of organ whose meeting it is done at: the first from what it waits for, or each where it
            waits for nothing.
        days_after: Days after that meeting; before it where it is below zero.
        years_ahead: How many years before the year it concerns; 1 for a plan made the year before, -1 for what is
            done the year after.
        period: The part of the year that it reports.
        election_year: Whether it belongs to election years.
        after: Ids of the steps it waits for.
        paragraph: A statutory deadline beside it, as text ("11 kap. 10 §").
        validity: The days when the step is done so.
        text: When, as written.
        sources: Where it is said.

    Raises:
        InvalidValue: if there is no such month, or the years between two times are fewer than one.
    """

    id: str
    title: str
    action: Action
    by: tuple[OrganKind, ...] = field(default=(), converter=as_tuple)
    by_posts: tuple[PositionKind, ...] = field(default=(), converter=as_tuple)
    to: tuple[OrganKind, ...] = field(default=(), converter=as_tuple)
    role: str | None = None
    document_kind: str | None = field(default=None, metadata=within("document_kinds"))
    contains: tuple[Content, ...] = field(default=(), converter=as_tuple)
    recurs: Recurrence = Recurrence.YEARLY
    every_years: int | None = None
    first_month: int | None = None
    last: MonthDay | None = None
    at_meeting_of: OrganKind | None = None
    days_after: int = 0
    years_ahead: int = 0
    period: Part | None = None
    election_year: ElectionYear = ElectionYear.ALSO
    after: tuple[str, ...] = field(default=(), converter=as_tuple, metadata=within("cycle"))
    paragraph: str | None = None
    validity: Validity | None = None
    text: str | None = None
    sources: tuple[Source, ...] = field(default=(), converter=as_tuple)

    def __attrs_post_init__(self) -> None:
        if self.first_month is not None and not JANUARY <= self.first_month <= DECEMBER:
            message = f"first_month {self.first_month}, expected 1 to 12"
            raise InvalidValue("first_month", message)
        if self.every_years is not None and self.every_years < 1:
            message = f"every_years {self.every_years}, expected at least 1"
            raise InvalidValue("every_years", message)
