"""A made-up region whose goals are judged by their measures."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from random import Random

from regionstyrning.model import (
    Contribution,
    ContributionKind,
    Goal,
    Ground,
    Indicator,
    Join,
    JoinKind,
    Level,
    LevelKind,
    MeasureKind,
    ModelStatus,
    Outcome,
    Perspective,
    PerspectiveKind,
    SteeringModel,
    Structure,
    Target,
    at_least,
)

YEAR = 2025
AS_OF = date(2026, 3, 1)
_PERSPECTIVES = ("halsa", "vard", "tillvaxt", "ekonomi")
_MISSING = 0.05

_STRUCTURE = Structure(
    id="styrmodell",
    title="Styrmodell",
    levels=[
        Level(id="perspektiv", title="Perspektiv", kind=LevelKind.PERSPECTIVE),
        Level(
            id="mal",
            title="Mål",
            kind=LevelKind.GOAL,
            judged_by=[Ground.MEASURES],
            join=Join(kind=JoinKind.ALL, text="Alla indikatorer."),
        ),
    ],
    perspectives=[
        Perspective(id=id, title=id.title(), kind=PerspectiveKind.ANGLE, level="perspektiv") for id in _PERSPECTIVES
    ],
)


def judged_region(goals: int, indicators: int, seed: int = 1) -> SteeringModel:
    """
    Make a region.

    Args:
        goals: How many goals it has.
        indicators: How many indicators measure them.
        seed: What the random numbers begin from.
    """
    random = Random(seed)  # noqa: S311 - a made-up region, no secret
    names = [f"matt-{place}" for place in range(indicators)]
    links = [
        Contribution(lower=f"mal-{place}", upper=random.choice(_PERSPECTIVES), kind=ContributionKind.BREAKS_DOWN)
        for place in range(goals)
    ]
    links += [
        Contribution(lower=id, upper=f"mal-{place % goals}", kind=ContributionKind.MEASURES)
        for place, id in enumerate(names)
    ]
    return SteeringModel(
        id=f"gjord-{seed}",
        title=f"Gjord region {seed}",
        as_of=AS_OF,
        status=ModelStatus.FICTIONAL,
        structures=[_STRUCTURE],
        goals=[Goal(id=f"mal-{place}", title=f"Mål {place}", level="mal") for place in range(goals)],
        indicators=[Indicator(id=id, title=f"Andel {id}", kind=MeasureKind.QUANTITATIVE) for id in names],
        contributions=links,
        targets=[Target(indicator=id, year=YEAR, condition=at_least(80)) for id in names],
        outcomes=[
            Outcome(indicator=id, year=YEAR, value=Decimal(random.randrange(60, 100)))
            for id in names
            if random.random() > _MISSING
        ],
    )
