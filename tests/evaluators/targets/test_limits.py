"""The limit is a number, one of a row of years, or another value."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from regionstyrning.evaluators import Status
from regionstyrning.model import (
    Amount,
    AmountStage,
    Basis,
    BasisKind,
    Condition,
    Organ,
    OrganKind,
    Scope,
    ScopeKind,
    Stage,
    Unit,
    ValueReference,
    YearValue,
    at_least,
    at_most,
)
from tests.evaluators.small import indicator, judged, model, outcome, outcomes, target, texts

MET, NOT_MET, UNKNOWN = Status.MET, Status.NOT_MET, Status.CANNOT_BE_ASSESSED


def against(**more: Any) -> Condition:  # noqa: ANN401 - any field
    """At least another value."""
    return at_least(reference=ValueReference(**more))


@pytest.mark.parametrize(("limit", "status"), [(5, MET), (6, NOT_MET)])
def test_a_row_of_years_has_a_limit_for_each(limit: int, status: Status) -> None:
    """Only the year judged decides."""
    row = [YearValue(year=2023, value=Decimal(99)), YearValue(year=2024, value=Decimal(limit))]
    region = model(
        indicators=[indicator()], targets=[target(at_least(by_year=row), year=None)], outcomes=outcomes({2024: 5})
    )
    assert judged(region)["i"].status is status


@pytest.mark.parametrize(
    ("condition", "status"),
    [
        (against(indicators=["j"]), MET),
        (against(indicators=["j", "k"]), NOT_MET),
        (against(indicators=["j", "k"], share_percent=Decimal(50)), MET),
        (against(indicators=["j"], years_back=1), NOT_MET),
        (against(indicators=["j"], stage="prognos"), NOT_MET),
        (against(indicators=["j"], stage="budget"), MET),
        (against(indicators=["i"], years_back=1), MET),
        (against(indicators=["borta"]), UNKNOWN),
        (against(indicators=["j"], scope="RIKET"), UNKNOWN),
        (against(text="det andra"), UNKNOWN),
        (
            at_least(
                reference=ValueReference(indicators=["senast"]),
                basis=Basis(kind=BasisKind.LATEST),
            ),
            MET,
        ),
    ],
)
def test_a_limit_may_be_other_measures(condition: Condition, status: Status) -> None:
    """Summed, shared, of an earlier year, of another stage; what is not known leaves it open."""
    region = model(
        indicators=[indicator(), indicator("j"), indicator("k"), indicator("senast")],
        targets=[target(condition)],
        outcomes=[
            *outcomes({2023: 4, 2024: 5}),
            *outcomes({2023: 9, 2024: 5}, indicator="j"),
            *outcomes({2024: 5}, indicator="k"),
            *outcomes({2022: 5}, indicator="senast"),
            outcome(2024, 9, indicator="j", stage=Stage.FORECAST),
        ],
    )
    assert judged(region)["i"].status is status


def amount(value: object, **more: Any) -> Amount:  # noqa: ANN401 - any field
    """A printed figure of the frame."""
    of_its_own = {"line": "ram", "title": "Ram", "year": 2024, "stage": AmountStage.BUDGET, "organ": "hsn"}
    return Amount(**{**of_its_own, "value": None if value is None else Decimal(str(value)), **more})


@pytest.mark.parametrize(
    ("amounts", "status"),
    [
        ([amount(10)], MET),
        ([amount(8)], NOT_MET),
        ([amount(10_000, unit=Unit.TKR)], MET),
        ([amount(8, on=date(2023, 1, 1)), amount(10, on=date(2024, 1, 1))], MET),
        ([amount(8, title="Ram A"), amount(10, title="Ram B")], UNKNOWN),
        ([amount(None)], UNKNOWN),
        ([], UNKNOWN),
        ([amount(10, organ="ktn"), amount(10, stage=AmountStage.PLAN), amount(10, year=2023)], UNKNOWN),
    ],
)
def test_a_limit_may_be_a_line_of_the_accounts(amounts: list[Amount], status: Status) -> None:
    """That of the scope's organ, at the stage named, printed last; in the indicator's unit."""
    condition = at_most(reference=ValueReference(lines=["ram"], stage="budget"))
    measure = indicator(unit="mnkr", scopes=[Scope(id="HSN", organ="hsn")])
    region = model(
        organs=[Organ(id=id, title=id, kind=OrganKind.COMMITTEE) for id in ("hsn", "ktn")],
        indicators=[measure],
        targets=[target(condition, scope="HSN")],
        outcomes=[outcome(2024, 9, scope="HSN")],
        amounts=amounts,
    )
    assert judged(region)["i"].status is status


def test_a_line_without_a_scope_is_the_regions_own_outcome() -> None:
    """And that of the group for a scope that is the group; a share of it in percent stays as it is."""
    condition = at_most(reference=ValueReference(lines=["ram"]))
    group = at_most(reference=ValueReference(lines=["ram"], scope="K"))
    scopes = [Scope(id="K", kind=ScopeKind.GROUP, organ="region")]
    held = [
        amount(9, organ="region", stage=AmountStage.OUTCOME, unit=Unit.PERCENT),
        amount(5, organ="region", stage=AmountStage.OUTCOME, group=True),
    ]
    region = model(
        legal_person="region",
        organs=[Organ(id="region", title="Regionen", kind=OrganKind.LEGAL_PERSON)],
        indicators=[indicator(scopes=scopes, unit="mnkr"), indicator("j", scopes=scopes)],
        targets=[target(condition), target(group, indicator="j")],
        outcomes=[outcome(2024, 9), outcome(2024, 9, indicator="j")],
        amounts=held,
    )
    verdict = judged(region)
    assert (verdict["i"].status, verdict["j"].status) == (MET, NOT_MET)


def test_a_limit_that_is_not_known_is_told() -> None:
    """With the year it is for."""
    region = model(
        indicators=[indicator()], targets=[target(against(indicators=["borta"]))], outcomes=outcomes({2024: 1})
    )
    assert "Målvärdets gräns för 2024 är inte känd." in texts(judged(region)["i"])
