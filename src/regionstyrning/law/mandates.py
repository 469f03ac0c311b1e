"""When elections are held, for which days a body is elected, and which assembly adopts a budget."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import TYPE_CHECKING

from attrs import frozen

from regionstyrning.law.holidays import SUNDAY
from regionstyrning.model.dates import DECEMBER, HorizonKind, PlanningHorizon, Validity, years_after
from regionstyrning.model.organisation import OrganKind

if TYPE_CHECKING:
    from regionstyrning.law.held import Law, LawRule

ELECTION = "vallag/1-3"
ADOPTION = "kl/11-10-2"
VOTERS = "kl/5-7"

TERMS = {OrganKind.ASSEMBLY: "kl/5-9", OrganKind.BOARD: "kl/6-18", OrganKind.AUDITORS: "kl/12-4"}
"""The bodies whose term the law sets; fullmäktige decides that of the other nämnder (KL 6:19)."""

_ELECTION = ("ett valår", "år mellan valen", "valmånad", "valsöndag")
_TERM = ("mandattid", "första månad", "första dag", "år efter valåret")
"""The numbers that the provisions set, by name."""

_DAY = timedelta(days=1)
_WEEK = 7


@frozen(kw_only=True, eq=False)
class MandatePeriod:
    """
    The days for which a body is elected (mandatperiod).

    Attributes:
        body: The kind of organ.
        election_year: The year of the election it comes from.
        days: From the first day to the last.
        rule: The provision.
    """

    body: OrganKind
    election_year: int
    days: Validity
    rule: LawRule

    @property
    def horizon(self) -> PlanningHorizon:
        """The same as a horizon that a plan may have."""
        return PlanningHorizon(kind=HorizonKind.MANDATE_PERIOD, first=self.days.first, last=self.days.last)


def election_day(law: Law, year: int) -> date | None:
    """
    The day of the ordinary election to fullmäktige (valdag).

    Args:
        law: The law.
        year: The calendar year.

    Returns:
        None in a year without one, in one whose law is not held, and in one that the calendar does not have.

    Source:
        VAL 1:3.
    """
    numbers = _numbers(law, ELECTION, _ELECTION, date(year, 1, 1)) if MINYEAR <= year <= MAXYEAR else None
    if numbers is None or (year - numbers[0]) % numbers[1]:
        return None
    _, _, month, sunday = numbers
    first = date(year, month, 1)
    return first + ((SUNDAY - first.weekday()) % _WEEK + _WEEK * (sunday - 1)) * _DAY


def election_days(law: Law, first: int, last: int) -> tuple[date, ...]:
    """
    The ordinary elections of some years, in order.

    Args:
        law: The law.
        first: The first calendar year.
        last: The last one.
    """
    days = (election_day(law, year) for year in range(first, last + 1))
    return tuple(day for day in days if day is not None)


def voters_counted(law: Law, election_year: int) -> date | None:
    """
    The day when those entitled to vote are counted, which decides how small fullmäktige may be.

    Args:
        law: The law.
        election_year: The year of the election.

    Returns:
        None in a year without an election, and where the law is not held.

    Source:
        KL 5:5–8.
    """
    if election_day(law, election_year) is None:
        return None
    rule = law.rule(VOTERS)
    numbers = {each.name: int(each.value) for each in rule.provision.parameters}
    day = date(election_year + numbers["år från året"], numbers["första månad"], numbers["första dag"])
    return day if rule.in_force(day) else None


def mandate_period(law: Law, body: OrganKind, *, on: date) -> MandatePeriod | None:
    """
    For which days the body that sits on a day is elected.

    Of the styrelse it is the main rule: fullmäktige may let its time run from meeting to meeting
    instead (``kl/6-18-motet``).

    Args:
        law: The law.
        body: The kind of organ.
        on: A day of the period.

    Returns:
        None for a body whose term the law does not set, and where the law of the day is not held.

    Source:
        KL 5:9, 6:18, 12:4.
    """
    numbers = None if body not in TERMS else _numbers(law, TERMS[body], _TERM, on)
    elections = _numbers(law, ELECTION, _ELECTION, on)
    if numbers is None or elections is None:
        return None
    length, month, day, later = numbers
    known, between, *_ = elections
    year = on.year - (on < date(on.year, month, day)) - later
    elected = year - (year - known) % between
    first = date(elected + later, month, day)
    end = years_after(first, length)
    days = Validity(first=first, last=None if end is None else end - _DAY)
    return MandatePeriod(body=body, election_year=elected, days=days, rule=law.rule(TERMS[body]))


def newly_elected_from(law: Law, budget_year: int) -> date | None:
    """
    The first day on which the assembly that must adopt a budget sits.

    The year before the budget year may be one of election; then only the newly elected may.

    Args:
        law: The law.
        budget_year: The calendar year of the budget.

    Returns:
        None where any assembly may, and where the law is not held.

    Source:
        KL 5:9, 11:10 second paragraph.
    """
    held = election_day(law, budget_year - 1) is not None
    period = mandate_period(law, OrganKind.ASSEMBLY, on=date(budget_year - 1, DECEMBER, 31)) if held else None
    return None if period is None else period.days.first


def _numbers(law: Law, id: str, names: tuple[str, ...], day: date) -> tuple[int, ...] | None:
    """The numbers that a provision sets, or None if one is not held for the day."""
    found = [law.rule(id).number(name, day) for name in names]
    known = tuple(int(each) for each in found if each is not None)
    return known if len(known) == len(names) else None
