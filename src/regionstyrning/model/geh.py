"""A region's own rules for god ekonomisk hushållning and for its reserves."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from enum import Enum

from attrs import field, frozen

from regionstyrning.errors import InvalidValue
from regionstyrning.model.joins import Join
from regionstyrning.model.records import Source, as_decimal_if_any, as_tuple, within


class GehPart(Enum):
    """What god ekonomisk hushållning is judged by (hushållningens del)."""

    FINANCIAL = "finansiella mål"
    OPERATIONAL = "verksamhetsmål"
    BALANCE = "balanskrav"


@frozen(kw_only=True)
class GehSide:
    """
    A part of what god ekonomisk hushållning is judged by, where the region says how (hushållningens sida).

    Attributes:
        part: Which part.
        join: How its own goals are joined, where that is stated.
        condition: Whether it must be met before any other part counts.
        text: The rule for it as written.
    """

    part: GehPart
    join: Join | None = None
    condition: bool = False
    text: str | None = None


@frozen(kw_only=True)
class GehRule:
    """
    Which goals count for god ekonomisk hushållning, and how the whole is judged (hushållningsregel).

    Goals count by level, by perspective (each says so itself) or by a mark on the goal. A region that
    judges goals as one set states ``join``, with ``conditions`` for those that come first. One that judges
    parts, and then joins them, states ``parts``, and ``join`` for those of them that are no condition.

    Attributes:
        by_mark: Whether goals count by a mark of their own.
        join: The region's own rule for the whole, or None where it states none.
        conditions: Ids of goals' levels that must be met before any other counts.
        parts: The parts that the rule names; a part that it does not name stands beside the whole.
        text: The rule as written or told.
        sources: Where it is said.

    Raises:
        InvalidValue: if it names a part twice, since nobody could tell which of the two holds.
    """

    by_mark: bool = False
    join: Join | None = None
    conditions: tuple[str, ...] = field(default=(), converter=as_tuple, metadata=within("levels"))
    parts: tuple[GehSide, ...] = field(default=(), converter=as_tuple)
    text: str | None = None
    sources: tuple[Source, ...] = field(default=(), converter=as_tuple)

    def __attrs_post_init__(self) -> None:
        named = Counter(each.part.value for each in self.parts)
        twice = [part for part, count in named.items() if count > 1]
        if twice:
            message = f"the part {twice[0]!r} stands more than once, expected each part once"
            raise InvalidValue("parts", message)

    @property
    def is_stated(self) -> bool:
        """Whether it says how the whole is judged, and not only which goals count."""
        return self.join is not None or bool(self.conditions) or bool(self.parts)


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
    limit_percent: Decimal | None = field(default=None, converter=as_decimal_if_any)
    sources: tuple[Source, ...] = field(default=(), converter=as_tuple)
