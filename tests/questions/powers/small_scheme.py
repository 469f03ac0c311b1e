"""A small scheme that a test can be read beside: a nämnd, a chief, two clerks and a few rows."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from regionstyrning.model import (
    Delegation,
    Limit,
    Matter,
    ModelStatus,
    Organ,
    OrganKind,
    Position,
    PositionKind,
    Receiver,
    SteeringModel,
)

DAY = date(2026, 3, 1)


def small_scheme(*rows: Delegation, **changes: Any) -> SteeringModel:  # noqa: ANN401 - any field of the model
    """The nämnd, its posts and matters, with the rows."""
    catalogues: dict[str, Any] = {
        "organs": (
            Organ(id="region", title="Regionen", kind=OrganKind.LEGAL_PERSON),
            Organ(id="namnd", title="Nämnden", kind=OrganKind.COMMITTEE, part_of="region"),
            Organ(
                id="forvaltning",
                title="Förvaltningen",
                kind=OrganKind.ADMINISTRATION,
                serves=("namnd",),
                part_of="region",
            ),
        ),
        "positions": (
            Position(id="chef", title="Chefen", organ="forvaltning", kind=PositionKind.HEAD, heads=("forvaltning",)),
            Position(id="inkopare", title="Inköparen", organ="forvaltning", kind=PositionKind.EMPLOYEE),
            Position(id="assistent", title="Assistenten", organ="forvaltning", kind=PositionKind.EMPLOYEE),
        ),
        "matters": (
            Matter(id="inkop", title="Inköp", owner="namnd"),
            Matter(id="it", title="It-inköp", part_of="inkop"),
            Matter(id="bidrag", title="Bidrag", owner="namnd"),
        ),
        "delegations": rows,
    }
    return SteeringModel(
        id="liten",
        title="Liten",
        as_of=DAY,
        status=ModelStatus.FICTIONAL,
        legal_person="region",
        **(catalogues | changes),
    )


def row(id: str, to: str, matter: str = "inkop", limit_sek: int | None = None, **fields: Any) -> Delegation:  # noqa: ANN401 - any field of the record
    """A row of the nämnd, or of whoever else is named as giver."""
    limits = () if limit_sek is None else (Limit(value=Decimal(limit_sek)),)
    organ = to in {"namnd", "namnd-2", "utskott"}
    receiver = Receiver(organ=to) if organ else Receiver(position=to)
    given = {"giver": "namnd", "receivers": (receiver,), "matters": (matter,), "limits": limits} | fields
    return Delegation(id=id, **given)
