"""The balance statement of a year is shown."""

from __future__ import annotations

from pathlib import Path

import pytest

import regionstyrning as rs
from regionstyrning.export import waterfall
from tests.cli.running import as_json, refused, run, shown
from tests.cli.test_models import MAIN, write
from tests.printed_accounts import amount


@pytest.mark.parametrize(
    "said",
    [
        "Balanskravsutredning 2025, utfall, mnkr",
        "Balanskravsresultat                  160,0   KL 11 kap. 12 § första stycket",
        "KL 11 kap. 14 §",
        (
            "- Högst 63,6 mnkr får reserveras: resultatet efter balanskravsjusteringar, sedan\n"
            "  äldre underskott har återställts, över 1 procent av skatter och bidrag (106,4\n"
            "  mnkr)."
        ),
        "- Underskottet 2023, 320,0 mnkr: 200,0 återställt, 120,0 ska inte återställas,\n  0,0 kvar.",
        "Inget känt underskott är kvar att återställa.",
        "- Soliditet 2025 (utfall): 25,1 procent.",
    ],
)
def test_the_statement_of_exempel(said: str) -> None:
    """Lines with their rules, limits, the ledger, what must be restored and key ratios."""
    assert said in shown("economy", "exempel", "--year", "2025")


def test_decisions_on_deficits_are_told() -> None:
    """What is waived and the plan of action, by whom and when, below the ledger or, if made later, the plan."""
    text, later = (shown("economy", "exempel", "--year", year) for year in ("2025", "2023"))
    waived = "(Regionfullmäktige 2024-04-23, §\u00a033): 120,0 mnkr ska inte återställas."
    plan = "(Regionfullmäktige 2024-06-18, §\u00a050): åtgärdsplan för 200,0 mnkr, till 2026."
    for told in (waived, plan):
        assert told in text.split("Tolkningsval")[0]
        assert told in later.split("\nÅterställning\n")[1]
    rows = as_json("economy", "exempel", "--year", "2025")["decisions"]
    assert [(row["who"], row["on"], row["paragraph"], row["mnkr"], row["until"]) for row in rows] == [
        ("Regionfullmäktige", "2024-04-23", "§ 33", 120.0, None),
        ("Regionfullmäktige", "2024-06-18", "§ 50", 200.0, 2026),
    ]


def test_the_year_is_the_last_that_has_ended() -> None:
    """Without a year the one before the model's own day is shown."""
    assert shown("economy", "exempel") == shown("economy", "exempel", "--year", "2025")


def test_on_the_last_day_of_a_year_its_targets_are_due_and_its_accounts_not_closed() -> None:
    """Economy and goals begin with different years then, and their help says which."""
    economy, goals = as_json("economy", "halland"), as_json("evaluate", "halland")
    assert (economy["year"], goals["as_of"], goals["year"]) == (2024, "2025-12-31", 2025)
    assert "also on 31 December" in " ".join(shown("economy", "--help").split())
    assert "on 31 December that year itself" in " ".join(shown("evaluate", "--help").split())


def test_a_year_that_has_not_ended_is_told_as_such(tmp_path: Path) -> None:
    """Figures without a day may be told before it; then that is said, and nothing is decided by them."""
    told_of = (
        '\nlegal_person = "r"\n[[organs]]\nid = "r"\ntitle = "Region R"\nkind = "juridisk person"\n'
        '[[amounts]]\nline = "balanskravsresultat"\ntitle = "Balanskravsresultat"\nyear = 2025\n'
        'value = 25\norgan = "r"\nstage = "utfall"\n'
    )
    place = write(tmp_path / "min-region", MAIN + told_of)
    early = ("economy", place, "--year", "2025", "--on", "2025-06-01")
    told = " ".join(run(*early).stdout.split())
    assert told.startswith("Min region 2025, som känt 2025-06-01 Året 2025 är inte slut den 2025-06-01. ")
    assert "Balanskravet: avgörs senare" in told
    assert as_json(*early)["missing"][0].startswith("Året 2025 är inte slut den 2025-06-01. ")
    ended = run("economy", place, "--year", "2025", "--on", "2025-12-31").stdout
    assert ended.startswith("Min region 2025, som känt 2025-12-31\n\nBalanskravsutredning 2025, utfall, mnkr\n")


def test_accounts_are_shown_if_asked_for() -> None:
    """The accounts of the year come first."""
    told = shown("economy", "exempel", "--accounts")
    assert told.startswith("Region Exempel 2025, som känt 2026-06-01\n\nRäkenskaper 2025, utfall, mnkr\n")


def test_all_accounts_of_the_year_are_shown() -> None:
    """At every stage and of each part of the year, what the statement rests on first; or one stage only."""
    told = shown("economy", "exempel", "--accounts", "--year", "2025")
    heads = [line for line in told.splitlines() if line.startswith("Räkenskaper ")]
    assert heads == [
        f"Räkenskaper {period}, {stage}, mnkr"
        for period, stage in (
            ("2025", "utfall"),
            ("2025", "preliminärt utfall"),
            ("2025", "prognos"),
            ("2025", "budget"),
            ("2025", "plan"),
            ("januari–augusti 2025", "utfall"),
        )
    ]
    one = shown("economy", "exempel", "--accounts", "--year", "2025", "--stage", "budget")
    assert [line for line in one.splitlines() if line.startswith("Räkenskaper ")] == [heads[3]]


@pytest.mark.parametrize("more", [(), ("--accounts",)], ids=["alone", "with accounts"])
def test_a_year_without_figures(more: tuple[str, ...]) -> None:
    """That is said with the years that there are, and the answer is a no; the rest is told all the same."""
    result = run("economy", "exempel", "--year", "2040", *more)
    assert (result.exit_code, result.stderr) == (1, "")
    assert result.stdout.startswith(
        "Varken utfall, prognos, budget eller plan för 2040 är känt för Region Exempel.\n"
        "Tal för helår finns: utfall 2022–2025; "
    )
    assert "\n\nÅterställning\n\nOm något är kvar att återställa efter 2040 går inte att säga" in result.stdout
    assert "Balanskravsutredning" not in result.stdout
    assert "God ekonomisk hushållning, Region Exempel [exempel]: kan inte bedömas" in result.stdout


def test_what_cannot_be_told_is_told_first_and_once() -> None:
    """A deficit in the budget is no known deficit, but no balance result says that there is none; ratios are listed."""
    told = shown("economy", "halland", "--year", "2024")
    statement, rest = told.split("\nRäknas inte i utredningen\n\n")
    assert "räknas inte" not in statement
    assert rest.startswith("- Budgeterat minusresultat: −641 mnkr.\n")
    assert "Underskott att återställa vid årets slut\n\n- Går inte att säga" in rest
    assert "Återställning\n\nOm något är kvar att återställa efter 2024 går inte att säga" in rest
    before = rest.split("\nGod ekonomisk hushållning\n")[0]
    assert before.count("Balanskravsresultat för 2022–2024 är inte känt") == 1
    ratios = before.split("\nNyckeltal\n\n")[1]
    assert [line[:30] for line in ratios.splitlines() if line.startswith("- ")] == [
        "- Går inte att räkna ut 2024 (",
        "- Utan angiven formel: Självfi",
        "- Tal som saknas: Årets result",
    ]


def test_a_tax_rate_is_no_line_of_the_statement() -> None:
    """What is printed in per cent is no amount that the statement could count."""
    told = shown("economy", "halland", "--year", "2022").split("\nNyckeltal\n")[0]
    assert ("Skattesats" in told, "Räknas inte i utredningen" in told) == (False, False)


def test_what_cannot_be_read_stands_beside_the_statement() -> None:
    """A figure without a value is named all the same."""
    model = rs.load_region("jamtland-harjedalen")
    unread = amount(None, None, 2021, organ=str(model.legal_person), title="Något", text="otydligt")
    assert "- Något: går inte att läsa." in rs.balance_statement(model.with_(unread), 2021).explain()


def test_a_stage_without_figures() -> None:
    """Other stages of the year do not stand in its place."""
    result = run("economy", "exempel", "--year", "2027", "--stage", "utfall", "--language", "en")
    assert result.exit_code == 1
    assert result.stdout.startswith("No figures of 2027 (outcome) are known for Region Exempel.\n")


def test_what_is_of_several_years_is_shown_with_each(tmp_path: Path) -> None:
    """A sum of a plan's years, each once, whatever it is counted in, and never in the accounts of a year."""
    told = shown("economy", "vasternorrland", "--year", "2025", "--accounts", "--language", "en")
    (several,) = [part for part in told.split("\n\n\n") if part.startswith("Several years together\n")]
    assert several.replace("\n  ", " ").splitlines()[2:] == [
        "- Resultatnivå som andel av intäkter från skatter och generella statsbidrag 2024–2026 (aim): 2 per cent.",
        "- Resultatnivå 2024–2026 (aim): 200 mnkr.",
        "- Sänkta kostnader genom effektivare administration 2024–2026 (plan): 250 mnkr.",
        "- Sänkta kostnader 2024–2026 (plan): 650 mnkr.",
    ]
    organ = '\nlegal_person = "r"\n[[organs]]\nid = "r"\ntitle = "Region R"\nkind = "juridisk person"\n'
    plan = '[[amounts]]\ntitle = "Sparkrav"\nyear = 2025\nlast_year = 2027\nstage = "plan"\norgan = "r"\n'
    region = write(tmp_path / "min-region", f'{MAIN}{organ}{plan}text = "en tiondel"\nunit = "kronor"\n')
    assert (
        "- Sparkrav 2025–2027 (plan): en tiondel kronor.\n"
        in run("economy", region, "--year", "2026", "--accounts").stdout
    )


def test_json_of_all_accounts() -> None:
    """Each figure with its stage and period, if they are asked for."""
    told = as_json("economy", "exempel", "--year", "2025", "--accounts")
    assert {row["stage"] for row in told["accounts"]} == {
        "utfall",
        "preliminärt utfall",
        "prognos",
        "budget",
        "plan",
    }
    assert "2025-01–08" in {row["period"] for row in told["accounts"]}
    assert "accounts" not in as_json("economy", "exempel", "--year", "2025")
    assert [row["text"] for row in as_json("economy", "exempel", "--year", "2030", "--accounts")["over_years"]] == [
        "Årets resultat 2029–2035 (riktvärde): 250,0 mnkr."
    ]


def test_a_year_of_which_there_is_only_a_proposal(tmp_path: Path) -> None:
    """A proposal is no budget, so no statement is made of it; that there is one is told."""
    organ = '\nlegal_person = "r"\n[[organs]]\nid = "r"\ntitle = "Region R"\nkind = "juridisk person"\n'
    amount = '[[amounts]]\ntitle = "Resultat"\nyear = 2025\nstage = "förslag"\norgan = "r"\nvalue = -10\n'
    result = run("economy", write(tmp_path / "min-region", MAIN + organ + amount), "--year", "2025")
    assert result.exit_code == 1
    assert result.stdout.startswith(
        "Varken utfall, prognos, budget eller plan för 2025 är känt för Region R.\nTal för helår finns: förslag 2025.\n"
    )


def test_json_of_a_year_without_figures() -> None:
    """The same form, with what is missing."""
    told = as_json("economy", "exempel", "--year", "2030")
    assert (told["complete"], told["balance_result"]) == (False, None)
    assert told["missing"][0] == "Varken utfall, prognos, budget eller plan för 2030 är känt för Region Exempel."


def test_a_year_without_figures_is_not_drawn(tmp_path: Path) -> None:
    """There is nothing to draw."""
    place = tmp_path / "utredning.svg"
    assert refused("economy", "exempel", "--year", "2030", "--plot", place).startswith(
        "Neither outcome, forecast, budget nor plan of 2030 is known for Region Exempel. "
        "There are figures of whole years: outcome 2022–2025;"
    )
    assert not place.exists()


def test_an_earlier_day() -> None:
    """On a day before the annual report is known its figures are not there."""
    told = shown("economy", "exempel", "--year", "2025", "--on", "2025-06-01", "--language", "en")
    assert told.startswith("Region Exempel 2025, as known on 2025-06-01\n\nBalance statement 2025, budget, mnkr\n")


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
    assert shown("economy", "halland", "--year", "2021").startswith(
        f"Region Halland 2021, som känt 2025-12-31\n\n{statement.explain()}"
    )


def test_the_statement_is_drawn(tmp_path: Path) -> None:
    """The picture is the library's own, in the language asked for."""
    place = tmp_path / "utredning.svg"
    shown("economy", "exempel", "--year", "2025", "--plot", place, "--language", "en")
    drawn = waterfall(rs.balance_statement(rs.load_region("exempel"), 2025), "en", region="Region Exempel")
    assert drawn == place.read_text(encoding="utf-8")
