"""A sketch of a model with faults: what of its records can be made out, to look for doubled ids in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from regionstyrning.files.form.shapes import Shape, shapes
from regionstyrning.files.lanes.quick import REFUSALS, blank, field_hook
from regionstyrning.model.records import Keyed

if TYPE_CHECKING:
    from regionstyrning.files.form.hooks import Dialect


def sketched(cls: type, table: Any, dialect: Dialect) -> Any:  # noqa: ANN401 - whatever the file holds
    """
    A value of a class that holds what of a table is sound, whether or not it goes together.

    Args:
        cls: A class of records or values.
        table: What stands in the file.
        dialect: What the file is written in.

    Returns:
        None if the fields that it is known by cannot be made out.
    """
    if type(table) is not dict:
        return None
    known_by = _known_by(cls)
    made: Any = object.__new__(cls)
    for name, shape in shapes(cls).items():
        written = table.get(name, blank(shape))
        value = shape.default if written == blank(shape) else _value(shape, written, dialect)
        if value is attrs.NOTHING and name in known_by:
            return None
        object.__setattr__(made, name, None if value is attrs.NOTHING else value)
    return made


def _known_by(cls: type) -> tuple[str, ...]:
    return cls._key if issubclass(cls, Keyed) else ("id",)


def _value(shape: Shape, value: Any, dialect: Dialect) -> Any:  # noqa: ANN401 - whatever the file holds
    if shape.many and attrs.has(shape.element):
        listed = value if type(value) is list else []
        made = (sketched(shape.element, each, dialect) for each in listed)
        return tuple(each for each in made if each is not None)
    try:
        return field_hook(shape, dialect)(value)
    except REFUSALS:
        return () if shape.many else attrs.NOTHING
