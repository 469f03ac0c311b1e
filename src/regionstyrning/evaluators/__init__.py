"""
Verdicts on how goals are met: named, pluggable ways of judging.

Its rooms, from the top; each imports only from those below it:

* ``asked``: how firm a verdict is, what would turn it, what must improve or is most worth knowing, and where others
  say otherwise.
* ``ways``: the ways of judging by name; attainment, those for comparison, and those that judge the economy.
* ``wholes``: verdicts on goals, and on all that goals make up, to the whole region.
* ``measures``: verdicts on indicators, in every way that the sources can be read.
* ``occasions``: what is judged, when and how, and what others have said of it.
* ``targets``: what was measured, held against what a target asks for.
* ``verdicts``: statuses and what lies between them, verdicts with their reasons, and how several become one.
"""

from regionstyrning.evaluators.asked.disagreements import Comparison, disagreements
from regionstyrning.evaluators.asked.firmness import Firmness, firmness
from regionstyrning.evaluators.asked.measuring import NextMeasurement, next_measurement
from regionstyrning.evaluators.asked.needed import Needed, needed
from regionstyrning.evaluators.verdicts.statuses import Development, Status
from regionstyrning.evaluators.verdicts.verdict import Known, Reason, Verdict
from regionstyrning.evaluators.ways.attainment import Attainment
from regionstyrning.evaluators.ways.bands import Bands
from regionstyrning.evaluators.ways.evaluate import evaluate
from regionstyrning.evaluators.ways.geh import Geh
from regionstyrning.evaluators.ways.named import Evaluator
from regionstyrning.evaluators.ways.profile import (
    Aspect,
    FinancialProfile,
    Mark,
    Peer,
    Profile,
    ProfileRatio,
    financial_profile,
    peer_of,
)
from regionstyrning.evaluators.ways.propagation import propagate
from regionstyrning.evaluators.ways.scores import Scores
from regionstyrning.evaluators.ways.spreading import Propagation

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
