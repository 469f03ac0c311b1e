"""Coverage in words and as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.questions.answers import told_below
from regionstyrning.questions.threads import title_of
from regionstyrning.text.escaping import one_line
from regionstyrning.text.sentences import Sentence
from regionstyrning.text.tables import text_table
from regionstyrning.text.widths import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.questions.coverage import Cell, Coverage
    from regionstyrning.text.sentences import Language

NOBODY = Sentence("ingen", "nobody")
NOWHERE = Sentence("utan", "none")
_TOTAL = Sentence("summa", "total")
_ORGAN = Sentence("organ", "organ")
_HEADLINE = Sentence("Vem som bär vilka mål den {day}.", "Who carries which goals on {day}.")
_UNCARRIED = Sentence("Ingen bär:", "Nobody carries:")
_EXPLAINED = Sentence(
    "Antal mål som organet äger. Ett mål under flera kolumner räknas i var och en, men en gång i summan.",
    "Number of goals that the organ owns. A goal under several columns counts in each, but once in the total.",
)
_SENTENCES = {
    (True, True): Sentence(
        "Mål som {organ} bär under {column}: {count}.", "Goals that {organ} carries under {column}: {count}."
    ),
    (True, False): Sentence(
        "Mål som {organ} bär utan att de hänger under något: {count}.",
        "Goals that {organ} carries and that hang under nothing: {count}.",
    ),
    (False, True): Sentence(
        "Mål som ingen bär under {column}: {count}.", "Goals that nobody carries under {column}: {count}."
    ),
    (False, False): Sentence(
        "Mål som ingen bär och som inte hänger under något: {count}.",
        "Goals that nobody carries and that hang under nothing: {count}.",
    ),
}
_COLUMNS = 10
"""How many columns stand in one table, so that its lines are no longer than 80."""


def sentence_of(cell: Cell) -> Sentence:
    """What is said of a cell."""
    return _SENTENCES[cell.organ is not None, cell.column is not None]


def matrix(coverage: Coverage, held: SteeringModel, lang: Language, width: int) -> str:
    """
    Draw a coverage as a table of counts, as several if there are many columns.

    Args:
        coverage: The coverage.
        held: The model as it held on the day of the coverage.
        lang: Swedish or English.
        width: Longest line, in columns.
    """
    heads: dict[str | None, str] = {column: str(number) for number, column in enumerate(coverage.columns, 1)}
    if any(cell.column is None for cell in coverage.cells):
        heads[None] = NOWHERE.say(lang)
    columns = list(heads)
    lines = [_HEADLINE.say(lang, day=coverage.on), ""]
    for first in range(0, max(len(columns), 1), _COLUMNS):
        some = columns[first : first + _COLUMNS]
        headers = [_ORGAN.say(lang), *(heads[column] for column in some), _TOTAL.say(lang)]
        lines += [text_table(headers, _rows(coverage, held, some, lang), width), ""]
    for number, column in enumerate(coverage.columns, 1):
        lines += folded(one_line(title_of(held, column)), width, f"{number}  ", " " * len(f"{number}  "))
    missing = told_below(coverage.what_is_missing(lang), width)
    told = folded(_EXPLAINED.say(lang), width)
    if coverage.nobody:
        told += ["", _UNCARRIED.say(lang)]
    for id in coverage.nobody:
        told += folded(f"{one_line(title_of(held, id))} [{id}]", width, "- ", "  ")
    return "\n".join([*lines, *([""] if coverage.columns else []), *told, *missing])


def _rows(coverage: Coverage, held: SteeringModel, columns: Sequence[str | None], lang: Language) -> list[list[str]]:
    """A row for each organ, one for nobody if needed, and the totals; the last cell of each counts all columns."""
    rows: dict[str | None, list[Cell]] = {}
    for cell in coverage.cells:
        rows.setdefault(cell.organ, []).append(cell)
    table = [
        [title_of(held, organ) if organ else NOBODY.say(lang), *_counts(rows[organ], columns, "")] for organ in rows
    ]
    return [*table, [_TOTAL.say(lang), *_counts(coverage.cells, columns, "0")]]


def _counts(cells: Sequence[Cell], columns: Sequence[str | None], none: str) -> list[str]:
    """How many goals stand under each column and in all, each goal once."""
    under: dict[str | None, set[str]] = {}
    for cell in cells:
        under.setdefault(cell.column, set()).update(cell.goals)
    every = set[str]().union(*under.values())
    return [*(str(len(under[column])) if column in under else none for column in columns), str(len(every))]
