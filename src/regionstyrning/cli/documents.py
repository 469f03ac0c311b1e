"""The documents in force, with their horizons."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from regionstyrning.cli.sections import Page, Section
from regionstyrning.model.dates import Validity
from regionstyrning.model.documents import DocumentStatus
from regionstyrning.questions.threads import title_of
from regionstyrning.text.sentences import Sentence
from regionstyrning.text.trees import Tree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from regionstyrning.model import SteeringModel
    from regionstyrning.model.dates import PlanningHorizon
    from regionstyrning.model.documents import SteeringDocument
    from regionstyrning.text.sentences import Language

_DOCUMENTS = Sentence("DOKUMENT I KRAFT", "DOCUMENTS IN FORCE")
_NONE = Sentence("Inga dokument är i kraft.", "No documents are in force.")
_OF_NO_KIND = Sentence("Utan angivet slag", "Of no stated kind")
_ADOPTED_ON = Sentence("antaget av {organ} {day}", "adopted by {organ} {day}")
_ADOPTED = Sentence("antaget av {organ}", "adopted by {organ}")
_SOME_DAY = Sentence("antaget {day}", "adopted {day}")
_FROM = Sentence("i kraft från {day}", "in force from {day}")
_UNKNOWN = Sentence("okänd första dag", "first day not known")
_BEGINS = Sentence("från {first}", "from {first}")
_ENDS = Sentence("till {last}", "until {last}")
_YEARS = Sentence("{span} år", "{span} years")


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
            "horizon": None if document.horizon is None else horizon_words(document.horizon, page),
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


def horizon_words(horizon: PlanningHorizon, page: Page) -> str:
    """
    The time that a plan looks ahead: its days, its years, its own words, its span or its kind.

    >>> from regionstyrning.model.dates import HorizonKind, PlanningHorizon
    >>> horizon_words(PlanningHorizon(kind=HorizonKind.ROLLING, first_year=2024, last_year=2026), Page())
    '2024–2026'
    """
    days = horizon.days
    if horizon.first is not None or horizon.last is not None:
        return days_words(days, page.lang)
    if days != Validity():
        first, last = (None if day is None else day.year for day in (days.first, days.last))
        return _between(first, last, page.lang)
    spans = dict.fromkeys(str(span) for span in (horizon.at_least_years, horizon.at_most_years) if span is not None)
    return horizon.text or (_YEARS.say(page.lang, span="–".join(spans)) if spans else horizon.kind.value)


def days_words(validity: Validity, lang: Language = "sv") -> str:
    """
    Days from and to, as far as they are known.

    >>> from regionstyrning.model.dates import years
    >>> days_words(years(2024, None))
    'från 2024-01-01'
    """
    return _between(validity.first, validity.last, lang)


def _between(first: date | int | None, last: date | int | None, lang: Language) -> str:
    if first == last or last is None:
        return str(first) if first == last else _BEGINS.say(lang, first=first)
    return _ENDS.say(lang, last=last) if first is None else f"{first}–{last}"


def _label(held: SteeringModel, document: SteeringDocument, page: Page) -> str:
    return f"{document.title} [{document.id}] – {', '.join(_facts(held, document, page))}"


def _facts(held: SteeringModel, document: SteeringDocument, page: Page) -> Iterator[str]:
    if document.horizon is not None:
        yield horizon_words(document.horizon, page)
    if document.status is DocumentStatus.PRELIMINARY:
        yield document.status.value
    yield from _adoption(held, document, page)
    if document.in_force is not None and document.in_force.first is not None:
        yield _FROM.say(page.lang, day=document.in_force.first)
    elif document.begins is None:
        yield _UNKNOWN.say(page.lang)


def _adoption(held: SteeringModel, document: SteeringDocument, page: Page) -> Iterator[str]:
    adopted = document.adopted
    if adopted is None:
        return
    day = adopted.on or adopted.on_text
    if adopted.organ is None:
        if day is not None:
            yield _SOME_DAY.say(page.lang, day=day)
        return
    organ = getattr(held.by_id.get(adopted.organ), "short", None) or title_of(held, adopted.organ)
    yield (_ADOPTED if day is None else _ADOPTED_ON).say(page.lang, organ=organ, day=day)
