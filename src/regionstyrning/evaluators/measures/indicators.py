"""The verdict on an indicator: its targets of the year, in every way that the sources can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from regionstyrning.evaluators.measures.clusters import cluster, elsewhere
from regionstyrning.evaluators.measures.from_accounts import with_accounts_named
from regionstyrning.evaluators.measures.plain import plain_verdict
from regionstyrning.evaluators.measures.readings import open_points, readings
from regionstyrning.evaluators.measures.units import of_target
from regionstyrning.evaluators.occasions.published import finished, with_published
from regionstyrning.evaluators.targets.targets import asked, leaf, whom
from regionstyrning.evaluators.verdicts import saying
from regionstyrning.evaluators.verdicts.bounds import UNKNOWN, hull
from regionstyrning.evaluators.verdicts.composing import composed, coverage, stage
from regionstyrning.evaluators.verdicts.rollups import bounds_of
from regionstyrning.evaluators.verdicts.saying import because
from regionstyrning.evaluators.verdicts.statuses import Status
from regionstyrning.evaluators.verdicts.verdict import Known, Reason, Verdict
from regionstyrning.model.indicators import IndicatorRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from regionstyrning.evaluators.measures.readings import Reading
    from regionstyrning.evaluators.occasions.occasion import Occasion
    from regionstyrning.evaluators.targets.figures import Figures
    from regionstyrning.evaluators.targets.targets import Asked
    from regionstyrning.model.indicators import Indicator, Target
    from regionstyrning.model.records import Source
    from regionstyrning.text.sentences import Sentence


INDICATOR = "indikator"
"""What a verdict on an indicator is called."""


def indicator_verdict(occasion: Occasion, indicator: Indicator) -> Verdict:
    """
    The verdict on an indicator, found once and kept while judging.

    Args:
        occasion: When and by what it is judged.
        indicator: The indicator.
    """
    found = occasion.done.get(indicator.id)
    if found is None:
        computed = occasion.once(indicator.id, (), lambda: _computed(occasion, indicator))
        found = occasion.done[indicator.id] = finished(occasion, indicator.id, computed)
    return found


def _computed(occasion: Occasion, indicator: Indicator) -> Verdict:
    computed = with_accounts_named(occasion, indicator, _read(occasion, indicator))
    return with_published(occasion, indicator.id, computed)


def _read(occasion: Occasion, indicator: Indicator) -> Verdict:
    if indicator.role is IndicatorRole.WATCHED:
        return _not_judged(indicator, saying.WATCHED)
    targets = occasion.targets.get(indicator.id, ())
    points = open_points(occasion, indicator, targets)
    if not points:
        return _verdict(occasion, indicator, targets, occasion.figures)
    told = [_open(point.id, point.title, point.sources) for point in points]
    tried = readings(occasion, indicator, targets, points)
    if tried is None:
        return _too_many(occasion, indicator, targets, told)
    verdicts = [_verdict(occasion, indicator, each.targets, each.figures) for each in tried]
    return _bounded(indicator, tried, verdicts, told)


def _open(id: str, title: str, sources: tuple[Source, ...]) -> Reason:
    return because(id, saying.OPEN, source=sources[0] if sources else None, missing=True, title=title)


def _too_many(occasion: Occasion, indicator: Indicator, targets: Sequence[Target], told: list[Reason]) -> Verdict:
    verdict = _verdict(occasion, indicator, targets, occasion.figures)
    reasons = [*verdict.reasons, because(indicator.id, saying.READINGS, missing=True), *told]
    low, high = UNKNOWN.low, UNKNOWN.high
    return evolve(verdict, status=UNKNOWN.status, low=low, high=high, reasons=reasons)


def _bounded(indicator: Indicator, tried: list[Reading], verdicts: list[Verdict], told: list[Reason]) -> Verdict:
    """
    One verdict of several readings.

    They bound each other where the target is due; where it is not, the preferred reading tells the position.
    """
    first = verdicts[0]
    others = [
        because(indicator.id, saying.READING, text=reading.text, status=verdict.status)
        for reading, verdict in zip(tried[1:], verdicts[1:], strict=True)
    ]
    reasons = [*first.reasons, *told, *others]
    statuses = {verdict.status for verdict in verdicts}
    unread = not tried[0].preferred
    if first.status is Status.NOT_DUE or (len(statuses) == 1 and first.low == first.high):
        if unread and len(statuses) > 1:
            return _undecided(first, verdicts, reasons)
        return evolve(first, reasons=reasons)
    return _undecided(first, verdicts, reasons)


def _undecided(first: Verdict, verdicts: list[Verdict], reasons: list[Reason]) -> Verdict:
    held = hull(map(bounds_of, verdicts))
    known = first.coverage.known if held.low is held.high else 0
    return evolve(
        first,
        status=held.status,
        low=held.low,
        high=held.high,
        due=None,
        reasons=reasons,
        coverage=Known(known=known, of=first.coverage.of),
    )


def _verdict(occasion: Occasion, indicator: Indicator, targets: Sequence[Target], figures: Figures) -> Verdict:
    """The verdict under one reading."""
    plain = plain_verdict(occasion, indicator, targets, figures)
    if plain is not None:
        return _by_only(indicator, plain, plain.reasons, (plain,))
    return at_length(occasion, indicator, targets, figures)


def at_length(occasion: Occasion, indicator: Indicator, targets: Sequence[Target], figures: Figures) -> Verdict:
    """
    The verdict on an indicator whatever it is, its targets, its figures and its parts.

    Args:
        occasion: When and by what it is judged.
        indicator: The indicator.
        targets: Its targets.
        figures: The outcomes.
    """
    held = list(asked(targets, occasion.year, occasion.standing_year, occasion.as_of))
    if not held:
        return _without_target(occasion, indicator, figures)
    found = cluster(occasion, indicator, figures)
    if found is None:
        return _of_targets(occasion, indicator, held, figures, ())
    own = [each for each in figures.by_indicator.get(indicator.id, ()) if each.year != occasion.year or each.part]
    verdicts = [
        _of_targets(occasion, indicator, held, figures.with_outcomes(indicator.id, [*own, outcome]), found.reasons)
        for outcome in found.outcomes
    ] or [_of_targets(occasion, indicator, held, figures, found.reasons)]
    verdict = verdicts[0] if len(verdicts) == 1 else _undecided(verdicts[0], verdicts, [*found.reasons])
    shown = [leaf(outcome, occasion.plan.by_id[outcome.indicator], verdict.status) for outcome in found.parts]
    return evolve(verdict, parts=[*(verdict.parts if len(verdicts) == 1 else ()), *shown])


def _of_targets(
    occasion: Occasion, indicator: Indicator, held: Sequence[Asked], figures: Figures, reasons: Sequence[Reason]
) -> Verdict:
    """The verdict by the targets that have fallen due, or else the position against those that have not."""
    parts = [of_target(occasion, indicator, each, figures) for each in held]
    deciding = _deciding(held, parts)
    if len(deciding) == 1:
        return _by_only(indicator, deciding[0], (*reasons, *deciding[0].reasons), parts)
    whole = composed(indicator.id, deciding)
    developments = {part.development for part in deciding}
    return Verdict(
        about=indicator.id,
        title=indicator.title,
        status=whole.status,
        low=whole.low,
        high=whole.high,
        reasons=(*reasons, *whole.reasons, *_each(held, parts, deciding)),
        parts=parts,
        coverage=coverage(deciding),
        due=whole.due,
        development=next(iter(developments)) if len(developments) == 1 else None,
        stage=stage(deciding),
        year=occasion.year,
        kind=INDICATOR,
    )


def _by_only(indicator: Indicator, only: Verdict, reasons: tuple[Reason, ...], parts: Sequence[Verdict]) -> Verdict:
    """The verdict on an indicator by the one target that decides it."""
    return Verdict(
        about=indicator.id,
        title=indicator.title,
        status=only.status,
        low=only.low,
        high=only.high,
        reasons=reasons,
        parts=parts,
        coverage=only.coverage,
        due=only.due,
        development=only.development,
        compared_with=only.compared_with,
        stage=only.stage,
        year=only.year,
        kind=INDICATOR,
    )


def _each(held: Sequence[Asked], parts: Sequence[Verdict], deciding: Sequence[Verdict]) -> list[Reason]:
    """What each of several targets says, and for whom, so that the indicator's own verdict tells it."""
    told: dict[object, Reason] = {}
    for each, part in zip(held, parts, strict=True):
        name = whom(each.target)
        for reason in part.reasons if part in deciding else ():
            shown = because(
                reason.record, saying.FOR, source=reason.source, missing=reason.missing, whom=name, what=reason
            )
            told.setdefault((name, reason.sentence, reason.words), shown if name else reason)
    return list(told.values())


def _deciding(held: Sequence[Asked], parts: Sequence[Verdict]) -> list[Verdict]:
    """What has fallen due for the year, or for a part of it, or what is to come: the first of these there is."""
    if len(parts) == 1:
        return list(parts)
    pairs = list(zip(held, parts, strict=True))
    due = [part for each, part in pairs if not each.ahead and each.target.part is None]
    of_part = [part for each, part in pairs if not each.ahead]
    return due or of_part or list(parts)


def _without_target(occasion: Occasion, indicator: Indicator, figures: Figures) -> Verdict:
    if indicator.role is IndicatorRole.SUPPORTS:
        return _not_judged(indicator, saying.SUPPORTING)
    reasons = [because(indicator.id, saying.NO_TARGET, missing=True, year=occasion.standing_year)]
    if all(outcome.missing is not None for outcome in figures.by_indicator.get(indicator.id, ())):
        reasons.append(because(indicator.id, saying.NO_OUTCOME_EVER, missing=True))
    reasons += elsewhere(occasion, indicator)
    return Verdict(
        about=indicator.id,
        title=indicator.title,
        status=UNKNOWN.status,
        low=UNKNOWN.low,
        high=UNKNOWN.high,
        reasons=reasons,
        coverage=Known(known=0, of=1),
        kind=INDICATOR,
    )


def _not_judged(indicator: Indicator, sentence: Sentence) -> Verdict:
    told = [because(indicator.id, sentence)]
    return Verdict(about=indicator.id, title=indicator.title, status=Status.NOT_JUDGED, reasons=told, kind=INDICATOR)
