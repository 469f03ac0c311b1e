"""What the law asks around each meeting of fullmäktige whose day is known."""

from __future__ import annotations

from datetime import MAXYEAR
from typing import TYPE_CHECKING

from regionstyrning.law import law_for
from regionstyrning.law.holidays import day_off
from regionstyrning.law.meetings import MeetingMatter, meeting_days
from regionstyrning.law.minutes import approve_by
from regionstyrning.model.organisation import OrganKind
from regionstyrning.questions.calendar.deeds import ADOPTIONS, deeds, kinds_of
from regionstyrning.questions.calendar.own import bodies_of, own_steps
from regionstyrning.questions.calendar.steps import DatedStep, State, StepKind
from regionstyrning.questions.meetings import meetings_seen
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.law import Law, Policies
    from regionstyrning.law.meetings import MeetingDay
    from regionstyrning.model.contents import Content
    from regionstyrning.model.organisation import Meeting, Organ
    from regionstyrning.model.steering_model import SteeringModel

_TITLES = {
    MeetingMatter.CALLED: Sentence(
        "Fullmäktiges sammanträde är kungjort och ledamöterna kallade",
        "The meeting of fullmäktige is announced and its members called",
    ),
    MeetingMatter.BUDGET_PUBLIC: Sentence(
        "Styrelsens förslag till budget finns på webben", "The styrelse's proposal of a budget is on the web"
    ),
    MeetingMatter.ANNUAL_REPORT_PUBLIC: Sentence("Årsredovisningen finns på webben", "The annual report is on the web"),
    MeetingMatter.AUDIT_PUBLIC: Sentence(
        "Revisionsberättelserna finns på webben", "The auditors' reports are on the web"
    ),
    MeetingMatter.MINUTES_APPROVED: Sentence(
        "Fullmäktiges protokoll är justerat", "The minutes of fullmäktige are approved"
    ),
}
"""What is asked of every meeting; what only urgent matters ask, or the first of a new term, is left out."""

_EACH = frozenset({MeetingMatter.CALLED, MeetingMatter.MINUTES_APPROVED})


def steps_around(model: SteeringModel, year: int, policies: Policies) -> Iterator[DatedStep]:
    """
    The law's last days before and after the meetings of fullmäktige, in a calendar year.

    Args:
        model: Any model.
        year: The calendar year that the last days fall in.
        policies: How the law is read where it leaves that open.
    """
    law = law_for(model, policies)
    for organ in sorted(model.organs, key=lambda each: each.id):
        if organ.kind is not OrganKind.ASSEMBLY:
            continue
        for meeting in meetings_seen(model, organ.id):
            if abs(meeting.on.year - year) <= 1 and meeting.last.year < MAXYEAR:  # its minutes are approved after it
                treats = _treated(model, organ.id, meeting, policies)
                asked = meeting_days(law, meeting.on, until=meeting.until, treats=treats)
                steps = (_dated(model, law, organ, meeting, day) for day in asked.days if day.matter in _TITLES)
                yield from (step for step in steps if step.year == year)


def _treated(model: SteeringModel, organ: str, meeting: Meeting, policies: Policies) -> set[Content]:
    """
    What fullmäktige decides at a meeting: by its decisions, or by the cycle as far as none was read.

    A step in one month is taken to be done at the one meeting that is known in it. Of several nothing is said, and
    nothing of a step that may be done in several months, of which other meetings may not be known.
    """
    done = (deed for deed in deeds(model) if deed.on is not None and meeting.takes_in(deed.on))
    there = (deed for deed in done if deed.kind in ADOPTIONS and deed.by_kind is OrganKind.ASSEMBLY)
    found = {content for deed in there if not deed.preliminary for content in deed.contains}
    for step in own_steps(model, meeting.last.year, policies):
        if step.on is None or step.done or OrganKind.ASSEMBLY.value not in step.who:
            continue
        first, last = step.first or step.on, step.on
        if (first.year, first.month) != (last.year, last.month):
            continue
        if [each for each in meetings_seen(model, organ) if first <= each.last and each.on <= last] == [meeting]:
            kind = kinds_of(model, meeting.last).get(step.document_kind or "")
            found.update(() if kind is None else kind.contains)
    return found


def _dated(model: SteeringModel, law: Law, organ: Organ, meeting: Meeting, day: MeetingDay) -> DatedStep:
    """A last day around a meeting; one after it may fall on a holiday, and move by the setting."""
    minutes = approve_by(law, meeting.last) if day.matter is MeetingMatter.MINUTES_APPROVED else None
    counted = day.on if minutes is None else minutes.counted_to
    reason = None if minutes is None else day_off(counted)
    return DatedStep(
        record=day.rule.id,
        law=day.rule.cited,
        source=next(iter(day.rule.provision.sources), None),
        sentence=_TITLES[day.matter],
        id=f"{day.rule.id}/{organ.id}/{meeting.on}",
        year=counted.year,
        kind=StepKind.LAW,
        on=day.on,
        moved_from=None if day.on == counted else counted,
        moved_to=None if minutes is None or reason is None else minutes.moved_to,
        day_off=reason,
        many=day.matter in _EACH,
        at_meeting_of=OrganKind.ASSEMBLY.value,
        meeting=meeting,
        organs=(organ.id,) if day.matter in _EACH else bodies_of(model, [OrganKind.BOARD], day.on),
        who=() if day.matter in _EACH else (OrganKind.BOARD.value,),
        state=State.AHEAD if model.as_of <= day.on else State.NOT_SHOWN,
    )
