"""Ids and natural keys that stand more than once in the files of a model, or are of the wrong form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve

from regionstyrning.files.faults.sketch import sketched
from regionstyrning.files.faults.wording import shown
from regionstyrning.files.form.authored import NESTED
from regionstyrning.model.catalogues import AUTHORED, CATALOGUES
from regionstyrning.model.ids import FORM, RESERVED, TAKEN, TWICE, TWICE_INSIDE, TWICE_KEY, id_faults
from regionstyrning.model.steering_model import SteeringModel
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from regionstyrning.files.faults.fault import Fault
    from regionstyrning.files.faults.file import File
    from regionstyrning.files.form.authored import Path

_ALREADY = Sentence("id {found} finns redan på {other}", "the id {found} stands already at {other}")

_SENTENCES = {
    FORM: Sentence(
        "id {found} har fel form, väntade små bokstäver a till z, siffror och enkla bindestreck",
        "the id {found} is of the wrong form, expected lower-case letters a to z, digits and single hyphens",
    ),
    TWICE: _ALREADY,
    TWICE_KEY: Sentence("{found} finns redan på {other}", "{found} stands already at {other}"),
    TWICE_INSIDE: _ALREADY,
    TAKEN: Sentence(
        "id {found} har redan en post på {other}, väntade ett annat för perspektivet",
        "the id {found} belongs already to a record at {other}, expected another for the perspective",
    ),
    RESERVED: Sentence(
        "id {found} står i länkregler för indikatorer, väntade ett annat id för nivån",
        "the id {found} stands for indicators in links, expected another id for the level",
    ),
}


def doubles(files: Sequence[File]) -> Iterator[Fault]:
    """
    Look for ids and keys of records that stand more than once, and for ids of the wrong form.

    Args:
        files: The files of a model, whatever other faults they have.

    Yields:
        A fault for each that comes after the first, which it names.
    """
    model, places = _sketch(files)
    first: dict[str, tuple[File, Path]] = {}
    for name in AUTHORED:
        for record, place in zip(getattr(model, name), places[name], strict=True):
            first.setdefault(record.id, place)
    for catalogue, index, id, what in id_faults(model):
        file, path = place = places[catalogue][index]
        if what in {TWICE, TWICE_KEY}:
            other = first.setdefault(id, place)
            if other is not place:
                yield _fault(file, path, id, what, other)
        else:
            inside = [(*path, *below) for below in _with_id(file.value(path), id)]
            other = first[id] if what == TAKEN else (file, inside[0])
            yield _fault(file, inside[-1], id, what, other)


def _fault(file: File, path: Path, id: str, what: str, other: tuple[File, Path]) -> Fault:
    body = _SENTENCES[what]
    rule = "file.bad-id" if what in {FORM, RESERVED} else "file.duplicate-id"
    fault = file.fault(rule, path, body, {"found": shown(id)}, (other[0].name, _id_of(*other)))
    return evolve(fault, path=_id_of(file, path))


def _id_of(file: File, path: Path) -> Path:
    return (*path, "id") if "id" in file.value(path) else path


def _sketch(files: Sequence[File]) -> tuple[SteeringModel, dict[str, list[tuple[File, Path]]]]:
    """What can be made out of the records of all files, and where each of them stands."""
    records: dict[str, list[Any]] = {name: [] for name in CATALOGUES}
    places: dict[str, list[tuple[File, Path]]] = {name: [] for name in CATALOGUES}
    for file in files:
        for name, path, table in _tables(file.document):
            record = sketched(CATALOGUES[name], table, file.dialect)
            if record is not None:
                records[name].append(record)
                places[name].append((file, path))
    model = object.__new__(SteeringModel)
    for name, made in records.items():
        object.__setattr__(model, name, tuple(made))
    return model, places


def _tables(document: Any) -> Iterator[tuple[str, Path, dict[str, Any]]]:  # noqa: ANN401 - whatever the file holds
    for name in CATALOGUES:
        for index, record in _listed(document, name):
            yield name, (name, index), record
            for inside, field in NESTED.get(name, {}).items():
                for at, nested in _listed(record, inside):
                    yield inside, (name, index, inside, at), {**nested, field: record.get("id")}


def _listed(table: Any, name: str) -> list[tuple[int, dict[str, Any]]]:  # noqa: ANN401 - whatever the file holds
    values = table.get(name) if type(table) is dict else None
    return [(index, each) for index, each in enumerate(values) if type(each) is dict] if type(values) is list else []


def _with_id(value: Any, id: str) -> Iterator[Path]:  # noqa: ANN401 - whatever the file holds
    """The ways to the tables in a value that have the id, the nearest first."""
    if type(value) is dict:
        if value.get("id") == id:
            yield ()
        steps: Any = value.items()
    else:
        steps = enumerate(value) if type(value) is list else ()
    for step, each in steps:
        for below in _with_id(each, id):
            yield (step, *below)
