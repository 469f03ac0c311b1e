"""Other ways from JSON to the same classes, or to classes made like them."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Optional, get_type_hints

import attrs
import msgspec
import pytest
from cattrs.preconf.json import make_converter

from regionstyrning.model import SteeringModel
from regionstyrning.model.references import element_type

if TYPE_CHECKING:
    from collections.abc import Callable

Decode = "Callable[[bytes], Any]"


def plain_cattrs() -> Callable[[bytes], SteeringModel]:
    """The converter as cattrs gives it, told only what a decimal is, which it does not know."""
    converter = make_converter(detailed_validation=True)
    converter.register_structure_hook(Decimal, lambda value, _: Decimal(value))

    def decode(data: bytes) -> SteeringModel:
        return converter.structure(json.loads(data), SteeringModel)

    return decode


def bare_msgspec() -> Callable[[bytes], Any]:
    """Msgspec straight into the same classes of records; the model about them looks for no doubles."""
    hints = get_type_hints(SteeringModel)
    fields = {field.name: attrs.field(type=hints[field.name], default=field.default) for field in _fields()}
    bare = attrs.make_class("BareModel", fields, frozen=True, kw_only=True)
    return msgspec.json.Decoder(bare).decode


def pydantic_models() -> Callable[[bytes], Any]:
    """
    Frozen models of pydantic, one for each of the classes, with the same fields and types.

    They have none of the checks that some classes make of their own values.
    """
    pydantic = pytest.importorskip("pydantic")
    models: dict[str, Any] = {}
    _made(SteeringModel, models, pydantic)
    for model in models.values():
        model.model_rebuild(_types_namespace=models)
    model = models[SteeringModel.__name__]
    decode: Callable[[bytes], Any] = model.model_validate_json
    return decode


def _made(cls: type, models: dict[str, Any], pydantic: Any) -> None:  # noqa: ANN401 - a module that may be missing
    if cls.__name__ in models:
        return
    models[cls.__name__] = None  # a condition holds conditions: named before it is made
    hints = get_type_hints(cls)
    fields: dict[str, Any] = {}
    for field in attrs.fields(cls):
        if not field.init:
            continue
        inner, many = element_type(hints[field.name])
        hint: Any = hints[field.name]
        if inner is not None and attrs.has(inner):
            _made(inner, models, pydantic)
            hint = tuple[inner.__name__, ...] if many else inner.__name__  # type: ignore[name-defined]  # by name
            hint = Optional[hint] if field.default is None else hint  # noqa: UP045 - of a name, which has no `|`
        fields[field.name] = (hint, ... if field.default is attrs.NOTHING else field.default)
    config = pydantic.ConfigDict(frozen=True)
    models[cls.__name__] = pydantic.create_model(cls.__name__, __config__=config, **fields)


def _fields() -> tuple[attrs.Attribute[Any], ...]:
    return tuple(field for field in attrs.fields(SteeringModel) if field.init)
