"""Who may decide what, on which day, and why or why not."""

from regionstyrning.questions.authority.decider import Decider
from regionstyrning.questions.authority.doubts import Doubt
from regionstyrning.questions.authority.due import Due
from regionstyrning.questions.authority.duties import Duty
from regionstyrning.questions.authority.many import may_decide_many
from regionstyrning.questions.authority.may_decide import MayDecide, may_decide
from regionstyrning.questions.authority.powers_of import HeldPower, PowersOf, powers_of
from regionstyrning.questions.authority.refusals import Refusal
from regionstyrning.questions.authority.reporting import Duties, duties
from regionstyrning.questions.authority.steps import Mandate
from regionstyrning.questions.authority.who_may_decide import WhoMayDecide, who_may_decide

__all__ = [
    "Decider",
    "Doubt",
    "Due",
    "Duties",
    "Duty",
    "HeldPower",
    "Mandate",
    "MayDecide",
    "PowersOf",
    "Refusal",
    "WhoMayDecide",
    "duties",
    "may_decide",
    "may_decide_many",
    "powers_of",
    "who_may_decide",
]
