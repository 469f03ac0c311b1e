"""Matters and who has been given the right to decide them."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum

from attrs import field, frozen

from regionstyrning.model.dates import Validity
from regionstyrning.model.records import Record, Source, as_decimal, as_decimal_if_any, as_tuple, to


class Nature(Enum):
    """What kind of act it is (handlingens art), since schemes list them together."""

    DECISION = "beslut"
    EXECUTION = "verkställighet"
    PREPARATION = "beredning"
    ATTEST = "attest"
    SIGNING = "firmateckning"


class TraitBasis(Enum):
    """What a trait is read from (egenskapens grund)."""

    STATUTE = "lag"
    RULING = "rättsfall"
    LOCAL = "lokal läsning"


@frozen(kw_only=True)
class Trait:
    """
    Something about a matter that the law looks at (egenskap).

    Attributes:
        id: Id of the trait in the law's data.
        holds: Whether it always holds of the matter, or never.
        basis: Statute, ruling or local reading.
        law: The paragraph or ruling, as written.
        sources: Where it is said.
    """

    id: str
    holds: bool
    basis: TraitBasis = TraitBasis.LOCAL
    law: str | None = None
    sources: tuple[Source, ...] = field(default=(), converter=as_tuple)


@frozen(kw_only=True)
class Matter(Record):
    """
    A kind of case that someone decides (ärendegrupp), in a tree.

    Attributes:
        id: Unique in the model.
        title: What is decided.
        part_of: Id of the wider matter.
        owner: Id of the organ that owns it; the wider matter's if None.
        nature: What kind of act it is.
        traits: What the law looks at, holding always or never.
        law: Paragraphs that a scheme names beside it, as written.
    """

    id: str
    title: str
    part_of: str | None = field(default=None, metadata=to("matters"))
    owner: str | None = field(default=None, metadata=to("organs"))
    nature: Nature = Nature.DECISION
    traits: tuple[Trait, ...] = field(default=(), converter=as_tuple)
    law: str | None = None


@frozen(kw_only=True)
class Receiver:
    """
    Who receives a right (delegat): a post, an organ, or an office named as such.

    Attributes:
        position: Id of a post.
        organ: Id of an organ.
        office: An office as the scheme names it, where it names no post or organ of the model.
    """

    position: str | None = field(default=None, metadata=to("positions"))
    organ: str | None = field(default=None, metadata=to("organs"))
    office: str | None = None


class Together(Enum):
    """How several receivers act (samverkan mellan delegater)."""

    EACH = "var för sig"
    JOINTLY = "tillsammans"
    NOT_STATED = "ej angivet"


class LimitUnit(Enum):
    """What a limit counts (gränsens enhet)."""

    SEK = "kronor"
    PRICE_BASE_AMOUNT = "prisbasbelopp"
    NUMBER = "antal"
    DAYS = "dagar"
    MONTHS = "månader"
    YEARS = "år"
    PERCENT = "procent"


class LimitSpan(Enum):
    """What a limit is counted for (gränsens omfång)."""

    OCCASION = "tillfälle"
    CONTRACT = "avtal"
    YEAR = "år"
    NOT_STATED = "ej angivet"


@frozen(kw_only=True)
class Limit:
    """
    How far a right reaches (gräns), the limit included.

    Attributes:
        value: The limit, in its unit; whole kronor for kronor.
        unit: What it counts.
        span: What it is counted for.
        text: As written.
    """

    value: Decimal = field(converter=as_decimal)
    unit: LimitUnit = LimitUnit.SEK
    span: LimitSpan = LimitSpan.NOT_STATED
    text: str | None = None


@frozen(kw_only=True)
class CaseCondition:
    """
    Something that must be so in the case (villkor i ärendet).

    Attributes:
        fact: Name of the fact.
        holds: Whether it must hold or must not.
        at_least: For a number, the least.
        at_most: For a number, the most.
        text: As written.
    """

    fact: str
    holds: bool = True
    at_least: Decimal | None = field(default=None, converter=as_decimal_if_any)
    at_most: Decimal | None = field(default=None, converter=as_decimal_if_any)
    text: str | None = None


class DeputyWhen(Enum):
    """When a deputy steps in (ersättares inträde)."""

    ABSENCE = "frånvaro"
    VACANCY = "vakans"
    DISQUALIFICATION = "jäv"
    ANY = "förfall"


@frozen(kw_only=True)
class Deputy:
    """
    Who decides instead (ersättare för delegat). Deputies stand in the order they step in.

    Attributes:
        position: Id of the post.
        when: When it steps in.
    """

    position: str = field(metadata=to("positions"))
    when: DeputyWhen = DeputyWhen.ANY


class Frequency(Enum):
    """How often decisions are reported (anmälans takt)."""

    NEXT_MEETING = "nästa sammanträde"
    EACH = "varje beslut"
    MONTHLY = "varje månad"
    QUARTERLY = "varje kvartal"
    YEARLY = "varje år"
    NOT_REPORTED = "anmäls inte"
    NOT_STATED = "ej angivet"


@frozen(kw_only=True)
class Reporting:
    """
    To whom decisions are reported, and how often (anmälan).

    Attributes:
        organs: Ids of the organs that they are reported to.
        positions: Ids of the posts that they are reported to.
        often: How often.
        text: As written.
    """

    organs: tuple[str, ...] = field(default=(), converter=as_tuple, metadata=to("organs"))
    positions: tuple[str, ...] = field(default=(), converter=as_tuple, metadata=to("positions"))
    often: Frequency = Frequency.NOT_STATED
    text: str | None = None


@frozen(kw_only=True)
class Delegation(Record):
    """
    A right to decide that someone has given (delegation), as a scheme, instruction or resolution has it.

    Attributes:
        id: Unique in the model.
        title: As printed, where the row has a title.
        label: The row's number in the scheme.
        giver: Id of the organ or post that gives it; None where a statute does.
        statute: The statute and paragraph that gives it, where one does.
        receivers: Who receives it.
        together: Whether several receivers act each alone.
        matters: Ids of the matters.
        except_matters: Ids of matters within them that are left out ("allt utom").
        nature: What kind of act it is.
        limits: How far it reaches, all of them at once.
        conditions: What must be so in the case, all of them at once.
        validity: The days when it holds.
        may_pass_on: Whether the receiver may hand it on; None if not stated.
        urgent_only: Whether it holds for urgent matters only.
        may_return: Whether the receiver may hand a case back, where that is stated.
        deputies: Who decides instead, in order.
        superior_when: When the nearest superior decides instead, by a local rule.
        called_up_by: Ids of the organs or posts that may call the matter up.
        reporting: To whom decisions are reported, and how often.
        builds_on: Id of the delegation that it hands on.
        document: Id of the document that it stands in.
        decision: Id of the decision that gave it.
    """

    id: str
    title: str | None = None
    label: str | None = None
    giver: str | None = field(default=None, metadata=to("organs", "positions"))
    statute: str | None = None
    receivers: tuple[Receiver, ...] = field(default=(), converter=as_tuple)
    together: Together = Together.EACH
    matters: tuple[str, ...] = field(converter=as_tuple, metadata=to("matters"))
    except_matters: tuple[str, ...] = field(default=(), converter=as_tuple, metadata=to("matters"))
    nature: Nature = Nature.DECISION
    limits: tuple[Limit, ...] = field(default=(), converter=as_tuple)
    conditions: tuple[CaseCondition, ...] = field(default=(), converter=as_tuple)
    validity: Validity | None = None
    may_pass_on: bool | None = None
    urgent_only: bool = False
    may_return: bool | None = None
    deputies: tuple[Deputy, ...] = field(default=(), converter=as_tuple)
    superior_when: DeputyWhen | None = None
    called_up_by: tuple[str, ...] = field(default=(), converter=as_tuple, metadata=to("organs", "positions"))
    reporting: Reporting | None = None
    builds_on: str | None = field(default=None, metadata=to("delegations"))
    document: str | None = field(default=None, metadata=to("documents"))
    decision: str | None = field(default=None, metadata=to("decisions"))
