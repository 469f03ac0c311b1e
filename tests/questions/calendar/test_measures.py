"""Measures with a target for a year, and those of them that have no final outcome yet."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

import regionstyrning as rs
from regionstyrning.evaluators import Status
from regionstyrning.model import Missing, Outcome, Part, Stage, Target
from regionstyrning.model.conditions import at_least
from regionstyrning.questions.calendar import DatedStep, State, StepKind
from tests.evaluators.small import indicator
from tests.model.small import model

TERTIAL = Part(first_month=1, last_month=4)
AT_LEAST = at_least(10)


def measured(*outcomes: Outcome, part: Part | None = None, on: date = date(2025, 1, 31)) -> DatedStep:
    """What the calendar of 2024 tells of one measure with a target for it, or for a part of it."""
    held = model(
        indicators=[indicator("i")],
        targets=[Target(indicator="i", year=2024, part=part, condition=AT_LEAST)],
        outcomes=outcomes,
        as_of=on,
    )
    (step,) = (step for step in rs.calendar(held, 2024).steps if step.kind is StepKind.MEASURE)
    return step


@pytest.mark.parametrize(
    "outcome",
    [
        Outcome(indicator="i", year=2024, part=TERTIAL, value=Decimal(9)),
        Outcome(indicator="i", year=2024, stage=Stage.PRELIMINARY, value=Decimal(9)),
        Outcome(indicator="i", year=2024, missing=Missing.NOT_REPORTED),
        Outcome(indicator="i", year=2023, value=Decimal(9)),
    ],
    ids=["of a tertial", "preliminary", "without a value", "of another year"],
)
def test_what_is_no_final_outcome_of_the_year_leaves_the_measure_open(outcome: Outcome) -> None:
    """It does not tell what the target of the year asks for."""
    step = measured(outcome)
    assert (step.state, step.records) == (State.NOT_SHOWN, ("i",))
    assert step.title == "Mätt för 2024: 1 mått med målvärde, varav 1 utan slutligt utfall"


def test_a_final_outcome_closes_it() -> None:
    """Of the year for a target of the year, of the tertial for one of the tertial."""
    whole = Outcome(indicator="i", year=2024, value=Decimal(9))
    of_part = Outcome(indicator="i", year=2024, part=TERTIAL, value=Decimal(9))
    assert [measured(whole).state, measured(of_part, part=TERTIAL).state] == [State.DONE, State.DONE]
    assert measured(whole, part=TERTIAL).state is State.NOT_SHOWN


def test_the_calendar_counts_as_the_verdicts_do() -> None:
    """Of Region Jämtland Härjedalen's measures for 2024 only tertials are known, and none can be judged."""
    region = rs.load_region("jamtland-harjedalen")
    (step,) = (step for step in rs.calendar(region, 2024).steps if step.kind is StepKind.MEASURE)
    verdict = rs.evaluate(region, as_of=region.as_of, year=2024)["attainment"]
    unknown = {each.about for each in verdict.everything() if each.status is Status.CANNOT_BE_ASSESSED}
    assert (len(step.records), set(step.records) - unknown) == (16, set())
