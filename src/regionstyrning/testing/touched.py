"""
What the tests of a run touch, told to whoever gathers it.

It is a context variable, since a test calls an assertion without knowing who listens: the
plugin sets it around each test, and outside of a run nobody does.
"""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from regionstyrning.model.steering_model import SteeringModel

Touches = list[tuple["SteeringModel", frozenset[str]]]

LISTENING: ContextVar[Touches | None] = ContextVar("regionstyrning_touches", default=None)


def note(model: SteeringModel, names: frozenset[str]) -> None:
    """
    Tell what an answer touched, if anyone listens.

    Args:
        model: The model that its scheme is read from.
        names: Ids of records, and paragraphs.
    """
    touches = LISTENING.get()
    if touches is not None:
        touches.append((model, names))
