"""Which fields of a record name other records, read from the classes themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from functools import cache
from itertools import chain
from operator import attrgetter
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs
from attrs import frozen

if TYPE_CHECKING:
    from regionstyrning.model.records import Record

Kind = Literal["to", "within"]


@frozen
class ReferenceField:
    """
    A field that names something (hänvisningsfält), perhaps inside values of the record.

    Attributes:
        path: Names of the fields on the way, the last one holding the id or ids.
        many: For each name, whether it holds several.
        inside: For each name, the field by which its values hold more of their own kind, if they
            do, as a condition holds those that it joins.
        targets: Catalogues of the model, or parts of a structure; empty for any record.
    """

    path: tuple[str, ...]
    many: tuple[bool, ...]
    inside: tuple[str | None, ...]
    targets: tuple[str, ...]

    @property
    def name(self) -> str:
        """The path in one text: ``sources.publication``."""
        return ".".join(self.path)

    def ids(self, records: Iterable[object]) -> Iterator[str]:
        """
        All ids that the records name by this field.

        Args:
            records: Records of the class that the field belongs to.
        """
        values: Iterable[Any] = records
        for name, many, inside in zip(self.path, self.many, self.inside, strict=True):
            values = map(attrgetter(name), values)
            values = chain.from_iterable(values) if many else (value for value in values if value is not None)
            if inside is not None:
                values = _with_those_inside(values, inside)
        return iter(values)


def reference_fields(cls: type[object], kind: Kind = "to") -> tuple[ReferenceField, ...]:
    """
    The fields of a class that name something.

    Args:
        cls: A class of records or values.
        kind: ``"to"`` for records of the model, ``"within"`` for values of its structure.

    Returns:
        In the order of the fields; those inside nested values after the field that holds them.
    """
    return _cached_fields(cls, kind)  # type: ignore[arg-type]  # a class is hashable


def references_of(record: Record, kind: Kind = "to") -> Iterator[tuple[ReferenceField, str]]:
    """
    What a record names, field by field.

    Args:
        record: Any record.
        kind: As for `reference_fields`.
    """
    for reference in reference_fields(type(record), kind):
        for id in reference.ids((record,)):
            yield reference, id


def element_type(hint: Any) -> tuple[type | None, bool]:  # noqa: ANN401 - any field of the record
    """
    The class behind an annotation, and whether the field holds several.

    Args:
        hint: ``T``, ``T | None`` or ``tuple[T, ...]``.
    """
    if get_origin(hint) is tuple:
        return get_args(hint)[0], True
    if get_origin(hint) in {Union, UnionType}:
        hint = next(arg for arg in get_args(hint) if arg is not NoneType)
    return (hint, False) if isinstance(hint, type) else (None, False)


def _with_those_inside(values: Iterable[Any], name: str) -> Iterator[Any]:
    layer = list(values)
    while layer:
        yield from layer
        layer = [below for value in layer for below in getattr(value, name)]


@cache
def _cached_fields(cls: type[object], kind: Kind) -> tuple[ReferenceField, ...]:
    return tuple(_fields(cls, kind, ()))


def _fields(cls: type, kind: Kind, seen: tuple[type, ...]) -> Iterator[ReferenceField]:
    hints = get_type_hints(cls)
    for field in attrs.fields(cls):
        inner, many = element_type(hints[field.name])
        if kind in field.metadata:
            yield ReferenceField((field.name,), (many,), (None,), tuple(field.metadata[kind]))
        elif inner is not None and attrs.has(inner) and not issubclass(inner, Enum) and inner not in seen:
            own = _field_of_own_kind(inner)
            for below in _fields(inner, kind, (*seen, cls, inner)):
                path, more = (field.name, *below.path), (many, *below.many)
                yield ReferenceField(path, more, (own, *below.inside), below.targets)


def _field_of_own_kind(cls: type) -> str | None:
    hints = get_type_hints(cls)
    return next((field.name for field in attrs.fields(cls) if element_type(hints[field.name]) == (cls, True)), None)
