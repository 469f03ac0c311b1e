"""Statutes: the layer that no local record can override."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum

from attrs import field, frozen

from regionstyrning.model.dates import Validity
from regionstyrning.model.organisation import OrganKind, PositionKind
from regionstyrning.model.records import Record, as_tuple


class Effect(Enum):
    """What a provision does (verkan)."""

    PROHIBITS = "förbjuder"
    PERMITS = "tillåter"
    REQUIRES = "kräver"
    RESERVES = "förbehåller"
    SETS = "bestämmer"


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
    value: Decimal
    unit: str
    validity: Validity | None = None


@frozen(kw_only=True)
class Provision:
    """
    One rule of a statute (bestämmelse).

    Attributes:
        id: Unique in the statute.
        paragraph: As written in Swedish ("6 kap. 38 §").
        title: What must hold.
        effect: What the provision does.
        validity: The days when this wording is in force.
        traits: Traits of a matter that the provision looks at.
        position_kinds: Kinds of post that alone may take the matter.
        organ_kinds: Kinds of organ that alone may take the matter.
        at_least: Least number of takers.
        personally_appointed: Whether the taker must be appointed in person.
        only_urgent: Whether it holds for urgent matters only.
        may_pass_on: Whether the right may be handed on; None if the provision does not say.
        reported: How decisions are reported, if the provision says so.
        appealed: How decisions are appealed, if the provision says so.
        parameters: Numbers that the provision sets.
        confidence: Whether the text was seen, recalled or derived.
    """

    id: str
    paragraph: str
    title: str
    effect: Effect
    validity: Validity | None = None
    traits: tuple[str, ...] = field(default=(), converter=as_tuple)
    position_kinds: tuple[PositionKind, ...] = field(default=(), converter=as_tuple)
    organ_kinds: tuple[OrganKind, ...] = field(default=(), converter=as_tuple)
    at_least: int | None = None
    personally_appointed: bool = False
    only_urgent: bool = False
    may_pass_on: bool | None = None
    reported: str | None = None
    appealed: str | None = None
    parameters: tuple[Parameter, ...] = field(default=(), converter=as_tuple)
    confidence: Confidence = Confidence.SEEN


@frozen(kw_only=True)
class Statute(Record):
    """
    A statute (författning) that a caller adds to the law shipped with the library.

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
