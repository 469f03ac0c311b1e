"""What a decision of fullmäktige shows was done before it, where no decision says so itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.law import newly_elected_from
from regionstyrning.law.deadlines import StatutoryDuty
from regionstyrning.model.documents import DecisionKind
from regionstyrning.questions.calendar.counted import LastDays
from regionstyrning.questions.calendar.doing import Outcome, deeds_of
from regionstyrning.questions.calendar.parts import of_duty_in_law, of_part
from regionstyrning.questions.calendar.steps import Done, State

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.law import Law
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.questions.calendar.deeds import Deed

_BEFORE = {
    StatutoryDuty.ANNUAL_REPORT_HANDED: StatutoryDuty.ANNUAL_REPORT_APPROVED,
    StatutoryDuty.INTERIM_HANDED: StatutoryDuty.INTERIM_TREATED,
    StatutoryDuty.BUDGET_PROPOSED: StatutoryDuty.BUDGET_ADOPTED,
    StatutoryDuty.BUDGET_PROPOSED_LATER: StatutoryDuty.BUDGET_ADOPTED,
}
"""What fullmäktige takes up, whatever it decides, was handed over or proposed."""

_WITHIN = {
    StatutoryDuty.TAX_RATE_SET: StatutoryDuty.BUDGET_ADOPTED,
    StatutoryDuty.BUDGET_ADOPTED_LATER: StatutoryDuty.BUDGET_ADOPTED,
}
"""What the budget holds, or is, once it is adopted (KL 11:6)."""


def shown_by_fullmaktige(model: SteeringModel, law: Law, duty: StatutoryDuty | None, days: LastDays) -> Outcome | None:
    """
    What a decision of fullmäktige shows was done at the latest that day.

    Args:
        model: Any model; decisions up to its ``as_of`` count.
        law: The law.
        duty: What the law asks.
        days: The last days that it is held against.

    Returns:
        In time if the decision was; done, and no more, if it came later, since what it shows may have been in time.
        None where no decision shows anything.
    """
    deed = next(iter(_shows(model, law, duty, days)), None) if duty is not None else None
    if deed is None or deed.on is None:
        return None
    limits = [day for day in (days.own, None if days.statutory is None else days.statutory.last_day) if day is not None]
    in_time = all(deed.on <= day for day in limits)
    if not in_time and duty in _WITHIN:
        return None
    state = State.IN_TIME if in_time else State.DONE
    done = Done(
        record=deed.record,
        organ=deed.by,
        on=deed.on,
        title=deed.title,
        state=state,
        days_late=None,
        at_latest=duty is not StatutoryDuty.BUDGET_ADOPTED_LATER or deed.on_text is not None,
        source=deed.source,
    )
    return Outcome(done=(done,), state=state)


def _shows(model: SteeringModel, law: Law, duty: StatutoryDuty, days: LastDays) -> Iterator[Deed]:
    """The decisions of fullmäktige that show it, in order of day."""
    later = _BEFORE.get(duty) or _WITHIN.get(duty)
    if later is None:
        return
    first = newly_elected_from(law, days.about)
    found = of_part(of_duty_in_law(law, later, deeds_of(model, later, days.about)), days.about, days.period, None)
    for deed in found:
        whole = deed.part is None and deed.kind is not DecisionKind.SETTLES_PART  # a part shows nothing of the rest
        known = whole and deed.on is not None and deed.on <= model.as_of
        final = deed.adopts and (first is None or deed.on is None or deed.on >= first)
        if known and (final or duty in _BEFORE):
            yield deed
