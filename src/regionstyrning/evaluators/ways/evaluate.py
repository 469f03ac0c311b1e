"""Judge a model, in one way or several."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from regionstyrning.errors import InvalidValue
from regionstyrning.evaluators.occasions.occasion import computed_once
from regionstyrning.evaluators.occasions.plans import plan_of, year_ended
from regionstyrning.evaluators.ways.named import ATTAINMENT, OWN_WAY, Evaluator, evaluator_named
from regionstyrning.files.lanes.quick import collector_off
from regionstyrning.model.scales import ScaleReads

if TYPE_CHECKING:
    from regionstyrning.evaluators.verdicts.verdict import Verdict
    from regionstyrning.model.steering_model import SteeringModel


def evaluate(
    model: SteeringModel,
    *,
    as_of: date,
    year: int | None = None,
    evaluators: str | Iterable[str | Evaluator] | Mapping[str, Evaluator] | None = None,
) -> Mapping[str, Verdict]:
    """
    Judge a model, in one way or several.

    Args:
        model: The whole model.
        as_of: The day from which it is judged: nothing known later counts.
        year: The year judged; the last that had ended, if none is named.
        evaluators: What judges it: names of the library's evaluators or of plugins, evaluators with a
            name of their own, or a mapping that names them. If none are given: ``attainment``, and
            ``egen`` where the region's data states its own way.

    Returns:
        Each evaluator's verdict on the whole model, by its name. A target for a later year is not due,
        and says where things stand.

    Raises:
        FailedPlugin: if a plugin has a name that was given, and cannot be used.
        InvalidValue: if two evaluators have the same name.
        UnknownId: if no evaluator has a name that was given; it names the nearest.

    >>> evaluate(model, as_of=date(2026, 3, 1))["attainment"].year
    2025
    """
    judged = year_ended(as_of) if year is None else year
    named = _defaults(model, judged, as_of) if evaluators is None else _named(evaluators)
    # What is judged is made by the hundred thousand, and refers to nothing that refers back.
    with collector_off(), computed_once(model):
        return {name: each(model, as_of=as_of, year=judged) for name, each in named.items()}


def _defaults(model: SteeringModel, year: int, as_of: date) -> dict[str, Evaluator]:
    own = states_its_own_way(plan_of(model, year, as_of))
    return _named([ATTAINMENT, OWN_WAY] if own else [ATTAINMENT])


def states_its_own_way(plan: SteeringModel) -> bool:
    """Whether a region's data says how it judges: the words of a scale, or a level's rule or ground."""
    structure = plan.structure_on(plan.as_of)
    if structure is None:
        return False
    scaled = any(scale.reads is ScaleReads.LEVEL for scale in structure.scales)
    return scaled or any(level.join is not None or level.judged_by for level in structure.levels)


def _named(evaluators: str | Iterable[str | Evaluator] | Mapping[str, Evaluator]) -> dict[str, Evaluator]:
    if isinstance(evaluators, Mapping):
        return dict(evaluators)
    found: dict[str, Evaluator] = {}
    for asked in [evaluators] if isinstance(evaluators, str) else evaluators:
        each = evaluator_named(asked) if isinstance(asked, str) else asked
        own = getattr(each, "name", None) or getattr(each, "__name__", None) or type(each).__name__
        name = asked if isinstance(asked, str) else str(own)
        if name in found:
            message = f"two evaluators are called {name!r}. Give them as a mapping, by names of their own"
            raise InvalidValue("evaluators", message)
        found[name] = each
    return found
