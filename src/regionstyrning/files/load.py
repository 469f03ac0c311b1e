"""From files to a model: a quick pass, and on failure one that lists every fault."""

from __future__ import annotations

from os import PathLike
from pathlib import Path as FilePath
from typing import Any

from regionstyrning.files.authored import Plain, is_written_out, written_out
from regionstyrning.files.hooks import Dialect
from regionstyrning.files.quick import collector_off, field_hook, hook_for
from regionstyrning.files.reading import LARGEST, MAIN, parsed_json, parsed_toml, read_text
from regionstyrning.files.shapes import shapes
from regionstyrning.model.catalogues import CATALOGUES
from regionstyrning.model.records import Source
from regionstyrning.model.steering_model import SteeringModel

FORMAT = 2


def load(path: str | PathLike[str]) -> SteeringModel:
    """
    Load a model from a folder of TOML files, or from one .toml or .json file.

    Args:
        path: A folder that holds ``region.toml``, or a file.

    Raises:
        FaultyFile: if it does not load; it lists every fault.
    """
    place = FilePath(path)
    with collector_off():
        if place.suffix == ".json":
            return _made([parsed_json(read_text(place, LARGEST[".json"]))], "json")
        files = sorted(place.glob("*.toml")) if place.is_dir() else [place]
        return _made([parsed_toml(read_text(file, LARGEST[".toml"])) for file in files], "toml")


def _made(documents: list[Plain], dialect: Dialect) -> SteeringModel:
    fields: dict[str, Any] = {}
    records: dict[str, list[Any]] = {}
    for document in documents:
        for name, value in document.items():
            if name not in CATALOGUES and name not in {"source", "sources", "format"}:
                fields[name] = field_hook(shapes(SteeringModel)[name], dialect)(value)
        sources = document.get("sources", [document["source"]] if "source" in document else [])
        shared = tuple(hook_for(Source, dialect)(source) for source in sources)
        for name, _, record in written_out(document, shared):
            records.setdefault(name, []).append(hook_for(CATALOGUES[name], dialect)(record))
    return SteeringModel(**fields, **records)
