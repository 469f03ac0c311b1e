"""Alternatives and the years ahead: what would be, under what is assumed."""

from __future__ import annotations

from regionstyrning.alternatives.assumptions import Assumption, Assumptions
from regionstyrning.alternatives.comparison import ProjectionComparison, compare_projections
from regionstyrning.alternatives.drivers import Driver, Form
from regionstyrning.alternatives.missed_budgets import missed_budgets
from regionstyrning.alternatives.needed_result import NeededResult, needed_result
from regionstyrning.alternatives.planned import planned
from regionstyrning.alternatives.project import project
from regionstyrning.alternatives.projection import Projection, VerdictAhead, YearAhead
from regionstyrning.alternatives.restoring import Restoring, restoring
from regionstyrning.alternatives.sensitivity import Effect, Sensitivity, sensitivity
from regionstyrning.alternatives.shocks import (
    Correlation,
    Shock,
    cost_shock,
    growth_shock,
    inflation_shock,
    pension_shock,
)
from regionstyrning.alternatives.simulate import simulate, simulate_each
from regionstyrning.alternatives.simulation import Odds, Simulation, YearOdds
from regionstyrning.alternatives.sweep import sweep
from regionstyrning.alternatives.sweep_answers import Failure, Sweep, Tried
from regionstyrning.alternatives.sweep_bar import ProgressBar
from regionstyrning.alternatives.sweep_names import Alternative

__all__ = [
    "Alternative",
    "Assumption",
    "Assumptions",
    "Correlation",
    "Driver",
    "Effect",
    "Failure",
    "Form",
    "NeededResult",
    "Odds",
    "ProgressBar",
    "Projection",
    "ProjectionComparison",
    "Restoring",
    "Sensitivity",
    "Shock",
    "Simulation",
    "Sweep",
    "Tried",
    "VerdictAhead",
    "YearAhead",
    "YearOdds",
    "compare_projections",
    "cost_shock",
    "growth_shock",
    "inflation_shock",
    "missed_budgets",
    "needed_result",
    "pension_shock",
    "planned",
    "project",
    "restoring",
    "sensitivity",
    "simulate",
    "simulate_each",
    "sweep",
]
