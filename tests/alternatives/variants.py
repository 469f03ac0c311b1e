"""Alternatives and questions of a module, as a process pool and a cluster need them."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Callable

    from regionstyrning.model import SteeringModel


def as_it_is(model: SteeringModel) -> SteeringModel:
    """The model itself."""
    return model


def without_goals(model: SteeringModel, *, count: int) -> SteeringModel:
    """The model without its first goals."""
    return model.without(*(goal.id for goal in model.goals[:count]))


def failing(model: SteeringModel) -> SteeringModel:
    """No model: it takes away what is not there."""
    return model.without("xyzzy")


def ending_its_worker(model: SteeringModel) -> SteeringModel:
    """No model: the process that tries it is gone."""
    os.kill(os.getpid(), signal.SIGKILL)
    return model


def goals(model: SteeringModel) -> int:
    """How many goals there are."""
    return len(model.goals)


def a_function(model: SteeringModel) -> Callable[[], int] | int:
    """An answer that cannot be sent, if the number of goals is odd."""
    count = len(model.goals)
    return (lambda: count) if count % 2 else count


def process(_model: SteeringModel) -> int:
    """Which process was asked."""
    return os.getpid()


@frozen
class Without:
    """An alternative that is a value."""

    id: str

    def __call__(self, model: SteeringModel) -> SteeringModel:
        """The model without one record."""
        return model.without(self.id)


class Nameless:
    """An alternative that says nothing of itself."""

    def __call__(self, model: SteeringModel) -> SteeringModel:
        """The model itself."""
        return model
