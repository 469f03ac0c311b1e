"""The passes and lanes of loading take and refuse the same, and make the same of it."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from regionstyrning.files.faults.fault import FaultyFile
from regionstyrning.files.faults.listing import _faults
from regionstyrning.files.faults.unreadable import Unreadable
from regionstyrning.files.form.shapes import shapes
from regionstyrning.files.lanes.fast import made_fast
from regionstyrning.files.lanes.making import Parsed, made
from regionstyrning.files.lanes.quick import REFUSALS
from regionstyrning.files.lanes.reading import decoded, parsed_strictly
from regionstyrning.files.load import made_carefully
from regionstyrning.files.packaged import load_region, regions
from regionstyrning.files.save import json_bytes
from regionstyrning.model import CATALOGUES
from tests.files.mutations import meddled
from tests.strategies import models

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.files.form.authored import Path
    from regionstyrning.files.form.hooks import Dialect
    from regionstyrning.model import SteeringModel

pytestmark = pytest.mark.full


def carefully(data: bytes) -> SteeringModel | None:
    """What the core's lane makes of a document, or None if it refuses it."""
    try:
        return made_carefully("modell.json", decoded(data))
    except (FaultyFile, Unreadable):
        return None


def written(document: Any) -> bytes:  # noqa: ANN401 - whatever a document holds
    """A document as `save` would lay it out."""
    text = json.dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return text.encode(errors="surrogatepass")


@pytest.mark.parametrize("dialect", ["json", "toml"])
@given(data=st.data())
def test_the_quick_pass_refuses_what_the_careful_pass_finds_faults_in(dialect: Dialect, data: st.DataObject) -> None:
    """One document is sound to both passes, or to neither."""
    document = data.draw(meddled(dialect))
    text = json.dumps(document) if dialect == "json" else ""
    file = Parsed(name="modell", text=text, document=document, dialect=dialect)
    try:
        made([evolve(file, document=parsed_strictly(text))] if dialect == "json" else [file])
        sound = True
    except REFUSALS:
        sound = False
    assert sound == (list(_faults([file])) == [])


@given(models())
def test_both_lanes_give_the_same_model(model: SteeringModel) -> None:
    """What was saved is the same model by either lane."""
    data = json_bytes(model)
    assert (made_fast(data) or model) == carefully(data) == model


@given(meddled("json"))
def test_the_fast_lane_takes_nothing_that_the_careful_lane_refuses(document: dict[str, Any]) -> None:
    """What the fast lane takes, the careful lane takes as the same model."""
    data = written(document)
    fast = made_fast(data)
    assert fast is None or fast == carefully(data)


@given(models(), st.data())
def test_the_fast_lane_is_not_misled_by_any_byte(model: SteeringModel, data: st.DataObject) -> None:
    """A byte put in, taken out or changed is seen."""
    sound = json_bytes(model)
    place = data.draw(st.integers(0, len(sound) - 1))
    put = data.draw(st.sampled_from([b"", b" ", b"1", b"0", b"-", b"E", b".", b'"', b"\\", b"n", b"\xff", b"\xc3\xa5"]))
    changed = sound[:place] + put + sound[place + data.draw(st.integers(0, 2)) :]
    fast = made_fast(changed)
    assert fast is None or fast == carefully(changed)


@pytest.mark.parametrize("region", regions())
def test_the_fast_lane_takes_what_is_saved_of_a_region(region: str) -> None:
    """A packaged model goes the fast way."""
    model = load_region(region)
    assert made_fast(json_bytes(model)) == model


@pytest.mark.parametrize(
    "value",
    ["NaN", "Infinity", "-Infinity", "sNaN1", "1E+3", "1E-7", "+1", "01", "1.", " 1", "1_0", "1" * 61, "٣"],
)
def test_neither_lane_takes_a_number_in_another_form(value: str) -> None:
    """A decimal has one form; msgspec takes some others for one."""
    model = json.loads(json_bytes(load_region("exempel")))
    model["outcomes"] = [{**model["outcomes"][0], "value": value, "grade": None, "missing": None}]
    data = written(model)
    assert (made_fast(data), carefully(data)) == (None, None)


EXEMPEL: dict[str, Any] = json.loads(json_bytes(load_region("exempel")))


def int_fields() -> dict[str, tuple[str, int, Path]]:
    """By its name without places, where each field of a whole number first stands in a region."""
    found: dict[str, tuple[str, int, Path]] = {}
    for name, cls in CATALOGUES.items():
        for index, record in enumerate(EXEMPEL[name]):
            for path in int_paths(cls, record):
                found.setdefault(
                    ".".join([name, *(step for step in path if isinstance(step, str))]), (name, index, path)
                )
    return found


def int_paths(cls: type, table: dict[str, Any]) -> Iterator[Path]:
    """The ways to the fields of a whole number in a table."""
    for name, shape in shapes(cls).items():
        if shape.element is int:
            yield (name,)
        elif attrs.has(shape.element) and table[name] is not None:
            inside = enumerate(table[name]) if shape.many else [(None, table[name])]
            for at, below in inside:
                for path in int_paths(shape.element, below):
                    yield (name, *path) if at is None else (name, at, *path)


INT_FIELDS = int_fields()


def with_number(field: str, number: int) -> bytes:
    """A region of one record, which holds the number in the field."""
    name, index, path = INT_FIELDS[field]
    record = copy.deepcopy(EXEMPEL[name][index])
    holder = record
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = number
    return written({**EXEMPEL, **{key: [] for key in CATALOGUES}, name: [record]})


def test_there_are_fields_of_whole_numbers() -> None:
    """The tests below look at more than a few."""
    assert {"outcomes.year", "outcomes.count", "structures.cycle.first_month"} <= INT_FIELDS.keys()


@pytest.mark.parametrize("number", [2**64, -(2**63) - 1, 10**30])
@pytest.mark.parametrize("field", INT_FIELDS)
def test_neither_lane_takes_a_whole_number_of_more_than_64_bits(field: str, number: int) -> None:
    """Whatever field it stands in; msgspec takes some."""
    data = with_number(field, number)
    assert (made_fast(data), carefully(data)) == (None, None)


@pytest.mark.parametrize("number", [2**64 - 1, -(2**63)])
@pytest.mark.parametrize("field", INT_FIELDS)
def test_both_lanes_say_the_same_of_the_greatest_and_the_least_whole_number(field: str, number: int) -> None:
    """Some fields hold them; in others they are no year or month."""
    data = with_number(field, number)
    assert made_fast(data) == carefully(data)
