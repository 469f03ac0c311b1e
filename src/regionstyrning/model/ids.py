"""Whether the ids of a model are its own: of the right form, and each but once."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from regionstyrning.model.catalogues import AUTHORED, KEYED
from regionstyrning.model.structure import INDICATORS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from regionstyrning.model.steering_model import SteeringModel

Fault = tuple[str, int, str, str]

# Possessive: an id is read in one way only, and what could be read in another takes memory to remember.
_ID = r"[a-z0-9]++(?:-[a-z0-9]++)*+"
_ONE = re.compile(_ID)
_ALL = re.compile(rf"(?:{_ID}\n)*+")

FORM = "an id is lower-case letters a to z, digits and single hyphens"
TWICE = "the id stands more than once in the model"
TWICE_KEY = "the same key stands more than once"
TAKEN = "a perspective has the id of a record"
TWICE_INSIDE = "the id stands more than once in its record"
RESERVED = "a level has the word that stands for indicators in links"

_PARTS = ("levels", "perspectives", "document_kinds", "scales", "streams", "cycle", "reserves")


def id_faults(model: SteeringModel) -> tuple[Fault, ...]:
    """
    Look for ids of the wrong form and for doubles.

    Returns:
        Catalogue, position in it, id and what is wrong; none for a sound model.
    """
    faults: list[Fault] = []
    ids = [record.id for name in AUTHORED for record in getattr(model, name)]
    seen = set(ids)
    if len(seen) != len(ids) or not _all_of_the_form(ids):
        faults += _authored(model, AUTHORED, Counter(ids))
    for name in KEYED:
        faults += _keyed(name, getattr(model, name))
    faults += _inside(model, seen)
    return tuple(faults)


def _all_of_the_form(ids: list[str]) -> bool:
    """One match over all is several times faster than one an id; an id may itself hold a line break."""
    lines = "".join(f"{id}\n" for id in ids)
    return lines.count("\n") == len(ids) and _ALL.fullmatch(lines) is not None


def _authored(model: SteeringModel, catalogues: Iterable[str], counts: Counter[str]) -> Iterator[Fault]:
    for name in catalogues:
        for index, record in enumerate(getattr(model, name)):
            if not _ONE.fullmatch(record.id):
                yield name, index, record.id, FORM
            elif counts[record.id] > 1:
                yield name, index, record.id, TWICE


def _keyed(name: str, records: tuple[Any, ...]) -> Iterator[Fault]:
    if not records:
        return
    keys = list(map(attrgetter(*type(records[0])._key), records))  # noqa: SLF001 - of its own kind
    if len(set(keys)) == len(keys):
        return
    counts = Counter(keys)
    for index, (record, key) in enumerate(zip(records, keys, strict=True)):
        if counts[key] > 1:
            yield name, index, record.id, TWICE_KEY


def _inside(model: SteeringModel, seen: set[str]) -> Iterator[Fault]:
    for index, structure in enumerate(model.structures):
        parts = chain.from_iterable(getattr(structure, part) for part in _PARTS)
        yield from _values("structures", index, [value.id for value in parts])
        if structure.level(INDICATORS) is not None:
            yield "structures", index, INDICATORS, RESERVED
        for perspective in structure.perspectives:
            if perspective.id in seen:
                yield "structures", index, perspective.id, TAKEN
    for name, part in (("organs", "roles"), ("statutes", "provisions")):
        for index, record in enumerate(getattr(model, name)):
            values = getattr(record, part)
            if values:
                yield from _values(name, index, [value.id for value in values])
    for index, indicator in enumerate(model.indicators):
        if len(indicator.scopes) > 1:
            yield from _doubles("indicators", index, Counter(scope.id for scope in indicator.scopes))


def _values(name: str, index: int, ids: list[str]) -> Iterator[Fault]:
    for id in ids:
        if not _ONE.fullmatch(id):
            yield name, index, id, FORM
    yield from _doubles(name, index, Counter(ids))


def _doubles(name: str, index: int, counts: Counter[str]) -> Iterator[Fault]:
    for id, count in counts.items():
        if count > 1:
            yield name, index, id, TWICE_INSIDE
