"""The steps of the region's own cycle in a year."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date
from typing import TYPE_CHECKING

from attrs import evolve

from regionstyrning.law import STANDARD, election_day, law_for
from regionstyrning.law.deadlines import (
    StatutoryDuty,
    interim_period_is_lawful,
    interim_period_is_too_long,
    lawful_period,
    statutory_day,
)
from regionstyrning.law.holidays import day_off, next_working_day
from regionstyrning.model.contents import Content
from regionstyrning.model.cycle import Action
from regionstyrning.model.dates import years
from regionstyrning.model.organisation import Organ, OrganKind
from regionstyrning.questions.calendar.counted import LastDays
from regionstyrning.questions.calendar.cycle import Cycle, cycles, dated_id, is_many, step_day
from regionstyrning.questions.calendar.doing import Outcome, can_be_shown, done_of_step
from regionstyrning.questions.calendar.each import told_apart
from regionstyrning.questions.calendar.following import consequence
from regionstyrning.questions.calendar.recurrence import belongs, has_no_first_year
from regionstyrning.questions.calendar.shown import shown_by_fullmaktige
from regionstyrning.questions.calendar.steps import DatedStep, State, StepKind
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from regionstyrning.law import Law, Policies
    from regionstyrning.model.cycle import CycleStep
    from regionstyrning.model.dates import Part
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.questions.calendar.recurrence import Occasion

TITLED = Sentence("{title}", "{title}")


def own_steps(model: SteeringModel, year: int, policies: Policies) -> tuple[DatedStep, ...]:
    """
    The steps of the cycle in a calendar year, found once and kept.

    A step is that of the structure in force on its day; one without a day is that of the last
    structure in force in the year.
    """
    key = ("own steps", year, policies)
    found: tuple[DatedStep, ...] | None = model.memo.get(key)
    if found is None:
        known = MINYEAR <= year < MAXYEAR  # a rule asks for the years around; a day may move to the year after
        found = model.memo[key] = tuple(_steps(model, year, policies)) if known else ()
    return found


def left_out(model: SteeringModel, year: int, policies: Policies) -> tuple[CycleStep, ...]:
    """The steps of the cycle that are not done in a year, since it is one of election or is not."""
    election = election_day(law_for(model, policies), year) is not None
    last = last_cycle(model, year)
    steps = () if last is None else last.structure.cycle
    return tuple(step for step in steps if not belongs(step, election=election) and _in_force(step, year))


def cycles_of(model: SteeringModel) -> tuple[Cycle, ...]:
    """The cycles of a model, read once and kept."""
    found: tuple[Cycle, ...] | None = model.memo.get("cycles")
    if found is None:
        found = model.memo["cycles"] = cycles(model)
    return found


def last_cycle(model: SteeringModel, year: int) -> Cycle | None:
    """The cycle of the last structure in force in a year."""
    held = [
        each
        for each in cycles_of(model)
        if each.structure.validity is None or each.structure.validity.overlaps(years(year, year))
    ]
    return max(held, key=_begins, default=None)


def interim_period(model: SteeringModel, year: int) -> Part | None:
    """
    What the interim report of a year covers by the region's own cycle: the longest, if there are several.

    Only what the law lets it cover, in steps that are done in the year.
    """
    cycle, law = last_cycle(model, year), law_for(model, STANDARD)
    found = [
        step.period
        for step in (() if cycle is None else cycle.structure.cycle)
        if cycle is not None
        and step.period is not None
        and Content.INTERIM_REPORT in getattr(cycle.kind(step), "contains", ())
        and _in_force(step, year)
        and belongs(step, election=cycle.election(year))
        and interim_period_is_lawful(law, year, step.period)
    ]
    return max(found, key=lambda part: part.last_month, default=None)


def _duty(law: Law, cycle: Cycle, step: CycleStep, about: int) -> StatutoryDuty | None:
    """
    The duty that a step fulfils: none with an interim report of another part of the year than the law asks for.

    One that covers too much of the year is held to the law's last day where it stands in place of the lawful one.
    """
    duty, period = cycle.duty(step), cycle.period(step)
    if duty not in {StatutoryDuty.INTERIM_HANDED, StatutoryDuty.INTERIM_TREATED} or period is None:
        return duty
    too_long = interim_period_is_too_long(law, about, period)
    instead = too_long and interim_period(cycle.model, about) is None
    return duty if instead or interim_period_is_lawful(law, about, period) is not False else None


def bodies_of(model: SteeringModel, kinds: Iterable[OrganKind], day: date) -> tuple[str, ...]:
    """Ids of the organs of some kinds that exist on a day; a presidium that the law names is that of fullmäktige."""
    wanted = set(kinds)
    found = (
        organ
        for organ in model.organs
        if organ.kind in wanted and (organ.validity is None or organ.validity.covers(day))
    )
    return tuple(sorted(each.id for each in found if _is_of_the_assembly(model, each)))


def _is_of_the_assembly(model: SteeringModel, organ: Organ) -> bool:
    """Whether a presidium is that of fullmäktige; other bodies always are what they are."""
    whole = model.by_id.get(organ.part_of or "")
    return organ.kind is not OrganKind.PRESIDIUM or getattr(whole, "kind", None) is OrganKind.ASSEMBLY


def _begins(cycle: Cycle) -> tuple[date, str]:
    validity = cycle.structure.validity
    return (validity.first if validity is not None and validity.first is not None else date.min), cycle.structure.id


def _in_force(step: CycleStep, year: int) -> bool:
    return step.validity is None or step.validity.overlaps(years(year, year))


def _steps(model: SteeringModel, year: int, policies: Policies) -> Iterator[DatedStep]:
    law = law_for(model, policies)
    last, election = last_cycle(model, year), election_day(law, year) is not None
    for cycle in cycles_of(model):
        validity = cycle.structure.validity
        for step in cycle.structure.cycle:
            if not belongs(step, election=election):
                continue
            found = cycle.times(step, year)
            if found is None:
                if cycle is last and _in_force(step, year):
                    yield _dated(model, law, cycle, step, year, None)
                continue
            for occasion in found:
                if validity is None or validity.covers(occasion.on):
                    yield _dated(model, law, cycle, step, year, occasion)


def _dated(  # noqa: PLR0913, PLR0917 - what a step is made of
    model: SteeringModel, law: Law, cycle: Cycle, step: CycleStep, year: int, occasion: Occasion | None
) -> DatedStep:
    about, period = year + cycle.about(step), cycle.period(step)
    duty = _duty(law, cycle, step, about)
    on = None if occasion is None else occasion.on
    exact = occasion is not None and occasion.exact
    reason = None if on is None or not exact else day_off(on)
    moved = None if on is None or reason is None else next_working_day(on)
    shifted = moved is not None and law.policies.shift_authority_deadlines
    last = moved if shifted else on
    statutory = None if duty is None else statutory_day(law, duty, about, period=lawful_period(law, about, period))
    deadline = None if statutory is None else statutory.last_day
    many = is_many(step)
    since = None if occasion is None or step.action is not Action.REVISES else occasion.first
    before, again = cycle.decided_again(step, year)
    days = LastDays(
        year=year,
        about=about,
        own=last,
        statutory=statutory,
        since=since,
        period=period,
        preliminary=again or (duty is None and not before),
        again=again,
        plans=cycle.plans(step),
    )
    outcome = done_of_step(model, law, step, duty, days)
    if not outcome.done:
        outcome = shown_by_fullmaktige(model, law, duty, days) or outcome
    if step.action is Action.MEETS and exact and last is not None and last <= model.as_of:
        outcome = Outcome(done=(), state=State.DONE)  # that the day is known says that they met
    made = DatedStep(
        record=step.id,
        law=None if statutory is None else statutory.rule.cited,
        source=next(iter(step.sources), None),
        sentence=TITLED,
        words=(("title", step.title),),
        id=dated_id(cycle.structure, step, year) + (_time_of_year(step, on) if many and on is not None else ""),
        year=year,
        kind=StepKind.OWN,
        on=last,
        first=None if occasion is None else occasion.first,
        exact=exact,
        many=many,
        action=step.action,
        plans=cycle.plans(step),
        organs=_organs(model, step, on or step_day(year)),
        who=tuple(kind.value for kind in (*step.by, *step.by_posts)),
        document_kind=step.document_kind,
        about=about,
        part=period,
        written=step.text,
        at_meeting_of=None if step.at_meeting_of is None else step.at_meeting_of.value,
        meeting=None if occasion is None else occasion.meeting,
        every_years=step.every_years if occasion is None and has_no_first_year(step) else None,
        can_be_shown=can_be_shown(step, duty),
        after=() if many else cycle.before(step, year),
        duty=duty,
        deadline=deadline,
        slack_days=None if deadline is None or last is None else (deadline - last).days,
        roughly=not exact,
        moved_from=on if shifted else None,
        moved_to=moved,
        day_off=reason,
        done=outcome.done,
        state=outcome.state,
    )
    because, words = consequence(law, made)
    return told_apart(model, evolve(made, because=because, because_words=words))


def _time_of_year(step: CycleStep, on: date) -> str:
    """What tells the times of a year apart: the month, or the day where it is a meeting's."""
    return f"-{on.month:02}" if step.at_meeting_of is None else f"-{on.month:02}-{on.day:02}"


def _organs(model: SteeringModel, step: CycleStep, day: date) -> tuple[str, ...]:
    """Ids of the organs and posts of the kinds that a step names, that exist on a day."""
    found = [
        record.id
        for records, kinds in ((model.organs, step.by), (model.positions, step.by_posts))
        for record in records
        if record.kind in kinds and (record.validity is None or record.validity.covers(day))
    ]
    return tuple(sorted(id for id in found if _is_meant(model, step, id)))


def _is_meant(model: SteeringModel, step: CycleStep, id: str) -> bool:
    """Whether a presidium is that of the body which a step goes to; other bodies always are."""
    organ = model.by_id.get(id)
    if not isinstance(organ, Organ) or organ.kind is not OrganKind.PRESIDIUM or not step.to:
        return True
    whole = model.by_id.get(organ.part_of or "")
    return isinstance(whole, Organ) and whole.kind in step.to
