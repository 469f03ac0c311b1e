"""Statutes: the layer that no local record can override."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum

from attrs import field, frozen

from regionstyrning.model.dates import Validity
from regionstyrning.model.delegation import CaseCondition
from regionstyrning.model.organisation import OrganKind, PositionKind
from regionstyrning.model.records import Record, Source, as_decimal, as_tuple


class Effect(Enum):
    """What a provision does (verkan)."""

    PROHIBITS = "förbjuder"
    PERMITS = "tillåter"
    REQUIRES = "kräver"
    RESERVES = "förbehåller"
    SETS = "bestämmer"


class Act(Enum):
    """Which act a provision speaks of (handlingen)."""

    DELEGATE = "ge rätt att besluta"
    PASS_ON = "ge rätten vidare"  # noqa: S105 - no password
    DECIDE = "besluta"
    TAKE_PART = "delta"
    REPORT = "anmäla"
    APPEAL = "överklaga"
    EXECUTE = "verkställa"
    ORGANISE = "organisera"
    OVERSEE = "ha uppsikt"
    RECALL = "återkalla"
    TAKE_OVER = "ta över"
    PLAN = "planera"
    ALLOCATE = "anslå"
    VOTE = "rösta"
    ACCOUNT = "redovisa"
    AUDIT = "revidera"


class Tie(Enum):
    """How a taker stands to the giver (tagarens band till givaren)."""

    WITHIN = "ingår i givaren"
    EMPLOYED = "anställd i regionen"
    PARTICIPANT = "anställd hos en deltagare"
    AGREEMENT = "anställd hos en annan kommun eller region"
    OUTSIDE = "utanför regionen"
    OTHERS_FIELD = "i en annan nämnds verksamhet"
    HEAD_IN_FIELD = "givaren är förvaltningschef inom nämndens område"


class Confidence(Enum):
    """How sure we are of a provision's text (säkerhet)."""

    SEEN = "läst"
    RECALLED = "erinrad"
    DERIVED = "härledd"


@frozen(kw_only=True)
class Parameter:
    """
    A number that a provision sets (parameter), by date.

    Attributes:
        name: What the number is.
        value: The number, in its unit.
        unit: Kronor, procent, dagar.
        validity: The days when it holds.
    """

    name: str
    value: Decimal = field(converter=as_decimal)
    unit: str
    validity: Validity | None = None


@frozen(kw_only=True)
class Provision:
    """
    One rule of a statute (bestämmelse).

    It concerns an act. Kinds of giver and taker, ties, traits and conditions narrow it: what is
    left out is not asked about. A provision that prohibits does so where all its traits hold; one
    that permits lets a closed list of takers receive; those of one statute that reserve the same
    traits are read together, and name the only lawful takers.

    Attributes:
        id: Unique in the statute; with the statute's id before it unique in the law ("kl/6-38-1-1").
        paragraph: As written in Swedish ("6 kap. 38 §").
        title: What must hold.
        effect: What the provision does.
        act: Which act it speaks of.
        validity: The days when this wording is in force.
        first_year: The first fiscal year (räkenskapsår) that it is applied to; for rules of accounts and balance.
        last_year: The last such year.
        lines: Ids of lines of the accounts that it speaks of.
        givers: Kinds of organ that give; any if there are none and no kinds of post.
        giver_positions: Kinds of post that give.
        organ_kinds: Kinds of organ that take; of those alone, for a provision that reserves.
        position_kinds: Kinds of post that take; of those alone, for a provision that reserves.
        ties: How the taker must stand to the giver, all of them at once.
        traits: Traits of a matter, or facts of a case, that must all hold.
        conditions: Numbers, and facts that must not hold.
        on_grant: Whether the traits are asked of the matter as it is handed over, not of a case.
        lifts: Ids of provisions of the same statute that give way where this one applies.
        at_least: Least number of takers.
        personally_appointed: Whether the taker must be appointed in person.
        only_urgent: Whether it holds for urgent matters only.
        may_pass_on: Whether the right may be handed on; None if the provision does not say.
        reported: How decisions are reported, if the provision says so.
        appealed: How decisions are appealed, if the provision says so.
        parameters: Numbers that the provision sets.
        policy: Name of the setting that it rests on, if it was not seen in the statute.
        confidence: Whether the text was seen, recalled or derived.
        note: The reasoning behind a reading of ours.
        sources: Where it was seen.
    """

    id: str
    paragraph: str
    title: str
    effect: Effect
    act: Act = Act.DECIDE
    validity: Validity | None = None
    first_year: int | None = None
    last_year: int | None = None
    lines: tuple[str, ...] = field(default=(), converter=as_tuple)
    givers: tuple[OrganKind, ...] = field(default=(), converter=as_tuple)
    giver_positions: tuple[PositionKind, ...] = field(default=(), converter=as_tuple)
    organ_kinds: tuple[OrganKind, ...] = field(default=(), converter=as_tuple)
    position_kinds: tuple[PositionKind, ...] = field(default=(), converter=as_tuple)
    ties: tuple[Tie, ...] = field(default=(), converter=as_tuple)
    traits: tuple[str, ...] = field(default=(), converter=as_tuple)
    conditions: tuple[CaseCondition, ...] = field(default=(), converter=as_tuple)
    on_grant: bool = False
    lifts: tuple[str, ...] = field(default=(), converter=as_tuple)
    at_least: int | None = None
    personally_appointed: bool = False
    only_urgent: bool = False
    may_pass_on: bool | None = None
    reported: str | None = None
    appealed: str | None = None
    parameters: tuple[Parameter, ...] = field(default=(), converter=as_tuple)
    policy: str | None = None
    confidence: Confidence = Confidence.SEEN
    note: str | None = None
    sources: tuple[Source, ...] = field(default=(), converter=as_tuple)


@frozen(kw_only=True)
class Statute(Record):
    """
    A statute (författning): of the law shipped with the library, or one that a caller adds to it.

    Attributes:
        id: Unique in the model.
        title: Its name ("Kommunallag").
        abbreviation: As cited ("KL").
        number: Its number in the code of statutes ("2017:725"), as text.
        held_from: The day from which its text is held; for an earlier day the law is not held.
        validity: The days when it is in force.
        provisions: Its rules, in the order of their paragraphs.
    """

    id: str
    title: str
    abbreviation: str | None = None
    number: str | None = None
    held_from: date | None = None
    validity: Validity | None = None
    provisions: tuple[Provision, ...] = field(default=(), converter=as_tuple)
