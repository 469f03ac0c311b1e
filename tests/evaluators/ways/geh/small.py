"""A small region whose god ekonomisk hushållning is judged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from regionstyrning.evaluators import Geh
from regionstyrning.model import (
    ContributionKind,
    GehRule,
    Goal,
    GoalKind,
    Ground,
    Join,
    JoinKind,
    Level,
    LevelKind,
    Organ,
    OrganKind,
    Ratio,
    Structure,
    Target,
    Unit,
    at_least,
)
from tests.evaluators.small import AS_OF, YEAR, indicator, link, model, outcome
from tests.printed_accounts import BAL, REGION, amount

if TYPE_CHECKING:
    from collections.abc import Mapping

    from regionstyrning.evaluators import Verdict
    from regionstyrning.model import Record, SteeringModel

LEFT = "underskott-att-aterstalla"

LEVELS = (
    Level(id="pengar", title="Finansiellt mål", kind=LevelKind.FINANCIAL, judged_by=[Ground.MEASURES], geh=True),
    Level(id="mal", title="Mål", kind=LevelKind.GOAL, judged_by=[Ground.MEASURES]),
)
PERSON = Organ(id=REGION, title="Region Liten", kind=OrganKind.LEGAL_PERSON)
BALANCED = (amount(BAL, "10", YEAR), amount(LEFT, "0", YEAR - 1))
"""A year whose balance result is not negative, after one with nothing left to restore."""

ALL = Join(kind=JoinKind.ALL, text="Allt ska vara uppfyllt.")
MAJORITY = Join(kind=JoinKind.MAJORITY, text="Mer än hälften ska vara uppfyllda.")


def region(
    rule: GehRule | None = None,
    *,
    money: Mapping[str, bool | None] | None = None,
    work: Mapping[str, bool | None] | None = None,
    records: tuple[Record, ...] = BALANCED,
    **more: Any,  # noqa: ANN401 - any catalogue
) -> SteeringModel:
    """
    A region with goals that count, each with one measure that is met, is not, or is not known.

    Args:
        rule: Its own rule.
        money: Its financial goals.
        work: Its operational goals.
        records: What it has beside: amounts, judgements, decisions.
        more: Other catalogues, or fields of the structure.
    """
    kinds = {**dict.fromkeys(money or {}, "pengar"), **dict.fromkeys(work or {}, "mal")}
    held = model(
        structures=[Structure(id="s", title="Styrmodell", levels=LEVELS, geh=rule)],
        organs=[PERSON],
        legal_person=REGION,
        **more,
    )
    for id, met in {**(money or {}), **(work or {})}.items():
        held = held.with_(*_measured(id, kinds[id], met=met))
    return held.with_(*records)


def _measured(id: str, level: str, *, met: bool | None) -> list[Record]:
    kind = GoalKind.FINANCIAL if level == "pengar" else GoalKind.OPERATIONAL
    found: list[Record] = [
        Goal(id=id, title=f"Mål {id}", level=level, kind=kind, geh=True),
        indicator(f"i-{id}"),
        link(f"i-{id}", id),
        Target(indicator=f"i-{id}", year=YEAR, condition=at_least(1)),
    ]
    if met is not None:
        found.append(outcome(YEAR, int(met), indicator=f"i-{id}"))
    return found


def condition(lower: str, upper: str) -> Record:
    """That one goal is a condition for another."""
    return link(lower, upper, ContributionKind.CONDITION)


def judged(held: SteeringModel, way: Geh | None = None, *, year: int = YEAR) -> Verdict:
    """The verdict on the whole."""
    return (way or Geh())(held, as_of=AS_OF, year=year)


def part(held: SteeringModel, name: str, way: Geh | None = None) -> Verdict:
    """The verdict on one part: ``finansiella mål``, ``verksamhetsmål``, ``balanskrav``."""
    return judged(held, way)[f"{held.id}/{name}"]


def named(formula: str | None, target: Target, *records: Record, **more: Any) -> SteeringModel:  # noqa: ANN401 - any field of the indicator
    """A region with one financial goal, measured by a named result of its accounts."""
    return region(
        records=(
            *BALANCED,
            Goal(id="g", title="Mål g", level="pengar", kind=GoalKind.FINANCIAL),
            Ratio(id="eget", title="Eget mått", formula=formula, unit=Unit.MNKR),
            indicator("i", **{"ratio": "eget", "unit": "mnkr", **more}),
            link("i", "g"),
            target,
            *records,
        )
    )
