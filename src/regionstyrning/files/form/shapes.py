"""What each field of a record or value holds, read from the classes themselves."""

from __future__ import annotations

import sys
from collections.abc import Hashable
from functools import cache
from inspect import get_annotations
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

import attrs
from attrs import frozen


@frozen
class Shape:
    """
    What a field holds.

    Attributes:
        name: Name of the field.
        element: The class of its value, or of each of its values.
        many: Whether it holds several.
        optional: Whether it may hold nothing.
        written: Whether a file may give it.
        required: Whether it must be given.
        default: What it holds if it is not given.
    """

    name: str
    element: type
    many: bool
    optional: bool
    written: bool
    required: bool
    default: Any


def shapes(cls: type) -> dict[str, Shape]:
    """
    The fields of a class of records or values, by name, in the order of the class.

    Args:
        cls: A class made by attrs, whose fields hold ``T``, ``T | None`` or ``tuple[T, ...]``.
    """
    return _shapes(cls)


@cache
def _shapes(cls: Hashable) -> dict[str, Shape]:
    hints = _hints(cls)
    fields: tuple[attrs.Attribute[Any], ...] = attrs.fields(cls)  # type: ignore[arg-type]  # a class, to be hashed too
    return {field.name: _shape(field, hints[field.name]) for field in fields}


def _hints(cls: Any) -> dict[str, Any]:  # noqa: ANN401 - a class
    """
    What its annotations say, and those of the classes that it builds on.

    As `typing.get_type_hints`, which takes four times as long: the same annotations stand on hundreds of fields.
    """
    return {
        name: _meaning(base.__module__, annotation) if isinstance(annotation, str) else annotation
        for base in reversed(cls.__mro__)
        for name, annotation in get_annotations(base).items()
    }


@cache
def _meaning(module: str, annotation: str) -> Any:  # noqa: ANN401 - an annotation
    return eval(annotation, vars(sys.modules[module]))  # noqa: S307 - of our own classes


def _shape(field: attrs.Attribute[Any], hint: Any) -> Shape:  # noqa: ANN401 - an annotation
    element, many, optional = hint, False, False
    if get_origin(hint) is tuple:
        element, many = get_args(hint)[0], True
    elif get_origin(hint) in {Union, UnionType}:
        element, optional = next(each for each in get_args(hint) if each is not NoneType), True
    required = field.default is attrs.NOTHING
    return Shape(field.name, element, many, optional, field.init, required, field.default)
