"""Region Halland's figures as they are shipped, each held against what its sources print."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import Any

import pytest

from tests.regions.facts import loose_ends, printed, shipped

region = partial(shipped, "halland")
FIGURES = printed("halland", "belopp")
WHOSE = {
    "regionen": ("region-halland", False),
    "koncernen": ("region-halland", True),
    "driftnämnden": ("driftnamnden-hallands-sjukhus", False),
    "bolaget": ("hallandstrafiken-ab", False),
}


def test_every_printed_amount_is_shipped_and_no_other() -> None:
    """Year, stage, value and whose it is, with the source, for all amounts in mnkr."""
    found = [
        (each.year, each.stage.value, each.value, each.organ, each.group, region()[each.sources[0].publication].title)
        for each in region().amounts
        if each.unit.value == "mnkr"
    ]
    expected = [
        (year, stage, Decimal(value), *WHOSE[whose], title) for year, stage, value, whose, _, title in FIGURES["rader"]
    ]
    assert sorted(found) == sorted(expected)


def test_every_printed_share_is_shipped_and_no_other() -> None:
    """The tax rates and the shares of income: year, stage, value, label and source."""
    labels = {row[3] for row in FIGURES["procent"]}
    found = [
        (
            each.year,
            each.stage.value,
            each.value,
            next((label for label in labels if each.title.startswith(label)), each.title),
            region()[each.sources[0].publication].title,
        )
        for each in region().amounts
        if each.unit.value == "procent"
    ]
    expected = [(year, stage, Decimal(value), label, title) for year, stage, value, label, title in FIGURES["procent"]]
    assert sorted(found) == sorted(expected)


@pytest.mark.parametrize("row", FIGURES["rader"], ids=lambda row: f"{row[0]} {row[1]} {row[2]}")
def test_an_amount_has_the_label_of_its_source(row: list[Any]) -> None:
    """The label is part of the figure: no two rows of a year, stage and value have to share one."""
    year, stage, value, whose, label, _ = row
    titles = [
        each.title
        for each in region().amounts
        if (each.year, each.stage.value, each.value) == (year, stage, Decimal(value))
        and (each.organ, each.group) == WHOSE[whose]
    ]
    assert [title for title in titles if title.startswith(label)] != []


def test_every_amount_has_its_wording_beside_it() -> None:
    """What the source writes, with the day when it was known."""
    assert [each.id for each in region().amounts if not each.text or each.on is None] == []


def test_the_strict_rules_of_links_and_references_find_two_undated_reglementen_and_nothing_else() -> None:
    """Both are named without a day in the sources."""
    assert {(each.rule, each.records[0]) for each in loose_ends(region())} == {
        ("references.first-day-is-known", "reglemente"),
        ("references.first-day-is-known", "reglemente-for-intern-kontroll"),
    }
