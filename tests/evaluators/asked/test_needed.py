"""What must improve for a goal to be met."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from regionstyrning.errors import InvalidValue, UnknownId
from regionstyrning.evaluators import Attainment, Status, needed
from regionstyrning.model import ContributionKind, Ground, Join, JoinKind, Level, LevelKind, Outcome, Target, at_least
from tests.evaluators.small import AS_OF, STRUCTURE, YEAR, goal, indicator, link, model, seen

if TYPE_CHECKING:
    from regionstyrning.model import SteeringModel

IDS = "abcd"
SOME = Join(kind=JoinKind.COUNT, at_least=2)
BOTH = Level(
    id="tva", title="Två av dem", kind=LevelKind.GOAL, judged_by=[Ground.MEASURES, Ground.LEVEL_UNDER], join=SOME
)


def region(values: dict[str, int], level: str = "samst", year: int = YEAR) -> SteeringModel:
    """A goal with four measures that must reach 10, and a goal under it with two of them."""
    return model(
        structures=[evolve(STRUCTURE, levels=[*STRUCTURE.levels, BOTH])],
        goals=[goal("g", level=level), goal("under", level="samst")],
        indicators=[indicator(id) for id in IDS],
        contributions=[
            link("a", "g"),
            link("b", "g"),
            link("c", "under"),
            link("d", "under"),
            link("under", "g", ContributionKind.BREAKS_DOWN),
        ],
        targets=[Target(indicator=id, year=year, condition=at_least(10, text="minst 10")) for id in IDS],
        outcomes=[Outcome(indicator=id, year=YEAR, value=Decimal(value)) for id, value in values.items()],
    )


def improved(held: SteeringModel, ids: tuple[str, ...]) -> Status:
    """The status of the goal when some measures have come to their target."""
    fresh = [Outcome(indicator=id, year=YEAR, value=Decimal(10)) for id in ids]
    return Attainment()(held.with_(*fresh), as_of=AS_OF)["g"].status


def test_what_falls_short_and_what_is_unknown_must_be_met() -> None:
    """Where every part counts."""
    found = needed(region({"a": 10, "b": 3, "c": 10}), "g", as_of=AS_OF)
    assert [(each.id, each.status) for each in found.improvements] == [
        ("b", Status.NOT_MET),
        ("d", Status.CANNOT_BE_ASSESSED),
    ]
    assert seen(found.possible, found.exact, found.cost, found.least) == (True, True, 2, 2)
    assert seen(found.before.status, found.after.status) == (Status.NOT_MET, Status.MET)
    assert found.text() == (
        "Mål g blir uppfyllt om dessa är det (kostnad 2):\n"
        "- Mått b [b]: minst 10 (2024) (inte uppfyllt)\n"
        "- Mått d [d]: minst 10 (2024) (kan inte bedömas)\n"
        "Ingen billigare mängd räcker."
    )


def test_the_cheapest_set_is_chosen() -> None:
    """By the costs that are given."""
    held = region(dict.fromkeys(IDS, 1), "tva")
    assert [each.id for each in needed(held, "g", as_of=AS_OF).improvements] == ["a", "b"]
    costs: dict[str, Decimal | int] = {"a": 1, "b": 9, "c": Decimal(2), "d": 3}
    found = needed(held, "g", as_of=AS_OF, costs=costs)
    assert seen([each.id for each in found.improvements], found.cost) == (["a", "c", "d"], 6)


def test_what_has_no_cost_cannot_improve() -> None:
    """Where costs are given."""
    held = region(dict.fromkeys(IDS, 1))
    found = needed(held, "g", as_of=AS_OF, costs={"a": 1})
    assert seen(found.possible, found.weighed, found.improvements) == (False, 1, ())
    assert found.text("en") == "Mål g is not met even if the only indicator that can improve is met."


def test_of_the_whole_region_all_that_it_has_is_weighed() -> None:
    """It is met when every goal that stands free is."""
    found = needed(region({"a": 10, "b": 3, "c": 10}), "liten", as_of=AS_OF)
    assert [each.id for each in found.improvements] == ["b", "d"]
    assert found.text().startswith("Lilla regionen blir uppfyllt om dessa är det (kostnad 2):\n")


def test_where_nothing_can_improve_that_is_told() -> None:
    """A number of no indicators at all says nothing."""
    held = region({}).without("under", *IDS)
    found = needed(held, "g", as_of=AS_OF)
    assert (found.possible, found.weighed) == (False, 0)
    assert found.text() == "Mål g är inte uppfyllt, och inget mått som kan förbättras är känt."


def test_costs_are_known_and_not_below_zero() -> None:
    """Whoever says otherwise is told."""
    held = region({})
    with pytest.raises(UnknownId, match="no Indicator has the id 'e'"):
        needed(held, "g", as_of=AS_OF, costs={"e": 1})
    with pytest.raises(InvalidValue, match="the cost of 'a' is -1, expected zero or more"):
        needed(held, "g", as_of=AS_OF, costs={"a": -1})


def test_a_goal_that_is_met_needs_nothing() -> None:
    """And stays as it is."""
    found = needed(region(dict.fromkeys(IDS, 10)), "g", as_of=AS_OF)
    assert seen(found.possible, found.improvements, found.cost) == (True, (), 0)
    assert found.text() == "Mål g är uppfyllt."
    assert found.after is found.before


def test_of_many_none_can_be_spared() -> None:
    """And a bound of the cost is told."""
    held = region(dict.fromkeys(IDS, 1), "tva")
    found = needed(held, "g", as_of=AS_OF, costs={"a": 1, "b": 9, "c": 2, "d": 3}, most=3)
    assert seen([each.id for each in found.improvements], found.exact, found.least) == (["a", "c", "d"], False, 0)
    assert found.text("en").endswith("None of them can be spared; a cheaper set costs no less than 0.")
    every = needed(region(dict.fromkeys(IDS, 1)), "g", as_of=AS_OF, most=0)
    assert seen(every.exact, every.least, every.cost) == (True, 4, 4)


def test_a_goal_to_come_is_asked_about_as_if_its_time_had_ended() -> None:
    """All its measures count then."""
    found = needed(region({"a": 10, "b": 3, "c": 10, "d": 4}, year=YEAR + 3), "g", as_of=AS_OF)
    assert [each.id for each in found.improvements] == ["a", "b", "c", "d"]
    assert seen(found.before.status, found.after.status) == (Status.NOT_DUE, Status.MET)


def test_it_can_be_read_as_rows() -> None:
    """One an improvement."""
    rows = needed(region({"a": 10, "b": 3, "c": 10, "d": 10}), "g", as_of=AS_OF).to_records()
    assert rows == [
        {
            "about": "g",
            "id": "b",
            "title": "Mått b",
            "status": "inte uppfyllt",
            "asked": ["minst 10 (2024)"],
            "cost": 1,
            "exact": True,
        }
    ]


@given(
    st.dictionaries(st.sampled_from(IDS), st.sampled_from([1, 10])),
    st.sampled_from(["samst", "tva"]),
    st.lists(st.integers(0, 4), min_size=4, max_size=4),
)
def test_no_cheaper_set_is_enough(values: dict[str, int], level: str, prices: list[int]) -> None:
    """Every set is tried with outcomes that reach the target."""
    held = region(values, level)
    costs = dict(zip(IDS, prices, strict=True))
    found = needed(held, "g", as_of=AS_OF, costs=costs)
    chosen = tuple(each.id for each in found.improvements)
    assert improved(held, chosen) is Status.MET
    short = [id for id in IDS if values.get(id) != 10]
    enough = [
        sum(costs[id] for id in ids)
        for size in range(len(short) + 1)
        for ids in combinations(short, size)
        if improved(held, ids) is Status.MET
    ]
    assert found.cost == min(enough)
