"""The ways to read what the sources leave open, each of which is judged."""

from __future__ import annotations

from itertools import product
from math import prod
from typing import TYPE_CHECKING

from attrs import field, frozen

from regionstyrning.evaluators.targets.figures import Figures
from regionstyrning.model.indicators import Target
from regionstyrning.model.records import as_tuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from regionstyrning.evaluators.occasions.occasion import Occasion
    from regionstyrning.model.indicators import Indicator, Outcome
    from regionstyrning.model.open_points import OpenPoint, Rival

MOST_READINGS = 64
"""How many ways to read one indicator are tried; the sources come nowhere near."""


@frozen(kw_only=True, eq=False)
class Reading:
    """
    An indicator's targets and outcomes under one way to read the sources (läsart).

    Attributes:
        targets: The targets.
        figures: The outcomes.
        text: The reading in words, or an empty text for what the records hold.
        preferred: Whether it is the one that the records hold.
    """

    targets: tuple[Target, ...] = field(converter=as_tuple)
    figures: Figures
    text: str = ""
    preferred: bool = True


def open_points(occasion: Occasion, indicator: Indicator, targets: Iterable[Target]) -> list[OpenPoint]:
    """The open points about an indicator, its targets and its outcomes."""
    if not occasion.open_points:
        return []
    outcomes = occasion.figures.by_indicator.get(indicator.id, ())
    ids = [indicator.id, *(target.id for target in targets), *(outcome.id for outcome in outcomes)]
    return [point for id in dict.fromkeys(ids) for point in occasion.open_points.get(id, ())]


def readings(
    occasion: Occasion, indicator: Indicator, targets: Sequence[Target], points: Iterable[OpenPoint]
) -> list[Reading] | None:
    """
    Every way to read an indicator's targets and outcomes.

    Args:
        occasion: When and by what it is judged.
        indicator: The indicator.
        targets: Its targets as the records hold them.
        points: The open points about them.

    Returns:
        The preferred reading first, if there is one; None if they are too many to try.
    """
    choices = [rivals for rivals in map(_tried, points) if len(rivals) > 1]
    if prod(map(len, choices)) > MOST_READINGS:
        return None
    found = [_read(occasion, indicator, targets, chosen) for chosen in product(*choices)]
    return sorted(found, key=_order)


def _order(reading: Reading) -> tuple[bool, str]:
    return not reading.preferred, reading.text


def _tried(point: OpenPoint) -> list[Rival]:
    """The rivals that say what they would change, and the one that the records hold."""
    return [rival for rival in point.rivals if rival.preferred or rival.without or rival.targets or rival.outcomes]


def _read(occasion: Occasion, indicator: Indicator, targets: Sequence[Target], chosen: tuple[Rival, ...]) -> Reading:
    gone = {id for rival in chosen for id in rival.without}
    new_targets = [each for rival in chosen for each in rival.targets if each.indicator == indicator.id]
    outcomes = occasion.figures.by_indicator.get(indicator.id, ())
    new_outcomes = [each for rival in chosen for each in rival.outcomes if _known(each, indicator, occasion)]
    figures = occasion.figures
    if gone or new_outcomes:
        held = [each for each in outcomes if each.id not in gone]
        figures = figures.with_outcomes(indicator.id, [*held, *new_outcomes])
    return Reading(
        targets=[*(target for target in targets if target.id not in gone), *new_targets],
        figures=figures,
        text="; ".join(rival.text for rival in chosen),
        preferred=all(rival.preferred for rival in chosen),
    )


def _known(outcome: Outcome, indicator: Indicator, occasion: Occasion) -> bool:
    known_on = outcome.known_on
    return outcome.indicator == indicator.id and (known_on is None or known_on <= occasion.as_of)
