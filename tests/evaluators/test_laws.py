"""Laws that every verdict keeps, whatever the model."""

from __future__ import annotations

from decimal import Decimal
from itertools import product
from typing import TYPE_CHECKING, Any

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from regionstyrning.evaluators import Attainment, Status
from regionstyrning.evaluators.verdicts.bounds import Bounds, rank
from regionstyrning.evaluators.verdicts.rollups import bounds_of, weighted, worst
from regionstyrning.model import (
    ContributionKind,
    Join,
    JoinKind,
    Partly,
    SteeringModel,
    above,
    at_least,
    at_most,
    below,
    increase,
    keep,
    keep_or_increase,
)
from tests.evaluators.small import UP, goal, indicator, judged, link, model, outcome, target

if TYPE_CHECKING:
    from random import Random

    from regionstyrning.evaluators import Verdict
    from regionstyrning.model import Condition

VALUES = [1, 5, 6, 99]
PARTLY = Partly(value=Decimal(5))

RISING = st.sampled_from([at_least(6), above(5, partly=PARTLY), increase(), keep_or_increase(), keep()])
ANY = st.one_of(RISING, st.sampled_from([at_most(5), below(6, partly=Partly(share_percent=Decimal(60)))]))
KINDS = st.sampled_from([None, *(Join(kind=kind, at_least=2) for kind in JoinKind)])
KNOWN = st.lists(st.one_of(st.none(), st.sampled_from(VALUES)), min_size=1, max_size=3)
LEVELS = st.sampled_from(["mal", "samst", "oppet"])


def region(condition: Condition, values: list[int | None], level: str = "mal") -> SteeringModel:
    """A goal with a measure for each value, None for one that is not known; each was 5 the year before."""
    ids = [f"m{place}" for place, _ in enumerate(values)]
    return model(
        goals=[goal(level=level), goal("over", "samst")],
        contributions=[link("g", "over", ContributionKind.BREAKS_DOWN), *(link(id, "g") for id in ids)],
        indicators=[indicator(id, direction=UP) for id in ids],
        targets=[target(condition, indicator=id) for id in ids],
        outcomes=[
            *(outcome(2023, 5, indicator=id) for id in ids),
            *(outcome(2024, value, indicator=id) for id, value in zip(ids, values, strict=True) if value is not None),
        ],
    )


def of_goal(held: SteeringModel, join: Join | None) -> Verdict:
    """The verdict on the goal, joined by a rule that is passed in."""
    return judged(held, settings=Attainment(join=join, partly_points=Decimal(50)))["g"]


def ends(verdict: Verdict) -> tuple[Decimal, Decimal]:
    """From the least to the most that a verdict can be, statuses by their place."""
    low, high = (
        Decimal(rank(end)) if isinstance(end, Status) else Decimal(end or 0) for end in (verdict.low, verdict.high)
    )
    return low, high


def filled(values: list[int | None]) -> list[list[int | None]]:
    """The unknown values filled in every way."""
    return [list(each) for each in product(*([value] if value is not None else VALUES for value in values))]


@given(condition=ANY, values=KNOWN, join=KINDS, level=LEVELS)
def test_filling_the_unknowns_in_every_way_gives_exactly_the_interval(
    condition: Condition, values: list[int | None], join: Join | None, level: str
) -> None:
    """From the worst of what they give to the best."""
    low, high = ends(of_goal(region(condition, values, level), join))
    found = [ends(of_goal(region(condition, each, level), join)) for each in filled(values)]
    assert (min(least for least, _ in found), max(most for _, most in found)) == (low, high)


@given(condition=ANY, values=KNOWN, join=KINDS, place=st.integers(0, 2), value=st.sampled_from(VALUES))
def test_knowing_more_never_widens_the_interval(
    condition: Condition, values: list[int | None], join: Join | None, place: int, value: int
) -> None:
    """One more outcome that becomes known lies within what was possible."""
    known = [value if here == place and old is None else old for here, old in enumerate(values)]
    (low, high), (later_low, later_high) = (ends(of_goal(region(condition, each), join)) for each in (values, known))
    assert low <= later_low <= later_high <= high


@given(condition=RISING, values=KNOWN, join=KINDS, place=st.integers(0, 2), level=LEVELS)
def test_improving_an_outcome_never_worsens_the_verdict(
    condition: Condition, values: list[int | None], join: Join | None, place: int, level: str
) -> None:
    """Neither its worst nor its best."""
    better = [value + 1 if here == place and value is not None else value for here, value in enumerate(values)]
    before, after = (ends(of_goal(region(condition, each, level), join)) for each in (values, better))
    assert before[0] <= after[0]
    assert before[1] <= after[1]


@given(condition=ANY, values=KNOWN, level=LEVELS, seed=st.randoms(use_true_random=False))
def test_the_order_of_records_changes_nothing(
    condition: Condition, values: list[int | None], level: str, seed: Random
) -> None:
    """Not a word of what is told."""
    held = region(condition, values, level)
    mixed: dict[str, Any] = {name: seed.sample(records, len(records)) for name, records in held.catalogues().items()}
    assert judged(evolve(held, **mixed)).to_records() == judged(held).to_records()


@given(
    values=st.lists(st.sampled_from(VALUES), min_size=1, max_size=4),
    weights=st.lists(st.integers(0, 5), min_size=4, max_size=4),
    factor=st.integers(1, 9),
)
def test_weights_that_are_all_scaled_change_nothing(values: list[int], weights: list[int], factor: int) -> None:
    """Only their proportions count."""
    parts = judged(region(at_least(6), list(values)))["g"].parts
    plain, scaled = (
        weighted(parts, [Decimal(weight * times) for weight in weights[: len(parts)]]) for times in (1, factor)
    )
    assert plain is not None
    assert scaled is not None
    assert abs(plain.low - scaled.low) < Decimal("1e-20")


@given(values=KNOWN, condition=ANY)
def test_the_worst_is_never_better_than_any_part(values: list[int | None], condition: Condition) -> None:
    """Neither at its worst nor at its best."""
    parts = judged(region(condition, values))["g"].parts
    found = worst(parts)
    assert all(_no_better(found, bounds_of(part)) for part in parts)


def _no_better(held: Bounds, other: Bounds) -> bool:
    return rank(held.low) <= rank(other.low) and rank(held.high) <= rank(other.high)
