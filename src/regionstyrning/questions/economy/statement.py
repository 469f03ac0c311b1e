"""The balance statement of a year (balanskravsutredning), every line with its rule."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import MINYEAR, date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import field, frozen

from regionstyrning.law import STANDARD, Policies
from regionstyrning.model.dates import years
from regionstyrning.model.economy import LINES, AmountStage, Unit
from regionstyrning.model.records import as_tuple
from regionstyrning.questions.answers import Answer, Step
from regionstyrning.questions.economy import statement_text as told
from regionstyrning.questions.economy.accounts import Accounts, accounts
from regionstyrning.questions.economy.books import Ledger, ledger, statement_of
from regionstyrning.questions.economy.computed import ADJUSTMENTS, RESERVES, Computed
from regionstyrning.questions.economy.layout import ADJUSTED, BALANCE, EQUALISATION_USED, RESERVED, RESULT, SPLIT, USED
from regionstyrning.questions.economy.limits import Most
from regionstyrning.questions.economy.readings import Reading, readings
from regionstyrning.questions.economy.reserving import most_reserved, most_uses
from regionstyrning.questions.economy.telling import figure_steps
from regionstyrning.questions.economy.year_law import year_law

if TYPE_CHECKING:
    from regionstyrning.model.records import Source
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.text.sentences import Language

ZERO = Decimal(0)


@frozen(kw_only=True)
class StatementLine:
    """
    A line of the balance statement (rad i balanskravsutredningen).

    Attributes:
        line: Its id.
        title: As the law's layout names it, or as printed for a line that the layout lacks.
        amount: What is counted, in mnkr with its sign in the sum; None if it is not known.
        printed: What is printed, in mnkr; None if nothing is.
        record: Id of the amount; None for a line that is only counted.
        source: Where it is said.
        rule: The paragraphs, each with the fiscal years that it is applied to; empty for a line that
            the law of the year does not count.
        total: Whether it is a result and not a part of one.
    """

    line: str | None
    title: str
    amount: Decimal | None
    printed: Decimal | None = None
    record: str | None = None
    source: Source | None = None
    rule: str = ""
    total: bool = False


@frozen(kw_only=True, eq=False, repr=False)
class BalanceStatement(Answer):
    """
    A year's balance statement, with the ledger and what may be reserved and used (balanskravsutredning).

    Attributes:
        about: Id of the legal person.
        on: The last day of the year.
        year: The fiscal year.
        stage: What the figures are: outcome, forecast, budget …
        lines: In the order of the layout; amounts that the layout lacks stand last and are not counted.
        computed: The results as the law counts them and as they are printed.
        most_reserved: What may be reserved at most.
        most_used: What may be used at most of each reserve.
        ledger: Deficits at the end of the year.
        readings: The results under every other reading of a printed figure.
        accounts: The figures it rests on.
        policies: How the law is read where it leaves that open.
    """

    _read: ClassVar[str] = "balance_result"

    year: int
    stage: AmountStage
    lines: tuple[StatementLine, ...] = field(converter=as_tuple)
    computed: Computed
    most_reserved: Most
    most_used: tuple[Most, ...] = field(converter=as_tuple)
    ledger: Ledger
    readings: tuple[Reading, ...] = field(converter=as_tuple)
    accounts: Accounts
    policies: Policies

    @property
    def result(self) -> Decimal | None:
        """The result of the year, in mnkr."""
        return self.computed.result

    @property
    def result_after_adjustments(self) -> Decimal | None:
        """The result after the adjustments of the balance requirement."""
        return self.computed.adjusted.value

    @property
    def balance_result(self) -> Decimal | None:
        """The balance result; None if it is not known."""
        return self.computed.balance.value

    @property
    def balance_range(self) -> tuple[Decimal, Decimal] | None:
        """The lowest and highest balance result of all readings; None if one is not known."""
        values = [self.balance_result, *(each.balance for each in self.readings)]
        known = [value for value in values if value is not None]
        return (min(known), max(known)) if len(known) == len(values) else None

    @property
    def without_equalisation(self) -> Decimal | None:
        """The balance result without what was used of a resultatutjämningsreserv."""
        used = self.computed.counted.get(EQUALISATION_USED, ZERO)
        return None if self.balance_result is None else self.balance_result - used

    @property
    def reserved(self) -> Decimal | None:
        """What is reserved, not negative; None if it is not printed."""
        found = self.computed.counted.get(RESERVED)
        return None if found is None else -found

    @property
    def used(self) -> Decimal | None:
        """What is used of all reserves; None if it is not printed."""
        found = [self.computed.counted[line] for line in (USED, EQUALISATION_USED) if line in self.computed.counted]
        return sum(found, ZERO) if found else None

    def headline(self, lang: Language = "sv") -> str:
        """The balance result in a sentence."""
        return told.headline(self, lang)

    def text(self, lang: Language = "sv", *, width: int = 80) -> str:
        """The balance result in a sentence, with what is missing below."""
        return "\n".join([self.headline(lang), *told.below(self.what_is_missing(lang), width)])

    def explain(self, lang: Language = "sv", *, width: int = 80) -> str:
        """The table that an annual report prints, with the rule of every line, the limits and the ledger."""
        return told.explained(self, lang, width)

    def to_records(self) -> list[dict[str, Any]]:
        """One row a line: line, title, amount, printed, record, rule, total."""
        return [
            {
                "line": each.line,
                "title": each.title,
                "amount": each.amount,
                "printed": each.printed,
                "record": each.record,
                "rule": each.rule,
                "total": each.total,
            }
            for each in self.lines
        ]

    @property
    def steps(self) -> tuple[Step, ...]:
        """Each printed figure that is counted, with its source and rule."""
        return tuple(
            step
            for line in self.lines
            if line.line is not None and line.line in self.accounts.entries
            for step in figure_steps(self.accounts.entries[line.line].figures[:1], line.rule or None)
        )

    def what_is_missing(self, lang: Language = "sv") -> Iterator[str]:
        """What cannot be computed, does not agree or has several readings, each in a sentence."""
        yield from told.missing(self, lang)
        # That the year itself is read in several ways is told already.
        yield from (each for each in self.ledger.what_is_missing(lang) if each != self.ledger.read(self.year, lang))


def balance_statement(
    model: SteeringModel, year: int, *, stage: AmountStage | None = None, policies: Policies = STANDARD
) -> BalanceStatement:
    """
    Make the balance statement of a fiscal year, by the law of that year.

    Args:
        model: The model.
        year: The fiscal year.
        stage: Outcome, forecast, budget or plan; left out the first of these that has any figure.
        policies: How the law is read where it leaves that open.

    Returns:
        Every line with its rule. What is not printed is not taken to be zero, unless the printed
        result closes without it. Decisions and figures of later years change nothing.

    Raises:
        InvalidValue: if the calendar has no such year, or the model says of no legal person.

    Source:
        LKBR 11:10–11, KL 11:12–14; before 2019 KRL 4:3 a.

    >>> balance_statement(model, 2025).balance_result
    Decimal('160.0')
    """
    key = ("balance-statement", year, stage, policies)
    found: BalanceStatement | None = model.memo.get(key)
    if found is None:
        found = model.memo[key] = _made(model, year, stage, policies)
    return found


def _made(model: SteeringModel, year: int, stage: AmountStage | None, policies: Policies) -> BalanceStatement:
    law = year_law(model, year, policies)
    view, done = statement_of(model, year, policies, stage)
    before = accounts(model, max(year - 1, MINYEAR))
    last = years(None, year).last or date.max
    structure = model.structure_on(last)
    # What is decided in the year on older deficits counts before anything is reserved.
    low, high = ledger(model, year - 1, policies, until=last).outstanding if year > MINYEAR else (ZERO, ZERO)
    older = low if low == high else None
    return BalanceStatement(
        about=view.about,
        on=last,
        year=year,
        stage=view.scope.stage,
        lines=_lines(view, done),
        computed=done,
        most_reserved=most_reserved(law, view, done, before=before, older=older, structure=structure),
        most_used=most_uses(law, view, done, before=before, structure=structure),
        ledger=ledger(model, year, policies, stage=stage),
        readings=readings(view, law, done),
        accounts=view,
        policies=policies,
    )


def _lines(view: Accounts, done: Computed) -> Iterator[StatementLine]:
    totals = {RESULT: done.result, ADJUSTED: done.adjusted.value, BALANCE: done.balance.value}
    for line in (RESULT, *_printed(view, ADJUSTMENTS), ADJUSTED, *_printed(view, RESERVES), BALANCE):
        yield _line(view, line, totals.get(line, done.counted.get(line)), total=line in totals)
    for each in (figure for figure in view.unplaced if figure.amount.unit is not Unit.PERCENT):
        yield StatementLine(
            line=None,
            title=each.amount.title,
            amount=None,
            printed=each.value,
            record=each.amount.id,
            source=next(iter(each.amount.sources), None),
        )


def _printed(view: Accounts, lines: tuple[str, ...]) -> Iterator[str]:
    for line in lines:
        for each in (*SPLIT.get(line, ()), line):
            if each in view.entries:
                yield each


def _line(view: Accounts, line: str, amount: Decimal | None, *, total: bool) -> StatementLine:
    entry = view.entries.get(line)
    printed = None if entry is None else entry.figures[0]
    return StatementLine(
        line=line,
        title=LINES[line] if printed is None or total else printed.amount.title,
        amount=amount,
        printed=None if printed is None else printed.value,
        record=None if printed is None else printed.amount.id,
        source=None if printed is None else next(iter(printed.amount.sources), None),
        rule=view.law.get(line, ""),
        total=total,
    )
