"""When minutes are approved and announced, and at which meeting urgent decisions are reported."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from attrs import frozen

from regionstyrning.law.held import Law, LawRule
from regionstyrning.law.holidays import day_off, next_working_day

if TYPE_CHECKING:
    from collections.abc import Iterable

APPROVAL = "justering"
"""By which name the days for approving minutes are held."""


@frozen(kw_only=True, eq=False)
class Deadline:
    """
    A last day that the law sets for the region's own doings (sista dag).

    Attributes:
        rule: The provision.
        counted_to: The day as counted.
        moved_to: The same, moved from a holiday.
        last_day: The one that the setting ``shift_authority_deadlines`` chooses.
    """

    rule: LawRule
    counted_to: date
    moved_to: date
    last_day: date

    @property
    def day_off(self) -> str | None:
        """Why the day as counted may move: the holiday's name or the weekday's; None if it may not."""
        return day_off(self.counted_to)


def approve_by(law: Law, meeting: date) -> Deadline | None:
    """
    When the minutes of a meeting must be approved (justerade).

    Returns:
        None if the law of that day is not held.

    Source:
        KL 5:69, 6:35.
    """
    return _deadline(law, "kl/5-69", APPROVAL, meeting)


def announce_by(law: Law, approved: date) -> Deadline | None:
    """
    When the approval of minutes must be announced.

    Returns:
        None if the law of that day is not held.

    Source:
        KL 8:12.
    """
    return _deadline(law, "kl/8-12", "tillkännagivande", approved)


def next_meeting(decided: date, meetings: Iterable[date]) -> date | None:
    """
    The meeting at which an urgent decision must be reported: the first on a later day.

    Args:
        decided: The day of the decision.
        meetings: The nämnd's meetings.

    Returns:
        None if there is no later meeting among them.

    Source:
        KL 6:40 second paragraph.
    """
    return min((meeting for meeting in meetings if meeting > decided), default=None)


def _deadline(law: Law, id: str, name: str, start: date) -> Deadline | None:
    rule = law.rule(id)
    days = rule.number(name, start)
    if days is None:
        return None
    return settled(law, rule, start + timedelta(days=int(days)))


def settled(law: Law, rule: LawRule, end: date) -> Deadline:
    """
    A last day as counted, moved from a holiday and as the setting chooses.

    Args:
        law: The law, with its settings.
        rule: The provision.
        end: The day as counted.
    """
    moved = next_working_day(end)
    last = moved if law.policies.shift_authority_deadlines else end
    return Deadline(rule=rule, counted_to=end, moved_to=moved, last_day=last)
