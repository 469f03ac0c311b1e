"""The occasion of a judgement: which plan, which facts, which year and which settings."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import date
from functools import cached_property
from operator import is_not
from typing import TYPE_CHECKING, Any, Protocol

from attrs import Factory, field, frozen

from regionstyrning.evaluators.occasions.plans import plan_of
from regionstyrning.evaluators.occasions.published import judgements_about, set_by_hand
from regionstyrning.evaluators.targets.figures import FIRM, Figures, figures
from regionstyrning.model.scales import Scale

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
    from decimal import Decimal

    from regionstyrning.evaluators.verdicts.verdict import Verdict
    from regionstyrning.model.documents import Decision
    from regionstyrning.model.indicators import Stage, Target
    from regionstyrning.model.joins import Join
    from regionstyrning.model.judgements import Judgement
    from regionstyrning.model.open_points import OpenPoint
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.model.structure import Structure


_SHARED = "computed_once"

Computed = dict[str, "tuple[tuple[Verdict, ...], Verdict]"]


class Settings(Protocol):
    """How goals and indicators are judged, which `Attainment` tells more of (inställningar)."""

    @property
    def partly_share(self) -> Decimal | None:
        """From which share of a target something is partly met, where the plan does not say."""

    @property
    def partly_points(self) -> Decimal | None:
        """What partly met is worth in a mean."""

    @property
    def stage(self) -> Stage | None:
        """The only stage of the figures that counts."""

    @property
    def join(self) -> Join | None:
        """How parts are joined where the structure states no rule."""

    @property
    def ambiguous(self) -> str:
        """What a sign with several meanings counts as."""

    @property
    def per_scope(self) -> str:
        """What a target for no scope of its own asks of the units."""

    @property
    def words(self) -> str:
        """Whether the region's own published words come first."""

    @property
    def computing(self) -> Hashable:
        """What of the settings reaches what is computed."""

    @property
    def title(self) -> str:
        """Name and version of the evaluator."""

    @property
    def settings(self) -> tuple[tuple[str, str], ...]:
        """What the evaluator was told, by name."""


@frozen(kw_only=True, slots=False, eq=False)
class Occasion:
    """
    What is judged, when and how (bedömningstillfälle).

    Attributes:
        model: The whole model.
        plan: The model on the day of the plan: goals, indicators, links and targets.
        facts: The model as it was known on the day asked: outcomes, judgements and decisions.
        year: The year judged.
        as_of: The day asked.
        settings: What the evaluator was told.
        done: Verdicts on goals and indicators, by id, kept while judging.
        apart: Ids of targets that are left aside: what they say is told, and judges nothing.
        computed: Verdicts before anybody's own words, by id, each with the parts that it was made of; kept for
            other ways of judging that compute alike.
    """

    model: SteeringModel
    plan: SteeringModel
    facts: SteeringModel
    year: int
    as_of: date
    settings: Settings
    done: dict[str, Verdict] = field(default=Factory(dict))
    apart: frozenset[str] = frozenset()
    computed: Computed = field(default=Factory(dict))

    def once(self, id: str, parts: tuple[Verdict, ...], compute: Callable[[], Verdict]) -> Verdict:
        """
        The verdict on a record, computed unless another way of judging has done so from the very same parts.

        Args:
            id: Id of the record.
            parts: What it is computed from.
            compute: What computes it.
        """
        found = self.computed.get(id)
        if found is None or len(found[0]) != len(parts) or any(map(is_not, found[0], parts)):
            found = self.computed[id] = (parts, compute())
        return found[1]

    @cached_property
    def figures(self) -> Figures:
        """The outcomes at the stages that count."""
        stage = self.settings.stage
        return figures(self.facts, FIRM if stage is None else (stage,))

    @cached_property
    def structure(self) -> Structure | None:
        """The structure in force on the day of the plan."""
        return self.plan.structure_on(self.plan.as_of)

    @cached_property
    def scales(self) -> Mapping[str, Scale]:
        """The scales of that structure, by id."""
        return {} if self.structure is None else {scale.id: scale for scale in self.structure.scales}

    def scale_of_year(self, id: str | None) -> Scale | None:
        """A scale by its id, in the structure of the year judged, or else in the latest that has it."""
        if id is None or id in self.scales:
            return self.scales.get(id or "")
        held = sorted(self.model.structures, key=_begins)
        return next((scale for each in reversed(held) for scale in each.scales if scale.id == id), None)

    @cached_property
    def targets(self) -> Mapping[str, Sequence[Target]]:
        """The targets of each indicator, in the order of their ids, without those left aside."""
        held = self.plan.targets
        return _grouped((each for each in held if each.id not in self.apart) if self.apart else held, "indicator")

    @cached_property
    def targets_apart(self) -> Mapping[str, Sequence[Target]]:
        """The targets of each indicator that are left aside, in the order of their ids."""
        held = self.plan.targets if self.apart else ()
        return _grouped((each for each in held if each.id in self.apart), "indicator")

    @cached_property
    def open_points(self) -> Mapping[str, Sequence[OpenPoint]]:
        """The open points about each record, in the order of their ids."""
        return _grouped(self.plan.open_points, "about")

    @cached_property
    def said(self) -> Mapping[str, Sequence[Judgement]]:
        """What had been said of each record for the year, the earliest first."""
        return judgements_about(self.facts, self.year)

    @cached_property
    def set_by_hand(self) -> Mapping[str, Sequence[Decision]]:
        """Verdicts set by hand, by what they are about, the earliest first."""
        return set_by_hand(self.facts)

    @cached_property
    def standing_year(self) -> int:
        """The year that a target without a year is asked for: the one judged, or the first of a plan to come."""
        return max(self.year, self.plan.as_of.year)


def _grouped(records: Iterable[Any], name: str) -> Mapping[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for record in records:
        found.setdefault(getattr(record, name), []).append(record)
    for held in found.values():
        if len(held) > 1:  # the id of a target is slow to make
            held.sort(key=_id)
    return found


def _id(record: Any) -> str:  # noqa: ANN401 - any record
    return str(record.id)


def _begins(structure: Structure) -> tuple[date, str]:
    first = None if structure.validity is None else structure.validity.first
    return first or date.min, structure.id


def occasion_of(
    settings: Settings,
    model: SteeringModel,
    as_of: date,
    year: int,
    given: Mapping[str, Verdict] | None = None,
) -> Occasion:
    """
    The occasion of judging a model for a year.

    Args:
        settings: How it is judged.
        model: The whole model.
        as_of: The day: nothing known later counts.
        year: The year judged.
        given: Verdicts on indicators that are to be taken for granted, by id.
    """
    shared: dict[Any, Computed] = model.memo.get(_SHARED, {})
    return Occasion(
        model=model,
        plan=plan_of(model, year, as_of),
        facts=model.at(as_of),
        year=year,
        as_of=as_of,
        settings=settings,
        done=dict(given or {}),
        computed={} if given else shared.setdefault((as_of, year, settings.computing), {}),
    )


@contextmanager
def computed_once(model: SteeringModel) -> Iterator[None]:
    """
    Let ways of judging that compute alike share what they compute, as long as this lasts.

    Args:
        model: The model that they judge.
    """
    outer = model.memo.get(_SHARED)
    model.memo[_SHARED] = {} if outer is None else outer
    try:
        yield
    finally:
        if outer is None:
            model.memo.pop(_SHARED, None)
