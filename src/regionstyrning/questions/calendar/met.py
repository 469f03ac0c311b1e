"""The meetings of a year that are stated with the organs, where the cycle says nothing of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.model.cycle import Action
from regionstyrning.questions.calendar.own import own_steps
from regionstyrning.questions.calendar.steps import DatedStep, State, StepKind
from regionstyrning.questions.meetings import meetings_of
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.law import Policies
    from regionstyrning.model.organisation import Meeting, Organ
    from regionstyrning.model.steering_model import SteeringModel

_MEETS = Sentence("{title} sammanträder", "{title} meets")


def meetings_met(model: SteeringModel, year: int, policies: Policies) -> Iterator[DatedStep]:
    """
    The meetings that are stated with the organs, by the year of their last day.

    Those that a step of the cycle dates already are left out, and those that only decisions tell of.

    Args:
        model: Any model.
        year: The calendar year.
        policies: How the law is read where it leaves that open.
    """
    told = {
        (organ, step.meeting.last)
        for step in own_steps(model, year, policies)
        if step.action is Action.MEETS and step.meeting is not None
        for organ in step.organs
    }
    for organ in sorted(model.organs, key=lambda each: each.id):
        stated = {each.on for each in organ.meetings}
        for meeting in meetings_of(model, organ.id) if stated else ():
            if meeting.on in stated and meeting.last.year == year and (organ.id, meeting.last) not in told:
                yield _dated(model, organ, meeting)


def _dated(model: SteeringModel, organ: Organ, meeting: Meeting) -> DatedStep:
    return DatedStep(
        record=organ.id,
        source=next(iter(meeting.sources), None),
        sentence=_MEETS,
        words=(("title", organ.title),),
        id=f"sammantrade/{organ.id}/{meeting.on}",
        year=meeting.last.year,
        kind=StepKind.MEETING,
        on=meeting.last,
        meeting=meeting,
        written=meeting.text,
        organs=(organ.id,),
        state=State.DONE if meeting.last <= model.as_of else State.AHEAD,
    )
