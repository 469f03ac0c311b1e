"""Verdicts on goals: by measures, by the goals under them, or by a judgement of the whole."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import evolve

from regionstyrning.evaluators.measures.indicators import indicator_verdict
from regionstyrning.evaluators.occasions.published import finished, stated, who, with_published
from regionstyrning.evaluators.targets.grades import ambiguous, meant
from regionstyrning.evaluators.verdicts import saying
from regionstyrning.evaluators.verdicts.bounds import UNKNOWN
from regionstyrning.evaluators.verdicts.composing import Joining, composed, coverage, stage, unknown
from regionstyrning.evaluators.verdicts.rollups import weight_on
from regionstyrning.evaluators.verdicts.saying import because
from regionstyrning.evaluators.verdicts.statuses import Status
from regionstyrning.evaluators.verdicts.verdict import Known, Reason, Verdict
from regionstyrning.evaluators.verdicts.wording import clause
from regionstyrning.evaluators.wholes.shared import organ_verdicts
from regionstyrning.model.goals import ContributionKind, Goal
from regionstyrning.model.indicators import Indicator, IndicatorRole
from regionstyrning.model.structure import Ground, LevelKind
from regionstyrning.questions.threads import Threads, threads
from regionstyrning.text.sentences import Sentence, listed

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from regionstyrning.evaluators.occasions.occasion import Occasion
    from regionstyrning.model.goals import Contribution
    from regionstyrning.model.structure import Level

GOAL = "mål"
"""What a verdict on a goal is called."""

WORK = "arbete"
"""What is said of work instead: how far it has come."""

_FROM_BELOW = frozenset({ContributionKind.BREAKS_DOWN, ContributionKind.CONTRIBUTES})
_NOT_ATTAINED = frozenset({LevelKind.VISION, LevelKind.VALUES, LevelKind.MISSION})


def goal_verdicts(occasion: Occasion) -> dict[str, Verdict]:
    """
    The verdicts on all goals of the plan, by id, each after those under it.

    Args:
        occasion: When and by what they are judged.
    """
    found = threads(occasion.plan)
    done: dict[str, Verdict] = {}
    for goal in sorted(occasion.plan.goals, key=_id):
        for lower in from_below(goal, found, done):
            done[lower.id] = finished(occasion, lower.id, _verdict(occasion, lower, found, done))
    return {goal.id: done[goal.id] for goal in occasion.plan.goals}


def _id(goal: Goal) -> str:
    return goal.id


def from_below(goal: Goal, found: Threads, done: Container[str]) -> Iterator[Goal]:
    """The goals under a goal that have no verdict yet, the lowest first, and last the goal itself."""
    met: set[str] = set()
    waiting = [(goal, False)]
    while waiting:  # no recursion: a chain of goals may be longer than Python's stack
        each, ready = waiting.pop()
        if ready:
            yield each
        elif each.id not in met and each.id not in done:
            met.add(each.id)
            waiting.append((each, True))
            waiting.extend((lower, False) for _, lower in lower_goals(each, found))


def lower_goals(goal: Goal, found: Threads) -> list[tuple[Contribution, Goal]]:
    """The goals that a goal is broken down to or that contribute to it, with their links."""
    links = [link for link in found.links(goal.id, "down") if link.kind in _FROM_BELOW]
    return [(link, node) for link in links if isinstance(node := found.nodes[link.lower], Goal)]


def measures(goal: Goal, found: Threads) -> list[tuple[Contribution, Indicator]]:
    """The indicators that measure a goal, with their links."""
    links = [link for link in found.links(goal.id, "down") if link.kind is not ContributionKind.WORKS_AGAINST]
    return [(link, node) for link in links if isinstance(node := found.nodes[link.lower], Indicator)]


def _verdict(occasion: Occasion, goal: Goal, found: Threads, done: dict[str, Verdict]) -> Verdict:
    level = None if found.structure is None else found.structure.level(goal.level)
    if level is None:
        return with_published(occasion, goal.id, _not_judged(goal, saying.NO_STRUCTURE, goal.level))
    if _is_work(level):
        return with_published(occasion, goal.id, _work(occasion, goal, found))
    if not attained(level):
        return with_published(occasion, goal.id, _not_judged(goal, saying.NO_ATTAINMENT, level.title))
    parts, weights = _parts(occasion, goal, level, found, done)
    beside = _supporting(occasion, goal, found, parts)

    def computed() -> Verdict:
        verdict = _attained(occasion, goal, (level, found), (parts, weights), beside)
        return with_published(occasion, goal.id, verdict)

    return occasion.once(goal.id, (*parts, *beside), computed)


def attained(level: Level) -> bool:
    """Whether goals on a level are attained or not; work is done, and a vision without a ground is neither."""
    return not _is_work(level) and (level.kind not in _NOT_ATTAINED or bool(level.judged_by))


def _is_work(level: Level) -> bool:
    return level.kind is LevelKind.WORK or level.judged_by == (Ground.WORK_DONE,)


def _attained(
    occasion: Occasion,
    goal: Goal,
    stands: tuple[Level, Threads],
    held: tuple[list[Verdict], list[tuple[str, Decimal | None]]],
    beside: list[Verdict],
) -> Verdict:
    """The verdict on a goal that is judged by its parts or as a whole, with what only supports beside them."""
    (level, found), (parts, weights) = stands, held
    if Ground.OVERALL in level.judged_by:
        return _overall(occasion, goal, [*parts, *beside])
    settings = occasion.settings
    rule = Joining(join=level.join or settings.join, weights=weights, partly_points=settings.partly_points)
    verdict = _by_parts(occasion, goal, parts, rule)
    told = _work_told(goal, found)
    return (
        evolve(verdict, parts=[*verdict.parts, *beside], reasons=[*verdict.reasons, *told])
        if beside or told
        else verdict
    )


def _not_judged(goal: Goal, sentence: Sentence, level: str) -> Verdict:
    told = [because(goal.id, sentence, level=level)]
    return Verdict(about=goal.id, title=goal.title, status=Status.NOT_JUDGED, reasons=told, kind=GOAL)


def _work(occasion: Occasion, goal: Goal, found: Threads) -> Verdict:
    """Work is told as planned, under way, done or dropped, and is no attainment."""
    told = because(goal.id, saying.NO_STATE, missing=True)
    if goal.state is not None:
        told = because(goal.id, saying.WORK, state=goal.state.value)
    parts = [indicator_verdict(occasion, each) for _, each in measures(goal, found)]
    return Verdict(about=goal.id, title=goal.title, status=Status.NOT_JUDGED, reasons=[told], parts=parts, kind=WORK)


def _work_told(goal: Goal, found: Threads) -> list[Reason]:
    """How much of the work under a goal is in which state, beside its verdict."""
    states = Counter(lower.state.value for _, lower in lower_goals(goal, found) if lower.state is not None)
    if not states:
        return []
    counts = listed(f"{count} {state}" for state, count in sorted(states.items()))
    return [because(goal.id, saying.WORK_UNDER, counts=counts)]


def _parts(
    occasion: Occasion, goal: Goal, level: Level, found: Threads, done: dict[str, Verdict]
) -> tuple[list[Verdict], list[tuple[str, Decimal | None]]]:
    """What a goal is judged by on its level: its measures, the goals under it, or whichever of them there is."""
    parts: list[Verdict] = []
    weights = []
    day = occasion.plan.as_of
    grounds = level.judged_by or (Ground.MEASURES, Ground.LEVEL_UNDER)
    if Ground.MEASURES in grounds or Ground.OVERALL in grounds:
        for link, indicator in deciding(measures(goal, found)):
            parts.append(indicator_verdict(occasion, indicator))
            weights.append((indicator.id, weight_on(link.weights, day)))
    if Ground.LEVEL_UNDER in grounds:
        for link, lower in lower_goals(goal, found):
            parts.append(done[lower.id] if lower.id in done else _circular(occasion, goal, lower))
            weights.append((lower.id, weight_on(link.weights, day)))
    return parts, weights


def deciding(held: list[tuple[Contribution, Indicator]]) -> list[tuple[Contribution, Indicator]]:
    """The measures that decide; where none does, those that support."""
    return [each for each in held if each[1].role is not IndicatorRole.SUPPORTS] or held


def _supporting(occasion: Occasion, goal: Goal, found: Threads, parts: list[Verdict]) -> list[Verdict]:
    """The measures that only stand beside those that decide."""
    held = [each for _, each in measures(goal, found) if each.role is IndicatorRole.SUPPORTS]
    told = {part.about for part in parts} if held else set()
    return [indicator_verdict(occasion, each) for each in held if each.id not in told]


def _circular(occasion: Occasion, goal: Goal, lower: Goal) -> Verdict:
    told = [because(goal.id, saying.CIRCULAR, missing=True, through=lower.title)]
    return Verdict(
        about=f"{goal.id}/{lower.id}",
        title=lower.title,
        status=UNKNOWN.status,
        low=UNKNOWN.low,
        high=UNKNOWN.high,
        reasons=told,
        year=occasion.year,
        kind=GOAL,
    )


def _overall(occasion: Occasion, goal: Goal, parts: list[Verdict]) -> Verdict:
    """By a judgement of the whole alone, with the measures as its ground."""
    said = stated(occasion, goal.id)
    if said is None:
        told = because(goal.id, saying.NO_OVERALL, missing=True, year=occasion.year)
        held, known = UNKNOWN, 0
    else:
        judgement, step = said
        if ambiguous(step) and occasion.settings.ambiguous == "leave out":
            return _left_out(goal, parts, judgement.id, step.word)
        source = judgement.sources[0] if judgement.sources else None
        name = who(occasion, judgement)
        told = because(
            judgement.id, saying.OVERALL, source=source, who=name, words=clause(judgement.words), grade=step.word
        )
        held, known = meant(step), 1
    return Verdict(
        about=goal.id,
        title=goal.title,
        status=held.status,
        low=held.low,
        high=held.high,
        reasons=[told],
        parts=parts,
        coverage=Known(known=known, of=1),
        year=occasion.year,
        kind=GOAL,
    )


def _left_out(goal: Goal, parts: list[Verdict], judgement: str, grade: str) -> Verdict:
    told = [because(judgement, saying.LEFT_OUT, grade=grade)]
    return Verdict(about=goal.id, title=goal.title, status=Status.NOT_JUDGED, reasons=told, parts=parts, kind=GOAL)


def _by_parts(occasion: Occasion, goal: Goal, parts: list[Verdict], rule: Joining) -> Verdict:
    none = because(goal.id, saying.NO_MEASURE, missing=True)
    whole = composed(goal.id, parts, rule) if parts else unknown(none)
    return Verdict(
        about=goal.id,
        title=goal.title,
        status=whole.status,
        low=whole.low,
        high=whole.high,
        reasons=whole.reasons,
        parts=[*parts, *organ_verdicts(occasion, goal, parts, rule)],
        coverage=coverage(parts),
        due=whole.due,
        stage=stage(parts),
        year=None if whole.undated else occasion.year,
        kind=GOAL,
    )
