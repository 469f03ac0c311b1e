"""Who carries which goals, and what nobody carries."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from functools import cached_property
from itertools import product
from textwrap import wrap
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import field, frozen

from regionstyrning.model.structure import INDICATORS, LevelKind
from regionstyrning.questions.answers import Answer, Step
from regionstyrning.questions.missing import no_structure, unthreaded
from regionstyrning.questions.owners import carriers
from regionstyrning.questions.threads import threads, title_of
from regionstyrning.text.sentences import Sentence
from regionstyrning.text.tables import text_table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.questions.threads import Threads
    from regionstyrning.text.sentences import Language

_NOBODY = Sentence("ingen", "nobody")
_NOWHERE = Sentence("utan", "none")
_TOTAL = Sentence("summa", "total")
_ORGAN = Sentence("organ", "organ")
_CARRIES = Sentence("{organ} bär {count} under {column}.", "{organ} carries {count} under {column}.")
_EXPLAINED = Sentence(
    "Antal mål som organet äger. Ett mål under flera kolumner räknas i var och en, men en gång i summan.",
    "Number of goals that the organ owns. A goal under several columns counts in each, but once in the total.",
)
_COUNTED = (LevelKind.GOAL, LevelKind.FINANCIAL, LevelKind.WORK)


@frozen(kw_only=True)
class Cell:
    """
    What one organ carries under one column (ruta).

    Attributes:
        organ: Id of the organ; None for what nobody carries.
        column: Id of the perspective or goal; None for what hangs under none.
        goals: Ids of the goals, in order.
    """

    organ: str | None
    column: str | None
    goals: tuple[str, ...]


@frozen(kw_only=True)
class Coverage(Answer):
    """
    A matrix of organs and the perspectives or goals they carry something under (täckning).

    Attributes:
        by: What the columns are: ``"perspective"`` or ``"goal"``.
    """

    _read: ClassVar[str] = "cells"

    by: str
    _held: SteeringModel = field(repr=False, eq=False)

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """Every cell that is not empty, in order of organ and column; None comes last."""
        return _cells(self._held, self.columns)

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """Ids of the perspectives, as printed, or of the uppermost goals, in order of id."""
        found = threads(self._held)
        perspectives = () if found.structure is None else found.structure.perspectives
        if self.by == "perspective":
            return tuple(perspective.id for perspective in perspectives)
        return _uppermost(self._held, found)

    @property
    def organs(self) -> tuple[str, ...]:
        """Ids of the organs that carry something, in order of id."""
        return tuple(dict.fromkeys(cell.organ for cell in self.cells if cell.organ is not None))

    @property
    def nobody(self) -> tuple[str, ...]:
        """Ids of the goals that nobody carries."""
        return tuple(dict.fromkeys(id for cell in self.cells if cell.organ is None for id in cell.goals))

    @property
    def steps(self) -> tuple[Step, ...]:
        """Each cell as a step."""
        return tuple(
            Step(
                record=cell.organ or self.about,
                sentence=_CARRIES,
                words=(
                    ("organ", self._title(cell.organ, _NOBODY)),
                    ("count", str(len(cell.goals))),
                    ("column", self._title(cell.column, _NOWHERE)),
                ),
            )
            for cell in self.cells
        )

    @property
    def missing(self) -> tuple[str, ...]:
        """That no structure is in force, or links that were passed over."""
        found = threads(self._held)
        return (*no_structure(self._held), *unthreaded(found, found.nodes))

    def text(self, lang: Language = "sv") -> str:
        """A table of counts with totals, its columns numbered and told below."""
        used: tuple[str | None, ...] = self.columns
        if any(cell.column is None for cell in self.cells):
            used = (*used, None)
        heads = [str(number) if id is not None else _NOWHERE.say(lang) for number, id in enumerate(used, 1)]
        rows = [self._row(organ, used, lang) for organ in (*self.organs, *((None,) if self.nobody else ()))]
        total = [_TOTAL.say(lang), *(str(len(self._goals(column=column))) for column in used)]
        rows.append([*total, str(len({id for cell in self.cells for id in cell.goals}))])
        table = text_table([_ORGAN.say(lang), *heads, _TOTAL.say(lang)], rows)
        key = [f"{number}  {title_of(self._held, id)}" for number, id in enumerate(self.columns, 1)]
        return "\n".join([table, "", *key, "", *wrap(_EXPLAINED.say(lang), 80)])

    def to_records(self) -> list[dict[str, Any]]:
        """One row a cell: organ, organ_title, column, column_title, count, goals."""
        return [
            {
                "organ": cell.organ,
                "organ_title": self._title(cell.organ, _NOBODY),
                "column": cell.column,
                "column_title": self._title(cell.column, _NOWHERE),
                "count": len(cell.goals),
                "goals": list(cell.goals),
            }
            for cell in self.cells
        ]

    def _row(self, organ: str | None, used: tuple[str | None, ...], lang: Language) -> list[str]:
        counts = {cell.column: len(cell.goals) for cell in self.cells if cell.organ == organ}
        every = {id for cell in self.cells if cell.organ == organ for id in cell.goals}
        title = _NOBODY.say(lang) if organ is None else title_of(self._held, organ)
        return [title, *(str(counts.get(column, "")) for column in used), str(len(every))]

    def _goals(self, *, column: str | None) -> set[str]:
        return {id for cell in self.cells if cell.column == column for id in cell.goals}

    def _title(self, id: str | None, nothing: Sentence) -> str:
        return nothing.say() if id is None else title_of(self._held, id)


def coverage(model: SteeringModel, *, on: date | None = None, by: str = "perspective") -> Coverage:
    """
    Count who carries which goals, and what nobody carries.

    Args:
        model: Any model.
        on: The day; the model's own if left out.
        by: ``"perspective"`` for the structure's perspectives, ``"goal"`` for the uppermost goals.

    Returns:
        Cells of organ and column. A goal belongs to every column that its links lead up to; one
        shared by all organs of a kind is carried by each.

    Raises:
        ValueError: for another ``by``.

    >>> coverage(model).nobody
    ()
    """
    if by not in {"perspective", "goal"}:
        message = f"by is {by!r}, expected 'perspective' or 'goal'"
        raise ValueError(message)
    day = model.as_of if on is None else on
    return Coverage(about=model.id, on=day, by=by, held=model.at(day))


def _uppermost(held: SteeringModel, found: Threads) -> tuple[str, ...]:
    """Goals of the first level of goals, and financial goals beside them."""
    levels = () if found.structure is None else found.structure.levels
    first = next((level.id for level in levels if level.kind is LevelKind.GOAL), None)
    wanted = {first, *(level.id for level in levels if level.kind is LevelKind.FINANCIAL)}
    return tuple(sorted(goal.id for goal in held.goals if goal.level in wanted))


def _cells(held: SteeringModel, columns: tuple[str, ...]) -> tuple[Cell, ...]:
    found = threads(held)
    under: defaultdict[str, list[str]] = defaultdict(list)
    for column in columns:
        for id in found.reached((column,), found.down):
            under[id].append(column)
    matrix: defaultdict[tuple[str | None, str | None], list[str]] = defaultdict(list)
    counted = _counted(found)
    for goal in held.goals:
        if counted.get(goal.level, True):
            pairs = product(carriers(held, goal) or (None,), under.get(goal.id) or (None,))
            for pair in pairs:
                matrix[pair].append(goal.id)
    place = {column: number for number, column in enumerate(columns)}

    def order(cell: Cell) -> tuple[bool, str, int]:
        return cell.organ is None, cell.organ or "", place.get(cell.column or "", len(columns))

    cells = (Cell(organ=organ, column=column, goals=tuple(sorted(ids))) for (organ, column), ids in matrix.items())
    return tuple(sorted(cells, key=order))


def _counted(found: Threads) -> Mapping[str, bool]:
    levels = () if found.structure is None else found.structure.levels
    return {level.id: level.kind in _COUNTED for level in levels} | {INDICATORS: False}
