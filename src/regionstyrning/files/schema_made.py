"""
The JSON Schema made from the classes, in development.

``python -c "from regionstyrning.files.schema_made import write_schema as write; write()"`` after a
change of the records; a test makes it again and compares it with what is shipped.
"""

from __future__ import annotations

import inspect
import json
import re
from pathlib import Path
from typing import Any

import attrs
import msgspec

from regionstyrning.files.faults.unreadable import FORMAT
from regionstyrning.files.form.authored_classes import document_class
from regionstyrning.files.form.shapes import shapes
from regionstyrning.files.schema import SHIPPED
from regionstyrning.model.steering_model import SteeringModel

_DECIMAL = {
    "title": "Decimal",
    "description": "A number. TOML writes it as one, JSON as a text with its own decimals.",
    "anyOf": [{"type": "number"}, {"type": "string", "pattern": r"^-?(0|[1-9][0-9]*)(\.[0-9]+)?$"}],
}
_TOP = {
    "format": "The format of the file.",
    "source": "The source of every record of the file that names none.",
    "sources": "The sources of every record of the file that names none.",
}
_AUTHORED = "Authored"
"""What the names of classes begin with that stand for a record as a file may write it."""

_ATTRIBUTE = re.compile(r"^    (\w+): (.*(?:\n     +.*)*)", re.MULTILINE)


def made_schema() -> dict[str, Any]:
    """The JSON Schema of a model's file, from the classes of what an author may write."""
    document = document_class(main=True)
    (made,), defs = msgspec.json.schema_components([document], ref_template="#/$defs/{name}")
    for cls in _classes(document):
        _complete(defs[cls.__name__], cls)
    top = defs.pop(made["$ref"].rpartition("/")[2])
    top["properties"]["format"] = {"const": FORMAT}
    for name, described in _described(SteeringModel).items() | _TOP.items():
        top["properties"][name]["description"] = described
    defs["Decimal"] = _DECIMAL
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:regionstyrning:schema:{FORMAT}",
        **top,
        "title": "Steering model",
        "description": _said(SteeringModel),
        "$defs": {_plain_name(name): defs[name] for name in sorted(defs, key=_plain_name)},
    }
    plain: dict[str, Any] = json.loads(json.dumps(schema).replace(f"/{_AUTHORED}", "/"), object_hook=_widened)
    return plain


def _plain_name(name: str) -> str:
    return name.removeprefix(_AUTHORED)


def _classes(top: type) -> set[type]:
    found: set[type] = set()
    left = [top]
    while left:
        cls = left.pop()
        if cls not in found:
            found.add(cls)
            left += [shape.element for shape in shapes(cls).values()] if attrs.has(cls) else []
    return {cls for cls in found if attrs.has(cls)}


def _complete(schema: dict[str, Any], cls: type) -> None:
    """Close an object to unknown keys, and describe it and its keys."""
    schema["additionalProperties"] = False
    schema["title"] = _plain_name(cls.__name__)
    schema["description"] = _said(cls)
    described = {name: text for base in reversed(cls.__mro__) for name, text in _described(base).items()}
    for name, shape in shapes(cls).items():
        if not shape.written:
            del schema["properties"][name]
        elif name in described:
            schema["properties"][name]["description"] = described[name]


def _said(cls: type) -> str:
    """What a docstring says before its sections."""
    said = re.split(r"\n\n(?:Attributes|Raises|Args):|\n\n>>>", inspect.cleandoc(cls.__doc__ or ""))[0]
    return " ".join(said.split())


def _described(cls: type) -> dict[str, str]:
    """What a docstring says of each attribute."""
    _, _, section = inspect.cleandoc(cls.__doc__ or "").partition("\nAttributes:\n")
    section = section.partition("\n\n")[0]
    return {name: " ".join(text.split()) for name, text in _ATTRIBUTE.findall(section)}


def _widened(part: dict[str, Any]) -> dict[str, Any]:
    if part.get("format") == "decimal":
        part = {key: value for key, value in part.items() if key not in {"type", "format"}}
        return {"$ref": "#/$defs/Decimal", **part}
    return part


def write_schema(file: Path = SHIPPED) -> None:
    """
    Write the schema that is shipped.

    Args:
        file: Where it stands.
    """
    file.write_text(f"{json.dumps(made_schema(), ensure_ascii=False, indent=1)}\n", encoding="utf-8")
