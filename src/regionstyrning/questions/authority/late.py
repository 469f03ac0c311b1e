"""Steps that are worked out when they are read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from attrs import fields_dict

Late = TypeVar("Late", bound=type)


def late(cls: Late) -> Late:
    """
    Let a class of steps take its fields from another one, which ``_whole`` makes when first asked.

    Making hundreds of steps costs little as long as nobody reads what they say.
    """
    for name in fields_dict(cls.__mro__[1]):
        setattr(cls, name, property(_reader(name)))
    return cls


def _reader(name: str) -> Callable[[Any], Any]:
    def read(step: Any) -> Any:  # noqa: ANN401 - any field of a step
        return getattr(step.whole, name)

    return read
