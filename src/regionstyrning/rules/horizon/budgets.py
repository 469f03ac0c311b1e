"""Whether a budget holds what the law asks, and the right assembly adopts it."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING

from regionstyrning.law import STANDARD, election_days, law_for, newly_elected_from
from regionstyrning.law.deadlines import StatutoryDuty
from regionstyrning.law.mandates import ADOPTION
from regionstyrning.model.contents import Content
from regionstyrning.model.dates import HorizonKind, years
from regionstyrning.model.documents import DocumentStatus, SteeringDocument
from regionstyrning.model.findings import Severity
from regionstyrning.model.organisation import OrganKind
from regionstyrning.questions.calendar.deeds import ADOPTIONS, deeds, kinds_of
from regionstyrning.questions.calendar.own import own_steps
from regionstyrning.questions.editions import has_year, years_text
from regionstyrning.questions.threads import title_of
from regionstyrning.rules.horizon.looked_at import budget_year, is_in_effect, is_whole, put_in_place_of
from regionstyrning.rules.rule import Held, Hit, Rule, rule
from regionstyrning.rules.words import in_a_row
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.law import Law
    from regionstyrning.questions.calendar.deeds import Deed

_PLANS = {HorizonKind.BUDGET_YEAR, HorizonKind.ROLLING}
"""Kinds of horizon that say for which years a plan is."""

PLAN_YEARS = "planperiod"
"""The name of the number of years that the law asks of a budget's plan."""

_GROUP, _PRESUMED = "kl/11-6a", "antas vid, andel av rösterna"
_TERM_YEARS = 4

_PLANNED = Sentence(
    "{title} i årshjulet är gjort senast {day}, men budgeten för {year} antas av det nyvalda fullmäktige, tidigast "
    "{first}, och inget senare steg gör det.",
    "{title} in the cycle is done by {day}, but the budget for {year} is adopted by the newly elected fullmäktige, on "
    "{first} at the earliest, and no later step does so.",
)


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
    calendar year nobody knows the plan years: both readings are ours. What amends a budget, or is a part
    of one, need not hold its plan once more, and a preliminary one may still get it.
    """
    year, horizon = budget_year(document, held), document.horizon
    if year is None or horizon is None or horizon.span_years is None or horizon.kind not in _PLANS:
        return
    if not (is_whole(document) and is_in_effect(document)):
        return
    for provision in law_for(held.model).of_year(year, number=PLAN_YEARS):
        last = year + int(provision.share(PLAN_YEARS) or 0) - 1
        if not all(has_year(horizon.days, each) for each in (year, last)):
            words = {"years": years_text(horizon.days), "wanted": f"{year}–{last}"}
            yield Hit((document.id,), {"title": document.title, **words}, f"{provision.cited}.")


_SHOWS_NO_GROUP = Sentence(
    "{title} är budget för {year}, men inget visar att den redovisar ekonomin i {persons}.",
    "{title} is the budget for {year}, but nothing shows that it accounts for the economy of {persons_en}.",
)
_MEND_GROUP = Sentence(
    "Lägg till beloppen för koncernen eller bolaget, eller säg att dokumentslaget innehåller redovisningen (contains).",
    "Add the figures of the group or the company, or say that the kind of document holds the account (contains).",
)


@rule(
    "horizon.budget-accounts-for-the-group",
    severity=Severity.WARNING,
    lawful=True,
    source="KL 11 kap. 6 a §.",
    each="documents",
    sentence=_SHOWS_NO_GROUP,
    mending=_MEND_GROUP,
)
def budget_accounts_for_the_group(document: SteeringDocument, held: Held) -> Iterator[Hit]:
    """A budget must account for the economy of the group's legal persons, where the region is known to have such."""
    yield from _without_group(document, held, first=False)


@rule(
    "horizon.first-budget-accounts-for-the-group",
    severity=Severity.NOTE,
    source="KL 11 kap. 6 a § och Bibliotekets läsning: den första budgeten antogs i regel innan regeln var i kraft.",
    each="documents",
    sentence=_SHOWS_NO_GROUP,
    mending=_MEND_GROUP,
)
def first_budget_accounts_for_the_group(document: SteeringDocument, held: Held) -> Iterator[Hit]:
    """The first budget to which it applies should account for the group, though it was adopted before the rule."""
    yield from _without_group(document, held, first=True)


def _without_group(document: SteeringDocument, held: Held, *, first: bool) -> Iterator[Hit]:
    year, law = budget_year(document, held), law_for(held.model)
    provision = law.rule(_GROUP)
    if year is None or document.status is not DocumentStatus.ADOPTED or not provision.of_year(year):
        return
    if not is_whole(document):
        return
    persons = _group(held, law, year)
    if persons and first is (year == provision.provision.first_year) and not _accounts_for(document, held, persons):
        words = in_a_row("persons", (title_of(held.model, id) for id in persons))
        yield Hit((document.id, *persons), {"title": document.title, "year": str(year), **words}, f"{provision.cited}.")


def _group(held: Held, law: Law, year: int) -> list[str]:
    """
    The legal persons that the region has so much of that influence is presumed (LKBR 2:5).

    The votes are read from the share, or from the part of the board that it appoints. Where neither
    is stated it is not known, and nothing is asked.
    """
    found = set()
    least = min((rule.share(_PRESUMED) or 0 for rule in law.of_year(year, number=_PRESUMED)), default=None)
    for each in held.model.ownerships:
        share = each.board_percent if each.share_percent is None else each.share_percent
        body, holds = (
            held.model.by_id.get(each.owned),
            each.validity is None or each.validity.overlaps(years(year, year)),
        )
        if getattr(body, "kind", None) is not OrganKind.LEGAL_PERSON or each.owner != held.model.legal_person:
            continue
        if holds and share is not None and least is not None and share >= least:
            found.add(each.owned)
    return sorted(found)


def _accounts_for(document: SteeringDocument, held: Held, persons: list[str]) -> bool:
    """Whether a budget, or an annex of it, prints figures of the group or of such a person, or its kind says so."""
    kind = kinds_of(held.model, held.model.as_of).get(document.kind or "")
    parts = {document.id, *(each.id for each in held.model.documents if each.part_of == document.id)}
    figures = (each for each in held.model.amounts if each.document in parts)
    return Content.GROUP_ECONOMY in getattr(kind, "contains", ()) or any(
        each.group or each.organ in persons for each in figures
    )


@rule(
    "horizon.the-newly-elected-adopt-the-budget",
    severity=Severity.WARNING,
    lawful=True,
    source="KL 11 kap. 10 § andra stycket.",
    sentence=Sentence(
        "{title} antogs {day} av det avgående fullmäktige; budgeten för {year} antas av det nyvalda, tidigast {first}.",
        "{title} was adopted on {day} by the outgoing fullmäktige; the budget for {year} is adopted by the newly "
        "elected one, on {first} at the earliest.",
    ),
    mending=Sentence("Låt det nyvalda fullmäktige anta budgeten.", "Let the newly elected fullmäktige adopt it."),
)
def the_newly_elected_adopt_the_budget(held: Held) -> Iterator[Hit]:
    """
    In a year of election the budget must be adopted by the newly elected fullmäktige.

    It is told of what was adopted, by the document or by a decision, unless the newly elected adopted
    the same later, or what replaces or amends it; and of a cycle that plans it so in the next year of
    election.
    """
    law = law_for(held.model)
    adopted: defaultdict[tuple[str, int], list[Deed]] = defaultdict(list)
    for deed in deeds(held.known):
        year = _budget_adopted(deed, held)
        if year is not None and deed.on is not None:
            adopted[deed.document or deed.record, year].append(deed)
    for (id, year), each in adopted.items():
        first = newly_elected_from(law, year)
        later = (adopted.get((other, year), ()) for other in put_in_place_of(id, held))
        if first is not None and all(deed.on is not None and deed.on < first for deed in chain(each, *later)):
            deed = each[0]
            title = deed.title if deed.document is None else title_of(held.known, deed.document)
            words = {"title": title, "day": str(deed.on), "year": str(year), "first": str(first)}
            yield Hit(tuple(dict.fromkeys((deed.record, id))), words, f"{law.rule(ADOPTION).cited}.")
    yield from _planned_too_early(held, law)


def _budget_adopted(deed: Deed, held: Held) -> int | None:
    """The budget year of what was adopted by fullmäktige, or nobody says by whom; None if it is no budget."""
    if deed.kind not in ADOPTIONS or (deed.by is not None and deed.by_kind is not OrganKind.ASSEMBLY):
        return None
    document = held.known.by_id.get(deed.document or "")
    stated = deed.about if Content.BUDGET in deed.contains else None
    if not isinstance(document, SteeringDocument):
        return stated if deed.document is None else None
    if document.status is DocumentStatus.PRELIMINARY:
        return None
    year = budget_year(document, held)
    return stated if year is None else year


def _planned_too_early(held: Held, law: Law) -> Iterator[Hit]:
    """The steps of the cycle that let the outgoing fullmäktige adopt the budget in the next year of election."""
    this = held.model.as_of.year
    for election in election_days(law, this, this + _TERM_YEARS - 1):
        first = newly_elected_from(law, election.year + 1)
        steps = [
            step
            for step in own_steps(held.model, election.year, STANDARD)
            if step.duty is StatutoryDuty.BUDGET_ADOPTED and step.about == election.year + 1
        ]
        if first is None or not all(step.on is not None and step.on < first for step in steps):
            continue
        for step in steps:
            words = {"title": step.title, "day": str(step.on), "year": str(step.about), "first": str(first)}
            yield Hit((step.id.split("/")[0], step.record), words, f"{law.rule(ADOPTION).cited}.", sentence=_PLANNED)


RULES: tuple[Rule, ...] = (
    budget_plan_covers_three_years,
    budget_accounts_for_the_group,
    first_budget_accounts_for_the_group,
    the_newly_elected_adopt_the_budget,
)
