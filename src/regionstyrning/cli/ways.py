"""Ways of judging as they are asked for on the command line: names and settings."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin, get_type_hints

import attrs

from regionstyrning.cli.options import Refused
from regionstyrning.errors import hint
from regionstyrning.evaluators.ways.named import ATTAINMENT, evaluator_named
from regionstyrning.model.indicators import Stage
from regionstyrning.model.joins import Join, JoinKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from regionstyrning.evaluators import Evaluator

NOT_SET = "–"
"""How a setting is written that nobody has set, as verdicts print it."""


def chosen_ways(names: Iterable[str], settings: Iterable[str]) -> Mapping[str, Evaluator] | None:
    """
    The evaluators that were asked for, with their settings.

    Args:
        names: Names of evaluators; those that fit the region if there are none, or ``attainment`` if
            there are settings.
        settings: ``name=value``; each is given to the evaluators that have it.

    Raises:
        FailedPlugin: if a plugin has a name that was given, and cannot be used.
        InvalidValue: if an evaluator takes no such value.
        Refused: if none of them has a setting, or it cannot be read.
        UnknownId: if no evaluator has a name; it names the nearest.
    """
    written = dict(_parted(each) for each in settings)
    asked = list(dict.fromkeys(names)) or ([ATTAINMENT.name] if written else [])
    if not asked:
        return None
    ways = {name: evaluator_named(name) for name in asked}
    known = {name: _kinds(way) for name, way in ways.items()}
    every = sorted({setting for kinds in known.values() for setting in kinds})
    for setting in written:
        if setting not in every:
            message = f"{' and '.join(asked)} has no setting {setting!r}{hint(setting, every)}"
            raise Refused(message)
    return {name: _with(way, known[name], written) for name, way in ways.items()}


def _parted(written: str) -> tuple[str, str]:
    name, given, value = written.partition("=")
    if not given:
        message = f"{written!r} is not of the form NAME=VALUE"
        raise Refused(message)
    return name, value


def _kinds(way: Any) -> dict[str, tuple[object, ...]]:  # noqa: ANN401 - any class of attrs, or a function
    """The kinds of value that each setting takes; a function has none."""
    hints = get_type_hints(type(way))
    fields = getattr(type(way), "__attrs_attrs__", ())
    return {each.name: _choices(hints[each.name]) for each in fields if each.name != "name"}


def _choices(hint: object) -> tuple[object, ...]:
    return get_args(hint) if get_origin(hint) in {Union, UnionType} else (hint,)


def _with(way: Any, kinds: Mapping[str, tuple[object, ...]], written: Mapping[str, str]) -> Any:  # noqa: ANN401 - any class of attrs
    changes = {name: _value(name, value, kinds[name]) for name, value in written.items() if name in kinds}
    return attrs.evolve(way, **changes) if changes else way


def _value(name: str, written: str, kinds: tuple[object, ...]) -> object:
    """A value of the first kind that it can be read as."""
    if written == NOT_SET and NoneType in kinds:
        return None
    reading = next((_READINGS[kind] for kind in kinds if kind in _READINGS), str)
    try:
        return reading(written)
    except (InvalidOperation, ValueError):
        expected = f", expected one of {', '.join(_WORDS[reading])}" if reading in _WORDS else ", expected a number"
        message = f"{written!r} is no value of {name!r}{expected}"
        raise Refused(message) from None


def _number(written: str) -> Decimal:
    value = Decimal(written)
    if not value.is_finite():
        raise InvalidOperation
    return value


def _join(written: str) -> Join:
    """A rule, and after a space how many must be met."""
    kind, _, least = written.partition(" ") if written not in _JOINS else (written, "", "")
    return Join(kind=JoinKind(kind), at_least=int(least) if least else None)


_JOINS = tuple(each.value for each in JoinKind)
_READINGS: Mapping[object, Any] = {Decimal: _number, int: int, Stage: Stage, Join: _join}
_WORDS: Mapping[object, tuple[str, ...]] = {Stage: tuple(each.value for each in Stage), _join: _JOINS}
