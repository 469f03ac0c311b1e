"""Printed amounts as figures in mnkr: which one is followed, and which say something else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import frozen

from regionstyrning.model.dates import period_named, period_words
from regionstyrning.model.economy import LINES, Amount, AmountStage, Precision, Unit
from regionstyrning.model.in_force import effects_by, known_from

if TYPE_CHECKING:
    from regionstyrning.model.dates import Part
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.text.sentences import Language

_SHIFTS = {Unit.MNKR: 0, Unit.TKR: -3, Unit.SEK: -6}


@frozen(kw_only=True)
class Scope:
    """
    Whose figures, of when and at which stage (avgränsning).

    Attributes:
        year: The year.
        stage: Outcome, preliminary, forecast, budget, plan, proposal or aim.
        organ: Id of the organ; the legal person itself for the region.
        group: Whether they are for the whole group (koncern).
        part: The part of the year.
        document: Id of the one document to look in; None for all.
    """

    year: int
    stage: AmountStage
    organ: str
    group: bool = False
    part: Part | None = None
    document: str | None = None

    @property
    def period(self) -> str:
        """The year, or the months of the part of it, as programs have it."""
        return period_words(self.year, self.part)

    def named(self, lang: Language = "sv") -> str:
        """The year, or the months of the part of it, by name."""
        return period_named(self.year, self.part, lang)

    def covers(self, amount: Amount) -> bool:
        """Whether an amount is one of them; a sum over several years never is."""
        return (
            amount.year == self.year
            and amount.stage is self.stage
            and amount.organ == self.organ
            and amount.group == self.group
            and amount.part == self.part
            and amount.last_year in {None, self.year}
            and self.document in {None, amount.document}
        )


@frozen(kw_only=True)
class Figure:
    """
    A printed amount in mnkr (tal).

    Attributes:
        amount: The record.
        value: The figure in mnkr; None if it cannot be read, or is no money.
        digit: One unit in its last printed place, in mnkr.
        reading: How an open point reads it otherwise, in its words; None for the amount as it is recorded.
    """

    amount: Amount
    value: Decimal | None
    digit: Decimal
    reading: str | None = None

    @property
    def approximate(self) -> bool:
        """Whether the source says only about how much it is."""
        return self.amount.precision is not Precision.EXACT


def figure(amount: Amount, reading: str | None = None) -> Figure:
    """
    An amount in mnkr, exactly; tkr and kronor are a thousandth and a millionth.

    Args:
        amount: The record.
        reading: How an open point reads it, if it does.
    """
    shift = _SHIFTS.get(amount.unit)
    if amount.value is None or shift is None:
        return Figure(amount=amount, value=None, digit=Decimal(0), reading=reading)
    last = int(amount.value.as_tuple().exponent)
    return Figure(
        amount=amount, value=amount.value.scaleb(shift), digit=Decimal(1).scaleb(last + shift), reading=reading
    )


@frozen(kw_only=True)
class Entry:
    """
    What is printed on one line (post på en rad).

    Attributes:
        figures: The one that is followed, then its rivals with other values.
        also: What was printed of it on other days.
    """

    figures: tuple[Figure, ...]
    also: tuple[Figure, ...] = ()


def entries(model: SteeringModel, scope: Scope) -> Mapping[str, Entry]:
    """
    The lines with a figure, each with its rivals.

    Accounts are what was printed first, since what is printed of a year later does not change
    them; forecasts, budgets and plans are what was printed last. What is printed on one day with
    several values, and what an open point reads otherwise, are rivals.

    Args:
        model: The model.
        scope: Whose figures, of when and at which stage.
    """
    days = _days(model)
    by_line: defaultdict[str, list[Figure]] = defaultdict(list)
    for amount in model.amounts:
        if amount.line in LINES and scope.covers(amount):
            by_line[str(amount.line)].append(figure(amount))
    rivals = _rivals(model, scope)
    return {line: _entry(found, days, scope.stage, rivals.get(line, ())) for line, found in by_line.items()}


def unplaced(model: SteeringModel, scope: Scope) -> tuple[Figure, ...]:
    """
    What is printed beside the lines: lines that the layout lacks, and lumps of several.

    Args:
        model: The model.
        scope: Whose figures, of when and at which stage.
    """
    found = [figure(each) for each in model.amounts if each.line not in LINES and scope.covers(each)]
    return tuple(sorted(found, key=lambda each: each.amount.id))


def _entry(found: list[Figure], days: Mapping[str, date], stage: AmountStage, rivals: tuple[Figure, ...]) -> Entry:
    first_counts = stage in {AmountStage.OUTCOME, AmountStage.PRELIMINARY}
    unknown = date.max if first_counts else date.min

    def day(each: Figure) -> date:
        return each.amount.on or days.get(each.amount.document or "", unknown)

    chosen = (min if first_counts else max)(map(day, found))
    ordered = sorted(found, key=lambda each: (each.approximate, each.value is None, each.amount.id))
    same = [each for each in ordered if day(each) == chosen]
    if not same[0].approximate:  # "about as much" is no rival to the figure itself
        same = [each for each in same if not each.approximate]
    figures: list[Figure] = []
    for each in (*same, *rivals):
        if each.value not in {other.value for other in figures}:
            figures.append(each)
    return Entry(figures=tuple(figures), also=tuple(each for each in ordered if each not in same))


def _days(model: SteeringModel) -> Mapping[str, date]:
    """The day when each document or publication became known, where one is known."""
    found: dict[str, date] | None = model.memo.get("printed-days")
    if found is None:
        effects = effects_by(model, model.as_of)
        known = {each.id: each.published for each in model.publications}
        known |= {each.id: known_from(each, effects) for each in model.documents}
        found = model.memo["printed-days"] = {id: day for id, day in known.items() if day is not None}
    return found


def _rivals(model: SteeringModel, scope: Scope) -> Mapping[str, tuple[Figure, ...]]:
    """What the open points read otherwise, line by line; a figure that falls away under a reading is unknown."""
    found: defaultdict[str, list[Figure]] = defaultdict(list)
    for text, amounts, without in _readings(model):
        here = [each for each in amounts if each.line in LINES and scope.covers(each)]
        for each in here:
            found[str(each.line)].append(figure(each, text))
        replaced = {each.line for each in here}
        for id in without:
            gone = model.keyed.get(id)
            if isinstance(gone, Amount) and gone.line not in {None, *replaced} and scope.covers(gone):
                found[str(gone.line)].append(Figure(amount=gone, value=None, digit=Decimal(0), reading=text))
    return {line: tuple(figures) for line, figures in found.items()}


def _readings(model: SteeringModel) -> Iterator[tuple[str, tuple[Amount, ...], tuple[str, ...]]]:
    for point in sorted(model.open_points, key=lambda point: point.id):
        for rival in point.rivals:
            if not rival.preferred:
                yield rival.text, rival.amounts, rival.without
