"""Evidence is carried upwards, what nobody knows too."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regionstyrning.evaluators.ways.balances import Balance, Span, rounded
from regionstyrning.evaluators.ways.propagation import propagate
from regionstyrning.model import Contribution, ContributionKind, Validity, Weight

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

DAY = date(2026, 3, 1)
PART, ADDS, BOUND, AGAINST, MEASURES = (
    ContributionKind.BREAKS_DOWN,
    ContributionKind.CONTRIBUTES,
    ContributionKind.CONDITION,
    ContributionKind.WORKS_AGAINST,
    ContributionKind.MEASURES,
)

Values = dict[str, tuple[Decimal, Decimal]]


def link(lower: str, upper: str, kind: ContributionKind, *weights: int | str | Weight) -> Contribution:
    """A link with its weights, each for ever if it says no more."""
    held = [each if isinstance(each, Weight) else Weight(value=Decimal(each)) for each in weights]
    return Contribution(lower=lower, upper=upper, kind=kind, weights=held)


def known(**values: int | tuple[int, int]) -> Values:
    """What is known of each."""
    pairs = {id: value if isinstance(value, tuple) else (value, value) for id, value in values.items()}
    return {id: (Decimal(low), Decimal(high)) for id, (low, high) in pairs.items()}


def net(values: Values, *links: Contribution, of: str = "mal", whole: int | None = None) -> tuple[object, object]:
    """The least and the most that speaks for a goal in all."""
    full = None if whole is None else Decimal(whole)
    found = propagate(values, links, on=DAY, whole=full)[of].net
    return found.low, found.high


@pytest.mark.parametrize("kind", [PART, MEASURES])
def test_parts_give_their_minimum(kind: ContributionKind) -> None:
    """What a goal is broken down into, and what measures it."""
    links = [link(id, "mal", kind) for id in "abc"]
    assert net(known(a=80, b=30, c=100), *links) == (30, 30)
    assert net(known(a=80, b=-30, c=100), *links) == (-30, -30)


def test_contributions_are_added_and_clipped() -> None:
    """No further than 100 for and 100 against."""
    links = [link("a", "mal", ADDS), link("b", "mal", ADDS)]
    assert net(known(a=30, b=40), *links) == (70, 70)
    assert net(known(a=80, b=40), *links) == (100, 100)
    assert net(known(a=-80, b=-40), *links) == (-100, -100)


def test_contributions_add_to_the_parts() -> None:
    """Which count as one."""
    links = [link("a", "mal", PART), link("b", "mal", PART), link("c", "mal", ADDS)]
    assert net(known(a=80, b=30, c=20), *links) == (50, 50)


def test_weights_are_shares_of_the_greatest() -> None:
    """In whatever unit they are stated."""
    for unit in (1, 10, 7):
        links = [link("a", "mal", ADDS, 4 * unit), link("b", "mal", ADDS, unit)]
        assert net(known(a=50, b=40), *links) == (60, 60)


def test_the_whole_may_be_stated() -> None:
    """Then a weight is a share of that."""
    assert net(known(a=50), link("a", "mal", ADDS, 40), whole=100) == (20, 20)


def test_weights_of_nothing_weigh_nothing() -> None:
    """However many they are."""
    assert net(known(a=50, b=40), link("a", "mal", ADDS, 0), link("b", "mal", ADDS, 0)) == (0, 0)


def test_weights_have_days() -> None:
    """Only those of the day count."""
    ended = Weight(value=Decimal(1), validity=Validity(last=date(2025, 12, 31)))
    begun = Weight(value=Decimal(4), validity=Validity(first=date(2026, 1, 1)))
    links = [link("a", "mal", ADDS, ended, begun), link("b", "mal", ADDS, 8)]
    assert net(known(a=50, b=10), *links) == (35, 35)


@pytest.mark.parametrize("weights", [(), ("1", "2")])
def test_a_weight_that_nobody_knows_is_anything(weights: tuple[str, ...]) -> None:
    """From nothing to the whole, where others are stated; so is one stated in two ways."""
    links = [link("a", "mal", ADDS, *weights), link("b", "mal", ADDS, 3)]
    assert net(known(a=50, b=10), *links) == (10, 60)
    assert net(known(a=-50, b=10), *links) == (-40, 10)


def test_what_works_against_is_turned_round() -> None:
    """What speaks for it speaks against the goal, and the other way; so does a weight below nothing."""
    assert net(known(a=30), link("a", "mal", AGAINST)) == (-30, -30)
    assert net(known(a=-30), link("a", "mal", AGAINST)) == (30, 30)
    assert net(known(a=30), link("a", "mal", ADDS, -2)) == (-30, -30)
    assert net(known(a=30), link("a", "mal", AGAINST, -2)) == (30, 30)


def test_a_condition_is_an_upper_bound() -> None:
    """It never lifts."""
    links = [link("a", "mal", ADDS), link("v", "mal", BOUND)]
    assert net(known(a=80, v=30), *links) == (30, 30)
    assert net(known(a=10, v=30), *links) == (10, 10)
    assert net(known(a=80, v=-40), *links) == (-40, -40)


def test_a_condition_alone_says_only_what_is_too_much() -> None:
    """Below it the goal may be anything."""
    assert net(known(v=30), link("v", "mal", BOUND)) == (-100, 30)


def test_for_and_against_are_kept_apart() -> None:
    """So that a conflict shows, where the sum would hide it."""
    links = [link("a", "mal", ADDS), link("b", "mal", ADDS)]
    found = propagate(known(a=60, b=-60), links, on=DAY)["mal"]
    assert found == Balance(Span(Fraction(60), Fraction(60)), Span(Fraction(60), Fraction(60)))
    assert (found.net, found.conflict) == (Span(Fraction(0), Fraction(0)), True)


def test_parts_are_in_no_conflict() -> None:
    """The least of them is what counts."""
    links = [link("a", "mal", PART), link("b", "mal", PART)]
    assert propagate(known(a=60, b=-60), links, on=DAY)["mal"].conflict is False


def test_a_conflict_may_be_unknown() -> None:
    """Where it hangs on what nobody knows; one value alone is at odds with nothing."""
    links = [link("a", "mal", ADDS), link("b", "mal", ADDS)]
    found = propagate(known(a=60), links, on=DAY)
    assert (found["b"].conflict, found["mal"].conflict) == (False, None)


def test_what_nobody_knows_is_anything() -> None:
    """And is carried on."""
    links = [link("a", "mal", PART), link("b", "mal", PART)]
    assert net({}, *links) == (-100, 100)
    assert net(known(a=20), *links) == (-100, 20)
    assert net(known(a=(-10, 20), b=(0, 50)), *links) == (-10, 20)


def test_a_value_of_its_own_stays() -> None:
    """Whatever stands under it."""
    assert net(known(mal=5, a=80), link("a", "mal", PART)) == (5, 5)


def test_links_that_go_round_come_to_rest() -> None:
    """At what is known from elsewhere."""
    links = [link("a", "b", PART), link("b", "a", PART), link("x", "a", PART), link("a", "mal", PART)]
    assert net(known(x=50), *links) == (-100, 50)
    assert net(known(x=-100), *links, of="b") == (-100, -100)


def test_links_that_come_nearer_and_nearer_are_left_as_bounds() -> None:
    """What has not come to rest is no wider than before."""
    half = [link("a", "b", ADDS, 1), link("b", "a", ADDS, 1), link("x", "a", ADDS, 2)]
    few = propagate(known(x=50), half, on=DAY, whole=Decimal(2), rounds=3)["a"].net
    many = propagate(known(x=50), half, on=DAY, whole=Decimal(2))["a"].net
    answer = Fraction(200, 3)
    assert few.low < many.low < answer < many.high < few.high
    assert many.high - many.low < Fraction(1, 1_000)


def test_the_table_can_be_read() -> None:
    """In both languages, and as rows."""
    found = propagate(known(a=60), [link("a", "mal", ADDS), link("b", "mal", ADDS, 1)], on=DAY)
    assert found.text("en").splitlines()[-1].split("  ") == ["mal", "0 to 100", "0 to 100", "−100 to 100", "perhaps"]
    assert found.to_records()[0] == {
        "id": "a",
        "for_low": Decimal(60),
        "for_high": Decimal(60),
        "against_low": Decimal(0),
        "against_high": Decimal(0),
        "low": Decimal(60),
        "high": Decimal(60),
        "conflict": False,
    }


def test_numbers_are_rounded_when_shown() -> None:
    """To two decimals; whole ones have none."""
    assert [str(rounded(Fraction(*each))) for each in ((100, 1), (200, 3), (1, 2), (-5, 10))] == [
        "100",
        "66.67",
        "0.5",
        "-0.5",
    ]


FEW = (-100, -40, 0, 25, 100)
leaves = st.sampled_from(["a", "b", "c", "d"])
kinds = st.sampled_from([PART, ADDS, BOUND, MEASURES])
trees = st.tuples(
    st.lists(st.tuples(leaves, st.sampled_from(["x", "y"]), kinds, st.sampled_from([(), (1,), (3,)])), max_size=5),
    st.lists(st.tuples(st.sampled_from(["x", "y", "a"]), kinds, st.sampled_from([(), (2,), (5,)])), max_size=3),
).map(lambda both: _links(*both))
some = st.dictionaries(leaves, st.sampled_from(FEW))


def _links(
    low: Sequence[tuple[str, str, ContributionKind, tuple[int, ...]]],
    high: Sequence[tuple[str, ContributionKind, tuple[int, ...]]],
) -> list[Contribution]:
    made = [link(lower, upper, kind, *weights) for lower, upper, kind, weights in low]
    made += [link(lower, "mal", kind, *weights) for lower, kind, weights in high]
    return list({each.id: each for each in made}.values())


@given(trees, some)
def test_filling_the_unknown_in_every_way_gives_the_interval(links: list[Contribution], told: dict[str, int]) -> None:
    """Where nothing works against, every weight is known and every goal has a part, no end is too far out."""
    weighted = [link(each.lower, each.upper, each.kind, *(each.weights or (1,))) for each in links]
    weighted += [link(f"{goal}-del", goal, PART) for goal in ("x", "y", "mal")]
    unknown = sorted({each.lower for each in weighted} - {*told, "x", "y"})
    nets = []
    for way in product((-100, 100), repeat=len(unknown)):
        filled = known(**told, **dict(zip(unknown, way, strict=True)))
        nets.append(propagate(filled, weighted, on=DAY)["mal"].net)
    expected = Span(min(each.low for each in nets), max(each.high for each in nets))
    assert propagate(known(**told), weighted, on=DAY)["mal"].net == expected


@given(trees, some, leaves, st.sampled_from(FEW))
def test_knowing_more_never_widens(links: list[Contribution], told: dict[str, int], id: str, value: int) -> None:
    """Every balance lies within what it was before."""
    before = propagate(known(**told), links, on=DAY)
    after = propagate(known(**{id: value, **told}), links, on=DAY)
    for each, held in before.balances:
        assert held.net.low <= after[each].net.low <= after[each].net.high <= held.net.high


@given(trees, some, leaves, st.sampled_from(FEW), st.sampled_from(FEW))
def test_doing_better_never_makes_it_worse(
    links: list[Contribution], told: dict[str, int], id: str, one: int, other: int
) -> None:
    """Where nothing works against."""
    low, high = sorted((one, other))
    worse = propagate(known(**{**told, id: low}), links, on=DAY)
    better = propagate(known(**{**told, id: high}), links, on=DAY)
    for each, held in worse.balances:
        assert held.net.low <= better[each].net.low
        assert held.net.high <= better[each].net.high


@given(trees, some, st.randoms(use_true_random=False), st.integers(1, 9))
def test_order_and_unit_change_nothing(
    links: list[Contribution], told: dict[str, int], random: Random, times: int
) -> None:
    """Neither the order of links nor the unit of weights."""
    shuffled = list(links)
    random.shuffle(shuffled)
    scaled = [
        link(each.lower, each.upper, each.kind, *(Weight(value=w.value * times) for w in each.weights))
        for each in shuffled
    ]
    assert propagate(known(**told), scaled, on=DAY) == propagate(known(**told), links, on=DAY)
