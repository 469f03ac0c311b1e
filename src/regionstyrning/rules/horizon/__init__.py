"""Whether horizons fit one another: the family *horizon*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.rules.horizon import budgets, editions, goals, plans, steps, year

if TYPE_CHECKING:
    from regionstyrning.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    *budgets.RULES,
    *plans.RULES,
    *editions.RULES,
    *goals.RULES,
    *year.RULES,
    *steps.RULES,
)
