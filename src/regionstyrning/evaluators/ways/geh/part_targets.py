"""Targets for a part of the year: told beside the year's verdict, which they do not decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from regionstyrning.evaluators.measures.indicators import indicator_verdict
from regionstyrning.evaluators.measures.readings import open_points, readings
from regionstyrning.evaluators.measures.units import of_target
from regionstyrning.evaluators.targets.targets import asked, asked_words
from regionstyrning.evaluators.verdicts.bounds import UNKNOWN, hull
from regionstyrning.evaluators.verdicts.rollups import bounds_of
from regionstyrning.evaluators.verdicts.saying import FOR, because, of_outcome
from regionstyrning.evaluators.verdicts.wording import when
from regionstyrning.evaluators.ways.geh import saying as told
from regionstyrning.model.indicators import IndicatorRole
from regionstyrning.questions.economy.ratios import known_ratios

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from regionstyrning.evaluators.occasions.occasion import Occasion
    from regionstyrning.evaluators.targets.targets import Asked
    from regionstyrning.evaluators.verdicts.verdict import Reason, Verdict
    from regionstyrning.model.indicators import Indicator, Target


def without_part_targets(occasion: Occasion) -> Occasion:
    """
    The same occasion, where targets for a part of the year judged are left aside.

    The goals of a year are evaluated in its annual report. What a tertial or a delårsrapport shows is a forecast.

    Args:
        occasion: When and by what it is judged.

    Source:
        KL 11:6, 11:16; LKBR 11:8, 13:1.
    """
    ids = frozenset(
        each.target.id
        for targets in occasion.targets.values()
        if any(target.part is not None for target in targets)
        for each in _asked(occasion, targets)
    )
    return evolve(occasion, apart=ids, done={}, computed={}) if ids else occasion


def with_part_targets(occasion: Occasion) -> Occasion:
    """
    The same occasion, where each indicator tells what its targets for a part of the year say.

    Args:
        occasion: What `without_part_targets` gave, with its figures.
    """
    known = known_ratios(occasion.facts)
    for indicator in occasion.plan.indicators if occasion.apart else ():
        targets = occasion.targets_apart.get(indicator.id, ())
        if not targets or indicator.role is IndicatorRole.WATCHED:
            continue
        verdict = indicator_verdict(occasion, indicator)
        rule = known.get(indicator.ratio or "")
        compared = rule is None or rule.formula is not None
        held = [(each, _verdict(occasion, indicator, each, compared=compared)) for each in _asked(occasion, targets)]
        reasons = [reason for each, part in held for reason in _told(occasion, indicator, each, part)]
        reasons, parts = [*verdict.reasons, *reasons], [*verdict.parts, *(part for _, part in held)]
        occasion.done[indicator.id] = evolve(verdict, reasons=reasons, parts=parts)
    return occasion


def _asked(occasion: Occasion, targets: Iterable[Target]) -> list[Asked]:
    """The targets for a part of the year judged."""
    held = asked(targets, occasion.year, occasion.standing_year, occasion.as_of)
    return [each for each in held if each.target.part is not None and each.year == occasion.year]


def _verdict(occasion: Occasion, indicator: Indicator, each: Asked, *, compared: bool) -> Verdict:
    """The verdict on one target, in every way that the sources can be read."""
    points = open_points(occasion, indicator, [each.target])
    tried = readings(occasion, indicator, [each.target], points)
    verdicts = [
        of_target(occasion, indicator, evolve(each, target=target), reading.figures)
        for reading in tried or ()
        for target in reading.targets
        if target.part == each.target.part
    ] or [of_target(occasion, indicator, each, occasion.figures)]
    first = verdicts[0]
    if compared and tried is not None and len({verdict.status for verdict in verdicts}) == 1:
        return first
    bounds = hull(map(bounds_of, verdicts)) if compared and tried is not None else UNKNOWN
    return evolve(first, status=bounds.status, low=bounds.low, high=bounds.high)


def _told(occasion: Occasion, indicator: Indicator, each: Asked, verdict: Verdict) -> Iterator[Reason]:
    """What the target comes to, with the outcome that it is held against, or why there is none."""
    target, period, status = each.target, when(each.year, each.target.part), verdict.status
    limit = asked_words(target.condition, target.condition.value)
    outcome = occasion.figures.series(indicator, target.scope, target.gender).at(each.year, target.part)
    value = None if outcome is None else outcome.value if outcome.grade is None else outcome.grade
    if outcome is None or value is None:
        source = next(iter(target.sources), None)
        yield because(target.id, told.PART_TARGET, source=source, when=period, asked=limit, status=status)
    else:
        yield of_outcome(outcome, told.PART_VALUE, when=period, asked=limit, status=status, value=value)
    for reason in (each for each in verdict.reasons if each.missing):  # it is not missing of the year
        yield because(reason.record, FOR, source=reason.source, whom=period, what=reason)
