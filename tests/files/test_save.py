"""A model is saved to one file, at once and in one form."""

from __future__ import annotations

import json
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, cast

import attrs
import msgspec
import pytest
from attrs import evolve
from hypothesis import given

from regionstyrning.errors import InvalidValue
from regionstyrning.files import load, load_region, save
from regionstyrning.files.lanes.fast import every
from regionstyrning.files.packaged import regions
from regionstyrning.files.save import json_bytes
from regionstyrning.model import Contribution, ContributionKind, Goal, Organ, OrganKind, SteeringModel, Weight
from tests.files.faulty import DOCUMENT
from tests.files.saved import goal, outcome, small
from tests.strategies import models

if TYPE_CHECKING:
    from pathlib import Path

ENDINGS = ("json", "toml")


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("region", regions())
class TestRegions:
    """The packaged models."""

    def test_what_is_loaded_is_what_was_saved(self, region: str, ending: str, tmp_path: Path) -> None:
        """Nothing is lost, and the order of records is kept."""
        model = load_region(region)
        save(model, tmp_path / f"m.{ending}")
        assert load(tmp_path / f"m.{ending}") == model

    def test_what_is_saved_again_is_the_same_bytes(self, region: str, ending: str, tmp_path: Path) -> None:
        """Equality alone would not see 2.0 become 2.00."""
        first, second = tmp_path / f"a.{ending}", tmp_path / f"b.{ending}"
        save(load_region(region), first)
        save(load(first), second)
        assert second.read_bytes() == first.read_bytes()

    def test_the_other_format_makes_no_difference(self, region: str, ending: str, tmp_path: Path) -> None:
        """A model that went by a file of either kind has the same bytes."""
        model = load_region(region)
        save(model, tmp_path / f"m.{ending}")
        assert json_bytes(load(tmp_path / f"m.{ending}")) == json_bytes(model)


@pytest.mark.parametrize("ending", ENDINGS)
@given(model=models())
def test_a_generated_model_comes_back(
    model: SteeringModel, ending: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The same model, and the same bytes."""
    file = tmp_path_factory.mktemp("saved") / f"m.{ending}"
    save(model, file)
    first = file.read_bytes()
    again = load(file)
    save(again, file)
    assert (again, file.read_bytes()) == (model, first)


@given(models())
def test_the_json_is_what_msgspec_would_write(model: SteeringModel) -> None:
    """
    Which is why the fast lane takes what is saved.

    But for decimals with an exponent, which are written out, and for zeros, which have no sign.
    """
    held = {name: getattr(model, name) for name in attrs.fields_dict(SteeringModel)}
    encoded = msgspec.json.encode({"format": 2, **held}, order="sorted")
    decimals = list(every(Decimal, SteeringModel, [model]))
    assert (encoded != json_bytes(model)) == any(
        "E" in str(value) or (value.is_zero() and value.is_signed()) for value in decimals
    )


def test_json_has_one_form() -> None:
    """UTF-8, no spaces, keys sorted, every field there, decimals as text."""
    weights = [Weight(value=Decimal("0.50"))]
    link = Contribution(lower="a", upper="b", kind=ContributionKind.BREAKS_DOWN, weights=weights)
    saved = json_bytes(small(contributions=[link])).decode()
    assert '"judgements":[],"legal_person":null,"matters":[],"names":[],"open_points":[]' in saved
    assert (
        '"contributions":[{"document":null,"kind":"bryter ned","lower":"a","note":null,"proposed":false,"sources":[],'
        '"upper":"b","validity":null,"weights":[{"validity":null,"value":"0.50"}]}]'
    ) in saved


@pytest.mark.parametrize(
    ("value", "in_json", "in_toml"),
    [
        ("80", '"80"', "value = 80 }"),
        ("2.00", '"2.00"', "value = 2.00 }"),
        ("-0.5", '"-0.5"', "value = -0.5 }"),
        ("1E+3", '"1000"', "value = 1000 }"),
        ("0E-2", '"0.00"', "value = 0.00 }"),
        ("0.0000001", '"0.0000001"', "value = 1e-7 }"),
        ("-0", '"0"', "value = 0 }"),
        ("-0.00", '"0.00"', "value = 0.00 }"),
    ],
)
def test_a_decimal_keeps_its_decimals(value: str, in_json: str, in_toml: str, tmp_path: Path) -> None:
    """It is written with as many as it has."""
    model = outcome(Decimal(value))
    save(model, tmp_path / "m.toml")
    assert f'"value":{in_json}'.encode() in json_bytes(model)
    assert in_toml in (tmp_path / "m.toml").read_text()
    assert load(tmp_path / "m.toml") == model


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("value", ["-0", "-0.0"])
def test_a_negative_zero_is_the_same_bytes_by_either_format(ending: str, value: str, tmp_path: Path) -> None:
    """It is equal to one without a sign, and saved as that."""
    read = {**DOCUMENT, "outcomes": [{"indicator": "i", "year": 2025, "value": value}]}
    (tmp_path / "l.json").write_text(json.dumps(read))
    model = load(tmp_path / "l.json")
    save(model, tmp_path / f"m.{ending}")
    assert load(tmp_path / f"m.{ending}") == model
    assert json_bytes(load(tmp_path / f"m.{ending}")) == json_bytes(model)


def test_toml_leaves_out_what_is_as_if_not_given(tmp_path: Path) -> None:
    """It is for reading."""
    save(goal(), tmp_path / "m.toml")
    assert (tmp_path / "m.toml").read_text() == (
        'format = 2\nid = "x"\ntitle = "X"\nas_of = 2025-01-01\nstatus = "fictional"\n'
        'goals = [\n    { id = "a", title = "A", level = "mal" },\n]\n'
    )


@pytest.mark.parametrize("ending", ENDINGS)
def test_names_are_saved_too(ending: str, tmp_path: Path) -> None:
    """What is left of records in a model as it held on a day."""
    region = load_region("vasternorrland").at(date(2022, 1, 1))
    assert region.names
    save(region, tmp_path / f"m.{ending}")
    assert load(tmp_path / f"m.{ending}") == region


def test_what_is_kept_in_the_memo_is_not_saved(tmp_path: Path) -> None:
    """An index that was built is no part of the model."""
    model = load_region("exempel")
    fresh = json_bytes(evolve(model))
    model.at(date(2025, 1, 1)).memo["annat"] = model.memo["annat"] = object()
    assert len(model.by_id) > 0
    save(model, tmp_path / "m.json")
    assert (tmp_path / "m.json").read_bytes() == fresh


TOO_ODD: list[tuple[SteeringModel, str]] = [
    (outcome(Decimal("NaN")), 'outcomes[0].value: expected a number as a text, such as "80.5", found the number NaN'),
    (
        outcome(Decimal("1E+99")),
        'outcomes[0].value: expected a number as a text, such as "80.5", found the number 1E+99',
    ),
    (goal(title="\ud800"), "goals[0].title: expected a text, found the text '\\ud800'"),
    (goal(level=1), "goals[0].level: expected a text, found the number 1"),
    (goal(geh=1), "goals[0].geh: expected true or false, found the number 1"),
    (
        goal(kind="verksamhet"),
        "goals[0].kind: expected one of 'finansiellt', 'verksamhet', found the text 'verksamhet'",
    ),
    (goal(validity=1), "goals[0].validity: expected a Validity, found the number 1"),
    (
        small(goals=[Organ(id="rs", title="RS", kind=OrganKind.BOARD)]),
        "goals[0]: expected a Goal, found an Organ",
    ),
    (cast("SteeringModel", Goal(id="a", title="A", level="m")), "model: expected a SteeringModel, found a Goal"),
    (
        outcome(Decimal(1), count=2**64),
        "outcomes[0].count: expected a whole number, found the number 18446744073709551616",
    ),
    (
        outcome(Decimal(1), known_on=datetime(2025, 1, 1)),  # noqa: DTZ001 - what should not stand there
        'outcomes[0].known_on: expected a day as a text, such as "2025-12-31", found the date-time 2025-01-01 00:00:00',
    ),
]


@pytest.mark.parametrize(("model", "message"), TOO_ODD, ids=[message for _, message in TOO_ODD])
def test_what_no_file_can_hold_is_refused(model: SteeringModel, message: str, tmp_path: Path) -> None:
    """What was saved would not load again."""
    with pytest.raises(InvalidValue) as error:
        save(model, tmp_path / "m.json")
    assert str(error.value) == f"{message}: no file could hold it"
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_refused(tmp_path: Path) -> None:
    """It cannot be replaced at once, and its comments are its author's."""
    (tmp_path / "region.toml").mkdir()
    with pytest.raises(InvalidValue, match=r"'region\.toml' is a folder, expected a file"):
        save(small(), tmp_path / "region.toml")


def test_another_ending_is_refused(tmp_path: Path) -> None:
    """There are two formats."""
    with pytest.raises(InvalidValue, match=r"'m.yaml' should be, expected a name that ends in .json or .toml"):
        save(small(), tmp_path / "m.yaml")


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    """What is written beside the file on the way is nobody's business."""
    with pytest.raises(InvalidValue) as error:
        save(small(), tmp_path / "ny" / "m.json")
    assert str(error.value) == f"there is no folder {str(tmp_path / 'ny')!r} to save 'm.json' in"


@pytest.mark.parametrize("name", ["a\0b.json", "\ud800.json"])
def test_a_name_that_no_file_can_have_is_refused(name: str, tmp_path: Path) -> None:
    """It is said as it would be written in Python."""
    with pytest.raises(InvalidValue) as error:
        save(small(), tmp_path / name)
    assert str(error.value) == f"{name!r} is no name that a file can have"


def test_what_the_system_refuses_is_told_of_the_file(tmp_path: Path) -> None:
    """It is the file that has too long a name."""
    place = tmp_path / f"{'a' * 300}.json"
    with pytest.raises(OSError, match="File name too long") as error:
        save(small(), place)
    assert error.value.filename == str(place)
    assert list(tmp_path.iterdir()) == []


def test_a_file_may_have_as_long_a_name_as_the_system_takes(tmp_path: Path) -> None:
    """What is written beside it has a short one."""
    place = tmp_path / f"{'a' * 250}.json"
    save(small(), place)
    assert list(tmp_path.iterdir()) == [place]
