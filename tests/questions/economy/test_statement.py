"""Balance statements: what agrees, what does not, what is missing, and what later years may not change."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regionstyrning.errors import NoTruthValue
from regionstyrning.files import load_region
from regionstyrning.law import Policies
from regionstyrning.model import (
    AmountStage,
    DecisionKind,
    OpenPoint,
    OpenPointKind,
    Rival,
    Source,
    SteeringModel,
    Structure,
)
from regionstyrning.model.geh import Reserve, ReserveKind
from regionstyrning.questions.economy import balance_statement
from tests.printed_accounts import (
    BAL,
    EQUITY,
    GRANTS,
    NOTHING,
    PENSIONS,
    RER,
    RJ,
    RUR,
    TAXES,
    A,
    D,
    E,
    F,
    G,
    H,
    I,
    J,
    R,
    amount,
    decided,
    printed,
    seen,
)

EXEMPEL = load_region("exempel")
UNREALISED, REVERSED = "orealiserade-vinster-och-forluster", "aterforing-av-orealiserade"


@pytest.mark.parametrize(
    ("year", "value", "adjusted"),
    [(2018, "-90", "120"), (2019, "-90", "30"), (2018, "90", "210"), (2019, "90", "210"), (2018, "0", "120")],
)
def test_gains_and_losses_in_one_line(year: int, value: str, adjusted: str) -> None:
    """To 2018 only a loss is removed, from 2019 a gain too."""
    model = printed({year: {R: "120", A: "0", UNREALISED: value, REVERSED: "0", H: "0", I: "0"}})
    statement = balance_statement(model, year)
    assert statement.result_after_adjustments == Decimal(adjusted)
    assert (UNREALISED in statement.computed.not_counted) is (adjusted == "120" and value != "0")


def test_what_the_law_of_the_year_does_not_count_is_told() -> None:
    """A gain of 2018 stays in the result."""
    statement = balance_statement(printed({2018: {**NOTHING, R: "120", D: "-90"}}), 2018)
    assert "Orealiserade vinster i värdepapper: −90 mnkr räknas inte enligt årets lag." in statement.missing
    assert "räknas inte" in statement.explain()


@pytest.mark.parametrize("year", [2012, 2004])
def test_years_without_law(year: int) -> None:
    """Before 2013 it is not known which lines are counted: nothing is made of them, and what is printed stays."""
    lines = {**NOTHING, R: "120", A: "-20"}
    unknown, known = (
        balance_statement(printed({year: each}), year) for each in (lines, {**lines, RJ: "100", BAL: "100"})
    )
    assert seen(unknown.result, unknown.balance_result, unknown.complete) == (120, None, False)
    assert seen(known.result_after_adjustments, known.balance_result) == (100, 100)
    told = f"Lagen om balanskravsutredning hålls inte för räkenskapsåret {year}."
    assert [told in each.missing for each in (unknown, known)] == [True, True]
    assert (known.computed.not_counted, known.computed.balance.agrees) == ({}, None)


def test_a_result_is_not_made_of_a_year_without_law() -> None:
    """What lies between the result of the year and the one after adjustments is not known."""
    assert balance_statement(printed({2012: {RJ: "100"}}), 2012).result is None


@pytest.mark.parametrize("year", [1, 9999])
def test_the_first_and_the_last_year(year: int) -> None:
    """The calendar's own ends are years like others."""
    statement = balance_statement(printed({year: {BAL: "-1"}}), year)
    assert seen(statement.balance_result, statement.ledger.outstanding) == (-1, (1, 1))


def test_nothing_is_taken_to_be_zero() -> None:
    """Lines that are not printed are missing, by the line that the year's law counts."""
    statement = balance_statement(printed({2025: {R: "10"}}), 2025)
    assert (statement.balance_result, statement.result_after_adjustments, statement.reserved, statement.used) == (
        None,
        None,
        None,
        None,
    )
    assert statement.text("en").startswith("The balance result of 2025 (outcome) cannot be computed.\n")
    assert statement.computed.adjusted.missing == (A, UNREALISED, REVERSED)
    assert statement.computed.balance.missing == (RJ, H, I)


def test_half_of_a_line_is_not_the_whole() -> None:
    """Gains alone do not tell the losses, which are named; in 2018 losses alone do tell all that is counted."""
    half = {R: "10", A: "0", D: "0", F: "0", H: "0", I: "0"}
    assert balance_statement(printed({2025: half}), 2025).computed.adjusted.missing == (E, G)
    assert balance_statement(printed({2018: {**half, E: "5"}}), 2018).balance_result == 15


def test_only_the_printed_result_is_known() -> None:
    """It stands as printed, and cannot be tried."""
    statement = balance_statement(printed({2025: {BAL: "-30"}}), 2025)
    assert seen(statement.balance_result, statement.computed.balance.agrees) == (-30, None)
    assert statement.missing[1] == (
        "Balanskravsresultat är som tryckt och går inte att pröva: "
        "inget är tryckt för Reservering till resultatreserv och Användning av medel från resultatreserv."
    )


def test_a_printed_result_that_does_not_close_is_kept_while_lines_are_missing() -> None:
    """What is not printed may be the difference, or the figures are wrong: both are told, and bound the result."""
    statement = balance_statement(printed({2025: {R: "100", A: "-10", RJ: "70", H: "0", I: "0"}}), 2025)
    assert seen(statement.result_after_adjustments, statement.balance_result) == (70, 70)
    assert statement.computed.adjusted.missing == (UNREALISED, REVERSED)
    assert seen(statement.computed.adjusted.unaccounted, statement.balance_range) == (-20, (70, 90))
    assert statement.missing[0] == (
        "Årets resultat efter balanskravsjusteringar är tryckt som 70 mnkr, men raderna som är tryckta blir 90: "
        "skillnad −20. Inget är tryckt för Orealiserade vinster och förluster i värdepapper och "
        "Återföring av orealiserade vinster och förluster i värdepapper; antingen saknas det där, eller så stämmer "
        "inte talen."
    )


def test_results_with_no_line_between_are_no_statement() -> None:
    """Then what is not printed is all of it, and the printed result is followed alone."""
    statement = balance_statement(printed({2025: {R: "-400", RJ: "25", BAL: "25"}}), 2025)
    assert (statement.computed.unaccounted, statement.readings) == (False, ())


@pytest.mark.parametrize(
    ("lines", "bounds"),
    [
        ({R: "-400", A: "-8", D: "-20", G: "3", RJ: "25", BAL: "25"}, (-425, 25)),
        ({R: "100", A: "-10", RJ: "70", H: "-50", BAL: "20"}, (20, 40)),
        ({RJ: "100", H: "-50", BAL: "20"}, (20, 50)),
        ({R: "100", A: "-10", D: "0", F: "0", RJ: "90", H: "-50", I: "0", BAL: "40"}, (40, 40)),
    ],
)
def test_what_printed_lines_come_to_is_a_reading(lines: dict[str, str], bounds: tuple[int, int]) -> None:
    """Where lines lack and the printed result is not what the others come to."""
    statement = balance_statement(printed({2025: lines}), 2025)
    assert seen(*(statement.balance_range or ())) == bounds
    assert statement.balance_result == Decimal(lines[BAL])


def test_a_printed_result_that_is_wrong() -> None:
    """The one that the law gives stands, and the difference is told."""
    statement = balance_statement(printed({2025: {**NOTHING, R: "100", BAL: "90"}}), 2025)
    assert statement.balance_result == 100
    assert (
        "Balanskravsresultat är tryckt som 90 mnkr, men enligt årets lag 100 mnkr: skillnad −10." in statement.missing
    )


def test_readings_bound_the_result() -> None:
    """Every combination of rivals is counted; a figure that a reading takes away leaves no bounds."""
    rivals = [
        Rival(text="skrivfel", amounts=[amount(R, "110", 2025)]),
        Rival(text="annat tecken", amounts=[amount(A, "20", 2025)]),
    ]
    point = OpenPoint(id="oppen", title="Talen", kind=OpenPointKind.SLIP, rivals=rivals)
    model = printed({2025: {**NOTHING, R: "100", A: "-20"}})
    statement = balance_statement(model.with_(point), 2025)
    assert seen([each.balance for each in statement.readings], statement.balance_range) == ([120, 90, 130], (80, 130))
    assert "Med andra läsningar blir balanskravsresultatet 80 till 130 mnkr." in statement.missing
    gone = OpenPoint(
        id="oppen",
        title="Talet",
        kind=OpenPointKind.SLIP,
        rivals=[Rival(text="hör till året före", without=[amount(R, "100", 2025).id])],
    )
    without = balance_statement(model.with_(gone), 2025)
    assert (without.balance_range, without.readings[0].adjusted) == (None, None)
    assert "Med någon läsning går balanskravsresultatet inte att räkna ut." in without.missing


def test_very_many_readings_are_counted_one_by_one() -> None:
    """Beyond 256 combinations each rival is read by itself, and how low and high the result may be is not told."""
    rivals = [
        Rival(text=f"läsning {number}", amounts=[amount(line, str(number), 2025)])
        for line in (A, D, E, F)
        for number in range(1, 5)
    ]
    point = OpenPoint(id="oppen", title="Talen", kind=OpenPointKind.SLIP, rivals=rivals)
    statement = balance_statement(printed({2025: {**NOTHING, R: "100"}}, point), 2025)
    assert (len(statement.readings), statement.readings[-1].figures) == (17, ())
    assert statement.balance_range is None
    assert "Med någon läsning går balanskravsresultatet inte att räkna ut." in statement.missing


def test_limits_that_are_not_known() -> None:
    """What may be reserved is told only if every limit is known, or one of them is zero."""
    lines = {**NOTHING, R: "300", TAXES: "10000", GRANTS: "0"}
    unknown = balance_statement(printed({2025: lines}), 2025).most_reserved
    negative = balance_statement(printed({2025: {**lines, R: "-1"}}), 2025).most_reserved
    assert seen(unknown.value, unknown.binding, negative.value) == (None, None, 0)
    assert [unknown.text("en"), negative.text("en")] == [
        (
            "How much may be reserved at most cannot be told. Not known: the result above the law's share; the result "
            "after adjustments above the law's share; the ceiling of 5 per cent of taxes and grants (500 mnkr) on the "
            "reserve."
        ),
        "At most 0 mnkr may be reserved: nothing of the result is above the law's share.",
    ]
    assert [row["binds"] for row in negative.to_records()] == [True, False, False]


def test_uncertain_older_deficits_leave_the_limit_unknown() -> None:
    """What is left of them is from–to, so no number can be said."""
    lines = {**NOTHING, R: "300", TAXES: "10000", GRANTS: "0", EQUITY: "0", PENSIONS: "0", RER: "0"}
    before = printed({2022: {BAL: "-50"}, 2024: {BAL: "0"}, 2025: lines})
    assert balance_statement(before, 2025).most_reserved.value is None


@pytest.mark.parametrize(
    ("policies", "most"), [(Policies(), 100), (Policies(equity_of_the_same_year=False), 0)], ids=["same year", "before"]
)
def test_the_equity_that_decides_is_a_setting(policies: Policies, most: int) -> None:
    """One per cent by this year's equity, two by that of the year before."""
    before = {EQUITY: "0", PENSIONS: "1", RER: "0"}
    model = printed(
        {2024: before, 2025: {**NOTHING, R: "200", TAXES: "10000", GRANTS: "0", EQUITY: "1", PENSIONS: "1"}}
    )
    assert balance_statement(model, 2025, policies=policies).most_reserved.value == most


@pytest.mark.parametrize(
    ("year", "reserve", "lines", "of", "there"),
    [
        (2023, RUR, {H: "0", I: "30", RUR: "70"}, "equalisation-used", 100),
        (2025, RUR, {J: "30", RUR: "70"}, "equalisation-used", 100),
        (2025, RER, {I: "20", RER: "40"}, "result-used", 60),
    ],
)
def test_the_reserve_before_may_follow_from_the_one_after(
    year: int, reserve: str, lines: dict[str, str], of: str, there: int
) -> None:
    """What there was is what is left and what was used."""
    statement = balance_statement(printed({year: {**NOTHING, R: "-100", **lines}}), year)
    most = next(each for each in statement.most_used if each.of == of)
    assert seen(most.limits[0].value, reserve in lines) == (there, True)


def test_use_need_not_stop_at_zero() -> None:
    """Where the setting says so only the reserve itself is a limit."""
    model = printed({2024: {RUR: "30", RER: "40"}, 2025: {**NOTHING, R: "10"}})
    policies = Policies(equalisation_reserve_only_to_zero=False, result_reserve_only_to_zero=False)
    assert [each.value for each in balance_statement(model, 2025, policies=policies).most_used] == [30, 40]


def test_the_regions_own_ceiling_and_conditions() -> None:
    """They are told beside the law's, and lower what may be reserved."""
    own = Reserve(
        id="reserven", title="Reserv", kind=ReserveKind.RESULT, filled="Efter beslut.", limit_percent=Decimal(2)
    )
    structure = Structure(id="modell", title="Modell", reserves=[own])
    lines = {**NOTHING, R: "500", TAXES: "10000", GRANTS: "0", EQUITY: "1", PENSIONS: "0"}
    model = printed({2024: {RER: "0"}, 2025: lines}, structures=[structure])
    most = balance_statement(model, 2025).most_reserved
    assert seen(most.value, most.statutory, most.conditions) == (200, 400, ("Efter beslut.",))
    assert most.text("en") == (
        "At most 200 mnkr may be reserved: the region's own ceiling of 2 per cent of taxes and grants (200 mnkr)."
    )


def test_steps_and_records() -> None:
    """Each printed figure that is counted is a step; each line a row with its rule."""
    source = Source(publication="bok", place="s. 9")
    model = printed(
        {2025: {**NOTHING}}, amount(R, "10", 2025, sources=[source]), amount(None, "3", 2025, sources=[source])
    )
    statement = balance_statement(model, 2025)
    rows = statement.to_records()
    assert (statement.steps[0].source, statement.lines[0].source, len(statement.steps)) == (source, source, 8)
    assert (rows[0]["rule"], rows[-1]["line"], rows[-1]["printed"]) == ("LKBR 5 kap. 2 § (2019–)", None, 3)


def test_a_statement_is_not_true_or_false() -> None:
    """It names the attribute to read instead."""
    with pytest.raises(NoTruthValue, match="balance_result"):
        bool(balance_statement(EXEMPEL, 2025))


def test_a_stage_may_be_asked_for() -> None:
    """The budget of a year whose outcome is known."""
    statement = balance_statement(EXEMPEL, 2025, stage=AmountStage.BUDGET)
    assert (statement.stage, statement.result) == (AmountStage.BUDGET, Decimal("220.0"))


def test_the_older_reserve_is_told_apart() -> None:
    """From 2024 the result is shown without it too."""
    model = printed({2024: {RUR: "30"}, 2025: {**NOTHING, R: "-50", J: "30"}})
    assert (
        "Utan resultatutjämningsreserven är balanskravsresultatet −50 mnkr." in balance_statement(model, 2025).explain()
    )


AMOUNTS = st.decimals(min_value=-900, max_value=900, places=1)


@given(st.tuples(*[AMOUNTS] * 8))
def test_the_lines_sum(values: tuple[Decimal, ...]) -> None:
    """From the result to the balance result, whatever the lines are, in a year whose law counts them all."""
    lines = dict(zip((R, A, D, E, F, H, I, J), map(str, values), strict=True))
    statement = balance_statement(printed({2025: {**NOTHING, **lines}}), 2025)
    parts = [each.amount for each in statement.lines if not each.total and each.amount is not None]
    assert statement.balance_result == sum(parts, values[0])


@given(
    taxes=st.decimals(min_value=0, max_value=20000, places=1),
    result=AMOUNTS,
    gains=AMOUNTS,
    reserve=st.decimals(min_value=0, max_value=900, places=1),
    equity=AMOUNTS,
)
def test_a_reserve_never_exceeds_its_limits(
    taxes: Decimal, result: Decimal, gains: Decimal, reserve: Decimal, equity: Decimal
) -> None:
    """What may be reserved keeps it under five per cent, and leaves the share that must be exceeded."""
    own = {R: str(result), A: str(gains), TAXES: str(taxes), GRANTS: "0", EQUITY: str(equity), PENSIONS: "0"}
    most = balance_statement(printed({2024: {RER: str(reserve)}, 2025: {**NOTHING, **own}}), 2025).most_reserved
    share = Decimal("0.02") if equity < 0 else Decimal("0.01")
    assert most.value is not None
    assert most.value == 0 or most.value + reserve <= taxes * Decimal("0.05")
    assert most.value == 0 or most.value <= min(result, result + gains) - share * taxes


@given(st.integers(2023, 2025), st.lists(AMOUNTS, min_size=1, max_size=3), st.sampled_from(DecisionKind))
def test_later_information_never_changes_an_earlier_statement(
    year: int, values: list[Decimal], kind: DecisionKind
) -> None:
    """Figures of later years, later prints of the year itself and later decisions leave it as it is."""
    later: list[object] = [
        amount(R, str(value), year + after, organ="region-exempel", title=f"Senare {after}")
        for after, value in enumerate(values, start=1)
    ]
    later += [
        amount(R, str(value), year, organ="region-exempel", title=f"Rättat {after}", on=date(2030 + after, 1, 1))
        for after, value in enumerate(values)
    ]
    later.append(decided(kind, date(year + 1, 1, 1), year, until_year=year + 9, amount_mnkr=Decimal(5)))
    before, after = _told(EXEMPEL, year), _told(EXEMPEL.with_(*later), year)  # type: ignore[arg-type] # all are records
    assert before == after


def _told(model: SteeringModel, year: int) -> str:
    return balance_statement(model, year).explain()


def test_a_ledger_with_a_year_that_is_not_known_says_so_first() -> None:
    """There may be more deficits than those that are known, or some where none is."""
    known, none = (
        balance_statement(printed({2020: {BAL: value}, 2022: {BAL: "0"}}), 2022).explain("en").split("the year\n\n")[1]
        for value in ("-30", "5")
    )
    assert known.startswith(
        "- There may be more than these: the balance result is not known for all years.\n- The defic"
    )
    assert none.startswith("- Cannot be told: the balance result is not known for all years.\n\n")
