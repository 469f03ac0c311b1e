"""What the years ahead are assumed to bring, each with where it is said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import evolve, field, frozen

from regionstyrning.alternatives import assumptions_text as told
from regionstyrning.alternatives.drivers import MEANINGS, NEEDED, Driver
from regionstyrning.alternatives.opening import ALSO_ASKED, NEVER_ABOVE, NEVER_BELOW, STARTED_FROM
from regionstyrning.alternatives.shocks import Correlation, Shock, mixing
from regionstyrning.errors import InvalidValue, hint
from regionstyrning.model.dates import check_year
from regionstyrning.model.economy import LINES
from regionstyrning.model.records import Source, as_tuple
from regionstyrning.text.readable import Readable

if TYPE_CHECKING:
    from regionstyrning.text.sentences import Language


def _decimal(value: Decimal | int | str) -> Decimal:
    """
    A number that is exact.

    Raises:
        TypeError: for a float, whose digits are not those that were written.
        InvalidValue: for what is no finite number.
    """
    if isinstance(value, float):
        message = f"expected a Decimal, an int or a text, found the float {value!r}"
        raise TypeError(message)
    try:
        made = Decimal(value)
    except InvalidOperation:
        made = Decimal("nan")
    if not made.is_finite():
        message = f"expected a finite number, found {value!r}"
        raise InvalidValue("values", message)
    return made


def _by_year(
    values: Mapping[int, Decimal | int | str] | Iterable[tuple[int, Decimal]],
) -> tuple[tuple[int, Decimal], ...]:
    pairs = values.items() if isinstance(values, Mapping) else values
    made = {year: _decimal(value) for year, value in pairs}
    for year in made:
        check_year("values", year)
    return tuple(sorted(made.items()))


@frozen(kw_only=True)
class Assumption:
    """
    What one thing is assumed to be in the years ahead (antagande).

    Attributes:
        driver: What it is about.
        values: By year, in percent or mnkr as the driver says; each holds until another stands.
        source: Where it is said; None for one that is the caller's own.
        document: Id of the document that it stands in or is derived from.
        title: Title of what it is said in, which a person reads in the place of its id.
        on: The day when it was said.
        text: As written, or how it was come to.
        earlier: What is assumed of the same before its first year, where that is said elsewhere.

    Raises:
        InvalidValue: if there is no value, one is no finite number or below zero where that cannot be,
            or what is earlier is about something else or goes on into its years.
        TypeError: for a float.

    >>> Assumption(driver=Driver.COSTS, values={2024: "3.5", 2026: "3.1"}).value(2025)
    Decimal('3.5')
    """

    driver: Driver
    values: tuple[tuple[int, Decimal], ...] = field(converter=_by_year)
    source: Source | None = None
    document: str | None = None
    title: str | None = None
    on: date | None = None
    text: str | None = None
    earlier: Assumption | None = None

    def __attrs_post_init__(self) -> None:
        if not self.values:
            message = f"no value is given for {self.driver.value!r}"
            raise InvalidValue("values", message)
        if MEANINGS[self.driver].positive:
            _never_below(self)
        if self.earlier is not None:
            _precedes(self.earlier, self)

    def value(self, year: int) -> Decimal | None:
        """What holds in a year; None before the first that is given."""
        held = self.holding(year)
        return None if held is None else next(value for first, value in reversed(held.values) if first <= year)

    def holding(self, year: int) -> Assumption | None:
        """What says the value of a year: itself or what is earlier; None before the first year that is given."""
        if self.values[0][0] <= year:
            return self
        return None if self.earlier is None else self.earlier.holding(year)

    @property
    def stretches(self) -> tuple[Assumption, ...]:
        """What is said in different places, each for its own years, the first years first."""
        return (self,) if self.earlier is None else (*self.earlier.stretches, self)

    @property
    def all_values(self) -> tuple[tuple[int, Decimal], ...]:
        """The values by year, with those that are earlier."""
        return tuple(pair for each in self.stretches for pair in each.values)

    def before(self, year: int) -> Assumption | None:
        """As much of it as is about the years before one; None if nothing is."""
        values = [(first, value) for first, value in self.values if first < year]
        if values:
            return evolve(self, values=values)
        return None if self.earlier is None else self.earlier.before(year)

    def after(self, other: Assumption | None) -> Assumption:
        """The same with what another says of the years before its own first."""
        if self.earlier is not None:
            return evolve(self, earlier=self.earlier.after(other))
        return self if other is None else evolve(self, earlier=other.before(self.values[0][0]))


def _never_below(some: Assumption) -> None:
    """
    Check that a cost that is a share has no minus sign, as its line in the accounts has.

    Raises:
        InvalidValue: for a value below zero.
    """
    for year, value in some.values:
        if value < 0:
            meaning = MEANINGS[some.driver].told.say("en").lower()
            message = f"{some.driver.value!r} is {meaning}, in percent: expected 0 or more for {year}, found {value}"
            raise InvalidValue("values", message)


def _precedes(earlier: Assumption, later: Assumption) -> None:
    """
    Check that what is earlier is about the same, and about years before.

    Raises:
        InvalidValue: if it is not.
    """
    if earlier.driver is not later.driver:
        message = f"expected earlier values of {later.driver.value!r}, found {earlier.driver.value!r}"
        raise InvalidValue("earlier", message)
    first, last = later.values[0][0], earlier.values[-1][0]
    if last >= first:
        message = f"expected earlier values of years before {first}, found {last}"
        raise InvalidValue("earlier", message)


def _opening(
    values: Mapping[str, Decimal | int | str] | Iterable[tuple[str, Decimal]],
) -> tuple[tuple[str, Decimal], ...]:
    pairs = values.items() if isinstance(values, Mapping) else values
    return tuple(sorted((line, _decimal(value)) for line, value in pairs))


@frozen(kw_only=True)
class Assumptions(Readable):
    """
    What the years ahead are assumed to bring (antaganden).

    Attributes:
        items: One for each driver that something is assumed of.
        opening: Figures of the caller's own to start from, by line, where the accounts have none
            or others; in mnkr with the sign of the line.
        shocks: What may turn out otherwise.
        correlations: How the shocks go together.
        fills_reserves: Whether as much is reserved each year as the law and the region permit; None for
            only if the region's own guidelines for the reserve are known.
        uses_reserves: Whether reserves cover negative results, as far as they last and may be used; None for
            only those that the region's own guidelines are known for.
        goals_of_activity_met: Whether the goals of the activities are taken to be met; None for not known.
        last_targets_go_on: Whether a financial goal's last target goes on in the years that none is set for.
        not_printed: What budget and plan do not print, so that it goes on as before: driver, line and year.

    Raises:
        InvalidValue: if two are about the same driver or two shocks have one name, no year starts
            from a line that is given, it has not the sign that it is printed with, or correlations
            contradict one another.
    """

    _read: ClassVar[str] = "items"

    items: tuple[Assumption, ...] = field(converter=as_tuple)
    opening: tuple[tuple[str, Decimal], ...] = field(default=(), converter=_opening)
    shocks: tuple[Shock, ...] = field(default=(), converter=as_tuple)
    correlations: tuple[Correlation, ...] = field(default=(), converter=as_tuple)
    fills_reserves: bool | None = None
    uses_reserves: bool | None = None
    goals_of_activity_met: bool | None = None
    last_targets_go_on: bool = False
    not_printed: tuple[tuple[Driver, str, int], ...] = field(default=(), converter=as_tuple)

    def __attrs_post_init__(self) -> None:
        _once("items", [each.driver.value for each in self.items])
        _once("shocks", [each.name for each in self.shocks])
        for line, value in self.opening:
            _begins(line, value)
        mixing(self.shocks, self.correlations)

    def __getitem__(self, driver: Driver) -> Assumption:
        """
        What is assumed of a driver.

        Raises:
            KeyError: if nothing is.
        """
        found = next((each for each in self.items if each.driver is driver), None)
        if found is None:
            raise KeyError(driver)
        return found

    def value(self, driver: Driver, year: int) -> Decimal | None:
        """What holds of a driver in a year; None if nothing is assumed."""
        return next((each.value(year) for each in self.items if each.driver is driver), None)

    def holding(self, driver: Driver, year: int) -> Assumption | None:
        """What says the value of a driver in a year, with where it is said; None if nothing is assumed."""
        return next((each.holding(year) for each in self.items if each.driver is driver), None)

    def lacking(self, year: int) -> tuple[Driver, ...]:
        """Drivers without which nothing can be said of the year, and of which nothing is assumed."""
        return tuple(driver for driver in NEEDED if self.value(driver, year) is None)

    def with_(self, *items: Assumption, **changes: Any) -> Assumptions:  # noqa: ANN401 - any other field
        """
        The same with some assumptions in place of those about the same drivers, each from its first year on.

        What was assumed of the years before that stays, with where it is said.

        Args:
            items: The assumptions.
            changes: New values of other fields.

        Raises:
            InvalidValue: if two are about the same driver, and as for the class.
            TypeError: if there is no such field.
        """
        olds = {each.driver: each for each in self.items}
        begun = {each.driver: each.all_values[0][0] for each in items}
        kept = [each for each in self.items if each.driver not in begun]
        news = [each.after(olds.get(each.driver)) for each in items]
        lacking = [each for each in self.not_printed if each[0] not in begun or each[2] < begun[each[0]]]
        return evolve(self, **{"items": [*kept, *news], "not_printed": lacking, **changes})

    def text(self, lang: Language = "sv", *, width: int = 80) -> str:
        """Everything that is assumed, as a table."""
        return told.table(self, lang, width)

    def in_short(self, lang: Language = "sv") -> str:
        """All that is assumed beside what is usual, in one line without where it is said."""
        return told.in_short(self, lang)

    def to_records(self) -> list[dict[str, Any]]:
        """
        Everything that is assumed, one row a value.

        The columns are kind, name, driver, year, value, unit, document, publication, place, on, text.
        A shock has a row for each driver that it moves, with how much.
        """
        return list(told.records(self))


def _begins(line: str, value: Decimal) -> None:
    """
    Check that a year can start from a figure.

    Raises:
        InvalidValue: for a line that changes nothing ahead, or a sign that the line never has.
    """
    known = (*STARTED_FROM, *ALSO_ASKED)
    if line not in known:
        found = "no line has the id" if line not in LINES else "no year ahead starts from"
        message = f"{found} {line!r}, expected one of {', '.join(known)}{hint(line, known)}"
        raise InvalidValue("opening", message)
    if (value > 0 and line in NEVER_ABOVE) or (value < 0 and line in NEVER_BELOW):
        message = f"{line!r} is printed {'below' if value > 0 else 'above'} zero, found {value}"
        raise InvalidValue("opening", message)


def _once(name: str, found: list[str]) -> None:
    twice = sorted({each for each in found if found.count(each) > 1})
    if twice:
        message = f"{', '.join(map(repr, twice))} stand more than once"
        raise InvalidValue(name, message)
