"""Indicators, their targets and outcomes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum
from typing import ClassVar

from attrs import field, frozen

from regionstyrning.errors import InvalidValue
from regionstyrning.model.conditions import Condition
from regionstyrning.model.dates import Part, Period, PlanningHorizon, Validity, check_year
from regionstyrning.model.goals import Owner
from regionstyrning.model.joins import Join
from regionstyrning.model.organisation import ExternalId
from regionstyrning.model.records import Keyed, Record, as_decimal_if_any, as_tuple, to, within


class MeasureKind(Enum):
    """How an indicator is measured (mätsätt)."""

    QUANTITATIVE = "kvantitativ"
    GRADED = "graderad"
    CLUSTER = "kluster"


class IndicatorRole(Enum):
    """What an indicator is for (indikatorns roll)."""

    DECIDES = "avgör"
    SUPPORTS = "stöder"
    WATCHED = "följs"


class Direction(Enum):
    """Which way is better (riktning)."""

    UP = "upp"
    DOWN = "ned"
    STEADY = "oförändrat"


class ScopeKind(Enum):
    """For whom a value is measured (omfattningens slag)."""

    ORGAN = "organ"
    GROUP = "koncern"
    PEERS = "jämförelsegrupp"
    COUNTRY = "riket"


@frozen(kw_only=True)
class Scope:
    """
    For whom an indicator has a value of its own (omfattning).

    Attributes:
        id: The code that targets and outcomes use, as printed.
        title: What the code stands for.
        kind: An organ, the group, a peer group or the country.
        organ: Id of the organ, for an organ or a group.
    """

    id: str
    title: str | None = None
    kind: ScopeKind = ScopeKind.ORGAN
    organ: str | None = field(default=None, metadata=to("organs"))


@frozen(kw_only=True)
class Indicator(Record):
    """
    A measure (indikator, nyckeltal): of a goal, of quality, or only watched.

    Attributes:
        id: Unique in the model.
        title: As printed.
        kind: How it is measured, by its content.
        printed_kind: How the source calls it, as printed, where it does.
        label: The number or key it is printed with.
        description: More of what it measures.
        role: Whether it decides, supports or is only watched; a watched one has no target.
        set_by: Id of the organ that set it.
        owners: Who carries it.
        document: Id of the document it stands in.
        direction: Which way is better, where that is stated.
        unit: "procent", "index", "mnkr", "antal".
        scale: Id of the scale that its grades are on.
        scopes: For whom it has values of its own.
        by_gender: Whether it is divided by gender.
        parts_count: How many graded parts a cluster has, known or not.
        parts: Ids of the indicators that are its parts, as far as they are known.
        join: The rule that joins the parts, where one is stated.
        ratio: Id of the key ratio that it is measured by.
        stream: Id of the stream that it belongs to, for a measure with no goal above it.
        method_changed: Days from which it is measured in another way.
        validity: The days when it is in use.
        external_ids: Its ids in outside systems.
    """

    id: str
    title: str
    kind: MeasureKind
    printed_kind: str | None = None
    label: str | None = None
    description: str | None = None
    role: IndicatorRole = IndicatorRole.DECIDES
    set_by: str | None = field(default=None, metadata=to("organs"))
    owners: tuple[Owner, ...] = field(default=(), converter=as_tuple)
    document: str | None = field(default=None, metadata=to("documents"))
    direction: Direction | None = None
    unit: str | None = None
    scale: str | None = field(default=None, metadata=within("scales"))
    scopes: tuple[Scope, ...] = field(default=(), converter=as_tuple)
    by_gender: bool = False
    parts_count: int | None = None
    parts: tuple[str, ...] = field(default=(), converter=as_tuple, metadata=to("indicators"))
    join: Join | None = None
    ratio: str | None = field(default=None, metadata=to("ratios"))
    stream: str | None = field(default=None, metadata=within("streams"))
    method_changed: tuple[date, ...] = field(default=(), converter=as_tuple)
    validity: Validity | None = None
    external_ids: tuple[ExternalId, ...] = field(default=(), converter=as_tuple)


class Gender(Enum):
    """Which part of the people a value is for (kön)."""

    WOMEN = "kvinnor"
    MEN = "män"
    TOTAL = "totalt"


@frozen(kw_only=True)
class Target(Keyed):
    """
    What an indicator should be (målvärde).

    Attributes:
        indicator: Id of the indicator.
        year: The year it is for; None for a target without a year or with a row of years.
        part: The part of the year it is for.
        scope: For whom, as a code of the indicator's scopes.
        gender: For which part of the people.
        condition: What is asked.
        horizon: The time it is for, where that is not a year ("2027–2029").
        document: Id of the document that sets it, if not the one the indicator stands in.
        set_by: Id of the organ that set it, where that is not the indicator's own.
        validity: The days when it holds, where they are stated.
    """

    _prefix: ClassVar[str] = "target"
    _key: ClassVar[tuple[str, ...]] = (
        "indicator",
        "year",
        "part",
        "scope",
        "gender",
        "document",
        "horizon",
        "validity",
    )

    indicator: str = field(metadata=to("indicators"))
    year: int | None = None
    part: Part | None = None
    scope: str | None = None
    gender: Gender | None = None
    condition: Condition
    horizon: PlanningHorizon | None = None
    document: str | None = field(default=None, metadata=to("documents"))
    set_by: str | None = field(default=None, metadata=to("organs"))
    validity: Validity | None = None


class Stage(Enum):
    """How firm a figure is (skede)."""

    PLAN = "plan"
    FORECAST = "prognos"
    PRELIMINARY = "preliminär"
    FINAL = "slutlig"


class Missing(Enum):
    """Why there is no value (bortfallsskäl); never zero."""

    NOT_REPORTED = "ej redovisad"
    NOT_APPLICABLE = "ej tillämplig"
    SECRET = "sekretess"  # noqa: S105 - a reason for a missing value, no password
    NEW = "ny"
    NOT_READABLE = "oläslig"


@frozen(kw_only=True)
class Outcome(Keyed):
    """
    What an indicator was (utfall): a number, a grade, or the reason why there is neither.

    Attributes:
        indicator: Id of the indicator.
        year: The year it was measured for.
        part: The part of the year it was measured for.
        scope: For whom, as a code of the indicator's scopes.
        gender: For which part of the people.
        stage: Plan, forecast, preliminary or final.
        known_on: The day from which it was known, or None if that is not stated.
        value: The number, in the indicator's unit.
        grade: The word, on the indicator's scale.
        missing: Why there is no value.
        reported_for: The period it was reported for, where it is carried over from another.
        measured_on: The day it was measured, where that is stated.
        count: How many it rests on, to weigh by.
        text: The cell as written.

    Raises:
        InvalidValue: unless exactly one of value, grade and missing is given, and the calendar has the year.
    """

    _prefix: ClassVar[str] = "outcome"
    _key: ClassVar[tuple[str, ...]] = (
        "indicator",
        "year",
        "part",
        "scope",
        "gender",
        "stage",
        "known_on",
        "reported_for",
    )

    indicator: str = field(metadata=to("indicators"))
    year: int
    part: Part | None = None
    scope: str | None = None
    gender: Gender | None = None
    stage: Stage = Stage.FINAL
    known_on: date | None = None
    value: Decimal | None = field(default=None, converter=as_decimal_if_any)
    grade: str | None = None
    missing: Missing | None = None
    reported_for: Period | None = None
    measured_on: date | None = None
    count: int | None = None
    text: str | None = None

    def __attrs_post_init__(self) -> None:
        check_year("year", self.year)
        if (self.value is None) + (self.grade is None) + (self.missing is None) != 2:  # noqa: PLR2004 - two of the three
            message = "expected exactly one of value, grade and missing"
            raise InvalidValue("value", message)
