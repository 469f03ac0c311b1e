"""Whether guidelines, goals and plan are there as the law asks: the family *geh*, its first part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from regionstyrning.law import law_for
from regionstyrning.model.contents import Content
from regionstyrning.model.economy import AmountStage
from regionstyrning.model.findings import Severity
from regionstyrning.model.organisation import OrganKind
from regionstyrning.questions.calendar.deeds import ADOPTIONS, deeds, kinds_of
from regionstyrning.questions.economy.reserving import KIND_OF
from regionstyrning.questions.editions import has_year
from regionstyrning.questions.geh import goal_levels, side_of
from regionstyrning.rules.economy.looked_at import records_of, statements, words_of
from regionstyrning.rules.geh.looked_at import HALVES, counted, is_law, speaks_of_geh
from regionstyrning.rules.horizon.looked_at import is_in_effect, is_whole
from regionstyrning.rules.rule import Held, Hit, Rule, rule
from regionstyrning.text.numbers import number
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from regionstyrning.model.documents import SteeringDocument

_GUIDELINES = ("kl/11-1", "kl/11-1-aldre")
_COVER_RESERVES = (*_GUIDELINES, "kl/11-1-rur")
_GOALS = ("kl/11-6-1", "kl/11-6-2")
_PLAN = "kl/11-6-3"

_ADOPTED_BY_WHOM = Sentence(
    "{title}: att fullmäktige har antagit riktlinjerna för god ekonomisk hushållning är inte känt. Vilar på modellens "
    "egna dokument.",
    "{title}: that fullmäktige has adopted the guidelines for god ekonomisk hushållning is not known. Rests on the "
    "model's own documents.",
)


@rule(
    "geh.guidelines-are-adopted",
    severity=Severity.NOTE,
    source="KL 11 kap. 1 §.",
    sentence=Sentence(
        "{title} har inga antagna riktlinjer för god ekonomisk hushållning som är kända. Vilar på modellens egna "
        "dokument.",
        "{title} has no adopted guidelines for god ekonomisk hushållning that are known. Rests on the model's own "
        "documents.",
    ),
    mending=Sentence(
        "Lägg in riktlinjerna, av ett dokumentslag som innehåller dem (contains).",
        "Add the guidelines, of a kind of document that holds them (contains).",
    ),
)
def guidelines_are_adopted(held: Held) -> Iterator[Hit]:
    """
    Fullmäktige must have adopted guidelines for god ekonomisk hushållning, where the model speaks of it.

    The guidelines are in force on the day; who adopted them may be a fullmäktige that has been renamed since.
    """
    if not speaks_of_geh(held) or not is_law(held, held.model.as_of.year, _GUIDELINES):
        return
    standing = {each.id: each for each in held.model.documents if is_in_effect(each)}
    adopted = [
        deed
        for deed in deeds(held.known)
        if deed.kind in ADOPTIONS and Content.GEH_GUIDELINES in deed.contains
        if deed.document is None or deed.document in standing
    ]
    if any(deed.by_kind is OrganKind.ASSEMBLY for deed in adopted):
        return
    kinds, decided = kinds_of(held.known, held.model.as_of), {deed.document for deed in adopted}
    for id, document in sorted(standing.items()):
        if id not in decided and Content.GEH_GUIDELINES in getattr(kinds.get(document.kind or ""), "contains", ()):
            yield Hit((id,), {"title": document.title}, sentence=_ADOPTED_BY_WHOM)
            return
    whose = held.model.legal_person
    yield Hit(() if whose is None else (whose,), {"title": held.model.title})


@rule(
    "geh.guidelines-cover-the-reserve",
    severity=Severity.WARNING,
    lawful=True,
    source="KL 11 kap. 1 §.",
    sentence=Sentence(
        "{line} är {value} mnkr {year}, men inga egna riktlinjer för den är kända.",
        "{line} is {value} mnkr in {year}, but no own guidelines for it are known.",
    ),
    mending=Sentence(
        "Lägg in reserven i strukturen, med när den fylls och används.",
        "Add the reserve to the structure, with when it is filled and used.",
    ),
)
def guidelines_cover_the_reserve(held: Held) -> Iterator[Hit]:
    """
    The guidelines for god ekonomisk hushållning must cover a reserve that there is.

    It is told of the last year with accounts, if the law of that year asks for it.
    """
    structure, law = held.threads.structure, law_for(held.model)
    own = () if structure is None else structure.reserves
    for statement in list(statements(held))[-1:]:
        for reserve, kind in KIND_OF.items():
            value = statement.accounts.value(reserve)
            told = any(each.kind is kind and (each.filled or each.used) for each in own)
            asked = [each for each in law.of_year(statement.year, line=reserve) if each.id in _COVER_RESERVES]
            if value and asked and not told and reserve in statement.accounts.entries:
                words = {**words_of(statement.accounts, reserve), "value": number(value)}
                yield Hit(records_of(statement, reserve), words, f"{asked[0].cited}.")


@rule(
    "geh.both-kinds-of-goals-count",
    severity=Severity.WARNING,
    lawful=True,
    source="KL 11 kap. 6 § första och andra styckena.",
    sentence=Sentence(
        "Inga {half} räknas till god ekonomisk hushållning. Vilar på modellens egna mål.",
        "No {half_en} count for god ekonomisk hushållning. Rests on the model's own goals.",
    ),
    mending=Sentence(
        "Ange vilka mål som räknas: på målet, dess nivå eller dess perspektiv (geh), och om de är finansiella.",
        "State which goals count: on the goal, its level or its perspective (geh), and whether they are financial.",
    ),
)
def both_kinds_of_goals_count(held: Held) -> Iterator[Hit]:
    """
    The plan must have both financial goals and goals for the activity that count for god ekonomisk hushållning.

    If no budget in force is known, of a kind that is said to be one, its goals are not known either.
    """
    structure, levels = held.threads.structure, {level.id for level in goal_levels(held.threads)}
    planned = speaks_of_geh(held) and any(goal.level in levels for goal in held.model.goals)
    if structure is None or not planned or not is_law(held, held.model.as_of.year, _GOALS):
        return
    budgets = {kind.id for kind in structure.document_kinds if Content.BUDGET in kind.contains}
    if budgets and not any(document.kind in budgets for document in held.model.documents):
        return
    sides = {side_of(goal, held.threads) for goal in counted(held)}
    for kind, (_, swedish, english) in HALVES.items():
        if kind not in sides:
            yield Hit((structure.id,), {"half": swedish, "half_en": english})


@rule(
    "geh.the-plan-spans-three-years",
    severity=Severity.WARNING,
    lawful=True,
    source="KL 11 kap. 6 § tredje stycket.",
    sentence=Sentence(
        "{title} är budget för {year} men ser bara {years} år fram, och ingen plan för de åren därefter är känd.",
        "{title} is the budget of {year} but looks only {years} years ahead, and no plan for those after it is known.",
    ),
    mending=Sentence(
        "Ange planåren i dokumentets horisont, eller lägg in planens belopp.",
        "State the plan years in the document's horizon, or add the plan's figures.",
    ),
)
def the_plan_spans_three_years(held: Held) -> Iterator[Hit]:
    """The budget must hold a plan of the economy for three years, the budget year first."""
    law = law_for(held.model)
    documents = {document.id: document for document in held.model.documents}
    for id, year in sorted(_budgets(held, documents).items()):
        least = next((each.share("planperiod") for each in law.of_year(year) if each.id == _PLAN), None)
        document = documents[id]
        spans = _years_ahead(document, year)
        if least is None or spans is None or spans >= least:
            continue
        planned = {each.year for each in held.model.amounts if each.stage is AmountStage.PLAN and each.document == id}
        if not {year + ahead for ahead in range(1, int(least))} <= planned:
            yield Hit((id,), {"title": document.title, "year": str(year), "years": str(spans)})


def _budgets(held: Held, documents: Mapping[str, SteeringDocument]) -> dict[str, int]:
    """
    The documents that print the region's own budget, with the budget year.

    A report prints the budget to compare with, and a budget that of the year before, or plan years as if they
    were budgets: its own is the first of its horizon.
    """
    kinds, found = kinds_of(held.known, held.model.as_of), {}
    for each in sorted(held.model.amounts, key=lambda amount: -amount.year):
        document = documents.get(each.document or "")
        own = each.organ == held.model.legal_person and each.part is None and not each.group
        if document is None or each.stage is not AmountStage.BUDGET or each.line is None or not own:
            continue
        reports = getattr(kinds.get(document.kind or ""), "reports", False)
        inside = document.horizon is None or has_year(document.horizon.days, each.year)
        if inside and not reports and is_whole(document) and is_in_effect(document):
            found[document.id] = each.year
    return found


def _years_ahead(document: SteeringDocument, year: int) -> int | None:
    """How many years a document sees from the budget year on; None if it does not say."""
    last = None if document.horizon is None else document.horizon.days.last
    return None if last is None else last.year - year + 1


RULES: tuple[Rule, ...] = (
    guidelines_are_adopted,
    guidelines_cover_the_reserve,
    both_kinds_of_goals_count,
    the_plan_spans_three_years,
)
