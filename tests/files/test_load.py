"""What a file may say in short is written out when it is loaded."""

from __future__ import annotations

import gc
import json
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from regionstyrning.files import FaultyFile, load, load_region
from regionstyrning.files.form.authored import NESTED
from regionstyrning.files.form.authored_classes import AuthoredGoal, AuthoredIndicator
from regionstyrning.files.form.shapes import shapes
from regionstyrning.files.lanes.quick import collector_off
from regionstyrning.files.save import json_bytes
from regionstyrning.model import (
    CATALOGUES,
    Condition,
    ConditionKind,
    Contribution,
    ContributionKind,
    Outcome,
    Source,
    SteeringModel,
    Target,
)
from tests.files.faulty import DOCUMENT, MAIN, faults

if TYPE_CHECKING:
    from pathlib import Path

SHARED = Source(publication="p", place="s. 1")
OWN = Source(publication="q")

TOML = """
source = { publication = "p", place = "s. 1" }

[[indicators]]
id = "i"
title = "I"
kind = "kvantitativ"
sources = [{ publication = "q" }]
contributions = [{ upper = "a", kind = "mäter" }]

[[indicators.targets]]
year = 2025
condition = { kind = "ska utarbetas" }

[[indicators.outcomes]]
year = 2024
value = 72.50
sources = [{ publication = "p", place = "s. 1" }]

[[goals]]
id = "a"
title = "A"
level = "mal"
contributions = [{ upper = "b", kind = "bryter ned" }]
"""

JSON: dict[str, Any] = {
    "source": {"publication": "p", "place": "s. 1"},
    "indicators": [
        {
            "id": "i",
            "title": "I",
            "kind": "kvantitativ",
            "sources": [{"publication": "q"}],
            "contributions": [{"upper": "a", "kind": "mäter"}],
            "targets": [{"year": 2025, "condition": {"kind": "ska utarbetas"}}],
            "outcomes": [{"year": 2024, "value": "72.50", "sources": [{"publication": "p", "place": "s. 1"}]}],
        }
    ],
    "goals": [
        {
            "id": "a",
            "title": "A",
            "level": "mal",
            "sources": [],
            "contributions": [{"upper": "b", "kind": "bryter ned"}],
        }
    ],
}


@pytest.fixture(params=["toml", "json"])
def written_out(request: pytest.FixtureRequest, tmp_path: Path) -> SteeringModel:
    """The same, written as TOML and as JSON."""
    file = tmp_path / f"modell.{request.param}"
    file.write_text(MAIN + TOML if request.param == "toml" else json.dumps({**DOCUMENT, **JSON}), encoding="utf-8")
    return load(file)


class TestWrittenOut:
    """Nested records and the source at the top."""

    def test_nested_records_name_what_they_stand_in(self, written_out: SteeringModel) -> None:
        """In memory there is one form."""
        assert [link.lower for link in written_out.contributions] == ["a", "i"]
        assert [target.indicator for target in written_out.targets] == ["i"]
        assert [outcome.indicator for outcome in written_out.outcomes] == ["i"]

    def test_a_record_without_source_has_that_of_its_file(self, written_out: SteeringModel) -> None:
        """And so has what stands in it."""
        assert [goal.sources for goal in written_out.goals] == [(SHARED,)]
        assert written_out["contribution/a/b/bryter ned"].sources == (SHARED,)

    def test_a_nested_record_without_source_has_that_of_its_record(self, written_out: SteeringModel) -> None:
        """Rather than that of its file."""
        assert written_out.contributions[1].sources == (OWN,)
        assert written_out.targets[0].sources == (OWN,)

    def test_a_nested_record_keeps_its_own_source(self, written_out: SteeringModel) -> None:
        """It is the nearest."""
        assert written_out.outcomes[0].sources == (SHARED,)


def test_several_sources_may_stand_at_the_top(tmp_path: Path) -> None:
    """Every record has all of them."""
    text = 'sources = [{ publication = "p" }, { publication = "q" }]\n[[ratios]]\nid = "k"\ntitle = "K"'
    (tmp_path / "region.toml").write_text(MAIN + text)
    assert [source.publication for source in load(tmp_path).ratios[0].sources] == ["p", "q"]


def test_a_source_at_the_top_is_that_of_its_file_alone(tmp_path: Path) -> None:
    """Another file says its own."""
    ratio = '[[ratios]]\nid = "{0}"\ntitle = "K"\n'
    (tmp_path / "region.toml").write_text(MAIN + ratio.format("c"))
    (tmp_path / "a.toml").write_text('source = { publication = "p" }\n' + ratio.format("a"))
    assert [(each.id, len(each.sources)) for each in load(tmp_path).ratios] == [("a", 1), ("c", 0)]


def test_a_null_source_at_the_top_is_none(tmp_path: Path) -> None:
    """As if it were not given."""
    (tmp_path / "m.json").write_text(json.dumps({**DOCUMENT, "source": None, "ratios": [{"id": "k", "title": "K"}]}))
    assert load(tmp_path / "m.json").ratios[0].sources == ()


def test_files_are_merged_by_name(tmp_path: Path) -> None:
    """A catalogue holds the records of the first file first."""
    (tmp_path / "region.toml").write_text(MAIN + '[[ratios]]\nid = "r"\ntitle = "R"')
    for name in ("z", "a"):
        (tmp_path / f"{name}.toml").write_text(
            f'[[ratios]]\nid = "{name}1"\ntitle = "1"\n[[ratios]]\nid = "{name}2"\ntitle = "2"'
        )
    (tmp_path / "README.md").write_text("Inte TOML")
    assert [ratio.id for ratio in load(tmp_path).ratios] == ["a1", "a2", "r", "z1", "z2"]


def test_a_decimal_is_as_it_was_written(tmp_path: Path) -> None:
    """Whole or with its decimals, and never a float."""
    amounts = "".join(
        f'[[amounts]]\ntitle = "T"\nyear = {year}\nstage = "utfall"\norgan = "rs"\nvalue = {value}\n'
        for year, value in enumerate(("80", "80.10", "-0.5", "1_000", "1e3"), start=2020)
    )
    (tmp_path / "region.toml").write_text(MAIN + amounts)
    values = [str(amount.value) for amount in load(tmp_path).amounts]
    assert values == ["80", "80.10", "-0.5", "1000", "1E+3"]


def test_a_path_may_be_a_text(tmp_path: Path) -> None:
    """Or anything that says a path."""
    (tmp_path / "region.toml").write_text(MAIN)
    assert load(str(tmp_path)) == load(tmp_path)


def test_the_collector_is_on_again_whatever_happens(tmp_path: Path) -> None:
    """It is off while loading, since there is nothing for it to find."""
    assert gc.isenabled()
    with pytest.raises(FaultyFile):
        load(tmp_path)
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    """It is the application's choice."""
    gc.disable()
    try:
        with collector_off():
            assert not gc.isenabled()
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_what_was_made_stands_among_the_oldest() -> None:
    """So that the collector, when it is on again, does not walk through it at once."""
    with collector_off():
        made = [[number] for number in range(10_000)]
    assert any(each is made for each in gc.get_objects(2))
    assert gc.get_freeze_count() == 0


def test_what_the_application_keeps_frozen_stays_frozen() -> None:
    """It is the application's choice."""
    gc.freeze()
    try:
        frozen = gc.get_freeze_count()
        with collector_off():
            made = [[0]]
        assert gc.get_freeze_count() == frozen
        assert not any(each is made for each in gc.get_objects(2))
    finally:
        gc.unfreeze()


def test_a_record_is_made_as_its_class_would_make_it(tmp_path: Path) -> None:
    """Slot by slot, with defaults for what is not given; tuples, never lists."""
    (tmp_path / "m.json").write_text(json.dumps({**DOCUMENT, **JSON}))
    model = load(tmp_path / "m.json")
    assert model.targets[0] == Target(
        indicator="i", year=2025, condition=Condition(kind=ConditionKind.PENDING), sources=[OWN]
    )
    assert model.outcomes == (Outcome(indicator="i", year=2024, value=Decimal("72.50"), sources=[SHARED]),)
    assert model.contributions[0] == Contribution(
        lower="a", upper="b", kind=ContributionKind.BREAKS_DOWN, sources=[SHARED]
    )
    lists = [
        f"{type(record).__name__}.{name}"
        for records in model.catalogues().values()
        for record in records
        for name in attrs.fields_dict(type(record))
        if isinstance(getattr(record, name), list)
    ]
    assert lists == []


def test_what_a_class_asks_of_its_values_is_asked(tmp_path: Path) -> None:
    """Though its ``__init__`` is not run."""
    outcome = {"indicator": "i", "year": 2025}
    (tmp_path / "m.json").write_text(json.dumps({**DOCUMENT, "outcomes": [outcome]}))
    assert faults(tmp_path / "m.json") == ["m.json:1: expected exactly one of value, grade and missing @ outcomes[0]"]


def test_conditions_in_conditions_are_bounded(tmp_path: Path) -> None:
    """By the class itself, so that both lanes ask the same."""
    condition: dict[str, Any] = {"kind": "ska utarbetas"}
    for _ in range(16):
        condition = {"kind": "alla av", "parts": [condition]}
    (tmp_path / "m.json").write_text(json.dumps({**DOCUMENT, "targets": [{"indicator": "i", "condition": condition}]}))
    (said,) = faults(tmp_path / "m.json")
    assert said.endswith("conditions within conditions, expected at most 16 layers @ targets[0]")


def test_a_model_of_a_day_is_one_document() -> None:
    """Names of what is left are part of it."""
    earlier = load_region("vasternorrland").at(date(2022, 1, 1))
    assert b'"names":[{"catalogue":' in json_bytes(earlier)


def test_what_may_be_nested_is_what_authors_may_write() -> None:
    """The quick pass and the careful one know the same."""
    classes = {"goals": AuthoredGoal, "indicators": AuthoredIndicator}
    assert {
        name: {
            inside: next(each.name for each in shapes(shape.element).values() if not each.written)
            for inside, shape in shapes(cls).items()
            if inside in CATALOGUES
        }
        for name, cls in classes.items()
    } == NESTED


def test_cases_in_the_folder_are_no_part_of_the_model(tmp_path: Path) -> None:
    """They ask the model, and have a form of their own."""
    (tmp_path / "region.toml").write_text(
        'format = 2\nid = "a"\ntitle = "A"\nas_of = 2026-01-01\nstatus = "fictional"\n', encoding="utf-8"
    )
    (tmp_path / "fall.styr.toml").write_text('title = "Fall"\nbase = "."\n', encoding="utf-8")
    assert load(tmp_path).id == "a"
