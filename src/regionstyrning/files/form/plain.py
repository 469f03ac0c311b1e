"""From a model to the plain values of a file."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any

from regionstyrning.files.faults.unreadable import FORMAT
from regionstyrning.files.form.authored import Plain
from regionstyrning.files.form.hooks import Dialect, Hook, Refused, integer, is_plain, is_whole, truth
from regionstyrning.files.form.shapes import Shape, shapes
from regionstyrning.model.steering_model import SteeringModel


def plain(model: SteeringModel, dialect: Dialect) -> Plain:
    """
    What a file says to hold a model.

    It is made of the model's fields, so what is kept in its memo is never written. A zero is written
    without a sign, with the decimals that it has.

    Args:
        model: The model.
        dialect: JSON says every field, with decimals and days as text. TOML leaves out what is as
            if it were not given.

    Raises:
        Refused: if a field holds what a file cannot, with the path to it.
    """
    return {"format": FORMAT, **_writer(SteeringModel, dialect)(model)}


@cache
def _writer(cls: type, dialect: Dialect) -> Hook:
    if cls in _PLAIN[dialect]:
        return _PLAIN[dialect][cls]
    return _member_writer(cls) if issubclass(cls, Enum) else _record_writer(cls, dialect)


def _member_writer(cls: type[Enum]) -> Hook:
    def member(value: Any) -> Any:  # noqa: ANN401 - whatever the record holds
        if type(value) is not cls:
            raise Refused(cls, value)
        return value.value

    return member


def _record_writer(cls: type, dialect: Dialect) -> Hook:
    writers: dict[str, Hook] = {}
    everything = dialect == "json"

    def record(value: Any) -> Plain:  # noqa: ANN401 - whatever the record holds
        if type(value) is not cls:
            raise Refused(cls, value)
        if not writers:  # made when first needed: a condition may hold conditions
            writers.update((name, _field_writer(shape, dialect)) for name, shape in shapes(cls).items())
        table: Plain = {}
        for name, shape in shapes(cls).items():
            held = getattr(value, name)
            if everything or held != shape.default:
                table[name] = _at(name, writers[name], held)
        return table

    return record


def _field_writer(shape: Shape, dialect: Dialect) -> Hook:
    write = _writer(shape.element, dialect)

    def several(values: Any) -> list[Any]:  # noqa: ANN401 - whatever the record holds
        return [_at(index, write, value) for index, value in enumerate(values)]

    def perhaps(value: Any) -> Any:  # noqa: ANN401 - whatever the record holds
        return None if value is None else write(value)

    return several if shape.many else perhaps if shape.optional else write


def _at(step: str | int, write: Hook, value: Any) -> Any:  # noqa: ANN401 - whatever the record holds
    try:
        return write(value)
    except Refused as refused:
        refused.path = (step, *refused.path)
        raise


def _whole_text(value: Any) -> str:  # noqa: ANN401 - whatever the record holds
    if not (type(value) is str and is_whole(value)):
        raise Refused(str, value)
    return value


def _day(value: Any) -> date:  # noqa: ANN401 - whatever the record holds
    if type(value) is not date:
        raise Refused(date, value)
    return value


def _decimal(value: Any) -> Decimal:  # noqa: ANN401 - whatever the record holds
    if not (type(value) is Decimal and is_plain(value)):
        raise Refused(Decimal, value)
    return value or value.copy_abs()  # TOML cannot write -0 with no decimals


def _toml_number(value: Any) -> Decimal | int:  # noqa: ANN401 - whatever the record holds
    """A whole number as one, since TOML's own way to write a decimal would give it one it does not have."""
    number = _decimal(value)
    exponent = number.as_tuple().exponent
    return int(number) if isinstance(exponent, int) and exponent >= 0 else number


_EITHER: dict[type, Hook] = {str: _whole_text, int: integer, bool: truth}
_PLAIN: dict[Dialect, dict[type, Hook]] = {
    "toml": {**_EITHER, date: _day, Decimal: _toml_number},
    "json": {
        **_EITHER,
        date: lambda value: _day(value).isoformat(),
        Decimal: lambda value: format(_decimal(value), "f"),
    },
}
