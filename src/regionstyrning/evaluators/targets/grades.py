"""Words of a scale held against the word asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.evaluators.targets.measured import how_firm
from regionstyrning.evaluators.verdicts import bounds, saying
from regionstyrning.evaluators.verdicts.bounds import Bounds
from regionstyrning.evaluators.verdicts.judged import Judged
from regionstyrning.evaluators.verdicts.saying import because, of_outcome
from regionstyrning.evaluators.verdicts.statuses import Status
from regionstyrning.evaluators.verdicts.wording import when
from regionstyrning.model.limits import BasisKind
from regionstyrning.model.scales import Meaning, ScaleReads
from regionstyrning.text.sentences import listed

if TYPE_CHECKING:
    from regionstyrning.evaluators.targets.given import Given
    from regionstyrning.evaluators.verdicts.verdict import Reason
    from regionstyrning.model.conditions import Condition
    from regionstyrning.model.indicators import Outcome
    from regionstyrning.model.scales import ScaleStep

STATUS_OF = {
    Meaning.MET: Status.MET,
    Meaning.PARTLY_MET: Status.PARTLY_MET,
    Meaning.NOT_MET: Status.NOT_MET,
}
"""The meanings that say how a goal or target is reached; the others leave it open."""


def meant(step: ScaleStep) -> Bounds:
    """From the worst to the best that a step of a scale may stand for."""
    if not step.means or any(meaning not in STATUS_OF for meaning in step.means):
        return bounds.UNKNOWN
    return bounds.hull(Bounds(STATUS_OF[meaning], STATUS_OF[meaning]) for meaning in step.means)


def ambiguous(step: ScaleStep) -> bool:
    """Whether one sign stands for several things."""
    return len(step.means) > 1


def graded(condition: Condition, given: Given) -> Judged:
    """Hold the word of an outcome against the word that a condition asks for."""
    latest = condition.basis is not None and condition.basis.kind is BasisKind.LATEST
    find = given.series.latest if latest else given.series.at
    outcome = find(given.year, given.part)
    period = when(given.year if outcome is None or not latest else outcome.year, given.part)
    if outcome is None:
        return Judged.unknown([because(given.indicator.id, saying.NO_OUTCOME, missing=True, when=period)])
    if outcome.missing is not None:
        why = saying.WHY_MISSING[outcome.missing]
        told = of_outcome(outcome, saying.NO_VALUE, missing=True, when=period, why=why)
        return Judged.unknown([told], [outcome])
    if given.scale is not None and given.scale.reads is ScaleReads.RANK:
        return Judged.unknown([of_outcome(outcome, saying.RANK_SCALE, missing=True)], [outcome])
    found, asked = given.step(outcome.grade), given.step(condition.grade)
    if found is None or asked is None:
        return Judged.unknown([of_outcome(outcome, saying.NO_GRADE, missing=True, when=period)], [outcome])
    told = of_outcome(outcome, saying.GRADED, grade=found.word, when=period, asked=asked.word)
    reasons = [told, *how_firm(outcome, period), *_meanings(found, outcome)]
    return Judged(bounds=_held(found, asked, condition, given), reasons=reasons, outcomes=[outcome])


def _meanings(step: ScaleStep, outcome: Outcome) -> list[Reason]:
    if not ambiguous(step):
        return []
    meanings = listed(meaning.value for meaning in step.means)
    return [of_outcome(outcome, saying.SEVERAL_MEANINGS, grade=step.word, meanings=meanings)]


def _held(found: ScaleStep, asked: ScaleStep, condition: Condition, given: Given) -> Bounds:
    """By what the word means where the best one is asked for, else by its place on the scale."""
    if ambiguous(found):
        return meant(found)
    if found.rank is None or asked.rank is None:
        return bounds.MET if found == asked else meant(found)
    if found.rank >= asked.rank:
        return bounds.MET
    least = None if condition.partly is None else given.step(condition.partly.grade)
    if least is not None and least.rank is not None:
        return bounds.PARTLY_MET if found.rank >= least.rank else bounds.NOT_MET
    if asked.means == (Meaning.MET,) and found.means:
        return meant(found)
    return bounds.NOT_MET
