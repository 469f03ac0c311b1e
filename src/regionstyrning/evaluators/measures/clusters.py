"""Clusters: several graded parts judged as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from regionstyrning.evaluators.targets.given import step_of
from regionstyrning.evaluators.verdicts import saying
from regionstyrning.evaluators.verdicts.saying import because
from regionstyrning.evaluators.verdicts.verdict import Reason
from regionstyrning.evaluators.verdicts.wording import clause
from regionstyrning.model.indicators import Indicator, MeasureKind, Outcome
from regionstyrning.model.joins import Join, JoinKind
from regionstyrning.model.open_points import OpenPointKind
from regionstyrning.model.records import as_tuple
from regionstyrning.model.scales import ScaleReads

if TYPE_CHECKING:
    from collections.abc import Sequence

    from regionstyrning.evaluators.occasions.occasion import Occasion
    from regionstyrning.evaluators.targets.figures import Figures
    from regionstyrning.model.scales import Scale


@frozen(kw_only=True)
class Cluster:
    """
    What the parts of a cluster come to (kluster).

    Attributes:
        outcomes: The outcomes that the whole may have, one for each grade that it can still get.
        parts: The parts' own outcomes.
        reasons: How many parts are known, and by which rule they are joined.
        complete: Whether every part was known.
    """

    outcomes: tuple[Outcome, ...] = field(default=(), converter=as_tuple)
    parts: tuple[Outcome, ...] = field(default=(), converter=as_tuple)
    reasons: tuple[Reason, ...] = field(default=(), converter=as_tuple)
    complete: bool = False


def cluster(occasion: Occasion, indicator: Indicator, figures: Figures) -> Cluster | None:
    """
    What the parts of a cluster come to in the year judged.

    Args:
        occasion: When and by what it is judged.
        indicator: The indicator.
        figures: The outcomes.

    Returns:
        None for what is no cluster, and for one that has an outcome of its own for the year.
    """
    if indicator.kind is not MeasureKind.CLUSTER:
        return None
    own = figures.series(indicator, None, None).at(occasion.year)
    if own is not None and own.missing is None:
        return None
    scale = occasion.scales.get(indicator.scale or "")
    held = _parts(occasion, indicator, figures)
    count = max(indicator.parts_count or 0, len(indicator.parts))
    known = because(indicator.id, saying.PARTS_UNKNOWN, missing=len(held) < count, known=len(held), of=count)
    ranks = [] if scale is None or scale.reads is ScaleReads.RANK else _ranks(scale, held)
    if scale is None or not ranks or len(ranks) < len(held):
        return Cluster(parts=held, reasons=[known, *_rule(occasion, indicator)])
    found = _span(indicator.join, ranks, count, sorted({step.rank for step in scale.steps if step.rank is not None}))
    words = [step.word for step in scale.steps if step.rank is not None and found[0] <= step.rank <= found[1]]
    outcomes = [Outcome(indicator=indicator.id, year=occasion.year, grade=word) for word in words]
    return Cluster(
        outcomes=outcomes, parts=held, reasons=[known, *_rule(occasion, indicator)], complete=len(held) == count
    )


def _rule(occasion: Occasion, indicator: Indicator) -> list[Reason]:
    join = indicator.join
    if join is None:
        return [because(indicator.id, saying.NO_RULE, missing=True), *elsewhere(occasion, indicator)]
    return [because(indicator.id, saying.RULE, rule=clause(join.text or join.kind.value))]


def elsewhere(occasion: Occasion, indicator: Indicator) -> list[Reason]:
    """The open points that say that something of a cluster stands in its document's annex, which nobody has."""
    if indicator.kind is not MeasureKind.CLUSTER or indicator.document is None:
        return []
    annexes = [each.id for each in occasion.plan.documents if each.part_of == indicator.document]
    points = [point for id in (indicator.document, *sorted(annexes)) for point in occasion.open_points.get(id, ())]
    return [
        because(point.id, saying.OPEN, source=next(iter(point.sources), None), missing=True, title=point.title)
        for point in points
        if point.kind is OpenPointKind.ELSEWHERE
    ]


def _parts(occasion: Occasion, indicator: Indicator, figures: Figures) -> list[Outcome]:
    """The parts' outcomes for the year, as far as they have a grade."""
    held = []
    for id in indicator.parts:
        part = occasion.plan.by_id.get(id)
        outcome = figures.series(part, None, None).at(occasion.year) if isinstance(part, Indicator) else None
        if outcome is not None and outcome.grade is not None:
            held.append(outcome)
    return held


def _ranks(scale: Scale, held: Sequence[Outcome]) -> list[int]:
    steps = [step_of(scale, outcome.grade or "") for outcome in held]
    return [step.rank for step in steps if step is not None and step.rank is not None]


def _span(join: Join | None, ranks: list[int], count: int, steps: list[int]) -> tuple[int, int]:
    """The lowest and highest place that the whole can get, the unknown parts at their worst and at their best."""
    unknown = count - len(ranks)
    low, high = [*ranks, *[steps[0]] * unknown], [*ranks, *[steps[-1]] * unknown]
    uncounted = join is not None and join.kind is JoinKind.COUNT and join.at_least is None
    if join is None or uncounted or join.kind in {JoinKind.MEAN, JoinKind.WEIGHTED}:
        return min(low), max(high)  # whatever the rule may be, if the parts are alike so is the whole
    return _one(join, low, steps), _one(join, high, steps)


def _one(join: Join, ranks: list[int], steps: list[int]) -> int:
    ordered = sorted(ranks, reverse=True)
    match join.kind:
        case JoinKind.ALL | JoinKind.WORST:
            return ordered[-1]
        case JoinKind.ANY | JoinKind.BEST:
            return ordered[0]
        case JoinKind.MAJORITY:
            return ordered[len(ordered) // 2]
        case _:
            needed = join.at_least or 0
            return ordered[needed - 1] if 1 <= needed <= len(ordered) else steps[0]
