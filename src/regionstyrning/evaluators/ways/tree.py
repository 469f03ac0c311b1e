"""A region judged from below by one way of joining: for evaluators that ask no level for its own rule."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import field, frozen

from regionstyrning.evaluators.measures.indicators import INDICATOR
from regionstyrning.evaluators.verdicts import saying
from regionstyrning.evaluators.verdicts.composing import coverage
from regionstyrning.evaluators.verdicts.rollups import weight_on
from regionstyrning.evaluators.verdicts.saying import because
from regionstyrning.evaluators.verdicts.statuses import Status
from regionstyrning.evaluators.verdicts.verdict import Reason, Verdict
from regionstyrning.evaluators.wholes.goals import GOAL
from regionstyrning.evaluators.wholes.region import MODEL, PERSPECTIVE
from regionstyrning.model.goals import Goal
from regionstyrning.model.indicators import Indicator
from regionstyrning.model.records import as_tuple
from regionstyrning.model.structure import LevelKind
from regionstyrning.questions.numbered import upwards
from regionstyrning.questions.numbering import numbered
from regionstyrning.questions.threads import serves, threads

if TYPE_CHECKING:
    from collections.abc import Mapping

    from regionstyrning.evaluators.occasions.occasion import Occasion
    from regionstyrning.model.goals import Contribution
    from regionstyrning.questions.threads import Threads

NONE, HUNDRED = Decimal(0), Decimal(100)

_CENT = Decimal("0.01")

_NOT_ATTAINED = frozenset({LevelKind.VISION, LevelKind.VALUES, LevelKind.MISSION, LevelKind.WORK})


@frozen(kw_only=True)
class Ends:
    """
    What a way of joining gives (sammanvägt värde), in percent.

    Attributes:
        status: How it falls out.
        low: The least.
        high: The most.
        reasons: Why.
    """

    status: Status
    low: Decimal = NONE
    high: Decimal = HUNDRED
    reasons: tuple[Reason, ...] = field(default=(), converter=as_tuple)


Leaf = Callable[[Indicator], Verdict]
Weights = Sequence[Decimal | None]
Join = Callable[[str, Sequence[Verdict], Weights], Ends]


def whole(occasion: Occasion, leaf: Leaf, join: Join, named: tuple[str, tuple[tuple[str, str], ...]]) -> Verdict:
    """
    Judge a region from its indicators up.

    What has not fallen due, and what is not judged, is left aside where something else counts.

    Args:
        occasion: When it is judged, and by which plan.
        leaf: Gives the verdict on an indicator.
        join: Gives what an id comes to, of the verdicts under it and their weights.
        named: The evaluator's name and version, and its settings.
    """
    found = threads(occasion.plan)
    done = _from_below(occasion, found, leaf, join)
    tops = [done[id] for id in sorted(done) if _is_top(found, done, id)]
    top = _of(occasion, (MODEL, occasion.model.id, occasion.model.title), tops, [None] * len(tops), join)
    told = {each.about for each in top.everything()}
    left = [done[id] for id in sorted(done.keys() - told)]
    return Verdict(
        about=top.about,
        title=top.title,
        status=top.status,
        low=top.low,
        high=top.high,
        reasons=top.reasons,
        parts=[*top.parts, *left],
        coverage=coverage([each for each in done.values() if each.kind == INDICATOR]),
        due=top.due,
        evaluator=named[0],
        settings=named[1],
        year=occasion.year,
        kind=MODEL,
    )


def cents(percent: Decimal) -> Decimal:
    """
    To two decimals, halves to even: percents that were divided are kept no finer.

    >>> cents(Decimal(200) / 3), cents(Decimal(50))
    (Decimal('66.67'), Decimal('50'))
    """
    rounded = percent.quantize(_CENT)
    return percent if percent == rounded else rounded


def _from_below(occasion: Occasion, found: Threads, leaf: Leaf, join: Join) -> dict[str, Verdict]:
    graph = numbered(occasion.plan)
    straight = [graph.ids[node] for node in upwards(graph)]
    done: dict[str, Verdict] = {}
    for id in (*straight, *sorted(set(graph.ids) - set(straight))):
        node = found.nodes[id]
        if isinstance(node, Indicator):
            done[id] = leaf(node)
            continue
        links = [link for link in found.links(id, "down") if serves(link) and link.lower != id]
        kind = GOAL if isinstance(node, Goal) else PERSPECTIVE
        if _stands_for_itself(found, id):
            done[id] = _not_judged(occasion, found, id, [done[link.lower] for link in links if link.lower in done])
        else:
            weights = _weights(links, occasion.plan.as_of)
            parts = [done[each] if each in done else _circular(occasion, found, each, id) for each in weights]
            done[id] = _of(occasion, (kind, id, node.title), parts, list(weights.values()), join)
    return done


def _is_top(found: Threads, done: Mapping[str, Verdict], id: str) -> bool:
    """Whether it is judged, and nothing above it is."""
    above = (link.upper for link in found.links(id, "up") if serves(link) and link.upper != id)
    judged = (done[upper].status is not Status.NOT_JUDGED for upper in above)
    return done[id].status is not Status.NOT_JUDGED and not any(judged)


def _weights(links: Sequence[Contribution], day: date) -> dict[str, Decimal | None]:
    """The weight of each thing under a goal; None if none is stated, or several are."""
    stated: dict[str, set[Decimal | None]] = {}
    for link in links:
        stated.setdefault(link.lower, set()).add(weight_on(link.weights, day))
    return {id: next(iter(held)) if len(held) == 1 else None for id, held in stated.items()}


def _stands_for_itself(found: Threads, id: str) -> bool:
    """Whether it stands on a level that is not attained: a vision, values, a mission or work."""
    level = None if found.structure is None else found.structure.level(found.level[id])
    return level is not None and level.kind in _NOT_ATTAINED


def _not_judged(occasion: Occasion, found: Threads, id: str, parts: Sequence[Verdict]) -> Verdict:
    title = found.nodes[id].title
    return Verdict(about=id, title=title, status=Status.NOT_JUDGED, parts=parts, year=occasion.year, kind=GOAL)


def _circular(occasion: Occasion, found: Threads, id: str, upper: str) -> Verdict:
    """What goes round is told as unknown where it comes back."""
    title = found.nodes[id].title
    told = because(upper, saying.CIRCULAR, missing=True, through=title)
    return Verdict(
        about=id,
        title=title,
        status=Status.CANNOT_BE_ASSESSED,
        low=NONE,
        high=HUNDRED,
        reasons=[told],
        year=occasion.year,
        kind=GOAL,
    )


def _of(
    occasion: Occasion, named: tuple[str, str, str], parts: Sequence[Verdict], weights: Weights, join: Join
) -> Verdict:
    kind, about, title = named
    pairs = zip(parts, weights, strict=True)
    judged = [(part, weight) for part, weight in pairs if part.status is not Status.NOT_JUDGED]
    if not judged and (parts or kind != GOAL):
        return Verdict(about=about, title=title, status=Status.NOT_JUDGED, parts=parts, year=occasion.year, kind=kind)
    now = [(part, weight) for part, weight in judged if part.due is None]
    due = None
    if now:
        ends = join(about, [part for part, _ in now], [weight for _, weight in now])
    elif judged:
        ends = _waiting(about, [part for part, _ in judged])
        due = min(part.due for part, _ in judged if part.due is not None)
    else:
        ends = Ends(status=Status.CANNOT_BE_ASSESSED, reasons=[because(about, saying.NO_MEASURE, missing=True)])
    waits = ends.status is Status.NOT_DUE
    return Verdict(
        about=about,
        title=title,
        status=ends.status,
        low=None if waits else cents(ends.low),
        high=None if waits else cents(ends.high),
        reasons=ends.reasons,
        parts=parts,
        coverage=coverage(parts),
        due=due,
        year=occasion.year,
        kind=kind,
    )


def _waiting(about: str, parts: Sequence[Verdict]) -> Ends:
    """Nothing has fallen due: the whole waits, or nothing is known of where it stands."""
    ahead = any(part.status is Status.NOT_DUE for part in parts)
    status = Status.NOT_DUE if ahead else Status.CANNOT_BE_ASSESSED
    return Ends(status=status, reasons=[because(about, saying.NOTHING_DUE)])
