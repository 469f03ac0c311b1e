"""Classes of what a file may hold: the records, and what may be written besides them."""

from __future__ import annotations

from functools import cache
from typing import Any, get_type_hints

import attrs
from attrs import field, frozen

from regionstyrning.model.catalogues import CATALOGUES
from regionstyrning.model.goals import Contribution, Goal
from regionstyrning.model.indicators import Indicator, Outcome, Target
from regionstyrning.model.records import Source
from regionstyrning.model.steering_model import SteeringModel


@frozen(kw_only=True)
class NestedContribution(Contribution):
    """A link upwards (bidrag), written inside the goal or indicator that contributes."""

    lower: str = field(default="", init=False)


@frozen(kw_only=True)
class NestedTarget(Target):
    """What an indicator should be (målvärde), written inside it."""

    indicator: str = field(default="", init=False)


@frozen(kw_only=True)
class NestedOutcome(Outcome):
    """What an indicator was (utfall), written inside it."""

    indicator: str = field(default="", init=False)


@frozen(kw_only=True)
class AuthoredGoal(Goal):
    """
    Something wanted or ordered (mål), with what a file may write inside it.

    Attributes:
        contributions: Its links upwards.
    """

    contributions: tuple[NestedContribution, ...] = ()


@frozen(kw_only=True)
class AuthoredIndicator(Indicator):
    """
    A measure (indikator, nyckeltal), with what a file may write inside it.

    Attributes:
        contributions: Its links upwards.
        targets: What it should be.
        outcomes: What it was.
    """

    contributions: tuple[NestedContribution, ...] = ()
    targets: tuple[NestedTarget, ...] = ()
    outcomes: tuple[NestedOutcome, ...] = ()


_AUTHORED: dict[str, type] = {"goals": AuthoredGoal, "indicators": AuthoredIndicator}


def _field(default: Any, annotation: Any) -> Any:  # noqa: ANN401 - any default of any annotation
    return field(default=default, type=annotation)


@cache
def document_class(*, main: bool) -> type:
    """
    The class of what one file holds.

    Args:
        main: Whether it is the file that says which region it is.
    """
    fields: dict[str, Any] = {}
    if main:
        fields["format"] = field(type=int)
        hints = get_type_hints(SteeringModel)
        for each in attrs.fields(SteeringModel):
            fields[each.name] = _field(each.default, hints[each.name])
    for name, cls in CATALOGUES.items():
        fields[name] = _field((), tuple[_AUTHORED.get(name, cls), ...])  # type: ignore[misc]  # made at run time
    fields["source"] = _field(None, Source | None)
    fields["sources"] = _field((), tuple[Source, ...])
    return attrs.make_class("Document", fields, frozen=True, kw_only=True)
