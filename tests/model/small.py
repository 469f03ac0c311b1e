"""Small records to build the models of these tests from."""

from __future__ import annotations

from datetime import date
from typing import Any

from regionstyrning.model import (
    Adoption,
    Contribution,
    ContributionKind,
    Delegation,
    Goal,
    Indicator,
    Level,
    LevelKind,
    MeasureKind,
    ModelStatus,
    Organ,
    OrganKind,
    Perspective,
    PerspectiveKind,
    Receiver,
    SteeringDocument,
    SteeringModel,
    Structure,
    Target,
    Validity,
    above,
)

DAY = date(2025, 6, 1)


def model(**catalogues: Any) -> SteeringModel:  # noqa: ANN401 - any catalogue
    """A fictional region that has what it is given."""
    of_its_own = {"id": "liten", "title": "Lilla regionen", "as_of": DAY, "status": ModelStatus.FICTIONAL}
    return SteeringModel(**{**of_its_own, **catalogues})


def structure(id: str = "styrmodell", perspectives: tuple[str, ...] = (), **more: Any) -> Structure:  # noqa: ANN401 - any field
    """A structure with levels for a vision, målområden and mål."""
    levels = (
        Level(id="vision", title="Vision", kind=LevelKind.VISION),
        Level(id="malomrade", title="Målområde", kind=LevelKind.PERSPECTIVE),
        Level(id="mal", title="Mål", kind=LevelKind.GOAL),
    )
    places = [
        Perspective(id=each, title=each.capitalize(), kind=PerspectiveKind.FIELD, level="malomrade")
        for each in perspectives
    ]
    return Structure(**{"id": id, "title": "Styrmodell", "levels": levels, "perspectives": places, **more})


def document(id: str, adopted: date | None = None, **more: Any) -> SteeringDocument:  # noqa: ANN401 - any field
    """A document, adopted on a day if one is given."""
    adoption = None if adopted is None else Adoption(on=adopted)
    return SteeringDocument(**{"id": id, "title": id.capitalize(), "adopted": adoption, **more})


def goal(id: str, **more: Any) -> Goal:  # noqa: ANN401 - any field
    """A goal on the level of mål."""
    return Goal(**{"id": id, "title": id.capitalize(), "level": "mal", **more})


def indicator(id: str, **more: Any) -> Indicator:  # noqa: ANN401 - any field
    """A measure in numbers."""
    return Indicator(**{"id": id, "title": id.capitalize(), "kind": MeasureKind.QUANTITATIVE, **more})


def link(lower: str, upper: str, **more: Any) -> Contribution:  # noqa: ANN401 - any field
    """A contribution from the lower to the upper."""
    return Contribution(**{"lower": lower, "upper": upper, "kind": ContributionKind.CONTRIBUTES, **more})


def target(of: str, year: int | None = 2025, **more: Any) -> Target:  # noqa: ANN401 - any field
    """More than 75 in a year."""
    return Target(**{"indicator": of, "year": year, "condition": above(75), **more})


def organ(id: str, kind: OrganKind = OrganKind.COMMITTEE, **more: Any) -> Organ:  # noqa: ANN401 - any field
    """An organ, a nämnd unless another kind is given."""
    return Organ(**{"id": id, "title": id.upper(), "kind": kind, **more})


def delegation(id: str, **more: Any) -> Delegation:  # noqa: ANN401 - any field
    """A right that hsn gives the förvaltningschef over inkop."""
    usual = {"giver": "hsn", "matters": ["inkop"], "receivers": [Receiver(position="forvaltningschef")]}
    return Delegation(**{"id": id, **usual, **more})


def from_day(first: date) -> Validity:
    """From a day on."""
    return Validity(first=first)


def until_day(last: date) -> Validity:
    """To the end of a day."""
    return Validity(last=last)
