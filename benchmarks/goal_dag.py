"""A made-up region with many goals and indicators, about two links upwards from each."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import TYPE_CHECKING

from attrs import frozen

from regionstyrning.model import (
    Contribution,
    ContributionKind,
    DocumentStatus,
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
    SteeringDocument,
    SteeringModel,
    Structure,
)
from regionstyrning.model.structure import INDICATORS

if TYPE_CHECKING:
    from collections.abc import Iterator

DOCUMENT = "verksamhetsplan"
PERSPECTIVES = ("halsa", "vard", "tillvaxt", "ekonomi")
_LEVELS = ("vision", "overgripande", "namnd", "enhet")
_CUT_LOOSE = 0.02
_BOARDS, _UNITS = 20, 200


@frozen
class Shape:
    """
    How many stand on each level of one component.

    Attributes:
        overarching: Goals right under the only vision.
        board: Goals of nämnder.
        unit: Goals of units.
        indicators: What measures the goals of units and boards.
    """

    overarching: int
    board: int
    unit: int
    indicators: int

    @property
    def nodes(self) -> int:
        """How many they are, the vision included."""
        return 1 + self.overarching + self.board + self.unit + self.indicators


COMPONENT = Shape(overarching=8, board=150, unit=1_600, indicators=3_003)
"""One region one year: 4,762 goals and indicators."""

TINY = Shape(overarching=2, board=5, unit=30, indicators=60)
"""Small enough to compare every answer."""


def goal_dag(nodes: int, shape: Shape = COMPONENT) -> SteeringModel:
    """
    Make a region of whole components; the same each time.

    From each, one link goes to the level above and one to that or the next; from each overarching
    goal one to the vision and one to a perspective. Of the goals of boards and units 2 percent
    are cut loose.

    Args:
        nodes: About how many goals and indicators.
        shape: What one component holds.
    """
    random = Random(20260102)  # noqa: S311 - drawn the same each time, nothing secret
    components = [_Component(random, shape, f"{number}") for number in range(max(1, round(nodes / shape.nodes)))]
    return SteeringModel(
        id="storlanet",
        title="Region Storlänet",
        as_of=date(2026, 1, 1),
        status=ModelStatus.FICTIONAL,
        structures=[_structure()],
        documents=[SteeringDocument(id=DOCUMENT, title="Verksamhetsplan", status=DocumentStatus.ADOPTED)],
        organs=list(_organs()),
        goals=[goal for component in components for goal in component.goals()],
        indicators=[indicator for component in components for indicator in component.measures()],
        contributions=[link for component in components for link in component.links()],
    )


def _structure() -> Structure:
    kinds = (LevelKind.VISION, LevelKind.GOAL, LevelKind.GOAL, LevelKind.GOAL)
    angle = Level(id="perspektiv", title="perspektiv", kind=LevelKind.PERSPECTIVE)
    levels = [Level(id=id, title=id, kind=kind) for id, kind in zip(_LEVELS, kinds, strict=True)]
    vision, overarching, board, unit = _LEVELS
    links = [
        Link(lower=overarching, upper=[vision], required=True, required_under=True),
        Link(lower=overarching, upper=["perspektiv"]),
        Link(lower=board, upper=[overarching], required=True, required_under=True),
        Link(lower=board, upper=[vision]),
        Link(lower=unit, upper=[board], required=True, required_under=True),
        Link(lower=unit, upper=[overarching]),
        Link(lower=INDICATORS, upper=[unit], required=True, required_under=True),
        Link(lower=INDICATORS, upper=[board]),
    ]
    perspectives = [Perspective(id=id, title=id, kind=PerspectiveKind.ANGLE, level="perspektiv") for id in PERSPECTIVES]
    return Structure(
        id="styrmodell", title="Styrmodellen", levels=[angle, *levels], links=links, perspectives=perspectives
    )


def _organs() -> Iterator[Organ]:
    for number in range(_BOARDS):
        yield Organ(id=f"namnd-{number}", title=f"Nämnd {number}", kind=OrganKind.COMMITTEE)
    for number in range(_UNITS):
        part_of = f"namnd-{number % _BOARDS}"
        yield Organ(id=f"enhet-{number}", title=f"Enhet {number}", kind=OrganKind.UNIT, part_of=part_of)


class _Component:
    """Draws the goals, indicators and links of one component."""

    def __init__(self, random: Random, shape: Shape, name: str) -> None:
        self.random = random
        counts = (1, shape.overarching, shape.board, shape.unit, shape.indicators)
        prefixes = ("v", "o", "n", "e", "i")
        self.rows = [
            [f"{prefix}-{name}-{number}" for number in range(count)]
            for prefix, count in zip(prefixes, counts, strict=True)
        ]

    def goals(self) -> Iterator[Goal]:
        for level, row in zip(_LEVELS, self.rows, strict=False):
            for id in row:
                yield Goal(id=id, title=f"Mål {id}", level=level, owners=self._owners(level), document=DOCUMENT)

    def measures(self) -> Iterator[Indicator]:
        for id in self.rows[-1]:
            yield Indicator(id=id, title=f"Andel {id}", kind=MeasureKind.QUANTITATIVE, document=DOCUMENT)

    def links(self) -> Iterator[Contribution]:
        for depth, row in enumerate(self.rows[1:], 1):
            kind = ContributionKind.MEASURES if row is self.rows[-1] else ContributionKind.BREAKS_DOWN
            for id in row:
                for upper in self._uppers(depth):
                    yield Contribution(lower=id, upper=upper, kind=kind)

    def _uppers(self, depth: int) -> list[str]:
        if depth == 1:
            return [self.rows[0][0], self.random.choice(PERSPECTIVES)]
        are_goals = depth < len(self.rows) - 1
        if are_goals and self.random.random() < _CUT_LOOSE:
            return []
        further = self.rows[depth - self.random.choice((1, 2))]
        return sorted({self.random.choice(self.rows[depth - 1]), self.random.choice(further)})

    def _owners(self, level: str) -> list[Owner]:
        if level == "namnd":
            return [Owner(organ=f"namnd-{self.random.randrange(_BOARDS)}")]
        return [Owner(organ=f"enhet-{self.random.randrange(_UNITS)}")] if level == "enhet" else []
