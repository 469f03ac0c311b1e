"""
Awkward facts of Region Halland, held as they stand.

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
    Basis,
    BasisKind,
    DocumentStatus,
    HorizonKind,
    LegalForm,
    OrganKind,
    Outcome,
    PlanningHorizon,
    SteeringDocument,
    Target,
    increase,
)
from tests.model.small import from_day, model, organ, until_day

POLICY = SteeringDocument(
    id="policy-styrmodell",
    title="Region Hallands styrmodell",
    status=DocumentStatus.NOT_STATED,
    adopted=Adoption(organ="rf", on_text="2025-xx-xx", paragraph="§XX", diary_number="RS231584"),
)
JUNE = SteeringDocument(
    id="mal-och-budget-2023-juni",
    title="Mål och Budget 2023",
    adopted=Adoption(organ="rf", on=date(2022, 6, 22)),
    horizon=PlanningHorizon(kind=HorizonKind.BUDGET_YEAR, first_year=2023, last_year=2027),
)
NOVEMBER = SteeringDocument(
    id="mal-och-budget-2023-november",
    title="Mål och Budget 2023, reviderad",
    adopted=Adoption(organ="rf", on=date(2022, 11, 23)),
    horizon=PlanningHorizon(kind=HorizonKind.BUDGET_YEAR, first_year=2023, last_year=2027),
    replaces=["mal-och-budget-2023-juni"],
)


def test_a_policy_is_printed_with_its_day_and_paragraph_unfilled() -> None:
    """
    Nobody can tell whether it is adopted, so no day is made up and it is not left out.

    Policy Region Hallands styrmodell, "Beslutad i regionfullmäktige 2025-xx-xx §XX", RS231584.
    """
    held = model(documents=[POLICY]).at(date(2025, 6, 1))
    assert (held["policy-styrmodell"].begins, held["policy-styrmodell"].adopted.paragraph) == (None, "§XX")


def test_the_yearly_budget_ranks_above_the_policy_for_the_steering() -> None:
    """
    Rank is a fact of its own and not read from the kind of document.

    Budget och ekonomi, regionhalland.se, about 2022.
    """
    budget = SteeringDocument(id="budget-2020", title="Budget 2020", outranks=["policy-styrmodell"])
    held = model(documents=[POLICY, budget])
    assert [held[id].title for id in held["budget-2020"].outranks] == ["Region Hallands styrmodell"]


def test_one_budget_is_decided_twice_in_an_election_year() -> None:
    """
    The old fullmäktige decides in June and the new one again in November, for the same years.

    Regionfullmäktige antog Mål och budget för 2023, regionhalland.se, 2022-11-24.
    """
    held = model(documents=[JUNE, NOVEMBER])
    days = (date(2022, 11, 22), date(2022, 11, 23))
    assert [[each.id for each in held.at(day).documents] for day in days] == [
        ["mal-och-budget-2023-juni"],
        ["mal-och-budget-2023-november"],
    ]


def test_a_target_asks_for_more_than_an_outcome_that_is_not_printed() -> None:
    """
    Soliditet is to be strengthened against the year before, and only the new value is printed.

    Ekonomi, Årsredovisning 2019, publikation-arsredovisning2019.regionhalland.se.
    """
    asked = Target(
        indicator="soliditet", year=2019, condition=increase(basis=Basis(kind=BasisKind.PREVIOUS), text="stärkas")
    )
    known = Outcome(indicator="soliditet", year=2019, value=Decimal("-4.9"), text="-4,9 procent")
    held = model(targets=[asked], outcomes=[known])
    assert (held.targets[0].condition.value, [each.year for each in held.outcomes]) == (None, [2019])


def test_one_year_has_three_results() -> None:
    """
    288 for the koncern, 84 without unrealised gains and 83 by the national statistics, all for 2019.

    Årsredovisning 2019, publikation-arsredovisning2019.regionhalland.se; scb.se, 2021-05-20.
    """
    usual: dict[str, Any] = {"year": 2019, "stage": AmountStage.OUTCOME, "organ": "regionen"}
    results = [
        Amount(title="Regionala koncernens resultat", group=True, value=Decimal(288), **usual),
        Amount(title="Resultat exklusive orealiserade vinster", value=Decimal(84), **usual),
        Amount(line="verksamhetens-resultat", title="Verksamhetens resultat", value=Decimal(83), **usual),
    ]
    assert [each.value for each in model(amounts=results).amounts] == [Decimal(288), Decimal(84), Decimal(83)]


def test_a_company_becomes_an_administration_on_a_day() -> None:
    """
    Hallandstrafiken is an aktiebolag through 2022 and a förvaltning from 2023.

    Region Halland välkomnar Hallandstrafiken, hallandstrafiken.se, 2022-12-29.
    """
    company = organ(
        "hallandstrafiken-ab",
        OrganKind.LEGAL_PERSON,
        legal_form=LegalForm.COMPANY,
        validity=until_day(date(2022, 12, 31)),
    )
    office = organ(
        "hallandstrafiken",
        OrganKind.ADMINISTRATION,
        validity=from_day(date(2023, 1, 1)),
        succeeds=["hallandstrafiken-ab"],
    )
    held = model(organs=[company, office])
    days = (date(2022, 12, 31), date(2023, 1, 1))
    assert [[each.kind.value for each in held.at(day).organs] for day in days] == [
        ["juridisk person"],
        ["förvaltning"],
    ]
