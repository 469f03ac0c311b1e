"""Loading a model: a quick pass over its files, and on failure one that lists every fault."""

from __future__ import annotations

from os import PathLike
from pathlib import Path as FilePath
from typing import TYPE_CHECKING

from regionstyrning.files.fast import made_fast
from regionstyrning.files.faults import FaultyFile
from regionstyrning.files.making import Parsed, made
from regionstyrning.files.quick import REFUSALS, collector_off
from regionstyrning.files.reading import (
    LARGEST,
    MAIN,
    decoded,
    parsed_json,
    parsed_strictly,
    parsed_toml,
    read_bytes,
)
from regionstyrning.files.unreadable import Unreadable
from regionstyrning.model.steering_model import SteeringModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from regionstyrning.files.faults import Fault


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
        if place.is_dir():
            return _from_toml(sorted(place.glob("*.toml")), place)
        if place.suffix == ".toml":
            return _from_toml((place,), None)
        if place.suffix == ".json":
            return _from_json(place)
    rule = "file.unknown-ending" if place.exists() else "file.not-found"
    raise _faulty((), [Unreadable(rule).fault(place.name)])


def _from_toml(files: Sequence[FilePath], folder: FilePath | None) -> SteeringModel:
    parsed: list[Parsed] = []
    faults: list[Fault] = []
    used = 0
    for file in files:
        try:
            data = read_bytes(file, LARGEST[".toml"], used, folder)
            used += len(data)
            text = decoded(data)
            main = folder is None or file.name == MAIN
            parsed.append(Parsed(name=file.name, text=text, document=parsed_toml(text), dialect="toml", main=main))
        except Unreadable as error:
            faults.append(error.fault(file.name))
    if folder is not None and all(file.name != MAIN for file in files):
        faults.append(Unreadable("file.missing-main").fault(MAIN))
    if not faults:
        try:
            return made(tuple(parsed))
        except REFUSALS:
            pass
    raise _faulty(parsed, faults)


def _from_json(file: FilePath) -> SteeringModel:
    try:
        data = read_bytes(file, LARGEST[".json"])
        model = made_fast(data)
        if model is not None:
            return model
        text = decoded(data)
        try:
            document = parsed_strictly(text)
            return made((Parsed(name=file.name, text=text, document=document, dialect="json"),))
        except REFUSALS:
            parsed = Parsed(name=file.name, text=text, document=parsed_json(text), dialect="json")
    except Unreadable as error:
        raise _faulty((), [error.fault(file.name)]) from None
    raise _faulty([parsed], [])


def _faulty(parsed: Sequence[Parsed], unreadable: Sequence[Fault]) -> FaultyFile:
    from regionstyrning.files.listing import listed  # noqa: PLC0415 - only for files with faults: cattrs is slow to load

    return FaultyFile(listed(parsed, unreadable))
