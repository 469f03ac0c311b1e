"""The targets and outcomes of a measure: a column for each time, a row for each whom they are for."""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING, Any

from attrs import frozen

from regionstyrning.model.indicators import Missing, Outcome, Stage
from regionstyrning.model.records import Reading
from regionstyrning.questions.asked import asked_words
from regionstyrning.report.pages import capital, sentences
from regionstyrning.report.words import days_words, figure_words, horizon_words, part_words
from regionstyrning.text.markdown import for_markdown, markdown_table
from regionstyrning.text.numbers import MINUS
from regionstyrning.text.sentences import Sentence, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from regionstyrning.model import SteeringModel
    from regionstyrning.model.indicators import Indicator, Target
    from regionstyrning.model.records import Source
    from regionstyrning.report.pages import Subject

_FOR = Sentence("För", "For")
_CONCERNS = Sentence("Gäller {whom}", "For {whom}")
_TARGET = Sentence("målvärde {when}", "target {when}")
_OUTCOME = Sentence("utfall {when}", "outcome {when}")
_MISSING = Sentence("saknas: {reason}", "missing: {reason}")
_KNOWN = Sentence("känt {day}", "known {day}")
_REPORTED = Sentence("redovisat för {period}", "reported for {period}")
_BY = Sentence("enligt {document}", "by {document}")
_EVERY_UNIT = Sentence("för varje enhet", "for every unit")
_AS_WRITTEN = Sentence("skrivet ”{text}”", "written ”{text}”")
_SOURCE = Sentence("källa {places}", "source {places}")

_REASONS = {
    Missing.NOT_REPORTED: Sentence("inte redovisat", "not reported"),
    Missing.NOT_APPLICABLE: Sentence("inte tillämpligt", "not applicable"),
    Missing.SECRET: Sentence("sekretess", "secret"),
    Missing.NEW: Sentence("nytt mått", "new measure"),
    Missing.NOT_READABLE: Sentence("går inte att läsa i källan", "not readable in the source"),
}

_Column = tuple[int, tuple[int, int], str]
_Row = tuple[str, str]


@frozen(kw_only=True)
class Cell:
    """
    What stands in a cell.

    Attributes:
        column: Year, part of it, and target or outcome: what columns are sorted by.
        head: What the column is called.
        row: For whom: scope and gender.
        words: The figure or condition.
        remarks: What is said of it under the table.
    """

    column: _Column
    head: str
    row: _Row
    words: str
    remarks: tuple[str, ...]


def facts_of(subject: Subject, indicator: Indicator) -> tuple[list[Target], list[Outcome]]:
    """Targets of the day, or those it had while it was in use, and outcomes that are known on the day."""
    known = subject.held if indicator.id in subject.threads.nodes else subject.model
    return _of(known, "targets").get(indicator.id, []), _of(subject.held, "outcomes").get(indicator.id, [])


def _of(model: SteeringModel, catalogue: str) -> dict[str, list[Any]]:
    """Targets or outcomes by indicator, found once and kept."""
    found: dict[str, list[Any]] | None = model.memo.get(("by_indicator", catalogue))
    if found is None:
        found = model.memo["by_indicator", catalogue] = {}
        for record in sorted(getattr(model, catalogue), key=lambda each: each.id):
            found.setdefault(record.indicator, []).append(record)
    return found


def document_of_targets(targets: Iterable[Target]) -> str | None:
    """The document that all targets of a measure stand in; None if there is no such, or only one target."""
    documents = [target.document for target in targets]
    return documents[0] if len(documents) > 1 and len(set(documents)) == 1 else None


def facts_table(
    subject: Subject, indicator: Indicator, targets: Iterable[Target], outcomes: Iterable[Outcome]
) -> tuple[str, list[str]]:
    """
    Set targets and outcomes in a table, or in a line where they are for one only.

    Returns:
        The table or line, empty if there is nothing; and what is remarked on cells of the table, each remark once.
    """
    facts: tuple[Outcome | Target, ...] = (*targets, *outcomes)
    cells = [_cell(subject, indicator, fact) for fact in facts]
    cells.sort(key=lambda cell: cell.column)
    whom = sorted({cell.row for cell in cells})
    if len(whom) == 1:
        told = [subject.say(_CONCERNS, whom=_whom(whom[0]))] if any(whom[0]) else []
        return for_markdown(sentences([*told, *map(capital, _in_a_line(cells))])), []
    heads = {cell.column: cell.head for cell in cells}
    words: defaultdict[tuple[_Row, _Column], dict[str, None]] = defaultdict(dict)
    for cell in cells:
        words[cell.row, cell.column][cell.words] = None
    rows = [[_whom(row), *("; ".join(words.get((row, column), ())) for column in heads)] for row in whom]
    table = markdown_table([subject.say(_FOR), *map(capital, heads.values())], rows)
    return table, [for_markdown(remark) for remark in _remarks(subject, cells)]


def _in_a_line(cells: list[Cell]) -> Iterator[str]:
    """A table with one row as a line: each column with its cells, and what is remarked on each."""
    for head, some in groupby(cells, key=lambda cell: cell.head):
        told = [_with(cell.words, list(cell.remarks)) for cell in some]
        yield f"{head}: {'; '.join(dict.fromkeys(told))}"


def _remarks(subject: Subject, cells: list[Cell]) -> Iterator[str]:
    """Each remark once, with the columns it is about, and the rows where it is not about all of them."""
    filled: defaultdict[_Column, set[_Row]] = defaultdict(set)
    about: dict[str, dict[_Column, set[_Row]]] = {}
    heads = {cell.column: cell.head for cell in cells}
    for cell in cells:
        filled[cell.column].add(cell.row)
        for remark in cell.remarks:
            about.setdefault(remark, {}).setdefault(cell.column, set()).add(cell.row)
    by_place: dict[str, list[str]] = {}
    for remark, columns in about.items():
        places = []
        for column, rows in columns.items():
            whom = "" if rows == filled[column] else listed(map(_whom, sorted(rows)), subject.lang)
            places.append(", ".join(filter(None, (heads[column], whom))))
        by_place.setdefault(capital(listed(places, subject.lang)), []).append(remark)
    yield from (f"{place}: {'; '.join(remarks)}" for place, remarks in by_place.items())


def _cell(subject: Subject, indicator: Indicator, fact: Outcome | Target) -> Cell:
    part = (0, 0) if fact.part is None else (fact.part.first_month, fact.part.last_month)
    # What has no year comes last: it holds for the years to come.
    column = (fact.year or 10_000, part, "utfall" if isinstance(fact, Outcome) else "mål")
    months = "" if fact.part is None else part_words(fact.part, subject.lang)
    when = " ".join(filter(None, (months, str(fact.year or ""))))
    words, remarks = _shown(subject, fact) if isinstance(fact, Outcome) else _asked(subject, indicator, fact)
    places = subject.places(_of_its_own(indicator, fact))
    remarks += [subject.say(_SOURCE, places=places)] if places else []
    return Cell(
        column=column,
        head=subject.say(_OUTCOME if isinstance(fact, Outcome) else _TARGET, when=when).strip(),
        row=(fact.scope or "", "" if fact.gender is None else fact.gender.value),
        words=words,
        remarks=tuple(remarks),
    )


def _of_its_own(indicator: Indicator, fact: Outcome | Target) -> list[Source]:
    """The sources of a fact that do not stand with its measure: another place, or another reading of it."""
    known = {(each.publication, each.place, reading) for each in indicator.sources for reading in _readings(each)}
    return [
        each for each in fact.sources if (each.publication, each.place, (each.reading, each.note or "")) not in known
    ]


def _readings(source: Source) -> tuple[tuple[Reading, str], tuple[Reading, str]]:
    """What is said in a place is as stated there, and may be read in a way of its own."""
    return (Reading.STATED, ""), (source.reading, source.note or "")


def _whom(row: _Row) -> str:
    return ", ".join(filter(None, row))


def _asked(subject: Subject, indicator: Indicator, target: Target) -> tuple[str, list[str]]:
    """The condition, and what is remarked on it."""
    of_one = document_of_targets(facts_of(subject, indicator)[0]) is not None
    condition = target.condition
    more = [horizon_words(target.horizon, subject.lang)] if target.horizon is not None else []
    more += [subject.say(_EVERY_UNIT)] if condition.every_unit else []
    remarks = []
    if target.document not in {None, indicator.document} and not of_one:
        remarks.append(subject.say(_BY, document=subject.title(target.document or "")))
    remarks += [days_words(target.validity, subject.lang)] if target.validity is not None else []
    remarks += [subject.named(target.note)] if target.note else []
    return _with(asked_words(condition, subject.lang), more), remarks


def _shown(subject: Subject, outcome: Outcome) -> tuple[str, list[str]]:
    """The figure, or why there is none, and what is remarked on it."""
    figure, remarks = figure_words(outcome, subject.lang), []
    more = [] if outcome.stage is Stage.FINAL else [outcome.stage.value]
    if outcome.missing is not None:
        reason = subject.say(_MISSING, reason=subject.say(_REASONS[outcome.missing]))
        figure, more = (reason, more) if outcome.text is None else (outcome.text, [*more, reason])
    elif outcome.text is not None:
        if _says_no_more(outcome.text, figure):
            figure = outcome.text
        else:
            remarks.append(subject.say(_AS_WRITTEN, text=outcome.text))
    remarks += [subject.say(_KNOWN, day=outcome.known_on)] if outcome.known_on is not None else []
    if outcome.reported_for is not None:
        part = outcome.reported_for.part
        months = "" if part is None else f"{part_words(part, subject.lang)} "
        remarks.append(subject.say(_REPORTED, period=f"{months}{outcome.reported_for.year}"))
    return _with(figure, more), [*remarks, *([subject.named(outcome.note)] if outcome.note else [])]


def _says_no_more(text: str, figure: str) -> bool:
    """Whether a cell as written is the figure itself, perhaps with its unit."""
    written = text.strip().replace("-", MINUS)
    return written.startswith(figure) and not any(sign.isdigit() for sign in written[len(figure) :])


def _with(words: str, more: list[str]) -> str:
    """Words with more in brackets, in the brackets that they end with if there are some."""
    if not more:
        return words
    told = "; ".join(each.rstrip(".") for each in more)
    return f"{words[:-1]}; {told})" if words.endswith(")") else f"{words} ({told})"
