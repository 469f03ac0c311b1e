"""Printed figures by year, and the sources of it all."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from regionstyrning.model.economy import LINES, AmountStage, Precision
from regionstyrning.report.pages import Part, chapter
from regionstyrning.report.words import part_words
from regionstyrning.text.numbers import number
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from regionstyrning.model.documents import Publication
    from regionstyrning.model.economy import Amount
    from regionstyrning.report.pages import Subject

_FIGURES = Sentence("Nyckeltal och belopp", "Key figures and amounts")
_AS_PRINTED = Sentence(
    "Varje belopp står med sin egen benämning, sitt skede och sitt dokument."
    " Olika benämningar mäter olika saker och jämförs inte utan vidare.",
    "Each amount stands with its own label, stage and document."
    " Different labels measure different things and are not to be compared offhand.",
)
_LINE = Sentence("Benämning", "Label")
_VALUE = Sentence("Belopp", "Amount")
_STAGE = Sentence("Skede", "Stage")
_WHOSE = Sentence("Vems", "Whose")
_DOCUMENT = Sentence("Dokument", "Document")
_DAY = Sentence("Dag", "Day")
_NOTE = Sentence("Anmärkning", "Note")
_SOURCE = Sentence("Källa", "Source")
_GROUP = Sentence("{organ} (koncern)", "{organ} (group)")
_UNREADABLE = Sentence("går inte att läsa: {text}", "cannot be read: {text}")
_FORMULA = Sentence("Så räknat: {formula}", "Reckoned so: {formula}")
_NO_FORMULA = Sentence("Utan angiven formel", "Without a stated formula")
_RATIOS = Sentence("Nyckeltal", "Key ratios")
_RATIO = Sentence("Nyckeltal", "Ratio")
_HOW = Sentence("Formel", "Formula")
_UNIT = Sentence("Enhet", "Unit")

_SOURCES = Sentence("Källor", "Sources")
_TITLE = Sentence("Publikation", "Publication")
_PUBLISHER = Sentence("Utgivare", "Publisher")
_WHEN = Sentence("När", "When")
_EXTENT = Sentence("Läst", "Read")

_LINES = tuple(LINES)
_STAGES = tuple(AmountStage)


def figures_chapter(subject: Subject) -> str:
    """Amounts by year, each as printed, and the key ratios with their formulas."""
    amounts = sorted(subject.held.amounts, key=_order)
    headers = (_LINE, _VALUE, _STAGE, _WHOSE, _DOCUMENT, _DAY, _NOTE, _SOURCE)
    parts = [
        Part(title=str(year), body=subject.table(headers, [_amount(subject, each) for each in some]))
        for year, some in groupby(amounts, key=lambda each: each.year)
    ]
    ratios = [
        [ratio.title, ratio.formula or subject.say(_NO_FORMULA), ratio.unit.value, subject.places(ratio.sources)]
        for ratio in sorted(subject.held.ratios, key=lambda ratio: (ratio.title, ratio.id))
    ]
    parts += (
        [Part(title=subject.say(_RATIOS), body=subject.table((_RATIO, _HOW, _UNIT, _SOURCE), ratios))] if ratios else []
    )
    return chapter(subject, _FIGURES, *parts, opening=subject.say(_AS_PRINTED) if amounts else "")


def sources_chapter(subject: Subject) -> str:
    """The list of publications."""
    rows = [
        [each.title, each.publisher or "", _when(each), each.extent or "", each.note or ""]
        for each in sorted(subject.held.publications, key=lambda each: (each.title.casefold(), each.id))
    ]
    return chapter(subject, _SOURCES, opening=subject.table((_TITLE, _PUBLISHER, _WHEN, _EXTENT, _NOTE), rows))


def _order(amount: Amount) -> tuple[int, int, str, int, str]:
    line = _LINES.index(amount.line) if amount.line in LINES else len(_LINES)
    return amount.year, line, amount.title, _STAGES.index(amount.stage), amount.id


def _amount(subject: Subject, amount: Amount) -> list[str]:
    organ = subject.title(amount.organ)
    if amount.value is None:
        value = subject.say(_UNREADABLE, text=amount.text or "–")
    else:
        about = "" if amount.precision is Precision.EXACT else f"{amount.precision.value} "
        value = f"{about}{number(amount.value, subject.lang)} {amount.unit.value}"
    period = "" if amount.part is None else f" ({part_words(amount.part, subject.lang)})"
    period += "" if amount.last_year is None else f" ({amount.year}–{amount.last_year})"
    notes = [subject.say(_FORMULA, formula=amount.formula)] if amount.formula else []
    notes += [amount.note] if amount.note else []
    return [
        amount.title + period,
        value,
        amount.stage.value,
        subject.say(_GROUP, organ=organ) if amount.group else organ,
        "" if amount.document is None else subject.title(amount.document),
        "" if amount.on is None else amount.on.isoformat(),
        " ".join(notes),
        subject.places(amount.sources[:1]),
    ]


def _when(publication: Publication) -> str:
    return publication.published_text or ("" if publication.published is None else publication.published.isoformat())
