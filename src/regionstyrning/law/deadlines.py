"""The statutory year of a region: which day is the last for what, and whether a day was in time."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date
from enum import Enum
from typing import TYPE_CHECKING

from attrs import frozen

from regionstyrning.law.holidays import day_off, next_working_day
from regionstyrning.law.mandates import election_day
from regionstyrning.law.policies import MonthsEnd
from regionstyrning.model.dates import DECEMBER

if TYPE_CHECKING:
    from regionstyrning.law.held import Law, LawRule
    from regionstyrning.model.dates import Part


class StatutoryDuty(Enum):
    """What the statutory year asks of a region (årets plikter)."""

    SIZE_SET = "fullmäktiges storlek bestäms"
    ANNUAL_REPORT_HANDED = "årsredovisningen lämnas"
    ANNUAL_REPORT_APPROVED = "årsredovisningen godkänns"
    DISCHARGE = "ansvarsfriheten avgörs"
    INTERIM_ENDS = "delårsperioden slutar"
    INTERIM_HANDED = "delårsrapporten lämnas"
    INTERIM_TREATED = "delårsrapporten behandlas"
    BUDGET_PROPOSED = "budgeten föreslås"
    AUDITORS_BUDGET_PROPOSED = "revisorernas budget föreslås"
    BUDGET_PROPOSED_LATER = "budgeten föreslås senare"
    BUDGET_ADOPTED = "budgeten fastställs"
    TAX_RATE_SET = "skattesatsen fastställs"
    BUDGET_ADOPTED_LATER = "budgeten fastställs senare"


INTERIM_PERIOD = "lkbr/13-1"
APPROVED_FIRST = "kl/11-21"
INTERIM_TREATED = "kl/11-16-1"

RULES = {
    StatutoryDuty.SIZE_SET: "kl/5-6",
    StatutoryDuty.ANNUAL_REPORT_HANDED: "kl/11-20",
    StatutoryDuty.ANNUAL_REPORT_APPROVED: APPROVED_FIRST,
    StatutoryDuty.DISCHARGE: "kl/5-24",
    StatutoryDuty.INTERIM_ENDS: INTERIM_PERIOD,
    StatutoryDuty.INTERIM_HANDED: "kl/11-16-2",
    StatutoryDuty.INTERIM_TREATED: INTERIM_TREATED,
    StatutoryDuty.BUDGET_PROPOSED: "kl/11-8",
    StatutoryDuty.AUDITORS_BUDGET_PROPOSED: "kl/11-8-revision",
    StatutoryDuty.BUDGET_PROPOSED_LATER: "kl/11-8-november",
    StatutoryDuty.BUDGET_ADOPTED: "kl/11-10",
    StatutoryDuty.TAX_RATE_SET: "kl/11-11-skattesats",
    StatutoryDuty.BUDGET_ADOPTED_LATER: "kl/11-11",
}
"""The provision that each duty stands in."""

EXCEPTIONS = frozenset(
    {StatutoryDuty.BUDGET_PROPOSED_LATER, StatutoryDuty.TAX_RATE_SET, StatutoryDuty.BUDGET_ADOPTED_LATER}
)
"""What holds only where there are special reasons (särskilda skäl)."""

_ELECTION_YEARS = frozenset({StatutoryDuty.SIZE_SET})

_MONTH, _DAY, _AFTER = "sista månad", "sista dag", "år från året"
_MONTHS, _LEAST, _MOST = "månader efter perioden", "minsta delårsperiod", "längsta delårsperiod"
"""The numbers that the provisions set, by name."""


@frozen(kw_only=True, eq=False)
class StatutoryDay:
    """
    The last day that a statute sets for something (lagens sista dag).

    Attributes:
        duty: What is to be done.
        about: The year that it concerns: of the budget, the accounts or the interim report.
        rule: The provision.
        counted_to: The day as counted.
        moved_to: The same, moved from a day off.
        last_day: The one that the setting ``shift_authority_deadlines`` chooses.
        loosely: A later day by another way to count months; None where there is only one.
        day_off: Why the day as counted is no working day; None if it is one.
    """

    duty: StatutoryDuty
    about: int
    rule: LawRule
    counted_to: date
    moved_to: date
    last_day: date
    loosely: date | None
    day_off: str | None

    def keeps(self, done: date) -> bool | None:
        """Whether something done on a day was in time; None if that hangs on how months are counted."""
        if done <= self.last_day:
            return True
        return None if self.loosely is not None and done <= self.loosely else False


def statutory_day(law: Law, duty: StatutoryDuty, about: int, *, period: Part | None = None) -> StatutoryDay | None:
    """
    The last day for something that concerns a year.

    Args:
        law: The law.
        duty: What is to be done.
        about: The year of the budget, the accounts or the interim report.
        period: What the interim report covers; if left out the longest that the law lets it cover.

    Returns:
        None where the law sets no day, asks it of no such year, or is not held for the day, and at the end of the
        calendar. So too of a report of another part of the year than the law asks for: of January to April it sets
        no day.

    Source:
        KL 5:6, 5:24, 11:8, 11:10–11, 11:16, 11:20; LKBR 13:1.
    """
    rule = law.rule(RULES[duty])
    if duty in {StatutoryDuty.INTERIM_ENDS, StatutoryDuty.INTERIM_HANDED}:
        counted = _interim(law, duty, about, period)
    else:
        counted = _counted(rule, about)
    if counted is None or not rule.in_force(counted[0]):
        return None
    if duty in _ELECTION_YEARS and election_day(law, about) is None:
        return None
    day, loosely = counted
    moves = duty is not StatutoryDuty.INTERIM_ENDS  # nothing is done on the day when a period ends
    reason = day_off(day) if moves else None
    moved = next_working_day(day) if reason is not None else day
    last = moved if law.policies.shift_authority_deadlines else day
    return StatutoryDay(
        duty=duty,
        about=about,
        rule=rule,
        counted_to=day,
        moved_to=moved,
        last_day=last,
        loosely=loosely if loosely is not None and loosely > last else None,
        day_off=reason,
    )


def statutory_days(law: Law, year: int, *, period: Part | None = None) -> tuple[StatutoryDay, ...]:
    """
    The last days that fall in a calendar year, in order.

    Args:
        law: The law.
        year: The calendar year.
        period: What the interim report that the law asks for covers; if left out the longest that it may.

    Returns:
        Those of a year whose law is held. A day that is moved past the end of a year stays in its own.
    """
    found = (
        statutory_day(law, duty, about, period=period) for duty in StatutoryDuty for about in (year - 1, year, year + 1)
    )
    days = [day for day in found if day is not None and day.counted_to.year == year]
    return tuple(sorted(days, key=lambda day: (day.counted_to, tuple(StatutoryDuty).index(day.duty))))


def interim_months(law: Law, year: int) -> tuple[int, int] | None:
    """
    How many months the interim report of a year covers, at least and at most.

    Returns:
        None for a year whose law is not held.

    Source:
        LKBR 13:1.
    """
    rule = law.rule(INTERIM_PERIOD)
    least, most = rule.share(_LEAST), rule.share(_MOST)
    return None if least is None or most is None or not rule.of_year(year) else (int(least), int(most))


def interim_period_is_lawful(law: Law, year: int, period: Part) -> bool | None:
    """
    Whether an interim report that covers a part of a year is the one that the law asks for.

    Returns:
        None for a year whose law is not held.

    Source:
        LKBR 13:1.
    """
    months = interim_months(law, year)
    if months is None:
        return None
    return period.first_month == 1 and months[0] <= period.last_month <= months[1]


def lawful_period(law: Law, year: int, period: Part | None) -> Part | None:
    """A part of a year if the interim report that the law asks for may cover it, or None for any other."""
    return period if period is not None and interim_period_is_lawful(law, year, period) else None


def interim_period_is_too_long(law: Law, year: int, period: Part) -> bool | None:
    """
    Whether a report covers the year from its beginning and more of it than an interim report may, but not all.

    Returns:
        None for a year whose law is not held.

    Source:
        LKBR 13:1.
    """
    months = interim_months(law, year)
    return None if months is None else period.first_month == 1 and months[1] < period.last_month < DECEMBER


@frozen(kw_only=True, eq=False)
class BudgetTime:
    """
    Whether a budget was adopted in time (budgeten i tid).

    Attributes:
        kept: None if that hangs on special reasons that are not known.
        rules: The provisions that it rests on.
        last_day: The last day that applies; None if the law is not held.
    """

    kept: bool | None
    rules: tuple[LawRule, ...]
    last_day: date | None


def budget_time(
    law: Law, budget_year: int, adopted: date, *, tax_rate_set: date | None = None, reasons: bool | None = None
) -> BudgetTime:
    """
    Tell whether a budget was adopted in time.

    Args:
        law: The law.
        budget_year: The year of the budget.
        adopted: The day when it was adopted.
        tax_rate_set: The day when the tax rate was set ahead of it; None if it was not.
        reasons: Whether there were special reasons (särskilda skäl); None if that is not known.

    Source:
        KL 11:10–11.
    """
    main, tax, later = (
        statutory_day(law, duty, budget_year)
        for duty in (StatutoryDuty.BUDGET_ADOPTED, StatutoryDuty.TAX_RATE_SET, StatutoryDuty.BUDGET_ADOPTED_LATER)
    )
    if main is None or tax is None or later is None:
        return BudgetTime(kept=None, rules=(), last_day=None)
    if main.keeps(adopted):
        return BudgetTime(kept=True, rules=(main.rule,), last_day=main.last_day)
    tax_in_time = tax_rate_set is not None and tax.keeps(tax_rate_set) is True
    if reasons is False or not tax_in_time:
        return BudgetTime(kept=False, rules=(main.rule, tax.rule), last_day=main.last_day)
    kept = reasons if later.keeps(adopted) else False
    return BudgetTime(kept=kept, rules=(main.rule, tax.rule, later.rule), last_day=later.last_day)


def _counted(rule: LawRule, about: int) -> tuple[date, date | None] | None:
    """The day that a provision states by its month and day; the month's last where it states none."""
    numbers = {each.name: int(each.value) for each in rule.provision.parameters}
    if _MONTH not in numbers:
        return None
    year = about + numbers[_AFTER]
    if not MINYEAR <= year < MAXYEAR:  # the day may move to the next year
        return None
    return _of_month(year, numbers[_MONTH], numbers.get(_DAY)), None


def _interim(law: Law, duty: StatutoryDuty, about: int, period: Part | None) -> tuple[date, date | None] | None:
    """The day when the interim period ends, or that two months later by both ways to count."""
    months = interim_months(law, about) if MINYEAR <= about < MAXYEAR else None
    if months is None or (period is not None and not interim_period_is_lawful(law, about, period)):
        return None
    ends = months[1] if period is None else period.last_month
    if duty is StatutoryDuty.INTERIM_ENDS:
        return _of_month(about, ends), None
    (more,) = (int(each.value) for each in law.rule(RULES[duty]).provision.parameters if each.name == _MONTHS)
    month = ends + more  # of the same year, since the longest period ends in August
    by_number = _of_month(about, month, monthrange(about, ends)[1])
    by_month = _of_month(about, month)
    strictly = law.policies.months_end is MonthsEnd.SAME_NUMBER
    return (by_number, by_month) if strictly else (by_month, None)


def _of_month(year: int, month: int, day: int | None = None) -> date:
    longest = monthrange(year, month)[1]
    return date(year, month, longest if day is None else min(day, longest))
