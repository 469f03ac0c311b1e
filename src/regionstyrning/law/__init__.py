"""Statutes as dated data, and a small reader of them."""

from regionstyrning.law.held import Law, LawRule, law_for, packaged
from regionstyrning.law.policies import STANDARD, Policies, ReportsTo

__all__ = ["STANDARD", "Law", "LawRule", "Policies", "ReportsTo", "law_for", "packaged"]
