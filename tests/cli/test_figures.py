"""The figures of an organ or of the group are shown, and what does not apply to them is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import as_json, refused, run, shown
from tests.cli.test_models import MAIN, write

OF_A_COMMITTEE = (
    "Balanskravet gäller Region Exempel som juridisk person och prövas inte för\n"
    "Hälso- och sjukvårdsnämnden (KL 11 kap. 5 och 12 §§)."
)


@pytest.mark.parametrize(
    "said",
    [
        "Räkenskaper 2025, utfall, mnkr\n",
        "Verksamhetens nettokostnader  −7 987,1\n",
        "Räkenskaper 2025, budget, mnkr\n",
        "Ram för nämnd  7 880,0\n",
        "- Budgetföljsamhet 2025 (utfall): 1,4 procent (över budget).\n",
    ],
)
def test_the_accounts_and_the_frame_of_an_organ(said: str) -> None:
    """At every stage that has a figure, with the ratios that they give."""
    assert said in shown("economy", "exempel", "--organ", "hsn").replace("\N{NO-BREAK SPACE}", " ")


def test_what_does_not_apply_is_said() -> None:
    """The balance requirement is the legal person's; of the group neither is the evaluation asked."""
    assert shown("economy", "exempel", "--organ", "hsn").endswith(f"{OF_A_COMMITTEE}\n")
    assert shown("economy", "exempel", "--group", "--language", "en").endswith(
        "The balance requirement and the evaluation of god ekonomisk hushållning are of\n"
        "Region Exempel as a legal person, not of the group (LKBR 11:12).\n"
    )


def test_the_accounts_of_the_group() -> None:
    """Of which hardly any ratio can be computed."""
    told = shown("economy", "exempel", "--group", "--year", "2025")
    assert told.startswith("Region Exempel, koncernen 2025\n\nRäkenskaper 2025, utfall, mnkr\n")
    assert "- Inget nyckeltal går att räkna ut ur dessa tal.\n" in told


def test_only_one_stage_may_be_asked_for() -> None:
    """Then the frame alone is shown."""
    told = shown("economy", "exempel", "--organ", "hsn", "--stage", "budget")
    assert ("budget, mnkr" in told, "utfall, mnkr" in told) == (True, False)


def test_parts_of_the_year_are_shown_too() -> None:
    """What was printed for January to August stands under its own heading."""
    told = shown("economy", "halland", "--organ", "driftnamnden-hallands-sjukhus", "--year", "2018")
    assert "Räkenskaper 2018, prognos, mnkr\n" in told
    assert "Räkenskaper januari–augusti 2018, utfall, mnkr\n" in told


def test_the_legal_person_by_name_is_the_region_itself() -> None:
    """Its balance statement is shown."""
    assert shown("economy", "exempel", "--organ", "region-exempel") == shown("economy", "exempel")


def test_an_organ_without_figures_of_the_year() -> None:
    """That is said, with the years that it has and who else has any; the answer is a no."""
    result = run("economy", "exempel", "--organ", "hsn", "--year", "2030")
    assert (result.exit_code, result.stderr) == (1, "")
    assert result.stdout.startswith(
        "Varken utfall, prognos, budget eller plan för 2030 är känt för Hälso- och\nsjukvårdsnämnden.\n"
        "Tal för helår finns: utfall 2024–2025; budget 2024–2026.\n"
        "Andra som har tal: exempel-fastigheter, exempeltrafiken, hjalpmedelsnamnden,\n"
    )
    assert result.stdout.endswith(f"{OF_A_COMMITTEE}\n")


def test_an_organ_without_any_figures() -> None:
    """Then there are figures of no year."""
    result = run("economy", "exempel", "--organ", "rs-au", "--stage", "prognos", "--language", "en")
    assert result.exit_code == 1
    assert "(forecast) are known for" in result.stdout
    assert "There are figures of no whole year.\n" in result.stdout


def test_json_of_an_organ() -> None:
    """Each figure with its stage and period."""
    told = as_json("economy", "halland", "--organ", "driftnamnden-hallands-sjukhus", "--year", "2018")
    assert [(row["stage"], row["period"], row["mnkr"]) for row in told["accounts"]] == [
        ("prognos", "2018", -165),
        ("prognos", "2018", -50),
        ("prognos", "2018", -215),
        ("utfall", "2018-01–08", -131),
    ]
    assert (told["complete"], told["missing"], told["group"]) == (True, [], False)


def test_json_of_an_organ_without_figures() -> None:
    """What is missing is told."""
    told = as_json("economy", "exempel", "--organ", "hsn", "--year", "2030")
    assert (told["complete"], told["accounts"]) == (False, [])
    assert (
        told["missing"][0]
        == "Varken utfall, prognos, budget eller plan för 2030 är känt för Hälso- och sjukvårdsnämnden."
    )


def test_an_organ_that_is_not_there() -> None:
    """It is refused with the nearest."""
    assert refused("economy", "exempel", "--organ", "hsx") == "no organ has the id 'hsx'. Did you mean 'hsn'?\n"


@pytest.mark.parametrize(
    ("option", "value"), [("--plot", "utredning.svg"), ("--policy", "restore_before_reserving=nej")]
)
def test_what_is_of_the_balance_statement_only_is_refused(option: str, value: str, tmp_path: Path) -> None:
    """No organ and no group has one, and nothing is passed over in silence."""
    given = tmp_path / value if option == "--plot" else value
    assert refused("economy", "exempel", "--group", option, given) == (
        f"{option} is about the balance statement, which no organ and no group has\n"
    )


def test_an_organ_of_a_model_without_a_legal_person(tmp_path: Path) -> None:
    """Its figures are shown as those of any other."""
    organs = '\n[[organs]]\nid = "hsn"\ntitle = "Hälso- och sjukvårdsnämnden"\nkind = "nämnd"\n'
    frame = '[[amounts]]\nline = "ram"\ntitle = "Ram"\nyear = 2025\nstage = "budget"\norgan = "hsn"\nvalue = 10\n'
    path = write(tmp_path / "min-region", MAIN + organs + frame)
    assert "Ram för nämnd  10" in shown("economy", path, "--organ", "hsn", "--year", "2025")
