"""For whom something shows that a step was done, where several organs each do it."""

from __future__ import annotations

from datetime import MINYEAR, date
from typing import TYPE_CHECKING

from attrs import evolve

from regionstyrning.law.deadlines import EXCEPTIONS, StatutoryDuty
from regionstyrning.model.dates import years
from regionstyrning.model.organisation import Organ, OrganKind, Position
from regionstyrning.questions.calendar.doing import state_of
from regionstyrning.questions.calendar.steps import OPEN, DatedStep, Done, State, StepKind

if TYPE_CHECKING:
    from regionstyrning.model.steering_model import SteeringModel

NEVER_SHOWN = frozenset({StatutoryDuty.SIZE_SET, StatutoryDuty.INTERIM_ENDS, StatutoryDuty.AUDITORS_BUDGET_PROPOSED})
"""Duties that no kind of decision in a model can be told to fulfil."""

_DISCHARGED = frozenset({OrganKind.BOARD, OrganKind.COMMITTEE})
_JUDGED = frozenset({StepKind.OWN, StepKind.LAW, StepKind.MEASURE})
_FOLLOWED = frozenset({State.LATE, State.UNLAWFULLY_LATE, State.RETURNED, State.PART, State.UNCERTAIN})


def told_apart(model: SteeringModel, step: DatedStep) -> DatedStep:
    """
    A step with those that each do it told apart, and whether it is overdue.

    Args:
        model: The model that the step is of.
        step: The step, with what was done.

    Returns:
        What is done by some but not by all of them is open; who lacks it stands in ``lacking``.
    """
    asked = _asked_of(model, step)
    closed = {_whose(model, step, each, asked) for each in step.done if each.state not in OPEN}
    if len(asked) > 1 and None not in closed:
        some = not closed.isdisjoint(asked)
        lacking = tuple(id for id in asked if some and id not in closed)
        state = State.SOME if lacking and step.state not in OPEN else step.state
        step = evolve(step, asked_of=asked, lacking=lacking, state=state)
    return evolve(step, overdue=True) if _is_overdue(model, step) else step


def of_organ(step: DatedStep, organ: str, on: date) -> DatedStep:
    """The step as one of several organs does it, with its own state on a day; any other step as it is."""
    if organ not in step.asked_of or step.duty is StatutoryDuty.DISCHARGE:
        return step
    done = tuple(each for each in step.done if each.organ == organ)
    ahead = on.year <= step.year if step.on is None else on <= step.on
    state = state_of(done) if done else State.AHEAD if ahead else State.NOT_SHOWN
    return evolve(
        step,
        organs=(organ,),
        asked_of=(),
        lacking=(),
        done=done,
        state=state,
        overdue=step.overdue and state in OPEN,
        because=step.because if state in _FOLLOWED else None,
    )


def _asked_of(model: SteeringModel, step: DatedStep) -> tuple[str, ...]:
    """Those that each do a step, or are each decided on: the organs of the kinds it names, of discharge the bodies."""
    if step.duty is StatutoryDuty.DISCHARGE and step.about is not None:
        if step.about < MINYEAR:  # the year before the calendar's first
            return ()
        span = years(step.about, step.about)
        bodies = (organ for organ in model.organs if organ.kind in _DISCHARGED)
        return tuple(sorted(each.id for each in bodies if each.validity is None or each.validity.overlaps(span)))
    if step.kind is not StepKind.OWN or step.document_kind is None:
        return ()
    return tuple(id for id in step.organs if isinstance(model.by_id.get(id), Organ))


def _whose(model: SteeringModel, step: DatedStep, done: Done, asked: tuple[str, ...]) -> str | None:
    """Whom something closes a step for: the organ that it is about, or that did it, or whose post did it."""
    if step.duty is StatutoryDuty.DISCHARGE:
        return done.concerns
    by = model.by_id.get(done.organ or "")
    if isinstance(by, Position):
        return next((id for id in (*by.heads, by.organ) if id in asked), by.id)
    return done.organ


def _is_overdue(model: SteeringModel, step: DatedStep) -> bool:
    """Whether its day is past, and nothing shows that it was done though decisions would show it."""
    if step.on is None or step.on >= model.as_of or step.state not in OPEN or step.state is State.AHEAD:
        return False
    shown = step.can_be_shown and not step.only_if and step.duty not in EXCEPTIONS | NEVER_SHOWN
    around = step.kind is StepKind.LAW and step.at_meeting_of is not None
    return shown and step.kind in _JUDGED and not step.many and not around
