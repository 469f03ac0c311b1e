"""What was left of older deficits where a ledger begins."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from regionstyrning.model import AmountStage, DecisionKind, OpenPoint, OpenPointKind, Rival
from regionstyrning.questions.economy import DeficitState, balance_statement, restoration_plan
from regionstyrning.questions.economy.opening import opening
from tests.printed_accounts import BAL, amount, decided, printed, seen

LEFT = "underskott-att-aterstalla"


def years(balances: Mapping[int, str], left: Mapping[int, str]) -> dict[int, dict[str, str]]:
    """The balance result of each year, and what is printed as left to restore."""
    found: dict[int, dict[str, str]] = {}
    for line, values in ((BAL, balances), (LEFT, left)):
        for year, value in values.items():
            found.setdefault(year, {})[line] = value
    return found


def test_a_statement_with_nothing_left_before_it_is_complete() -> None:
    """Nothing older can be left unseen."""
    model = printed(years({2024: "10", 2025: "20"}, {2023: "0"}))
    assert tuple(balance_statement(model, 2025).ledger.what_is_missing()) == ()


def test_without_the_sum_older_deficits_are_not_seen() -> None:
    """That is told."""
    model = printed(years({2024: "10", 2025: "20"}, {}))
    assert "äldre underskott syns inte" in next(balance_statement(model, 2025).ledger.what_is_missing())


def test_the_sum_of_a_year_within_tells_the_same() -> None:
    """The known deficits make all of it, so none is older."""
    model = printed(years({2023: "-30", 2024: "10"}, {2024: "-20"}))
    held = balance_statement(model, 2024).ledger
    assert tuple(held.what_is_missing()) == ()
    assert [seen(each.year, *each.outstanding) for each in held.deficits] == [(2023, 20, 20)]


def test_more_than_the_known_deficits_is_older() -> None:
    """What they do not make is of years before the first that is known."""
    model = printed(years({2023: "-30", 2024: "0"}, {2024: "-50"}))
    held = balance_statement(model, 2024).ledger
    assert [seen(each.year, each.older, *each.outstanding) for each in held.deficits] == [
        (2022, True, 20, 20),
        (2023, False, 30, 30),
    ]


def test_less_than_the_known_deficits_is_told() -> None:
    """And the ledger keeps to what it knows."""
    model = printed(years({2023: "-30", 2024: "0"}, {2024: "-5"}))
    held = balance_statement(model, 2024).ledger
    assert tuple(held.what_is_missing()) == (
        "Efter 2024 är 5 mnkr tryckt som kvar att återställa, men av de kända underskotten är 30 mnkr kvar.",
    )
    assert seen(*held.outstanding) == (30, 30)


def test_a_ledger_with_gaps_begins_anew_after_the_sum() -> None:
    """What is printed of a year says all of the years before it."""
    model = printed(years({2020: "-90", 2023: "15"}, {2022: "-40"}))
    held = balance_statement(model, 2023).ledger
    (older,) = held.deficits
    assert seen(older.year, older.amount, *older.outstanding) == (2022, 40, 25, 25)
    assert older.state is DeficitState.UNCERTAIN
    assert older.text("en") == (
        "Older deficits, of 2022 or before, 40 mnkr: 15 restored, 0 not to be restored, 25 left, by 2023–2025; "
        "more cannot be told."
    )
    assert tuple(held.what_is_missing()) == ()


def test_what_follows_the_sum_and_is_not_known_is_told() -> None:
    """The year asked about has no balance result."""
    model = printed(years({}, {2022: "-40"}))
    held = balance_statement(model, 2024).ledger
    assert next(held.what_is_missing()).startswith("Balanskravsresultat för 2023–2024 är inte känt")


def test_the_sum_alone() -> None:
    """At the end of the year it is printed for."""
    model = printed(years({}, {2022: "-40"}))
    assert seen(*balance_statement(model, 2022).ledger.outstanding) == (40, 40)


def test_a_sum_with_a_plus_is_not_taken() -> None:
    """Whether it is left to restore or restored cannot be told; the sign is a finding of its own."""
    model = printed(years({2024: "10"}, {2023: "40"}))
    assert balance_statement(model, 2024).ledger.opening is None


def test_a_forecast_of_what_will_be_left_is_not_taken() -> None:
    """Only what has happened."""
    model = printed(years({2024: "10"}, {})).with_(amount(LEFT, "0", 2023, stage=AmountStage.FORECAST))
    assert balance_statement(model, 2024).ledger.opening is None


def test_a_decision_on_an_older_year_is_taken_of_the_sum() -> None:
    """Which is of that year or earlier; one taken before the sum was printed is in it already."""
    after = decided(DecisionKind.WAIVES, date(2024, 4, 1), 2021, amount_mnkr=Decimal(10))
    before = decided(DecisionKind.WAIVES, date(2022, 4, 1), 2020, amount_mnkr=Decimal(99))
    model = printed(years({2024: "0"}, {2023: "-40"})).with_(after, before)
    held = balance_statement(model, 2024).ledger
    assert seen(*held.outstanding) == (30, 30)
    assert tuple(held.what_is_missing()) == ()


def test_older_deficits_are_planned_for() -> None:
    """From the shortest time that they may have to the longest."""
    plan = restoration_plan(printed(years({2024: "0"}, {2023: "-40"})), 2024)
    assert [seen(each.year, *each.due) for each in plan.years] == [(2025, 0, 0), (2026, 40, 0)]
    assert "0–40" in plan.text()


def test_without_law_no_last_year_is_known() -> None:
    """The portion is there all the same."""
    found = opening({1990: Decimal(5)}, {}, {}, None)
    assert found is not None
    assert [each.last_year for each in found.best] == [None]


def test_a_lost_ledger_is_no_older_deficit() -> None:
    """Exempel prints that nothing was left after 2022, and its statement of 2025 lacks nothing."""
    from regionstyrning import load_region  # noqa: PLC0415 - only here

    statement = balance_statement(load_region("exempel"), 2025)
    assert (statement.complete, statement.missing) == (True, ())


def test_both_readings_of_the_time_are_kept_as_the_years_go() -> None:
    """What is left when the shortest time has run out may still have the longest, whatever is restored by then."""
    point = OpenPoint(
        id="oppen",
        title="Överskottet",
        kind=OpenPointKind.AMBIGUOUS,
        rivals=[Rival(text="läst som 149", amounts=[amount(BAL, "149", 2022)])],
    )
    model = printed(years({2022: "31", 2023: "0", 2024: "0"}, {2021: "-118"})).with_(point)
    plans = [restoration_plan(model, year) for year in (2021, 2022, 2023, 2024)]
    assert [each.ledger.deficits[0].last_years for each in plans] == [(2022, 2024)] * 4
    assert [[seen(each.year, *each.due, each.even) for each in plan.years] for plan in plans] == [
        [(2022, 0, 118, 118), (2023, 0, 0, 0), (2024, 118, 0, 0)],
        [(2023, 0, 0, Decimal("43.5")), (2024, 87, 0, Decimal("43.5"))],
        [(2024, 87, 0, 87)],
        [],
    ]
    assert [plan.text().splitlines()[1] for plan in plans[1:]] == [
        "0–87 mnkr skulle ha återställts senast 2022, om tiden inte går till 2024.",
        "0–87 mnkr skulle ha återställts senast 2022, om tiden inte går till 2024.",
        "0–87 mnkr skulle ha återställts senast 2022–2024.",
    ]
    assert "0–87 kvar, senast 2022–2024; mer går inte att säga" in plans[1].ledger.deficits[0].text()
