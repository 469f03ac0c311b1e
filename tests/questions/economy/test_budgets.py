"""Whether a budget is balanced, and by what."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from regionstyrning.files import load_region
from regionstyrning.model import AmountStage, DecisionKind, Source, SteeringDocument
from regionstyrning.questions.economy import budget_balance
from tests.printed_accounts import BAL, RJ, H, I, J, R, amount, decided, printed, seen

BUDGET = AmountStage.BUDGET
DEPARTS = DecisionKind.DEPARTS
AUTUMN = date(2025, 11, 25)


@pytest.mark.parametrize(
    ("result", "use", "holds", "by"),
    [
        ("1", None, True, "income"),
        ("0", None, False, "nothing"),
        ("0", "1", True, "reserve"),
        ("-100", "100", True, "reserve"),
        ("-100", "60", False, "nothing"),
    ],
)
def test_income_or_a_reserve(result: str, use: str | None, holds: bool, by: str) -> None:
    """Income must exceed costs, or a reserve fill the whole gap."""
    lines = {R: result} if use is None else {R: result, I: use}
    budget = budget_balance(printed({}, *(amount(*each, 2026, stage=BUDGET) for each in lines.items())), 2026)
    assert (budget.holds, budget.by) == (holds, by)


def test_the_older_reserve_counts_too() -> None:
    """Both reserves are added; after 2033 the older one is not there."""
    budgets = [
        budget_balance(
            printed({}, *(amount(line, value, year, stage=BUDGET) for line, value in ((R, "-9"), (I, "5"), (J, "4")))),
            year,
        )
        for year in (2026, 2034)
    ]
    assert seen([each.use for each in budgets], [each.holds for each in budgets]) == ([9, 5], [True, False])


def test_a_decision_on_reasons_is_an_exception() -> None:
    """A decision about the budget itself; one about a target is a departure, and told as one."""
    plan = SteeringDocument(id="plan", title="Regionplan")
    source = Source(publication="protokoll", place="§ 9")
    excepts = decided(DEPARTS, AUTUMN, 2026, about="plan", title="Undantag", sources=[source])
    departs = decided(DEPARTS, AUTUMN, 2026, about="resultatmal", title="Avsteg från resultatmålet")
    model = printed({}, amount(R, "-5", 2026, stage=BUDGET), plan, excepts, departs)
    budget = budget_balance(model, 2026)
    assert (budget.by, budget.exceptions, budget.departures) == ("reasons", (excepts,), (departs,))
    assert budget.text() == (
        "Budget 2026: resultatet är −5 mnkr, med stöd av synnerliga skäl.\n"
        "\n- Avsteg från resultatmålet\n\n- Undantag: inget skäl är angivet."
    )
    assert [(step.record, step.source) for step in budget.steps][1:] == [(excepts.id, source)]
    assert "KL 11 kap. 5 § andra stycket" in str(budget.steps[0].law)


def test_a_stated_reason_is_enough() -> None:
    """Nothing is missing then."""
    excepts = decided(DEPARTS, AUTUMN, 2026, reason="Synnerliga skäl.")
    budget = budget_balance(printed({}, amount(R, "-5", 2026, stage=BUDGET), excepts), 2026)
    assert (budget.by, budget.missing) == ("reasons", ())


def test_a_budget_that_is_not_known() -> None:
    """Nothing is said of it."""
    budget = budget_balance(printed({}), 2026)
    assert (budget.holds, budget.text("en"), budget.to_records()[0]["by"]) == (
        None,
        "Budget 2026: the result of the year is not known.",
        "unknown",
    )


def test_plans_may_be_asked_about() -> None:
    """The years after the budget year are plans."""
    budget = budget_balance(load_region("exempel"), 2027, stage=AmountStage.PLAN)
    assert budget.text().startswith("Plan 2027: intäkterna överstiger kostnaderna med ")


@pytest.mark.parametrize(("adjusted", "use", "balance"), [("-19.4", "14.6", "-4.8"), ("-26.1", "7.5", "-18.6")])
def test_sjobo(adjusted: str, use: str, balance: str) -> None:
    """P7: the reserve does not fill the gap, so the budget needs synnerliga skäl."""
    lines = {R: adjusted, RJ: adjusted, H: "0", I: use, BAL: balance}
    budget = budget_balance(printed({}, *(amount(*each, 2023, stage=BUDGET) for each in lines.items())), 2023)
    assert (budget.result, budget.use, budget.by) == (Decimal(adjusted), Decimal(use), "nothing")
