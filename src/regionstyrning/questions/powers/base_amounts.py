"""Limits in prisbasbelopp: kronor where the year's amount is known, else a measure of their own."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_FLOOR, Decimal
from typing import TYPE_CHECKING

from attrs import frozen

from regionstyrning.questions.authority.amounts import base_amount
from regionstyrning.questions.authority.case import BASE_AMOUNT, bare_case
from regionstyrning.questions.powers.diagrams import AMOUNT, FALSE, Diagrams, fact

if TYPE_CHECKING:
    from regionstyrning.questions.authority.chains import Authority


@frozen(kw_only=True)
class BaseYear:
    """
    Days with one prisbasbelopp (prisbasbeloppets giltighet).

    Attributes:
        first: The first day.
        last: The last day.
        value: In kronor; None if it has to be told with the case.
    """

    first: date
    last: date
    value: Decimal | None

    def within(self, diagrams: Diagrams, count: Decimal) -> int:
        """
        The cases whose amount is at most so many prisbasbelopp.

        Where the year's amount is to be told, the measure is how many of them the amount makes.
        """
        if count < 0:
            return FALSE
        if self.value is not None:
            most = int((count * self.value).to_integral_value(ROUND_FLOOR))
            return diagrams.span(AMOUNT, None, most + 1)
        if count == 0:
            return diagrams.span(AMOUNT, None, 1)
        return diagrams.span(fact(self.measure), None, (count, 1))

    @property
    def measure(self) -> str:
        """The name of the year's prisbasbelopp, and of how many of them an amount makes."""
        return f"{BASE_AMOUNT}-{self.first.year}"


def base_years(authorities: tuple[Authority, ...], first: date, last: date) -> tuple[tuple[BaseYear, ...], ...]:
    """
    What each model's law says of prisbasbelopp, day by day; told with the case unless all of them know it.

    Returns:
        For each authority its pieces, in order.
    """
    begins = {first, *(date(year, 1, 1) for year in range(first.year + 1, last.year + 1))}
    for authority in authorities:
        for rule in authority.law.rules.values():
            for parameter in rule.provision.parameters:
                if parameter.name == BASE_AMOUNT and parameter.validity is not None:
                    begins |= _begins(parameter.validity.first, parameter.validity.last)
    days = sorted(day for day in begins if first <= day <= last)
    ends = [date.fromordinal(day.toordinal() - 1) for day in days[1:]]
    found: list[list[BaseYear]] = [[] for _ in authorities]
    for begin, end in zip(days, [*ends, last], strict=True):
        values = [_value(authority, begin) for authority in authorities]
        known = None not in values
        for pieces, value in zip(found, values, strict=True):
            pieces.append(BaseYear(first=begin, last=end, value=value if known else None))
    return tuple(map(tuple, found))


def _begins(first: date | None, last: date | None) -> set[date]:
    found = set() if first is None else {first}
    return found if last is None or last == date.max else {*found, date.fromordinal(last.toordinal() + 1)}


def _value(authority: Authority, day: date) -> Decimal | None:
    if not authority.model.matters:
        return None
    matter = authority.model.matters[0].id
    return base_amount(bare_case(authority, matter, day))
