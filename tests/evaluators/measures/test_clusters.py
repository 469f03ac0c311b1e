"""Clusters of graded parts are judged as one."""

from __future__ import annotations

import pytest

from regionstyrning.evaluators import Status
from regionstyrning.model import (
    Join,
    JoinKind,
    MeasureKind,
    Missing,
    OpenPoint,
    OpenPointKind,
    SteeringDocument,
    SteeringModel,
    grade,
)
from tests.evaluators.small import indicator, judged, model, outcome, target, texts

MET, PARTLY, NOT_MET, UNKNOWN = Status.MET, Status.PARTLY_MET, Status.NOT_MET, Status.CANNOT_BE_ASSESSED


def region(
    join: Join | None, *grades: str | None, count: int | None = None, scale: str | None = "betyg"
) -> SteeringModel:
    """A cluster of parts that have these grades, None for one that is not known."""
    ids = [f"del-{place}" for place, _ in enumerate(grades)]
    whole = indicator(kind=MeasureKind.CLUSTER, scale=scale, parts=ids, parts_count=count, join=join)
    parts = [indicator(id, kind=MeasureKind.GRADED, scale=scale) for id in ids]
    held = [outcome(2024, word, indicator=id) for id, word in zip(ids, grades, strict=True) if word is not None]
    return model(indicators=[whole, *parts], targets=[target(grade("Ja"))], outcomes=held)


@pytest.mark.parametrize(
    ("join", "grades", "status"),
    [
        (Join(kind=JoinKind.ALL), ("Ja", "Ja"), MET),
        (Join(kind=JoinKind.ALL), ("Ja", "Nej"), NOT_MET),
        (Join(kind=JoinKind.ALL), ("Nej", None), NOT_MET),
        (Join(kind=JoinKind.ALL), ("Ja", None), UNKNOWN),
        (Join(kind=JoinKind.ANY), ("Ja", "Nej"), MET),
        (Join(kind=JoinKind.ANY), ("Ja", None), MET),
        (Join(kind=JoinKind.WORST), ("Ja", "Delvis"), PARTLY),
        (Join(kind=JoinKind.BEST), ("Nej", "Delvis"), PARTLY),
        (Join(kind=JoinKind.MAJORITY), ("Ja", "Ja", "Nej"), MET),
        (Join(kind=JoinKind.MAJORITY), ("Ja", "Delvis", "Nej"), PARTLY),
        (Join(kind=JoinKind.MAJORITY), ("Ja", "Nej"), NOT_MET),
        (Join(kind=JoinKind.COUNT, at_least=1), ("Ja", "Nej"), MET),
        (Join(kind=JoinKind.COUNT, at_least=3), ("Ja", "Ja"), NOT_MET),
        (Join(kind=JoinKind.COUNT), ("Ja", "Nej"), UNKNOWN),
        (Join(kind=JoinKind.MEAN), ("Ja", "Nej"), UNKNOWN),
        (None, ("Ja", "Nej"), UNKNOWN),
        (None, ("Nej", "Nej"), NOT_MET),
        (None, ("Grå", "Ja"), UNKNOWN),
        (None, (None, None), UNKNOWN),
    ],
)
def test_a_cluster_is_joined_by_its_declared_rule(
    join: Join | None, grades: tuple[str | None, ...], status: Status
) -> None:
    """Without one only parts that are alike settle it; unknown parts are taken at their worst and at their best."""
    assert judged(region(join, *grades))["i"].status is status


def test_parts_that_nobody_has_named_are_unknown() -> None:
    """Two of three are known to be yes, and the rule asks for all."""
    verdict = judged(region(Join(kind=JoinKind.ALL, text="Alla."), "Ja", "Ja", count=3))["i"]
    assert (verdict.status, verdict.low, verdict.high) == (UNKNOWN, NOT_MET, MET)
    assert texts(verdict)[:2] == ["2 av 3 delar är kända.", "Delarna vägs samman så: Alla."]


def test_an_outcome_of_the_clusters_own_comes_first() -> None:
    """What was reported for the whole is not worked out from the parts; a missing one is."""
    held = region(Join(kind=JoinKind.ALL), "Nej")
    assert judged(held.with_(outcome(2024, "Ja")))["i"].status is MET
    assert judged(held.with_(outcome(2024, missing=Missing.NOT_REPORTED)))["i"].status is NOT_MET


@pytest.mark.parametrize("scale", [None, "rang"])
def test_without_a_scale_that_tells_of_level_nothing_is_joined(scale: str | None) -> None:
    """Neither on no scale nor on one that reads rank."""
    assert judged(region(Join(kind=JoinKind.ALL), "Grön", scale=scale))["i"].status is UNKNOWN


def test_the_parts_outcomes_stand_under_the_cluster() -> None:
    """With their own indicators' figures, and parts that are no indicators passed by."""
    held = region(Join(kind=JoinKind.ALL), "Ja", "Nej")
    verdict = judged(held)["i"]
    assert [part.title for part in verdict.parts[1:]] == ["Utfall 2024: Ja", "Utfall 2024: Nej"]
    loose = indicator(kind=MeasureKind.CLUSTER, scale="betyg", parts=["borta"], join=Join(kind=JoinKind.ALL))
    assert judged(held.with_(loose))["i"].status is UNKNOWN


def test_a_rule_in_an_annex_that_nobody_has_is_told_as_the_open_point() -> None:
    """It cannot be assessed; what is open in other ways is not about the rule."""
    plan = SteeringDocument(id="plan", title="Plan")
    annex = SteeringDocument(id="bilaga", title="Bilaga", part_of="plan")
    points = [
        OpenPoint(
            id=f"oppen-{kind.name.lower()}".replace("_", "-"), title=f"Regeln {kind.value}", kind=kind, about="bilaga"
        )
        for kind in (OpenPointKind.ELSEWHERE, OpenPointKind.AMBIGUOUS)
    ]
    whole = indicator(kind=MeasureKind.CLUSTER, scale="betyg", parts_count=3, document="plan")
    held = model(indicators=[whole], documents=[plan, annex], open_points=points)
    with_target = held.with_(target(grade("Ja")))
    assert [judged(each)["i"].status for each in (held, with_target)] == [UNKNOWN, UNKNOWN]
    assert "Öppen punkt: Regeln i bilaga." in texts(judged(held)["i"])
    assert texts(judged(with_target)["i"])[:3] == [
        "0 av 3 delar är kända.",
        "Ingen regel för att väga samman delarna är känd.",
        "Öppen punkt: Regeln i bilaga.",
    ]
