"""What a revisor asks of budgets, control and discharge: the family *audit*, its third part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from regionstyrning.model.contents import Content
from regionstyrning.model.documents import DecisionKind
from regionstyrning.model.economy import AmountStage
from regionstyrning.model.findings import Severity
from regionstyrning.model.organisation import OrganKind
from regionstyrning.questions.editions import belongs_to
from regionstyrning.questions.threads import title_of
from regionstyrning.rules.recorded import criticised
from regionstyrning.rules.rule import Held, Hit, Rule, rule
from regionstyrning.rules.words import in_a_row
from regionstyrning.text.numbers import number
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from regionstyrning.model.economy import Amount
    from regionstyrning.model.organisation import Organ
    from regionstyrning.model.structure import DocumentKind

DEFICIT = "Revisionsberättelsen 2019, Region Västernorrland: en nämnd med underskott ska besluta tillräckliga åtgärder."
CONTROL = "Revisorernas granskning 2021, Region Jämtland Härjedalen: riskanalys och internkontrollplan varje år."
DISCHARGE = "Region Blekinges fullmäktige 2021-04-07: varje organ får ett eget beslut om ansvarsfrihet."

_DEVIATION = ("avvikelse mot budget", "budgetavvikelse")
"""How a nämnd's whole deviation is printed, where it is no line of the layout."""

OUTCOMES = (AmountStage.OUTCOME, AmountStage.PRELIMINARY, AmountStage.FORECAST)
"""The stages of what came out, the firmest first."""

_DISCHARGED = {DecisionKind.GRANTS_DISCHARGE, DecisionKind.REFUSES_DISCHARGE, DecisionKind.RETURNS}
_MEASURES = {DecisionKind.DECIDES, DecisionKind.ADOPTS}
_ANSWERABLE = {OrganKind.BOARD, OrganKind.COMMITTEE}


@rule(
    "audit.deficit-has-measures",
    severity=Severity.WARNING,
    source=DEFICIT,
    sentence=Sentence(
        "{organ} redovisar {value} mnkr mindre än sin budget {year} ({stage}), och modellen har inget beslut "
        "om åtgärder. Vilar på modellens egna belopp.",
        "{organ} reports {value_en} mnkr less than its budget {year} ({stage}), and the model has no decision "
        "on measures. Rests on the model's own figures.",
    ),
    mending=Sentence("Besluta om åtgärder, eller lägg till beslutet.", "Decide on measures, or add the decision."),
)
def deficit_has_measures(held: Held) -> Iterator[Hit]:
    """A nämnd with a deficit must have decided measures, in the last year that there are figures for."""
    yield from criticised(held, "audit.deficit-has-measures")
    last: dict[str, tuple[Amount, Decimal]] = {}
    for amount, value in _deviations(held):
        known = last.get(amount.organ)
        if known is None or later(amount) > later(known[0]):
            last[amount.organ] = amount, value
    for organ, (amount, value) in sorted(last.items()):
        if value < 0 and not any(
            each.about == organ and each.year == amount.year and each.kind in _MEASURES for each in held.model.decisions
        ):
            words = {
                "organ": title_of(held.model, organ),
                "value": number(-value),
                "value_en": number(-value, "en"),
                "stage": amount.stage.value,
            }
            yield Hit((organ, amount.id), {**words, "year": str(amount.year)})


@rule(
    "audit.internal-control-is-planned",
    severity=Severity.WARNING,
    source=CONTROL,
    sentence=Sentence(
        "Modellen har ingen {kind} i kraft för {organ}. Vilar på modellens egna dokument.",
        "The model has no {kind} in force for {organ}. Rests on the model's own documents.",
    ),
    mending=Sentence("Gör den, eller lägg till den.", "Make it, or add it."),
)
def internal_control_is_planned(held: Held) -> Iterator[Hit]:
    """Each styrelse and nämnd must have a risk analysis and a plan for internal control, where the model has any."""
    yield from criticised(held, "audit.internal-control-is-planned")
    for kind in _control_plans(held):
        own = {belongs_to(document) for document in held.model.documents if document.kind == kind.id}
        for organ in _answerable(held):
            if own and organ.id not in own:  # no plan at all only says that none was read
                yield Hit((organ.id,), {"organ": organ.title, "kind": kind.title.lower()})


@rule(
    "audit.each-organ-is-discharged",
    severity=Severity.NOTE,
    source=DISCHARGE,
    sentence=Sentence(
        "För {year} har modellen beslut om ansvarsfrihet för {some}, men inte för {missing}. Vilar på modellens egna "
        "beslut.",
        "For {year} the model has decisions on discharge for {some_en}, but not for {missing_en}. Rests on the model's "
        "own decisions.",
    ),
    mending=Sentence("Lägg till besluten, om de finns.", "Add the decisions, if there are any."),
)
def each_organ_is_discharged(held: Held) -> Iterator[Hit]:
    """Each styrelse and nämnd should have a decision of its own on discharge, in the last year that one has."""
    decided: defaultdict[int, set[str | None]] = defaultdict(set)
    for decision in held.model.decisions:
        if decision.kind in _DISCHARGED and decision.year is not None:
            decided[decision.year].add(decision.about)
    organs = _answerable(held)
    for year in [max(decided)] if decided else []:
        there = [organ for organ in organs if _begins(organ) <= date(year, 12, 31)]
        missing = [organ for organ in there if organ.id not in decided[year]]
        some = [organ.title for organ in there if organ.id in decided[year]]
        if some and missing and None not in decided[year]:  # one about no organ is about those not named
            named = {**in_a_row("some", some), **in_a_row("missing", (organ.title for organ in missing))}
            yield Hit(tuple(organ.id for organ in missing), {**named, "year": str(year)})


def _deviations(held: Held) -> Iterator[tuple[Amount, Decimal]]:
    """What each nämnd had over or lacked, as printed or as its frame less its net costs."""
    committees = {organ.id for organ in _answerable(held)}
    figures = [each for each in held.model.amounts if each.organ in committees and each.value is not None]
    frames = {(each.organ, each.year): each.value for each in figures if each.line == "ram"}
    for amount in figures:
        value = amount.value or Decimal(0)
        if amount.stage not in OUTCOMES or amount.part is not None:
            continue
        if amount.title.lower() in _DEVIATION:
            yield amount, value
        frame = frames.get((amount.organ, amount.year))
        if amount.line == "verksamhetens-nettokostnader" and frame is not None:
            yield amount, frame - abs(value)


def later(amount: Amount) -> tuple[int, int, date, str]:
    """What orders figures of outcomes: by year, then forecast before preliminary before outcome, then by day."""
    return amount.year, -OUTCOMES.index(amount.stage), amount.on or date.min, amount.id


def _answerable(held: Held) -> list[Organ]:
    """Styrelse and nämnder, by id."""
    return sorted((organ for organ in held.model.organs if organ.kind in _ANSWERABLE), key=lambda organ: organ.id)


def _begins(organ: Organ) -> date:
    first = None if organ.validity is None else organ.validity.first
    return first or date.min


def _control_plans(held: Held) -> list[DocumentKind]:
    """The kinds of document that are or hold a plan for internal control, or the risk analysis it rests on."""
    asked = {Content.INTERNAL_CONTROL, Content.RISK_ANALYSIS}
    kinds = () if held.threads.structure is None else held.threads.structure.document_kinds
    return [kind for kind in kinds if asked & set(kind.contains)]


RULES: tuple[Rule, ...] = (
    deficit_has_measures,
    internal_control_is_planned,
    each_organ_is_discharged,
)
