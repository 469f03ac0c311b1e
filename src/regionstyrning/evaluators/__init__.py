"""Verdicts on how goals are met: named, pluggable ways of judging."""

from regionstyrning.evaluators.attainment import Attainment
from regionstyrning.evaluators.disagreements import Comparison, disagreements
from regionstyrning.evaluators.evaluate import Evaluator, evaluate
from regionstyrning.evaluators.statuses import Development, Status
from regionstyrning.evaluators.verdict import Known, Reason, Verdict

__all__ = [
    "Attainment",
    "Comparison",
    "Development",
    "Evaluator",
    "Known",
    "Reason",
    "Status",
    "Verdict",
    "disagreements",
    "evaluate",
]
