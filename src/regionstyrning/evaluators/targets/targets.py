"""Targets that are judged in a year, and the position of those that fall due later."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from regionstyrning.evaluators.targets.changes import changed
from regionstyrning.evaluators.targets.conditions import WITH_A_LIMIT, judge
from regionstyrning.evaluators.targets.given import Given
from regionstyrning.evaluators.targets.limits import limit
from regionstyrning.evaluators.verdicts import saying
from regionstyrning.evaluators.verdicts.saying import of_outcome
from regionstyrning.evaluators.verdicts.verdict import ONE_KNOWN, ONE_UNKNOWN, OUTCOME, Reason, Verdict
from regionstyrning.evaluators.verdicts.wording import shown, when, written
from regionstyrning.model.conditions import ConditionKind
from regionstyrning.model.dates import DECEMBER, Part
from regionstyrning.model.indicators import Stage
from regionstyrning.text.numbers import number
from regionstyrning.text.sentences import LANGUAGES, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from regionstyrning.evaluators.targets.changes import Changed
    from regionstyrning.evaluators.verdicts.bounds import Bounds
    from regionstyrning.evaluators.verdicts.judged import Judged
    from regionstyrning.evaluators.verdicts.statuses import Status
    from regionstyrning.model.conditions import Condition
    from regionstyrning.model.indicators import Indicator, Outcome, Target
    from regionstyrning.text.sentences import Language

_STAGES = tuple(Stage)

TARGET = "målvärde"
"""What a verdict on a target is called."""


@frozen(kw_only=True)
class Asked:
    """
    A target in a year that it is for (prövat målvärde).

    Attributes:
        target: The target.
        year: The year.
        due: The last day of what it is for.
        ahead: Whether it falls due after the year judged, or after the day asked.
    """

    target: Target
    year: int
    due: date
    ahead: bool


def asked(targets: Iterable[Target], year: int, standing: int, as_of: date) -> Iterator[Asked]:
    """
    The targets that are for a year or for a later one.

    Args:
        targets: Targets of an indicator.
        year: The year judged.
        standing: The year that a target without one is asked for.
        as_of: The day asked.
    """
    for target in targets:
        for its_year in _years(target, standing):
            if its_year < year:
                continue
            due = _due(target, its_year)
            yield Asked(target=target, year=its_year, due=due, ahead=its_year > year or due > as_of)


def _years(target: Target, standing: int) -> list[int]:
    if target.year is not None:
        return [target.year]
    if target.condition.by_year:
        return [row.year for row in target.condition.by_year]
    last = None if target.horizon is None else target.horizon.days.last
    return [standing if last is None else last.year]


def _due(target: Target, year: int) -> date:
    if target.part is not None:
        return target.part.days(year).last or date(year, DECEMBER, 31)
    last = None if target.horizon is None or target.year is not None else target.horizon.days.last
    return last or date(year, DECEMBER, 31)


def due_verdict(each: Asked, given: Given) -> Verdict:
    """
    The verdict on a target whose time has ended.

    Args:
        each: The target and the year it is for.
        given: The figures, and for whom.
    """
    judged = judge(each.target.condition, given)
    so_far = [] if judged.outcomes or given.part is not None else _so_far(each, given)
    change = changed(given, each.target.condition)
    return Verdict(
        about=each.target.id,
        title=title_of_target(each.target, each.year, _limit_elsewhere(each, given)),
        status=judged.bounds.status,
        low=judged.bounds.low,
        high=judged.bounds.high,
        reasons=[*judged.reasons, *so_far, *([] if change is None else [change.reason])],
        parts=[leaf(outcome, given.indicator, judged.bounds.status, judged.bounds) for outcome in judged.outcomes],
        coverage=ONE_KNOWN if judged.known else ONE_UNKNOWN,
        development=None if change is None else change.development,
        compared_with=since(change),
        stage=_stage(judged.outcomes),
        year=each.year,
        scope=given.scope,
        kind=TARGET,
    )


def _limit_elsewhere(each: Asked, given: Given) -> Decimal | None:
    """The limit of a target that sets none itself but refers to one."""
    condition = each.target.condition
    if condition.value is not None or condition.kind not in WITH_A_LIMIT:
        return None
    return limit(condition, given).value


def _so_far(each: Asked, given: Given) -> list[Reason]:
    """Where things stood in the longest part of the year that is known, which judges no whole year."""
    parts = [part for year, part in given.series.periods if year == given.year and part is not None]
    if not parts:
        return []
    part = max(parts, key=_last_month)
    judged = judge_part(each, given, part)
    if not judged.outcomes:
        return []
    outcome = judged.outcomes[-1]
    value = outcome.grade or given.number(outcome) or "–"
    asked = asked_words(each.target.condition, each.target.condition.value)
    status = judged.bounds.status
    return [of_outcome(outcome, saying.SO_FAR, value=value, when=when(given.year, part), asked=asked, status=status)]


def _last_month(part: Part) -> tuple[int, int]:
    return part.last_month, -part.first_month


def judge_part(each: Asked, given: Given, part: Part | None) -> Judged:
    """A target for the year held against the figure of a part of it."""
    return judge(each.target.condition, evolve(given, part=part))


def since(change: Changed | None) -> str | None:
    """Id of the outcome that something has changed since."""
    return None if change is None or change.since is None else change.since.id


def _stage(outcomes: tuple[Outcome, ...]) -> str | None:
    """The least firm state of the figures."""
    stages = [outcome.stage for outcome in outcomes if outcome.missing is None]
    return min(stages, key=_STAGES.index).value if stages else None


def title_of_target(target: Target, year: int, value: Decimal | None = None) -> str:
    """What a target asks and for when, with the limit of that year where it is another value."""
    condition = target.condition
    asks = condition.text or _asked(condition, condition.value if value is None else value, "sv")
    return f"{asks} ({', '.join([written(when(year, target.part)), *_whom(target)])})"


def whom(target: Target) -> str:
    """For whom a target is, in words; an empty text for all."""
    return ", ".join(_whom(target))


def _whom(target: Target) -> list[str]:
    gender = None if target.gender is None else target.gender.value
    return [each for each in (target.scope, gender) if each is not None]


def leaf(outcome: Outcome, indicator: Indicator, status: Status, held: Bounds | None = None) -> Verdict:
    """A single outcome, which has the status of what rests on it."""
    return leaf_named(outcome.id, outcome, indicator, status, held)


def leaf_named(
    name: str, outcome: Outcome, indicator: Indicator, status: Status, held: Bounds | None = None
) -> Verdict:
    """The same of an outcome whose id, which is slow to make, has been made."""
    period = written(when(outcome.year, outcome.part))
    if outcome.missing is not None:
        title = f"Utfall {period}: {outcome.missing.value}"
    else:
        unit = indicator.unit
        told = shown(outcome.value)
        figure = outcome.grade if told is None else told.say() if isinstance(told, Sentence) else number(told)
        title = f"Utfall {period}: {figure}" + (f" {unit}" if unit and outcome.value is not None else "")
    return Verdict(
        about=name,
        title=title,
        status=status,
        low=None if held is None else held.low,
        high=None if held is None else held.high,
        stage=outcome.stage.value,
        year=outcome.year,
        kind=OUTCOME,
    )


def asked_words(condition: Condition, value: Decimal | None) -> Sentence:
    """What is asked, in words: the kind and the limit, the band, the grade, or the text as written."""
    return Sentence(*(_plain(_asked(condition, value, lang)) for lang in LANGUAGES))


def _asked(condition: Condition, value: Decimal | None, lang: Language) -> str:
    """What is asked, in one language."""
    kind = saying.KINDS.get(condition.kind)
    if kind is not None and value is not None:
        return f"{kind.sv if lang == 'sv' else kind.en} {number(value, lang)}"
    if condition.kind is ConditionKind.BETWEEN:
        return f"{_end(condition.low, lang)}–{_end(condition.high, lang)}"
    text = condition.grade or condition.text
    if text is not None:
        return text
    return condition.kind.value if kind is None else kind.say(lang)


def _end(value: Decimal | None, lang: str) -> str:
    return "…" if value is None else number(value, lang)


def _plain(text: str) -> str:
    """A text to stand in a sentence as it is."""
    return text.replace("{", "{{").replace("}", "}}")
