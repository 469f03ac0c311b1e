"""Laws that the ways of judging for comparison keep too."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from regionstyrning.evaluators import Bands, Propagation, Scores, evaluate
from regionstyrning.model import ContributionKind, Outcome, SteeringModel, Target, Weight, at_least
from tests.evaluators.small import AS_OF, YEAR, goal, indicator, link, model

if TYPE_CHECKING:
    from random import Random

    from regionstyrning.evaluators import Evaluator, Verdict

IDS = "abcd"
WAYS: list[Evaluator] = [Bands(), Scores(), Propagation(partly_points=Decimal(0), met_from=Decimal(50))]
values = st.dictionaries(st.sampled_from(IDS), st.sampled_from([40, 76, 91, 100]))
weights = st.lists(st.integers(1, 5), min_size=5, max_size=5)
ways = st.sampled_from(WAYS)


def region(told: dict[str, int], heavy: list[int]) -> SteeringModel:
    """A goal with two measures and a goal under it, which has two more."""
    part = ContributionKind.CONTRIBUTES
    ends = [("a", "g"), ("b", "g"), ("c", "under"), ("d", "under")]
    links = [
        link(lower, upper, weights=[Weight(value=Decimal(weight))])
        for (lower, upper), weight in zip(ends, heavy[:4], strict=True)
    ]
    return model(
        goals=[goal("g"), goal("under")],
        indicators=[indicator(id) for id in IDS],
        contributions=[*links, link("under", "g", part, weights=[Weight(value=Decimal(heavy[4]))])],
        targets=[Target(indicator=id, year=YEAR, condition=at_least(100)) for id in IDS],
        outcomes=[Outcome(indicator=id, year=YEAR, value=Decimal(value)) for id, value in told.items()],
    )


def ends_of(verdict: Verdict) -> tuple[Decimal, Decimal]:
    """The least and the most, in percent."""
    assert isinstance(verdict.low, Decimal)
    assert isinstance(verdict.high, Decimal)
    return verdict.low, verdict.high


@given(ways, values, weights, st.sampled_from(IDS), st.sampled_from([40, 100]))
def test_knowing_more_never_widens(way: Evaluator, told: dict[str, int], heavy: list[int], id: str, value: int) -> None:
    """What is told of one more measure stays within what it could be."""
    before = way(region(told, heavy), as_of=AS_OF, year=YEAR)
    after = way(region({id: value, **told}, heavy), as_of=AS_OF, year=YEAR)
    for each in ("g", "under"):
        low, high = ends_of(before[each])
        least, most = ends_of(after[each])
        assert low <= least <= most <= high


@given(ways, values, weights, st.sampled_from(IDS))
def test_a_better_outcome_never_makes_it_worse(way: Evaluator, told: dict[str, int], heavy: list[int], id: str) -> None:
    """For any goal above."""
    worse = way(region({**told, id: 76}, heavy), as_of=AS_OF, year=YEAR)
    better = way(region({**told, id: 100}, heavy), as_of=AS_OF, year=YEAR)
    for each in ("g", "under"):
        assert all(low <= high for low, high in zip(ends_of(worse[each]), ends_of(better[each]), strict=True))


@given(ways, values, weights, st.randoms(use_true_random=False), st.integers(2, 9))
def test_order_and_unit_of_weights_change_nothing(
    way: Evaluator, told: dict[str, int], heavy: list[int], random: Random, times: int
) -> None:
    """Nothing but the verdict is asked of a shuffled region."""
    held = region(told, heavy)
    scaled = region(told, [times * weight for weight in heavy])
    shuffled = evolve(
        scaled,
        **{name: random.sample(each, len(each)) for name, each in scaled.catalogues().items()},  # type: ignore[arg-type] # every catalogue
    )
    one, other = (way(each, as_of=AS_OF, year=YEAR) for each in (held, shuffled))
    assert one.to_records() == other.to_records()


@given(values, weights)
def test_the_worst_is_never_better_than_any_part(told: dict[str, int], heavy: list[int]) -> None:
    """Of bands."""
    whole = evaluate(region(told, heavy), as_of=AS_OF, evaluators="bands")["bands"]
    for part in whole["g"].parts:
        assert all(low <= high for low, high in zip(ends_of(whole["g"]), ends_of(part), strict=True))


@pytest.mark.parametrize("way", WAYS)
def test_the_same_model_gives_the_same(way: Evaluator) -> None:
    """Judged twice."""
    held = region({"a": 91, "d": 40}, [1, 2, 3, 4, 5])
    assert way(held, as_of=AS_OF, year=YEAR) == way(held, as_of=AS_OF, year=YEAR)
