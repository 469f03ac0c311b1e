"""A target may be for several units."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from regionstyrning.evaluators import Attainment, Status
from regionstyrning.model import Gender, Missing, Part, Scope, ScopeKind, at_least, at_most
from tests.evaluators.small import indicator, judged, model, outcome, target, texts

if TYPE_CHECKING:
    from regionstyrning.model import Outcome, SteeringModel, Target

MET, NOT_MET, UNKNOWN = Status.MET, Status.NOT_MET, Status.CANNOT_BE_ASSESSED

UNITS = [Scope(id="A"), Scope(id="B"), Scope(id="RIKET", kind=ScopeKind.COUNTRY)]


def region(targets: list[Target], held: list[Outcome]) -> SteeringModel:
    """A measure for two units, and for the country."""
    country = outcome(2024, 1, scope="RIKET")
    return model(indicators=[indicator(scopes=UNITS)], targets=targets, outcomes=[*held, country])


@pytest.mark.parametrize(
    ("values", "status"),
    [((9, 9), MET), ((9, 1), NOT_MET), ((9, None), UNKNOWN), ((1, None), NOT_MET)],
)
def test_every_unit_must_reach_it_where_the_plan_says_so(values: tuple[int | None, ...], status: Status) -> None:
    """One that is not known leaves it open, unless another has missed it."""
    held = [
        outcome(2024, value, scope=scope) if value is not None else outcome(2024, scope=scope, missing=Missing.SECRET)
        for scope, value in zip("AB", values, strict=True)
    ]
    verdict = judged(region([target(at_least(5, every_unit=True))], held))["i"]
    assert verdict.status is status
    assert "Varje enhet ska nå målvärdet: A och B." in texts(verdict)
    assert [part.scope for part in verdict.parts[0].parts] == ["A", "B"]


def test_without_the_units_own_values_only_a_miss_is_certain() -> None:
    """A whole that has missed the limit has a unit that has; one that has not tells nothing of each."""
    measure = indicator()
    condition = at_most(5, every_unit=True)
    held = {
        value: model(indicators=[measure], targets=[target(condition)], outcomes=[outcome(2024, value)])
        for value in (4, 6)
    }
    assert judged(held[6])["i"].status is NOT_MET
    assert judged(held[4])["i"].status is UNKNOWN
    later = model(indicators=[measure], targets=[target(condition, year=2026)], outcomes=[outcome(2024, 4)])
    assert judged(later)["i"].status is Status.NOT_DUE


@pytest.mark.parametrize(
    ("per_scope", "values", "status"),
    [
        ("each", (9, 9), MET),
        ("each", (9, 1), UNKNOWN),
        ("all", (9, 1), NOT_MET),
        ("weighted", (9, 1), MET),
    ],
)
def test_a_setting_says_how_units_come_together(per_scope: str, values: tuple[int, int], status: Status) -> None:
    """Three of four lie in the unit that is better; without a setting units that differ leave it open."""
    held = [
        outcome(2024, value, scope=scope, count=count) for value, scope, count in zip(values, "AB", (3, 1), strict=True)
    ]
    settings = Attainment(per_scope=per_scope)  # type: ignore[arg-type]  # given as a parameter
    assert judged(region([target(at_least(7))], held), settings=settings)["i"].status is status


def test_without_sizes_nothing_is_weighted() -> None:
    """Each unit is reported instead, and so is what is missing in a year."""
    held = [outcome(2024, 9, scope="A", count=3), outcome(2024, 1, scope="B")]
    settings = Attainment(per_scope="weighted")
    assert judged(region([target(at_least(7))], held), settings=settings)["i"].status is UNKNOWN


def test_a_value_for_the_whole_comes_before_those_of_the_units() -> None:
    """A target for no scope of its own is then held against the whole."""
    held = [outcome(2024, 9), outcome(2024, 1, scope="A"), outcome(2024, 1, scope="B")]
    assert judged(region([target(at_least(7))], held))["i"].status is MET


def test_targets_for_units_are_judged_each_for_itself() -> None:
    """Alike they settle the measure; otherwise they bound it, since no rule is known."""
    targets = [target(at_least(5), scope=scope) for scope in "AB"]
    alike = region(targets, [outcome(2024, 9, scope=scope) for scope in "AB"])
    apart = region(targets, [outcome(2024, 9, scope="A"), outcome(2024, 1, scope="B")])
    assert judged(alike)["i"].status is MET
    verdict = judged(apart)["i"]
    assert (verdict.status, verdict.low, verdict.high) == (UNKNOWN, NOT_MET, MET)
    assert "Ingen regel för att väga samman delarna är känd." in texts(verdict)


def test_women_and_men_may_have_targets_of_their_own() -> None:
    """Each is held against its own figures."""
    measure = indicator(by_gender=True)
    targets = [target(at_least(5), gender=gender) for gender in (Gender.WOMEN, Gender.MEN)]
    held = [outcome(2024, 9, gender=Gender.WOMEN), outcome(2024, 1, gender=Gender.MEN)]
    verdict = judged(model(indicators=[measure], targets=targets, outcomes=held))["i"]
    assert {part.status for part in verdict.parts} == {MET, NOT_MET}
    assert "kvinnor: Utfallet 9 (2024) hålls mot minst 5." in texts(verdict)
    assert {part.title for part in verdict.parts} == {"minst 5 (2024, kvinnor)", "minst 5 (2024, män)"}


def test_a_target_for_a_part_decides_only_where_none_is_for_the_year() -> None:
    """It stands beside the target for the whole year."""
    part = Part(first_month=1, last_month=4)
    held = [outcome(2024, 9), outcome(2024, 1, part=part)]
    both = model(indicators=[indicator()], targets=[target(at_least(5)), target(at_least(5), part=part)], outcomes=held)
    only = model(indicators=[indicator()], targets=[target(at_least(5), part=part)], outcomes=held)
    assert (judged(both)["i"].status, judged(only)["i"].status) == (MET, NOT_MET)
