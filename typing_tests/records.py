"""What a type checker says of records. Read by mypy, never run."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import assert_type

from regionstyrning.model import (
    Condition,
    Contribution,
    ContributionKind,
    Goal,
    Indicator,
    MeasureKind,
    Outcome,
    Owner,
    Source,
    SteeringModel,
    Target,
    Validity,
    grade,
)


def fields(goal: Goal, indicator: Indicator, target: Target, outcome: Outcome) -> None:
    """Fields are tuples of values, and what may be missing says so."""
    assert_type(goal.id, str)
    assert_type(goal.owners, tuple[Owner, ...])
    assert_type(goal.sources, tuple[Source, ...])
    assert_type(goal.document, str | None)
    assert_type(goal.validity, Validity | None)
    assert_type(indicator.kind, MeasureKind)
    assert_type(target.condition, Condition)
    assert_type(target.year, int | None)
    assert_type(outcome.value, Decimal | None)
    assert_type(outcome.known_on, date | None)


def tuple_fields_take_lists() -> None:
    """A field that holds a tuple may be given a list or any other iterable."""
    goal = Goal(id="a", title="A", level="mal", owners=[Owner(organ="hsn")], parts=(part for part in "ab"))
    assert_type(goal.owners, tuple[Owner, ...])
    SteeringModel(id="r", title="R", as_of=date(2026, 1, 1), goals=[goal])


def ids_of_links_are_made() -> None:
    """A link has an id, which is made of its key and cannot be given."""
    link = Contribution(lower="a", upper="b", kind=ContributionKind.CONTRIBUTES)
    assert_type(link.id, str)
    Contribution(id="c", lower="a", upper="b", kind=ContributionKind.CONTRIBUTES)  # type: ignore[call-arg]


def mistakes(goal: Goal) -> None:
    """What would fail when run is an error to the type checker too."""
    goal.title = "B"  # type: ignore[misc]
    Owner("hsn")  # type: ignore[call-arg]
    Goal(id="a", titel="A", level="mal")  # type: ignore[call-arg]
    Goal(id="a", title=1, level="mal")  # type: ignore[arg-type]
    grade(3)  # type: ignore[arg-type]
