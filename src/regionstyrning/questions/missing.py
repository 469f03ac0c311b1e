"""What an answer does not know, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from regionstyrning.model.in_force import effects_by, first_day
from regionstyrning.model.organisation import Organ, Position
from regionstyrning.questions.threads import title_of
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.questions.threads import Threads

_BROKEN = Sentence(
    "Länken från {lower} till {upper} leder inte till något som gäller den dagen och är överhoppad.",
    "The link from {lower} to {upper} leads to nothing in force that day and is passed over.",
)
_UNDATED = Sentence(
    "Ingen känd första dag för {title}; det räknas som gällande.",
    "No known first day for {title}; it is taken to be in force.",
)
_ABSENT = Sentence(
    "{title} står som ägare men finns inte den dagen.",
    "{title} is named as owner but does not exist that day.",
)
_NO_STRUCTURE = Sentence(
    "Ingen struktur gäller den {day}, så vad som krävs är okänt.",
    "No structure is in force on {day}, so what is required is not known.",
)
_UNREAD = Sentence(
    "Modellens källor är lästa till och med {last}; vad som har ändrats därefter är okänt.",
    "The sources of the model are read up to and including {last}; what has changed since is not known.",
)


def unthreaded(found: Threads, lang: str = "sv", among: Container[str] | None = None) -> Iterator[str]:
    """
    Links that were passed over since an end of them is nowhere to be found.

    Args:
        found: The links of the model.
        lang: Swedish or English.
        among: Ids; if given, only links with one of them as an end are told.
    """
    ends = {(link.lower, link.upper): None for link in found.broken}
    for lower, upper in ends:
        if among is None or lower in among or upper in among:
            yield _BROKEN.say(lang, lower=lower, upper=upper)


def undated(held: SteeringModel, documents: Iterable[str | None], lang: str = "sv") -> Iterator[str]:
    """
    Documents that are held as in force although nobody knows their first day.

    Args:
        held: What ``model.at(day)`` gave.
        documents: Ids of documents; None and ids that lead to no document are passed over.
        lang: Swedish or English.
    """
    unknown = undated_documents(held)
    for id in sorted(unknown.intersection(id for id in documents if id is not None)):
        yield _UNDATED.say(lang, title=title_of(held, id))


def undated_documents(held: SteeringModel) -> frozenset[str]:
    """Ids of the documents in force whose first day nobody knows, found once and kept."""
    found: frozenset[str] | None = held.memo.get("undated")
    if found is None:
        effects = effects_by(held, held.as_of)
        documents = {document.id: document for document in held.documents}
        dated = {id for id, document in documents.items() if first_day(document, effects) is not None}
        wholes = {id: document.part_of for id, document in documents.items()}
        found = held.memo["undated"] = frozenset(id for id in documents if not _has_a_day(id, wholes, dated))
    return found


def _has_a_day(id: str | None, wholes: Mapping[str, str | None], dated: Container[str]) -> bool:
    """Whether it or what it is an annex to has one: an annex holds from the same day."""
    met: set[str] = set()
    while id is not None and id not in dated and id not in met:
        met.add(id)
        id = wholes.get(id)
    return id is not None and id in dated


def absent(held: SteeringModel, records: Iterable[Any], lang: str = "sv") -> Iterator[str]:
    """
    Owners that are named but that no organ or post of the day is.

    Args:
        held: What ``model.at(day)`` gave.
        records: Goals and indicators, and others that have no owners.
        lang: Swedish or English.
    """
    owners = (owner for record in records for owner in getattr(record, "owners", ()))
    named = {id for owner in owners for id in (owner.organ, owner.position) if id is not None}
    for id in sorted(named):
        if not isinstance(held.by_id.get(id), Organ | Position):
            yield _ABSENT.say(lang, title=title_of(held, id))


def doubts_of_the_day(held: SteeringModel, lang: str = "sv") -> Iterator[str]:
    """That no structure is in force, or that the day is later than what was read, if so."""
    if held.structure_on(held.as_of) is None:
        yield _NO_STRUCTURE.say(lang, day=held.as_of)
    if is_unread(held):
        yield _UNREAD.say(lang, last=held.read_until)


def is_unread(held: SteeringModel) -> bool:
    """Whether the day is later than what was read."""
    return held.read_until is not None and held.as_of > held.read_until
