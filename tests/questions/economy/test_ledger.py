"""Deficits over the years: restored, waived, prolonged, overdue, and what is not certain."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regionstyrning.law import Policies
from regionstyrning.model import (
    AmountStage,
    Decision,
    DecisionKind,
    OpenPoint,
    OpenPointKind,
    Organ,
    OrganKind,
    Position,
    PositionKind,
    Rival,
)
from regionstyrning.questions.economy import DeficitState, balance_statement, restoration_plan
from regionstyrning.questions.economy.balance import most_used, restored, surplus
from regionstyrning.questions.economy.deficits import Portion
from regionstyrning.questions.economy.ledger import run
from regionstyrning.questions.economy.numbers import DECIMALS, FLOATS
from tests.printed_accounts import BAL, amount, decided, printed, results, seen

WAIVES, PROLONGS = DecisionKind.WAIVES, DecisionKind.PROLONGS
SPRING = date(2021, 4, 20)


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


OTHERS = (
    Organ(id="rs", title="Regionstyrelsen", kind=OrganKind.BOARD, part_of="region"),
    Position(id="direktor", title="Regiondirektören", kind=PositionKind.DIRECTOR, organ="rs"),
)


@pytest.mark.parametrize("kind", [WAIVES, PROLONGS], ids=str)
@pytest.mark.parametrize(("by", "who"), [("rs", "Regionstyrelsen"), ("direktor", "Regiondirektören")])
def test_what_another_than_fullmaktige_decides_changes_nothing(kind: DecisionKind, by: str, who: str) -> None:
    """It is told, and makes nothing uncertain."""
    decision = decided(kind, SPRING, 2020, by=by, amount_mnkr=Decimal(30), until_year=2027)
    model = printed(results([(2020, "-30"), (2021, "0")]), *OTHERS, decision)
    held = balance_statement(model, 2021).ledger
    told = f"Om underskottet 2020: det är {who} som har beslutat, och bara fullmäktige kan; det räknas inte."
    assert seen(held.outstanding, held.decisions, told in tuple(held.what_is_missing())) == ((30, 30), (), True)
    assert told not in tuple(held.what_is_unknown())
    assert [each.last_year for each in held.deficits[0].worst] == [2023]
    assert restoration_plan(model, 2021).decisions == ()
    assert balance_statement(model, 2021).explain(width=900).count(f"{who} ") == 1
    assert [(row["who"], row["counted"]) for each in held.by_others for row in each.to_records()] == [(who, False)]


def test_a_decision_by_nobody_that_the_model_knows_is_followed() -> None:
    """What a source does not say is not held against it."""
    decision = decided(WAIVES, SPRING, 2020, by="landstingsmotet", amount_mnkr=Decimal(30))
    model = printed(results([(2020, "-30"), (2021, "0")]), decision)
    assert seen(balance_statement(model, 2021).ledger.outstanding) == ((0, 0),)


@pytest.mark.parametrize("kind", [WAIVES, PROLONGS], ids=str)
@pytest.mark.parametrize("on", [SPRING, date(2020, 12, 1), None], ids=str)
def test_a_decision_may_be_about_more_than_its_deficit(kind: DecisionKind, on: date | None) -> None:
    """What it is about beyond the deficit is told, and changes nothing."""
    decision = decided(kind, on, 2020, amount_mnkr=Decimal(50), until_year=2027)
    held = balance_statement(printed(results([(2020, "-30"), (2021, "0")]), decision), 2021).ledger
    assert seen(dict(held.beyond)) == ({decision.id: 20},)


def test_several_decisions_may_together_be_about_more_than_the_deficit() -> None:
    """The one that comes last has the least left."""
    first = decided(WAIVES, SPRING, 2020, amount_mnkr=Decimal(25))
    second = decided(PROLONGS, date(2021, 5, 4), 2020, amount_mnkr=Decimal(15), until_year=2027)
    held = balance_statement(printed(results([(2020, "-30"), (2021, "0")]), first, second), 2021).ledger
    assert seen(dict(held.beyond)) == ({second.id: 10},)


def test_a_decision_on_a_year_without_a_deficit_is_about_nothing() -> None:
    """All of its amount is beyond what is there; of a year that is not known nobody can tell."""
    decisions = [decided(WAIVES, date(year + 1, 4, 1), year, amount_mnkr=Decimal(5)) for year in (2019, 2020, 2021)]
    held = balance_statement(printed(results([(2020, "10"), (2022, "0")]), *decisions), 2022).ledger
    assert seen(dict(held.beyond)) == ({decisions[1].id: 5},)


def test_what_is_not_certain_to_be_beyond_is_not_told() -> None:
    """A decision without an amount may have been about nothing, and an unknown year may have restored nothing."""
    untold, named = decided(WAIVES, SPRING, 2020), decided(WAIVES, date(2022, 4, 1), 2020, amount_mnkr=Decimal(30))
    held = balance_statement(printed(results([(2020, "-30"), (2022, "0")]), untold, named), 2022).ledger
    assert seen(dict(held.beyond), held.outstanding) == ({}, (0, 0))


def read_otherwise(year: int, value: str, *readings: str | None) -> OpenPoint:
    """An open point about a balance result that is printed with a value, and read with others or taken away."""
    first = amount(BAL, value, year)
    rivals = [
        Rival(text=f"läst som {each}", without=[first.id], amounts=[] if each is None else [amount(BAL, each, year)])
        for each in readings
    ]
    return OpenPoint(id=f"oppen-{year}", title="Talet", kind=OpenPointKind.AMBIGUOUS, about=first.id, rivals=rivals)


def test_a_surplus_that_is_read_in_several_ways_is_followed_in_each() -> None:
    """By one reading the deficit is restored, by the other some is left."""
    model = printed(results([(2020, "-100"), (2021, "30")]), read_otherwise(2021, "30", "120"))
    held = balance_statement(model, 2021).ledger
    assert seen(dict(held.rivals), held.outstanding) == ({2021: (30, 120)}, (0, 70))
    assert held.deficits[0].text("en") == (
        "The deficit of 2020, 100 mnkr: 30–100 restored, 0 not to be restored, 0–70 left, by 2023; more cannot be told."
    )
    told = "The balance result of 2021 is read in several ways, 30 to 120 mnkr, and each is followed."
    assert told in tuple(held.what_is_missing("en"))


def test_a_deficit_that_is_read_in_several_ways_is_as_large_as_each() -> None:
    """From the least to the most, in later years too."""
    model = printed(results([(2020, "-40"), (2021, "10")]), read_otherwise(2020, "-40", "-60", "5"))
    (deficit,) = balance_statement(model, 2021).ledger.deficits
    assert seen(deficit.outstanding, deficit.amount, deficit.state) == ((0, 50), 60, DeficitState.UNCERTAIN)
    smaller = printed(results([(2020, "-40"), (2021, "10")]), read_otherwise(2020, "-40", "-60"))
    assert balance_statement(smaller, 2021).ledger.deficits[0].text().startswith("Underskottet 2020, 40–60 mnkr: 10")


def test_a_reading_that_takes_the_balance_result_away_leaves_it_unknown() -> None:
    """There may have been no deficit, and everything may have been restored."""
    gone = printed(results([(2020, "-100"), (2021, "30")]), read_otherwise(2021, "30", None))
    held = balance_statement(gone, 2021).ledger
    assert seen(held.outstanding, dict(held.rivals)) == ((0, 100), {2021: (0, None)})
    told = "Balanskravsresultat för 2021 går inte att räkna ut med någon läsning: underskott därifrån kan saknas."
    assert told in tuple(held.what_is_missing())
    assert not any("läses på flera sätt" in each for each in held.what_is_missing())
    deficit = printed(results([(2020, "-40"), (2021, "0")]), read_otherwise(2020, "-40", None))
    assert seen(balance_statement(deficit, 2021).ledger.outstanding) == ((0, 40),)


def test_readings_that_change_no_deficit_are_not_told() -> None:
    """The ledger is complete all the same."""
    model = printed(results([(2020, "-10"), (2021, "30")]), read_otherwise(2021, "30", "40"))
    held = balance_statement(model, 2021).ledger
    assert seen(held.outstanding) == ((0, 0),)
    assert not any("läses på flera sätt" in each for each in held.what_is_missing())


def test_the_newest_may_be_restored_first() -> None:
    """The order is a setting."""
    model = printed(results([(2020, "-30"), (2021, "-20"), (2022, "25")]))
    policies = Policies(oldest_deficit_first=False)
    held = balance_statement(model, 2022, policies=policies).ledger
    assert seen([each.outstanding[1] for each in held.deficits]) == ([25, 0],)


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
    portions = run(balances, dict.fromkeys(balances, 3), decisions, hopeful=hopeful, oldest_first=oldest).portions
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
    best, worst = (
        run(balances, dict.fromkeys(balances, 3), decisions, hopeful=each).portions for each in (True, False)
    )
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
