"""Statutes as dated data, and a small reader of them."""

from regionstyrning.law.held import Law, LawRule, law_for, packaged
from regionstyrning.law.mandates import MandatePeriod, election_day, election_days, mandate_period, newly_elected_from
from regionstyrning.law.policies import STANDARD, MonthsEnd, Policies, ReportsTo

__all__ = [
    "STANDARD",
    "Law",
    "LawRule",
    "MandatePeriod",
    "MonthsEnd",
    "Policies",
    "ReportsTo",
    "election_day",
    "election_days",
    "law_for",
    "mandate_period",
    "newly_elected_from",
    "packaged",
]
