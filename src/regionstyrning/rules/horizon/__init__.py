"""Whether horizons fit one another: the family *horizon*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.rules.horizon import budget_days, budgets, by_law, editions, goals, plans, reports, steps, year

if TYPE_CHECKING:
    from regionstyrning.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    *budgets.RULES,
    *plans.RULES,
    *editions.RULES,
    *goals.RULES,
    *reports.RULES,
    *year.RULES,
    *budget_days.RULES,
    *steps.RULES,
    *by_law.RULES,
)
