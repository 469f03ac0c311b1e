"""Targets and outcomes in tidy long form: one row a value."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import frozen

from regionstyrning.model.conditions import ConditionKind
from regionstyrning.model.indicators import Gender, Stage
from regionstyrning.model.limits import BasisKind

if TYPE_CHECKING:
    from datetime import date

    from regionstyrning.model.conditions import Condition
    from regionstyrning.model.indicators import Outcome, Target
    from regionstyrning.model.records import Record
    from regionstyrning.model.steering_model import SteeringModel

COLUMNS = ("region", "enhet_id", "indikator_id", "ar", "kolumn", "varde", "enhet", "kalla")
"""The columns of the table, in order."""

_LIMITS = {ConditionKind.AT_LEAST, ConditionKind.ABOVE, ConditionKind.AT_MOST, ConditionKind.BELOW}
_STAGES = {Stage.PLAN: "plan", Stage.FORECAST: "prognos", Stage.PRELIMINARY: "utfall_preliminar", Stage.FINAL: "utfall"}
_PLAIN = {None, BasisKind.YEAR}
_GENDERS = {Gender.WOMEN: "_kvinnor", Gender.MEN: "_man", Gender.TOTAL: "", None: ""}


@frozen(kw_only=True)
class TidyRow:
    """
    One value of an indicator.

    Attributes:
        region: Id of the model.
        enhet_id: For whom, as the code of the indicator's scopes; empty where none is named.
        indikator_id: Id of the indicator.
        ar: The year as a number; a part of one or several years as ``2022-01/2022-06`` or ``2027/2029``;
            empty where none is stated.
        kolumn: ``malvarde``, ``utfall`` or ``prognos``; what is not for the whole year's final total has
            a column of its own, so that no value is counted twice: ``utfall_preliminar``, ``plan``,
            and any of them with ``_kvinnor`` or ``_man``.
        varde: The number; the words of a grade or of a target that is no single limit; None for a missing value.
        enhet: The indicator's unit.
        kalla: Publications and places, joined with a bar.
    """

    region: str
    enhet_id: str
    indikator_id: str
    ar: int | str
    kolumn: str
    varde: Decimal | str | None
    enhet: str
    kalla: str

    @property
    def cells(self) -> tuple[Decimal | int | str | None, ...]:
        """The values in the order of the columns."""
        return tuple(getattr(self, name) for name in COLUMNS)


def tidy_rows(model: SteeringModel, *, on: date | None = None) -> tuple[TidyRow, ...]:
    """
    Targets and outcomes as they were known on a day, one row a value.

    Args:
        model: Any model.
        on: The day; the model's own if left out.

    Returns:
        Rows in order of indicator, unit, year and column. Of several outcomes for the same the one that
        was known last stands here; targets that several documents set for the same stand beside each other.
    """
    held = model.at(model.as_of if on is None else on)
    units = {indicator.id: indicator.unit or "" for indicator in held.indicators}

    def row(value: Target | Outcome, year: int | str, column: str, said: Decimal | str | None) -> TidyRow:
        return TidyRow(
            region=held.id,
            enhet_id=value.scope or "",
            indikator_id=value.indicator,
            ar=year,
            kolumn=column + _GENDERS[value.gender],
            varde=said,
            enhet=units.get(value.indicator, ""),
            kalla=_source(value),
        )

    targets = [
        row(target, year, "malvarde", said)
        for target in sorted(held.targets, key=lambda target: target.id)
        for year, said in _asked(target)
    ]
    outcomes: dict[tuple[str, ...], TidyRow] = {}
    for outcome in sorted(held.outcomes, key=_known):
        made = row(outcome, _year(outcome.year, outcome), _STAGES[outcome.stage], _found(outcome))
        outcomes[_place(made)] = made
    return tuple(sorted([*targets, *outcomes.values()], key=_place))


def _place(row: TidyRow) -> tuple[str, ...]:
    return row.indikator_id, row.enhet_id, str(row.ar), row.kolumn


def _known(outcome: Outcome) -> tuple[bool, str, str]:
    """What is carried over to another period comes before what was reported for its own, and so yields to it."""
    known = "" if outcome.known_on is None else outcome.known_on.isoformat()
    return outcome.reported_for is None, known, outcome.id


def _year(year: int, value: Target | Outcome) -> int | str:
    if value.part is None:
        return year
    return f"{year}-{value.part.first_month:02}/{year}-{value.part.last_month:02}"


def _span(target: Target) -> int | str:
    """The year or years of a target that has no row of years."""
    if target.year is not None:
        return _year(target.year, target)
    days = None if target.horizon is None else target.horizon.days
    first, last = (None, None) if days is None else (days.first, days.last)
    if first is not None and last is not None and first.year == last.year:
        return first.year
    ends = ["" if day is None else str(day.year) for day in (first, last)]
    return "/".join(ends) if any(ends) else ""


def _asked(target: Target) -> Iterator[tuple[int | str, Decimal | str]]:
    condition = target.condition
    basis = None if condition.basis is None else condition.basis.kind
    single = condition.kind in _LIMITS and basis in _PLAIN and condition.reference is None
    if single and condition.by_year:
        for each in condition.by_year:
            yield _year(each.year, target), each.value
    elif single and condition.value is not None:
        yield _span(target), condition.value
    else:
        yield _span(target), condition.grade or asked_words(condition)


def asked_words(condition: Condition) -> str:
    """
    What a target asks, as written; by its kind and limits where the wording is not kept.

    >>> from regionstyrning.model import all_of, at_least, between, keep
    >>> asked_words(all_of([at_least(4), between(1, "2.5"), keep()]))
    'alla av: minst 4, mellan 1 och 2.5, bibehålla'
    """
    if condition.text is not None:
        return condition.text
    kind = condition.kind.value
    if condition.parts:
        return f"{kind}: {', '.join(map(asked_words, condition.parts))}"
    if condition.kind is ConditionKind.BETWEEN:
        return f"{kind} {_figure(condition.low)} och {_figure(condition.high)}"
    reference = None if condition.reference is None else condition.reference.text
    years = ", ".join(f"{_figure(each.value)} ({each.year})" for each in condition.by_year)
    return " ".join(filter(None, (kind, _figure(condition.value), years, condition.grade, reference)))


def _figure(value: Decimal | None) -> str:
    return "" if value is None else format(value, "f")


def _found(outcome: Outcome) -> Decimal | str | None:
    return outcome.grade if outcome.value is None else outcome.value


def _source(record: Record) -> str:
    places = (": ".join(filter(None, (source.publication, source.place))) for source in record.sources)
    return " | ".join(dict.fromkeys(places))
