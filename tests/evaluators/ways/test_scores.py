"""Scores from 0 to 10, and weighted means of them."""

from __future__ import annotations

from decimal import Decimal
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regionstyrning.errors import InvalidValue
from regionstyrning.evaluators import Scores, Status
from regionstyrning.evaluators.ways.scores import bound_of_mean
from regionstyrning.model import Outcome, Target, Weight, at_least
from tests.evaluators.small import AS_OF, YEAR, goal, indicator, link, model, seen, texts

if TYPE_CHECKING:
    from regionstyrning.evaluators import Verdict


def judged(values: dict[str, int], weights: dict[str, int], year: int = YEAR) -> Verdict:
    """The verdict on a region with a goal and three measures, of each the weight if it has one."""
    region = model(
        goals=[goal()],
        indicators=[indicator(id) for id in "abc"],
        contributions=[
            link(id, "g", weights=[Weight(value=Decimal(weights[id]))] if id in weights else []) for id in "abc"
        ],
        targets=[Target(indicator=id, year=year, condition=at_least(100)) for id in "abc"],
        outcomes=[Outcome(indicator=id, year=YEAR, value=Decimal(value)) for id, value in values.items()],
    )
    return Scores()(region, as_of=AS_OF, year=YEAR)


@pytest.mark.parametrize(
    ("value", "percent", "status"),
    [
        (100, "66.7", Status.MET),
        (75, "33.3", Status.PARTLY_MET),
        (74, "31.96", Status.NOT_MET),
        (40, "0", Status.NOT_MET),
        (130, "100", Status.MET),
    ],
)
def test_a_score_is_on_the_line(value: int, percent: str, status: Status) -> None:
    """Through the red flag and the goal, and no further than 0 and 10."""
    verdict = judged({"a": value}, {})["a"]
    assert seen(verdict.low, verdict.high, verdict.status) == (Decimal(percent), Decimal(percent), status)


def test_the_points_are_told() -> None:
    """From–to."""
    assert texts(judged({"a": 75}, {})["a"])[-1] == "3,33 poäng av 10."
    assert texts(judged({}, {})["a"])[-1] == "0,00 till 10,00 poäng av 10."


def test_goals_are_weighted_means() -> None:
    """All alike where no weight is stated."""
    values = {"a": 100, "b": 100, "c": 75}
    assert judged(values, {})["g"].low == Decimal("55.57")
    assert judged(values, {"a": 1, "b": 1, "c": 2})["g"].low == 50


def test_what_has_no_weight_weighs_anything() -> None:
    """From nothing to as much as the heaviest, where others have one."""
    held = judged({"a": 100, "b": 75, "c": 75}, {"a": 1})["g"]
    assert seen(held.low, held.high) == (Decimal("44.43"), Decimal("66.7"))
    assert texts(held)[-1].startswith("Några delar har en vikt och andra inte")


def test_what_is_not_due_is_not_scored() -> None:
    """It waits."""
    assert judged({"a": 100}, {}, year=YEAR + 5)["a"].status is Status.NOT_DUE


def test_settings_are_told() -> None:
    """By name."""
    assert judged({}, {}).settings == (
        ("red_flag_percent", "75"),
        ("red_flag_points", "3.33"),
        ("goal_points", "6.67"),
    )


@pytest.mark.parametrize("settings", [{"red_flag_percent": Decimal(100)}, {"red_flag_points": Decimal(7)}])
def test_the_red_flag_is_below_the_goal(settings: dict[str, Any]) -> None:
    """Whoever says otherwise is told."""
    with pytest.raises(InvalidValue, match="is not below the goal"):
        Scores(**settings)


values = st.integers(0, 20).map(Decimal)
parts = st.lists(st.tuples(values, st.one_of(st.none(), st.integers(0, 3).map(Decimal))), min_size=1, max_size=5)


@given(parts)
def test_bounds_of_a_mean_are_those_of_every_way_to_weigh(held: list[tuple[Decimal, Decimal | None]]) -> None:
    """Each unknown weight tried as nothing and as the heaviest."""
    weights = [weight for _, weight in held]
    heaviest = max((weight for weight in weights if weight), default=None)
    if heaviest is None:
        expected = [sum(value for value, _ in held) / len(held)] * 2
    else:
        ways = product(*([weight] if weight is not None else [Decimal(0), heaviest] for weight in weights))
        means = [
            sum((value * weight for (value, _), weight in zip(held, way, strict=True)), Decimal(0)) / sum(way)
            for way in ways
        ]
        expected = [min(means), max(means)]
    found = [bound_of_mean([value for value, _ in held], weights, worst=worst) for worst in (True, False)]
    assert [round(each, 9) for each in found] == [round(each, 9) for each in expected]
