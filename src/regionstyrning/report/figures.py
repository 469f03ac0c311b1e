"""Printed figures: statements as tables over the years, other figures in order of time, and key ratios."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from regionstyrning.model.economy import LINES, AmountStage, Precision
from regionstyrning.questions.economy.ratio_value import words_of
from regionstyrning.report.pages import Part, chapter, notes_under, paragraphs
from regionstyrning.report.words import part_words
from regionstyrning.text.markdown import for_markdown, markdown_table
from regionstyrning.text.numbers import number
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from regionstyrning.model.economy import Amount
    from regionstyrning.report.pages import Subject

_FIGURES = Sentence("Nyckeltal och belopp", "Key figures and amounts")
_AS_PRINTED = Sentence(
    "Varje belopp står med sin egen benämning och sitt skede."
    " Olika benämningar mäter olika saker och jämförs inte utan vidare.",
    "Each amount stands with its own label and stage."
    " Different labels measure different things and are not to be compared offhand.",
)
_WHOSE = Sentence("Där inget annat sägs är det {organ} som avses.", "Where nothing else is said, {organ} is meant.")
_STATEMENT = Sentence("Uppställning: {document}", "Statement: {document}")
_OTHERS = Sentence("Belopp i tidsordning", "Amounts in order of time")
_LINE = Sentence("Benämning", "Label")
_YEAR = Sentence("År", "Year")
_VALUE = Sentence("Belopp", "Amount")
_STAGE = Sentence("Skede och dag", "Stage and day")
_SOURCE = Sentence("Källa", "Source")
_GROUP = Sentence("{organ}, koncernen", "{organ}, the group")
_OWN_GROUP = Sentence("koncernen", "the group")
_UNREADABLE = Sentence("går inte att läsa: {text}", "cannot be read: {text}")
_FORMULA = Sentence("Så räknat: {formula}", "Reckoned so: {formula}")
_NO_FORMULA = Sentence("Utan angiven formel", "Without a stated formula")
_RATIOS = Sentence("Nyckeltal", "Key ratios")
_RATIO = Sentence("Nyckeltal", "Ratio")
_HOW = Sentence("Formel", "Formula")
_UNIT = Sentence("Enhet", "Unit")

_LINES = tuple(LINES)
_STAGES = tuple(AmountStage)
_LINE_ID = re.compile(r"[a-z]+(?:-[a-z]+)*")

FEWEST_ROWS = 4
"""From how many lines of one document, over at least two years, a statement is made of them."""

LEAST_FILLED = 0.75
"""How much of its table a statement fills at least."""

_Place = tuple[str, str, str, str]


def figures_chapter(subject: Subject) -> str:
    """Amounts, each as printed, and the key ratios with their formulas."""
    statements: dict[_Place, list[Amount]] = {}
    for amount in sorted(subject.held.amounts, key=_order):
        statements.setdefault(_place(subject, amount), []).append(amount)
    whole = {place: some for place, some in statements.items() if _is_statement(some)}
    rest = [amount for place, some in statements.items() if place not in whole for amount in some]
    parts = [_statement(subject, some) for some in whole.values()]
    parts += [Part(title=subject.say(_OTHERS), body=_others(subject, sorted(rest, key=_order)))] if rest else []
    ratios = [
        [ratio.title, _formula(subject, ratio.formula), ratio.unit.value, subject.places(ratio.sources)]
        for ratio in sorted(subject.held.ratios, key=lambda ratio: (ratio.title, ratio.id))
    ]
    table = subject.table((_RATIO, _HOW, _UNIT, _SOURCE), ratios)
    parts += [Part(title=subject.say(_RATIOS), body=table)] if ratios else []
    opening = [subject.say(_AS_PRINTED)]
    opening += [subject.say(_WHOSE, organ=subject.held.title)] if subject.held.legal_person else []
    return chapter(subject, _FIGURES, *parts, opening=for_markdown(" ".join(opening)) if statements else "")


def _order(amount: Amount) -> tuple[int, int, str, int, str]:
    line = _LINES.index(amount.line) if amount.line in LINES else len(_LINES)
    return amount.year, line, amount.title, _STAGES.index(amount.stage), amount.id


def _place(subject: Subject, amount: Amount) -> _Place:
    """Where an amount is printed and whose it is: those of one place may be one statement."""
    source = next(iter(amount.sources), None)
    printed = "" if source is None else f"{source.publication} {source.place} {source.reading.value} {source.note}"
    day = "" if amount.on is None else amount.on.isoformat()
    return printed, amount.document or "", _whose(subject, amount), day


def _is_statement(amounts: Sequence[Amount]) -> bool:
    """Whether several lines are printed for several years."""
    columns = {(amount.year, amount.stage) for amount in amounts}
    rows = {(amount.title, amount.line, amount.part) for amount in amounts}
    filled = len(amounts) / (len(columns) * len(rows))
    return len(rows) >= FEWEST_ROWS and len(columns) > 1 and filled >= LEAST_FILLED


def _statement(subject: Subject, amounts: list[Amount]) -> Part:
    """Lines down, years with their stages across."""
    columns = sorted({(amount.year, _STAGES.index(amount.stage), amount.last_year or 0) for amount in amounts})
    lines = dict.fromkeys((_label(subject, amount), amount.line) for amount in amounts)
    cells: dict[object, str] = {}
    for amount in amounts:
        column = amount.year, _STAGES.index(amount.stage), amount.last_year or 0
        key = (_label(subject, amount), amount.line), column
        cells[key] = "; ".join(filter(None, (cells.get(key), _value(subject, amount))))
    rows = [[line[0], *(cells.get((line, column), "") for column in columns)] for line in lines]
    heads = [f"{_years(first, last)} {_STAGES[stage].value}" for first, stage, last in columns]
    table = markdown_table([subject.say(_LINE), *heads], rows)
    document = amounts[0].document or next((each.publication for each in amounts[0].sources), "")
    source = subject.sources(dict.fromkeys(source for amount in amounts for source in amount.sources))
    body = paragraphs([table, _notes(subject, amounts), source])
    day = "" if amounts[0].on is None else f" ({amounts[0].on.isoformat()})"
    return Part(title=subject.say(_STATEMENT, document=subject.title(document)) + day, body=body)


def _others(subject: Subject, amounts: list[Amount]) -> str:
    rows = [
        [
            _years(amount.year, amount.last_year),
            _label(subject, amount),
            _value(subject, amount),
            amount.stage.value if amount.on is None else f"{amount.stage.value}, {amount.on.isoformat()}",
            _where(subject, amount),
        ]
        for amount in amounts
    ]
    table = subject.table((_YEAR, _LINE, _VALUE, _STAGE, _SOURCE), rows)
    return paragraphs([table, _notes(subject, amounts)])


def _notes(subject: Subject, amounts: list[Amount]) -> str:
    """What is remarked on amounts, under their table."""
    notes = []
    for amount in amounts:
        told = [subject.say(_FORMULA, formula=amount.formula)] if amount.formula else []
        told += [amount.note] if amount.note else []
        years = _years(amount.year, amount.last_year)
        notes.append((f"{_label(subject, amount)} {years}", " ".join(told)))
    return notes_under(subject, notes)


def _where(subject: Subject, amount: Amount) -> str:
    """The source, and the document that the amount stands in, where the source is not that document's own."""
    places = subject.places(amount.sources)
    if amount.document is None or amount.document in {source.publication for source in amount.sources}:
        return places
    title = subject.title(amount.document)
    printed = {subject.title(source.publication) for source in amount.sources}
    return places if title in printed else "; ".join(filter(None, (title, places)))


def _years(first: int, last: int | None) -> str:
    return f"{first}–{last}" if last else str(first)


def _whose(subject: Subject, amount: Amount) -> str:
    """Whose an amount is, where it is not the region's own."""
    own = amount.organ == subject.held.legal_person
    if amount.group:
        return subject.say(_OWN_GROUP) if own else subject.say(_GROUP, organ=subject.title(amount.organ))
    return "" if own else subject.title(amount.organ)


def _label(subject: Subject, amount: Amount) -> str:
    period = "" if amount.part is None else part_words(amount.part, subject.lang)
    more = ", ".join(filter(None, (period, _whose(subject, amount))))
    return f"{amount.title} ({more})" if more else amount.title


def _value(subject: Subject, amount: Amount) -> str:
    if amount.value is None:
        return subject.say(_UNREADABLE, text=amount.text or "–")
    about = "" if amount.precision is Precision.EXACT else f"{amount.precision.value} "
    return f"{about}{number(amount.value, subject.lang)} {amount.unit.value}"


def _formula(subject: Subject, formula: str | None) -> str:
    """A formula with the names of its lines."""
    if formula is None:
        return subject.say(_NO_FORMULA)
    return _LINE_ID.sub(lambda found: words_of(found[0], subject.lang), formula)
