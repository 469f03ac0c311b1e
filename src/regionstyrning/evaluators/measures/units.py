"""A target for several units: all must reach it, they are weighted by size, or each is reported."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import evolve

from regionstyrning.evaluators.targets.given import Given
from regionstyrning.evaluators.targets.positions import position
from regionstyrning.evaluators.targets.targets import TARGET, due_verdict, judge_part, title_of_target
from regionstyrning.evaluators.verdicts import saying
from regionstyrning.evaluators.verdicts.bounds import NOT_MET, UNKNOWN, hull, worst
from regionstyrning.evaluators.verdicts.composing import Joining, composed, coverage, stage
from regionstyrning.evaluators.verdicts.judged import Judged
from regionstyrning.evaluators.verdicts.rollups import bounds_of
from regionstyrning.evaluators.verdicts.saying import because
from regionstyrning.evaluators.verdicts.verdict import Reason, Verdict
from regionstyrning.model.indicators import Outcome, ScopeKind
from regionstyrning.model.joins import Join, JoinKind
from regionstyrning.text.sentences import listed

if TYPE_CHECKING:
    from regionstyrning.evaluators.occasions.occasion import Occasion
    from regionstyrning.evaluators.targets.figures import Figures
    from regionstyrning.evaluators.targets.targets import Asked
    from regionstyrning.model.dates import Part
    from regionstyrning.model.indicators import Indicator, Target
    from regionstyrning.model.steering_model import SteeringModel

UNIT = "enhet"
"""What a verdict on one unit of several is called."""

_OWN = frozenset({ScopeKind.ORGAN, ScopeKind.GROUP})
_ALL = Joining(join=Join(kind=JoinKind.ALL, text="alla enheter"))


def of_target(occasion: Occasion, indicator: Indicator, each: Asked, figures: Figures) -> Verdict:
    """The verdict on a target, for the one or the several units it is for."""
    target = each.target
    given = _given(occasion, indicator, each, figures, target.scope)
    own = _own(indicator, figures) if target.scope is None else ()
    if target.condition.every_unit:
        return _every(each, given, own) if own else _no_units(each, given)
    if not own or figures.undivided(indicator):
        return _one(each, given)
    if occasion.settings.per_scope == "weighted":
        return _by_size(each, given, own)
    rule = _ALL if occasion.settings.per_scope == "all" else Joining()
    return _several(each, given, own, rule)


def givens(occasion: Occasion, indicator: Indicator, each: Asked, figures: Figures) -> list[Given]:
    """What a target is held against: the whole, or each of the units that it is for."""
    given = _given(occasion, indicator, each, figures, each.target.scope)
    own = _own(indicator, figures) if each.target.scope is None else ()
    if own and (each.target.condition.every_unit or not figures.undivided(indicator)):
        return [evolve(given, scope=scope) for scope in own]
    return [given]


def in_part(occasion: Occasion, indicator: Indicator, each: Asked, part: Part) -> Judged:
    """A target for the year held against the figures of a part of it, for the one or the several units it is for."""
    target = each.target
    given = _given(occasion, indicator, each, occasion.figures, target.scope)
    own = _own(indicator, occasion.figures) if target.scope is None else ()
    if own and (target.condition.every_unit or not occasion.figures.undivided(indicator)):
        held = [judge_part(each, evolve(given, scope=scope), part) for scope in own]
        ends = [unit.bounds for unit in held]
        told = [_of_unit(scope, reason) for scope, unit in zip(own, held, strict=True) for reason in unit.reasons]
        return Judged(bounds=worst(ends) if target.condition.every_unit else hull(ends), reasons=told)
    found = judge_part(each, given, part)
    if not target.condition.every_unit or found.bounds == NOT_MET:
        return found
    return Judged.unknown([because(target.id, saying.NO_UNITS, missing=True), *found.reasons])


def _of_unit(scope: str, reason: Reason) -> Reason:
    return because(reason.record, saying.FOR, source=reason.source, missing=reason.missing, whom=scope, what=reason)


def _given(occasion: Occasion, indicator: Indicator, each: Asked, figures: Figures, scope: str | None) -> Given:
    return Given(
        figures=figures,
        facts=occasion.facts,
        plan=occasion.plan,
        indicator=indicator,
        scales=occasion.scales,
        year=each.year,
        part=each.target.part,
        scope=scope,
        gender=each.target.gender,
        years=whole_period(occasion.plan, indicator, each.target),
        partly_share=occasion.settings.partly_share,
    )


def whole_period(plan: SteeringModel, indicator: Indicator, target: Target) -> tuple[int, ...]:
    """
    The years of a target's horizon, or else of the document's that sets it.

    Args:
        plan: The model of the day of the plan.
        indicator: What the target is for.
        target: The target.

    Returns:
        No years if neither says its first and its last day.
    """
    document_id = target.document or indicator.document
    document = None if document_id is None else plan.by_id.get(document_id)
    horizon = target.horizon or getattr(document, "horizon", None)
    if horizon is None:
        return ()
    first, last = horizon.days.first, horizon.days.last
    return () if first is None or last is None else tuple(range(first.year, last.year + 1))


def _own(indicator: Indicator, figures: Figures) -> tuple[str, ...]:
    """The units of the indicator: not the peers or the country that it is compared with."""
    scopes = figures.scopes(indicator)
    others = {scope.id for scope in indicator.scopes if scope.kind not in _OWN}
    return tuple(scope for scope in scopes if scope not in others) if others else scopes


def _one(each: Asked, given: Given) -> Verdict:
    return position(each, given) if each.ahead else due_verdict(each, given)


def _every(each: Asked, given: Given, scopes: tuple[str, ...]) -> Verdict:
    told = because(each.target.id, saying.UNITS, units=listed(scopes))
    verdict = _several(each, given, scopes, _ALL)
    return evolve(verdict, reasons=[told, *verdict.reasons])


def _no_units(each: Asked, given: Given) -> Verdict:
    """Every unit must reach the target, and only the whole is known: where it falls short some unit does too."""
    whole = _one(each, given)
    if each.ahead or bounds_of(whole) == NOT_MET:
        return whole
    told = because(each.target.id, saying.NO_UNITS, missing=True)
    status = UNKNOWN.status
    low, high = UNKNOWN.low, UNKNOWN.high
    return evolve(whole, status=status, low=low, high=high, reasons=[told, *whole.reasons])


def _several(each: Asked, given: Given, scopes: tuple[str, ...], rule: Joining) -> Verdict:
    parts = [_unit(_one(each, evolve(given, scope=scope)), scope) for scope in scopes]
    whole = composed(each.target.id, parts, rule)
    return Verdict(
        about=each.target.id,
        title=title_of_target(each.target, each.year),
        status=whole.status,
        low=whole.low,
        high=whole.high,
        reasons=whole.reasons,
        parts=parts,
        coverage=coverage(parts),
        due=whole.due,
        stage=stage(parts),
        year=each.year,
        kind=TARGET,
    )


def _unit(verdict: Verdict, scope: str) -> Verdict:
    return evolve(verdict, about=f"{verdict.about}/{scope}", title=f"{scope}: {verdict.title}", kind=UNIT)


def _by_size(each: Asked, given: Given, scopes: tuple[str, ...]) -> Verdict:
    """The units' values weighted by how many each rests on; where a size is not known, each is reported."""
    weighed = _weighed(given, scopes)
    if weighed is None:
        return _several(each, given, scopes, Joining())
    told = because(each.target.id, saying.SIZES)
    verdict = _one(each, evolve(given, figures=given.figures.with_outcomes(given.indicator.id, weighed)))
    return evolve(verdict, reasons=[told, *verdict.reasons])


def _weighed(given: Given, scopes: tuple[str, ...]) -> list[Outcome] | None:
    """An outcome for the whole in each year that all units have a value and a size for; None if no year is such."""
    series = [evolve(given, scope=scope).series for scope in scopes]
    periods = [period for period in series[0].periods if all(period in each.periods for each in series)]
    weighed = []
    for year, part in periods:
        held = [each.periods[year, part] for each in series]
        values = [(each.value, each.count) for each in held]
        sized = [(value, count) for value, count in values if value is not None and count]
        if len(sized) == len(held):
            total = sum(count for _, count in sized)
            value = sum((value * count for value, count in sized), Decimal(0)) / total
            weighed.append(evolve(held[0], scope=None, value=value, count=total, sources=()))
    return weighed or None
