"""
Awkward facts of Region Blekinge, held as they stand.

Each is a public fact that a tidier set of records could not have said.
The docstring of each test ends with where the fact is printed.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from regionstyrning.model import (
    Adoption,
    Amount,
    AmountStage,
    Capacity,
    Decision,
    DecisionKind,
    Goal,
    HorizonKind,
    Judgement,
    OpenPoint,
    OpenPointKind,
    OrganKind,
    PlanningHorizon,
    Rival,
    SteeringDocument,
    Total,
)
from tests.model.small import from_day, model, organ, structure, until_day

PLAN = SteeringDocument(
    id="budget-2024",
    title="Budget 2024 med planer 2025-2026",
    adopted=Adoption(organ="rf", on=date(2023, 12, 6)),
    horizon=PlanningHorizon(kind=HorizonKind.BUDGET_YEAR, first_year=2024, plan_years=2),
    names=["regionplanen"],
)


def test_a_plan_has_one_horizon_by_its_title_and_another_by_its_text() -> None:
    """
    Three years by the title and "mandatperioden" by the text are two readings, and both are kept.

    Styrning och mål, "Budget 2024 med planer 2025-2026", regionblekinge.se.
    """
    point = OpenPoint(
        id="budgetens-horisont",
        title="Titeln anger tre år, texten mandatperioden",
        kind=OpenPointKind.CONTRADICTION,
        about="budget-2024",
        field="horizon",
        raw="mandatperioden",
        rivals=[Rival(text="2024–2026", preferred=True), Rival(text="mandatperioden 2022–2026")],
    )
    held = model(documents=[PLAN], open_points=[point])
    assert (held["budget-2024"].horizon.span_years, len(held["budgetens-horisont"].rivals)) == (3, 2)


def test_four_goals_are_set_in_a_plan_that_is_said_to_set_goals_for_each_of_five_perspectives() -> None:
    """
    Which perspektiv each goal is under is printed nowhere, so no link is made up.

    Höjt belopp för högkostnadsskydd, regionblekinge.se, 2023-12-07; Styrning och mål, regionblekinge.se.
    """
    perspectives = ("invanare-och-samhalle", "kvalitet-och-process", "kompetens", "miljo-och-hallbarhet", "ekonomi")
    titles = (
        "ett Blekinge som växer med fler Blekingebor och god kompetensförsörjning",
        "en tillgänglig verksamhet med hög kvalitet",
        "en attraktiv arbetsgivare med medarbetare som trivs och utvecklas",
        "en ansvarsfull och resurseffektiv ekonomi med budget i balans",
    )
    goals = [
        Goal(id=f"inriktningsmal-{number}", title=title, level="mal", document="budget-2024")
        for number, title in enumerate(titles, start=1)
    ]
    held = model(documents=[PLAN], structures=[structure(perspectives=perspectives)], goals=goals)
    assert (len(held.goals), len(held.structures[0].perspectives), held.contributions) == (4, 5, ())


def test_discharge_is_granted_to_all_but_one_whose_case_is_sent_back() -> None:
    """
    The decision on hälso- och sjukvårdsnämnden is neither granted nor refused.

    Region Blekinges årsredovisning fastställd, regionblekinge.se, 2021-04-08.
    """
    usual: dict[str, Any] = {"by": "rf", "on": date(2021, 4, 7), "year": 2020, "title": "Ansvarsfrihet 2020"}
    decisions = [
        Decision(kind=DecisionKind.GRANTS_DISCHARGE, about="rs", **usual),
        Decision(kind=DecisionKind.RETURNS, about="hsn", reason="yttrande inhämtas", **usual),
    ]
    assert [(each.about, each.kind.value) for each in model(decisions=decisions).decisions] == [
        ("rs", "beviljar ansvarsfrihet"),
        ("hsn", "återremitterar"),
    ]


def test_a_row_is_printed_under_the_name_of_another() -> None:
    """
    "Resultat efter finansiella poster" -236,2 is the financial net, as 40,0 - 276,2 shows.

    Budget 2024 med planer 2025-2026, resultatbudget 2023, regionblekinge.se.
    """
    usual: dict[str, Any] = {"year": 2023, "stage": AmountStage.BUDGET, "organ": "regionen"}
    rows = [
        Amount(line="finansiella-intakter", title="Finansiella intäkter", value=Decimal("40.0"), **usual),
        Amount(line="finansiella-kostnader", title="Finansiella kostnader", value=Decimal("-276.2"), **usual),
        Amount(title="Resultat efter finansiella poster", value=Decimal("-236.2"), **usual),
        Amount(line="arets-resultat", title="Resultat", value=Decimal("-212.9"), **usual),
    ]
    slip = OpenPoint(
        id="fel-radnamn",
        title="Raden Resultat efter finansiella poster är finansnettot",
        kind=OpenPointKind.SLIP,
        about=rows[2].id,
        field="title",
        raw="Resultat efter finansiella poster",
    )
    held = model(amounts=rows, open_points=[slip])
    assert held[held["fel-radnamn"].about].value == sum(each.value or 0 for each in held.amounts[:2])


def test_a_printed_sum_differs_from_its_parts_by_rounding() -> None:
    """
    1 079,5 - 7 141,0 - 258,8 is -6 320,3, and -6 320,2 is printed and kept.

    Budget 2024 med planer 2025-2026, resultatbudget 2023, regionblekinge.se.
    """
    usual: dict[str, Any] = {"year": 2023, "stage": AmountStage.BUDGET, "organ": "regionen"}
    parts = [
        Amount(line="verksamhetens-intakter", title="Verksamhetens intäkter", value=Decimal("1079.5"), **usual),
        Amount(line="verksamhetens-kostnader", title="Verksamhetens kostnader", value=Decimal("-7141.0"), **usual),
        Amount(line="avskrivningar", title="Avskrivningar", value=Decimal("-258.8"), **usual),
    ]
    printed = Amount(title="Verksamhetens nettoresultat", value=Decimal("-6320.2"), **usual)
    held = model(amounts=[*parts, printed])
    assert held[printed.id].value - sum(each.value or 0 for each in parts) == Decimal("0.1")


def test_only_the_totals_of_a_verdict_are_published() -> None:
    """
    Of eleven goals three are tillfredsställande, seven inte helt and one not, and which ones nobody says.

    Årsredovisning godkänd, regionblekinge.se, 2020-06-17.
    """
    said = Judgement(
        subject="elva inriktningsmål",
        by="regionen",
        capacity=Capacity.OWN,
        year=2019,
        words="tre tillfredsställande",
        totals=[
            Total(word="tillfredsställande", count=3),
            Total(word="inte helt tillfredsställande", count=7),
            Total(word="otillfredsställande", count=1),
        ],
        total_of=11,
    )
    assert (said.about, sum(each.count or 0 for each in said.totals)) == ((), said.total_of)


def test_one_administration_serves_every_committee_from_a_day() -> None:
    """
    Six förvaltningar become one under regiondirektören, so that no nämnd has one of its own.

    Organisation, slojdiblekinge.se, 2024.
    """
    former = [
        organ(f"forvaltning-{number}", OrganKind.ADMINISTRATION, validity=until_day(date(2024, 4, 30)))
        for number in range(1, 7)
    ]
    shared = organ(
        "regionforvaltningen",
        OrganKind.ADMINISTRATION,
        serves=["rs", "hsn", "patientnamnden"],
        succeeds=[each.id for each in former],
        validity=from_day(date(2024, 5, 1)),
    )
    held = model(organs=[*former, shared])
    assert [len(held.at(day).organs) for day in (date(2024, 4, 30), date(2024, 5, 1))] == [6, 1]
