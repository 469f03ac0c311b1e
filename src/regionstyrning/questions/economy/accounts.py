"""Accounts and budgets as views of printed amounts, with their sums checked and never mended."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import field, frozen

from regionstyrning.errors import InvalidValue
from regionstyrning.model.dates import check_year, years
from regionstyrning.model.economy import LINES, AmountStage
from regionstyrning.questions.answers import Answer, Step, told_below
from regionstyrning.questions.economy.checks import Check, checks_of, rest_of
from regionstyrning.questions.economy.figures import Entry, Figure, Scope, entries, unplaced
from regionstyrning.questions.economy.telling import (
    ACCOUNTS,
    STAGE,
    figure_row,
    figure_steps,
    remark,
    rival_lines,
    together,
)
from regionstyrning.questions.economy.year_law import year_law
from regionstyrning.text.tables import text_table

if TYPE_CHECKING:
    from regionstyrning.model.dates import Part
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.text.sentences import Language

STAGES = (
    AmountStage.OUTCOME,
    AmountStage.PRELIMINARY,
    AmountStage.FORECAST,
    AmountStage.BUDGET,
    AmountStage.PLAN,
)
"""The stages that are asked in turn when none is named: what has happened before what is expected."""


@frozen(kw_only=True, repr=False)
class Accounts(Answer):
    """
    The figures of a year on the lines of the law (räkenskaper).

    Attributes:
        about: Id of the organ whose they are.
        on: The last day of the year or of its part.
        scope: Whose figures, of when and at which stage.
        entries: What is printed on each line, in the order of the layout.
        unplaced: What is printed beside them: lines that the layout lacks and lumps of several.
        rest: Lines that are not printed and follow from the others.
        checks: The sums that are printed, against their parts.
        law: The paragraphs on each line, with the fiscal years that they are applied to.
    """

    _read: ClassVar[str] = "entries"

    scope: Scope
    entries: Mapping[str, Entry] = field(eq=False)
    unplaced: tuple[Figure, ...]
    rest: Mapping[str, Decimal] = field(eq=False)
    checks: tuple[Check, ...]
    law: Mapping[str, str] = field(eq=False, repr=False)

    def value(self, line: str) -> Decimal | None:
        """The figure on a line in mnkr, as printed or as it follows from the others; None if neither."""
        entry = self.entries.get(line)
        return self.rest.get(line) if entry is None else entry.figures[0].value

    def range_of(self, line: str) -> tuple[Decimal, Decimal] | None:
        """The lowest and highest of a line's readings; None if one of them is not known."""
        entry = self.entries.get(line)
        values = [self.rest.get(line)] if entry is None else [each.value for each in entry.figures]
        known = [value for value in values if value is not None]
        return (min(known), max(known)) if known and len(known) == len(values) else None

    @property
    def lines(self) -> tuple[str, ...]:
        """Ids of the lines that have a figure, printed or following, in the order of the layout."""
        return tuple(line for line in LINES if line in self.entries or line in self.rest)

    def text(self, lang: Language = "sv", *, width: int = 80) -> str:
        """The lines as a table, with what does not close below it."""
        told = [self._row(line, lang) for line in self.lines]
        told += [(each.amount.title, each.value, remark(each, lang)) for each in self.unplaced]
        numbers = together([value for _, value, _ in told], lang)
        rows = [[title, value, said] for (title, _, said), value in zip(told, numbers, strict=True)]
        title = ACCOUNTS["title"].say(lang, year=self.scope.named(lang), stage=STAGE[self.scope.stage].say(lang))
        headers = [ACCOUNTS[name].say(lang) for name in ("line", "amount", "remark")]
        return "\n".join([title, "", text_table(headers, rows, width), *told_below(self.what_is_missing(lang), width)])

    def to_records(self) -> list[dict[str, Any]]:
        """One row a figure: line, title, value in mnkr, as printed, unit, document, record, remark."""
        printed = [
            figure_row(line, each, role)
            for line in self.lines
            for role, figures in (("tryckt", self._figures(line)), ("annan dag", self._also(line)))
            for each in figures
        ]
        follows = [
            {
                **dict.fromkeys(_COLUMNS),
                "line": line,
                "title": LINES[line],
                "mnkr": value,
                "remark": "följer av de andra",
            }
            for line, value in self.rest.items()
        ]
        return [*printed, *follows, *(figure_row(None, each, "vid sidan av") for each in self.unplaced)]

    @property
    def steps(self) -> tuple[Step, ...]:
        """Each printed figure with its source and the paragraph on its line."""
        return tuple(step for line in self.lines for step in figure_steps(self._figures(line), self.law.get(line)))

    def what_is_missing(self, lang: Language = "sv") -> Iterator[str]:
        """Sums that do not close or cannot be tried, and lines with rival values, each in a sentence."""
        for check in self.checks:
            if check.closes is not True:
                yield check.text(lang)
        for line in self.lines:
            yield from rival_lines(LINES[line], self._figures(line), lang)

    def _figures(self, line: str) -> tuple[Figure, ...]:
        return self.entries[line].figures if line in self.entries else ()

    def _also(self, line: str) -> tuple[Figure, ...]:
        return self.entries[line].also if line in self.entries else ()

    def _row(self, line: str, lang: Language) -> tuple[str, Decimal | None, str]:
        figures = self._figures(line)
        if not figures:
            return LINES[line], self.rest[line], ACCOUNTS["follows"].say(lang)
        return LINES[line], figures[0].value, remark(figures[0], lang)


_COLUMNS = ("line", "title", "mnkr", "printed", "unit", "document", "record", "remark")


def accounts(  # noqa: PLR0913 - each narrows the view
    model: SteeringModel,
    year: int,
    stage: AmountStage | None = None,
    *,
    organ: str | None = None,
    group: bool = False,
    part: Part | None = None,
    document: str | None = None,
) -> Accounts:
    """
    The accounts, forecast, budget or plan of a year.

    Args:
        model: The model.
        year: The year.
        stage: The stage; left out the first that has any figure: outcome, preliminary outcome,
            forecast, budget, plan.
        organ: Id of the organ; the region itself if left out.
        group: Whether to show the whole group (koncern).
        part: A part of the year.
        document: Id of the only document to look in.

    Returns:
        The lines as they are printed. Sums are checked and never mended.

    Raises:
        InvalidValue: if the calendar has no such year, or no organ is named and the model says of no legal person.
        UnknownId: if no organ has the id.
    """
    check_year("year", year)
    whose = model.legal_person if organ is None else str(model[organ].id)
    if whose is None:
        raise InvalidValue("organ", "the model names no legal person. Name the organ")
    scopes = [
        Scope(year=year, stage=each, organ=whose, group=group, part=part, document=document)
        for each in (STAGES if stage is None else (stage,))
    ]
    held = {each.stage for each in model.amounts for scope in scopes if scope.covers(each)}
    scope = next((scope for scope in scopes if scope.stage in held), scopes[0])
    return _view(model, scope)


def _view(model: SteeringModel, scope: Scope) -> Accounts:
    key = ("accounts", scope)
    found: Accounts | None = model.memo.get(key)
    if found is None:
        printed = entries(model, scope)
        beside = unplaced(model, scope)
        days = years(scope.year, scope.year) if scope.part is None else scope.part.days(scope.year)
        law = year_law(model, scope.year)
        found = model.memo[key] = Accounts(
            about=scope.organ,
            on=days.last or date.max,
            scope=scope,
            entries={line: printed[line] for line in LINES if line in printed},
            unplaced=beside,
            rest=rest_of(printed),
            checks=checks_of(printed, beside),
            law={line: law.cited(line) for line in law.rules},
        )
    return found
