"""How often and to whom decisions on delegation are reported, and on which days."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING

from regionstyrning.model.delegation import Frequency
from regionstyrning.questions.meetings import meetings_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.model.delegation import Delegation
    from regionstyrning.model.documents import Decision
    from regionstyrning.questions.authority.chains import Authority

MONTHS = {Frequency.MONTHLY: 1, Frequency.QUARTERLY: 3, Frequency.YEARLY: 12}
"""How many months a report covers."""


def reported_to(delegation: Delegation) -> tuple[Frequency, tuple[str, ...]]:
    """How often and to whom; to nobody if that is not said. Urgent matters are reported by law."""
    reporting = delegation.reporting
    to = () if reporting is None else (*reporting.organs, *reporting.positions)
    if delegation.urgent_only and delegation.giver is not None:
        return Frequency.NEXT_MEETING, to or (delegation.giver,)
    if reporting is None or reporting.often is Frequency.NOT_STATED:
        return Frequency.NOT_STATED, ()
    return reporting.often, to


def stands_in(authority: Authority, delegation: Delegation, first: date, last: date) -> bool:
    """Whether a delegation is in force on some of the days."""
    ends = [] if delegation.validity is None else [delegation.validity.first, delegation.validity.last]
    for day in {first, last, *authority.states.changes, *filter(None, ends)}:
        if first <= day <= last:
            state = authority.states.on(day)
            days = state.days(delegation)
            if days is not None and days[0] <= day <= days[1] and state.stands(delegation) is None:
                return True
    return False


def reports_in(
    authority: Authority, organ: str, often: Frequency, first: date, last: date
) -> Iterator[tuple[date, date | None]]:
    """The reports that fall due, each with the day from which it tells."""
    if often in MONTHS:
        since = _beginning(first, often)
        while since <= last:
            end = _end(since, often)
            if first <= end <= last:
                yield since, end
            if end == date.max:
                return
            since = end + timedelta(days=1)
    elif often is Frequency.NEXT_MEETING:
        meetings = meetings_of(authority.model, organ)
        held = [each.last for each in meetings if first <= each.last <= last]
        for day in held:
            yield max((each.last for each in meetings if each.last < day), default=first), day
        if not held:
            yield first, None


def _beginning(day: date, often: Frequency) -> date:
    return date(day.year, day.month - (day.month - 1) % MONTHS[often], 1)


def _end(day: date, often: Frequency) -> date:
    month = _beginning(day, often).month + MONTHS[often] - 1
    return date(day.year, month, monthrange(day.year, month)[1])


def falls_due(authority: Authority, organ: str, often: Frequency, taken: date) -> date | None:
    """The last day for telling an organ of a decision; None if the day of its next meeting is not known."""
    if often in MONTHS:
        return _end(taken, often)
    if often is Frequency.EACH:
        return taken
    return next((each.last for each in meetings_of(authority.model, organ) if each.on > taken), None)


def shown_by(authority: Authority, decision: Decision, organ: str) -> str | None:
    """The first decision of the organ that is about the decision."""
    about = [
        (each.on, each.id)
        for each in authority.model.decisions
        if each.by == organ and each.about == decision.id and each.on is not None
    ]
    return min(about)[1] if about else None
