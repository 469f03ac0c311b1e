"""What each year must bring to restore the deficits in time."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

from regionstyrning.law import Policies
from regionstyrning.model import (
    AmountStage,
    Content,
    Decision,
    DecisionKind,
    DocumentKind,
    Name,
    Organ,
    OrganKind,
    SteeringDocument,
    Structure,
)
from regionstyrning.questions.economy import restoration_plan
from regionstyrning.questions.economy.layout import LEFT
from tests.printed_accounts import BAL, amount, decided, printed, results, seen

WAIVES, PROLONGS = DecisionKind.WAIVES, DecisionKind.PROLONGS
SPRING = date(2021, 4, 20)


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
        [
            "0–20 mnkr av kända underskott är kvar att återställa efter 2022; de år vars",
            "balanskravsresultat inte är känt kan ha fler.",
        ],
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


def test_the_years_own_budget_is_no_plan_of_action() -> None:
    """By its kind, also when the budget is only a name by then; by what the decision says that it settles."""
    kinds = [DocumentKind(id="budget", title="Budget", contains=[Content.BUDGET])]
    structure = Structure(id="modell", title="Modell", document_kinds=kinds)
    plain = decided(DecisionKind.ADOPTS, date(2025, 11, 20), 2025, title="Åtgärdsplan")
    budget = evolve(plain, title="Budgeten", about="budget-2025")
    rate = evolve(plain, title="Skattesatsen", contains=[Content.TAX_RATE])
    named = Name(id="budget-2025", title="Budget 2025", catalogue="documents", document_kind="budget")
    models = [
        printed(results([(2025, "-150")]), structure, plain, budget, rate, **more)
        for more in (
            {"documents": [SteeringDocument(id="budget-2025", title="Budget 2025", kind="budget")]},
            {"names": [named]},
        )
    ]
    assert [restoration_plan(model, 2025).decisions for model in models] == [(plain,), (plain,)]


@pytest.mark.parametrize(
    ("told", "is_plan"),
    [
        ({"title": "Taxa för kopiering 2025"}, False),
        ({"title": "Taxa för kopiering 2025", "amount_mnkr": Decimal(3)}, False),
        ({"title": "Taxa för kopiering 2025", "until_year": 2027}, False),
        ({"title": "Ekonomi i balans"}, True),
        ({"title": "Planen antas", "part": "återställningen"}, True),
        ({"title": "Planen antas", "about": "planen"}, True),
        ({"title": "Sparprogrammet", "amount_mnkr": Decimal(90), "until_year": 2028}, True),
        ({"title": "Sparprogrammet", "amount_mnkr": Decimal(90), "until": date(2028, 12, 31)}, True),
        ({"title": "Åtgärdsplan för underskottet 2025", "by": "rs"}, False),
    ],
)
def test_a_plan_of_action_is_told_by_what_it_is_about(told: dict[str, Any], *, is_plan: bool) -> None:
    """By its words, or by an amount and a last year; anything else that is adopted is none."""
    adopted = decided(DecisionKind.ADOPTS, date(2026, 5, 5), 2025, **told)
    board = Organ(id="rs", title="Regionstyrelsen", kind=OrganKind.BOARD, part_of="region")
    document = SteeringDocument(id="planen", title="Åtgärdsplan 2025–2028")
    plan = restoration_plan(printed(results([(2025, "-150")]), board, document, adopted), 2025)
    lacking = "Ingen åtgärdsplan för underskottet 2025 är känd." in plan.missing
    assert (plan.decisions, lacking) == ((adopted,) if is_plan else (), not is_plan)


@pytest.mark.parametrize(
    ("decision", "told"),
    [
        (
            decided(WAIVES, date(2026, 4, 22), 2025, amount_mnkr=Decimal("60.0"), paragraph="§ 33"),
            "(Regionfullmäktige 2026-04-22, §\u00a033): 60,0 mnkr ska inte återställas.",
        ),
        (
            decided(PROLONGS, None, 2025, on_text="våren 2026", until_year=2030),
            "(Regionfullmäktige våren 2026): ett belopp som inte är angivet återställs senast 2030.",
        ),
        (
            decided(WAIVES, None, 2025, by="okänd"),
            "(okänd okänd dag): ett belopp som inte är angivet ska inte återställas.",
        ),
        (
            decided(DecisionKind.ADOPTS, date(2026, 5, 5), 2025, amount_mnkr=Decimal(90), until=date(2028, 6, 30)),
            "(Regionfullmäktige 2026-05-05): åtgärdsplan för 90 mnkr, till 2028-06-30.",
        ),
        (
            decided(DecisionKind.ADOPTS, date(2026, 5, 5), 2025),
            "(Regionfullmäktige 2026-05-05): åtgärdsplan för ett belopp som inte är angivet.",
        ),
        (
            decided(WAIVES, date(2026, 4, 22), 2025, by="rs", amount_mnkr=Decimal(60)),
            (
                "(Regionstyrelsen 2026-04-22): 60 mnkr ska inte återställas; räknas inte, för bara fullmäktige kan "
                "besluta det."
            ),
        ),
    ],
)
def test_what_is_decided_on_a_deficit_is_told(decision: Decision, told: str) -> None:
    """By whom, on which day, in which paragraph and about how much, also as rows."""
    board = Organ(id="rs", title="Regionstyrelsen", kind=OrganKind.BOARD, part_of="region")
    plan = restoration_plan(printed(results([(2025, "-150")]), board, decision), 2025)
    (found,) = plan.ledger.decided
    assert found.text() == f"Om underskottet 2025 {told}"
    assert (found.text() in " ".join(plan.text().replace("\n  ", " ").split("\n"))) is (decision.on is not None)
    (row,) = found.to_records()
    assert (row["record"], row["on"], row["mnkr"]) == (decision.id, decision.on, decision.amount_mnkr)


def test_a_decision_on_no_deficit_is_not_told_among_them() -> None:
    """The ledger tells what is decided on the deficits that it holds, by the day it is seen."""
    other = decided(WAIVES, date(2026, 4, 22), 2024, amount_mnkr=Decimal(60))
    late = decided(WAIVES, date(2026, 9, 1), 2025, amount_mnkr=Decimal(1))
    assert restoration_plan(printed(results([(2025, "-150")]), other, late), 2025).ledger.decided == ()
