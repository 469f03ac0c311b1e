"""Measures of the accounts that are counted in the years ahead, and what they were in the years before."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import frozen

from regionstyrning.alternatives.lines import ASSETS, PRINTED, seen_ahead
from regionstyrning.errors import InvalidValue
from regionstyrning.evaluators.targets.figures import figures
from regionstyrning.model.economy import AmountStage
from regionstyrning.questions.economy.formulas import evaluated, read_formula
from regionstyrning.questions.economy.numbers import N, Numbers
from regionstyrning.questions.economy.ratio_value import BEFORE, BUDGET, line_of
from regionstyrning.questions.economy.ratios import known_ratios, ratio

if TYPE_CHECKING:
    from regionstyrning.alternatives.ahead import Ahead
    from regionstyrning.model.indicators import Indicator
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.questions.economy.formulas import Formula

_NONE = Decimal("nan")

_FIRM = (AmountStage.OUTCOME, AmountStage.PRELIMINARY)
"""The stages of figures that a year is judged by, the firmest first."""


@frozen(kw_only=True, eq=False)
class MeasureAhead:
    """
    A measure that can be counted ahead (mått framåt).

    Attributes:
        indicator: The measure.
        formula: The measure over lines of the accounts.
    """

    indicator: Indicator
    formula: Formula

    @cached_property
    def name(self) -> str:
        """Id of the measure."""
        return self.indicator.id

    def value(self, numbers: Numbers[N], year: Ahead[N], before: Ahead[N]) -> N:
        """
        The measure in a year ahead; no number where it is a part of assets that are spent.

        Raises:
            ZeroDivisionError: if it divides by zero, in numbers that refuse to.
            KeyError: if it asks what is not known of the year before.
        """
        found: dict[str, N] = {}
        for name, earlier, line in self.inputs:
            found[name] = seen_ahead(numbers, before.values if earlier else year.values, line)
        value = evaluated(self.formula, found, numbers)
        for name, _, line in self.inputs:
            if line == ASSETS:  # where they are spent there is nothing to be a part of
                left = numbers.below(numbers.nothing, found[name])
                value = numbers.where(left, value, numbers.exact(_NONE))
        return value

    @cached_property
    def inputs(self) -> tuple[tuple[str, bool, str], ...]:
        """The names in its formula, each with whether it is of the year before and the line it stands for."""
        return tuple((name, name.startswith(BEFORE), line_of(name)) for name in self.formula.names)


def measure_ahead(model: SteeringModel, indicator: Indicator) -> MeasureAhead | None:
    """
    A measure as it can be counted ahead.

    Returns:
        None if it has no formula over lines that are reckoned ahead.
    """
    found = known_ratios(model).get(indicator.ratio or "")
    try:
        formula = None if found is None or found.formula is None else read_formula(found.formula)
    except InvalidValue:
        return None
    if formula is None or any(BUDGET in name or line_of(name) not in PRINTED for name in formula.names):
        return None
    return MeasureAhead(indicator=indicator, formula=formula)


def measured_before(model: SteeringModel, indicator: Indicator, first: int) -> dict[int, Decimal]:
    """
    The measure in the years before: as printed, or else as the accounts give it.

    Args:
        model: The model.
        indicator: The measure.
        first: The first year ahead.
    """
    printed = figures(model).series(indicator, None, None)
    years = {each.year for each in model.amounts if each.stage in _FIRM and each.part is None}
    years |= {year for year, part in printed.periods if part is None}
    found: dict[int, Decimal] = {}
    for year in sorted(each for each in years if each < first):
        outcome = printed.at(year)
        value = _counted(model, indicator, year) if outcome is None else outcome.value
        if value is not None:
            found[year] = value
    return found


def _counted(model: SteeringModel, indicator: Indicator, year: int) -> Decimal | None:
    values = (ratio(model, indicator.ratio or "", year, stage=stage).value for stage in _FIRM)
    return next((value for value in values if value is not None), None)
