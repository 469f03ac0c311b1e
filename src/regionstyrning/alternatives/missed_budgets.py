"""Shocks that the region's own books give: how far its outcomes have been from its budgets."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from regionstyrning.alternatives.opening import COSTS
from regionstyrning.alternatives.shocks import Shock, cost_shock, growth_shock
from regionstyrning.model.economy import AmountStage
from regionstyrning.questions.economy.accounts import accounts
from regionstyrning.questions.economy.layout import TAXES
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from regionstyrning.model.steering_model import SteeringModel

FEWEST = 2
"""Of how many years at least an outcome must be held against its budget."""

NET_COSTS = "verksamhetens-nettokostnader"

_TEXT = Sentence(
    "härlett: så mycket har utfallet skilt sig från budgeten {years}, i kvadratiskt medel",
    "derived: so much has the outcome differed from the budget {years}, in root mean square",
)


def missed_budgets(model: SteeringModel) -> tuple[Shock, ...]:
    """
    How far the region's outcomes have been from its budgets, as shocks of growth and of costs.

    Tax income is held against its budget, net costs against theirs and shown as a share of all
    costs. The size is the root mean square, of as few as two years: our reading of what the
    region's own figures say, and no forecast.

    Args:
        model: The model.

    Returns:
        Those of the two that at least two years give; none where no more is printed.

    >>> [(each.name, round(each.size, 2)) for each in missed_budgets(model)]
    [('tillväxt', Decimal('0.60')), ('kostnader', Decimal('0.47'))]
    """
    if model.legal_person is None:
        return ()
    years = sorted({each.year for each in model.amounts if each.stage is AmountStage.OUTCOME})
    found = []
    for line, whole, made in ((TAXES, TAXES, growth_shock), (NET_COSTS, COSTS, cost_shock)):
        missed = dict(_missed(model, years, line, whole))
        if len(missed) >= FEWEST:
            size = (sum((each * each for each in missed.values()), Decimal(0)) / len(missed)).sqrt()
            text = _TEXT.say(years=f"{min(missed)}–{max(missed)}")
            found.append(made(size, text=text))
    return tuple(found)


def _missed(model: SteeringModel, years: list[int], line: str, whole: str) -> Iterator[tuple[int, Decimal]]:
    """By year, how far the outcome was from the budget, in percent of what it is measured in."""
    for year in years:
        outcome, budget = (accounts(model, year, stage) for stage in (AmountStage.OUTCOME, AmountStage.BUDGET))
        was, meant, measure = outcome.value(line), budget.value(line), outcome.value(whole)
        if was is not None and meant is not None and measure:
            yield year, 100 * (was - meant) / abs(measure)
