"""What someone said of a record, without effect of its own."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum
from typing import ClassVar

from attrs import field, frozen

from regionstyrning.model.dates import Part
from regionstyrning.model.indicators import Stage
from regionstyrning.model.records import Keyed, as_decimal_if_any, as_tuple, to, within


class Side(Enum):
    """Which side of the record is judged (bedömd sida)."""

    WHOLE = "helheten"
    FINANCIAL = "finansiellt"
    OPERATIONAL = "verksamhet"
    PURPOSEFUL = "ändamålsenlighet"
    ECONOMICALLY_SATISFACTORY = "ekonomiskt tillfredsställande"
    ACCOUNTS = "räkenskaperna"
    INTERNAL_CONTROL = "intern kontroll"
    OVERSIGHT = "uppsikt"


class Capacity(Enum):
    """In which capacity someone judges (bedömarens egenskap)."""

    OWN = "organet självt"
    AUDITORS = "revisorerna"
    SOME_AUDITORS = "några av revisorerna"
    COURT = "domstol"
    AUTHORITY = "tillsynsmyndighet"
    OTHER = "annan"


class Form(Enum):
    """In which form something is said (bedömningens form)."""

    OPINION = "omdöme"
    CRITICISM = "kritik"
    CAUTION = "erinran"
    REMARK = "anmärkning"
    RECOMMENDATION = "rekommendation"
    RULING = "avgörande"


@frozen(kw_only=True)
class Total:
    """
    How many parts got a word, where only totals were published (antal per omdöme).

    Attributes:
        word: The word as printed.
        count: How many, or None if only a share is printed.
        share_percent: Which share, 0 to 100, or None if only a count is printed.
        derived: Whether the figure is worked out from the others.
    """

    word: str
    count: int | None = None
    share_percent: Decimal | None = field(default=None, converter=as_decimal_if_any)
    derived: bool = False


@frozen(kw_only=True)
class Judgement(Keyed):
    """
    What someone said of a record (bedömning). It stands beside the computed verdict and never replaces it.

    Attributes:
        about: Ids of the records judged, as one set.
        subject: What was judged, in words, where no record holds it.
        side: Which side of it.
        by: Id of the organ that judged, or None if it is outside the model.
        by_text: Who judged, in words, where no organ of the model did.
        capacity: In which capacity.
        instance: Which instance, for a court.
        form: In which form.
        year: The year judged.
        part: The part of the year judged.
        stage: At which stage of the figures.
        on: The day it was said.
        words: As given, in short.
        scale: Id of the scale that the grade is on.
        grade: Its place on the scale.
        reason: The reason given.
        totals: How many parts got each word, where only totals were published.
        total_of: How many parts there were in all.
        document: Id of the document it stands in.
        rules: Ids of the library's rules that ask what is criticised here.
    """

    _prefix: ClassVar[str] = "judgement"
    _key: ClassVar[tuple[str, ...]] = (
        "about",
        "subject",
        "side",
        "year",
        "part",
        "by",
        "by_text",
        "capacity",
        "form",
        "on",
        "words",
        "document",
    )

    about: tuple[str, ...] = field(default=(), converter=as_tuple, metadata=to())
    subject: str | None = None
    side: Side = Side.WHOLE
    by: str | None = field(default=None, metadata=to("organs"))
    by_text: str | None = None
    capacity: Capacity
    instance: str | None = None
    form: Form = Form.OPINION
    year: int | None = None
    part: Part | None = None
    stage: Stage | None = None
    on: date | None = None
    words: str
    scale: str | None = field(default=None, metadata=within("scales"))
    grade: str | None = None
    reason: str | None = None
    totals: tuple[Total, ...] = field(default=(), converter=as_tuple)
    total_of: int | None = None
    document: str | None = field(default=None, metadata=to("documents"))
    rules: tuple[str, ...] = field(default=(), converter=as_tuple)
