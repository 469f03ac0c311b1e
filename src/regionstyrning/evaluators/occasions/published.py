"""What others have said or decided of a record, which stands beside the computed verdict."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import evolve

from regionstyrning.evaluators.targets.given import step_of
from regionstyrning.evaluators.targets.grades import meant
from regionstyrning.evaluators.verdicts import saying
from regionstyrning.evaluators.verdicts.bounds import Bounds
from regionstyrning.evaluators.verdicts.saying import because
from regionstyrning.evaluators.verdicts.wording import clause, when
from regionstyrning.model.documents import Decision, DecisionKind
from regionstyrning.model.judgements import Capacity, Judgement
from regionstyrning.model.scales import ScaleReads
from regionstyrning.questions.threads import title_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from regionstyrning.evaluators.occasions.occasion import Occasion
    from regionstyrning.evaluators.verdicts.verdict import Reason, Verdict
    from regionstyrning.model.scales import Scale, ScaleStep
    from regionstyrning.model.steering_model import SteeringModel


def judgements_about(facts: SteeringModel, year: int) -> Mapping[str, Sequence[Judgement]]:
    """What had been said of each record for a year, the earliest first; found once and kept."""
    key = ("judgements_about", year)
    found: dict[str, list[Judgement]] | None = facts.memo.get(key)
    if found is None:
        found = facts.memo[key] = {}
        for judgement in sorted(facts.judgements, key=_said):
            if judgement.year == year:
                for id in judgement.about:
                    found.setdefault(id, []).append(judgement)
    return found


def _said(judgement: Judgement) -> tuple[date, str]:
    return judgement.on or date.min, judgement.id


def step_of_judgement(occasion: Occasion, judgement: Judgement) -> tuple[Scale, ScaleStep] | None:
    """The scale and the step that a judgement is on, if it is on one that reads level."""
    scale = occasion.scale_of_year(judgement.scale)
    if scale is None or judgement.grade is None or scale.reads is not ScaleReads.LEVEL:
        return None
    step = step_of(scale, judgement.grade)
    return None if step is None else (scale, step)


def stated(occasion: Occasion, id: str) -> tuple[Judgement, ScaleStep] | None:
    """The region's own last word on a record for the whole year, if it is on a scale that reads level."""
    for judgement in reversed(occasion.said.get(id, ())):
        if judgement.capacity is Capacity.OWN and judgement.part is None:
            found = step_of_judgement(occasion, judgement)
            if found is not None:
                return judgement, found[1]
    return None


def who(occasion: Occasion, judgement: Judgement) -> str:
    """Who judged, in words."""
    if judgement.by is not None:
        return title_of(occasion.facts, judgement.by)
    return judgement.by_text or judgement.capacity.value


def with_published(occasion: Occasion, id: str, verdict: Verdict) -> Verdict:
    """A verdict with the published judgements beside it."""
    said = occasion.said.get(id, ())
    if not said:
        return verdict
    told = [_published(occasion, judgement) for judgement in said]
    return evolve(verdict, reasons=[*verdict.reasons, *told], published=[each.id for each in said])


def finished(occasion: Occasion, id: str, verdict: Verdict) -> Verdict:
    """A verdict in the region's own words where they come first, and with what was set by hand."""
    if occasion.settings.words == "first":
        verdict = _in_own_words(occasion, id, verdict)
    for decision in occasion.set_by_hand.get(id, ()):
        if decision.year in {None, occasion.year}:
            verdict = _overridden(occasion, decision, verdict)
    return verdict


def _in_own_words(occasion: Occasion, id: str, verdict: Verdict) -> Verdict:
    """The verdict as the region's own last word has it, where it has said one."""
    said = stated(occasion, id)
    if said is None:
        return verdict
    judgement, step = said
    held = meant(step)
    source = judgement.sources[0] if judgement.sources else None
    told = because(judgement.id, saying.OWN_WORD, source=source, grade=step.word, status=verdict.status)
    low, high = held.low, held.high
    reasons = [told, *verdict.reasons]
    return evolve(verdict, status=held.status, low=low, high=high, due=None, year=occasion.year, reasons=reasons)


def _published(occasion: Occasion, judgement: Judgement) -> Reason:
    source = judgement.sources[0] if judgement.sources else None
    return because(
        judgement.id,
        saying.PUBLISHED,
        source=source,
        who=who(occasion, judgement),
        when=when(occasion.year, judgement.part),
        on="" if judgement.on is None else f" ({judgement.on})",
        words=clause(judgement.words),
    )


def set_by_hand(facts: SteeringModel) -> Mapping[str, Sequence[Decision]]:
    """Verdicts set by hand, by what they are about, the earliest first; found once and kept."""
    found: dict[str, list[Decision]] | None = facts.memo.get("set_by_hand")
    if found is None:
        found = facts.memo["set_by_hand"] = {}
        for decision in sorted(facts.decisions, key=_decided):
            if decision.kind is DecisionKind.SETS_VERDICT and decision.about is not None:
                found.setdefault(decision.about, []).append(decision)
    return found


def _decided(decision: Decision) -> tuple[date, str]:
    return decision.on or date.min, decision.id


def _overridden(occasion: Occasion, decision: Decision, verdict: Verdict) -> Verdict:
    """The verdict as somebody has set it for a time; once the time has run out that is told."""
    source = decision.sources[0] if decision.sources else None
    until = _until(decision)
    grade = decision.grade or "–"
    if until is not None and until < occasion.as_of:
        told = because(decision.id, saying.SET_ENDED, source=source, grade=grade, until=until)
        return evolve(verdict, reasons=[*verdict.reasons, told])
    held = _meant(occasion, decision.grade)
    if held is None:
        told = because(decision.id, saying.SET_UNKNOWN, source=source, missing=True, grade=grade)
        return evolve(verdict, reasons=[*verdict.reasons, told])
    told = because(
        decision.id,
        saying.SET_BY_HAND,
        source=source,
        who=title_of(occasion.facts, decision.by),
        on=decision.on or decision.on_text or "–",
        grade=grade,
        why=clause(decision.reason or "–"),
        status=verdict.status,
    )
    reasons = [told, *verdict.reasons]
    status = held.status
    return evolve(verdict, status=status, low=held.low, high=held.high, due=None, set_by=decision.id, reasons=reasons)


def _until(decision: Decision) -> date | None:
    if decision.until is not None or decision.until_year is None:
        return decision.until
    return date(decision.until_year, 12, 31)


def _meant(occasion: Occasion, grade: str | None) -> Bounds | None:
    """What a word means on the first scale that reads level and has it."""
    levels = [scale for scale in occasion.scales.values() if scale.reads is ScaleReads.LEVEL]
    steps = [step_of(scale, grade) for scale in levels] if grade is not None else []
    return next((meant(step) for step in steps if step is not None), None)
