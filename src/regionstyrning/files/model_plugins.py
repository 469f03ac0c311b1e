"""Models that other packages bring."""

from __future__ import annotations

from os import PathLike, fspath
from pathlib import Path

from regionstyrning.files.packaged import packaged
from regionstyrning.files.plugins import PluginGroup, Plugins, plugin, plugins
from regionstyrning.text.sentences import Sentence


def brought_models() -> Plugins:
    """What other packages bring as models: the folder of each, or its file."""
    return plugins(_group())


def brought_model(id: str) -> Path:
    """
    The folder or file of a model that another package brings.

    Raises:
        FailedPlugin: if one has the id, and cannot be used.
        UnknownId: if none has it; it names the nearest of all models.
    """
    place: Path = plugin(_group(), id)
    return place


def _group() -> PluginGroup:
    return PluginGroup(
        name="regionstyrning.models",
        kind="region",
        wants=Sentence("sökvägen till en mapp eller fil", "the path of a folder or file"),
        made=_place,
        taken=packaged(),
    )


def _place(value: object) -> Path | None:
    return Path(fspath(value)) if isinstance(value, str | PathLike) else None
