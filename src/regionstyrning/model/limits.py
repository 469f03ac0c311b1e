"""What the limit of a target is held against."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum

from attrs import field, frozen

from regionstyrning.model.records import as_decimal, as_decimal_if_any, as_tuple, to


class BasisKind(Enum):
    """Which outcome or outcomes are held against the limit (beräkningsgrundens slag)."""

    YEAR = "enskilt år"
    SUM = "summa"
    MEAN = "medelvärde"
    LATEST = "senaste utfall"
    WHOLE_PERIOD = "hela perioden"
    CHANGE = "ändring mot föregående år"
    PREVIOUS = "ändring mot föregående utfall"
    SAME_PART = "samma period föregående år"
    BASE_YEAR = "ändring mot basår"
    TREND = "trend"


@frozen(kw_only=True)
class Basis:
    """
    What the limit is held against (beräkningsgrund).

    Attributes:
        kind: A single year, several, or a change.
        over_years: How many years, for several.
        base_year: The year compared with, for a base year.
        weighted_by: What a mean is weighted by, in words.
        strong_from: From which change a trend is strong, where the region says so.
    """

    kind: BasisKind
    over_years: int | None = None
    base_year: int | None = None
    weighted_by: str | None = None
    strong_from: Decimal | None = field(default=None, converter=as_decimal_if_any)


@frozen(kw_only=True)
class ValueReference:
    """
    A limit that is another value (hänvisning): the budget, another measure, a sum of lines, a peer group.

    Attributes:
        indicators: Ids of the indicators whose values it is, summed if several.
        lines: Ids of lines of the accounts, summed if several.
        stage: At which stage, in words ("budget", "utfall").
        scope: For whom, where it is another scope than the target's own.
        share_percent: How much of it, 0 to 100 and above.
        years_back: How many years before; 1 for the previous year.
        text: As written.
    """

    indicators: tuple[str, ...] = field(default=(), converter=as_tuple, metadata=to("indicators"))
    lines: tuple[str, ...] = field(default=(), converter=as_tuple)
    stage: str | None = None
    scope: str | None = None
    share_percent: Decimal | None = field(default=None, converter=as_decimal_if_any)
    years_back: int | None = None
    text: str | None = None


@frozen(kw_only=True)
class YearValue:
    """
    A limit for one year in a row of years (årsvärde).

    Attributes:
        year: The calendar year.
        value: The limit, in the indicator's unit.
        text: As written.
    """

    year: int
    value: Decimal = field(converter=as_decimal)
    text: str | None = None


@frozen(kw_only=True)
class Partly:
    """
    What counts as partly met, where the region says so (delvis uppfyllt).

    Attributes:
        share_percent: From which share of the target.
        includes_limit: Whether that share itself counts.
        value: From which value, in the indicator's unit.
        grade: From which grade.
        at_least: How many of several conditions.
        text: As written.
    """

    share_percent: Decimal | None = field(default=None, converter=as_decimal_if_any)
    includes_limit: bool = True
    value: Decimal | None = field(default=None, converter=as_decimal_if_any)
    grade: str | None = None
    at_least: int | None = None
    text: str | None = None
