"""Which figures there are: of when, at which stage and whose."""

from __future__ import annotations

from regionstyrning.model import AmountStage, Part
from regionstyrning.questions.economy.figures import Scope
from regionstyrning.questions.economy.known import known_organs, known_scopes
from tests.printed_accounts import EQUITY, REGION, R, amount, printed

OUTCOME, BUDGET = AmountStage.OUTCOME, AmountStage.BUDGET
SPRING = Part(first_month=1, last_month=4)
AUTUMN = Part(first_month=9, last_month=12)


def test_the_figures_that_there_are_by_year_and_stage() -> None:
    """What has happened comes before what is expected, and a whole year before its parts."""
    model = printed(
        {2025: {R: "1", EQUITY: "2"}},
        amount(R, "1", 2025, stage=BUDGET),
        amount(R, "1", 2025, part=AUTUMN),
        amount(R, "1", 2025, part=SPRING),
        amount(None, None, 2024),
    )
    assert known_scopes(model, REGION) == (
        Scope(year=2024, stage=OUTCOME, organ=REGION),
        Scope(year=2025, stage=OUTCOME, organ=REGION),
        Scope(year=2025, stage=BUDGET, organ=REGION),
        Scope(year=2025, stage=OUTCOME, organ=REGION, part=SPRING),
        Scope(year=2025, stage=OUTCOME, organ=REGION, part=AUTUMN),
    )


def test_figures_of_the_group_are_apart() -> None:
    """And so are those of others."""
    model = printed({}, amount(R, "1", 2025, group=True), amount(R, "1", 2024, organ="rf"))
    assert known_scopes(model, REGION) == ()
    assert known_scopes(model, REGION, group=True) == (Scope(year=2025, stage=OUTCOME, organ=REGION, group=True),)
    assert known_organs(model) == ("rf",)


def test_a_sum_over_several_years_is_no_account_of_a_year() -> None:
    """An investment plan of four years says nothing of the first."""
    assert known_scopes(printed({}, amount(R, "1", 2025, last_year=2028)), REGION) == ()
