"""What a result must be, which assumption matters most, and an aim turned round."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

import regionstyrning as rs
from regionstyrning.alternatives import (
    Assumption,
    Assumptions,
    Driver,
    needed_result,
    planned,
    restoring,
    sensitivity,
)
from regionstyrning.alternatives.ahead import TAXES_AND_GRANTS
from regionstyrning.errors import InvalidValue, UnknownId
from regionstyrning.evaluators import Status
from regionstyrning.model import Basis, BasisKind, Indicator, MeasureKind, Source, Target
from regionstyrning.model.conditions import (
    Condition,
    above,
    at_least,
    at_most,
    below,
    between,
    change_by,
    grade,
    increase,
)
from regionstyrning.model.conditions import keep_or_decrease as no_more
from regionstyrning.model.limits import YearValue
from regionstyrning.model.scales import Meaning
from tests.alternatives.small import YEAR, assumed, measured, region
from tests.printed_accounts import printed

RESULT, BALANCE = "arets-resultat", "balanskravsresultat"


def test_the_result_that_a_share_asks() -> None:
    """Two per cent of taxes and grants is a result of so much."""
    found = needed_result(region(*measured("m", "resultatandel")), "m", 2026, assumptions=assumed())
    assert found.needed == pytest.approx(0.02 * 9812.5)
    assert (found.projected, found.difference) == pytest.approx((181.5, 14.75))
    assert found.text().splitlines()[:2] == [
        "Måttet m 2026 nås med ett resultat på 196,2 mnkr; framskrivningen ger 181,5, så",
        "14,7 mnkr fattas.",
    ]


@pytest.mark.parametrize("condition", [at_least(2), above(2), at_least(1), above("1.5")])
def test_the_result_just_reaches_it(condition: Condition) -> None:
    """With the needed result put in by savings the target is met, and with a thousandth less it is not."""
    model = region(*measured("m", "resultatandel", condition))
    found = needed_result(model, "m", 2026, assumptions=assumed())
    statuses = []
    for spare in (Decimal("0.001"), Decimal("-0.001")):
        saved = Decimal(found.difference or 0) + spare
        some = assumed({Driver.SAVINGS: format(saved, "f")})
        statuses.append(rs.project(model, some, 1)[2026].verdict("m").status)
    assert statuses == [Status.MET, Status.NOT_MET]


def test_by_the_id_of_a_target() -> None:
    """A target stands for its measure."""
    records = measured("m", "resultatandel")
    target = records[1]
    assert isinstance(target, Target)
    model = region(*records)
    assert needed_result(model, target.id, 2026, assumptions=assumed()).needed == pytest.approx(196.25)


def test_a_mean_of_several_years() -> None:
    """What a mean over years asks of the last of them hangs on the others."""
    basis = Basis(kind=BasisKind.MEAN, over_years=2)
    model = region(*measured("m", "resultatandel", at_least(2, basis=basis)))
    before = 100 * 150 / 9500
    found = needed_result(model, "m", 2026, assumptions=assumed())
    assert found.needed == pytest.approx((4 - before) / 100 * 9812.5)


def test_less_is_better_for_some_measures() -> None:
    """A share of net costs that must not be over a limit asks the same of the result."""
    model = region(*measured("m", "nettokostnadsandel", at_most(98)))
    found = needed_result(model, "m", 2026, assumptions=assumed())
    # Net costs of 98 per cent leave two per cent, less what finance costs.
    assert found.needed == pytest.approx(0.02 * 9812.5 - 50)


def test_a_limit_that_a_better_result_breaks() -> None:
    """Where less is asked, the result that just reaches it is the highest that does."""
    model = region(*measured("m", "resultatandel", below(1)))
    found = needed_result(model, "m", 2026, assumptions=assumed())
    assert found.needed == pytest.approx(98.125)
    assert found.difference == pytest.approx(98.125 - 181.5)
    assert "är till godo" in found.text()


@pytest.mark.parametrize(
    ("low", "high", "needed"),
    [("2", "2.0001", 0.02), ("1", "1.0001", 0.010001), ("1", "9", 0.01), ("-9", "2", -0.09)],
)
def test_a_band_is_reached_by_its_nearest_end(low: str, high: str, needed: float) -> None:
    """However narrow it is; from inside it is the end that a worse result passes."""
    model = region(*measured("m", "resultatandel", between(low, high, outside_low=Meaning.NOT_MET)))
    found = needed_result(model, "m", 2026, assumptions=assumed())
    assert found.needed == pytest.approx(needed * 9812.5)


def test_a_band_that_no_result_reaches() -> None:
    """The measure does not hang on the result."""
    asked = measured("m", "skatte-och-bidragsutveckling", between("8", "9"))
    found = needed_result(region(*asked), "m", 2026, assumptions=assumed())
    assert (found.needed, found.always) == (None, False)


def test_balance_with_what_is_due() -> None:
    """Balance asks for what has to be restored that year, and no more."""
    model = printed(
        {2023: {BALANCE: "-120"}, 2024: {BALANCE: "0"}, YEAR: {**dict(_texts()), BALANCE: "0", "resultatreserv": "0"}}
    )
    found = needed_result(model, BALANCE, 2026, assumptions=assumed())
    assert found.needed == pytest.approx(120)
    assert found.text().startswith("Balans, med det som ska vara återställt 2026 nås med ett resultat på 120,0")


def _texts() -> list[tuple[str, str]]:
    return [(each.line or "", str(each.value)) for each in region().amounts]


def test_what_no_result_reaches() -> None:
    """A measure that the result does not move is reached by none, or by any."""
    grown = "skatte-och-bidragsutveckling"
    for limit, always, said in ((9, False, "nås inte med något resultat"), (1, True, "nås vad resultatet än blir")):
        found = needed_result(region(*measured("m", grown, at_least(limit))), "m", 2026, assumptions=assumed())
        assert (found.needed, found.difference, found.always) == (None, None, always)
        assert said in found.text()


def test_what_the_plan_implies_is_the_usual() -> None:
    """Without assumptions those of the plan are used, and without a plan it is told what is missing."""
    model = region(*measured("m", "resultatandel"))
    found = needed_result(model, "m", 2026)
    assert (found.needed, found.always, found.projected) == (None, None, None)
    assert found.text().startswith("Vad resultatet 2026 måste vara går inte att räkna ut.")
    assert any("Antagande saknas för 2026" in each for each in found.missing)


def test_a_share_that_divides_by_zero_is_reached_by_no_result() -> None:
    """What cannot be counted is not reached."""
    model = region(*measured("m", "sjalvfinansieringsgrad"), lines={"investeringar": "0"})
    assert needed_result(model, "m", 2026, assumptions=assumed()).always is False


def test_a_mean_whose_years_are_not_known_is_reached_by_no_result() -> None:
    """A mean over years before the accounts cannot be counted."""
    basis = Basis(kind=BasisKind.MEAN, over_years=4)
    model = region(*measured("m", "resultatandel", at_least(2, basis=basis)))
    found = needed_result(model, "m", 2027, assumptions=assumed())
    assert found.always is False


def test_records_and_steps() -> None:
    """The answer as a row, and the figures of its year."""
    found = needed_result(region(*measured("m", "resultatandel")), "m", 2027, assumptions=assumed())
    row = found.to_records()[0]
    assert (row["about"], row["year"], row["always"]) == ("m", 2027, False)
    assert row["difference"] == row["needed"] - row["projected"]
    assert {each.text().partition(":")[0].rpartition(" ")[2] for each in found.steps} == {"2027"}


@pytest.mark.parametrize(
    ("target", "year", "error", "said"),
    [
        ("okant", 2026, UnknownId, "no indicator has the id 'okant'"),
        ("m", 2025, InvalidValue, "expected a year after 2025"),
        ("vag", 2026, InvalidValue, "cannot be judged ahead; expected one of 'm'"),
    ],
)
def test_what_cannot_be_asked(target: str, year: int, error: type[Exception], said: str) -> None:
    """What is no measure, a year that is over, and a goal that cannot be judged ahead."""
    model = region(*measured("m", "resultatandel"), *measured("vag", "resultatandel", grade("god")))
    with pytest.raises(error, match=said):
        needed_result(model, target, year, assumptions=assumed())


NO_TARGET = (
    "No target is set 2030 for Årets resultat som andel av skatter och bidrag: Regionplan och budget 2026–2028 has "
    "its last target for 2028. Let the last targets go on by Assumptions(last_targets_go_on=True) or --last-targets."
)


@pytest.mark.parametrize(
    ("year", "why"),
    [
        (2030, NO_TARGET),
        (2027, "The next target is for 2028."),
    ],
)
def test_why_a_goal_cannot_be_asked(year: int, why: str) -> None:
    """No target of the year, or one that is of a later year: the refusal says so, and what can be done."""
    model = rs.load_region("exempel")
    with pytest.raises(InvalidValue) as caught:
        needed_result(model, "resultat-av-skatter-och-bidrag", year)
    asked = f"what 'resultat-av-skatter-och-bidrag' is asked in {year} cannot be judged ahead. "
    assert str(caught.value) == asked + why
    going_on = planned(model).with_(last_targets_go_on=True)
    if year > 2028:
        found = needed_result(model, "resultat-av-skatter-och-bidrag", year, assumptions=going_on)
        assert found.needed == pytest.approx(0.02 * found.projection[year].ahead.values[TAXES_AND_GRANTS])


def test_a_measure_that_nothing_is_asked_of_has_no_reason() -> None:
    """Of an indicator without any target there is nothing more to say."""
    lone = Indicator(id="ensam", title="Ensam", kind=MeasureKind.QUANTITATIVE, ratio="soliditet")
    with pytest.raises(InvalidValue, match=r"what 'ensam' is asked in 2026 cannot be judged ahead$"):
        needed_result(region(lone), "ensam", 2026, assumptions=assumed())


def test_a_region_without_accounts() -> None:
    """The year is one after those that could have been accounted for."""
    model = printed({}, *measured("m", "resultatandel"))
    assert needed_result(model, "m", 2026, assumptions=assumed()).always is None
    with pytest.raises(InvalidValue, match="expected a year after 2025"):
        needed_result(model, "m", 2024)


@pytest.mark.parametrize(
    ("condition", "statuses"),
    [
        (
            at_least(
                value=None, by_year=[YearValue(year=2026, value=Decimal(1)), YearValue(year=2027, value=Decimal(9))]
            ),
            "10?",
        ),
        (increase(basis=Basis(kind=BasisKind.BASE_YEAR, base_year=2025)), "100"),
        (no_more(basis=Basis(kind=BasisKind.BASE_YEAR, base_year=2025)), "011"),
        (increase(basis=Basis(kind=BasisKind.BASE_YEAR, base_year=2010)), "???"),
        (at_least("0.1", basis=Basis(kind=BasisKind.BASE_YEAR, base_year=2025)), "100"),
        (increase(), "100"),
        (at_least(1, basis=Basis(kind=BasisKind.YEAR)), "111"),
        (at_least("1.5", basis=Basis(kind=BasisKind.MEAN, over_years=2, weighted_by="investeringar")), "11?"),
        (at_most("1.6", basis=Basis(kind=BasisKind.MEAN, over_years=2, weighted_by="investeringar")), "??1"),
        (above("1.5"), "110"),
        (below("1.5"), "001"),
        (between(1, "1.6"), "?11"),
        (between("1.4", "1.6", outside_low=Meaning.NOT_MET, outside_high=Meaning.MET), "110"),
        (between("1.6", 2, outside_low=Meaning.PARTLY_MET, outside_high=Meaning.NOT_MET), "1½½"),
        (change_by("0.1"), "100"),
        (change_by("-0.1"), "011"),
        (change_by(0), "???"),
        (grade("god"), "???"),
    ],
)
def test_conditions_ahead(condition: Condition, statuses: str) -> None:
    """What can be held against a number is judged; all else is told. The measure is 1.58, then 1.72, 1.53, 1.34."""
    model = region(*measured("m", "resultatandel", condition))
    found = rs.project(model, assumed({Driver.COSTS: "3.4", Driver.PENSION_COSTS: "-20"}), 3)
    shown = {Status.MET: "1", Status.NOT_MET: "0", Status.CANNOT_BE_ASSESSED: "?", Status.PARTLY_MET: "½"}
    came = [[shown[each.status] for each in year.verdicts if each.name == "m"] for year in found.years]
    assert "".join("".join(each) or "?" for each in came) == statuses
    assert any("kan inte bedömas 202" in each and "villkoret" in each for each in found.missing) is any(
        not each for each in came
    )


def test_measures_that_cannot_be_counted_ahead() -> None:
    """A measure over the budget, of no formula or of an unreadable one is told, and leaves the whole open."""
    model = region(*measured("m", "budgetfoljsamhet"), *measured("n", "pensionskonsolidering"))
    found = rs.project(model, assumed(), 1)
    assert [each.partition(" kan")[0] for each in found.missing if "formel" in each] == ["Måttet m", "Måttet n"]
    assert found[2026].verdict("finansiella-mal").status is Status.CANNOT_BE_ASSESSED


def test_which_assumption_matters_most() -> None:
    """Each assumption is made higher by itself, and the greatest change stands first."""
    found = sensitivity(region(), assumed({Driver.SAVINGS: "10"}), 4, line=RESULT)
    changes = {each.driver: each.change for each in found.effects}
    assert [abs(each.change) for each in found.effects] == sorted(map(abs, changes.values()), reverse=True)
    assert found.effects[0].driver is Driver.COSTS
    assert changes[Driver.SAVINGS] > 100
    higher = rs.project(region(), assumed({Driver.SAVINGS: "110"}), 4)[2029].lines[RESULT]
    base = rs.project(region(), assumed({Driver.SAVINGS: "10"}), 4)[2029].lines[RESULT]
    assert changes[Driver.SAVINGS] == higher - base


def test_sensitivity_is_read() -> None:
    """The effects as a table and as rows, in either language."""
    found = sensitivity(region(), assumed(), 2, points=Decimal("0.5"))
    lines = found.text().splitlines()
    assert lines[0] == "Eget kapital 2027: så mycket ändras det om ett antagande är högre alla år, mnkr"
    assert lines[4].split("  ")[0] == "Kostnadernas ökning av löner och priser"
    assert "0.5 percentage points" in found.text("en")
    assert found.to_records()[0]["driver"] == "kostnadsindex"
    assert "1.0 percentage point " in sensitivity(region(), assumed(), 1).text("en")
    assert "100.0 mnkr" in sensitivity(region(), assumed({Driver.SAVINGS: "1"}), 1).text("en")


def test_sensitivity_without_years() -> None:
    """Where no year can be reckoned nothing matters."""
    found = sensitivity(printed({}), assumed(), 2)
    assert (found.year, found.effects, found.to_records()) == (None, (), [])
    assert found.text() == "Inget år går att räkna fram."


def test_sensitivity_of_a_line_that_is_not_reckoned() -> None:
    """The line is one of those that are reckoned ahead."""
    with pytest.raises(UnknownId, match="no line has the id 'ram'"):
        sensitivity(region(), assumed(), 1, line="ram")


def test_the_aim_of_vasternorrland_turned_round() -> None:
    """About 200 mnkr a year for 15–20 years implies 3 000–4 000 mnkr, which no source says."""
    found = restoring(rs.load_region("vasternorrland"), "eget-kapital", "resultatniva")
    assert found.implied == (Decimal(3000), Decimal(4000))
    assert found.years is None
    assert found.text().replace("\xa0", " ").splitlines() == [
        "Återställa det egna kapitalet på 15–20 års sikt: med 200 mnkr om året i 15–20 år",
        "återställs 3 000–4 000 mnkr. Det är härlett, inte sagt.",
        "",
        "- Hur mycket som ska återställas sägs inte. Ge ett eget belopp med to_restore=….",
        "- Varje år antas ge 200 mnkr, lika mycket alla år.",
    ]
    assert [each.source is not None for each in found.steps] == [True, True]


@pytest.mark.parametrize(
    ("amount", "years", "said"),
    [(2000, 10, "before the 15–20"), (3500, 18, "within the 15–20"), (4000, 20, "within"), (4001, 21, "after the")],
)
def test_with_the_callers_own_amount(amount: int, years: int, said: str) -> None:
    """With an amount of one's own it is told in how many years, and whether that is within the aim."""
    found = restoring(rs.load_region("vasternorrland"), "eget-kapital", "resultatniva", to_restore=amount)
    assert found.years == years
    assert said in found.text("en").replace("\n", " ")
    assert found.to_records()[0]["years"] == years


def test_the_cost_indices_of_vasternorrland() -> None:
    """Without an opening value its years ahead name what is missing, and never take it to be zero."""
    model = rs.load_region("vasternorrland")
    found = rs.project(model, planned(model), 5)
    assert found.years == ()
    assert "Eget kapital" in next(each for each in found.missing if each.startswith("Ingående värde saknas"))


def test_vasternorrland_with_an_opening_of_ones_own() -> None:
    """With the plan's indices and savings, and the caller's figures to begin with, it tells when equity is restored."""
    source = Source(publication="rvn-rs-plan-2024-2026", place="3.2")
    stated = [
        Assumption(driver=Driver.COSTS, values={2021: "3.5", 2026: "3.1"}, source=source, on=date(2023, 9, 27)),
        Assumption(driver=Driver.SAVINGS, values={2021: 0, 2027: 250}, source=source),
    ]
    rest = [
        Assumption(driver=each.driver, values={2021: each.values[0][1]})
        for each in assumed().items
        if each.driver is not Driver.COSTS
    ]
    own = {each.line or "": each.value or Decimal(0) for each in region(lines={"eget-kapital": "-3500"}).amounts}
    some = Assumptions(items=[*rest, *stated], opening=own)
    found = rs.project(rs.load_region("vasternorrland"), some, 25)
    assert found.first_year("eget-kapital", 0) == 2034
    assert "kostnadsindex 3,1 (rvn-rs-plan-2024-2026, 3.2; 2023-09-27)" in found.explain(width=2000)


@pytest.mark.parametrize(
    ("goal", "measure", "amount", "said"),
    [
        ("vision", "resultatniva", None, "does not say from how many years"),
        ("eget-kapital", "hme-totalindex", None, "is no indicator with a target of at least"),
        ("eget-kapital", "vision", None, "is no indicator with a target of at least"),
        ("eget-kapital", "resultatniva", 0, "expected more than nothing to restore"),
    ],
)
def test_aims_that_cannot_be_turned(goal: str, measure: str, amount: int | None, said: str) -> None:
    """A goal without years, a measure without a limit and nothing to restore are refused."""
    with pytest.raises(InvalidValue, match=said):
        restoring(rs.load_region("vasternorrland"), goal, measure, to_restore=amount)
