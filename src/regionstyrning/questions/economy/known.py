"""Which figures there are: of when, at which stage and whose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.model.economy import AmountStage
from regionstyrning.questions.economy.figures import Scope

if TYPE_CHECKING:
    from regionstyrning.model.steering_model import SteeringModel

_STAGES = tuple(AmountStage)


def known_scopes(model: SteeringModel, organ: str, *, group: bool = False) -> tuple[Scope, ...]:
    """
    What accounts there are of an organ: of each year or part of it, at each stage that has a figure.

    A sum over several years is no account of a year.

    Args:
        model: The model.
        organ: Id of the organ whose they are.
        group: Whether they are for the whole group (koncern).

    Returns:
        By year, then what has happened before what is expected, and the whole year before its parts.
    """
    held = {
        Scope(year=each.year, stage=each.stage, organ=organ, group=group, part=each.part)
        for each in model.amounts
        if each.organ == organ and each.group == group and each.last_year in {None, each.year}
    }
    return tuple(sorted(held, key=_order))


def known_organs(model: SteeringModel) -> tuple[str, ...]:
    """Ids of those that have any figure, but for the legal person itself."""
    return tuple(sorted({each.organ for each in model.amounts} - {model.legal_person}))


def _order(scope: Scope) -> tuple[int, bool, int, int, int]:
    months = (0, 0) if scope.part is None else (scope.part.first_month, scope.part.last_month)
    return scope.year, scope.part is not None, _STAGES.index(scope.stage), *months
