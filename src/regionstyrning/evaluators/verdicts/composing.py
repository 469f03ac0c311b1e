"""One status from several: what has fallen due is joined, what has not is told beside."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from attrs import evolve, field, frozen

from regionstyrning.evaluators.verdicts import saying
from regionstyrning.evaluators.verdicts.bounds import UNKNOWN, Bounds
from regionstyrning.evaluators.verdicts.rollups import HUNDRED, NONE, Percent, bounds_of, joined
from regionstyrning.evaluators.verdicts.saying import above, because
from regionstyrning.evaluators.verdicts.statuses import IN_ENGLISH, OF_SEVERAL, Status
from regionstyrning.evaluators.verdicts.verdict import Bound, Known, Reason, Verdict
from regionstyrning.evaluators.verdicts.wording import clause
from regionstyrning.model.joins import Join, JoinKind
from regionstyrning.model.records import as_tuple
from regionstyrning.text.sentences import Sentence


@frozen(kw_only=True)
class Joining:
    """
    How parts are joined (sammanvägning).

    Attributes:
        join: The rule that somebody has stated, or None.
        weights: A weight by the id of each part, for a weighted mean.
        partly_points: What partly met is worth in a mean.
    """

    join: Join | None = None
    weights: tuple[tuple[str, Decimal | None], ...] = field(default=(), converter=as_tuple)
    partly_points: Decimal | None = None


NOT_JOINED = Joining()

_STATUSES = tuple(Status)

_OF_SEVERAL = {status: Sentence(words, IN_ENGLISH[status]) for status, words in OF_SEVERAL.items()}

_UNCOUNTED = Sentence("Regeln säger inte hur många som räcker.", "The rule does not say how many are enough.")

MOST_NAMES = 3
"""How many parts are named in a sentence that counts them."""


@frozen(kw_only=True)
class Whole:
    """
    What several parts come to (helhet).

    Attributes:
        status: How it falls out.
        low: The worst it can be.
        high: The best it can be.
        due: The first last day among what has not fallen due, where nothing has.
        reasons: Why.
        undated: Whether none of it is for any time, since no target of it is.
    """

    status: Status
    low: Bound | None = None
    high: Bound | None = None
    due: date | None = None
    reasons: tuple[Reason, ...] = field(default=(), converter=as_tuple)
    undated: bool = False


def unknown(*reasons: Reason) -> Whole:
    """Nothing is known of the whole."""
    return Whole(status=UNKNOWN.status, low=UNKNOWN.low, high=UNKNOWN.high, reasons=reasons, undated=True)


def composed(about: str, parts: Sequence[Verdict], rule: Joining = NOT_JOINED) -> Whole:
    """
    What parts come to, by a rule or without one.

    What is not judged is left aside. What has not fallen due waits: if nothing that has a target has
    fallen due, the whole is not due either, nor if something falls due in a year that others are judged
    for already and could still turn it. Without a rule the parts bound the whole, and settle it
    only if they are alike.

    Args:
        about: Id of the whole.
        parts: Verdicts on the parts.
        rule: How they are joined.
    """
    judged = [part for part in parts if part.status is not Status.NOT_JUDGED]
    if not judged:
        return Whole(status=Status.NOT_JUDGED)
    waiting = [part for part in judged if part.due is not None]
    now = [part for part in judged if part.due is None]
    dues = [part.due for part in waiting if part.due is not None]
    if waiting and all(part.year is None for part in now):
        ahead = any(part.status is Status.NOT_DUE for part in waiting)
        if ahead:
            told = [because(about, saying.NOTHING_DUE), *_counted(about, judged)]
            return Whole(status=Status.NOT_DUE, due=min(dues), reasons=told)
        told = _counted(about, judged)
        status = Status.CANNOT_BE_ASSESSED
        return Whole(status=status, low=UNKNOWN.low, high=UNKNOWN.high, due=min(dues), reasons=told)
    later = [because(about, saying.MORE_AHEAD, count=len(waiting))] if waiting else []
    open_yet = [part for part in waiting if _in_the_year_of(part, now)]
    found = _whole(about, [*now, *map(may_be_anything, open_yet)], rule)
    if open_yet and found.low != found.high:  # what has fallen due settles nothing for what waits
        told = [*_counted(about, judged), *later]
        return Whole(status=Status.NOT_DUE, due=min(part.due for part in open_yet if part.due), reasons=told)
    return evolve(found, reasons=[*found.reasons, *later])


def _in_the_year_of(part: Verdict, now: Sequence[Verdict]) -> bool:
    """Whether what waits falls due in a year that others are judged for already."""
    return part.due is not None and any(each.year is not None and part.due.year <= each.year for each in now)


def may_be_anything(part: Verdict) -> Verdict:
    """The same part as it may fall out in any way, where it has not fallen due; else itself."""
    return (
        part if part.due is None else evolve(part, status=UNKNOWN.status, low=UNKNOWN.low, high=UNKNOWN.high, due=None)
    )


def _whole(about: str, parts: Sequence[Verdict], rule: Joining) -> Whole:
    by_id = dict(rule.weights)
    weights = [by_id.get(part.about) for part in parts]
    found = joined(rule.join, parts, weights=weights, partly_points=rule.partly_points)
    status = found.status if isinstance(found, Bounds) else _of_percent(found, parts)
    reasons = _how(about, parts, rule, status)
    undated = all(part.year is None for part in parts)
    return Whole(status=status, low=found.low, high=found.high, reasons=reasons, undated=undated)


def _of_percent(found: Percent, parts: Sequence[Verdict]) -> Status:
    """A mean gives a status only where all parts are alike, or nothing is left to weigh."""
    held = set(map(bounds_of, parts))
    if len(held) == 1:
        return held.pop().status
    if found.low == HUNDRED:
        return Status.MET
    return Status.NOT_MET if found.high == NONE else Status.CANNOT_BE_ASSESSED


def _how(about: str, parts: Sequence[Verdict], rule: Joining, status: Status) -> list[Reason]:
    if len(parts) == 1:
        only = because(parts[0].about, saying.ONLY, title=parts[0].title, status=parts[0].status)
        return [above(only, saying.NOTHING)]
    told = _counted(about, parts)
    if rule.join is not None:
        stated = because(about, saying.RULE, rule=clause(rule.join.text or rule.join.kind.value))
        uncounted = rule.join.kind is JoinKind.COUNT and rule.join.at_least is None
        return [*told, stated, *([because(about, _UNCOUNTED, missing=True)] if uncounted else [])]
    if status is Status.CANNOT_BE_ASSESSED:
        return [*told, because(about, saying.NO_RULE, missing=True)]
    return [*told, because(about, saying.ALIKE)]


def _counted(about: str, parts: Sequence[Verdict]) -> list[Reason]:
    """How many parts have each status that any of them has."""
    titles: dict[Status, list[str]] = {status: [] for status in _STATUSES}
    for part in parts:
        titles[part.status].append(part.title)
    counts = {status: (len(held), len(parts)) for status, held in titles.items() if held}
    return [
        _number_of(about, status, count, [] if status is Status.MET else titles[status])
        for status, count in counts.items()
    ]


def _number_of(about: str, status: Status, counts: tuple[int, int], names: Sequence[str]) -> Reason:
    count, of = counts
    briefly = saying.NOTHING if count == of else saying.COUNTED
    said = status if count == 1 else _OF_SEVERAL.get(status, status)
    if not names or len(names) > MOST_NAMES:
        told = because(about, saying.COUNTED, status=said, count=count, of=of)
    else:
        told = because(about, saying.COUNTED_NAMED, status=said, count=count, of=of, names="; ".join(names))
    return above(told, briefly)


def coverage(parts: Sequence[Verdict]) -> Known:
    """How much was known of all parts together."""
    held = [part.coverage for part in parts]
    return Known(known=sum([each.known for each in held]), of=sum([each.of for each in held]))


def stage(parts: Sequence[Verdict]) -> str | None:
    """The state of the figures of all parts, if it is one and the same."""
    stages = {part.stage for part in parts if part.stage is not None}
    return next(iter(stages)) if len(stages) == 1 else None
