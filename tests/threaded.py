"""A small region whose goals hang together, to loosen one thread at a time."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

from attrs import evolve

from regionstyrning.model import (
    Adoption,
    Contribution,
    ContributionKind,
    DocumentKind,
    Goal,
    Indicator,
    Level,
    LevelKind,
    Link,
    MeasureKind,
    ModelStatus,
    Organ,
    OrganKind,
    Owner,
    Perspective,
    PerspectiveKind,
    Position,
    PositionKind,
    Publication,
    Role,
    Source,
    SteeringDocument,
    SteeringModel,
    Structure,
)
from regionstyrning.model.structure import INDICATORS

DAY = date(2026, 3, 1)

SAID = Source(publication="planboken", place="s. 4")

MEASURES = ContributionKind.MEASURES
CONTRIBUTES = ContributionKind.CONTRIBUTES
AGAINST = ContributionKind.WORKS_AGAINST

STRUCTURE = Structure(
    id="styrmodell",
    title="Styrmodell",
    levels=[
        Level(id="vision", title="Vision", kind=LevelKind.VISION),
        Level(id="malomrade", title="Målområde", kind=LevelKind.PERSPECTIVE),
        Level(id="mal", title="Mål", kind=LevelKind.GOAL, owned=True),
        Level(id="ekonomi", title="Finansiellt mål", kind=LevelKind.FINANCIAL),
        Level(id="namndmal", title="Nämndmål", kind=LevelKind.GOAL, owned=True),
        Level(id="uppdrag", title="Uppdrag", kind=LevelKind.WORK),
    ],
    links=[
        Link(lower="malomrade", upper=["vision"]),
        Link(lower="mal", upper=["malomrade"], required=True, required_under=True, text="Målen hör till målområden."),
        Link(lower="namndmal", upper=["mal"], required=True, required_under=True),
        Link(lower="uppdrag", upper=["namndmal"]),
        Link(lower=INDICATORS, upper=["namndmal", "ekonomi"], required=True, required_under=True),
    ],
    perspectives=[
        Perspective(id="vard", title="God vård", kind=PerspectiveKind.FIELD, level="malomrade", sources=[SAID]),
    ],
    document_kinds=[
        DocumentKind(id="regionplan", title="Regionplan", foundation=True),
        DocumentKind(id="verksamhetsplan", title="Verksamhetsplan"),
    ],
)
"""Vision, målområde, mål, finansiellt mål, nämndmål, uppdrag and indicators, most of them required."""


def region() -> SteeringModel:
    """A region in which nothing hangs loose and one thread goes from an indicator up to the vision."""
    return SteeringModel(
        id="trad",
        title="Trådens region",
        as_of=DAY,
        status=ModelStatus.FICTIONAL,
        structures=[STRUCTURE],
        publications=[Publication(id="planboken", title="Planboken")],
        documents=[
            plan("regionplanen", kind="regionplan"),
            plan("hsn-planen", kind="verksamhetsplan", based_on=["regionplanen"]),
        ],
        organs=[
            Organ(id="rf", title="Regionfullmäktige", kind=OrganKind.ASSEMBLY),
            Organ(
                id="rs",
                title="Regionstyrelsen",
                kind=OrganKind.BOARD,
                roles=[
                    Role(id="styrelse", title="styrelse", kind=OrganKind.BOARD),
                    Role(id="driftnamnd", title="driftnämnd", kind=OrganKind.COMMITTEE),
                ],
            ),
            Organ(id="hsn", title="Hälso- och sjukvårdsnämnden", kind=OrganKind.COMMITTEE),
        ],
        positions=[Position(id="direktor", title="Hälsodirektör", kind=PositionKind.DIRECTOR, organ="hsn")],
        goals=[
            goal("vision", "vision"),
            goal("tillganglighet", "mal", owners=[Owner(organ="rf")], document="regionplanen", sources=[SAID]),
            goal("vardkoer", "namndmal", owners=[Owner(organ="hsn")], document="hsn-planen"),
            goal("rekrytera", "uppdrag", owners=[Owner(position="direktor")], document="hsn-planen"),
        ],
        indicators=[indicator("vantetid", document="hsn-planen")],
        contributions=[
            link("vard", "vision"),
            link("tillganglighet", "vard"),
            link("vardkoer", "tillganglighet", ContributionKind.BREAKS_DOWN),
            link("rekrytera", "vardkoer"),
            link("vantetid", "vardkoer", MEASURES),
        ],
    )


def bare(*records: Any, **changes: Any) -> SteeringModel:  # noqa: ANN401 - any record and any field
    """A region with the structure and what it is given."""
    empty = SteeringModel(id="trad", title="Trådens region", as_of=DAY, status=ModelStatus.FICTIONAL)
    return evolve(empty.with_(STRUCTURE, *records), **changes)


def ladder(rungs: int) -> SteeringModel:
    """Diamonds upon diamonds, so that two to the power of the rungs paths lead from the lowest to the highest."""
    goals = [goal("g0")]
    links = []
    for rung in range(rungs):
        top = f"g{rung + 1}"
        for side in ("a", "b"):
            goals.append(goal(f"{top}{side}"))
            links += [link(f"g{rung}", f"{top}{side}"), link(f"{top}{side}", top)]
        goals.append(goal(top))
    return bare(*goals, *links)


def row(length: int) -> SteeringModel:
    """Goals on a row, each serving the next, from ``g0`` on."""
    goals = [goal(f"g{number}") for number in range(length)]
    return bare(*goals, *(link(lower.id, upper.id) for lower, upper in pairwise(goals)))


def goal(id: str, level: str = "mal", **more: Any) -> Goal:  # noqa: ANN401 - any field
    """A goal whose title is its id."""
    return Goal(id=id, level=level, **{"title": id.capitalize(), **more})


def indicator(id: str, **more: Any) -> Indicator:  # noqa: ANN401 - any field
    """A measure whose title is its id."""
    return Indicator(id=id, **{"title": id.capitalize(), "kind": MeasureKind.QUANTITATIVE, **more})


def link(lower: str, upper: str, kind: ContributionKind = CONTRIBUTES, **more: Any) -> Contribution:  # noqa: ANN401 - any field
    """A link upwards."""
    return Contribution(lower=lower, upper=upper, kind=kind, **more)


def plan(id: str, **more: Any) -> SteeringDocument:  # noqa: ANN401 - any field
    """A document adopted at the beginning of the year."""
    adopted = Adoption(organ="rf", on=date(2026, 1, 1))
    return SteeringDocument(id=id, **{"title": id.capitalize(), "adopted": adopted, **more})
