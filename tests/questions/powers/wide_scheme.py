"""A scheme whose rows each go to a post of their own, so that no row hides what is done to another."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from regionstyrning.model import (
    CaseCondition,
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
    Trait,
)

DAY = date(2026, 3, 1)
YEAR_END = date(2026, 12, 31)


def wide_scheme(rows: int) -> SteeringModel:
    """So many rows from one nämnd, each about one of ten kinds of matter with two kinds within it."""
    return SteeringModel(
        id="bredd",
        title="Bredd",
        as_of=DAY,
        status=ModelStatus.FICTIONAL,
        legal_person="region",
        organs=(
            Organ(id="region", title="Regionen", kind=OrganKind.LEGAL_PERSON),
            Organ(id="namnd", title="Nämnden", kind=OrganKind.COMMITTEE, part_of="region"),
            Organ(id="forvaltning", title="Förvaltningen", kind=OrganKind.ADMINISTRATION, part_of="region"),
        ),
        positions=[
            Position(id=f"post-{at}", title=f"Post {at}", organ="forvaltning", kind=PositionKind.EMPLOYEE)
            for at in range(rows + 1)
        ],
        matters=(Matter(id="allt", title="Allt", owner="namnd"), *_matters()),
        delegations=[_row(at) for at in range(rows)],
    )


def _matters() -> list[Matter]:
    found = []
    for kind in range(10):
        found.append(Matter(id=f"slag-{kind}", title=f"Slag {kind}", part_of="allt"))
        for part in range(2):
            traits = (Trait(id="medborgarforslag", holds=False),) if part else ()
            found.append(
                Matter(id=f"slag-{kind}-{part}", title=f"Slag {kind}.{part}", part_of=f"slag-{kind}", traits=traits)
            )
    return found


def _row(at: int) -> Delegation:
    return Delegation(
        id=f"rad-{at}",
        label=f"{at}",
        giver="namnd",
        receivers=(Receiver(position=f"post-{at}"),),
        matters=(f"slag-{at % 10}",),
        limits=(Limit(value=Decimal(100_000 * (at % 7 + 1))),),
        conditions=(CaseCondition(fact="inom-budget"),) if at % 3 == 0 else (),
    )
