"""The years ahead as an answer: figures with their derivation, verdicts, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import field, frozen

from regionstyrning.alternatives import projection_notes
from regionstyrning.alternatives import projection_text as told
from regionstyrning.alternatives.derivation import steps
from regionstyrning.alternatives.geh_ahead import GEH
from regionstyrning.alternatives.lines import PRINTED, TRACES
from regionstyrning.evaluators import Status
from regionstyrning.model.records import as_tuple
from regionstyrning.questions.answers import Answer, Step

if TYPE_CHECKING:
    from regionstyrning.alternatives.ahead import Ahead
    from regionstyrning.alternatives.assumptions import Assumptions
    from regionstyrning.alternatives.drivers import Driver
    from regionstyrning.alternatives.goal_ahead import GoalAhead
    from regionstyrning.alternatives.plan import Plan
    from regionstyrning.alternatives.terms import Terms
    from regionstyrning.text.sentences import Language


@frozen(kw_only=True, eq=False)
class VerdictAhead:
    """
    How something comes out in a year ahead (bedömning framåt).

    Attributes:
        name: The balance, restoration in time, that the money lasts, the id of a goal's measure, or
            all financial goals.
        title: What is asked, as a person reads it; None for what every region is asked.
        status: Met, partly met, not met, decided in a later year, or that it cannot be assessed.
        value: What is held against the limit, for a goal: the measure of the year, or a mean, a sum or a
            change of several; of what is decided later, the measure of the year.
        between: The least and the most that it can be, where it is not known.
        goal: What is asked of it, for a goal.
    """

    name: str
    title: str | None
    status: Status
    value: float | None = None
    between: tuple[float, float] | None = None
    goal: GoalAhead | None = None


@frozen(kw_only=True, eq=False)
class YearAhead:
    """
    A year ahead (år framåt).

    Attributes:
        year: The year.
        lines: Its accounts and balance statement by line, in mnkr with the sign of the line; floats,
            since they are estimates.
        ratios: Key ratios by id; those that cannot be counted are not here.
        verdicts: How what is asked comes out.
        owed: What is left to restore at its end, by the last year to do it in.
        overdue: What of it should have been restored by now.
        geh: Whether there is god ekonomisk hushållning, by the region's own rule.
        by: What each driver entered the reckoning as, shocks counted in.
        ahead: What it was reckoned as.
        before: The year before, as that.
        terms: What the law and the region asked.
    """

    year: int
    lines: Mapping[str, float]
    ratios: Mapping[str, float]
    verdicts: tuple[VerdictAhead, ...] = field(converter=as_tuple)
    owed: tuple[tuple[int, float], ...]
    overdue: float
    geh: Status
    by: Mapping[Driver, float]
    ahead: Ahead[float]
    before: Ahead[float]
    terms: Terms

    @property
    def outstanding(self) -> float:
        """All that is left to restore at its end."""
        return sum(amount for _, amount in self.owed)

    def verdict(self, name: str) -> VerdictAhead:
        """
        One of the verdicts.

        Raises:
            KeyError: if nothing of that name is asked.
        """
        found = next((each for each in self.verdicts if each.name == name), None)
        if found is None:
            raise KeyError(name)
        return found


@frozen(kw_only=True, eq=False, repr=False)
class Projection(Answer):
    """
    The accounts of years ahead under stated assumptions (framskrivning).

    Attributes:
        about: Id of the legal person.
        on: The day up to which anything is known.
        plan: What it begins with and what is asked of each year.
        assumptions: What the years are assumed to bring.
        years: The years, in order; none if something is missing that all hangs on.
    """

    _read: ClassVar[str] = "years"

    plan: Plan
    assumptions: Assumptions
    years: tuple[YearAhead, ...] = field(converter=as_tuple)

    def __getitem__(self, year: int) -> YearAhead:
        """
        One of the years.

        Raises:
            KeyError: if the year is none of them.
        """
        found = next((each for each in self.years if each.year == year), None)
        if found is None:
            raise KeyError(year)
        return found

    @property
    def doubtful(self) -> dict[int, frozenset[str]]:
        """Names of what cannot be assessed, by year."""
        unknown = Status.CANNOT_BE_ASSESSED
        return {
            each.year: frozenset(
                [
                    *(found.name for found in each.verdicts if found.status is unknown),
                    *([GEH] if each.geh is unknown else []),
                ]
            )
            for each in self.years
        }

    def first_year(self, line: str, at_least: float) -> int | None:
        """
        The first year in which a line is at a level or over it; None if none of them is.

        Args:
            line: Id of a line of the accounts.
            at_least: The level in mnkr, with the sign of the line.

        Raises:
            KeyError: if the line is not reckoned ahead.
        """
        return next((each.year for each in self.years if each.lines[line] >= at_least), None)

    def text(self, lang: Language = "sv", *, width: int = 80) -> str:
        """The years as tables: amounts, and how what is asked comes out."""
        return told.text(self, lang, width)

    def explain(self, lang: Language = "sv", *, width: int = 80) -> str:
        """Every figure of every year: how it is come to, from what, and by which rule."""
        return told.explained(self, lang, width)

    def to_records(self) -> list[dict[str, Any]]:
        """One row a line and year: year, line, mnkr, formula, law."""
        return [
            {
                "year": each.year,
                "line": line,
                "mnkr": each.lines[line],
                "formula": TRACES[line].formula if line in TRACES else None,
                "law": each.terms.law.cited(line) or None,
            }
            for each in self.years
            for line in PRINTED
        ]

    @property
    def steps(self) -> tuple[Step, ...]:
        """Each figure, with how it is come to, the paragraph on its line and where what it rests on is said."""
        return tuple(steps(self))

    def what_is_missing(self, lang: Language = "sv") -> Iterator[str]:
        """What is not known, or cannot be reckoned or judged, each in a sentence."""
        yield from self.plan.what_is_missing(lang)
        yield from projection_notes.money_missing(self, lang)
        yield from projection_notes.doubt_missing(self.plan, self.doubtful, lang)
        yield from projection_notes.geh_missing(self.plan, self.assumptions, self.doubtful, lang)
