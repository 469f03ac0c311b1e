"""A region's own rules for god ekonomisk hushållning and for its reserves."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum

from attrs import field, frozen

from regionstyrning.model.joins import Join
from regionstyrning.model.records import Source, as_tuple, within


@frozen(kw_only=True)
class GehRule:
    """
    Which goals count for god ekonomisk hushållning, and how the whole is judged (hushållningsregel).

    Goals count by level, by perspective (each says so itself) or by a mark on the goal.

    Attributes:
        by_mark: Whether goals count by a mark of their own.
        join: The region's own rule for the whole, or None where it states none.
        conditions: Ids of goals' levels that must be met before any other counts.
        text: The rule as written or told.
        sources: Where it is said.
    """

    by_mark: bool = False
    join: Join | None = None
    conditions: tuple[str, ...] = field(default=(), converter=as_tuple, metadata=within("levels"))
    text: str | None = None
    sources: tuple[Source, ...] = field(default=(), converter=as_tuple)


class ReserveKind(Enum):
    """What kind of reserve it is (reservens slag)."""

    EQUALISATION = "resultatutjämningsreserv"
    RESULT = "resultatreserv"
    EARMARK = "öronmärkning"


@frozen(kw_only=True)
class Reserve:
    """
    A reserve or earmark within equity, with the region's own conditions (reserv).

    Attributes:
        id: Unique in the structure.
        title: What the region calls it.
        kind: Which kind.
        filled: When it may be filled, in words.
        used: When it may be used, in words.
        limit_percent: The region's own ceiling as a share of taxes and general grants, 0 to 100.
        sources: Where it is said.
    """

    id: str
    title: str
    kind: ReserveKind
    filled: str | None = None
    used: str | None = None
    limit_percent: Decimal | None = None
    sources: tuple[Source, ...] = field(default=(), converter=as_tuple)
