"""The limit that a condition sets: a number, one of a row of years, or another value."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, TypeVar

from attrs import evolve, field, frozen

from regionstyrning.evaluators.targets.measured import measured
from regionstyrning.evaluators.verdicts import saying
from regionstyrning.evaluators.verdicts.saying import because
from regionstyrning.evaluators.verdicts.verdict import Reason
from regionstyrning.model.economy import AmountStage, Unit
from regionstyrning.model.indicators import Indicator, ScopeKind, Stage
from regionstyrning.model.limits import BasisKind
from regionstyrning.model.records import as_tuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from regionstyrning.evaluators.targets.given import Given
    from regionstyrning.model.conditions import Condition
    from regionstyrning.model.economy import Amount
    from regionstyrning.model.limits import ValueReference

Word = TypeVar("Word", bound=Enum)

HUNDRED = Decimal(100)

_SEK = {Unit.SEK: Decimal(1), Unit.TKR: Decimal(1_000), Unit.MNKR: Decimal(1_000_000)}


@frozen(kw_only=True)
class Limit:
    """
    What something must reach (gräns).

    Attributes:
        value: The limit; None if it is not known.
        reasons: What must be said of it.
    """

    value: Decimal | None = None
    reasons: tuple[Reason, ...] = field(default=(), converter=as_tuple)


def limit(condition: Condition, given: Given) -> Limit:
    """The limit of a condition in the year judged."""
    if condition.value is not None:
        return Limit(value=condition.value)
    for row in condition.by_year:
        if row.year == given.year:
            return Limit(value=row.value)
    if condition.reference is None:
        return _unknown(given)
    return _referred(condition, condition.reference, given)


def _unknown(given: Given, reasons: Iterable[Reason] = ()) -> Limit:
    told = because(given.indicator.id, saying.NO_LIMIT, missing=True, year=given.year)
    return Limit(reasons=[*reasons, told])


def _referred(condition: Condition, reference: ValueReference, given: Given) -> Limit:
    year = given.year - (reference.years_back or 0)
    found = [_indicator_value(id, condition, reference, evolve(given, year=year)) for id in reference.indicators]
    found += [_line_value(line, reference, evolve(given, year=year)) for line in reference.lines]
    values = [each.value for each in found if each.value is not None]
    reasons = [reason for each in found for reason in each.reasons]
    if not found or len(values) < len(found):
        return _unknown(given, reasons)
    share = HUNDRED if reference.share_percent is None else reference.share_percent
    return Limit(value=sum(values, Decimal(0)) * share / HUNDRED, reasons=reasons)


def _indicator_value(id: str, condition: Condition, reference: ValueReference, given: Given) -> Limit:
    indicator = given.indicator if id == given.indicator.id else given.plan.by_id.get(id)
    if not isinstance(indicator, Indicator):
        return Limit()
    stage = _member(Stage, reference.stage)
    figures = given.figures if stage is None else evolve(given.figures, stages=(stage,))
    scope = given.scope if reference.scope is None else reference.scope
    other = evolve(given, indicator=indicator, scope=scope, figures=figures)
    latest = condition.basis if condition.basis is not None and condition.basis.kind is BasisKind.LATEST else None
    held = measured(other, latest)
    return Limit(value=held.low, reasons=held.reasons)


def _line_value(line: str, reference: ValueReference, given: Given) -> Limit:
    stage = _member(AmountStage, reference.stage) or AmountStage.OUTCOME
    scope = next((each for each in given.indicator.scopes if each.id == (reference.scope or given.scope)), None)
    organ = given.facts.legal_person if scope is None or scope.organ is None else scope.organ
    group = scope is not None and scope.kind is ScopeKind.GROUP
    held = [
        amount
        for amount in _amounts(given, line)
        if (amount.year, amount.last_year, amount.part) == (given.year, None, given.part)
        and (amount.stage, amount.organ, amount.group) == (stage, organ, group)
    ]
    values = {_in_unit(each, given.indicator.unit) for each in _newest(held, given)}
    if len(values) > 1:
        return Limit(reasons=[because(each.id, saying.RIVAL_LIMITS, missing=True) for each in held[:1]])
    return Limit(value=next(iter(values), None))


def _amounts(given: Given, line: str) -> list[Amount]:
    index: dict[str | None, list[Amount]] | None = given.facts.memo.get("amounts_by_line")
    if index is None:
        index = {}
        for amount in given.facts.amounts:
            index.setdefault(amount.line, []).append(amount)
        given.facts.memo["amounts_by_line"] = index
    return index.get(line, [])


def _newest(amounts: list[Amount], given: Given) -> list[Amount]:
    """Those printed last, by their own day or that of their document."""
    days = {amount.id: _printed(amount, given) for amount in amounts}
    last = max(days.values(), default="")
    return [amount for amount in amounts if days[amount.id] == last]


def _printed(amount: Amount, given: Given) -> str:
    document = given.facts.by_id.get(amount.document or "")
    day = amount.on or getattr(document, "begins", None) or getattr(document, "published", None)
    return "" if day is None else day.isoformat()


def _in_unit(amount: Amount, unit: str | None) -> Decimal | None:
    """The figure in the indicator's unit, where both are money."""
    wanted = _member(Unit, unit)
    if amount.value is None or wanted not in _SEK or amount.unit not in _SEK:
        return amount.value
    return amount.value * _SEK[amount.unit] / _SEK[wanted]


def _member(kind: type[Word], word: str | None) -> Word | None:
    """The member of an enumeration that a word stands for, or None."""
    return next((each for each in kind if each.value == word), None)
