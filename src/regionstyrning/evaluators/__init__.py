"""Verdicts on how goals are met: named, pluggable ways of judging."""

from regionstyrning.evaluators.attainment import Attainment
from regionstyrning.evaluators.bands import Bands
from regionstyrning.evaluators.disagreements import Comparison, disagreements
from regionstyrning.evaluators.evaluate import evaluate
from regionstyrning.evaluators.firmness import Firmness, firmness
from regionstyrning.evaluators.geh import Geh
from regionstyrning.evaluators.measuring import NextMeasurement, next_measurement
from regionstyrning.evaluators.named import Evaluator
from regionstyrning.evaluators.needed import Needed, needed
from regionstyrning.evaluators.profile import (
    Aspect,
    FinancialProfile,
    Mark,
    Peer,
    Profile,
    ProfileRatio,
    financial_profile,
    peer_of,
)
from regionstyrning.evaluators.propagation import propagate
from regionstyrning.evaluators.scores import Scores
from regionstyrning.evaluators.spreading import Propagation
from regionstyrning.evaluators.statuses import Development, Status
from regionstyrning.evaluators.verdict import Known, Reason, Verdict

__all__ = [
    "Aspect",
    "Attainment",
    "Bands",
    "Comparison",
    "Development",
    "Evaluator",
    "FinancialProfile",
    "Firmness",
    "Geh",
    "Known",
    "Mark",
    "Needed",
    "NextMeasurement",
    "Peer",
    "Profile",
    "ProfileRatio",
    "Propagation",
    "Reason",
    "Scores",
    "Status",
    "Verdict",
    "disagreements",
    "evaluate",
    "financial_profile",
    "firmness",
    "needed",
    "next_measurement",
    "peer_of",
    "propagate",
]
