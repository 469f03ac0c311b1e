"""The regions that the library ships."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from regionstyrning.files.lanes.reading import MAIN
from regionstyrning.files.load import load

if TYPE_CHECKING:
    from regionstyrning.model.steering_model import SteeringModel

FOLDER = Path(__file__).parent.parent / "regions"


def packaged() -> tuple[str, ...]:
    """Ids of the models that the library ships, sorted."""
    return tuple(sorted(main.parent.name for main in FOLDER.glob(f"*/{MAIN}")))


def regions() -> tuple[str, ...]:
    """Ids of the models that the library ships and of those that plugins bring, sorted."""
    from regionstyrning.files.model_plugins import brought_models  # noqa: PLC0415 - most ask for what is shipped

    return tuple(sorted((*packaged(), *brought_models().found)))


def load_region(id: str) -> SteeringModel:
    """
    Load a packaged model.

    Args:
        id: One of `regions`.

    Raises:
        FailedPlugin: if a plugin has the id, and cannot be used.
        UnknownId: if no packaged model has the id; it names the nearest.
    """
    return load(place_of_region(id))


def place_of_region(id: str) -> Path:
    """
    The folder or file of a packaged model.

    Raises:
        FailedPlugin: if a plugin has the id, and cannot be used.
        UnknownId: if no packaged model has the id; it names the nearest.
    """
    if id in packaged():
        return FOLDER / id
    from regionstyrning.files.model_plugins import brought_model  # noqa: PLC0415 - as above

    return brought_model(id)
