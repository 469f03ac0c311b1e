"""Region Västernorrland's indicators as shipped, held cell by cell against the printed tables."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import Any

import pytest

from regionstyrning.model import (
    Condition,
    ConditionKind,
    Indicator,
    MeasureKind,
    Missing,
    Rival,
    SteeringModel,
    above,
    at_least,
    grade,
    keep_or_increase,
    pending,
)
from tests.regions.facts import printed, shipped

COLUMNS = (("outcomes", 2021), ("outcomes", 2022), ("targets", 2024), ("targets", 2026))


ROWS: list[dict[str, Any]] = printed("vasternorrland", "indikatortabell")["rader"]
TABLED = [row for row in ROWS if "lasarter" in row]
LISTED = [row for row in ROWS if "lasarter" not in row]
region = partial(shipped, "vasternorrland")


def row_id(row: dict[str, Any]) -> str:
    """What a test of a row is called."""
    name: str = row["namn"]
    return name[:60]


of_each_row = pytest.mark.parametrize("row", ROWS, ids=row_id)
of_each_tabled_row = pytest.mark.parametrize("row", TABLED, ids=row_id)
of_each_listed_row = pytest.mark.parametrize("row", LISTED, ids=row_id)


def plan_indicators() -> list[Indicator]:
    """The indicators of the printed tables, in the order they are printed."""
    return [each for each in region().indicators if each.printed_kind is not None]


def named(row: dict[str, Any]) -> Indicator:
    """The indicator that a printed row names."""
    return next(each for each in plan_indicators() if each.title == row["namn"])


def cell(model: SteeringModel, indicator: str, catalogue: str, year: int) -> list[Any]:
    """The records that one printed cell gave, by scope."""
    found = [each for each in getattr(model, catalogue) if each.indicator == indicator and each.year == year]
    return sorted(found, key=lambda each: each.scope or "")


def wording(record: Any) -> str | None:  # noqa: ANN401 - an outcome or a target
    """The cell as written, on an outcome or in a target's condition."""
    condition = getattr(record, "condition", record)
    text: str | None = condition.text
    return text


def texts(model: SteeringModel, indicator: str) -> list[str]:
    """The four cells of a row as written; records of one cell say the same."""
    row = []
    for catalogue, year in COLUMNS:
        words = {wording(each) for each in cell(model, indicator, catalogue, year)}
        assert len(words) <= 1
        row.append(words.pop() or "" if words else "")
    return row


def under(rival: Rival) -> SteeringModel:
    """The model as a rival reading has it."""
    return region().without(*rival.without).with_(*rival.targets, *rival.outcomes)


def models_of(indicator: str) -> list[SteeringModel]:
    """The model under each reading of a row, the preferred one first; the region itself where no cell is open."""
    points = [each for each in region().open_points if each.about == indicator and each.field == "targets"]
    rivals = [rival for point in points for rival in point.rivals]
    return [under(rival) for rival in sorted(rivals, key=lambda rival: not rival.preferred)] or [region()]


def readings(indicator: str) -> list[list[str]]:
    """The cells of a row under each reading that the data hold, the preferred one first."""
    return [texts(model, indicator) for model in models_of(indicator)]


def read_outcome(text: str) -> dict[str | None, Any]:
    """What an outcome's cell means, by scope."""
    if text.startswith("RVN"):
        return {part.split()[0]: Decimal(part.split()[1]) for part in text.split(", ")}
    missing = {"Ny indikator 2024": Missing.NEW, "-": Missing.NOT_REPORTED}
    return {None: missing.get(text) or Decimal(text.removesuffix(" %"))}


def read_target(text: str) -> Condition:
    """What a target's cell means."""
    if text in {"Ny indikator", "Ska utarbetas"}:
        return pending(text=text)
    if text == "Bibehålla/öka":
        return keep_or_increase(text=text)
    if text == "Ja":
        return grade("Ja", text=text)
    if text.startswith(">"):
        return above(text.removeprefix(">"), text=text)
    return at_least(text.removesuffix(" %"), text=text)


def test_the_plan_has_seventeen_indicators_in_the_printed_order() -> None:
    """The shipped indicators are those of the printed tables, by name, in order."""
    assert [each.title for each in plan_indicators()] == [row["namn"] for row in ROWS]


@of_each_row
def test_an_indicator_measures_the_goal_it_is_printed_under(row: dict[str, Any]) -> None:
    """Each row stands under the mål of its section, and says so with its section and whether in table or list."""
    indicator = named(row)
    links = [link for link in region().contributions if link.lower == indicator.id]
    assert [region()[link.upper].title for link in links] == [row["mal"]]
    assert [source.place for source in indicator.sources] == [row["plats"]]


@of_each_row
def test_kind_as_printed_and_kind_by_content_are_kept_apart(row: dict[str, Any]) -> None:
    """The heading is kept as printed; a row of several parameters is a cluster of that many."""
    indicator = named(row)
    assert indicator.printed_kind == row["rubrik"]
    assert indicator.parts_count == row.get("parametrar")
    assert (indicator.kind is MeasureKind.CLUSTER) == ("parametrar" in row)
    assert (indicator.kind is not MeasureKind.QUANTITATIVE) == ("(ja/delvis/nej)" in row["namn"].lower())


@of_each_tabled_row
def test_cells_are_shipped_as_printed_under_every_reading(row: dict[str, Any]) -> None:
    """All four cells of a row, under the preferred reading and under each rival one."""
    assert readings(named(row).id) == row["lasarter"]


@of_each_tabled_row
def test_the_preferred_reading_is_what_the_records_hold(row: dict[str, Any]) -> None:
    """Without choosing a rival, the shipped records are the first reading."""
    assert texts(region(), named(row).id) == row["lasarter"][0]


@of_each_tabled_row
def test_the_value_of_each_outcome_is_that_of_its_cell(row: dict[str, Any]) -> None:
    """Numbers, scopes and reasons for missing values, cell by cell, under every reading."""
    indicator = named(row).id
    for model in models_of(indicator):
        for text, (catalogue, year) in zip(texts(model, indicator)[:2], COLUMNS[:2], strict=True):
            found = {each.scope: each.missing or each.value for each in cell(model, indicator, catalogue, year)}
            assert found == (read_outcome(text) if text else {})


@of_each_tabled_row
def test_the_condition_of_each_target_is_that_of_its_cell(row: dict[str, Any]) -> None:
    """Limits, grades, directions and targets to come, cell by cell, for each scope under every reading."""
    indicator = named(row)
    scopes: list[str | None] = [scope.id for scope in indicator.scopes] or [None]
    for model in models_of(indicator.id):
        for text, (catalogue, year) in zip(texts(model, indicator.id)[2:], COLUMNS[2:], strict=True):
            found = {each.scope: each.condition for each in cell(model, indicator.id, catalogue, year)}
            assert found == (dict.fromkeys(scopes, read_target(text)) if text else {})


@of_each_listed_row
def test_a_row_without_columns_has_no_values(row: dict[str, Any]) -> None:
    """What stands under the heading for qualitative indicators has neither outcomes nor targets."""
    assert texts(region(), named(row).id) == ["", "", "", ""]


def test_one_scope_of_one_indicator_changed_between_the_years() -> None:
    """Of all scopes with two outcomes only HME Ledarskap for RLF changed, from 78 to 77."""
    values: dict[tuple[str, str | None], dict[int, Decimal]] = {}
    for outcome in region().outcomes:
        if outcome.year in {2021, 2022} and outcome.value is not None:
            values.setdefault((outcome.indicator, outcome.scope), {})[outcome.year] = outcome.value
    changed = {key: years for key, years in values.items() if len(set(years.values())) > 1}
    assert changed == {("hme-ledarskap", "RLF"): {2021: Decimal(78), 2022: Decimal(77)}}


def test_clusters_have_twenty_three_parameters_that_nobody_lists() -> None:
    """Seven clusters, 23 parameters, none of them known, no rule that joins them."""
    clusters = [each for each in region().indicators if each.kind is MeasureKind.CLUSTER]
    assert [each.parts_count for each in clusters] == [3, 3, 2, 2, 6, 3, 4]
    assert [each for each in clusters if each.parts or each.join] == []


def test_no_target_is_made_up() -> None:
    """Targets are those of the tables and three financial ones; only three of the tables' are numbers."""
    of_plan = {each.id for each in plan_indicators()}
    others = {each.indicator for each in region().targets} - of_plan
    assert others == {"resultatniva", "resultatandel", "sankta-administrationskostnader"}
    numbers = {each.indicator for each in region().targets if each.condition.value is not None} & of_plan
    assert numbers == {"hse-index", "patientsakerhetsberattelse-primarvard", "digital-mognad"}


def test_targets_to_come_ask_nothing_yet() -> None:
    """Both cells of the new indicator are pending, each in its own words."""
    found = [each.condition for each in region().targets if each.condition.kind is ConditionKind.PENDING]
    assert [each.text for each in found] == ["Ny indikator", "Ska utarbetas"]
