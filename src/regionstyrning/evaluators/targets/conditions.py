"""Conditions held against what was measured."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import evolve

from regionstyrning.evaluators.targets.grades import STATUS_OF, graded
from regionstyrning.evaluators.targets.limits import Limit, limit
from regionstyrning.evaluators.targets.measured import Measured, measured
from regionstyrning.evaluators.targets.partly import NONE, UPWARD, partly_share, reaches, share_reached, short, upward
from regionstyrning.evaluators.verdicts import bounds, saying
from regionstyrning.evaluators.verdicts.bounds import Bounds
from regionstyrning.evaluators.verdicts.judged import Judged
from regionstyrning.evaluators.verdicts.saying import because, of_outcome
from regionstyrning.evaluators.verdicts.statuses import Status
from regionstyrning.evaluators.verdicts.verdict import Reason
from regionstyrning.evaluators.verdicts.wording import from_to, shown
from regionstyrning.model.conditions import ConditionKind
from regionstyrning.model.indicators import Direction
from regionstyrning.model.limits import Basis, BasisKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.evaluators.targets.given import Given
    from regionstyrning.model.conditions import Condition
    from regionstyrning.model.scales import Meaning

WITH_A_LIMIT = frozenset(
    {
        ConditionKind.AT_LEAST,
        ConditionKind.ABOVE,
        ConditionKind.AT_MOST,
        ConditionKind.BELOW,
        ConditionKind.CHANGE_BY,
    }
)
OF_A_CHANGE = frozenset(
    {
        ConditionKind.KEEP,
        ConditionKind.INCREASE,
        ConditionKind.DECREASE,
        ConditionKind.KEEP_OR_INCREASE,
        ConditionKind.KEEP_OR_DECREASE,
        ConditionKind.CHANGE_BY,
    }
)
_LIMITED_BY = {
    (True, True): ConditionKind.AT_LEAST,
    (True, False): ConditionKind.ABOVE,
    (False, True): ConditionKind.AT_MOST,
    (False, False): ConditionKind.BELOW,
}
_ONE_WAY = frozenset({ConditionKind.INCREASE, ConditionKind.DECREASE})
_A_VALUE = frozenset({BasisKind.YEAR, BasisKind.LATEST})
_SEVERAL = frozenset({BasisKind.SUM, BasisKind.MEAN, BasisKind.WHOLE_PERIOD})
_PREVIOUS = Basis(kind=BasisKind.PREVIOUS)


def judge(condition: Condition, given: Given) -> Judged:
    """
    Hold a condition against the figures.

    Args:
        condition: What is asked.
        given: The figures, and for whom and when.
    """
    kind = condition.kind
    if kind is ConditionKind.PENDING:
        text = condition.text or kind.value
        return Judged.unknown([because(given.indicator.id, saying.PENDING, missing=True, text=text)])
    if kind is ConditionKind.ALL_OF or kind is ConditionKind.ANY_OF:
        return _joined(condition, given)
    return graded(condition, given) if kind is ConditionKind.GRADE else _counted(condition, given)


def _counted(condition: Condition, given: Given) -> Judged:
    """Hold a condition against a number."""
    kind = condition.kind
    held = _measured(condition, given)
    if held.low is None or held.high is None:
        return Judged.unknown(held.reasons, held.outcomes)
    if kind is ConditionKind.BETWEEN:
        return _banded(condition, held)
    if kind not in WITH_A_LIMIT:
        return _of_change(condition, given, held)
    asked = limit(condition, given)
    if asked.value is None:
        return Judged.unknown([*held.reasons, *asked.reasons], held.outcomes)
    return _limited(condition, given, held, asked)


def _measured(condition: Condition, given: Given) -> Measured:
    basis = condition.basis
    if condition.kind not in OF_A_CHANGE:
        return measured(given, basis)
    if basis is None or basis.kind in _A_VALUE:
        return measured(given, _PREVIOUS)
    if basis.kind not in _SEVERAL:
        return measured(given, basis)
    now, before = measured(given, basis), measured(evolve(given, year=given.year - 1), basis)
    if not (now.known and before.known) or now.low is None or before.low is None:
        reasons = [reason for each in (now, before) for reason in each.reasons]
        return Measured(outcomes=now.outcomes, reasons=reasons)
    change = now.low - before.low
    return evolve(now, low=change, high=change, change=True, when=from_to(before.when, now.when))


def _joined(condition: Condition, given: Given) -> Judged:
    """All of several conditions, or any of them; a part without a basis of its own has that of the whole."""
    inherited = (
        part if part.basis is not None or condition.basis is None else evolve(part, basis=condition.basis)
        for part in condition.parts
    )
    parts = [judge(part, given) for part in inherited]
    held = [part.bounds for part in parts]
    joined = bounds.worst(held) if condition.kind is ConditionKind.ALL_OF else bounds.best(held)
    needed = None if condition.partly is None else condition.partly.at_least
    if needed is not None and condition.kind is ConditionKind.ALL_OF:
        joined = Bounds(
            _partly(joined.low, (each.low for each in held), needed),
            _partly(joined.high, (each.high for each in held), needed),
        )
    met = sum(each.low is Status.MET for each in held)
    told = because(given.indicator.id, saying.SO_MANY, met=met, of=len(held))
    reasons = dict.fromkeys([told, *(reason for part in parts for reason in part.reasons)])
    outcomes = dict.fromkeys(outcome for part in parts for outcome in part.outcomes)
    return Judged(bounds=joined, reasons=reasons, outcomes=outcomes, known=all(part.known for part in parts))


def _partly(status: Status, parts: Iterator[Status], needed: int) -> Status:
    enough = sum(part is Status.MET for part in parts) >= needed
    return Status.PARTLY_MET if enough and status is Status.NOT_MET else status


def _banded(condition: Condition, held: Measured) -> Judged:
    low, high = condition.low, condition.high
    ends = [each for each in (low, high) if each is not None]
    points = _points(held, ends)
    found = bounds.hull(_in_band(condition, point) for point in points)
    told = of_outcome(
        held.outcomes[-1],
        saying.HELD_BAND,
        value=shown(held.high),
        when=held.when,
        low="…" if low is None else low,
        high="…" if high is None else high,
    )
    reasons = [told, *held.reasons]
    known = held.known
    if held.known and found == bounds.UNKNOWN:
        reasons.append(of_outcome(held.outcomes[-1], saying.SILENT_SIDE, missing=True))
        known = False
    return Judged(bounds=found, reasons=reasons, outcomes=held.outcomes, known=known)


def _in_band(condition: Condition, value: Decimal) -> Bounds:
    if condition.low is not None and value < condition.low:
        return _outside(condition.outside_low)
    if condition.high is not None and value > condition.high:
        return _outside(condition.outside_high)
    return bounds.MET


def _outside(meaning: Meaning | None) -> Bounds:
    status = None if meaning is None else STATUS_OF.get(meaning)
    return bounds.UNKNOWN if status is None else Bounds(status, status)


def _points(held: Measured, limits: list[Decimal]) -> list[Decimal]:
    """The ends of what the value can be, and the limits in between, where the judgement may turn."""
    if held.known and held.low is not None:
        return [held.low]
    ends = [each for each in (held.low, held.high) if each is not None]
    return [*dict.fromkeys(ends), *(each for each in limits if ends[0] < each < ends[-1])]


def _limited(condition: Condition, given: Given, held: Measured, asked: Limit) -> Judged:
    value = NONE if asked.value is None else asked.value
    found = bounds.hull([_against(condition, given, point, value) for point in _points(held, [value])])
    sentence = saying.CHANGED if held.change else saying.HELD
    kind = saying.KINDS[condition.kind]
    told = of_outcome(
        held.outcomes[-1], sentence, value=shown(held.high), when=held.when, kind=kind, limit=shown(value)
    )
    reasons = [told, *_span(held), *held.reasons, *asked.reasons, *_share_told(condition, given, held, value)]
    if found != bounds.MET:
        reasons += _partly_told(condition, given, held, value)
    return Judged(bounds=found, reasons=reasons, outcomes=held.outcomes, known=held.known)


def _span(held: Measured) -> list[Reason]:
    if held.known:
        return []
    return [of_outcome(held.outcomes[-1], saying.SPAN, missing=True, low=shown(held.low), high=shown(held.high))]


def _share_told(condition: Condition, given: Given, held: Measured, asked: Decimal) -> list[Reason]:
    """How much of the target is reached, where somebody has said that this decides."""
    if partly_share(condition.partly, given) is None or held.high is None:
        return []
    reached = share_reached(condition.kind, held.high, asked)
    return [] if reached is None else [of_outcome(held.outcomes[-1], saying.SHARE, share=shown(reached))]


def _partly_told(condition: Condition, given: Given, held: Measured, asked: Decimal) -> Iterator[Reason]:
    """From where it counts as partly met, where somebody has said so."""
    partly, up = condition.partly, upward(condition, asked)
    included = partly is None or partly.includes_limit
    share = partly_share(partly, given)
    if partly is not None and partly.value is not None:
        kind = saying.KINDS[_LIMITED_BY[up, included]]
        yield of_outcome(held.outcomes[-1], saying.PARTLY_FROM, kind=kind, limit=shown(partly.value))
    elif share is not None:
        kind = saying.KINDS[_LIMITED_BY[True, included]]
        yield of_outcome(held.outcomes[-1], saying.PARTLY_SHARE, kind=kind, limit=shown(share))


def _against(condition: Condition, given: Given, value: Decimal, asked: Decimal) -> Bounds:
    if reaches(condition.kind, value, asked):
        return bounds.MET
    return short(condition, given, value, asked, up=upward(condition, asked))


def _of_change(condition: Condition, given: Given, held: Measured) -> Judged:
    """Whether a value has kept, risen or fallen; a trend may be strong or weak."""
    change = NONE if held.high is None else held.high
    strong = None if condition.basis is None else condition.basis.strong_from
    kind = saying.KINDS[condition.kind]
    told = of_outcome(held.outcomes[-1], saying.MOVED, value=shown(change), when=held.when, kind=kind)
    found = _moved(condition, given, change)
    if strong is not None and found == bounds.MET and condition.kind in _ONE_WAY and abs(change) < strong:
        found = bounds.PARTLY_MET
    elif found == bounds.NOT_MET and condition.kind is not ConditionKind.KEEP:
        found = short(condition, given, change, NONE, up=condition.kind in UPWARD) if condition.partly else found
    reasons = [told, *held.reasons]
    if found == bounds.UNKNOWN:
        reasons.append(of_outcome(held.outcomes[-1], saying.SILENT_DIRECTION, missing=True))
    return Judged(bounds=found, reasons=reasons, outcomes=held.outcomes, known=found != bounds.UNKNOWN)


def _moved(condition: Condition, given: Given, change: Decimal) -> Bounds:
    match condition.kind:
        case ConditionKind.INCREASE:
            reached = change > NONE
        case ConditionKind.DECREASE:
            reached = change < NONE
        case ConditionKind.KEEP_OR_INCREASE:
            reached = change >= NONE
        case ConditionKind.KEEP_OR_DECREASE:
            reached = change <= NONE
        case _:
            return _kept(given, change)
    return bounds.MET if reached else bounds.NOT_MET


def _kept(given: Given, change: Decimal) -> Bounds:
    """The same value is kept, and so is a better one; where nobody says which is better, a new one is open."""
    match given.indicator.direction:
        case Direction.UP:
            reached = change >= NONE
        case Direction.DOWN:
            reached = change <= NONE
        case Direction.STEADY:
            reached = change == NONE
        case _:
            return bounds.MET if change == NONE else bounds.UNKNOWN
    return bounds.MET if reached else bounds.NOT_MET
