"""Questions that a model answers, with steps."""

from __future__ import annotations

from regionstyrning.questions.answers import Answer, Step
from regionstyrning.questions.as_planned import PlannedSeries, YearAsPlanned, as_planned
from regionstyrning.questions.authority import (
    Decider,
    Doubt,
    Due,
    Duties,
    Duty,
    Mandate,
    MayDecide,
    PowersOf,
    Refusal,
    WhoMayDecide,
    duties,
    may_decide,
    may_decide_many,
    powers_of,
    who_may_decide,
)
from regionstyrning.questions.coverage import Cell, Coverage, coverage
from regionstyrning.questions.editions import Edition
from regionstyrning.questions.gaps import Gap, LooseEndKind
from regionstyrning.questions.goal_chain import ChainLink, GoalChain, goal_chain
from regionstyrning.questions.loose_ends import LooseEnds, loose_ends
from regionstyrning.questions.mandates import DecidingAssembly, deciding_assembly
from regionstyrning.questions.planned import Item, Planned, PlannedChange, Shift
from regionstyrning.questions.plans import PlansInForce, plan_in_force
from regionstyrning.questions.plans_found import PlanInForce

__all__ = [
    "Answer",
    "Cell",
    "ChainLink",
    "Coverage",
    "Decider",
    "DecidingAssembly",
    "Doubt",
    "Due",
    "Duties",
    "Duty",
    "Edition",
    "Gap",
    "GoalChain",
    "Item",
    "LooseEndKind",
    "LooseEnds",
    "Mandate",
    "MayDecide",
    "PlanInForce",
    "Planned",
    "PlannedChange",
    "PlannedSeries",
    "PlansInForce",
    "PowersOf",
    "Refusal",
    "Shift",
    "Step",
    "WhoMayDecide",
    "YearAsPlanned",
    "as_planned",
    "coverage",
    "deciding_assembly",
    "duties",
    "goal_chain",
    "loose_ends",
    "may_decide",
    "may_decide_many",
    "plan_in_force",
    "powers_of",
    "who_may_decide",
]
