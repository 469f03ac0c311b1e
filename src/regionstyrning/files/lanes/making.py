"""From what files hold to a model, by the quick pass."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from regionstyrning.files.faults.unreadable import FORMAT
from regionstyrning.files.form.authored import Path, Plain, is_written_out, written_out
from regionstyrning.files.form.hooks import Dialect
from regionstyrning.files.form.migrations import format_of, migrated
from regionstyrning.files.lanes.quick import hook_for
from regionstyrning.files.places import MEMO, Origin
from regionstyrning.model.catalogues import CATALOGUES
from regionstyrning.model.records import Source
from regionstyrning.model.steering_model import SteeringModel

if TYPE_CHECKING:
    from collections.abc import Sequence

_SOURCES = ("source", "sources")


@frozen(kw_only=True)
class Parsed:
    """
    A file that could be parsed.

    Attributes:
        name: Its path, relative to the folder.
        text: Its text.
        document: What it holds.
        dialect: What it is written in.
        main: Whether it is the file that says which region it is.
        inside: The way to the model in the file, where the file holds other things too.
    """

    name: str
    text: str = field(repr=False)
    document: Any = field(repr=False)
    dialect: Dialect
    main: bool = True
    inside: Path = ()


def made(files: Sequence[Parsed]) -> SteeringModel:
    """
    The model that files hold.

    Args:
        files: All its files, one of them the main one.

    Returns:
        With its `Origin` in the memo, if the files are TOML.

    Raises:
        Exception: one of `REFUSALS`, if anything is not as it must be.
    """
    number = next(format_of(file.document) for file in files if file.main)
    documents = [migrated(file.document, number) for file in files]
    dialect = files[0].dialect
    if dialect == "json" and is_written_out(documents[0]):
        return _model(documents[0], dialect)
    whole: Plain = {}
    places: dict[str, list[tuple[int, Path]]] = {}
    for index, (file, document) in enumerate(zip(files, documents, strict=True)):
        whole |= _own(document, main=file.main)
        for name, path, record in written_out(document, _shared(document, dialect)):
            whole.setdefault(name, []).append(record)
            places.setdefault(name, []).append((index, (*file.inside, *path)))
    model = _model(whole, dialect)
    if dialect == "toml":
        texts = tuple((file.name, file.text) for file in files)
        main = next(index for index, file in enumerate(files) if file.main)
        model.memo[MEMO] = Origin(texts=texts, main=main, places=places, records=model.catalogues())
    return model


def _model(whole: Plain, dialect: Dialect) -> SteeringModel:
    number = whole.get("format")
    if type(number) is not int or number != FORMAT:
        message = "not of the newest format"
        raise ValueError(message)
    model: SteeringModel = hook_for(SteeringModel, dialect)({name: whole[name] for name in whole if name != "format"})
    return model


def _own(document: Plain, *, main: bool) -> Plain:
    """What a file says of the region itself; only the main one may."""
    own = {name: value for name, value in document.items() if name not in CATALOGUES and name not in _SOURCES}
    if own and not main:
        message = "only the main file says this"
        raise ValueError(message)
    return own


def _shared(document: Plain, dialect: Dialect) -> tuple[Source, ...]:
    """The sources of those records of a file that name none."""
    source = document.get("source")
    alone = [] if source is None else [source]
    several = document.get("sources", [])
    if type(several) is not list:
        message = "sources is no list"
        raise ValueError(message)
    return tuple(map(hook_for(Source, dialect), [*alone, *several]))
