"""The thread of a goal, an indicator or a perspective is shown."""

from __future__ import annotations

from pathlib import Path

import pytest

import regionstyrning as rs
from tests.cli.running import as_json, refused, shown
from tests.cli.test_models import MAIN, write

LOOSE = """
[[structures]]
id = "styrmodell"
title = "Styrmodell"
links = [{ lower = "mal", upper = ["malomrade"], required = true, text = "Allt hör till ett område." }]
levels = [
    { id = "malomrade", title = "Målområde", kind = "perspektiv" },
    { id = "mal", title = "Mål", kind = "mål" },
]

[[goals]]
id = "vard"
title = "God vård"
level = "mal"
"""
"""A region whose only goal lacks the link that it must have."""


@pytest.mark.parametrize(
    "said",
    [
        "mål: Vi erbjuder attraktiva arbetsplatser för medarbetare och",
        "målområde: Vi skapar mervärde för befolkningen genom vår",
        "dokument: Regionstyrelsens verksamhetsplan 2024-2026",
        "ägare: Regionstyrelsen",
        "källa: Regionstyrelsens verksamhetsplan 2024-2026, 2.3.1, tabellen",
    ],
)
def test_an_indicator_of_vasternorrland_is_followed_upwards(said: str) -> None:
    """Its mål and målområde, its document, its owner and its source."""
    assert said in shown("thread", "vasternorrland", "hme-totalindex")


def test_the_thread_is_the_questions_own() -> None:
    """What the command says is what the library answers."""
    chain = rs.goal_chain(rs.load_region("exempel"), "vard-i-ratt-tid-2026")
    assert shown("thread", "exempel", "vard-i-ratt-tid-2026") == chain.text() + "\n"


def test_the_thread_is_english_on_request() -> None:
    """Titles stay as they are."""
    text = shown("thread", "exempel", "vard-i-ratt-tid-2026", "--language", "en")
    assert ("upwards" in text, "uppåt" in text) == (True, False)


def test_the_thread_fits_the_terminal() -> None:
    """Drawn in its columns."""
    lines = shown("thread", "exempel", "vard-i-ratt-tid-2026", COLUMNS="60").splitlines()
    assert max(map(len, lines)) <= 60


def test_links_are_given_to_a_program() -> None:
    """With what is missing and whether the answer is complete."""
    chain = rs.goal_chain(rs.load_region("exempel"), "vard-i-ratt-tid-2026")
    assert as_json("thread", "exempel", "vard-i-ratt-tid-2026") == {
        "about": "vard-i-ratt-tid-2026",
        "on": "2026-06-01",
        "complete": True,
        "missing": [],
        "gaps": [],
        "links": chain.to_records(),
    }


def test_gaps_are_given_to_a_program_in_the_language_asked_for(tmp_path: Path) -> None:
    """What the structure requires and is not there."""
    folder = write(tmp_path / "los", MAIN + LOOSE)
    plain = as_json("thread", folder, "vard", "--language", "en")
    (gap,) = rs.goal_chain(rs.load(folder), "vard").gaps
    assert (plain["complete"], plain["missing"]) == (False, [gap.text("en")])
    assert plain["gaps"] == [{**row, "text": gap.text("en")} for row in gap.to_records()]


def test_an_unknown_id_names_the_nearest() -> None:
    """Among what has a thread."""
    assert refused("thread", "exempel", "vard-i-rat-tid-2026") == (
        "no goal, indicator or perspective in force on 2026-06-01 has the id 'vard-i-rat-tid-2026'. "
        "Did you mean 'vard-i-ratt-tid-2026'?\n"
    )


def test_a_record_without_a_thread_is_told_apart_from_an_unknown_id() -> None:
    """An organ has none; a goal of an earlier plan has one on an earlier day."""
    assert refused("thread", "exempel", "hsn").endswith(
        "The model has a record with that id: `show` shows it, and --on asks about another day\n"
    )
