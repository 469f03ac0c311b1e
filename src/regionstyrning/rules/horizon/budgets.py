"""Whether a budget's plan spans the years that the law asks, and the right assembly adopted it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.law import law_for, newly_elected_from
from regionstyrning.law.mandates import ADOPTION
from regionstyrning.model.dates import HorizonKind
from regionstyrning.model.economy import AmountStage
from regionstyrning.model.findings import Severity
from regionstyrning.model.organisation import OrganKind
from regionstyrning.questions.editions import has_year, years_text
from regionstyrning.rules.documents import kind_of
from regionstyrning.rules.rule import Held, Hit, Rule, rule
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.model.documents import SteeringDocument

_PLANS = {HorizonKind.BUDGET_YEAR, HorizonKind.ROLLING}
"""Kinds of horizon that say for which years a plan is."""

PLAN_YEARS = "planperiod"
"""The name of the number of years that the law asks of a budget's plan."""


@rule(
    "horizon.budget-plan-covers-three-years",
    severity=Severity.ERROR,
    lawful=True,
    source="KL 11 kap. 6 § tredje stycket.",
    each="documents",
    sentence=Sentence(
        "{title} omfattar {years}, men planen för ekonomin ska omfatta {wanted}, med budgetåret som det första.",
        "{title} spans {years}, but the plan for the economy must span {wanted}, the budget year being the first.",
    ),
    mending=Sentence("Lägg till de år som saknas.", "Add the years that are missing."),
)
def budget_plan_covers_three_years(document: SteeringDocument, held: Held) -> Iterator[Hit]:
    """
    A budget must hold a plan for three years, the budget year being the first.

    A longer plan holds those years, so it keeps the rule, and of a budget whose own horizon is a
    calendar year nobody knows the plan years: both readings are ours.
    """
    budget_year, horizon = _budget_year(document, held), document.horizon
    if budget_year is None or horizon is None or horizon.span_years is None or horizon.kind not in _PLANS:
        return
    for provision in law_for(held.model).of_year(budget_year, number=PLAN_YEARS):
        last = budget_year + int(provision.share(PLAN_YEARS) or 0) - 1
        if not all(has_year(horizon.days, year) for year in (budget_year, last)):
            words = {"years": years_text(horizon.days), "wanted": f"{budget_year}–{last}"}
            yield Hit((document.id,), {"title": document.title, **words}, f"{provision.cited}.")


@rule(
    "horizon.the-newly-elected-adopt-the-budget",
    severity=Severity.WARNING,
    lawful=True,
    source="KL 11 kap. 10 § andra stycket.",
    each="documents",
    sentence=Sentence(
        "{title} antogs {day} av det avgående fullmäktige; budgeten för {year} antas av det nyvalda, tidigast {first}.",
        "{title} was adopted on {day} by the outgoing fullmäktige; the budget for {year} is adopted by the newly "
        "elected one, on {first} at the earliest.",
    ),
    mending=Sentence("Låt det nyvalda fullmäktige anta budgeten.", "Let the newly elected fullmäktige adopt it."),
)
def the_newly_elected_adopt_the_budget(document: SteeringDocument, held: Held) -> Iterator[Hit]:
    """In a year of election the budget must be adopted by the newly elected fullmäktige."""
    budget_year, adopted = _budget_year(document, held), document.adopted
    if budget_year is None or adopted is None or adopted.on is None:
        return
    law = law_for(held.model)
    first = newly_elected_from(law, budget_year)
    if first is not None and adopted.on < first:
        words = {"title": document.title, "day": str(adopted.on), "year": str(budget_year), "first": str(first)}
        yield Hit((document.id,), words, f"{law.rule(ADOPTION).cited}.")


def _budget_year(document: SteeringDocument, held: Held) -> int | None:
    """
    The budget year of a document that is a budget, or None if it is none.

    A document is a budget by its own horizon or by that of its kind, if fullmäktige adopted it or
    nobody says who did. Its year is that of the budget's figures in it, else the first of its
    horizon, but never later than the year after it was adopted (KL 11:5).
    """
    kind, adopted = kind_of(held, document), document.adopted
    looks_ahead = {getattr(kind, "horizon", None), getattr(document.horizon, "kind", None)}
    organ = None if adopted is None else held.model.by_id.get(adopted.organ or "")
    by_another = organ is not None and getattr(organ, "kind", None) is not OrganKind.ASSEMBLY
    if HorizonKind.BUDGET_YEAR not in looks_ahead or by_another or document.horizon is None:
        return None
    figures = {
        amount.year
        for amount in held.model.amounts
        if amount.document == document.id and amount.stage is AmountStage.BUDGET
    }
    first = document.horizon.days.first
    latest = None if adopted is None or adopted.on is None else adopted.on.year + 1
    candidates = [year for year in (None if first is None else first.year, latest) if year is not None]
    return min(figures or candidates, default=None)


RULES: tuple[Rule, ...] = (budget_plan_covers_three_years, the_newly_elected_adopt_the_budget)
