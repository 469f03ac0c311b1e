"""What a cycle says of its steps: the year they concern, the duty of the law they fulfil, what they wait for."""

from __future__ import annotations

import re
from datetime import MINYEAR, date
from typing import TYPE_CHECKING

from regionstyrning.law import STANDARD, election_day, law_for
from regionstyrning.law.deadlines import RULES, StatutoryDuty
from regionstyrning.law.held import MAIN
from regionstyrning.model.contents import Content
from regionstyrning.model.cycle import Action, Recurrence
from regionstyrning.model.organisation import OrganKind
from regionstyrning.questions.calendar.recurrence import MANY, Occasion, belongs, occasions
from regionstyrning.questions.calendar.sittings import later, sittings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from regionstyrning.law import Law
    from regionstyrning.law.held import LawRule
    from regionstyrning.model.cycle import CycleStep
    from regionstyrning.model.dates import Part
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.model.structure import DocumentKind, Structure

_SECTION = re.compile(r"(\d+) kap\. (\d+)")
_TELLS = frozenset({Action.REPORTS, Action.FOLLOWS_UP, Action.TREATS, Action.MEETS})
_JUNE = 6
_YEARS_BACK = 2
"""How many years before a step what it waits for may be done: work on one budget runs over three."""

_DUTIES = {
    (Content.BUDGET, OrganKind.BOARD, Action.PREPARES): StatutoryDuty.BUDGET_PROPOSED,
    (Content.BUDGET, OrganKind.ASSEMBLY, Action.DECIDES): StatutoryDuty.BUDGET_ADOPTED,
    (Content.INTERIM_REPORT, OrganKind.BOARD, Action.REPORTS): StatutoryDuty.INTERIM_HANDED,
    (Content.INTERIM_REPORT, OrganKind.ASSEMBLY, Action.TREATS): StatutoryDuty.INTERIM_TREATED,
    (Content.INTERIM_REPORT, OrganKind.ASSEMBLY, Action.DECIDES): StatutoryDuty.INTERIM_TREATED,
    (Content.ANNUAL_REPORT, OrganKind.BOARD, Action.PREPARES): StatutoryDuty.ANNUAL_REPORT_HANDED,
    (Content.ANNUAL_REPORT, OrganKind.BOARD, Action.REPORTS): StatutoryDuty.ANNUAL_REPORT_HANDED,
    (Content.ANNUAL_REPORT, OrganKind.ASSEMBLY, Action.TREATS): StatutoryDuty.ANNUAL_REPORT_APPROVED,
    (Content.ANNUAL_REPORT, OrganKind.ASSEMBLY, Action.DECIDES): StatutoryDuty.ANNUAL_REPORT_APPROVED,
    (Content.TAX_RATE, OrganKind.ASSEMBLY, Action.DECIDES): StatutoryDuty.TAX_RATE_SET,
}
"""Which duty of the law a step fulfils by what it does with what, where it names no paragraph itself."""


_OF_THE_YEAR_BEFORE = frozenset(
    {
        StatutoryDuty.ANNUAL_REPORT_HANDED,
        StatutoryDuty.ANNUAL_REPORT_APPROVED,
        StatutoryDuty.DISCHARGE,
    }
)
"""Duties that concern the year that has ended."""


class Cycle:
    """
    The cycle of a structure, read once.

    Attributes:
        model: The model that the structure stands in.
        structure: The structure.
        kinds: Its kinds of document by id.
        steps: Its steps by id.
    """

    __slots__ = ("_abouts", "_law", "_times", "kinds", "model", "steps", "structure")

    def __init__(self, model: SteeringModel, structure: Structure, law: Law) -> None:
        self.model = model
        self.structure = structure
        self._law = law
        self.kinds: Mapping[str, DocumentKind] = {kind.id: kind for kind in structure.document_kinds}
        self.steps: Mapping[str, CycleStep] = {step.id: step for step in structure.cycle}
        self._abouts: dict[str, int] = {}
        self._times: dict[tuple[str, int], tuple[Occasion, ...] | None] = {}

    def kind(self, step: CycleStep) -> DocumentKind | None:
        """The kind of document of a step."""
        return self.kinds.get(step.document_kind or "")

    def about(self, step: CycleStep) -> int:
        """
        How many years lie between the year that a step is done in and the year it concerns.

        As many as it is ahead; one back for an annual report and discharge, for a report of no part of a year
        that is made in its first half or of a part that has not ended by then, and for what waits for such a
        report. The reading is ours.
        """
        if step.id not in self._abouts:
            self._abouts[step.id] = 0  # whatever waits for itself
            self._abouts[step.id] = self._about(step)
        return self._abouts[step.id]

    def _about(self, step: CycleStep) -> int:
        kind, period = self.kind(step), self.period(step)
        month = step.first_month if step.last is None else step.last.month
        if step.years_ahead:
            return step.years_ahead
        if period is not None:
            not_ended = step.action is not Action.PREPARES and month is not None and month < period.last_month
            return -1 if not_ended else 0
        if self.duty(step) in _OF_THE_YEAR_BEFORE:
            return -1
        if kind is None and step.action not in _TELLS:
            before = [self.about(self.steps[id]) for id in step.after if id in self.steps]
            return min([0, *before])
        told = kind.reports if kind is not None else True
        early = step.recurs is Recurrence.YEARLY and month is not None and month <= _JUNE
        annual = kind is not None and Content.ANNUAL_REPORT in kind.contains
        return -1 if told and (annual or early) else 0

    def plans(self, step: CycleStep) -> bool:
        """Whether a step has to do with a plan: of a kind of document that plans, or ahead of its year."""
        kind = self.kind(step)
        return step.action not in _TELLS and (step.years_ahead > 0 if kind is None else not kind.reports)

    def duty(self, step: CycleStep) -> StatutoryDuty | None:
        """The duty of the law that a step fulfils: by the paragraph it names, or by what it does with what."""
        if step.paragraph is not None:
            named = [duty for duty, id in RULES.items() if _names(step, self._law.rule(id))]
            later = StatutoryDuty.BUDGET_ADOPTED_LATER in named and Content.BUDGET in self._contents(step)
            return StatutoryDuty.BUDGET_ADOPTED_LATER if later else next(iter(named), None)
        contents = self._contents(step)
        keys = ((content, organ, step.action) for content in contents for organ in step.by)
        return next((_DUTIES[key] for key in keys if key in _DUTIES), None)

    def _contents(self, step: CycleStep) -> tuple[Content, ...]:
        """What a step settles: what its kind of document holds, and what it says itself."""
        kind = self.kind(step)
        return (*(kind.contains if kind else ()), *step.contains)

    def waits_for(self, step: CycleStep) -> tuple[str, ...]:
        """Ids of the steps that it names, and of those that decide the documents that its own must build on."""
        kind = self.kind(step)
        bases = () if kind is None or step.action is not Action.DECIDES else kind.based_on
        decided = (
            each.id
            for each in self.structure.cycle
            if each.action is Action.DECIDES and each.document_kind in bases and each.id != step.id
        )
        return tuple(dict.fromkeys((*(id for id in step.after if id in self.steps), *decided)))

    def period(self, step: CycleStep) -> Part | None:
        """The part of a year that a step is about: its own, or that of a report of its kind that it waits for."""
        if step.period is not None or step.document_kind is None:
            return step.period
        before = (self.steps[id] for id in step.after if id in self.steps)
        found = {each.period for each in before if each.document_kind == step.document_kind} - {None}
        return found.pop() if len(found) == 1 else None

    def decided_again(self, step: CycleStep, year: int) -> tuple[bool, bool]:
        """Whether the same organ decides the same of a year in an earlier step too, and in a later one."""
        if step.action is not Action.DECIDES or step.document_kind is None:
            return False, False
        days, about = self._days(step, year), year + self.about(step)
        same = [
            self._days(each, about - self.about(each))
            for each in self.steps.values()
            if each.id != step.id and each.action is step.action and each.document_kind == step.document_kind
            if not {*step.by}.isdisjoint(each.by)
        ]
        return any(each and each < days for each in same), any(days and each > days for each in same)

    def _days(self, step: CycleStep, year: int) -> tuple[date, ...]:
        """The days of a step in a year, none where it is not done in it or has no day."""
        found = self.times(step, year) if belongs(step, election=self.election(year)) else None
        return tuple(each.on for each in found or ())

    def election(self, year: int) -> bool:
        """Whether a year is one of election to the assembly."""
        return election_day(self._law, year) is not None

    def times(self, step: CycleStep, year: int) -> tuple[Occasion, ...] | None:
        """The times that a step is done in a calendar year, as of `occasions`, or as the meetings fall."""
        if step.at_meeting_of is None:
            return occasions(step, year)
        key = step.id, year
        if key not in self._times:
            self._times[key] = None  # whatever waits for itself
            self._times[key] = self._at_meetings(step, step.at_meeting_of, year)
        return self._times[key]

    def _at_meetings(self, step: CycleStep, kind: OrganKind, year: int) -> tuple[Occasion, ...] | None:
        """At each meeting, or at the first from what it waits for; None if no such meeting is known."""
        sat = [
            each
            for around in (year - 1, year, year + 1)
            for each in sittings(self.model, self.structure, kind, around, election=self.election(around))
        ]
        if step.after:
            ready = self._ready(step, year)
            sat = [] if ready is None else [each for each in sat if each.earliest >= ready][:1]
        found = (later(each, step.days_after) for each in sat)
        valid = step.validity
        held = [each for each in found if each is not None and each.on.year == year]
        return tuple(each for each in held if valid is None or valid.covers(each.on)) or None

    def _ready(self, step: CycleStep, year: int) -> date | None:
        """The first day on which all that a step names can be done; None if some of that has no day."""
        about, named = year + self.about(step), [self.steps[id] for id in step.after if id in self.steps]
        done = [(other, self._done_in(other, about, year)) for other in named]
        days = [self.times(other, when) for other, when in done if when is not None]
        if not days or not all(days):
            return None
        return max(found[-1].earliest for found in days if found)

    def before(self, step: CycleStep, year: int) -> tuple[str, ...]:
        """
        Ids of the dated steps that one waits for: those that concern the same year.

        A step that is not done that year is passed over for those that it waits for itself.
        """
        found = (dated_id(self.structure, other, done) for other, done in self._before(step, year))
        return tuple(dict.fromkeys(found))

    def _before(self, step: CycleStep, year: int) -> Iterator[tuple[CycleStep, int]]:
        """The steps that one waits for, each with the year that it is done in."""
        about, seen, left = year + self.about(step), {step.id}, [*reversed(self.waits_for(step))]
        while left:
            id = left.pop()
            if id in seen:
                continue
            seen.add(id)
            other = self.steps[id]
            done = self._done_in(other, about, year)
            if done is not None:
                yield other, done
            else:
                left += reversed(self.waits_for(other))

    def _done_in(self, step: CycleStep, about: int, year: int) -> int | None:
        """The year in which a step that concerns a year is done, not after the year asked about."""
        done = about - self.about(step)
        if is_many(step):
            return None
        if not max(year - _YEARS_BACK, MINYEAR) <= done <= year or not belongs(step, election=self.election(done)):
            return None
        found = self.times(step, done)
        in_force = step.validity is None or step.validity.covers(step_day(done))
        return done if found or (found is None and in_force) else None


def is_many(step: CycleStep) -> bool:
    """Whether a step recurs within a year: by month or quarter, or at each meeting."""
    return step.recurs in MANY or (step.at_meeting_of is not None and not step.after)


def dated_id(structure: Structure, step: CycleStep, year: int) -> str:
    """The id of a step in a year."""
    return f"{structure.id}/{step.id}/{year}"


def step_day(year: int) -> date:
    """The last day of a year, on which a step without a day is taken to be done."""
    return date(year, 12, 31)


def cycles(model: SteeringModel) -> tuple[Cycle, ...]:
    """The cycles of the structures that have one."""
    law = law_for(model, STANDARD)
    return tuple(Cycle(model, structure, law) for structure in model.structures if structure.cycle)


def _names(step: CycleStep, rule: LawRule) -> bool:
    """Whether the paragraph beside a step is that of a provision, and who does it is whom that asks."""
    named, written = _SECTION.search(step.paragraph or ""), _SECTION.search(rule.provision.paragraph)
    asked = {*rule.provision.organ_kinds, *rule.provision.givers}
    same = named is not None and written is not None and named.groups() == written.groups()
    return same and rule.statute.id == MAIN and not asked.isdisjoint(step.by)
