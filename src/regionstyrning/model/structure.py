"""How a region steers, apart from what it wants this year."""

from __future__ import annotations

from enum import Enum

from attrs import field, frozen

from regionstyrning.model.contents import Content
from regionstyrning.model.cycle import CycleStep
from regionstyrning.model.dates import HorizonKind, Validity
from regionstyrning.model.geh import GehRule, Reserve
from regionstyrning.model.joins import Join
from regionstyrning.model.organisation import OrganKind, PositionKind
from regionstyrning.model.records import Record, Source, as_tuple, within
from regionstyrning.model.scales import Scale

INDICATORS = "indikator"
"""What a link rule says instead of a level when it is about indicators."""


class LevelKind(Enum):
    """What stands on a level (nivåns slag)."""

    VISION = "vision"
    VALUES = "värdegrund"
    MISSION = "grunduppdrag"
    PERSPECTIVE = "perspektiv"
    GOAL = "mål"
    FINANCIAL = "finansiellt mål"
    WORK = "arbete"


class Ground(Enum):
    """What a level is judged by (bedömningsgrund)."""

    MEASURES = "mått"
    LEVEL_UNDER = "underliggande nivå"
    WORK_DONE = "utfört arbete"
    OVERALL = "samlad bedömning"


@frozen(kw_only=True)
class Level:
    """
    A step between vision and daily work (nivå), under the region's own name.

    The levels of a structure stand in order from the top.

    Attributes:
        id: Unique in the structure.
        title: The region's own word for what stands here, in singular.
        kind: What stands here.
        set_by: The kinds of organ that set it.
        set_by_posts: The kinds of post that set it.
        in_documents: Ids of the kinds of document it is set in.
        judged_by: What it is judged by; empty if the region does not say.
        join: The region's own rule for joining what it is judged by, where it states one.
        stream: Id of the stream it belongs to.
        owned: Whether everything on it must have an owner.
        geh: Whether all goals on it count for god ekonomisk hushållning.
        sources: Where it is said.
        note: What a reader should know of it.
    """

    id: str
    title: str
    kind: LevelKind
    set_by: tuple[OrganKind, ...] = field(default=(), converter=as_tuple)
    set_by_posts: tuple[PositionKind, ...] = field(default=(), converter=as_tuple)
    in_documents: tuple[str, ...] = field(default=(), converter=as_tuple, metadata=within("document_kinds"))
    judged_by: tuple[Ground, ...] = field(default=(), converter=as_tuple)
    join: Join | None = None
    stream: str | None = field(default=None, metadata=within("streams"))
    owned: bool = False
    geh: bool = False
    sources: tuple[Source, ...] = field(default=(), converter=as_tuple)
    note: str | None = None


@frozen(kw_only=True)
class Link:
    """
    A rule for links upwards (länkregel): what on one level must or may hang on another.

    Attributes:
        lower: Id of the lower level, or ``"indikator"`` for indicators.
        upper: Ids of the levels of which any one will do.
        required: Whether everything on the lower level must have such a link.
        required_under: Whether everything on the upper levels must have something from the lower.
        text: The rule as written.
    """

    lower: str = field(metadata=within("levels"))
    upper: tuple[str, ...] = field(converter=as_tuple, metadata=within("levels"))
    required: bool = False
    required_under: bool = False
    text: str | None = None


class PerspectiveKind(Enum):
    """What a top grouping is to its region (perspektivets slag)."""

    ANGLE = "synvinkel"
    WISH = "önskan"
    PRIORITY = "prioritering"
    WAY_TO_ACT = "handlingssätt"
    FIELD = "verksamhetsfält"


@frozen(kw_only=True)
class Perspective:
    """
    One of the groups that goals are set under (perspektiv, målområde, fokusområde, strategi).

    The perspectives of a structure stand in the order they are printed.

    Attributes:
        id: Unique in the structure, and the id of no record.
        title: As printed.
        kind: An angle, a wish, a priority, a way to act or a field.
        level: Id of the level that it stands on.
        group: A heading it is sorted under.
        geh: Whether all goals under it count for god ekonomisk hushållning.
        concerns: Which of the structure's concerns its own text takes account of.
        sources: Where it is said.
        note: What a reader should know of it.
    """

    id: str
    title: str
    kind: PerspectiveKind
    level: str = field(metadata=within("levels"))
    group: str | None = None
    geh: bool = False
    concerns: tuple[str, ...] = field(default=(), converter=as_tuple)
    sources: tuple[Source, ...] = field(default=(), converter=as_tuple)
    note: str | None = None


@frozen(kw_only=True)
class Stream:
    """
    One of several kinds of steering side by side (styrström): goals, quality, economy.

    Attributes:
        id: Unique in the structure.
        title: The region's own word.
        text: What it does, in our words.
        sources: Where it is said.
    """

    id: str
    title: str
    text: str | None = None
    sources: tuple[Source, ...] = field(default=(), converter=as_tuple)


@frozen(kw_only=True)
class DocumentKind:
    """
    A kind of document that the region steers or reports by (dokumentslag).

    Attributes:
        id: Unique in the structure.
        title: The region's own word.
        adopted_by: The kinds of organ that adopt it.
        belongs_to: The kinds of organ that each have one of their own.
        based_on: Ids of the kinds of document it must build on.
        horizon: What kind of time it looks ahead.
        horizon_years: How many years it spans, where that is stated.
        reports: Whether it reports what was done rather than plans ahead.
        foundation: Whether something must be based on it.
        contains: What it is or holds that rules ask for.
        names: Other names for the same kind.
        sources: Where it is said.
        note: What a reader should know of it.
    """

    id: str
    title: str
    adopted_by: tuple[OrganKind, ...] = field(default=(), converter=as_tuple)
    belongs_to: tuple[OrganKind, ...] = field(default=(), converter=as_tuple)
    based_on: tuple[str, ...] = field(default=(), converter=as_tuple, metadata=within("document_kinds"))
    horizon: HorizonKind | None = None
    horizon_years: int | None = None
    reports: bool = False
    foundation: bool = False
    contains: tuple[Content, ...] = field(default=(), converter=as_tuple)
    names: tuple[str, ...] = field(default=(), converter=as_tuple)
    sources: tuple[Source, ...] = field(default=(), converter=as_tuple)
    note: str | None = None


@frozen(kw_only=True)
class Structure(Record):
    """
    How a region steers, apart from what it wants this year (struktur).

    It is whole in itself: it names kinds and roles, never this region's organs or documents.

    Attributes:
        id: Unique in the model.
        title: What the steering model is called.
        validity: The days when it is in force.
        levels: From the top.
        links: Which links upwards are required or allowed.
        perspectives: As printed, in order.
        concerns: What the work under every perspective must take account of, in the region's words.
        document_kinds: Plans and reports.
        scales: The words judgements are given in.
        streams: Kinds of steering side by side, where there are several.
        cycle: The steps of the year.
        geh: Which goals count for god ekonomisk hushållning, and how the whole is judged.
        reserves: Reserves within equity, with the region's own conditions.
    """

    id: str
    title: str
    validity: Validity | None = None
    levels: tuple[Level, ...] = field(default=(), converter=as_tuple)
    links: tuple[Link, ...] = field(default=(), converter=as_tuple)
    perspectives: tuple[Perspective, ...] = field(default=(), converter=as_tuple)
    concerns: tuple[str, ...] = field(default=(), converter=as_tuple)
    document_kinds: tuple[DocumentKind, ...] = field(default=(), converter=as_tuple)
    scales: tuple[Scale, ...] = field(default=(), converter=as_tuple)
    streams: tuple[Stream, ...] = field(default=(), converter=as_tuple)
    cycle: tuple[CycleStep, ...] = field(default=(), converter=as_tuple)
    geh: GehRule | None = None
    reserves: tuple[Reserve, ...] = field(default=(), converter=as_tuple)

    def level(self, id: str) -> Level | None:
        """The level with the id, or None."""
        return next((level for level in self.levels if level.id == id), None)

    def perspective(self, id: str) -> Perspective | None:
        """The perspective with the id, or None."""
        return next((perspective for perspective in self.perspectives if perspective.id == id), None)
