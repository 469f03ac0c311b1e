"""God ekonomisk hushållning is shown with the accounts that it rests on."""

from __future__ import annotations

import pytest

import regionstyrning as rs
from regionstyrning.evaluators import Geh
from tests.cli.running import as_json, run, shown


@pytest.mark.parametrize(
    "said",
    [
        "God ekonomisk hushållning, Region Exempel [exempel]: kan inte bedömas (inte\nuppfyllt till delvis uppfyllt)\n",
        "- Prövas enligt KL 11 kap. 1 §.\n",
        "- Helt uppfyllt är det inte, hur det som är okänt än faller ut.\n",
        "\nFinansiella mål: uppfyllt\n- Prövas enligt KL 11 kap. 6 § första stycket; LKBR 11 kap. 8 §.\n",
        "- Revisorernas omdöme (Regionens revisorer): Resultatet är förenligt med de\n  finansiella målen.\n",
        "  * Resultatet är minst två procent av skatter och bidrag [resultat-2025]:\n    uppfyllt\n",
        "    - Kortare köer [kortare-koer-2025]: inte uppfyllt. 1 av 3 delvis uppfyllt\n",
        "    - Nämnden håller sin budget [budget-i-balans-2025]: kan inte bedömas.\n      Nettokostnad mot",
        "    - Regionstyrelsen har 2026-02-24 satt bedömningen till Gul: Måtten fångar\n",
        "\nBalanskravet: uppfyllt\n",
        "    - Balanskravsresultatet 2025 (utfall) är 160,0 mnkr.\n",
    ],
)
def test_the_verdict_of_exempel(said: str) -> None:
    """The whole with its reasons, each part with its own, and what each goal is judged by."""
    assert said in shown("economy", "exempel", "--year", "2025")


def test_a_condition_that_may_hold_a_goal_back_is_told_with_the_goal() -> None:
    """Why it cannot be assessed is more than what it is judged by."""
    told = shown("economy", "vasternorrland", "--year", "2023", "--language", "en")
    assert "- Whether the goal counts depends on En ekonomi i balans över tid, which" in " ".join(told.split())


def test_how_things_have_developed_is_left_to_the_tree() -> None:
    """It is no reason for the status."""
    assert "Utveckling sedan" not in shown("economy", "exempel", "--year", "2025")


@pytest.mark.parametrize("region", ["halland", "blekinge", "jamtland-harjedalen", "vasternorrland"])
def test_what_cannot_be_judged_of_a_real_region_is_said(region: str) -> None:
    """None of the four states a rule for the whole."""
    told = shown("economy", region, "--year", "2021")
    assert "- Regionen anger ingen regel för hur delarna blir en helhet.\n" in told


def test_the_stage_of_the_figures() -> None:
    """A forecast judges nothing unless it is asked for."""
    told = shown("economy", "exempel", "--year", "2026", "--stage", "prognos", "--language", "en")
    assert told.startswith("Region Exempel 2026, as known on 2026-06-01\n\nBalance statement 2026, forecast, mnkr\n")
    assert "\nBalanskravet: cannot be assessed\n" in told


def test_json() -> None:
    """The same for a program, as the command for verdicts gives it."""
    verdict = Geh()(rs.load_region("exempel"), as_of=rs.load_region("exempel").as_of, year=2025)
    told = as_json("economy", "exempel", "--year", "2025")["geh"]
    assert (told["evaluator"], told["status"]) == ("geh 1", verdict.status.value)
    assert len(told["verdicts"]) == len(list(verdict.everything()))


def test_the_command_for_verdicts_tells_the_whole() -> None:
    """An evaluator of the whole region has its reasons there."""
    told = run("evaluate", "exempel", "--evaluator", "geh", "--year", "2025").stdout
    assert "- Regionens egen regel: God ekonomisk hushållning råder när alla finansiella mål\n" in told
