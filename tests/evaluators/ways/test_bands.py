"""Status bands, where the worst decides."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from regionstyrning.errors import InvalidValue
from regionstyrning.evaluators import Bands, Status
from regionstyrning.model import (
    ContributionKind,
    IndicatorRole,
    Missing,
    OpenPoint,
    OpenPointKind,
    Outcome,
    Rival,
    Scope,
    Target,
    all_of,
    at_least,
    at_most,
    increase,
)
from tests.evaluators.small import AS_OF, YEAR, goal, indicator, link, model, outcome, seen, target, texts

if TYPE_CHECKING:
    from regionstyrning.evaluators import Verdict
    from regionstyrning.model import Condition, SteeringModel

MET, PARTLY, NOT, OPEN = Status.MET, Status.PARTLY_MET, Status.NOT_MET, Status.CANNOT_BE_ASSESSED


def judged(region: SteeringModel, **settings: Any) -> Verdict:  # noqa: ANN401 - any setting
    """The verdict on a region."""
    return Bands(**settings)(region, as_of=AS_OF)


def one(condition: Condition, value: object = None) -> Verdict:
    """The verdict on an indicator with a target and perhaps an outcome."""
    held = [] if value is None else [outcome(YEAR, value)]
    return judged(model(indicators=[indicator()], targets=[target(condition)], outcomes=held))["i"]


@pytest.mark.parametrize(
    ("value", "status"), [(90, MET), (120, MET), ("89.9", PARTLY), (75, PARTLY), ("74.9", NOT), (-5, NOT)]
)
def test_bands_are_shares_of_the_target(value: object, status: Status) -> None:
    """Green from 90 percent and yellow from 75, both included."""
    assert one(at_least(100), Decimal(str(value))).status is status


@pytest.mark.parametrize(("value", "status"), [(100, MET), (111, MET), (112, PARTLY), (133, PARTLY), (134, NOT)])
def test_less_may_be_better(value: int, status: Status) -> None:
    """Then it is the target's share of the value."""
    assert one(at_most(100), value).status is status


def test_nothing_where_less_is_better_is_all_that_was_asked() -> None:
    """However small the target is; of a target below nothing no share can be told."""
    assert one(at_most(3), 0).low == 100
    assert one(at_most(0), -1).low == 100
    assert one(at_most(-3), -5).status is OPEN


def test_the_share_is_told() -> None:
    """With the value and what was asked."""
    assert texts(one(at_least(80), 70)) == ["70 av 80: 87,5 procent är nått."]


def test_the_share_is_told_to_two_decimals() -> None:
    """And no more than the whole target is counted."""
    verdict = one(at_least(300), 200)
    assert seen(verdict.low, verdict.high) == (Decimal("66.67"), Decimal("66.67"))
    assert one(at_least(100), 120).high == 100


@pytest.mark.parametrize("condition", [increase(), all_of([at_least(3)]), at_least(0)])
def test_what_has_no_share_cannot_be_assessed(condition: Condition) -> None:
    """It may be anything."""
    verdict = one(condition, 5)
    assert seen(verdict.status, verdict.low, verdict.high) == (OPEN, 0, 100)
    assert texts(verdict) == ["Målvärdet kan inte räknas i procent."]


def test_what_is_not_known_is_anything() -> None:
    """And tells why."""
    assert seen(one(at_least(3)).low, one(at_least(3)).high) == (0, 100)
    assert texts(one(at_least(3))) == ["Inget utfall för 2024 är känt."]


def test_what_has_no_target_cannot_be_assessed() -> None:
    """There is nothing to have a share of."""
    verdict = judged(model(indicators=[indicator()], outcomes=[outcome(YEAR, 5)]))["i"]
    assert seen(verdict.status, verdict.low, verdict.high) == (OPEN, 0, 100)


def test_several_units_are_no_better_than_the_worst() -> None:
    """Each held against the target."""
    region = model(
        indicators=[indicator(scopes=[Scope(id="A"), Scope(id="B")])],
        targets=[target(at_least(100))],
        outcomes=[outcome(YEAR, 95, scope="A"), outcome(YEAR, 80, scope="B")],
    )
    assert seen(judged(region)["i"].status, judged(region)["i"].low) == (PARTLY, 80)


def test_rival_outcomes_bound_it() -> None:
    """Both are read."""
    other = Outcome(indicator="i", year=YEAR, value=Decimal(50))
    first = outcome(YEAR, 95)
    point = OpenPoint(
        id="p",
        title="Två tal",
        kind=OpenPointKind.CONTRADICTION,
        about="i",
        rivals=[Rival(text="95", preferred=True), Rival(text="50", without=[first.id], outcomes=[other])],
    )
    region = model(indicators=[indicator()], targets=[target(at_least(100))], outcomes=[first], open_points=[point])
    assert seen(judged(region)["i"].low, judged(region)["i"].high) == (50, 95)


def test_too_many_readings_are_not_tried() -> None:
    """Then it may be anything."""
    points = [
        OpenPoint(
            id=f"p{number}",
            title="Flera tal",
            kind=OpenPointKind.CONTRADICTION,
            about="i",
            rivals=[
                Rival(text=f"{number} {value}", outcomes=[outcome(YEAR, value)], without=[outcome(YEAR, 5).id])
                if value
                else Rival(text=f"{number}", preferred=True)
                for value in range(3)
            ],
        )
        for number in range(4)
    ]
    region = model(
        indicators=[indicator()], targets=[target(at_least(100))], outcomes=[outcome(YEAR, 5)], open_points=points
    )
    assert seen(judged(region)["i"].low, judged(region)["i"].high) == (0, 100)


def _two(first: int, second: int | None) -> SteeringModel:
    held = [Outcome(indicator="a", year=YEAR, value=Decimal(first))]
    if second is not None:
        held.append(Outcome(indicator="b", year=YEAR, value=Decimal(second)))
    return model(
        goals=[goal("g"), goal("v", level="vision")],
        indicators=[indicator("a"), indicator("b"), indicator("c", role=IndicatorRole.WATCHED)],
        contributions=[link(id, "g") for id in "abc"] + [link("g", "v", ContributionKind.CONTRIBUTES)],
        targets=[Target(indicator=id, year=YEAR, condition=at_least(100)) for id in "ab"],
        outcomes=held,
    )


def test_the_worst_decides() -> None:
    """For goals, and for the region; what is not judged is left aside."""
    whole = judged(_two(95, 60))
    assert seen(whole["g"].status, whole["g"].low, texts(whole["g"])) == (NOT, 60, ["Det sämsta avgör: Mått b."])
    assert seen(whole["v"].status, whole.status, whole.low) == (Status.NOT_JUDGED, NOT, 60)


def test_an_unknown_part_bounds_the_goal() -> None:
    """It is no better than what is known, and may be as bad as can be."""
    held = judged(_two(80, None))["g"]
    assert seen(held.status, held.low, held.high, held.coverage.known) == (OPEN, 0, 80, 1)


def test_the_bands_may_be_others() -> None:
    """They are printed with the verdict."""
    whole = judged(_two(60, 60), green_from=Decimal(60), yellow_from=Decimal(50))
    assert (whole["g"].status, whole.evaluator) == (MET, "bands 1")
    assert whole.settings == (("green_from", "60"), ("yellow_from", "50"))


def test_yellow_does_not_begin_above_green() -> None:
    """Whoever says so is told."""
    with pytest.raises(InvalidValue, match="yellow from 95 begins above green from 90"):
        Bands(yellow_from=Decimal(95))


def test_what_has_not_fallen_due_waits() -> None:
    """And so does a goal of nothing else."""
    region = model(
        goals=[goal("g"), goal("tomt")],
        indicators=[indicator()],
        contributions=[link("i", "g")],
        targets=[target(at_least(100), 2027)],
    )
    whole = judged(region)
    assert seen(whole["g"].status, whole["g"].due, whole["g"].low) == (OPEN, date(2027, 12, 31), 0)
    assert seen(whole["tomt"].status, whole["tomt"].low, whole["tomt"].high) == (OPEN, 0, 100)
    told = judged(region.with_(outcome(YEAR, 5)))
    assert seen(told["g"].status, told["g"].due, told["g"].low) == (Status.NOT_DUE, date(2027, 12, 31), None)
    assert (told.status, told["i"].status) == (OPEN, Status.NOT_DUE)


def test_what_has_no_judged_part_is_not_judged() -> None:
    """Nor is a perspective that nothing stands under."""
    region = model(
        goals=[goal("g")], indicators=[indicator(role=IndicatorRole.WATCHED)], contributions=[link("i", "g")]
    )
    whole = judged(region)
    assert {whole[id].status for id in ("g", "vard", "i")} == {Status.NOT_JUDGED}
    assert whole.status is Status.NOT_JUDGED


def test_goals_that_go_round_are_unknown() -> None:
    """Where they come back; nothing is lost."""
    kind = ContributionKind.BREAKS_DOWN
    region = _two(95, 95)
    ring = region.with_(goal("x"), goal("y"), link("x", "y", kind), link("y", "x", kind), link("g", "g", kind))
    whole = judged(ring)
    assert [seen(whole[id].status, whole[id].low) for id in "xyg"] == [(OPEN, 0), (OPEN, 0), (MET, 95)]


def test_a_link_said_twice_counts_once() -> None:
    """However many ways something serves a goal."""
    region = _two(95, 60).with_(link("a", "g", ContributionKind.CONTRIBUTES))
    assert [part.about for part in judged(region)["g"].parts] == ["a", "b", "c"]


def test_a_missing_value_is_no_zero() -> None:
    """It is unknown."""
    region = model(
        indicators=[indicator()], targets=[target(at_least(1))], outcomes=[outcome(missing=Missing.NOT_REPORTED)]
    )
    assert judged(region)["i"].status is OPEN
