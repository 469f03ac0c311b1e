"""Work on one budget and plan, which may run over three calendar years."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import field, frozen

from regionstyrning.errors import InvalidValue
from regionstyrning.law import STANDARD
from regionstyrning.law.deadlines import StatutoryDuty
from regionstyrning.model.records import as_tuple
from regionstyrning.questions.answers import Answer
from regionstyrning.questions.calendar import telling
from regionstyrning.questions.calendar.answer import steps_of
from regionstyrning.questions.calendar.order import Link, critical_path
from regionstyrning.questions.calendar.steps import DatedStep

if TYPE_CHECKING:
    from regionstyrning.law import Policies
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.text.sentences import Language

_FIRST, _LAST = 2, 9997


@frozen(kw_only=True, eq=False, repr=False)
class BudgetWork(Answer):
    """
    All that is done with one budget, its plans and its accounts (arbetet med en budget).

    Attributes:
        about: Id of the model.
        on: The day from which it is seen: the model's own.
        year: The budget year.
        path: The steps of the plan that decide when its last part can be decided.
    """

    _read: ClassVar[str] = "steps"

    year: int
    dated: tuple[DatedStep, ...] = field(converter=as_tuple)

    _model: SteeringModel = field(repr=False)
    _policies: Policies = field(repr=False)

    @property
    def steps(self) -> tuple[DatedStep, ...]:
        """The steps that concern the year, in order of day, those without one last."""
        return self.dated

    @property
    def years(self) -> tuple[int, ...]:
        """The calendar years that the work runs over."""
        return tuple(sorted({step.year for step in self.dated}))

    @property
    def path(self) -> tuple[Link, ...]:
        """The line of steps that decides when the last plan can be decided."""
        return critical_path(self.dated)

    @property
    def model(self) -> SteeringModel:
        """The model that was asked about."""
        return self._model

    def text(self, lang: Language = "sv", *, width: int = 80) -> str:
        """Year by year, each step with last days and what was done; then the critical line."""
        return telling.work(self, lang, width)

    def to_records(self) -> list[dict[str, Any]]:
        """One row a step, as of `DatedStep`."""
        return [row for step in self.dated for row in step.to_records()]

    def what_is_missing(self, lang: Language = "sv") -> Iterator[str]:
        """That the law of a year is not held, and that the model states no cycle."""
        yield from telling.missing(self._model, self._policies, (self.year - 1, self.year + 1), lang)


def budget_work(model: SteeringModel, year: int, *, policies: Policies = STANDARD) -> BudgetWork:
    """
    All that is done with the budget of a year: it is planned before it, carried out in it and accounted for after.

    Args:
        model: Any model; decisions up to its ``as_of`` count.
        year: The budget year.
        policies: Whether last days move from holidays, and how months are counted.

    Returns:
        The steps that concern the year, from two years before it to the year after. Reports that
        recur within the year are left out.

    Raises:
        InvalidValue: if the calendar has no such year.

    >>> budget_work(model, 2026).years
    (2025, 2026, 2027)
    """
    if not _FIRST < year < _LAST:
        message = f"year {year}, expected {_FIRST + 1} to {_LAST - 1}"
        raise InvalidValue("year", message)
    around = range(year - 2, year + 2)
    steps = (step for each in around for step in steps_of(model, each, policies))
    return BudgetWork(
        about=model.id,
        on=model.as_of,
        year=year,
        dated=sorted(
            (
                step
                for step in steps
                if step.about == year and not step.many and step.duty is not StatutoryDuty.SIZE_SET
            ),
            key=lambda step: step.order,
        ),
        model=model,
        policies=policies,
    )
