"""What a goal ahead asks, over which years, and what is held against it, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.alternatives.goal_ahead import LIMITS, Way
from regionstyrning.alternatives.shown import beside, estimate
from regionstyrning.evaluators.targets.targets import asked_words
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from regionstyrning.alternatives.goal_ahead import GoalAhead
    from regionstyrning.alternatives.projection import VerdictAhead
    from regionstyrning.text.sentences import Language

_OVER = {
    Way.MEAN: Sentence("{asked}, i snitt {first}–{last}", "{asked}, the mean of {first}–{last}"),
    Way.SUM: Sentence("{asked}, summan {first}–{last}", "{asked}, the sum of {first}–{last}"),
    Way.ANY: Sentence("{asked}, över {first}–{last} hur de än vägs", "{asked}, over {first}–{last} however weighed"),
    Way.CHANGE: Sentence("{asked}, ändring {first}–{last}", "{asked}, the change {first}–{last}"),
}


def asked_of(goal: GoalAhead, lang: Language = "sv") -> str:
    """
    What is asked of a goal's measure, as written or as a number, and over which years where they are several.

    Args:
        goal: The goal.
        lang: The language.
    """
    condition = goal.target.condition
    limit = goal.limit.normalize() if condition.kind in LIMITS else None
    asked = condition.text or asked_words(condition, limit).say(lang)
    if len(goal.years) == 1:
        return asked
    return _OVER[goal.way].say(lang, asked=asked, first=goal.years[0], last=goal.years[-1])


def held_of(verdict: VerdictAhead, lang: Language = "sv") -> str:
    """
    What is held against the limit, with decimals enough to see on which side of it; nothing if it is not known.

    Args:
        verdict: The verdict.
        lang: The language.
    """
    ends = verdict.between if verdict.between is not None else () if verdict.value is None else (verdict.value,)
    goal = verdict.goal
    return "–".join(estimate(each, lang) if goal is None else beside(each, goal.limit, lang) for each in ends)
