"""Targets on named results: what the accounts give is held against them where no outcome is printed."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from regionstyrning.evaluators.measures.indicators import INDICATOR, indicator_verdict
from regionstyrning.evaluators.occasions.published import finished, with_published
from regionstyrning.evaluators.verdicts.bounds import MET, UNKNOWN, Bounds, hull
from regionstyrning.evaluators.verdicts.rollups import bounds_of
from regionstyrning.evaluators.verdicts.saying import ACCOUNTS_MAY_TELL, because, of_outcome
from regionstyrning.evaluators.verdicts.statuses import Status
from regionstyrning.evaluators.verdicts.verdict import Known, Verdict
from regionstyrning.evaluators.verdicts.wording import shown, when
from regionstyrning.evaluators.ways.geh import saying as told
from regionstyrning.model.dates import Period
from regionstyrning.model.economy import AmountStage
from regionstyrning.model.indicators import IndicatorRole, Outcome, ScopeKind, Stage
from regionstyrning.questions.economy.layout import BALANCE
from regionstyrning.questions.economy.ratio_value import RatioValue
from regionstyrning.questions.economy.ratios import known_ratios, ratio
from regionstyrning.questions.economy.statement import balance_statement
from regionstyrning.text.sentences import verbatim

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from decimal import Decimal

    from regionstyrning.evaluators.occasions.occasion import Occasion
    from regionstyrning.evaluators.verdicts.verdict import Reason
    from regionstyrning.model.dates import Part
    from regionstyrning.model.economy import Ratio
    from regionstyrning.model.indicators import Indicator, Scope

STAGES: Mapping[Stage, AmountStage] = {
    Stage.FINAL: AmountStage.OUTCOME,
    Stage.PRELIMINARY: AmountStage.PRELIMINARY,
    Stage.FORECAST: AmountStage.FORECAST,
    Stage.PLAN: AmountStage.BUDGET,
}
"""The stage of figures that each stage of outcomes is counted from."""

_OWN = frozenset({ScopeKind.ORGAN, ScopeKind.GROUP})


@frozen(kw_only=True)
class Counted:
    """
    A named result of a year or a part of it, counted from the accounts (uträknat utfall).

    Attributes:
        value: The ratio, with its figures.
        outcome: What is printed, or else the value as an outcome; None if there is neither.
        printed: Whether the outcome is printed.
    """

    value: RatioValue
    outcome: Outcome | None
    printed: bool = False


def with_results(occasion: Occasion) -> Occasion:
    """
    The same occasion with named results counted from the accounts, and verdicts on what they measure.

    A printed outcome stands; what the accounts give is told beside it.

    Args:
        occasion: When and by what it is judged.
    """
    known = known_ratios(occasion.facts)
    measured = [(each, known[each.ratio]) for each in occasion.plan.indicators if each.ratio and each.ratio in known]
    if not measured:
        return occasion
    found = {each.id: list(_counted(occasion, each, rule)) for each, rule in measured}
    fresh = [each.outcome for held in found.values() for each in held if each.outcome and not each.printed]
    facts = occasion.facts.with_(*fresh) if fresh else occasion.facts
    made = evolve(occasion, facts=facts, done={}, computed={})
    for indicator, rule in measured:
        made.done[indicator.id] = _verdict(made, indicator, rule, found[indicator.id])
    return made


def _counted(occasion: Occasion, indicator: Indicator, rule: Ratio) -> Iterator[Counted]:
    """The named result of each year with accounts, for each of the units that the indicator has values for."""
    if rule.formula is None or occasion.facts.legal_person is None:
        return
    own: list[Scope | None] = [scope for scope in indicator.scopes if scope.kind in _OWN]
    parts = {target.part for target in occasion.targets_apart.get(indicator.id, ()) if target.part is not None}
    for part in (None, *sorted(parts, key=_months)):
        known = {each.year for each in occasion.facts.amounts if each.part == part and each.year <= occasion.year}
        for scope, year in product(own or [None], sorted({*known, occasion.year})):
            found = _of_period(occasion, indicator, rule, Period(year=year, part=part), scope)
            if found.outcome is not None or year == occasion.year:
                yield found


def _months(part: Part) -> tuple[int, int]:
    return part.first_month, part.last_month


def _of_period(occasion: Occasion, indicator: Indicator, rule: Ratio, period: Period, scope: Scope | None) -> Counted:
    year, part = period.year, period.part
    organ = None if scope is None or scope.organ not in occasion.facts.by_id else scope.organ
    group = scope is not None and scope.kind is ScopeKind.GROUP
    values = {
        stage: ratio(occasion.facts, rule.id, year, stage=STAGES[stage], organ=organ, group=group, part=part)
        for stage in occasion.figures.stages
    }
    stage = next((stage for stage, found in values.items() if found.value is not None), occasion.figures.stages[0])
    value = values[stage]
    code = None if scope is None else scope.id
    printed = occasion.figures.series(indicator, code, None).at(year, part)
    if printed is not None or value.value is None:
        return Counted(value=value, outcome=printed, printed=printed is not None)
    sources = next((step.source for step in value.steps if step.source is not None), None)
    outcome = Outcome(
        indicator=indicator.id,
        year=year,
        part=part,
        scope=code,
        stage=stage,
        value=value.value,
        sources=() if sources is None else (sources,),
    )
    return Counted(value=value, outcome=outcome)


def _verdict(occasion: Occasion, indicator: Indicator, rule: Ratio, found: Sequence[Counted]) -> Verdict:
    if indicator.role is IndicatorRole.WATCHED:
        return _judged(occasion, indicator)
    if rule.formula is None:
        shown_only = with_published(occasion, indicator.id, _only_shown(occasion, indicator, rule))
        return finished(occasion, indicator.id, shown_only)
    verdict = _judged(occasion, indicator)
    now = [each for each in found if each.value.year == occasion.year and each.value.part is None]
    kept = (reason for reason in verdict.reasons if reason.sentence != ACCOUNTS_MAY_TELL)  # that is done here
    reasons = [*kept, *(reason for each in now for reason in _told(indicator, each))]
    for each in now:
        others = list(_otherwise(occasion, indicator, each))
        reasons += [reason for _, reason in others]
        held = hull([bounds_of(verdict), *(bounds for bounds, _ in others)])
        if others and verdict.due is None:
            verdict = evolve(verdict, status=held.status, low=held.low, high=held.high)
        reasons += _reservation(occasion, indicator, each, verdict)
    return evolve(verdict, reasons=reasons)


def _judged(occasion: Occasion, indicator: Indicator) -> Verdict:
    """The ordinary verdict by the outcomes that the occasion holds."""
    return indicator_verdict(evolve(occasion, done={}, computed={}), indicator)


def _only_shown(occasion: Occasion, indicator: Indicator, rule: Ratio) -> Verdict:
    """A concept that nobody has defined is shown as printed, and never compared."""
    reasons = [because(rule.id, told.NO_FORMULA, missing=True, title=rule.title)]
    for outcome in occasion.figures.by_indicator.get(indicator.id, ()):
        if outcome.year == occasion.year and outcome.value is not None:
            period = when(outcome.year, outcome.part)
            reasons.append(of_outcome(outcome, told.SHOWN, when=period, value=shown(outcome.value)))
    return Verdict(
        about=indicator.id,
        title=indicator.title,
        status=UNKNOWN.status,
        low=UNKNOWN.low,
        high=UNKNOWN.high,
        reasons=reasons,
        coverage=Known(known=0, of=1),
        year=occasion.year,
        kind=INDICATOR,
    )


def _told(indicator: Indicator, each: Counted) -> Iterator[Reason]:
    """What the accounts give: instead of a printed outcome, or beside it where it is another."""
    value, outcome = each.value.value, each.outcome
    if not each.printed:
        text = verbatim(each.value.text("sv"), each.value.text("en"))
        yield because(indicator.id, told.COUNTED, missing=value is None, text=text)
    elif value is not None and outcome is not None and outcome.value is not None:
        digits = int(outcome.value.as_tuple().exponent)
        if round(value, max(0, -digits)) != outcome.value:
            yield of_outcome(outcome, told.DIFFERS, printed=shown(outcome.value), counted=shown(value))


def _otherwise(occasion: Occasion, indicator: Indicator, each: Counted) -> Iterator[tuple[Bounds, Reason]]:
    """How it may come out under other readings of the accounts, where those are what is judged."""
    ends = {end for end in (each.value.low, each.value.high) if end is not None and end != each.value.value}
    if each.outcome is None or each.printed:
        return
    if each.value.is_unsure:
        yield UNKNOWN, because(indicator.id, told.READS_NOT, missing=True)
    for end in sorted(ends):
        verdict = _with(occasion, indicator, each.outcome, end)
        yield bounds_of(verdict), because(indicator.id, told.READS, value=shown(end), status=verdict.status)


def _reservation(occasion: Occasion, indicator: Indicator, each: Counted, verdict: Verdict) -> Iterator[Reason]:
    """That a target is missed because of what the region itself has set aside."""
    if each.outcome is None or each.outcome.value is None or verdict.due is not None or bounds_of(verdict) == MET:
        return
    if each.value.organ != occasion.facts.legal_person or each.value.value is None:
        return
    reserved = balance_statement(occasion.facts, occasion.year, stage=each.value.stage).reserved
    without = None if not reserved else each.value.if_changed({BALANCE: reserved})
    if without is None:
        return
    value = each.outcome.value + without - each.value.value
    other = _with(occasion, indicator, each.outcome, value)
    if other.status is Status.MET:
        yield because(indicator.id, told.RESERVATION, reserved=reserved, value=shown(value), status=other.status)


def _with(occasion: Occasion, indicator: Indicator, outcome: Outcome, value: Decimal) -> Verdict:
    """The verdict if an outcome had another value."""
    facts = occasion.facts.with_(evolve(outcome, value=value, text=None))
    return _judged(evolve(occasion, facts=facts), indicator)
