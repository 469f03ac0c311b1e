"""Who carries which goals, and what nobody carries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import field, frozen

from regionstyrning.errors import InvalidValue
from regionstyrning.model.goals import Goal
from regionstyrning.model.records import as_tuple
from regionstyrning.model.structure import LevelKind
from regionstyrning.questions.answers import Answer, Step
from regionstyrning.questions.coverage_text import NOBODY, NOWHERE, matrix, sentence_of
from regionstyrning.questions.missing import absent, doubts_of_the_day, undated, unthreaded
from regionstyrning.questions.numbered import under
from regionstyrning.questions.numbering import number_of, numbered
from regionstyrning.questions.owners import carriers
from regionstyrning.questions.threads import first_source, threads, title_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.questions.threads import Threads
    from regionstyrning.text.sentences import Language, Sentence

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
    goals: tuple[str, ...] = field(converter=as_tuple)


@frozen(kw_only=True)
class Coverage(Answer):
    """
    A matrix of organs and the perspectives or goals they carry something under (täckning).

    Attributes:
        by: What the columns are: ``"perspective"`` or ``"goal"``.
    """

    _read: ClassVar[str] = "cells"

    by: str
    _held: SteeringModel = field(repr=False, hash=False)

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """Every cell that is not empty, in order of organ and column; None comes last."""
        return _cells(self._held, self.columns)

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """Ids of the perspectives, as printed, or of the uppermost goals, in order of id."""
        found = threads(self._held)
        if self.by == "goal":
            return _uppermost(self._held, found)
        return () if found.structure is None else tuple(each.id for each in found.structure.perspectives)

    @property
    def organs(self) -> tuple[str, ...]:
        """Ids of the organs that carry something, in order of id."""
        return tuple(dict.fromkeys(cell.organ for cell in self.cells if cell.organ is not None))

    @property
    def nobody(self) -> tuple[str, ...]:
        """Ids of the goals that nobody carries, in order of id."""
        return tuple(sorted({id for cell in self.cells if cell.organ is None for id in cell.goals}))

    @property
    def steps(self) -> tuple[Step, ...]:
        """Each cell as a step, with the source of the organ."""
        return tuple(
            Step(
                record=cell.organ or self.about,
                source=None if cell.organ is None else first_source(self._held, cell.organ),
                sentence=sentence_of(cell),
                words=(
                    ("organ", self._title(cell.organ, NOBODY)),
                    ("column", self._title(cell.column, NOWHERE)),
                    ("count", str(len(cell.goals))),
                ),
            )
            for cell in self.cells
        )

    def what_is_missing(self, lang: Language = "sv") -> Iterator[str]:
        """That no structure is in force, links passed over, owners that are gone, documents of unknown first day."""
        found = threads(self._held)
        yield from doubts_of_the_day(self._held, lang)
        yield from unthreaded(found, lang)
        yield from absent(self._held, self._held.goals, lang)
        yield from undated(self._held, found.documents(), lang)

    def text(self, lang: Language = "sv", *, width: int = 80) -> str:
        """A table of counts with totals, its columns numbered and told below, and what is not known."""
        return matrix(self, self._held, lang, width)

    def to_records(self) -> list[dict[str, Any]]:
        """One row a cell: organ, organ_title, column, column_title, count, goals."""
        return [
            {
                "organ": cell.organ,
                "organ_title": self._title(cell.organ, NOBODY),
                "column": cell.column,
                "column_title": self._title(cell.column, NOWHERE),
                "count": len(cell.goals),
                "goals": list(cell.goals),
            }
            for cell in self.cells
        ]

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
        Cells of organ and column. Goals, financial goals and work are counted, but not vision,
        värdegrund and grunduppdrag. A goal belongs to every column that its links lead up to,
        links that work against it apart; one shared by all organs of a kind is carried by each.

    Raises:
        InvalidValue: for another ``by``.

    >>> coverage(model).nobody
    ()
    """
    if by not in {"perspective", "goal"}:
        message = f"by is {by!r}, expected 'perspective' or 'goal'"
        raise InvalidValue("by", message)
    day = model.as_of if on is None else on
    return Coverage(about=model.id, on=day, by=by, held=model.at(day))


def _uppermost(held: SteeringModel, found: Threads) -> tuple[str, ...]:
    """Goals of the first level of goals, and financial goals beside them."""
    levels = () if found.structure is None else found.structure.levels
    first = next((level.id for level in levels if level.kind is LevelKind.GOAL), None)
    wanted = {first, *(level.id for level in levels if level.kind is LevelKind.FINANCIAL)}
    return tuple(sorted(goal.id for goal in held.goals if goal.level in wanted))


def _cells(held: SteeringModel, columns: tuple[str, ...]) -> tuple[Cell, ...]:
    found, graph = threads(held), numbered(held)
    above: defaultdict[int, list[str]] = defaultdict(list)
    for column in columns:
        for node in under(graph, number_of(graph, column)):
            above[node].append(column)
    goals: defaultdict[tuple[str | None, str | None], list[str]] = defaultdict(list)
    counted = _counted(found)
    for node, id in enumerate(graph.ids):
        record = found.nodes[id]
        if isinstance(record, Goal) and counted.get(record.level, True):
            for organ in carriers(held, record) or (None,):
                for wide in above.get(node) or (None,):
                    goals[organ, wide].append(id)
    place: dict[str | None, int] = {column: number for number, column in enumerate(columns)}

    def order(cell: Cell) -> tuple[bool, str, int]:
        return cell.organ is None, cell.organ or "", place.get(cell.column, len(columns))

    cells = (Cell(organ=organ, column=column, goals=ids) for (organ, column), ids in goals.items())
    return tuple(sorted(cells, key=order))


def _counted(found: Threads) -> Mapping[str, bool]:
    """Whether goals on a level count; those on a level that the structure lacks do."""
    levels = () if found.structure is None else found.structure.levels
    return {level.id: level.kind in _COUNTED for level in levels}
