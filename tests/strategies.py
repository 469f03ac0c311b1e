"""
Records and models that Hypothesis makes, from the annotations of the classes.

They are valid: ends come after beginnings, an outcome is one of a value, a grade and a reason, and
no id or natural key stands twice. What they refer to need not exist.
"""

from __future__ import annotations

import string
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any

from attrs import evolve
from hypothesis import strategies as st

from regionstyrning.files.form.shapes import Shape, shapes
from regionstyrning.model import (
    CATALOGUES,
    Amount,
    Condition,
    ConditionKind,
    CycleStep,
    GehRule,
    GehSide,
    HorizonPhase,
    Indicator,
    Meeting,
    Missing,
    MonthDay,
    Organ,
    Outcome,
    Part,
    PlanningHorizon,
    Record,
    Statute,
    SteeringModel,
    Structure,
    Validity,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis.strategies import DrawFn, SearchStrategy

FEW = 2
"""How many of something a field holds at most."""

FILLED = 4
"""How many fields of a record that may be left out are filled in at most."""

_WORDS = string.ascii_lowercase + string.digits
_RARE = "åäöÅ§–≥ \n\t\"'\\#=[]{},:\x00\x1f\x7f\x85\u2028😀"

ids: SearchStrategy[str] = st.lists(st.text(_WORDS, min_size=1, max_size=3), min_size=1, max_size=2).map("-".join)
"""Ids of the right form."""

texts: SearchStrategy[str] = st.one_of(
    st.sampled_from(
        ["Mål", "NaN", "Infinity", "-0", "2025-01-01", "80", "true", "null", "E-4", "\\ud800", "ändå, x: y"]
    ),
    st.text(st.one_of(st.sampled_from(_RARE), st.sampled_from(_WORDS)), max_size=8),
)
"""Texts, some of which look like something else or need to be written with care."""

years: SearchStrategy[int] = st.integers(1, 9999)
days: SearchStrategy[date] = st.dates()

decimals: SearchStrategy[Decimal] = st.builds(
    lambda digits, exponent: Decimal(digits).scaleb(exponent), st.integers(-(10**12), 10**12), st.integers(-9, 3)
)
"""Decimals whose zeros count: 2.0 and 2.00 are both made."""

_PLAIN: dict[type, SearchStrategy[Any]] = {
    str: texts,
    int: st.one_of(st.integers(-5, 3000), st.integers(-(2**63), 2**64 - 1)),
    bool: st.booleans(),
    date: days,
    Decimal: decimals,
}


def records(cls: type[Any], **given: SearchStrategy[Any]) -> SearchStrategy[Any]:
    """
    Values of a class of records or of values in them.

    Args:
        cls: The class.
        given: What some of its fields are to hold.
    """
    return _drawn(cls, given)


@st.composite
def models(draw: DrawFn, most: int = FEW) -> SteeringModel:
    """
    Whole models.

    Args:
        draw: Given by Hypothesis.
        most: How many records a catalogue has at most.
    """
    taken: set[str] = set()
    held: dict[str, Any] = dict.fromkeys(CATALOGUES, ())
    for name in draw(st.lists(st.sampled_from(tuple(CATALOGUES)), unique=True, min_size=2, max_size=6)):
        listed = draw(
            st.lists(records(CATALOGUES[name]), min_size=1, max_size=most, unique_by=lambda record: str(record.id))
        )
        held[name] = tuple(record for record in listed if record.id not in taken)
        taken |= {record.id for record in listed}
    model: SteeringModel = draw(_drawn(SteeringModel, {name: st.just(records) for name, records in held.items()}))
    return model


@st.composite
def _drawn(draw: DrawFn, cls: type[Any], given: dict[str, SearchStrategy[Any]]) -> Any:  # noqa: ANN401 - any class
    values: dict[str, Any] = {name: draw(each) for name, each in given.items()}
    if cls in _RULES:
        values = {**draw(_RULES[cls]()), **values}
    left = {name: shape for name, shape in shapes(cls).items() if name not in values}
    may = [name for name, shape in left.items() if not shape.required]
    fill = draw(st.lists(st.sampled_from(may), unique=True, max_size=FILLED)) if may else []
    for name, shape in left.items():
        if shape.required or name in fill:
            values[name] = draw(_field(cls, shape))
    return cls(**values)


def _field(cls: type, shape: Shape) -> SearchStrategy[Any]:
    if shape.name == "id" and issubclass(cls, Record):
        return ids
    if shape.element is int and shape.name.endswith("year"):
        return years
    if (cls, shape.name) in _OWN_IDS:
        return st.lists(records(shape.element), max_size=FEW).map(lambda values: _numbered(shape.name, values))
    each = _element(shape.element)
    return st.lists(each, max_size=FEW).map(tuple) if shape.many else each


def _element(cls: type) -> SearchStrategy[Any]:
    if cls in _PLAIN:
        return _PLAIN[cls]
    return st.sampled_from(cls) if issubclass(cls, Enum) else records(cls)


def _numbered(part: str, values: list[Any]) -> tuple[Any, ...]:
    """Values with ids that are unique in their record, and of no record."""
    name = part.replace("_", "-")
    return tuple(evolve(value, id=f"{name}-{number}") for number, value in enumerate(values))


_OWN_IDS = {
    *((Structure, name) for name, shape in shapes(Structure).items() if hasattr(shape.element, "id")),
    (Organ, "roles"),
    (Statute, "provisions"),
    (Indicator, "scopes"),
}
"""Fields that hold values with ids of their own."""


@st.composite
def _in_order(draw: DrawFn, low: str, high: str, ends: SearchStrategy[Any]) -> dict[str, Any]:
    """Two ends of which the one is not after the other; either may be open."""
    first, last = sorted((draw(ends), draw(ends)))
    both = {low: first, high: last}
    return {**dict.fromkeys(both), **draw(st.sampled_from([both, {low: first}, {high: last}, {}]))}


@st.composite
def _horizon(draw: DrawFn) -> dict[str, Any]:
    span = draw(_in_order("at_least_years", "at_most_years", st.integers(0, 50)))
    by_days, by_years = _in_order("first", "last", days), _in_order("first_year", "last_year", st.integers(1900, 2100))
    held = draw(st.one_of(by_days, by_years))
    if held.get("first_year") is not None and held["last_year"] is None:
        held |= draw(st.sampled_from([{}, {"plan_years": 2}]))
    ends = ("first", "last", "first_year", "last_year", "plan_years", "at_least_years", "at_most_years")
    return {**dict.fromkeys(ends), **span, **held}


@st.composite
def _month_day(draw: DrawFn) -> dict[str, Any]:
    return {"month": draw(st.integers(1, 12)), "day": draw(st.one_of(st.none(), st.integers(1, 29)))}


@st.composite
def _part(draw: DrawFn) -> dict[str, Any]:
    first, last = sorted((draw(st.integers(1, 12)), draw(st.integers(1, 12))))
    return {"first_month": first, "last_month": last}


@st.composite
def _meeting(draw: DrawFn) -> dict[str, Any]:
    on, until = sorted((draw(days), draw(days)))
    return {"on": on, "until": draw(st.sampled_from([None, until]))}


@st.composite
def _outcome(draw: DrawFn) -> dict[str, Any]:
    one_of: dict[str, SearchStrategy[Any]] = {"value": decimals, "grade": texts, "missing": st.sampled_from(Missing)}
    given = draw(st.sampled_from(tuple(one_of)))
    return {**dict.fromkeys(one_of), given: draw(one_of[given])}


@st.composite
def _phase(draw: DrawFn) -> dict[str, Any]:
    first, last = sorted((draw(years), draw(years)))
    return {"first_year": first, "last_year": draw(st.sampled_from([last, None]))}


@st.composite
def _amount(draw: DrawFn) -> dict[str, Any]:
    first, last = sorted((draw(years), draw(years)))
    return {"year": first, "last_year": draw(st.sampled_from([last, None]))}


@st.composite
def _geh_rule(draw: DrawFn) -> dict[str, Any]:
    """A rule that names each part of the whole once."""
    return {"parts": draw(st.lists(records(GehSide), max_size=FEW, unique_by=lambda side: side.part))}


@st.composite
def _condition(draw: DrawFn) -> dict[str, Any]:
    kind = draw(st.sampled_from(ConditionKind))
    joins = kind in {ConditionKind.ALL_OF, ConditionKind.ANY_OF}
    low, high = sorted((draw(decimals), draw(decimals)))
    parts = draw(st.lists(_leaves, min_size=1, max_size=FEW)) if joins else []
    return {"kind": kind, "value": draw(decimals), "low": low, "high": high, "grade": draw(texts), "parts": parts}


@st.composite
def _step(draw: DrawFn) -> dict[str, Any]:
    first, every = st.integers(1, 12), st.integers(1, 2**64 - 1)
    return {"first_month": draw(st.one_of(st.none(), first)), "every_years": draw(st.one_of(st.none(), every))}


_RULES: dict[type, Callable[[], SearchStrategy[dict[str, Any]]]] = {
    Amount: _amount,
    Condition: _condition,
    CycleStep: _step,
    GehRule: _geh_rule,
    HorizonPhase: _phase,
    Meeting: _meeting,
    MonthDay: _month_day,
    Outcome: _outcome,
    Part: _part,
    PlanningHorizon: _horizon,
    Validity: lambda: _in_order("first", "last", days),
}
"""What the fields of some classes hold together."""

_leaves = st.one_of(
    records(Condition, kind=st.just(ConditionKind.PENDING), parts=st.just(())), st.deferred(lambda: records(Condition))
)
