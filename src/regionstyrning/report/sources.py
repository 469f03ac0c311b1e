"""What the short references stand for: publications, and our readings of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.report.pages import Part, chapter
from regionstyrning.text.markdown import bullets, for_markdown
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from regionstyrning.model.documents import Publication
    from regionstyrning.report.pages import Subject

_SOURCES = Sentence("Källor", "Sources")
_NAMED = Sentence("Publikationer som rapporten hänvisar till", "Publications that the report refers to")
_OTHERS = Sentence("Publikationer som också är lästa", "Publications that have been read too")
_READINGS = Sentence("Våra läsningar och anmärkningar", "Our readings and notes")
_NUMBER = Sentence("Nr", "No")
_TITLE = Sentence("Publikation", "Publication")
_PUBLISHER = Sentence("Utgivare", "Publisher")
_WHEN = Sentence("När", "When")
_EXTENT = Sentence("Läst", "Read")


def sources_chapter(subject: Subject) -> str:
    """Publications in the order they are referred to, then our readings, then what else was read."""
    cited = subject.cited
    by_id = {each.id: each for each in subject.model.publications}
    named = [(cited.publication(id), by_id.get(id), id) for id in tuple(cited.publications)]
    rows = [
        [number, *(_row(subject, each) if each is not None else [subject.title(id), "", "", ""])]
        for number, each, id in named
    ]
    others = sorted(
        (each for each in by_id.values() if each.id not in cited.publications),
        key=lambda each: (each.title.casefold(), each.id),
    )
    readings = [for_markdown(f"{cited.reading(note)}: {note}") for note in tuple(cited.readings)]
    columns = (_TITLE, _PUBLISHER, _WHEN, _EXTENT)
    return chapter(
        subject,
        _SOURCES,
        Part(title=subject.say(_NAMED), body=subject.table((_NUMBER, *columns), rows)),
        Part(title=subject.say(_READINGS), body=bullets(readings), silent=False),
        Part(
            title=subject.say(_OTHERS),
            body=subject.table(columns, [_row(subject, each) for each in others]),
            silent=False,
        ),
    )


def _row(subject: Subject, each: Publication) -> list[str]:
    printed = "" if each.published is None else each.published.isoformat()
    extent = ". ".join(filter(None, (each.extent, subject.named(each.note))))
    return [each.title, each.publisher or "", each.published_text or printed, extent]
