"""The JSON Schema is made from the classes, and takes what the reader takes."""

from __future__ import annotations

import copy
import json
import tomllib
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator, FormatChecker  # type: ignore[import-untyped]  # it has no types

from regionstyrning.files import json_schema, load_region
from regionstyrning.files.form.authored_classes import AuthoredGoal, AuthoredIndicator
from regionstyrning.files.form.shapes import shapes
from regionstyrning.files.packaged import FOLDER, regions
from regionstyrning.files.save import json_bytes
from regionstyrning.files.schema import SHIPPED
from regionstyrning.files.schema_made import write_schema
from regionstyrning.model import Goal, Indicator, SteeringModel
from tests.files.faulty import DOCUMENT
from tests.strategies import models

if TYPE_CHECKING:
    from pathlib import Path


@cache
def validator() -> Draft202012Validator:
    """What holds documents to the schema, days included."""
    return Draft202012Validator(json_schema(), format_checker=FormatChecker())


def refused(document: Any) -> list[str]:  # noqa: ANN401 - whatever a document holds
    """What the schema has against a document."""
    return [error.message for error in validator().iter_errors(document)]


def merged(region: str) -> dict[str, Any]:
    """The files of a region as one document, with days as text."""
    whole: dict[str, Any] = {}
    for file in sorted(set((FOLDER / region).glob("*.toml")) - set((FOLDER / region).glob("*.styr.toml"))):
        for name, value in tomllib.loads(file.read_text(encoding="utf-8")).items():
            whole[name] = whole.get(name, []) + value if isinstance(value, list) else value
    held: dict[str, Any] = json.loads(json.dumps(whole, default=lambda day: day.isoformat()))
    return held


def test_what_is_shipped_is_what_is_made(tmp_path: Path) -> None:
    """Byte by byte; `write_schema` makes it again."""
    write_schema(tmp_path / "schema.json")
    assert (tmp_path / "schema.json").read_bytes() == SHIPPED.read_bytes()


def test_it_is_a_schema() -> None:
    """Of the draft that it says."""
    Draft202012Validator.check_schema(json_schema())
    assert json_schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert json_schema()["$id"] == "urn:regionstyrning:schema:2"


def test_each_call_gives_a_schema_of_its_own() -> None:
    """Who changes one changes no other."""
    json_schema().clear()
    assert json_schema() != {}


@pytest.mark.parametrize("region", regions())
def test_it_takes_every_packaged_model(region: str) -> None:
    """As one JSON document, and as its author wrote it."""
    assert refused(json.loads(json_bytes(load_region(region)))) == []
    assert refused(merged(region)) == []


@given(models())
def test_it_takes_what_is_saved(model: SteeringModel) -> None:
    """Whatever the records hold."""
    assert refused(json.loads(json_bytes(model))) == []


def test_every_object_is_closed_and_told_of() -> None:
    """No key goes unseen, and an editor shows what each means."""
    schema = json_schema()
    objects = {name: each for name, each in schema["$defs"].items() if each.get("type") == "object"}
    assert [name for name, each in {**objects, "": schema}.items() if each["additionalProperties"] is not False] == []
    assert [name for name, each in schema["$defs"].items() if not each["description"]] == []
    assert [
        f"{name}.{key}"
        for name, each in {**objects, "": schema}.items()
        for key, value in each["properties"].items()
        if name and "description" not in value
    ] == []


def _with_unknown_keys(value: Any, whole: Any) -> list[Any]:  # noqa: ANN401 - whatever a document holds
    """The whole with a key too many, once in each of the objects in a value."""
    found: list[Any] = []
    if isinstance(value, dict):
        value["okänd"] = 1
        found.append(copy.deepcopy(whole))
        del value["okänd"]
    below = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for each in below:
        found += _with_unknown_keys(each, whole)
    return found


def test_an_unknown_key_is_refused_wherever_it_stands() -> None:
    """In the document, in records, in values and in what is nested."""
    condition = {"kind": "alla av", "parts": [{"kind": "ska utarbetas"}]}
    indicator = {
        "id": "i",
        "title": "I",
        "kind": "kvantitativ",
        "scopes": [{"id": "RVN"}],
        "targets": [{"condition": condition}],
        "outcomes": [{"year": 2025, "value": 80.5, "reported_for": {"year": 2024}}],
        "contributions": [{"upper": "a", "kind": "mäter", "weights": [{"value": "0.5"}]}],
    }
    document = {**DOCUMENT, "source": {"publication": "p"}, "indicators": [indicator]}
    assert refused(document) == []
    variants = _with_unknown_keys(document, document)
    assert len(variants) == 11
    assert [refused(each) for each in variants if not refused(each)] == []


@pytest.mark.parametrize(
    "more",
    [
        {"title": 1},
        {"as_of": "2025-1-1"},
        {"format": 3},
        {"status": "fiktiv"},
        {"goals": {}},
        {"goals": [{"id": "a", "title": "A"}]},
        {"amounts": [{"title": "T", "year": 2025, "stage": "utfall", "organ": "rs", "value": "NaN"}]},
        {"indicators": [{"id": "i", "title": "I", "kind": "kvantitativ", "targets": [{"indicator": "i"}]}]},
    ],
)
def test_a_wrong_value_is_refused(more: dict[str, Any]) -> None:
    """Types, forms and values are asked for."""
    assert len(refused({**DOCUMENT, **more})) > 0


def test_what_may_be_written_inside_is_all_that_is_added() -> None:
    """The classes for authors are the records and a little more."""
    assert shapes(AuthoredGoal).keys() - shapes(Goal).keys() == {"contributions"}
    assert shapes(AuthoredIndicator).keys() - shapes(Indicator).keys() == {"contributions", "targets", "outcomes"}
