"""Accounts, reserves and deficits: the family *economy*."""

from __future__ import annotations

from regionstyrning.rules.economy import printed, reserves, uses
from regionstyrning.rules.rule import Rule

RULES: tuple[Rule, ...] = (*printed.RULES, *reserves.RULES, *uses.RULES)
