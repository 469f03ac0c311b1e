"""Small models to save."""

from __future__ import annotations

from datetime import date
from typing import Any

from regionstyrning.model import Goal, ModelStatus, Outcome, SteeringModel


def small(**more: Any) -> SteeringModel:  # noqa: ANN401 - any field of a model
    """A model with a few fields."""
    return SteeringModel(id="x", title="X", as_of=date(2025, 1, 1), status=ModelStatus.FICTIONAL, **more)


def outcome(value: Any, **more: Any) -> SteeringModel:  # noqa: ANN401 - also what no outcome should hold
    """A model with one outcome."""
    return small(outcomes=[Outcome(indicator="i", year=2025, value=value, **more)])


def goal(**more: Any) -> SteeringModel:  # noqa: ANN401 - also what no goal should hold
    """A model with one goal."""
    return small(goals=[Goal(**{"id": "a", "title": "A", "level": "mal", **more})])
