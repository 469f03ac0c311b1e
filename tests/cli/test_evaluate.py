"""Goals are judged on the command line."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import regionstyrning as rs
from regionstyrning.evaluators import Attainment
from tests.cli.running import as_json, process, refused, run, shown
from tests.cli.test_models import MAIN, write
from tests.installed import install

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

MET = """
[[structures]]
id = "styrmodell"
title = "Styrmodell"
levels = [{ id = "mal", title = "Mål", kind = "mål" }]

[[goals]]
id = "vard"
title = "God vård"
level = "mal"

[[indicators]]
id = "besok"
title = "Besök i tid"
kind = "kvantitativ"
contributions = [{ upper = "vard", kind = "mäter" }]
targets = [{ year = 2025, condition = { kind = "minst", value = 80 } }]
outcomes = [{ year = 2025, value = 82 }]
"""
"""A region whose only goal is met, without perspectives."""


@pytest.mark.parametrize("language", ["sv", "en"])
def test_vasternorrland_before_its_plan_begins(language: str, snapshot: SnapshotAssertion) -> None:
    """By målområde: where things stand, what is missing and why; nothing is not met."""
    text = shown("evaluate", "vasternorrland", "--as-of", "2023-12-31", "--language", language)
    assert max(map(len, text.splitlines())) <= 80
    assert text == snapshot


def test_exempel_by_two_ways_of_judging(snapshot: SnapshotAssertion) -> None:
    """Where they differ both are told, and what is not met gives exit status 1."""
    result = run("evaluate", "exempel", "--year", "2025")
    assert (result.exit_code, result.stderr) == (1, "")
    assert result.stdout == snapshot


@pytest.mark.parametrize(
    ("language", "told", "of_bands"),
    [
        (
            "sv",
            "(delvis uppfyllt från 80 procent av målvärdet; delar utan regel vägs samman så: sämsta; ord med flera ",
            "bedömt med statusband [bands 1] (grönt från 90; gult från 75)",
        ),
        (
            "en",
            "(partly_share 80; join sämsta; ambiguous leave out; per_scope each; words beside)",
            "judged by status bands [bands 1] (green_from 90; yellow_from 75)",
        ),
    ],
    ids=["sv", "en"],
)
def test_settings_are_told_in_words(language: str, told: str, of_bands: str) -> None:
    """In English as they are typed."""
    settings = ("--set", "partly_share=80", "--set", "join=sämsta", "--set", "ambiguous=leave out")
    text = run("evaluate", "exempel", *settings, "--language", language).stdout
    assert told in " ".join(text.split())
    bands = run("evaluate", "exempel", "--evaluator", "bands", "--language", language).stdout
    assert of_bands in " ".join(bands.split())


def test_a_goal_is_explained_as_a_tree() -> None:
    """As the verdict itself does, once for the ways of judging that say the same."""
    verdict = rs.evaluate(rs.load_region("exempel"), as_of=rs.load_region("exempel").as_of)["attainment"]
    text = run("evaluate", "exempel", "--evaluator", "attainment", "--explain", "kortare-koer-2025").stdout
    assert text == f"bedömt med planens mål och regler [attainment 1]\n{verdict['kortare-koer-2025'].explain()}\n"
    both = run("evaluate", "exempel", "--explain", "kortare-koer-2025").stdout
    assert both.splitlines()[0] == ("bedömt med planens mål och regler [attainment 1] och regionens egna ord först")


def test_ways_that_differ_are_explained_apart() -> None:
    """Each under its name."""
    lines = run("evaluate", "exempel", "--explain", "vard-i-ratt-tid-2025").stdout.splitlines()
    begins = [place for place, line in enumerate(lines) if line.startswith("bedömt")]
    assert [lines[place] for place in begins] == [
        "bedömt med planens mål och regler [attainment 1]",
        "bedömt med regionens egna ord först [egen 1]",
    ]
    assert lines[begins[1] + 1] == "Vad som är lika med planens mål och regler [attainment 1] är bara nämnt."
    assert sum("hålls mot" in line for line in lines[begins[1] :]) == 0


def test_what_is_met_is_clean(tmp_path: Path) -> None:
    """A region without perspectives is judged too."""
    text = shown("evaluate", write(tmp_path / "norr", MAIN + MET), "--as-of", "2026-03-01", "--language", "en")
    assert "Outside the perspectives" in text
    assert text.endswith("\nGoals: 1 met. Indicators: 1 met. Coverage: 1 of 1 are known.\n")


def test_a_region_without_goals_is_clean(tmp_path: Path) -> None:
    """There is nothing to judge."""
    text = shown("evaluate", write(tmp_path / "tom"), "--as-of", "2026-03-01")
    assert text.splitlines()[4:] == ["", "Mål: 0. Indikatorer: 0. Täckning: 0 av 0 är kända."]


@pytest.mark.parametrize(
    ("setting", "value"),
    [("partly_share", "80"), ("stage", "prognos"), ("join", "bästa"), ("join", "antal 2"), ("per_scope", "all")],
)
def test_settings_choose_another_way(setting: str, value: str) -> None:
    """They are printed with the verdict."""
    told = as_json("evaluate", "exempel", "--set", f"{setting}={value}")
    assert told["evaluators"]["attainment"]["settings"][setting] == value


def test_a_setting_is_for_the_evaluators_that_have_it() -> None:
    """Others keep their own."""
    told = as_json("evaluate", "exempel", "--evaluator", "bands", "--evaluator", "attainment", "--set", "green_from=95")
    found = {name: way["settings"] for name, way in told["evaluators"].items()}
    assert found["bands"]["green_from"] == "95"
    assert found["attainment"] == dict(Attainment().settings)


def test_a_setting_can_be_unset() -> None:
    """As verdicts print what is not set."""
    told = as_json("evaluate", "exempel", "--set", "join=–")
    assert told["evaluators"]["attainment"]["settings"]["join"] == "–"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--set", "joi=3"), "attainment has no setting 'joi'. Did you mean 'join'?\n"),
        (("--set", "join"), "'join' is not of the form NAME=VALUE\n"),
        (("--set", "partly_share=x"), "'x' is no value of 'partly_share', expected a number\n"),
        (("--set", "partly_share=nan"), "'nan' is no value of 'partly_share', expected a number\n"),
        (("--set", "stage=snart"), "'snart' is no value of 'stage', expected one of "),
        (("--set", "join=antal två"), "'antal två' is no value of 'join', expected one of alla, "),
        (("--set", "per_scope=some"), "per_scope 'some', expected one of 'each', 'all', 'weighted'"),
        (("--evaluator", "egna"), "no evaluator has the id 'egna'. Did you mean 'egen'?\n"),
        (("--explain", "kortare-koer-2026"), "no verdict has the id 'kortare-koer-2026'. Did you mean"),
        (("--firmness", "x"), "no verdict has the id 'x'\n"),
        (("--next", "--evaluator", "bands"), "--needed and --next judge by one of attainment and egen\n"),
        (("--next", "--explain", "x"), "--explain, --firmness, --needed and --next are questions of their own"),
    ],
)
def test_wrong_use_is_told(arguments: tuple[str, ...], said: str) -> None:
    """With what was expected or the nearest name."""
    assert said in refused("evaluate", "exempel", *arguments)


def test_how_firm_a_verdict_is() -> None:
    """Under every evaluator, or those asked for; within the columns."""
    result = run("evaluate", "exempel", "--firmness", "vard-i-ratt-tid-2025")
    assert result.exit_code == 1
    assert "- egen: uppfyllt" in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_what_is_needed_for_a_goal() -> None:
    """Judged by the settings given."""
    result = run("evaluate", "exempel", "--needed", "vard-i-ratt-tid-2025", "--evaluator", "attainment")
    assert result.exit_code == 1
    assert result.stdout.startswith("Vård i rätt tid blir uppfyllt om dessa är det (kostnad 2):\n- Medicinsk")


def test_what_is_most_worth_knowing() -> None:
    """Rows and text for a program."""
    model = rs.load_region("exempel")
    answer = rs.next_measurement(model, as_of=model.as_of)
    told = as_json("evaluate", "exempel", "--next")
    assert told == {
        "model": "exempel",
        "as_of": "2026-06-01",
        "year": 2025,
        "text": answer.text(),
        "rows": answer.to_records(),
    }


def test_verdicts_are_complete_for_a_program() -> None:
    """Every record once, with whole reasons and the ids of its parts."""
    model = rs.load_region("exempel")
    whole = rs.evaluate(model, as_of=model.as_of)["attainment"]
    told = as_json("evaluate", "exempel", "--language", "en")["evaluators"]["attainment"]
    assert (told["about"], told["status"]) == ("exempel", whole.status.value)
    for each, row in zip(whole.everything(), told["verdicts"], strict=True):
        assert row["about"] == each.about
        assert [reason["text"] for reason in row["reasons"]] == [reason.text("en") for reason in each.reasons]
        assert row["parts"] == [{"kind": part.kind, "about": part.about} for part in each.parts]


def test_a_function_has_no_settings(tmp_path: Path) -> None:
    """A plugin may be one."""
    points = "[regionstyrning.evaluators]\nett = ett_satt:judged\n"
    install(tmp_path, "ett-satt", points, {"ett_satt": "def judged(model, *, as_of, year): ...\n"})
    path = os.pathsep.join([str(tmp_path), *filter(None, sys.path)])
    asked = ("evaluate", "exempel", "--evaluator", "ett", "--set", "join=alla")
    done = process("-m", "regionstyrning", *asked, environment={"PYTHONPATH": path})
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == "Error: ett has no setting 'join'\n"
