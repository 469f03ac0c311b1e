"""Powers compared by meaning: who gained and lost what, and what follows from one scheme alone."""

from __future__ import annotations

from regionstyrning.questions.powers.compare import compare_powers
from regionstyrning.questions.powers.comparison import PowerComparison, Relation
from regionstyrning.questions.powers.power import ExampleCase, FactHeld, Power

__all__ = [
    "ExampleCase",
    "FactHeld",
    "Power",
    "PowerComparison",
    "Relation",
    "compare_powers",
]
