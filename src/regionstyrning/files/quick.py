"""The quick pass: plain values into records, giving up at the first that is not as it must be."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from enum import Enum
from functools import cache
from typing import Any

from regionstyrning.files.hooks import PLAIN, Dialect, Hook, Refused, enumeration
from regionstyrning.files.shapes import Shape, shapes

REFUSALS = (AttributeError, KeyError, TypeError, ValueError, RecursionError)
"""What the quick pass raises for something that is not as it must be."""


@contextmanager
def collector_off() -> Iterator[None]:
    """
    Keep the garbage collector from walking through what is being made.

    Records refer to nothing that refers back, so there is nothing for it to find.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@cache
def hook_for(cls: type, dialect: Dialect) -> Hook:
    """
    What makes a value of a class: a plain one, a member of an enumeration, or a record.

    Args:
        cls: The class.
        dialect: What the file is written in.

    Returns:
        A function that raises `Refused`, KeyError, TypeError or ValueError for what is no such value.
    """
    if cls in PLAIN[dialect]:
        return PLAIN[dialect][cls]
    if issubclass(cls, Enum):
        return enumeration(cls)
    return _record_hook(cls, dialect)


def _record_hook(cls: type, dialect: Dialect) -> Hook:
    hooks: Mapping[str, Hook] = _FieldHooks(cls, dialect)

    def record(value: Any) -> Any:  # noqa: ANN401 - whatever the file holds
        if type(value) is not dict:
            raise Refused(cls, value)
        return cls(**{name: hooks[name](each) for name, each in value.items()})

    return record


class _FieldHooks(dict[str, Hook]):
    """Hooks by field, each made when a file first has the field: a condition may hold conditions."""

    def __init__(self, cls: type, dialect: Dialect) -> None:
        super().__init__()
        self._shapes = shapes(cls)
        self._dialect: Dialect = dialect

    def __missing__(self, name: str) -> Hook:
        hook = self[name] = field_hook(self._shapes[name], self._dialect)
        return hook


def field_hook(shape: Shape, dialect: Dialect) -> Hook:
    """What makes the value of a field."""
    hook = hook_for(shape.element, dialect)
    if shape.many:
        return _several(hook)
    return _or_none(hook) if shape.optional and dialect == "json" else hook


def _or_none(hook: Hook) -> Hook:
    def maybe(value: Any) -> Any:  # noqa: ANN401 - whatever the file holds
        return None if value is None else hook(value)

    return maybe


def _several(hook: Hook) -> Hook:
    def several(values: Any) -> tuple[Any, ...]:  # noqa: ANN401 - whatever the file holds
        if type(values) is list:
            return tuple([hook(value) for value in values])
        if type(values) is tuple:  # made already: the source that a file's records share
            return values
        raise Refused(tuple, values)

    return several
