"""The verdict on an indicator."""

from __future__ import annotations

from decimal import Decimal

import pytest

from regionstyrning.evaluators import Status
from regionstyrning.model import IndicatorRole, Stage, above, at_least
from tests.evaluators.small import indicator, judged, model, one, outcome, outcomes, target, texts


@pytest.mark.parametrize(
    ("role", "targets", "status", "told"),
    [
        (IndicatorRole.WATCHED, [target(at_least(1))], Status.NOT_JUDGED, "Måttet följs bara och har inget målvärde."),
        (IndicatorRole.SUPPORTS, [], Status.NOT_JUDGED, "Måttet stöder bara och har inget målvärde."),
        (IndicatorRole.DECIDES, [], Status.CANNOT_BE_ASSESSED, "Planen anger inget målvärde för 2024."),
    ],
)
def test_a_measure_without_a_target(role: IndicatorRole, targets: list[object], status: Status, told: str) -> None:
    """By design it is not judged; otherwise it cannot be."""
    region = model(indicators=[indicator(role=role)], targets=targets, outcomes=outcomes({2024: 5}))
    verdict = judged(region)["i"]
    assert (verdict.status, texts(verdict)) == (status, [told])


def test_a_supporting_measure_with_a_target_is_judged() -> None:
    """Its role does not take its target away."""
    assert one(at_least(1), {2024: 5}, role=IndicatorRole.SUPPORTS).status is Status.MET


def test_a_measure_with_neither_target_nor_outcome_tells_both() -> None:
    """Nothing is known of it."""
    verdict = judged(model(indicators=[indicator()]))["i"]
    assert texts(verdict) == ["Planen anger inget målvärde för 2024.", "Inget utfall är känt."]
    assert (verdict.coverage.known, verdict.coverage.of) == (0, 1)


def test_a_measure_goes_down_to_its_outcomes() -> None:
    """With the figure as it is known, in its unit."""
    verdict = one(above(3), {2024: 5}, unit="procent")
    leaf = verdict["outcome/i/2024/-/-/-/slutlig"]
    assert (leaf.about, leaf.headline()) == ("outcome/i/2024/-/-/-/slutlig", "Utfall 2024: 5 procent")
    assert leaf.status is Status.MET


def test_a_long_outcome_is_rounded_and_said_to_be() -> None:
    """What is counted to many digits is told with two, as elsewhere."""
    verdict = one(above(3), {2024: Decimal(63) / Decimal(209) * 10}, unit="procent")
    assert verdict["outcome/i/2024/-/-/-/slutlig"].headline() == "Utfall 2024: cirka 3,01 procent"


def test_stages_that_differ_are_not_mixed_in_silence() -> None:
    """Two targets that rest on different states have no state in common."""
    region = model(
        indicators=[indicator()],
        targets=[target(at_least(1), scope="A"), target(at_least(1), scope="B")],
        outcomes=[outcome(2024, 5, scope="A"), outcome(2024, 5, scope="B", stage=Stage.PRELIMINARY)],
    )
    verdict = judged(region)["i"]
    assert verdict.stage is None
    assert {part.stage for part in verdict.parts} == {"slutlig", "preliminär"}
    assert "B: Värdet för 2024 är preliminärt." in texts(verdict)
