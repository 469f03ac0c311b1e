"""The years ahead under stated assumptions."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import regionstyrning as rs
from regionstyrning.alternatives import Assumption, Assumptions, Driver, growth_shock, planned
from regionstyrning.alternatives.ahead import reserving_limits
from regionstyrning.alternatives.deficits_ahead import whole_of
from regionstyrning.alternatives.derivation import values_in
from regionstyrning.alternatives.geh_ahead import FINANCIAL
from regionstyrning.alternatives.lines import PRINTED, TRACES
from regionstyrning.alternatives.plan import plan_of
from regionstyrning.alternatives.project import measured as counted
from regionstyrning.alternatives.put_in import put_in
from regionstyrning.alternatives.reckoning import ready_in, reckoned
from regionstyrning.alternatives.shown import estimate
from regionstyrning.errors import InvalidValue
from regionstyrning.evaluators import Status
from regionstyrning.law import STANDARD, Policies
from regionstyrning.model import (
    Amount,
    AmountStage,
    DecisionKind,
    GehRule,
    Join,
    JoinKind,
    Level,
    LevelKind,
    Ratio,
    Reserve,
    ReserveKind,
    SteeringModel,
    Structure,
)
from regionstyrning.model.conditions import at_least
from regionstyrning.questions.economy.formulas import evaluated, read_formula
from regionstyrning.questions.economy.numbers import DECIMALS, FLOATS
from regionstyrning.text.sentences import LANGUAGES, Language
from tests.alternatives.small import (
    ACTIVITY,
    LEVELS,
    YEAR,
    assumed,
    assumptions,
    measured,
    not_counted,
    region,
    regions,
)
from tests.alternatives.small import counted as counting
from tests.printed_accounts import amount, decided, printed

PENSIONS = "pensionsforpliktelser-utanfor-balansrakningen"
RESULT, BALANCE, EQUITY, RER, RUR = (
    "arets-resultat",
    "balanskravsresultat",
    "eget-kapital",
    "resultatreserv",
    "resultatutjamningsreserv",
)
CLOSE = 1e-6


@pytest.fixture(scope="module")
def exempel() -> SteeringModel:
    """The fictional region."""
    return rs.load_region("exempel")


@pytest.mark.parametrize("year", [2026, 2027, 2028])
@pytest.mark.parametrize(
    "line",
    [
        "verksamhetens-intakter",
        "verksamhetens-kostnader",
        "avskrivningar",
        "skatteintakter",
        "generella-statsbidrag-och-utjamning",
        "finansiella-intakter",
        "finansiella-kostnader",
        RESULT,
        "investeringar",
    ],
)
def test_what_the_plan_implies_gives_the_plan(exempel: SteeringModel, year: int, line: str) -> None:
    """With the assumptions that follow from the plan, its years come out as the plan prints them."""
    plan = rs.accounts(exempel, year, AmountStage.BUDGET if year == 2026 else AmountStage.PLAN)
    assert rs.project(exempel, planned(exempel), 3)[year].lines[line] == pytest.approx(float(plan.value(line) or 0))


def test_equity_of_the_budget(exempel: SteeringModel) -> None:
    """The budget prints equity too, which the plan's growth does not use."""
    assert rs.project(exempel, planned(exempel), 1)[2026].lines[EQUITY] == pytest.approx(2882.0)


@given(regions(), assumptions(6))
def test_floats_and_decimals_agree(model: SteeringModel, some: Assumptions) -> None:
    """On the same inputs the rules give the same in both kinds of number, within a millionth."""
    plan = plan_of(model, some, 6, STANDARD)
    exact = list(reckoned(DECIMALS, ready_in(DECIMALS, plan), counted=not_counted))
    rough = list(reckoned(FLOATS, ready_in(FLOATS, plan), counted=counted))
    for one, other in zip(exact, rough, strict=True):
        exactly = {name: float(value) for name, value in one.ahead.values.items()}
        assert exactly == pytest.approx(dict(other.ahead.values), abs=CLOSE)
        assert float(whole_of(DECIMALS, one.ahead.owed)) == pytest.approx(whole_of(FLOATS, other.ahead.owed), abs=CLOSE)
    assert len(rough) == 6


@given(regions(), assumptions(5))
def test_each_year_is_what_the_balance_statement_says(model: SteeringModel, some: Assumptions) -> None:
    """Printed as outcomes, the years ahead have the same results, limits and deficits in exact decimals."""
    projection = rs.project(model, some, 5)
    held = model.with_(
        *(_as_printed(line, value, each.year) for each in projection.years for line, value in each.lines.items())
    )
    for each in projection.years:
        statement = rs.balance_statement(held, each.year)
        assert float(statement.balance_result or 0) == pytest.approx(each.lines[BALANCE], abs=CLOSE)
        if some.fills_reserves:
            most = float(statement.most_reserved.value or 0)
            assert -each.lines["reservering-till-reserv"] == pytest.approx(most, abs=CLOSE)
        low, high = (float(value) for value in statement.ledger.outstanding)
        assert (low, high) == pytest.approx((each.outstanding, each.outstanding), abs=CLOSE)


def _as_printed(line: str, value: float, year: int) -> Amount:
    return amount(line, format(Decimal(value), "f"), year)


@given(regions(), assumptions(8))
def test_reserves_keep_their_limits(model: SteeringModel, some: Assumptions) -> None:
    """Nothing is reserved over a limit, no reserve is below zero, and none is used but for a negative result."""
    for each in rs.project(model, some, 8).years:
        reserved = -each.lines["reservering-till-reserv"]
        for _, limit, _ in reserving_limits(FLOATS, each.before, each.ahead.values, each.terms):
            assert reserved <= max(limit, 0.0)
        used = each.lines["anvandning-av-reserv"] + each.lines["anvandning-av-resultatutjamningsreserv"]
        assert min(each.lines[RER], each.lines[RUR], reserved, used) >= 0
        assert used <= max(-each.lines["resultat-efter-balanskravsjusteringar"], 0) + CLOSE


@given(regions(), assumptions(8))
def test_deficits_are_restored_or_left(model: SteeringModel, some: Assumptions) -> None:
    """What is left at the end is what there was, with all new deficits, less what surpluses have restored."""
    projection = rs.project(model, some, 8)
    left = float(projection.plan.opening.ledger.outstanding[1])
    for each in projection.years:
        left = max(left - max(each.lines[BALANCE], 0.0), 0.0) + max(-each.lines[BALANCE], 0.0)
        assert each.outstanding == pytest.approx(left, abs=CLOSE)
        assert (each.overdue > 0) is (each.verdict("i-tid").status is Status.NOT_MET)


@given(regions(), assumptions(4))
def test_the_sums_close(model: SteeringModel, some: Assumptions) -> None:
    """Assets are what equity, provisions and liabilities are, as in the year that all begins with."""
    for each in rs.project(model, some, 4).years:
        difference = each.lines["summa-tillgangar"] - each.lines["summa-eget-kapital-avsattningar-och-skulder"]
        opening = dict(model_lines(model))
        begun = opening["anlaggningstillgangar"] + opening["omsattningstillgangar"]
        owed = sum(opening[line] for line in (EQUITY, "avsattningar", "langfristiga-skulder", "kortfristiga-skulder"))
        assert difference == pytest.approx(begun - owed, abs=CLOSE)


def model_lines(model: SteeringModel) -> list[tuple[str, float]]:
    """The printed lines of the last year."""
    return [(each.line or "", float(each.value or 0)) for each in model.amounts if each.year == YEAR]


@given(regions(), assumptions(4))
def test_every_figure_follows_from_its_formula(model: SteeringModel, some: Assumptions) -> None:
    """The formula that explains a line gives the line, from the lines and assumptions that it names."""
    projection = rs.project(model, some, 4)
    for each in projection.years:
        values = values_in(projection, each)
        for line, trace in TRACES.items():
            if trace.formula is not None and line in PRINTED:
                formula = read_formula(trace.formula)
                found = evaluated(formula, {name: values[name] for name in formula.names}, FLOATS)
                assert found == pytest.approx(each.lines[line], rel=1e-9, abs=CLOSE), line


def test_a_year_by_hand() -> None:
    """Every line of one year, counted by hand."""
    lines = rs.project(region(), assumed(), 1)[YEAR + 1].lines
    assert {line: round(value, 4) for line, value in lines.items()} == {
        "verksamhetens-intakter": 2060.0,
        "verksamhetens-kostnader": -11341.0,
        "avskrivningar": -300.0,
        "verksamhetens-nettokostnader": -9581.0,
        "skatteintakter": 7762.5,
        "generella-statsbidrag-och-utjamning": 2050.0,
        "verksamhetens-resultat": 231.5,
        "finansiella-intakter": 60.0,
        "finansiella-kostnader": -110.0,
        "resultat-efter-finansiella-poster": 181.5,
        "extraordinara-poster": 0.0,
        RESULT: 181.5,
        "realisationsvinster": 0.0,
        "orealiserade-vinster-och-forluster": 0.0,
        "aterforing-av-orealiserade": 0.0,
        "resultat-efter-balanskravsjusteringar": 181.5,
        "reservering-till-reserv": -83.375,
        "anvandning-av-reserv": 0.0,
        "anvandning-av-resultatutjamningsreserv": 0.0,
        BALANCE: 98.125,
        "anlaggningstillgangar": 6210.0,
        "omsattningstillgangar": 3091.5,
        "summa-tillgangar": 9301.5,
        EQUITY: 2181.5,
        RER: 183.375,
        RUR: 80.0,
        "avsattningar": 4120.0,
        "langfristiga-skulder": 1000.0,
        "kortfristiga-skulder": 2000.0,
        "summa-eget-kapital-avsattningar-och-skulder": 9301.5,
        "pensionsforpliktelser-utanfor-balansrakningen": 1440.0,
        "investeringar": 510.0,
    }


@pytest.mark.parametrize(
    ("driver", "value", "result"),
    [
        (Driver.POPULATION, "1", 181.5 - 113.41),
        (Driver.SAVINGS, "250", 181.5 + 250),
        (Driver.PENSION_COSTS, "40", 181.5 - 40),
        (Driver.ONE_OFF, "0.5", 181.5 - 56.705),
        (Driver.UNREALISED, "-30", 181.5 - 30),
    ],
)
def test_what_else_may_be_assumed(driver: Driver, value: str, result: float) -> None:
    """Each assumption that is not needed moves the result by what it says."""
    assert rs.project(region(), assumed({driver: value}), 1)[YEAR + 1].lines[RESULT] == pytest.approx(result)


def test_savings_are_a_level_and_not_repeated() -> None:
    """Costs lower by 250 mnkr stay lower by 250, whatever prices do."""
    base, saved = (rs.project(region(), assumed(some), 3) for some in ({}, {Driver.SAVINGS: "250"}))
    costs = [each.lines["verksamhetens-kostnader"] for each in base.years]
    assert [each.lines["verksamhetens-kostnader"] for each in saved.years] == pytest.approx([x + 250 for x in costs])


def test_unrealised_gains_are_taken_out_of_the_balance_result() -> None:
    """An unrealised gain lifts the result and not the balance result."""
    lines = rs.project(region(), assumed({Driver.UNREALISED: "30"}, fills_reserves=False), 1)[YEAR + 1].lines
    assert (lines[RESULT], lines[BALANCE]) == pytest.approx((211.5, 181.5))


def test_new_loans_are_money_and_debt() -> None:
    """What is borrowed stands as a liability, and as current assets until it is used."""
    base, borrowed = (rs.project(region(), assumed(some), 1)[2026].lines for some in ({}, {Driver.BORROWING: "70"}))
    moved = {line: borrowed[line] - base[line] for line in PRINTED if abs(borrowed[line] - base[line]) > CLOSE}
    assert moved == pytest.approx(
        {
            "omsattningstillgangar": 70,
            "summa-tillgangar": 70,
            "langfristiga-skulder": 70,
            "summa-eget-kapital-avsattningar-och-skulder": 70,
        }
    )


@pytest.mark.parametrize(("average", "used"), [("4", 80.0), ("3", 0.0), (None, 0.0)])
def test_the_older_reserve_is_used_when_growth_is_slow(average: str | None, used: float) -> None:
    """A resultatutjämningsreserv covers a deficit only when the tax base grows less than its mean, if that is known."""
    some = {Driver.COSTS: "6", **({} if average is None else {Driver.TAX_BASE_AVERAGE: average})}
    lines = rs.project(region(), assumed(some), 1)[YEAR + 1].lines
    assert lines["anvandning-av-resultatutjamningsreserv"] == used
    assert lines["anvandning-av-reserv"] == pytest.approx(min(100.0, 137.5 - used))
    assert lines[RUR] == 80.0 - used


def test_the_older_reserve_dissolves_after_2033() -> None:
    """What is left of a resultatutjämningsreserv is no reserve from 2034, and changes no result."""
    some = assumed({Driver.COSTS: "3"})
    years = rs.project(region(), some, 9)
    assert (years[2033].lines[RUR], years[2034].lines[RUR]) == (80.0, 0.0)
    assert years[2034].lines[BALANCE] == pytest.approx(
        years[2034].lines[RESULT] + years[2034].lines["reservering-till-reserv"]
    )


def test_the_regions_own_ceiling_binds() -> None:
    """A region's own ceiling is one of the limits."""
    reserve = Reserve(id="reserv", title="Reserven", kind=ReserveKind.RESULT, limit_percent=Decimal("1.5"))
    model = region(Structure(id="s", title="Styrmodell", reserves=[reserve]))
    lines = rs.project(model, assumed({Driver.COSTS: "0"}), 1)[YEAR + 1].lines
    assert lines[RER] == pytest.approx(0.015 * (7762.5 + 2050))


@pytest.mark.parametrize(
    ("known", "fills", "reserved"),
    [(True, None, 83.375), (False, None, 0.0), (False, True, 83.375), (True, False, 0.0)],
)
def test_nothing_is_reserved_without_guidelines(*, known: bool, fills: bool | None, reserved: float) -> None:
    """A region whose own guidelines for the reserve are not known reserves nothing, unless that is assumed."""
    own = Reserve(id="reserv", title="Reserven", kind=ReserveKind.RESULT)
    model = region(Structure(id="s", title="Styrmodell", reserves=[own] if known else []))
    found = rs.project(model, assumed(fills_reserves=fills), 1)
    assert -found[2026].lines["reservering-till-reserv"] == pytest.approx(reserved)
    told = "Inget reserveras 2026: inga egna riktlinjer för reserven är kända (KL 11 kap. 1 och 14 §§)."
    assert (told in found.text(width=500)) is (not known and fills is None)


@pytest.mark.parametrize(
    ("known", "uses", "used"), [(True, None, 38.5), (False, None, 0.0), (False, True, 38.5), (True, False, 0.0)]
)
def test_nothing_is_used_without_guidelines(*, known: bool, uses: bool | None, used: float) -> None:
    """A region whose own guidelines for the reserve are not known uses nothing of it, unless that is assumed."""
    own = Reserve(id="reserv", title="Reserven", kind=ReserveKind.RESULT)
    model = region(Structure(id="s", title="Styrmodell", reserves=[own] if known else []))
    found = rs.project(model, assumed({Driver.PENSION_COSTS: "220"}, uses_reserves=uses), 1)
    assert found[2026].lines["anvandning-av-reserv"] == pytest.approx(used)
    told = "Resultatreserv används inte 2026: inga egna riktlinjer för den är kända (KL 11 kap. 1 och 14 §§)."
    assert (told in found.text(width=500)) is (not known and uses is None)


def test_reserves_with_nothing_in_them_are_not_told_of() -> None:
    """That nothing is used of what there is nothing in is no news, unless it is filled ahead."""
    empty = region(lines={"resultatreserv": "0", "resultatutjamningsreserv": "0"})
    some = assumed(uses_reserves=None, fills_reserves=False)
    assert "används inte" not in rs.project(empty, some, 1).text(width=500)
    filled = rs.project(empty, some.with_(fills_reserves=True), 1).text(width=500)
    assert "Resultatreserv används inte 2026" in filled
    assert "Resultatutjämningsreserv används inte" not in filled


def test_a_reserve_left_for_want_of_the_mean_growth_is_told_of() -> None:
    """Without the mean of ten years nobody can say whether a year is weak, so the older reserve lies idle."""
    some = assumed({Driver.PENSION_COSTS: "220"})
    told = "Resultatutjämningsreserv is not used 2026–2027: the mean growth of the tax base over ten years"
    assert told in rs.project(region(), some, 2).text("en", width=500)
    with_mean = assumed({Driver.PENSION_COSTS: "220", Driver.TAX_BASE_AVERAGE: "4"})
    assert "is not used" not in rs.project(region(), with_mean, 2).text("en", width=500)


def test_a_year_uses_or_reserves() -> None:
    """Where all of a reserve may be used of a surplus, what would also be reserved is neither."""
    policies = Policies(result_reserve_only_to_zero=False)
    found = rs.project(region(), assumed(), 3, policies=policies)
    for year in found.years:
        used, reserved = (year.lines[f"{line}-reserv"] for line in ("anvandning-av", "reservering-till"))
        assert 0 in {used, reserved}
        assert year.lines[BALANCE] == pytest.approx(year.lines[RESULT] + used + reserved)
        assert year.lines[RER] == pytest.approx(year.before.values[RER] - used - reserved)
    first = found[2026].lines
    assert first["anvandning-av-reserv"] == pytest.approx(100 - 83.375)
    assert found[2027].lines["reservering-till-reserv"] < 0
    told = found.explain(width=900)
    assert "= hela reserven, utöver det som reserveras" in told
    assert "; utöver det som används" in told
    assert policies.told("result_reserve_only_to_zero") in found.text(width=900)
    assert policies.told("result_reserve_only_to_zero", "en") not in rs.project(region(), assumed(), 3).text(
        "en", width=900
    )


def test_conditions_in_words_are_told_and_not_reckoned_with() -> None:
    """What a region says of a reserve in words changes nothing, and the answer says so; an earmark is no reserve."""
    own = [
        Reserve(id="r", title="Reserven", kind=ReserveKind.RESULT, filled="När det går bra.", used="När det går illa."),
        Reserve(id="o", title="Pengar för kultur", kind=ReserveKind.EARMARK, used="För kultur."),
    ]
    with_words = rs.project(region(Structure(id="s", title="Styrmodell", reserves=own)), assumed(), 2)
    without = rs.project(region(), assumed(), 2)
    assert [each.lines for each in with_words.years] == [each.lines for each in without.years]
    told = with_words.text("en", width=500)
    assert (
        "- The region's own conditions for Reserven are said in words, and not reckoned with: "
        "”När det går bra” and ”När det går illa”." in told
    )
    assert "kultur" not in told


@pytest.mark.parametrize("costs", ["3.1", "6"])
@pytest.mark.parametrize(("result", "older"), [(True, True), (False, True), (True, False), (False, False)])
def test_what_is_used_of_the_reserves_by_policy(costs: str, *, result: bool, older: bool) -> None:
    """As much as the balance statement permits under the same reading: up to zero, or all there is."""
    policies = Policies(result_reserve_only_to_zero=result, equalisation_reserve_only_to_zero=older)
    some = assumed({Driver.COSTS: costs, Driver.TAX_BASE_AVERAGE: "4"}, fills_reserves=False)
    found = rs.project(region(), some, 1, policies=policies)
    lines = found[2026].lines
    used = [lines["anvandning-av-resultatutjamningsreserv"], lines["anvandning-av-reserv"]]
    held = region().with_(*(_as_printed(line, value, 2026) for line, value in lines.items()))
    most = [each.value for each in rs.balance_statement(held, 2026, policies=policies).most_used]
    assert used == pytest.approx([float(each or 0) for each in most])
    if not result and not older:
        assert used == [80.0, 100.0]
    words = found.explain(width=900)
    assert ("= hela reserven" in words) is not (result and older)
    assert policies.told("result_reserve_only_to_zero") in words


def test_reserves_may_be_left_alone() -> None:
    """Who neither fills nor uses a reserve has the balance result that the adjustments leave."""
    some = assumed({Driver.COSTS: "6"}, uses_reserves=False, fills_reserves=False)
    lines = rs.project(region(), some, 1)[YEAR + 1].lines
    assert lines[BALANCE] == lines[RESULT]


def test_equity_of_the_year_before_by_policy() -> None:
    """Whether one or two per cent applies may follow from the equity when the year began."""
    model = region(lines={EQUITY: "1450"})
    rooms = [
        -rs.project(model, assumed(), 1, policies=Policies(equity_of_the_same_year=same))[2026].lines[
            "reservering-till-reserv"
        ]
        for same in (True, False)
    ]
    assert rooms == pytest.approx([83.375, 0.0])


@pytest.mark.parametrize(("oldest", "overdue"), [(True, [0.0, 0.0]), (False, [0.0, 100.0])])
def test_which_deficit_is_restored_first(oldest: bool, overdue: list[float]) -> None:
    """If the newest is restored first, the oldest is past its time three years after it arose."""
    model = printed({2024: {BALANCE: "-100"}, YEAR: {**dict(model_texts()), BALANCE: "-400"}})
    some = assumed({Driver.COSTS: "3.6"}, fills_reserves=False)
    years = rs.project(model, some, 2, policies=Policies(oldest_deficit_first=oldest)).years
    assert 100 < sum(each.lines[BALANCE] for each in years) < 400
    assert [each.overdue for each in years] == overdue


def model_texts() -> list[tuple[str, str]]:
    """The printed lines of the small region."""
    return [(each.line or "", str(each.value)) for each in region().amounts]


def test_an_opening_value_that_is_missing_is_named() -> None:
    """Without a figure to begin with there is no year, and the answer says what is missing."""
    found = rs.project(_without(PENSIONS), assumed(), 3)
    assert found.years == ()
    assert (
        "Ingående värde saknas 2025: Pensionsförpliktelser utanför balansräkningen. "
        "Ge ett eget med Assumptions(opening=…) eller --opening." in found.missing
    )
    assert found.text().startswith("Inget år går att räkna fram.")
    assert found.explain() == found.text()


def _without(line: str) -> SteeringModel:
    """The small region without a figure on a line."""
    model = region()
    return model.without(next(each.id for each in model.amounts if each.line == line))


def test_an_opening_value_of_ones_own() -> None:
    """A figure that the caller gives takes the place of one that is missing, or printed otherwise."""
    commitment = rs.project(_without(PENSIONS), assumed(opening={PENSIONS: 500}), 1)[2026].lines[PENSIONS]
    assert commitment == pytest.approx(480)
    assert rs.project(region(), assumed(opening={EQUITY: "-3000"}), 1)[2026].lines[EQUITY] == pytest.approx(-2818.5)


def test_growth_is_measured_from_an_opening_value_of_ones_own() -> None:
    """Costs that the caller gives are those of the year before, to what starts from them and to what asks for them."""
    own = rs.project(region(), assumed(opening={"verksamhetens-kostnader": -9000}), 1)[2026]
    printed_so = rs.project(region(lines={"verksamhetens-kostnader": "-9000"}), assumed(), 1)[2026]
    assert own.ratios["nettokostnadsutveckling"] == printed_so.ratios["nettokostnadsutveckling"]
    assert own.lines == printed_so.lines


@pytest.mark.parametrize("older", [True, False])
def test_how_the_law_is_read_is_told(*, older: bool) -> None:
    """An explanation names the choices that it rests on, as they were made."""
    policies = Policies(restore_before_reserving=older)
    told = " ".join(rs.project(region(), assumed(), 1, policies=policies).explain(width=2000).split())
    named = [policies.told(name) for name in ("restore_before_reserving", "oldest_deficit_first")]
    assert f"Tolkningsval - {named[0]} - {named[1]}" in told


def test_when_equity_is_restored() -> None:
    """With an opening value of one's own one can ask when equity is restored."""
    found = rs.project(region(), assumed(opening={EQUITY: -1000}), 10)
    assert found.first_year(EQUITY, 0) == 2030
    assert found.first_year(EQUITY, 1e6) is None


def test_an_assumption_that_is_missing_is_named() -> None:
    """The years end where something that is needed is not assumed."""
    later = Assumption(driver=Driver.COSTS, values={2027: "3"})
    others = [each for each in assumed().items if each.driver is not Driver.COSTS]
    found = rs.project(region(), Assumptions(items=[*others, later]), 3)
    assert found.years == ()
    assert (
        "Antagande saknas för 2026: kostnadsindex (costs). Ge ett eget med Assumption(…) eller --assume."
        in found.missing
    )


def test_without_any_accounts() -> None:
    """A region of which nothing is accounted for has nothing to begin with."""
    found = rs.project(printed({}), assumed(), 2)
    assert found.years == ()
    assert found.plan.opening.year == 2025
    assert "Inga räkenskaper är kända, så inget år att utgå från." in found.missing


def test_the_whole_opening_may_be_ones_own() -> None:
    """Where no accounts are known all figures may be given."""
    opening = {each.line or "": each.value or 0 for each in region().amounts}
    found = rs.project(printed({}), assumed(opening=opening), 1)
    assert found[2026].lines[RESULT] == pytest.approx(181.5)


def test_years_without_law_end_it() -> None:
    """Before the law that is held no year is reckoned."""
    model = printed({2008: dict(model_texts())})
    some = Assumptions(
        items=[Assumption(driver=each.driver, values={2009: each.values[0][1]}) for each in assumed().items]
    )
    found = rs.project(model, some, 2)
    assert found.years == ()
    assert "Lagen hålls inte för räkenskapsåret 2009." in found.missing


def test_the_older_reserve_is_filled_in_its_time() -> None:
    """To 2023 what is reserved goes to the resultatutjämningsreserv, without a ceiling."""
    model = printed({2021: dict(model_texts())})
    some = Assumptions(
        items=[Assumption(driver=each.driver, values={2022: each.values[0][1]}) for each in assumed().items],
        fills_reserves=True,
    )
    lines = rs.project(model, some, 1)[2022].lines
    assert (lines[RER], lines[RUR]) == pytest.approx((100.0, 80 + 83.375))


def test_rival_readings_and_uncertain_deficits_are_told() -> None:
    """What it begins with is told where a figure has several readings."""
    rival = amount(EQUITY, "2100", YEAR, title="Eget kapital, rättat")
    found = rs.project(region(rival), assumed(), 1)
    assert "Eget kapital 2025 har flera läsningar; 2 100 mnkr följs." in [
        each.replace("\xa0", " ") for each in found.missing
    ]


def test_goals_are_judged_year_by_year() -> None:
    """Before the year of its target a goal is not decided, and after it nothing is asked."""
    model = region(LEVELS, *measured("m", "resultatandel", None, 2027), *counting("m"))
    found = rs.project(model, assumed({Driver.COSTS: "3.4"}), 3)
    statuses = [[each.status for each in year.verdicts if each.name == "m"] for year in found.years]
    assert statuses == [[Status.NOT_DUE], [Status.NOT_MET], []]
    assert [each.verdict(FINANCIAL).status for each in found.years] == [
        Status.NOT_DUE,
        Status.NOT_MET,
        Status.CANNOT_BE_ASSESSED,
    ]


def _rule(join: JoinKind | None, *conditions: str) -> Structure:
    levels = [
        Level(id="finansiellt", title="Finansiellt mål", kind=LevelKind.FINANCIAL),
        Level(id="mal", title="Mål", kind=LevelKind.GOAL),
    ]
    rule = GehRule(join=None if join is None else Join(kind=join), conditions=conditions)
    return Structure(id="s", title="Styrmodell", levels=levels, geh=rule)


@pytest.mark.parametrize(
    ("structure", "costs", "met", "status"),
    [
        (_rule(None, "finansiellt"), "0", None, Status.MET),
        (_rule(None, "finansiellt"), "6", None, Status.NOT_MET),
        (_rule(JoinKind.MAJORITY, "finansiellt"), "0", None, Status.CANNOT_BE_ASSESSED),
        (_rule(JoinKind.MAJORITY, "finansiellt"), "0", True, Status.MET),
        (_rule(JoinKind.MAJORITY, "finansiellt"), "0", False, Status.NOT_MET),
        (_rule(JoinKind.MAJORITY, "finansiellt"), "6", True, Status.NOT_MET),
        (_rule(None, "finansiellt", "mal"), "0", True, Status.MET),
        (_rule(JoinKind.ALL), "6", None, Status.NOT_MET),
        (_rule(JoinKind.MAJORITY), "6", None, Status.NOT_MET),
        (_rule(None), "6", None, Status.CANNOT_BE_ASSESSED),
    ],
)
def test_the_regions_own_rule_for_the_whole(structure: Structure, costs: str, met: bool | None, status: Status) -> None:
    """The whole is judged as far as the region's rule and the financial half permit."""
    activity = [] if structure == _rule(None, "finansiellt") else [ACTIVITY]
    model = region(structure, *measured("m", "resultatandel"), *counting("m", "finansiellt"), *activity)
    found = rs.project(model, assumed({Driver.COSTS: costs}, goals_of_activity_met=met), 1)
    assert found[2026].geh is status


def test_why_the_whole_cannot_be_judged() -> None:
    """The answer says whether a rule is missing, or what the rule asks of the activities."""
    told = [
        rs.project(
            region(structure, *measured("m", "resultatandel"), *counting("m", "finansiellt"), ACTIVITY),
            assumed({Driver.COSTS: "0"}),
            1,
        ).missing[-1]
        for structure in (_rule(None), _rule(JoinKind.MAJORITY, "finansiellt"))
    ]
    assert [each.rpartition(": ")[2] for each in told] == [
        "regionen har ingen uttalad regel för helheten.",
        "om de nås är inte antaget.",
    ]


@pytest.mark.parametrize("years", [0, -1, 201])
def test_years_that_cannot_be(years: int) -> None:
    """Fewer than one year or more than 200 are refused."""
    with pytest.raises(InvalidValue, match="expected 1 to 200 years"):
        rs.project(region(), assumed(), years)


def test_a_model_without_a_legal_person() -> None:
    """Whose accounts they are must be known."""
    with pytest.raises(InvalidValue, match="no legal person"):
        rs.project(printed({}, legal_person=None), assumed(), 1)


def test_a_year_that_is_not_there() -> None:
    """Asking for a year or a verdict that is not there is a wrong call."""
    found = rs.project(region(), assumed(), 1)
    with pytest.raises(KeyError):
        found[2030]
    with pytest.raises(KeyError):
        found[2026].verdict("okänt")


def test_a_ratio_that_divides_by_zero_is_left_out() -> None:
    """Without investments there is no self-financing to tell, and a goal of it cannot be judged."""
    model = region(*measured("m", "sjalvfinansieringsgrad"), lines={"investeringar": "0"})
    year = rs.project(model, assumed(), 1)[2026]
    assert "sjalvfinansieringsgrad" not in year.ratios
    assert year.verdict("m").status is Status.CANNOT_BE_ASSESSED
    assert year.verdict(FINANCIAL).status is Status.CANNOT_BE_ASSESSED


def test_assets_that_are_spent_make_no_solidity() -> None:
    """With no fixed assets and no money left there is nothing to be a share of: no ratio, and no verdict."""
    lines = {"anlaggningstillgangar": "0", "investeringar": "0", "omsattningstillgangar": "-3000"}
    year = rs.project(region(*measured("m", "soliditet", at_least(12)), lines=lines), assumed(), 1)[2026]
    assert "soliditet" not in year.ratios
    assert year.verdict("m").status is Status.CANNOT_BE_ASSESSED


def test_money_that_is_spent_is_told_and_makes_no_solidity() -> None:
    """Equity below zero over a sum of assets below zero is above it, but the goal is missed, and the lack is named."""
    model = region(*measured("m", "soliditet", at_least(12)), lines={"eget-kapital": "-2000"})
    found = rs.project(model, assumed({Driver.PENSION_COSTS: "12000"}), 1)
    year = found[2026]
    assert year.lines["summa-tillgangar"] < 0
    assert year.ratios["soliditet"] < 0
    assert year.verdict("m").status is Status.NOT_MET
    left = estimate(year.lines["omsattningstillgangar"], "en")
    told = f"The money does not last 2026: current assets are {left} mnkr 2026, and no loan that covers it is assumed."
    assert told in " ".join(found.text("en").split())
    assert any(each.startswith("Pengarna räcker inte 2026") for each in found.missing)


@pytest.mark.parametrize(("current", "gained"), [("3000", 60.0), ("0", 0.0), ("-3000", 0.0)])
def test_money_that_is_not_there_earns_nothing(current: str, gained: float) -> None:
    """Current assets below nothing have no return, and cost nothing either: what covers them is not assumed."""
    found = rs.project(region(lines={"omsattningstillgangar": current}), assumed(), 1)[2026]
    assert found.lines["finansiella-intakter"] == gained
    assert found.verdict("pengar").status is (Status.NOT_MET if current == "-3000" else Status.MET)


def test_the_years_in_which_money_lacks_are_told() -> None:
    """Each of them, with how much lacks in the first; a loan of one's own covers it."""
    model = region(lines={"omsattningstillgangar": "300"})
    some = assumed({Driver.INVESTMENTS: "60"})
    found = rs.project(model, some, 4)
    lacking = [each.year for each in found.years if each.lines["omsattningstillgangar"] < 0]
    assert lacking == [2027, 2028, 2029]
    assert "Pengarna räcker inte 2027–2029: omsättningstillgångarna är" in found.text(width=900)
    assert "Pengarna räcker" in found.explain(width=900)
    covered = rs.project(model, some.with_(Assumption(driver=Driver.BORROWING, values={2026: "2000"})), 4)
    assert {each.verdict("pengar").status for each in covered.years} == {Status.MET}
    assert "Pengarna räcker inte" not in covered.text()


def test_a_ratio_that_asks_what_is_not_known_of_the_year_before() -> None:
    """Growth of net costs needs those of the year before, which the first year may lack."""
    years = rs.project(_without("avskrivningar"), assumed(), 2).years
    assert ["nettokostnadsutveckling" in each.ratios for each in years] == [False, True]
    whole = rs.project(region(), assumed(), 1)[2026]
    assert whole.ratios["nettokostnadsutveckling"] == pytest.approx(100 * (9581 / 9300 - 1))


def test_steps_say_what_each_figure_rests_on() -> None:
    """Each figure of each year is a step, with the paragraph on its line, in both languages."""
    steps = {each.record: each for each in rs.project(region(), assumed(), 1).steps}
    assert set(steps) <= set(PRINTED)
    tax = steps["skatteintakter"]
    assert tax.law == "LKBR 5 kap. 2 § (2019–)"
    assert tax.text().replace("\xa0", " ") == (
        "Skatteintäkter 2026: 7 762,5 mnkr = 7 500,0 · (1 + 3,5 / 100); skatteunderlag 3,5 (eget antagande)"
    )
    assert tax.text("en") == (
        "Skatteintäkter 2026: 7,762.5 mnkr = 7,500.0 · (1 + 3.5 / 100); tax base 3.5 (an assumption of one's own)"
    )


@pytest.mark.parametrize(
    ("extra", "cost"),
    [
        ({}, "−11 341,0 mnkr = −11 000,0 · (1 + 3,1 / 100); kostnadsindex 3,1 (eget antagande)"),
        (
            {Driver.SAVINGS: "100", Driver.ONE_OFF: "1"},
            "−11 354,4 mnkr = 100,0 − 11 000,0 · (1 + 3,1 / 100) · (1 + 1 / 100); kostnadsindex 3,1 (eget antagande)",
        ),
    ],
)
def test_a_step_can_be_checked_by_hand(extra: dict[Driver, str], cost: str) -> None:
    """With the figure of the year before, one minus sign, and without what nothing is assumed of."""
    told = rs.project(region(), assumed(extra), 2).explain(width=2000).replace("\xa0", " ")
    assert f"Verksamhetens kostnader 2026: {cost}" in told
    assert [sign for sign in (" - ", "+ −", "− −", "= 0 ", "(1 + 0") if sign in told] == []


def test_what_costs_grow_from_is_told_where_it_is_not_the_costs_of_the_year_before() -> None:
    """Savings are of each year alone, and do not lower what the next grows from."""
    told = rs.project(region(), assumed({Driver.SAVINGS: "100"}), 2).explain(width=2000).replace("\xa0", " ")
    words = "11 341,0 är kostnaderna 2026 utan besparingar och sådant som gäller ett enda år"
    assert f"kostnader 2027: −11 592,6 mnkr = 100,0 − 11 341,0 · (1 + 3,1 / 100); {words}" in told
    assert told.count("utan besparingar") == 1


def test_signs_that_meet_are_one() -> None:
    """Debts that are paid off, growth below nothing, and what is multiplied by less than nothing."""
    numbers = {"a": "−5,0", "b": "−2,0", "c": "3,0"}
    assert put_in("c + a - b", numbers.__getitem__) == "3,0 − 5,0 + 2,0"
    assert put_in("c * (1 + b / 100)", numbers.__getitem__) == "3,0 · (1 − 2,0 / 100)"
    assert put_in("c * b / 100", numbers.__getitem__) == "3,0 · (−2,0) / 100"
    assert put_in("0 - a * c", numbers.__getitem__) == "5,0 · 3,0"
    assert put_in("c + a", numbers.__getitem__, ["a"]) == "3,0"


@pytest.mark.parametrize(
    ("fills", "why"),
    [
        (None, "2026–2027 reserveras så mycket som lagen och regionens eget tak medger: regionens riktlinjer för"),
        (True, "2026–2027 reserveras så mycket som lagen och regionens eget tak medger: så är antaget."),
        (False, None),
    ],
)
def test_it_is_told_that_as_much_is_reserved_as_may_be(
    exempel: SteeringModel, fills: bool | None, why: str | None
) -> None:
    """Because the region's guidelines are known, or because the caller said so."""
    told = rs.project(exempel, planned(exempel).with_(fills_reserves=fills), 2).text(width=500)
    assert ("reserveras så mycket" in told) is (why is not None)
    assert why is None or why in told


def test_records_hold_every_line() -> None:
    """One row a line and year."""
    rows = rs.project(region(), assumed(), 2).to_records()
    assert len(rows) == 2 * len(PRINTED)
    assert rows[0]["formula"] == "foregaende-verksamhetens-intakter * (1 + antagen-okning-av-intakterna / 100)"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_texts(exempel: SteeringModel, snapshot: object, lang: Language) -> None:
    """The tables, and how each figure is come to, as a person reads them."""
    found = rs.project(exempel, planned(exempel), 4)
    assert found.text(lang) == snapshot
    assert rs.project(exempel, planned(exempel), 1).explain(lang) == snapshot


def test_a_goal_whose_limit_changes_is_told_by_year(exempel: SteeringModel) -> None:
    """What is asked of a measure is told with its years where it is not the same in all."""
    told = rs.project(exempel, planned(exempel), 3).text().replace("\n", " ")
    asked = "2026: Öka från 2025, ändring 2025–2026; 2027: avgörs 2028; 2028: minst 12"
    assert f"Soliditet med alla pensionsåtaganden ({asked})" in told


def test_the_text_when_reserves_are_not_filled_and_dissolved() -> None:
    """The explanation says that no reserve is filled, and that one is dissolved."""
    some = assumed({Driver.COSTS: "3"}, fills_reserves=False)
    told = rs.project(region(), some, 9).explain(width=1000)
    assert "Reservering till resultatreserv 2026: 0,0 mnkr = ingen reserv fylls" in told
    assert "Resultatutjämningsreserv 2034: 0,0 mnkr = upplöst, efter lagens sista år" in told


def test_the_years_in_which_the_last_plan_year_goes_on_are_told(exempel: SteeringModel) -> None:
    """What is said of no later year goes on as before; what is the caller's own holds for as long as was meant."""
    some = planned(exempel)
    told = rs.project(exempel, some, 6).text(width=999)
    assert (
        "- Varken plan eller antagande säger något om skatteunderlag, generella statsbidrag och utjämning, "
        "verksamhetens intäkter, kostnadsindex, investeringar, avskrivningar, avkastning och ränta 2029–2031: "
        "det som gäller 2028 går vidare.\n"
        "- Varken plan eller antagande säger något om avsättningar, pensionsförpliktelser utanför balansräkningen, "
        "kortfristiga skulder och nya lån 2027–2031: det som gäller 2026 går vidare.\n"
    ) in told
    assert "det som gäller 2028 går vidare" not in rs.project(exempel, some, 3).text(width=999)
    own = [Assumption(driver=each.driver, values={2027: 1}) for each in some.items]
    assert "går vidare" not in rs.project(exempel, some.with_(*own), 6).text(width=999)
    shaken = some.with_(shocks=[growth_shock(1)])
    assert "det som gäller 2028 går vidare" in rs.simulate(exempel, shaken, 6, 5, 1).text(width=999)


def test_nothing_that_is_not_assumed_is_told_when_all_is() -> None:
    """Who assumes everything is not told of what is not assumed."""
    every = {driver: "0" for driver in Driver if driver not in {each.driver for each in assumed().items}}
    told = rs.project(region(), assumed(every), 1).text()
    assert "Inget antas om" not in told
    assert "Extraordinära poster och realisationsvinster är noll" in told


def test_later_facts_change_nothing(exempel: SteeringModel) -> None:
    """On an earlier day the years ahead begin with the last year that was accounted for then."""
    held = exempel.at(date(2025, 6, 1))
    found = rs.project(held, planned(held), 1)
    assert found.plan.opening.year == 2024


@given(st.integers(1, 40))
def test_more_years_leave_the_first_as_they_were(years: int) -> None:
    """How far one looks changes nothing of the way there."""
    short, long = rs.project(region(), assumed(), years), rs.project(region(), assumed(), years + 5)
    assert [each.lines for each in short.years] == [each.lines for each in long.years[:years]]


def test_deficits_that_are_uncertain_or_without_a_time() -> None:
    """At worst is counted what may be left, and what has no last year is told and not counted."""
    waived = decided(DecisionKind.WAIVES, date(2025, 6, 1), 2024)
    uncertain = printed({2024: {BALANCE: "-100"}, YEAR: dict(model_texts()) | {BALANCE: "0"}}, waived)
    found = rs.project(uncertain, assumed(), 1)
    assert "Hur mycket som är kvar att återställa är osäkert; 100 mnkr räknas, som är det mesta." in found.missing
    timeless = printed({1999: {BALANCE: "-70"}, YEAR: dict(model_texts()) | {BALANCE: "0"}})
    found = rs.project(timeless, assumed(), 1)
    assert "För underskottet 1999 är ingen sista dag känd; det räknas inte in." in found.missing
    assert found.plan.opening.owed == ()


def test_what_is_left_to_restore_is_told() -> None:
    """The explanation says how much is left and by when."""
    model = printed({YEAR: dict(model_texts()) | {BALANCE: "-400"}})
    assert "Kvar att återställa 2026: 218,5 mnkr senast 2028" in rs.project(model, assumed(), 1).explain()


def test_formulas_that_cannot_be_read() -> None:
    """A key ratio that no one can read is left out, and a goal measured by it cannot be judged."""
    model = region(Ratio(id="trasig", title="Trasig", formula="1 +"), *measured("m", "trasig"))
    found = rs.project(model, assumed(), 1)
    assert "trasig" not in found[2026].ratios
    assert any(each.startswith("Måttet m kan inte bedömas 2026: måttet har ingen formel") for each in found.missing)


def test_the_text_names_what_a_goal_has_no_value_of() -> None:
    """A goal that is asked in some years has a dash after them, and one without a value a question mark."""
    model = region(
        *measured("m", "resultatandel", None, 2026),
        *measured("n", "sjalvfinansieringsgrad"),
        *counting("m"),
        *counting("n"),
        evolve(LEVELS, geh=GehRule(conditions=["f"])),
        lines={"investeringar": "0"},
    )
    rows = [each.split() for each in rs.project(model, assumed(), 2).text().splitlines() if each.startswith("202")]
    assert [row[3:] for row in rows[-2:]] == [["nej", "1,8", "?", "nej", "nej"], ["–", "?", "?", "?"]]
    assert "Måttet n 2026: kan inte bedömas (minst 2)" in rs.project(model, assumed(), 2).explain()


def test_targets_of_plans_that_are_replaced_ask_nothing(exempel: SteeringModel) -> None:
    """Only the targets that stand on the model's own day are asked of the years ahead."""
    asked = rs.project(exempel, planned(exempel), 3).plan.goals.by_year
    assert {goal.target.document for year in asked.values() for goal in year} == {"regionplan-2026-2028"}
