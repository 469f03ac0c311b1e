"""Checks of a model: what breaks law or leads nowhere, and what a revisor would remark on."""

from __future__ import annotations

from regionstyrning.rules.engine import PROFILES, RULES, Profile, check, rules_of
from regionstyrning.rules.rule import Held, Hit, Rule, rule

__all__ = ["PROFILES", "RULES", "Held", "Hit", "Profile", "Rule", "check", "rule", "rules_of"]
