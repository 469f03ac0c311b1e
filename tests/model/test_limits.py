"""What the limit of a target is held against."""

from __future__ import annotations

from decimal import Decimal

import pytest

from regionstyrning.model import Basis, BasisKind, Condition, ConditionKind, Partly, ValueReference, YearValue, at_least


@pytest.mark.parametrize(
    "kind",
    [
        "enskilt år",
        "summa",
        "medelvärde",
        "ändring mot föregående år",
        "samma period föregående år",
        "ändring mot basår",
        "trend",
    ],
)
def test_a_limit_is_held_against_a_basis(kind: str) -> None:
    """A year, several years, a change against the year before, the same part of it or a base year, a trend."""
    basis = at_least(2, basis=Basis(kind=BasisKind(kind))).basis
    assert basis is not None
    assert basis.kind.value == kind


def test_a_mean_of_several_years_says_how_it_is_weighted() -> None:
    """Two percent over ten years, weighted by the tax income of each."""
    basis = Basis(kind=BasisKind.MEAN, over_years=10, weighted_by="skatter och generella statsbidrag")
    assert (basis.over_years, basis.weighted_by) == (10, "skatter och generella statsbidrag")


def test_a_sum_of_several_years_is_told_apart_from_a_mean() -> None:
    """The results of three years together are not their mean."""
    kinds = [Basis(kind=kind, over_years=3) for kind in (BasisKind.SUM, BasisKind.MEAN)]
    assert kinds[0] != kinds[1]


def test_a_change_may_be_against_a_base_year() -> None:
    """A third less than in 2020."""
    assert Basis(kind=BasisKind.BASE_YEAR, base_year=2020).base_year == 2020


def test_a_trend_may_be_strong_from_a_change() -> None:
    """The region says from which change an arrow is double."""
    assert Basis(kind=BasisKind.TREND, strong_from=Decimal(10)).strong_from == Decimal(10)


def test_a_limit_is_another_value_by_id_and_share() -> None:
    """At most 98 percent of what another measure shows the year before."""
    reference = ValueReference(indicators=["nettokostnad"], share_percent=Decimal(98), years_back=1)
    condition = Condition(kind=ConditionKind.AT_MOST, reference=reference)
    assert condition.reference == reference


def test_a_limit_is_a_sum_of_lines() -> None:
    """Two percent of taxes and general grants together, in the budget."""
    reference = ValueReference(
        lines=["skatteintakter", "generella-statsbidrag-och-utjamning"], stage="budget", share_percent=Decimal(2)
    )
    assert at_least(reference=reference).reference == reference


def test_a_limit_is_the_value_of_a_peer_group() -> None:
    """At least as good as the country."""
    assert at_least(reference=ValueReference(indicators=["hme"], scope="riket")).value is None


def test_a_limit_is_a_row_of_years() -> None:
    """-15.8, -14 and -4.7 percent for three years are one target."""
    row = [
        YearValue(year=2024, value=Decimal("-15.8"), text="-15,8%"),
        YearValue(year=2025, value=Decimal(-14), text="-14%"),
        YearValue(year=2026, value=Decimal("-4.7"), text="-4,7%"),
    ]
    assert [each.value for each in at_least(by_year=row).by_year] == [Decimal("-15.8"), Decimal(-14), Decimal("-4.7")]


def test_a_row_may_hold_two_limits_for_a_year() -> None:
    """What a source prints twice is kept twice."""
    row = [YearValue(year=2024, value=Decimal(1)), YearValue(year=2024, value=Decimal(2))]
    assert len(at_least(by_year=row).by_year) == 2


@pytest.mark.parametrize(
    "partly",
    [
        Partly(share_percent=Decimal(75), includes_limit=False, text="mer än 75 procent"),
        Partly(value=Decimal(70)),
        Partly(grade="Delvis"),
        Partly(at_least=2, text="minst två av tre"),
    ],
)
def test_what_counts_as_partly_met_is_stated(partly: Partly) -> None:
    """A share of the target, a value, a grade or a number of conditions."""
    assert at_least(80, partly=partly).partly == partly


def test_what_counts_as_partly_met_may_be_unstated() -> None:
    """Nothing is partly met where the region does not say."""
    assert at_least(80).partly is None
