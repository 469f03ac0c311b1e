"""The years ahead are reckoned and drawn from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

import regionstyrning as rs
from regionstyrning.alternatives import Assumption, Driver, compare_projections, missed_budgets, planned
from regionstyrning.export import compared_ahead
from tests.cli.running import as_json, refused, run, shown
from tests.cli.test_models import MAIN, write


def test_a_projection_is_the_librarys_own() -> None:
    """Without options the years ahead are what budget and plan imply."""
    model = rs.load_region("exempel")
    assert shown("project", "exempel") == rs.project(model, planned(model), 15).text() + "\n"


def test_a_projection_explained() -> None:
    """Every figure is told with how it is come to."""
    told = shown("project", "exempel", "--years", "1", "--explain", "--language", "en")
    assert "Skatteintäkter 2026: 8,690.0 mnkr = 8,330.0 · (1 + 4.3217 / 100)" in told


def test_what_is_assumed_is_shown_if_asked_for() -> None:
    """Assumptions come first, with where each is said."""
    told = shown("project", "exempel", "--years", "1", "--assumptions")
    assert told.startswith("Antaganden\n")
    assert "Framskrivning 2026–2026" in told


def test_assumptions_of_ones_own() -> None:
    """A figure for all years, or figures from some years on, take the place of the plan's."""
    arguments = ("--assume", "costs=3.2", "--assume", "savings=2027:100,2028:250", "--opening", "eget-kapital=-100")
    told = as_json("project", "exempel", "--years", "3", *arguments)
    values = {
        (row["driver"], row["year"]): row["value"]
        for row in told["assumptions"]
        if row["driver"] in {"kostnadsindex", "besparingar"}
    }
    assert values == {("kostnadsindex", 2026): 3.2, ("besparingar", 2027): 100, ("besparingar", 2028): 250}
    equity = {row["year"]: row["mnkr"] for row in told["years"] if row["line"] == "eget-kapital"}
    result = {row["year"]: row["mnkr"] for row in told["years"] if row["line"] == "arets-resultat"}
    assert equity[2026] == pytest.approx(result[2026] - 100)
    assert told["complete"] is True
    assert as_json("project", "exempel", "--years", "4", *arguments)["complete"] is False


def test_what_is_assumed_from_a_later_year_on() -> None:
    """The plan stands until then, so that all years are reckoned."""
    later = ("--assume", "tax-base=2029:3.3", "--assume", "grants=2029:2")
    plain, told = (as_json("project", "exempel", "--years", "5", *more) for more in ((), later))
    assert [row for row in plain["years"] if row["year"] < 2029] == [row for row in told["years"] if row["year"] < 2029]
    taxes = {row["year"]: row["mnkr"] for row in told["years"] if row["line"] == "skatteintakter"}
    assert taxes[2030] == pytest.approx(taxes[2029] * 1.033)
    assert taxes[2029] == pytest.approx(taxes[2028] * 1.033)


COMPARED = ("--compare", "dyrare: costs=2026:3.9,2027:3.5,2028:3.1", "--compare", "sparat: savings=2027:60,2028:120")


def test_assumptions_are_compared(tmp_path: Path) -> None:
    """What is assumed otherwise is shown beside the plan, in a table and in a picture."""
    place = tmp_path / "bild.svg"
    told = shown("project", "exempel", "--years", "6", *COMPARED, "--plot", place)
    model = rs.load_region("exempel")
    plan = planned(model)
    dearer = plan.with_(Assumption(driver=Driver.COSTS, values={2026: "3.9", 2027: "3.5", 2028: "3.1"}))
    saved = plan.with_(Assumption(driver=Driver.SAVINGS, values={2027: 60, 2028: 120}))
    some = {"budget och plan": plan, "dyrare": dearer, "sparat": saved}
    found = compare_projections({name: rs.project(model, each, 6) for name, each in some.items()})
    assert told == found.text() + "\n"
    assert place.read_text(encoding="utf-8") == compared_ahead(found, region=model.title)


def test_what_is_compared_rests_on_what_is_assumed_of_all() -> None:
    """What is assumed of all is assumed of what is compared with it too, and the plan is then called changed."""
    arguments = ("--years", "2", "--assume", "grants=9", "--compare", "dyrare: costs=9", "--language", "en")
    told = as_json("project", "exempel", *arguments)
    assert [(row["year"], row["name"]) for row in told["years"]] == [
        (year, name) for year in (2026, 2027) for name in ("budget and plan, changed", "dyrare")
    ]
    grants = {(row["alternative"], row["value"]) for row in told["assumptions"] if row["name"].startswith("generella")}
    assert grants == {("budget and plan, changed", 9), ("dyrare", 9)}
    assert (told["about"], told["complete"]) == ("region-exempel", not told["missing"])


def test_nothing_can_be_compared_without_a_year(tmp_path: Path) -> None:
    """Without a year to begin with the comparison says what is missing, as a projection does."""
    place = tmp_path / "bild.svg"
    result = run("project", "vasternorrland", *COMPARED, "--plot", place)
    assert (result.exit_code, place.exists()) == (1, False)
    assert result.stdout.startswith("Inget år går att räkna fram.\n\n- Ingående värde saknas 2020")


@pytest.mark.parametrize("command", [("project",), ("simulate", "--paths", "50", "--format", "json")])
def test_how_the_law_is_read_is_chosen(command: tuple[str, ...]) -> None:
    """Whether older deficits are restored before anything is reserved changes what is left to restore."""
    arguments = (command[0], "exempel", *command[1:], "--assume", "pension-costs=2026:400,2027:0", "--years", "2")
    usual, chosen = (shown(*arguments, *more) for more in ((), ("--policy", "restore_before_reserving=nej")))
    assert usual == shown(*arguments, "--policy", "restore_before_reserving=ja")
    assert usual != chosen


def test_goals_that_are_taken_to_be_met() -> None:
    """Who says whether the goals of the activities are met gets the whole judged."""
    told = shown("project", "exempel", "--years", "2", "--goals-met", "yes", "--last-targets")
    assert [line.split()[-1] for line in told.splitlines() if line[4:6] == "  "][-2:] == ["ja", "ja"]
    told = shown("project", "exempel", "--years", "2", "--goals-met", "no", "--last-targets")
    assert [line.split()[-1] for line in told.splitlines() if line[4:6] == "  "][-2:] == ["nej", "nej"]


def test_an_earlier_day() -> None:
    """On a day before the last annual report the years begin a year before, with what was planned then."""
    told = run("project", "exempel", "--years", "1", "--on", "2025-06-01").stdout
    assert "Antagande saknas för 2025: verksamhetens intäkter (income), kostnadsindex (costs)" in " ".join(told.split())


@pytest.mark.parametrize("command", ["project", "simulate"])
def test_a_picture_is_drawn(command: str, tmp_path: Path) -> None:
    """With a file to draw into the table is shown, and the picture written."""
    place = tmp_path / "bild.svg"
    told = shown(command, "exempel", "--years", "4", "--plot", place)
    assert "2029" in told
    assert place.read_text(encoding="utf-8").startswith("<svg xmlns=")


@pytest.mark.parametrize("arguments", [("project",), ("simulate", "--shock", "growth=1")])
@pytest.mark.parametrize("form", ["text", "json"])
def test_what_cannot_be_reckoned(arguments: tuple[str, ...], form: str, tmp_path: Path) -> None:
    """Without a year the answer says what is missing, ends as what is not clean, and draws nothing."""
    place = tmp_path / "bild.svg"
    result = run(arguments[0], "vasternorrland", *arguments[1:], "--format", form, "--plot", place)
    said = f"warning: there is no year to draw, so no picture is written to {str(place)!r}\n"
    assert (result.exit_code, result.stderr) == (1, said)
    assert "Inget år går att räkna fram." in result.stdout
    assert "Ingående värde saknas 2020" in result.stdout
    assert not place.exists()


def test_reserves_that_are_filled_or_not() -> None:
    """Whether anything is reserved is the region's own guidelines' to say, unless the caller does."""
    usual, filled, left = (
        as_json("project", "exempel", "--years", "1", *more)["years"]
        for more in ((), ("--fill-reserves", "yes"), ("--fill-reserves", "no"))
    )
    assert usual == filled != left
    reserved = {row["line"]: row["mnkr"] for row in left}["reservering-till-reserv"]
    assert reserved == 0


def test_reserves_that_are_used_or_not() -> None:
    """A reserve covers a deficit if its guidelines are known, unless the caller leaves it."""
    poor = ("--assume", "pension-costs=400")
    usual, used, left = (
        as_json("project", "exempel", "--years", "1", *poor, *more)["years"]
        for more in ((), ("--use-reserves", "yes"), ("--use-reserves", "no"))
    )
    assert usual == used != left
    assert {row["line"]: row["mnkr"] for row in left}["anvandning-av-reserv"] == 0


def test_a_simulation_is_the_librarys_own() -> None:
    """Without options the shocks are how far the region's budgets were missed."""
    model = rs.load_region("exempel")
    some = planned(model, shocks=missed_budgets(model))
    assert shown("simulate", "exempel", "--years", "3", "--paths", "500", "--seed", "4") == (
        rs.simulate(model, some, 3, 500, 4).text() + "\n"
    )


def test_shocks_of_ones_own() -> None:
    """Shocks are given by name and size."""
    arguments = ("--shock", "growth=1.2", "--shock", "pension=0.5", "--years", "2", "--paths", "50")
    told = as_json("simulate", "exempel", *arguments)
    assert (told["paths"], told["seed"], told["about"]) == (50, 1, "region-exempel")
    assert {row["asked"] for row in told["odds"]} >= {"balans", "i-tid", "finansiella-mal", "geh"}
    assert {row["line"] for row in told["fans"]} == {"arets-resultat", "balanskravsresultat", "eget-kapital"}
    assert "Störning pensionschock: standardavvikelse 0,5" in told["text"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("project", "exempel", "--assume", "cost=3"), "Did you mean 'costs'?"),
        (("project", "exempel", "--assume", "costs"), "--assume: expected NAME=VALUE, found 'costs'"),
        (("project", "exempel", "--assume", "costs=tre"), "--assume: 'tre' is no number"),
        (("project", "exempel", "--assume", "costs=nan"), "--assume: 'nan' is no number"),
        (("project", "exempel", "--assume", "costs=x:3"), "--assume: 'x' is no year"),
        (("project", "exempel", "--assume", "costs=3,5"), "--assume: '3' has no year; write YEAR:VALUE for each"),
        (("project", "exempel", "--assume", "costs=2026:3,5"), "--assume: '5' has no year"),
        (("project", "exempel", "--assume", "costs=2026:3,2026:9"), "--assume: costs has two values for 2026"),
        (("project", "exempel", "--plot", "bild.png"), "--plot: the picture is SVG, expected a name that ends with"),
        (
            ("project", "exempel", "--compare", "costs=3.9"),
            "'TITLE: NAME=VALUE …', found 'costs=3.9'",
        ),
        (
            ("project", "exempel", "--compare", "dyrare: "),
            "'TITLE: NAME=VALUE …', found 'dyrare: '",
        ),
        (("project", "exempel", *2 * ("--compare", "a: costs=3.9")), "--compare: 'a' stands more than once"),
        (("project", "exempel", "--compare", "budget och plan: costs=1"), "'budget och plan' stands more than once"),
        (("project", "exempel", "--compare", "a: cost=3.9"), "Did you mean 'costs'?"),
        (("project", "exempel", "--compare", "a: costs=1 costs=2"), "'kostnadsindex' stand more than once"),
        (("project", "exempel", "--compare", "a: costs=1", "--explain"), "leave one of them out"),
        (
            ("project", "exempel", *(w for n in "abcdef" for w in ("--compare", f"{n}: costs=1")), "--plot", "b.svg"),
            "expected at most 6 projections in a picture, found 7",
        ),
        (("project", "exempel", "--assume", "costs=0:3"), "values 0, expected 1 to 9999"),
        (("project", "exempel", "--assume", "costs=1", "--assume", "costs=2"), "stand more than once"),
        (("project", "exempel", "--assume", "investments=560"), "investments is in percent"),
        (("project", "exempel", "--assume", "costs=-101"), "expected -100 to 300, found -101"),
        (("project", "exempel", "--assume", "return=101"), "expected -100 to 100, found 101"),
        (("project", "exempel", "--assume", "depreciation=-6"), "expected 0 to 100, found -6"),
        (("project", "exempel", "--opening", "kapital=3"), "no line has the id 'kapital'"),
        (("project", "exempel", "--opening", "egetkapital=3"), "Did you mean 'eget-kapital'?"),
        (("simulate", "exempel", "--shock", "growht=1"), "Did you mean 'growth'?"),
        (("simulate", "exempel", "--shock", "growth=-1"), "expected a standard deviation of zero or more"),
        (("simulate", "exempel", "--shock", "growth=1", "--shock", "growth=2"), "stand more than once"),
        (("simulate", "halland"), "no size of a shock can be derived"),
    ],
)
def test_what_cannot_be_read(arguments: tuple[str, ...], said: str) -> None:
    """Wrong use is told, with the nearest that would have been right."""
    assert said in refused(*arguments)


@pytest.mark.parametrize("arguments", [("project",), ("simulate", "--shock", "growth=1")])
def test_a_model_without_a_legal_person(arguments: tuple[str, ...], tmp_path: Path) -> None:
    """Whose accounts they are must be known."""
    path = write(tmp_path / "min-region", MAIN)
    assert "the model names no legal person" in refused(arguments[0], path, *arguments[1:])


def test_what_is_missing_is_told() -> None:
    """A region whose equity is in no source has no years ahead, and the answer says what is missing."""
    told = run("project", "vasternorrland").stdout
    assert told.startswith("Inget år går att räkna fram.")
    assert "Eget kapital" in told
