"""The plan that a year is judged by."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from attrs import evolve

from regionstyrning.model.dates import DECEMBER, JANUARY
from regionstyrning.model.documents import DecisionKind

if TYPE_CHECKING:
    from regionstyrning.model.steering_model import SteeringModel


def year_ended(as_of: date) -> int:
    """The last year that has ended on a day; a year has ended on its last day."""
    return as_of.year if (as_of.month, as_of.day) == (DECEMBER, 31) else as_of.year - 1


def plan_of(model: SteeringModel, year: int, as_of: date) -> SteeringModel:
    """
    The model on the day of the plan that a year is judged by.

    That is the last day of the year, or the day asked if the year has not ended then. Where that plan
    has nothing to judge, and no later year has ended, it is the plan that holds on the day asked, or
    else the one that is to hold from the next year and had been decided by then.

    Args:
        model: The whole model.
        year: The year judged.
        as_of: The day asked.
    """
    held = model.at(min(as_of, date(year, DECEMBER, 31)))
    if _judges(held) or year < year_ended(as_of) or as_of.year == date.max.year:
        return held
    now = model.at(as_of)
    if _judges(now):
        return now
    ahead = _decided(model.at(date(as_of.year + 1, JANUARY, 1)), model, as_of)
    return ahead if _judges(ahead) else held


def _judges(held: SteeringModel) -> bool:
    """Whether a plan has anything to judge: a target, or a goal on a level that says what it is judged by."""
    structure = held.structure_on(held.as_of)
    levels = {level.id for level in (() if structure is None else structure.levels) if level.judged_by}
    return bool(held.targets) or any(goal.level in levels for goal in held.goals)


def _decided(ahead: SteeringModel, model: SteeringModel, as_of: date) -> SteeringModel:
    """What of a plan to come had been decided by a day."""
    later = {document.id for document in ahead.documents if not _known(document, model, as_of)}
    kept: dict[str, Any] = {
        name: [each for each in getattr(ahead, name) if getattr(each, "document", None) not in later]
        for name in ("goals", "indicators", "contributions", "targets")
    }
    held = {indicator.id for indicator in kept["indicators"]}
    kept["targets"] = [target for target in kept["targets"] if target.indicator in held]
    return evolve(ahead, **kept)


def _known(document: Any, model: SteeringModel, as_of: date) -> bool:  # noqa: ANN401 - a steering document
    """Whether a document had been decided; one of an unknown day was so at the latest the day before it holds."""
    adopted = None if document.adopted is None else document.adopted.on
    decided = [each.on for each in model.decisions if each.about == document.id and each.kind is DecisionKind.ADOPTS]
    first = adopted or next((day for day in decided if day is not None), None)
    if first is not None:
        return bool(first <= as_of)
    begins = document.begins
    return begins is None or bool(begins <= as_of + timedelta(days=1))
