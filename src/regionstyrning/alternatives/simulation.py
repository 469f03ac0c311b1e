"""Many paths ahead as an answer: how likely what is asked is, year by year, and how the accounts spread."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import field, frozen

from regionstyrning.alternatives import projection_notes
from regionstyrning.alternatives import simulation_text as told
from regionstyrning.alternatives.project import projected
from regionstyrning.errors import InvalidValue
from regionstyrning.model.records import as_tuple
from regionstyrning.questions.answers import Answer, Step

if TYPE_CHECKING:
    from regionstyrning.alternatives.assumptions import Assumptions
    from regionstyrning.alternatives.plan import Plan
    from regionstyrning.alternatives.projection import Projection
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.text.sentences import Language


@frozen(kw_only=True)
class Odds:
    """
    How likely something is (sannolikhet).

    Attributes:
        low: At least, 0 to 1.
        high: At most; more than the least where some paths cannot be judged.
    """

    low: float
    high: float

    @property
    def value(self) -> float | None:
        """The probability; None if it is only known to lie between two."""
        return self.low if self.low == self.high else None


@frozen(kw_only=True, eq=False)
class YearOdds:
    """
    How likely what is asked is in a year ahead (årets sannolikheter).

    Attributes:
        year: The year.
        odds: For the balance, restoration in time, that the money lasts, each goal by the id of its measure, all
            financial goals together, and god ekonomisk hushållning by the region's own rule.
        partly: How likely it is to be at least partly met, for what may be only that.
        fan: By line, its values in mnkr at 5, 25, 50, 75 and 95 per cent of the paths.
        waits: Names of what is decided in a later year, whatever the paths are.
    """

    year: int
    odds: Mapping[str, Odds]
    partly: Mapping[str, Odds]
    fan: Mapping[str, tuple[float, ...]]
    waits: frozenset[str] = frozenset()


@frozen(kw_only=True, eq=False, repr=False)
class Simulation(Answer):
    """
    Many paths of the years ahead (simulering).

    Attributes:
        about: Id of the legal person.
        on: The day up to which anything is known.
        plan: What they begin with and what is asked of each year.
        assumptions: What the years are assumed to bring, with what may turn out otherwise.
        paths: How many.
        spread_over: Of how many, the first, the fans are made.
        seed: What the numbers were drawn from.
        years: The years, in order; none if something is missing that all hangs on.
    """

    _read: ClassVar[str] = "years"

    plan: Plan
    assumptions: Assumptions
    paths: int
    spread_over: int
    seed: int
    years: tuple[YearOdds, ...] = field(converter=as_tuple)
    model: SteeringModel = field(repr=False)

    def __getitem__(self, year: int) -> YearOdds:
        """
        One of the years.

        Raises:
            KeyError: if the year is none of them.
        """
        found = next((each for each in self.years if each.year == year), None)
        if found is None:
            raise KeyError(year)
        return found

    def path(self, number: int) -> Projection:
        """
        One of the paths, reckoned again with every figure explained.

        Args:
            number: Its place, from 0.

        Raises:
            InvalidValue: if there is no such path.
        """
        from regionstyrning.alternatives.arrays import drawing  # noqa: PLC0415 - numpy is an extra

        if not 0 <= number < self.paths:
            message = f"expected a path from 0 to {self.paths - 1}, found {number!r}"
            raise InvalidValue("number", message)
        names = [each.name for each in self.assumptions.shocks]
        drawn = drawing(names, len(self.plan.years), self.seed)(number, number + 1)
        rows = [[float(drawn[name][place, 0]) for name in names] for place in range(len(self.plan.years))]
        return projected(self.model, self.assumptions, self.plan, rows.__getitem__)

    def text(self, lang: Language = "sv", *, width: int = 80) -> str:
        """The probabilities and the spread of the result as tables, year by year."""
        return told.text(self, lang, width)

    def to_records(self) -> list[dict[str, Any]]:
        """One row a year and thing asked: year, asked, low, high."""
        return [
            {"year": each.year, "asked": name, "low": odds.low, "high": odds.high}
            for each in self.years
            for name, odds in each.odds.items()
        ]

    @property
    def steps(self) -> tuple[Step, ...]:
        """What may turn out otherwise, with where it is said."""
        return tuple(told.steps(self))

    def what_is_missing(self, lang: Language = "sv") -> Iterator[str]:
        """What is not known, or cannot be reckoned or judged, each in a sentence."""
        yield from self.plan.what_is_missing(lang)
        yield from told.money_missing(self, lang)
        doubtful = {each.year: {name for name, odds in each.odds.items() if odds.value is None} for each in self.years}
        yield from projection_notes.doubt_missing(self.plan, doubtful, lang)
        yield from projection_notes.geh_missing(self.plan, self.assumptions, doubtful, lang)
