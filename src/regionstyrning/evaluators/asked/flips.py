"""The smallest change of an outcome, a threshold or a weight that turns a verdict."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

from regionstyrning.errors import InvalidValue
from regionstyrning.evaluators.asked.excerpt import replaced
from regionstyrning.evaluators.verdicts.statuses import Status
from regionstyrning.evaluators.verdicts.verdict import OUTCOME
from regionstyrning.model.conditions import Condition
from regionstyrning.model.records import as_tuple
from regionstyrning.model.steering_model import SteeringModel
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from regionstyrning.evaluators.verdicts.verdict import Verdict
    from regionstyrning.model.goals import Contribution
    from regionstyrning.model.indicators import Outcome, Target

Judge = Callable[[SteeringModel], Status]
Made = Callable[[Decimal], Condition]

VALUE, LIMIT, WEIGHT = "utfall", "gräns", "vikt"

_NONE, _ONE, _TWO = Decimal(0), Decimal(1), Decimal(2)
_FINER = 2
_BEYOND = 4


_UNTOLD = Sentence("", "")


@frozen(kw_only=True)
class Flip:
    """
    A change of one number that turns a verdict (vändpunkt).

    Attributes:
        record: Id of the outcome, target or contribution.
        what: ``utfall``, ``gräns`` or ``vikt``.
        before: What it is.
        after: What it would have to be.
        status: What the verdict would be then.
        title: Of what it is the outcome, limit or weight, and for whom and when; told by `firmness`.
    """

    record: str
    what: str
    before: Decimal
    after: Decimal
    status: Status
    title: Sentence = _UNTOLD

    @property
    def change(self) -> Decimal:
        """How much more or less."""
        return self.after - self.before

    @property
    def share_percent(self) -> Decimal:
        """The change in percent of the greater of the two numbers, so that changes in any unit can be compared."""
        return share_changed(self.before, self.after)


def share_changed(before: Decimal, after: Decimal) -> Decimal:
    """A change in percent of the greater of two numbers."""
    greater = max(abs(before), abs(after))
    return _NONE if before == after else 100 * abs(after - before) / greater


@frozen(kw_only=True)
class Knob:
    """
    A number that can be changed (reglage).

    Attributes:
        record: Id of the record that holds it.
        what: ``utfall``, ``gräns`` or ``vikt``.
        value: What it is.
        near: Numbers where something may turn.
        least: What it cannot go below; None for no such end.
        changed: The model with another number there.
    """

    record: str
    what: str
    value: Decimal
    near: tuple[Decimal, ...] = field(converter=as_tuple)
    least: Decimal | None = None
    changed: Callable[[Decimal], SteeringModel]

    @property
    def unit(self) -> Decimal:
        """The finest step that is tried: the last decimal that any of the numbers has, for weights two more."""
        finest = min(_exponent(each) for each in (self.value, *self.near))
        return _ONE.scaleb(finest - _FINER if self.what == WEIGHT else finest)


def _exponent(number: Decimal) -> int:
    """The place of its last decimal, 0 for a whole number."""
    exponent = number.as_tuple().exponent
    return min(0, exponent) if isinstance(exponent, int) else 0


def smallest_flip(knob: Knob, judge: Judge, now: Status, within: Decimal | None = None) -> Flip | None:
    """
    The smallest change of one number that gives another status, up or down.

    Both sides of the turn are judged: a step of one unit less gives the status as it is.

    Args:
        knob: The number.
        judge: Gives the status of a model.
        now: The status as it is.
        within: Changes of a greater share, in percent, are not looked for.

    Returns:
        None if no number tried gives another status: as far as to what the limits are several times over.
    """
    found = [flip for sign in (_ONE, -_ONE) if (flip := _one_way(knob, judge, now, sign, within)) is not None]
    return min(found, key=_size, default=None)


def _size(flip: Flip) -> tuple[Decimal, Decimal]:
    return abs(flip.change), flip.after


def _one_way(knob: Knob, judge: Judge, now: Status, sign: Decimal, within: Decimal | None) -> Flip | None:
    def status(offset: Decimal) -> Status:
        return _status(knob, judge, knob.value + sign * offset, now)

    same = _NONE
    for offset in _offsets(knob, sign):
        if within is not None and share_changed(knob.value, knob.value + sign * same) > within:
            break
        if status(offset) is not now:
            turned = _between(same, offset, knob.unit, lambda middle: status(middle) is not now)
            after = knob.value + sign * turned
            return Flip(record=knob.record, what=knob.what, before=knob.value, after=after, status=status(turned))
        same = offset
    return None


def _status(knob: Knob, judge: Judge, number: Decimal, now: Status) -> Status:
    """The status with another number; one that the record cannot hold turns nothing."""
    try:
        changed = knob.changed(number)
    except InvalidValue:
        return now
    return judge(changed)


def _offsets(knob: Knob, sign: Decimal) -> list[Decimal]:
    """How far to go one way: ever longer steps, and to both sides of every number where something may turn."""
    unit = knob.unit
    furthest = _BEYOND * max(abs(each) for each in (knob.value, *knob.near, _ONE))
    steps = {unit}
    step = unit
    while step < furthest:
        step *= _TWO
        steps.add(step)
    for each in knob.near:
        steps.update((sign * (each - knob.value) + aside) for aside in (-unit, _NONE, unit))
    room = None if knob.least is None or sign > 0 else knob.value - knob.least
    if room is not None:
        steps.add(room)
    return sorted(step for step in steps if step > 0 and (room is None or step <= room))


def _between(same: Decimal, turned: Decimal, unit: Decimal, turns: Callable[[Decimal], bool]) -> Decimal:
    """The first of the steps between two that turns, where all after it do."""
    low, high = 0, int((turned - same) / unit)
    while high - low > 1:
        middle = (low + high) // 2
        if turns(same + middle * unit):
            high = middle
        else:
            low = middle
    return same + high * unit


def knobs(held: SteeringModel, verdict: Verdict) -> Iterator[Knob]:
    """
    The numbers that a verdict rests on: outcomes, limits of targets and weights of links.

    Args:
        held: The model that it was given on.
        verdict: The verdict.
    """
    told = list(verdict.everything())
    used = {each.about for each in told if each.kind == OUTCOME}
    ids = {each.about for each in told}
    asked = ids | {id.rpartition("/")[0] for id in ids}
    targets = [each for each in held.targets if each.id in asked]
    outcomes = [each for each in held.outcomes if each.id in used and each.value is not None]
    for outcome in outcomes:
        yield _of_outcome(held, outcome, targets)
    for target in targets:
        values = [each.value for each in outcomes if each.indicator == target.indicator and each.value is not None]
        yield from _of_target(held, target, values)
    for link in held.contributions:
        if link.upper in ids and link.lower in ids:
            yield from _of_link(held, link)


def _of_outcome(held: SteeringModel, outcome: Outcome, targets: Sequence[Target]) -> Knob:
    near = [value for each in targets if each.indicator == outcome.indicator for value, _ in numbers(each.condition)]
    return Knob(
        record=outcome.id,
        what=VALUE,
        value=outcome.value or _NONE,
        near=near,
        changed=lambda value: replaced(held, "outcomes", [evolve(outcome, value=value)]),
    )


def _of_target(held: SteeringModel, target: Target, near: Iterable[Decimal]) -> Iterator[Knob]:
    values = tuple(near)
    for value, made in numbers(target.condition):
        changed = partial(_with_condition, held, target, made)
        yield Knob(record=target.id, what=LIMIT, value=value, near=values, changed=changed)


def _with_condition(held: SteeringModel, target: Target, made: Made, number: Decimal) -> SteeringModel:
    return replaced(held, "targets", [evolve(target, condition=made(number))])


def _of_link(held: SteeringModel, link: Contribution) -> Iterator[Knob]:
    for place, weight in enumerate(link.weights):
        changed = partial(_with_weight, held, link, place)
        yield Knob(record=link.id, what=WEIGHT, value=weight.value, near=(), least=_NONE, changed=changed)


def _with_weight(held: SteeringModel, link: Contribution, place: int, number: Decimal) -> SteeringModel:
    weights = [evolve(each, value=number) if at == place else each for at, each in enumerate(link.weights)]
    return replaced(held, "contributions", [evolve(link, weights=weights)])


def numbers(condition: Condition) -> Iterator[tuple[Decimal, Made]]:
    """
    The numbers of a condition, each with what makes the condition with another there.

    Args:
        condition: Any condition; those it joins count too.
    """
    for name in ("value", "low", "high"):
        value = getattr(condition, name)
        if value is not None:
            yield value, partial(_with_field, condition, name)
    for place, row in enumerate(condition.by_year):
        yield row.value, partial(_with_row, condition, place)
    for place, part in enumerate(condition.parts):
        for value, made in numbers(part):
            yield value, partial(_with_part, condition, place, made)


def _with_field(condition: Condition, name: str, number: Decimal) -> Condition:
    changes: dict[str, Any] = {name: number}
    return evolve(condition, **changes)


def _with_row(condition: Condition, place: int, number: Decimal) -> Condition:
    rows = [evolve(row, value=number) if at == place else row for at, row in enumerate(condition.by_year)]
    return evolve(condition, by_year=rows)


def _with_part(condition: Condition, place: int, made: Made, number: Decimal) -> Condition:
    return evolve(condition, parts=[made(number) if at == place else part for at, part in enumerate(condition.parts)])
