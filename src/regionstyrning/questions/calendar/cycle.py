"""What a cycle says of its steps: the year they concern, the duty of the law they fulfil, what they wait for."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from regionstyrning.law.deadlines import RULES, StatutoryDuty
from regionstyrning.law.held import MAIN
from regionstyrning.model.cycle import Action, Recurrence
from regionstyrning.model.organisation import OrganKind
from regionstyrning.model.structure import Content
from regionstyrning.questions.calendar.recurrence import MANY, belongs, occasions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from regionstyrning.law import Law
    from regionstyrning.law.held import LawRule
    from regionstyrning.model.cycle import CycleStep
    from regionstyrning.model.structure import DocumentKind, Structure

_SECTION = re.compile(r"(\d+) kap\. (\d+)")
_TELLS = frozenset({Action.REPORTS, Action.FOLLOWS_UP, Action.TREATS})
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
}
"""Which duty of the law a step fulfils by what it does with what, where it names no paragraph itself."""


class Cycle:
    """
    The cycle of a structure, read once.

    Attributes:
        structure: The structure.
        kinds: Its kinds of document by id.
        steps: Its steps by id.
    """

    __slots__ = ("_abouts", "kinds", "steps", "structure")

    def __init__(self, structure: Structure) -> None:
        self.structure = structure
        self.kinds: Mapping[str, DocumentKind] = {kind.id: kind for kind in structure.document_kinds}
        self.steps: Mapping[str, CycleStep] = {step.id: step for step in structure.cycle}
        self._abouts: dict[str, int] = {}

    def kind(self, step: CycleStep) -> DocumentKind | None:
        """The kind of document of a step."""
        return self.kinds.get(step.document_kind or "")

    def about(self, step: CycleStep) -> int:
        """
        How many years lie between the year that a step is done in and the year it concerns.

        As many as it is ahead; one back for an annual report, for a report of no part of a year that is made in
        its first half, and for what waits for such a report. The reading is ours.
        """
        if step.id not in self._abouts:
            self._abouts[step.id] = 0  # whatever waits for itself
            self._abouts[step.id] = self._about(step)
        return self._abouts[step.id]

    def _about(self, step: CycleStep) -> int:
        kind = self.kind(step)
        if step.years_ahead or step.period is not None:
            return step.years_ahead
        if kind is None and step.action not in _TELLS:
            before = [self.about(self.steps[id]) for id in step.after if id in self.steps]
            return min([0, *before])
        told = kind.reports if kind is not None else True
        month = step.first_month if step.last is None else step.last.month
        early = step.recurs is Recurrence.YEARLY and month is not None and month <= _JUNE
        annual = kind is not None and Content.ANNUAL_REPORT in kind.contains
        return -1 if told and (annual or early) else 0

    def plans(self, step: CycleStep) -> bool:
        """Whether a step has to do with a plan: of a kind of document that plans, or ahead of its year."""
        kind = self.kind(step)
        return step.action not in _TELLS and (step.years_ahead > 0 if kind is None else not kind.reports)

    def duty(self, step: CycleStep, law: Law) -> StatutoryDuty | None:
        """The duty of the law that a step fulfils: by the paragraph it names, or by what it does with what."""
        if step.paragraph is not None:
            return next((duty for duty, id in RULES.items() if _names(step, law.rule(id))), None)
        kind = self.kind(step)
        keys = ((content, organ, step.action) for content in (kind.contains if kind else ()) for organ in step.by)
        return next((_DUTIES[key] for key in keys if key in _DUTIES), None)

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

    def before(self, step: CycleStep, year: int, election: Callable[[int], bool]) -> tuple[str, ...]:
        """
        Ids of the dated steps that one waits for: those that concern the same year.

        A step that is not done that year is passed over for those that it waits for itself.
        """
        about = year + self.about(step)
        return tuple(dict.fromkeys(self._before(step, about, year, election, {step.id})))

    def _before(
        self, step: CycleStep, about: int, year: int, election: Callable[[int], bool], seen: set[str]
    ) -> Iterator[str]:
        for id in self.waits_for(step):
            if id in seen:
                continue
            seen.add(id)
            other = self.steps[id]
            found = self._done_in(other, about, year, election)
            if found is not None:
                yield dated_id(self.structure, other, found)
            else:
                yield from self._before(other, about, year, election, seen)

    def _done_in(self, step: CycleStep, about: int, year: int, election: Callable[[int], bool]) -> int | None:
        """The year in which a step that concerns a year is done, not after the year asked about."""
        done = about - self.about(step)
        if step.recurs in MANY:
            return None
        if not year - _YEARS_BACK <= done <= year or not belongs(step, election=election(done)):
            return None
        found = occasions(step, done)
        in_force = step.validity is None or step.validity.covers(step_day(done))
        return done if found or (found is None and in_force) else None


def dated_id(structure: Structure, step: CycleStep, year: int) -> str:
    """The id of a step in a year."""
    return f"{structure.id}/{step.id}/{year}"


def step_day(year: int) -> date:
    """The last day of a year, on which a step without a day is taken to be done."""
    return date(year, 12, 31)


def cycles(structures: tuple[Structure, ...]) -> tuple[Cycle, ...]:
    """The cycles of the structures that have one."""
    return tuple(Cycle(structure) for structure in structures if structure.cycle)


def _names(step: CycleStep, rule: LawRule) -> bool:
    """Whether the paragraph beside a step is that of a provision, and who does it is whom that asks."""
    named, written = _SECTION.search(step.paragraph or ""), _SECTION.search(rule.provision.paragraph)
    asked = {*rule.provision.organ_kinds, *rule.provision.givers}
    same = named is not None and written is not None and named.groups() == written.groups()
    return same and rule.statute.id == MAIN and not asked.isdisjoint(step.by)
