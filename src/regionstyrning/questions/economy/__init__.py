"""Accounts, the balance requirement over the years, and key ratios."""

from __future__ import annotations

from regionstyrning.questions.economy.accounts import Accounts, accounts
from regionstyrning.questions.economy.books import Ledger
from regionstyrning.questions.economy.budgets import BudgetBalance, budget_balance
from regionstyrning.questions.economy.checks import Check
from regionstyrning.questions.economy.computed import Computed, Subtotal
from regionstyrning.questions.economy.deciders import DecidedByAnother, DeficitDecision
from regionstyrning.questions.economy.deficits import Deficit, DeficitState, Portion
from regionstyrning.questions.economy.figures import Entry, Figure, Scope
from regionstyrning.questions.economy.limits import Limit, Most
from regionstyrning.questions.economy.opening import Opening
from regionstyrning.questions.economy.ratio_value import RatioValue
from regionstyrning.questions.economy.ratios import known_ratios, ratio, ratios
from regionstyrning.questions.economy.readings import Reading
from regionstyrning.questions.economy.restoration import PlanYear, RestorationPlan, restoration_plan
from regionstyrning.questions.economy.statement import BalanceStatement, StatementLine, balance_statement

__all__ = [
    "Accounts",
    "BalanceStatement",
    "BudgetBalance",
    "Check",
    "Computed",
    "DecidedByAnother",
    "Deficit",
    "DeficitDecision",
    "DeficitState",
    "Entry",
    "Figure",
    "Ledger",
    "Limit",
    "Most",
    "Opening",
    "PlanYear",
    "Portion",
    "RatioValue",
    "Reading",
    "RestorationPlan",
    "Scope",
    "StatementLine",
    "Subtotal",
    "accounts",
    "balance_statement",
    "budget_balance",
    "known_ratios",
    "ratio",
    "ratios",
    "restoration_plan",
]
