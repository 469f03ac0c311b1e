"""A goal that several organs share: one goal, with a verdict for each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.evaluators.verdicts import saying
from regionstyrning.evaluators.verdicts.composing import Joining, composed, coverage, stage, unknown
from regionstyrning.evaluators.verdicts.saying import because
from regionstyrning.evaluators.verdicts.verdict import Verdict
from regionstyrning.model.goals import Goal
from regionstyrning.model.indicators import Indicator
from regionstyrning.questions.owners import carriers
from regionstyrning.questions.threads import title_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from regionstyrning.evaluators.occasions.occasion import Occasion

OF_ORGAN = "målets organ"
"""What a verdict on a shared goal for one of its organs is called."""


def organ_verdicts(occasion: Occasion, goal: Goal, parts: Sequence[Verdict], rule: Joining) -> list[Verdict]:
    """
    A verdict on a goal for each of the organs that share it.

    Args:
        occasion: When and by what it is judged.
        goal: The goal.
        parts: What it is judged by.
        rule: How they are joined.

    Returns:
        None for a goal that one organ carries alone.
    """
    organs = carriers(occasion.plan, goal)
    if len(organs) < 2 or not parts:  # noqa: PLR2004 - shared by two at least
        return []
    return [_verdict(occasion, goal, organ, _of_organ(occasion, organ, parts), rule) for organ in sorted(organs)]


def _of_organ(occasion: Occasion, organ: str, parts: Sequence[Verdict]) -> list[Verdict]:
    """What of a goal is one organ's own: its measures and goals, and its share of those measured by organ."""
    own = []
    for part in parts:
        record = occasion.plan.by_id.get(part.about)
        if isinstance(record, Goal | Indicator) and carriers(occasion.plan, record) == (organ,):
            own.append(part)
        elif isinstance(record, Indicator):
            codes = {scope.id for scope in record.scopes if scope.organ == organ}
            own += [each for each in part.everything() if each.scope in codes]
    return own


def _verdict(occasion: Occasion, goal: Goal, organ: str, own: list[Verdict], rule: Joining) -> Verdict:
    title = title_of(occasion.plan, organ)
    about = f"{goal.id}/{organ}"
    none = because(goal.id, saying.OF_ORGAN, missing=True, organ=title)
    whole = composed(about, own, rule) if own else unknown(none)
    return Verdict(
        about=about,
        title=f"{goal.title}: {title}",
        status=whole.status,
        low=whole.low,
        high=whole.high,
        reasons=whole.reasons,
        parts=own,
        coverage=coverage(own),
        due=whole.due,
        stage=stage(own),
        year=None if whole.undated else occasion.year,
        kind=OF_ORGAN,
    )
