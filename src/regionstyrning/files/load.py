"""Loading a model: a quick pass over its files, and on failure one that lists every fault."""

from __future__ import annotations

from os import PathLike
from os.path import exists, isdir
from pathlib import Path as FilePath
from typing import TYPE_CHECKING

from regionstyrning.files.faults.fault import FaultyFile
from regionstyrning.files.faults.unreadable import Unreadable
from regionstyrning.files.lanes.quick import REFUSALS, collector_off
from regionstyrning.files.lanes.reading import (
    LARGEST,
    MAIN,
    decoded,
    parsed_json,
    parsed_strictly,
    parsed_toml,
    read_bytes,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from regionstyrning.files.faults.fault import Fault
    from regionstyrning.files.lanes.making import Parsed
    from regionstyrning.model.steering_model import SteeringModel


def load(path: str | PathLike[str]) -> SteeringModel:
    """
    Load a model from a folder of TOML files, or from one .toml or .json file.

    Args:
        path: A folder that holds ``region.toml``, or a file. Files of cases in the folder, which
            end in ``.styr.toml``, are no part of the model.

    Raises:
        FaultyFile: if it does not load; it lists every fault.
    """
    place = FilePath(path)
    with collector_off():
        if isdir(place):  # noqa: PTH112 - unlike Path's, it is False for a name that no file can have
            return _from_toml(sorted(set(place.glob("*.toml")) - set(place.glob("*.styr.toml"))), place)
        if place.suffix == ".toml":
            return _from_toml((place,), None)
        if place.suffix == ".json":
            return _from_json(place)
    rule = "file.unknown-ending" if exists(place) else "file.not-found"  # noqa: PTH110 - as above
    raise faulty((), [Unreadable(rule).fault(place.name)])


def _from_toml(files: Sequence[FilePath], folder: FilePath | None) -> SteeringModel:
    from regionstyrning.files.lanes.making import Parsed, made  # noqa: PLC0415 - the records are loaded with the first model

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
    if faults:
        raise faulty(parsed, faults)
    try:
        return made(parsed)
    except REFUSALS as error:
        raise faulty(parsed, [], error) from None


def _from_json(file: FilePath) -> SteeringModel:
    from regionstyrning.files.lanes.fast import made_fast  # noqa: PLC0415 - only for JSON

    try:
        data = read_bytes(file, LARGEST[".json"])
        return made_fast(data) or made_carefully(file.name, decoded(data))
    except Unreadable as error:
        raise faulty((), [error.fault(file.name)]) from None


def made_carefully(name: str, text: str) -> SteeringModel:
    """
    The model that a JSON document holds, by the core's own lane.

    Args:
        name: The name of the file.
        text: Its text.

    Raises:
        FaultyFile: if it does not load; it lists every fault.
        Unreadable: if it is not JSON, or nested too deep.
    """
    from regionstyrning.files.lanes.making import Parsed, made  # noqa: PLC0415 - the records are loaded with the first model

    try:
        return made([Parsed(name=name, text=text, document=parsed_strictly(text), dialect="json")])
    except REFUSALS as error:
        parsed = Parsed(name=name, text=text, document=parsed_json(text), dialect="json")
        raise faulty([parsed], [], error) from None


def faulty(parsed: Sequence[Parsed], unreadable: Sequence[Fault], refusal: Exception | None = None) -> FaultyFile:
    """
    What tells every fault of the files of a model.

    Args:
        parsed: The files that could be parsed.
        unreadable: The faults of the others.
        refusal: What the quick pass said, to be told if the careful one finds nothing.
    """
    from regionstyrning.files.faults.listing import listed  # noqa: PLC0415 - only for files with faults: cattrs is slow to load

    otherwise = Unreadable("file.not-loadable", str(refusal)).fault(MAIN)
    return FaultyFile(listed(parsed, unreadable) or listed((), [otherwise]))
