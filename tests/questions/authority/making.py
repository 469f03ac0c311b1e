"""A small region whose delegations are easily written."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from regionstyrning.model import (
    Decision,
    DecisionKind,
    Delegation,
    LegalForm,
    Limit,
    LimitUnit,
    Matter,
    ModelStatus,
    Organ,
    OrganKind,
    Position,
    PositionKind,
    Provision,
    Receiver,
    Reporting,
    Statute,
    SteeringModel,
)
from regionstyrning.model.delegation import Frequency
from regionstyrning.model.statutes import Effect

DAY = date(2026, 3, 1)

_ORGANS = (
    Organ(id="regionen", title="Region Prov", kind=OrganKind.LEGAL_PERSON, legal_form=LegalForm.REGION),
    Organ(id="rf", title="Regionfullmäktige", kind=OrganKind.ASSEMBLY, part_of="regionen"),
    Organ(id="rs", title="Regionstyrelsen", kind=OrganKind.BOARD, part_of="regionen"),
    Organ(id="namnden", title="Vårdnämnden", short="VN", kind=OrganKind.COMMITTEE, part_of="regionen"),
    Organ(id="au", title="Arbetsutskottet", kind=OrganKind.SUBCOMMITTEE, part_of="namnden"),
    Organ(
        id="forvaltningen",
        title="Vårdförvaltningen",
        kind=OrganKind.ADMINISTRATION,
        part_of="regionen",
        serves=["namnden"],
    ),
)
_POSTS = (
    ("ordforanden", "Ordföranden", PositionKind.CHAIR, "namnden", None),
    ("ledamoten", "Ledamoten", PositionKind.MEMBER, "namnden", None),
    ("chefen", "Vårdchefen", PositionKind.HEAD, "forvaltningen", None),
    ("vikarien", "Vikarien", PositionKind.EMPLOYEE, "forvaltningen", "chefen"),
    ("enhetschefen", "Enhetschefen", PositionKind.EMPLOYEE, "forvaltningen", "chefen"),
    ("handlaggaren", "Handläggaren", PositionKind.EMPLOYEE, "forvaltningen", "enhetschefen"),
)


def region(*records: Any, **more: Any) -> SteeringModel:  # noqa: ANN401 - any records, any field
    """A region with a nämnd, its chief and those under the chief, and a matter of its own: ``inkop``."""
    posts = (
        Position(id=id, title=title, kind=kind, organ=organ, superior=above, heads=[organ] if id == "chefen" else [])
        for id, title, kind, organ, above in _POSTS
    )
    fields: dict[str, Any] = {"id": "prov", "title": "Prov", "as_of": DAY, "status": ModelStatus.FICTIONAL}
    model = SteeringModel(**{**fields, "legal_person": "regionen", **more})
    return model.with_(*_ORGANS, *posts, matter("inkop"), *records)


def matter(id: str, owner: str | None = "namnden", **more: Any) -> Matter:  # noqa: ANN401 - any field of the record
    """A matter of the nämnd."""
    return Matter(**{"id": id, "title": id.capitalize(), "owner": owner, **more})


def given(giver: str | None, *takers: str, id: str | None = None, **more: Any) -> Delegation:  # noqa: ANN401 - as above
    """A delegation of ``inkop``; its id is giver and first taker."""
    receivers = [
        Receiver(organ=taker) if taker in {"au", "namnden", "rs"} else Receiver(position=taker) for taker in takers
    ]
    fields = {"id": id or f"{giver}-{takers[0]}", "giver": giver, "receivers": receivers, "matters": ["inkop"]}
    return Delegation(**{**fields, **more})


def sek(amount: int) -> Limit:
    """A limit in kronor."""
    return Limit(value=Decimal(amount))


def limit(value: int, unit: LimitUnit, text: str | None = None) -> Limit:
    """A limit in another unit."""
    return Limit(value=Decimal(value), unit=unit, text=text)


def told(often: Frequency, *organs: str, **more: Any) -> Reporting:  # noqa: ANN401 - as above
    """How decisions are reported."""
    return Reporting(organs=organs, often=often, **more)


def decided(by: str, on: date | None, kind: DecisionKind = DecisionKind.DECIDES, **more: Any) -> Decision:  # noqa: ANN401 - as above
    """What someone decided."""
    return Decision(**{"kind": kind, "by": by, "on": on, "title": "Beslutet", **more})


def special(**provision: Any) -> Statute:  # noqa: ANN401 - as above
    """A caller's statute with one provision, which reserves ``vaccin`` for somebody."""
    fields = {"id": "1", "paragraph": "1 §", "title": "Vaccin beslutas av någon viss.", "effect": Effect.RESERVES}
    return Statute(
        id="vl",
        title="Vaccinlag",
        abbreviation="VL",
        provisions=[Provision(**{**fields, "traits": ["vaccin"], **provision})],
    )
