"""Ways to join the verdicts of parts to one: pure functions over what each part can be."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import frozen

from regionstyrning.evaluators.verdicts import bounds
from regionstyrning.evaluators.verdicts.bounds import UNKNOWN, Bounds
from regionstyrning.evaluators.verdicts.statuses import ORDERED, Status
from regionstyrning.model.joins import Join, JoinKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from regionstyrning.evaluators.verdicts.verdict import Verdict
    from regionstyrning.model.goals import Weight

HUNDRED = Decimal(100)
NONE = Decimal(0)


@frozen
class Percent:
    """
    The least and the most that a share or a mean can be (andel), 0 to 100.

    Attributes:
        low: The least.
        high: The most.
    """

    low: Decimal
    high: Decimal


def bounds_of(part: Verdict) -> Bounds:
    """The worst and the best that a part can be; anything where it does not say."""
    low, high = part.low, part.high
    return Bounds(low, high) if isinstance(low, Status) and isinstance(high, Status) else UNKNOWN


def worst(parts: Iterable[Verdict]) -> Bounds:
    """The worst of the parts (sämsta)."""
    return bounds.worst(map(bounds_of, parts))


def best(parts: Iterable[Verdict]) -> Bounds:
    """The best of the parts (bästa)."""
    return bounds.best(map(bounds_of, parts))


def majority(parts: Sequence[Verdict]) -> Bounds:
    """The best status that more than half of the parts reach (majoritet)."""
    return bounds.at_least(map(bounds_of, parts), len(parts) // 2 + 1)


def so_many(parts: Iterable[Verdict], count: int) -> Bounds:
    """The best status that a number of the parts reach (antal)."""
    return bounds.at_least(map(bounds_of, parts), count)


def interval(parts: Iterable[Verdict]) -> Bounds:
    """From the worst to the best of the parts (försiktigt intervall): what holds however they are joined."""
    return bounds.hull(map(bounds_of, parts))


def count(parts: Iterable[Verdict]) -> dict[Status, tuple[int, int]]:
    """How many parts have each of the ordered statuses (antal), from the least to the most."""
    held = [bounds_of(part) for part in parts]
    surely = Counter(each.low for each in held if each.low is each.high)
    places = {status: bounds.rank(status) for status in ORDERED}
    maybe = {
        status: sum(bounds.rank(each.low) <= place <= bounds.rank(each.high) for each in held)
        for status, place in places.items()
    }
    return {status: (surely[status], maybe[status]) for status in ORDERED}


def share(parts: Sequence[Verdict], status: Status = Status.MET) -> Percent | None:
    """Which share of the parts has a status or a better one (andel); None of no parts."""
    if not parts:
        return None
    held = [bounds_of(part) for part in parts]
    wanted = bounds.rank(status)
    low, high = (
        sum(bounds.rank(end) >= wanted for end in ends) for ends in ([b.low for b in held], [b.high for b in held])
    )
    return Percent(HUNDRED * low / len(held), HUNDRED * high / len(held))


def mean(parts: Sequence[Verdict], partly_points: Decimal | None = None) -> Percent | None:
    """
    The mean of the parts (medelvärde): 100 for met, 0 for not met.

    Args:
        parts: The parts.
        partly_points: What partly met is worth; where nobody says, anything from 0 to 100.
    """
    return weighted(parts, [Decimal(1)] * len(parts), partly_points)


def weighted(
    parts: Sequence[Verdict], weights: Sequence[Decimal | None], partly_points: Decimal | None = None
) -> Percent | None:
    """
    The weighted mean of the parts (viktat medelvärde).

    Args:
        parts: The parts.
        weights: A weight for each; where one is not known or they weigh nothing, the mean lies
            anywhere between the parts.
        partly_points: What partly met is worth; where nobody says, anything from 0 to 100.
    """
    if not parts:
        return None
    points = [_points(bounds_of(part), partly_points) for part in parts]
    known = [weight for weight in weights if weight is not None and weight >= NONE]
    total = sum(known, NONE)
    if len(known) < len(parts) or total == NONE:
        return Percent(min(each.low for each in points), max(each.high for each in points))
    low = sum((each.low * weight for each, weight in zip(points, known, strict=True)), NONE) / total
    high = sum((each.high * weight for each, weight in zip(points, known, strict=True)), NONE) / total
    return Percent(low, high)


def _points(held: Bounds, partly_points: Decimal | None) -> Percent:
    least = {Status.NOT_MET: NONE, Status.PARTLY_MET: partly_points or NONE, Status.MET: HUNDRED}
    most = {**least, Status.PARTLY_MET: HUNDRED if partly_points is None else partly_points}
    return Percent(least[held.low], most[held.high])


def weight_on(weights: Iterable[Weight], day: date) -> Decimal | None:
    """The weight that holds on a day; None if none is stated for it, or several are."""
    held = {each.value for each in weights if each.validity is None or each.validity.covers(day)}
    return next(iter(held)) if len(held) == 1 else None


def latest(parts: Sequence[Verdict]) -> Bounds:
    """The part for the latest year (senaste); of several for that year, from the worst to the best."""
    return window(parts, 1, interval)


def window(parts: Sequence[Verdict], years: int, join: Callable[[Sequence[Verdict]], Bounds]) -> Bounds:
    """
    The parts of the last years joined (fönster).

    Args:
        parts: Verdicts with a year.
        years: How many years count, the last one included.
        join: How to join them.

    Returns:
        Anything, if no part has a year.
    """
    dated = [(part.year, part) for part in parts if part.year is not None]
    last = max((year for year, _ in dated), default=0)
    held = [part for year, part in dated if year > last - years]
    return join(held) if held else UNKNOWN


def joined(
    join: Join | None,
    parts: Sequence[Verdict],
    *,
    weights: Sequence[Decimal | None] = (),
    partly_points: Decimal | None = None,
) -> Bounds | Percent:
    """
    The parts joined by a rule that somebody has stated.

    Args:
        join: The rule; without one the parts bound the whole, and settle it only if they are alike.
        parts: The parts, at least one.
        weights: A weight for each part, for a weighted mean.
        partly_points: What partly met is worth in a mean.

    Returns:
        A status from–to; percent from–to for a mean, which gives a status only at its very ends.
    """
    if join is None:
        return interval(parts)
    match join.kind:
        case JoinKind.ALL | JoinKind.WORST:
            return worst(parts)
        case JoinKind.ANY | JoinKind.BEST:
            return best(parts)
        case JoinKind.MAJORITY:
            return majority(parts)
        case JoinKind.COUNT:
            return interval(parts) if join.at_least is None else so_many(parts, join.at_least)
        case _:
            equal: Sequence[Decimal | None] = [Decimal(1)] * len(parts)
            found = weighted(parts, weights if join.kind is JoinKind.WEIGHTED else equal, partly_points)
            return UNKNOWN if found is None else found
