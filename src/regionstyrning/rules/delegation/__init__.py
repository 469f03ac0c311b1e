"""Whether rights to decide are given as the law lets them be: the family *delegation*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.rules.delegation import (
    added_law,
    chains,
    crisis,
    decided,
    joint,
    matters,
    organs,
    passing,
    schemes,
    takers,
)

if TYPE_CHECKING:
    from regionstyrning.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    *organs.RULES,
    *joint.RULES,
    *crisis.RULES,
    *takers.RULES,
    *schemes.RULES,
    *matters.RULES,
    *passing.RULES,
    *chains.RULES,
    *added_law.RULES,
    *decided.RULES,
)
