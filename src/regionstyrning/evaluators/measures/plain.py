"""The plainest case and the most common: a number of the year held against a number, without the steps it needs not."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from regionstyrning.evaluators.targets.changes import since_then, upward, without_earlier
from regionstyrning.evaluators.targets.partly import reaches
from regionstyrning.evaluators.targets.targets import TARGET, leaf_named, since, title_of_target
from regionstyrning.evaluators.verdicts import saying
from regionstyrning.evaluators.verdicts.bounds import MET, NOT_MET
from regionstyrning.evaluators.verdicts.saying import because
from regionstyrning.evaluators.verdicts.verdict import ONE_KNOWN, Verdict
from regionstyrning.evaluators.verdicts.wording import shown, when
from regionstyrning.model.conditions import ConditionKind
from regionstyrning.model.dates import DECEMBER
from regionstyrning.model.indicators import MeasureKind, Stage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from regionstyrning.evaluators.occasions.occasion import Occasion
    from regionstyrning.evaluators.targets.changes import Changed
    from regionstyrning.evaluators.targets.figures import Figures
    from regionstyrning.model.conditions import Condition
    from regionstyrning.model.indicators import Indicator, Outcome, Target

Years = dict[int, "tuple[Outcome, Decimal]"]

_KINDS = frozenset({ConditionKind.AT_LEAST, ConditionKind.ABOVE, ConditionKind.AT_MOST, ConditionKind.BELOW})


def plain_verdict(
    occasion: Occasion, indicator: Indicator, targets: Sequence[Target], figures: Figures
) -> Verdict | None:
    """
    The verdict on the one target of an indicator, a number for the year, where the outcomes are numbers for all.

    It is what the long way finds, which alone says how it is found; tests hold the two together.

    Args:
        occasion: When and by what it is judged.
        indicator: The indicator.
        targets: Its targets.
        figures: The outcomes.

    Returns:
        None where anything is less plain.
    """
    asked = _asked(targets[0], occasion) if len(targets) == 1 and _plain(indicator) else None
    if asked is None or Stage.FINAL not in figures.stages:
        return None
    years = _by_year(figures.by_indicator.get(indicator.id, ()))
    return _verdict(indicator, targets[0], asked, years, occasion.year) if occasion.year in years else None


def _plain(indicator: Indicator) -> bool:
    """Whether it is one number for everybody, measured in one way."""
    return (
        not indicator.scopes
        and not indicator.method_changed
        and indicator.scale is None
        and indicator.kind is not MeasureKind.CLUSTER
    )


def _asked(target: Target, occasion: Occasion) -> Decimal | None:
    """The number asked, if that is all that is asked, of all of the year judged and for everybody."""
    condition = target.condition
    plain = (
        target.year == occasion.year
        and target.part is None
        and target.scope is None
        and target.gender is None
        and condition.kind in _KINDS
        and condition.basis is None
        and condition.partly is None
        and occasion.settings.partly_share is None
        and not condition.every_unit
        and date(occasion.year, DECEMBER, 31) <= occasion.as_of
    )
    return condition.value if plain else None


def _by_year(outcomes: Sequence[Outcome]) -> Years:
    """The outcomes by year with their numbers, where each is final and for all and no year has two; else none."""
    found: Years = {}
    for each in outcomes:
        divided = each.scope is not None or each.gender is not None or each.part is not None
        if divided or each.value is None or each.stage is not Stage.FINAL or each.reported_for is not None:
            return {}
        found[each.year] = (each, each.value)
    return found if len(found) == len(outcomes) else {}


def _verdict(indicator: Indicator, target: Target, asked: Decimal, years: Years, year: int) -> Verdict:
    (now, value), kind = years[year], target.condition.kind
    name = now.id
    held = MET if reaches(kind, value, asked) else NOT_MET
    told = because(
        name,
        saying.HELD,
        source=now.sources[0] if now.sources else None,
        value=shown(value),
        when=when(year),
        kind=saying.KINDS[kind],
        limit=shown(asked),
    )
    change = _change(indicator, target.condition, name, years, year)
    return Verdict(
        about=target.id,
        title=title_of_target(target, year),
        status=held.status,
        low=held.low,
        high=held.high,
        reasons=(told, change.reason),
        parts=(leaf_named(name, now, indicator, held.status, held),),
        coverage=ONE_KNOWN,
        development=change.development,
        compared_with=since(change),
        stage=now.stage.value,
        year=year,
        kind=TARGET,
    )


def _change(indicator: Indicator, condition: Condition, name: str, years: Years, year: int) -> Changed:
    earlier = [each for each in years if each < year] if len(years) > 1 else ()
    if not earlier:
        return without_earlier(name)
    (now, later), (before, number) = years[year], years[max(earlier)]
    return since_then(now, before, (number, later), up=upward(indicator, condition, graded=False))
