"""Accounts, reserves and deficits: the family *economy*."""

from __future__ import annotations

from regionstyrning.rules.economy import printed, reserves, restored, units, uses
from regionstyrning.rules.rule import Rule

RULES: tuple[Rule, ...] = (*printed.RULES, *units.RULES, *reserves.RULES, *uses.RULES, *restored.RULES)
