"""What is held against a limit: one year, several, or a change."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from regionstyrning.evaluators import Status
from regionstyrning.model import (
    Basis,
    BasisKind,
    HorizonKind,
    Missing,
    Part,
    Period,
    PlanningHorizon,
    Stage,
    SteeringDocument,
    above,
    at_least,
    between,
    decrease,
    increase,
    keep_or_increase,
)
from tests.evaluators.small import indicator, judged, model, one, outcome, outcomes, target, texts

if TYPE_CHECKING:
    from collections.abc import Mapping

MET, PARTLY, NOT_MET, UNKNOWN = Status.MET, Status.PARTLY_MET, Status.NOT_MET, Status.CANNOT_BE_ASSESSED


def basis(kind: BasisKind, **more: Any) -> Basis:  # noqa: ANN401 - any field
    """A basis of a kind."""
    return Basis(kind=kind, **more)


@pytest.mark.parametrize(
    ("how", "limit", "values", "status"),
    [
        (basis(BasisKind.YEAR), 3, {2024: 3}, MET),
        (basis(BasisKind.SUM, over_years=3), 6, {2022: 1, 2023: 2, 2024: 3}, MET),
        (basis(BasisKind.SUM, over_years=3), 6, {2022: 1, 2024: 3}, UNKNOWN),
        (basis(BasisKind.SUM), 6, {2024: 3}, UNKNOWN),
        (basis(BasisKind.MEAN, over_years=2), "2.5", {2023: 2, 2024: 3}, MET),
        (basis(BasisKind.MEAN, over_years=2), 3, {2023: 2, 2024: 3}, NOT_MET),
        (basis(BasisKind.MEAN), 3, {2024: 3}, UNKNOWN),
        (basis(BasisKind.MEAN, over_years=2, weighted_by="antal"), 2, {2023: 2, 2024: 3}, MET),
        (basis(BasisKind.MEAN, over_years=2, weighted_by="antal"), 4, {2023: 2, 2024: 3}, NOT_MET),
        (basis(BasisKind.MEAN, over_years=2, weighted_by="antal"), "2.5", {2023: 2, 2024: 3}, UNKNOWN),
        (basis(BasisKind.LATEST), 3, {2022: 3}, MET),
        (basis(BasisKind.LATEST), 3, {2025: 3}, UNKNOWN),
        (basis(BasisKind.WHOLE_PERIOD, over_years=2), 2, {2023: 2, 2024: 3}, MET),
        (basis(BasisKind.WHOLE_PERIOD, over_years=2), 3, {2023: 2, 2024: 3}, UNKNOWN),
        (basis(BasisKind.WHOLE_PERIOD), 3, {2024: 3}, UNKNOWN),
        (basis(BasisKind.CHANGE), 1, {2023: 2, 2024: 3}, MET),
        (basis(BasisKind.CHANGE), 1, {2022: 2, 2024: 3}, UNKNOWN),
        (basis(BasisKind.CHANGE), 1, {2023: 2}, UNKNOWN),
        (basis(BasisKind.PREVIOUS), 1, {2022: 2, 2024: 3}, MET),
        (basis(BasisKind.PREVIOUS), 1, {2025: 2}, UNKNOWN),
        (basis(BasisKind.BASE_YEAR, base_year=2020), 1, {2020: 2, 2024: 3}, MET),
        (basis(BasisKind.BASE_YEAR), 1, {2020: 2, 2024: 3}, UNKNOWN),
        (basis(BasisKind.SAME_PART), 1, {2023: 2, 2024: 3}, MET),
        (basis(BasisKind.TREND, over_years=3), 2, {2022: 1, 2023: 2, 2024: 3}, MET),
        (basis(BasisKind.TREND), 2, {2022: 1, 2023: 5, 2024: 3}, MET),
        (basis(BasisKind.TREND, over_years=1), 2, {2024: 3}, UNKNOWN),
        (basis(BasisKind.TREND), 1, {2022: 1, 2023: 5}, UNKNOWN),
    ],
)
def test_every_basis_has_its_value(how: Basis, limit: object, values: Mapping[int, object], status: Status) -> None:
    """A year that is not known leaves a sum, a mean and a change open; weights that are not known bound the mean."""
    assert one(at_least(Decimal(str(limit)), basis=how), values).status is status


def test_a_mean_is_weighted_by_how_many_each_year_rests_on() -> None:
    """Three of four lie in the year that is better."""
    how = Basis(kind=BasisKind.MEAN, over_years=2, weighted_by="antal")
    region = model(
        indicators=[indicator()],
        targets=[target(at_least("2.75", basis=how))],
        outcomes=[outcome(2023, 2, count=1), outcome(2024, 3, count=3)],
    )
    assert judged(region)["i"].status is MET


def test_weights_that_are_not_known_are_told() -> None:
    """The mean lies somewhere between the years, whatever they weigh."""
    how = Basis(kind=BasisKind.MEAN, over_years=2, weighted_by="årets investeringar")
    verdict = one(at_least(3, basis=how), {2023: 2, 2024: 3})
    assert "Åren vägs med årets investeringar, som inte är kända." in texts(verdict)
    assert "Värdet ligger mellan 2 och 3." in texts(verdict)


def test_a_band_may_be_reached_in_between() -> None:
    """Where a mean lies from below a band to above it, it may lie in it too."""
    how = Basis(kind=BasisKind.WHOLE_PERIOD, over_years=2)
    verdict = one(between(4, 5, basis=how), {2023: 1, 2024: 9})
    assert (verdict.low, verdict.high) == (NOT_MET, MET)


def test_the_whole_period_is_the_years_of_the_target_or_of_its_document() -> None:
    """A document for 2023 and 2024 lets the target speak of both."""
    condition = at_least(2, basis=Basis(kind=BasisKind.WHOLE_PERIOD))
    years = PlanningHorizon(kind=HorizonKind.YEARS, first_year=2023, last_year=2024)
    plan = SteeringDocument(id="plan", title="Plan", horizon=years)
    open_end = PlanningHorizon(kind=HorizonKind.YEARS, last_year=2024)
    held = {"indicators": [indicator()], "outcomes": outcomes({2023: 2, 2024: 3}), "documents": [plan]}
    of_document = model(**held, targets=[target(condition, document="plan")])
    of_its_own = model(**held, targets=[target(condition, horizon=open_end, document="plan")])
    assert judged(of_document)["i"].status is MET
    assert judged(of_its_own)["i"].status is UNKNOWN


@pytest.mark.parametrize(
    ("values", "status"),
    [({2022: 1, 2023: 2, 2024: 5}, MET), ({2022: 1, 2023: 2, 2024: 2}, PARTLY), ({2022: 3, 2023: 2, 2024: 2}, NOT_MET)],
)
def test_a_trend_may_be_weak(values: Mapping[int, object], status: Status) -> None:
    """A weak trend is partly met where the region says what a strong one is."""
    how = Basis(kind=BasisKind.TREND, over_years=3, strong_from=Decimal(3))
    assert one(increase(basis=how), values).status is status


def test_a_trend_without_strength_is_its_direction() -> None:
    """Any fall is a fall."""
    how = Basis(kind=BasisKind.TREND, over_years=2)
    assert one(decrease(basis=how), {2023: 3, 2024: 2}).status is MET


def test_a_trend_that_may_stand_still_is_not_called_weak() -> None:
    """What was to be kept or to increase has done so."""
    how = Basis(kind=BasisKind.TREND, over_years=2, strong_from=Decimal(9))
    assert one(keep_or_increase(basis=how), {2023: 2, 2024: 3}).status is MET


def test_a_first_measurement_is_neither_met_nor_missed() -> None:
    """It sets the baseline."""
    verdict = one(increase(), {2024: 5})
    assert (verdict.status, verdict.low, verdict.high) == (UNKNOWN, NOT_MET, MET)
    assert "Utfallet för 2024 är det första kända och sätter utgångsläget." in texts(verdict)


@pytest.mark.parametrize(
    ("missing", "told"),
    [
        (Missing.NEW, "Utfallet för 2024 är det första kända och sätter utgångsläget."),
        (Missing.SECRET, "Utfallet för 2023 saknar värde: sekretess."),
        (Missing.NOT_READABLE, "Utfallet för 2023 saknar värde: oläsligt."),
    ],
)
def test_an_outcome_before_that_has_no_value_is_told(missing: Missing, told: str) -> None:
    """New the year before is a first measurement; other reasons leave it open."""
    region = model(
        indicators=[indicator()],
        targets=[target(increase())],
        outcomes=[outcome(2023, missing=missing), outcome(2024, 5)],
    )
    assert told in texts(judged(region)["i"])


@pytest.mark.parametrize("how", [Basis(kind=BasisKind.CHANGE), Basis(kind=BasisKind.SUM, over_years=2)])
def test_another_way_of_measuring_breaks_the_comparison(how: Basis) -> None:
    """It cannot be assessed, and is not red."""
    verdict = one(at_least(0, basis=how), {2023: 5, 2024: 4}, method_changed=[date(2024, 1, 1)])
    assert verdict.status is UNKNOWN
    assert "Mätsättet ändrades, så 2023 och 2024 kan inte jämföras." in texts(verdict)


def test_a_preliminary_figure_and_a_carried_one_are_told() -> None:
    """A verdict says which state it rests on."""
    early = Part(first_month=1, last_month=4)
    region = model(
        indicators=[indicator()],
        targets=[target(above(2))],
        outcomes=[outcome(2024, 3, stage=Stage.PRELIMINARY, part=early, reported_for=Period(year=2024))],
    )
    verdict = judged(region)["i"]
    assert verdict.stage == "preliminär"
    assert texts(verdict)[1:3] == [
        "Värdet för 2024 är preliminärt.",
        "Värdet för 2024 är buret över från januari–april 2024.",
    ]


def test_a_grade_is_no_number_without_a_scale() -> None:
    """A word cannot be held against a number."""
    assert one(at_least(1), {2024: "Bra"}).status is UNKNOWN
