"""Powers compared by meaning: who gained and lost what, and what follows from one scheme alone."""

from __future__ import annotations

from regionstyrning.questions.powers.compare import compare_powers
from regionstyrning.questions.powers.comparison import PowerComparison, Relation
from regionstyrning.questions.powers.expiring import expiring, withdraw
from regionstyrning.questions.powers.overview import Overview, OverviewRow
from regionstyrning.questions.powers.overviews import hang_on_one_post, nobody_may_decide
from regionstyrning.questions.powers.power import ExampleCase, FactHeld, Power
from regionstyrning.questions.powers.rows import shadowed, wider_than_giver

__all__ = [
    "ExampleCase",
    "FactHeld",
    "Overview",
    "OverviewRow",
    "Power",
    "PowerComparison",
    "Relation",
    "compare_powers",
    "expiring",
    "hang_on_one_post",
    "nobody_may_decide",
    "shadowed",
    "wider_than_giver",
    "withdraw",
]
