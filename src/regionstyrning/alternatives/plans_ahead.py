"""The plan that stands at the end of each year ahead, what it sets, and what has to be counted then."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from regionstyrning.evaluators.occasions.plans import plan_of
from regionstyrning.model.dates import DECEMBER

if TYPE_CHECKING:
    from collections.abc import Mapping

    from regionstyrning.alternatives.goal_ahead import GoalAhead
    from regionstyrning.alternatives.goals_ahead import WaitingGoal
    from regionstyrning.alternatives.measure_ahead import MeasureAhead
    from regionstyrning.model.documents import SteeringDocument
    from regionstyrning.model.indicators import Target
    from regionstyrning.model.steering_model import SteeringModel


class PlansAhead:
    """The plan that stands at the end of each year, looked for no longer than it can change to one."""

    def __init__(self, model: SteeringModel) -> None:
        self.model, self.last = model, model
        self.empty = False
        begun = [*(each.begins for each in model.documents), *(each.on for each in model.decisions)]
        begun += [each.validity.first for each in model.targets if each.validity is not None]
        begun += [each.validity.first for each in model.indicators if each.validity is not None]
        self.last_begun = max((day for day in begun if day is not None), default=date.min)

    def of(self, year: int) -> SteeringModel:
        """The model of the year's last day, or of the first after which no target stands or can."""
        ended = date(year, DECEMBER, 31)
        if not self.empty:
            self.last = plan_of(self.model, year, max(self.model.as_of, ended))
            self.empty = not self.last.targets and self.last_begun <= ended
        return self.last


def targets_of(plan: SteeringModel) -> dict[str, list[Target]]:
    """The targets that a plan has for whole years, by indicator."""
    found: dict[str, list[Target]] = {}
    for each in plan.targets:
        if each.part is None:
            found.setdefault(each.indicator, []).append(each)
    return found


def title_of_document(model: SteeringModel, document: str | None) -> str | None:
    """The title of a document; None where there is none."""
    return next((each.title for each in model.documents if each.id == document), None)


def replacing(plan: SteeringModel, document: str | None) -> str | None:
    """Title of the document that stands instead of another, through any number between them."""
    replaced, last = {document}, None
    for each in sorted(plan.documents, key=_begun):
        if document is not None and replaced & {*each.replaces}:
            replaced.add(each.id)
            last = each.title
    return last


def _begun(document: SteeringDocument) -> tuple[date, str]:
    return document.begins or date.min, document.id


def measures_of(
    by_year: Mapping[int, list[GoalAhead]], waiting: Mapping[int, list[WaitingGoal]]
) -> dict[int, tuple[MeasureAhead, ...]]:
    """What has to be counted in each year: what is judged or shown in it, and what a later year looks at."""
    found: dict[int, dict[str, MeasureAhead]] = {year: {} for year in by_year}
    for year, goals in by_year.items():
        for goal in goals:
            for each in {year, *goal.years} & found.keys():
                found[each].setdefault(goal.measure.name, goal.measure)
    for year, waits in waiting.items():
        found[year].update({each.name: each.measure for each in waits if each.measure is not None})
    return {year: tuple(measures.values()) for year, measures in found.items()}
