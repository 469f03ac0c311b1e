"""Whether steering documents are adopted, based and dated as they must be: the family *documents*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from regionstyrning.model.documents import DecisionKind, DocumentStatus, SteeringDocument
from regionstyrning.model.findings import Severity
from regionstyrning.questions.editions import belongs_to
from regionstyrning.questions.threads import title_of
from regionstyrning.rules.rule import Held, Hit, Rule, rule
from regionstyrning.rules.words import in_a_row
from regionstyrning.text.sentences import Sentence

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
        "{title} was adopted by {organ}, but a document of the kind {kind} is adopted by {right_en}.",
    ),
    mending=Sentence("Låt rätt organ anta det, eller rätta uppgiften.", "Let the right organ adopt it, or correct it."),
)
def the_right_organ_adopts(document: SteeringDocument, held: Held) -> Iterator[Hit]:
    """A document must be adopted by an organ of the kind that the structure names for it."""
    kind = kind_of(held, document)
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
            **in_a_row("right", [each.value for each in kind.adopted_by]),
        }
        yield Hit((document.id, adopted.organ), words)


@rule(
    "documents.is-based-on-the-right-kind",
    severity=Severity.WARNING,
    source=STRUCTURE,
    each="documents",
    sentence=Sentence(
        "{title} bygger på {others} men ska bygga på {right}.",
        "{title} builds on {others_en} but is to build on some {right_en}.",
    ),
    mending=Sentence("Rätta vad det bygger på.", "Correct what it builds on."),
)
def is_based_on_the_right_kind(document: SteeringDocument, held: Held) -> Iterator[Hit]:
    """A document that says what it builds on must build on one of the kinds that the structure names for it."""
    kind = kind_of(held, document)
    if kind is None or not kind.based_on:
        return
    bases = [held.model.by_id.get(id) for id in document.based_on]
    known = [base for base in bases if isinstance(base, SteeringDocument)]
    if len(known) < len(bases):
        return  # what it builds on is no longer in force or leads nowhere: other rules tell
    if known and not any(base.kind in kind.based_on for base in known):
        others = in_a_row("others", (base.title for base in known))
        words = {"title": document.title, **others, **_right(held, kind)}
        yield Hit((document.id, *document.based_on), words)


@rule(
    "documents.says-what-it-is-based-on",
    severity=Severity.NOTE,
    source=STRUCTURE,
    each="documents",
    sentence=Sentence(
        "Modellen säger inte vad {title} bygger på: {right} enligt strukturen.",
        "The model does not say what {title} builds on: some {right_en} by the structure.",
    ),
    mending=Sentence("Ange vilket dokument det bygger på.", "Name the document that it builds on."),
)
def says_what_it_is_based_on(document: SteeringDocument, held: Held) -> Iterator[Hit]:
    """A document that must build on another should say on which."""
    kind = kind_of(held, document)
    if kind is not None and kind.based_on and not document.based_on:
        yield Hit((document.id,), {"title": document.title, **_right(held, kind)})


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
    source="Bibliotekets läsning: ett dokument vars beslut saknar dag i källan kan vara oantaget.",
    each="documents",
    sentence=Sentence(
        "Det är inte känt om {title} har antagits; källan anger {said}.",
        "It is not known whether {title} was adopted; the source gives {said}.",
    ),
    mending=Sentence("Ange organ, dag och paragraf för beslutet.", "Name organ, day and paragraph of the decision."),
)
def has_been_adopted(document: SteeringDocument, held: Held) -> Iterator[Hit]:
    """A document whose adoption the source leaves blank must not be taken for adopted."""
    adopted = document.adopted
    if document.status is not DocumentStatus.NOT_STATED or adopted is None or _decided_on(document, held):
        return
    written = " ".join(filter(None, (adopted.on_text, adopted.paragraph)))
    yield Hit((document.id,), {"title": document.title, "said": written or "ingen dag"})


@rule(
    "documents.adoption-is-known",
    severity=Severity.NOTE,
    source="Bibliotekets läsning: den som läser bör veta vilka dokument vars beslut ingen källa nämner.",
    each="documents",
    sentence=Sentence(
        "Ingen läst källa säger vem som har antagit {title}.", "No source read says who adopted {title}."
    ),
    mending=Sentence("Ange organ, dag och paragraf för beslutet.", "Name organ, day and paragraph of the decision."),
)
def adoption_is_known(document: SteeringDocument, held: Held) -> Iterator[Hit]:
    """Of a document that steers it should be known who adopted it."""
    undecided = document.adopted is None and not _decided_on(document, held)
    if document.status is DocumentStatus.NOT_STATED and undecided:
        yield Hit((document.id,), {"title": document.title})


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
            own = {belongs_to(document) for document in held.model.documents if document.kind == kind.id}
            for organ in sorted(held.model.organs, key=lambda organ: organ.id):
                if _acts_as(organ) & set(kind.belongs_to) and organ.id not in own:
                    yield Hit((organ.id,), {"organ": organ.title, "kind": kind.title.lower()})


def _kinds(held: Held) -> tuple[DocumentKind, ...]:
    structure = held.threads.structure
    return () if structure is None else structure.document_kinds


def kind_of(held: Held, document: SteeringDocument) -> DocumentKind | None:
    """The kind of a document in the structure in force, or None if it has none there."""
    return next((kind for kind in _kinds(held) if kind.id == document.kind), None)


def _acts_as(organ: Organ | None) -> set[OrganKind]:
    kind = getattr(organ, "kind", None)
    return set() if organ is None or kind is None else {kind, *(role.kind for role in organ.roles)}


def _right(held: Held, kind: DocumentKind) -> dict[str, str]:
    right = (each.title.lower() for each in _kinds(held) if each.id in kind.based_on)
    return in_a_row("right", right, ("eller", "or"))


def _decided_on(document: SteeringDocument, held: Held) -> bool:
    """Whether its day of adoption is known, by itself or by a decision."""
    if document.adopted is not None and document.adopted.on is not None:
        return True
    return any(each.about == document.id and each.kind is DecisionKind.ADOPTS for each in held.model.decisions)


RULES: tuple[Rule, ...] = (
    the_right_organ_adopts,
    is_based_on_the_right_kind,
    says_what_it_is_based_on,
    has_a_final_basis,
    has_been_adopted,
    adoption_is_known,
    each_organ_has_its_own,
)
