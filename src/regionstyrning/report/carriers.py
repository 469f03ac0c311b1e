"""Who carries which goals, and what nobody carries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.questions import coverage
from regionstyrning.report.pages import chapter, paragraphs, plain
from regionstyrning.text.markdown import bullets, markdown_table
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from regionstyrning.report.pages import Subject

_CARRIERS = Sentence("Vem som bär vad", "Who carries what")
_EXPLAINED = Sentence(
    "Antal mål och uppdrag som organet bär under varje perspektiv."
    " Ett mål under flera räknas i vart och ett, men en gång i summan.",
    "How many goals and commissions the body carries under each perspective."
    " One under several counts in each, but once in the total.",
)
_ORGAN = Sentence("Organ", "Body")
_TOTAL = Sentence("Summa", "Total")
_NOWHERE = Sentence("Utan perspektiv", "No perspective")
_NOBODY = Sentence("Ingen", "Nobody")
_BY_NOBODY = Sentence("Detta bär ingen, så långt källorna säger:", "Nobody carries these, as far as the sources say:")
_UNSURE = Sentence("Det som gör svaret osäkert:", "What leaves the answer in doubt:")


def carriers_chapter(subject: Subject) -> str:
    """A table of bodies and perspectives, and what nobody carries."""
    covered = coverage(subject.held)
    columns = [*covered.columns, *([None] if any(cell.column is None for cell in covered.cells) else [])]
    organs = dict.fromkeys(cell.organ for cell in covered.cells)
    goals: dict[tuple[str | None, str | None], set[str]] = {}
    for cell in covered.cells:
        goals.setdefault((cell.organ, cell.column), set()).update(cell.goals)
    rows = []
    for organ in organs:
        counts = [len(goals.get((organ, column), ())) for column in columns]
        whole = set[str]().union(*(goals.get((organ, column), ()) for column in columns))
        name = subject.say(_NOBODY) if organ is None else subject.title(organ)
        rows.append([name, *(str(count or "") for count in counts), str(len(whole))])
    names = [subject.say(_NOWHERE) if column is None else subject.title(column) for column in columns]
    heads = [subject.say(_ORGAN), *names, subject.say(_TOTAL)]
    if not rows:
        return chapter(subject, _CARRIERS)
    nobody = bullets(plain(subject.title(id) for id in covered.nobody))
    doubts = bullets(plain(covered.what_is_missing(subject.lang)))
    opening = paragraphs(
        [
            subject.say(_EXPLAINED),
            markdown_table(heads, rows),
            nobody and paragraphs([subject.say(_BY_NOBODY), nobody]),
            doubts and paragraphs([subject.say(_UNSURE), doubts]),
        ]
    )
    return chapter(subject, _CARRIERS, opening=opening)
