"""Who may decide what, on which day, and why or why not."""

from regionstyrning.questions.authority.may_decide import MayDecide, may_decide
from regionstyrning.questions.authority.powers_of import PowersOf, powers_of
from regionstyrning.questions.authority.who_may_decide import WhoMayDecide, who_may_decide

__all__ = ["MayDecide", "PowersOf", "WhoMayDecide", "may_decide", "powers_of", "who_may_decide"]
