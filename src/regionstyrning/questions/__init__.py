"""Questions that a model answers, with steps."""

from __future__ import annotations

from regionstyrning.questions.answers import Answer, Step
from regionstyrning.questions.coverage import Cell, Coverage, coverage
from regionstyrning.questions.gaps import Gap, LooseEndKind
from regionstyrning.questions.goal_chain import ChainLink, GoalChain, goal_chain
from regionstyrning.questions.loose_ends import LooseEnds, loose_ends

__all__ = [
    "Answer",
    "Cell",
    "ChainLink",
    "Coverage",
    "Gap",
    "GoalChain",
    "LooseEndKind",
    "LooseEnds",
    "Step",
    "coverage",
    "goal_chain",
    "loose_ends",
]
