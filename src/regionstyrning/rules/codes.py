"""Whether the codes and sources that records name are known: the rest of the family *references*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from regionstyrning.model.catalogues import CATALOGUES
from regionstyrning.model.economy import LINES
from regionstyrning.model.findings import Severity
from regionstyrning.model.indicators import Indicator
from regionstyrning.model.organisation import Organ
from regionstyrning.model.steering_model import ModelStatus
from regionstyrning.questions.missing import undated_documents
from regionstyrning.rules.rule import Held, Hit, Rule, rule
from regionstyrning.rules.words import name_of, near
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Collection

    from regionstyrning.model.documents import SteeringDocument
    from regionstyrning.model.economy import Amount
    from regionstyrning.model.goals import Goal
    from regionstyrning.model.indicators import Outcome, Target

OWN = "Bibliotekets läsning: en uppgift ska gå att spåra och en kod att slå upp."


@rule(
    "references.scope-is-declared",
    severity=Severity.ERROR,
    lawful=True,
    source=OWN,
    sentence=Sentence(
        "{title} har ett värde för {code}, som indikatorn inte delas upp på{hint}.",
        "{title} has a value for {code}, which the indicator is not divided by{hint}.",
    ),
    mending=Sentence("Rätta koden eller lägg till den bland scopes.", "Correct the code or add it to scopes."),
)
def scope_is_declared(held: Held) -> Iterator[Hit]:
    """A scope that a target or outcome names must be one of its indicator's."""
    dated: tuple[Target | Outcome, ...] = (*held.model.targets, *held.model.outcomes)
    for record in dated:
        indicator = held.model.by_id.get(record.indicator)
        if record.scope is not None and isinstance(indicator, Indicator):
            known = [scope.id for scope in indicator.scopes]
            yield from _unknown(held, record, record.scope, known, indicator)


@rule(
    "references.role-is-the-organs",
    severity=Severity.ERROR,
    lawful=True,
    source=OWN,
    sentence=Sentence(
        "{title} ägs av rollen {code}, som organet inte har{hint}.",
        "{title} is owned by the role {code}, which the organ does not have{hint}.",
    ),
    mending=Sentence("Rätta rollen eller lägg till den på organet.", "Correct the role or add it to the organ."),
)
def role_is_the_organs(held: Held) -> Iterator[Hit]:
    """A role that owns a goal or indicator must be one of the organ's."""
    owned: tuple[Goal | Indicator, ...] = (*held.model.goals, *held.model.indicators)
    for record in owned:
        for owner in record.owners:
            organ = held.model.by_id.get(owner.organ or "")
            if owner.role is not None and (owner.organ is None or isinstance(organ, Organ)):
                known = [role.id for role in getattr(organ, "roles", ())]
                yield from _unknown(held, record, owner.role, known)


@rule(
    "references.line-is-known",
    severity=Severity.ERROR,
    lawful=True,
    source="LKBR 5 kap. och 6 kap.; urvalet av rader är bibliotekets.",
    each="amounts",
    sentence=Sentence(
        "{title} hör till raden {code}, som uppställningen inte har{hint}.",
        "{title} belongs to the line {code}, which the layout does not have{hint}.",
    ),
    mending=Sentence(
        "Rätta raden, eller utelämna den om uppställningen saknar en sådan.",
        "Correct the line, or leave it out if the layout has none such.",
    ),
)
def line_is_known(amount: Amount, held: Held) -> Iterator[Hit]:
    """A line that an amount names must be one that the layout has."""
    for line in (amount.line, *amount.lump):
        if line is not None:
            yield from _unknown(held, amount, line, LINES)


@rule(
    "references.grade-is-on-the-scale",
    severity=Severity.ERROR,
    lawful=True,
    source=OWN,
    sentence=Sentence(
        "{title} har betyget {code}, som inte finns på skalan{hint}.",
        "{title} has the grade {code}, which is not on the scale{hint}.",
    ),
    mending=Sentence("Rätta betyget eller skalan.", "Correct the grade or the scale."),
)
def grade_is_on_the_scale(held: Held) -> Iterator[Hit]:
    """A grade must be a word of the scale that it is on."""
    for record, grade, scale in _graded(held):
        structure = held.threads.structure
        scales = () if structure is None else structure.scales
        steps = next((each.steps for each in scales if each.id == scale), None)
        if steps is not None:
            yield from _unknown(held, record, grade, [step.word for step in steps])


@rule(
    "references.has-a-source",
    severity=Severity.ERROR,
    lawful=True,
    source="Bibliotekets krav: varje post om en verklig region har en källa.",
    sentence=Sentence("{title} saknar källa.", "{title} has no source."),
    mending=Sentence("Ange publikation och plats.", "Name the publication and the place."),
)
def has_a_source(held: Held) -> Iterator[Hit]:
    """Every record of a real region must have a source, unless someone proposes it."""
    if held.model.status is ModelStatus.FICTIONAL:
        return
    for name in CATALOGUES:
        if name != "publications":
            for record in getattr(held.model, name):
                if not record.sources and not record.proposed:
                    yield Hit((record.id,), {"title": name_of(held.model, record)})


@rule(
    "references.first-day-is-known",
    severity=Severity.NOTE,
    source="Bibliotekets läsning: det som saknar datum räknas som gällande, och det sägs.",
    each="documents",
    sentence=Sentence(
        "Ingen känd första dag för {title}; det räknas som gällande.",
        "No known first day for {title}; it is taken to be in force.",
    ),
    mending=Sentence("Ange dag för beslut eller ikraftträdande.", "Name the day of adoption or entry into force."),
)
def first_day_is_known(document: SteeringDocument, held: Held) -> Iterator[Hit]:
    """A document's first day in force should be known."""
    if document.id in undated_documents(held.model):
        yield Hit((document.id,), {"title": document.title})


def _unknown(held: Held, record: Any, code: str, known: Collection[str], *about: Any) -> Iterator[Hit]:  # noqa: ANN401 - any record
    """A hit about a record, or about what it belongs to, if a code is not among the known."""
    if code not in known:
        named = (record, *about)
        words = {"title": name_of(held.model, named[-1]), "code": code, "hint": near(code, known)}
        yield Hit(tuple(each.id for each in named), words)


def _graded(held: Held) -> Iterator[tuple[Any, str, str]]:
    """Records with a grade, and the scale it is on, as far as one is named."""
    for judgement in held.model.judgements:
        if judgement.grade is not None and judgement.scale is not None:
            yield judgement, judgement.grade, judgement.scale
    outcomes: tuple[Outcome, ...] = held.model.outcomes
    for outcome in outcomes:
        indicator = held.model.by_id.get(outcome.indicator)
        if outcome.grade is not None and isinstance(indicator, Indicator) and indicator.scale is not None:
            yield outcome, outcome.grade, indicator.scale


RULES: tuple[Rule, ...] = (
    scope_is_declared,
    role_is_the_organs,
    line_is_known,
    grade_is_on_the_scale,
    has_a_source,
    first_day_is_known,
)
