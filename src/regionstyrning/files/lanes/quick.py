"""The quick pass: plain values into records, giving up at the first that is not as it must be."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import Enum
from functools import cache
from typing import Any

import attrs

from regionstyrning.files.form.hooks import PLAIN, Dialect, Hook, Refused, enumeration
from regionstyrning.files.form.shapes import Shape, shapes

REFUSALS = (AttributeError, KeyError, TypeError, ValueError, RecursionError)
"""What the quick pass raises for something that is not as it must be."""


@contextmanager
def collector_off() -> Iterator[None]:
    """
    Keep the garbage collector from walking through what is being made.

    Records refer to nothing that refers back, so there is nothing for it to find. What was made stands among
    the oldest afterwards, so that the collector does not walk through all of it at once when it is on again.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if not gc.get_freeze_count():  # else somebody keeps things frozen, and they stay so
                gc.freeze()
                gc.unfreeze()
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
    """
    What makes a record, slot by slot.

    Its ``__init__`` would pass every field through frozen attributes and converters, which takes
    a third of the whole load; what a class asks of its own values is asked all the same.
    """
    slots = _Slots(cls, dialect)
    required = {name for name, shape in shapes(cls).items() if shape.required}
    defaults = [(_setter(cls, name), shape.default) for name, shape in shapes(cls).items() if not shape.required]
    number_of_fields = len(shapes(cls))
    look_over = getattr(cls, "__attrs_post_init__", None)

    def record(value: Any) -> Any:  # noqa: ANN401 - whatever the file holds
        if type(value) is not dict:
            raise Refused(cls, value)
        made: Any = object.__new__(cls)
        if len(value) != number_of_fields:  # else all are there, or one that is not known
            if not required <= value.keys():
                raise Refused(cls, value)
            for set_default, default in defaults:
                set_default(made, default)
        for name, each in value.items():
            set_slot, hook, blank, default = slots[name]
            set_slot(made, hook(each) if each or each != blank else default)
        if look_over is not None:
            look_over(made)
        return made

    return record


def _setter(cls: type, name: str) -> Callable[[Any, Any], None]:
    """What sets a slot of a frozen value that is being made."""
    setter: Callable[[Any, Any], None] = getattr(cls, name).__set__
    return setter


class _Slots(dict[str, tuple[Callable[[Any, Any], None], Hook, Any, Any]]):
    """
    By field what sets it, what makes its value, what a file writes for none, and what that is.

    Each is made when a file first has the field, since a condition may hold conditions.
    """

    def __init__(self, cls: type, dialect: Dialect) -> None:
        super().__init__()
        self._cls = cls
        self._dialect: Dialect = dialect

    def __missing__(self, name: str) -> tuple[Callable[[Any, Any], None], Hook, Any, Any]:
        shape = shapes(self._cls)[name]
        set_slot, hook = _setter(self._cls, name), field_hook(shape, self._dialect)
        slot = self[name] = (set_slot, hook, blank(shape), shape.default)
        return slot


def blank(shape: Shape) -> Any:  # noqa: ANN401 - whatever the file holds
    """What a file may write for a field as if it were not given."""
    if shape.many and shape.default == ():
        return []
    return None if shape.optional and shape.default is None else attrs.NOTHING


def field_hook(shape: Shape, dialect: Dialect) -> Hook:
    """What makes the value of a field that is not blank."""
    hook = hook_for(shape.element, dialect)
    return _several(hook) if shape.many else hook


def _several(hook: Hook) -> Hook:
    def several(values: Any) -> tuple[Any, ...]:  # noqa: ANN401 - whatever the file holds
        if type(values) is list:
            return tuple([hook(value) for value in values])
        if type(values) is tuple:  # made already: the source that a file's records share
            return values
        raise Refused(tuple, values)

    return several
