"""Which financial goals can be judged in the years ahead, and by what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any

from attrs import frozen

from regionstyrning.alternatives.lines import ASSETS, PRINTED, line_ahead
from regionstyrning.errors import InvalidValue
from regionstyrning.model.conditions import ConditionKind
from regionstyrning.model.goals import GoalKind
from regionstyrning.model.limits import BasisKind
from regionstyrning.questions.economy.balance import ZERO, summed
from regionstyrning.questions.economy.formulas import evaluated, read_formula
from regionstyrning.questions.economy.layout import RESULT
from regionstyrning.questions.economy.numbers import N, Numbers
from regionstyrning.questions.economy.ratios import BEFORE, BUDGET, known_ratios, line_of, ratio
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from regionstyrning.alternatives.ahead import Ahead
    from regionstyrning.model.indicators import Indicator, Target
    from regionstyrning.model.limits import Basis
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.questions.economy.formulas import Formula
    from regionstyrning.text.sentences import Language

_WHY = {
    "formula": Sentence(
        "{title} kan inte bedömas framåt: måttet har ingen formel över rader som räknas fram.",
        "{title} cannot be judged ahead: its measure has no formula over lines that are reckoned ahead.",
    ),
    "condition": Sentence(
        "{title} kan inte bedömas framåt: villkoret ({asked}) är inte ett tal att nå ett enskilt år eller i snitt.",
        "{title} cannot be judged ahead: what is asked ({asked}) is no number to reach in a year or on average.",
    ),
}

_SINCE = {
    ConditionKind.INCREASE: ConditionKind.ABOVE,
    ConditionKind.DECREASE: ConditionKind.BELOW,
    ConditionKind.KEEP_OR_INCREASE: ConditionKind.AT_LEAST,
    ConditionKind.KEEP_OR_DECREASE: ConditionKind.AT_MOST,
}
"""What a change since a base year asks, when the value of that year is the limit."""

_NONE = Decimal("nan")

LIMITS = frozenset({ConditionKind.AT_LEAST, ConditionKind.ABOVE, ConditionKind.AT_MOST, ConditionKind.BELOW})


@frozen(kw_only=True, eq=False)
class GoalAhead:
    """
    What an indicator of a financial goal is asked in a year ahead (finansiellt mål framåt).

    Attributes:
        indicator: The measure.
        target: What it should be; that of an earlier year where none is set for this one.
        formula: The measure over lines of the accounts.
        kind: At least, above, at most, below.
        limit: The number.
        over_years: Of how many years the mean is held against it.
        weighted: Whether the years weigh differently, in a way that no number says: then it is met
            for certain if each year reaches it, and missed for certain if none does.
    """

    indicator: Indicator
    target: Target
    formula: Formula
    kind: ConditionKind
    limit: Decimal
    over_years: int = 1
    weighted: bool = False

    @cached_property
    def name(self) -> str:
        """Id of the measure."""
        return self.indicator.id

    def value(self, numbers: Numbers[N], year: Ahead[N], before: Ahead[N]) -> N:
        """
        The measure in a year ahead; no number where it is a part of assets that are spent.

        Raises:
            ZeroDivisionError: if it divides by zero, in numbers that refuse to.
            KeyError: if it asks what is not known of the year before.
        """
        found: dict[str, N] = {}
        for name, earlier, line in self.inputs:
            found[name] = line_ahead(numbers, before.values if earlier else year.values, line)
        value = evaluated(self.formula, found, numbers)
        for name, _, line in self.inputs:
            if line == ASSETS:  # where they are spent there is nothing to be a part of
                left = numbers.below(numbers.exact(ZERO), found[name])
                value = numbers.where(left, value, numbers.exact(_NONE))
        return value

    @cached_property
    def inputs(self) -> tuple[tuple[str, bool, str], ...]:
        """The names in its formula, each with whether it is of the year before and the line it stands for."""
        return tuple((name, name.startswith(BEFORE), line_of(name)) for name in self.formula.names)

    def judged(self, numbers: Numbers[N], values: Sequence[N]) -> tuple[object, object]:
        """
        Whether it is missed for certain, and whether it may be.

        Args:
            numbers: The kind of number.
            values: The measure in as many years as are held against the limit.
        """
        if not self.weighted:
            mean = summed(values[0], values[1:])
            if len(values) > 1:
                mean = mean / numbers.exact(Decimal(len(values)))
            return self._bounds(numbers, mean, mean)
        # A mean of any weights lies between the least and the most of the years.
        least = most = values[0]
        for each in values[1:]:
            least, most = numbers.minimum(least, each), numbers.maximum(most, each)
        return self._bounds(numbers, least, most)

    def _bounds(self, numbers: Numbers[N], least: N, most: N) -> tuple[object, object]:
        """Whether it is missed for certain, and whether it may be; what is no number may be anything."""
        upward = self.kind is ConditionKind.AT_LEAST or self.kind is ConditionKind.ABOVE
        best, worst = (most, least) if upward else (least, most)
        missed = possible = self._missed(numbers, best)
        if best is not worst:
            possible = self._missed(numbers, worst)
        # The difference is a number only where both are.
        unknown: Any = numbers.unknown(best if best is worst else best - worst)
        if unknown is False:
            return missed, possible
        return (missed | unknown) ^ unknown, possible | unknown

    def _missed(self, numbers: Numbers[N], held: N) -> Any:  # noqa: ANN401 - a truth, single or in an array
        limit = numbers.exact(self.limit)
        if self.kind is ConditionKind.AT_LEAST:
            return numbers.below(held, limit)
        if self.kind is ConditionKind.AT_MOST:
            return numbers.below(limit, held)
        # What must be above is missed at the limit too.
        kept: Any = numbers.below(limit, held) if self.kind is ConditionKind.ABOVE else numbers.below(held, limit)
        return kept ^ True


@frozen(kw_only=True, eq=False)
class GoalsAhead:
    """
    The financial goals of the years ahead (finansiella mål framåt).

    Attributes:
        by_year: What can be judged, year by year.
        history: Each measure in the years that are accounted for, by its id and year.
        open_years: Years in which something is asked that cannot be judged.
        not_judged: Why it cannot be, each as a key, a title and what is asked.
    """

    by_year: Mapping[int, tuple[GoalAhead, ...]]
    history: Mapping[str, Mapping[int, Decimal]]
    open_years: frozenset[int]
    not_judged: tuple[tuple[str, str, str], ...]

    def what_is_missing(self, lang: Language = "sv") -> Iterator[str]:
        """The goals that cannot be judged ahead, each in a sentence."""
        for why, title, asked in self.not_judged:
            yield _WHY[why].say(lang, title=title, asked=asked)


def goals_ahead(model: SteeringModel, first: int, last: int) -> GoalsAhead:
    """
    The financial goals of the years ahead: those whose measure is a formula over the accounts.

    Those that stand on the model's own day count. A target holds until one for a later year
    stands, and also after the last: that is our reading.

    Args:
        model: The model.
        first: The first year ahead.
        last: The last.
    """
    years = range(first, last + 1)
    by_year: dict[int, list[GoalAhead]] = {year: [] for year in years}
    history: dict[str, dict[int, Decimal]] = {}
    refused: dict[tuple[str, str, str], set[int]] = {}
    for indicator, targets in _financial(model):
        formula = _formula(model, indicator)
        history[indicator.id] = {} if formula is None else _history(model, indicator, first)
        for year in years:
            target = _standing(targets, year)
            if target is None:
                continue
            found = None if formula is None else _asked(indicator, target, formula, year, history[indicator.id])
            if found is not None:
                by_year[year].append(found)
            else:
                asked = target.condition.text or target.condition.kind.value
                why = ("formula", indicator.title, "") if formula is None else ("condition", indicator.title, asked)
                refused.setdefault(why, set()).add(year)
    return GoalsAhead(
        by_year={year: tuple(found) for year, found in by_year.items()},
        history=history,
        open_years=frozenset(year for found in refused.values() for year in found),
        not_judged=tuple(refused),
    )


def _financial(model: SteeringModel) -> Iterator[tuple[Indicator, list[Target]]]:
    """Measures by a key ratio, or of a financial goal, each with its targets for the whole region and year."""
    held = model.at(model.as_of)  # targets of plans that are replaced ask nothing of the years ahead
    goals = {each.id for each in held.goals if each.kind is GoalKind.FINANCIAL}
    measuring = {each.lower for each in held.contributions if each.upper in goals}
    for indicator in sorted(held.indicators, key=lambda each: each.id):
        targets = [
            each
            for each in held.targets
            if each.indicator == indicator.id and each.part is None and each.gender is None and each.scope is None
        ]
        if targets and (indicator.ratio is not None or indicator.id in measuring):
            yield indicator, targets


def _formula(model: SteeringModel, indicator: Indicator) -> Formula | None:
    found = known_ratios(model).get(indicator.ratio or "")
    try:
        formula = None if found is None or found.formula is None else read_formula(found.formula)
    except InvalidValue:
        return None
    if formula is None or any(BUDGET in name or line_of(name) not in PRINTED for name in formula.names):
        return None
    return formula


def _standing(targets: Sequence[Target], year: int) -> Target | None:
    """The target of the year, or of the nearest year before that has one."""
    dated = [each for each in targets if each.year is not None and each.year <= year]
    return max(dated, key=lambda each: (each.year or 0, each.id), default=None)


def _asked(
    indicator: Indicator, target: Target, formula: Formula, year: int, history: Mapping[int, Decimal]
) -> GoalAhead | None:
    condition = target.condition
    basis = condition.basis
    kind, limit = condition.kind, next((each.value for each in condition.by_year if each.year == year), condition.value)
    span, weighted = _span(basis)
    if basis is not None and basis.kind is BasisKind.BASE_YEAR:
        kind, limit, span = _SINCE.get(kind, kind), history.get(basis.base_year or 0), 1 if kind in _SINCE else None
    if kind not in LIMITS or span is None or limit is None:
        return None
    return GoalAhead(
        indicator=indicator,
        target=target,
        formula=formula,
        kind=kind,
        limit=limit,
        over_years=span,
        weighted=weighted,
    )


def _span(basis: Basis | None) -> tuple[int | None, bool]:
    """How many years are held against the limit, None for what is compared otherwise, and whether they are weighted."""
    if basis is None or basis.kind is BasisKind.YEAR:
        return 1, False
    return (basis.over_years if basis.kind is BasisKind.MEAN else None), basis.weighted_by is not None


def _history(model: SteeringModel, indicator: Indicator, first: int) -> dict[int, Decimal]:
    """The measure in the years before, as far as the accounts give it."""
    years = {each.year for each in model.amounts if each.line == RESULT and each.year < first}
    values = {year: ratio(model, indicator.ratio or "", year).value for year in years}
    return {year: value for year, value in values.items() if value is not None}
