"""An exporter of its own; used by ``export_as(model, "disposition")``."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from regionstyrning.model import SteeringModel


def outline(model: SteeringModel, /, *, on: date, sign: str = "-") -> str:
    """
    Every goal on a line of its own, in order of title.

    Args:
        model: Any model.
        on: The day.
        sign: What stands before each.
    """
    goals = sorted(goal.title for goal in model.at(on).goals)
    return "".join(f"{sign} {title}\n" for title in goals)
