"""The balance statement of a year is shown."""

from __future__ import annotations

from pathlib import Path

import pytest

import regionstyrning as rs
from regionstyrning.export import waterfall
from tests.cli.running import as_json, refused, shown
from tests.cli.test_models import MAIN, write


@pytest.mark.parametrize(
    "said",
    [
        "Balanskravsutredning 2025, utfall, mnkr",
        "Balanskravsresultat                 160,0    KL 11 kap. 12 § första stycket",
        "KL 11 kap. 14 §",
        (
            "- Högst 63,6 mnkr får reserveras: resultatet efter balanskravsjusteringar, sedan\n"
            "  äldre underskott har återställts, över 1 procent."
        ),
        "- Underskottet 2023, 320,0 mnkr: 200,0 återställt, 120,0 ska inte återställas,\n  0,0 kvar.",
        "Inget känt underskott är kvar att återställa.",
        "- Soliditet 2025 (utfall): 25,1 procent.",
    ],
)
def test_the_statement_of_exempel(said: str) -> None:
    """Lines with their rules, limits, the ledger, what must be restored and key ratios."""
    assert said in shown("economy", "exempel", "--year", "2025")


def test_the_year_is_the_last_that_has_ended() -> None:
    """Without a year the one before the model's own day is shown."""
    assert shown("economy", "exempel") == shown("economy", "exempel", "--year", "2025")


def test_accounts_are_shown_if_asked_for() -> None:
    """The accounts of the year come first."""
    assert shown("economy", "exempel", "--accounts").startswith("Räkenskaper 2025, utfall, mnkr\n")


def test_an_earlier_day() -> None:
    """On a day before the annual report is known its figures are not there."""
    told = shown("economy", "exempel", "--year", "2025", "--on", "2025-06-01", "--language", "en")
    assert told.startswith("Balance statement 2025, budget, mnkr\n")


def test_json() -> None:
    """The same as plain values, decimals as numbers."""
    told = as_json("economy", "exempel", "--year", "2023")
    kept = {key: told[key] for key in ("year", "stage", "balance_result", "complete")}
    assert kept == {"year": 2023, "stage": "utfall", "balance_result": -320.0, "complete": True}
    assert [row["due_high"] for row in told["restoration"]] == [0, 0, 200.0]
    assert {row["id"] for row in told["ratios"]} >= {"soliditet", "resultatandel"}


def test_a_model_without_a_legal_person(tmp_path: Path) -> None:
    """Whose accounts they are must be known."""
    path = write(tmp_path / "min-region", MAIN)
    assert "the model names no legal person" in refused("economy", path)


def test_what_is_shown_is_the_librarys_own() -> None:
    """What the command says is what the library answers."""
    statement = rs.balance_statement(rs.load_region("halland"), 2021)
    assert shown("economy", "halland", "--year", "2021").startswith(statement.explain())


def test_the_statement_is_drawn(tmp_path: Path) -> None:
    """The picture is the library's own, in the language asked for."""
    place = tmp_path / "utredning.svg"
    shown("economy", "exempel", "--year", "2025", "--plot", place, "--language", "en")
    assert waterfall(rs.balance_statement(rs.load_region("exempel"), 2025), "en") == place.read_text(encoding="utf-8")
