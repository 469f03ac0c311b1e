"""From what was written as MODEL to the model itself."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from regionstyrning.cli.options import Refused
from regionstyrning.errors import FailedPlugin, UnknownId, hint
from regionstyrning.files import FaultyFile, load, regions
from regionstyrning.files.lanes.reading import MAIN
from regionstyrning.files.packaged import packaged, place_of_region
from regionstyrning.text.escaping import one_line, printable
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from regionstyrning.model import SteeringModel
    from regionstyrning.text.sentences import Language

FAULTY = Sentence("{model} går inte att läsa in", "{model} does not load")

_ENDINGS = {".toml", ".json"}


@frozen(kw_only=True)
class Place:
    """
    Where a model is.

    Attributes:
        name: The id of a packaged region, or the name of the folder or file without its ending.
        path: The folder or file.
        folder: The folder as seen from where the command is run, or its name alone if it lies elsewhere.
        main: The model's main file, in that folder.
    """

    name: str
    path: Path
    folder: str
    main: str


def place_of(written: str) -> Place:
    """
    Where a model is that was asked for by id or path. A path wins if there is something there.

    Raises:
        Refused: if it is neither; it names the nearest id. Also if a plugin has the id, and cannot be used.
    """
    path = Path(written)
    if os.path.exists(written):  # noqa: PTH110 - unlike Path's, it is False for a name that no file can have
        return _place(path)
    try:
        return place_of_id(written)
    except FailedPlugin as error:
        raise Refused(printable(str(error))) from None
    except UnknownId:
        pass
    if path.suffix in _ENDINGS or len(path.parts) > 1:
        message = f"no such file or folder: {written!r}"
    else:
        message = f"no packaged region has the id {written!r}, and there is no such file or folder"
    raise Refused(message + hint(written, regions()))


def place_of_id(id: str) -> Place:
    """
    Where a packaged model is; of one that the library ships only the id is told, wherever it is installed.

    Raises:
        FailedPlugin: if a plugin has the id, and cannot be used.
        UnknownId: if no packaged model has the id.
    """
    path = place_of_region(id)
    if id in packaged():
        return Place(name=id, path=path, folder=id, main=MAIN)
    return evolve(_place(path), name=id)


def model_at(place: Place, lang: Language) -> SteeringModel:
    """
    The model, loaded.

    Args:
        place: Where it is.
        lang: In which language its faults are told.

    Raises:
        Refused: if it does not load; it tells every fault.
    """
    try:
        return load(place.path)
    except FaultyFile as error:
        head = FAULTY.say(lang, model=one_line(place.name))
        told = (f"{one_line(str(finding.where))}: {finding.text(lang)}" for finding in error.findings)
        raise Refused(printable("\n".join([head, *told]))) from None


def _place(path: Path) -> Place:
    folder, main = (path, MAIN) if path.is_dir() else (path.parent, path.name)
    whole = folder.resolve()
    here = Path.cwd().resolve()
    seen = whole.relative_to(here).as_posix() if whole.is_relative_to(here) else whole.name
    name = path.resolve().name if path.is_dir() else path.stem
    return Place(name=name, path=path, folder=seen, main=main)
