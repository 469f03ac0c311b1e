"""What the rules of the economy look at: accounts and balance statements."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from regionstyrning.model.economy import LINES, AmountStage, Unit
from regionstyrning.questions.economy.accounts import accounts
from regionstyrning.questions.economy.layout import RESULT
from regionstyrning.questions.economy.statement import BalanceStatement, balance_statement

if TYPE_CHECKING:
    from regionstyrning.questions.economy.accounts import Accounts
    from regionstyrning.rules.rule import Held


def views(held: Held) -> Iterator[Accounts]:
    """Every account, forecast, budget and plan that has a line of the layout."""
    scopes = {
        (each.year, each.stage.value, each.organ, each.group, each.part is not None, each.part): each
        for each in held.model.amounts
        if each.line in LINES and each.unit is not Unit.PERCENT and each.organ in _whose(held)
    }
    for key in sorted(scopes, key=lambda key: (*key[:5], str(key[5]))):
        each = scopes[key]
        organ = None if each.organ == held.model.legal_person else each.organ
        yield accounts(held.model, each.year, each.stage, organ=organ, group=each.group, part=each.part)


def _whose(held: Held) -> set[str]:
    return {each.id for each in held.model.organs} | {held.model.legal_person or ""}


def statements(held: Held) -> Iterator[BalanceStatement]:
    """The balance statement of every year with outcomes of the region itself."""
    whose = held.model.legal_person
    years = {
        each.year
        for each in held.model.amounts
        if each.organ == whose and each.stage is AmountStage.OUTCOME and each.line in LINES
        if not (each.part or each.group) and each.last_year in {None, each.year}
    }
    for year in sorted(years):
        yield balance_statement(held.model, year, stage=AmountStage.OUTCOME)


def budget_years(held: Held) -> list[int]:
    """The years whose budget prints the region's own result."""
    whose = held.model.legal_person
    return sorted(
        {
            each.year
            for each in held.model.amounts
            if each.organ == whose and each.stage is AmountStage.BUDGET and each.line == RESULT
            if not (each.part or each.group) and each.last_year in {None, each.year}
        }
    )


def words_of(view: Accounts, line: str) -> dict[str, str]:
    """Line, year and stage, as they stand in sentences."""
    return {"line": LINES[line], "year": str(view.scope.year), "stage": view.scope.stage.value}


def records_of(statement: BalanceStatement, line: str) -> tuple[str, ...]:
    """The record of a line that is printed."""
    return (statement.accounts.entries[line].figures[0].amount.id,)
