"""What a file may say besides the records themselves, and how it is written out to them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from regionstyrning.model.catalogues import CATALOGUES

Plain = dict[str, Any]
"""A table of a file, as tomllib or json gives it."""

Path = tuple[str | int, ...]
"""The way to a value in a file: keys and places in lists."""

NESTED: dict[str, dict[str, str]] = {
    "goals": {"contributions": "lower"},
    "indicators": {"contributions": "lower", "targets": "indicator", "outcomes": "indicator"},
}
"""What may be written inside a record, by its catalogue, and the field that then names that record."""


class Misplaced(ValueError):
    """Something stands where it may not, or is no list where one must be."""


def is_written_out(document: Plain) -> bool:
    """Whether every record of a file stands by itself and names its own sources."""
    return not (
        "source" in document
        or "sources" in document
        or any(
            inside in record
            for name, insides in NESTED.items()
            for record in document.get(name, ())
            for inside in insides
        )
    )


def written_out(document: Plain, sources: tuple[Any, ...]) -> Iterator[tuple[str, Path, Plain]]:
    """
    Give each record of a file what it has from its place in it.

    Args:
        document: What the file holds, of the newest format. It is left as it was.
        sources: What records have that name no source of their own.

    Yields:
        Catalogue, path in the file and record; nested ones after the record that they stand in.

    Raises:
        Misplaced: if something is not where it may be.
    """
    for name in CATALOGUES:
        for index, record in enumerate(_listed(document, name)):
            yield from _with_nested(name, (name, index), _with_sources(record, sources))


def _with_nested(name: str, path: Path, record: Plain) -> Iterator[tuple[str, Path, Plain]]:
    insides = NESTED.get(name, {}).keys() & record.keys()
    if not insides:
        yield name, path, record
        return
    yield name, path, {key: value for key, value in record.items() if key not in insides}
    for inside in sorted(insides):
        field = NESTED[name][inside]
        for index, nested in enumerate(_listed(record, inside)):
            if field in nested:
                message = f"{field} follows from the record that this is written in"
                raise Misplaced(message)
            whole = {field: record["id"], **nested}
            yield inside, (*path, inside, index), _with_sources(whole, record.get("sources", ()))


def _with_sources(record: Plain, sources: Any) -> Plain:  # noqa: ANN401 - whatever the file holds
    return record if not sources or record.get("sources") else {**record, "sources": sources}


def _listed(table: Plain, name: str) -> list[Any]:
    values = table.get(name, [])
    if type(values) is not list:
        message = f"{name} is no list"
        raise Misplaced(message)
    return values
