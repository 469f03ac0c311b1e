"""What the shipped regions are held against: facts typed from their sources, and ways to look a fact up."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

import attrs

from regionstyrning import check, load_region
from regionstyrning.model import Finding, Judgement, Rival, Source, SteeringModel

DATA = Path(__file__).parent.parent / "data"

Fact = Mapping[str, Any]
"""
A fact as its source prints it: what it is about (``vad``), the record's id (``post``) or its catalogue
and the fields that point it out (``katalog``, ``nyckel``), the way to the value (``falt``), the value
(``varde``), and the title and place of the publication (``kalla``, ``plats``).
"""


@cache
def shipped(region: str) -> SteeringModel:
    """A region as it is shipped, loaded once for all tests."""
    return load_region(region)


def printed(region: str, name: str) -> dict[str, list[Any]]:
    """The tables of one file of the tests' own data about a region."""
    text = (DATA / region / f"{name}.toml").read_text(encoding="utf-8")
    tables: dict[str, list[Any]] = tomllib.loads(text, parse_float=Decimal)
    return tables


def facts_of(region: str) -> list[Fact]:
    """The facts typed from a region's sources, in the order they are listed."""
    return printed(region, "fakta")["fakta"]


def looked_up(model: SteeringModel, fact: Fact) -> Any:  # noqa: ANN401 - any record
    """
    The one record that a fact points out.

    Raises:
        ValueError: when the fields point out no record, or several.
    """
    if "post" in fact:
        return model[fact["post"]]
    (found,) = (each for each in getattr(model, fact["katalog"]) if matches(each, fact["nyckel"]))
    return found


def matches(record: object, key: Mapping[str, Any]) -> bool:
    """Whether the fields have the values, as the tests' data write them."""
    return all(plain(getattr(record, name)) == asked(value) for name, value in key.items())


def plain(value: Any) -> Any:  # noqa: ANN401 - any field of a record
    """An enum as its word and a tuple as a list, at every depth, as the tests' data write them."""
    if isinstance(value, Enum):
        return value.value
    return [plain(each) for each in value] if isinstance(value, tuple) else value


def asked(value: Any) -> Any:  # noqa: ANN401 - any value of TOML
    """A value of the tests' data, where an empty text stands for none, which TOML cannot write."""
    return None if value == "" else value


def walk(record: object, path: str) -> Iterator[Any]:
    """The record, and every value on the way to a field; a step is a field's name or a number in a tuple."""
    yield record
    value: Any = record
    for step in path.split("."):
        value = value[int(step)] if step.isdigit() else getattr(value, step)
        yield value


def inner(value: Any, but: type[object] | tuple[type[object], ...] = ()) -> Iterator[Any]:  # noqa: ANN401 - any field
    """A value and everything inside it, save values of the classes that are left out."""
    if isinstance(value, but):
        return
    yield value
    if isinstance(value, tuple):
        for each in value:
            yield from inner(each, but)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from inner(getattr(value, field.name), but)


def sources_of(model: SteeringModel, but: type[object] | tuple[type[object], ...] = ()) -> list[Source]:
    """Every source of every record and of the values inside it, save inside values of the classes left out."""
    return [each for record in model.records() for each in inner(record, but) if isinstance(each, Source)]


def changes(rival: Rival) -> bool:
    """Whether a program that follows the rival finds other records."""
    return bool(rival.without or rival.targets or rival.outcomes or rival.amounts)


def judgements(region: str, **key: Any) -> list[Judgement]:  # noqa: ANN401 - any field of a judgement
    """A region's judgements whose fields have the values."""
    return [each for each in shipped(region).judgements if matches(each, key)]


def loose_ends(model: SteeringModel, on: date | None = None) -> list[Finding]:
    """What the strict rules about links and references find on a day, or on the model's own."""
    found = check(model, on=on, rules="strang")
    return [each for each in found if each.rule.startswith(("linkage.", "references."))]
