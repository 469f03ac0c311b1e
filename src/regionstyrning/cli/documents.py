"""The documents in force, with their horizons."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from regionstyrning.cli.sections import Page, Section
from regionstyrning.report.words import document_words, horizon_words
from regionstyrning.text.sentences import Sentence
from regionstyrning.text.trees import Tree

if TYPE_CHECKING:
    from regionstyrning.model import SteeringModel
    from regionstyrning.model.documents import SteeringDocument

_DOCUMENTS = Sentence("DOKUMENT I KRAFT", "DOCUMENTS IN FORCE")
_NONE = Sentence("Inga dokument är i kraft.", "No documents are in force.")
_OF_NO_KIND = Sentence("Utan angivet slag", "Of no stated kind")


def documents_section(held: SteeringModel, page: Page) -> Section:
    """
    The documents in force, by kind in the order of the structure.

    Args:
        held: What ``model.at(day)`` gave.
        page: How to write it.
    """
    structure = held.structure_on(held.as_of)
    kinds = {} if structure is None else {kind.id: kind.title for kind in structure.document_kinds}
    places = {id: place for place, id in enumerate(kinds)}

    def order(document: SteeringDocument) -> tuple[int, str, str, str]:
        return places.get(document.kind or "", len(places)), document.kind or "", document.title, document.id

    documents = sorted(held.documents, key=order)
    rows = [
        {
            "id": document.id,
            "title": document.title,
            "kind": document.kind,
            "status": document.status.value,
            "adopted_by": None if document.adopted is None else document.adopted.organ,
            "begins": None if document.begins is None else document.begins.isoformat(),
            "ends": None if document.ends is None else document.ends.isoformat(),
            "horizon": None if document.horizon is None else horizon_words(document.horizon, page.lang),
        }
        for document in documents
    ]
    trees = [
        Tree(
            kinds.get(kind, kind) if kind else _OF_NO_KIND.say(page.lang),
            [Tree(_label(held, document, page)) for document in of_kind],
        )
        for kind, of_kind in groupby(documents, key=lambda document: document.kind)
    ]
    text = "\n".join(tree.text(page.width) for tree in trees) or _NONE.say(page.lang)
    return Section(name="documents", heading=_DOCUMENTS, rows=rows, text=text)


def _label(held: SteeringModel, document: SteeringDocument, page: Page) -> str:
    return f"{document.title} [{document.id}] – {', '.join(document_words(held, document, page.lang))}"
