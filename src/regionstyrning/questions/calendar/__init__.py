"""The year: dated steps of the region's own cycle beside the statutory year, with what was done."""

from regionstyrning.questions.calendar.answer import Calendar, Choice, calendar
from regionstyrning.questions.calendar.order import Link, critical_path
from regionstyrning.questions.calendar.steps import DatedStep, Done, State, StepKind
from regionstyrning.questions.calendar.work import BudgetWork, budget_work

__all__ = [
    "BudgetWork",
    "Calendar",
    "Choice",
    "DatedStep",
    "Done",
    "Link",
    "State",
    "StepKind",
    "budget_work",
    "calendar",
    "critical_path",
]
