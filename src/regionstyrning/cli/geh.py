"""God ekonomisk hushållning as the command ``economy`` tells it: the whole, its parts, and each goal in a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.evaluators.measures.indicators import INDICATOR
from regionstyrning.evaluators.verdicts import saying
from regionstyrning.evaluators.verdicts.branches import own_reasons
from regionstyrning.evaluators.ways.geh.saying import HELD_BACK, MAY_BE_HELD_BACK
from regionstyrning.evaluators.wholes.goals import GOAL, WORK
from regionstyrning.text.sentences import Sentence
from regionstyrning.text.widths import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.evaluators import Verdict
    from regionstyrning.text.sentences import Language

TITLE = Sentence("God ekonomisk hushållning", "God ekonomisk hushållning")
_OF_GOALS = (GOAL, WORK)
_MOVES = {saying.SET_BY_HAND, saying.SET_ENDED, saying.SET_UNKNOWN, HELD_BACK, MAY_BE_HELD_BACK}
_DEVELOPMENT = {saying.DEVELOPED_SINCE, saying.NO_EARLIER, saying.NO_WAY}
_TOLD_ELSEWHERE = {saying.RULE, saying.PUBLISHED, saying.WORK_UNDER}
"""What the tree and the table of goals say of a goal, and that gives no status."""


def geh_lines(verdict: Verdict, lang: Language, width: int) -> Iterator[str]:
    """
    The verdict with its reasons, then each part with its own, and under it what it is made of.

    Args:
        verdict: What the evaluator ``geh`` gave.
        lang: Swedish or English.
        width: Longest line.
    """
    yield from folded(verdict.headline(lang), width)
    yield from _reasons(verdict, lang, width)
    for part in verdict.parts:
        yield ""
        yield from folded(part.headline(lang), width)
        yield from _reasons(part, lang, width)
        for each in part.parts:
            yield from folded(each.headline(lang), width, "  * ", "    ")
            told = [*_moved(each, lang), *_made_of(each, lang)] if each.kind in _OF_GOALS else own_reasons(each, lang)
            for line in told:
                yield from folded(line, width, "    - ", "      ")


def _moved(goal: Verdict, lang: Language) -> list[str]:
    """What gives a goal another status than its parts: a verdict set by hand, or a condition for it."""
    return [reason.text(lang) for reason in goal.reasons if reason.sentence in _MOVES]


def _made_of(goal: Verdict, lang: Language) -> list[str]:
    """What a goal is judged by, a line each: measures with what they were held against, goals with why."""
    told = []
    for part in goal.parts:
        if part.kind in {INDICATOR, *_OF_GOALS}:
            untold = _DEVELOPMENT if part.kind == INDICATOR else _TOLD_ELSEWHERE
            shown = [reason.text(lang) for reason in part.reasons if reason.sentence not in untold]
            told.append(" ".join([f"{part.headline(lang)}.", *shown]))
    return told


def _reasons(verdict: Verdict, lang: Language, width: int) -> Iterator[str]:
    for line in own_reasons(verdict, lang):
        yield from folded(line, width, "- ", "  ")
