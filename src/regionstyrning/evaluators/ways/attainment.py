"""The evaluator of goal attainment, with its settings."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, ClassVar, Literal

import attrs
from attrs import evolve, field, frozen

from regionstyrning.errors import InvalidValue
from regionstyrning.evaluators.occasions.plans import year_ended
from regionstyrning.evaluators.wholes.region import judged_by
from regionstyrning.model.indicators import Stage
from regionstyrning.model.joins import Join

if TYPE_CHECKING:
    from regionstyrning.evaluators.verdicts.verdict import Verdict
    from regionstyrning.model.steering_model import SteeringModel

PerScope = Literal["each", "all", "weighted"]
Ambiguous = Literal["from-to", "leave out"]
Words = Literal["beside", "first"]

_CHOICES: dict[str, tuple[str, ...]] = {
    "per_scope": ("each", "all", "weighted"),
    "ambiguous": ("from-to", "leave out"),
    "words": ("beside", "first"),
}


def _one_of(_: Attainment, attribute: attrs.Attribute[str], value: str) -> None:
    choices = _CHOICES[attribute.name]
    if value not in choices:
        message = f"{attribute.name} {value!r}, expected one of {', '.join(map(repr, choices))}"
        raise InvalidValue(attribute.name, message)


@frozen(kw_only=True)
class Attainment:
    """
    How goals are met, told by the plan's own targets and rules (måluppfyllelse).

    It invents no judgement: what the region's data does not say how to join it bounds, unless a
    setting says how.

    Attributes:
        partly_share: From which share of a target, 0 to 100, something is partly met, where the plan
            does not say what partly is.
        partly_points: What partly met is worth, 0 to 100, in a mean.
        stage: The only stage of the figures that counts; None for final ones, or else preliminary.
        join: How parts are joined where the structure states no rule.
        ambiguous: Whether a sign with several meanings counts from–to, or is left out.
        per_scope: Whether a target for no scope of its own is reported for each unit, must be met by all,
            or is held against their mean weighted by size.
        words: Whether the region's own published words stand beside the computed verdict, or come first.
        name: What the evaluator is called.

    Raises:
        InvalidValue: for another choice than those named.
    """

    version: ClassVar[str] = "1"

    partly_share: Decimal | None = None
    partly_points: Decimal | None = None
    stage: Stage | None = None
    join: Join | None = None
    ambiguous: Ambiguous = field(default="from-to", validator=_one_of)
    per_scope: PerScope = field(default="each", validator=_one_of)
    words: Words = field(default="beside", validator=_one_of)
    name: str = "attainment"

    def __call__(self, model: SteeringModel, *, as_of: date, year: int | None = None) -> Verdict:
        """
        Judge a model.

        Args:
            model: The whole model.
            as_of: The day from which it is judged: nothing known later counts.
            year: The year judged; the last that had ended, if none is named.

        Returns:
            The verdict on the whole, with parts for perspectives, goals, indicators, targets and outcomes.
        """
        judged = year_ended(as_of) if year is None else year
        return judged_by(self, model, as_of, judged)[1]

    @property
    def computing(self) -> Attainment:
        """What of its settings reaches what is computed: all but its name and whose words come first."""
        return evolve(self, words="beside", name="")

    @property
    def title(self) -> str:
        """Its name and version."""
        return f"{self.name} {self.version}"

    @property
    def settings(self) -> tuple[tuple[str, str], ...]:
        """What it was told, by name, in the order of the class."""
        names = [each.name for each in attrs.fields(Attainment) if each.name != "name"]
        return tuple((name, _written(getattr(self, name))) for name in names)


def _written(value: object) -> str:
    match value:
        case None:
            return "–"
        case Enum():
            return str(value.value)
        case Join():
            return value.kind.value if value.at_least is None else f"{value.kind.value} {value.at_least}"
        case _:
            return str(value)
