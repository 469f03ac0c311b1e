"""What a source leaves open or contradicts."""

from __future__ import annotations

from enum import Enum

import attrs
from attrs import frozen

from regionstyrning.model.economy import Amount
from regionstyrning.model.indicators import Outcome, Target
from regionstyrning.model.records import Record, Source, as_tuple, to


class OpenPointKind(Enum):
    """What is the matter with the text (slag av öppen punkt)."""

    AMBIGUOUS = "tvetydig"
    CONTRADICTION = "motsägelse"
    NOT_STATED = "saknas"
    ELSEWHERE = "i bilaga"
    WRONG_REFERENCE = "felaktig hänvisning"
    SLIP = "skrivfel"


@frozen(kw_only=True)
class Rival:
    """
    One way to read what is open (läsart).

    Attributes:
        text: The reading.
        preferred: Whether it is the one that the records hold.
        without: Ids of records that are not there under this reading.
        targets: Targets that are there under this reading instead.
        outcomes: Outcomes that are there under this reading instead.
        amounts: Amounts that are there under this reading instead.
        sources: Where it is said.
    """

    text: str
    preferred: bool = False
    without: tuple[str, ...] = attrs.field(default=(), converter=as_tuple, metadata=to())
    targets: tuple[Target, ...] = attrs.field(default=(), converter=as_tuple)
    outcomes: tuple[Outcome, ...] = attrs.field(default=(), converter=as_tuple)
    amounts: tuple[Amount, ...] = attrs.field(default=(), converter=as_tuple)
    sources: tuple[Source, ...] = attrs.field(default=(), converter=as_tuple)


@frozen(kw_only=True)
class OpenPoint(Record):
    """
    What a source leaves open or contradicts (öppen punkt).

    Rules and evaluators answer for every rival and never choose in silence.

    Attributes:
        id: Unique in the model.
        title: What is open, in a sentence.
        kind: What is the matter with the text.
        about: Id of the record that it touches.
        field: Name of the field that it touches.
        raw: The text exactly as it stands.
        rivals: The ways to read it; at most one is preferred.
    """

    id: str
    title: str
    kind: OpenPointKind
    about: str | None = attrs.field(default=None, metadata=to())
    field: str | None = None
    raw: str | None = None
    rivals: tuple[Rival, ...] = attrs.field(default=(), converter=as_tuple)
