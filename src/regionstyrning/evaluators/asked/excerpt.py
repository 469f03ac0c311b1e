"""What one goal rests on, as a model of its own: small enough to be judged again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from regionstyrning.model.conditions import Condition
    from regionstyrning.model.steering_model import SteeringModel


def excerpt(model: SteeringModel, id: str) -> SteeringModel:
    """
    A model without the goals and indicators that a goal does not rest on.

    It keeps what stands under the goal on any day, the parts of clusters, and what limits refer to.

    Args:
        model: The whole model.
        id: Id of a goal, a perspective or an indicator.
    """
    kept = _rests_on(model, id)
    gone = ({each.id for each in model.goals} | {each.id for each in model.indicators}) - kept
    lines = {line for each in model.targets if each.indicator in kept for line in _lines(each.condition)}
    return evolve(
        model,
        goals=[each for each in model.goals if each.id in kept],
        indicators=[each for each in model.indicators if each.id in kept],
        contributions=[each for each in model.contributions if kept.issuperset((each.lower, each.upper))],
        targets=[each for each in model.targets if each.indicator in kept],
        outcomes=[each for each in model.outcomes if each.indicator in kept],
        judgements=[each for each in model.judgements if not kept.isdisjoint(each.about)],
        amounts=[each for each in model.amounts if each.line in lines],
        decisions=[each for each in model.decisions if each.about not in gone],
        open_points=[each for each in model.open_points if each.about not in gone],
        matters=(),
        delegations=(),
    )


def _rests_on(model: SteeringModel, id: str) -> set[str]:
    below: dict[str, list[str]] = {}
    for link in model.contributions:
        below.setdefault(link.upper, []).append(link.lower)
    for indicator in model.indicators:
        below.setdefault(indicator.id, []).extend(indicator.parts)
    for target in model.targets:
        below.setdefault(target.indicator, []).extend(_named(target.condition))
    kept = {id}
    waiting = [id]
    for each in waiting:
        new = [lower for lower in below.get(each, ()) if lower not in kept]
        kept.update(new)
        waiting.extend(new)
    return kept


def _named(condition: Condition) -> Iterator[str]:
    """The indicators that a condition's limits refer to."""
    if condition.reference is not None:
        yield from condition.reference.indicators
    for part in condition.parts:
        yield from _named(part)


def _lines(condition: Condition) -> Iterator[str]:
    """The lines of the accounts that a condition's limits refer to."""
    if condition.reference is not None:
        yield from condition.reference.lines
    for part in condition.parts:
        yield from _lines(part)


def replaced(model: SteeringModel, name: str, records: Iterable[Any]) -> SteeringModel:
    """A model with some records of a catalogue put in place of those with the same natural key."""
    fresh = {record.id: record for record in records}
    changes: dict[str, Any] = {name: [fresh.get(each.id, each) for each in getattr(model, name)]}
    return evolve(model, **changes)
