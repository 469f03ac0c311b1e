"""What the decisions show was done of a step, and how that stands to its last days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from regionstyrning.law import newly_elected_from
from regionstyrning.law.deadlines import APPROVED_FIRST, StatutoryDay, StatutoryDuty, budget_time
from regionstyrning.model.contents import Content
from regionstyrning.model.cycle import Action
from regionstyrning.model.documents import DecisionKind
from regionstyrning.model.organisation import OrganKind
from regionstyrning.questions.calendar.counted import LastDays, done_in
from regionstyrning.questions.calendar.deeds import ADOPTIONS, DISCHARGES, Deed, deeds, deeds_about
from regionstyrning.questions.calendar.parts import of_duty_in_law, of_part
from regionstyrning.questions.calendar.steps import Done, State

if TYPE_CHECKING:
    from regionstyrning.law import Law
    from regionstyrning.model.cycle import CycleStep
    from regionstyrning.model.steering_model import SteeringModel

_CLOSES = ADOPTIONS | {DecisionKind.HANDS_OVER} | DISCHARGES
_AHEAD = frozenset({DecisionKind.SETTLES_PART})
_BACK = frozenset({DecisionKind.RETURNS})

_SHOWN_BY = {
    Action.PREPARES: frozenset({DecisionKind.HANDS_OVER, DecisionKind.APPROVES}),
    Action.DECIDES: ADOPTIONS | _AHEAD | _BACK,
    Action.REVISES: ADOPTIONS | _BACK,
    Action.TREATS: ADOPTIONS | _BACK,
    Action.REPORTS: ADOPTIONS | _BACK | {DecisionKind.HANDS_OVER},
    Action.FOLLOWS_UP: ADOPTIONS | _BACK | {DecisionKind.HANDS_OVER},
    Action.MEETS: frozenset(),
}
"""Which decisions show what was done in a step."""

_DUTY_SHOWN_BY = {
    StatutoryDuty.BUDGET_PROPOSED: (Content.BUDGET, OrganKind.BOARD, frozenset({DecisionKind.HANDS_OVER})),
    StatutoryDuty.BUDGET_ADOPTED: (Content.BUDGET, OrganKind.ASSEMBLY, ADOPTIONS | _BACK | _AHEAD),
    StatutoryDuty.TAX_RATE_SET: (
        Content.TAX_RATE,
        OrganKind.ASSEMBLY,
        ADOPTIONS | _AHEAD | {DecisionKind.DECIDES},
    ),
    StatutoryDuty.INTERIM_HANDED: (Content.INTERIM_REPORT, OrganKind.BOARD, frozenset({DecisionKind.HANDS_OVER})),
    StatutoryDuty.INTERIM_TREATED: (Content.INTERIM_REPORT, OrganKind.ASSEMBLY, ADOPTIONS | _BACK),
    StatutoryDuty.ANNUAL_REPORT_HANDED: (Content.ANNUAL_REPORT, OrganKind.BOARD, frozenset({DecisionKind.HANDS_OVER})),
    StatutoryDuty.ANNUAL_REPORT_APPROVED: (Content.ANNUAL_REPORT, OrganKind.ASSEMBLY, ADOPTIONS | _BACK),
}
"""Which decisions, by whom and about what, show that a duty of the law was done; of discharge see below."""

_RANK = (State.DONE, State.IN_TIME, State.UNCERTAIN, State.LATE, State.UNLAWFULLY_LATE, State.TOO_EARLY)


@frozen(kw_only=True)
class Outcome:
    """
    What was done of a step (vad som gjordes).

    Attributes:
        done: In order of day.
        state: How far it has come.
    """

    done: tuple[Done, ...]
    state: State


def done_of_step(
    model: SteeringModel, law: Law, step: CycleStep, duty: StatutoryDuty | None, days: LastDays
) -> Outcome:
    """What was done of a step of the cycle: by those it names, with its kind of document, for its year."""
    if duty is StatutoryDuty.DISCHARGE or step.document_kind is None:
        by_duty = () if duty is None or not can_be_shown(step, duty) else _of_duty(model, duty, days.about)
        return _outcome(model, law, by_duty, days)
    shown = _SHOWN_BY[step.action]
    about = [deed for deed in deeds_about(model).get(step.document_kind, ()) if deed.kind in shown]
    found = done_in(model, about, step, days)
    return _outcome(model, law, of_part(found, days.about, days.period, days.own), days)


def can_be_shown(step: CycleStep, duty: StatutoryDuty | None) -> bool:
    """
    Whether decisions can show that a step was done.

    By its kind of document; without one by the duty that it fulfils, if the step says what it
    settles. Discharge is about organs, and needs neither.
    """
    by_duty = duty is StatutoryDuty.DISCHARGE or (duty in _DUTY_SHOWN_BY and bool(step.contains))
    return step.document_kind is not None or by_duty


def done_of_duty(model: SteeringModel, law: Law, duty: StatutoryDuty, days: LastDays) -> Outcome:
    """What was done of a duty of the law."""
    found = of_duty_in_law(law, duty, tuple(_of_duty(model, duty, days.about)))
    return _outcome(model, law, found, days)


def deeds_of(model: SteeringModel, duty: StatutoryDuty, about: int) -> tuple[Deed, ...]:
    """The deeds that have to do with a duty and a year, in order of day."""
    return tuple(_of_duty(model, duty, about))


def tax_rate_set(model: SteeringModel, law: Law, budget_year: int) -> Deed | None:
    """The first decision that set the tax rate of a year, by the assembly that adopts the budget of that year."""
    first = newly_elected_from(law, budget_year)
    found = _of_duty(model, StatutoryDuty.TAX_RATE_SET, budget_year)
    return next((deed for deed in found if first is None or deed.on is None or deed.on >= first), None)


def _of_duty(model: SteeringModel, duty: StatutoryDuty, about: int) -> Iterator[Deed]:
    if duty is StatutoryDuty.DISCHARGE:
        bodies = (deed for deed in deeds(model) if deed.about == about and deed.by_kind is OrganKind.ASSEMBLY)
        yield from (
            deed
            for deed in bodies
            if deed.kind in DISCHARGES or (deed.kind is DecisionKind.RETURNS and deed.organ is not None)
        )
    elif duty in _DUTY_SHOWN_BY:
        content, organ, kinds = _DUTY_SHOWN_BY[duty]
        for deed in deeds(model):
            asked = content in deed.contains and deed.by_kind is organ and deed.kind in kinds
            if asked and deed.about == about and not deed.preliminary:
                yield deed


def _outcome(model: SteeringModel, law: Law, found: Iterable[Deed], days: LastDays) -> Outcome:
    known = [deed for deed in found if deed.on is None or deed.on <= model.as_of]
    done = tuple(_all_done(model, law, known, days))
    if not done:
        last = days.own or (None if days.statutory is None else days.statutory.last_day)
        ahead = model.as_of.year <= days.year if last is None else model.as_of <= last
        return Outcome(done=(), state=State.AHEAD if ahead else State.NOT_SHOWN)
    return Outcome(done=done, state=state_of(done))


def _all_done(model: SteeringModel, law: Law, known: list[Deed], days: LastDays) -> Iterator[Done]:
    """Each deed against the last days; who has kept its own once is not late by doing the same again."""
    kept: set[str | None] = set()
    for deed in known:
        done = _done(model, law, deed, evolve(days, own=None) if deed.by in kept else days)
        closes = deed.kind in _CLOSES and deed.part is None
        if deed.on is not None and days.own is not None and deed.on <= days.own and closes:
            kept.add(deed.by)
        yield done


def state_of(done: tuple[Done, ...]) -> State:
    """
    How far something has come by what was done, which is not nothing.

    The worst of what closed it first for each organ that did it or that it is about; if nothing did, or what was
    done last returned it, how far it has come.
    """
    closing: dict[tuple[str | None, str | None], State] = {}
    for each in done:
        if each.state in _RANK:
            closing.setdefault((each.organ, each.concerns), each.state)
    returned = {each.concerns: each.state for each in done}
    if State.RETURNED in returned.values() or not closing:
        states = {each.state for each in done}
        return next(state for state in (State.RETURNED, State.OUTGOING, State.PART) if state in states)
    return max(closing.values(), key=_RANK.index)


def _done(model: SteeringModel, law: Law, deed: Deed, days: LastDays) -> Done:
    late = None if deed.on is None or days.own is None else (deed.on - days.own).days
    state = _stands(model, law, deed, days)
    return Done(
        record=deed.record,
        organ=deed.by,
        on=deed.on,
        on_text=deed.on_text,
        title=deed.title,
        part=deed.part,
        state=state,
        days_late=late,
        days_unlawful=_days_unlawful(deed, days.statutory) if state is State.UNLAWFULLY_LATE else None,
        concerns=deed.organ if deed.kind in DISCHARGES | _BACK else None,
        refused=deed.kind is DecisionKind.REFUSES_DISCHARGE,
        source=deed.source,
    )


def _stands(model: SteeringModel, law: Law, deed: Deed, days: LastDays) -> State:
    if deed.kind in _BACK or _is_in_part(deed, days.statutory):
        return State.RETURNED if deed.kind in _BACK else State.PART
    if deed.on is None or (days.own is None and days.statutory is None):
        return State.DONE
    out_of_turn = _out_of_turn(model, law, deed, deed.on, days.statutory)
    if out_of_turn is not None:
        return out_of_turn
    doubtful = _may_be_by_the_outgoing(law, deed, days.statutory)
    kept = None if doubtful else _kept(model, law, deed, deed.on, days.statutory)
    late = days.own is not None and deed.on > days.own
    if kept is None or (deed.on_text is not None and (late or not kept)):  # the day is the last that it may have been
        return State.UNCERTAIN
    if not kept:
        return State.UNLAWFULLY_LATE
    return State.LATE if late else State.IN_TIME


def _days_unlawful(deed: Deed, statutory: StatutoryDay | None) -> int | None:
    return None if deed.on is None or statutory is None else (deed.on - statutory.last_day).days


def _out_of_turn(model: SteeringModel, law: Law, deed: Deed, on: date, statutory: StatutoryDay | None) -> State | None:
    """Whether it was done before its time, whatever its last day."""
    if _by_the_outgoing(law, on, statutory):
        return State.OUTGOING
    return State.TOO_EARLY if _before_approval(model, law, deed, on) else None


def _is_in_part(deed: Deed, statutory: StatutoryDay | None) -> bool:
    """Whether it settles one part only; the tax rate is whole when it is settled ahead of the budget."""
    if deed.kind in DISCHARGES or (statutory is not None and statutory.duty is StatutoryDuty.TAX_RATE_SET):
        return False
    return deed.kind in _AHEAD or deed.part is not None


def _by_the_outgoing(law: Law, on: date, statutory: StatutoryDay | None) -> bool:
    """Whether a budget was adopted by the assembly that sat before the election of that year."""
    if statutory is None or statutory.duty is not StatutoryDuty.BUDGET_ADOPTED:
        return False
    first = newly_elected_from(law, statutory.about)
    return first is not None and on < first


def _may_be_by_the_outgoing(law: Law, deed: Deed, statutory: StatutoryDay | None) -> bool:
    """Whether only the last day that it may have been is known, and the newly elected must adopt it."""
    asked = statutory is not None and statutory.duty is StatutoryDuty.BUDGET_ADOPTED and deed.on_text is not None
    return asked and statutory is not None and newly_elected_from(law, statutory.about) is not None


def _before_approval(model: SteeringModel, law: Law, deed: Deed, on: date) -> bool:
    """Whether discharge was decided before the annual report of that year was, as far as that is known."""
    if deed.kind not in DISCHARGES or deed.about is None or not law.rule(APPROVED_FIRST).in_force(on):
        return False
    approvals = _of_duty(model, StatutoryDuty.ANNUAL_REPORT_APPROVED, deed.about)
    dated = (each for each in approvals if each.adopts and each.on_text is None)
    days = [each.on for each in dated if each.on is not None and each.on <= model.as_of]
    return bool(days) and on < min(days)


def _kept(model: SteeringModel, law: Law, deed: Deed, on: date, statutory: StatutoryDay | None) -> bool | None:
    """Whether the law's last day was kept; a budget may be later where there are special reasons."""
    if statutory is None:
        return True
    if statutory.duty is not StatutoryDuty.BUDGET_ADOPTED:
        return statutory.keeps(on)
    tax = tax_rate_set(model, law, statutory.about)
    reasons = True if deed.reason or (tax is not None and tax.reason) else None
    ahead = None if tax is None else tax.on
    return budget_time(law, statutory.about, on, tax_rate_set=ahead, reasons=reasons).kept
