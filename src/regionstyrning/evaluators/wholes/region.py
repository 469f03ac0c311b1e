"""The verdict on a whole region: perspectives, goals, both sides, organs and published totals."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import evolve

from regionstyrning.evaluators.measures.indicators import INDICATOR, indicator_verdict
from regionstyrning.evaluators.occasions.occasion import Occasion, Settings, occasion_of
from regionstyrning.evaluators.verdicts import saying
from regionstyrning.evaluators.verdicts.composing import Joining, composed, coverage, stage
from regionstyrning.evaluators.verdicts.saying import because
from regionstyrning.evaluators.verdicts.verdict import Verdict
from regionstyrning.evaluators.wholes.goals import GOAL, goal_verdicts, lower_goals
from regionstyrning.evaluators.wholes.shared import OF_ORGAN
from regionstyrning.evaluators.wholes.totals import totals
from regionstyrning.model.goals import ContributionKind, GoalKind
from regionstyrning.model.indicators import Indicator
from regionstyrning.model.structure import LevelKind
from regionstyrning.questions.owners import carriers
from regionstyrning.questions.threads import Threads, threads, title_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from regionstyrning.model.goals import Goal
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.model.structure import Perspective

MODEL = "modell"
SIDE = "sida"
PERSPECTIVE = "perspektiv"
ORGAN = "organ"

_SIDES = {GoalKind.FINANCIAL: "Finansiella mål", GoalKind.OPERATIONAL: "Verksamhetsmål"}


def judged_by(
    settings: Settings,
    model: SteeringModel,
    as_of: date,
    year: int,
    given: Mapping[str, Verdict] | None = None,
) -> tuple[Occasion, Verdict]:
    """
    Judge a model for a year.

    Args:
        settings: How it is judged.
        model: The whole model.
        as_of: The day: nothing known later counts.
        year: The year judged.
        given: Verdicts on indicators that are to be taken for granted, by id.

    Returns:
        The occasion, and the verdict on the whole.
    """
    occasion = occasion_of(settings, model, as_of, year, given)
    return occasion, _region(occasion)


def _region(occasion: Occasion) -> Verdict:
    found = threads(occasion.plan)
    goals = goal_verdicts(occasion)
    perspectives = _perspectives(occasion, found, goals)
    under = {part.about for each in perspectives for part in each.parts}
    tops = _tops(occasion, found)
    free = [goals[goal.id] for goal in tops if goal.id not in under]
    judged = [*perspectives, *free]
    whole = composed(occasion.model.id, judged, Joining(join=occasion.settings.join))
    beside = [*_sides(occasion, tops, goals), *_organs(occasion, goals), *totals(occasion)]
    parts = [*judged, *_left(occasion, judged, goals), *beside]
    return Verdict(
        about=occasion.model.id,
        title=occasion.model.title,
        status=whole.status,
        low=whole.low,
        high=whole.high,
        reasons=whole.reasons,
        parts=parts,
        evaluator=occasion.settings.title,
        settings=occasion.settings.settings,
        coverage=coverage(list(occasion.done.values())),
        due=whole.due,
        stage=stage(judged),
        year=occasion.year,
        kind=MODEL,
    )


def _perspectives(occasion: Occasion, found: Threads, goals: Mapping[str, Verdict]) -> list[Verdict]:
    structure = found.structure
    return [] if structure is None else [_perspective(occasion, each, found, goals) for each in structure.perspectives]


def _perspective(occasion: Occasion, each: Perspective, found: Threads, goals: Mapping[str, Verdict]) -> Verdict:
    links = [link for link in found.links(each.id, "down") if link.kind is not ContributionKind.WORKS_AGAINST]
    nodes = [found.nodes[id] for id in dict.fromkeys(link.lower for link in links)]
    parts = [goals[node.id] for node in nodes if node.id in goals]
    parts += [indicator_verdict(occasion, node) for node in nodes if isinstance(node, Indicator)]
    level = None if found.structure is None else found.structure.level(each.level)
    join = None if level is None else level.join
    rule = Joining(join=join or occasion.settings.join, partly_points=occasion.settings.partly_points)
    return _group(occasion, (PERSPECTIVE, each.id, each.title), parts, rule)


def _group(occasion: Occasion, named: tuple[str, str, str], parts: Sequence[Verdict], rule: Joining) -> Verdict:
    kind, about, title = named
    whole = composed(about, parts, rule)
    return Verdict(
        about=about,
        title=title,
        status=whole.status,
        low=whole.low,
        high=whole.high,
        reasons=whole.reasons,
        parts=parts,
        coverage=coverage(parts),
        due=whole.due,
        stage=stage(parts),
        year=None if whole.undated else occasion.year,
        kind=kind,
    )


def _tops(occasion: Occasion, found: Threads) -> list[Goal]:
    """The goals that stand under no other goal, in the order of their ids."""
    lower = {each.id for goal in occasion.plan.goals for _, each in lower_goals(goal, found) if each.id != goal.id}
    return sorted((goal for goal in occasion.plan.goals if goal.id not in lower), key=_id)


def _id(goal: Goal) -> str:
    return goal.id


def _left(occasion: Occasion, judged: Sequence[Verdict], goals: Mapping[str, Verdict]) -> list[Verdict]:
    """Goals and indicators that nothing above has mentioned: what hangs loose, or only goes round."""
    told = _goals_told(judged)
    left = [verdict for id, verdict in sorted(goals.items()) if id not in told]
    rest = sorted(each.id for each in occasion.plan.indicators if each.id not in occasion.done)
    return [*left, *(indicator_verdict(occasion, occasion.plan.by_id[id]) for id in rest)]


def _goals_told(parts: Sequence[Verdict]) -> set[str]:
    """Ids of the goals under the parts; under an indicator there is none."""
    told: set[str] = set()
    waiting = list(parts)
    while waiting:
        each = waiting.pop()
        if each.kind != INDICATOR and each.about not in told:
            told.add(each.about)
            waiting.extend(each.parts)
    return told


def _sides(occasion: Occasion, tops: Sequence[Goal], goals: Mapping[str, Verdict]) -> list[Verdict]:
    """Financial goals and operational ones, each for themselves."""
    rule = Joining(join=occasion.settings.join)
    sides = []
    for kind, title in _SIDES.items():
        parts = [goals[goal.id] for goal in tops if _kind(occasion, goal) is kind]
        if parts:
            side = _group(occasion, (SIDE, f"{occasion.model.id}/{kind.value}", title), parts, rule)
            sides.append(_with_own_rule(occasion, side))
    return sides


def _with_own_rule(occasion: Occasion, side: Verdict) -> Verdict:
    """A side with where the region's own rule for god ekonomisk hushållning is applied, if it states one."""
    own = None if occasion.structure is None else occasion.structure.geh
    if own is None or not own.is_stated:
        return side
    named = because(side.about, saying.JUDGED_BY_GEH)
    return evolve(side, reasons=[*(each for each in side.reasons if each.sentence != saying.NO_RULE), named])


def _kind(occasion: Occasion, goal: Goal) -> GoalKind | None:
    """The side that a goal is on: as it says itself, or by its level."""
    if goal.kind is not None or occasion.structure is None:
        return goal.kind
    level = occasion.structure.level(goal.level)
    return GoalKind.FINANCIAL if level is not None and level.kind is LevelKind.FINANCIAL else None


def _organs(occasion: Occasion, goals: Mapping[str, Verdict]) -> list[Verdict]:
    """What each organ carries: of a goal that is shared its own verdict."""
    carried: dict[str, list[Verdict]] = {}
    for goal in sorted(occasion.plan.goals, key=_id):
        verdict = goals[goal.id]
        own = {part.about: part for part in verdict.parts if part.kind == OF_ORGAN}
        for organ in carriers(occasion.plan, goal) if verdict.kind == GOAL else ():
            carried.setdefault(organ, []).append(own.get(f"{goal.id}/{organ}", verdict))
    rule = Joining(join=occasion.settings.join)
    return [
        _group(occasion, (ORGAN, organ, title_of(occasion.plan, organ)), parts, rule)
        for organ, parts in sorted(carried.items())
    ]
