"""What a revisor asks of deficits, write-downs and results: the family *audit*, its fourth part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from regionstyrning.model.documents import DecisionKind
from regionstyrning.model.economy import AmountStage, Unit
from regionstyrning.model.findings import Severity
from regionstyrning.model.organisation import LegalForm
from regionstyrning.questions.economy.layout import RESULT
from regionstyrning.questions.threads import title_of
from regionstyrning.rules.follow_up import OUTCOMES, later
from regionstyrning.rules.recorded import criticised
from regionstyrning.rules.rule import Held, Hit, Rule, rule
from regionstyrning.text.numbers import number
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from regionstyrning.model.economy import Amount

UNFUNDED = (
    "Revisorerna om 2019, Region Jämtland Härjedalen: en budget utan full finansiering bryter mot lagen, synnerliga "
    "skäl godtas inte. Att det räcker att skäl och slut är angivna är en läsning."
)
WRITE_DOWN = (
    "Revisorerna om 2020, Region Jämtland Härjedalen: ingen beskrivning av hur god ekonomisk hushållning nås när "
    "underskottet skrivs ned."
)
TEMPORARY = "Revisorerna om 2021, Region Jämtland Härjedalen: målen nåddes bara tack vare tillfälliga statsbidrag."

_REGIONS = {LegalForm.REGION, LegalForm.MUNICIPALITY_WITH_REGION}
_RESULT_LINES = {"arets-resultat", "resultat-efter-balanskravsjusteringar", "balanskravsresultat"}
_PRINTED = {
    "resultat",
    "överskott",
    "underskott",
    "avvikelse mot budget",
    "budgeterat resultat",
    "budgeterat underskott",
    "budgeterat minusresultat",
}
"""How a result is printed, where it is no line of the layout."""

_WITH_REASONS = {DecisionKind.ADOPTS, DecisionKind.APPROVES, DecisionKind.DEPARTS}
_TO_RESTORE = {DecisionKind.ADOPTS, DecisionKind.DECIDES, DecisionKind.PROLONGS}


@rule(
    "audit.budget-deficit-has-reasons",
    severity=Severity.WARNING,
    source=UNFUNDED,
    sentence=Sentence(
        "Budgeten för {year} har ett underskott på {value} mnkr, och modellen har {lacks}. Vilar på modellens egna "
        "belopp.",
        "The budget for {year} has a deficit of {value_en} mnkr, and the model has {lacks_en}. Rests on the model's "
        "own figures.",
    ),
    mending=Sentence(
        "Ange skälet och sista året i ett beslut om årets underskott, om källan säger dem.",
        "State the reason and the last year in a decision on the year's deficit, if the source tells them.",
    ),
)
def budget_deficit_has_reasons(held: Held) -> Iterator[Hit]:
    """A budget with a deficit must have a stated reason and a year when it is restored, in the last budget there is."""
    yield from criticised(held, "audit.budget-deficit-has-reasons")
    last: dict[str, Amount] = {}
    for amount in held.model.amounts:
        if amount.stage is AmountStage.BUDGET and _is_result(amount) and _is_region(held, amount.organ):
            known = last.get(amount.organ)
            if known is None or _printed(amount) > _printed(known):
                last[amount.organ] = amount
    for amount in last.values():
        value = amount.value or Decimal(0)
        lacks = _lacking(held, amount) if value < 0 else []
        if lacks:
            words = {
                "year": str(amount.year),
                "value": number(-value),
                "value_en": number(-value, "en"),
                "lacks": " och ".join(swedish for swedish, _ in lacks),
                "lacks_en": " and ".join(english for _, english in lacks),
            }
            yield Hit((amount.organ, amount.id), words)


@rule(
    "audit.write-down-keeps-to-geh",
    severity=Severity.WARNING,
    source=WRITE_DOWN,
    sentence=Sentence(
        "{title}: modellen säger inte hur god ekonomisk hushållning nås ändå. Vilar på modellens egna beslut.",
        "{title}: the model does not say how god ekonomisk hushållning is reached all the same. Rests on the model's "
        "own decisions.",
    ),
    mending=Sentence("Ange det i beslutet (geh), om källan säger det.", "State it (geh), if the source tells it."),
)
def write_down_keeps_to_geh(held: Held) -> Iterator[Hit]:
    """A decision to write a deficit down must say how god ekonomisk hushållning is reached all the same."""
    yield from criticised(held, "audit.write-down-keeps-to-geh")
    for decision in held.model.decisions:
        if decision.kind is DecisionKind.WAIVES and decision.geh is None:
            yield Hit((decision.id,), {"title": decision.title})


@rule(
    "audit.result-holds-without-temporary-grants",
    severity=Severity.NOTE,
    source=TEMPORARY,
    sentence=Sentence(
        "{organ} har resultatet {value} mnkr {year} ({stage}); utan tillfälliga statsbidrag på {grants} mnkr är det "
        "{without}. Vilar på modellens egna belopp.",
        "{organ} has the result {value_en} mnkr {year} ({stage}); without temporary grants of {grants_en} mnkr it is "
        "{without_en}. Rests on the model's own figures.",
    ),
    mending=Sentence(
        "Redovisa resultatet med och utan tillfälliga bidrag.", "Show the result with and without temporary grants."
    ),
)
def result_holds_without_temporary_grants(held: Held) -> Iterator[Hit]:
    """A result should hold without grants that are given for a time only, in the last year that has any."""
    yield from criticised(held, "audit.result-holds-without-temporary-grants")
    for (organ, year), grants in sorted(_last_grants(held).items()):
        results = [each for each in _outcomes(held) if (each.organ, each.year) == (organ, year) and _is_result(each)]
        for amount in sorted(results, key=later)[-1:]:
            value = amount.value or Decimal(0)
            if value >= 0 > value - grants:
                named = {"organ": title_of(held.model, organ), "year": str(year), "stage": amount.stage.value}
                figures = {"value": value, "grants": grants, "without": value - grants}
                swedish = {name: number(each) for name, each in figures.items()}
                english = {f"{name}_en": number(each, "en") for name, each in figures.items()}
                yield Hit((organ, amount.id), {**named, **swedish, **english})


def _is_result(amount: Amount) -> bool:
    """Whether it is the result of a whole year, as far as it can be read, by its line or as it is printed."""
    whole = amount.part is None and amount.last_year is None and amount.value is not None
    named = amount.line in _RESULT_LINES or (amount.line is None and amount.title.lower() in _PRINTED)
    return whole and named and amount.unit is Unit.MNKR


def _is_region(held: Held, organ: str) -> bool:
    return organ == held.model.legal_person or getattr(held.model.by_id.get(organ), "legal_form", None) in _REGIONS


def _printed(amount: Amount) -> tuple[int, date, str]:
    return amount.year, amount.on or date.min, amount.id


def _lacking(held: Held, amount: Amount) -> list[tuple[str, str]]:
    """What no decision on the deficit of that year says, in both languages."""
    year = [each for each in held.model.decisions if each.year == amount.year]
    found = []
    # Whether the exception of the region's own budget has a reason, economy.budgets-are-balanced asks already.
    asked = amount.line == RESULT and amount.organ == held.model.legal_person
    if not asked and not any(each.kind in _WITH_REASONS and each.reason for each in year):
        found.append(("inget beslut som anger skälet", "no decision that states the reason"))
    waived = any(each.kind is DecisionKind.WAIVES for each in year)
    if not waived and not any(each.kind in _TO_RESTORE and (each.until_year or each.until) for each in year):
        found.append(("inget sista år då det ska vara återställt", "no last year when it is to be restored"))
    return found


def _outcomes(held: Held) -> list[Amount]:
    return [each for each in held.model.amounts if each.stage in OUTCOMES]


def _last_grants(held: Held) -> dict[tuple[str, int], Decimal]:
    """The sum of the temporary grants of each organ in the last year that it has any; of two stages the later."""
    latest: dict[tuple[str, int, str], Amount] = {}
    for amount in sorted(_outcomes(held), key=later):
        if amount.temporary and amount.part is None:
            latest[amount.organ, amount.year, amount.title] = amount
    last = {organ: year for organ, year, _ in sorted(latest)}
    sums: defaultdict[tuple[str, int], Decimal] = defaultdict(Decimal)
    for (organ, year, _), amount in latest.items():
        if year == last[organ]:
            sums[organ, year] += amount.value or Decimal(0)
    return dict(sums)


RULES: tuple[Rule, ...] = (
    budget_deficit_has_reasons,
    write_down_keeps_to_geh,
    result_holds_without_temporary_grants,
)
