"""The short way of the plainest case gives what the long way gives."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regionstyrning.evaluators import Attainment
from regionstyrning.evaluators.measures.indicators import at_length
from regionstyrning.evaluators.measures.plain import plain_verdict
from regionstyrning.evaluators.occasions.occasion import occasion_of
from regionstyrning.model import (
    Basis,
    BasisKind,
    Direction,
    Gender,
    MeasureKind,
    Part,
    Partly,
    Period,
    Scope,
    Source,
    Stage,
    above,
    at_least,
    at_most,
    below,
    increase,
)
from tests.evaluators.small import AS_OF, GRADES, YEAR, indicator, judged, model, outcome, target

if TYPE_CHECKING:
    from regionstyrning.evaluators import Verdict
    from regionstyrning.model import Condition, SteeringModel

PART = Part(first_month=1, last_month=8)
PLAIN: list[dict[str, Any]] = [{}, {"sources": [Source(publication="bok", place="s. 4")]}]
CONDITIONS = [
    at_least(6),
    above(Decimal("5.50")),
    at_most(0),
    below(6, text="under sex"),
    at_least(6, partly=Partly(share_percent=Decimal(50))),
    at_least(6, basis=Basis(kind=BasisKind.LATEST)),
    at_least(6, every_unit=True),
    increase(),
]
TARGETS: list[dict[str, Any]] = [
    *PLAIN,
    {"year": None},
    {"year": YEAR + 1},
    {"part": PART},
    {"scope": "A"},
    {"gender": Gender.WOMEN},
]
INDICATORS: list[dict[str, Any]] = [
    {},
    {"direction": Direction.UP, "unit": "procent"},
    {"direction": Direction.DOWN},
    {"direction": Direction.STEADY},
    {"scopes": [Scope(id="A")]},
    {"method_changed": [date(YEAR, 1, 1)]},
    {"scale": GRADES.id},
    {"kind": MeasureKind.CLUSTER, "parts_count": 2},
]
OUTCOMES: list[dict[str, Any]] = [
    *PLAIN,
    {"part": PART},
    {"scope": "A"},
    {"gender": Gender.WOMEN},
    {"stage": Stage.PRELIMINARY},
    {"reported_for": Period(year=YEAR)},
    {"known_on": date(YEAR + 1, 2, 1)},
]
FIGURE = st.builds(
    lambda year, value, more: outcome(year, value, **more),
    st.integers(YEAR - 3, YEAR),
    st.sampled_from([Decimal("0.00"), Decimal(5), Decimal(6), Decimal("6.123456"), "Ja"]),
    st.one_of(st.just({}), st.sampled_from(OUTCOMES)),
)


def ways(held: SteeringModel, settings: Attainment | None = None) -> tuple[Verdict | None, Verdict]:
    """The verdict on the target by the short way, if that is one for it, and on the indicator by the long way."""
    occasion = occasion_of(settings or Attainment(), held, AS_OF, YEAR)
    what, asked = occasion.plan.indicators[0], occasion.targets.get("i", ())
    return plain_verdict(occasion, what, asked, occasion.figures), at_length(occasion, what, asked, occasion.figures)


@given(
    condition=st.sampled_from(CONDITIONS),
    targets=st.lists(st.one_of(st.just({}), st.sampled_from(TARGETS)), min_size=1, max_size=2, unique_by=str),
    more=st.one_of(st.just({}), st.sampled_from(INDICATORS)),
    outcomes=st.lists(FIGURE, max_size=4, unique_by=lambda each: each.id),
)
def test_the_short_way_is_the_long_way(
    condition: Condition, targets: list[dict[str, Any]], more: dict[str, Any], outcomes: list[Any]
) -> None:
    """Whatever the region: it says the same of the target, and the indicator's verdict is the same."""
    held = model(
        indicators=[indicator(**more)],
        targets=[target(condition, **each) for each in targets if each != PLAIN[1] or {} not in targets],
        outcomes=outcomes,
    )
    short, long = ways(held)
    assert short is None or (short,) == long.parts
    assert judged(held)["i"] == long


@pytest.mark.parametrize("condition", CONDITIONS[:4])
@pytest.mark.parametrize("more", INDICATORS[:4])
@pytest.mark.parametrize("values", [{YEAR: 6}, {YEAR: 0, YEAR - 1: 5, YEAR - 3: 7}])
def test_the_plainest_cases_take_it(condition: Condition, more: dict[str, Any], values: dict[int, int]) -> None:
    """Else the law above would say nothing."""
    outcomes = [outcome(year, value, **PLAIN[1]) for year, value in values.items()]
    held = model(indicators=[indicator(**more)], targets=[target(condition)], outcomes=outcomes)
    short, long = ways(held)
    assert short is not None
    assert (short,) == long.parts


@pytest.mark.parametrize(
    "settings", [Attainment(partly_share=Decimal(50)), Attainment(stage=Stage.FORECAST), Attainment(stage=Stage.FINAL)]
)
def test_settings_that_reach_the_number_are_kept(settings: Attainment) -> None:
    """A share that is partly enough, and a stage that alone counts."""
    held = model(indicators=[indicator()], targets=[target(at_least(6))], outcomes=[outcome(YEAR, 5)])
    short, long = ways(held, settings)
    assert (short is not None) == (settings.stage is Stage.FINAL)
    assert short is None or (short,) == long.parts


def test_a_year_that_has_not_ended_is_no_plain_case() -> None:
    """Its target is still ahead, whatever is known of it."""
    held = model(indicators=[indicator()], targets=[target(at_least(6))], outcomes=[outcome(YEAR, 5)])
    occasion = occasion_of(Attainment(), held, date(YEAR, 12, 30), YEAR)
    what, asked = occasion.plan.indicators[0], occasion.targets["i"]
    assert plain_verdict(occasion, what, asked, occasion.figures) is None
