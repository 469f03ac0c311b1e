"""Deficits over the years: restored, waived, prolonged, overdue, and what is not certain."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regionstyrning.law import Policies
from regionstyrning.model import AmountStage, Decision, DecisionKind
from regionstyrning.questions.economy import DeficitState, balance_statement, restoration_plan
from regionstyrning.questions.economy.balance import most_used, restored, surplus
from regionstyrning.questions.economy.layout import LEFT
from regionstyrning.questions.economy.ledger import Portion, run
from regionstyrning.questions.economy.numbers import DECIMALS, FLOATS
from tests.printed_accounts import BAL, amount, decided, printed, results, seen

WAIVES, PROLONGS = DecisionKind.WAIVES, DecisionKind.PROLONGS
SPRING = date(2021, 4, 20)


def test_one_deficit_may_be_waived_in_one_part_and_prolonged_in_another() -> None:
    """Each part has its own last year; the three make the whole."""
    decisions = (
        decided(WAIVES, SPRING, 2020, amount_mnkr=Decimal(100)),
        decided(PROLONGS, SPRING, 2020, amount_mnkr=Decimal(150), until_year=2027),
    )
    model = printed(results([(2020, "-300"), (2021, "20"), (2022, "0"), (2023, "0")]), *decisions)
    (deficit,) = balance_statement(model, 2023).ledger.deficits
    assert seen(*((each.last_year, each.outstanding) for each in deficit.worst)) == ((2023, 30), (2027, 150))
    assert (deficit.state, deficit.text()) == (
        DeficitState.OVERDUE,
        (
            "Underskottet 2020, 300 mnkr: 20 återställt, 100 ska inte återställas, "
            "180 kvar fast tiden gick ut 2023 och 2027."
        ),
    )
    assert [row["outstanding"] for row in deficit.to_records()] == [30, 150]


@pytest.mark.parametrize(
    ("amount_mnkr", "lasts"), [(Decimal(300), [2027]), (Decimal(0), [2023]), (Decimal(120), [2023, 2027])], ids=str
)
def test_prolonged(amount_mnkr: Decimal, lasts: list[int]) -> None:
    """The whole, nothing or a part of a deficit is given more time."""
    decision = decided(PROLONGS, SPRING, 2020, amount_mnkr=amount_mnkr, until_year=2027)
    (deficit,) = balance_statement(printed(results([(2020, "-300"), (2021, "0")]), decision), 2021).ledger.deficits
    assert [each.last_year for each in deficit.worst] == lasts


@pytest.mark.parametrize("on", [date(2019, 11, 20), date(2020, 12, 1), SPRING], ids=str)
def test_a_decision_made_before_the_deficit_is_known_counts_when_it_arises(on: date) -> None:
    """With the next budget fullmäktige may decide on the deficit that the year is about to have."""
    waived = decided(WAIVES, on, 2020, amount_mnkr=Decimal(100))
    prolonged = decided(PROLONGS, on, 2020, amount_mnkr=Decimal(50), until_year=2027)
    held = balance_statement(printed(results([(2020, "-300"), (2021, "20")]), waived, prolonged), 2021).ledger
    (deficit,) = held.deficits
    assert seen(*((each.last_year, each.outstanding) for each in deficit.worst)) == ((2023, 130), (2027, 50))
    assert {id for each in deficit.worst for id in each.decisions} == {waived.id, prolonged.id}


def test_an_amount_that_is_not_printed_leaves_the_rest_uncertain() -> None:
    """Nothing or everything may have been waived."""
    model = printed(results([(2020, "-300"), (2021, "40")]), decided(WAIVES, SPRING, 2020))
    held = balance_statement(model, 2021).ledger
    (deficit,) = held.deficits
    assert seen(held.outstanding, deficit.state) == ((0, 260), DeficitState.UNCERTAIN)
    assert deficit.text() == (
        "Underskottet 2020, 300 mnkr: 0–40 återställt, 0–300 ska inte återställas, 0–260 kvar, senast 2023; "
        "mer går inte att säga."
    )
    assert "Om underskottet 2020: beloppet är inte tryckt, så det som återstår är osäkert." in tuple(
        held.what_is_missing()
    )


def test_a_year_that_is_not_known_leaves_the_rest_uncertain() -> None:
    """It may have restored everything or nothing, and may have a deficit of its own."""
    held = balance_statement(printed(results([(2020, "-300"), (2022, "0")])), 2022).ledger
    assert seen(held.outstanding) == ((0, 300),)
    assert tuple(held.what_is_missing("en")) == (
        "Before 2020 no balance result is known; older deficits are not seen.",
        "The balance result of 2021 is not known: deficits of then are missing, and what was restored is uncertain.",
    )


def test_years_in_a_row_are_told_from_to() -> None:
    """A long gap is told in a few words."""
    held = balance_statement(printed(results([(1900, "-3"), (1950, "0"), (1952, "0")])), 1952).ledger
    assert tuple(held.what_is_missing())[1].startswith("Balanskravsresultat för 1901–1949 och 1951 är inte känt")


def test_a_decision_on_a_deficit_that_is_not_known() -> None:
    """It is told, and changes nothing."""
    model = printed(results([(2021, "-10")]), decided(WAIVES, None, 2019))
    held = balance_statement(model, 2021).ledger
    assert seen(held.outstanding) == ((10, 10),)
    assert "Om underskottet 2019: underskottet 2019 är inte känt." in tuple(held.what_is_missing())


def test_a_decision_of_an_unknown_day_is_of_the_year_after() -> None:
    """It comes before what that year restores."""
    model = printed(results([(2020, "-300"), (2021, "50")]), decided(WAIVES, None, 2020, amount_mnkr=Decimal(280)))
    (deficit,) = balance_statement(model, 2021).ledger.deficits
    assert seen(deficit.worst[0].waived, deficit.worst[0].restored) == (280, 20)


def test_wholly_waived() -> None:
    """Nothing is left, and nothing was restored."""
    model = printed(results([(2020, "-30"), (2021, "0")]), decided(WAIVES, SPRING, 2020))
    best_known = decided(WAIVES, SPRING, 2020, amount_mnkr=Decimal(90))
    (uncertain,) = balance_statement(model, 2021).ledger.deficits
    (waived,) = balance_statement(printed(results([(2020, "-30"), (2021, "0")]), best_known), 2021).ledger.deficits
    assert (uncertain.state, waived.state) == (DeficitState.UNCERTAIN, DeficitState.WAIVED)


def test_other_decisions_are_no_waivers() -> None:
    """A prolonged policy, a plan that is adopted and a decision about another year change no deficit."""
    others = (
        decided(PROLONGS, SPRING, 2020),
        decided(DecisionKind.ADOPTS, SPRING, 2020),
        Decision(kind=WAIVES, by="rf", on=SPRING, title="Avgiften tas inte ut"),
        decided(WAIVES, SPRING, 2022, amount_mnkr=Decimal(5)),
    )
    model = printed(results([(2020, "-30"), (2021, "0")]), *others)
    assert seen(balance_statement(model, 2021).ledger.outstanding) == ((30, 30),)


def test_the_newest_may_be_restored_first() -> None:
    """The order is a setting."""
    model = printed(results([(2020, "-30"), (2021, "-20"), (2022, "25")]))
    policies = Policies(oldest_deficit_first=False)
    held = balance_statement(model, 2022, policies=policies).ledger
    assert seen([each.outstanding[1] for each in held.deficits]) == ([25, 0],)


def test_a_year_without_law_has_no_last_day() -> None:
    """Before 2005 no time is held; without the recalled rules not before 2018 either."""
    policies = Policies(older_balance_requirement=False)
    plan = restoration_plan(printed(results([(2016, "-30")])), 2016, policies=policies)
    assert seen([each.last_year for each in plan.ledger.deficits[0].worst], plan.years, plan.overdue) == (
        [None],
        (),
        (0, 0),
    )
    assert "För underskottet 2016 hålls inte lagen, så ingen sista dag är känd." in plan.missing
    assert "senast –" in plan.ledger.deficits[0].text()


def test_what_only_is_expected_restores_nothing_in_later_ledgers() -> None:
    """A forecast of an earlier year is no outcome."""
    forecast = amount(BAL, "30", 2021, stage=AmountStage.FORECAST)
    model = printed(results([(2020, "-30"), (2022, "0")]), forecast)
    assert seen(balance_statement(model, 2021).ledger.outstanding) == ((0, 0),)
    assert seen(balance_statement(model, 2022).ledger.outstanding) == ((0, 30),)


def test_nothing_is_known() -> None:
    """Without any balance result there is no ledger, and it is said."""
    statement = balance_statement(printed({}), 2025)
    assert (statement.ledger.deficits, statement.missing[-1]) == ((), "Inget balanskravsresultat är känt.")


# --- What each coming year must bring ---


def test_the_plan_of_a_deficit() -> None:
    """Decisions up to the model's own day count; the plan of action and the budgets are told beside."""
    adopted = decided(DecisionKind.ADOPTS, date(2026, 5, 5), 2025, amount_mnkr=Decimal(90))
    waived = decided(WAIVES, date(2026, 4, 22), 2025, amount_mnkr=Decimal(60))
    late = decided(WAIVES, date(2026, 9, 1), 2025, amount_mnkr=Decimal(1))
    budget = amount(BAL, "40", 2027, stage=AmountStage.BUDGET)
    plan = restoration_plan(printed(results([(2025, "-150")]), adopted, waived, late, budget), 2025)
    assert seen([row["due_high"] for row in plan.to_records()], [each.even for each in plan.years]) == (
        [0, 0, 90],
        [30, 30, 30],
    )
    assert [each.planned for each in plan.years] == [None, 40, None]
    assert [step.record for step in plan.steps] == sorted([adopted.id, waived.id])
    assert (plan.text().splitlines()[0], plan.missing) == (
        "90 mnkr är kvar att återställa efter 2025.",
        ("Före 2025 är inget balanskravsresultat känt; äldre underskott syns inte.",),
    )


def test_what_is_overdue_is_told() -> None:
    """A deficit of 2020 had to be restored in 2023; one of 2022 has until 2025."""
    model = printed(results([(2020, "-30"), (2021, "0"), (2022, "-20"), (2023, "0")]), as_of=date(2024, 4, 1))
    plan = restoration_plan(model, 2023)
    assert "30 mnkr skulle ha återställts senast 2023." in plan.text()
    assert seen([each.even for each in plan.years]) == ([10, 10],)


def test_a_plan_tells_that_later_decisions_are_counted() -> None:
    """Else what is left differs from the ledger of the year without a word."""
    waived = decided(WAIVES, date(2022, 4, 1), 2020, amount_mnkr=Decimal(10))
    model = printed(results([(2020, "-30"), (2021, "0")]), waived)
    assert [restoration_plan(model, year).text().splitlines()[:2] for year in (2021, 2022)] == [
        ["20 mnkr är kvar att återställa efter 2021.", "Beslut efter 2021 är med, till och med 2026-06-01."],
        ["0–20 mnkr är kvar att återställa efter 2022.", ""],
    ]


def test_the_year_when_the_time_ran_out_is_told() -> None:
    """It is the deficit's own last year, however long ago."""
    model = printed(results([(2015, "-30"), *((year, "0") for year in range(2016, 2022))]))
    assert restoration_plan(model, 2021).text("en").splitlines()[1] == "30 mnkr should have been restored by 2018."


def test_older_deficits_in_one_sum_have_a_plan_by_any_of_their_years() -> None:
    """What an annual report prints as left is of its year or earlier, and so are the decisions on it."""
    left = {2019: {LEFT: "-118", BAL: "5"}}
    adopted = decided(DecisionKind.ADOPTS, date(2020, 5, 5), 2017)
    later = decided(DecisionKind.ADOPTS, date(2020, 5, 5), 2020)
    told = "Ingen åtgärdsplan för äldre underskott, från 2018 eller tidigare, är känd."
    assert [told in restoration_plan(printed(left, *more), 2019).missing for more in ((), (adopted,), (later,))] == [
        True,
        False,
        True,
    ]
    assert restoration_plan(printed(left, adopted, later), 2019).decisions == (adopted,)


def test_two_times_are_spread_each_by_itself() -> None:
    """A portion brings nothing after its last year."""
    prolonged = decided(PROLONGS, SPRING, 2020, amount_mnkr=Decimal(40), until_year=2024)
    model = printed(results([(2020, "-60"), (2021, "0")]), prolonged, as_of=date(2022, 4, 1))
    assert [round(each.even, 2) for each in restoration_plan(model, 2021).years] == [
        Decimal("23.33"),
        Decimal("23.33"),
        Decimal("13.33"),
    ]


# --- Properties ---

MNKR = st.decimals(min_value=-500, max_value=500, places=1)
YEARS = st.lists(st.none() | MNKR, min_size=1, max_size=8)


@st.composite
def books(draw: st.DrawFn) -> tuple[dict[int, Decimal | None], list[Decision]]:
    """Balance results of some years, and decisions on their deficits."""
    balances = dict(enumerate(draw(YEARS), start=2018))
    kinds = st.sampled_from([(WAIVES, None), (PROLONGS, 2030)])
    decisions = [
        decided(kind, date(year, 4, 1), draw(st.sampled_from(sorted(balances))), until_year=until, amount_mnkr=of)
        for year in sorted(balances)
        for kind, until in draw(st.lists(kinds, max_size=2, unique=True))
        for of in [draw(st.none() | st.decimals(min_value=0, max_value=300, places=1))]
    ]
    return balances, decisions


@given(books(), st.booleans(), st.booleans())
def test_restored_outstanding_and_waived_are_the_deficit(
    held: tuple[dict[int, Decimal | None], list[Decision]], hopeful: bool, oldest: bool
) -> None:
    """Of every deficit, by every reading, and never below zero."""
    balances, decisions = held
    portions = run(balances, dict.fromkeys(balances, 3), decisions, hopeful=hopeful, oldest_first=oldest)
    whole = {year: -balance for year, balance in balances.items() if balance is not None and balance < 0}
    for year, deficit in whole.items():
        own = [each for each in portions if each.year == year]
        assert sum(each.restored + each.outstanding + each.waived for each in own) == deficit
        assert min(min(each.restored, each.outstanding, each.waived) for each in own) >= 0
    assert {each.year for each in portions} == set(whole)


@given(books())
def test_hope_leaves_no_more_than_fear(held: tuple[dict[int, Decimal | None], list[Decision]]) -> None:
    """What is left in the best case is never above what is left in the worst."""
    balances, decisions = held
    best, worst = (run(balances, dict.fromkeys(balances, 3), decisions, hopeful=each) for each in (True, False))
    assert _left(best) <= _left(worst)


def _left(portions: tuple[Portion, ...]) -> Decimal:
    return sum((each.outstanding for each in portions), Decimal(0))


@given(st.lists(st.decimals(min_value=0, max_value=500, places=1), max_size=5), MNKR)
def test_restoring_spends_what_it_takes(outstanding: list[Decimal], balance: Decimal) -> None:
    """What is restored and what is left of the surplus is the surplus, and floats agree within a millionth."""
    available = surplus(DECIMALS, balance)
    taken, left = restored(DECIMALS, outstanding, available)
    floats, _ = restored(FLOATS, [float(each) for each in outstanding], float(available))
    assert sum(taken) + left == available
    assert floats == pytest.approx([float(each) for each in taken], abs=1e-6)


@given(MNKR, st.decimals(min_value=0, max_value=300, places=1), st.booleans())
def test_no_more_is_used_than_there_is(adjusted: Decimal, reserve: Decimal, only_to_zero: bool) -> None:
    """Nor, if it may only cover a deficit, more than lifts the result to zero."""
    used = most_used(DECIMALS, adjusted=adjusted, reserve=reserve, only_to_zero=only_to_zero)
    assert 0 <= used <= reserve
    assert not only_to_zero or used == 0 or adjusted + used <= 0
