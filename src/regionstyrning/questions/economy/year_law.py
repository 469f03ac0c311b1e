"""What the law says of accounts and balance in one fiscal year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import frozen

from regionstyrning.law import STANDARD, Policies, law_for
from regionstyrning.model.economy import LINES
from regionstyrning.model.statutes import Act

if TYPE_CHECKING:
    from regionstyrning.law import Law, LawRule
    from regionstyrning.model.steering_model import SteeringModel

USUAL = "andel som får reserveras över"
IF_NEGATIVE = "andel som får reserveras över när eget kapital med pensionsförpliktelser är negativt"
CEILING = "tak för resultatreserven, andel av skatteintäkter, generella statsbidrag och utjämning"
YEARS = "tid för reglering"

RESULT_RESERVE, EQUALISATION = "resultatreserv", "resultatutjamningsreserv"
"""The two reserves, by their lines of the balance sheet."""


@frozen(kw_only=True, eq=False)
class YearLaw:
    """
    The rules of a fiscal year (räkenskapsårets regler).

    Attributes:
        year: The fiscal year.
        rules: The provisions on each line of the accounts; a line of the balance statement that
            has none is not counted that year.
        fills: The reserve that may be filled, by its line of the balance sheet; None if none may.
        usual: The share of taxes and grants that a result must exceed before anything is reserved.
        if_negative: The same, where equity with all pension commitments is negative.
        ceiling: The ceiling of the reserve, in percent of taxes and grants; None for no ceiling.
        time: How many years there are to restore a deficit in; None where no law is held.
        policies: How the law is read where it leaves that open.
    """

    year: int
    rules: Mapping[str, tuple[LawRule, ...]]
    fills: str | None
    usual: Decimal | None
    if_negative: Decimal | None
    ceiling: Decimal | None
    time: int | None
    policies: Policies

    def counts(self, line: str) -> bool:
        """Whether a line of the balance statement is counted."""
        return line in self.rules

    def cited(self, line: str) -> str:
        """The paragraphs on a line, each with the fiscal years that it is applied to."""
        return "; ".join(f"{rule.cited} ({_years(rule)})" for rule in self.rules.get(line, ()))


def year_law(model: SteeringModel, year: int, policies: Policies = STANDARD) -> YearLaw:
    """
    The rules of a fiscal year, from the law shipped and what the model adds.

    Args:
        model: The model.
        year: The fiscal year.
        policies: Choices where the law leaves open how it is to be read.
    """
    key = ("year-law", year, policies)
    found: YearLaw | None = model.memo.get(key)
    if found is None:
        found = model.memo[key] = _made(law_for(model, policies), year)
    return found


def _made(law: Law, year: int) -> YearLaw:
    applied = law.of_year(year)
    rules = {line: _about(applied, line) for line in LINES}
    filling = {
        reserve
        for reserve in (RESULT_RESERVE, EQUALISATION)
        for rule in applied
        if {"reservering-till-reserv", reserve} <= set(rule.provision.lines)
    }

    def first(name: str) -> Decimal | None:
        shares = (rule.share(name) for rule in applied)
        return next((share for share in shares if share is not None), None)

    time = first(YEARS)

    return YearLaw(
        year=year,
        rules={line: found for line, found in rules.items() if found},
        fills=next(iter(sorted(filling)), None),
        usual=first(USUAL),
        if_negative=first(IF_NEGATIVE),
        ceiling=first(CEILING),
        time=None if time is None else int(time),
        policies=law.policies,
    )


def _about(applied: Sequence[LawRule], line: str) -> tuple[LawRule, ...]:
    """The provisions on a line of the accounts; practice alone makes no line."""
    found = [rule for rule in applied if line in rule.provision.lines and rule.provision.act is Act.ACCOUNT]
    return tuple(found) if any(rule.statute.number for rule in found) else ()


def _years(rule: LawRule) -> str:
    first, last = rule.provision.first_year, rule.provision.last_year
    return f"{'' if first is None else first}–{'' if last is None else last}"
