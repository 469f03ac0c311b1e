"""Why a published word and a computed verdict differ, or cannot be compared."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from regionstyrning.evaluators.measures.indicators import INDICATOR
from regionstyrning.evaluators.measures.units import in_part
from regionstyrning.evaluators.targets.grades import STATUS_OF, ambiguous
from regionstyrning.evaluators.targets.targets import asked
from regionstyrning.evaluators.verdicts import saying
from regionstyrning.evaluators.verdicts.bounds import UNKNOWN, Bounds, hull
from regionstyrning.evaluators.verdicts.judged import Judged
from regionstyrning.evaluators.verdicts.saying import because
from regionstyrning.evaluators.verdicts.statuses import IN_ENGLISH, Status
from regionstyrning.evaluators.verdicts.wording import when
from regionstyrning.model.indicators import Indicator
from regionstyrning.model.scales import Meaning
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from regionstyrning.evaluators.occasions.occasion import Occasion
    from regionstyrning.evaluators.verdicts.verdict import Reason, Verdict
    from regionstyrning.model.dates import Part
    from regionstyrning.model.scales import ScaleStep

MOST_REASONS = 4
"""How many reasons a difference is told with; the verdict has the rest."""

MOST_BELOW = 2
"""How many measures of a goal are told of."""

_MEANINGS = {
    Meaning.MET: "met",
    Meaning.PARTLY_MET: "partly met",
    Meaning.NOT_MET: "not met",
    Meaning.CANNOT_BE_ASSESSED: "cannot be assessed",
    Meaning.ON_TRACK: "on track",
    Meaning.NOT_YET: "measured later",
    Meaning.DONE: "done",
    Meaning.BETTER: "better",
    Meaning.UNCHANGED: "unchanged",
    Meaning.WORSE: "worse",
}

_ASIDE = frozenset(
    {
        saying.DEVELOPED_SINCE,
        saying.NO_EARLIER,
        saying.NO_WAY,
        saying.OWN_WORD,
        saying.PUBLISHED,
    }
)
"""Sentences of a verdict that tell nothing of why it falls out as it does."""


def meaning_of(step: ScaleStep) -> Sentence:
    """What a step of a scale may stand for, in words."""
    if not step.means:
        return Sentence("något som skalan inte säger", "something that the scale does not say")
    swedish = " eller ".join(meaning.value for meaning in step.means)
    return Sentence(swedish, " or ".join(_MEANINGS[meaning] for meaning in step.means))


def computed_words(held: Bounds) -> Sentence:
    """How something computed falls out: a status, or from what to what it can be."""
    status = held.status
    if held == UNKNOWN or status is not Status.CANNOT_BE_ASSESSED:
        return Sentence(status.value, IN_ENGLISH[status])
    bounded = saying.BOUNDED
    return Sentence(
        bounded.say("sv", status=status.value, low=held.low.value, high=held.high.value),
        bounded.say("en", status=IN_ENGLISH[status], low=IN_ENGLISH[held.low], high=IN_ENGLISH[held.high]),
    )


def of_word(judgement: str, step: ScaleStep) -> list[Reason]:
    """
    What the published word leaves open.

    Args:
        judgement: Id of the judgement.
        step: The step that its word stands for.
    """
    if not step.means or any(meaning not in STATUS_OF for meaning in step.means):
        return [because(judgement, saying.OPEN_WORD)]
    return [because(judgement, saying.WIDE_WORD)] if ambiguous(step) else []


def of_verdict(verdict: Verdict) -> list[Reason]:
    """Why a verdict falls out as it does; of a goal also what the measures say that make it so."""
    own = _telling(verdict)
    below = [told for each in verdict.everything() if each.kind == INDICATOR for told in _alike(each, verdict)]
    most = 0 if verdict.kind == INDICATOR or any(reason.missing for reason in own) else MOST_BELOW
    return [*own[:MOST_REASONS], *below[:most]]


def _telling(verdict: Verdict) -> list[Reason]:
    return [reason for reason in verdict.reasons if reason.sentence not in _ASIDE]


def _alike(measure: Verdict, verdict: Verdict) -> list[Reason]:
    """What a measure that falls out as the whole does tells first; where it is not known, what is missing."""
    if measure.status is not verdict.status:
        return []
    unknown = measure.status is Status.CANNOT_BE_ASSESSED
    told = [reason for reason in _telling(measure) if reason.missing or not unknown][:1]
    return [because(each.record, saying.FOR, missing=each.missing, whom=measure.title, what=each) for each in told]


def of_part(occasion: Occasion, about: str, part: Part) -> Judged:
    """
    An indicator's figure of a part of the year against its targets for that part, or else for the year.

    Args:
        occasion: When and by what it is judged.
        about: Id of the record; of a goal nothing is computed for a part of the year.
        part: The part of the year.
    """
    record = occasion.plan.by_id.get(about)
    if not isinstance(record, Indicator):
        return Judged.unknown([because(about, saying.NO_PART_OF_A_GOAL, missing=True)])
    targets = occasion.targets.get(about, ())
    held = [each for each in asked(targets, occasion.year, occasion.standing_year, date.max) if not each.ahead]
    own = [each for each in held if each.target.part == part]
    wanted = own or [each for each in held if each.target.part is None]
    if not wanted:
        none = because(about, saying.NO_TARGET, missing=True, year=when(occasion.year, part))
        return Judged.unknown([none])
    found = [in_part(occasion, record, each, part) for each in wanted]
    told = [] if own else [because(about, saying.PART_AGAINST_YEAR)]
    reasons = dict.fromkeys([*told, *(reason for each in found for reason in each.reasons)])
    return Judged(bounds=hull(each.bounds for each in found), reasons=list(reasons)[:MOST_REASONS])
