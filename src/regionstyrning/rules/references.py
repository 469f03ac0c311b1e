"""Whether ids lead somewhere: the family *references*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from regionstyrning.model.catalogues import CATALOGUES, Name
from regionstyrning.model.findings import Severity
from regionstyrning.model.in_force import documents_in_force
from regionstyrning.model.judgements import Judgement
from regionstyrning.model.references import ReferenceField, reference_fields
from regionstyrning.model.structure import INDICATORS
from regionstyrning.questions.threads import title_of
from regionstyrning.rules import going_round
from regionstyrning.rules.fields import says
from regionstyrning.rules.going_round import OWN
from regionstyrning.rules.rule import Held, Hit, Rule, rule
from regionstyrning.rules.words import name_of, near
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from regionstyrning.model.documents import SteeringDocument
    from regionstyrning.model.records import Record
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.model.structure import Structure

_HISTORY = {
    "publications": {"document"},
    "documents": {"replaces", "amends", "supplements", "outranks", "adopted.organ"},
    "organs": {"succeeds", "oversees"},
    "goals": {"continues"},
    "indicators": {"set_by"},
    "targets": {"set_by"},
}
"""Fields that speak of what was, or of all years at once, so that they may name what is no longer in force."""

_BASIS = "based_on"
"""The field that says what a document was made from: a rule of its own tells when that has ended."""

_PAST = {"decisions", "outcomes", "judgements", "amounts", "open_points"}
"""Catalogues of facts, which may be about what is no longer in force."""

_LEGAL_PERSON = ReferenceField(("legal_person",), (False,), (None,), ("organs",))
"""The only field of the model itself that names a record."""


@rule(
    "references.leads-somewhere",
    severity=Severity.ERROR,
    lawful=True,
    source=OWN,
    sentence=Sentence(
        "{title} {says} {id}, som inte finns ({field}).", "{title} {says_en} {id}, which does not exist ({field})."
    ),
    mending=Sentence("Rätta id:t eller lägg till posten.", "Correct the id or add the record."),
)
def leads_somewhere(held: Held) -> Iterator[Hit]:
    """Every id that a record names must be the id of a record."""
    yield from _named_wrongly(held, lambda _, __, id: id not in held.threads.nodes and id not in held.model)


@rule(
    "references.leads-to-the-right-kind",
    severity=Severity.ERROR,
    lawful=True,
    source=OWN,
    sentence=Sentence(
        "{title} {says} {id}, som är en post av annat slag ({field}).",
        "{title} {says_en} {id}, which is a record of another kind ({field}).",
    ),
    mending=Sentence("Rätta id:t.", "Correct the id."),
)
def leads_to_the_right_kind(held: Held) -> Iterator[Hit]:
    """Every id that a record names must be the id of a record of the right kind."""
    homes = _homes(held)

    def is_misled(_: str, reference: ReferenceField, id: str) -> bool:
        return id in homes and bool(reference.targets) and homes[id] not in reference.targets

    yield from _named_wrongly(held, is_misled)


@rule(
    "references.is-in-force",
    severity=Severity.WARNING,
    lawful=True,
    source=OWN,
    sentence=Sentence(
        "{title} {says} {other}, som inte gäller den {day}.",
        "{title} {says_en} {other}, which is not in force on {day}.",
    ),
    mending=Sentence(
        "Ändra länken till det som gäller, eller avsluta posten.",
        "Link to what is in force, or end the record.",
    ),
)
def is_in_force(held: Held) -> Iterator[Hit]:
    """What is in force must not hang on what no longer is."""
    gone = {name.id for name in held.model.names}

    def hangs_on_the_gone(name: str, reference: ReferenceField, id: str) -> bool:
        past = name in _PAST or reference.name in _HISTORY.get(name, ()) or reference.name == _BASIS
        return id in gone and not past

    yield from _named_wrongly(held, hangs_on_the_gone)


@rule(
    "references.basis-is-in-force",
    severity=Severity.NOTE,
    lawful=True,
    source="Bibliotekets läsning: en plan får vila på den version som den gjordes av, men den som läser bör veta det.",
    sentence=Sentence(
        "{title} bygger på {other}, som inte gäller den {day}.",
        "{title} is based on {other}, which is not in force on {day}.",
    ),
    mending=Sentence("Stäm av mot det som gäller nu.", "Compare it with what is in force now."),
)
def basis_is_in_force(held: Held) -> Iterator[Hit]:
    """
    What a document is based on should be in force as long as it is.

    A base that is to come has not ended: a plan for next year rests on next year's budget.
    """
    gone = {name.id for name in held.model.names}

    def rests_on_the_gone(name: str, reference: ReferenceField, id: str) -> bool:
        return id in gone and name == "documents" and reference.name == _BASIS and not _is_to_come(held, id)

    yield from _named_wrongly(held, rests_on_the_gone)


@rule(
    "references.names-a-part-of-the-structure",
    severity=Severity.ERROR,
    lawful=True,
    source=OWN,
    sentence=Sentence(
        "{title}: {field} är {id}, som strukturen inte har{hint}.",
        "{title}: {field} is {id}, which the structure does not have{hint}.",
    ),
    mending=Sentence("Rätta värdet eller lägg till det i strukturen.", "Correct it or add it to the structure."),
)
def names_a_part_of_the_structure(held: Held) -> Iterator[Hit]:
    """A level, kind of document, scale or stream that a record names must stand in the structure in force."""
    structure = held.threads.structure
    if structure is None:
        return
    parts = _parts(structure)
    for name, cls in CATALOGUES.items():
        for reference in reference_fields(cls, "within"):
            known = parts[reference.name if reference.name in parts else reference.targets[0]]
            for record in getattr(held.model, name):
                for id in reference.ids((record,)):
                    if id not in known and not _is_older(record, structure):
                        words = {"title": name_of(held.model, record), "field": reference.name}
                        yield Hit((record.id,), {**words, "id": id, "hint": near(id, known)})


_PARTS = ("levels", "document_kinds", "scales", "streams", "cycle")


def _named_wrongly(held: Held, is_wrong: Callable[[str, ReferenceField, str], bool]) -> Iterator[Hit]:
    """
    A hit for each record and field that names an id wrongly.

    Each id is judged once for a catalogue and field, however many records name it by that field.
    """
    model = held.model
    for name, reference, records in _naming(model):
        wrong = {id for id in set(reference.ids(records)) if is_wrong(name, reference, id)}
        for record in records if wrong else ():
            for id in dict.fromkeys(reference.ids((record,))):
                if id in wrong:
                    title = title_of(model, record.lower) if reference.name == "upper" else name_of(model, record)
                    words = {"title": title, "id": id, "other": title_of(model, id)}
                    told = {"field": reference.name, **says(reference.name), "day": str(model.as_of)}
                    yield Hit((record.id, id), words | told)


def _is_to_come(held: Held, id: str) -> bool:
    """Whether a document that is not in force has its first day ahead, and nothing has taken that away."""
    document: SteeringDocument | Name = held.known.by_id[id]
    if isinstance(document, Name):
        first = None if document.days is None else document.days.first
        return first is not None and first > held.model.as_of
    first = document.begins
    return first is not None and first > held.model.as_of and id in documents_in_force(held.known, first)


def _naming(model: SteeringModel) -> Iterator[tuple[str, ReferenceField, tuple[Any, ...]]]:
    """Each field that names records, with its catalogue and the records that have it."""
    yield "model", _LEGAL_PERSON, (model,)
    for name, cls in CATALOGUES.items():
        for reference in reference_fields(cls):
            yield name, reference, getattr(model, name)


def _homes(held: Held) -> dict[str, str]:
    """The catalogue of each id; names are told by where they stood."""
    homes = {name.id: name.catalogue for name in held.model.names}
    for name in CATALOGUES:
        homes.update(dict.fromkeys((record.id for record in getattr(held.model, name)), name))
    structure = held.threads.structure
    perspectives = () if structure is None else structure.perspectives
    return homes | dict.fromkeys((perspective.id for perspective in perspectives), "perspectives")


def _parts(structure: Structure) -> dict[str, set[str]]:
    """Ids by part of a structure; only a link rule may say indicators where a level is named."""
    parts = {name: {value.id for value in getattr(structure, name)} for name in _PARTS}
    return {**parts, "links.lower": parts["levels"] | {INDICATORS}}


def _is_older(record: Record, structure: Structure) -> bool:
    """Whether it was said before the structure was in force, on the scales of another."""
    first = None if structure.validity is None else structure.validity.first
    if first is None or not isinstance(record, Judgement):
        return False
    if record.on is not None:
        return record.on < first
    return record.year is not None and record.year < first.year


RULES: tuple[Rule, ...] = (
    leads_somewhere,
    leads_to_the_right_kind,
    is_in_force,
    basis_is_in_force,
    names_a_part_of_the_structure,
    *going_round.RULES,
)
