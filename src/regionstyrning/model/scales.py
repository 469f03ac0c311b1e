"""The words that judgements are given in."""

from __future__ import annotations

from enum import Enum

from attrs import field, frozen

from regionstyrning.model.records import Source, as_tuple


class ScaleReads(Enum):
    """What a scale reads off (vad skalan läser)."""

    LEVEL = "nivå"
    DEVELOPMENT = "utveckling"
    RANK = "rang"


class Meaning(Enum):
    """What a step of a scale may stand for (betydelse)."""

    MET = "uppfyllt"
    PARTLY_MET = "delvis uppfyllt"
    NOT_MET = "inte uppfyllt"
    CANNOT_BE_ASSESSED = "kan inte bedömas"
    ON_TRACK = "pågår enligt plan"
    NOT_YET = "mäts senare"
    DONE = "utfört"
    BETTER = "bättre"
    UNCHANGED = "oförändrat"
    WORSE = "sämre"


@frozen(kw_only=True)
class ScaleStep:
    """
    One step of a judging scale (skalsteg).

    Attributes:
        word: The word as printed.
        sign: A sign that stands for it.
        colour: A colour that stands for it.
        rank: Its place among the ordered steps, higher is better; None for a step outside the order.
        means: What it may stand for; several if the region uses it for several things.
        note: When it means which.
    """

    word: str
    sign: str | None = None
    colour: str | None = None
    rank: int | None = None
    means: tuple[Meaning, ...] = field(default=(), converter=as_tuple)
    note: str | None = None


@frozen(kw_only=True)
class Scale:
    """
    The words that judgements are given in (bedömningsskala).

    Attributes:
        id: Unique in the structure.
        title: What it is called or used for.
        reads: Whether it reads level, development or rank among others.
        steps: Its steps, as printed.
        sources: Where it is said.
    """

    id: str
    title: str
    reads: ScaleReads
    steps: tuple[ScaleStep, ...] = field(converter=as_tuple)
    sources: tuple[Source, ...] = field(default=(), converter=as_tuple)
