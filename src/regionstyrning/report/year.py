"""The kinds of documents that a region steers by, and its year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from regionstyrning.model.dates import HorizonKind
from regionstyrning.report.pages import notes_under, paragraphs
from regionstyrning.report.words import kind_horizon_words, years_words
from regionstyrning.text.months import MONTHS
from regionstyrning.text.sentences import Sentence, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.model.cycle import CycleStep
    from regionstyrning.model.structure import DocumentKind, Structure
    from regionstyrning.report.pages import Subject

_KIND = Sentence("Slag", "Kind")
_SOURCE = Sentence("Källa", "Source")
_DOCUMENT = Sentence("Dokument", "Document")
_ADOPTED_BY = Sentence("Antas av", "Adopted by")
_BELONGS = Sentence("Finns hos", "Belongs to")
_BASED_ON = Sentence("Bygger på", "Based on")
_STATED_YEARS = Sentence("de år den anger", "the years it states")
_REPORT = Sentence("rapport", "report")
_HORIZON = Sentence("Horisont", "Horizon")
_WHAT = Sentence("Steg", "Step")
_WHO = Sentence("Vem gör vad", "Who does what")
_WHEN = Sentence("När", "When")
_BY = Sentence("senast {day}", "by {day}")
_AHEAD = Sentence("{count} år före", "{count} years before")
_YEAR_BEFORE = Sentence("året före", "the year before")
_EVERY = Sentence("vart {count}:e år", "every {count} years")


def document_kinds(subject: Subject, structure: Structure) -> str:
    """Who adopts each kind, what it is based on and how far it looks."""
    kinds = {kind.id: kind.title for kind in structure.document_kinds}
    rows = [
        [
            _titled(subject, kind),
            ", ".join(organ.value for organ in kind.adopted_by),
            ", ".join(organ.value for organ in kind.belongs_to),
            ", ".join(kinds.get(id, id) for id in kind.based_on),
            _horizon(subject, kind),
            subject.places(kind.sources),
        ]
        for kind in structure.document_kinds
    ]
    table = subject.table((_KIND, _ADOPTED_BY, _BELONGS, _BASED_ON, _HORIZON, _SOURCE), rows)
    return paragraphs(
        [table, notes_under(subject, [(kind.title, kind.note or "") for kind in structure.document_kinds])]
    )


def _titled(subject: Subject, kind: DocumentKind) -> str:
    """The title of a kind, and that it reports where the title does not say it."""
    word = subject.say(_REPORT)
    return f"{kind.title} ({word})" if kind.reports and word not in kind.title.casefold() else kind.title


def _horizon(subject: Subject, kind: DocumentKind) -> str:
    """What time a kind looks ahead."""
    if kind.horizon is HorizonKind.YEARS:
        return subject.say(_STATED_YEARS)
    return kind_horizon_words(evolve(kind, reports=False), subject.lang)


def steering_year(subject: Subject, structure: Structure) -> str:
    """The steps of the year, in their own order."""
    kinds = {kind.id: kind.title for kind in structure.document_kinds}
    rows = [
        [
            step.title,
            f"{listed([kind.value for kind in (*step.by, *step.by_posts)], subject.lang)} {step.action.value}".strip(),
            kinds.get(step.document_kind or "", step.document_kind or ""),
            "; ".join(_when(subject, step)),
            subject.places(step.sources),
        ]
        for step in structure.cycle
    ]
    return subject.table((_WHAT, _WHO, _DOCUMENT, _WHEN, _SOURCE), rows)


def _when(subject: Subject, step: CycleStep) -> Iterator[str]:
    months = MONTHS[subject.lang].split()
    first = None if step.first_month is None else months[step.first_month - 1]
    last = None
    if step.last is not None:
        last = " ".join(filter(None, (str(step.last.day or ""), months[step.last.month - 1])))
    if step.text:
        yield step.text
    else:
        yield from filter(None, [_in_time(subject, first, last)])
        yield step.recurs.value if step.every_years is None else subject.say(_EVERY, count=step.every_years)
    if step.years_ahead:
        yield subject.say(_YEAR_BEFORE) if step.years_ahead == 1 else subject.say(_AHEAD, count=step.years_ahead)
    if step.election_year is not type(step.election_year).ALSO:
        yield step.election_year.value
    if step.paragraph:
        yield step.paragraph
    years = "" if step.validity is None else years_words(step.validity, subject.lang)
    if years and years not in (step.text or ""):
        yield years


def _in_time(subject: Subject, first: str | None, last: str | None) -> str:
    """From which month and by which day."""
    if last is None or last == first:
        return first or ""
    if not last[:1].isdecimal():
        return "–".join(filter(None, (first, last)))
    by = subject.say(_BY, day=last)
    return by if first is None or last.endswith(f" {first}") else f"{first}, {by}"
