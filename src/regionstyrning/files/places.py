"""Where the records of a loaded model are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from regionstyrning.model.findings import Where
    from regionstyrning.model.steering_model import SteeringModel


def place_of(model: SteeringModel, record_id: str) -> Callable[[], Where | None] | None:
    """Look up where a record is written, when asked; None for a model from elsewhere."""
    origin = model.memo.get("origin")
    return None if origin is None else lambda: origin.where(record_id)
