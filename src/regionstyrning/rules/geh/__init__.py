"""What the law asks of god ekonomisk hushållning: guidelines, goals, plan and follow-up: the family *geh*."""

from __future__ import annotations

from regionstyrning.rules.geh import adopted, followed
from regionstyrning.rules.rule import Rule

RULES: tuple[Rule, ...] = (*adopted.RULES, *followed.RULES)
