"""What a target asks, exactly as the plans write it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import Enum
from typing import Any

from attrs import field, frozen

from regionstyrning.errors import InvalidValue
from regionstyrning.model.limits import Basis, Partly, ValueReference, YearValue
from regionstyrning.model.records import Number, as_decimal, as_decimal_if_any, as_tuple
from regionstyrning.model.scales import Meaning

DEEPEST = 16
"""How many layers of conditions may stand in one another; no plan comes near."""


class ConditionKind(Enum):
    """What is asked (villkorets slag)."""

    AT_LEAST = "minst"
    ABOVE = "över"
    AT_MOST = "högst"
    BELOW = "under"
    BETWEEN = "mellan"
    GRADE = "betyg"
    KEEP = "bibehålla"
    INCREASE = "öka"
    DECREASE = "minska"
    KEEP_OR_INCREASE = "bibehålla eller öka"
    KEEP_OR_DECREASE = "bibehålla eller minska"
    CHANGE_BY = "ändra med"
    ALL_OF = "alla av"
    ANY_OF = "någon av"
    PENDING = "ska utarbetas"


_NEEDS: dict[ConditionKind, tuple[str, ...]] = {
    ConditionKind.AT_LEAST: ("value", "by_year", "reference"),
    ConditionKind.ABOVE: ("value", "by_year", "reference"),
    ConditionKind.AT_MOST: ("value", "by_year", "reference"),
    ConditionKind.BELOW: ("value", "by_year", "reference"),
    ConditionKind.CHANGE_BY: ("value", "by_year", "reference"),
    ConditionKind.BETWEEN: ("low", "high"),
    ConditionKind.GRADE: ("grade",),
    ConditionKind.ALL_OF: ("parts",),
    ConditionKind.ANY_OF: ("parts",),
}


@frozen(kw_only=True)
class Condition:
    """
    What a target asks (villkor): one class with a kind and the few fields that the kinds need.

    Attributes:
        kind: What is asked.
        value: The limit, in the indicator's unit.
        by_year: A row of limits, one a year.
        reference: The limit as another value.
        low: The lower limit of a band.
        high: The upper limit of a band.
        outside_low: What a value under the band means; None if the source does not say.
        outside_high: What a value over the band means; None if the source does not say.
        grade: The word asked for.
        parts: The conditions joined.
        basis: What the limit is held against; None for the year itself.
        partly: What counts as partly met.
        every_unit: Whether each unit must reach it by itself.
        text: The wording as written.

    Raises:
        InvalidValue: if the kind lacks what it needs, or conditions stand too deep in one another.
    """

    kind: ConditionKind
    value: Decimal | None = field(default=None, converter=as_decimal_if_any)
    by_year: tuple[YearValue, ...] = field(default=(), converter=as_tuple)
    reference: ValueReference | None = None
    low: Decimal | None = field(default=None, converter=as_decimal_if_any)
    high: Decimal | None = field(default=None, converter=as_decimal_if_any)
    outside_low: Meaning | None = None
    outside_high: Meaning | None = None
    grade: str | None = None
    parts: tuple[Condition, ...] = field(default=(), converter=as_tuple)
    basis: Basis | None = None
    partly: Partly | None = None
    every_unit: bool = False
    text: str | None = None

    def __attrs_post_init__(self) -> None:
        if self.parts and _layers(self) > DEEPEST:
            message = f"conditions within conditions, expected at most {DEEPEST} layers"
            raise InvalidValue("parts", message)
        needs = _NEEDS.get(self.kind, ())
        if needs and all(getattr(self, name) in {None, ()} for name in needs):
            message = f"a condition of kind {self.kind.value!r} needs {' or '.join(needs)}"
            raise InvalidValue("kind", message)
        if self.low is not None and self.high is not None and self.low > self.high:
            message = f"low {self.low} is above high {self.high}"
            raise InvalidValue("low", message)


def _layers(condition: Condition) -> int:
    count, layer = 0, [condition]
    while layer:
        count += 1
        layer = [part for each in layer for part in each.parts]
    return count


def _decimal(value: Number) -> Decimal:
    number = as_decimal(value)
    if not number.is_finite():
        message = f"expected a finite number, found {value!r}"
        raise InvalidValue("value", message)
    return number


def _limit(kind: ConditionKind, value: Number | None, more: Mapping[str, Any]) -> Condition:
    return Condition(kind=kind, value=None if value is None else _decimal(value), **more)


def at_least(value: Number | None = None, **more: Any) -> Condition:  # noqa: ANN401 - any field of the record
    """
    A value at or over the limit (minst).

    Args:
        value: The limit; None where ``by_year`` or ``reference`` says it.
        more: Other fields of `Condition`.
    """
    return _limit(ConditionKind.AT_LEAST, value, more)


def above(value: Number | None = None, **more: Any) -> Condition:  # noqa: ANN401 - any field of the record
    """
    A value over the limit (över).

    >>> above(75).value
    Decimal('75')
    """
    return _limit(ConditionKind.ABOVE, value, more)


def at_most(value: Number | None = None, **more: Any) -> Condition:  # noqa: ANN401 - any field of the record
    """A value at or under the limit (högst)."""
    return _limit(ConditionKind.AT_MOST, value, more)


def below(value: Number | None = None, **more: Any) -> Condition:  # noqa: ANN401 - any field of the record
    """A value under the limit (under)."""
    return _limit(ConditionKind.BELOW, value, more)


def between(low: Number, high: Number, **more: Any) -> Condition:  # noqa: ANN401 - any field of the record
    """A value in a band, both limits included (mellan)."""
    return Condition(kind=ConditionKind.BETWEEN, low=_decimal(low), high=_decimal(high), **more)


def grade(word: str, **more: Any) -> Condition:  # noqa: ANN401 - any field of the record
    """A word of a scale, or a better one (betyg)."""
    return Condition(kind=ConditionKind.GRADE, grade=word, **more)


def keep(**more: Any) -> Condition:  # noqa: ANN401 - any field of the record
    """The same as the outcome before (bibehålla)."""
    return Condition(kind=ConditionKind.KEEP, **more)


def increase(**more: Any) -> Condition:  # noqa: ANN401 - any field of the record
    """More than the outcome before (öka)."""
    return Condition(kind=ConditionKind.INCREASE, **more)


def decrease(**more: Any) -> Condition:  # noqa: ANN401 - any field of the record
    """Less than the outcome before (minska)."""
    return Condition(kind=ConditionKind.DECREASE, **more)


def keep_or_increase(**more: Any) -> Condition:  # noqa: ANN401 - any field of the record
    """No less than the outcome before (bibehålla eller öka)."""
    return Condition(kind=ConditionKind.KEEP_OR_INCREASE, **more)


def keep_or_decrease(**more: Any) -> Condition:  # noqa: ANN401 - any field of the record
    """No more than the outcome before (bibehålla eller minska)."""
    return Condition(kind=ConditionKind.KEEP_OR_DECREASE, **more)


def change_by(value: Number | None = None, **more: Any) -> Condition:  # noqa: ANN401 - any field of the record
    """A change of a size, with its sign (ändra med)."""
    return _limit(ConditionKind.CHANGE_BY, value, more)


def all_of(parts: Iterable[Condition], **more: Any) -> Condition:  # noqa: ANN401 - any field of the record
    """Every one of several conditions (alla av)."""
    return Condition(kind=ConditionKind.ALL_OF, parts=parts, **more)


def any_of(parts: Iterable[Condition], **more: Any) -> Condition:  # noqa: ANN401 - any field of the record
    """At least one of several conditions (någon av)."""
    return Condition(kind=ConditionKind.ANY_OF, parts=parts, **more)


def pending(**more: Any) -> Condition:  # noqa: ANN401 - any field of the record
    """A target that is still to be worked out (ska utarbetas)."""
    return Condition(kind=ConditionKind.PENDING, **more)
