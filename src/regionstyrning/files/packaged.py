"""The regions that the library ships."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from regionstyrning.errors import UnknownId
from regionstyrning.files.lanes.reading import MAIN
from regionstyrning.files.load import load

if TYPE_CHECKING:
    from regionstyrning.model.steering_model import SteeringModel

FOLDER = Path(__file__).parent.parent / "regions"


def regions() -> tuple[str, ...]:
    """Ids of the packaged models, sorted."""
    return tuple(sorted(main.parent.name for main in FOLDER.glob(f"*/{MAIN}")))


def load_region(id: str) -> SteeringModel:
    """
    Load a packaged model.

    Args:
        id: One of `regions`.

    Raises:
        UnknownId: if no packaged model has the id; it names the nearest.
    """
    if id not in regions():
        raise UnknownId("region", id, regions())
    return load(FOLDER / id)
