"""The balance requirement: the year's result is not negative, and older deficits are restored in time."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from regionstyrning.evaluators import Geh, Status
from regionstyrning.model import AmountStage, DecisionKind, OpenPoint, OpenPointKind, Organ, OrganKind, Rival, Stage
from tests.evaluators.small import AS_OF, YEAR, texts
from tests.evaluators.ways.geh.small import LEFT, judged, part, region
from tests.printed_accounts import BAL, RJ, A, D, G, R, amount, decided

BALANCE = "balanskrav"
NOTHING_LEFT = amount(LEFT, "0", YEAR - 1)


@pytest.mark.parametrize(
    ("value", "status"),
    [("10", Status.MET), ("0", Status.MET), ("-0.1", Status.NOT_MET), (None, Status.CANNOT_BE_ASSESSED)],
)
def test_the_balance_result_must_not_be_negative(value: str | None, status: Status) -> None:
    """Zero is not negative; what is not printed is not zero."""
    found = part(region(records=(NOTHING_LEFT, amount(BAL, value, YEAR))), BALANCE)
    assert found.status is status


def test_what_the_statement_lacks_is_told() -> None:
    """Each line that would have to be known."""
    found = part(region(records=(NOTHING_LEFT, amount(R, "5", YEAR))), BALANCE)
    (result, _) = found.parts
    assert result.status is Status.CANNOT_BE_ASSESSED
    assert any("Realisationsvinster" in text for text in texts(result))


def test_rival_readings_bound_the_result() -> None:
    """By one it is negative."""
    printed = amount(BAL, "5", YEAR)
    point = OpenPoint(
        id="o",
        title="Tryckt på två sätt",
        kind=OpenPointKind.CONTRADICTION,
        about=printed.id,
        field="value",
        rivals=[Rival(text="fem", preferred=True), Rival(text="minus ett", amounts=[amount(BAL, "-1", YEAR)])],
    )
    (result, _) = part(region(records=(NOTHING_LEFT, printed, point)), BALANCE).parts
    assert result.status is Status.CANNOT_BE_ASSESSED
    assert "Med andra läsningar är det -1 till 5 mnkr.".replace("-", "−") in texts(result)


@pytest.mark.parametrize(("result", "status"), [("-400", Status.CANNOT_BE_ASSESSED), ("400", Status.MET)])
def test_printed_lines_that_come_to_another_result_are_told(result: str, status: Status) -> None:
    """Where they would make it negative, the printed result says nothing either way."""
    lines = {R: result, A: "-8", D: "-20", G: "3", RJ: "25", BAL: "25"}
    records = (NOTHING_LEFT, *(amount(line, value, YEAR) for line, value in lines.items()))
    (found, _) = part(region(records=records), BALANCE).parts
    assert found.status is status
    by_lines = "−425: skillnad 450" if status is not Status.MET else "375: skillnad −350"
    assert any(f"men raderna som är tryckta blir {by_lines}." in text for text in texts(found))


def test_a_reading_that_gives_no_result_leaves_it_open() -> None:
    """The figure falls away under it."""
    printed = amount(BAL, "5", YEAR)
    point = OpenPoint(
        id="o",
        title="Kanske inte alls",
        kind=OpenPointKind.AMBIGUOUS,
        about=printed.id,
        field="value",
        rivals=[Rival(text="fem", preferred=True), Rival(text="inget", without=[printed.id])],
    )
    (result, _) = part(region(records=(NOTHING_LEFT, printed, point)), BALANCE).parts
    assert result.status is Status.CANNOT_BE_ASSESSED


def test_an_older_year_without_a_result_by_some_reading_leaves_it_open() -> None:
    """There may have been a deficit, though none is seen."""
    older = amount(BAL, "5", YEAR - 1)
    point = OpenPoint(
        id="o",
        title="Kanske inte alls",
        kind=OpenPointKind.AMBIGUOUS,
        about=older.id,
        rivals=[Rival(text="koncernens", without=[older.id])],
    )
    records = (amount(LEFT, "0", YEAR - 2), older, amount(BAL, "5", YEAR))
    assert part(region(records=records), BALANCE).status is Status.MET
    (result, earlier) = part(region(records=(*records, point)), BALANCE).parts
    assert (result.status, earlier.status) == (Status.MET, Status.CANNOT_BE_ASSESSED)
    assert any("går inte att räkna ut med någon läsning" in text for text in texts(earlier))


def test_older_deficits_that_nobody_tells_of_leave_it_open() -> None:
    """Before the first balance result that is known there may be some."""
    found = part(region(records=(amount(BAL, "5", YEAR),)), BALANCE)
    assert [each.status for each in found.parts] == [Status.MET, Status.CANNOT_BE_ASSESSED]


def test_that_nothing_is_left_is_told() -> None:
    """By the sum that the annual report prints."""
    (_, earlier) = part(region(records=(NOTHING_LEFT, amount(BAL, "5", YEAR))), BALANCE).parts
    assert texts(earlier) == ["Inget underskott är kvar att återställa."]


def test_an_older_deficit_with_time_left_breaks_nothing() -> None:
    """It is told with its last year."""
    records = (amount(LEFT, "0", YEAR - 2), amount(BAL, "-30", YEAR - 1), amount(BAL, "5", YEAR))
    (_, earlier) = part(region(records=records), BALANCE).parts
    assert earlier.status is Status.MET
    assert texts(earlier)[0].startswith("Underskottet 2023, 30 mnkr: 5 återställt")


def test_an_older_deficit_whose_time_has_run_out_breaks_it() -> None:
    """The year's own result is not negative."""
    records = [amount(LEFT, "0", YEAR - 5), amount(BAL, "-30", YEAR - 4)]
    records += [amount(BAL, "0", year) for year in range(YEAR - 3, YEAR + 1)]
    found = part(region(records=tuple(records)), BALANCE)
    assert [each.status for each in found.parts] == [Status.MET, Status.NOT_MET]
    assert found.status is Status.NOT_MET


def test_an_older_deficit_of_an_unknown_year_is_uncertain() -> None:
    """How long time it has is not told by the sum."""
    records = (amount(LEFT, "-20", YEAR - 1), amount(BAL, "5", YEAR))
    (_, earlier) = part(region(records=records), BALANCE).parts
    assert earlier.status is Status.CANNOT_BE_ASSESSED
    assert texts(earlier)[0].startswith("Äldre underskott, från 2023 eller tidigare, 20 mnkr: 5 återställt")


def test_so_it_is_in_the_year_whose_report_prints_it() -> None:
    """Some of it may have run out of time already."""
    records = (amount(LEFT, "-20", YEAR), amount(R, "5", YEAR))
    (_, earlier) = part(region(records=records), BALANCE).parts
    assert earlier.status is Status.CANNOT_BE_ASSESSED


def test_what_is_waived_is_told_with_its_reason() -> None:
    """The year's balance result is as negative as it was; what is waived is not to be restored."""
    waived = decided(DecisionKind.WAIVES, date(YEAR, 4, 1), YEAR - 1, reason="Synnerliga skäl", amount_mnkr=Decimal(30))
    records = (amount(LEFT, "0", YEAR - 2), amount(BAL, "-30", YEAR - 1), amount(BAL, "0", YEAR), waived)
    (_, earlier) = part(region(records=records), BALANCE).parts
    assert earlier.status is Status.MET
    assert f"{waived.title}: Synnerliga skäl." in texts(earlier)


def test_what_another_than_fullmaktige_has_decided_is_told_and_not_counted() -> None:
    """The deficit is still to be restored, and is overdue when its time has run out."""
    other = Organ(id="styrelsen", title="Styrelsen", kind=OrganKind.BOARD)
    waived = decided(DecisionKind.WAIVES, date(YEAR, 4, 1), YEAR - 3, by="styrelsen", amount_mnkr=Decimal(30))
    balances = [amount(BAL, value, YEAR - before) for before, value in ((3, "-30"), (2, "0"), (1, "0"), (0, "0"))]
    records = (amount(LEFT, "0", YEAR - 4), *balances, other, waived)
    (_, earlier) = part(region(records=records), BALANCE).parts
    assert earlier.status is Status.NOT_MET
    told = f"{waived.title}: det är Styrelsen som har beslutat, och bara fullmäktige kan; det räknas inte."
    assert told in texts(earlier)


def test_a_year_that_has_not_ended_is_not_due() -> None:
    """The budget tells where it stands."""
    budget = amount(BAL, "5", AS_OF.year, stage=AmountStage.BUDGET)
    found = judged(region(records=(NOTHING_LEFT, budget)), year=AS_OF.year)["liten/balanskrav"]
    assert (found.status, found.due) == (Status.NOT_DUE, date(AS_OF.year, 12, 31))
    assert "Räkenskaperna för 2025 är inte klara: budget." in texts(found)


@pytest.mark.parametrize("stage", [AmountStage.OUTCOME, AmountStage.PRELIMINARY])
@pytest.mark.parametrize("way", [Geh(), Geh(stage=Stage.FINAL), Geh(stage=Stage.PRELIMINARY)], ids=repr)
def test_no_outcome_decides_a_year_that_has_not_ended(stage: AmountStage, way: Geh) -> None:
    """What the records tell without saying when it was known does not decide the year before its last day."""
    year = AS_OF.year
    held = region(records=(NOTHING_LEFT, amount(BAL, "5", year - 1), amount(BAL, "5", year, stage=stage)))
    found = way(held, as_of=AS_OF, year=year)["liten/balanskrav"]
    assert (found.status, found.due) == (Status.NOT_DUE, date(year, 12, 31))
    assert {each.status for each in found.parts} == {Status.NOT_DUE}
    ended = Geh()(held, as_of=date(year, 12, 31), year=year)["liten/balanskrav"]
    assert ended.status is Status.MET


def test_a_forecast_that_is_asked_for_is_judged_before_the_year_has_ended() -> None:
    """It is what the asker wants to hear of."""
    year = AS_OF.year
    held = region(
        records=(NOTHING_LEFT, amount(BAL, "5", year - 1), amount(BAL, "5", year, stage=AmountStage.FORECAST))
    )
    found = Geh(stage=Stage.FORECAST)(held, as_of=AS_OF, year=year)["liten/balanskrav"]
    assert found.status is Status.MET


def test_a_year_that_has_ended_is_not_judged_by_its_forecast() -> None:
    """Unless the asker says that it is the forecast that counts."""
    records = (NOTHING_LEFT, amount(BAL, "5", YEAR, stage=AmountStage.FORECAST))
    held = region(records=records)
    assert part(held, BALANCE).status is Status.CANNOT_BE_ASSESSED
    assert "Inga räkenskaper för 2024 är kända, bara prognos." in texts(part(held, BALANCE))
    assert part(held, BALANCE, Geh(stage=Stage.FORECAST)).status is Status.MET
