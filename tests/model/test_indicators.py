"""Indicators, their targets and outcomes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from regionstyrning.errors import InvalidValue
from regionstyrning.model import (
    Direction,
    ExternalId,
    Gender,
    HorizonKind,
    IndicatorRole,
    Join,
    JoinKind,
    MeasureKind,
    Missing,
    Outcome,
    Part,
    Period,
    PlanningHorizon,
    Scope,
    ScopeKind,
    Stage,
)
from tests.model.small import from_day, indicator, model, target, until_day

TERTIAL = Part(first_month=1, last_month=4)


def outcome(value: str | None = "75", **more: Any) -> Outcome:  # noqa: ANN401 - any field
    """What an indicator was in 2024, if nothing else is said."""
    number = None if value is None else Decimal(value)
    return Outcome(**{"indicator": "hme", "year": 2024, "value": number, **more})


def test_an_indicator_is_a_number_a_grade_or_a_cluster() -> None:
    """How it is measured by its content is told apart from how the source calls it."""
    held = indicator("krisberedskap", kind=MeasureKind.GRADED, printed_kind="Kvantitativ")
    assert (held.kind, held.printed_kind) == (MeasureKind.GRADED, "Kvantitativ")


def test_a_cluster_may_have_parts_that_nobody_names() -> None:
    """Of six graded parts, two may be known."""
    cluster = indicator("kluster", kind=MeasureKind.CLUSTER, parts_count=6, parts=["del-1", "del-2"])
    assert (cluster.parts_count, cluster.parts) == (6, ("del-1", "del-2"))


def test_a_cluster_says_how_its_parts_are_joined_where_that_is_stated() -> None:
    """One cluster has a rule, and of the other nobody says."""
    stated = indicator("a", kind=MeasureKind.CLUSTER, parts_count=3, join=Join(kind=JoinKind.ALL, text="alla ja"))
    silent = indicator("b", kind=MeasureKind.CLUSTER, parts_count=3)
    assert (stated.join, silent.join) == (Join(kind=JoinKind.ALL, text="alla ja"), None)


@pytest.mark.parametrize(
    ("role", "value"),
    [(IndicatorRole.DECIDES, "avgör"), (IndicatorRole.SUPPORTS, "stöder"), (IndicatorRole.WATCHED, "följs")],
)
def test_an_indicator_has_a_role(role: IndicatorRole, value: str) -> None:
    """It decides whether the goal is met, supports the judgement, or is only watched."""
    assert indicator("a", role=role).role.value == value


def test_a_watched_measure_may_have_a_plan_value_and_no_target() -> None:
    """A planned cost growth of 3.5 percent is an outcome at the stage of a plan."""
    watched = indicator("kostnadsutveckling", role=IndicatorRole.WATCHED)
    planned = outcome("3.5", indicator="kostnadsutveckling", stage=Stage.PLAN)
    held = model(indicators=[watched], outcomes=[planned])
    assert (held.targets, held.outcomes[0].stage) == ((), Stage.PLAN)


def test_who_set_a_measure_is_a_fact_of_the_measure() -> None:
    """One list holds measures set by fullmäktige and by a nämnd."""
    listed = [indicator("resor", set_by="rf"), indicator("nojdhet", set_by="ktn")]
    assert [each.set_by for each in listed] == ["rf", "ktn"]


@pytest.mark.parametrize("direction", [Direction.UP, Direction.DOWN, Direction.STEADY, None])
def test_a_measure_may_have_a_direction(direction: Direction | None) -> None:
    """Up, down or unchanged is better, or nobody says."""
    assert indicator("a", direction=direction).direction is direction


def test_a_measure_has_ids_in_outside_systems() -> None:
    """Its code in Kolada and in Stratsys are texts."""
    ids = [ExternalId(system="kolada", id="N00090"), ExternalId(system="stratsys", id="0017")]
    assert [each.id for each in indicator("a", external_ids=ids).external_ids] == ["N00090", "0017"]


@pytest.mark.parametrize(
    ("scope", "kind"),
    [
        ("RVN", ScopeKind.ORGAN),
        ("koncernen", ScopeKind.GROUP),
        ("norrlandsregionerna", ScopeKind.PEERS),
        ("riket", ScopeKind.COUNTRY),
    ],
)
def test_a_value_is_for_the_organ_the_group_the_peers_or_the_country(scope: str, kind: ScopeKind) -> None:
    """The scope is a code as printed, and its kind says for whom."""
    held = indicator("hme", scopes=[Scope(id=scope, kind=kind)])
    found = model(indicators=[held], outcomes=[outcome(scope=scope)])
    assert found[f"outcome/hme/2024/-/{scope}/-/slutlig"].scope == held.scopes[0].id


def test_a_target_may_be_for_one_scope_and_not_for_another() -> None:
    """The region and its ledningsförvaltning have targets of their own for one year."""
    held = model(targets=[target("hme", scope="RVN"), target("hme", scope="RLF")])
    assert [each.scope for each in held.targets] == ["RVN", "RLF"]


def test_values_are_divided_by_gender() -> None:
    """Women, men and both are three outcomes of one year."""
    parts = [outcome(gender=gender) for gender in Gender]
    assert len(model(outcomes=parts).outcomes) == 3


def test_targets_are_divided_by_gender() -> None:
    """Women and men may have targets of their own."""
    parts = [target("hme", gender=gender) for gender in (Gender.WOMEN, Gender.MEN)]
    assert len(model(targets=parts).targets) == 2


def test_a_value_is_for_a_part_of_a_year() -> None:
    """The first tertial and the year are two outcomes."""
    assert len(model(outcomes=[outcome(), outcome(part=TERTIAL)]).outcomes) == 2


def test_a_carried_over_value_is_measured_for_one_period_and_reported_for_another() -> None:
    """The value of April stands again in the report of August, since nothing was measured between."""
    april = outcome("4.55", part=TERTIAL, known_on=date(2024, 5, 15))
    august = outcome(
        "4.55",
        part=TERTIAL,
        known_on=date(2024, 9, 20),
        reported_for=Period(year=2024, part=Part(first_month=1, last_month=8)),
    )
    held = model(outcomes=[april, august])
    assert [each.reported_for is None for each in held.outcomes] == [True, False]


def test_a_value_is_known_from_a_day() -> None:
    """The outcome of a year is known the year after, and not before."""
    final = outcome(known_on=date(2025, 2, 20))
    held = model(outcomes=[final])
    assert [held.at(day).outcomes for day in (date(2025, 2, 19), date(2025, 2, 20))] == [(), (final,)]


def test_plan_forecast_preliminary_and_final_stand_side_by_side() -> None:
    """One year has a value at each stage."""
    assert len(model(outcomes=[outcome(stage=stage) for stage in Stage]).outcomes) == 4


def test_the_days_when_a_method_changed_are_told() -> None:
    """Values before and after such a day are not of one series."""
    assert indicator("a", method_changed=[date(2023, 1, 1)]).method_changed == (date(2023, 1, 1),)


@pytest.mark.parametrize("missing", ["ej redovisad", "ej tillämplig", "sekretess", "ny", "oläslig"])
def test_a_missing_value_has_a_reason_and_is_not_zero(missing: str) -> None:
    """Not reported, not applicable, secret, new this year and not readable are no numbers."""
    held = outcome(None, missing=Missing(missing))
    assert (held.value, held.missing) == (None, Missing(missing))


def test_zero_is_a_value() -> None:
    """Nothing is missing when the number is nought."""
    assert outcome("0").missing is None


@pytest.mark.parametrize(
    "fields",
    [
        {"value": None},
        {"value": Decimal(1), "grade": "Ja"},
        {"value": None, "grade": "Ja", "missing": Missing.NEW},
    ],
)
def test_an_outcome_is_one_thing(fields: dict[str, Any]) -> None:
    """A number, a grade and a reason for neither exclude each other, and one must be there."""
    with pytest.raises(InvalidValue, match="expected exactly one of value, grade and missing"):
        Outcome(indicator="hme", year=2024, **fields)


def test_an_outcome_may_be_a_word_of_a_scale() -> None:
    """A graded measure was delvis, and has no number."""
    graded = Outcome(indicator="krisberedskap", year=2024, grade="Delvis")
    assert (graded.grade, graded.value) == ("Delvis", None)


def test_a_number_keeps_its_decimals() -> None:
    """2.0 as printed is written 2.0."""
    assert str(outcome("2.0").value) == "2.0"


def test_a_target_may_be_for_a_span_of_years() -> None:
    """A target for 2027–2030 has a horizon and no year."""
    span = PlanningHorizon(kind=HorizonKind.YEARS, first_year=2027, last_year=2030)
    held = model(targets=[target("resultat", year=None, horizon=span), target("resultat", year=2026)])
    assert [each.year for each in held.targets] == [None, 2026]


def test_one_year_has_a_target_from_each_plan() -> None:
    """The target for 2025 of the plan of 2024 stands beside that of the plan of 2025."""
    plans = [target("hme", document="plan-2024"), target("hme", document="plan-2025")]
    assert [each.document for each in model(targets=plans).targets] == ["plan-2024", "plan-2025"]


def test_a_target_may_be_changed_within_the_year() -> None:
    """The old one holds to a day and the new one from the next, in one and the same plan."""
    spring = target("hme", document="plan", validity=until_day(date(2025, 6, 30)))
    autumn = target("hme", document="plan", validity=from_day(date(2025, 7, 1)))
    held = model(targets=[spring, autumn])
    assert [held.at(day).targets for day in (date(2025, 6, 30), date(2025, 7, 1))] == [(spring,), (autumn,)]


def test_a_measure_may_belong_to_a_stream_and_to_no_goal() -> None:
    """A kvalitetsindikator has no goal above it."""
    held = model(indicators=[indicator("kvalitet", stream="kvalitetsstyrning")])
    assert (held.contributions, held["kvalitet"].stream) == ((), "kvalitetsstyrning")
