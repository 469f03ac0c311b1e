"""The fast lane for JSON, with the extra `fast`: msgspec decodes straight into the records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import cache
from itertools import chain
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar, get_type_hints

import attrs

from regionstyrning.files.faults.unreadable import FORMAT
from regionstyrning.files.form.hooks import GREATEST_INTEGER, LEAST_INTEGER, is_decimal
from regionstyrning.files.form.shapes import shapes
from regionstyrning.files.lanes.quick import REFUSALS
from regionstyrning.model.steering_model import SteeringModel

_Value = TypeVar("_Value")


def made_fast(data: bytes) -> SteeringModel | None:
    """
    The model that a JSON document holds, if msgspec can be shown to have read it right.

    It is encoded again and compared with the file, which tells of other spacing or order, of
    doubled and unknown keys and of everything that msgspec takes for something else. Numbers are
    looked at besides: it takes ``"NaN"`` for a decimal and whole numbers of any size, and writes
    them back the same.

    Args:
        data: What the file holds.

    Returns:
        None without the extra, and for a document of another form: the careful lane takes it,
        or says what is wrong.
    """
    codec = _codec()
    if codec is None:
        return None
    try:
        document = codec.decode(data)
        if document.format != FORMAT or codec.encode(document) != data or not _are_plain(document):
            return None
        return SteeringModel(**{name: getattr(document, name) for name in shapes(SteeringModel)})
    except codec.refusals:
        return None


class _Codec(NamedTuple):
    decode: Callable[[bytes], Any]
    encode: Callable[[Any], bytes]
    refusals: tuple[type[Exception], ...]


@cache
def _codec() -> _Codec | None:
    try:
        import msgspec  # noqa: PLC0415 - of the extra
    except ImportError:
        return None
    hints = get_type_hints(SteeringModel)
    fields = {name: attrs.field(type=hints[name]) for name in shapes(SteeringModel)}
    cls = attrs.make_class("Document", {"format": attrs.field(type=int), **fields}, frozen=True, kw_only=True)
    encoder = msgspec.json.Encoder(order="sorted")
    return _Codec(msgspec.json.Decoder(cls).decode, encoder.encode, (msgspec.MsgspecError, OverflowError, *REFUSALS))


def _are_plain(document: Any) -> bool:  # noqa: ANN401 - a class made here
    numbers = list(every(int, SteeringModel, [document]))
    return (
        min(numbers, default=0) >= LEAST_INTEGER
        and max(numbers, default=0) <= GREATEST_INTEGER
        and all(is_decimal(str(value)) for value in every(Decimal, SteeringModel, [document]))
    )


def every(wanted: type[_Value], cls: type, values: Iterable[Any]) -> Iterator[_Value]:
    """
    Every value of a plain class, however deep.

    Args:
        wanted: The plain class.
        cls: A class of records or values.
        values: Values of that class, to look in.
    """
    held = list(values)
    for name, shape in shapes(cls).items() if held else ():
        if not _may_hold(wanted, shape.element):
            continue
        below: Iterable[Any] = map(attrgetter(name), held)
        below = chain.from_iterable(below) if shape.many else (value for value in below if value is not None)
        yield from below if shape.element is wanted else every(wanted, shape.element, below)


def _may_hold(wanted: type, cls: type, *above: type) -> bool:
    if cls is wanted or cls in above or not attrs.has(cls):
        return cls is wanted
    return any(_may_hold(wanted, shape.element, cls, *above) for shape in shapes(cls).values())
