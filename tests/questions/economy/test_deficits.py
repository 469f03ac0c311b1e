"""A deficit at the end of a year: its portions, its state and its words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from regionstyrning.model import DecisionKind
from regionstyrning.questions.economy import DeficitState, balance_statement
from regionstyrning.questions.economy.deficits import Portion, deficits
from tests.printed_accounts import decided, printed, results, seen

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


def test_a_longer_time_for_an_amount_that_is_not_printed() -> None:
    """What is left is certain, but not how much of it has the longer time."""
    longer = decided(PROLONGS, SPRING, 2020, until_year=2027)
    held = balance_statement(printed(results([(2020, "-300"), (2021, "40")]), longer), 2021).ledger
    assert seen(held.outstanding) == ((260, 260),)
    assert "Om underskottet 2020: beloppet är inte tryckt, så hur mycket som har längre tid är osäkert." in tuple(
        held.what_is_missing()
    )


def test_wholly_waived() -> None:
    """Nothing is left, and nothing was restored."""
    model = printed(results([(2020, "-30"), (2021, "0")]), decided(WAIVES, SPRING, 2020))
    best_known = decided(WAIVES, SPRING, 2020, amount_mnkr=Decimal(90))
    (uncertain,) = balance_statement(model, 2021).ledger.deficits
    (waived,) = balance_statement(printed(results([(2020, "-30"), (2021, "0")]), best_known), 2021).ledger.deficits
    assert (uncertain.state, waived.state) == (DeficitState.UNCERTAIN, DeficitState.WAIVED)


def test_amounts_of_one_sentence_have_the_same_decimals() -> None:
    """What is printed with three zeros loses two, and what has none gets one beside it."""
    run = [Portion(year=2023, last_year=2026, amount=Decimal("180.000"), restored=Decimal(60))]
    (deficit,) = deficits(run, run, 2024)
    assert "180,0 mnkr: 60,0 återställt, 0,0 ska inte återställas, 120,0 kvar" in deficit.text()
