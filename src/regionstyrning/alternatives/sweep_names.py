"""What alternatives are called."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from itertools import count
from typing import Any

from regionstyrning.errors import InvalidValue
from regionstyrning.model.steering_model import SteeringModel

Alternative = Callable[[SteeringModel], SteeringModel]
Alternatives = Mapping[str, Callable[[SteeringModel], Any]] | Iterable[Callable[[SteeringModel], Any]]
Named = tuple[tuple[str, Any], ...]
"""Alternatives under their names, in order; as functions, or packed to be sent."""


def named(alternatives: Alternatives) -> Named:
    """
    Give every alternative a name of its own.

    Args:
        alternatives: Functions, or functions by name.

    Returns:
        In the same order. A function is called what it is called in the code, with its arguments if they
        are bound by ``functools.partial``; a frozen class with a call by its ``repr``. A name that is
        taken gets a number.

    Raises:
        InvalidValue: for anything that is not a function of a model.

    >>> [name for name, _ in named([partial(round, ndigits=2), abs, abs])]
    ['round(ndigits=2)', 'abs', 'abs (2)']
    """
    if isinstance(alternatives, Mapping):
        pairs = tuple(alternatives.items())
    elif callable(alternatives):
        message = f"expected several alternatives, found {_name(alternatives)}. Give them as a list"
        raise InvalidValue("alternatives", message)
    else:
        each = tuple(alternatives)
        pairs = tuple(zip(_told_apart(map(_name, each)), each, strict=True))
    for name, alternative in pairs:
        if not isinstance(name, str):
            message = f"expected a name of an alternative, found {name!r}"
            raise InvalidValue("alternatives", message)
        if not callable(alternative):
            message = f"expected a function from model to model, found {alternative!r}"
            raise InvalidValue("alternatives", message)
    return pairs


def _name(alternative: object) -> str:
    if isinstance(alternative, partial):
        arguments = [
            *map(repr, alternative.args),
            *(f"{name}={value!r}" for name, value in alternative.keywords.items()),
        ]
        return f"{_name(alternative.func)}({', '.join(arguments)})"
    name = getattr(alternative, "__name__", None)
    if isinstance(name, str):
        return name
    # Python's own repr tells an address, which is another in each run.
    own = type(alternative).__repr__ is not object.__repr__
    return repr(alternative) if own else type(alternative).__name__


def _told_apart(names: Iterable[str]) -> list[str]:
    names = list(names)
    taken: set[str] = set()
    told: list[str] = []
    numbers = {name: count(2) for name in names}
    for name in names:
        apart = name
        while apart in taken or (apart != name and apart in numbers):
            apart = f"{name} ({next(numbers[name])})"
        taken.add(apart)
        told.append(apart)
    return told
