"""Propagation as a way of judging."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from regionstyrning.evaluators import Propagation, Status
from regionstyrning.model import ContributionKind, IndicatorRole, Outcome, Partly, Target, at_least
from tests.evaluators.small import AS_OF, YEAR, goal, indicator, link, model, seen, texts

if TYPE_CHECKING:
    from regionstyrning.evaluators import Verdict

MEASURES, ADDS, AGAINST = ContributionKind.MEASURES, ContributionKind.CONTRIBUTES, ContributionKind.WORKS_AGAINST


def judged(
    values: dict[str, int],
    kinds: tuple[ContributionKind, ContributionKind] = (MEASURES, MEASURES),
    year: int = YEAR,
    **settings: Any,  # noqa: ANN401 - any setting
) -> Verdict:
    """The verdict on a region with a goal and two measures, which must reach 100 and partly 50."""
    region = model(
        goals=[goal()],
        indicators=[indicator("a"), indicator("b"), indicator("c", role=IndicatorRole.WATCHED)],
        contributions=[link(id, "g", kind) for id, kind in zip("ab", kinds, strict=True)] + [link("c", "g")],
        targets=[
            Target(indicator=id, year=year, condition=at_least(100, partly=Partly(value=Decimal(50)))) for id in "ab"
        ],
        outcomes=[Outcome(indicator=id, year=YEAR, value=Decimal(value)) for id, value in values.items()],
    )
    return Propagation(**settings)(region, as_of=AS_OF, year=YEAR)


@pytest.mark.parametrize(
    ("values", "low", "high", "status"),
    [
        ({"a": 100, "b": 100}, 100, 100, Status.MET),
        ({"a": 100, "b": 1}, 0, 0, Status.NOT_MET),
        ({"a": 100, "b": 60}, 0, 100, Status.CANNOT_BE_ASSESSED),
        ({"a": 100}, 0, 100, Status.CANNOT_BE_ASSESSED),
    ],
)
def test_measures_are_parts(values: dict[str, int], low: int, high: int, status: Status) -> None:
    """Partly met is anything where nobody says what it is worth, and so is what is not known."""
    held = judged(values)["g"]
    assert seen(held.low, held.high, held.status) == (low, high, status)


def test_partly_met_may_be_worth_something() -> None:
    """On the scale from −100 to 100."""
    held = judged({"a": 100, "b": 60}, partly_points=Decimal(20))["g"]
    assert seen(held.low, held.status) == (60, Status.CANNOT_BE_ASSESSED)
    assert texts(held) == ["På skalan −100 till 100: 20; för 20, emot 0."]


@pytest.mark.parametrize(
    ("values", "status"),
    [
        ({"a": 100, "b": 60}, Status.MET),
        ({"a": 100, "b": 1}, Status.NOT_MET),
        ({"a": 100}, Status.CANNOT_BE_ASSESSED),
    ],
)
def test_who_says_from_where_a_goal_is_met_gets_a_status(values: dict[str, int], status: Status) -> None:
    """For the goal, and for the region by its worst part."""
    whole = judged(values, partly_points=Decimal(20), met_from=Decimal(20))
    assert (whole["g"].status, whole.status) == (status, status)


def test_a_conflict_is_told() -> None:
    """Something speaks for and something against."""
    held = judged({"a": 100, "b": 100}, (ADDS, AGAINST))["g"]
    assert seen(held.low, texts(held)[-1]) == (50, "Något talar för och något talar emot.")


def test_what_is_not_due_says_nothing() -> None:
    """The goal waits too."""
    assert judged({"a": 100}, year=YEAR + 5)["g"].status is Status.NOT_DUE


def test_the_whole_weight_and_all_settings_are_told() -> None:
    """With a dash for what was not said."""
    assert judged({}, whole=Decimal(100)).settings == (("partly_points", "–"), ("met_from", "–"), ("whole", "100"))
