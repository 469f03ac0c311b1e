"""A model read from TOML can say where each record stands."""

from __future__ import annotations

import pickle
from datetime import date
from typing import TYPE_CHECKING

import pytest

from regionstyrning.files import load, load_region, save
from regionstyrning.files.packaged import FOLDER, regions
from regionstyrning.files.places import place_of
from regionstyrning.files.save import json_bytes
from regionstyrning.model.findings import Where
from tests.files.faulty import MAIN

if TYPE_CHECKING:
    from pathlib import Path

    from regionstyrning.model import SteeringModel

GOALS = """
[[structures]]
id = "s"
title = "S"
perspectives = [
  { id = "p1", title = "P", kind = "önskan", level = "l" },
  { id = "p2", title = "P", kind = "önskan", level = "l" },
]

[[goals]]
id = "a"
title = "A"
level = "mal"
contributions = [
  { upper = "p1", kind = "bryter ned" },
  { upper = "p2", kind = "bryter ned" },
]
"""
INDICATORS = """
[[indicators]]
id = "i"
title = "I"
kind = "kvantitativ"

[[indicators.targets]]
year = 2024
condition = { kind = "ska utarbetas" }

[[indicators.targets]]
year = 2025
condition = { kind = "ska utarbetas" }
validity = { first = 2025-06-01 }
"""


@pytest.fixture
def model(tmp_path: Path) -> SteeringModel:
    """A small model in three files."""
    (tmp_path / "region.toml").write_text(MAIN)
    (tmp_path / "a.toml").write_text(GOALS)
    (tmp_path / "b.toml").write_text(INDICATORS)
    return load(tmp_path)


def where(model: SteeringModel, id: str) -> Where | None:
    """Where a record stands, if the model knows."""
    look_up = place_of(model, id)
    return None if look_up is None else look_up()


@pytest.mark.parametrize(
    ("id", "place"),
    [
        ("x", Where("region.toml", 2)),
        ("s", Where("a.toml", 2)),
        ("p2", Where("a.toml", 7)),
        ("a", Where("a.toml", 10)),
        ("contribution/a/p1/bryter ned", Where("a.toml", 15)),
        ("contribution/a/p2/bryter ned", Where("a.toml", 16)),
        ("i", Where("b.toml", 2)),
        ("target/i/2024", Where("b.toml", 7)),
        ("nej", None),
    ],
)
def test_each_record_has_its_place(model: SteeringModel, id: str, place: Where | None) -> None:
    """One that stands inside another has a place of its own."""
    assert where(model, id) == place


def test_a_step_of_a_cycle_has_its_place(tmp_path: Path) -> None:
    """Two structures may have a step of one id; what is no step leads to the record."""
    cycles = "".join(
        f"[[structures]]\nid = '{id}'\ntitle = 'S'\n"
        "[[structures.cycle]]\nid = 'forst'\ntitle = 'F'\naction = 'bereder'\n"
        "[[structures.cycle]]\nid = 'sedan'\ntitle = 'S'\naction = 'beslutar'\n"
        for id in ("s1", "s2")
    )
    (tmp_path / "region.toml").write_text(MAIN)
    (tmp_path / "cykel.toml").write_text(cycles)
    model = load(tmp_path)
    asked = [("s1", "sedan"), ("s2", "forst"), ("s2", "nej"), ("s2", None), ("nej", "forst")]
    found = [(look_up := place_of(model, *each)) and look_up().line for each in asked]
    assert found == [8, 15, 12, 12, None]


def test_a_model_as_it_held_on_a_day_has_the_same_places(model: SteeringModel) -> None:
    """Though it holds fewer records."""
    earlier = model.at(date(2025, 1, 1))
    assert len(earlier.targets) == 1
    assert where(earlier, "target/i/2024") == Where("b.toml", 7)


def test_a_model_from_json_knows_no_places(model: SteeringModel, tmp_path: Path) -> None:
    """Nobody writes it by hand, and its text may be large."""
    save(model, tmp_path / "modell.json")
    assert place_of(load(tmp_path / "modell.json"), "a") is None


def test_a_changed_model_knows_no_places(model: SteeringModel) -> None:
    """What was changed stands in no file."""
    assert place_of(model.without("a"), "i") is None


def test_neither_equality_nor_files_nor_pickle_know_of_places(model: SteeringModel, tmp_path: Path) -> None:
    """They are kept beside the model."""
    save(model, tmp_path / "modell.json")
    plain = load(tmp_path / "modell.json")
    assert where(model, "a") is not None
    assert (model, json_bytes(model)) == (plain, json_bytes(plain))
    assert place_of(pickle.loads(pickle.dumps(model)), "a") is None  # noqa: S301 - made here


@pytest.mark.parametrize("region", regions())
def test_every_record_of_a_region_stands_on_a_line_that_begins_it(region: str) -> None:
    """A table or an inline table begins where the record is said to stand."""
    model = load_region(region)
    texts = {file.name: file.read_text(encoding="utf-8").split("\n") for file in (FOLDER / region).glob("*.toml")}
    ids = [record.id for records in model.catalogues().values() for record in records]
    places = {id: where(model, id) for id in ids}
    wrong = [
        (id, place)
        for id, place in places.items()
        if place is None
        or place.line is None
        or ("[" not in (line := texts[place.file][place.line - 1]) and "{" not in line)
    ]
    assert wrong == []
