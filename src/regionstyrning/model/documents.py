"""Steering documents, publications and what organs decided with effect."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum
from typing import ClassVar

from attrs import field, frozen

from regionstyrning.model.contents import Content
from regionstyrning.model.dates import Part, PlanningHorizon, Validity, check_year
from regionstyrning.model.records import Keyed, Reading, Record, Source, as_decimal_if_any, as_tuple, to, within

__all__ = [
    "Adoption",
    "Decision",
    "DecisionKind",
    "DocumentStatus",
    "Publication",
    "Reach",
    "Reading",
    "Source",
    "SteeringDocument",
]


@frozen(kw_only=True)
class Publication(Record):
    """
    Something that a region's list of sources names (publikation), a steering document or not.

    Attributes:
        id: Unique in the model.
        title: As printed.
        publisher: Who published it: a web domain, a newspaper, an authority.
        published: The day, where one is known.
        published_text: When, as far as it is known ("omkring 2018", "odaterad").
        document: Id of the steering document that it prints, if it does.
        extent: How much of it was read.
    """

    id: str
    title: str
    publisher: str | None = None
    published: date | None = None
    published_text: str | None = None
    document: str | None = field(default=None, metadata=to("documents"))
    extent: str | None = None


class DocumentStatus(Enum):
    """How far a document has come (dokumentets ställning)."""

    ADOPTED = "antagen"
    PRELIMINARY = "preliminär"
    PROPOSED = "förslag"
    NOT_STATED = "ej angiven"


class Reach(Enum):
    """Whom a document concerns (räckvidd)."""

    ORGAN = "organ"
    REGION = "region"
    COUNTY = "län"
    NATION = "nation"


@frozen(kw_only=True)
class Adoption:
    """
    Who adopted a document, and when (antagande).

    Attributes:
        organ: Id of the organ, or None if the source does not say.
        on: The day, or None if it is unknown.
        on_text: The day as written, where it is none ("2025-xx-xx", "juni 2023").
        paragraph: The paragraph of the minutes ("§ 64", "§XX").
        diary_number: As written.
    """

    organ: str | None = field(default=None, metadata=to("organs"))
    on: date | None = None
    on_text: str | None = None
    paragraph: str | None = None
    diary_number: str | None = None


@frozen(kw_only=True)
class SteeringDocument(Record):
    """
    A document that steers (styrdokument): regionplan, verksamhetsplan, policy, reglemente.

    It is decided, in force and fully applied on three days that may differ.
    One that amends or supplements another is kept beside it; where they overlap the later comes first.

    Attributes:
        id: Unique in the model.
        title: As printed.
        kind: Id of the kind of document in the structure.
        status: Adopted, preliminary, proposed, or not stated.
        adopted: Who adopted it and when.
        organ: Id of the organ whose document it is, if not the one that adopts it.
        document_number: The region's own number, as written.
        in_force: The days when it is in force, where they are stated.
        applied_from: The day from which it is fully applied.
        horizon: The time it looks ahead.
        based_on: Ids of the documents it builds on; a preliminary version is a document of its own.
        replaces: Ids of the documents it replaces.
        amends: Ids of the documents it changes.
        supplements: Ids of the documents it adds to.
        part_of: Id of the document it is an annex to.
        outranks: Ids of documents that must give way to it, where a source says so.
        outside_decision: Whether it is attached without being part of what was decided.
        reach: Whom it concerns.
        names: Other names of it that the sources use.
    """

    id: str
    title: str
    kind: str | None = field(default=None, metadata=within("document_kinds"))
    status: DocumentStatus = DocumentStatus.ADOPTED
    adopted: Adoption | None = None
    organ: str | None = field(default=None, metadata=to("organs"))
    document_number: str | None = None
    in_force: Validity | None = None
    applied_from: date | None = None
    horizon: PlanningHorizon | None = None
    based_on: tuple[str, ...] = field(default=(), converter=as_tuple, metadata=to("documents"))
    replaces: tuple[str, ...] = field(default=(), converter=as_tuple, metadata=to("documents"))
    amends: tuple[str, ...] = field(default=(), converter=as_tuple, metadata=to("documents"))
    supplements: tuple[str, ...] = field(default=(), converter=as_tuple, metadata=to("documents"))
    part_of: str | None = field(default=None, metadata=to("documents"))
    outranks: tuple[str, ...] = field(default=(), converter=as_tuple, metadata=to("documents"))
    outside_decision: bool = False
    reach: Reach = Reach.REGION
    names: tuple[str, ...] = field(default=(), converter=as_tuple)

    @property
    def begins(self) -> date | None:
        """The first day it is in force, as stated or by its adoption; None if neither is known."""
        if self.in_force is not None and self.in_force.first is not None:
            return self.in_force.first
        return self.adopted.on if self.adopted is not None else None

    @property
    def ends(self) -> date | None:
        """The last day it is in force if nothing replaces it, as stated or by its horizon."""
        if self.in_force is not None and self.in_force.last is not None:
            return self.in_force.last
        return self.horizon.days.last if self.horizon is not None else None


class DecisionKind(Enum):
    """What an organ did with effect (beslutets slag)."""

    ADOPTS = "antar"
    SETTLES_PART = "avgör en del i förväg"
    RETURNS = "återremitterar"
    APPROVES = "godkänner"
    GRANTS_DISCHARGE = "beviljar ansvarsfrihet"
    REFUSES_DISCHARGE = "vägrar ansvarsfrihet"
    REMARKS = "riktar anmärkning"
    DEPARTS = "avviker"
    WAIVES = "avstår"
    PROLONGS = "förlänger"
    RECALLS = "återkallar"
    HANDS_OVER = "överlämnar"
    DECIDES = "beslutar i sak"
    SETS_VERDICT = "sätter bedömning"
    ENTERS_FUNCTION = "träder i funktion"
    LEAVES_FUNCTION = "upphör med sin verksamhet"
    TAKES_OVER = "övertar"
    APPROVES_MINUTES = "justerar"
    ANNOUNCES = "tillkännager"
    ALLOCATES = "anslår"


@frozen(kw_only=True)
class Decision(Keyed):
    """
    What an organ or post did with effect (beslut): the state of a record on a day follows from these.

    Attributes:
        kind: What was done.
        by: Id of the organ or post.
        on: The day, or None if it is unknown.
        on_text: The day as written, where it is none.
        paragraph: The paragraph of the minutes.
        diary_number: As written.
        about: Id of the record that it concerns, if it has one.
        matter: Id of the matter decided, for a decision on delegation.
        delegation: Id of the delegation it was taken on.
        part: Which part of it, in words.
        contains: What it settles that rules ask for, where the kind of its document does not say so: the tax
            rate, a budget that stands in no document of its own.
        year: The year it concerns, such as that of a deficit.
        period: The part of that year.
        amount_mnkr: How much of it, in mnkr; None if the source prints no amount.
        until: The last day, for what is set, prolonged or waived for a time.
        until_year: The last year, for the same.
        grade: A verdict set by hand, as a word of a scale.
        reason: The reason given.
        financed_by: How an expense decided during the year is financed, in words.
        geh: How god ekonomisk hushållning is reached all the same, where the decision says so.
        title: What was decided, in short.

    Raises:
        InvalidValue: if the calendar has no such last year.
    """

    _prefix: ClassVar[str] = "decision"
    _key: ClassVar[tuple[str, ...]] = (
        "by",
        "on",
        "on_text",
        "paragraph",
        "kind",
        "about",
        "part",
        "year",
        "diary_number",
        "title",
    )

    kind: DecisionKind
    by: str = field(metadata=to("organs", "positions"))
    on: date | None = None
    on_text: str | None = None
    paragraph: str | None = None
    diary_number: str | None = None
    about: str | None = field(default=None, metadata=to())
    matter: str | None = field(default=None, metadata=to("matters"))
    delegation: str | None = field(default=None, metadata=to("delegations"))
    part: str | None = None
    contains: tuple[Content, ...] = field(default=(), converter=as_tuple)
    year: int | None = None
    period: Part | None = None
    amount_mnkr: Decimal | None = field(default=None, converter=as_decimal_if_any)
    until: date | None = None
    until_year: int | None = None
    grade: str | None = None
    reason: str | None = None
    financed_by: str | None = None
    geh: str | None = None
    title: str

    def __attrs_post_init__(self) -> None:
        check_year("until_year", self.until_year)
