"""Where things stand against targets that fall due later."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import evolve

from regionstyrning.evaluators.targets.changes import changed
from regionstyrning.evaluators.targets.conditions import OF_A_CHANGE, judge
from regionstyrning.evaluators.targets.limits import limit
from regionstyrning.evaluators.targets.partly import UPWARD
from regionstyrning.evaluators.targets.targets import TARGET, asked_words, leaf, since, title_of_target
from regionstyrning.evaluators.verdicts import bounds, saying
from regionstyrning.evaluators.verdicts.saying import because, of_outcome
from regionstyrning.evaluators.verdicts.statuses import Status
from regionstyrning.evaluators.verdicts.verdict import Known, Reason, Verdict
from regionstyrning.evaluators.verdicts.wording import shown, when
from regionstyrning.model.conditions import ConditionKind
from regionstyrning.model.limits import Basis, BasisKind

if TYPE_CHECKING:
    from regionstyrning.evaluators.targets.given import Given
    from regionstyrning.evaluators.targets.targets import Asked
    from regionstyrning.model.conditions import Condition
    from regionstyrning.model.indicators import Outcome

_LATEST = Basis(kind=BasisKind.LATEST)
_A_VALUE = frozenset({BasisKind.YEAR, BasisKind.LATEST})


def position(each: Asked, given: Given) -> Verdict:
    """
    The verdict on a target that is not due: where the last known outcome stands against it.

    It cannot be assessed where no outcome is known, or the target itself is still to come.

    Args:
        each: The target and the year it is for.
        given: The figures, and for whom.
    """
    condition = each.target.condition
    outcome = given.series.latest(each.year, given.part)
    told = because(each.target.id, saying.AHEAD, year=each.year, due=each.due)
    if condition.kind is ConditionKind.PENDING or outcome is None:
        return _untellable(each, given, told)
    change = changed(evolve(given, year=outcome.year), condition)
    return Verdict(
        about=each.target.id,
        title=title_of_target(each.target, each.year),
        status=Status.NOT_DUE,
        reasons=[told, _standing(condition, given, outcome), *([] if change is None else [change.reason])],
        parts=[leaf(outcome, given.indicator, Status.NOT_DUE)],
        due=each.due,
        development=None if change is None else change.development,
        compared_with=since(change),
        stage=outcome.stage.value,
        year=each.year,
        scope=given.scope,
        kind=TARGET,
    )


def _untellable(each: Asked, given: Given, told: Reason) -> Verdict:
    """What cannot be told since the target or every outcome is missing."""
    if each.target.condition.kind is ConditionKind.PENDING:
        why = judge(each.target.condition, given).reasons
    else:
        gone = given.series.missing_before(each.year + 1, given.part)
        why = (because(given.indicator.id, saying.NO_OUTCOME_EVER, missing=True),)
        if gone is not None and gone.missing is not None:
            word = saying.WHY_MISSING[gone.missing]
            period = when(gone.year, gone.part)
            why = (*why, of_outcome(gone, saying.NO_VALUE, missing=True, when=period, why=word))
    return Verdict(
        about=each.target.id,
        title=title_of_target(each.target, each.year),
        status=Status.CANNOT_BE_ASSESSED,
        low=bounds.UNKNOWN.low,
        high=bounds.UNKNOWN.high,
        reasons=[*why, told],
        coverage=Known(known=0, of=1),
        due=each.due,
        year=each.year,
        scope=given.scope,
        kind=TARGET,
    )


def _standing(condition: Condition, given: Given, outcome: Outcome) -> Reason:
    """Reached, short by how much, or no way to tell."""
    held = _against(condition, given, outcome)
    asked = limit(condition, given).value
    value = outcome.grade or shown(given.number(outcome))
    words = asked_words(condition, asked)
    period = when(outcome.year, outcome.part)
    if held is None and condition.kind in OF_A_CHANGE:
        return of_outcome(outcome, saying.NEXT_CHANGE, value=value, when=period, asked=words)
    if held is None or held == bounds.UNKNOWN:
        return of_outcome(outcome, saying.UNTOLD, value=value, when=period, asked=words)
    if held == bounds.MET:
        return of_outcome(outcome, saying.REACHED, value=value, when=period, asked=words)
    gap = _gap(condition, given, outcome, asked)
    if gap is None:
        return of_outcome(outcome, saying.NOT_REACHED, value=value, when=period, asked=words)
    return of_outcome(outcome, saying.SHORT_BY, value=value, when=period, asked=words, gap=shown(gap))


def _against(condition: Condition, given: Given, outcome: Outcome) -> bounds.Bounds | None:
    """
    The last outcome held against what is to come, where it says anything of it.

    A change since the outcome before cannot be told ahead, nor a sum or mean of years to come.
    """
    kind = None if condition.basis is None else condition.basis.kind
    if condition.kind in OF_A_CHANGE:
        return judge(condition, evolve(given, year=outcome.year)).bounds if kind is BasisKind.BASE_YEAR else None
    if kind is not None and kind not in _A_VALUE:
        return None
    return judge(evolve(condition, basis=_LATEST), given).bounds


def _gap(condition: Condition, given: Given, outcome: Outcome, asked: Decimal | None) -> Decimal | None:
    """How much is left to the limit, where that is more than nothing."""
    value = given.number(outcome)
    if asked is None or value is None or condition.kind in OF_A_CHANGE or asked == value:
        return None
    return asked - value if condition.kind in UPWARD else value - asked
