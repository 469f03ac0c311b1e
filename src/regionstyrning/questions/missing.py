"""What an answer does not know, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.questions.threads import is_gone, title_of
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

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
_NO_STRUCTURE = Sentence(
    "Ingen struktur gäller den {day}, så vad som krävs är okänt.",
    "No structure is in force on {day}, so what is required is not known.",
)


def unthreaded(found: Threads, among: Container[str], lang: str = "sv") -> Iterator[str]:
    """
    Links that were passed over since an end of them is nowhere to be found.

    Args:
        found: The links of the model.
        among: Ids; only links with one of them as an end are told.
        lang: Swedish or English.
    """
    for link in found.broken:
        if link.lower in among or link.upper in among:
            yield _BROKEN.say(lang, lower=link.lower, upper=link.upper)


def undated(held: SteeringModel, documents: Iterable[str | None], lang: str = "sv") -> Iterator[str]:
    """
    Documents that are held as in force although nobody knows their first day.

    Args:
        held: What ``model.at(day)`` gave.
        documents: Ids of documents; None and ids that lead nowhere are passed over.
        lang: Swedish or English.
    """
    for id in sorted({id for id in documents if id is not None}):
        document = held.by_id.get(id)
        if document is not None and not is_gone(held, id) and document.begins is None:
            yield _UNDATED.say(lang, title=title_of(held, id))


def no_structure(held: SteeringModel, lang: str = "sv") -> Iterator[str]:
    """That no structure is in force, if so."""
    if held.structure_on(held.as_of) is None:
        yield _NO_STRUCTURE.say(lang, day=held.as_of)
