"""Whether steering documents are adopted, based and dated as they must be: the family *documents*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from regionstyrning.model.documents import DocumentStatus, SteeringDocument
from regionstyrning.model.findings import Severity
from regionstyrning.questions.threads import title_of
from regionstyrning.rules.rule import Held, Hit, Rule, rule
from regionstyrning.text.sentences import Sentence, listed

if TYPE_CHECKING:
    from regionstyrning.model.organisation import Organ, OrganKind
    from regionstyrning.model.structure import DocumentKind

STRUCTURE = "Regionens egen struktur, som den är beskriven i modellen."


@rule(
    "documents.the-right-organ-adopts",
    severity=Severity.WARNING,
    source=STRUCTURE,
    each="documents",
    sentence=Sentence(
        "{title} är antagen av {organ}, men ett dokument av slaget {kind} antas av {right}.",
        "{title} was adopted by {organ}, but a document of the kind {kind} is adopted by {right}.",
    ),
    mending=Sentence("Låt rätt organ anta det, eller rätta uppgiften.", "Let the right organ adopt it, or correct it."),
)
def the_right_organ_adopts(document: SteeringDocument, held: Held) -> Iterator[Hit]:
    """A document must be adopted by an organ of the kind that the structure names for it."""
    kind = _kind(held, document)
    adopted = document.adopted
    if kind is None or not kind.adopted_by or adopted is None or adopted.organ is None:
        return
    organ: Organ | None = held.model.by_id.get(adopted.organ)
    acting = _acts_as(organ)
    if acting and not acting & set(kind.adopted_by):
        words = {
            "title": document.title,
            "organ": title_of(held.model, adopted.organ),
            "kind": kind.title.lower(),
            "right": listed([each.value for each in kind.adopted_by]),
        }
        yield Hit((document.id, adopted.organ), words)


@rule(
    "documents.is-based-on-the-right-kind",
    severity=Severity.WARNING,
    source=STRUCTURE,
    each="documents",
    sentence=Sentence(
        "{title} anger inte att det bygger på någon {right}.", "{title} does not say that it builds on any {right}."
    ),
    mending=Sentence("Ange vilket dokument det bygger på.", "Name the document that it builds on."),
)
def is_based_on_the_right_kind(document: SteeringDocument, held: Held) -> Iterator[Hit]:
    """A document must be based on one of the kinds that the structure names for it."""
    kind = _kind(held, document)
    if kind is None or not kind.based_on:
        return
    bases = [held.model.by_id.get(id) for id in document.based_on]
    known = [base for base in bases if isinstance(base, SteeringDocument)]
    if len(known) < len(bases):
        return  # what it builds on is no longer in force or leads nowhere: other rules tell
    if not any(base.kind in kind.based_on for base in known):
        titles = [each.title.lower() for each in _kinds(held) if each.id in kind.based_on]
        yield Hit((document.id,), {"title": document.title, "right": " eller ".join(titles)})


@rule(
    "documents.stays-inside-its-base",
    severity=Severity.WARNING,
    source="Bibliotekets läsning: en plan kan inte räcka längre än den plan som den bygger på.",
    each="documents",
    sentence=Sentence(
        "{title} ({years}) räcker utanför {other} ({others}), som den bygger på.",
        "{title} ({years}) reaches outside {other} ({others}), which it builds on.",
    ),
    mending=Sentence("Rätta horisonten eller vad den bygger på.", "Correct the horizon or what it builds on."),
)
def stays_inside_its_base(document: SteeringDocument, held: Held) -> Iterator[Hit]:
    """A document's horizon must lie inside the horizon of the document of the required kind that it builds on."""
    kind = _kind(held, document)
    if kind is None or document.horizon is None:
        return
    for id in document.based_on:
        base = held.model.by_id.get(id)
        if not isinstance(base, SteeringDocument) or base.kind not in kind.based_on or base.horizon is None:
            continue
        if not base.horizon.days.contains(document.horizon.days):
            words = {"title": document.title, "other": base.title}
            yield Hit((document.id, base.id), {**words, "years": _years(document), "others": _years(base)})


@rule(
    "documents.has-a-final-basis",
    severity=Severity.NOTE,
    source="Bibliotekets läsning: det som bygger på ett preliminärt dokument kan behöva ändras med det slutliga.",
    each="documents",
    sentence=Sentence(
        "{title} bygger på {other}, som är preliminär.", "{title} builds on {other}, which is preliminary."
    ),
    mending=Sentence("Stäm av mot det slutliga när det finns.", "Compare with the final one when there is one."),
)
def has_a_final_basis(document: SteeringDocument, held: Held) -> Iterator[Hit]:
    """A document should not be based on a preliminary one."""
    for id in document.based_on:
        base = held.model.by_id.get(id)
        if isinstance(base, SteeringDocument) and base.status is DocumentStatus.PRELIMINARY:
            yield Hit((document.id, base.id), {"title": document.title, "other": base.title})


@rule(
    "documents.has-been-adopted",
    severity=Severity.WARNING,
    source="KL 5 kap. 1 §: mål och riktlinjer beslutas av fullmäktige; ett dokument som ingen har antagit styr inte.",
    each="documents",
    sentence=Sentence("{title} kan vara oantagen: {said}.", "{title} may never have been adopted: {said}."),
    mending=Sentence("Ange organ, dag och paragraf för beslutet.", "Name organ, day and paragraph of the decision."),
)
def has_been_adopted(document: SteeringDocument, held: Held) -> Iterator[Hit]:
    """A document whose adoption the source leaves open must not be taken for adopted."""
    del held
    adopted = document.adopted
    if document.status is DocumentStatus.NOT_STATED and (adopted is None or adopted.on is None):
        written = " ".join(filter(None, (adopted.on_text, adopted.paragraph))) if adopted is not None else ""
        yield Hit((document.id,), {"title": document.title, "said": written or "inget beslut är angivet"})


@rule(
    "documents.each-organ-has-its-own",
    severity=Severity.NOTE,
    source=STRUCTURE,
    sentence=Sentence(
        "Modellen har inget dokument av slaget {kind} för {organ}.",
        "The model has no document of the kind {kind} for {organ}.",
    ),
    mending=Sentence("Lägg till dokumentet, om det finns.", "Add the document, if there is one."),
)
def each_organ_has_its_own(held: Held) -> Iterator[Hit]:
    """Where each organ of a kind must have a document of its own, each must have one in force."""
    for kind in _kinds(held):
        if kind.belongs_to:
            own = {_belongs(document) for document in held.model.documents if document.kind == kind.id}
            for organ in sorted(held.model.organs, key=lambda organ: organ.id):
                if _acts_as(organ) & set(kind.belongs_to) and organ.id not in own:
                    yield Hit((organ.id,), {"organ": organ.title, "kind": kind.title.lower()})


def _kinds(held: Held) -> tuple[DocumentKind, ...]:
    structure = held.threads.structure
    return () if structure is None else structure.document_kinds


def _kind(held: Held, document: SteeringDocument) -> DocumentKind | None:
    return next((kind for kind in _kinds(held) if kind.id == document.kind), None)


def _belongs(document: SteeringDocument) -> str | None:
    if document.organ is not None:
        return document.organ
    return None if document.adopted is None else document.adopted.organ


def _acts_as(organ: Organ | None) -> set[OrganKind]:
    kind = getattr(organ, "kind", None)
    return set() if organ is None or kind is None else {kind, *(role.kind for role in organ.roles)}


def _years(document: SteeringDocument) -> str:
    horizon = document.horizon
    if horizon is None:
        return ""
    days = horizon.days
    first, last = (None if day is None else day.year for day in (days.first, days.last))
    return str(first or "") if first == last else f"{first or ''}–{last or ''}"


RULES: tuple[Rule, ...] = (
    the_right_organ_adopts,
    is_based_on_the_right_kind,
    stays_inside_its_base,
    has_a_final_basis,
    has_been_adopted,
    each_organ_has_its_own,
)
