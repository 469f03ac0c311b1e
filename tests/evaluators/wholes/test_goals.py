"""Goals are judged by what their level says."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from regionstyrning.evaluators import Attainment, Status
from regionstyrning.model import (
    Capacity,
    ContributionKind,
    IndicatorRole,
    Join,
    JoinKind,
    Judgement,
    Validity,
    Weight,
    WorkState,
    at_least,
)
from tests.evaluators.small import goal, indicator, judged, link, model, outcome, target, texts

if TYPE_CHECKING:
    from regionstyrning.model import SteeringModel

MET, PARTLY, NOT_MET, UNKNOWN = Status.MET, Status.PARTLY_MET, Status.NOT_MET, Status.CANNOT_BE_ASSESSED

BREAKS_DOWN = ContributionKind.BREAKS_DOWN


def measured(level: str, *values: int | None, more: tuple[object, ...] = (), **links: Any) -> SteeringModel:  # noqa: ANN401 - any field
    """A goal with a measure for each value, all with the target 5."""
    ids = [f"m{place}" for place, _ in enumerate(values)]
    held = [outcome(2024, value, indicator=id) for id, value in zip(ids, values, strict=True) if value is not None]
    region = model(
        goals=[goal(level=level)],
        indicators=[indicator(id) for id in ids],
        contributions=[link(id, "g", **links) for id in ids],
        targets=[target(at_least(5), indicator=id) for id in ids],
        outcomes=held,
    )
    return region.with_(*more)  # type: ignore[arg-type]  # records of any kind


@pytest.mark.parametrize(
    ("level", "values", "status"),
    [
        ("mal", (9,), MET),
        ("mal", (9, 9), MET),
        ("mal", (9, 1), UNKNOWN),
        ("mal", (None,), UNKNOWN),
        ("mal", (), UNKNOWN),
        ("oppet", (1, 1), NOT_MET),
        ("samst", (9, 1), NOT_MET),
        ("samst", (None, 1), NOT_MET),
        ("samst", (9, None), UNKNOWN),
        ("under", (9,), UNKNOWN),
        ("vagt", (9, 9), MET),
        ("vagt", (9, 1), UNKNOWN),
        ("vision", (), Status.NOT_JUDGED),
        ("borta", (9,), Status.NOT_JUDGED),
    ],
)
def test_a_goal_is_judged_by_its_measures(level: str, values: tuple[int | None, ...], status: Status) -> None:
    """By the level's rule; without one measures that are alike settle it, and others bound it."""
    assert judged(measured(level, *values))["g"].status is status


def test_a_rule_may_be_passed_in() -> None:
    """It stands where the structure states none, and is printed."""
    verdict = judged(measured("mal", 9, 1), settings=Attainment(join=Join(kind=JoinKind.COUNT, at_least=1)))
    assert verdict["g"].status is MET
    assert dict(verdict.settings)["join"] == "antal 1"
    assert "Delarna vägs samman så: antal." in texts(verdict["g"])


def test_what_is_not_met_is_named() -> None:
    """So that the reason can be found."""
    assert texts(judged(measured("samst", 9, 1))["g"]) == [
        "1 av 2 uppfyllt.",
        "1 av 2 inte uppfyllt (Mått m1).",
        "Delarna vägs samman så: Det sämsta avgör.",
    ]
    assert "4 av 4 inte uppfyllda." in texts(judged(measured("samst", 1, 1, 1, 1))["g"])


@pytest.mark.parametrize(
    ("weights", "low", "high"),
    [((3, 1), 75, 75), ((1, 1), 50, 50), ((None, 1), 0, 100)],
)
def test_weights_hold_for_their_days(weights: tuple[int | None, ...], low: int, high: int) -> None:
    """One without a weight for the day leaves the mean anywhere between the parts."""
    region = measured("vagt", 9, 1)
    past = Validity(last=date(2023, 12, 31))
    links = [
        link(
            f"m{place}",
            "g",
            weights=[
                Weight(value=Decimal(99), validity=past),
                *([] if value is None else [Weight(value=Decimal(value), validity=Validity(first=date(2024, 1, 1)))]),
            ],
        )
        for place, value in enumerate(weights)
    ]
    verdict = judged(region.with_(*links))["g"]
    assert (verdict.low, verdict.high) == (Decimal(low), Decimal(high))


def test_a_mean_settles_a_goal_only_at_its_ends() -> None:
    """All met is met, none met is not met."""
    assert judged(measured("vagt", 1, 1))["g"].status is NOT_MET
    heavy = [link("m0", "g", weights=[Weight(value=Decimal(1))]), link("m1", "g", weights=[Weight(value=Decimal(0))])]
    assert judged(measured("vagt", 9, 1, more=tuple(heavy)))["g"].status is MET
    light = [link("m0", "g", weights=[Weight(value=Decimal(0))]), link("m1", "g", weights=[Weight(value=Decimal(1))])]
    assert judged(measured("vagt", 9, 1, more=tuple(light)))["g"].status is NOT_MET


def test_watched_measures_never_enter() -> None:
    """A goal with nothing else is not judged."""
    watched = indicator("m0", role=IndicatorRole.WATCHED)
    assert judged(measured("mal", 1, more=(watched,)))["g"].status is Status.NOT_JUDGED


def test_supporting_measures_stand_beside_those_that_decide() -> None:
    """They enter only where no other measure does."""
    support = indicator("m0", role=IndicatorRole.SUPPORTS)
    verdict = judged(measured("mal", 1, 9, more=(support,)))["g"]
    assert verdict.status is MET
    assert [part.about for part in verdict.parts] == ["m1", "m0"]
    assert judged(measured("mal", 1, more=(support,)))["g"].status is NOT_MET


def test_goals_under_a_goal_carry_it_where_the_level_says_so() -> None:
    """The worst of its measures and of the goals under it."""
    lower = (goal("lagre"), link("lagre", "g", BREAKS_DOWN), link("m0", "lagre"))
    region = measured("samst", 1, 9, more=lower).without(link("m0", "g").id)
    verdict = judged(region)
    assert (verdict["lagre"].status, verdict["g"].status) == (NOT_MET, NOT_MET)
    assert [part.about for part in verdict["g"].parts] == ["m1", "lagre"]


def test_a_goal_broken_down_to_itself_leaves_it_open() -> None:
    """It is told through which goal."""
    round_about = (goal("a", "samst"), goal("b", "samst"), link("a", "b", BREAKS_DOWN), link("b", "a", BREAKS_DOWN))
    verdict = judged(measured("mal", more=round_about))
    assert {verdict[id].status for id in "ab"} == {UNKNOWN}
    assert "Målet bryts ned till sig självt genom Mål a." in verdict.explain(width=120)


def test_a_long_chain_of_goals_is_judged() -> None:
    """It may be longer than Python's stack."""
    ids = [f"mal-{place:04}" for place in range(1500)]
    links = [link(lower, upper, BREAKS_DOWN) for upper, lower in pairwise(ids)]
    region = model(
        goals=[goal(id, "samst") for id in ids],
        contributions=[*links, link("i", ids[-1])],
        indicators=[indicator()],
        targets=[target(at_least(5))],
        outcomes=[outcome(2024, 9)],
    )
    verdict = judged(region)
    assert verdict[ids[0]].status is MET
    assert verdict.explain().count("\n") > 1500


def test_work_is_told_beside() -> None:
    """How far it has come is no attainment, and is counted at the goal it serves."""
    states = (WorkState.DONE, WorkState.RUNNING, None)
    work = [goal(f"u{place}", "arbete", state=state) for place, state in enumerate(states)]
    links = [link(each.id, "g", ContributionKind.CONTRIBUTES) for each in work]
    verdict = judged(measured("samst", 9, more=(*work, *links)))
    assert verdict["g"].status is MET
    assert "Arbete under målet: 1 pågår och 1 utfört." in texts(verdict["g"])
    assert [texts(verdict[each.id]) for each in work] == [
        ["Arbetet: utfört."],
        ["Arbetet: pågår."],
        ["Hur långt arbetet har kommit är inte känt."],
    ]
    assert verdict.summary("arbete")[Status.NOT_JUDGED] == 3


def said(grade: str, **more: Any) -> Judgement:  # noqa: ANN401 - any field
    """What the region itself has said of the goal."""
    of_its_own = {"about": ["g"], "capacity": Capacity.OWN, "year": 2024, "on": date(2025, 4, 1), "scale": "betyg"}
    return Judgement(**{**of_its_own, "words": f"Vi säger {grade}.", "grade": grade, **more})


@pytest.mark.parametrize(
    ("judgements", "low", "high"),
    [
        ([said("Ja")], MET, MET),
        ([said("Gul")], NOT_MET, PARTLY),
        ([said("Nej"), said("Ja", on=date(2025, 5, 1))], MET, MET),
        ([said("Ja", on=date(2025, 7, 1))], NOT_MET, MET),
        ([said("Ja", capacity=Capacity.AUDITORS)], NOT_MET, MET),
        ([said("Ja", year=2023)], NOT_MET, MET),
        ([said("Lila")], NOT_MET, MET),
        ([said("Bättre", scale="riktning")], NOT_MET, MET),
        ([said("Ja", scale=None)], NOT_MET, MET),
    ],
)
def test_a_goal_judged_as_a_whole_has_its_status_from_that_alone(
    judgements: list[Judgement], low: Status, high: Status
) -> None:
    """From the region's own last word on a scale that reads level; its measures are the ground."""
    verdict = judged(measured("helhet", 1, more=tuple(judgements)))["g"]
    assert (verdict.low, verdict.high) == (low, high)
    assert [part.about for part in verdict.parts] == ["m0"]


def test_an_ambiguous_word_may_be_left_out() -> None:
    """Then the goal is not judged, and says why."""
    verdict = judged(measured("helhet", more=(said("Gul"),)), settings=Attainment(ambiguous="leave out"))["g"]
    assert verdict.status is Status.NOT_JUDGED
    assert texts(verdict)[0] == "Ordet Gul kan betyda flera saker och har lämnats utanför."


def test_who_judged_it_as_a_whole_is_told() -> None:
    """With the words as given."""
    verdict = judged(measured("helhet", more=(said("Ja", by_text="årsredovisningen"),)))["g"]
    assert texts(verdict)[0] == "årsredovisningen har bedömt målet samlat: Vi säger Ja (Ja)."
