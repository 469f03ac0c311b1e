"""Goals and the links between them."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from typing import ClassVar

from attrs import field, frozen

from regionstyrning.model.dates import PlanningHorizon, Validity
from regionstyrning.model.organisation import OrganKind
from regionstyrning.model.records import Keyed, Record, as_decimal, as_tuple, to, within


@frozen(kw_only=True)
class Owner:
    """
    Who carries something (ägare): an organ, one role of it, a post, or every organ of a kind.

    Attributes:
        organ: Id of an organ or an owned legal person.
        role: Id of the role of the organ.
        position: Id of a post.
        kind: A kind of organ, for what all such organs of the day share.
    """

    organ: str | None = field(default=None, metadata=to("organs"))
    role: str | None = None
    position: str | None = field(default=None, metadata=to("positions"))
    kind: OrganKind | None = None


class GoalKind(Enum):
    """Which side of steering a goal belongs to (målets slag)."""

    FINANCIAL = "finansiellt"
    OPERATIONAL = "verksamhet"


class WorkState(Enum):
    """How far work has come (arbetsläge), told apart from attainment."""

    PLANNED = "planerat"
    RUNNING = "pågår"
    DONE = "utfört"
    DROPPED = "utgått"


@frozen(kw_only=True)
class Goal(Record):
    """
    Something wanted or ordered (mål): also a vision, a värdegrund, an uppdrag or an aktivitet.

    What it is follows from the level it stands on.

    Attributes:
        id: Unique in the model.
        title: As printed, or in our own words where the note says so.
        level: Id of its level in the structure.
        label: The number or key it is printed with.
        description: More of what is wanted.
        kind: Financial or operational; None if nobody says.
        geh: Whether it is marked as a goal for god ekonomisk hushållning; None if nobody says.
        owners: Who carries it, all of them.
        document: Id of the document it stands in.
        horizon: Its own time, where it has one.
        validity: Its own days, where it has some.
        when: When it is to be done, as written.
        continues: Ids of the goals of earlier plans that it goes on from.
        state: For work: planned, running, done or dropped.
        parts: What it is made of, as printed.
        parts_are_examples: Whether the list of parts is open.
    """

    id: str
    title: str
    level: str = field(metadata=within("levels"))
    label: str | None = None
    description: str | None = None
    kind: GoalKind | None = None
    geh: bool | None = None
    owners: tuple[Owner, ...] = field(default=(), converter=as_tuple)
    document: str | None = field(default=None, metadata=to("documents"))
    horizon: PlanningHorizon | None = None
    validity: Validity | None = None
    when: str | None = None
    continues: tuple[str, ...] = field(default=(), converter=as_tuple, metadata=to("goals"))
    state: WorkState | None = None
    parts: tuple[str, ...] = field(default=(), converter=as_tuple)
    parts_are_examples: bool = False


class ContributionKind(Enum):
    """How the lower serves the upper (bidragets slag)."""

    BREAKS_DOWN = "bryter ned"
    CONTRIBUTES = "bidrar till"
    CONDITION = "är villkor för"
    WORKS_AGAINST = "motverkar"
    MEASURES = "mäter"


@frozen(kw_only=True)
class Weight:
    """
    How much a contribution counts for a time (vikt).

    Attributes:
        value: The weight as stated.
        validity: The days when it holds.
    """

    value: Decimal = field(converter=as_decimal)
    validity: Validity | None = None


@frozen(kw_only=True)
class Contribution(Keyed):
    """
    A link upwards (bidrag), many to many: from a goal, indicator or perspective to a goal or perspective.

    Attributes:
        lower: Id of the goal, indicator or perspective that contributes.
        upper: Id of the goal or perspective that it contributes to.
        kind: How it contributes.
        document: Id of the document that says so, if not the one the lower stands in.
        weights: How much it counts, by date, where that is stated.
        validity: The days when it holds, where they are stated.
    """

    _prefix: ClassVar[str] = "contribution"
    _key: ClassVar[tuple[str, ...]] = ("lower", "upper", "kind", "document", "validity")

    lower: str = field(metadata=to("goals", "indicators", "perspectives"))
    upper: str = field(metadata=to("goals", "perspectives"))
    kind: ContributionKind
    document: str | None = field(default=None, metadata=to("documents"))
    weights: tuple[Weight, ...] = field(default=(), converter=as_tuple)
    validity: Validity | None = None
