"""What the result of a year ahead must be for something to be reached."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import frozen

from regionstyrning.alternatives.ahead import IN_BALANCE, IN_TIME, TAXES_AND_GRANTS, Ahead, year_ahead
from regionstyrning.alternatives.drivers import Driver
from regionstyrning.alternatives.goals_untold import reasons
from regionstyrning.alternatives.opening import last_accounted
from regionstyrning.alternatives.planned import planned
from regionstyrning.alternatives.project import measured, project
from regionstyrning.alternatives.shown import estimate
from regionstyrning.errors import InvalidValue, UnknownId
from regionstyrning.law import STANDARD
from regionstyrning.model.economy import LINES
from regionstyrning.questions.answers import Answer, Step, told_below
from regionstyrning.questions.economy.layout import BALANCE, RESULT
from regionstyrning.questions.economy.numbers import FLOATS
from regionstyrning.text.sentences import Sentence
from regionstyrning.text.widths import folded

if TYPE_CHECKING:
    from regionstyrning.alternatives.assumptions import Assumptions
    from regionstyrning.alternatives.goal_ahead import GoalAhead
    from regionstyrning.alternatives.projection import Projection
    from regionstyrning.law import Policies
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.text.sentences import Language

_TOLD = {
    "needed": Sentence(
        "{title} {year} nås med ett resultat på {needed} mnkr; framskrivningen ger {projected}, så {difference} mnkr "
        "{way}.",
        "{title} {year} is reached with a result of {needed} mnkr; the projection gives {projected}, "
        "so {difference} mnkr {way}.",
    ),
    "short": Sentence("fattas", "are lacking"),
    "spare": Sentence("är till godo", "are to spare"),
    "never": Sentence(
        "{title} {year} nås inte med något resultat det året.", "{title} {year} is reached by no result of that year."
    ),
    "always": Sentence(
        "{title} {year} nås vad resultatet än blir det året.",
        "{title} {year} is reached whatever the result of that year.",
    ),
    "unknown": Sentence(
        "Vad resultatet {year} måste vara går inte att räkna ut.",
        "What the result of {year} must be cannot be reckoned.",
    ),
    "not-over": Sentence(
        "Vad resultatet {year} måste vara för att nå {title} går inte att säga: det avgörs först {last}.",
        "What the result of {year} must be to reach {title} cannot be told: it is decided only in {last}.",
    ),
    "balance": Sentence("Balans, med det som ska vara återställt", "Balance, with what has to be restored by then"),
}


@frozen(kw_only=True, eq=False)
class NeededResult(Answer):
    """
    What the result of a year ahead must be (resultat som behövs).

    Attributes:
        about: Id of the target, its measure or the line that is to be reached.
        on: The day up to which anything is known.
        title: What is to be reached.
        year: The year.
        needed: The result that just reaches it, in mnkr; None if none does, any does or it is not known.
        projected: The result under what is assumed; None if it cannot be reckoned.
        always: Whether any result reaches it; None if that is not known.
        projection: The years up to it, which all else is taken from.
        decided: The year that decides it; another than the year where a period is not over then.
    """

    _read: ClassVar[str] = "needed"

    title: str
    year: int
    needed: float | None
    projected: float | None
    always: bool | None
    projection: Projection
    decided: int

    @property
    def difference(self) -> float | None:
        """How much more than projected is needed; negative for what is to spare."""
        return None if self.needed is None or self.projected is None else self.needed - self.projected

    def text(self, lang: Language = "sv", *, width: int = 80) -> str:
        """What is needed, in a sentence, with what is missing below."""
        told = folded(self._sentence(lang), width)
        return "\n".join([*told, *told_below(self.what_is_missing(lang), width)])

    def _sentence(self, lang: Language) -> str:
        words = {"title": self.title if self.about != BALANCE else _TOLD["balance"].say(lang), "year": self.year}
        if self.decided > self.year:
            return _TOLD["not-over"].say(lang, **words, last=self.decided)
        if self.always is None:
            return _TOLD["unknown"].say(lang, year=self.year)
        if self.needed is None or self.difference is None:
            return _TOLD["always" if self.always else "never"].say(lang, **words)
        return _TOLD["needed"].say(
            lang,
            **words,
            needed=estimate(self.needed, lang),
            projected=estimate(self.projected, lang),
            difference=estimate(abs(self.difference), lang),
            way=_TOLD["short" if self.difference > 0 else "spare"].say(lang),
        )

    def to_records(self) -> list[dict[str, Any]]:
        """One row: about, year, needed, projected, difference, always."""
        return [
            {
                "about": self.about,
                "year": self.year,
                "needed": self.needed,
                "projected": self.projected,
                "difference": self.difference,
                "always": self.always,
            }
        ]

    @property
    def steps(self) -> tuple[Step, ...]:
        """The figures of the year, with how each is come to."""
        return tuple(each for each in self.projection.steps if f" {self.year}: " in each.text())

    def what_is_missing(self, lang: Language = "sv") -> Iterator[str]:
        """What is not known of the years up to it, each in a sentence."""
        yield from self.projection.plan.what_is_missing(lang)


def needed_result(
    model: SteeringModel,
    target: str,
    year: int,
    *,
    assumptions: Assumptions | None = None,
    policies: Policies = STANDARD,
) -> NeededResult:
    """
    Find what the result of a year ahead must be, all else being as assumed.

    A better result is had by lower costs of that year; reserves, equity and key ratios follow it.

    Args:
        model: The model.
        target: Id of an indicator measured by a key ratio, of a target of one, or
            ``"balanskravsresultat"`` for a balance without deficit and with all restored that has to be.
        year: A year that is not accounted for yet.
        assumptions: What the years are assumed to bring; what budget and plan imply if left out.
        policies: How the law is read where it leaves that open.

    Raises:
        UnknownId: if nothing has the id; it names the nearest.
        InvalidValue: for a year that is accounted for, a target that cannot be judged ahead, or a
            model that names no legal person.

    >>> round(needed_result(model, "resultat-av-skatter-och-bidrag", 2026).needed, 6)
    221.4
    """
    measure = _measure(model, target)
    last = last_accounted(model)
    begun = model.as_of.year - 1 if last is None else last
    if year <= begun:
        message = f"expected a year after {begun}, which is accounted for, found {year!r}"
        raise InvalidValue("year", message)
    assumed = planned(model) if assumptions is None else assumptions
    projection = project(model, assumed, year - begun, policies=policies)
    asked = next((each.title for each in model.indicators if each.id == measure), "")
    goal = None if measure == BALANCE else _goal(projection, (target, measure), asked, year)
    title = LINES[BALANCE] if goal is None else goal.indicator.title
    found = next((each for each in projection.years if each.year == year), None)
    # No result is looked for beyond all taxes and grants of the year, up or down.
    most = 0.0 if found is None else found.ahead.values[TAXES_AND_GRANTS]
    decided = year if goal is None else max(goal.years)
    needed, always = (None, None) if found is None or decided > year else _sought(projection, year, goal, most)
    return NeededResult(
        about=target,
        on=model.as_of,
        title=title,
        year=year,
        needed=needed,
        projected=None if found is None else found.lines[RESULT],
        always=always,
        projection=projection,
        decided=decided,
    )


def _measure(model: SteeringModel, target: str) -> str:
    """Id of the measure, or the line of the balance result."""
    if target == BALANCE or any(each.id == target for each in model.indicators):
        return target
    for each in model.targets:
        if each.id == target:
            return each.indicator
    known = [BALANCE, *(each.id for each in model.indicators)]
    raise UnknownId("indicator", target, known)


def _goal(projection: Projection, names: tuple[str, str], title: str, year: int) -> GoalAhead | None:
    """The goal by the id of its target, where its measure has several, or else of its measure."""
    goals = projection.plan.goals.by_year[year]
    found = next((each for each in goals if each.name in names), None)
    if found is None:
        known = ", ".join(repr(each.name) for each in goals)
        others = f"; expected one of {known}" if known else ""
        why = " ".join(_why(projection, names[-1], title, year))
        message = f"what {names[-1]!r} is asked in {year} cannot be judged ahead{others}{why and '. '}{why}"
        raise InvalidValue("target", message)
    return found


def _why(projection: Projection, measure: str, title: str, year: int) -> Iterator[str]:
    goals = projection.plan.goals
    yield from reasons(goals.untold, title, year, "en")
    for each in goals.waiting[year]:
        if each.indicator.id == measure:
            yield f"The next target is for {each.decided}."


def _asking(projection: Projection, year: int, goal: GoalAhead | None) -> Callable[[float], tuple[float, bool]]:
    """What a result of the year, so much better, comes to, and whether it reaches what is asked."""
    found = projection[year]
    place = [each.year for each in projection.years].index(year)
    by: Mapping[Driver, float] = projection.plan.years[place].by
    earlier = () if goal is None else _earlier(projection, goal, year)

    def asked(better: float) -> tuple[float, bool]:
        costs = by.get(Driver.PENSION_COSTS, 0.0) - better
        now = year_ahead(FLOATS, found.before, {**by, Driver.PENSION_COSTS: costs}, found.terms)
        return now.values[RESULT], _kept(goal, now, found.before, earlier)

    return asked


def _earlier(projection: Projection, goal: GoalAhead, year: int) -> tuple[float | None, ...]:
    """The measure in the years before that are held against the limit too."""
    known = projection.plan.goals.history[goal.measure.name]
    history: dict[int, float] = {each: float(value) for each, value in known.items()}
    for each in projection.years:
        value = measured(goal.measure, each.ahead, each.before)
        if value is not None:
            history[each.year] = value
    return tuple(history.get(each) for each in goal.years if each != year)


def _kept(goal: GoalAhead | None, now: Ahead[float], before: Ahead[float], earlier: tuple[float | None, ...]) -> bool:
    if goal is None:
        return not (now.failed[IN_BALANCE] or now.failed[IN_TIME])
    values = [each for each in (*earlier, measured(goal.measure, now, before)) if each is not None]
    return len(values) == len(earlier) + 1 and not goal.judged(FLOATS, values).doubtful


def _sought(projection: Projection, year: int, goal: GoalAhead | None, most: float) -> tuple[float | None, bool]:
    """The result nearest the projected that just reaches what is asked, and whether any does."""
    asked = _asking(projection, year, goal)
    if asked(0.0)[1]:
        kept = _turning(asked, most)
        return (None, True) if kept is None else (asked(kept)[0], False)
    # A band may be so narrow that it is stepped over: it is sought by the end that is passed.
    for side in (None,) if goal is None else goal.sides:
        of_side = _asking(projection, year, side)
        kept = None if of_side(0.0)[1] else _turning(of_side, most)
        if kept is not None and asked(kept)[1]:
            return asked(kept)[0], False
    return None, False


def _turning(asked: Callable[[float], tuple[float, bool]], most: float) -> float | None:
    """How much better the result nearest the projected is that is only just kept; None if it never turns."""
    now = asked(0.0)[1]
    # What is reached is lost by a worse result, and the other way about, unless less is better.
    for way in (-1, 1) if now else (1, -1):
        inner, outer = 0.0, float(way)
        while asked(outer)[1] == now and abs(outer) < most:
            inner, outer = outer, 2 * outer
        if asked(outer)[1] != now:
            return _edge(asked, *((inner, outer) if now else (outer, inner)))
    return None


def _edge(asked: Callable[[float], tuple[float, bool]], kept: float, missed: float) -> float:
    """Where what is asked is just reached, between where it is and where it is not."""
    while True:
        middle = (kept + missed) / 2
        if middle in {kept, missed}:
            return kept
        if asked(middle)[1]:
            kept = middle
        else:
            missed = middle
