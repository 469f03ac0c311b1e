"""Organs, posts and ownership."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum

from attrs import field, frozen

from regionstyrning.errors import InvalidValue
from regionstyrning.model.dates import Validity
from regionstyrning.model.records import Record, Source, as_decimal_if_any, as_tuple, to


class OrganKind(Enum):
    """What kind of body an organ is (slag av organ)."""

    LEGAL_PERSON = "juridisk person"
    ASSEMBLY = "fullmäktige"
    ASSEMBLY_COMMITTEE = "fullmäktigeberedning"
    AUDITORS = "revisorer"
    BOARD = "styrelse"
    COMMITTEE = "nämnd"
    JOINT_COMMITTEE = "gemensam nämnd"
    SUBCOMMITTEE = "utskott"
    PREPARATORY = "nämndberedning"
    PRESIDIUM = "presidium"
    STAFF_JOINT = "partssammansatt organ"
    SELF_GOVERNING = "självförvaltningsorgan"
    AUTOMATED = "automatiserad beslutsfunktion"
    ADMINISTRATION = "förvaltning"
    DIVISION = "division"
    AREA = "område"
    DEPARTMENT = "avdelning"
    UNIT = "enhet"
    OFFICE = "stab"
    FORUM = "samverkansorgan"
    PROGRAMME = "program"


class LegalForm(Enum):
    """What kind of legal person a body is (juridisk form)."""

    REGION = "region"
    MUNICIPALITY = "kommun"
    MUNICIPALITY_WITH_REGION = "kommun med regions uppgifter"
    FEDERATION = "kommunalförbund"
    COMPANY = "aktiebolag"
    PARTNERSHIP = "handelsbolag"
    MUTUAL = "ömsesidigt försäkringsbolag"
    ECONOMIC_ASSOCIATION = "ekonomisk förening"
    ASSOCIATION = "ideell förening"
    FOUNDATION = "stiftelse"
    STATE = "statlig myndighet"
    NOT_STATED = "ej angiven"


@frozen(kw_only=True)
class Role:
    """
    One of several roles that a body acts in (roll), such as leading the region and being a nämnd.

    Attributes:
        id: Unique in the organ.
        title: What the role is called or does.
        kind: The kind of organ that the body is in this role.
    """

    id: str
    title: str
    kind: OrganKind


@frozen(kw_only=True)
class DatedName:
    """
    A name that a body bore for a time (benämning).

    Attributes:
        title: The name.
        validity: The days when it bore it.
    """

    title: str
    validity: Validity


@frozen(kw_only=True)
class Size:
    """
    How many sit in a body for a time (storlek).

    Attributes:
        members: Ledamöter.
        substitutes: Ersättare, or None if not stated.
        validity: The days when it holds.
        text: As written.
        sources: Where it is said.
    """

    members: int
    substitutes: int | None = None
    validity: Validity | None = None
    text: str | None = None
    sources: tuple[Source, ...] = field(default=(), converter=as_tuple)


@frozen(kw_only=True)
class Meeting:
    """
    A day or several on which a body meets (sammanträde), held or to come.

    Attributes:
        on: The day; the first, where it sits for several.
        until: The last day, where it sits for several.
        text: The days as written.
        sources: Where it is said.

    Raises:
        InvalidValue: if the last day is before the first.

    >>> str(Meeting(on=date(2024, 4, 23), until=date(2024, 4, 24)).last)
    '2024-04-24'
    """

    on: date
    until: date | None = None
    text: str | None = None
    sources: tuple[Source, ...] = field(default=(), converter=as_tuple)

    def __attrs_post_init__(self) -> None:
        if self.until is not None and self.until < self.on:
            message = f"until {self.until} is before on {self.on}, expected the last day of the meeting"
            raise InvalidValue("until", message)

    @property
    def last(self) -> date:
        """The last day, which is the only one unless it sits for several."""
        return self.until or self.on

    def takes_in(self, day: date) -> bool:
        """Tell whether it sits on a day, or between its days."""
        return self.on <= day <= self.last


@frozen(kw_only=True)
class ExternalId:
    """
    The id of something in an outside system (extern kod).

    Attributes:
        system: The system's name ("kolada", "stratsys").
        id: The id there, always as text ("0022").
    """

    system: str
    id: str


@frozen(kw_only=True)
class Organ(Record):
    """
    A body that steers or is steered (organ), from the legal person itself to an avdelning.

    Merging, splitting and changing form are told by ``succeeds``: the successor names those it follows.

    Attributes:
        id: Unique in the model.
        title: Its name.
        kind: What kind of body it is.
        legal_form: The kind of legal person, for a legal person.
        short: Abbreviation ("HSN").
        names: Other names, with the days when it bore them.
        part_of: Id of the body it belongs to.
        serves: Ids of the nämnder that a förvaltning works under; one that it is part of need not be named.
        oversees: Ids of the bodies it has uppsikt over, which gives no power to decide.
        roles: The roles it acts in, where there are several.
        tasks: Functions that statutes ask some nämnd to carry ("patientnämnd", "krisledning").
        sizes: How many sit in it, by date.
        meetings: The days on which it meets, as far as they are known beside those of its decisions.
        validity: The days when it exists.
        fully_from: The day from which it works in full, where that is later.
        succeeds: Ids of the bodies it follows.
        external_ids: Its ids in outside systems.
    """

    id: str
    title: str
    kind: OrganKind
    legal_form: LegalForm | None = None
    short: str | None = None
    names: tuple[DatedName, ...] = field(default=(), converter=as_tuple)
    part_of: str | None = field(default=None, metadata=to("organs"))
    serves: tuple[str, ...] = field(default=(), converter=as_tuple, metadata=to("organs"))
    oversees: tuple[str, ...] = field(default=(), converter=as_tuple, metadata=to("organs"))
    roles: tuple[Role, ...] = field(default=(), converter=as_tuple)
    tasks: tuple[str, ...] = field(default=(), converter=as_tuple)
    sizes: tuple[Size, ...] = field(default=(), converter=as_tuple)
    meetings: tuple[Meeting, ...] = field(default=(), converter=as_tuple)
    validity: Validity | None = None
    fully_from: date | None = None
    succeeds: tuple[str, ...] = field(default=(), converter=as_tuple, metadata=to("organs"))
    external_ids: tuple[ExternalId, ...] = field(default=(), converter=as_tuple)


class PositionKind(Enum):
    """What kind of post it is (slag av befattning)."""

    CHAIR = "ordförande"
    VICE_CHAIR = "vice ordförande"
    MEMBER = "ledamot"
    SUBSTITUTE = "ersättare"
    DIRECTOR = "direktör"
    HEAD = "förvaltningschef"
    EMPLOYEE = "anställd"
    STATUTORY = "lagstadgad funktion"
    AUDITOR = "revisor"


@frozen(kw_only=True)
class Position(Record):
    """
    A post (befattning), apart from whoever holds it.

    Attributes:
        id: Unique in the model.
        title: Its title.
        kind: What kind of post it is.
        organ: Id of the body it sits in.
        heads: Ids of the bodies it leads.
        superior: Id of the post above it.
        statute: The paragraph that a statutory function rests on.
        holders: How many hold the title, or None if not stated.
        validity: The days when it exists.
        external_ids: Its ids in outside systems.
    """

    id: str
    title: str
    kind: PositionKind
    organ: str = field(metadata=to("organs"))
    heads: tuple[str, ...] = field(default=(), converter=as_tuple, metadata=to("organs"))
    superior: str | None = field(default=None, metadata=to("positions"))
    statute: str | None = None
    holders: int | None = None
    validity: Validity | None = None
    external_ids: tuple[ExternalId, ...] = field(default=(), converter=as_tuple)


class OwnershipKind(Enum):
    """How a body is tied to a legal person (ägandets slag)."""

    OWNS = "äger"
    MEMBER = "medlem"
    FOUNDER = "stiftare"


@frozen(kw_only=True)
class Ownership(Record):
    """
    What ties a body to a legal person (ägande): shares, membership, the right to appoint its board.

    Attributes:
        id: Unique in the model.
        title: What the tie is called, where it has a name.
        owner: Id of the owner.
        owned: Id of the legal person.
        kind: Shares, membership or foundation.
        share_percent: Share owned, 0 to 100, or None if not stated.
        board_percent: Share of the board appointed, 0 to 100, or None if not stated.
        answers: Id of the organ that answers for the ownership.
        validity: The days when it holds.
    """

    id: str
    title: str | None = None
    owner: str = field(metadata=to("organs"))
    owned: str = field(metadata=to("organs"))
    kind: OwnershipKind
    share_percent: Decimal | None = field(default=None, converter=as_decimal_if_any)
    board_percent: Decimal | None = field(default=None, converter=as_decimal_if_any)
    answers: str | None = field(default=None, metadata=to("organs"))
    validity: Validity | None = None
